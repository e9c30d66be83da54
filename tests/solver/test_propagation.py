"""What single rows say at once."""

from random import Random

import pytest

from solver.canonical import canonical
from solver.draft import limits, objective
from solver.instance import Instance
from solver.program import Program, Row
from solver.propagation import propagated
from tests.solver.enumeration import answers, random_instance


@pytest.mark.parametrize("seed", range(80))
def test_no_answer_is_lost_and_none_is_gained(seed: int) -> None:
    """Also with the auxiliary columns of levels, whose bounds come in along with those of the options."""
    instance = canonical(random_instance(Random(seed), most=8))
    program = limits(instance)
    for level in instance.levels:
        program, _ = objective(program, level)
    program = propagated(program)
    every = answers(Instance(instance.options))
    assert [c for c in every if program.admits(program.complete(c))] == list(answers(instance))


@pytest.mark.parametrize("seed", range(80))
def test_what_is_left_says_something(seed: int) -> None:
    """Rows go when no point within the bounds breaks them, fixed columns go from rows, no two rows share their sum."""
    program = propagated(limits(canonical(random_instance(Random(seed), most=8))))
    rows = list(program.rows)
    assert len({(row.column, row.weight) for row in rows}) == len(rows)
    if program.hopeless:
        assert rows == [Row((), (), -1)]
        return
    for row in rows:
        assert program.free[list(row.column)].all()
        ends = zip(row.weight, program.lower[list(row.column)], program.upper[list(row.column)], strict=True)
        assert sum(max(w * int(low), w * int(high)) for w, low, high in ends) > row.limit


def test_a_fixed_option_settles_its_neighbours() -> None:
    """Option 0 is in, so 1 is out, so the row that asks for one of 1 and 2 needs 2; no row is left to say anything."""
    rows = (Row((0, 1), (1, 1), 1), Row((1, 2), (-1, -1), -1))
    program = propagated(Program.of(3, (1, 0, 0), (1, 1, 1), rows))
    assert (program.lower.tolist(), program.upper.tolist(), tuple(program.rows)) == ([1, 0, 1], [1, 0, 1], ())


def test_of_two_rows_with_the_same_sum_the_tighter_stays_with_its_origin() -> None:
    rows = (Row((0, 1, 2), (1, 1, 1), 2), Row((0, 1, 2), (1, 1, 1), 1))
    program = Program.of(3, (0,) * 3, (1,) * 3, ()).with_rows(rows, [("max", "two"), ("max", "one")])
    left = propagated(program)
    assert tuple(left.rows) == rows[1:]
    assert [left.origins[o] for o in left.rows.origin] == [("max", "one")]


def test_bounds_of_wide_columns_come_in_by_whole_steps() -> None:
    """3 a <= 10 leaves a at most 3, and -2 b <= -5 leaves b at least 3."""
    program = propagated(Program.of(2, (0, 0), (9, 9), (Row((0,), (3,), 10), Row((1,), (-2,), -5))))
    assert (program.lower.tolist(), program.upper.tolist()) == ([0, 3], [3, 9])


def test_a_row_that_cannot_be_kept_stays_as_one_that_nothing_keeps() -> None:
    program = propagated(Program.of(1, (0,), (1,), (Row((0,), (-1,), -2),)))
    assert tuple(program.rows) == (Row((), (), -1),)
    assert program.hopeless
    assert not program.admits([0])
    assert not program.admits([1])


def test_bounds_that_contradict_are_hopeless_without_any_row() -> None:
    assert propagated(Program.of(1, (1,), (0,), ())).hopeless
