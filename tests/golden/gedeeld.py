"""Rows and settings that many golden cases share."""

from __future__ import annotations

from datetime import date
from typing import Any

ALLEEN_GEPLAATST: dict[str, Any] = {"doelen": {"volgorde": ["geplaatst"]}}
"""Nothing but the smallest sorted list tells equal numbers apart."""
VOLGORDE: dict[str, Any] = {"doelen": {"volgorde": ["geplaatst", "wachttijd"]}}
"""The longest wait goes first, and there is no draw."""
WACHT_20 = {"wachtend_sinds": "03-11-2026"}
WACHT_30 = {"wachtend_sinds": "24-10-2026"}
"""Twenty and thirty days; the base waits ten."""
MOVER = {"uitstromer_id": "U1", "woning_id": "W1", "woonvorm": "tussenvoorziening"}
"""U1 lives in W1, in a woonvorm with a longest stay: empty doorstroom is ja, so U1 may move on."""
GEWICHT: dict[str, Any] = {
    "draagkracht": {"gewicht": {"licht": 1, "midden": 2, "zwaar": 3}, "bron": "regio", "datum": date(2026, 1, 1)}
}
TWEE_GEMEENTEN = {"GM0510": {"aandeel": "1"}, "GM0503": {"aandeel": "1"}, "BWK051001": {"gemeentecode": "GM0510"}}
"""Two gemeenten with equal shares."""
IN_0510 = {"gemeentecode": "GM0510", "wijkcode": "WK051001"}
