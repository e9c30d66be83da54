"""The relaxation: a guess, one that always comes to an end; asked again under other bounds it says what one from
nothing says, and it shows what holds nothing.
"""

from random import Random

import numpy as np
import pytest

from solver.budget import Budget
from solver.canonical import canonical
from solver.draft import limits, objective
from solver.prices import priced
from solver.program import Linear, Program, Row, Rows, Whole
from solver.propagation import propagated
from solver.relaxation import Relaxation, Relaxed, relaxed
from solver.solve import solve
from tests.solver.enumeration import best, random_instance

PAIR = Program.of(3, (0, 0, 1), (1, 1, 1), (Row((0, 1), (1, 1), 1),))
"""At most one of 0 and 1; 2 is fixed and in no row."""

NOTHING = Linear((), ())


def _point(*numbers: float) -> Relaxed:
    return Relaxed(np.zeros(1), np.array(numbers))


def test_multipliers_and_a_point() -> None:
    """The one place goes to 1, worth 3. A second place would add 2, so any price from 2 to 3 fits."""
    guess = relaxed(PAIR, Linear((0, 1), (2, 3)), Budget())
    assert guess.point is not None
    assert guess.point.tolist() == [0.0, 1.0, 1.0]
    assert 2 <= guess.multipliers[0] <= 3
    assert guess.rounded(PAIR) == (1, 2)
    assert not guess.empty


def test_a_point_that_rounds_to_no_answer_is_none() -> None:
    assert _point(0.6, 0.6, 1.0).rounded(PAIR) is None
    assert _point(0.5, 0.5, 1.0).rounded(PAIR) == (2,)
    assert Relaxed(np.zeros(1)).rounded(PAIR) is None


@pytest.mark.parametrize(("objective", "left"), [(NOTHING, 1.0), (Linear((0,), (1,)), 0.0)])
def test_nothing_to_gain_or_no_budget_is_no_guess(objective: Linear, left: float) -> None:
    guess = relaxed(PAIR, objective, Budget(left))
    assert (guess.multipliers.tolist(), guess.point, guess.empty) == ([0.0], None, False)


THIRDS = (Row((0, 1, 2), (-1, -1, -1), -2), Row((0, 1, 2), (3, 3, 3), 4))
"""Two of three are asked and there is room for 4/3."""


def test_rows_that_clash_are_seen() -> None:
    """Three times the first row plus the second says 0 <= -2."""
    assert relaxed(Program.of(3, (0,) * 3, (1,) * 3, THIRDS), Linear((0,), (1,)), Budget()).empty


def test_a_row_both_ways_round_has_the_multiplier_on_the_side_that_holds_back() -> None:
    """Between one and two of three are taken: taking is worth 5 each or costs 5 each."""
    both = (Row((0, 1, 2), (1, 1, 1), 2), Row((0, 1, 2), (-1, -1, -1), -1))
    program = Program.of(3, (0,) * 3, (1,) * 3, both)
    for weight, multipliers, bound in ((5, [5, 0], 10), (-5, [0, 5], -5)):
        objective = Linear((0, 1, 2), (weight,) * 3)
        guess = relaxed(program, objective, Budget())
        assert np.maximum(guess.multipliers, 0).tolist() == pytest.approx(multipliers)
        assert priced(program, objective, guess.multipliers).bound == bound


def test_a_row_and_its_opposite_that_leave_nothing_are_seen_to_clash() -> None:
    neither = (Row((0, 1), (1, 1), 0), Row((0, 1), (-1, -1), -1))
    assert relaxed(Program.of(2, (0,) * 2, (1,) * 2, neither), Linear((0,), (1,)), Budget()).empty


def test_work_is_charged_by_size() -> None:
    budget = Budget(1.0)
    relaxed(PAIR, Linear((0, 1), (2, 3)), budget)
    assert 0 < budget.done < 1e-3
    assert budget.left == pytest.approx(1.0 - budget.done)


def test_a_relaxation_without_end_is_ended() -> None:
    """On this instance, with sums near 2^66 in words, GLOP went round for ever; its steps are limited since."""
    instance = random_instance(Random(2404))
    expected = best(instance)
    assert expected is not None
    assert list(solve(instance).chosen) == expected[1]


RING = Program.of(5, (0,) * 5, (1,) * 5, tuple(Row((o, (o + 1) % 5), (1, 1), 1) for o in range(5)))
"""Five in a ring, no two neighbours: the relaxation takes half of each."""

EACH = Linear(tuple(range(5)), (1,) * 5)


def _bounds(lower: tuple[int, ...], upper: tuple[int, ...]) -> tuple[Whole, Whole]:
    return np.array(lower, dtype=np.int64), np.array(upper, dtype=np.int64)


def test_bounds_move_there_and_back() -> None:
    """Half of each is 2.5. Without option 0 the other four make a path of which two ends fit: 2. Then 2.5 again."""
    relaxation = Relaxation(RING, EACH, Budget())
    free, without = _bounds((0,) * 5, (1,) * 5), _bounds((0,) * 5, (0, 1, 1, 1, 1))
    for bounds, worth in ((free, 2.5), (without, 2.0), (free, 2.5)):
        assert relaxation.worth(*bounds, frozenset()) == pytest.approx(worth)
        point = relaxation.solve(*bounds, frozenset()).point
        assert point is not None
        assert point.sum() == pytest.approx(worth)


def test_a_full_row_takes_one_of_its_columns_and_pays_the_other_way_round() -> None:
    """Only option 2 is worth anything; that one of 0 and 1 is taken, and so not 2 beside 1, costs nothing with 0. That
    one of 1 and 2 is taken costs nothing either; of 3 and 4 as well, with 4. All three: 0, 2, 4, of which 0 and 4 are
    neighbours: the row {4, 0} forbids, so half of each, and 2 is taken by half.
    """
    relaxation = Relaxation(RING, Linear((2,), (1,)), Budget())
    free = _bounds((0,) * 5, (1,) * 5)
    assert relaxation.worth(*free, frozenset({0})) == pytest.approx(1.0)
    assert relaxation.worth(*free, frozenset({0, 3})) == pytest.approx(0.5)
    guess = relaxation.solve(*free, frozenset({0, 3}))
    assert guess.multipliers.min() < 0
    assert relaxation.worth(*free, frozenset()) == pytest.approx(1.0), "a row is full only while it is asked"


def test_what_is_fixed_counts() -> None:
    """Columns in no row, and fixed: worth 7 at 1; the constant 3; and option 1, free, worth 2."""
    program = Program.of(2, (1, 0), (1, 1), ())
    relaxation = Relaxation(program, Linear((0, 1), (7, 2), 3), Budget())
    assert relaxation.worth(program.lower, program.upper, frozenset()) == pytest.approx(12.0)


def test_bounds_that_leave_nothing_are_told_and_shown() -> None:
    """Two neighbours both taken. The multipliers of the loose relaxation add rows up to what nothing keeps."""
    clash = _bounds((1, 1, 0, 0, 0), (1,) * 5)
    strict = Relaxation(RING, EACH, Budget())
    assert strict.solve(*clash, frozenset()).empty
    assert strict.worth(*clash, frozenset()) == -np.inf
    guess = Relaxation(RING, NOTHING, Budget(), loose=True).solve(*clash, frozenset())
    here = Program(5, *clash, RING.rows)
    assert priced(here, NOTHING, guess.multipliers).top < 0


def test_a_clash_is_shown_whatever_the_size_of_the_numbers() -> None:
    """100,000 x <= 99,999 and -100,000 x <= -99,998.9 rounded: x between 0.999989 and 0.99999 holds, above does not."""
    rows = (Row((0, 1), (100_000, 1), 99_999), Row((0, 1), (-100_000, 1), -100_000))
    program = Program.of(2, (0, 0), (1, 1), rows)
    guess = Relaxation(program, NOTHING, Budget(), loose=True).solve(program.lower, program.upper, frozenset())
    assert priced(program, NOTHING, guess.multipliers).top < 0


def test_without_budget_nothing_is_guessed() -> None:
    relaxation = Relaxation(RING, EACH, Budget(0.0))
    guess = relaxation.solve(RING.lower, RING.upper, frozenset())
    assert guess.point is None
    assert not guess.empty
    assert not guess.multipliers.any()
    assert relaxation.worth(RING.lower, RING.upper, frozenset()) == np.inf


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
    relaxation = Relaxation(program, word, Budget())
    for _ in range(8):
        lower, upper = program.lower.copy(), program.upper.copy()
        for o in range(instance.options):
            if lower[o] < upper[o] and random.random() < 0.4:
                lower[o] = upper[o] = random.randint(0, 1)
        cold = relaxed(Program(program.options, lower, upper, program.rows, program.auxiliaries), word, Budget())
        warm = relaxation.solve(lower, upper, frozenset())
        assert warm.empty == cold.empty
        if cold.point is not None and warm.point is not None:
            weight, column = np.array(word.weight, dtype=np.float64), list(word.column)
            worths = [float((weight * point[column]).sum()) for point in (warm.point, cold.point)]
            assert worths[0] == pytest.approx(worths[1], rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("seed", range(20))
def test_rows_that_come_later_count_as_if_they_had_been_there(seed: int) -> None:
    """Half of the rows at first, the others in two goes."""
    random = Random(seed)
    rows = [Row((i, j), (random.randint(1, 3), random.randint(1, 3)), 3) for i in range(7) for j in range(i)]
    random.shuffle(rows)
    weight = Linear(tuple(range(7)), tuple(random.randint(1, 9) for _ in range(7)))
    some = Program.of(7, (0,) * 7, (1,) * 7, rows[:10])
    relaxation = Relaxation(some, weight, Budget())
    relaxation.solve(some.lower, some.upper)
    for begin, end in ((10, 15), (15, 21)):
        relaxation.add(Rows.of(rows[begin:end]))
        all_at_once = Program.of(7, (0,) * 7, (1,) * 7, rows[:end])
        guess = relaxation.solve(some.lower, some.upper)
        cold = relaxed(all_at_once, weight, Budget())
        assert relaxation.rows == end
        assert guess.point is not None
        assert cold.point is not None
        worths = [float((np.array(weight.weight) * point).sum()) for point in (guess.point, cold.point)]
        assert worths[0] == pytest.approx(worths[1])
        assert priced(all_at_once, weight, guess.multipliers).top == pytest.approx(worths[0] * 2**24, rel=1e-6)


def test_numbers_that_glop_does_not_take_are_no_guess_for_ever_after() -> None:
    program = Program.of(2, (0, 0), (1, 1), (Row((0, 1), (1, 1), 1),))
    relaxation = Relaxation(program, Linear((0, 1), (10**200, 1)), Budget())
    for _ in range(2):
        guess = relaxation.solve(program.lower, program.upper)
        assert (guess.point, guess.multipliers.tolist(), guess.empty) == (None, [0.0], False)
    relaxation.add(program.rows)
    assert relaxation.worth(program.lower, program.upper) == np.inf
