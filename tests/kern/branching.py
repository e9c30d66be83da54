"""A branch and bound for up to about 60 options, in whole numbers: depth first, block by block. Not the kernel's code.

A block holds options of which at most one can be chosen. What an instance asks is put as measures that may not pass a
limit: a measure is a sum over terms of the largest of its linear forms. A group is one or two of them, an exclusion and
a fixed option are one each, a level is one that is made as small as it gets and then kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise

from solver.instance import Group, Instance, Level, Sense

MOST_NODES = 2_000_000
"""An instance that takes more steps than this is not one for this method; the programme's instances stay below it."""


@dataclass(frozen=True, slots=True)
class Linear:
    """`constant` plus the weights of what is chosen."""

    weight: dict[int, int]
    constant: int = 0


@dataclass(frozen=True, slots=True)
class Measure:
    """Terms of forms; it may not pass `limit`."""

    terms: tuple[tuple[Linear, ...], ...]
    limit: int = 0

    def at(self, chosen: Iterable[int]) -> int:
        taken = tuple(chosen)
        return sum(
            max(form.constant + sum(form.weight.get(o, 0) for o in taken) for form in term) for term in self.terms
        )


def optimum(instance: Instance) -> tuple[list[int], tuple[int, ...]] | None:
    """The values of the levels, best one after the other, and an answer that has them; None when there is no answer."""
    rows = list(_rows(instance))
    blocks = _blocks(instance)
    chosen = _Search(instance.options, blocks, rows, None).run()
    if chosen is None:
        return None
    values = []
    for level in instance.levels:
        goal = _goal(level)
        better = _Search(instance.options, blocks, rows, replace(goal, limit=goal.at(chosen) - 1)).run()
        chosen = chosen if better is None else better
        rows.append(replace(goal, limit=goal.at(chosen)))
        values.append(rows[-1].limit * (-1 if level.sense is Sense.MAX else 1))
    return values, chosen


def possible(instance: Instance, names: Iterable[str]) -> bool:
    """Whether the limits with these names can be kept together."""
    asked = frozenset(names)
    part = Instance(
        instance.options,
        groups=tuple(group for group in instance.groups if group.name in asked),
        exclusions=tuple(p for p in instance.exclusions if f"exclusion:{min(p)}-{max(p)}" in asked),
        fixed=tuple(o for o in instance.fixed if f"fixed:{o}" in asked),
    )
    return optimum(part) is not None


def _rows(instance: Instance) -> Iterator[Measure]:
    for group in instance.groups:
        weight = dict(zip(group.option, group.weight, strict=True))
        if group.max is not None:
            yield Measure(((Linear(weight),),), group.max)
        if group.min is not None:
            yield Measure(((Linear({o: -w for o, w in weight.items()}),),), -group.min)
    for i, j in instance.exclusions:
        yield Measure(((Linear({i: 1, j: 1}),),), 1)
    for o in instance.fixed:
        yield Measure(((Linear({o: -1}),),), -1)


def _goal(level: Level) -> Measure:
    """What to make small."""
    if level.value is not None:
        sign = -1 if level.sense is Sense.MAX else 1
        return Measure(((Linear({o: sign * v for o, v in enumerate(level.value)}),),))
    terms = tuple(
        tuple(Linear(dict(zip(form.option, form.weight, strict=True)), form.constant) for form in term)
        for term in level.terms or ()
    )
    return Measure(terms)


def _blocks(instance: Instance) -> list[tuple[int, ...]]:
    """All options, split along the groups of which at most one member can be chosen, large groups first."""
    left = set(range(instance.options))
    blocks = []
    for group in sorted(filter(_one_of, instance.groups), key=lambda group: (-len(group.option), group.option)):
        if block := left & set(group.option):
            blocks.append(tuple(sorted(block)))
            left -= block
    return sorted(blocks + [(o,) for o in left])


def _one_of(group: Group) -> bool:
    return group.max == 1 and all(w == 1 for w in group.weight)


class _Search:
    """The smallest value of `goal`, below its limit, within `rows`; without a goal any choice within them.

    At every step each measure is bounded from below by what each block ahead can take off it at most. What was seen
    before is not seen again: the same blocks ahead with the same sums, where sums that can no longer matter count
    as the same, and a goal that is one sum is no smaller than it was then.
    """

    def __init__(self, n: int, blocks: list[tuple[int, ...]], rows: Sequence[Measure], goal: Measure | None) -> None:
        self.blocks = blocks
        self.measures = [*rows, goal] if goal else [*rows]
        self.with_goal = goal is not None
        self.limits = [measure.limit for measure in self.measures]
        forms = [form for measure in self.measures for term in measure.terms for form in term]
        self.first = [form.constant for form in forms]
        self.shape = _shape(self.measures)
        self.least = [_ahead(form, blocks, min) for form in forms]
        self.most = [_ahead(form, blocks, max) for form in forms]
        self.weights = [[(f, w) for f, form in enumerate(forms) if (w := form.weight.get(o, 0))] for o in range(n)]
        self.one_sum = goal is not None and [len(term) for term in goal.terms] == [1]
        self.seen: dict[tuple[object, ...], int] = {}
        self.found: tuple[int, ...] | None = None
        self.nodes = 0

    def run(self) -> tuple[int, ...] | None:
        self._step(0, self.first, ())
        return self.found

    def _step(self, k: int, sums: list[int], chosen: tuple[int, ...]) -> None:
        self.nodes += 1
        assert self.nodes < MOST_NODES, "too hard for this method: choose another shape of instance"
        if not self._hopeful(k, sums):
            return
        key, spent = self._key(k, sums), sums[-1] if self.one_sum else 0
        if key in self.seen and self.seen[key] <= spent:
            return
        self.seen[key] = spent
        if k == len(self.blocks):
            self._take(sums, chosen)
            return
        for more, after in self._ways(k, sums):
            self._step(k + 1, after, chosen + more)
            if self.found is not None and not self.with_goal:
                return

    def _ways(self, k: int, sums: list[int]) -> list[tuple[tuple[int, ...], list[int]]]:
        """Nothing or one option of the block, what is best for the goal first."""
        ways: list[tuple[tuple[int, ...], list[int]]] = [((), sums)]
        for o in self.blocks[k]:
            after = sums.copy()
            for f, w in self.weights[o]:
                after[f] += w
            ways.append(((o,), after))
        if self.with_goal:
            ways.sort(key=lambda way: self._value(self.shape[-1], way[1]))
        return ways

    def _hopeful(self, k: int, sums: list[int]) -> bool:
        low = [s + least[k] for s, least in zip(sums, self.least, strict=True)]
        return all(self._value(terms, low) <= limit for terms, limit in zip(self.shape, self.limits, strict=True))

    def _key(self, k: int, sums: list[int]) -> tuple[object, ...]:
        """What the rest depends on: for each measure its sums, or nothing when it cannot be passed any more."""
        high = [s + most[k] for s, most in zip(sums, self.most, strict=True)]
        parts: list[object] = [k]
        for nr, (terms, limit) in enumerate(zip(self.shape, self.limits, strict=True)):
            goal = self.with_goal and nr == len(self.shape) - 1
            if (goal and not self.one_sum) or (not goal and self._value(terms, high) > limit):
                parts.append(tuple(sums[f] for start, end in terms for f in range(start, end)))
            else:
                parts.append(None)
        return tuple(parts)

    def _take(self, sums: list[int], chosen: tuple[int, ...]) -> None:
        self.found = tuple(sorted(chosen))
        if self.with_goal:
            self.limits[-1] = self._value(self.shape[-1], sums) - 1

    @staticmethod
    def _value(terms: Sequence[tuple[int, int]], sums: Sequence[int]) -> int:
        return sum(max(sums[start:end]) for start, end in terms)


def _shape(measures: Sequence[Measure]) -> list[list[tuple[int, int]]]:
    """By measure and term: where its forms stand among all forms, from and up to."""
    ends = [0, *accumulate(len(term) for measure in measures for term in measure.terms)]
    spans = pairwise(ends)
    return [[next(spans) for _ in measure.terms] for measure in measures]


def _ahead(form: Linear, blocks: Sequence[Sequence[int]], pick: Callable[..., int]) -> list[int]:
    """By block: the least (or most) that it and the blocks after it can add to a form."""
    each = [pick(0, *(form.weight.get(o, 0) for o in block)) for block in blocks]
    return [0, *accumulate(reversed(each))][::-1]
