"""Rows and levels in words: the same points, the same order, whatever the size of the numbers."""

from dataclasses import replace
from functools import reduce
from random import Random

import numpy as np
import pytest

from solver.canonical import canonical
from solver.draft import BASE, WHOLE, limits, objective
from solver.instance import Form, Group, Instance, Level, Sense
from solver.program import NARROW, Linear, Program
from tests.solver.enumeration import answers, random_instance, worth


def _all(instance: Instance) -> list[list[int]]:
    return list(answers(Instance(instance.options)))


def _widest(program: Program) -> int:
    """The largest sum that any row can reach, in size."""
    bounds = zip(program.lower.tolist(), program.upper.tolist(), strict=True)
    ends = [max(abs(int(low)), abs(int(high))) for low, high in bounds]
    return max(sum(abs(w) * ends[c] for c, w in zip(row.column, row.weight, strict=True)) for row in program.rows)


@pytest.mark.parametrize("seed", range(60))
def test_a_program_admits_exactly_the_answers(seed: int) -> None:
    """With auxiliaries (carries, counts, largest forms) worked out, the rows hold for the answers and no other."""
    instance = canonical(random_instance(Random(seed), most=7))
    program = limits(instance)
    for level in instance.levels:
        program, _ = objective(program, level)
    expected = list(answers(instance))
    assert [chosen for chosen in _all(instance) if program.admits(program.complete(chosen))] == expected


@pytest.mark.parametrize("seed", range(60))
def test_words_are_the_digits_of_a_level(seed: int) -> None:
    instance = canonical(random_instance(Random(seed), most=7))
    for level in instance.levels:
        program, words = objective(limits(instance), level)
        sign = 1 if level.sense is Sense.MAX else -1
        for chosen in answers(instance):
            digits = [word.at(program.complete(chosen)) for word in words]
            assert _number(digits) == sign * worth(level, chosen)
            assert all(0 <= digit < BASE for digit in digits[1:])


@pytest.mark.parametrize("big", [2**52, 2**53, 2**63, 2**100, -(2**63)])
def test_no_wide_row_is_left(big: int) -> None:
    instance = Instance(3, (Group("wide", (0, 1, 2), (big, -big, 7 * big), min=-abs(big), max=abs(big) * 7),))
    program = limits(instance)
    assert _widest(program) <= NARROW + BASE
    assert len(program.auxiliaries) > 0


def test_a_narrow_sum_stays_as_it_is() -> None:
    program = limits(Instance(2, (Group("narrow", (0, 1), (2**50, -3), max=5),)))
    assert program.auxiliaries == ()
    assert [(row.column, row.weight, row.limit) for row in program.rows] == [((0, 1), (2**50, -3), 5)]


def test_options_that_weigh_alike_are_counted_in_one_column() -> None:
    """Four options of two gemeenten: two counts carry the forms, not four options."""
    forms = (Form((0, 1, 2, 3), (6, 6, -4, -4)), Form((0, 1, 2, 3), (-6, -6, 4, 4)))
    program, words = objective(limits(Instance(4)), Level("even", Sense.MIN, terms=(forms,)))
    counts = [a.forms[0] for a in program.auxiliaries if len(a.forms) == 1]
    assert [count.column for count in counts] == [(0, 1), (2, 3)]
    assert words == (Linear((6,), (-1,), 8),), "the largest form is counted from -8, below which the first cannot go"


def test_a_weight_must_fit_even_where_its_column_counts_for_nothing() -> None:
    """Options 0 and 1 are both out, so whatever they weigh the sum is 0; the weights have to be written nonetheless."""
    out = replace(limits(Instance(3)), upper=np.array([0, 0, 1]))
    wide = (Form((0, 1, 2), (2**70, 2**70 + 1, 1)), Form((0, 1, 2), (2**70, -(2**70), 3)))
    program, words = objective(out, Level("even", Sense.MIN, terms=(wide,)))
    assert max(int(np.abs(program.rows.weight).max()), *(abs(w) for word in words for w in word.weight)) <= NARROW
    values = [[word.at(program.complete(chosen)) for word in words] for chosen in ((), (2,))]
    assert [_number(digits) for digits in values] == [0, -3], "minus the larger of 0 and 0, and of 1 and 3"


def _number(digits: list[int]) -> int:
    number: int = reduce(lambda before, digit: before * BASE + digit, digits)
    return number


@pytest.mark.parametrize(("reach", "columns"), [(2**31, 1), (WHOLE - 1, 1), (WHOLE, 2), (2**62, 3)])
def test_the_largest_of_forms_is_one_column_as_long_as_a_proof_can_tell_it(reach: int, columns: int) -> None:
    """From 0 to `reach`: in one column, or in words of 30 bits; the level is the same either way."""
    terms = ((Form((0,), (reach,)), Form((1,), (reach - 1,))),)
    program, words = objective(limits(Instance(2)), Level("largest", Sense.MIN, terms=terms))
    wide = [a for a in program.auxiliaries if len(a.forms) == 2]
    assert len(wide) == columns
    assert all((a.divisor == 1 and a.modulus is None) == (columns == 1) for a in wide)
    values = [_number([word.at(program.complete(c)) for word in words]) for c in ((), (0,), (1,), (0, 1))]
    assert values == [0, -reach, 1 - reach, -reach]
