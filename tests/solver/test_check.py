"""The independent check: each way in which an answer can be wrong is caught, and a right one passes."""

from dataclasses import replace

import pytest

from solver.check import complaints
from solver.instance import Form, Group, Instance, Level, Sense
from solver.solution import LevelResult, Solution, Status

INSTANCE = Instance(
    options=5,
    groups=(Group("most", (0, 1, 2), (2, -1, 2), max=2), Group("least", (3, 4), min=1)),
    exclusions=((4, 0),),
    fixed=(3,),
    levels=(
        Level("placed", Sense.MAX, (1, 1, 1, 1, 1)),
        Level("spread", Sense.MIN, terms=((Form((0, 1), (6, -4), -1), Form((0, 1), (-6, 4), 1), Form()),)),
    ),
)
RIGHT = Solution(
    Status.OPTIMAL,
    (1, 2, 3, 4),
    (LevelResult("placed", 4, 4, proven=True), LevelResult("spread", 5, 5, proven=True)),
)
STOPPED = replace(
    RIGHT,
    status=Status.TIME_LIMIT,
    levels=(LevelResult("placed", 4, 5, proven=False), LevelResult("spread", 5, None, proven=False)),
)


@pytest.mark.parametrize(
    "solution",
    [RIGHT, STOPPED, Solution(Status.NO_ANSWER), Solution(Status.INFEASIBLE, conflict=("fixed:3", "exclusion:0-4"))],
    ids=str,
)
def test_a_right_answer_passes(solution: Solution) -> None:
    assert complaints(INSTANCE, solution) == ()


@pytest.mark.parametrize(
    ("chosen", "complaint"),
    [
        ((0, 2, 3), "group most: 4 is above max 2"),
        ((1,), "group least: 0 is below min 1"),
        ((0, 1, 3, 4), "exclusion 4-0: both are chosen"),
        ((1, 4), "fixed 3: is not chosen"),
        ((1, 3), "level placed: is worth 2, not 4"),
        ((2, 3, 4), "level spread: is worth 1, not 5"),
        ((1, 3, 2, 4), "chosen is not a sorted list of different options"),
        ((1, 2, 2, 3), "chosen is not a sorted list of different options"),
        ((1, 2, 3, 5), "chosen is not a sorted list of different options"),
    ],
)
def test_a_wrong_choice_is_caught(chosen: tuple[int, ...], complaint: str) -> None:
    assert complaint in complaints(INSTANCE, replace(RIGHT, chosen=chosen))


PLACED, SPREAD = RIGHT.levels


@pytest.mark.parametrize(
    ("solution", "complaint"),
    [
        (replace(RIGHT, levels=(PLACED,)), "the levels of the answer are not those of the instance"),
        (replace(RIGHT, levels=(SPREAD, PLACED)), "the levels of the answer are not those of the instance"),
        (replace(RIGHT, levels=(replace(PLACED, value=5), SPREAD)), "level placed: is worth 4, not 5"),
        (replace(RIGHT, levels=(replace(PLACED, bound=5), SPREAD)), "level placed: proven, yet value and bound differ"),
        (replace(STOPPED, status=Status.OPTIMAL), "optimal, yet a level is not proven"),
        (
            replace(STOPPED, levels=(replace(PLACED, bound=3, proven=False), STOPPED.levels[1])),
            "level placed: value 4 is beyond its bound 3",
        ),
        (
            replace(STOPPED, levels=(PLACED, replace(SPREAD, bound=6, proven=False))),
            "level spread: value 5 is beyond its bound 6",
        ),
        (
            replace(STOPPED, levels=(STOPPED.levels[0], SPREAD)),
            "a level is proven after one that is not",
        ),
        (
            replace(STOPPED, levels=(STOPPED.levels[0], replace(SPREAD, proven=False))),
            "a level carries a bound though the one before it is not proven",
        ),
        (replace(RIGHT, conflict=("most",)), "an answer carries a conflict"),
        (Solution(Status.INFEASIBLE), "the conflict is empty or names something twice"),
        (Solution(Status.INFEASIBLE, conflict=("most", "most")), "the conflict is empty or names something twice"),
        (Solution(Status.INFEASIBLE, conflict=("fixed:1",)), "the conflict names what does not exist: ['fixed:1']"),
        (Solution(Status.NO_ANSWER, conflict=("most",)), "no_answer carries a conflict"),
        (Solution(Status.NO_ANSWER, (1,)), "status no_answer carries an answer"),
    ],
)
def test_a_wrong_account_is_caught(solution: Solution, complaint: str) -> None:
    assert complaint in complaints(INSTANCE, solution)
