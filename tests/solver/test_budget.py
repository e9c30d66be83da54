"""A time as an amount of work."""

import pytest

from solver.budget import WORK_A_SECOND, Budget


def test_without_a_limit_it_never_ends() -> None:
    budget = Budget.of(None)
    budget.spend(1e12)
    assert (budget.spent, budget.done) == (False, 1e12)


def test_a_time_is_work_and_work_takes_it_off() -> None:
    budget = Budget.of(2.0)
    budget.spend(1.5 * WORK_A_SECOND)
    assert not budget.spent
    assert budget.left == pytest.approx(0.5 * WORK_A_SECOND)
    budget.spend(WORK_A_SECOND)
    assert budget.spent
    assert budget.done == pytest.approx(2.5 * WORK_A_SECOND), "what was done counts, also beyond the limit"


def test_nothing_left_is_spent() -> None:
    assert Budget(0.0).spent
