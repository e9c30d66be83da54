"""The one door to CP-SAT. It reads a status before a value, and gives out options, never numbers of its own.

One worker and a deterministic limit, so that the same question gives the same answer. Every point is completed and
tried against every row in whole numbers before it leaves here. CP-SAT takes seconds to load (it brings pandas along),
so it is loaded by the first search; a question that prices settle never loads it.
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from solver.budget import Budget
from solver.faults import KernelError
from solver.native import interruptible
from solver.program import Linear, Program, Row

if TYPE_CHECKING:
    from ortools.sat.python import cp_model


class Method(StrEnum):
    """Two ways through CP-SAT that must agree before "there is none" is believed.

    FIRST rewrites the model before it searches it (presolve, where false INFEASIBLE was seen); SECOND searches the
    model as it stands, by another branching, without probing or symmetry.
    """

    FIRST = "first"
    SECOND = "second"


class Verdict(StrEnum):
    """What a search found: the best, something, that there is nothing, or nothing in the time it had."""

    BEST = "best"
    SOME = "some"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Found:
    """A verdict, and for BEST and SOME the chosen options."""

    verdict: Verdict
    chosen: tuple[int, ...] | None = None


def search(
    program: Program,
    objective: Linear | None,
    budget: Budget,
    method: Method = Method.FIRST,
    hint: tuple[int, ...] = (),
) -> Found:
    """Look for the point of `program` with the largest `objective`, or for any point when there is none.

    Raises KernelError when CP-SAT refuses the model or gives a point that breaks a row.
    """
    if budget.spent:
        return Found(Verdict.UNKNOWN)
    if any(not row.column for row in program.rows):  # propagation left 0 <= -1
        return Found(Verdict.NONE)
    from ortools.sat.python import cp_model

    model, columns = _model(program, objective, hint)
    solver = _solver(budget, method)
    status = interruptible(lambda: solver.solve(model), solver.stop_search)
    budget.spend(solver.deterministic_time)
    if status == cp_model.INFEASIBLE:
        return Found(Verdict.NONE)
    if status == cp_model.UNKNOWN:
        return Found(Verdict.UNKNOWN)
    if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        raise KernelError(f"CP-SAT refused the model: {solver.status_name(status)}")
    taken = [o for o in range(program.options) if (solver.value(columns[o]) if o in columns else program.lower[o])]
    if not program.admits(program.complete(taken)):
        raise KernelError("CP-SAT gave a point that breaks a limit")
    return Found(Verdict.BEST if status == cp_model.OPTIMAL else Verdict.SOME, tuple(taken))


def any_point(program: Program, budget: Budget) -> Found:
    """Any point of `program`; NONE only when both methods say so, since one alone is not believed."""
    found = search(program, None, budget)
    return search(program, None, budget, Method.SECOND) if found.verdict is Verdict.NONE else found


def _solver(budget: Budget, method: Method) -> "cp_model.CpSolver":
    from ortools.sat.python import cp_model

    solver = cp_model.CpSolver()
    parameters = solver.parameters
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
    return solver


def _model(
    program: Program, objective: Linear | None, hint: tuple[int, ...]
) -> "tuple[cp_model.CpModel, dict[int, cp_model.IntVar]]":
    """The program for CP-SAT; only columns that are free or weigh in the objective become variables."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    used = {c for row in program.rows for c in row.column}
    if objective is not None:
        used.update(objective.column)
    columns = {c: model.new_int_var(program.lower[c], program.upper[c], "") for c in sorted(used)}
    for row in program.rows:
        variables = [columns[c] for c in row.column]
        if row.limit == 1 and _one_of(program, row):
            model.add_at_most_one(variables)
        else:
            model.add(cp_model.LinearExpr.weighted_sum(variables, row.weight) <= row.limit)
    if objective is not None:
        variables = [columns[c] for c in objective.column]
        model.maximize(cp_model.LinearExpr.weighted_sum(variables, objective.weight) + objective.constant)
    chosen = set(hint)
    for o, variable in columns.items():
        if hint and o < program.options:
            model.add_hint(variable, int(o in chosen))
    return model, columns


def _one_of(program: Program, row: Row) -> bool:
    return all(w == 1 for w in row.weight) and all(program.lower[c] == 0 and program.upper[c] == 1 for c in row.column)
