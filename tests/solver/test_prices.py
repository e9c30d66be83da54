"""Bounds from multipliers: true for any multipliers at all, and no point worth the target is ever cut off."""

from random import Random

import pytest

from solver.canonical import canonical
from solver.instance import Instance, Level, Sense
from solver.prices import SCALE, priced, worth_at_least
from solver.program import Linear, Program, Row, limits, objective
from solver.propagation import propagated
from tests.solver.enumeration import answers, random_instance


def _question(seed: int) -> tuple[Random, Instance, Program, Linear]:
    random = Random(seed)
    instance = canonical(random_instance(random, most=8))
    value = tuple(random.randint(-9, 9) for _ in range(instance.options))
    program, (word,) = objective(limits(instance), Level("v", Sense.MAX, value))
    return random, instance, program, word


def _worths(instance: Instance, program: Program, word: Linear) -> dict[tuple[int, ...], int]:
    return {tuple(chosen): word.at(program.complete(chosen)) for chosen in answers(instance)}


@pytest.mark.parametrize("seed", range(80))
def test_any_multipliers_bound_every_answer(seed: int) -> None:
    random, instance, program, word = _question(seed)
    worths = _worths(instance, program, word)
    for _ in range(5):
        prices = priced(program, word, [random.choice((0, random.random() * 3, -1)) for _ in program.rows])
        assert all(worth <= prices.bound for worth in worths.values())


@pytest.mark.parametrize("seed", range(80))
def test_a_target_keeps_exactly_what_is_worth_it(seed: int) -> None:
    """Nothing worth the target goes (the cut is safe); nothing worth less stays (the level is kept)."""
    random, instance, program, word = _question(seed)
    worths = _worths(instance, program, word)
    prices = priced(program, word, [random.choice((0, random.random() * 3)) for _ in program.rows])
    for target in {*worths.values(), prices.bound, prices.bound + 1}:
        cut = propagated(worth_at_least(program, word, prices, target))
        kept = {chosen for chosen in worths if cut.admits(cut.complete(chosen))}
        assert kept == {chosen for chosen, worth in worths.items() if worth >= target}


def test_a_bound_from_prices_by_hand() -> None:
    """x + y with x + y <= 1: at price 1 the bound is 1 exactly, both reduced values are 0 and the row stays tight."""
    program = Program(2, (0, 0), (1, 1), (Row((0, 1), (1, 1), 1),))
    both = Linear((0, 1), (1, 1))
    prices = priced(program, both, [1.0])
    assert (prices.bound, prices.top, prices.reduced) == (1, SCALE, (0, 0))
    face = worth_at_least(program, both, prices, 1)
    assert face.rows[1:] == (Row((0, 1), (-1, -1), -1),), "tight, and no row for the objective itself"
    """Without a price each may be 1, so the bound is 2; negative and missing prices count as none."""
    assert priced(program, both, [-5.0]).bound == 2
