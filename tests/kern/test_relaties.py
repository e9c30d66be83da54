"""What must stay the same, or get no worse or no better, when a question is changed in a way that is understood.

Fifteen cases of each relation, 200 with ``ZL_PROOF=1``, over random instances of 10 to 40 options. Numbers go up
to 2^45 or so here; larger ones have programmes of their own.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import cache
from random import Random

import pytest

from solver.check import complaints
from solver.instance import Group, Instance, Sense
from solver.neutral import parsed, rendered
from solver.solution import Solution, Status
from solver.solve import solve
from tests.kern import transforms as t
from tests.kern.instances import random_instance
from tests.kern.neutral_form import as_json, fingerprint
from tests.kern.patience import patience
from tests.solver.enumeration import shuffled

NUMBER = 200 if os.environ.get("ZL_PROOF") == "1" else 15
Relation = Callable[[Instance, Solution, Random], bool]
"""Check one case by instance, its answer and a random source; False when the instance does not lend itself."""


@cache
def _case(seed: int) -> tuple[Instance, Solution]:
    instance = random_instance(seed, Random(seed).randint(10, 40), huge=0)
    return instance, _solved(instance)


def _solved(instance: Instance) -> Solution:
    with patience():
        solution = solve(instance)
    assert complaints(instance, solution) == (), instance
    assert solution.status in (Status.OPTIMAL, Status.INFEASIBLE), instance
    return solution


def _values(solution: Solution) -> list[int]:
    return [level.value for level in solution.levels]


def _worth(instance: Instance, solution: Solution) -> tuple[bool, list[int]]:
    """What is larger is better; having an answer goes before everything."""
    signs = [1 if level.sense is Sense.MAX else -1 for level in instance.levels]
    values = [sign * level.value for sign, level in zip(signs, solution.levels, strict=bool(solution.levels))]
    return solution.status is Status.OPTIMAL, values


def shuffling(instance: Instance, was: Solution, random: Random) -> bool:
    """Groups, members, exclusions and keys of the JSON in another order: the same bytes."""
    text = json.dumps(as_json(shuffled(random, instance), t.shuffled_keys(random)))
    assert fingerprint(rendered(_solved(parsed(text.encode())))) == fingerprint(rendered(was))
    return True


def renaming(instance: Instance, was: Solution, random: Random) -> bool:
    """Names mean nothing: the same answer, and a conflict of the same limits."""
    other, old = t.renamed(instance, random)
    now = _solved(other)
    assert (now.status, now.chosen, now.levels) == (was.status, was.chosen, was.levels)
    told = {group.name: (group.option, group.weight, group.min, group.max) for group in instance.groups}
    contents = [[told.get(name, name) for name in names] for names in (was.conflict, _told(now, old))]
    assert sorted(contents[0], key=repr) == sorted(contents[1], key=repr)
    return True


def _told(solution: Solution, old: dict[str, str]) -> list[str]:
    return [old.get(name, name) for name in solution.conflict]


def adding_what_nobody_may_choose(instance: Instance, was: Solution, random: Random) -> bool:
    other, number = t.with_one_nobody_may_choose(instance, random)
    now = _solved(other)
    assert (now.status, now.chosen) == (was.status, tuple(number[o] for o in was.chosen))
    assert now.levels == was.levels
    return True


def loosening(instance: Instance, was: Solution, random: Random) -> bool:
    """One limit looser by one: every answer is still one, so it never gets worse."""
    other = t.loosened(instance, random)
    assert _worth(other, _solved(other)) >= _worth(instance, was)
    return bool(instance.groups)


def fixing_a_chosen_option(instance: Instance, was: Solution, random: Random) -> bool:
    free = sorted(set(was.chosen) - set(instance.fixed))
    if not free:
        return False
    now = _solved(t.fixing(instance, random.choice(free)))
    assert (now.status, now.chosen, now.levels) == (was.status, was.chosen, was.levels)
    return True


def fixing_another_option(instance: Instance, was: Solution, random: Random) -> bool:
    """Every answer with it was an answer: never better, and as good only by a list that is no smaller."""
    others = sorted(set(range(instance.options)) - set(was.chosen))
    if was.status is Status.INFEASIBLE or not others:
        return False
    now = _solved(t.fixing(instance, random.choice(others)))
    assert _worth(instance, now) <= _worth(instance, was)
    assert _worth(instance, now) < _worth(instance, was) or now.chosen > was.chosen
    return True


def scaling_a_level(instance: Instance, was: Solution, random: Random) -> bool:
    """Seven units for one: the same answer, seven times the value."""
    if not instance.levels:
        return False
    k = random.randrange(len(instance.levels))
    now = _solved(t.scaled(instance, k, 7))
    assert (now.status, now.chosen) == (was.status, was.chosen)
    assert _values(now) == [value * 7 if nr == k else value for nr, value in enumerate(_values(was))]
    return was.status is Status.OPTIMAL


def turning_a_level(instance: Instance, was: Solution, random: Random) -> bool:
    """As much as possible is as little as possible of the opposite."""
    with_values = [k for k, level in enumerate(instance.levels) if level.value is not None]
    if not with_values or was.status is Status.INFEASIBLE:
        return False
    k = random.choice(with_values)
    now = _solved(t.turned(instance, k))
    assert (now.status, now.chosen) == (was.status, was.chosen)
    assert _values(now) == [-value if nr == k else value for nr, value in enumerate(_values(was))]
    return True


def doubling(instance: Instance, was: Solution, _: Random) -> bool:
    """Two copies that share nothing, options interleaved: each is answered as it was alone, and values double.

    The smallest list of both is that of one, twice: what comes after a list that could have ended is larger than all
    of it, in both copies alike.
    """
    now = _solved(t.doubled(instance))
    assert now.status is was.status
    assert now.chosen == tuple(2 * o + k for o in was.chosen for k in range(2))
    assert _values(now) == [2 * value for value in _values(was)]
    return True


RELATIONS: tuple[Relation, ...] = (
    shuffling,
    renaming,
    adding_what_nobody_may_choose,
    loosening,
    fixing_a_chosen_option,
    fixing_another_option,
    scaling_a_level,
    turning_a_level,
    doubling,
)


@pytest.mark.parametrize("relation", RELATIONS, ids=lambda relation: relation.__name__)
def test_relation(relation: Relation) -> None:
    random = Random(relation.__name__)
    done = 0
    for seed in range(20_000, 20_000 + 5 * NUMBER):
        done += relation(*_case(seed), random)
        if done == NUMBER:
            return
    pytest.fail(f"only {done} of {NUMBER} cases")


def test_two_copies_of_a_choice_by_hand() -> None:
    """One of two must be chosen: [0] alone, so [0, 1] of two copies, the first option of each."""
    one = Group("one", (0, 1), min=1)
    assert solve(t.doubled(Instance(2, (one,)))).chosen == (0, 1)
