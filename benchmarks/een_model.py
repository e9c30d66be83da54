"""A kernel question as one plain model, the way anybody would hand it to a solver: columns, rows, objectives.

Nothing of the kernel's own code is used but the values of ``solver.instance``. What helps a rival is granted: the
options that weigh the same in every form of a ``terms`` level are counted in one column (a gemeente's number of
placements, not a row over all pairs), and each level starts from the answer of the one before.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from solver.instance import Form, Instance, Level, Sense

Lineair = dict[int, int]
"""Weights by column."""


@dataclass(frozen=True, slots=True)
class Rij:
    """``laagst <= sum of weight times column <= hoogst``; None: no such side."""

    gewichten: Lineair
    laagst: int | None = None
    hoogst: int | None = None


@dataclass(frozen=True, slots=True)
class Doel:
    """A level over columns: the sum, plus ``vast``, is made as large (``groter``) or as small as can be."""

    naam: str
    groter: bool
    gewichten: Lineair
    vast: int = 0


@dataclass(slots=True)
class EenModel:
    """Whole-number columns (the options first) with their bounds, rows, and the levels in order."""

    opties: int
    kolommen: list[tuple[int, int]]
    rijen: list[Rij] = field(default_factory=list)
    doelen: list[Doel] = field(default_factory=list)

    @classmethod
    def van(cls, instance: Instance) -> EenModel:
        """The model of a question."""
        vast = set(instance.fixed)
        model = cls(instance.options, [(int(optie in vast), 1) for optie in range(instance.options)])
        for groep in instance.groups:
            model.rijen.append(Rij(dict(zip(groep.option, groep.weight, strict=True)), groep.min, groep.max))
        model.rijen += [Rij({i: 1, j: 1}, None, 1) for i, j in instance.exclusions]
        model.doelen = [model._doel(niveau) for niveau in instance.levels]
        return model

    def _doel(self, niveau: Level) -> Doel:
        groter = niveau.sense == Sense.MAX
        if niveau.value is not None:
            return Doel(niveau.name, groter, {optie: waarde for optie, waarde in enumerate(niveau.value) if waarde})
        vormen = iter(self._getelde_vormen([vorm for term in niveau.terms or () for vorm in term]))
        grootsten = [self._grootste([next(vormen) for _ in term]) for term in niveau.terms or ()]
        return Doel(niveau.name, groter, dict.fromkeys(grootsten, 1))

    def _getelde_vormen(self, vormen: Sequence[Form]) -> list[tuple[Lineair, int]]:
        """The forms, with one column for all options that weigh the same in each of them."""
        van_optie: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for k, vorm in enumerate(vormen):
            for optie, gewicht in zip(vorm.option, vorm.weight, strict=True):
                van_optie[optie].append((k, gewicht))
        gelijken: dict[tuple[tuple[int, int], ...], list[int]] = defaultdict(list)
        for optie, gewichten in sorted(van_optie.items()):
            gelijken[tuple(gewichten)].append(optie)
        geteld: list[tuple[Lineair, int]] = [({}, vorm.constant) for vorm in vormen]
        for patroon, opties in gelijken.items():
            aantal = self._kolom(0, len(opties))
            self.rijen.append(Rij({**dict.fromkeys(opties, 1), aantal: -1}, 0, 0))
            for k, gewicht in patroon:
                geteld[k][0][aantal] = gewicht
        return geteld

    def _grootste(self, vormen: Iterable[tuple[Lineair, int]]) -> int:
        """A column that is at least each of the forms; a level that is made small presses it onto the largest."""
        grenzen = [(gewichten, vast, *self._uitersten(gewichten, vast)) for gewichten, vast in vormen]
        kolom = self._kolom(max(laag for *_, laag, _ in grenzen), max(hoog for *_, hoog in grenzen))
        for gewichten, vast, *_ in grenzen:
            if gewichten:
                self.rijen.append(Rij({**gewichten, kolom: -1}, None, -vast))
        return kolom

    def _uitersten(self, gewichten: Lineair, vast: int) -> tuple[int, int]:
        einden = [sorted(w * grens for grens in self.kolommen[kolom]) for kolom, w in gewichten.items()]
        return vast + sum(laag for laag, _ in einden), vast + sum(hoog for _, hoog in einden)

    def _kolom(self, laagst: int, hoogst: int) -> int:
        self.kolommen.append((laagst, hoogst))
        return len(self.kolommen) - 1


def waarde(niveau: Level, gekozen: frozenset[int]) -> int:
    """What a choice of options is worth at a level, in whole numbers (kern.md)."""
    if niveau.value is not None:
        return sum(niveau.value[optie] for optie in gekozen)
    return sum(max(_vorm(vorm, gekozen) for vorm in term) for term in niveau.terms or ())


def _vorm(vorm: Form, gekozen: frozenset[int]) -> int:
    return vorm.constant + sum(w for o, w in zip(vorm.option, vorm.weight, strict=True) if o in gekozen)


def gebroken(instance: Instance, gekozen: frozenset[int]) -> list[str]:
    """The limits that a choice of options breaks, by name."""
    namen = [f"fixed:{optie}" for optie in instance.fixed if optie not in gekozen]
    namen += [f"exclusion:{i}-{j}" for i, j in instance.exclusions if i in gekozen and j in gekozen]
    for groep in instance.groups:
        som = sum(w for o, w in zip(groep.option, groep.weight, strict=True) if o in gekozen)
        if (groep.max is not None and som > groep.max) or (groep.min is not None and som < groep.min):
            namen.append(groep.name)
    return namen
