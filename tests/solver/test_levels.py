"""Level after level: what is proven is kept, what is not ends the climb with an honest bound."""

from random import Random

import pytest

from solver import levels as climbing
from solver import summit as summits
from solver.budget import Budget
from solver.canonical import canonical
from solver.draft import BASE, limits
from solver.instance import Form, Group, Instance, Level, Sense
from solver.levels import climbed
from solver.program import Linear, Program
from solver.proof import Method
from solver.propagation import propagated
from solver.summit import Summit, summit
from tests.solver.enumeration import answers, best, random_instance, worth


@pytest.mark.parametrize("seed", range(80))
def test_what_is_left_is_exactly_what_is_as_good(seed: int) -> None:
    """After all levels the program admits the best answers and no other choice; every level is proven."""
    instance = canonical(random_instance(Random(seed), most=8))
    every = list(answers(instance))
    if not every:
        return
    top = climbed(propagated(limits(instance)), instance.levels, tuple(every[-1]), Budget(), None)
    expected = best(instance)
    assert expected is not None
    values, _ = expected
    assert top.proven
    assert [(level.value, level.bound) for level in top.levels] == [(value, value) for value in values]
    left = [c for c in answers(Instance(instance.options)) if top.program.admits(top.program.complete(c))]
    assert left == [c for c in every if [worth(level, c) for level in instance.levels] == values]


def _stopped_at(monkeypatch: pytest.MonkeyPatch, calls: int) -> None:
    """From this climb on the time is up."""
    made = 0

    def limited(program: Program, objective: Linear, chosen: tuple[int, ...], budget: Budget, step: int = -1) -> Summit:
        nonlocal made
        made += 1
        return summit(program, objective, chosen, budget if made < calls else Budget(0.0), step)

    monkeypatch.setattr(climbing, "summit", limited)


ONE_OF_THREE = Instance(3, (Group("one", (0, 1, 2), min=1, max=1),))


@pytest.mark.parametrize("sense", list(Sense))
def test_a_word_that_was_not_reached_counts_as_large_as_a_word_can_be(
    monkeypatch: pytest.MonkeyPatch, sense: Sense
) -> None:
    """Three words: the first is proven, the second is stopped, the third is not looked at: it may be up to BASE - 1."""
    sign = 1 if sense is Sense.MAX else -1
    more, less = 2**90 + 5 * BASE + 7, 2**90 + 3 * BASE + 9
    level = Level("wide", sense, (sign * less, sign * more, sign))
    whole = climbed(limits(ONE_OF_THREE), (level,), (0,), Budget(), None)
    assert [(one.value, one.bound, one.proven) for one in whole.levels] == [(sign * more, sign * more, True)]
    _stopped_at(monkeypatch, 2)
    half = climbed(limits(ONE_OF_THREE), (level,), (0,), Budget(), None).levels[0]
    assert (half.value, half.proven) == (sign * less, False)
    assert half.bound is not None
    words, last = divmod(sign * half.bound, BASE)
    first, second = divmod(words, BASE)
    assert (first, last) == (2**30, BASE - 1)
    assert 5 <= second < BASE


def test_a_level_that_is_not_proven_is_the_last(monkeypatch: pytest.MonkeyPatch) -> None:
    """The second is stopped before its relaxation, so all that is left after the first, 0 and 1, bounds it; the third
    has no bound.
    """
    heard: list[tuple[str, int, int]] = []
    levels = tuple(
        Level(name, Sense.MAX, value) for name, value in (("a", (1, 1, 0)), ("b", (2, 3, 9)), ("c", (4, 5, 6)))
    )
    _stopped_at(monkeypatch, 2)
    top = climbed(limits(ONE_OF_THREE), levels, (0,), Budget(), lambda *told: heard.append(told))
    assert [(level.name, level.value, level.bound, level.proven) for level in top.levels] == [
        ("a", 1, 1, True),
        ("b", 2, 5, False),
        ("c", 4, None, False),
    ]
    assert not top.proven
    assert heard == [("a", 1, 3), ("b", 2, 3)]
    assert [step.level for step in top.steps] == ["a"]


def test_a_spent_budget_reaches_no_level() -> None:
    level = Level("a", Sense.MAX, (1, 2, 3))
    top = climbed(limits(ONE_OF_THREE), (level,), (0,), Budget(0.0), None)
    assert [(one.value, one.bound, one.proven) for one in top.levels] == [(1, None, False)]


def test_what_answers_have_in_common_is_a_step_between_levels(monkeypatch: pytest.MonkeyPatch) -> None:
    """Persons of 8, 7, 5 and 3 hours, two places, room for 14: only 8 and 5 come to 13, and prices alone say 14."""
    monkeypatch.setattr(summits, "ROUNDS", 0)
    hours = (8, 8, 7, 7, 5, 5, 3, 3)
    groups = [Group(f"u{u}", (2 * u, 2 * u + 1), max=1) for u in range(4)]
    groups += [Group(f"p{p}", tuple(range(p, 8, 2)), max=1) for p in range(2)]
    instance = Instance(
        8,
        (*groups, Group("hours", tuple(range(8)), hours, max=14)),
        levels=(Level("hours", Sense.MAX, hours), Level("first", Sense.MIN, (0, 1) * 4)),
    )
    top = climbed(limits(instance), instance.levels, (), Budget(), None)
    assert [level.value for level in top.levels] == [13, 1]
    assert [step.level for step in top.steps] == ["hours", None, "first"]
    first, common, _ = top.steps
    assert first.why.method is not Method.PRICES
    assert (common.value, len(common.why.floor)) == (-2, 2), (
        "two go, in whatever place; in no way does an answer differ"
    )


def test_a_level_of_terms_is_told_as_it_is_worth() -> None:
    """The largest of 3 - x0 and 2 x0 is 2 when 0 is chosen, 3 when it is not; its bound is told as its value is."""
    apart = (Form((0,), (-1,), 3), Form((0,), (2,)))
    top = climbed(limits(ONE_OF_THREE), (Level("apart", Sense.MIN, terms=(apart,)),), (1,), Budget(), None)
    assert [(one.value, one.bound, one.proven) for one in top.levels] == [(2, 2, True)]
    assert top.chosen == (0,)
