"""The relaxation: a guess, and one that always comes to an end."""

from random import Random

import numpy as np
import pytest

from solver.budget import Budget
from solver.prices import priced
from solver.program import Linear, Program, Row
from solver.relaxation import Relaxed, relaxed
from solver.solve import solve
from tests.solver.enumeration import best, random_instance

PAIR = Program.of(3, (0, 0, 1), (1, 1, 1), (Row((0, 1), (1, 1), 1),))
"""At most one of 0 and 1; 2 is fixed and in no row."""

NOTHING = Linear((), ())


def _point(*numbers: float) -> Relaxed:
    return Relaxed(np.zeros(1), np.array(numbers))


def test_multipliers_and_a_point() -> None:
    """The one place goes to 1, worth 3. A second place would add 2, so any price from 2 to 3 fits."""
    guess = relaxed(PAIR, Linear((0, 1), (2, 3)), Budget())
    assert guess.point is not None
    assert guess.point.tolist() == [0.0, 1.0, 1.0]
    assert 2 <= guess.multipliers[0] <= 3
    assert guess.rounded(PAIR) == (1, 2)
    assert not guess.empty


def test_a_point_that_rounds_to_no_answer_is_none() -> None:
    assert _point(0.6, 0.6, 1.0).rounded(PAIR) is None
    assert _point(0.5, 0.5, 1.0).rounded(PAIR) == (2,)
    assert Relaxed(np.zeros(1)).rounded(PAIR) is None


@pytest.mark.parametrize(("objective", "left"), [(NOTHING, 1.0), (Linear((0,), (1,)), 0.0)])
def test_nothing_to_gain_or_no_budget_is_no_guess(objective: Linear, left: float) -> None:
    guess = relaxed(PAIR, objective, Budget(left))
    assert (guess.multipliers.tolist(), guess.point, guess.empty) == ([0.0], None, False)


THIRDS = (Row((0, 1, 2), (-1, -1, -1), -2), Row((0, 1, 2), (3, 3, 3), 4))
"""Two of three are asked and there is room for 4/3."""


def test_rows_that_clash_are_seen() -> None:
    """Three times the first row plus the second says 0 <= -2."""
    assert relaxed(Program.of(3, (0,) * 3, (1,) * 3, THIRDS), Linear((0,), (1,)), Budget()).empty


def test_a_row_both_ways_round_has_the_multiplier_on_the_side_that_holds_back() -> None:
    """Between one and two of three are taken: taking is worth 5 each or costs 5 each."""
    both = (Row((0, 1, 2), (1, 1, 1), 2), Row((0, 1, 2), (-1, -1, -1), -1))
    program = Program.of(3, (0,) * 3, (1,) * 3, both)
    for weight, multipliers, bound in ((5, [5, 0], 10), (-5, [0, 5], -5)):
        objective = Linear((0, 1, 2), (weight,) * 3)
        guess = relaxed(program, objective, Budget())
        assert np.maximum(guess.multipliers, 0).tolist() == pytest.approx(multipliers)
        assert priced(program, objective, guess.multipliers).bound == bound


def test_a_row_and_its_opposite_that_leave_nothing_are_seen_to_clash() -> None:
    neither = (Row((0, 1), (1, 1), 0), Row((0, 1), (-1, -1), -1))
    assert relaxed(Program.of(2, (0,) * 2, (1,) * 2, neither), Linear((0,), (1,)), Budget()).empty


def test_work_is_charged_by_size() -> None:
    budget = Budget(1.0)
    relaxed(PAIR, Linear((0, 1), (2, 3)), budget)
    assert 0 < budget.done < 1e-3
    assert budget.left == pytest.approx(1.0 - budget.done)


def test_a_relaxation_without_end_is_ended() -> None:
    """On this instance, with sums near 2^66 in words, GLOP went round for ever; its steps are limited since."""
    instance = random_instance(Random(2404))
    expected = best(instance)
    assert expected is not None
    assert list(solve(instance).chosen) == expected[1]
