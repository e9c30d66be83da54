"""K10: what a fixed pair skips, what it must name, what it does not skip."""

from __future__ import annotations

from datetime import date

from tests.golden.gedeeld import MOVER, VOLGORDE, WACHT_30
from tests.golden.geval import Geval

VAST = (
    Geval(
        "k10-ondanks-eis",
        "a fixed pair skips R05, and is no feasible pair",
        {"U1": {"toegankelijkheid": "rollator"}, "A1": {"woning_id": "W1"}},
        {"U1": "W1"},
        paren=0,
    ),
    Geval(
        "k10-niet-de-beste",
        "the fixed pair is in although the other waits longer",
        {"U2": WACHT_30, "A1": {"woning_id": "W1"}},
        {"U1": "W1", "U2": "K2"},
    ),
    Geval(
        "k10-r14",
        "R14 is not named: bad input",
        {"U1": {"uitsluiting_gebieden": "GM0503"}, "A1": {"woning_id": "W1"}},
        exit=2,
    ),
    Geval(
        "k10-r14-ondanks",
        "R14 is named",
        {"U1": {"uitsluiting_gebieden": "GM0503"}, "A1": {"woning_id": "W1", "ondanks": "R14"}},
        {"U1": "W1"},
    ),
    Geval(
        "k10-r15-r19",
        "one of two named is not enough",
        {
            "U1": {"uitsluiting_punten": "80000 440000 9", "vermijden": "horeca 5"},
            "A1": {"woning_id": "W1", "ondanks": "R15"},
        },
        exit=2,
    ),
    Geval(
        "k10-r15-r19-ondanks",
        "both named",
        {
            "U1": {"uitsluiting_punten": "80000 440000 9", "vermijden": "horeca 5"},
            "A1": {"woning_id": "W1", "ondanks": "R15|R19"},
        },
        {"U1": "W1"},
    ),
    Geval(
        "k10-uitgesloten",
        "fixed for someone who is no participant",
        {"U1": {"beschikbaar_vanaf": "01-02-2027"}, "A1": {"woning_id": "W1"}},
        exit=2,
    ),
    Geval(
        "k10-buiten-aanbod",
        "fixed on a place that is taken",
        {"P9": {"woning_id": "W1"}, "A1": {"woning_id": "W1"}},
        exit=2,
    ),
    Geval(
        "k10-na-h",
        "R08 is skipped: starts when the woning is there",
        {"W1": {"beschikbaar_vanaf": "01-02-2027"}, "A1": {"woning_id": "W1"}},
        {"U1": "W1"},
        ingang={"U1": date(2027, 2, 1)},
    ),
    Geval(
        "k10-en-verbod",
        "both at once is bad input",
        {"A1": {"woning_id": "W1"}, "A2": {"woning_id": "W1", "soort": "verbod"}},
        exit=2,
    ),
    Geval(
        "k10-voorbij",
        "an agreement that ended fixes nothing: the longest wait",
        {"U2": WACHT_30, "A1": {"woning_id": "W1", "tot": "22-11-2026"}},
        {"U1": "K2", "U2": "W1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k10-twee-plekken",
        "two plekken for one person: K1 clashes (decision 17)",
        {"W2": {}, "A1": {"woning_id": "W1"}, "A2": {"woning_id": "W2"}},
        exit=3,
    ),
    Geval(
        "k10-dubbel",
        "the same pair twice is once",
        {"A1": {"woning_id": "W1"}, "A2": {"woning_id": "W1"}},
        {"U1": "W1"},
    ),
    Geval(
        "k10-een-woning",
        "two people fixed on one place: K2 clashes",
        {"U2": {}, "A1": {"woning_id": "W1"}, "A2": {"woning_id": "W1", "uitstromer_id": "U2"}},
        exit=3,
    ),
    Geval(
        "k10-volle-wijk", "K5 is not skipped", {"BWK050301": {"draagkracht": "0"}, "A1": {"woning_id": "W1"}}, exit=3
    ),
    Geval(
        "k10-mover-maakt-plaats",
        "W3 fixed in a full wijk: possible only because U1 leaves it, so U1 must",
        {
            "BWK050301": {"draagkracht": "1"},
            "BWK050302": {},
            "P1": MOVER,
            "W2": {"wijkcode": "WK050302"},
            "W3": {},
            "U2": {"leeftijd": "29"},
            "A1": {"woning_id": "W3", "uitstromer_id": "U2"},
        },
        {"U1": "W2", "U2": "W3"},
    ),
    Geval(
        "k10-contingent",
        "an unnamed place can be fixed as well",
        {"C1": {}, "A1": {"contingent_id": "C1"}},
        {"U1": "C1"},
    ),
)
