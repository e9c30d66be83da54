"""Every level but spreiding and passend: what counts in it, and what it decides."""

from __future__ import annotations

from typing import Any

from tests.golden.gedeeld import ALLEEN_GEPLAATST, GEWICHT, WACHT_20, WACHT_30
from tests.golden.geval import Geval


def _eerst(*volgorde: str) -> dict[str, Any]:
    return {"doelen": {"volgorde": list(volgorde)}}


NIVEAUS = (
    Geval(
        "op-tijd-los",
        "an unnamed place is not in time",
        {"W1": None, "C1": {}, "U1": {"uiterste_datum": "01-12-2026"}},
        {"U1": "C1"},
        niveaus={"op_tijd": 0, "geplaatst": 1},
    ),
    Geval(
        "crisis-eerst",
        "crisis goes before a longer wait",
        {"U1": {"urgentie": "crisis"}, "U2": WACHT_30},
        {"U1": "W1", "U2": "K2"},
        niveaus={"crisis": 1, "hoog": 0},
    ),
    Geval(
        "crisis-benoemd",
        "only a named plek counts: crisis gets the woning, the other the contingent",
        {"C1": {}, "U2": {"urgentie": "crisis"}},
        {"U1": "C1", "U2": "W1"},
        niveaus={"crisis": 1, "geplaatst": 2},
    ),
    Geval(
        "op-tijd-42",
        "must leave on D + 42 days",
        {"U1": {"uiterste_datum": "04-01-2027"}, "U2": WACHT_30},
        {"U1": "W1", "U2": "K2"},
        niveaus={"op_tijd": 1},
    ),
    Geval(
        "op-tijd-43",
        "a day later does not count: the longest wait",
        {"U1": {"uiterste_datum": "05-01-2027"}, "U2": WACHT_30},
        {"U1": "K2", "U2": "W1"},
        niveaus={"op_tijd": 0},
    ),
    Geval(
        "op-tijd-voor-hoog",
        "op_tijd stands before hoog",
        {"U1": {"uiterste_datum": "04-01-2027"}, "U2": {"urgentie": "hoog"}},
        {"U1": "W1", "U2": "K2"},
        niveaus={"op_tijd": 1, "hoog": 0},
    ),
    Geval(
        "op-tijd-voorbij",
        "a date that has passed counts as well",
        {"U1": {"uiterste_datum": "01-11-2026"}, "U2": WACHT_30},
        {"U1": "W1", "U2": "K2"},
        niveaus={"op_tijd": 1},
    ),
    Geval(
        "hoog",
        "hoog goes before a longer wait",
        {"U1": {"urgentie": "hoog"}, "U2": WACHT_30},
        {"U1": "W1", "U2": "K2"},
        niveaus={"hoog": 1, "crisis": 0},
    ),
    Geval(
        "geplaatst-meest",
        "U2 may have W1 only, so U1 takes W2: two beat one",
        {"W2": {"leeftijd_min": "30"}, "U2": {"leeftijd": "29"}, "U1": WACHT_30},
        {"U1": "W2", "U2": "W1"},
        niveaus={"geplaatst": 2},
    ),
    Geval(
        "hoog-voor-geplaatst",
        "U1 is hoog and may only have W1 with three places' worth of weight: hoog first, two others lose",
        {
            "BWK050301": {"draagkracht": "3"},
            "W1": {"aantal": "3"},
            "U1": {"urgentie": "hoog", "zorgzwaarte": "zwaar"},
            "U2": WACHT_30,
            "U3": WACHT_30,
        },
        {"U1": "W1", "U2": "K5", "U3": "K5"},
        regels=GEWICHT,
        niveaus={"hoog": 1, "geplaatst": 1},
    ),
    Geval(
        "wachttijd-som",
        "10 + 20 days",
        {"W2": {}, "U2": WACHT_20},
        {"U1": "W1", "U2": "W2"},
        regels=_eerst("geplaatst", "wachttijd"),
        niveaus={"wachttijd": 30},
    ),
    Geval(
        "wachttijd-plafond",
        "3650 days and more are equal: then the smallest list",
        {"U1": {"wachtend_sinds": "25-11-2016"}, "U2": {"wachtend_sinds": "01-01-2010"}},
        {"U1": "W1", "U2": "K2"},
        regels=_eerst("geplaatst", "wachttijd"),
        niveaus={"wachttijd": 3650},
    ),
    Geval(
        "wachttijd-onder-plafond",
        "26-11-2016 is 3649 days ago: one less than the other's 3650",
        {"U1": {"wachtend_sinds": "26-11-2016"}, "U2": {"wachtend_sinds": "01-01-2010"}},
        {"U1": "K2", "U2": "W1"},
        regels=_eerst("geplaatst", "wachttijd"),
        niveaus={"wachttijd": 3650},
    ),
    Geval(
        "wachttijd-toekomst",
        "nobody waits less than no time",
        {"U1": {"wachtend_sinds": "24-11-2026"}},
        {"U1": "W1"},
        niveaus={"wachttijd": 0},
    ),
    Geval(
        "passend-kiest",
        "W2 is 10 better: its wijk is not kwetsbaar",
        {"BWK050301": {"kwetsbaar": "ja"}, "BWK050302": {}, "W2": {"wijkcode": "WK050302"}},
        {"U1": "W2"},
        niveaus={"passend": 110},
    ),
    Geval(
        "schaarste-som",
        "calm for who need not (1) + rolstoel for geen (2) + 4 rooms for 1 (3)",
        {"W1": {"prikkelniveau": "2", "toegankelijkheid": "rolstoel", "max_personen": "4"}},
        {"U1": "W1"},
        niveaus={"schaarste": 6},
    ),
    Geval(
        "schaarste-niveau-3", "3 is not scarce", {"W1": {"prikkelniveau": "3"}}, {"U1": "W1"}, niveaus={"schaarste": 0}
    ),
    Geval(
        "schaarste-gewenst",
        "a wish makes use of it",
        {"W1": {"prikkelniveau": "1"}, "U1": {"prikkelarm": "gewenst"}},
        {"U1": "W1"},
        niveaus={"schaarste": 0},
    ),
    Geval(
        "schaarste-kiest",
        "the same fit, but W1 is larger than needed",
        {"W1": {"max_personen": "2"}, "W2": {}},
        {"U1": "W2"},
        niveaus={"schaarste": 0},
    ),
    Geval(
        "schaarste-vast-te-klein",
        "a surplus is never negative: three people fixed in a place for one without a lift",
        {"U1": {"kinderen": "2", "toegankelijkheid": "rolstoel"}, "A1": {"woning_id": "W1"}},
        {"U1": "W1"},
        niveaus={"schaarste": 0},
    ),
    Geval(
        "loting-waarde", "sha256sum of zaad|U1|W1 begins with db14 = 56084", {}, {"U1": "W1"}, niveaus={"loting": 56084}
    ),
    Geval(
        "loting-standaard",
        "the ISO week is the seed: sha256sum of 2026-W48|U1|W1 begins with c07b = 49275",
        {},
        {"U1": "W1"},
        niveaus={"loting": 49275},
        zaad=None,
    ),
    Geval(
        "loting-contingent",
        "the contingent_id stands for the plek: zaad|U1|C1 begins with 5067 = 20583",
        {"W1": None, "C1": {}},
        {"U1": "C1"},
        niveaus={"loting": 20583},
    ),
    Geval(
        "loting-persoon",
        "equal but for the draw: U1 db14 on W1, U2 58e8",
        {"U2": {}},
        {"U1": "W1", "U2": "K2"},
        niveaus={"loting": 56084},
    ),
    Geval(
        "loting-paren",
        "U1-W2 f9fe + U2-W1 58e8 = 86758 beats U1-W1 db14 + U2-W2 4e35 = 76105",
        {"W2": {}, "U2": {}},
        {"U1": "W2", "U2": "W1"},
        niveaus={"loting": 86758},
    ),
    Geval(
        "gelijk-kleinste-lijst",
        "nothing tells the four answers apart: the smallest sorted list",
        {"W2": {}, "U2": {}},
        {"U1": "W1", "U2": "W2"},
        regels=ALLEEN_GEPLAATST,
    ),
    Geval(
        "gelijk-codepunt",
        "U10 sorts before U2, and W10 before W2",
        {"U1": None, "W1": None, "U2": {}, "U10": {}, "W2": {}, "W10": {}},
        {"U10": "W10", "U2": "W2"},
        regels=ALLEEN_GEPLAATST,
    ),
    Geval(
        "gelijk-een-plek",
        "one place for U10 and U2",
        {"U1": None, "U2": {}, "U10": {}},
        {"U10": "W1", "U2": "K2"},
        regels=ALLEEN_GEPLAATST,
    ),
)
