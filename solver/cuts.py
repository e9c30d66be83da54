"""Rows that every answer keeps and the relaxation does not: what whole people and whole hours make of a limit.

A limit with uneven weights (hours of a provider) lets the relaxation place fractions of people. Options of which at
most one can be chosen (those of one person) and that weigh the same count as one item, taken or not. From the items
follow cover cuts (Balas 1975; Crowder, Johnson and Padberg 1983, doi:10.1287/opre.31.5.803) and rounded limits
(Chvatal 1973). Options of which any two exclude each other are a clique, of which at most one is taken (Padberg 1973,
doi:10.1007/BF01580121). Which cuts to add is guessed from a point in floats; that they hold follows from whole numbers
alone, and each remembers why (see `proof`).
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import combinations

import numpy as np
import numpy.typing as npt

from solver.hull import Facet, facet
from solver.program import Floats, Origin, Program, Row, Rows, Whole

VIOLATION = 0.01
"""A cut is worth adding when the relaxed point breaks it by more than this."""

SLIGHTLY = 0.0005
"""A facet is worth adding when the relaxed point passes its limit by more than this part of it."""

PARTS = 5
"""A limit is also rounded by the smallest weights of which 1, 2, .. PARTS fit in it."""

FEW = 1e-6
"""What a relaxed point takes less of than this, it does not take."""

MOST_BROKEN = 800
"""With more options taken in part than this, cliques are not looked for: the table of who excludes whom gets large."""

MOST_CLIQUES = 200
"""Most cliques in one go, those broken most."""


@dataclass(frozen=True, slots=True)
class Item:
    """Options of which at most one is chosen, each weighing `weight` > 0; `clique` is the row that says so, or -1."""

    weight: int
    columns: tuple[int, ...]
    clique: int = -1


@dataclass(frozen=True, slots=True)
class Knapsack:
    """A limit as items: the weights of those taken are together at most `limit`. `origin`: that of the row."""

    limit: int
    items: tuple[Item, ...]
    origin: int = -1


@dataclass(frozen=True, slots=True)
class Cut:
    """A row that holds for whole answers, and why."""

    row: Row
    origin: Origin


Candidate = tuple[float, Callable[[], Cut]]
"""By how much a point breaks a cut, and the cut, to be made when it is the one."""

Loaded = tuple[Item, float]
"""An item and how much of it the relaxed point takes."""


class Cuts:
    """The cuts of a program. Its uneven limits are taken apart into items once, for as many points as there come."""

    def __init__(self, program: Program) -> None:
        """The limits of `program`; rows that are added to it later give no cuts of their own, but cliques."""
        self._families = knapsacks(program)

    def broken(self, program: Program, point: Floats) -> tuple[Cut, ...]:
        """Those that a relaxed point of `program` breaks: of each uneven limit the facet, or the cover and the rounding
        broken most; and cliques.
        """
        return (*violated(self._families, point), *cliques(program, point))


def knapsacks(program: Program) -> tuple[Knapsack, ...]:
    """The rows that can give cuts: over options only, with weights above 0 that do not just count."""
    rows, one_of = program.rows, packing(program)
    other = (rows.weight <= 0) | (rows.column >= program.options)
    chosen = np.flatnonzero((rows.sums(other.astype(np.int64)) == 0) & (rows.limit > 0) & ~one_of).tolist()
    uneven = [r for r in chosen if _uneven(rows.weight[rows.start[r] : rows.start[r + 1]], int(rows.limit[r]))]
    if not uneven:
        return ()
    member: dict[int, list[int]] = defaultdict(list)
    inside = one_of[rows.row]
    for c, r in zip(rows.column[inside].tolist(), rows.row[inside].tolist(), strict=True):
        member[c].append(r)
    return tuple(Knapsack(int(rows.limit[r]), _items(rows, r, member), int(rows.origin[r])) for r in uneven)


def violated(families: Sequence[Knapsack], point: Sequence[float] | npt.NDArray[np.float64]) -> tuple[Cut, ...]:
    """Of each knapsack the facet that the relaxed point breaks most; of wide ones cover cuts and the best rounding."""
    found: dict[Row, Cut] = {}
    for knapsack in families:
        loaded = [(item, float(sum(point[c] for c in item.columns))) for item in knapsack.items]
        best = facet([item.weight for item in knapsack.items], knapsack.limit, [x for _, x in loaded])
        if best is not None:
            if best.broken > SLIGHTLY:
                cut = _packed_cut(knapsack, best)
                found.setdefault(cut.row, cut)
            continue
        rounded = sorted(_rounded(knapsack, loaded), key=lambda candidate: -candidate[0])[:1]
        for broken, make in (*_covers(knapsack, loaded), *rounded):
            if broken > VIOLATION:
                cut = make()
                found.setdefault(cut.row, cut)
    return tuple(found.values())


def cliques(program: Program, point: npt.NDArray[np.float64]) -> tuple[Cut, ...]:
    """Cliques of options that the relaxed point takes more than one of, widened by what it does not take."""
    rows = program.rows
    one_of = np.flatnonzero(packing(program))
    taken = np.flatnonzero((point[: program.options] > FEW) & (point[: program.options] < 1 - FEW))
    if not len(taken) or len(taken) > MOST_BROKEN:
        return ()
    place = np.full(len(point), -1)
    place[taken] = np.arange(len(taken))
    inside = np.isin(rows.row, one_of) & (place[rows.column] >= 0)
    touched, number = np.unique(rows.row[inside], return_inverse=True)
    table = np.zeros((len(touched), len(taken)), dtype=np.float32)
    table[number, place[rows.column[inside]]] = 1
    excludes = np.greater(table.T @ table, 0)
    share = point[taken]
    found: dict[tuple[int, ...], float] = {}
    for begin in {tuple(np.flatnonzero(line).tolist()) for line in table}:
        grown = _grown(list(begin), excludes, share)
        if (total := float(share[grown].sum())) > 1 + VIOLATION and len(grown) > len(begin):
            found[tuple(sorted(taken[grown].tolist()))] = total
    best = sorted(found, key=lambda clique: (-found[clique], clique))[:MOST_CLIQUES]
    neighbours = _Neighbours(program, one_of)
    widened = {neighbours.widened(clique) for clique in best}
    return tuple(Cut(Row(c, (1,) * len(c), 1), ("clique", c, neighbours.shown(c))) for c in sorted(widened))


def _grown(members: list[int], excludes: npt.NDArray[np.bool_], share: npt.NDArray[np.float64]) -> list[int]:
    """A clique made larger, the largest share first, while every two exclude each other."""
    open_still: npt.NDArray[np.bool_] = np.logical_and.reduce(excludes[members], axis=0)
    open_still[members] = False
    while open_still.any():
        following = int(np.argmax(np.where(open_still, share, -1.0)))
        members.append(following)
        open_still &= excludes[following]
        open_still[members] = False
    return members


class _Neighbours:
    """Which options each option excludes, by the rows "at most one"."""

    def __init__(self, program: Program, one_of: npt.NDArray[np.int64]) -> None:
        rows = program.rows
        entries = np.isin(rows.row, one_of)
        column, row = rows.column[entries], rows.row[entries]
        order = np.argsort(column, kind="stable")
        self._rows = rows
        self._row = row[order]
        self._begin = np.searchsorted(column[order], np.arange(program.options + 1))

    def of(self, column: int) -> set[int]:
        """The options that exclude this one, with itself."""
        rows = self._row[self._begin[column] : self._begin[column + 1]].tolist()
        start, column_of = self._rows.start, self._rows.column
        return {c for r in rows for c in column_of[start[r] : start[r + 1]].tolist()}

    def widened(self, clique: tuple[int, ...]) -> tuple[int, ...]:
        """The clique with further options that exclude all of it and each other, the lowest first."""
        members = set(clique)
        common = set.intersection(*(self.of(c) for c in clique)) - members
        while common:
            following = min(common)
            members.add(following)
            common &= self.of(following)
            common -= members
        return tuple(sorted(members))

    def shown(self, clique: tuple[int, ...]) -> tuple[int, ...]:
        """Origins of rows that together hold every two of the clique."""
        inside: dict[int, list[int]] = defaultdict(list)
        for c in clique:
            for r in self._row[self._begin[c] : self._begin[c + 1]].tolist():
                inside[r].append(c)
        open_still = set(combinations(clique, 2))
        rows: list[int] = []
        for r in sorted(inside, key=lambda r: (-len(inside[r]), r)):
            pairs = open_still & set(combinations(inside[r], 2))
            if pairs:
                rows.append(int(self._rows.origin[r]))
                open_still -= pairs
        return tuple(rows)


def packing(program: Program) -> npt.NDArray[np.bool_]:
    """The rows that say: at most one of these options."""
    rows = program.rows
    other = (rows.weight != 1) | (rows.column >= program.options)
    plain: npt.NDArray[np.bool_] = (rows.sums(other.astype(np.int64)) == 0) & (rows.limit == 1)
    return plain


def _uneven(weight: Whole, limit: int) -> bool:
    """Whether some weights do not divide the limit, so that rounding can gain something."""
    return len(weight) > 0 and (bool((weight != weight[0]).any()) or limit % int(weight[0]) != 0)


def _items(rows: Rows, r: int, member: dict[int, list[int]]) -> tuple[Item, ...]:
    """The row's options by weight and by a row "at most one": one that lies within this row (the options of one person
    in the hours of their provider) before one that crosses it, then the one that holds most of them.
    """
    part = slice(rows.start[r], rows.start[r + 1])
    column, weight = rows.column[part].tolist(), rows.weight[part].tolist()
    shared = Counter(number for c in column for number in member.get(c, ()))
    sizes = np.diff(rows.start)
    rank = {number: (count == sizes[number], count, -number) for number, count in shared.items()}
    items: dict[tuple[int, int, int], list[int]] = defaultdict(list)
    for c, w in zip(column, weight, strict=True):
        clique = max(member.get(c, ()), key=rank.__getitem__, default=None)
        items[(w, 0, c) if clique is None else (w, 1, clique)].append(c)
    return tuple(
        Item(w, tuple(columns), int(rows.origin[number]) if kind else -1)
        for (w, kind, number), columns in sorted(items.items())
    )


def _covers(knapsack: Knapsack, loaded: Sequence[Loaded]) -> Iterator[Candidate]:
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
            most = len(cover) - 1
            broken = sum(x for _, x in wide) - most
            yield broken, partial(_cover_cut, knapsack, [item for item, _ in wide], most)


def _cover_cut(knapsack: Knapsack, wide: Sequence[Item], most: int) -> Cut:
    row = _row({c: 1 for item in wide for c in item.columns}, most)
    return Cut(row, ("cover", knapsack.origin, tuple((item.clique, item.columns) for item in wide)))


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


def _rounded(knapsack: Knapsack, loaded: Sequence[Loaded]) -> Iterator[Candidate]:
    """Rounded limits: divide by d and round every weight, and then the limit, down.

    Where all rounded weights are multiples of k, dividing by k d gives the same row in fewest terms.
    """
    limit = knapsack.limit
    weight = np.array([item.weight for item, _ in loaded])
    share = np.array([x for _, x in loaded])
    tried = {*weight.tolist(), *(limit // part + 1 for part in range(1, PARTS + 1))}
    divisors = {d * (int(np.gcd.reduce(weight // d)) or 1) for d in tried}
    for d in sorted(divisors - {1}):
        broken = float((weight // d * share).sum()) - limit // d
        yield broken, partial(_rounded_cut, knapsack, d)


def _packed_cut(knapsack: Knapsack, best: Facet) -> Cut:
    weighted = [(item, w) for item, w in zip(knapsack.items, best.weight, strict=True) if w]
    row = _row({c: w for item, w in weighted for c in item.columns}, best.limit)
    return Cut(row, ("packed", knapsack.origin, tuple((item.clique, item.columns, w) for item, w in weighted)))


def _rounded_cut(knapsack: Knapsack, d: int) -> Cut:
    row = _row({c: item.weight // d for item in knapsack.items for c in item.columns}, knapsack.limit // d)
    return Cut(row, ("rounded", knapsack.origin, d))


def _row(weights: dict[int, int], limit: int) -> Row:
    """The cut as a row, by column and without weights of 0."""
    kept = sorted((c, w) for c, w in weights.items() if w)
    return Row(tuple(c for c, _ in kept), tuple(w for _, w in kept), limit)
