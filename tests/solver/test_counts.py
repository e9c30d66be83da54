"""Counts that no answer as good can have otherwise are settled, with a step that shows it; others stay free."""

import pytest

from solver.budget import Budget
from solver.counts import counted
from solver.draft import Draft, limits
from solver.instance import Group, Instance
from solver.program import Linear, Program, Row
from solver.proof import Method


def _counting(instance: Instance, *sets: tuple[int, ...]) -> Program:
    draft = Draft(limits(instance))
    for some in sets:
        draft.total(some)
    return draft.program


TWO = _counting(Instance(4, (Group("two", (0, 1, 2, 3), (1, 1, 1, 1), min=2, max=2),)), (0, 1, 2, 3), (0, 1))


def test_a_count_that_can_only_be_one_number_is_settled() -> None:
    """Two of four are taken, that is sure; of the first two anything from none to both."""
    ((program, step),) = counted(TWO, (0, 1), Budget())
    assert (int(program.lower[4]), int(program.upper[4])) == (2, 2)
    assert program.free[5]
    assert (step.level, step.value, step.objective) == (None, 2, Linear((4,), (1,)))
    assert (step.why.method, bool(step.why.paid), bool(step.why.floor)) == (Method.PRICES, True, True)


def test_between_two_whole_numbers_is_no_room() -> None:
    """Of the first two at least 0.6 and at most 1.4 may be taken, counted in tenths: that is 1."""
    tenths = (Row((0, 1), (-10, -10), -6), Row((0, 1), (10, 10), 14))
    program = TWO.with_rows(tenths, [("min", "low"), ("max", "high")])
    settled = [(step.objective.column, step.value) for _, step in counted(program, (0, 2), Budget())]
    assert settled == [((4,), 2), ((5,), 1)]


@pytest.mark.parametrize("chosen", [(0, 1), (2, 3), (0, 3)])
def test_what_is_settled_is_what_the_answer_has(chosen: tuple[int, ...]) -> None:
    for program, step in counted(TWO, chosen, Budget()):
        assert step.value == step.objective.at(TWO.complete(chosen))
        assert program.admits(program.complete(chosen))


def test_without_budget_nothing_is_settled() -> None:
    assert list(counted(TWO, (0, 1), Budget(0.0))) == []
