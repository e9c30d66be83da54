"""K1, K2, K3, K6 and K9 at their boundaries: one place each, rows, contingents, complexes and hours."""

from __future__ import annotations

from tests.golden.gedeeld import ALLEEN_GEPLAATST, MOVER, VOLGORDE, WACHT_20, WACHT_30
from tests.golden.geval import Geval

IN_CX = {"complex_id": "CX"}

GRENZEN = (
    Geval(
        "k1",
        "two woningen, one person: one place, the smallest list",
        {"W2": {}},
        {"U1": "W1"},
        regels=VOLGORDE,
        niveaus={"geplaatst": 1},
        paren=2,
    ),
    Geval(
        "k2-vol",
        "two places for three: the shortest wait loses",
        {"W1": {"aantal": "2"}, "U2": WACHT_20, "U3": WACHT_30},
        {"U1": "K2", "U2": "W1", "U3": "W1"},
        regels=VOLGORDE,
        niveaus={"wachttijd": 50},
    ),
    Geval(
        "k2-blijver",
        "two places minus one that stays",
        {"W1": {"aantal": "2"}, "P9": {"woning_id": "W1"}, "U2": WACHT_20},
        {"U1": "K2", "U2": "W1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k2-mover-houdt-plek",
        "a mover's old place goes on counting: W1 is not free in this batch",
        {"P1": MOVER, "W2": {}, "U2": WACHT_20, "U1": WACHT_30},
        {"U1": "W2", "U2": "K2"},
        regels=VOLGORDE,
    ),
    Geval(
        "k3-samen",
        "the unnamed place and the named woning are one place",
        {"W1": {"contingent_id": "C1"}, "C1": {}, "U2": {}},
        {"U1": "C1", "U2": "K3"},
        regels=ALLEEN_GEPLAATST,
    ),
    Geval(
        "k3-twee",
        "two places left: both",
        {"W1": {"contingent_id": "C1"}, "C1": {"aantal": "2"}, "U2": {}},
        {"U1": "C1", "U2": "C1"},
        regels=ALLEEN_GEPLAATST,
    ),
    Geval(
        "k3-op",
        "none left: the woning stays in the supply and loses here",
        {"W1": {"contingent_id": "C1"}, "C1": {"aantal": "0", "los_toewijsbaar": "nee"}},
        {"U1": "K3"},
        paren=1,
    ),
    Geval(
        "k3-oud-jaar",
        "a contingent of another year still limits its woningen",
        {
            "W1": {"contingent_id": "C1"},
            "C1": {"jaar": "2024"},
            "P9": {"contingent_id": "C1", "datum_uit": "01-01-2026"},
        },
        {"U1": "K3"},
    ),
    Geval(
        "k6-vol",
        "one in the complex",
        {"XCX": {"complex_id": "CX", "max_plaatsingen": "1"}, "W1": IN_CX, "W2": IN_CX, "U2": WACHT_20},
        {"U1": "K6", "U2": "W1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k6-blijver",
        "it is full already",
        {"XCX": {"complex_id": "CX", "max_plaatsingen": "1"}, "W1": IN_CX, "P9": IN_CX},
        {"U1": "K6"},
    ),
    Geval(
        "k6-vrij-complex", "a complex that is not in the list has no limit", {"W1": IN_CX, "P9": IN_CX}, {"U1": "W1"}
    ),
    Geval(
        "k6-mover-binnen",
        "out and in again",
        {"XCX": {"complex_id": "CX", "max_plaatsingen": "1"}, "W1": IN_CX, "W2": IN_CX, "P1": MOVER},
        {"U1": "W2"},
    ),
    Geval(
        "k9-precies",
        "1,5 + 2 = 3,5",
        {
            "Z1": {"capaciteit_uren": "3,5"},
            "P9": {"aanbieder": "Z1", "uren": "1,5"},
            "U1": {"aanbieder": "Z1", "uren": "2"},
        },
        {"U1": "W1"},
    ),
    Geval(
        "k9-honderdste",
        "1,5 + 2,01 > 3,5",
        {
            "Z1": {"capaciteit_uren": "3,5"},
            "P9": {"aanbieder": "Z1", "uren": "1,5"},
            "U1": {"aanbieder": "Z1", "uren": "2.01"},
        },
        {"U1": "K9"},
    ),
    Geval(
        "k9-binair",
        "0,1 + 0,2 <= 0,3 on the decimals as written",
        {
            "Z1": {"capaciteit_uren": "0,3"},
            "P9": {"aanbieder": "Z1", "uren": "0,1"},
            "U1": {"aanbieder": "Z1", "uren": "0,2"},
        },
        {"U1": "W1"},
    ),
    Geval(
        "k9-overvol-nul",
        "no hours may always be added",
        {"Z1": {"capaciteit_uren": "1"}, "P9": {"aanbieder": "Z1", "uren": "5"}, "U1": {"aanbieder": "Z1"}},
        {"U1": "W1"},
    ),
    Geval(
        "k9-mover",
        "a mover brings its hours along",
        {
            "Z1": {"capaciteit_uren": "3"},
            "P1": MOVER | {"aanbieder": "Z1", "uren": "3"},
            "W2": {},
            "U1": {"aanbieder": "Z1", "uren": "3"},
        },
        {"U1": "W2"},
    ),
    Geval(
        "k9-los",
        "hours count for an unnamed place too",
        {"W1": None, "C1": {}, "Z1": {"capaciteit_uren": "1"}, "U1": {"aanbieder": "Z1", "uren": "2"}},
        {"U1": "K9"},
    ),
)
