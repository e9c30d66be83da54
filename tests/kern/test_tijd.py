"""Stopped at any time, an answer is honest: sound, its bounds on the right side, and never worse for more time.

Harder questions than others here, each under limits of 0.001 s and three times as much again and again, up to what
needs no limit. What is true is known from the run without one.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from functools import cache
from random import Random

import pytest

from solver.check import complaints
from solver.instance import Form, Group, Instance, Level, Sense
from solver.solution import Solution, Status
from solver.solve import solve
from tests.kern.patience import patience

CASES = 50 if os.environ.get("ZL_PROOF") == "1" else 4


def _hard(seed: int) -> Instance:
    """People, places and uneven hours, three levels that pull apart and one that spreads; in some a least number, so
    that no answer is at hand.
    """
    random = Random(seed)
    people, places = random.randint(10, 20), random.randint(8, 16)
    pairs = [(u, p) for u in range(people) for p in range(places) if random.random() < 0.6]
    every = tuple(range(len(pairs)))
    hours = [random.randint(3, 40) for _ in range(people)]
    groups = [Group(f"u{u}", tuple(o for o in every if pairs[o][0] == u), max=1) for u in range(people)]
    groups += [Group(f"p{p}", tuple(o for o in every if pairs[o][1] == p), max=1) for p in range(places)]
    for team in range(2):
        mine = tuple(o for o in every if pairs[o][0] % 2 == team)
        room = sum(hours[team::2]) * 6 // 10
        groups.append(Group(f"h{team}", mine, tuple(hours[pairs[o][0]] for o in mine), max=room))
    if seed % 2:
        groups.append(Group("least", every, min=places // 3))
    levels = [Level(f"l{k}", Sense.MAX, tuple(random.randint(0, 999) for _ in pairs)) for k in range(3)]
    levels.insert(random.randint(0, 2), _spread(random, [p for _, p in pairs]))
    return Instance(len(pairs), tuple(groups), levels=tuple(levels))


def _spread(random: Random, place: list[int]) -> Level:
    """How far three areas lie from a third each, and from a number of their own."""
    every = tuple(range(len(place)))
    terms = []
    for area in range(3):
        here, aim = tuple(2 if p % 3 == area else -1 for p in place), random.randint(-2, 2)
        terms.append((Form(every, here, -aim), Form(every, tuple(-w for w in here), aim), Form()))
    return Level("spread", Sense.MIN, terms=tuple(terms))


@cache
def _whole(seed: int) -> Solution:
    with patience():
        solution = solve(_hard(seed))
    assert solution.status is Status.OPTIMAL
    return solution


def _in_more_and_more_time(seed: int) -> Iterator[Solution]:
    """The answers within 0.001 s, 0.003 s and so on, up to the first that needed no more."""
    seconds = 0.001
    while True:
        with patience():
            solution = solve(_hard(seed), seconds=seconds)
        yield solution
        if solution.status is Status.OPTIMAL:
            return
        assert seconds < 1000, "no limit is enough"
        seconds *= 3


@pytest.mark.parametrize("seed", range(CASES))
def test_every_answer_is_honest_and_none_is_worse_for_more_time(seed: int) -> None:
    instance, whole = _hard(seed), _whole(seed)
    before: list[int] | None = None
    for solution in _in_more_and_more_time(seed):
        assert complaints(instance, solution) == ()
        assert solution.status in (Status.OPTIMAL, Status.TIME_LIMIT, Status.NO_ANSWER)
        if solution.status is Status.NO_ANSWER:
            assert before is None, "an answer that was there is gone"
            continue
        _assert_honest(instance, solution, whole)
        now = _worth(instance, solution)
        assert before is None or now >= before, "worse for more time"
        before = now
    assert (solution.chosen, solution.levels) == (whole.chosen, whole.levels)


def _assert_honest(instance: Instance, solution: Solution, whole: Solution) -> None:
    """Level by level, as long as those before are what they can be: no value beyond the true one, no bound short."""
    for level, told, true in zip(instance.levels, solution.levels, whole.levels, strict=True):
        sign = 1 if level.sense is Sense.MAX else -1
        assert sign * told.value <= sign * true.value, "better than the best"
        assert told.bound is None or sign * told.bound >= sign * true.value, "a bound that rules out the best"
        if told.proven:
            assert told.value == true.value
        if told.value != true.value:
            return


def _worth(instance: Instance, solution: Solution) -> list[int]:
    signs = [1 if level.sense is Sense.MAX else -1 for level in instance.levels]
    return [sign * level.value for sign, level in zip(signs, solution.levels, strict=True)]


def test_the_limits_bite() -> None:
    """What the above stands on: there are answers cut short at several levels, and questions with no answer in time."""
    ends: Counter[str] = Counter()
    for seed in range(4):
        for solution in _in_more_and_more_time(seed):
            reached = sum(level.proven for level in solution.levels)
            ends[solution.status if solution.status is not Status.TIME_LIMIT else f"after {reached} levels"] += 1
    assert ends[Status.OPTIMAL] == 4
    assert ends[Status.NO_ANSWER]
    assert sum(1 for end in ends if end.startswith("after")) >= 2, ends
