"""What limits say about columns at once: bounds that follow from single rows, and rows that no longer say anything.

Whole-number arithmetic on our own rows, so that nothing has to be believed. Options that no answer can hold (those
of a group with max 0, the neighbours of a fixed option) leave the question here.
"""

from dataclasses import replace

from solver.program import Program, Row

PASSES = 8
"""Most passes over the rows; bounds that would follow later still are left to the solvers."""


def propagated(program: Program) -> Program:
    """The same points, with tighter bounds and only the rows that still limit something, without fixed columns.

    Where a row cannot be kept at all, a row 0 <= -1 stays, which no point keeps.
    """
    lower, upper = list(program.lower), list(program.upper)
    rows = list(program.rows)
    for _ in range(PASSES):
        before = len(rows), sum(upper) - sum(lower)
        rows = [left for row in rows if (left := _left_over(row, lower, upper)) is not None]
        if before == (len(rows), sum(upper) - sum(lower)):
            break
    return replace(program, lower=tuple(lower), upper=tuple(upper), rows=tuple(dict.fromkeys(rows)))


def _left_over(row: Row, lower: list[int], upper: list[int]) -> Row | None:
    """Tighten the bounds by one row; the row without its fixed columns, or None when it always holds."""
    least = most = fixed = 0
    for c, w in zip(row.column, row.weight, strict=True):
        low, high = w * lower[c], w * upper[c]
        if low == high:
            fixed += low
        elif w > 0:
            least += low
            most += high
        else:
            least += high
            most += low
    limit = row.limit - fixed
    if most <= limit:
        return None
    room = limit - least
    if room < 0:
        return Row((), (), -1)
    free = [(c, w) for c, w in zip(row.column, row.weight, strict=True) if lower[c] < upper[c]]
    for c, w in free:
        if abs(w) * (upper[c] - lower[c]) > room:
            if w > 0:
                upper[c] = lower[c] + room // w
            else:
                lower[c] = upper[c] - room // -w
    return Row(tuple(c for c, _ in free), tuple(w for _, w in free), limit)
