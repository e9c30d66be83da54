"""The second opinion: SCIP agrees with trying everything, and is believed no further than whole numbers allow."""

from random import Random
from types import SimpleNamespace

import numpy as np
import pytest
from ortools.linear_solver.python import model_builder_helper as mip

from solver import second as asking
from solver.budget import Budget
from solver.canonical import canonical
from solver.draft import limits
from solver.found import Found, Verdict
from solver.instance import Group, Instance
from solver.program import Linear, Program, Row
from solver.propagation import propagated
from solver.search import Method
from solver.second import any_point, second
from solver.trying import FEW
from tests.solver.enumeration import answers, random_instance

EXACTLY_ONE = (Row((0, 1), (1, 1), 1), Row((0, 1), (-1, -1), -1))


def _program(*rows: Row, options: int = 2) -> Program:
    return Program.of(options, (0,) * options, (1,) * options, rows)


@pytest.mark.parametrize("seed", range(150))
def test_there_is_a_point_exactly_when_trying_everything_finds_one(seed: int) -> None:
    """With numbers of every size; propagated or as they stand."""
    instance = canonical(random_instance(Random(seed), most=8))
    program = limits(instance)
    every = list(answers(instance))
    for asked in (program, propagated(program)):
        found = second(asked, Budget())
        if every:
            assert found.verdict in (Verdict.SOME, Verdict.BEST)
            assert found.chosen is not None
            assert list(found.chosen) in every
        else:
            assert found == Found(Verdict.NONE)


def _knapsacks(random: Random) -> Instance:
    """Sums that must come out exactly, over 12 options: SCIP has to branch, and about half have no answer."""
    weights = [tuple(random.randint(20, 60) for _ in range(12)) for _ in range(2)]
    groups = []
    for k, weight in enumerate(weights):
        goal = sum(random.sample(weight, 5))
        groups.append(Group(f"g{k}", tuple(range(12)), weight, goal, goal))
    return canonical(Instance(12, tuple(groups)))


def test_sums_that_must_come_out_exactly() -> None:
    found = []
    for seed in range(30):
        instance = _knapsacks(Random(seed))
        verdict = second(limits(instance), Budget()).verdict
        assert (verdict is Verdict.SOME) == any(True for _ in answers(instance)), seed
        found.append(verdict)
    assert {Verdict.SOME, Verdict.NONE} == set(found)


@pytest.mark.parametrize("row", [Row((0, 1), (10**9 + 1, 1), 5), Row((0, 1), (-3, -3), -(10**9) - 1)])
def test_numbers_that_floats_cannot_tell_apart_go_to_cp_sat(monkeypatch: pytest.MonkeyPatch, row: Row) -> None:
    asked: list[Method] = []

    def listening(_p: Program, goal: Linear | None, _b: Budget, method: Method = Method.FIRST) -> Found:
        assert goal is None
        asked.append(method)
        return Found(Verdict.UNKNOWN)

    monkeypatch.setattr(asking, "search", listening)
    monkeypatch.setattr(mip, "ModelSolverHelper", lambda _: pytest.fail("SCIP is not asked"))
    assert second(_program(row, options=FEW + 1), Budget()) == Found(Verdict.UNKNOWN)
    assert asked == [Method.SECOND]
    some = second(_program(row, options=FEW), Budget())
    assert asked == [Method.SECOND], "a few options are tried"
    assert some.verdict is (Verdict.SOME if row.limit > 0 else Verdict.NONE)


def test_the_widest_numbers_that_scip_is_asked_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "search", lambda *_: pytest.fail("CP-SAT is not asked"))
    wide = (Row((0, 1), (10**9, 9 * 10**8), 95 * 10**7), Row((0, 1), (-1, -1), -1))
    assert second(_program(*wide), Budget()) == Found(Verdict.SOME, (1,))


def test_one_in_a_thousand_million_is_told_apart_all_the_same() -> None:
    """Option 0 is one too heavy, which is less than what SCIP lets pass: its point is tried, and CP-SAT asked."""
    narrow = (Row((0, 1), (10**9, 10**9 - 1), 10**9 - 1), Row((0, 1), (-1, -1), -1))
    assert second(_program(*narrow), Budget()).chosen == (1,)
    none = (Row((0, 1), (10**9, 10**9), 10**9 - 1), Row((0, 1), (-1, -1), -1))
    assert second(_program(*none), Budget()) == Found(Verdict.NONE)


def _saying(monkeypatch: pytest.MonkeyPatch, status: mip.SolveStatus, *values: float) -> None:
    """A SCIP that says so, whatever it is asked."""
    helper = SimpleNamespace(
        set_solver_specific_parameters=lambda _: None,
        solve=lambda _: None,
        interrupt_solve=lambda: True,
        status=lambda: status,
        variable_values=lambda: np.array(values),
    )
    monkeypatch.setattr(mip, "ModelSolverHelper", lambda _: helper)


@pytest.mark.parametrize("status", [mip.SolveStatus.OPTIMAL, mip.SolveStatus.FEASIBLE])
def test_a_point_that_breaks_a_row_is_never_given_out(monkeypatch: pytest.MonkeyPatch, status: mip.SolveStatus) -> None:
    """SCIP allows itself a millionth; what does not hold in whole numbers is asked of CP-SAT instead."""
    _saying(monkeypatch, status, 1.0, 0.9999999)
    found = second(_program(*EXACTLY_ONE), Budget())
    assert found.chosen in {(0,), (1,)}
    none = second(_program(*EXACTLY_ONE, Row((0, 1), (2, 1), 0)), Budget())
    assert none == Found(Verdict.NONE), "there, CP-SAT says, is none at all"


def test_a_point_is_rounded_before_it_is_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    _saying(monkeypatch, mip.SolveStatus.OPTIMAL, 0.0000001, 0.9999999)
    assert second(_program(*EXACTLY_ONE), Budget()) == Found(Verdict.SOME, (1,))


@pytest.mark.parametrize(
    "status",
    [
        mip.SolveStatus.NOT_SOLVED,
        mip.SolveStatus.ABNORMAL,
        mip.SolveStatus.MODEL_INVALID,
        mip.SolveStatus.UNBOUNDED,
        mip.SolveStatus.UNKNOWN_STATUS,
        mip.SolveStatus.CANCELLED_BY_USER,
    ],
)
def test_whatever_else_scip_says_is_no_answer(monkeypatch: pytest.MonkeyPatch, status: mip.SolveStatus) -> None:
    _saying(monkeypatch, status, 1.0, 0.0)
    assert second(_program(*EXACTLY_ONE), Budget()) == Found(Verdict.UNKNOWN)


def test_no_budget_no_opinion() -> None:
    assert second(_program(*EXACTLY_ONE), Budget(0.0)) == Found(Verdict.UNKNOWN)


def test_a_row_that_nothing_keeps_needs_no_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mip, "ModelSolverHelper", lambda _: pytest.fail("SCIP is not asked"))
    assert second(_program(Row((), (), -1)), Budget()) == Found(Verdict.NONE)


def _too_hard(n: int = 40) -> Program:
    """Even weights that must add up to an odd number, in two rows that no single one contradicts (market split)."""
    random = Random(5)
    rows = []
    for _ in range(4):
        weight = tuple(2 * random.randint(20, 500) for _ in range(n))
        goal = sum(weight) // 4 * 2 + 1
        rows += [Row(tuple(range(n)), weight, goal), Row(tuple(range(n)), tuple(-w for w in weight), -goal)]
    weights = [tuple(w + random.randint(0, 1) for w in row.weight) for row in rows[::2]]
    mixed = []
    for row, weight in zip(rows[::2], weights, strict=True):
        mixed += [Row(row.column, weight, row.limit), Row(row.column, tuple(-w for w in weight), -row.limit)]
    return _program(*mixed, options=n)


def test_the_budget_ends_a_search() -> None:
    """Four sums over 40 options that must come out exactly take millions of nodes; a budget of work allows hundreds."""
    budget = Budget(0.5)
    assert second(_too_hard(), budget) == Found(Verdict.UNKNOWN)
    assert 0 < budget.done < 0.5


def test_no_point_is_only_believed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first search wrongly finds nothing; the second finds the point that is there."""
    monkeypatch.setattr(asking, "search", lambda *_: Found(Verdict.NONE))
    found = any_point(_program(*EXACTLY_ONE), Budget())
    assert found.verdict is Verdict.SOME
    assert found.chosen in {(0,), (1,)}


def test_any_point_is_the_first_that_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "second", lambda *_: pytest.fail("a point needs no second opinion"))
    assert any_point(_program(*EXACTLY_ONE), Budget()).chosen in {(0,), (1,)}


@pytest.mark.parametrize("seed", range(40))
def test_any_point_exactly_when_there_is_one(seed: int) -> None:
    instance = canonical(random_instance(Random(seed), most=8))
    found = any_point(propagated(limits(instance)), Budget())
    every = list(answers(instance))
    assert (found.verdict is Verdict.NONE) == (not every)
    assert found.chosen is None or list(found.chosen) in every
