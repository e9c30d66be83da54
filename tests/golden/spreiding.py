"""The level spreiding, worked out by hand."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from tests.golden.gedeeld import IN_0510, TWEE_GEMEENTEN
from tests.golden.geval import Geval


def _eerst(*volgorde: str) -> dict[str, Any]:
    return {"doelen": {"volgorde": list(volgorde)}}


SPREIDING = (
    Geval(
        "spreiding-band",
        "n = 1, shares half: |10000 - 5000| - 500 and |0 - 5000| - 500",
        {**TWEE_GEMEENTEN},
        {"U1": "W1"},
        niveaus={"spreiding": 9000},
    ),
    Geval(
        "spreiding-band-0",
        "without a band 5000 twice",
        {**TWEE_GEMEENTEN},
        {"U1": "W1"},
        regels={"spreiding": {"band_pct": 0}},
        niveaus={"spreiding": 10000},
    ),
    Geval(
        "spreiding-band-decimaal",
        "2.5 % of 10000 is 250: 4750 twice",
        {**TWEE_GEMEENTEN},
        {"U1": "W1"},
        regels={"spreiding": {"band_pct": Decimal("2.5")}},
        niveaus={"spreiding": 9500},
    ),
    Geval(
        "spreiding-band-precies",
        "50 % is just enough",
        {**TWEE_GEMEENTEN},
        {"U1": "W1"},
        regels={"spreiding": {"band_pct": 50}},
        niveaus={"spreiding": 0},
    ),
    Geval(
        "spreiding-kiest",
        "one in GM0503 counts already: U1 goes to GM0510 although the fit there is the same",
        {**TWEE_GEMEENTEN, "W2": IN_0510, "P9": {"datum_in": "01-01-2026"}},
        {"U1": "W2"},
        niveaus={"spreiding": 0},
    ),
    Geval(
        "spreiding-vorig-jaar",
        "last year's does not count: 9000 either way, W1 and W2 differ by loting only",
        {**TWEE_GEMEENTEN, "W2": IN_0510, "P9": {"datum_in": "31-12-2025"}},
        {"U1": "W1"},
        regels=_eerst("geplaatst", "spreiding"),
        niveaus={"spreiding": 9000},
    ),
    Geval(
        "spreiding-telt-niet-mee",
        "a tussenvoorziening is not in n: n = 0",
        {**TWEE_GEMEENTEN, "U1": {"woonvormen": "tussenvoorziening"}, "W1": {"woonvorm": "tussenvoorziening"}},
        {"U1": "W1"},
        niveaus={"spreiding": 0},
    ),
    Geval(
        "spreiding-zonder-aandeel",
        "without shares the level is 0",
        {"GM0510": {}, "BWK051001": {"gemeentecode": "GM0510"}},
        {"U1": "W1"},
        niveaus={"spreiding": 0},
    ),
    Geval(
        "spreiding-derden",
        "10000 over 1:1:1 is 3334, 3333, 3333 (a tie: the lower code): 6666 + 3333 + 3333 - 3 * 500",
        {**TWEE_GEMEENTEN, "GM0517": {"aandeel": "1"}},
        {"U1": "W1"},
        niveaus={"spreiding": 11832},
    ),
    Geval(
        "spreiding-buiten-regio",
        "a placement outside the file counts nowhere (decision 7)",
        {**TWEE_GEMEENTEN, "P9": {"gemeentecode": "GM9999", "datum_in": "01-01-2026"}},
        {"U1": "W1"},
        niveaus={"spreiding": 9000},
    ),
)
