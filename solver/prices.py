"""Prices: multipliers on the rows from which a bound follows in exact arithmetic, whoever guessed them.

For any multipliers y >= 0, every point of the program has  objective(x) <= y.b + sum over columns of the largest
(c - yA)_j x_j  within the column's bounds. The right side is the bound; what a point loses on it is the sum of what
its columns and rows lose each (Lagrange duality; reduced cost fixing). All numbers are whole, times SCALE.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from solver.program import Linear, Origin, Program, Row, Whole

ASSUMED = -1
"""The step of rows that only hold under "what if something better existed"."""

SCALE = 2**24
"""Multipliers are whole multiples of 1 / SCALE."""

ROOMY = 2.0**61
"""Sums that stay below this in size, counted roughly, fit in 64 bits; others are done with numbers of any size."""

Exact = npt.NDArray[Any]
"""Whole numbers of 64 bits, or of any size (dtype object)."""


@dataclass(frozen=True, slots=True, eq=False)
class Prices:
    """A proven bound and where it comes from: `reduced` per column, `multiplier` per row, `top` = bound * SCALE."""

    reduced: Exact
    multiplier: Exact
    top: int

    @property
    def bound(self) -> int:
        """No point of the program is worth more than this whole number."""
        return self.top // SCALE


def priced(program: Program, objective: Linear, multipliers: Sequence[float] | npt.NDArray[np.float64]) -> Prices:
    """The prices that follow from guessed multipliers, one per row; any guess gives a true bound."""
    rows = program.rows
    guess = np.maximum(np.rint(np.asarray(multipliers, dtype=np.float64) * SCALE), 0)
    worth = np.abs(np.array(objective.weight, dtype=np.float64)) * SCALE
    kind: Any = np.int64 if _roomy(program, guess, worth) else object
    multiplier = guess.astype(np.int64) if kind is np.int64 else np.array([int(y) for y in guess], dtype=object)
    reduced: Exact = np.zeros(len(program.lower), dtype=kind)
    if objective.column:
        reduced[list(objective.column)] = np.array(objective.weight, dtype=kind) * SCALE
    paid = np.flatnonzero(multiplier)
    if len(paid):
        each = np.repeat(multiplier, np.diff(rows.start))
        entries = np.flatnonzero(each)
        np.subtract.at(reduced, rows.column[entries], rows.weight[entries].astype(kind) * each[entries])
    top = objective.constant * SCALE + sum(
        y * b for y, b in zip(multiplier[paid].tolist(), rows.limit[paid].tolist(), strict=True)
    )
    moving = np.flatnonzero(reduced)
    ends = np.where(reduced[moving] > 0, program.upper[moving], program.lower[moving])
    top += _sum(reduced[moving], ends)
    return Prices(reduced, multiplier, top)


def _sum(one: Exact, other: Whole) -> int:
    """The products added up, whatever their size."""
    if one.dtype == np.int64 and float(np.abs(one.astype(np.float64) * other).sum()) < ROOMY:
        return int((one * other).sum())
    moving = np.flatnonzero(other)
    return sum(a * b for a, b in zip(one[moving].tolist(), other[moving].tolist(), strict=True))


def _roomy(program: Program, multiplier: npt.NDArray[np.float64], worth: npt.NDArray[np.float64]) -> bool:
    """Whether no multiplier nor reduced value can pass 64 bits, whatever the order in which it is added up."""
    rows = program.rows
    entries = np.abs(rows.weight).astype(np.float64) * np.repeat(multiplier, np.diff(rows.start))
    sizes = np.bincount(rows.column, entries, minlength=1)
    return bool(max(sizes.max(initial=0.0) + worth.max(initial=0.0), multiplier.max(initial=0.0)) < ROOMY)


def worth_at_least(program: Program, objective: Linear, prices: Prices, target: int, step: int = ASSUMED) -> Program:
    """The program cut down to what a point worth `target` or more can still be; no such point is lost.

    A column that would lose more than the gap between bound and target stays where it is, a row likewise stays as
    tight as it must. The row objective >= target itself is added only where these do not imply it already. `step` is
    the number in the proof of what keeps a level; ASSUMED where the target is only looked for.
    """
    gap = prices.top - target * SCALE
    lower, upper = settled(program, prices, gap)
    if gap < 0 or (lower > upper).any():  # nothing is worth that much
        return program.with_rows([Row((), (), -1)], [("nothing",)])
    cut = replace(program, lower=lower, upper=upper)
    tight, loss = _tightened(cut, prices.multiplier, gap)
    free = np.flatnonzero((prices.reduced != 0) & (lower < upper))
    loss += _sum(np.abs(prices.reduced[free]), (upper - lower)[free])
    origins: list[Origin] = [("tight", step, int(cut.rows.origin[r])) for r, _ in tight]
    cut = cut.with_rows([row for _, row in tight], origins)
    if prices.top - loss > (target - 1) * SCALE:
        return cut
    least = Row(objective.column, tuple(-w for w in objective.weight), objective.constant - target)
    return cut.with_rows([least], [("least", step)])


def settled(program: Program, prices: Prices, gap: int) -> tuple[Whole, Whole]:
    """The bounds of the columns once none may lose more than the gap (times SCALE)."""
    lower, upper = program.lower.copy(), program.upper.copy()
    if gap < 0:
        return lower, upper
    reduced = prices.reduced if gap < ROOMY else prices.reduced.astype(object)
    for some, bound, other, sign in ((reduced > 0, lower, upper, 1), (reduced < 0, upper, lower, -1)):
        columns = np.flatnonzero(some)
        if len(columns):
            stay = np.minimum(gap // np.abs(reduced[columns]), upper[columns] - lower[columns])
            bound[columns] = other[columns] - sign * stay.astype(np.int64)
    return lower, upper


def _tightened(program: Program, multiplier: Exact, gap: int) -> tuple[list[tuple[int, Row]], int]:
    """Rows the other way round for limits that may keep little room, and the most that all rows can then lose."""
    rows = program.rows
    ends = np.where(rows.weight > 0, program.lower[rows.column], program.upper[rows.column])
    most = (rows.limit - rows.sums(rows.weight * ends)).tolist()
    tight: list[tuple[int, Row]] = []
    loss = 0
    for r in np.flatnonzero(multiplier).tolist():
        y = int(multiplier[r])
        room = gap // y
        if room < most[r]:
            part = slice(rows.start[r], rows.start[r + 1])
            weight = tuple((-rows.weight[part]).tolist())
            tight.append((r, Row(tuple(rows.column[part].tolist()), weight, room - int(rows.limit[r]))))
        loss += y * max(0, min(room, most[r]))
    return tight, loss
