"""Random small instances of every kind, and their answer by trying all choices. Shares no line with the kernel."""

from collections.abc import Iterator
from random import Random

from solver.instance import Form, Group, Instance, Level, Sense

SCALES = (1, 1, 1, 1000, 2**31, 2**40, 2**52, 2**53 - 1, 2**60, 2**63, 2**64 + 1, 2**70)
"""Weights are multiplied by these, and then moved by one, so that a rounded sum gives another answer."""


def random_instance(random: Random, most: int = 9) -> Instance:
    """An instance of up to `most` options; about a quarter have no answer."""
    n = random.randint(0, most)
    scale = random.choice(SCALES)
    fixed = random.sample(range(n), random.choice((0, 0, 0, 1, 2))) if n > 2 else []
    return Instance(
        options=n,
        groups=tuple(_group(random, f"g{k}", n, scale) for k in range(random.randint(0, 5))),
        exclusions=tuple(_pair(random, n) for _ in range(random.randint(0, 3) if n > 1 else 0)),
        fixed=tuple(fixed),
        levels=tuple(_level(random, f"l{k}", n, scale) for k in range(random.randint(0, 3))),
    )


def _pair(random: Random, n: int) -> tuple[int, int]:
    first, second = random.sample(range(n), 2)
    return first, second


def _some(random: Random, n: int) -> tuple[int, ...]:
    return tuple(random.sample(range(n), random.randint(0, n)))


def _group(random: Random, name: str, n: int, scale: int) -> Group:
    option = _some(random, n)
    scale = scale if random.random() < 0.3 else 1
    kind = random.random()
    low = 1 if kind < 0.7 else -6
    high = 1 if kind < 0.4 else 6
    weight = tuple(random.randint(low, high) * scale + _nudge(random, scale) for _ in option)
    total = sum(w for w in weight if w > 0)
    most = random.randint(0, total // 2 + 1) if random.random() < 0.8 else None
    least = random.randint(-3 * scale, 2 * scale) if most is None or random.random() < 0.25 else None
    if least is not None and most is not None:
        least, most = min(least, most), max(least, most)
    return Group(name, option, weight, least, most)


def _nudge(random: Random, scale: int) -> int:
    return random.randint(-1, 1) if scale > 1 else 0


def _level(random: Random, name: str, n: int, scale: int) -> Level:
    scale = scale if random.random() < 0.4 else 1
    if random.random() < 0.35:
        terms = [[_form(random, n, scale) for _ in range(random.randint(1, 3))] for _ in range(random.randint(0, 3))]
        return Level(name, Sense.MIN, terms=tuple(map(tuple, terms)))
    size = random.choice((1, 3, 10))
    value = tuple(random.randint(-size, size) * scale + _nudge(random, scale) for _ in range(n))
    return Level(name, random.choice((Sense.MAX, Sense.MIN)), value=value)


def _form(random: Random, n: int, scale: int) -> Form:
    option = _some(random, n)
    weight = tuple(random.randint(-6, 6) * scale + _nudge(random, scale) for _ in option)
    return Form(option, weight, random.randint(-6, 6) * scale)


def shuffled(random: Random, instance: Instance) -> Instance:
    """The same question in another order of everything but the levels; some exclusions twice."""

    def members(option: tuple[int, ...], weight: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        pairs = list(zip(option, weight, strict=True))
        random.shuffle(pairs)
        return tuple(o for o, _ in pairs), tuple(w for _, w in pairs)

    def mixed(form: Form) -> Form:
        return Form(*members(form.option, form.weight), form.constant)

    groups = [Group(g.name, *members(g.option, g.weight), g.min, g.max) for g in instance.groups]
    exclusions = [pair if random.random() < 0.5 else pair[::-1] for pair in instance.exclusions * 2]
    fixed = list(instance.fixed)
    for each in (groups, exclusions, fixed):
        random.shuffle(each)
    levels = []
    for level in instance.levels:
        if level.terms is None:
            levels.append(level)
        else:
            terms = [random.sample([mixed(form) for form in term], len(term)) for term in level.terms]
            random.shuffle(terms)
            levels.append(Level(level.name, level.sense, terms=tuple(map(tuple, terms))))
    return Instance(instance.options, tuple(groups), tuple(exclusions), tuple(fixed), tuple(levels))


def answers(instance: Instance, without: frozenset[str] = frozenset()) -> Iterator[list[int]]:
    """Every sorted choice that keeps all limits but those whose names are in `without`."""
    for bits in range(2**instance.options):
        chosen = [o for o in range(instance.options) if bits >> o & 1]
        if keeps(instance, chosen, without):
            yield chosen


def keeps(instance: Instance, chosen: list[int], without: frozenset[str] = frozenset()) -> bool:
    """Whether a choice keeps all limits but those whose names are in `without`."""
    taken = set(chosen)
    return (
        all(_kept(group, taken) for group in instance.groups if group.name not in without)
        and all(o in taken for o in instance.fixed if f"fixed:{o}" not in without)
        and not any(
            i in taken and j in taken and f"exclusion:{min(i, j)}-{max(i, j)}" not in without
            for i, j in instance.exclusions
        )
    )


def _kept(group: Group, taken: set[int]) -> bool:
    total = sum(w for o, w in zip(group.option, group.weight, strict=True) if o in taken)
    return (group.max is None or total <= group.max) and (group.min is None or total >= group.min)


def worth(level: Level, chosen: list[int]) -> int:
    """The value of a level, from its meaning."""
    if level.value is not None:
        return sum(level.value[o] for o in chosen)
    total = 0
    for term in level.terms or ():
        sizes = []
        for form in term:
            weights = dict(zip(form.option, form.weight, strict=True))
            sizes.append(form.constant + sum(weights.get(o, 0) for o in chosen))
        total += max(sizes)
    return total


def best(instance: Instance) -> tuple[list[int], list[int]] | None:
    """The values of the levels and the smallest list that reaches them; None when there is no answer."""
    ranked = [
        ([worth(level, c) * (-1 if level.sense is Sense.MAX else 1) for level in instance.levels], c)
        for c in answers(instance)
    ]
    if not ranked:
        return None
    _, chosen = min(ranked)
    return [worth(level, chosen) for level in instance.levels], chosen
