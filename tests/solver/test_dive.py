"""The dive: whatever it comes up with is an answer."""

from random import Random

import numpy as np
import pytest

from solver.budget import Budget
from solver.canonical import canonical
from solver.dive import dived
from solver.draft import limits, objective
from solver.program import Linear, Program, Row
from solver.propagation import propagated
from solver.relaxation import relaxed
from tests.solver.enumeration import answers, random_instance

RING = Program.of(5, (0,) * 5, (1,) * 5, tuple(Row((o, (o + 1) % 5), (1, 1), 1) for o in range(5)))
HALVES = np.full(5, 0.5)
UNEVEN = Linear(tuple(range(5)), (70, 69, 71, 69, 70))


def test_a_dive_from_halves() -> None:
    """The relaxation takes half of each in the ring; with 0 taken, 1 and 4 are out, and 2 is worth more than 3."""
    assert dived(RING, UNEVEN, HALVES, Budget()) == (0, 2)


def test_what_is_almost_whole_is_taken_first() -> None:
    point = np.array([0.05, 0.95, 0.05, 0.95, 0.05])
    assert dived(RING, UNEVEN, point, Budget()) == (1, 3)


def test_a_wrong_turn_is_taken_back_once() -> None:
    """Of 0 and 1, both almost whole, only one can be taken: the more doubtful one is left out."""
    either = Program.of(3, (0,) * 3, (1,) * 3, (Row((0, 1), (1, 1), 1), Row((1, 2), (-1, -1), -1)))
    point = np.array([0.9, 0.95, 0.0])
    found = dived(either, Linear((0, 1, 2), (1, 2, 1)), point, Budget())
    assert found is not None
    assert 1 in found
    assert either.admits(either.complete(found))


def test_where_nothing_is_or_time_is_up_there_is_no_answer() -> None:
    two = Program.of(2, (0, 0), (1, 1), (Row((0, 1), (1, 1), 1), Row((0, 1), (-1, -1), -2)))
    assert dived(two, Linear((0, 1), (1, 1)), np.array([0.5, 0.5]), Budget()) is None
    assert dived(RING, UNEVEN, HALVES, Budget(0.0)) is None
    assert dived(RING, UNEVEN, np.zeros(5), Budget()) is None, "there is nothing to begin with"


@pytest.mark.parametrize("seed", range(150))
def test_what_comes_up_is_an_answer(seed: int) -> None:
    """From the point of a relaxation, or from any point at all."""
    random = Random(seed)
    instance = canonical(random_instance(random, most=8))
    program = propagated(limits(instance))
    if program.hopeless or not instance.levels:
        return
    program, words = objective(program, instance.levels[0])
    every = [tuple(chosen) for chosen in answers(instance)]
    guess = relaxed(program, words[0], Budget())
    anywhere = np.array([random.random() for _ in program.lower])
    for point in (guess.point, anywhere):
        found = None if point is None else dived(program, words[0], point, Budget())
        assert found is None or found in every
