"""Limits and bounds in Python's own whole numbers, and what follows from them in one step. Serves `verifier`."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from solver.instance import Group

Weights = dict[int, int]


@dataclass(frozen=True)
class Limit:
    """Sum of weight times column is at most `limit`."""

    weight: Weights
    limit: int


class Contradiction(Exception):  # noqa: N818 - what is looked for, not an error
    """The bounds leave no point, or none that reaches what is said to be reached."""


@dataclass
class Bounds:
    """The least and the most that every column can be."""

    lower: list[int]
    upper: list[int]

    def copy(self) -> "Bounds":
        return Bounds(self.lower.copy(), self.upper.copy())

    def least(self, weight: Weights) -> int:
        return sum(w * (self.lower if w > 0 else self.upper)[c] for c, w in weight.items())

    def most(self, weight: Weights) -> int:
        return sum(w * (self.upper if w > 0 else self.lower)[c] for c, w in weight.items())

    def room(self, row: Limit, columns: Iterable[int]) -> int:
        """What the limit leaves for some of its columns when the others take as little as they can."""
        some = frozenset(columns)
        return row.limit - self.least({c: w for c, w in row.weight.items() if c not in some})

    def narrow(self, column: int, lower: int, upper: int) -> bool:
        """Bring the bounds of a column in; whether that changed anything."""
        if lower <= self.lower[column] and upper >= self.upper[column]:
            return False
        self.lower[column] = max(lower, self.lower[column])
        self.upper[column] = min(upper, self.upper[column])
        if self.lower[column] > self.upper[column]:
            raise Contradiction
        return True


def settle(bounds: Bounds, reduced: Weights, gap: int) -> None:
    """No column may lose more than the gap, which is 0 or more."""
    for c, d in reduced.items():
        if d > 0:
            bounds.narrow(c, bounds.upper[c] - gap // d, bounds.upper[c])
        elif d < 0:
            bounds.narrow(c, bounds.lower[c], bounds.lower[c] + gap // -d)


def most(group: Group) -> Limit | None:
    return None if group.max is None else Limit(dict(zip(group.option, group.weight, strict=True)), group.max)


def least(group: Group) -> Limit | None:
    turned = {o: -w for o, w in zip(group.option, group.weight, strict=True)}
    return None if group.min is None else Limit(turned, -group.min)


def rounded(row: Limit, divisor: int, bounds: Bounds) -> Limit:
    """The row divided, weights and room rounded down; columns that are fixed count for what they are."""
    free = [c for c in row.weight if bounds.lower[c] < bounds.upper[c]]
    assert divisor > 0
    assert all(bounds.lower[c] >= 0 for c in free)
    weight = {c: w // divisor for c, w in row.weight.items() if w // divisor}
    fixed = sum(w * bounds.lower[c] for c, w in weight.items() if bounds.lower[c] == bounds.upper[c])
    return Limit(weight, bounds.room(row, free) // divisor + fixed)


def packed(row: Limit, items: Sequence[Any], rows: Mapping[int, Limit], bounds: Bounds) -> Limit | None:
    """The most that items that fit are worth together; None where more than one column of an item may be taken."""
    parts = [(q, mine) for q, mine, _ in items]
    if not _one_of_each(parts, rows, bounds):
        return None
    room = bounds.room(row, [c for _, mine in parts for c in mine])
    best = {0: 0}
    for _, mine, worth in items:
        smallest = min(row.weight.get(c, 0) for c in mine)
        assert smallest > 0
        for filled, known in sorted(best.items(), reverse=True):
            if filled + smallest <= room:
                best[filled + smallest] = max(best.get(filled + smallest, 0), known + worth)
    return Limit({c: worth for _, mine, worth in items for c in mine}, max(best.values()))


def cover(row: Limit, items: Sequence[Any], rows: Mapping[int, Limit], bounds: Bounds) -> Limit | None:
    """As many as fit of items of which at most one column is taken; None where that does not hold of an item."""
    if not _one_of_each(items, rows, bounds):
        return None
    columns = [c for _, mine in items for c in mine]
    room = bounds.room(row, columns)
    smallest = sorted(min(row.weight.get(c, 0) for c in mine) for _, mine in items)
    assert smallest[0] > 0
    most = 0
    while most < len(smallest) and sum(smallest[: most + 1]) <= room:
        most += 1
    return Limit(dict.fromkeys(columns, 1), most)


def clique(columns: Sequence[int], rows: Mapping[int, Limit], bounds: Bounds) -> Limit | None:
    """At most one, where every two stand in a row that has no room for both."""
    return Limit(dict.fromkeys(columns, 1), 1) if _at_most_one(columns, rows, bounds) else None


def _one_of_each(items: Sequence[tuple[int, Sequence[int]]], rows: Mapping[int, Limit], bounds: Bounds) -> bool:
    """Whether of each item at most one column is taken: there is only one, or the row that is named says so."""
    columns = [c for _, mine in items for c in mine]
    assert len(set(columns)) == len(columns)
    return all(len(mine) == 1 if q < 0 else _at_most_one(mine, {q: rows[q]}, bounds) for q, mine in items)


def _at_most_one(columns: Sequence[int], rows: Mapping[int, Limit], bounds: Bounds) -> bool:
    """Whether every two of the columns stand in one of the rows that has no room for both."""
    return all(any(_no_room(row, pair, bounds) for row in rows.values()) for pair in combinations(columns, 2))


def _no_room(row: Limit, pair: tuple[int, int], bounds: Bounds) -> bool:
    i, j = pair
    if i not in row.weight or j not in row.weight:
        return False
    assert bounds.lower[i] >= 0
    assert bounds.upper[i] <= 1
    return row.weight[i] + row.weight[j] > bounds.room(row, pair)
