"""The smallest of the best, at sizes where trying everything is no longer possible."""

from random import Random

import pytest

from solver.instance import Group, Instance, Level, Sense
from solver.solution import Status
from solver.solve import solve
from tests.solver.enumeration import answers


def _assignment(people: int, places: int) -> Instance:
    """Everyone may go anywhere, one to a place; options are numbered by person, then place."""
    n = people * places
    persons = [Group(f"u{u}", tuple(range(u * places, (u + 1) * places)), max=1) for u in range(people)]
    spots = [Group(f"p{p}", tuple(range(p, n, places)), max=1) for p in range(places)]
    return Instance(n, (*persons, *spots), levels=(Level("placed", Sense.MAX, (1,) * n),))


def test_where_everything_ties_the_first_goes_first() -> None:
    """12 people, 12 places, 12! best answers: each person takes the first place that is left."""
    solution = solve(_assignment(12, 12))
    assert solution.status is Status.OPTIMAL
    assert solution.chosen == tuple(u * 12 + u for u in range(12))


def test_more_people_than_places() -> None:
    """Three places for eight people: the list starts smallest when the first people have them, in order."""
    assert solve(_assignment(8, 3)).chosen == (0, 4, 8)


@pytest.mark.parametrize("seed", range(25))
def test_lists_that_begin_others(seed: int) -> None:
    """Without levels the size of the list is free: a list that is an answer by itself beats all that go on from it."""
    random = Random(seed)
    n = random.randint(6, 11)
    groups = tuple(
        Group(f"g{k}", tuple(random.sample(range(n), random.randint(2, n))), min=random.randint(0, 2)) for k in range(4)
    )
    pairs = tuple((i, j) for i in range(n) for j in range(i) if random.random() < 0.15)
    instance = Instance(n, groups, pairs)
    found = list(answers(instance))
    solution = solve(instance)
    assert list(solution.chosen) == (min(found) if found else [])
