"""What a level is worth, where it can end, and where the smallest list ends."""

from random import Random

import pytest

from solver.instance import Form, Group, Instance, Level, Sense
from solver.worth import lowest, shortest, worth
from tests.solver.enumeration import answers, random_instance
from tests.solver.enumeration import worth as counted

SPREAD = Level("spread", Sense.MIN, terms=((Form((0, 1), (6, -4), -1), Form((0, 1), (-6, 4), 1), Form()),))


def test_worth_by_hand() -> None:
    """Of 6a - 4b - 1, its opposite and 0 the largest: 1 with neither, 5 with a, 5 with b, 1 with both."""
    assert [worth(SPREAD, chosen) for chosen in ((), (0,), (1,), (0, 1))] == [1, 5, 5, 1]
    assert worth(Level("v", Sense.MAX, (5, -7, 11)), (1, 2)) == 4
    assert worth(Level("none", Sense.MIN, terms=()), (0,)) == 0


@pytest.mark.parametrize("seed", range(60))
def test_worth_as_counted_elsewhere_and_never_below_the_lowest(seed: int) -> None:
    """Numbers of every size; `lowest` is what the form that ends highest at its lowest ends at."""
    instance = random_instance(Random(seed), most=7)
    every = list(answers(Instance(instance.options)))
    for level in instance.levels:
        worths = [worth(level, chosen) for chosen in every]
        assert worths == [counted(level, chosen) for chosen in every]
        if level.terms is not None:
            assert lowest(level) <= min(worths)


def test_the_lowest_is_reached_where_forms_do_not_pull_apart() -> None:
    assert lowest(SPREAD) == 0, "0 is one of the forms; the other two end at -5"
    alone = Level("alone", Sense.MIN, terms=((Form((0, 1), (2, -3), 4),), (Form(constant=9), Form((0,), (-1,)))))
    assert lowest(alone) == 1 + 9
    assert min(worth(alone, chosen) for chosen in ((), (0,), (1,), (0, 1))) == 10


def test_a_list_goes_on_while_it_is_no_answer() -> None:
    """The group asks two; [0] is short of that, and the third adds nothing."""
    two = Group("two", (0, 1, 2), min=2)
    assert shortest(Instance(3, (two,)), (0, 1, 2)) == (0, 1)


def test_a_list_goes_on_while_a_level_is_not_what_it_was() -> None:
    """Option 0 is worth nothing, 1 is worth 3, 2 costs nothing: the list may end after 1, not before."""
    value = Level("value", Sense.MAX, (0, 3, 0))
    assert shortest(Instance(3, levels=(value,)), (0, 1, 2)) == (0, 1)
    assert shortest(Instance(3, levels=(Level("even", Sense.MAX, (0, 0, 0)),)), (0, 1, 2)) == ()
    """Worth of 2 + 3 - 3: after [0] it is the same as in the end, yet a form between is not."""
    there_and_back = Level("sum", Sense.MAX, (2, 3, -3))
    apart = Level("apart", Sense.MIN, terms=((Form((1,), (1,), -1), Form((1,), (-1,), 1)),))
    assert shortest(Instance(3, levels=(there_and_back,)), (0, 1, 2)) == (0,)
    assert shortest(Instance(3, levels=(there_and_back, apart)), (0, 1, 2)) == (0, 1, 2)


def test_a_fixed_option_is_in_every_list() -> None:
    assert shortest(Instance(3, fixed=(1,)), (0, 1, 2)) == (0, 1)


@pytest.mark.parametrize("seed", range(150))
def test_of_the_greediest_answer_the_shortest_part_is_the_smallest_list(seed: int) -> None:
    """Of all best answers: the one that takes the smallest options first, cut short, is the smallest sorted list."""
    instance = random_instance(Random(seed), most=8)
    every = list(answers(instance))
    if not every:
        return
    signs = [-1 if level.sense is Sense.MAX else 1 for level in instance.levels]
    ranked = {tuple(c): [s * counted(level, c) for s, level in zip(signs, instance.levels, strict=True)] for c in every}
    best = [c for c in ranked if ranked[c] == min(ranked.values())]
    greediest = max(best, key=lambda chosen: [o in chosen for o in range(instance.options)])
    assert shortest(instance, greediest) == min(best)
