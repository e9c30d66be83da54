"""The question as whole-number columns and rows, small enough in every number for native solvers to be exact on.

Columns 0 .. n-1 are the options; further columns are auxiliaries, each defined by the columns before it. Every row
is "sum <= limit" and remembers where it comes from, so that a bound can be told in terms of the question.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from operator import mul
from typing import Any

import numpy as np
import numpy.typing as npt

Whole = npt.NDArray[np.int64]
"""Whole numbers, one for each column, row or entry."""

Floats = npt.NDArray[np.float64]
"""Guesses of them."""

NARROW = 2**52
"""Rows and objectives whose terms together stay below this are handed on as they are; `draft` writes wider ones."""

Origin = tuple[Any, ...]
"""Where a row comes from: a kind and what it takes to find it again, in nested tuples (see `proof`)."""

_MARKS = np.arange(1, 9974, dtype=np.int64) ** 3 * 2654435761 % 2**32
"""A number for each column, to tell rows apart by; numpy's own random numbers take 30 ms to load."""


@dataclass(frozen=True, slots=True)
class Linear:
    """`constant` plus the sum of `weight` times column; each column occurs once."""

    column: tuple[int, ...]
    weight: tuple[int, ...]
    constant: int = 0

    def at(self, point: Sequence[int] | Whole) -> int:
        """The value at a point (one number per column)."""
        plain: Sequence[int] = point.tolist() if isinstance(point, np.ndarray) else point
        value: int = sum(map(mul, self.weight, map(plain.__getitem__, self.column)), start=self.constant)
        return value


@dataclass(frozen=True, slots=True)
class Row:
    """The limit: sum of `weight` times column is at most `limit`."""

    column: tuple[int, ...]
    weight: tuple[int, ...]
    limit: int


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Many rows: entries `start[r] .. start[r + 1]` of `column` and `weight` are row r. `origin`: see `Program`."""

    start: Whole
    column: Whole
    weight: Whole
    limit: Whole
    origin: Whole

    @classmethod
    def of(cls, rows: Iterable[Row], origin: Iterable[int] | None = None) -> "Rows":
        """Rows from single ones; without origins they get -1, from nowhere."""
        listed = list(rows)
        sizes = [len(row.column) for row in listed]
        return cls(
            start=np.concatenate(([0], np.cumsum(sizes, dtype=np.int64))).astype(np.int64),
            column=np.array([c for row in listed for c in row.column], dtype=np.int64),
            weight=np.array([w for row in listed for w in row.weight], dtype=np.int64),
            limit=np.array([row.limit for row in listed], dtype=np.int64),
            origin=np.full(len(listed), -1) if origin is None else np.array(list(origin), dtype=np.int64),
        )

    def __len__(self) -> int:
        """How many rows."""
        return len(self.limit)

    def __iter__(self) -> Iterator[Row]:
        """Each row by itself."""
        bounds = self.start.tolist()
        column, weight, limit = self.column.tolist(), self.weight.tolist(), self.limit.tolist()
        for r, most in enumerate(limit):
            part = slice(bounds[r], bounds[r + 1])
            yield Row(tuple(column[part]), tuple(weight[part]), most)

    @property
    def row(self) -> Whole:
        """The row of each entry."""
        return np.repeat(np.arange(len(self)), np.diff(self.start))

    @property
    def marks(self) -> Whole:
        """A number for each row: for the same columns and weights the same, negated for negated ones, seldom else."""
        return self.sums(self.weight * _MARKS[self.column % len(_MARKS)])

    @property
    def opposites(self) -> Whole:
        """For each row the earlier one that it is the other way round, or -1.

        No row is named twice, and none that leaves nothing together with its opposite.
        """
        turned, limit = np.full(len(self), -1), self.limit.tolist()
        marks, start = self.marks, self.start.tolist()
        seen: dict[tuple[bytes, bytes], int] = {}
        for r in np.flatnonzero(np.isin(marks, -marks)).tolist():
            begin, end = start[r], start[r + 1]
            column, weight = self.column[begin:end].tobytes(), self.weight[begin:end]
            other = seen.get((column, (-weight).tobytes()), -1)
            if other >= 0 and limit[r] + limit[other] >= 0:
                turned[r] = seen.pop((column, (-weight).tobytes()))
            else:
                seen[column, weight.tobytes()] = r
        return turned

    def sums(self, entries: Whole) -> Whole:
        """The sum over each row of one number per entry; the numbers of a row together must fit in 64 bits."""
        running = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(entries, dtype=np.int64)))
        return running[self.start[1:]] - running[self.start[:-1]]

    def taken(self, point: Floats) -> Floats:
        """What a point in fractions takes of each row."""
        taken: Floats = np.bincount(self.row, self.weight * point[self.column], minlength=len(self)).astype(np.float64)
        return taken

    def only(self, entries: npt.NDArray[np.bool_], rows: npt.NDArray[np.bool_]) -> "Rows":
        """These entries of these rows."""
        kept = entries & np.repeat(rows, np.diff(self.start))
        sizes = self.sums(kept.astype(np.int64))[rows]
        start = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(sizes, dtype=np.int64)))
        return Rows(start, self.column[kept], self.weight[kept], self.limit[rows], self.origin[rows])

    def __add__(self, other: "Rows") -> "Rows":
        """These rows and then those."""
        return Rows(
            np.concatenate((self.start, self.start[-1] + other.start[1:])),
            np.concatenate((self.column, other.column)),
            np.concatenate((self.weight, other.weight)),
            np.concatenate((self.limit, other.limit)),
            np.concatenate((self.origin, other.origin)),
        )


@dataclass(frozen=True, slots=True)
class Auxiliary:
    """How a column follows from those before it: the largest of `forms`, divided down, what is left by `modulus`."""

    forms: tuple[Linear, ...]
    divisor: int = 1
    modulus: int | None = None

    def at(self, point: Sequence[int]) -> int:
        """The value of the column at a point."""
        value = max(form.at(point) for form in self.forms) // self.divisor
        return value if self.modulus is None else value % self.modulus


@dataclass(frozen=True, slots=True, eq=False)
class Program:
    """Columns with bounds, and rows. Column `options + k` is defined by `auxiliaries[k]`.

    `origins[rows.origin[r]]` says where row r comes from.
    """

    options: int
    lower: Whole
    upper: Whole
    rows: Rows
    auxiliaries: tuple[Auxiliary, ...] = ()
    origins: tuple[Origin, ...] = ()

    @classmethod
    def of(cls, options: int, lower: Sequence[int], upper: Sequence[int], rows: Iterable[Row]) -> "Program":
        """A program from plain values."""
        return cls(options, np.array(lower, dtype=np.int64), np.array(upper, dtype=np.int64), Rows.of(rows))

    @property
    def free(self) -> npt.NDArray[np.bool_]:
        """Which columns can still be more than one number."""
        return self.lower < self.upper

    @property
    def hopeless(self) -> bool:
        """Whether a row is left that no point keeps."""
        empty = self.rows.start[1:] == self.rows.start[:-1]
        return bool((empty & (self.rows.limit < 0)).any())

    def complete(self, chosen: Iterable[int]) -> Whole:
        """The point of a choice of options: 0 or 1 per option, then every auxiliary by its definition."""
        point = [0] * self.options
        for option in chosen:
            point[option] = 1
        for auxiliary in self.auxiliaries:
            point.append(auxiliary.at(point))
        return np.array(point, dtype=np.int64)

    def admits(self, point: Sequence[int] | Whole) -> bool:
        """Whether a point keeps every bound and every row."""
        at = np.asarray(point, dtype=np.int64)
        if ((at < self.lower) | (at > self.upper)).any():
            return False
        return bool((self.rows.sums(self.rows.weight * at[self.rows.column]) <= self.rows.limit).all())

    def with_rows(self, rows: Sequence[Row], origins: Sequence[Origin]) -> "Program":
        """The same program with more rows, each with where it comes from."""
        if not rows:
            return self
        first = len(self.origins)
        more = Rows.of(rows, range(first, first + len(rows)))
        return replace(self, rows=self.rows + more, origins=(*self.origins, *origins))
