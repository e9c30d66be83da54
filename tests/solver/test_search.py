"""The door to CP-SAT: statuses first, no numbers of its own, and nothing believed that one search alone says."""

import pytest
from ortools.sat.python.cp_model import CpSolver

from solver import search as searching
from solver.budget import Budget
from solver.faults import KernelError
from solver.program import Linear, Program, Row
from solver.search import Found, Method, Verdict, any_point, search


def _program(*rows: Row, options: int = 2) -> Program:
    return Program(options, (0,) * options, (1,) * options, rows)


EXACTLY_ONE = (Row((0, 1), (1, 1), 1), Row((0, 1), (-1, -1), -1))


@pytest.mark.parametrize("method", list(Method))
def test_the_best_point(method: Method) -> None:
    found = search(_program(*EXACTLY_ONE), Linear((0, 1), (2, 3)), Budget(), method)
    assert found == Found(Verdict.BEST, (1,))


@pytest.mark.parametrize("method", list(Method))
def test_no_point_carries_no_options(method: Method) -> None:
    """After INFEASIBLE the solver would answer 0 for everything and raise nothing."""
    program = _program(*EXACTLY_ONE, Row((0, 1), (2, 1), 0))
    assert search(program, None, Budget(), method) == Found(Verdict.NONE, None)


def test_no_budget_no_search() -> None:
    assert search(_program(*EXACTLY_ONE), None, Budget(0.0)) == Found(Verdict.UNKNOWN, None)


def test_what_is_done_is_taken_off_the_budget() -> None:
    budget = Budget(5.0)
    rows = tuple(Row((o, o + 1, o + 2), (3, 5, 7), 9) for o in range(20))
    search(_program(*rows, options=22), Linear(tuple(range(22)), tuple(range(1, 23))), budget)
    assert 0 < budget.left < 5


def test_a_refused_model_is_an_error_and_not_an_answer() -> None:
    """Weights at the edge of 64 bits; the words of `program` never let one come this far."""
    with pytest.raises((KernelError, OverflowError, TypeError)):
        search(_program(Row((0, 1), (2**62, 2**62), 1)), Linear((0, 1), (2**62, 2**62)), Budget())


def test_a_point_that_breaks_a_limit_does_not_leave(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(CpSolver, "value", lambda *_: 1)
    with pytest.raises(KernelError, match="breaks a limit"):
        search(_program(*EXACTLY_ONE), None, Budget())


def test_no_point_is_only_believed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first search wrongly finds nothing; the second finds the point that is there."""
    honest = searching.search
    asked: list[Method] = []

    def lying(program: Program, objective: Linear | None, budget: Budget, method: Method = Method.FIRST) -> Found:
        asked.append(method)
        return Found(Verdict.NONE) if method is Method.FIRST else honest(program, objective, budget, method)

    monkeypatch.setattr(searching, "search", lying)
    found = any_point(_program(*EXACTLY_ONE), Budget())
    assert found.chosen in {(0,), (1,)}
    assert asked == [Method.FIRST, Method.SECOND]
