"""Rows that every answer keeps and the relaxation does not: what whole people and whole hours make of a limit.

A limit with uneven weights (hours of a provider) lets the relaxation place fractions of people. Options of which at
most one can be chosen (those of one person) and that weigh the same count as one item, taken or not. From the items
follow cover cuts (Balas 1975; Crowder, Johnson and Padberg 1983, doi:10.1287/opre.31.5.803) and rounded limits
(Chvatal 1973). Which cuts to add is guessed from a point in floats; that they hold follows from whole numbers alone.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import gcd

from solver.program import Program, Row

VIOLATION = 0.01
"""A cut is worth adding when the relaxed point breaks it by more than this."""

PARTS = 5
"""A limit is also rounded by the smallest weights of which 1, 2, .. PARTS fit in it."""


@dataclass(frozen=True, slots=True)
class Item:
    """Options of which at most one is chosen, each weighing `weight` > 0."""

    weight: int
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Knapsack:
    """A limit as items: the weights of those taken are together at most `limit`."""

    limit: int
    items: tuple[Item, ...]


Loaded = tuple[Item, float]
"""An item and how much of it the relaxed point takes."""


def knapsacks(program: Program) -> tuple[Knapsack, ...]:
    """The rows that can give cuts: over options only, with weights above 0 that do not just count."""
    cliques: dict[int, list[int]] = defaultdict(list)
    for number, row in enumerate(program.rows):
        if row.limit == 1 and all(w == 1 for w in row.weight) and _over_options(program, row):
            for c in row.column:
                cliques[c].append(number)
    uneven = (row for row in program.rows if row.limit > 0 and _uneven(row) and _over_options(program, row))
    return tuple(Knapsack(row.limit, _items(row, cliques)) for row in uneven)


def violated(families: Sequence[Knapsack], point: Sequence[float]) -> tuple[Row, ...]:
    """Of each knapsack the cover cut and the rounded limit that the relaxed point breaks most, where it breaks any."""
    cuts: dict[Row, None] = {}
    for knapsack in families:
        loaded = [(item, sum(point[c] for c in item.columns)) for item in knapsack.items]
        for candidates in (_covers(knapsack, loaded), _rounded(knapsack, loaded)):
            worst = max(candidates, key=lambda found: found[0], default=None)
            if worst is not None and worst[0] > VIOLATION:
                cuts[worst[1]] = None
    return tuple(cuts)


def _over_options(program: Program, row: Row) -> bool:
    return all(c < program.options for c in row.column)


def _uneven(row: Row) -> bool:
    """Whether all weights are above 0 and some do not divide the limit, so that rounding can gain something."""
    return min(row.weight, default=0) > 0 and (len(set(row.weight)) > 1 or row.limit % row.weight[0] != 0)


def _items(row: Row, cliques: dict[int, list[int]]) -> tuple[Item, ...]:
    """The row's options by weight and by the row "at most one" that holds most of them."""
    shared = Counter(number for c in row.column for number in cliques.get(c, ()))
    items: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for c, w in zip(row.column, row.weight, strict=True):
        clique = max(cliques.get(c, ()), key=lambda number: (shared[number], -number), default=None)
        items[(w, 0, c) if clique is None else (w, 1, clique)].append(c)
    return tuple(Item(w, tuple(columns)) for (w, _, _), columns in sorted(items.items()))


def _covers(knapsack: Knapsack, loaded: Sequence[Loaded]) -> Iterator[tuple[float, Row]]:
    """Cover cuts: of items too heavy together not all are taken; nor as many of those and any at least as heavy."""
    orders: tuple[Callable[[Loaded], float], ...] = (
        lambda item: (1 - item[1]) / item[0].weight,
        lambda item: 1 - item[1],
        lambda item: -item[0].weight * item[1],
    )
    for order in orders:
        cover = _cover(knapsack.limit, sorted(loaded, key=order))
        if cover:
            heaviest = max(item.weight for item, _ in cover)
            inside = {item for item, _ in cover}
            wide = [(item, x) for item, x in loaded if item in inside or item.weight >= heaviest]
            broken = sum(x for _, x in wide) - (len(cover) - 1)
            yield broken, _row({c: 1 for item, _ in wide for c in item.columns}, len(cover) - 1)


def _cover(limit: int, ordered: Sequence[Loaded]) -> list[Loaded]:
    """The first items that are too heavy together, without those that can be missed; empty when all fit."""
    cover: list[Loaded] = []
    total = 0
    for item, x in ordered:
        cover.append((item, x))
        total += item.weight
        if total > limit:
            break
    else:
        return []
    for item, x in sorted(cover, key=lambda loaded: (loaded[1], loaded[0].weight)):
        if total - item.weight > limit:
            cover.remove((item, x))
            total -= item.weight
    return cover


def _rounded(knapsack: Knapsack, loaded: Sequence[Loaded]) -> Iterator[tuple[float, Row]]:
    """Rounded limits: divide by d and round every weight, and then the limit, down."""
    limit = knapsack.limit
    divisors = {item.weight for item, _ in loaded} | {limit // part + 1 for part in range(1, PARTS + 1)}
    for d in sorted(divisors - {1}):
        broken = sum((item.weight // d) * x for item, x in loaded) - limit // d
        yield broken, _row({c: item.weight // d for item, _ in loaded for c in item.columns}, limit // d)


def _row(weights: dict[int, int], limit: int) -> Row:
    """The cut as a row, without weights of 0 and divided by what divides all weights."""
    kept = sorted((c, w) for c, w in weights.items() if w)
    step = gcd(*(w for _, w in kept)) or 1
    return Row(tuple(c for c, _ in kept), tuple(w // step for _, w in kept), limit // step)
