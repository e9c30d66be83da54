"""The linear relaxation: GLOP guesses multipliers and a point. Neither is believed: `prices` makes a proven bound of
the one, and the other, rounded, only counts after it was tried against every row.
"""

import math
from dataclasses import dataclass

from ortools.linear_solver.python import model_builder_helper as glop

from solver.budget import Budget
from solver.native import interruptible
from solver.program import Linear, Program

WORK_A_NUMBER = 2e-6
"""What a relaxation is charged to the budget for each number in its rows; GLOP reports no deterministic time here."""

STEPS_A_LINE = 30
"""Most simplex steps for each row and column, beside `FEWEST_STEPS`: GLOP can go round for ever on weights of 2^30."""

FEWEST_STEPS = 1000

HALF = 0.5


@dataclass(frozen=True, slots=True)
class Relaxed:
    """What GLOP made of it: guessed multipliers, one per row, and (with success) a point, one number per column."""

    multipliers: tuple[float, ...]
    point: tuple[float, ...] | None = None

    def rounded(self, program: Program) -> tuple[int, ...] | None:
        """The options that the point rounds to 1, where the program admits just those."""
        if self.point is None:
            return None
        chosen = tuple(o for o, x in enumerate(self.point[: program.options]) if x > HALF)
        return chosen if program.admits(program.complete(chosen)) else None


def relaxed(program: Program, objective: Linear, budget: Budget) -> Relaxed:
    """Solve the relaxation of `program` for the largest `objective`; without success all multipliers are 0."""
    nothing = Relaxed((0.0,) * len(program.rows))
    budget.spend(WORK_A_NUMBER * sum(len(row.column) for row in program.rows))
    if budget.spent or not objective.column:
        return nothing
    model, number = _model(program, objective)
    solver = glop.ModelSolverHelper("glop")
    steps = FEWEST_STEPS + STEPS_A_LINE * (len(program.rows) + len(number))
    limit = "" if math.isinf(budget.left) else f" max_deterministic_time: {budget.left}"
    solver.set_solver_specific_parameters(f"max_number_of_iterations: {steps}{limit}")
    interruptible(lambda: solver.solve(model), solver.interrupt_solve)
    if solver.status() != glop.SolveStatus.OPTIMAL:
        return nothing
    multipliers = tuple(y if math.isfinite(y) else 0.0 for y in solver.dual_values().tolist())
    values = solver.variable_values().tolist()
    point = tuple(values[number[c]] if c in number else float(low) for c, low in enumerate(program.lower))
    return Relaxed(multipliers, point)


def _model(program: Program, objective: Linear) -> tuple[glop.ModelBuilderHelper, dict[int, int]]:
    """The program for GLOP, and the number there of each column; those in no row and no objective stay out."""
    model = glop.ModelBuilderHelper()
    used = sorted({c for row in program.rows for c in row.column}.union(objective.column))
    number = {c: k for k, c in enumerate(used)}
    for c, k in number.items():
        model.add_var()
        model.set_var_lower_bound(k, program.lower[c])
        model.set_var_upper_bound(k, program.upper[c])
    for row in program.rows:
        r = model.add_linear_constraint()
        model.set_constraint_upper_bound(r, row.limit)
        for c, w in zip(row.column, row.weight, strict=True):
            model.add_term_to_constraint(r, number[c], w)
    for c, w in zip(objective.column, objective.weight, strict=True):
        model.set_var_objective_coefficient(number[c], w)
    model.set_maximize(maximize=True)
    return model, number
