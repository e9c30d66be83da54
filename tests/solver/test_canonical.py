"""One order for one question."""

from random import Random

import pytest

from solver.canonical import canonical
from solver.instance import Group, Instance
from tests.solver.enumeration import random_instance, shuffled


@pytest.mark.parametrize("seed", range(50))
def test_any_order_becomes_the_same_question(seed: int) -> None:
    random = Random(seed)
    instance = random_instance(random)
    assert canonical(shuffled(random, instance)) == canonical(instance)
    assert canonical(canonical(instance)) == canonical(instance)


def test_what_says_nothing_goes_and_doubles_are_one() -> None:
    group = Group("g", (2, 0, 1), (5, 0, -1), max=4)
    instance = canonical(Instance(3, (group,), exclusions=((2, 1), (1, 2)), fixed=(1, 1)))
    assert instance == Instance(3, (Group("g", (1, 2), (-1, 5), max=4),), exclusions=((1, 2),), fixed=(1,))
