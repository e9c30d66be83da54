"""A thousand random questions: half of 5 to 20 options against every choice, half up to 60 against a branch and bound.

Both ways to the answer are written for these tests, in whole numbers, and share no line with the kernel. Listing every
choice says everything: the values, the smallest list, which limits clash. The branch and bound says it where 2^60
choices cannot be listed, all but the smallest list. At least one in five instances has no answer: there the names in
the conflict must clash by themselves, and no longer without any one of them.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable
from functools import partial
from random import Random

import pytest

from solver import parts
from solver.check import complaints
from solver.instance import Instance
from solver.solution import Solution, Status
from solver.solve import solve
from tests.kern import branching, listing
from tests.kern.instances import random_instance
from tests.kern.patience import patience

PROOF = os.environ.get("ZL_PROOF") == "1"
BLOCK = 20
"""Instances a test; with 25 blocks of each size they are a thousand."""


@pytest.fixture(autouse=True)
def _taken_apart(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """In odd blocks wide limits are left out first, as they are in questions of thousands of options."""
    if request.node.callspec.params.get("block", 0) % 2:
        monkeypatch.setattr(parts, "WORTHWHILE", 0)


def _small(block: int) -> list[Instance]:
    return [random_instance(seed, Random(seed).randint(5, 20)) for seed in range(BLOCK * block, BLOCK * (block + 1))]


def _large(block: int) -> list[Instance]:
    seeds = range(10_000 + BLOCK * block, 10_000 + BLOCK * (block + 1))
    return [random_instance(seed, Random(seed).randint(21, 60)) for seed in seeds]


@pytest.mark.parametrize("block", range(25 if PROOF else 3))
def test_up_to_20_options_against_every_choice(block: int) -> None:
    for instance in _small(block):
        solution, expected = _answer(instance), listing.best(instance)
        if expected is None:
            _assert_a_conflict(instance, solution, partial(_some_choice_keeps, instance))
        else:
            values, chosen = expected
            _assert_optimal(instance, solution, values)
            assert list(solution.chosen) == chosen, instance


@pytest.mark.parametrize("block", range(25 if PROOF else 1))
def test_up_to_60_options_against_a_branch_and_bound(block: int) -> None:
    for instance in _large(block):
        solution, expected = _answer(instance), branching.optimum(instance)
        if expected is None:
            _assert_a_conflict(instance, solution, partial(branching.possible, instance))
        else:
            _assert_optimal(instance, solution, expected[0])


def _answer(instance: Instance) -> Solution:
    with patience():
        solution = solve(instance)
    assert complaints(instance, solution) == (), instance
    return solution


def _assert_optimal(instance: Instance, solution: Solution, values: list[int]) -> None:
    assert solution.status is Status.OPTIMAL, instance
    reached = [(level.value, level.bound, level.proven) for level in solution.levels]
    assert reached == [(value, value, True) for value in values], instance


def _assert_a_conflict(instance: Instance, solution: Solution, possible: Callable[[Iterable[str]], bool]) -> None:
    assert solution.status is Status.INFEASIBLE, instance
    clash = frozenset(solution.conflict)
    assert clash <= listing.names(instance), instance
    assert not possible(clash), f"these alone do not clash: {instance}"
    for name in sorted(clash):
        assert possible(clash - {name}), f"{name} is not needed: {instance}"


def _some_choice_keeps(instance: Instance, names: Iterable[str]) -> bool:
    return bool(listing.kept(instance, names).any())


@pytest.mark.parametrize("make", [_small, _large], ids=["small", "large"])
def test_every_kind_is_there(make: Callable[[int], list[Instance]]) -> None:
    """What the thousand stand on: no kind is missing by an accident of the generator, and one in five is impossible."""
    kinds: Counter[str] = Counter()
    some = [instance for block in range(3) for instance in make(block)]
    for instance in some:
        kinds.update(_kinds(instance))
    names = {"impossible", "fixed", "exclusions", "negative weights", "uneven weights", "cliques", "min", "max", "both"}
    names |= {"terms of several forms", "value max", "value min", "beyond 2^53", "up to 2^41", "ties"}
    assert set(kinds) == names
    assert min(kinds.values()) >= 3, kinds
    assert kinds["impossible"] >= 0.15 * len(some)
    assert kinds["up to 2^41"] > len(some) / 2


def _kinds(instance: Instance) -> set[str]:
    groups, levels = instance.groups, instance.levels
    weights = [w for group in groups for w in group.weight]
    numbers = [*weights, *(v for level in levels for v in level.value or ())]
    largest = max(map(abs, numbers), default=0)
    told = {
        "impossible": not branching.possible(instance, listing.names(instance)),
        "fixed": bool(instance.fixed),
        "exclusions": bool(instance.exclusions),
        "negative weights": min(weights, default=0) < 0,
        "uneven weights": any(group.max is not None and len(set(group.weight)) > 3 for group in groups),
        "cliques": sum(group.max == 1 and set(group.weight) == {1} for group in groups) > 1,
        "min": any(group.max is None for group in groups),
        "max": any(group.min is None for group in groups),
        "both": any(group.min is not None and group.max is not None for group in groups),
        "terms of several forms": any(len(term) > 1 for level in levels for term in level.terms or ()),
        "value max": any(level.value and level.sense == "max" for level in levels),
        "value min": any(level.value and level.sense == "min" for level in levels),
        "beyond 2^53": largest > 2**53,
        "up to 2^41": largest < 2**48,
        "ties": all(level.value is not None and len(set(level.value)) < 5 for level in levels),
    }
    return {name for name, is_so in told.items() if is_so}
