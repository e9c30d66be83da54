"""Rivals that work with real numbers: HiGHS and SCIP inside OR-Tools, and the bare LP relaxations of the levels.

The old interface ``ModelBuilderHelper`` serves all three; HiGHS and SCIP stop at a gap unless told otherwise. Their
answers are rounded and then tried in whole numbers (``mededingers``).
"""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, floor
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks.een_model import Doel, EenModel, Rij
from benchmarks.mededingers import Gevonden, Mededinger, Stap, Uitslag, een_voor_een
from solver.instance import Instance

if TYPE_CHECKING:
    from ortools.linear_solver.python import model_builder_helper

HIGHS = "highs"
HALF = 0.5
SPELING = 1e-6
"""How far a bound in real numbers may lie beyond the whole number that it means."""


def mip(naam: str, instelling: str) -> Mededinger:
    """HiGHS or SCIP by the name that OR-Tools gives it, with one setting."""

    def doe_mee(instance: Instance, seconden: float, _: Sequence[int]) -> Uitslag:
        return een_voor_een(instance, lambda model: _Lineair(model, naam, instelling), seconden)

    return doe_mee


def relaxaties(instance: Instance, seconden: float, onze: Sequence[int]) -> Uitslag:
    """Each level without the demand that options are whole, with the levels before it kept at the values of ours.

    The value is the bound that follows, rounded to the side that is certain; nothing is proven by it.
    """
    model = EenModel.van(instance)
    oplosser = _Lineair(model, "glop", "", geheel=False)
    stappen = []
    for doel, bereikt in zip(model.doelen, onze, strict=True):
        begin = perf_counter()
        grens = oplosser.grens(doel, seconden)
        duur = perf_counter() - begin
        heel = None if grens is None else floor(grens + SPELING) if doel.groter else ceil(grens - SPELING)
        stappen.append(Stap(doel.naam, heel, seconden=duur))
        over = bereikt - doel.vast
        oplosser.houd(Rij(doel.gewichten, over, None) if doel.groter else Rij(doel.gewichten, None, over))
    return Uitslag(sum(s.seconden for s in stappen), tuple(stappen), any(s.waarde is None for s in stappen))


class _Lineair:
    def __init__(self, model: EenModel, naam: str, instelling: str, *, geheel: bool = True) -> None:
        from ortools.linear_solver.python import model_builder_helper

        self._naam, self._instelling = naam, instelling
        self._opties = model.opties
        self._model = model_builder_helper.ModelBuilderHelper()
        for kolom, (laag, hoog) in enumerate(model.kolommen):
            self._model.add_var()
            self._model.set_var_lower_bound(kolom, laag)
            self._model.set_var_upper_bound(kolom, hoog)
            self._model.set_var_integrality(kolom, geheel)
        for rij in model.rijen:
            self.houd(rij)

    def houd(self, rij: Rij) -> None:
        nummer = self._model.add_linear_constraint()
        self._model.set_constraint_lower_bound(nummer, float("-inf") if rij.laagst is None else rij.laagst)
        self._model.set_constraint_upper_bound(nummer, float("inf") if rij.hoogst is None else rij.hoogst)
        for kolom, gewicht in rij.gewichten.items():
            self._model.add_term_to_constraint(nummer, kolom, gewicht)

    def zoek(self, doel: Doel, seconden: float, begin: frozenset[int] | None) -> Gevonden:
        from ortools.linear_solver.python import model_builder_helper

        self._model.clear_hints()
        if begin is not None and self._naam != HIGHS:  # HiGHS in OR-Tools 9.15 crashes the process on a hint
            for optie in range(self._opties):
                self._model.add_hint(optie, float(optie in begin))
        solver = self._opgelost(doel, seconden)
        if not solver.has_solution():
            return Gevonden(None, best=False)
        waarden = solver.variable_values().tolist()[: self._opties]
        best = solver.status() == model_builder_helper.SolveStatus.OPTIMAL
        return Gevonden(frozenset(o for o, x in enumerate(waarden) if x > HALF), best)

    def grens(self, doel: Doel, seconden: float) -> float | None:
        """The best value of a relaxation; None when it was not found in time."""
        from ortools.linear_solver.python import model_builder_helper

        solver = self._opgelost(doel, seconden)
        if solver.status() != model_builder_helper.SolveStatus.OPTIMAL:
            return None
        return float(solver.objective_value())

    def _opgelost(self, doel: Doel, seconden: float) -> model_builder_helper.ModelSolverHelper:
        from ortools.linear_solver.python import model_builder_helper

        self._model.clear_objective()
        self._model.set_objective_offset(doel.vast)
        for kolom, gewicht in doel.gewichten.items():
            self._model.set_var_objective_coefficient(kolom, gewicht)
        self._model.set_maximize(doel.groter)
        solver = model_builder_helper.ModelSolverHelper(self._naam)
        solver.enable_output(False)  # noqa: FBT003 - positional only
        solver.set_time_limit_in_seconds(seconden)
        if self._instelling:
            solver.set_solver_specific_parameters(self._instelling)
        solver.solve(self._model)
        return solver
