"""The smallest of the best, at sizes where trying everything is no longer possible."""

from random import Random

import pytest

from solver import tiebreak
from solver.budget import Budget
from solver.draft import limits
from solver.instance import Group, Instance, Level, Sense
from solver.levels import Climbed
from solver.propagation import propagated
from solver.solution import Status
from solver.solve import solve
from solver.tiebreak import greediest
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


def _tied(random: Random) -> tuple[Instance, list[tuple[int, ...]]]:
    """Uneven limits from both sides and exclusions, without levels, so that everything ties; and all answers."""
    n = random.randint(5, 10)
    groups = []
    for k in range(4):
        some = tuple(sorted(random.sample(range(n), random.randint(2, n))))
        weight = tuple(random.randint(1, 9) for _ in some)
        total = sum(weight)
        least = random.choice((None, random.randint(0, total // 3)))
        groups.append(Group(f"g{k}", some, weight, least, random.randint(total // 3, total)))
    pairs = tuple((i, i + 1) for i in range(n - 1) if random.random() < 0.2)
    instance = Instance(n, tuple(groups), pairs)
    return instance, [tuple(c) for c in answers(instance)]


@pytest.mark.parametrize("chunk", [1, 2, 3, tiebreak.CHUNK])
@pytest.mark.parametrize("seed", range(60))
def test_the_greediest_from_any_start(seed: int, chunk: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever answer it starts from, and however many options are settled at once."""
    monkeypatch.setattr(tiebreak, "CHUNK", chunk)
    random = Random(seed)
    instance, found = _tied(random)
    if found:
        greedy = max(found, key=lambda chosen: [o in chosen for o in range(instance.options)])
        program = propagated(limits(instance))
        assert greediest(Climbed(random.choice(found), (), program, ()), Budget()) == (greedy, True)


def test_the_only_answer_is_the_greediest() -> None:
    """Of three options two are asked, and 0 excludes both others: no other answer, and nothing has to be settled."""
    program = propagated(limits(Instance(3, (Group("two", (0, 1, 2), min=2),), ((0, 1), (0, 2)))))
    assert greediest(Climbed((1, 2), (), program, ()), Budget()) == ((1, 2), True)


def test_without_budget_it_is_not_called_the_smallest() -> None:
    """[1] is an answer, and [0] a smaller one."""
    program = propagated(limits(Instance(2, (Group("one", (0, 1), min=1, max=1),))))
    assert greediest(Climbed((1,), (), program, ()), Budget(0.0)) == ((1,), False)
    assert greediest(Climbed((1,), (), program, ()), Budget()) == ((0,), True)
