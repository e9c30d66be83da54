"""Random instances of the kernel by size: every kind of limit and level, ties, tight and impossible minimums.

Options fall into blocks of which at most one can be chosen (the plekken of one person), so that the branch and bound
beside this module ends soon also where listing every choice would not.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations, pairwise
from random import Random

from solver.instance import Form, Group, Instance, Level, Sense
from tests.kern.branching import optimum

MODEST = (1, 1, 1, 1, 7, 1000, 2**31, 2**40)
HUGE = (2**52, 2**53 - 1, 2**53 + 1, 2**60, 2**63, 2**64 + 1, 2**70)
"""Numbers are multiplied by one of these and then moved by one, so that a rounded sum gives another answer."""


def random_instance(seed: int, options: int, huge: float = 0.12) -> Instance:
    """An instance with so many options, for a share `huge` of the seeds with numbers beyond 2^52.

    Of every five seeds one asks one more than is possible, and one all that is.
    """
    random = Random(f"{seed} {options}")
    scale = random.choice(HUGE if random.random() < huge else MODEST)
    blocks = _blocks(random, options)
    groups = [Group(f"block-{k}", block, max=1) for k, block in enumerate(blocks) if len(block) > 1]
    for k, kind in enumerate(random.sample(KINDS, random.randint(1, 3))):
        groups += kind(random, f"{kind.__name__.strip('_')}-{k}", blocks, scale)
    instance = Instance(
        options,
        groups=tuple(random.sample(groups, len(groups))),
        exclusions=tuple(_exclusions(random, options)),
        fixed=tuple(random.sample(range(options), random.choice((0, 0, 0, 1, 2)))),
        levels=tuple(_level(random, f"level-{k}", options, scale) for k in range(random.randint(0, 3))),
    )
    return _with_a_minimum(random, instance, beyond=seed % 5) if seed % 5 < 2 else instance


def _blocks(random: Random, options: int) -> list[tuple[int, ...]]:
    """All options in blocks: of one to three in small instances, of about six in large ones; numbered crosswise."""
    widest = 3 if options <= 20 else 8
    sizes: list[int] = []
    while (left := options - sum(sizes)) > 0:
        sizes.append(min(left, random.randint(1 if options <= 20 else 4, widest)))
    numbers = random.sample(range(options), options) if random.random() < 0.3 else list(range(options))
    ends = [sum(sizes[:k]) for k in range(len(sizes) + 1)]
    return [tuple(sorted(numbers[start:end])) for start, end in pairwise(ends)]


Blocks = Sequence[tuple[int, ...]]


def _some(random: Random, blocks: Blocks) -> list[int]:
    """One or two options of many of the blocks."""
    return [o for block in blocks for o in random.sample(block, min(len(block), random.choice((0, 1, 1, 2))))]


def _places(random: Random, name: str, blocks: Blocks, _: int) -> list[Group]:
    """Places with room for one or two."""
    places = max(2, len(blocks) // 2)
    where = {o: k % places for block in blocks for k, o in enumerate(block, random.randrange(places))}
    each = [tuple(o for o, place in where.items() if place == p) for p in range(places)]
    return [Group(f"{name}-{p}", mine, max=random.choice((1, 1, 2))) for p, mine in enumerate(each) if mine]


def _knapsack(random: Random, name: str, blocks: Blocks, scale: int) -> list[Group]:
    """Uneven weights, a block weighing the same all over, and room for a part of it."""
    weight = {o: w for block in blocks for w in [random.randint(1, 40) * scale + _nudge(random, scale)] for o in block}
    whole = sum(max(weight[o] for o in block) for block in blocks)
    return [Group(name, tuple(weight), tuple(weight.values()), max=whole * random.randint(2, 8) // 10)]


def _clique(random: Random, name: str, blocks: Blocks, _: int) -> list[Group]:
    """At most one of some options, across the blocks."""
    return [Group(f"{name}-{k}", tuple(_some(random, blocks)), max=1) for k in range(random.randint(1, 3))]


def _quota(random: Random, name: str, blocks: Blocks, _: int) -> list[Group]:
    """At least so many of some options, and perhaps at most a few more."""
    option = tuple(_some(random, blocks))
    least = random.randint(0, max(1, len(option) // 4))
    return [Group(name, option, min=least, max=least + random.randint(0, 2) if random.random() < 0.5 else None)]


def _balance(random: Random, name: str, blocks: Blocks, scale: int) -> list[Group]:
    """Weights of both signs whose sum stays between two numbers, below one of them or above one of them."""
    option = _some(random, blocks)
    weight = tuple(random.randint(-6, 6) * scale + _nudge(random, scale) for _ in option)
    low, high = sorted((random.randint(-4, 4) * scale, random.randint(0, 9) * scale))
    sides = random.choice(((low, high), (None, high), (low, None)))
    return [Group(name, tuple(option), weight, min=sides[0], max=sides[1])]


KINDS: tuple[Callable[[Random, str, Blocks, int], list[Group]], ...] = (_places, _knapsack, _clique, _quota, _balance)


def _nudge(random: Random, scale: int) -> int:
    return random.randint(-1, 1) if scale > 1 else 0


def _exclusions(random: Random, options: int) -> list[tuple[int, int]]:
    """Single pairs, or every pair among three or four options."""
    if random.random() < 0.2:
        return list(combinations(sorted(random.sample(range(options), min(options, random.randint(3, 4)))), 2))
    pairs = [random.sample(range(options), 2) for _ in range(random.randint(0, 3))]
    return [(i, j) for i, j in pairs]


def _level(random: Random, name: str, options: int, scale: int) -> Level:
    kind = random.random()
    scale = scale if random.random() < 0.6 else 1
    if kind < 0.25:
        return Level(name, Sense.MIN, terms=tuple(_term(random, options, scale) for _ in range(random.randint(1, 3))))
    if kind < 0.4:
        return Level(name, random.choice((Sense.MAX, Sense.MAX, Sense.MIN)), value=(1,) * options)
    least, most = random.choice(((0, 1), (0, 3), (-3, 3), (0, 99), (-99, 99)))
    value = tuple(random.randint(least, most) * scale + _nudge(random, scale) for _ in range(options))
    return Level(name, random.choice((Sense.MAX, Sense.MIN)), value=value)


def _term(random: Random, options: int, scale: int) -> tuple[Form, ...]:
    """How far a share lies off on either side, beyond a band; or a few forms that have nothing in common."""
    if random.random() < 0.6:
        here = [random.random() < 0.5 for _ in range(options)]
        weight = tuple((6 if is_here else -4) * scale for is_here in here)
        aim, every = random.randint(-9, 9) * scale, tuple(range(options))
        return Form(every, weight, -aim), Form(every, tuple(-w for w in weight), aim), Form()
    forms = []
    for _ in range(random.randint(1, 3)):
        option = tuple(random.sample(range(options), random.randint(0, options // 2)))
        weight = tuple(random.randint(-6, 6) * scale + _nudge(random, scale) for _ in option)
        forms.append(Form(option, weight, random.randint(-6, 6) * scale))
    return tuple(forms)


def _with_a_minimum(random: Random, instance: Instance, beyond: int) -> Instance:
    """One group more, that asks for as much of some options as the other limits allow, and `beyond` that."""
    option = tuple(sorted(random.sample(range(instance.options), random.randint(2, instance.options))))
    value = tuple(int(o in option) for o in range(instance.options))
    reached = optimum(replace(instance, levels=(Level("much", Sense.MAX, value=value),)))
    if reached is None:
        return instance
    return replace(instance, groups=(*instance.groups, Group("much", option, min=reached[0][0] + beyond)))
