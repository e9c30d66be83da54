"""K5 at its boundaries: points that stay, come and leave; placements of the year."""

from __future__ import annotations

from datetime import date

from tests.golden.gedeeld import GEWICHT, MOVER, VOLGORDE, WACHT_20
from tests.golden.geval import Geval

DRAAGKRACHT = (
    Geval(
        "k5-vol",
        "room for one point",
        {"BWK050301": {"draagkracht": "1"}, "W2": {}, "U2": WACHT_20},
        {"U1": "K5", "U2": "W1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k5-precies",
        "1 running and 1 new <= 2",
        {"BWK050301": {"draagkracht": "2"}, "P9": {"woning_id": "W9", "wijkcode": "WK050301"}},
        {"U1": "W1"},
    ),
    Geval(
        "k5-voorbelasting",
        "others take both points",
        {"BWK050301": {"draagkracht": "2", "voorbelasting": "2"}},
        {"U1": "K5"},
    ),
    Geval("k5-nul", "draagkracht 0 is a limit, empty is none", {"BWK050301": {"draagkracht": "0"}}, {"U1": "K5"}),
    Geval(
        "k5-gewicht",
        "midden weighs 2 > 1",
        {"BWK050301": {"draagkracht": "1"}, "U1": {"zorgzwaarte": "midden"}},
        {"U1": "K5"},
        regels=GEWICHT,
    ),
    Geval(
        "k5-gewicht-nul",
        "an overfull wijk may take what weighs nothing",
        {"BWK050301": {"draagkracht": "1", "voorbelasting": "9"}},
        {"U1": "W1"},
        regels={
            "draagkracht": {
                "gewicht": {"licht": 0, "midden": 1, "zwaar": 2},
                "bron": "regio",
                "datum": date(2026, 1, 1),
            }
        },
    ),
    Geval(
        "k5-uit-op-h",
        "who leaves on H does not stay",
        {"BWK050301": {"draagkracht": "1"}, "P9": {"wijkcode": "WK050301", "datum_uit": "21-12-2026"}},
        {"U1": "W1"},
    ),
    Geval(
        "k5-mover-blijft-in-wijk",
        "the mover takes along what came with it",
        {"BWK050301": {"draagkracht": "1"}, "P1": MOVER, "W2": {}},
        {"U1": "W2"},
    ),
    Geval(
        "k5-mover-zwaarder",
        "came as licht (1), is zwaar (3) now: adds 2",
        {"BWK050301": {"draagkracht": "1"}, "P1": MOVER, "W2": {}, "U1": {"zorgzwaarte": "zwaar"}},
        {"U1": "K5"},
        regels=GEWICHT,
    ),
    Geval(
        "k5-overvol-krijgt-terug",
        "2 of 1 taken; U1 leaves the wijk, so U2 may come: adds 1 - 1 <= 0",
        {
            "BWK050301": {"draagkracht": "1"},
            "BWK050302": {},
            "P1": MOVER,
            "P9": {"wijkcode": "WK050301"},
            "W2": {"wijkcode": "WK050302", "leeftijd_min": "30"},
            "W3": {},
            "U2": {"leeftijd": "29"},
        },
        {"U1": "W2", "U2": "W3"},
    ),
    Geval(
        "k5-overvol-zonder-vertrek",
        "nobody leaves: U2 may not come",
        {"BWK050301": {"draagkracht": "1"}, "P8": {"wijkcode": "WK050301"}, "P9": {"wijkcode": "WK050301"}},
        {"U1": "K5"},
    ),
    Geval(
        "k5-los",
        "an unnamed place has no wijk yet",
        {"W1": None, "C1": {}, "BWK050301": {"draagkracht": "0", "instroom_max": "0"}},
        {"U1": "C1"},
    ),
    Geval(
        "k5-instroom",
        "one placement this year, one allowed",
        {
            "BWK050301": {"instroom_max": "1"},
            "P9": {"wijkcode": "WK050301", "datum_in": "01-01-2026", "datum_uit": "02-01-2026"},
        },
        {"U1": "K5"},
    ),
    Geval(
        "k5-instroom-vorig-jaar",
        "last year's does not count",
        {"BWK050301": {"instroom_max": "1"}, "P9": {"wijkcode": "WK050301", "datum_in": "31-12-2025"}},
        {"U1": "W1"},
    ),
    Geval(
        "k5-instroom-mover",
        "for instroom_max the old place goes on counting",
        {"BWK050301": {"instroom_max": "1"}, "P1": MOVER | {"datum_in": "01-06-2026"}, "W2": {}},
        {"U1": "K5"},
    ),
    Geval(
        "k5-instroom-tussen",
        "woonvormen that do not count for the quota do count here",
        {
            "BWK050301": {"instroom_max": "1"},
            "P9": {"wijkcode": "WK050301", "datum_in": "01-01-2026", "woonvorm": "tussenvoorziening"},
        },
        {"U1": "K5"},
    ),
)
