"""The one door to CP-SAT. It reads a status before a value, and gives out options, never numbers of its own.

One worker and a deterministic limit, so that the same question gives the same answer. Every point is completed and
tried against every row in whole numbers before it leaves here. CP-SAT is spoken to by its protocol, because its
modelling layer brings pandas along, which takes longer to load than most weeks take to solve; it is loaded by the
first search, and a question that prices settle never loads it.
"""

import math
from enum import StrEnum
from typing import TYPE_CHECKING

import numpy as np

from solver.budget import Budget
from solver.cuts import packing
from solver.faults import KernelError
from solver.found import Found, Verdict
from solver.native import interruptible
from solver.program import Linear, Program, Whole
from solver.trying import small, tried

if TYPE_CHECKING:
    from ortools.sat.python import cp_model_helper as sat

NO_LEAST = -(2**63)
"""What CP-SAT reads as: no lower limit."""


class Method(StrEnum):
    """Two ways through CP-SAT.

    FIRST rewrites the model before it searches it (presolve, where false INFEASIBLE was seen); SECOND, for where
    `second` cannot count in floats, searches the model as it stands, without probing or symmetry.
    """

    FIRST = "first"
    SECOND = "second"


def search(
    program: Program,
    objective: Linear | None,
    budget: Budget,
    method: Method = Method.FIRST,
    hint: tuple[int, ...] = (),
) -> Found:
    """Look for the point of `program` with the largest `objective`, or for any point when there is none.

    With few options and wide numbers every choice is tried instead (`trying`), whatever the method.

    Raises KernelError when CP-SAT refuses the model or gives a point that breaks a row.
    """
    if budget.spent:
        return Found(Verdict.UNKNOWN)
    if program.hopeless:
        return Found(Verdict.NONE)
    if small(program):
        return tried(program, objective, budget)
    from ortools.sat.python import cp_model_helper as sat

    model, columns = _model(program, objective, hint)
    solver = sat.SolveWrapper()
    solver.set_parameters(_parameters(budget, method))
    response = interruptible(lambda: solver.solve(model), solver.stop_search)  # type: ignore[no-untyped-call]
    budget.spend(response.deterministic_time)
    if response.status == sat.CpSolverStatus.INFEASIBLE:
        return Found(Verdict.NONE)
    if response.status == sat.CpSolverStatus.UNKNOWN:
        return Found(Verdict.UNKNOWN)
    if response.status not in (sat.CpSolverStatus.OPTIMAL, sat.CpSolverStatus.FEASIBLE):
        raise KernelError(f"CP-SAT refused the model: {response.status}")
    point = program.lower.copy()
    point[columns] = list(response.solution)
    taken = tuple(np.flatnonzero(point[: program.options]).tolist())
    if not program.admits(program.complete(taken)):
        raise KernelError("CP-SAT gave a point that breaks a limit")
    return Found(Verdict.BEST if response.status == sat.CpSolverStatus.OPTIMAL else Verdict.SOME, taken)


def _parameters(budget: Budget, method: Method) -> "sat.SatParameters":
    from ortools.sat.python import cp_model_helper as sat

    parameters = sat.SatParameters()
    parameters.num_workers = 1
    parameters.random_seed = 1
    parameters.catch_sigint_signal = False  # it would swallow Ctrl-C
    parameters.linearization_level = 2
    if not math.isinf(budget.left):
        parameters.max_deterministic_time = budget.left
    if method is Method.SECOND:
        parameters.cp_model_presolve = False
        parameters.cp_model_probing_level = 0
        parameters.symmetry_level = 0
    return parameters


def _model(program: Program, objective: Linear | None, hint: tuple[int, ...]) -> "tuple[sat.CpModelProto, Whole]":
    """The program for CP-SAT, and the columns that are its variables: those in a row or in the objective."""
    from ortools.sat.python import cp_model_helper as sat

    model, rows = sat.CpModelProto(), program.rows
    also = () if objective is None else objective.column
    columns = np.unique(np.concatenate((rows.column, np.array(also, dtype=np.int64))))
    for low, high in zip(program.lower[columns].tolist(), program.upper[columns].tolist(), strict=True):
        model.variables.add().domain.extend([low, high])
    number = np.searchsorted(columns, rows.column).tolist()
    weight, bounds, one_of = rows.weight.tolist(), rows.start.tolist(), packing(program).tolist()
    for r, limit in enumerate(rows.limit.tolist()):
        part = slice(bounds[r], bounds[r + 1])
        constraint = model.constraints.add()
        if one_of[r]:
            constraint.at_most_one.literals.extend(number[part])
        else:
            constraint.linear.vars.extend(number[part])
            constraint.linear.coeffs.extend(weight[part])
            constraint.linear.domain.extend([NO_LEAST, limit])
    if objective is not None:
        model.objective.vars.extend(np.searchsorted(columns, objective.column).tolist())
        model.objective.coeffs.extend([-w for w in objective.weight])
    if hint:
        chosen = set(hint)
        options = columns[columns < program.options].tolist()
        model.solution_hint.vars.extend(range(len(options)))
        model.solution_hint.values.extend([int(o in chosen) for o in options])
    return model, columns
