"""A rival: CP-SAT with the whole question as one model."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from benchmarks.een_model import Doel, EenModel, Lineair, Rij
from benchmarks.mededingers import Gevonden, Mededinger, Uitslag, een_voor_een
from solver.instance import Instance

if TYPE_CHECKING:
    from ortools.sat.python import cp_model


def cp_sat(werkers: int) -> Mededinger:
    """CP-SAT with so many workers, otherwise as it comes."""

    def doe_mee(instance: Instance, seconden: float, _: Sequence[int]) -> Uitslag:
        return een_voor_een(instance, lambda model: _CpSat(model, werkers), seconden)

    return doe_mee


class _CpSat:
    def __init__(self, model: EenModel, werkers: int) -> None:
        from ortools.sat.python import cp_model

        self._opties = model.opties
        self._werkers = werkers
        self._model = cp_model.CpModel()
        self._kolommen = [self._model.new_int_var(laag, hoog, "") for laag, hoog in model.kolommen]
        for rij in model.rijen:
            self.houd(rij)

    def houd(self, rij: Rij) -> None:
        som = self._som(rij.gewichten)
        if rij.laagst is not None:
            self._model.add(som >= rij.laagst)
        if rij.hoogst is not None:
            self._model.add(som <= rij.hoogst)

    def zoek(self, doel: Doel, seconden: float, begin: frozenset[int] | None) -> Gevonden:
        from ortools.sat.python import cp_model

        som = self._som(doel.gewichten) + doel.vast
        if doel.groter:
            self._model.maximize(som)
        else:
            self._model.minimize(som)
        self._model.clear_hints()  # type: ignore[no-untyped-call]
        if begin is not None:
            for optie in range(self._opties):
                self._model.add_hint(self._kolommen[optie], int(optie in begin))
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = self._werkers
        solver.parameters.max_time_in_seconds = seconden
        status = solver.solve(self._model)
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return Gevonden(None, best=False)
        waarden = [solver.value(kolom) for kolom in self._kolommen[: self._opties]]
        return Gevonden(frozenset(o for o, x in enumerate(waarden) if x), best=status == cp_model.OPTIMAL)

    def _som(self, gewichten: Lineair) -> cp_model.LinearExprT:
        from ortools.sat.python import cp_model

        return cp_model.LinearExpr.weighted_sum([self._kolommen[k] for k in gewichten], list(gewichten.values()))
