"""What limits say about columns at once: bounds that follow from single rows, and rows that no longer say anything.

Whole-number arithmetic on our own rows, so that nothing has to be believed. Options that no answer can hold (those
of a group with max 0, the neighbours of a fixed option) leave the question here.
"""

from dataclasses import replace

import numpy as np

from solver.program import Program, Rows, Whole

PASSES = 50
"""Most passes over the rows; bounds that would follow later still are left to the solvers."""

HOPELESS = -1
"""The limit of a row without columns that no point keeps."""


def propagated(program: Program) -> Program:
    """The same points, with tighter bounds and only the rows that still limit something, without fixed columns.

    Where a row cannot be kept at all, a row 0 <= -1 stays, which no point keeps.
    """
    lower, upper, rows = program.lower.copy(), program.upper.copy(), program.rows
    for _ in range(PASSES):
        ends = np.where(rows.weight > 0, lower[rows.column], upper[rows.column])
        room = rows.limit - rows.sums(rows.weight * ends)
        broken = rows.origin[room < 0].tolist()
        if broken or (lower > upper).any():
            return _hopeless(program, broken[0] if broken else -1)
        reach = rows.sums(np.abs(rows.weight) * (upper - lower)[rows.column])
        says = reach > room
        if not says.any():
            rows = rows.only(np.zeros(len(rows.column), dtype=bool), says)
            break
        before = lower.copy(), upper.copy()
        _tighten(rows, room, lower, upper)
        rows = rows.only(np.ones(len(rows.column), dtype=bool), says)
        if (lower == before[0]).all() and (upper == before[1]).all():
            break
    if (lower > upper).any():
        return _hopeless(program, -1)
    return replace(program, lower=lower, upper=upper, rows=_distinct(_without_fixed(rows, lower, upper)))


def _hopeless(program: Program, origin: int) -> Program:
    nothing = np.array([], dtype=np.int64)
    start = np.array([0, 0], dtype=np.int64)
    rows = Rows(start, nothing, nothing, np.array([HOPELESS]), np.array([origin]))
    return replace(program, rows=rows)


def _tighten(rows: Rows, room: Whole, lower: Whole, upper: Whole) -> None:
    """Bring bounds in by every row: a column moves no further than the room of the row allows."""
    column, weight = rows.column, rows.weight
    width = (upper - lower)[column]
    stay = np.repeat(room, np.diff(rows.start)) // np.maximum(np.abs(weight), 1)
    bites = stay < width
    up = bites & (weight > 0)
    down = bites & (weight < 0)
    least, most = lower[column] + stay, upper[column] - stay
    np.minimum.at(upper, column[up], least[up])
    np.maximum.at(lower, column[down], most[down])


def _without_fixed(rows: Rows, lower: Whole, upper: Whole) -> Rows:
    """The rows over the columns that are free."""
    fixed = (lower == upper)[rows.column]
    taken = rows.sums(np.where(fixed, rows.weight * lower[rows.column], 0))
    left = rows.only(~fixed, np.ones(len(rows), dtype=bool))
    return replace(left, limit=rows.limit - taken)


def _distinct(rows: Rows) -> Rows:
    """Of rows with the same sum only the tightest, the first of them."""
    if len(np.unique(rows.marks)) == len(rows):
        return rows
    best: dict[tuple[bytes, bytes], int] = {}
    limits = rows.limit.tolist()
    for r, (begin, end) in enumerate(zip(rows.start[:-1].tolist(), rows.start[1:].tolist(), strict=True)):
        key = rows.column[begin:end].tobytes(), rows.weight[begin:end].tobytes()
        known = best.setdefault(key, r)
        if limits[r] < limits[known]:
            best[key] = r
    if len(best) == len(rows):
        return rows
    kept = np.zeros(len(rows), dtype=bool)
    kept[list(best.values())] = True
    return rows.only(np.ones(len(rows.column), dtype=bool), kept)
