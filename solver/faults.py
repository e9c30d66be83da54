"""What is wrong with an instance: every fault with the path at which it stands, in JSON and in memory alike.

The fields of `solver.instance` carry the names of the neutral form (kern.md), so one set of rules serves both.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from solver.instance import Form, Group, Instance, Level, Sense

MOST_OPTIONS = 2**20
"""More options than this are refused; with it, sums over all options of 30-bit words stay far below 2^52."""

LARGEST = 2**256
"""Numbers beyond this in size are refused; all below it are handled exactly, in words."""

RESERVED = re.compile(r"(exclusion:\d+-\d+|fixed:\d+)\Z")
"""Names that a conflict gives to exclusions and fixed options; no group may carry one."""


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong: where, and what is allowed there."""

    path: str
    message: str

    def __str__(self) -> str:
        """Path and message on one line."""
        return f"{self.path}: {self.message}" if self.path else self.message


class InstanceError(ValueError):
    """The instance is bad; `faults` lists everything that is wrong with it."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        """Keep the faults; the text shows the first twenty."""
        shown = "\n".join(str(fault) for fault in faults[:20])
        rest = f"\n... and {len(faults) - 20} more" if len(faults) > 20 else ""
        super().__init__(shown + rest)
        self.faults = faults


class KernelError(RuntimeError):
    """An answer of the kernel failed its own check, or a native solver broke its contract. Nothing may be used."""


def faults(instance: Instance) -> tuple[Fault, ...]:
    """Everything wrong with `instance`, in reading order; empty when it is sound."""
    if not 0 <= instance.options <= MOST_OPTIONS:
        return (Fault("options", f"must be a whole number from 0 to {MOST_OPTIONS}"),)
    return tuple(_faults(instance))


def _faults(instance: Instance) -> Iterator[Fault]:
    options = instance.options
    yield from _names("groups", [group.name for group in instance.groups])
    for k, group in enumerate(instance.groups):
        yield from _group(f"groups[{k}]", group, options)
    for k, pair in enumerate(instance.exclusions):
        yield from _range(f"exclusions[{k}]", pair, options)
        if pair[0] == pair[1]:
            yield Fault(f"exclusions[{k}]", "an option cannot exclude itself")
    yield from _range("fixed", instance.fixed, options)
    yield from _names("levels", [level.name for level in instance.levels])
    for k, level in enumerate(instance.levels):
        yield from _level(f"levels[{k}]", level, options)


def _names(path: str, names: Sequence[str]) -> Iterator[Fault]:
    count = Counter(names)
    for k, name in enumerate(names):
        if not name:
            yield Fault(f"{path}[{k}].name", "must not be empty")
        elif count[name] > 1:
            yield Fault(f"{path}[{k}].name", f"must be unique; {count[name]} share this name")


def _group(path: str, group: Group, options: int) -> Iterator[Fault]:
    if RESERVED.match(group.name):
        yield Fault(f"{path}.name", "must not look like exclusion:i-j or fixed:i, the names a conflict uses")
    yield from _weighted(path, group.option, group.weight, options)
    for name, limit in (("min", group.min), ("max", group.max)):
        if limit is not None:
            yield from _size(f"{path}.{name}", limit)
    if group.min is None and group.max is None:
        yield Fault(path, "must have min or max, or both")
    elif group.min is not None and group.max is not None and group.min > group.max:
        yield Fault(path, "min must not be above max")


def _level(path: str, level: Level, options: int) -> Iterator[Fault]:
    if (level.value is None) == (level.terms is None):
        yield Fault(path, "must have either value or terms")
    if level.value is not None:
        if len(level.value) != options:
            yield Fault(f"{path}.value", f"must hold one number per option: {options}, not {len(level.value)}")
        yield from _sizes(f"{path}.value", level.value)
    if level.terms is not None:
        if level.sense != Sense.MIN:
            yield Fault(f"{path}.sense", "must be min for a level with terms")
        for k, term in enumerate(level.terms):
            yield from _term(f"{path}.terms[{k}]", term, options)


def _term(path: str, term: Sequence[Form], options: int) -> Iterator[Fault]:
    if not term:
        yield Fault(path, "must hold at least one form")
    for k, form in enumerate(term):
        yield from _weighted(f"{path}[{k}]", form.option, form.weight, options)
        yield from _size(f"{path}[{k}].constant", form.constant)


def _weighted(path: str, option: Sequence[int], weight: Sequence[int], options: int) -> Iterator[Fault]:
    yield from _range(f"{path}.option", option, options)
    if len(set(option)) != len(option):
        double = sorted(o for o, count in Counter(option).items() if count > 1)
        yield Fault(f"{path}.option", f"must not list an option twice: {', '.join(map(str, double[:5]))}")
    if len(weight) != len(option):
        yield Fault(f"{path}.weight", f"must hold one number per listed option: {len(option)}, not {len(weight)}")
    yield from _sizes(f"{path}.weight", weight)


def _range(path: str, option: Sequence[int], options: int) -> Iterator[Fault]:
    if option and (min(option) < 0 or max(option) >= options):
        allowed = f"must be an option, from 0 to {options - 1}" if options else "there are no options"
        for k, o in enumerate(option):
            if not 0 <= o < options:
                yield Fault(f"{path}[{k}]", allowed)


def _sizes(path: str, numbers: Sequence[int]) -> Iterator[Fault]:
    if numbers and (max(numbers) > LARGEST or min(numbers) < -LARGEST):
        for k, number in enumerate(numbers):
            yield from _size(f"{path}[{k}]", number)


def _size(path: str, number: int) -> Iterator[Fault]:
    if abs(number) > LARGEST:
        yield Fault(path, "must not be larger in size than 2^256")
