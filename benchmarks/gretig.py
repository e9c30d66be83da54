"""What desks do today: go down a list and give each what is still there. Quick, sound, and never better than the best.

Both work on the question alone: who an option is for and what it takes are read from its K1, K2 and K3 limits, who
waits longest and what fits best from the levels ``wachttijd`` and ``passend``.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from time import perf_counter

from benchmarks.een_model import gebroken, waarde
from benchmarks.mededingers import Stap, Uitslag
from benchmarks.opgave import code
from solver.instance import Instance


@dataclass(frozen=True, slots=True)
class Lijst:
    """An option as a desk sees it."""

    persoon: Mapping[int, str]
    """Name of the K1 limit of each option."""
    plek: Mapping[int, str]
    """Name of the K2 limit of each option, or of the K3 limit for an unnamed place."""
    wacht: Sequence[int]
    past: Sequence[int]

    @classmethod
    def van(cls, instance: Instance) -> Lijst:
        """Read from the limits and levels of a question."""
        namen: dict[str, dict[int, str]] = {"K1": {}, "K2": {}, "K3": {}}
        for groep in instance.groups:
            if code(groep) in namen:
                namen[code(groep)] |= dict.fromkeys(groep.option, groep.name)
        return cls(namen["K1"], namen["K3"] | namen["K2"], _punten(instance, "wachttijd"), _punten(instance, "passend"))


def _punten(instance: Instance, naam: str) -> Sequence[int]:
    for niveau in instance.levels:
        if niveau.name == naam and niveau.value is not None:
            return niveau.value
    return (0,) * instance.options


class _Ruimte:
    """What is chosen so far, and what every limit has left."""

    def __init__(self, instance: Instance) -> None:
        self.gekozen: set[int] = set()
        self._over = [groep.max for groep in instance.groups]
        self._van: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for nummer, groep in enumerate(instance.groups):
            for optie, gewicht in zip(groep.option, groep.weight, strict=True):
                self._van[optie].append((nummer, gewicht))
        self._niet_samen: dict[int, set[int]] = defaultdict(set)
        for i, j in instance.exclusions:
            self._niet_samen[i].add(j)
            self._niet_samen[j].add(i)
        for optie in sorted(set(instance.fixed)):
            self._neem(optie)

    def neem_als_het_kan(self, optie: int) -> bool:
        """Take an option that breaks no limit; whether it was taken."""
        if optie in self.gekozen or not self.gekozen.isdisjoint(self._niet_samen[optie]):
            return False
        for nummer, gewicht in self._van[optie]:
            over = self._over[nummer]
            if over is not None and gewicht > over:
                return False
        self._neem(optie)
        return True

    def _neem(self, optie: int) -> None:
        self.gekozen.add(optie)
        for nummer, gewicht in self._van[optie]:
            over = self._over[nummer]
            if over is not None:
                self._over[nummer] = over - gewicht


def langst_wachtend(instance: Instance, seconden: float = 0, onze: Sequence[int] = ()) -> Uitslag:  # noqa: ARG001
    """First come, first served: who waits longest takes the plek that fits best of those that are left."""
    begin = perf_counter()
    lijst, ruimte = Lijst.van(instance), _Ruimte(instance)
    opties = _per(lijst.persoon)
    for persoon in sorted(opties, key=lambda naam: (-lijst.wacht[opties[naam][0]], naam)):
        for optie in sorted(opties[persoon], key=lambda optie: (-lijst.past[optie], optie)):
            if ruimte.neem_als_het_kan(optie):
                break
    return _uitslag(instance, ruimte.gekozen, begin)


def schaarst_eerst(instance: Instance, seconden: float = 0, onze: Sequence[int] = ()) -> Uitslag:  # noqa: ARG001
    """The plek with the fewest candidates first, each of its places to the candidate who waits longest."""
    begin = perf_counter()
    lijst, ruimte = Lijst.van(instance), _Ruimte(instance)
    opties = _per(lijst.plek)
    for plek in sorted(opties, key=lambda naam: (len(opties[naam]), naam)):
        for optie in sorted(opties[plek], key=lambda optie: (-lijst.wacht[optie], optie)):
            ruimte.neem_als_het_kan(optie)
    return _uitslag(instance, ruimte.gekozen, begin)


def _per(namen: Mapping[int, str]) -> dict[str, list[int]]:
    opties: dict[str, list[int]] = defaultdict(list)
    for optie, naam in sorted(namen.items()):
        opties[naam].append(optie)
    return opties


def _uitslag(instance: Instance, gekozen: Iterable[int], begin: float) -> Uitslag:
    duur = perf_counter() - begin
    vast = frozenset(gekozen)
    assert not gebroken(instance, vast), "de vuistregel brak een grens"
    return Uitslag(duur, tuple(Stap(niveau.name, waarde(niveau, vast)) for niveau in instance.levels), gekozen=vast)
