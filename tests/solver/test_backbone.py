"""What all answers that are as good have in common, against trying them all."""

from random import Random

import pytest

from solver import backbone as common
from solver.backbone import backbone
from solver.budget import Budget
from solver.draft import limits, objective
from solver.instance import Group, Instance, Level, Sense
from solver.program import Linear, Program
from solver.propagation import propagated
from solver.relaxation import relaxed
from solver.summit import Summit, summit
from tests.solver.enumeration import answers


def _week(hours: list[int], places: int, room: int) -> Instance:
    """Each person may go to any place, one to a place; the hours of those who go fit in the room, as many as can be."""
    n = len(hours) * places
    weight = tuple(hours[o // places] for o in range(n))
    persons = [Group(f"u{u}", tuple(range(u * places, (u + 1) * places)), max=1) for u in range(len(hours))]
    spots = [Group(f"p{p}", tuple(range(p, n, places)), max=1) for p in range(places)]
    used = Group("hours", tuple(range(n)), weight, max=room)
    return Instance(n, (*persons, *spots, used), levels=(Level("hours", Sense.MAX, weight),))


def _climbed(instance: Instance) -> Summit:
    """The top of its level."""
    program, (word,) = objective(propagated(limits(instance)), instance.levels[0])
    return summit(program, word, (), Budget(), 0)


def _people(program: Program, places: int) -> set[frozenset[int]]:
    """The sets of people in the answers that the program leaves."""
    every = answers(Instance(program.options))
    return {frozenset(o // places for o in c) for c in every if program.admits(program.complete(c))}


def _most(program: Program, columns: tuple[int, ...]) -> float:
    """How much of these columns the relaxation can take."""
    point = relaxed(program, Linear(columns, (1,) * len(columns)), Budget()).point
    assert point is not None
    return float(point[list(columns)].sum())


def test_the_one_set_of_people_that_fills_the_hours_is_kept_as_such() -> None:
    """Of 8, 7, 5, 4 in a room of 12 two places are filled best by 8 and 4, or by 7 and 5: who goes differs, nothing is
    common. With 3 instead of 4 only 7 and 5 fill it: they go, whatever the place, and the others stay.
    """
    two = _week([8, 7, 5, 4], 2, 12)
    top = _climbed(two)
    assert (top.value, _people(top.program, 2)) == (12, {frozenset({0, 3}), frozenset({1, 2})})
    assert backbone(top, Budget(), 0, 1) is None

    one = _week([8, 7, 5, 3], 2, 12)
    top = _climbed(one)
    assert (top.value, _people(top.program, 2)) == (12, {frozenset({1, 2})})
    found = backbone(top, Budget(), 0, 1)
    assert found is not None
    assert found.difference.at(top.program.complete(top.chosen)) == 0
    assert found.proof.cases is not None
    assert _people(found.program, 2) == {frozenset({1, 2})}
    stay, go = (0, 1, 6, 7), (2, 3, 4, 5)
    assert _most(top.program, stay) > 0.1, "a relaxation mixes fractions of people that fill the hours as well"
    assert _most(found.program, stay) == pytest.approx(0), "not any more"
    assert found.program.free[list(go)].all(), "who goes where is still open"


@pytest.mark.parametrize("seed", range(60))
def test_common_is_what_trying_everything_finds_in_common(seed: int) -> None:
    """Nothing is lost, nothing is gained, and it is found whenever there is anything."""
    random = Random(seed)
    places = random.randint(1, 3)
    hours = [random.randint(1, 12) for _ in range(random.randint(2, 9 // places + 1))]
    instance = _week(hours, places, random.randint(max(hours), sum(hours)))
    top = _climbed(instance)
    found = backbone(top, Budget(), 0, 1)
    before = _admitted(top.program)
    taken = [frozenset(c) for c in before]
    classes = common._Search(top, Budget(), 0).classes
    shared = {one.columns for one in classes if len({c.isdisjoint(one.columns) for c in taken}) == 1}
    assert (found is not None) == bool(shared)
    if found is not None:
        assert set(found.difference.column) == {c for columns in shared for c in columns}
        assert {found.difference.at(top.program.complete(c)) for c in before} == {0}
        assert _admitted(found.program) == before
        floor = {origin for origin, _ in found.proof.floor}
        rows = {top.program.origins[r] for r in top.program.rows.origin.tolist()}
        assert floor <= rows, "that of each class at most one is taken, by the rows that say so"


def _admitted(program: Program) -> list[list[int]]:
    return [c for c in answers(Instance(program.options)) if program.admits(program.complete(c))]


def test_options_that_all_weigh_differently_have_no_classes() -> None:
    """Four options of different worth in one limit: a class for each is no gain over the options themselves."""
    weight = (8, 7, 5, 3)
    instance = Instance(4, (Group("room", (0, 1, 2, 3), weight, max=12),), levels=(Level("most", Sense.MAX, weight),))
    top = _climbed(instance)
    assert top.value == 12
    assert backbone(top, Budget(), 0, 1) is None


def test_without_budget_or_work_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    top = _climbed(_week([8, 7, 5, 3], 2, 12))
    assert backbone(top, Budget(0.0), 0, 1) is None
    monkeypatch.setattr(common, "fair", lambda _: -1.0)
    assert backbone(top, Budget(), 0, 1) is None


def test_what_differs_in_one_case_is_left_out_in_all() -> None:
    """9 goes with the 6, or with the 4 and the 2; that 9 goes, and 1 does not, is common to both."""
    top = _climbed(_week([9, 6, 4, 2, 1], 3, 15))
    people = _people(top.program, 3)
    assert people == {frozenset({0, 1}), frozenset({0, 2, 3})}
    found = backbone(top, Budget(), 0, 1)
    assert found is not None
    assert _people(found.program, 3) == people
    assert _most(found.program, (12, 13, 14)) == pytest.approx(0), "the last person stays"
