"""A relaxation solved again under other bounds says what one from nothing says, and shows what holds nothing."""

from random import Random

import numpy as np
import pytest

from solver.budget import Budget
from solver.canonical import canonical
from solver.draft import limits, objective
from solver.prices import priced
from solver.program import Linear, Program, Row, Whole
from solver.propagation import propagated
from solver.relaxation import relaxed
from solver.simplex import Simplex
from tests.solver.enumeration import random_instance

RING = Program.of(5, (0,) * 5, (1,) * 5, tuple(Row((o, (o + 1) % 5), (1, 1), 1) for o in range(5)))
"""Five in a ring, no two neighbours: the relaxation takes half of each."""

EACH = Linear(tuple(range(5)), (1,) * 5)
NOTHING = Linear((), ())


def _bounds(lower: tuple[int, ...], upper: tuple[int, ...]) -> tuple[Whole, Whole]:
    return np.array(lower, dtype=np.int64), np.array(upper, dtype=np.int64)


def test_bounds_move_there_and_back() -> None:
    """Half of each is 2.5. Without option 0 the other four make a path of which two ends fit: 2. Then 2.5 again."""
    simplex = Simplex(RING, EACH, Budget())
    free, without = _bounds((0,) * 5, (1,) * 5), _bounds((0,) * 5, (0, 1, 1, 1, 1))
    for bounds, worth in ((free, 2.5), (without, 2.0), (free, 2.5)):
        assert simplex.worth(*bounds, frozenset()) == pytest.approx(worth)
        point = simplex.solve(*bounds, frozenset()).point
        assert point is not None
        assert point.sum() == pytest.approx(worth)


def test_a_full_row_takes_one_of_its_columns_and_pays_the_other_way_round() -> None:
    """Only option 2 is worth anything; that one of 0 and 1 is taken, and so not 2 beside 1, costs nothing with 0. That
    one of 1 and 2 is taken costs nothing either; of 3 and 4 as well, with 4. All three: 0, 2, 4, of which 0 and 4 are
    neighbours: the row {4, 0} forbids, so half of each, and 2 is taken by half.
    """
    simplex = Simplex(RING, Linear((2,), (1,)), Budget())
    free = _bounds((0,) * 5, (1,) * 5)
    assert simplex.worth(*free, frozenset({0})) == pytest.approx(1.0)
    assert simplex.worth(*free, frozenset({0, 3})) == pytest.approx(0.5)
    guess = simplex.solve(*free, frozenset({0, 3}))
    assert guess.multipliers.min() < 0
    assert simplex.worth(*free, frozenset()) == pytest.approx(1.0), "a row is full only while it is asked"


def test_what_is_fixed_counts() -> None:
    """Columns in no row, and fixed: worth 7 at 1; the constant 3; and option 1, free, worth 2."""
    program = Program.of(2, (1, 0), (1, 1), ())
    simplex = Simplex(program, Linear((0, 1), (7, 2), 3), Budget())
    assert simplex.worth(program.lower, program.upper, frozenset()) == pytest.approx(12.0)


def test_bounds_that_leave_nothing_are_told_and_shown() -> None:
    """Two neighbours both taken. The multipliers of the loose relaxation add rows up to what nothing keeps."""
    clash = _bounds((1, 1, 0, 0, 0), (1,) * 5)
    strict = Simplex(RING, EACH, Budget())
    assert strict.solve(*clash, frozenset()).empty
    assert strict.worth(*clash, frozenset()) == -np.inf
    guess = Simplex(RING, NOTHING, Budget(), loose=True).solve(*clash, frozenset())
    here = Program(5, *clash, RING.rows)
    assert priced(here, NOTHING, guess.multipliers).top < 0


def test_a_clash_is_shown_whatever_the_size_of_the_numbers() -> None:
    """100,000 x <= 99,999 and -100,000 x <= -99,998.9 rounded: x between 0.999989 and 0.99999 holds, above does not."""
    rows = (Row((0, 1), (100_000, 1), 99_999), Row((0, 1), (-100_000, 1), -100_000))
    program = Program.of(2, (0, 0), (1, 1), rows)
    guess = Simplex(program, NOTHING, Budget(), loose=True).solve(program.lower, program.upper, frozenset())
    assert priced(program, NOTHING, guess.multipliers).top < 0


def test_without_budget_nothing_is_guessed() -> None:
    simplex = Simplex(RING, EACH, Budget(0.0))
    guess = simplex.solve(RING.lower, RING.upper, frozenset())
    assert guess.point is None
    assert not guess.empty
    assert not guess.multipliers.any()
    assert simplex.worth(RING.lower, RING.upper, frozenset()) == np.inf


@pytest.mark.parametrize("seed", range(40))
def test_warm_is_worth_the_same_as_cold(seed: int) -> None:
    """Under bounds drawn at random, one after the other."""
    random = Random(seed)
    instance = canonical(random_instance(random, most=9))
    if not instance.levels:
        return
    program, (word, *_) = objective(limits(instance), instance.levels[0])
    program = propagated(program)
    if program.hopeless or not word.column:
        return
    simplex = Simplex(program, word, Budget())
    for _ in range(8):
        lower, upper = program.lower.copy(), program.upper.copy()
        for o in range(instance.options):
            if lower[o] < upper[o] and random.random() < 0.4:
                lower[o] = upper[o] = random.randint(0, 1)
        cold = relaxed(Program(program.options, lower, upper, program.rows, program.auxiliaries), word, Budget())
        warm = simplex.solve(lower, upper, frozenset())
        assert warm.empty == cold.empty
        if cold.point is not None and warm.point is not None:
            weight, column = np.array(word.weight, dtype=np.float64), list(word.column)
            worths = [float((weight * point[column]).sum()) for point in (warm.point, cold.point)]
            assert worths[0] == pytest.approx(worths[1], rel=1e-6, abs=1e-6)
