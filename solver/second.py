"""The second opinion: SCIP, which cuts and branches on relaxations in floats where CP-SAT learns clauses in whole
numbers. That nothing is there is only believed when both say so; what SCIP finds only counts after it was tried
against every row. It is asked with its own presolve, in one thread, and stopped by a number of nodes, not by a clock.
"""

import math
from typing import Any

import numpy as np
from ortools.linear_solver.python import model_builder_helper as mip

from solver.budget import Budget
from solver.found import Found, Verdict
from solver.native import interruptible
from solver.program import Program, Whole
from solver.relaxation import HALF
from solver.search import Method, search
from solver.trying import every, plain, small

WORK_A_NUMBER = 5e-6
"""What a call is charged for each number in its rows; SCIP reports no deterministic time."""

NODES_A_UNIT = 300
"""Nodes for each unit of work that is left, when that is limited."""


def second(program: Program, budget: Budget) -> Found:
    """Whether `program` has any point: SOME with one, NONE, or UNKNOWN when the budget ended first."""
    if budget.spent:
        return Found(Verdict.UNKNOWN)
    if program.hopeless:
        return Found(Verdict.NONE)
    if small(program):
        return every(program, budget)
    if not plain(program):
        return search(program, None, budget, Method.SECOND)
    budget.spend(WORK_A_NUMBER * len(program.rows.column))
    model, columns = _model(program)
    solver = mip.ModelSolverHelper("scip")
    nodes = "" if math.isinf(budget.left) else f"\nlimits/totalnodes = {max(1, int(budget.left * NODES_A_UNIT))}"
    solver.set_solver_specific_parameters(f"misc/catchctrlc = FALSE{nodes}")
    interruptible(lambda: solver.solve(model), solver.interrupt_solve)
    status = solver.status()
    if status == mip.SolveStatus.INFEASIBLE:
        return Found(Verdict.NONE)
    if status in (mip.SolveStatus.OPTIMAL, mip.SolveStatus.FEASIBLE):
        point = program.lower.copy()
        point[columns] = np.greater(solver.variable_values(), HALF)
        chosen = tuple(np.flatnonzero(point[: program.options]).tolist())
        if program.admits(program.complete(chosen)):
            return Found(Verdict.SOME, chosen)
        return search(program, None, budget, Method.SECOND)
    return Found(Verdict.UNKNOWN)


def any_point(program: Program, budget: Budget) -> Found:
    """Any point of `program`; NONE only when both say so, since one alone is not believed."""
    found = search(program, None, budget)
    return second(program, budget) if found.verdict is Verdict.NONE else found


def _model(program: Program) -> tuple[mip.ModelBuilderHelper, Whole]:
    """The rows for SCIP, and the columns that are in one."""
    model, rows = mip.ModelBuilderHelper(), program.rows
    columns = np.unique(rows.column)
    lower: Any = program.lower[columns].astype(np.float64)  # Any: the stub of the library names no shape
    upper: Any = program.upper[columns].astype(np.float64)
    whole: Any = np.ones(len(columns), dtype=bool)
    model.add_var_array_with_bounds(lower, upper, whole, "")
    number = np.searchsorted(columns, rows.column).tolist()
    weight, bounds = rows.weight.tolist(), rows.start.tolist()
    for r, limit in enumerate(rows.limit.tolist()):
        model.add_linear_constraint()
        model.set_constraint_upper_bound(r, limit)
        for k in range(bounds[r], bounds[r + 1]):
            model.add_term_to_constraint(r, number[k], weight[k])
    return model, columns
