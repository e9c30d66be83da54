"""What single rows say at once."""

from random import Random

import pytest

from solver.canonical import canonical
from solver.program import Program, Row, limits
from solver.propagation import propagated
from tests.solver.enumeration import answers, random_instance


@pytest.mark.parametrize("seed", range(80))
def test_no_answer_is_lost_and_none_is_gained(seed: int) -> None:
    instance = canonical(random_instance(Random(seed), most=8))
    program = propagated(limits(instance))
    every = answers(type(instance)(instance.options))
    assert [c for c in every if program.admits(program.complete(c))] == list(answers(instance))


def test_a_fixed_option_settles_its_neighbours() -> None:
    """Option 0 is in, so 1 is out, so the row that asks for one of 1 and 2 needs 2; no row is left to say anything."""
    rows = (Row((0, 1), (1, 1), 1), Row((1, 2), (-1, -1), -1))
    program = propagated(Program(3, (1, 0, 0), (1, 1, 1), rows))
    assert (program.lower, program.upper, program.rows) == ((1, 0, 1), (1, 0, 1), ())


def test_a_row_that_cannot_be_kept_stays_as_one_that_nothing_keeps() -> None:
    program = propagated(Program(1, (0,), (1,), (Row((0,), (-1,), -2),)))
    assert program.rows == (Row((), (), -1),)
    assert not program.admits([0])
    assert not program.admits([1])
