"""The question put to the kernel: options, limits and levels, in plain frozen values (kern.md).

Options are the whole numbers 0 .. n-1, each taken or not. Nothing here knows a solver; importing this module
loads no native library. The values are built freely; `solver.faults` says what is wrong with an instance.
"""

from dataclasses import dataclass
from enum import StrEnum


class Sense(StrEnum):
    """Which way a level is best."""

    MAX = "max"
    MIN = "min"


@dataclass(frozen=True, slots=True)
class Group:
    """A limit: the sum of `weight` over the chosen among `option` is at most `max` and at least `min`.

    `weight` runs along `option`; left out, every weight is 1. At least one of `min` and `max` is given. The name is
    unique in its instance; it is what a conflict is told in.
    """

    name: str
    option: tuple[int, ...]
    weight: tuple[int, ...] = ()
    min: int | None = None
    max: int | None = None

    def __post_init__(self) -> None:
        """Fill in the default weights."""
        if not self.weight:
            object.__setattr__(self, "weight", (1,) * len(self.option))


@dataclass(frozen=True, slots=True)
class Form:
    """A linear form: `constant` plus the sum of `weight` over the chosen among `option` (weights default to 1)."""

    option: tuple[int, ...] = ()
    weight: tuple[int, ...] = ()
    constant: int = 0

    def __post_init__(self) -> None:
        """Fill in the default weights."""
        if not self.weight:
            object.__setattr__(self, "weight", (1,) * len(self.option))


@dataclass(frozen=True, slots=True)
class Level:
    """One thing to make best, after the levels before it: either `value` or `terms` is given.

    `value` holds one whole number per option, summed over the chosen. `terms` (sense min only) is summed over the
    terms: of each the largest of its forms, which are at least one.
    """

    name: str
    sense: Sense
    value: tuple[int, ...] | None = None
    terms: tuple[tuple[Form, ...], ...] | None = None


@dataclass(frozen=True, slots=True)
class Instance:
    """A whole question: `options` choices, limits, pairs that exclude each other, choices that are fixed, levels.

    An exclusion (i, j) says "not both"; it may be listed more than once and either way round, as may a fixed option
    more than once. Levels come in order of importance.
    """

    options: int
    groups: tuple[Group, ...] = ()
    exclusions: tuple[tuple[int, int], ...] = ()
    fixed: tuple[int, ...] = ()
    levels: tuple[Level, ...] = ()
