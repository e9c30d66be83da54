"""K4 at its boundaries: what counts, who may exceed it, and how Hamilton ties are settled."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.golden.gedeeld import IN_0510, TWEE_GEMEENTEN
from tests.golden.geval import Geval


def _k4(**spreiding: Any) -> dict[str, Any]:
    return {"spreiding": spreiding}


QUOTUM = (
    Geval(
        "k4-jaar-niet-van-h",
        "J is the year of D: what begins on 01-01-2027, before H, does not count yet",
        {"GM0503": {"opgave": "1"}, "P9": {"datum_in": "01-01-2027"}},
        {"U1": "W1"},
        datum=date(2026, 12, 20),
    ),
    Geval(
        "k4-hamilton-laagste-code",
        "the tie of 1 over 1:1 goes to GM0037, which stands below GM0503 in the file",
        {"GM0503": {"aandeel": "1"}, "GM0037": {"aandeel": "1"}},
        {"U1": "K4"},
        regels=_k4(jaaropgave=1),
    ),
    Geval(
        "k4-opgave", "agreed 1, counted 1", {"GM0503": {"opgave": "1"}, "P9": {"datum_in": "01-01-2026"}}, {"U1": "K4"}
    ),
    Geval(
        "k4-vorig-jaar",
        "31-12 of last year does not count in J",
        {"GM0503": {"opgave": "1"}, "P9": {"datum_in": "31-12-2025"}},
        {"U1": "W1"},
    ),
    Geval(
        "k4-al-weg",
        "it counts in J though it ended",
        {"GM0503": {"opgave": "1"}, "P9": {"datum_in": "01-01-2026", "datum_uit": "01-03-2026"}},
        {"U1": "K4"},
    ),
    Geval(
        "k4-speling",
        "1 + 1 allowed",
        {"GM0503": {"opgave": "1"}, "P9": {"datum_in": "01-01-2026"}},
        {"U1": "W1"},
        regels=_k4(speling=1),
    ),
    Geval(
        "k4-telt-niet-mee-oud",
        "a tussenvoorziening does not count (decision 1)",
        {"GM0503": {"opgave": "1"}, "P9": {"datum_in": "01-01-2026", "woonvorm": "tussenvoorziening"}},
        {"U1": "W1"},
    ),
    Geval(
        "k4-telt-niet-mee-nieuw",
        "nor does a new one",
        {"GM0503": {"opgave": "0"}, "U1": {"woonvormen": "tussenvoorziening"}, "W1": {"woonvorm": "tussenvoorziening"}},
        {"U1": "W1"},
    ),
    Geval("k4-geen-opgave", "without opgave or jaaropgave no K4", {"P9": {"datum_in": "01-01-2026"}}, {"U1": "W1"}),
    Geval(
        "k4-vrij-crisis",
        "crisis may exceed it",
        {"GM0503": {"opgave": "0"}, "U1": {"urgentie": "crisis"}},
        {"U1": "W1"},
        regels=_k4(vrij=["crisis"]),
    ),
    Geval(
        "k4-niet-vrij",
        "hoog is not crisis",
        {"GM0503": {"opgave": "0"}, "U1": {"urgentie": "hoog"}},
        {"U1": "K4"},
        regels=_k4(vrij=["crisis"]),
    ),
    Geval(
        "k4-vrij-herkomst",
        "a place in one's own gemeente",
        {"GM0503": {"opgave": "0"}, "U1": {"herkomst_gemeente": "GM0503"}},
        {"U1": "W1"},
        regels=_k4(vrij=["herkomst"]),
    ),
    Geval(
        "k4-vrij-elders",
        "from elsewhere",
        {"GM0503": {"opgave": "0"}, "U1": {"herkomst_gemeente": "GM0510"}},
        {"U1": "K4"},
        regels=_k4(vrij=["herkomst"]),
    ),
    Geval(
        "k4-vrij-telt-niet",
        "the free pair is not counted among the new: room for the other",
        {"GM0503": {"opgave": "1"}, "W2": {}, "U1": {"urgentie": "crisis"}, "U2": {}},
        {"U1": "W1", "U2": "W2"},
        regels={**_k4(vrij=["crisis"]), "doelen": {"volgorde": ["geplaatst"]}},
    ),
    Geval(
        "k4-overvol",
        "3 counted of 1: what runs is never undone, and adds nothing",
        {"GM0503": {"opgave": "1"}, **{f"P{n}": {"datum_in": "01-01-2026"} for n in (7, 8, 9)}},
        {"U1": "K4"},
    ),
    Geval(
        "k4-los",
        "an unnamed place has a gemeente, so it counts",
        {"W1": None, "C1": {}, "GM0503": {"opgave": "0"}},
        {"U1": "K4"},
    ),
    Geval(
        "k4-hamilton-code",
        "1 over 1:1 ties; the lower code gets it",
        {**TWEE_GEMEENTEN, "W1": IN_0510},
        {"U1": "K4"},
        regels=_k4(jaaropgave=1),
    ),
    Geval("k4-hamilton-code-wint", "the lower code did", {**TWEE_GEMEENTEN}, {"U1": "W1"}, regels=_k4(jaaropgave=1)),
    Geval(
        "k4-hamilton-grootste",
        "2 over 1:3 is 0.5 and 1.5: the tie goes to the larger share, so GM0503 has 0",
        {**TWEE_GEMEENTEN, "GM0510": {"aandeel": "3"}},
        {"U1": "K4"},
        regels=_k4(jaaropgave=2),
    ),
    Geval(
        "k4-hamilton-kleinste",
        "2 over 3:1 is 1.5 and 0.5: GM0503 has 2",
        {**TWEE_GEMEENTEN, "GM0503": {"aandeel": "3"}, "P9": {"datum_in": "01-01-2026"}},
        {"U1": "W1"},
        regels=_k4(jaaropgave=2),
    ),
    Geval(
        "k4-rest",
        "3 over 33,63 : 66,37 is 1.0089 and 1.9911: one for GM0503, and it is taken",
        {
            **TWEE_GEMEENTEN,
            "GM0503": {"aandeel": "33,63"},
            "GM0510": {"aandeel": "66,37"},
            "P9": {"datum_in": "01-01-2026"},
        },
        {"U1": "K4"},
        regels=_k4(jaaropgave=3),
    ),
    Geval(
        "k4-opgave-voor-aandeel",
        "the agreed number goes before the shares",
        {"GM0503": {"aandeel": "1", "opgave": "0"}},
        {"U1": "K4"},
        regels=_k4(jaaropgave=9),
    ),
    Geval(
        "k4-jaar-van-d",
        "D in 2027: a placement of 31-12-2026 does not count in J",
        {"GM0503": {"opgave": "1"}, "P9": {"datum_in": "31-12-2026"}},
        {"U1": "W1"},
        datum=date(2027, 1, 1),
    ),
)
