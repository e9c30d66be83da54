"""One climb: cores, gaps, and what happens when a search lies or time ends."""

from random import Random

import pytest

from solver import relaxation
from solver import search as searching
from solver import summit as climbing
from solver.budget import Budget
from solver.instance import Instance, Level, Sense
from solver.program import Linear, Program, Row, limits, objective
from solver.search import Found, Method, Verdict
from solver.summit import summit
from tests.solver.enumeration import answers, random_instance

ODD_CYCLE = tuple(Row(pair, (1, 1), 1) for pair in ((0, 1), (1, 2), (2, 3), (3, 4), (0, 4)))
"""Five in a ring, no two neighbours: at most 2, while the relaxation takes half of each, 2.5 for weights of 1."""

RING = Program(5, (0,) * 5, (1,) * 5, ODD_CYCLE)
WEIGHT = Linear(tuple(range(5)), (7, 7, 7, 7, 7))


def test_a_gap_that_whole_steps_close_needs_no_search(monkeypatch: pytest.MonkeyPatch) -> None:
    """All weights are 7, so the bound of 17.5 is a bound of 2 steps of 7 (and a constant changes nothing)."""
    monkeypatch.setattr(climbing, "search", lambda *_, **__: pytest.fail("no search is needed"))
    top = summit(RING, Linear(WEIGHT.column, WEIGHT.weight, 100), (0, 2), Budget())
    assert (top.value, top.bound, top.proven) == (114, 114, True)


UNEVEN = Linear(tuple(range(5)), (70, 69, 70, 69, 70))


def test_a_gap_is_closed_by_two_searches() -> None:
    """The relaxation says 174; the best two that are not neighbours are 0 and 2 (or 2 and 4), 140."""
    top = summit(RING, UNEVEN, (), Budget())
    assert (top.value, top.bound) == (140, 140)
    best = [c for c in answers(Instance(5)) if top.program.admits(top.program.complete(c))]
    assert best == [[0, 2], [2, 4]], "all that is as good is kept, and nothing else"


def test_what_the_first_search_misses_the_second_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    honest = searching.search

    def lying(program: Program, goal: Linear | None, budget: Budget, method: Method, hint: tuple[int, ...]) -> Found:
        return Found(Verdict.NONE) if method is Method.FIRST else honest(program, goal, budget, method, hint)

    monkeypatch.setattr(climbing, "search", lying)
    top = summit(RING, UNEVEN, (), Budget())
    assert (top.value, top.bound) == (140, 140)


def test_without_the_second_search_nothing_is_proven(monkeypatch: pytest.MonkeyPatch) -> None:
    """Time ends between the two: the value stands, the bound is the one that the prices prove."""
    honest = searching.search

    def stopping(program: Program, goal: Linear | None, budget: Budget, method: Method, hint: tuple[int, ...]) -> Found:
        return Found(Verdict.UNKNOWN) if method is Method.SECOND else honest(program, goal, budget, method, hint)

    monkeypatch.setattr(climbing, "search", stopping)
    top = summit(RING, UNEVEN, (), Budget())
    assert (top.value, top.bound, top.proven) == (140, 174, False)


@pytest.mark.parametrize("seed", range(40))
def test_bad_multipliers_cost_time_and_no_truth(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the relaxation guesses, the best is found: prices are proven, not believed."""
    random = Random(seed)
    honest = relaxation.relaxed

    def guessing(program: Program, goal: Linear, budget: Budget) -> relaxation.Relaxed:
        noise = tuple(random.choice((0.0, random.random() * 9)) for _ in program.rows)
        return relaxation.Relaxed(noise, honest(program, goal, budget).point)

    monkeypatch.setattr(climbing, "relaxed", guessing)
    instance = random_instance(random, most=8)
    found = list(answers(instance))
    if not found:
        return
    level = Level("v", Sense.MAX, tuple(random.randint(-9, 9) for _ in range(instance.options)))
    program, (word,) = objective(limits(instance), level)
    worths = {tuple(c): word.at(program.complete(c)) for c in found}
    top = summit(program, word, tuple(found[0]), Budget())
    assert top.value == top.bound == max(worths.values())
    kept = {c for c in worths if top.program.admits(top.program.complete(c))}
    assert kept == {c for c, worth in worths.items() if worth == top.value}
