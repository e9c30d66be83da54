"""Rows and levels in words: the same points, the same order, whatever the size of the numbers."""

from dataclasses import replace
from functools import reduce
from random import Random

import numpy as np
import pytest

from solver.canonical import canonical
from solver.draft import BASE, COARSE, WHOLE, limits, objective
from solver.instance import Form, Group, Instance, Level, Sense
from solver.program import NARROW, Linear, Program
from solver.solution import Status
from solver.solve import solve
from tests.solver.enumeration import answers, random_instance, worth
from tests.solver.verifier import verified


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
    instance = Instance(3, (Group("wide", (0, 1, 2), (big, -big - 1, 7 * big), min=-abs(big), max=abs(big) * 7),))
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


@pytest.mark.parametrize("unit", [COARSE, 10**12, 10**20])
def test_a_limit_in_a_unit_is_rounded_down_to_whole_units(unit: int) -> None:
    """Weights of 2, 3 and 5 units: below 7 units less one is at most 6; above 2 units and one is at least 3."""
    weight = (2 * unit, 3 * unit, 5 * unit)
    program = limits(Instance(3, (Group("g", (0, 1, 2), weight, min=2 * unit + 1, max=7 * unit - 1),)))
    assert program.auxiliaries == (), "no words"
    assert [(row.weight, row.limit) for row in program.rows] == [((2, 3, 5), 6), ((-2, -3, -5), -3)]
    admitted = [chosen for chosen in _all(Instance(3)) if program.admits(program.complete(chosen))]
    assert sorted(admitted) == [[0, 1], [1], [2]], "5, 3 and 5 units; 0, 2, 7, 8 and 10 are outside"


def test_a_narrow_limit_in_a_unit_is_told_as_one_rounded() -> None:
    """Its row follows from the limit itself, which has no row; one in a small unit stays as it is."""
    small = Group("small", (0, 1), (COARSE - 1, COARSE - 1), max=COARSE)
    program = limits(Instance(2, (Group("large", (0, 1), (COARSE, COARSE), max=2 * COARSE - 1), small)))
    told = [program.origins[o] for o in program.rows.origin]
    assert told == [("rounded", program.origins.index(("max", "large")), COARSE), ("max", "small")]
    assert [(row.weight, row.limit) for row in program.rows] == [((1, 1), 1), ((COARSE - 1, COARSE - 1), COARSE)]


@pytest.mark.parametrize("unit", [2**30, 10**20])
def test_a_level_in_a_unit_is_one_word_in_that_unit(unit: int) -> None:
    """Its weights are whole units, so that dividing by what they share leaves 3, -1 and 2, however large the unit."""
    program, words = objective(limits(Instance(3)), Level("v", Sense.MAX, value=(3 * unit, -unit, 2 * unit)))
    assert words == (Linear((0, 1, 2), (3 * unit, -unit, 2 * unit)),)
    assert program.auxiliaries == ()


def test_terms_in_a_unit_are_counted_in_it() -> None:
    """Forms 3 u x0 + 7 and 7 - u differ by whole units: never below 7, and with option 0 three units more."""
    u = 10**20
    terms = ((Form((0,), (3 * u,), 7), Form((), (), 7 - u)), (Form((1,), (2 * u,)), Form()))
    program, words = objective(limits(Instance(2)), Level("t", Sense.MIN, terms=terms))
    assert program.upper.tolist() == [1, 1, 3, 1], "three times u, and once 2 u"
    assert words == (Linear((2, 3), (-u, -2 * u), -7),)
    values = [words[0].at(program.complete(c)) for c in ((), (0,), (1,), (0, 1))]
    assert values == [-7, -7 - 3 * u, -7 - 2 * u, -7 - 5 * u]


def test_forms_that_are_not_whole_units_apart_are_counted_exactly() -> None:
    """3 u or one more than nothing: u does not divide that one, and the largest of both is still told apart."""
    u = 10**20
    terms = ((Form((0,), (3 * u,)), Form((1,), (3 * u,), 1)),)
    program, words = objective(limits(Instance(2)), Level("t", Sense.MIN, terms=terms))
    values = [_number([w.at(program.complete(c)) for w in words]) for c in ((), (0,), (1,), (0, 1))]
    assert values == [-1, -3 * u, -3 * u - 1, -3 * u - 1]


def _proof(group: Group, value: int) -> object:
    """The proof, confirmed, that within this limit no option more can be chosen, each of which is worth so much."""
    n = len(group.option)
    sense = Sense.MAX if group.max is not None else Sense.MIN
    instance = Instance(n, (group,), levels=(Level("v", sense, value=(value,) * n),))
    solution = solve(instance)
    assert (solution.status, solution.levels[0].value) == (Status.OPTIMAL, 12 * value)
    if solution.proof is not None:
        assert verified(instance, solution)["rounded"] == 1
    return solution.proof


def test_what_a_proof_can_tell_of_units() -> None:
    """A narrow limit, divided; nothing whose sums pass 2^52."""
    every = tuple(range(20))
    unit = 2**36
    assert _proof(Group("g", every, (unit,) * 20, max=12 * unit + 5), 1) is not None
    assert _proof(Group("g", every, (unit,) * 20, min=11 * unit + 5), 1) is not None
    assert _proof(Group("g", every, (unit**2,) * 20, max=12 * unit**2), 1) is None
    assert _proof(Group("g", every, (unit,) * 20, max=12 * unit), 2**60) is None
