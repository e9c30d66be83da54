"""The door to CP-SAT: statuses first, no numbers of its own, and no point that breaks a row."""

from dataclasses import dataclass
from math import gcd
from random import Random

import pytest
from ortools.sat.python import cp_model_helper

from solver.budget import Budget
from solver.canonical import canonical
from solver.draft import limits, objective
from solver.faults import KernelError
from solver.found import Found, Verdict
from solver.program import Linear, Program, Row
from solver.propagation import propagated
from solver.search import Method, search
from solver.trying import FEW
from tests.solver.enumeration import answers, random_instance


def _program(*rows: Row, options: int = 2) -> Program:
    return Program.of(options, (0,) * options, (1,) * options, rows)


EXACTLY_ONE = (Row((0, 1), (1, 1), 1), Row((0, 1), (-1, -1), -1))


@pytest.mark.parametrize("method", list(Method))
def test_the_best_point(method: Method) -> None:
    found = search(_program(*EXACTLY_ONE), Linear((0, 1), (2, 3)), Budget(), method)
    assert found == Found(Verdict.BEST, (1,))


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("seed", range(40))
def test_the_best_as_trying_everything_finds_it(seed: int, method: Method) -> None:
    """Any number of levels, also in words: of the first, in its unit, the best; of a bare question any answer."""
    instance = canonical(random_instance(Random(seed), most=8))
    program = propagated(limits(instance))
    every = list(answers(instance))
    bare = search(program, None, Budget(), method)
    assert (list(bare.chosen) in every) if bare.chosen is not None else (bare.verdict is Verdict.NONE and not every)
    if not every or not instance.levels:
        return
    program, (word, *_) = objective(program, instance.levels[0])
    step = gcd(*word.weight) or 1
    unit = Linear(word.column, tuple(w // step for w in word.weight))
    found = search(program, unit, Budget(), method, hint=tuple(every[0]))
    assert found.verdict is Verdict.BEST
    assert found.chosen is not None
    worths = [unit.at(program.complete(chosen)) for chosen in every]
    assert unit.at(program.complete(found.chosen)) == max(worths)


@pytest.mark.parametrize("method", list(Method))
def test_no_point_carries_no_options(method: Method) -> None:
    """After INFEASIBLE the solver would answer 0 for everything and raise nothing."""
    program = _program(*EXACTLY_ONE, Row((0, 1), (2, 1), 0))
    assert search(program, None, Budget(), method) == Found(Verdict.NONE, None)


def test_a_row_that_nothing_keeps_needs_no_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cp_model_helper, "SolveWrapper", lambda: pytest.fail("no search is needed"))
    assert search(_program(Row((), (), -1)), None, Budget()) == Found(Verdict.NONE, None)


def test_no_budget_no_search() -> None:
    assert search(_program(*EXACTLY_ONE), None, Budget(0.0)) == Found(Verdict.UNKNOWN, None)


def test_options_in_no_row_stay_at_their_least() -> None:
    """Option 2 is fixed, option 3 is in no row and no objective: what is not asked is not taken."""
    program = Program.of(4, (0, 0, 1, 0), (1, 1, 1, 1), EXACTLY_ONE)
    assert search(program, Linear((0,), (1,)), Budget()).chosen == (0, 2)


def test_a_hint_is_no_more_than_a_hint() -> None:
    """One that breaks a limit, and one that is not the best."""
    for hint in ((0, 1), (0,)):
        assert search(_program(*EXACTLY_ONE), Linear((0, 1), (2, 3)), Budget(), hint=hint).chosen == (1,)


def test_what_is_done_is_taken_off_the_budget() -> None:
    budget = Budget(5.0)
    rows = tuple(Row((o, o + 1, o + 2), (3, 5, 7), 9) for o in range(20))
    search(_program(*rows, options=22), Linear(tuple(range(22)), tuple(range(1, 23))), budget)
    assert 0 < budget.left < 5
    assert budget.done == pytest.approx(5 - budget.left)


def test_a_refused_model_is_an_error_and_not_an_answer() -> None:
    """Weights at the edge of 64 bits; the words of `draft` never let one come this far."""
    many = tuple(range(FEW + 1))
    program, wide = _program(Row((0, 1), (2**62, 2**62), 1), options=len(many)), Linear(many, (2**62,) * len(many))
    with pytest.raises(KernelError, match="CP-SAT refused the model"):
        search(program, wide, Budget())


@dataclass
class _Response:
    """What a solver that lies would say."""

    status: cp_model_helper.CpSolverStatus
    solution: tuple[int, ...] = ()
    deterministic_time: float = 0.0


def _lying(monkeypatch: pytest.MonkeyPatch, response: _Response) -> None:
    class Wrapper:
        def set_parameters(self, _: object) -> None: ...

        def solve(self, _: object) -> _Response:
            return response

        def stop_search(self) -> None: ...

    monkeypatch.setattr(cp_model_helper, "SolveWrapper", Wrapper)


IS = cp_model_helper.CpSolverStatus


@pytest.mark.parametrize("status", [IS.OPTIMAL, IS.FEASIBLE])
def test_a_point_that_breaks_a_limit_does_not_leave(monkeypatch: pytest.MonkeyPatch, status: IS) -> None:
    _lying(monkeypatch, _Response(status, (1, 1)))
    with pytest.raises(KernelError, match="breaks a limit"):
        search(_program(*EXACTLY_ONE), None, Budget())


@pytest.mark.parametrize(
    ("status", "found"),
    [
        (IS.FEASIBLE, Found(Verdict.SOME, (0,))),
        (IS.OPTIMAL, Found(Verdict.BEST, (0,))),
        (IS.UNKNOWN, Found(Verdict.UNKNOWN)),
        (IS.INFEASIBLE, Found(Verdict.NONE)),
    ],
)
def test_a_status_is_read_before_a_value(monkeypatch: pytest.MonkeyPatch, status: IS, found: Found) -> None:
    """After UNKNOWN and INFEASIBLE there may be values too; they are not read."""
    _lying(monkeypatch, _Response(status, (1, 0)))
    assert search(_program(*EXACTLY_ONE), None, Budget()) == found
