"""The question as whole-number columns and rows, small enough in every number for native solvers to be exact on.

Columns 0 .. n-1 are the options; further columns are auxiliaries, each defined by the columns before it. Every row
is "sum <= limit". A sum that could pass 2^52 is never handed on: it is written in words of 30 bits with carries, as
one writes a long sum on paper, which is exact (see `Draft.row` and `Draft.words`).
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from solver.faults import KernelError
from solver.instance import Form, Instance, Level, Sense

NARROW = 2**52
"""Rows and objectives whose terms together stay below this are handed on as they are."""

BASE = 2**30
"""The base of the words in which wider sums are written."""


@dataclass(frozen=True, slots=True)
class Linear:
    """`constant` plus the sum of `weight` times column; each column occurs once."""

    column: tuple[int, ...]
    weight: tuple[int, ...]
    constant: int = 0

    def at(self, point: Sequence[int]) -> int:
        """The value at a point (one number per column)."""
        return sum((w * point[c] for c, w in zip(self.column, self.weight, strict=True)), start=self.constant)


@dataclass(frozen=True, slots=True)
class Row:
    """The limit: sum of `weight` times column is at most `limit`."""

    column: tuple[int, ...]
    weight: tuple[int, ...]
    limit: int


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


@dataclass(frozen=True, slots=True)
class Program:
    """Columns with bounds, and rows. Column `options + k` is defined by `auxiliaries[k]`."""

    options: int
    lower: tuple[int, ...]
    upper: tuple[int, ...]
    rows: tuple[Row, ...]
    auxiliaries: tuple[Auxiliary, ...] = ()

    def complete(self, chosen: Iterable[int]) -> list[int]:
        """The point of a choice of options: 0 or 1 per option, then every auxiliary by its definition."""
        point = [0] * self.options
        for option in chosen:
            point[option] = 1
        for auxiliary in self.auxiliaries:
            point.append(auxiliary.at(point))
        return point

    def admits(self, point: Sequence[int]) -> bool:
        """Whether a point keeps every bound and every row."""
        within = all(low <= x <= high for low, x, high in zip(self.lower, point, self.upper, strict=True))
        return within and all(
            sum(w * point[c] for c, w in zip(row.column, row.weight, strict=True)) <= row.limit for row in self.rows
        )

    def with_row(self, row: Row) -> "Program":
        """The same program with one more row."""
        return replace(self, rows=(*self.rows, row))


class Draft:
    """A program under construction; `program` gives the result."""

    def __init__(self, program: Program) -> None:
        """Start from an existing program."""
        self._options = program.options
        self._lower = list(program.lower)
        self._upper = list(program.upper)
        self._rows = list(program.rows)
        self._auxiliaries = list(program.auxiliaries)

    @property
    def program(self) -> Program:
        """What has been drafted so far."""
        return Program(
            self._options, tuple(self._lower), tuple(self._upper), tuple(self._rows), tuple(self._auxiliaries)
        )

    def extremes(self, linear: Linear) -> tuple[int, int]:
        """The smallest and the largest value that the bounds of the columns allow."""
        low = high = linear.constant
        for c, w in zip(linear.column, linear.weight, strict=True):
            ends = w * self._lower[c], w * self._upper[c]
            low += min(ends)
            high += max(ends)
        return low, high

    def column(self, auxiliary: Auxiliary, low: int, high: int) -> int:
        """Add a column defined by `auxiliary`, whose value is known to lie in low .. high; its number."""
        if max(abs(low), abs(high)) > NARROW:
            raise KernelError("a column is too wide")
        self._auxiliaries.append(auxiliary)
        self._lower.append(low)
        self._upper.append(high)
        return len(self._lower) - 1

    def row(self, linear: Linear) -> None:
        """Add the limit linear <= 0, in words when it is wide.

        Write the room that is left, -linear, as word + BASE * rest with 0 <= word < BASE: it is at least 0 exactly
        when the rest is, and the rest is BASE times narrower.
        """
        while not self._narrow(linear):
            _, linear = self._halve(linear, -1)
        if linear.column and self.extremes(linear)[1] > 0:
            self._rows.append(Row(linear.column, linear.weight, -linear.constant))
        elif linear.constant > 0 and not linear.column:
            self._rows.append(Row((), (), -1))

    def words(self, linear: Linear) -> tuple[Linear, ...]:
        """`linear` in words, the most significant first, all but that one from 0 to BASE - 1.

        Largest `linear` is then the same as the lexicographically largest words: a positional number system.
        """
        words: list[Linear] = []
        while not self._narrow(linear):
            word, linear = self._halve(linear, 1)
            words.append(Linear((word,), (1,)))
        return (linear, *reversed(words))

    def _narrow(self, linear: Linear) -> bool:
        width = abs(linear.constant)
        for c, w in zip(linear.column, linear.weight, strict=True):
            width += abs(w) * max(abs(self._lower[c]), abs(self._upper[c]))
        return width <= NARROW

    def _halve(self, linear: Linear, sign: int) -> tuple[int, Linear]:
        """Split sign * linear = word + BASE * rest; the column of the word, and sign * rest.

        Each weight is parted towards zero, weight = small + BASE * large. The small parts together are
        word + BASE * carry, with two new columns; the rest is the carry plus the large parts.
        """
        parts = [_parted(sign * w) for w in linear.weight]
        constant, above = _parted(sign * linear.constant)
        small = _linear({c: s for c, (s, _) in zip(linear.column, parts, strict=True)}, constant)
        low, high = self.extremes(small)
        word = self.column(Auxiliary((small,), 1, BASE), 0, BASE - 1)
        carry = self.column(Auxiliary((small,), BASE), low // BASE, high // BASE)
        self._equal(small, {word: 1, carry: BASE})
        rest = {c: sign * large for c, (_, large) in zip(linear.column, parts, strict=True)}
        return word, _linear({**rest, carry: sign}, sign * above)

    def _equal(self, linear: Linear, columns: dict[int, int]) -> None:
        """Add the two rows that say linear = sum of columns."""
        weights = dict(zip(linear.column, linear.weight, strict=True)) | {c: -w for c, w in columns.items()}
        both = _linear(weights, linear.constant)
        if not self._narrow(both):
            raise KernelError("a word is too wide")
        self._rows.append(Row(both.column, both.weight, -both.constant))
        self._rows.append(Row(both.column, tuple(-w for w in both.weight), both.constant))

    def total(self, column: Sequence[int]) -> int:
        """A column that counts how many of the given options are chosen."""
        count = Linear(tuple(column), (1,) * len(column))
        low, high = self.extremes(count)
        total = self.column(Auxiliary((count,)), low, high)
        self._equal(count, {total: 1})
        return total

    def largest(self, forms: tuple[Linear, ...]) -> Linear:
        """A linear form that is at least each of `forms`, and equals the largest of them where it is pressed down."""
        ends = [self.extremes(form) for form in forms]
        low, high = max(end[0] for end in ends), max(end[1] for end in ends)
        weights: dict[int, int] = {}
        for k, reach in enumerate(_reaches(high - low)):
            lifted = tuple(Linear(f.column, f.weight, f.constant - low) for f in forms)
            modulus = BASE if high - low >= BASE ** (k + 1) else None
            weights[self.column(Auxiliary(lifted, BASE**k, modulus), 0, reach)] = BASE**k
        for form in forms:
            above = dict(zip(form.column, form.weight, strict=True)) | {c: -w for c, w in weights.items()}
            self.row(_linear(above, form.constant - low))
        return _linear(weights, low)


def _parted(number: int) -> tuple[int, int]:
    """A number as small + BASE * large, both of its own sign."""
    large, small = divmod(abs(number), BASE)
    return (small, large) if number >= 0 else (-small, -large)


def _reaches(width: int) -> list[int]:
    """The largest value of each word of the numbers 0 .. width, the least significant first."""
    reaches = []
    while width >= BASE:
        reaches.append(BASE - 1)
        width //= BASE
    return [*reaches, width]


def _linear(weights: dict[int, int], constant: int) -> Linear:
    kept = {c: w for c, w in weights.items() if w}
    return Linear(tuple(kept), tuple(kept.values()), constant)


def limits(instance: Instance) -> Program:
    """The limits of a canonical instance as a program; its levels are left to `objective`."""
    fixed = set(instance.fixed)
    lower = tuple(int(o in fixed) for o in range(instance.options))
    draft = Draft(Program(instance.options, lower, (1,) * instance.options, ()))
    for group in instance.groups:
        if group.max is not None:
            draft.row(Linear(group.option, group.weight, -group.max))
        if group.min is not None:
            draft.row(Linear(group.option, tuple(-w for w in group.weight), group.min))
    for pair in instance.exclusions:
        draft.row(Linear(pair, (1, 1), -1))
    return draft.program


def objective(program: Program, level: Level) -> tuple[Program, tuple[Linear, ...]]:
    """The program with what a level needs, and the level as words to make largest, the most significant first.

    Read as digits of base BASE, the words make up the level (its negative, for sense min).
    """
    draft = Draft(program)
    sign = 1 if level.sense == Sense.MAX else -1
    if level.value is not None:
        linear = _linear({o: sign * v for o, v in enumerate(level.value)}, 0)
        return _drafted(draft, linear)
    terms = _counted(draft, level.terms or ())
    weights: dict[int, int] = {}
    constant = 0
    for term in terms:
        largest = draft.largest(term)
        weights |= {c: -w for c, w in zip(largest.column, largest.weight, strict=True)}
        constant -= largest.constant
    return _drafted(draft, _linear(weights, constant))


def _drafted(draft: Draft, linear: Linear) -> tuple[Program, tuple[Linear, ...]]:
    words = draft.words(linear)
    return draft.program, words


def _counted(draft: Draft, terms: Sequence[Sequence[Form]]) -> list[tuple[Linear, ...]]:
    """The forms of a level over counts: options that weigh the same in every form are counted in one column.

    A form over all pairs of a region becomes a form over its few gemeenten, which solvers see through.
    """
    weights: dict[int, list[tuple[int, int]]] = defaultdict(list)
    forms = [form for term in terms for form in term]
    for k, form in enumerate(forms):
        for o, w in zip(form.option, form.weight, strict=True):
            weights[o].append((k, w))
    alike: dict[tuple[tuple[int, int], ...], list[int]] = defaultdict(list)
    for o in sorted(weights):
        alike[tuple(weights[o])].append(o)
    counted: list[dict[int, int]] = [{} for _ in forms]
    for pattern, options in alike.items():
        column = options[0] if len(options) == 1 else draft.total(options)
        for k, w in pattern:
            counted[k][column] = w
    made = iter(_linear(weights, form.constant) for weights, form in zip(counted, forms, strict=True))
    return [tuple(next(made) for _ in term) for term in terms]
