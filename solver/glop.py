"""The one door to GLOP: a linear question in arrays, that may grow and whose bounds may move between two answers.

It goes through MathOpt, which keeps the rows and the basis from one time to the next, so that a question that differs
a little takes a few steps only; by its protocol, because its modelling layer takes longer than the answer.
"""

from dataclasses import dataclass

import numpy as np
from ortools.glop import parameters_pb2 as glop_pb2
from ortools.math_opt import (
    callback_pb2,
    model_parameters_pb2,
    model_pb2,
    model_update_pb2,
    parameters_pb2,
    result_pb2,
    sparse_containers_pb2,
)
from ortools.math_opt.core.python import solver as mathopt
from ortools.util.python.pybind_solve_interrupter import PySolveInterrupter
from pybind11_abseil.status import StatusNotOk

from solver.faults import KernelError
from solver.found import Verdict
from solver.native import interruptible
from solver.program import Floats, Whole


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """BEST, NONE (nothing keeps the rows) or UNKNOWN, after so many steps; for BEST what it is worth, and if asked for
    the point and the multipliers, one a column and a row. For NONE the multipliers are the last before that showed:
    they bound, often well enough.
    """

    verdict: Verdict
    steps: int = 0
    worth: float = 0.0
    point: Floats | None = None
    multipliers: Floats | None = None


class Glop:
    """Columns with bounds and a worth, which is made as large as can be; rows are added and bounds moved at will."""

    def __init__(self, lower: Floats, upper: Floats, worth: Floats) -> None:
        """The columns; no rows yet."""
        model = model_pb2.ModelProto()
        columns = range(len(worth))
        model.variables.ids.extend(columns)
        model.variables.lower_bounds.extend(lower.tolist())
        model.variables.upper_bounds.extend(upper.tolist())
        model.variables.integers.extend([False] * len(worth))
        model.objective.maximize = True
        model.objective.linear_coefficients.ids.extend(columns)
        model.objective.linear_coefficients.values.extend(worth.tolist())
        self._solver = mathopt.new(parameters_pb2.SOLVER_TYPE_GLOP, model, parameters_pb2.SolverInitializerProto())
        self._columns, self._rows = len(worth), 0
        self._new, self._broken = True, False

    def add(self, least: Floats, most: Floats, row: Whole, column: Whole, weight: Floats) -> None:
        """More rows, between `least` and `most`; each number with its row (the first new one is 0) and column."""
        update = model_update_pb2.ModelUpdateProto()
        rows, numbers = update.new_linear_constraints, update.linear_constraint_matrix_updates
        rows.ids.extend(range(self._rows, self._rows + len(most)))
        rows.lower_bounds.extend(least.tolist())
        rows.upper_bounds.extend(most.tolist())
        if ((np.diff(row) < 0) | (np.diff(row) == 0) & (np.diff(column) < 0)).any():
            order = np.lexsort((column, row))
            row, column, weight = row[order], column[order], weight[order]
        numbers.row_ids.extend((self._rows + row).tolist())
        numbers.column_ids.extend(column.tolist())
        numbers.coefficients.extend(weight.tolist())
        self._update(update)
        self._rows += len(most)

    def move(self, column: Whole, lower: Floats, upper: Floats, row: Whole, least: Floats) -> None:
        """Other bounds for these columns, and another least for these rows; both in order."""
        update = model_update_pb2.ModelUpdateProto()
        _fill(update.variable_updates.lower_bounds, column, lower)
        _fill(update.variable_updates.upper_bounds, column, upper)
        _fill(update.linear_constraint_updates.lower_bounds, row, least)
        self._update(update)

    def solve(self, steps: int, work: float, *, only_worth: bool = False, brief: bool = False) -> Outcome:
        """The best, in at most so many steps and so much deterministic work; `brief`: over before Ctrl-C can come.

        The first time with the primal simplex, which starts from nothing; later with the dual one, which takes up
        where bounds and rows were changed.
        """
        asked = parameters_pb2.SolveParametersProto(
            glop=glop_pb2.GlopParameters(
                use_preprocessing=False,
                use_dual_simplex=not self._new,
                max_number_of_iterations=steps,
                max_deterministic_time=work,
            )
        )
        self._new = False
        if self._broken:
            return Outcome(Verdict.UNKNOWN)
        stop = PySolveInterrupter()
        wanted = WORTH if only_worth else ALL

        def call() -> result_pb2.SolveResultProto:
            result: result_pb2.SolveResultProto = self._solver.solve(asked, wanted, None, SILENT, None, stop)
            return result

        try:
            result = call() if brief else interruptible(call, stop.interrupt)
        except StatusNotOk:  # with numbers of a size that it does not take; it can't be asked again
            self._broken = True
            return Outcome(Verdict.UNKNOWN)
        return self._outcome(result, only_worth=only_worth)

    def _outcome(self, result: result_pb2.SolveResultProto, *, only_worth: bool) -> Outcome:
        steps, told = result.solve_stats.simplex_iterations, result.solutions and not only_worth
        multipliers = _spread(result.solutions[0].dual_solution.dual_values, self._rows) if told else None
        if result.termination.reason == result_pb2.TERMINATION_REASON_INFEASIBLE:
            return Outcome(Verdict.NONE, steps, multipliers=multipliers)
        if result.termination.reason != result_pb2.TERMINATION_REASON_OPTIMAL:
            return Outcome(Verdict.UNKNOWN, steps)
        point = _spread(result.solutions[0].primal_solution.variable_values, self._columns) if told else None
        return Outcome(Verdict.BEST, steps, result.termination.objective_bounds.primal_bound, point, multipliers)

    def _update(self, update: model_update_pb2.ModelUpdateProto) -> None:
        if not (self._broken or self._solver.update(update)):
            raise KernelError("GLOP does not take a change")


def _wanted(*, everything: bool) -> model_parameters_pb2.ModelSolveParametersProto:
    """What to tell of an answer, beside its worth: the numbers that are not 0, or none."""
    wanted = model_parameters_pb2.ModelSolveParametersProto()
    for kind in (wanted.variable_values_filter, wanted.dual_values_filter):
        kind.skip_zero_values = True
        kind.filter_by_ids = not everything
    wanted.reduced_costs_filter.filter_by_ids = True
    return wanted


ALL, WORTH = _wanted(everything=True), _wanted(everything=False)
SILENT = callback_pb2.CallbackRegistrationProto()


def _fill(to: sparse_containers_pb2.SparseDoubleVectorProto, number: Whole, value: Floats) -> None:
    to.ids.extend(number.tolist())
    to.values.extend(value.tolist())


def _spread(found: sparse_containers_pb2.SparseDoubleVectorProto, size: int) -> Floats:
    """The numbers at their places, 0 elsewhere."""
    values = np.zeros(size)
    values[list(found.ids)] = list(found.values)
    return np.nan_to_num(values, nan=0.0, posinf=0.0, neginf=0.0)
