"""The linear relaxation: GLOP guesses multipliers and a point. Neither is believed: `prices` makes a proven bound of
the one, and the other, rounded, only counts after it was tried against every row.

Cuts and cases ask for the same relaxation with a few rows more or under other bounds, hundreds of times; from where the
last one ended each takes a fraction of what it takes from nothing.
"""

import math
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from solver.budget import Budget
from solver.cuts import packing
from solver.found import Verdict
from solver.glop import Glop, Outcome
from solver.program import Floats, Linear, Program, Rows, Whole

WORK_A_NUMBER = 1.5e-6
"""What it costs to set up, for each number in the rows; GLOP reports no deterministic time here."""

WORK_A_LOOK = 1.2e-7
"""What each solve costs for each number in the rows, however few steps it takes."""

WORK_A_STEP = 7e-8
"""What each step of the simplex costs for each row."""

STEPS_A_LINE = 30
"""Most simplex steps for each row and column, beside `FEWEST_STEPS`: GLOP can go round for ever on weights of 2^30."""

FEWEST_STEPS = 1000

QUICK = 5000
"""A relaxation with fewer numbers than this is over before anybody can interrupt it."""

HALF = 0.5

SLIGHTLY = 1e-9
"""Rows that are broken by less than this are not."""

NO_ROWS: AbstractSet[int] = frozenset()

NO_NUMBERS = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True, eq=False)
class Relaxed:
    """What GLOP made of it: guessed multipliers, one per row, and (with success) a point, one number per column.

    `empty` says that GLOP found the rows to clash; the multipliers then bound, but do not show the clash.
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
    return Relaxation(program, objective, budget).solve(program.lower, program.upper)


class Relaxation:
    """The relaxation of `program` for the largest `objective`; its bounds, and which rows must be full, may move.

    GLOP has the columns that are in a row, or free and worth something; and rows that are each other the other way
    round as one line with two sides, which halves the work of both.
    """

    def __init__(self, program: Program, objective: Linear, budget: Budget, *, loose: bool = False) -> None:
        """Hand the rows over once.

        With `loose` they may be broken, all by the same, and it is asked by how little: where the bounds leave nothing,
        the multipliers of that show that the rows, added up, cannot all be kept.
        """
        self._budget = budget
        self._loose = loose
        self._idle = not (loose or objective.column)
        self._start = program.lower.astype(np.float64)
        weighed = np.array(objective.column, dtype=np.int64)
        handed = np.zeros(len(program.lower), dtype=bool)
        handed[program.rows.column] = True
        handed[weighed[program.free[weighed]]] = True
        self._columns = np.flatnonzero(handed)
        self._place = np.full(len(program.lower), -1)
        self._place[self._columns] = np.arange(len(self._columns))
        self._lower, self._upper = program.lower[self._columns], program.upper[self._columns]
        self._line = self._opposite = NO_NUMBERS
        self._least = self._most = np.zeros(0)
        self._full = NO_ROWS
        self._numbers = 0
        worth = np.zeros(len(self._columns))
        weight, inside = np.array(objective.weight, dtype=np.float64), self._place[weighed] >= 0
        worth[self._place[weighed[inside]]] = weight[inside]
        self._fixed = objective.constant + float((weight * self._start[weighed])[~inside].sum())
        lower, upper = self._lower.astype(np.float64), self._upper.astype(np.float64)
        if loose:  # two columns more: by how much rows are broken, and by how much full rows are not
            ends = (lower, 0.0), (upper, math.inf), (worth, -1.0)
            lower, upper, worth = (np.append(of, [end, end]) for of, end in ends)
        self._glop = Glop(lower, upper, worth)
        self._hand(program.rows, np.flatnonzero(packing(program)) if loose else NO_NUMBERS)

    @property
    def rows(self) -> int:
        """How many rows it has."""
        return len(self._line)

    def add(self, rows: Rows) -> None:
        """Hand over more rows, over columns that are in a row already or worth something."""
        self._hand(rows, NO_NUMBERS)

    def _hand(self, rows: Rows, fillable: Whole) -> None:
        """Hand over rows, of which those that may have to be full."""
        self._brief = len(rows.column) < QUICK
        self._numbers += len(rows.column)
        self._budget.spend(WORK_A_NUMBER * len(rows.column))
        opposite = np.full(len(rows), -1) if self._loose else rows.opposites
        own = opposite < 0
        line = np.cumsum(own) - 1
        line[~own] = line[opposite[~own]]
        most = rows.limit[own].astype(np.float64)
        least = np.full(len(most), -math.inf)
        least[line[~own]] = -rows.limit[~own]
        handed = rows.only(np.ones(len(rows.column), dtype=bool), own)
        row, column, weight = handed.row, self._place[handed.column], handed.weight.astype(np.float64)
        if self._loose:
            first, every = len(self._columns), np.arange(len(most))
            row = np.concatenate((row, every, fillable))
            column = np.concatenate((column, np.full(len(every), first), np.full(len(fillable), first + 1)))
            weight = np.concatenate((weight, np.full(len(every), -1.0), np.ones(len(fillable))))
        self._glop.add(least, most, row, column, weight)
        self._opposite = np.concatenate((self._opposite, np.where(own, -1, opposite + len(self._line))))
        self._line = np.concatenate((self._line, line + len(self._most)))
        self._most, self._least = np.concatenate((self._most, most)), np.concatenate((self._least, least))

    def solve(self, lower: Whole, upper: Whole, full: AbstractSet[int] = NO_ROWS) -> Relaxed:
        """The relaxation under these bounds, with the rows `full` at no less than their limit.

        A multiplier below 0 is that of a full row the other way round. Without success all multipliers are 0.
        """
        found = self._solved(lower, upper, full, only_worth=False)
        multipliers = np.zeros(len(self._line))
        if found.multipliers is not None:
            multipliers = found.multipliers[self._line]
            turned = self._opposite >= 0  # the other side of a line; nothing to say while the first side is full
            multipliers[turned] = np.where(np.isin(self._opposite[turned], list(full)), 0.0, -multipliers[turned])
            if self._loose:
                multipliers /= max(-found.worth, SLIGHTLY)  # so that they show a clash by 1
        if found.point is None:
            return Relaxed(multipliers, empty=found.verdict is Verdict.NONE)
        point = self._start.copy()
        point[self._columns] = found.point[: len(self._columns)]
        return Relaxed(multipliers, point)

    def worth(self, lower: Whole, upper: Whole, full: AbstractSet[int] = NO_ROWS) -> float:
        """What the relaxation is worth under these bounds: minus infinity for nothing, infinity without success."""
        found = self._solved(lower, upper, full, only_worth=True)
        if found.verdict is Verdict.BEST:
            return self._fixed + found.worth
        return -math.inf if found.verdict is Verdict.NONE else math.inf

    def _solved(self, lower: Whole, upper: Whole, full: AbstractSet[int], *, only_worth: bool) -> Outcome:
        if self._idle or self._budget.spent:
            return Outcome(Verdict.UNKNOWN)
        if (lower > upper).any():
            return Outcome(Verdict.NONE)
        self._move(lower[self._columns], upper[self._columns], full)
        steps = FEWEST_STEPS + STEPS_A_LINE * (len(self._most) + len(self._columns))
        found = self._glop.solve(steps, self._budget.left, only_worth=only_worth, brief=self._brief)
        self._brief = True
        self._budget.spend(WORK_A_LOOK * self._numbers + WORK_A_STEP * found.steps * len(self._line))
        return found

    def _move(self, lower: Whole, upper: Whole, full: AbstractSet[int]) -> None:
        """Hand over what differs from the last time."""
        moved = np.flatnonzero((lower != self._lower) | (upper != self._upper))
        rows = np.array(sorted(full ^ self._full), dtype=np.int64)
        if len(moved) or len(rows):
            line = self._line[rows]
            least = np.where(
                np.isin(rows, list(full)), np.maximum(self._least[line], self._most[line]), self._least[line]
            )
            ends = lower[moved].astype(np.float64), upper[moved].astype(np.float64)
            self._glop.move(moved, *ends, line, least)
        self._lower, self._upper, self._full = lower, upper, full
