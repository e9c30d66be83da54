"""The shape of a bar that shows how full a limit is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from matcher.uitkomst import Gebruik

BREEDTE = 1000
"""Width of a bar in its own units."""


class Vulling(StrEnum):
    """How full a limit is after the batch."""

    RUIMTE = "ruimte"
    VOL = "vol"
    OVER = "over"
    GEEN_GRENS = "geen grens"


@dataclass(frozen=True, slots=True, kw_only=True)
class Staaf:
    """A bar of ``BREEDTE`` units: what counted and goes on counting, what is new, what leaves, and the limit.

    Parts stand side by side from 0: ``blijft``, then ``nieuw`` or ``weg`` (one of the two is 0).
    ``over`` is where the part beyond the limit begins (None: nothing does).
    """

    blijft: int
    nieuw: int
    weg: int
    grens: int | None
    over: int | None


def staaf(gebruik: Gebruik) -> Staaf:
    """The bar of one limit, scaled so that the largest of what is used and the limit fits."""
    na = gebruik.geteld + gebruik.nieuw
    schaal = max(gebruik.grens or 0, gebruik.geteld, na, 1)

    def plek(waarde: int) -> int:
        return max(0, waarde) * BREEDTE // schaal

    blijft = plek(min(gebruik.geteld, na))
    grens = None if gebruik.grens is None else plek(gebruik.grens)
    return Staaf(
        blijft=blijft,
        nieuw=plek(na) - blijft if gebruik.nieuw > 0 else 0,
        weg=plek(gebruik.geteld) - blijft if gebruik.nieuw < 0 else 0,
        grens=grens,
        over=grens if gebruik.grens is not None and na > gebruik.grens else None,
    )


def vulling(gebruik: Gebruik) -> Vulling:
    """How full the limit is after the batch."""
    if gebruik.grens is None:
        return Vulling.GEEN_GRENS
    over = gebruik.geteld + gebruik.nieuw - gebruik.grens
    return Vulling.OVER if over > 0 else Vulling.VOL if over == 0 else Vulling.RUIMTE
