"""What a user could take instead of our kernel: one model in a well-known solver, or the rule of thumb of a desk.

Each contestant gets the same question and gives an :class:`Uitslag`. The one-model rivals are put to the levels one
by one: a level is solved, kept as a row (``>=`` or ``<=``), then the next. Only the seconds in which they solve count,
not those in which their model is built.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from time import perf_counter
from typing import Protocol

from benchmarks.een_model import Doel, EenModel, Rij, gebroken, waarde
from solver.instance import Instance
from solver.solve import Spread


@dataclass(frozen=True, slots=True)
class Stap:
    """One level of one contestant: its value (None: not reached), whether it is proven, and how long it took."""

    niveau: str
    waarde: int | None
    bewezen: bool = False
    seconden: float = 0.0


@dataclass(frozen=True, slots=True)
class Uitslag:
    """How a contestant did: the seconds, each level, whether it ran into the cap, what to say of it, its answer."""

    seconden: float
    stappen: tuple[Stap, ...]
    gestopt: bool = False
    opmerking: str = ""
    gekozen: frozenset[int] = frozenset()

    @property
    def waarden(self) -> tuple[int | None, ...]:
        """The values of the levels, in order."""
        return tuple(stap.waarde for stap in self.stappen)

    @property
    def bewezen(self) -> bool:
        """Whether every level is proven."""
        return all(stap.bewezen for stap in self.stappen)


Mededinger = Callable[[Instance, float, Sequence[int]], Uitslag]
"""The question, the most seconds a level, and the values that we reached (only bounds of relaxations need those)."""


@dataclass(frozen=True, slots=True)
class Gevonden:
    """What a solver says of one level: all chosen options (None: no answer), and whether it calls that the best."""

    gekozen: frozenset[int] | None
    best: bool


class Oplosser(Protocol):
    """A solver with one model in it, which stays from level to level."""

    def zoek(self, doel: Doel, seconden: float, begin: frozenset[int] | None) -> Gevonden:
        """The best answer for ``doel`` within the time, from ``begin`` where it can use that."""

    def houd(self, rij: Rij) -> None:
        """Add a row."""


def een_voor_een(instance: Instance, maak: Callable[[EenModel], Oplosser], seconden: float) -> Uitslag:
    """The levels one by one, each kept before the next; stops at the first that is not proven in time.

    Every answer is tried in whole numbers: one that breaks a limit, or an earlier level, ends the run with a remark.
    """
    model = EenModel.van(instance)
    oplosser = maak(model)
    stappen: list[Stap] = []
    gekozen: frozenset[int] | None = None
    for niveau, doel in zip(instance.levels, model.doelen, strict=True):
        begin = perf_counter()
        gevonden = oplosser.zoek(doel, seconden, gekozen)
        duur = perf_counter() - begin
        if gevonden.gekozen is None or not gevonden.best:
            stappen.append(Stap(niveau.name, _waarde(instance, gevonden, len(stappen)), seconden=duur))
            return _uitslag(instance, stappen, gestopt=True)
        gekozen = gevonden.gekozen
        if fout := _fout(instance, gekozen, stappen):
            stappen.append(Stap(niveau.name, None, seconden=duur))
            return _uitslag(instance, stappen, gestopt=True, opmerking=fout)
        bereikt = waarde(niveau, gekozen)
        stappen.append(Stap(niveau.name, bereikt, bewezen=True, seconden=duur))
        over = bereikt - doel.vast
        oplosser.houd(Rij(doel.gewichten, over, None) if doel.groter else Rij(doel.gewichten, None, over))
    return _uitslag(instance, stappen, gekozen=gekozen or frozenset())


def _waarde(instance: Instance, gevonden: Gevonden, nummer: int) -> int | None:
    """What an answer that is not proven is worth, if it is sound."""
    if gevonden.gekozen is None or gebroken(instance, gevonden.gekozen):
        return None
    return waarde(instance.levels[nummer], gevonden.gekozen)


def _fout(instance: Instance, gekozen: frozenset[int], stappen: Sequence[Stap]) -> str:
    if namen := gebroken(instance, gekozen):
        return f"breekt {namen[0]} en {len(namen) - 1} andere" if len(namen) > 1 else f"breekt {namen[0]}"
    for niveau, stap in zip(instance.levels, stappen, strict=False):
        if (nu := waarde(niveau, gekozen)) != stap.waarde:
            return f"geeft {niveau.name} prijs: {nu} in plaats van {stap.waarde}"
    return ""


def _uitslag(
    instance: Instance,
    stappen: Sequence[Stap],
    *,
    gestopt: bool = False,
    opmerking: str = "",
    gekozen: frozenset[int] = frozenset(),
) -> Uitslag:
    over = [Stap(niveau.name, None) for niveau in instance.levels[len(stappen) :]]
    return Uitslag(sum(stap.seconden for stap in stappen), (*stappen, *over), gestopt, opmerking, gekozen)


def verdeelde_kern(instance: Instance, seconden: float, onze: Sequence[int] = ()) -> Uitslag:
    """Our own kernel as ``python -m solver`` runs it on a large question: parts that do not touch, a process a core."""
    from solver.apart import Workshop, cores

    begin = perf_counter()
    with Workshop(cores()) as werkplaats:
        uitslag = eigen_kern(instance, seconden, onze, werkplaats.spread)
    return replace(uitslag, seconden=perf_counter() - begin)


def eigen_kern(
    instance: Instance,
    seconden: float,
    onze: Sequence[int] = (),  # noqa: ARG001
    spread: Spread | None = None,
) -> Uitslag:
    """Our own kernel, whole: faults, canonical order, all levels, the smallest list, the check."""
    from solver.solution import Status
    from solver.solve import solve

    begonnen: dict[str, float] = {}
    begin = perf_counter()
    antwoord = solve(
        instance,
        seconds=seconden * len(instance.levels),
        progress=lambda naam, *_: begonnen.update({naam: perf_counter()}),
        spread=spread,
    )
    einde = perf_counter()
    duren = _duren([niveau.name for niveau in antwoord.levels], begonnen, einde)
    stappen = tuple(
        Stap(niveau.name, niveau.value, niveau.proven, duren.get(niveau.name, 0.0)) for niveau in antwoord.levels
    )
    return Uitslag(
        einde - begin, stappen, antwoord.status is not Status.OPTIMAL, gekozen=frozenset(antwoord.chosen or ())
    )


def _duren(namen: Sequence[str], begonnen: Mapping[str, float], einde: float) -> dict[str, float]:
    """Seconds of each level that was told to begin; what is solved in parts tells of its parts instead."""
    gehoord = [naam for naam in namen if naam in begonnen]
    momenten = [*(begonnen[naam] for naam in gehoord), einde]
    return {naam: momenten[k + 1] - momenten[k] for k, naam in enumerate(gehoord)}


def mededingers() -> Mapping[str, Mededinger]:
    """Every rival by name, in the order of the table. Solvers are loaded by the rival that uses them."""
    from benchmarks.cpsat import cp_sat
    from benchmarks.gretig import langst_wachtend, schaarst_eerst
    from benchmarks.lineair import mip, relaxaties

    return {
        "CP-SAT, 2 werkers": cp_sat(2),
        "CP-SAT, 8 werkers": cp_sat(8),
        "HiGHS": mip("highs", "mip_rel_gap=0"),
        "SCIP": mip("scip", "limits/gap = 0"),
        RELAXATIES: relaxaties,
        "wie het langst wacht eerst": langst_wachtend,
        "schaarste plek eerst": schaarst_eerst,
    }


RELAXATIES = "LP-relaxaties (GLOP)"
EEN_MODEL = ("CP-SAT, 2 werkers", "CP-SAT, 8 werkers", "HiGHS", "SCIP")
"""The rivals that must prove every level, as we do."""
GRETIG = ("wie het langst wacht eerst", "schaarste plek eerst")
"""What desks do today: quick, and never better."""
