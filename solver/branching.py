"""Branch and bound: what could be better is split into cases until prices rule out each, in exact arithmetic.

The relaxation of a case only guesses its multipliers; what rules a case out is the whole-number bound that follows
from them. So a finished tree is a proof that needs no solver to be believed (`proof`).
"""

from dataclasses import dataclass, replace

import numpy as np

from solver.budget import Budget
from solver.cuts import packing
from solver.prices import ASSUMED, SCALE, Prices, priced, settled
from solver.program import Auxiliary, Linear, Program, Row
from solver.proof import Case, Paid
from solver.propagation import propagated
from solver.relaxation import WORK_A_NUMBER, Relaxed, clash, relaxed

FEWEST_CASES = 8
"""With room for fewer cases than this, cases are not begun with."""

DEEPEST = 150
"""Cases within cases; what goes deeper is left to a search."""

DOUBT = 0.05
"""Whether any of a row is taken is worth a split when the relaxation takes at least so much, and leaves as much."""

WHOLE = 1e-6
"""A number within this of a whole one counts as whole when a column to split on is chosen."""


@dataclass(frozen=True, slots=True)
class Explored:
    """The best answer found that is worth the target (or None), and the cases that rule out more; None: unfinished."""

    chosen: tuple[int, ...] | None
    cases: Case | None


def explored(program: Program, objective: Linear, target: int, budget: Budget, work: float) -> Explored:
    """Look, with at most so much `work`, for the answer with the largest `objective` that is worth `target` or more.

    `program` may hold what follows from "worth at least the target"; its rows of origin ("least", ..) are used to
    narrow cases down but not to bound them.
    """
    if not WORK_A_NUMBER * len(program.rows.column) * FEWEST_CASES <= work:
        return Explored(None, None)
    search = _Exploration(objective, target, budget, work)
    try:
        cases = search.case(program)
    except _UnfinishedError:
        return Explored(search.chosen, None)
    return Explored(search.chosen, cases)


class _UnfinishedError(Exception):
    """The cases or the budget ran out."""


class _Exploration:
    def __init__(self, objective: Linear, target: int, budget: Budget, work: float) -> None:
        self.chosen: tuple[int, ...] | None = None
        self._objective = objective
        self._target = target
        self._budget = budget
        self._stop = budget.done + work

    def case(self, program: Program, depth: int = 0) -> Case:
        """Rule out everything worth the target in `program`, or find it and go on with a higher target."""
        program = propagated(program)
        if program.hopeless:
            return Case(())
        if self._budget.done > self._stop or depth > DEEPEST or self._budget.spent:
            raise _UnfinishedError
        plain = _plain(program)
        guess = relaxed(plain, self._objective, self._budget)
        if guess.empty:
            return self._clashing(program, plain, depth)
        prices = priced(plain, self._objective, guess.multipliers)
        self._take(guess.rounded(plain), plain)
        owed = paid(plain, prices)
        return Case(owed) if prices.bound < self._target else self._split(program, guess, prices, owed, depth)

    def _clashing(self, program: Program, plain: Program, depth: int) -> Case:
        """Rows that GLOP found to clash: shown by the rows alone, or, where the guess is too rough, by cases."""
        prices = priced(plain, Linear((), ()), clash(plain, self._budget))
        if prices.top < 0:
            return Case(paid(plain, prices), clash=True)
        nothing = Relaxed(np.zeros(len(plain.rows)))
        return self._split(program, nothing, priced(plain, self._objective, nothing.multipliers), (), depth)

    def _split(self, program: Program, guess: Relaxed, prices: Prices, owed: Paid, depth: int) -> Case:
        """Two cases, after what the prices settle: at most so many of some columns, or more."""
        lower, upper = settled(program, prices, prices.top - self._target * SCALE)
        left = propagated(replace(program, lower=lower, upper=upper))
        split = None if left.hopeless else _split(left, guess)
        if split is None:  # there is nothing left to choose
            if not left.hopeless:
                self._take(_only(left), left)
            return Case(owed)
        above = self.case(_above(left, split), depth + 1)
        below = self.case(_below(left, split), depth + 1)
        return Case(owed, columns=split.columns, at=split.at, below=below, above=above)

    def _take(self, chosen: tuple[int, ...] | None, program: Program) -> None:
        """Keep a better answer; from now on only better ones still count."""
        if chosen is not None and (worth := self._objective.at(program.complete(chosen))) >= self._target:
            self.chosen, self._target = chosen, worth + 1


@dataclass(frozen=True, slots=True)
class _Split:
    """Two cases: the columns together are at most `at`, or more."""

    columns: tuple[int, ...]
    at: int


def _split(program: Program, guess: Relaxed) -> _Split | None:
    """What to split on: a count that the relaxation leaves between two whole numbers; else whether any of a row
    "at most one" is taken; else one option; else any column that is free.
    """
    free = program.free
    if not free.any():
        return None
    if guess.point is None:
        return _at(program, int(np.argmax(free)), None)
    off = np.where(free, np.abs(guess.point - np.rint(guess.point)), 0.0)
    counts = np.where([_counts(a) for a in program.auxiliaries], off[program.options :], 0.0)
    if len(counts) and counts.max() > WHOLE:
        return _at(program, program.options + int(np.argmax(counts)), guess)
    rows = program.rows
    shares = np.concatenate(([0.0], np.cumsum(guess.point[rows.column])))
    share = shares[rows.start[1:]] - shares[rows.start[:-1]]
    doubt = np.where(packing(program), np.minimum(share, 1 - share), 0.0)
    if len(doubt) and doubt.max() > DOUBT:
        r = int(np.argmax(doubt))
        return _Split(tuple(rows.column[rows.start[r] : rows.start[r + 1]].tolist()), 0)
    for some in (off[: program.options], off):
        if some.max(initial=0.0) > WHOLE:
            return _at(program, int(np.argmax(some)), guess)
    return _at(program, int(np.argmax(free)), guess)


def _counts(auxiliary: Auxiliary) -> bool:
    """Whether a column counts options. The size of a form is no good to split on: it moves by ones, for ever."""
    return len(auxiliary.forms) == 1 and set(auxiliary.forms[0].weight) == {1}


def _at(program: Program, column: int, guess: Relaxed | None) -> _Split:
    """A split of one column where the relaxation left it."""
    low, high = int(program.lower[column]), int(program.upper[column])
    at = low if guess is None or guess.point is None else int(np.floor(guess.point[column] + WHOLE))
    return _Split((column,), min(max(at, low), high - 1))


def _below(program: Program, split: _Split) -> Program:
    """At most `at`: of several columns that is none of them."""
    upper = program.upper.copy()
    upper[list(split.columns)] = split.at
    return replace(program, upper=upper)


def _above(program: Program, split: _Split) -> Program:
    """More than `at`: a bound for one column, a row for several."""
    if len(split.columns) > 1:
        row = Row(split.columns, (-1,) * len(split.columns), -1)
        return program.with_rows([row], [("above", split.columns)])
    lower = program.lower.copy()
    lower[split.columns[0]] = split.at + 1
    return replace(program, lower=lower)


def _only(program: Program) -> tuple[int, ...] | None:
    """The one answer that is left when no column is free, if it is one."""
    chosen = tuple(np.flatnonzero(program.lower[: program.options]).tolist())
    return chosen if program.admits(program.complete(chosen)) else None


def _plain(program: Program) -> Program:
    """The program without the rows that only say: worth the target or more."""
    least = np.array([origin == ("least", ASSUMED) for origin in program.origins], dtype=bool)
    if not least.any():
        return program
    rows = program.rows
    kept = ~least[rows.origin] | (rows.origin < 0)
    return replace(program, rows=rows.only(np.ones(len(rows.column), dtype=bool), kept))


def paid(program: Program, prices: Prices) -> Paid:
    """The multipliers that are above 0, by the origin of their row."""
    rows = np.flatnonzero(prices.multiplier)
    numbers = program.rows.origin[rows].tolist()
    multipliers = (int(y) for y in prices.multiplier[rows])
    return tuple((program.origins[o], y) for o, y in sorted(zip(numbers, multipliers, strict=True)) if o >= 0)
