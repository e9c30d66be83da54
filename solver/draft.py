"""From a question to columns and rows.

A sum that could pass 2^52 is never handed on. Where its weights share a divisor it is counted in that unit; what is
still too wide is written in words of 30 bits with carries, as one writes a long sum on paper. Both are exact (see
`Draft.row` and `Draft.words`).
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from math import gcd

import numpy as np

from solver.faults import KernelError
from solver.instance import Form, Instance, Level, Sense
from solver.program import NARROW, Auxiliary, Linear, Origin, Program, Row, Rows

BASE = 2**30
"""The base of the words in which wider sums are written."""

WHOLE = 2**40
"""The largest of some forms stays one column while it reaches no further; a proof can tell it then."""

COARSE = 2**20
"""A unit from here on is divided out of narrow rows too: multipliers of 1 / 2^24 say too little about such weights."""

WORD: Origin = ("word",)
"""Rows that write a wide sum in a unit or in words; with one about, a proof cannot be told in terms of the question."""


class Draft:
    """A program under construction; `program` gives the result."""

    def __init__(self, program: Program) -> None:
        """Start from an existing program."""
        self._start = program
        self._lower: list[int] = program.lower.tolist()
        self._upper: list[int] = program.upper.tolist()
        self._rows: list[Row] = []
        self._row_origins: list[int] = []
        self._origins = list(program.origins)
        self._auxiliaries = list(program.auxiliaries)

    @property
    def program(self) -> Program:
        """What has been drafted so far."""
        return Program(
            self._start.options,
            np.array(self._lower, dtype=np.int64),
            np.array(self._upper, dtype=np.int64),
            self._start.rows + Rows.of(self._rows, self._row_origins),
            tuple(self._auxiliaries),
            tuple(self._origins),
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

    def row(self, linear: Linear, origin: Origin) -> None:
        """Add the limit linear <= 0, in a unit and in words when it is wide.

        A sum of whole units is within a limit when it is within the limit in units, rounded down. For words write the
        room that is left, -linear, as word + BASE * rest with 0 <= word < BASE: it is at least 0 exactly when the rest
        is, and the rest is BASE times narrower.
        """
        unit, narrow = gcd(*linear.weight) or 1, self._narrow(linear)
        if unit >= COARSE or not narrow:
            linear, origin = _in_units(linear, unit), ("rounded", self._known(origin), unit) if narrow else WORD
        while not self._narrow(linear):
            _, linear = self._halve(linear, -1)
        if linear.column or linear.constant > 0:
            self._append(Row(linear.column, linear.weight, -linear.constant), origin)

    def words(self, linear: Linear) -> tuple[Linear, ...]:
        """`linear` in words, the most significant first, all but that one from 0 to BASE - 1.

        Largest `linear` is then the same as the lexicographically largest words: a positional number system. One that
        is narrow when counted in the divisor that its weights share, as `summit` does, is one word as it is.
        """
        if self._narrow(replace(_in_units(linear, gcd(*linear.weight) or 1), constant=0)):
            if not self._narrow(linear):
                self._known(WORD)
            return (linear,)
        words: list[Linear] = []
        while not self._narrow(linear):
            word, linear = self._halve(linear, 1)
            words.append(Linear((word,), (1,)))
        return (linear, *reversed(words))

    def _append(self, row: Row, origin: Origin) -> None:
        self._rows.append(row)
        self._row_origins.append(self._known(origin))

    def _known(self, origin: Origin) -> int:
        """The number of an origin, which is known from here on."""
        self._origins.append(origin)
        return len(self._origins) - 1

    def _narrow(self, linear: Linear) -> bool:
        width = abs(linear.constant)
        if max(linear.column, default=-1) < self._start.options:
            return width + sum(map(abs, linear.weight)) <= NARROW
        for c, w in zip(linear.column, linear.weight, strict=True):
            width += abs(w) * max(1, abs(self._lower[c]), abs(self._upper[c]))  # its weight must fit, also at 0
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
        self._equal(small, {word: 1, carry: BASE}, (WORD, WORD))
        rest = {c: sign * large for c, (_, large) in zip(linear.column, parts, strict=True)}
        return word, _linear({**rest, carry: sign}, sign * above)

    def _equal(self, linear: Linear, columns: dict[int, int], origins: tuple[Origin, Origin]) -> None:
        """Add the two rows that say linear = sum of columns."""
        weights = dict(zip(linear.column, linear.weight, strict=True)) | {c: -w for c, w in columns.items()}
        both = _linear(weights, linear.constant)
        if not self._narrow(both):
            raise KernelError("a word is too wide")
        self._append(Row(both.column, both.weight, -both.constant), origins[0])
        self._append(Row(both.column, tuple(-w for w in both.weight), both.constant), origins[1])

    def total(self, column: Sequence[int]) -> int:
        """A column that counts how many of the given options are chosen."""
        count = Linear(tuple(column), (1,) * len(column))
        low, high = self.extremes(count)
        total = self.column(Auxiliary((count,)), low, high)
        self._equal(count, {total: 1}, (("column", total, "above"), ("column", total, "below")))
        return total

    def largest(self, forms: tuple[Linear, ...]) -> Linear:
        """A linear form that is at least each of `forms`, and equals the largest of them where it is pressed down.

        Wide ones are counted in a unit: they differ by whole numbers of it, so that nothing is rounded.
        """
        ends = [self.extremes(form) for form in forms]
        low, high = max(end[0] for end in ends), max(end[1] for end in ends)
        wide = high - low >= WHOLE or any(most - least > NARROW for least, most in ends)
        unit = _unit(forms) if wide else 1
        reach = (high - low) // unit
        lifted = tuple(Linear(f.column, f.weight, f.constant - low) for f in forms)
        reaches = [reach] if reach < WHOLE else _reaches(reach)
        weights: dict[int, int] = {}
        for k, most in enumerate(reaches):
            modulus = BASE if k + 1 < len(reaches) else None
            weights[self.column(Auxiliary(lifted, unit * BASE**k, modulus), 0, most)] = unit * BASE**k
        for k, form in enumerate(forms):
            above = dict(zip(form.column, form.weight, strict=True)) | {c: -w for c, w in weights.items()}
            origin: Origin = ("column", *weights, k) if unit == len(weights) == 1 else WORD
            self.row(_linear(above, form.constant - low), origin)
        return _linear(weights, low)


def _in_units(linear: Linear, unit: int) -> Linear:
    """`linear` in units that divide its weights, its constant rounded up: at most 0 exactly when `linear` is."""
    return Linear(linear.column, tuple(w // unit for w in linear.weight), -(-linear.constant // unit))


def _unit(forms: Sequence[Linear]) -> int:
    """The largest number such that any two values that these forms can have differ by a multiple of it (or 1)."""
    steps = [w for form in forms for w in form.weight]
    return gcd(*steps, *(form.constant - forms[0].constant for form in forms)) or 1


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
    lower = np.zeros(instance.options, dtype=np.int64)
    lower[list(instance.fixed)] = 1
    draft = Draft(Program(instance.options, lower, np.ones(instance.options, dtype=np.int64), _NO_ROWS.rows))
    for group in instance.groups:
        if group.max is not None:
            draft.row(Linear(group.option, group.weight, -group.max), ("max", group.name))
        if group.min is not None:
            draft.row(Linear(group.option, tuple(-w for w in group.weight), group.min), ("min", group.name))
    for i, j in instance.exclusions:
        draft.row(Linear((i, j), (1, 1), -1), ("exclusion", i, j))
    return draft.program


_NO_ROWS = Program.of(0, (), (), ())


def objective(program: Program, level: Level) -> tuple[Program, tuple[Linear, ...]]:
    """The program with what a level needs, and the level as words to make largest, the most significant first.

    Read as digits of base BASE, the words make up the level (its negative, for sense min).
    """
    sign = 1 if level.sense == Sense.MAX else -1
    draft = Draft(program)
    if level.value is not None:
        linear = _linear({o: sign * v for o, v in enumerate(level.value) if v}, 0)
    else:
        weights: dict[int, int] = {}
        constant = 0
        for term in _counted(draft, level.terms or ()):
            largest = draft.largest(term)
            weights |= {c: -w for c, w in zip(largest.column, largest.weight, strict=True)}
            constant -= largest.constant
        linear = _linear(weights, constant)
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
