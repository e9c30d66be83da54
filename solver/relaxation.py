"""The linear relaxation: GLOP guesses multipliers and a point. Neither is believed: `prices` makes a proven bound of
the one, and the other, rounded, only counts after it was tried against every row.
"""

import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
from ortools.linear_solver.python import model_builder_helper as glop

from solver.budget import Budget
from solver.native import interruptible
from solver.program import Linear, Program, Whole

WORK_A_NUMBER = 4e-6
"""What a relaxation is charged to the budget for each number in its rows; GLOP reports no deterministic time here."""

STEPS_A_LINE = 30
"""Most simplex steps for each row and column, beside `FEWEST_STEPS`: GLOP can go round for ever on weights of 2^30."""

FEWEST_STEPS = 1000

QUICK = 5000
"""A relaxation with fewer numbers than this is over before anybody can interrupt it."""

HALF = 0.5

Floats = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class Relaxed:
    """What GLOP made of it: guessed multipliers, one per row, and (with success) a point, one number per column.

    `empty` says that GLOP found the rows to clash, of which the multipliers then show nothing.
    """

    multipliers: Floats
    point: Floats | None = None
    empty: bool = False

    def rounded(self, program: Program) -> tuple[int, ...] | None:
        """The options that the point rounds to 1, where the program admits just those."""
        if self.point is None:
            return None
        chosen = tuple(np.flatnonzero(self.point[: program.options] > HALF).tolist())
        return chosen if program.admits(program.complete(chosen)) else None


def relaxed(program: Program, objective: Linear, budget: Budget) -> Relaxed:
    """Solve the relaxation of `program` for the largest `objective`; without success all multipliers are 0."""
    nothing = Relaxed(np.zeros(len(program.rows)))
    budget.spend(WORK_A_NUMBER * len(program.rows.column))
    if budget.spent or not objective.column:
        return nothing
    handed = model_of(program, objective)
    solver, status = _solved(handed.model, len(program.rows) + len(handed.columns), budget, program)
    if status == glop.SolveStatus.INFEASIBLE:
        return Relaxed(nothing.multipliers, None, empty=True)
    if status != glop.SolveStatus.OPTIMAL:
        return nothing
    point = program.lower.astype(np.float64)
    point[handed.columns] = solver.variable_values()
    multipliers: Floats = np.nan_to_num(solver.dual_values(), nan=0.0, posinf=0.0, neginf=0.0)
    return Relaxed(multipliers[handed.line] * handed.side, point)


def _solved(
    model: glop.ModelBuilderHelper, lines: int, budget: Budget, program: Program
) -> tuple[glop.ModelSolverHelper, glop.SolveStatus]:
    solver = glop.ModelSolverHelper("glop")
    steps = FEWEST_STEPS + STEPS_A_LINE * lines
    limit = "" if math.isinf(budget.left) else f" max_deterministic_time: {budget.left}"
    solver.set_solver_specific_parameters(f"max_number_of_iterations: {steps}{limit}")
    if len(program.rows.column) < QUICK:
        solver.solve(model)
    else:
        interruptible(lambda: solver.solve(model), solver.interrupt_solve)
    return solver, solver.status()


@dataclass(frozen=True, slots=True, eq=False)
class Handed:
    """A program as OR-Tools' linear solvers have it.

    `columns`: those in a row, or free and in the objective, in order. Row r is the upper (`side` 1) or the lower side
    (-1) of line `line[r]`: a row and the same row the other way round are one line, which halves the work of both.
    """

    model: glop.ModelBuilderHelper
    columns: Whole
    line: Whole
    side: Whole


def model_of(program: Program, objective: Linear | None) -> Handed:
    """The program for OR-Tools' linear solvers."""
    model, rows = glop.ModelBuilderHelper(), program.rows
    weighed = {} if objective is None else dict(zip(objective.column, objective.weight, strict=True))
    also = np.array(list(weighed), dtype=np.int64)
    columns = np.unique(np.concatenate((rows.column, also[program.free[also]])))
    lower: Any = program.lower[columns].astype(np.float64)  # Any: the stub of the library names no shape
    upper: Any = program.upper[columns].astype(np.float64)
    fractional: Any = np.zeros(len(columns), dtype=bool)
    model.add_var_array_with_bounds(lower, upper, fractional, "")
    number = np.searchsorted(columns, rows.column).tolist()
    weight, bounds, opposites = rows.weight.tolist(), rows.start.tolist(), rows.opposites
    line = np.where(opposites < 0, np.cumsum(opposites < 0) - 1, 0)
    line = line[np.where(opposites < 0, np.arange(len(rows)), opposites)]
    for r, (limit, turned, at) in enumerate(zip(rows.limit.tolist(), opposites.tolist(), line.tolist(), strict=True)):
        if turned >= 0:
            model.set_constraint_lower_bound(at, -limit)
            continue
        model.add_linear_constraint()
        model.set_constraint_upper_bound(at, limit)
        for k in range(bounds[r], bounds[r + 1]):
            model.add_term_to_constraint(at, number[k], weight[k])
    for k, c in enumerate(columns.tolist()):
        if c in weighed:
            model.set_var_objective_coefficient(k, weighed[c])
    model.set_maximize(maximize=True)
    return Handed(model, columns, line, np.where(opposites < 0, 1, -1))
