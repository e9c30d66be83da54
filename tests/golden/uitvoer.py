"""Who is displaced by what, and the days and ids of the output."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.golden.gedeeld import MOVER, TWEE_GEMEENTEN, WACHT_30
from tests.golden.geval import Geval


def _eerst(*volgorde: str) -> dict[str, Any]:
    return {"doelen": {"volgorde": list(volgorde)}}


VERDRONGEN = (
    Geval(
        "volgorde-schaarste-eerst",
        "to leave it empty is less scarce, and nothing keeps U1 out",
        {"W1": {"max_personen": "2"}},
        {"U1": "verdrongen -"},
        regels=_eerst("schaarste", "geplaatst"),
        niveaus={"schaarste": 0, "geplaatst": 0},
    ),
    Geval(
        "volgorde-spreiding-eerst",
        "n = 0 spreads perfectly",
        {**TWEE_GEMEENTEN},
        {"U1": "verdrongen -"},
        regels=_eerst("spreiding", "geplaatst"),
        niveaus={"spreiding": 0, "geplaatst": 0},
    ),
    Geval(
        "verdrongen-minste",
        "W1 would break K2 and K5, W2 only K5",
        {"BWK050301": {"draagkracht": "1"}, "W2": {}, "U2": WACHT_30},
        {"U1": "K5", "U2": "W1"},
        regels=_eerst("geplaatst", "wachttijd"),
    ),
    Geval(
        "verdrongen-samen",
        "the one plek would break both",
        {"BWK050301": {"draagkracht": "1"}, "U2": WACHT_30},
        {"U1": "verdrongen K2|K5", "U2": "W1"},
        regels=_eerst("geplaatst", "wachttijd"),
    ),
    Geval(
        "verdrongen-laagste-plek",
        "W1 breaks K2 and W2 K5: one each, the lowest plek id",
        {"BWK050302": {"draagkracht": "0"}, "W2": {"wijkcode": "WK050302"}, "U2": WACHT_30},
        {"U1": "K2", "U2": "W1"},
        regels=_eerst("geplaatst", "wachttijd"),
    ),
    Geval(
        "verdrongen-volgorde",
        "K9 stands before K11, though not as text",
        {
            "Z1": {"capaciteit_uren": "1"},
            "U1": {"aanbieder": "Z1", "uren": "2"},
            "P9": {"woning_id": "W9", "wijkcode": "WK050301"},
            "V1": {"niveau": "wijk", "uitstromer_b": "P9"},
        },
        {"U1": "verdrongen K9|K11"},
    ),
    Geval(
        "verdrongen-een-code",
        "two limits of K5 are one rule (decision 21): W1 breaks K5 twice, W2 breaks K6 once: the lowest plek id",
        {
            "BWK050301": {"draagkracht": "0", "instroom_max": "0"},
            "BWK050302": {},
            "XCX": {"complex_id": "CX", "max_plaatsingen": "0"},
            "W2": {"wijkcode": "WK050302", "complex_id": "CX"},
        },
        {"U1": "K5"},
    ),
)

UITVOER = (
    Geval("ingang-d", "everything is there: D", {}, {"U1": "W1"}, ingang={"U1": date(2026, 11, 23)}),
    Geval(
        "ingang-woning",
        "the woning comes last",
        {"W1": {"beschikbaar_vanaf": "10-12-2026"}, "U1": {"beschikbaar_vanaf": "01-12-2026"}},
        {"U1": "W1"},
        ingang={"U1": date(2026, 12, 10)},
    ),
    Geval(
        "ingang-persoon",
        "the person comes last",
        {"W1": {"beschikbaar_vanaf": "01-12-2026"}, "U1": {"beschikbaar_vanaf": "10-12-2026"}},
        {"U1": "W1"},
        ingang={"U1": date(2026, 12, 10)},
    ),
    Geval(
        "ingang-vertrek",
        "who leaves the woning between D and H goes first",
        {"P9": {"woning_id": "W1", "datum_uit": "15-12-2026"}},
        {"U1": "W1"},
        ingang={"U1": date(2026, 12, 15)},
    ),
    Geval(
        "ingang-vertrek-laatste",
        "the last of those who leave",
        {
            "W1": {"aantal": "2"},
            "P8": {"woning_id": "W1", "datum_uit": "15-12-2026"},
            "P9": {"woning_id": "W1", "datum_uit": "16-12-2026"},
        },
        {"U1": "W1"},
        ingang={"U1": date(2026, 12, 16)},
    ),
    Geval(
        "ingang-vertrek-verleden",
        "who left before D does not matter",
        {"P9": {"woning_id": "W1", "datum_uit": "01-10-2026"}},
        {"U1": "W1"},
        ingang={"U1": date(2026, 11, 23)},
    ),
    Geval(
        "ingang-los",
        "an unnamed place: the person alone",
        {"W1": None, "C1": {}, "U1": {"beschikbaar_vanaf": "10-12-2026"}},
        {"U1": "C1"},
        ingang={"U1": date(2026, 12, 10)},
    ),
    Geval(
        "komt-vrij", "the woning that the mover leaves", {"P1": MOVER, "W2": {}}, {"U1": "W2"}, komt_vrij={"U1": "W1"}
    ),
    Geval("komt-vrij-niets", "nobody leaves", {}, {"U1": "W1"}, komt_vrij={"U1": None}),
    Geval("batch-week", "23-11-2026 is in ISO week 48", {}, {"U1": "W1"}, batch_id="2026-W48-1"),
    Geval(
        "batch-week-53",
        "31-12-2026, a Thursday: week 53",
        {},
        {"U1": "W1"},
        datum=date(2026, 12, 31),
        batch_id="2026-W53-1",
    ),
    Geval(
        "batch-nieuwjaar",
        "01-01-2027, a Friday: still week 53 of 2026",
        {},
        {"U1": "W1"},
        datum=date(2027, 1, 1),
        batch_id="2026-W53-1",
    ),
    Geval(
        "batch-eerste-week",
        "04-01-2027, a Monday: week 1",
        {},
        {"U1": "W1"},
        datum=date(2027, 1, 4),
        batch_id="2027-W01-1",
    ),
    Geval(
        "batch-week-1-in-december",
        "30-12-2024, a Monday: week 1 of 2025",
        {"W1": {"beschikbaar_vanaf": "01-12-2024"}, "U1": {"wachtend_sinds": "01-12-2024"}},
        {"U1": "W1"},
        datum=date(2024, 12, 30),
        batch_id="2025-W01-1",
    ),
)
