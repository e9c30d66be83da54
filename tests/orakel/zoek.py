"""Brute force: walk over every assignment of people to plekken and keep the best.

A branch is left for two reasons only, and both are exact. A limit: what is taken plus the least that the people
who are still to come can add (movers may give room back) passes the room. The levels: what is reached plus the
most that they can still add, level by level, is lexicographically worse than the best answer so far; a real
outcome of the branch is nowhere better than that on the first level where the two differ.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations

from tests.orakel.samen import Grens, Paar, bijdrage, botsen, botst_met_wat_er_is, grenzen
from tests.orakel.waarde import MIN, getelde_gemeenten, los_niveau, spreiding
from tests.orakel.wereld import Plek, Wereld

Vector = tuple[int, ...]
Keuze = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Optie:
    """One pair: what it adds to every limit (index, amount in hundredths) and to every level (sign: more is better)."""

    paar: tuple[str, str]
    gemeente: str
    telt: bool
    erbij: tuple[tuple[int, int], ...]
    waarde: Vector


@dataclass
class Zoeker:
    """The search over one region. ``mensen``: the options of each person, and whether they may stay without."""

    wereld: Wereld
    ruimte: list[int]
    namen: tuple[str, ...]
    mensen: list[tuple[list[Optie], bool]]
    botsingen: set[frozenset[tuple[str, str]]]
    minst: list[list[int]] = field(default_factory=list)
    meest: list[Vector] = field(default_factory=list)
    beste: tuple[Vector, Keuze] | None = None
    stappen: int = 0

    def zoek(self) -> tuple[Vector, Keuze] | None:
        """The best vector and the smallest sorted list of pairs that reaches it; None when nothing is allowed."""
        self.minst = [[0] * len(self.ruimte)]
        self.meest = [(0,) * len(self.namen)]
        for opties, mag_zonder in reversed(self.mensen):
            self.minst.append(self._minst(opties, mag_zonder=mag_zonder))
            self.meest.append(self._meest(opties, mag_zonder=mag_zonder))
        self.minst.reverse()
        self.meest.reverse()
        if all(self.minst[0][k] <= ruimte for k, ruimte in enumerate(self.ruimte)):
            self._verder(0, [], [0] * len(self.ruimte), (0,) * len(self.namen), getelde_gemeenten(self.wereld))
        return self.beste

    def _minst(self, opties: list[Optie], *, mag_zonder: bool) -> list[int]:
        uit = list(self.minst[-1])
        for k in range(len(uit)):
            bedragen = [dict(optie.erbij).get(k, 0) for optie in opties] + ([0] if mag_zonder else [])
            uit[k] += min(bedragen, default=0)
        return uit

    def _meest(self, opties: list[Optie], *, mag_zonder: bool) -> Vector:
        waarden = [optie.waarde for optie in opties] + ([(0,) * len(self.namen)] if mag_zonder else [])
        return tuple(
            vorig + max((waarde[k] for waarde in waarden), default=0) for k, vorig in enumerate(self.meest[-1])
        )

    def _verder(
        self, i: int, gekozen: list[tuple[str, str]], som: list[int], stand: Vector, aantallen: dict[str, int]
    ) -> None:
        self.stappen += 1
        hoogstens = tuple(a + b for a, b in zip(stand, self.meest[i], strict=True))
        if self.beste is not None and hoogstens < self.beste[0]:
            return
        if i == len(self.mensen):
            self._klaar(gekozen, som, stand, aantallen)
            return
        opties, mag_zonder = self.mensen[i]
        for optie in opties:
            nieuw = list(som)
            for k, bedrag in optie.erbij:
                nieuw[k] += bedrag
            past = all(nieuw[k] + self.minst[i + 1][k] <= self.ruimte[k] for k in range(len(nieuw)))
            if past and not any(frozenset((ander, optie.paar)) in self.botsingen for ander in gekozen):
                aantallen[optie.gemeente] += optie.telt
                opgeteld = tuple(a + b for a, b in zip(stand, optie.waarde, strict=True))
                self._verder(i + 1, [*gekozen, optie.paar], nieuw, opgeteld, aantallen)
                aantallen[optie.gemeente] -= optie.telt
        if mag_zonder:
            self._verder(i + 1, gekozen, som, stand, aantallen)

    def _klaar(self, gekozen: list[tuple[str, str]], som: list[int], stand: Vector, aantallen: dict[str, int]) -> None:
        if any(bedrag > ruimte for bedrag, ruimte in zip(som, self.ruimte, strict=True)):
            return
        if "spreiding" in self.namen:
            k = self.namen.index("spreiding")
            stand = (*stand[:k], -spreiding(self.wereld, aantallen), *stand[k + 1 :])
        uitkomst = (stand, tuple(sorted(gekozen)))
        if self.beste is None or stand > self.beste[0] or (stand == self.beste[0] and uitkomst[1] < self.beste[1]):
            self.beste = uitkomst


def maak_zoeker(
    wereld: Wereld, opties: Mapping[str, Sequence[Plek]], vast: frozenset[tuple[str, str]], zonder: frozenset[str]
) -> Zoeker:
    """Set the search up: ``opties`` per participant (with fixed pairs among them), limits and clashes."""
    alle = [g for g in grenzen(wereld) if g.code not in zonder]
    namen = tuple(wereld.regels["doelen"]["volgorde"])
    mensen: list[tuple[list[Optie], bool]] = []
    paren: list[Paar] = []
    for persoon_id in sorted(opties):
        persoon = wereld.personen[persoon_id]
        moet = {plek for wie, plek in vast if wie == persoon_id}
        mag = [
            (persoon, plek)
            for plek in opties[persoon_id]
            if (not moet or moet == {plek.id}) and not botst_met_wat_er_is(wereld, (persoon, plek)) - zonder
        ]
        paren += mag
        if mag or moet:
            mensen.append(([_optie(wereld, paar, namen, alle) for paar in mag], not moet))
    botsingen = {
        frozenset(((een[0].id, een[1].id), (ander[0].id, ander[1].id)))
        for een, ander in combinations(paren, 2)
        if een[0].id != ander[0].id and botsen(wereld, een, ander) - zonder
    }
    return Zoeker(wereld, [_honderdsten(g.ruimte) for g in alle], namen, mensen, botsingen)


def _optie(wereld: Wereld, paar: Paar, namen: tuple[str, ...], alle: list[Grens]) -> Optie:
    persoon, plek = paar
    bedragen = [(k, _honderdsten(bijdrage(wereld, g, persoon, plek))) for k, g in enumerate(alle)]
    waarde = [0 if n == "spreiding" else los_niveau(wereld, n, persoon, plek) * (-1 if n in MIN else 1) for n in namen]
    return Optie(
        paar=(persoon.id, plek.id),
        gemeente=plek.gemeente,
        telt=wereld.telt_mee(plek.woonvorm),
        erbij=tuple((k, bedrag) for k, bedrag in bedragen if bedrag),
        waarde=tuple(waarde),
    )


def _honderdsten(getal: Fraction) -> int:
    """Hours have at most two decimals, everything else is whole."""
    honderd = getal * 100
    assert honderd.denominator == 1
    return int(honderd)
