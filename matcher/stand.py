"""The options of a batch and what is already taken: what the K rules look at, and the limits that they give."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from data.keuzes import Woonomgeving
from data.records import Contactverbod, Uitstromer
from data.regio import Regio
from matcher.aanbod import Plek
from matcher.tijd import Peil
from matcher.velden import Getallen
from matcher.verblijf import Verblijf


@dataclass(frozen=True, slots=True)
class Grens:
    """A limit over the options: the sum of ``gewicht`` over the chosen among ``opties`` is at most ``hoogst``.

    ``naam`` is unique and begins with the code of its rule; ``gewicht`` empty means one each. What stands behind a
    ``#`` is there to make it unique and says nothing to anybody.
    """

    naam: str
    opties: tuple[int, ...]
    hoogst: int
    gewicht: tuple[int, ...] = ()
    strak: int | None = None
    """As good in the place of ``hoogst``, also as a weight, where the other limits hold; it prunes more."""
    afgeleid: bool = False
    """Where the other limits hold, so does this one: it is there for the explanation only."""

    @property
    def code(self) -> str:
        """Code of the rule that gives this limit."""
        return self.naam.partition(":")[0]

    @property
    def wegen(self) -> tuple[int, ...]:
        """The weight of each of ``opties``."""
        return self.gewicht or (1,) * len(self.opties)


@dataclass(frozen=True)
class Stand:
    """The options (pairs that may be chosen, in the order of uitstromer_id and plek) and all that runs already."""

    regio: Regio
    peil: Peil
    mensen: tuple[Uitstromer, ...]
    plekken: tuple[Plek, ...]
    persoon: Getallen
    """Index in ``mensen`` of each option."""
    plek: Getallen
    """Index in ``plekken`` of each option."""
    verblijf: tuple[Verblijf, ...]
    blijvend: Mapping[str, tuple[Verblijf, ...]]
    over: Mapping[str, int]
    """Places left of each contingent."""
    quota: Mapping[str, int] | None
    vast: frozenset[int]
    """Options that staff fixed."""
    verboden: tuple[Contactverbod, ...]
    """Contact bans that hold on D."""
    overlast: frozenset[str]
    """Participants whose ``overlastrisico`` counts on D."""

    @property
    def opties(self) -> Iterator[tuple[int, Uitstromer, Plek]]:
        """Every option with its person and plek."""
        for optie, (p, q) in enumerate(zip(self.persoon.tolist(), self.plek.tolist(), strict=True)):
            yield optie, self.mensen[p], self.plekken[q]

    @cached_property
    def per_persoon(self) -> Mapping[int, tuple[int, ...]]:
        """Options of each participant who has any, by index."""
        return groepen(self.persoon)

    @cached_property
    def per_plek(self) -> Mapping[int, tuple[int, ...]]:
        """Options of each plek that has any, by index."""
        return groepen(self.plek)

    @cached_property
    def van_persoon(self) -> Mapping[str, tuple[int, ...]]:
        """Options of each participant who has any, by uitstromer_id."""
        return {self.mensen[p].uitstromer_id: opties for p, opties in self.per_persoon.items()}

    @cached_property
    def vertrekkers(self) -> Mapping[str, tuple[Verblijf, ...]]:
        """Placements that are present but don't stay, by woning_id."""
        per_woning: dict[str, tuple[Verblijf, ...]] = {}
        for v in self.verblijf:
            if v.aanwezig and not v.blijft and v.woning_id is not None:
                per_woning[v.woning_id] = (*per_woning.get(v.woning_id, ()), v)
        return per_woning

    @cached_property
    def gemeentenamen(self) -> Mapping[str, str]:
        """Name of each gemeente by code."""
        return {g.gemeentecode: g.naam for g in self.regio.gemeenten}

    @cached_property
    def omgevingen(self) -> Mapping[str, Woonomgeving | None]:
        """Surroundings of each wijk by code."""
        return {w.wijkcode: w.woonomgeving for w in self.regio.wijken}

    def op(self, plekken: Iterable[int]) -> tuple[int, ...]:
        """Options on any of these plekken (indices), sorted."""
        return tuple(sorted(optie for plek in plekken for optie in self.per_plek.get(plek, ())))


def groepen(index: Getallen) -> dict[int, tuple[int, ...]]:
    """Where each number stands in ``index``, by number."""
    volgorde = np.argsort(index, kind="stable")
    waarden, begin = np.unique(index[volgorde], return_index=True)
    return {
        waarde: tuple(deel.tolist())
        for waarde, deel in zip(waarden.tolist(), np.split(volgorde, begin.tolist())[1:], strict=True)
    }
