"""Branch and bound: what could be better is split into cases until prices rule out each, in exact arithmetic.

The relaxation of a case only guesses its multipliers; what rules a case out is the whole-number bound that follows
from them. So a finished tree is a proof that needs no solver to be believed (`proof`).
"""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from solver.budget import Budget
from solver.cuts import packing
from solver.dive import dived
from solver.prices import ASSUMED, SCALE, Prices, priced, settled
from solver.program import Auxiliary, Floats, Linear, Origin, Program, Row
from solver.proof import Case, Paid
from solver.propagation import propagated
from solver.relaxation import Relaxation, Relaxed

DEEPEST = 150
"""Cases within cases; what goes deeper is left to a search."""

WHOLE = 1e-6
"""A number within this of a whole one counts as whole when a split is chosen."""

PROBED = 6
"""Most splits that are tried out before one is chosen."""

LITTLE = 0.001
"""A side that costs less than this part of what rules a case out counts as much."""


Marks = npt.NDArray[np.bool_]
"""Which rows or columns."""

NOTHING = Linear((), ())
"""The objective that is worth nothing, whatever is taken."""

WORK = 0.05
"""Work that is fair to put into cases, whatever their size."""

WORK_A_NUMBER = 2e-7
"""What comes on top for the numbers in the rows, to the power 3/2: searches take more than in proportion."""


UNLIKE = 0.3
"""How much of that is fair where no row weighs the same throughout: there searches are as quick."""


def fair(program: Program) -> float:
    """How much work is fair to put into the cases of a program before it is left to a search."""
    return WORK + WORK_A_NUMBER * float(len(program.rows.column) ** 1.5)


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
    if work < 0 or budget.spent:
        return Explored(None, None)
    search = _Exploration(program, objective, target, budget, work)
    try:
        cases = search.case(Node(program))
    except UnfinishedError:
        return Explored(search.chosen, None)
    return Explored(search.chosen, cases)


class UnfinishedError(Exception):
    """The cases or the budget ran out."""


@dataclass(frozen=True, slots=True)
class Node:
    """What a case is about: the program as narrowed down, and the rows "at most one" of which some column is taken.

    `dived`: whether a dive was made in this case or one that it is part of.
    """

    program: Program
    full: frozenset[int] = frozenset()
    depth: int = 0
    dived: bool = False


@dataclass(frozen=True, slots=True)
class Opened:
    """A case that bounds alone do not empty: its relaxation, the rows that hold in it and the prices on them."""

    node: Node
    guess: Relaxed
    here: Program
    prices: Prices


@dataclass(frozen=True, slots=True)
class Split:
    """Two cases: the columns together are at most `at`, or more. `row` is the row of several columns.

    `downwards`: the first of these is worth more, and is looked at first.
    """

    columns: tuple[int, ...]
    at: int
    row: int = -1
    downwards: bool = False


class Tree:
    """The relaxation of all cases of a program, and the choice of what to split them on."""

    def __init__(
        self,
        program: Program,
        objective: Linear,
        budget: Budget,
        work: float,
        left_out: Collection[Origin] = (("least", ASSUMED),),
    ) -> None:
        """Rows of the origins `left_out` narrow cases down, but the relaxation and the bounds do without them."""
        self._left_out = left_out
        self.plain = without(program, left_out)
        self.objective = objective
        self.budget = budget
        self._one_of = packing(self.plain)
        self._alike = _alike(self.plain, objective, self._one_of)
        self._counts = np.zeros(len(program.lower), dtype=bool)
        self._counts[program.options :] = [counts_options(a) for a in program.auxiliaries]
        self._relaxation = Relaxation(self.plain, objective, budget)
        self._loose: Relaxation | None = None
        self._cost: dict[tuple[int, int], tuple[float, float]] = {}
        self._stop = budget.done + work * (1.0 if self._mostly_alike() else UNLIKE)

    def _mostly_alike(self) -> bool:
        """Whether most of what the objective weighs is in rows that weigh the same throughout."""
        alike = int(np.diff(self.plain.rows.start)[self._alike].sum())
        free = int(np.count_nonzero(self.plain.free[list(self.objective.column)]))
        return 2 * alike >= free

    def alike(self, split: Split) -> bool:
        """Whether a split asks for one thing only that the objective weighs."""
        return split.row >= 0 and bool(self._alike[split.row])

    def persons(self) -> list[tuple[int, tuple[int, ...]]]:
        """The rows "at most one" that share no column and weigh the same throughout, and their columns."""
        return [(r, self._columns(r)) for r in np.flatnonzero(self._alike).tolist()]

    def opened(self, node: Node) -> Opened | None:
        """A case as its relaxation has it; None when its bounds leave nothing. Raises UnfinishedError when this goes
        too deep or takes too long.
        """
        node = replace(node, program=propagated(node.program))
        if node.program.hopeless:
            return None
        if self.budget.done > self._stop or node.depth > DEEPEST or self.budget.spent:
            raise UnfinishedError
        guess = self.guessed(node)
        return Opened(node, guess, *self.priced(node, guess))

    def guessed(self, node: Node) -> Relaxed:
        """The relaxation of a case."""
        return self._relaxation.solve(node.program.lower, node.program.upper, node.full)

    def clash(self, opened: Opened) -> Case | None:
        """Why a case of which the relaxation is empty holds nothing: its rows, added up; None where that fails."""
        if not opened.guess.empty:
            return None
        node = opened.node
        if self._loose is None:
            self._loose = Relaxation(self.plain, NOTHING, self.budget, loose=True)
        guess = self._loose.solve(node.program.lower, node.program.upper, node.full)
        here, prices = self.priced(node, guess, NOTHING)
        return Case(paid(here, prices), clash=True) if prices.top < 0 else None

    def dive(self, node: Node, point: Floats) -> tuple[int, ...] | None:
        """A good answer of a case, near its relaxed point."""
        return dived(without(node.program, self._left_out), self.objective, point, self.budget)

    def priced(self, node: Node, guess: Relaxed, objective: Linear | None = None) -> tuple[Program, Prices]:
        """The rows that hold in a case under its bounds, and the prices on them that follow from the guess."""
        here = replace(self.plain, lower=node.program.lower, upper=node.program.upper)
        full = sorted(node.full)
        here = here.with_rows(*_at_least_one([self._columns(r) for r in full]))
        multipliers = np.concatenate((guess.multipliers, -guess.multipliers[full]))
        return here, priced(here, self.objective if objective is None else objective, multipliers)

    def _columns(self, row: int) -> tuple[int, ...]:
        """The columns of a row."""
        rows = self.plain.rows
        return tuple(rows.column[rows.start[row] : rows.start[row + 1]].tolist())

    def split(self, node: Node, guess: Relaxed, target: int) -> Split | None:
        """What to split a case on: of the doubtful ones the one that costs both sides most; None: nothing is free."""
        free = np.flatnonzero(node.program.free)
        if not len(free):
            return None
        if guess.point is None:
            return self._at(node, int(free[0]), None)
        found = next((some for some in self._doubtful(node, guess.point) if some), None)
        return (
            self._at(node, int(free[0]), guess.point) if found is None else self.costliest(node, guess, found, target)
        )

    def _doubtful(self, node: Node, point: Floats) -> Iterator[list[Split]]:
        """Splits that the relaxation leaves between two whole numbers, the most doubtful first: counts; whether any
        is taken of a row that weighs the same throughout; of another row; single options; other columns.
        """
        off = np.where(node.program.free, np.abs(point - np.rint(point)), 0.0)
        options = node.program.options
        yield [self._at(node, c, point) for c in _largest(np.where(self._counts, off, 0.0))]
        shares = np.where(self._one_of, self.plain.rows.taken(point), 0.0)
        doubt = np.minimum(shares, 1 - shares)
        for rows in (self._alike, self._one_of & ~self._alike):
            yield [Split(self._columns(r), 0, r) for r in _largest(np.where(rows, doubt, 0.0))]
        yield [self._at(node, c, point) for c in _largest(np.where(np.arange(len(off)) < options, off, 0.0))]
        yield [self._at(node, c, point) for c in _largest(off)]

    def costliest(self, node: Node, guess: Relaxed, splits: Sequence[Split], target: int) -> Split:
        """The split whose two cases are worth least, by their relaxations or by what the same split cost before.

        After one that rules a side out no more are tried.
        """
        if len(splits) == 1:
            return splits[0]
        assert guess.point is not None
        weight = np.array(self.objective.weight, dtype=np.float64)
        worth = float((weight * guess.point[list(self.objective.column)]).sum()) + self.objective.constant
        enough = max(worth - target, 0) + WHOLE
        found: list[tuple[float, int]] = []
        tried: list[Split] = []
        for k, split in enumerate(splits):
            part = float(guess.point[list(split.columns)].sum()) - split.at
            above, under = self._costs(node, split, worth, part)
            low, high = sorted(min(max(cost, enough * LITTLE), enough) for cost in (above, under))
            tried.append(replace(split, downwards=under < above))
            found.append((-low * high, k))
            if high == enough:
                break
        return tried[min(found)[1]]

    def _costs(self, node: Node, split: Split, worth: float, part: float) -> tuple[float, float]:
        """What both cases of a split cost, more and at most, when the relaxation takes `part` beyond what it splits at:
        in proportion to that as when it was last tried, or tried now.
        """
        up, down = max(1 - part, WHOLE), max(part, WHOLE)
        known = self._cost.get((split.row, split.columns[0]))
        if known is None:
            above, under = self._worths(node, split)
            known = (worth - above) / up, (worth - under) / down
            if np.isfinite(known).all():
                self._cost[split.row, split.columns[0]] = known
        return known[0] * up, known[1] * down

    def _worths(self, node: Node, split: Split) -> tuple[float, float]:
        """What both cases of a split are worth, more and at most, by their relaxations."""
        lower, upper = node.program.lower, node.program.upper
        columns = np.array(split.columns)
        less = upper.copy()
        less[columns] = split.at
        under = self._relaxation.worth(lower, less, node.full)
        if split.row >= 0:
            return self._relaxation.worth(lower, upper, node.full | {split.row}), under
        more = lower.copy()
        more[columns] = split.at + 1
        return self._relaxation.worth(more, upper, node.full), under

    def _at(self, node: Node, column: int, point: Floats | None) -> Split:
        """A split of one column where the relaxation left it."""
        low, high = int(node.program.lower[column]), int(node.program.upper[column])
        at = low if point is None else int(np.floor(point[column] + WHOLE))
        return Split((column,), min(max(at, low), high - 1))

    def both(self, node: Node, split: Split, case: Callable[[Node], Case]) -> tuple[Case, Case]:
        """The cases "more" and "at most", the one that is worth more looked at first."""
        if split.downwards:
            under = case(below(node, split))
            return case(self.above(node, split)), under
        above = case(self.above(node, split))
        return above, case(below(node, split))

    def above(self, node: Node, split: Split) -> Node:
        """More than `at`: a bound for one column, a full row for several."""
        program = node.program
        if split.row >= 0:
            more = program.with_rows(*_at_least_one([split.columns]))
            return Node(more, node.full | {split.row}, node.depth + 1, node.dived)
        lower = program.lower.copy()
        lower[split.columns[0]] = split.at + 1
        return Node(replace(program, lower=lower), node.full, node.depth + 1, node.dived)


def below(node: Node, split: Split) -> Node:
    """At most `at`: of several columns that is none of them."""
    upper = node.program.upper.copy()
    upper[list(split.columns)] = split.at
    return Node(replace(node.program, upper=upper), node.full, node.depth + 1, node.dived)


class _Exploration:
    """The search for what is worth the target."""

    def __init__(self, program: Program, objective: Linear, target: int, budget: Budget, work: float) -> None:
        self.chosen: tuple[int, ...] | None = None
        self._tree = Tree(program, objective, budget, work)
        self._target = target

    def case(self, node: Node) -> Case:
        """Rule out everything worth the target in a case, or find it and go on with a higher target."""
        opened = self._tree.opened(node)
        if opened is None:
            return Case(())
        self._take(opened.guess.rounded(opened.here), opened.here)
        owed = paid(opened.here, opened.prices)
        if opened.prices.bound < self._target:
            return Case(owed)
        return self._tree.clash(opened) or self._split(opened, owed)

    def _split(self, opened: Opened, owed: Paid) -> Case:
        """Two cases, after what the prices settle: at most so many of some columns, or more."""
        node, guess, prices = opened.node, opened.guess, opened.prices
        lower, upper = settled(node.program, prices, prices.top - self._target * SCALE)
        left = replace(node, program=propagated(replace(node.program, lower=lower, upper=upper)))
        split = None if left.program.hopeless else self._tree.split(left, guess, self._target)
        if split is None:  # there is nothing left to choose
            if not left.program.hopeless:
                self._take(_only(left.program), left.program)
            return Case(owed)
        if guess.point is not None and not node.dived and not self._tree.alike(split):
            self._take(self._tree.dive(left, guess.point), left.program)
            left = replace(left, dived=True)
        above, under = self._tree.both(left, split, self.case)
        return Case(owed, columns=split.columns, at=split.at, below=under, above=above)

    def _take(self, chosen: tuple[int, ...] | None, program: Program) -> None:
        """Keep a better answer; from now on only better ones still count."""
        if chosen is not None and (worth := self._tree.objective.at(program.complete(chosen))) >= self._target:
            self.chosen, self._target = chosen, worth + 1


def _largest(doubt: Floats) -> list[int]:
    """Where there is doubt, the most first."""
    order = np.argsort(-np.round(doubt, 6), kind="stable")[: 4 * PROBED]
    return [int(k) for k in order if doubt[k] > WHOLE][:PROBED]


def _alike(program: Program, objective: Linear, one_of: Marks) -> Marks:
    """Rows "at most one" whose columns weigh the same in the objective, and anything at all; the largest that share
    no column.
    """
    weight = np.zeros(len(program.lower))
    weight[list(objective.column)] = objective.weight
    rows = program.rows
    alike = np.zeros(len(rows), dtype=bool)
    weights = weight[rows.column]
    claimed = np.zeros(len(program.lower), dtype=bool)
    sizes = np.diff(rows.start)
    for r in sorted(np.flatnonzero(one_of).tolist(), key=lambda r: (-sizes[r], r)):
        part = slice(rows.start[r], rows.start[r + 1])
        if weights[part][0] != 0 and (weights[part] == weights[part][0]).all() and not claimed[rows.column[part]].any():
            alike[r] = True
            claimed[rows.column[part]] = True
    return alike


def counts_options(auxiliary: Auxiliary) -> bool:
    """Whether a column counts options. The size of a form is no good to split on: it moves by ones, for ever."""
    return len(auxiliary.forms) == 1 and set(auxiliary.forms[0].weight) == {1}


def _at_least_one(rows: Sequence[tuple[int, ...]]) -> tuple[list[Row], list[tuple[str, tuple[int, ...]]]]:
    """Rows that say that at least one of these columns is taken, and their origins."""
    return [Row(columns, (-1,) * len(columns), -1) for columns in rows], [("above", columns) for columns in rows]


def _only(program: Program) -> tuple[int, ...] | None:
    """The one answer that is left when no column is free, if it is one."""
    chosen = tuple(np.flatnonzero(program.lower[: program.options]).tolist())
    return chosen if program.admits(program.complete(chosen)) else None


def without(program: Program, left_out: Collection[Origin]) -> Program:
    """The program without the rows of these origins."""
    gone = np.array([origin in left_out for origin in program.origins], dtype=bool)
    if not gone.any():
        return program
    rows = program.rows
    kept = ~gone[rows.origin] | (rows.origin < 0)
    return replace(program, rows=rows.only(np.ones(len(rows.column), dtype=bool), kept))


def paid(program: Program, prices: Prices) -> Paid:
    """The multipliers that are above 0, by the origin of their row."""
    rows = np.flatnonzero(prices.multiplier)
    numbers = program.rows.origin[rows].tolist()
    multipliers = (int(y) for y in prices.multiplier[rows])
    return tuple((program.origins[o], y) for o, y in sorted(zip(numbers, multipliers, strict=True)) if o >= 0)
