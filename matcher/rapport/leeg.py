"""What stays empty because of which rule, and who waits for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from data.regio import Regio
from matcher.uitkomst import BatchUitkomst, LegePlek, PlekSoort


@dataclass(frozen=True, slots=True, kw_only=True)
class LeegDoor:
    """The plekken that stay empty because of one rule (or a few that are named together)."""

    regel: str
    plekken: tuple[LegePlek, ...]

    @property
    def plaatsen(self) -> int:
        """Places that stay empty."""
        return sum(plek.vrij for plek in self.plekken)

    def wachtenden(self, plek: LegePlek, namen: Callable[[str], str] = str) -> dict[str, tuple[str, ...]]:
        """Who waits for ``plek`` because of this rule, each with the other rules that stand in the way."""
        return {
            persoon: tuple(code for code in codes if namen(code) != self.regel)
            for persoon, codes in plek.wachtenden
            if self.regel in {namen(code) for code in codes}
        }

    def mensen(self, namen: Callable[[str], str] = str) -> frozenset[str]:
        """Everyone who waits for one of these plekken because of this rule."""
        return frozenset(persoon for plek in self.plekken for persoon in self.wachtenden(plek, namen))


def leeg_door(lege_plekken: tuple[LegePlek, ...], namen: Callable[[str], str] = str) -> tuple[LeegDoor, ...]:
    """Empty plekken by rule, in the order of the rules; ``namen`` can join several codes under one name.

    A plek for which several rules stand in the way is listed under each of them.
    """
    codes = sorted({code for plek in lege_plekken for _, deel in plek.wachtenden for code in deel}, key=_nummer)
    regels = dict.fromkeys(namen(code) for code in codes)
    blokken = (LeegDoor(regel=regel, plekken=_plekken(lege_plekken, regel, namen)) for regel in regels)
    return tuple(blokken)


def _plekken(lege_plekken: tuple[LegePlek, ...], regel: str, namen: Callable[[str], str]) -> tuple[LegePlek, ...]:
    return tuple(p for p in lege_plekken if any(namen(code) == regel for _, codes in p.wachtenden for code in codes))


def _nummer(code: str) -> tuple[int, str]:
    cijfers = code[1:]
    return (int(cijfers) if cijfers.isdigit() else 0, code)


def lege_plaatsen(uitkomst: BatchUitkomst, regio: Regio) -> int:
    """Places of the supply that this batch leaves empty.

    A contingent and its named woningen draw on the same places: those count once.
    """
    gegeven = Counter(voorstel.plek for voorstel in uitkomst.voorstellen)
    rest = {feit.plek: max(0, feit.vrij - gegeven[feit.plek]) for feit in uitkomst.plekken}
    over = {
        g.code: max(0, g.grens - g.geteld - g.nieuw) for g in uitkomst.overzicht.contingenten if g.grens is not None
    }
    bij = {woning.woning_id: woning.contingent_id for woning in regio.woningen}
    woningen: Counter[str | None] = Counter()
    los: dict[str, int] = {}
    for feit in uitkomst.plekken:
        if feit.soort is PlekSoort.CONTINGENT:
            los[feit.plek] = over.get(feit.plek, rest[feit.plek])
        else:
            woningen[bij.get(feit.plek)] += rest[feit.plek]
    vast = sum(n if code is None else min(n, over.get(code, n)) for code, n in woningen.items() if code not in los)
    return vast + sum(los.values())
