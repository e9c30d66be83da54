"""Trying every choice finds what there is, in both ways, and stops when the budget does."""

from random import Random

import pytest

from solver.budget import Budget
from solver.canonical import canonical
from solver.draft import limits, objective
from solver.found import Found, Verdict
from solver.program import Linear, Program, Row
from solver.trying import FEW, PLAIN, every, plain, small, tried
from tests.solver.enumeration import answers, random_instance

WIDE = PLAIN + 1


def _program(options: int, *rows: Row) -> Program:
    return Program.of(options, (0,) * options, (1,) * options, rows)


@pytest.mark.parametrize("seed", range(80))
def test_both_ways_find_a_point_exactly_when_there_is_one(seed: int) -> None:
    """With numbers of every size, in words where they are large."""
    instance = canonical(random_instance(Random(seed), most=8))
    program = limits(instance)
    all_answers = [tuple(a) for a in answers(instance)]
    for found in (tried(program, None, Budget()), every(program, Budget())):
        assert found.verdict is (Verdict.SOME if all_answers else Verdict.NONE)
        assert found.chosen is None or found.chosen in all_answers


@pytest.mark.parametrize("seed", range(60))
def test_the_best_is_the_best_of_all_choices(seed: int) -> None:
    instance = canonical(random_instance(Random(seed), most=8))
    if not instance.levels:
        return
    program, (word, *_) = objective(limits(instance), instance.levels[0])
    worths = [word.at(program.complete(a)) for a in answers(instance)]
    found = tried(program, word, Budget())
    assert (found.verdict is Verdict.BEST) == bool(worths)
    if found.chosen is not None:
        assert word.at(program.complete(found.chosen)) == max(worths)


def test_only_few_options_with_wide_numbers_are_tried() -> None:
    """One option too many, or a number that floats keep apart: that is for solvers."""
    row = Row((0, 1), (WIDE, -1), 5)
    assert small(_program(FEW, row))
    assert not small(_program(FEW + 1, row))
    assert not small(_program(FEW, Row((0, 1), (PLAIN, -1), 5)))
    assert plain(_program(2, Row((0, 1), (PLAIN, -PLAIN), PLAIN)))
    assert not plain(_program(2, Row((0, 1), (1, 1), -WIDE)))
    fixed = Program.of(FEW + 1, (1, *(0,) * FEW), (1,) * (FEW + 1), (row,))
    assert small(fixed), "what is fixed is not chosen"


def test_what_is_taken_for_sure_is_taken() -> None:
    program = Program.of(3, (0, 1, 0), (1, 1, 0), (Row((0, 1), (WIDE, WIDE), WIDE),))
    assert tried(program, None, Budget()) == every(program, Budget()) == Found(Verdict.SOME, (1,))


def test_the_budget_ends_it() -> None:
    """Ten options of which none may be taken alone or together: 2^10 choices, and work for a few."""
    ten = tuple(range(10))
    free = _program(10, Row(ten, (WIDE,) * 10, 10 * WIDE))
    none = _program(10, Row(ten, (2,) * 10, 9), Row(ten, (-2,) * 10, -9))
    assert every(none, Budget(1e-3)).verdict is Verdict.UNKNOWN
    assert tried(none, None, Budget(1e-3)).verdict is Verdict.UNKNOWN
    assert tried(free, Linear(ten, (1,) * 10), Budget(3e-3)).verdict is Verdict.SOME
    assert tried(free, Linear(ten, (1,) * 10), Budget()) == Found(Verdict.BEST, ten)
    for way in (tried(none, None, Budget()), every(none, Budget())):
        assert way == Found(Verdict.NONE)
