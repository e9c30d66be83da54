"""Prices: multipliers on the rows from which a bound follows in exact arithmetic, whoever guessed them.

For any multipliers y >= 0, every point of the program has  objective(x) <= y.b + sum over columns of the largest
(c - yA)_j x_j  within the column's bounds. The right side is the bound; what a point loses on it is the sum of what
its columns and rows lose each (Lagrange duality; reduced cost fixing). All numbers are whole, times SCALE.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from solver.program import Linear, Program, Row

SCALE = 2**24
"""Multipliers are whole multiples of 1 / SCALE."""


@dataclass(frozen=True, slots=True)
class Prices:
    """A proven bound and where it comes from: `reduced` per column, `multiplier` per row, `top` = bound * SCALE."""

    reduced: tuple[int, ...]
    multiplier: tuple[int, ...]
    top: int

    @property
    def bound(self) -> int:
        """No point of the program is worth more than this whole number."""
        return self.top // SCALE


def priced(program: Program, objective: Linear, multipliers: Sequence[float]) -> Prices:
    """The prices that follow from guessed multipliers, one per row; any guess gives a true bound."""
    multiplier = tuple(max(0, round(y * SCALE)) for y in multipliers)
    reduced = [0] * len(program.lower)
    for c, w in zip(objective.column, objective.weight, strict=True):
        reduced[c] = w * SCALE
    top = objective.constant * SCALE
    for row, y in zip(program.rows, multiplier, strict=True):
        if y:
            top += y * row.limit
            for c, w in zip(row.column, row.weight, strict=True):
                reduced[c] -= y * w
    for d, low, high in zip(reduced, program.lower, program.upper, strict=True):
        top += d * (high if d > 0 else low)
    return Prices(tuple(reduced), multiplier, top)


def worth_at_least(program: Program, objective: Linear, prices: Prices, target: int) -> Program:
    """The program cut down to what a point worth `target` or more can still be; no such point is lost.

    A column that would lose more than the gap between bound and target stays where it is, a row likewise stays as
    tight as it must. The row objective >= target itself is added only where these do not imply it already.
    """
    gap = prices.top - target * SCALE
    lower, upper = list(program.lower), list(program.upper)
    for c, d in enumerate(prices.reduced):
        if d and abs(d) * (upper[c] - lower[c]) > gap:
            if d > 0:
                lower[c] = upper[c] - gap // d
            else:
                upper[c] = lower[c] + gap // -d
    if any(low > high for low, high in zip(lower, upper, strict=True)):  # gap < 0: nothing is worth that much
        return program.with_row(Row((), (), -1))
    cut = replace(program, lower=tuple(lower), upper=tuple(upper))
    tight, loss = _tightened(cut, prices.multiplier, gap)
    loss += sum(abs(d) * (high - low) for d, low, high in zip(prices.reduced, lower, upper, strict=True))
    cut = replace(cut, rows=(*cut.rows, *tight))
    if prices.top - loss > (target - 1) * SCALE:
        return cut
    return cut.with_row(Row(objective.column, tuple(-w for w in objective.weight), objective.constant - target))


def _tightened(program: Program, multiplier: Sequence[int], gap: int) -> tuple[list[Row], int]:
    """Rows the other way round for limits that may keep little room, and the most that all rows can then lose."""
    rows: list[Row] = []
    loss = 0
    for row, y in zip(program.rows, multiplier, strict=True):
        if not y:
            continue
        least = sum(
            w * (program.lower[c] if w > 0 else program.upper[c]) for c, w in zip(row.column, row.weight, strict=True)
        )
        room = gap // y
        if room < row.limit - least:
            rows.append(Row(row.column, tuple(-w for w in row.weight), room - row.limit))
        loss += y * max(0, min(room, row.limit - least))
    return rows, loss
