"""Columns and rows in arrays: what goes in comes out, and sums over rows are exact."""

from random import Random

import numpy as np
import pytest

from solver.program import Auxiliary, Linear, Program, Row, Rows

THREE = (Row((0, 2), (5, -1), 3), Row((), (), -1), Row((1,), (2,), 2))


def _random_rows(random: Random, columns: int) -> list[Row]:
    """Rows of 0 to all columns with weights up to 2^40, so that their sums fit in 64 bits but not in 32."""
    some = [tuple(sorted(random.sample(range(columns), random.randint(0, columns)))) for _ in range(6)]
    return [Row(c, tuple(random.randint(-(2**40), 2**40) for _ in c), random.randint(-9, 2**40)) for c in some]


def test_rows_come_out_as_they_went_in() -> None:
    rows = Rows.of(THREE, (4, 5, 6))
    assert (len(rows), tuple(rows)) == (3, THREE)
    assert (rows.start.tolist(), rows.row.tolist()) == ([0, 2, 2, 3], [0, 0, 2])
    assert rows.origin.tolist() == [4, 5, 6]
    assert Rows.of(THREE).origin.tolist() == [-1, -1, -1], "from nowhere"
    assert (len(Rows.of(())), tuple(Rows.of(()))) == (0, ())


def test_rows_after_rows() -> None:
    both = Rows.of(THREE, (4, 5, 6)) + Rows.of(THREE[:1], (7,))
    assert tuple(both) == (*THREE, THREE[0])
    assert both.origin.tolist() == [4, 5, 6, 7]


def test_some_entries_of_some_rows() -> None:
    """Entries 0 and 2 of rows 0 and 2: the first row keeps column 0, the last all it has; the empty row goes."""
    rows = Rows.of(THREE, (4, 5, 6))
    left = rows.only(np.array([True, False, True]), np.array([True, False, True]))
    assert tuple(left) == (Row((0,), (5,), 3), THREE[2])
    assert left.origin.tolist() == [4, 6]


@pytest.mark.parametrize("seed", range(20))
def test_sums_and_points_as_by_hand(seed: int) -> None:
    random = Random(seed)
    n = random.randint(1, 5)
    listed = _random_rows(random, n)
    program = Program.of(n, (0,) * n, (1,) * n, listed)
    for _ in range(10):
        point = [random.randint(0, 1) for _ in range(n)]
        sums = [sum(w * point[c] for c, w in zip(row.column, row.weight, strict=True)) for row in listed]
        assert program.rows.sums(program.rows.weight * np.array(point)[program.rows.column]).tolist() == sums
        assert program.admits(point) == all(s <= row.limit for s, row in zip(sums, listed, strict=True))


def test_a_point_outside_the_bounds_is_not_admitted() -> None:
    program = Program.of(2, (1, 0), (1, 0), ())
    assert [program.admits(point) for point in ((1, 0), (0, 0), (1, 1))] == [True, False, False]
    assert program.free.tolist() == [False, False]


def test_a_row_that_no_point_keeps_makes_it_hopeless() -> None:
    assert Program.of(1, (0,), (1,), (Row((), (), -1),)).hopeless
    assert not Program.of(1, (0,), (1,), (Row((), (), 0), Row((0,), (1,), -1))).hopeless, "seen by propagation only"


def test_auxiliaries_follow_from_the_columns_before_them() -> None:
    """Column 2 is the larger of 3 + 4a and 5b; column 3 is its half, rounded down; column 4 what that leaves by 2."""
    larger = Auxiliary((Linear((0,), (4,), 3), Linear((1,), (5,))))
    half = Auxiliary((Linear((2,), (1,)),), divisor=2)
    odd = Auxiliary((Linear((3,), (1,)),), modulus=2)
    program = Program(2, np.array([0]), np.array([1]), Rows.of(()), (larger, half, odd))
    assert program.complete(()).tolist() == [0, 0, 3, 1, 1]
    assert program.complete((1,)).tolist() == [0, 1, 5, 2, 0]
    assert program.complete((0, 1)).tolist() == [1, 1, 7, 3, 1]


def test_a_form_at_a_point_is_a_number_of_any_size() -> None:
    assert Linear((0, 1), (2**62, 2**62), 1).at(np.array([1, 3])) == 2**64 + 1


def test_rows_added_know_where_they_come_from() -> None:
    program = Program.of(3, (0,) * 3, (1,) * 3, ()).with_rows(THREE[:1], [("max", "a")])
    more = program.with_rows(THREE[1:], [("min", "b"), ("exclusion", 0, 1)])
    assert [more.origins[o] for o in more.rows.origin] == [("max", "a"), ("min", "b"), ("exclusion", 0, 1)]
    assert tuple(program.rows) == THREE[:1], "a new value, never an edit"
    assert more.with_rows((), ()) is more
