"""Instances made from instances, of which the answer is known from that of the first."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from random import Random
from typing import Any

from solver.instance import Form, Group, Instance, Level, Sense


def shuffled_keys(random: Random) -> Callable[[dict[str, Any]], dict[str, Any]]:
    """Puts the keys of a JSON object in another order."""

    def shuffle(fields: dict[str, Any]) -> dict[str, Any]:
        return {key: fields[key] for key in random.sample(list(fields), len(fields))}

    return shuffle


def renamed(instance: Instance, random: Random) -> tuple[Instance, dict[str, str]]:
    """Groups under other names, in no order that has to do with the old one; the old name by the new one."""
    numbers = random.sample(range(len(instance.groups)), len(instance.groups))
    old = {f"name {number}": group.name for number, group in zip(numbers, instance.groups, strict=True)}
    groups = tuple(replace(group, name=name) for name, group in zip(old, instance.groups, strict=True))
    return replace(instance, groups=groups), old


def numbered(instance: Instance, number: Mapping[int, int], options: int, values: Callable[[], int]) -> Instance:
    """Options under other numbers, in the same order; options in between take part in no limit or form."""

    def members(option: Sequence[int]) -> tuple[int, ...]:
        return tuple(number[o] for o in option)

    def form(old: Form) -> Form:
        return replace(old, option=members(old.option))

    def level(old: Level) -> Level:
        if old.value is None:
            return replace(old, terms=tuple(tuple(map(form, term)) for term in old.terms or ()))
        value = {number[o]: v for o, v in enumerate(old.value)}
        return replace(old, value=tuple(value[o] if o in value else values() for o in range(options)))

    return Instance(
        options,
        groups=tuple(replace(group, option=members(group.option)) for group in instance.groups),
        exclusions=tuple((number[i], number[j]) for i, j in instance.exclusions),
        fixed=members(instance.fixed),
        levels=tuple(map(level, instance.levels)),
    )


def with_one_nobody_may_choose(instance: Instance, random: Random) -> tuple[Instance, dict[int, int]]:
    """An option more, of any worth, in a group with max 0; the new number of every option that was there."""
    new = random.randint(0, instance.options)
    number = {o: o + (o >= new) for o in range(instance.options)}
    more = numbered(instance, number, instance.options + 1, lambda: random.randint(-99, 99))
    company = random.sample(range(new), min(new, 1)) if random.random() < 0.3 else []
    nobody = Group("nobody", (*company, new), (*(0 for _ in company), 1), max=0)
    return replace(more, groups=(*more.groups, nobody)), number


def loosened(instance: Instance, random: Random) -> Instance:
    """One limit looser by one, if there is any."""
    if not instance.groups:
        return instance
    groups = list(instance.groups)
    k = random.randrange(len(groups))
    group = groups[k]
    if group.max is not None and (group.min is None or random.random() < 0.5):
        groups[k] = replace(group, max=group.max + 1)
    elif group.min is not None:
        groups[k] = replace(group, min=group.min - 1)
    return replace(instance, groups=tuple(groups))


def fixing(instance: Instance, option: int) -> Instance:
    """With this option fixed."""
    return replace(instance, fixed=(*instance.fixed, option))


def scaled(instance: Instance, k: int, factor: int) -> Instance:
    """Level `k` counted in units of which `factor` go into one."""
    level = instance.levels[k]
    if level.value is not None:
        times = replace(level, value=tuple(factor * v for v in level.value))
    else:
        times = replace(level, terms=tuple(tuple(_times(form, factor) for form in term) for term in level.terms or ()))
    return _with_level(instance, k, times)


def turned(instance: Instance, k: int) -> Instance:
    """Level `k`, which has values, negated and of the other sense."""
    level = instance.levels[k]
    sense = Sense.MIN if level.sense is Sense.MAX else Sense.MAX
    return _with_level(instance, k, replace(level, sense=sense, value=tuple(-v for v in level.value or ())))


def doubled(instance: Instance) -> Instance:
    """Two copies that share nothing: option o becomes 2 o and 2 o + 1, a level is the sum of both."""
    copies = [
        numbered(instance, {o: 2 * o + k for o in range(instance.options)}, 2 * instance.options, lambda: 0)
        for k in range(2)
    ]
    return Instance(
        2 * instance.options,
        groups=tuple(replace(g, name=f"{g.name} of {k}") for k, copy in enumerate(copies) for g in copy.groups),
        exclusions=copies[0].exclusions + copies[1].exclusions,
        fixed=copies[0].fixed + copies[1].fixed,
        levels=tuple(_sum(*both) for both in zip(copies[0].levels, copies[1].levels, strict=True)),
    )


def _sum(one: Level, other: Level) -> Level:
    if one.value is not None and other.value is not None:
        return replace(one, value=tuple(a + b for a, b in zip(one.value, other.value, strict=True)))
    return replace(one, terms=(one.terms or ()) + (other.terms or ()))


def _times(form: Form, factor: int) -> Form:
    return replace(form, weight=tuple(factor * w for w in form.weight), constant=factor * form.constant)


def _with_level(instance: Instance, k: int, level: Level) -> Instance:
    return replace(instance, levels=(*instance.levels[:k], level, *instance.levels[k + 1 :]))
