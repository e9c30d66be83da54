"""The relaxation: a guess, and one that always comes to an end."""

from random import Random

import pytest

from solver.budget import Budget
from solver.program import Linear, Program, Row
from solver.relaxation import Relaxed, relaxed
from solver.solve import solve
from tests.solver.enumeration import best, random_instance

PAIR = Program(3, (0, 0, 1), (1, 1, 1), (Row((0, 1), (1, 1), 1),))
"""At most one of 0 and 1; 2 is fixed and in no row."""


def test_multipliers_and_a_point() -> None:
    """The one place goes to 1, worth 3. A second place would add 2, so any price from 2 to 3 fits."""
    guess = relaxed(PAIR, Linear((0, 1), (2, 3)), Budget())
    assert guess.point == (0.0, 1.0, 1.0)
    assert 2 <= guess.multipliers[0] <= 3
    assert guess.rounded(PAIR) == (1, 2)


def test_a_point_that_rounds_to_no_answer_is_none() -> None:
    assert Relaxed((0.0,), (0.6, 0.6, 1.0)).rounded(PAIR) is None
    assert Relaxed((0.0,), (0.5, 0.5, 1.0)).rounded(PAIR) == (2,)
    assert Relaxed((0.0,)).rounded(PAIR) is None


@pytest.mark.parametrize(("objective", "left"), [(Linear((), ()), 1.0), (Linear((0,), (1,)), 0.0)])
def test_nothing_to_gain_or_no_budget_is_no_guess(objective: Linear, left: float) -> None:
    assert relaxed(PAIR, objective, Budget(left)) == Relaxed((0.0,))


def test_a_relaxation_without_end_is_ended() -> None:
    """On this instance, with sums near 2^66 in words, GLOP went round for ever; its steps are limited since."""
    instance = random_instance(Random(2404))
    expected = best(instance)
    assert expected is not None
    assert list(solve(instance).chosen) == expected[1]
