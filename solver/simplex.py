"""A relaxation that is solved again and again under other bounds, each time from where the last time ended.

Branching asks for hundreds of relaxations that differ in a few bounds; from a basis that is nearly right each takes a
fraction of what it takes from nothing. Like everything GLOP says, the outcome is only a guess (see `relaxation`).
"""

import math
from collections.abc import Iterable
from collections.abc import Set as AbstractSet

import numpy as np
from ortools.linear_solver import pywraplp  # type: ignore[attr-defined]

from solver.budget import Budget
from solver.cuts import packing
from solver.native import interruptible
from solver.program import Linear, Program, Whole
from solver.relaxation import FEWEST_STEPS, QUICK, STEPS_A_LINE, Floats, Relaxed

WORK_A_NUMBER = 1.5e-6
"""What it costs to set up, for each number in the rows."""

WORK_A_LOOK = 1.2e-7
"""What each solve costs for each number in the rows, however few steps it takes."""

WORK_A_STEP = 7e-8
"""What each step of the simplex costs for each row."""


SLIGHTLY = 1e-9
"""Rows that are broken by less than this are not."""


class Simplex:
    """The relaxation of `program` for the largest `objective`; its bounds, and which rows must be full, may move."""

    def __init__(self, program: Program, objective: Linear, budget: Budget, *, loose: bool = False) -> None:
        """Hand the rows over once.

        With `loose` they may be broken, all by the same, and it is asked by how little: where the bounds leave nothing,
        the multipliers of that show that the rows, added up, cannot all be kept.
        """
        rows = program.rows
        self._budget = budget
        self._numbers = len(rows.column)
        budget.spend(WORK_A_NUMBER * self._numbers)
        self._solver = pywraplp.Solver.CreateSolver("GLOP")
        self._start = program.lower.astype(np.float64)
        weighed = np.array(objective.column, dtype=np.int64)
        self._columns = np.unique(np.concatenate((rows.column, weighed[program.free[weighed]])))
        self._lower, self._upper = program.lower[self._columns], program.upper[self._columns]
        bounds = zip(self._lower.tolist(), self._upper.tolist(), strict=True)
        self._variables = [self._solver.NumVar(low, high, "") for low, high in bounds]
        self._limits = rows.limit.tolist()
        self._opposite = np.full(len(rows), -1) if loose else rows.opposites
        self._least = np.full(len(rows), -math.inf)
        turned = np.flatnonzero(self._opposite >= 0)
        self._least[self._opposite[turned]] = -rows.limit[turned]
        self._rows = self._handed(program)
        self._full: frozenset[int] = frozenset()
        self._goal = self._solver.Objective()
        self._goal.SetMaximization()
        self._fixed = self._aim(program, objective)
        self._loose = loose
        if loose:
            self._loosen(-1, range(len(rows)))
            self._loosen(1, np.flatnonzero(packing(program)).tolist())  # a full row may stay below its limit
        self._steps = FEWEST_STEPS + STEPS_A_LINE * (len(rows) + len(self._columns))
        self._first = True

    def _aim(self, program: Program, objective: Linear) -> int:
        """Hand the objective over; what the columns that are fixed are worth."""
        number = {c: k for k, c in enumerate(self._columns.tolist())}
        fixed = objective.constant
        for c, weight in zip(objective.column, objective.weight, strict=True):
            if c in number:
                self._goal.SetCoefficient(self._variables[number[c]], weight)
            else:
                fixed += weight * int(program.lower[c])
        return fixed

    def _loosen(self, sign: int, rows: Iterable[int]) -> None:
        """Let these rows be broken, all by the same; as little as can be."""
        room = self._solver.NumVar(0, math.inf, "")
        self._goal.SetCoefficient(room, -1)
        for r in rows:
            self._rows[r].SetCoefficient(room, sign)

    def _handed(self, program: Program) -> list[pywraplp.Constraint]:
        rows = program.rows
        number = np.searchsorted(self._columns, rows.column).tolist()
        weight, bounds, variables = rows.weight.tolist(), rows.start.tolist(), self._variables
        handed: list[pywraplp.Constraint] = []
        for r, opposite in enumerate(self._opposite.tolist()):
            if opposite >= 0:  # the lower side of what was handed over already
                handed.append(handed[opposite])
                continue
            row = self._solver.Constraint(float(self._least[r]), self._limits[r])
            for k in range(bounds[r], bounds[r + 1]):
                row.SetCoefficient(variables[number[k]], weight[k])
            handed.append(row)
        return handed

    def solve(self, lower: Whole, upper: Whole, full: AbstractSet[int]) -> Relaxed:
        """The relaxation under these bounds, with the rows `full` at no less than their limit.

        A multiplier below 0 is that of a full row the other way round. Without success all multipliers are 0.
        """
        status = self._solved(lower, upper, full)
        if status != pywraplp.Solver.OPTIMAL:
            return Relaxed(np.zeros(len(self._rows)), empty=status == pywraplp.Solver.INFEASIBLE)
        point = self._start.copy()
        point[self._columns] = [variable.solution_value() for variable in self._variables]
        return Relaxed(self._multipliers(full) / self._broken(), point)

    def _broken(self) -> float:
        """By how much rows are broken: divided by it, multipliers show a clash by 1, well beyond what rounding does."""
        return max(-float(self._goal.Value()), SLIGHTLY) if self._loose else 1.0

    def worth(self, lower: Whole, upper: Whole, full: AbstractSet[int]) -> float:
        """What the relaxation is worth under these bounds: minus infinity for nothing, infinity without success."""
        status = self._solved(lower, upper, full)
        if status == pywraplp.Solver.OPTIMAL:
            return self._fixed + float(self._goal.Value())
        return -math.inf if status == pywraplp.Solver.INFEASIBLE else math.inf

    def _solved(self, lower: Whole, upper: Whole, full: AbstractSet[int]) -> int:
        if self._budget.spent:
            return int(pywraplp.Solver.NOT_SOLVED)
        self._move(lower[self._columns], upper[self._columns], full)
        limit = "" if math.isinf(self._budget.left) else f" max_deterministic_time: {self._budget.left}"
        self._solver.SetSolverSpecificParametersAsString(
            f"use_preprocessing: false use_dual_simplex: {str(not self._first).lower()}"
            f" max_number_of_iterations: {self._steps}{limit}"
        )
        if self._numbers < QUICK or not self._first:
            status = int(self._solver.Solve())
        else:
            status = int(interruptible(self._solver.Solve, self._solver.InterruptSolve))
        self._first = False
        steps = self._solver.iterations()
        self._budget.spend(WORK_A_LOOK * self._numbers + WORK_A_STEP * steps * len(self._rows))
        return status

    def _multipliers(self, full: AbstractSet[int]) -> Floats:
        """One a row; of a row that is the lower side of another that of its side, unless the other is full."""
        found: Floats = np.nan_to_num([row.dual_value() for row in self._rows], nan=0.0, posinf=0.0, neginf=0.0)
        turned = self._opposite >= 0
        found[turned] = np.where(np.isin(self._opposite[turned], list(full)), 0.0, -found[turned])
        return found

    def _move(self, lower: Whole, upper: Whole, full: AbstractSet[int]) -> None:
        """Hand over what differs from the last time."""
        for k in np.flatnonzero((lower != self._lower) | (upper != self._upper)).tolist():
            self._variables[k].SetBounds(int(lower[k]), int(upper[k]))
        self._lower, self._upper = lower, upper
        for r in self._full - full:
            self._rows[r].SetLb(float(self._least[r]))
        for r in full - self._full:
            self._rows[r].SetLb(max(float(self._least[r]), self._limits[r]))
        self._full = frozenset(full)
