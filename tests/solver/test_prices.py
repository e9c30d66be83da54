"""Bounds from multipliers: true for any multipliers at all, and no point worth the target is ever cut off."""

from random import Random

import numpy as np
import pytest

from solver.canonical import canonical
from solver.draft import limits, objective
from solver.instance import Instance, Level, Sense
from solver.prices import ASSUMED, SCALE, Prices, priced, settled, worth_at_least
from solver.program import Linear, Program, Row
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
    """Whether they fit in 64 bits or, times 2^60, do not: the arithmetic is exact either way."""
    random, instance, program, word = _question(seed)
    worths = _worths(instance, program, word)
    for k in range(6):
        size = 2.0**60 if k == 5 else 3.0
        guess = [random.choice((0, random.random() * size, -1)) for _ in program.rows]
        prices = priced(program, word, guess)
        assert all(worth <= prices.bound for worth in worths.values())
        assert prices.top == _by_hand(program, word, prices)


def _by_hand(program: Program, word: Linear, prices: Prices) -> int:
    """The bound of docs/bewijs.md from the multipliers, in Python's own whole numbers."""
    reduced = dict.fromkeys(range(len(program.lower)), 0)
    for c, w in zip(word.column, word.weight, strict=True):
        reduced[c] += w * SCALE
    top = word.constant * SCALE
    for row, y in zip(program.rows, prices.multiplier.tolist(), strict=True):
        assert y >= 0
        top += y * row.limit
        for c, w in zip(row.column, row.weight, strict=True):
            reduced[c] -= y * w
    assert prices.reduced.tolist() == list(reduced.values())
    return top + sum(d * int((program.upper if d > 0 else program.lower)[c]) for c, d in reduced.items())


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
    program = Program.of(2, (0, 0), (1, 1), ()).with_rows([Row((0, 1), (1, 1), 1)], [("max", "one")])
    both = Linear((0, 1), (1, 1))
    prices = priced(program, both, [1.0])
    assert (prices.bound, prices.top, prices.reduced.tolist()) == (1, SCALE, [0, 0])
    face = worth_at_least(program, both, prices, 1, step=4)
    assert list(face.rows)[1:] == [Row((0, 1), (-1, -1), -1)], "tight, and no row for the objective itself"
    assert face.origins == (("max", "one"), ("tight", 4, 0)), "step 4 keeps the row with origin 0 tight"
    """Without a price each may be 1, so the bound is 2; negative and missing prices count as none."""
    assert priced(program, both, [-5.0]).bound == 2
    """Then nothing says that the worth is 1, so a row must: minus both is at most -1."""
    least = worth_at_least(program, both, priced(program, both, [0.0]), 1)
    assert list(least.rows)[1:] == [Row((0, 1), (-1, -1), -1)]
    assert least.origins[1:] == (("least", ASSUMED),)
    """Above the bound there is nothing."""
    assert worth_at_least(program, both, prices, 2).hopeless


def test_columns_move_no_further_than_the_gap_allows() -> None:
    """A column that gains 3 a step falls short of its upper end by 2 steps at most when 8 may be lost; one that costs
    9 a step stays at its lower end; one that does neither is free to go anywhere.
    """
    prices = Prices(np.array([3, -9, 0]), np.array([]), 0)
    lower, upper = settled(Program.of(3, (0, 5, 1), (10, 9, 6), ()), prices, gap=8)
    assert (lower.tolist(), upper.tolist()) == ([8, 5, 1], [10, 5, 6])


@pytest.mark.parametrize("gap", [2**61 - 1, 2**61, 2**62 + 5, 2**70])
def test_a_gap_wider_than_a_machine_word_moves_columns_as_far_as_it_goes(gap: int) -> None:
    """Cut off at 2^62 it kept words of wide sums from where the best answer had them."""
    prices = Prices(np.array([2**60, -(2**60)]), np.array([]), 0)
    lower, upper = settled(Program.of(2, (0, 0), (5000, 5000), ()), prices, gap)
    stay = min(gap // 2**60, 5000)
    assert (lower.tolist(), upper.tolist()) == ([5000 - stay, 0], [5000, stay])
