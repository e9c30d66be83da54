"""What stays empty because of which rule, and who waits for it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from data.regio import Regio
from matcher.uitkomst import BatchUitkomst, LegePlek, PlekSoort

SAMEN = "samen"
"""Stands for several rules at once: giving way on one of them would help nobody."""
DOEL = "-"
"""Stands for no rule at all: taking this place would make a goal worse that the region puts higher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeegDoor:
    """The plekken that stay empty because of ``regel``; each lists only those whom just this keeps away."""

    regel: str
    plekken: tuple[LegePlek, ...]

    @property
    def plaatsen(self) -> int:
        """Places that stay empty."""
        return sum(plek.vrij for plek in self.plekken)

    @property
    def mensen(self) -> frozenset[str]:
        """Everyone who waits for one of these plekken."""
        return frozenset(persoon for plek in self.plekken for persoon, _ in plek.wachtenden)


def leeg_door(lege_plekken: tuple[LegePlek, ...], namen: Callable[[str], str] = str) -> tuple[LeegDoor, ...]:
    """Empty plekken by what keeps people away, in the order of the rules; every pair stands in one block.

    ``namen`` can join several codes under one name. A plek that is closed to one person by one rule and to
    another by another stands under both.
    """
    blokken: dict[str, list[LegePlek]] = {}
    for plek in lege_plekken:
        deel: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
        for persoon, codes in plek.wachtenden:
            deel.setdefault(_regel(codes, namen), []).append((persoon, codes))
        for regel, paren in deel.items():
            blokken.setdefault(regel, []).append(replace(plek, wachtenden=tuple(paren)))
    gevonden = (LeegDoor(regel=regel, plekken=tuple(plekken)) for regel, plekken in blokken.items())
    return tuple(sorted(gevonden, key=_volgorde))


def _regel(codes: tuple[str, ...], namen: Callable[[str], str]) -> str:
    regels = {namen(code) for code in codes}
    return SAMEN if len(regels) > 1 else next(iter(regels), DOEL)


def _volgorde(blok: LeegDoor) -> tuple[int, str]:
    """K rules by number, then what is no single rule."""
    nummers = (code[1:] for plek in blok.plekken for _, codes in plek.wachtenden for code in codes)
    laatste = 1_000
    if blok.regel in (SAMEN, DOEL):
        return laatste, blok.regel
    return min((int(nummer) for nummer in nummers if nummer.isdigit()), default=laatste), blok.regel


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
