"""What does not touch is solved apart: the parts of a question that share no limit and no term of a level.

The levels of a question are sums over its parts, so the best of each part, level by level, is the best of the whole.
A limit or level over nearly everything (a quota of the whole region) ties all parts into one. It is first left out: if
the answer keeps it anyway, nothing better exists with it either; only where it binds is the question solved whole.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np
import numpy.typing as npt

from solver.faults import RESERVED
from solver.instance import Form, Group, Instance, Level

WIDE = 4
"""A limit or term over more than 1 / WIDE of the options may be what ties everything together."""

WORTHWHILE = 2000
"""Questions with fewer options than this are not taken apart by leaving anything out."""


@dataclass(frozen=True, slots=True)
class Part:
    """A question about some of the options; `option[k]` is the number in the whole of option k."""

    option: tuple[int, ...]
    instance: Instance

    def in_whole(self, name: str) -> str:
        """What the whole calls the limit that this part calls `name`: a conflict names some by their options."""
        return re.sub(r"\d+", lambda o: str(self.option[int(o[0])]), name) if RESERVED.match(name) else name


@dataclass(frozen=True, slots=True)
class Division:
    """Parts that do not touch, and the names of the limits and levels that were left out to get them."""

    parts: tuple[Part, ...]
    left_out: frozenset[str] = frozenset()


def divisions(instance: Instance) -> Iterator[Division]:
    """Ways to take a canonical instance apart, the finest first; the last one leaves nothing out."""
    labels = _labels(instance.options, _ties(instance, frozenset()))
    wide = _wide(instance)
    if wide and instance.options >= WORTHWHILE:
        finer = _labels(instance.options, _ties(instance, wide))
        if np.bincount(finer, minlength=1).max() * 2 <= np.bincount(labels, minlength=1).max():
            yield Division(_parts(_without(instance, wide), finer), wide)
    yield Division(_parts(instance, labels))


def _wide(instance: Instance) -> frozenset[str]:
    """Limits with only a maximum, and levels, that hold so many options that leaving them out may help."""
    many = instance.options // WIDE
    limits = {f"group:{g.name}" for g in instance.groups if g.min is None and len(g.option) > many}
    levels = {
        f"level:{level.name}"
        for level in instance.levels
        if any(len(set().union(*(form.option for form in term))) > many for term in level.terms or ())
    }
    return frozenset(limits | levels)


def _without(instance: Instance, left_out: frozenset[str]) -> Instance:
    return replace(
        instance,
        groups=tuple(g for g in instance.groups if f"group:{g.name}" not in left_out),
        levels=tuple(level for level in instance.levels if f"level:{level.name}" not in left_out),
    )


def _ties(instance: Instance, left_out: frozenset[str]) -> list[Sequence[int]]:
    """Sets of options that belong together."""
    part = _without(instance, left_out)
    terms = (
        sorted(set().union(*(form.option for form in term))) for level in part.levels for term in level.terms or ()
    )
    return [tie for tie in chain((g.option for g in part.groups), part.exclusions, terms) if len(tie) > 1]


def _labels(options: int, ties: Sequence[Sequence[int]]) -> npt.NDArray[np.int64]:
    """For each option the smallest option that it hangs together with; an option tied to nothing goes with 0.

    Labels spread over the ties and jump from label to label, so that long chains take few rounds.
    """
    label = np.arange(options)
    if options == 0:
        return label
    tie = np.repeat(np.arange(len(ties)), [len(members) for members in ties])
    option = np.fromiter(chain.from_iterable(ties), dtype=np.int64)
    tied = np.zeros(options, dtype=bool)
    tied[option] = True
    label[~tied] = 0
    while True:
        least = np.full(len(ties), options)
        np.minimum.at(least, tie, label[option])
        following = label.copy()
        np.minimum.at(following, option, least[tie])
        np.minimum.at(following, label, following.copy())
        following = following[following]
        if (following == label).all():
            return label
        label = following


def _parts(instance: Instance, label: npt.NDArray[np.int64]) -> tuple[Part, ...]:
    names, number = np.unique(label, return_inverse=True)
    if len(names) <= 1:
        return (Part(tuple(range(instance.options)), instance),)
    order = np.argsort(number, kind="stable")
    members = [tuple(p.tolist()) for p in np.split(order, np.cumsum(np.bincount(number))[:-1])]
    place = np.empty(instance.options, dtype=np.int64)
    for options in members:
        place[list(options)] = np.arange(len(options))
    at, where = place.tolist(), number.tolist()
    groups: list[list[Group]] = [[] for _ in members]
    for g in instance.groups:
        groups[where[g.option[0]] if g.option else 0].append(replace(g, option=tuple(at[o] for o in g.option)))
    exclusions: list[list[tuple[int, int]]] = [[] for _ in members]
    for i, j in instance.exclusions:
        exclusions[where[i]].append((at[i], at[j]))
    fixed: list[list[int]] = [[] for _ in members]
    for o in instance.fixed:
        fixed[where[o]].append(at[o])
    levels = [_level(level, members, at, where) for level in instance.levels]
    return tuple(
        Part(
            options,
            Instance(
                len(options),
                tuple(groups[k]),
                tuple(exclusions[k]),
                tuple(fixed[k]),
                tuple(level[k] for level in levels),
            ),
        )
        for k, options in enumerate(members)
    )


def _level(level: Level, members: Sequence[tuple[int, ...]], at: list[int], where: list[int]) -> list[Level]:
    """What a level is in each part; a term without options stays with the first."""
    if level.value is not None:
        return [replace(level, value=tuple(level.value[o] for o in options)) for options in members]
    terms: list[list[tuple[Form, ...]]] = [[] for _ in members]
    for term in level.terms or ():
        first = next((form.option[0] for form in term if form.option), None)
        moved = tuple(replace(form, option=tuple(at[o] for o in form.option)) for form in term)
        terms[0 if first is None else where[first]].append(moved)
    return [replace(level, terms=tuple(some)) for some in terms]
