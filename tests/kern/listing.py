"""Every choice of a small instance at once: exact sums of all 2^n choices, by doubling. Shares no line with the kernel.

Choice number c holds option o when bit o of c is set. Sums that stay within 62 bits are machine words, larger ones
whole numbers of Python; nothing is rounded.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from solver.instance import Form, Group, Instance, Level, Sense

Sums = NDArray[Any]
"""One number for every choice: int64, or objects where words could overflow."""


def names(instance: Instance) -> frozenset[str]:
    """Every limit that a conflict can name."""
    exclusions = {f"exclusion:{min(pair)}-{max(pair)}" for pair in instance.exclusions}
    return frozenset({group.name for group in instance.groups} | {f"fixed:{o}" for o in instance.fixed} | exclusions)


def kept(instance: Instance, among: Iterable[str] | None = None) -> NDArray[np.bool_]:
    """For every choice, whether it keeps the limits with these names (default: all of them)."""
    asked = names(instance) if among is None else frozenset(among)
    n = instance.options
    choices = np.arange(2**n, dtype=np.int64)
    all_kept = np.ones(2**n, dtype=np.bool_)
    for group in instance.groups:
        if group.name in asked:
            all_kept &= _within(group, n)
    for i, j in instance.exclusions:
        if f"exclusion:{min(i, j)}-{max(i, j)}" in asked:
            all_kept &= (choices >> i & choices >> j & 1) == 0
    for o in instance.fixed:
        if f"fixed:{o}" in asked:
            all_kept &= (choices >> o & 1) == 1
    return all_kept


def best(instance: Instance) -> tuple[list[int], list[int]] | None:
    """The values of the levels, best one after the other, and the smallest list that has them; None without answer."""
    alive = np.flatnonzero(kept(instance))
    if not alive.size:
        return None
    values = []
    for level in instance.levels:
        worths = worth(level, instance.options)[alive]
        top = worths.max() if level.sense is Sense.MAX else worths.min()
        values.append(int(top))
        alive = alive[worths == top]
    return values, smallest(alive.tolist())


def smallest(choices: Sequence[int]) -> list[int]:
    """The smallest sorted list among these choices; a list that begins another is the smaller one."""
    found: list[int] = []
    left = set(choices)
    while 0 not in left:
        first = min(choice & -choice for choice in left)
        left = {choice ^ first for choice in left if choice & -choice == first}
        found.append(first.bit_length() - 1)
    return found


def worth(level: Level, n: int) -> Sums:
    """The value of a level at every choice, from its meaning."""
    if level.value is not None:
        return _sums(level.value)
    highest = [reduce(np.maximum, [_size(form, n) for form in term]) for term in level.terms or ()]
    return sum((values.astype(object) for values in highest), np.zeros(2**n, dtype=object))


def _within(group: Group, n: int) -> NDArray[np.bool_]:
    total = _sums(_spread(group.option, group.weight, n))
    fine = np.ones(2**n, dtype=np.bool_)
    if group.max is not None:
        fine &= (total <= group.max).astype(np.bool_)
    if group.min is not None:
        fine &= (total >= group.min).astype(np.bool_)
    return fine


def _size(form: Form, n: int) -> Sums:
    return _sums(_spread(form.option, form.weight, n), form.constant)


def _spread(option: Sequence[int], weight: Sequence[int], n: int) -> list[int]:
    given = dict(zip(option, weight, strict=True))
    return [given.get(o, 0) for o in range(n)]


def _sums(weight: Sequence[int], constant: int = 0) -> Sums:
    words = abs(constant) + sum(map(abs, weight)) < 2**62
    total: Sums = np.array([constant], dtype=np.int64 if words else object)
    for one in weight:
        total = np.concatenate([total, total + one])
    return total
