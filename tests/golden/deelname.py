"""Who takes part (U rules), who moves on, and what is in the supply. H is 21-12-2026."""

from __future__ import annotations

from datetime import date

from tests.golden.gedeeld import MOVER
from tests.golden.geval import Geval

DEELNAME = (
    Geval("basis", "nothing stands in the way", {}, {"U1": "W1"}, niveaus={"geplaatst": 1, "passend": 110}),
    Geval("u1-wlz", "wlz is excluded by default", {"U1": {"wet": "wlz"}}, {"U1": "U1"}),
    Geval("u1-jeugdwet", "only what regels.toml names", {"U1": {"wet": "jeugdwet"}}, {"U1": "W1"}),
    Geval(
        "u1-leeg",
        "nobody is excluded",
        {"U1": {"wet": "wlz"}},
        {"U1": "W1"},
        regels={"deelname": {"uitgesloten_wet": []}},
    ),
    Geval("u1-eerst", "first code that applies", {"U1": {"wet": "wlz", "leeftijd": "17"}}, {"U1": "U1"}),
    Geval("u2-17", "younger than 18", {"U1": {"leeftijd": "17"}}, {"U1": "U2"}),
    Geval("u2-18", "18 is not younger than 18", {"U1": {"leeftijd": "18"}}, {"U1": "W1"}),
    Geval(
        "u2-maand-erna",
        "the birthday counts as 31-12-2008, after H: 17",
        {"U1": {"leeftijd": "", "geboortemaand": "12-2008"}},
        {"U1": "U2"},
    ),
    Geval(
        "u2-maand-ervoor",
        "the birthday counts as 30-11-2008, before H: 18",
        {"U1": {"leeftijd": "", "geboortemaand": "11-2008"}},
        {"U1": "W1"},
    ),
    Geval(
        "u2-op-de-dag",
        "23-11 + 38 days = 31-12-2026: turns 18 on H itself",
        {"U1": {"leeftijd": "", "geboortemaand": "12-2008"}},
        {"U1": "W1"},
        regels={"batch": {"horizon_dagen": 38}},
    ),
    Geval(
        "u2-dag-ervoor",
        "H = 30-12-2026 is a day too early",
        {"U1": {"leeftijd": "", "geboortemaand": "12-2008"}},
        {"U1": "U2"},
        regels={"batch": {"horizon_dagen": 37}},
    ),
    Geval(
        "u2-schrikkel",
        "born in February 2008 (29 days): the last day of February 2026 is the 28th, and that is H",
        {
            "U1": {"leeftijd": "", "geboortemaand": "02-2008", "wachtend_sinds": "01-01-2026"},
            "W1": {"beschikbaar_vanaf": "01-01-2026"},
        },
        {"U1": "W1"},
        datum=date(2026, 2, 2),
        regels={"batch": {"horizon_dagen": 26}},
    ),
    Geval(
        "u3-op-h",
        "available on H",
        {"U1": {"beschikbaar_vanaf": "21-12-2026"}},
        {"U1": "W1"},
        ingang={"U1": date(2026, 12, 21)},
    ),
    Geval("u3-na-h", "available a day after H", {"U1": {"beschikbaar_vanaf": "22-12-2026"}}, {"U1": "U3"}),
    Geval("u5-nee", "stays, and may not leave", {"U1": {"doorstroom": "nee"}, "P1": MOVER, "W2": {}}, {"U1": "U5"}),
    Geval(
        "u5-leeg-zonder-grens",
        "kamer_met_aandacht has no longest stay: empty means nee",
        {"P1": MOVER | {"woonvorm": "kamer_met_aandacht"}, "W2": {}},
        {"U1": "U5"},
    ),
    Geval(
        "mover-leeg-met-grens",
        "tussenvoorziening has a longest stay: empty means ja; W1 comes free",
        {"P1": MOVER, "W2": {}},
        {"U1": "W2"},
        komt_vrij={"U1": "W1"},
    ),
    Geval(
        "mover-ja",
        "doorstroom = ja goes before the woonvorm",
        {"U1": {"doorstroom": "ja"}, "P1": MOVER | {"woonvorm": "kamer_met_aandacht"}, "W2": {}},
        {"U1": "W2"},
        komt_vrij={"U1": "W1"},
    ),
    Geval(
        "mover-eigen-woning",
        "W1 has a second place, but it is U1's own woning: it fails R01, and nothing else has the form",
        {"P1": MOVER, "W1": {"aantal": "2"}},
        {"U1": "R01"},
        paren=0,
    ),
    Geval(
        "u5-eruit-op-h",
        "datum_uit = H does not stay: no mover, nothing comes free by moving; the place itself is free from H on",
        {"P1": MOVER | {"datum_uit": "21-12-2026"}, "U1": {"doorstroom": "nee"}},
        {"U1": "W1"},
        ingang={"U1": date(2026, 12, 21)},
        komt_vrij={"U1": None},
    ),
    Geval(
        "u5-eruit-na-h",
        "datum_uit a day after H stays",
        {"P1": MOVER | {"datum_uit": "22-12-2026"}, "U1": {"doorstroom": "nee"}, "W2": {}},
        {"U1": "U5"},
    ),
    Geval(
        "u5-erin-op-h",
        "datum_in = H stays",
        {"P1": MOVER | {"datum_in": "21-12-2026"}, "U1": {"doorstroom": "nee"}, "W2": {}},
        {"U1": "U5"},
    ),
    Geval(
        "u5-erin-na-h",
        "datum_in a day after H does not stay yet, so W1 is free and not one's own",
        {"P1": MOVER | {"datum_in": "22-12-2026"}, "U1": {"doorstroom": "nee"}},
        {"U1": "W1"},
    ),
    Geval(
        "u5-een-van-twee",
        "two placements stay, and one of them may not be left (decision 2)",
        {
            "P1": MOVER,
            "P2": {"uitstromer_id": "U1", "woning_id": "W3", "woonvorm": "kamer_met_aandacht"},
            "W2": {},
            "W3": {},
        },
        {"U1": "U5"},
    ),
    Geval(
        "mover-twee-plaatsingen",
        "both may be left: both come free (decision 20)",
        {"P1": MOVER, "P2": MOVER | {"woning_id": "W3"}, "W2": {}, "W3": {}},
        {"U1": "W2"},
        komt_vrij={"U1": "W1|W3"},
    ),
    Geval(
        "mover-uit-contingent",
        "a mover who has no woning of the list leaves none",
        {
            "P1": {"uitstromer_id": "U1", "contingent_id": "C1", "woonvorm": "tussenvoorziening"},
            "C1": {"los_toewijsbaar": "nee"},
        },
        {"U1": "W1"},
        komt_vrij={"U1": None},
    ),
    Geval(
        "u5-vast-loopt-contingent",
        "the fixed place of the contingent is where U1 lives already; W2 stays empty",
        {
            "C1": {"aantal": "2"},
            "P1": {"uitstromer_id": "U1", "contingent_id": "C1", "woonvorm": "tussenvoorziening"},
            "A1": {"contingent_id": "C1"},
            "W2": {},
        },
        {"U1": "U5"},
    ),
    Geval(
        "u5-vast-loopt",
        "the fixed pair runs already: fulfilled, and U5 although doorstroom is ja",
        {"P1": MOVER, "U1": {"doorstroom": "ja"}, "W2": {}, "A1": {"woning_id": "W1"}},
        {"U1": "U5"},
    ),
)

AANBOD = (
    Geval("aanbod-nul", "aantal 0 is no supply", {"W1": {"aantal": "0"}}, {"U1": "R01"}),
    Geval("aanbod-bezet", "the one place is taken", {"P9": {"woning_id": "W1"}}, {"U1": "R01"}),
    Geval("aanbod-tweede", "aantal 2 minus one", {"P9": {"woning_id": "W1"}, "W1": {"aantal": "2"}}, {"U1": "W1"}),
    Geval(
        "aanbod-einde-verwacht",
        "a planned end is a reminder, never a vacancy",
        {"P9": {"woning_id": "W1", "einde_verwacht": "01-12-2026"}},
        {"U1": "R01"},
    ),
    Geval(
        "contingent-los", "an unnamed place", {"W1": None, "C1": {}}, {"U1": "C1"}, ingang={"U1": date(2026, 11, 23)}
    ),
    Geval(
        "contingent-niet-los", "no dwelling named yet", {"W1": None, "C1": {"los_toewijsbaar": "nee"}}, {"U1": "R01"}
    ),
    Geval("contingent-vorig-jaar", "a year that is over", {"W1": None, "C1": {"jaar": "2025"}}, {"U1": "R01"}),
    Geval("contingent-volgend-jaar", "H is still in 2026", {"W1": None, "C1": {"jaar": "2027"}}, {"U1": "R01"}),
    Geval(
        "contingent-jaar-van-h",
        "23-11 + 39 days = 01-01-2027: the year of H counts as well",
        {"W1": None, "C1": {"jaar": "2027"}},
        {"U1": "C1"},
        regels={"batch": {"horizon_dagen": 39}},
    ),
    Geval(
        "contingent-oudejaar",
        "a day less: H = 31-12-2026",
        {"W1": None, "C1": {"jaar": "2027"}},
        {"U1": "R01"},
        regels={"batch": {"horizon_dagen": 38}},
    ),
    Geval(
        "contingent-op-is-op",
        "a place was used once: it stays used, whatever the dates",
        {"W1": None, "C1": {}, "P9": {"contingent_id": "C1", "datum_uit": "01-02-2026"}},
        {"U1": "R01"},
    ),
    Geval(
        "contingent-via-woning",
        "used through the woning that was named for it",
        {
            "W1": {"contingent_id": "C1", "woonvorm": "housing_first"},
            "C1": {},
            "P9": {"woning_id": "W1", "datum_uit": "01-02-2026"},
        },
        {"U1": "R01"},
    ),
    Geval(
        "contingent-directe-en-via",
        "one plaatsing that points both ways counts once: 2 - 1 = 1 place left",
        {
            "W1": {"contingent_id": "C1", "woonvorm": "housing_first"},
            "C1": {"aantal": "2"},
            "P9": {"woning_id": "W1", "contingent_id": "C1", "datum_uit": "01-02-2026"},
        },
        {"U1": "C1"},
    ),
)
