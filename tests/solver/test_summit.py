"""One climb: cores, gaps, and what happens when a search lies or time ends."""

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from math import inf
from random import Random

import numpy as np
import pytest

from solver import summit as climbing
from solver.branching import Explored
from solver.budget import Budget
from solver.canonical import canonical
from solver.draft import limits, objective
from solver.found import Found, Verdict
from solver.instance import Instance, Level, Sense
from solver.program import Linear, Program, Row, Whole
from solver.proof import Method
from solver.relaxation import Relaxation, Relaxed
from solver.summit import Summit, summit
from tests.solver.enumeration import answers, random_instance

ODD_CYCLE = tuple(Row(pair, (1, 1), 1) for pair in ((0, 1), (1, 2), (2, 3), (3, 4), (0, 4)))
"""Five in a ring, no two neighbours: at most 2, while the relaxation takes half of each, 2.5 for weights of 1."""

RING = Program.of(5, (0,) * 5, (1,) * 5, ODD_CYCLE)
WEIGHT = Linear(tuple(range(5)), (7, 7, 7, 7, 7))
UNEVEN = Linear(tuple(range(5)), (70, 69, 70, 69, 70))

Fail = Callable[..., object]


def _fail(told: str) -> Fail:
    return lambda *_, **__: pytest.fail(told)


@pytest.fixture
def searches_only(monkeypatch: pytest.MonkeyPatch) -> None:
    """No cuts, no dive, no work for cases: whatever a relaxation leaves open is for searches to close."""
    monkeypatch.setattr(climbing, "dived", lambda *_: None)
    for name, value in (("ROUNDS", 0), ("LOOK", -1.0), ("PROVE", -1.0)):
        monkeypatch.setattr(climbing, name, value)


def test_a_gap_that_whole_steps_close_needs_no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """All weights are 7, so the bound of 17.5 is a bound of 2 steps of 7 (and a constant changes nothing)."""
    for name in ("explored", "search", "second"):
        monkeypatch.setattr(climbing, name, _fail("prices are enough"))
    top = summit(RING, Linear(WEIGHT.column, WEIGHT.weight, 100), (0, 2), Budget())
    assert (top.value, top.bound, top.proven) == (114, 114, True)
    assert top.proof is not None
    assert (top.proof.method, top.unit, top.top) == (Method.PRICES, Linear(WEIGHT.column, (1,) * 5), 2)


def _kept(top: Summit) -> list[list[int]]:
    return [c for c in answers(Instance(5)) if top.program.admits(top.program.complete(c))]


def test_a_gap_is_closed_by_cases(monkeypatch: pytest.MonkeyPatch) -> None:
    """The relaxation says 174; the best two that are not neighbours are 0 and 2 (or 2 and 4), 140."""
    for name in ("search", "second"):
        monkeypatch.setattr(climbing, name, _fail("cases are enough"))
    top = summit(RING, UNEVEN, (), Budget())
    assert (top.value, top.bound) == (140, 140)
    assert top.proof is not None
    assert (top.proof.method, top.proof.cases is not None) == (Method.CASES, True)
    assert _kept(top) == [[0, 2], [2, 4]], "all that is as good is kept, and nothing else"


@pytest.mark.usefixtures("searches_only")
def test_a_gap_is_closed_by_two_searches() -> None:
    top = summit(RING, UNEVEN, (), Budget())
    assert (top.value, top.bound) == (140, 140)
    assert top.proof is not None
    assert (top.proof.method, top.proof.cases) == (Method.SEARCHES, None)
    assert _kept(top) == [[0, 2], [2, 4]]


@pytest.mark.usefixtures("searches_only")
@pytest.mark.parametrize("lie", [Found(Verdict.NONE), Found(Verdict.BEST, (1, 3)), Found(Verdict.BEST, ())])
def test_what_the_first_search_misses_the_second_finds(monkeypatch: pytest.MonkeyPatch, lie: Found) -> None:
    """It always says that nothing is better, or that 138 is the best; only both together are believed."""
    monkeypatch.setattr(climbing, "search", lambda *_, **__: lie)
    top = summit(RING, UNEVEN, (), Budget())
    assert (top.value, top.bound) == (140, 140)
    assert _kept(top) == [[0, 2], [2, 4]]


@pytest.mark.usefixtures("searches_only")
def test_without_the_second_search_nothing_is_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time ends between the two: the value stands, the bound is the one that the prices prove."""
    monkeypatch.setattr(climbing, "second", lambda *_: Found(Verdict.UNKNOWN))
    top = summit(RING, UNEVEN, (), Budget())
    assert (top.value, top.bound, top.proven, top.proof) == (140, 174, False, None)


@pytest.mark.usefixtures("searches_only")
@pytest.mark.parametrize("stopped", [Found(Verdict.UNKNOWN), Found(Verdict.SOME, (1, 3))])
def test_a_first_search_that_is_stopped_proves_nothing(monkeypatch: pytest.MonkeyPatch, stopped: Found) -> None:
    """What it did find counts."""
    monkeypatch.setattr(climbing, "search", lambda *_, **__: stopped)
    monkeypatch.setattr(climbing, "second", _fail("there is nothing to agree with"))
    top = summit(RING, UNEVEN, (1,), Budget())
    assert (top.value, top.bound, top.proof) == (138 if stopped.chosen else 69, 174, None)


def test_an_answer_in_hand_is_worth_more_than_two_searches_that_see_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cases found 140 before their work ran out; the searches, both wrong, say that nothing beats 69."""
    monkeypatch.setattr(climbing, "ROUNDS", 0)
    found = [Explored((0, 2), None)]

    def unfinished(*_: object) -> Explored:
        return found.pop() if found else Explored(None, None)

    monkeypatch.setattr(climbing, "explored", unfinished)
    monkeypatch.setattr(climbing, "search", lambda *_, **__: Found(Verdict.NONE))
    monkeypatch.setattr(climbing, "second", lambda *_: Found(Verdict.NONE))
    top = summit(RING, UNEVEN, (1,), Budget())
    assert (top.value, found) == (140, [])


def test_no_budget_no_claim() -> None:
    """Without a relaxation each of the five could be taken: 348."""
    top = summit(RING, UNEVEN, (1, 3), Budget(0.0))
    assert (top.chosen, top.value, top.bound, top.proof) == ((1, 3), 138, 348, None)


def _question(seed: int) -> tuple[Instance, Program, Linear, dict[tuple[int, ...], int]] | None:
    """A random instance, a level over it, and what every answer is worth."""
    random = Random(seed)
    instance = canonical(random_instance(random, most=8))
    value = tuple(random.choice((1, 2, 6)) * random.randint(-9, 9) for _ in range(instance.options))
    level = instance.levels[0] if instance.levels and seed % 2 else Level("v", Sense.MAX, value)
    program, words = objective(limits(instance), level)
    worths = {tuple(c): words[0].at(program.complete(c)) for c in answers(instance)}
    return (instance, program, words[0], worths) if worths else None


@pytest.mark.parametrize("seed", range(60))
@pytest.mark.parametrize("way", ["as it comes", "cases", "searches", "narrow cores"])
def test_every_way_leads_to_the_top(way: str, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """With or without cuts, by cases, by searches, through cores that hold nothing at first: the same best answers."""
    if way in ("cases", "searches"):
        monkeypatch.setattr(climbing, "ROUNDS", 0)
    for name in ("LOOK", "PROVE"):
        monkeypatch.setattr(climbing, name, {"cases": inf, "searches": -1.0}.get(way, getattr(climbing, name)))
    if way == "narrow cores":
        monkeypatch.setattr(climbing, "FEWEST", 0)
    question = _question(seed)
    if question is not None:
        _, program, word, worths = question
        _assert_the_top(summit(program, word, min(worths), Budget()), worths)


def _assert_the_top(top: Summit, worths: dict[tuple[int, ...], int]) -> None:
    best = max(worths.values())
    assert top.proof is not None
    assert top.value == top.bound == worths[top.chosen] == best
    kept = {c for c in worths if top.program.admits(top.program.complete(c))}
    assert kept == {c for c, worth in worths.items() if worth == best}
    others = [c for c in map(tuple, answers(Instance(top.program.options))) if c not in worths]
    assert not any(top.program.admits(top.program.complete(c)) for c in others), "and no choice that is no answer"


@pytest.mark.parametrize("seed", range(40))
def test_bad_multipliers_cost_time_and_no_truth(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the relaxation guesses, the best is found: prices are proven, not believed."""
    random = Random(seed)
    honest = Relaxation.solve

    def guessing(self: Relaxation, lower: Whole, upper: Whole, full: AbstractSet[int] = frozenset()) -> Relaxed:
        guess = honest(self, lower, upper, full)
        noise = np.array([random.choice((0.0, random.random() * 9)) for _ in guess.multipliers])
        return Relaxed(noise, guess.point)

    monkeypatch.setattr(Relaxation, "solve", guessing)
    question = _question(seed)
    if question is not None:
        _, program, word, worths = question
        _assert_the_top(summit(program, word, min(worths), Budget()), worths)


@pytest.mark.parametrize("seed", range(40))
def test_stopped_anywhere_the_bound_holds(seed: int) -> None:
    question = _question(seed)
    if question is None:
        return
    _, program, word, worths = question
    for left in (0.0, 1e-6, 1e-5, 3e-5, 1e-4, 1e-3):
        top = summit(program, word, min(worths), Budget(left))
        assert worths[top.chosen] == top.value <= max(worths.values()) <= top.bound
        assert (top.proof is not None) == (top.value == top.bound)
