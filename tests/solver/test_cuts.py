"""Cuts hold for every answer, whatever point they were guessed from, and cut off what is no answer."""

from itertools import product
from random import Random

import pytest

from solver.cuts import knapsacks, violated
from solver.program import Program, Row


def _random_program(random: Random) -> Program:
    """Up to ten options in a few "at most one" rows, and two limits with uneven weights over them."""
    n = random.randint(3, 10)
    rows = [Row((0, 1), (1, 1), 1)]
    for _ in range(random.randint(0, 3)):
        some = tuple(sorted(random.sample(range(n), random.randint(2, min(4, n)))))
        rows.append(Row(some, (1,) * len(some), 1))
    for _ in range(2):
        some = tuple(sorted(random.sample(range(n), random.randint(2, n))))
        kinds = [random.randint(1, 9) for _ in range(3)]
        weight = tuple(random.choice(kinds) for _ in some)
        rows.append(Row(some, weight, random.randint(1, sum(weight))))
    return Program(n, (0,) * n, (1,) * n, tuple(rows))


@pytest.mark.parametrize("seed", range(150))
def test_every_answer_keeps_every_cut(seed: int) -> None:
    random = Random(seed)
    program = _random_program(random)
    families = knapsacks(program)
    whole = [point for point in product((0, 1), repeat=program.options) if program.admits(point)]
    for _ in range(20):
        guess = [random.random() for _ in range(program.options)]
        for cut in violated(families, guess):
            assert sum(w * guess[c] for c, w in zip(cut.column, cut.weight, strict=True)) > cut.limit
            for point in whole:
                assert sum(w * point[c] for c, w in zip(cut.column, cut.weight, strict=True)) <= cut.limit


def test_three_halves_of_a_person_are_not_three_people() -> None:
    """Hours 4, 4 and 4 with room for 9: the relaxation takes 2.25 people, whole people are at most 2.

    Options 0 and 1 are two plekken of one person, so the cut counts them once.
    """
    person = Row((0, 1), (1, 1), 1)
    hours = Row((0, 1, 2, 3), (4, 4, 4, 4), 9)
    program = Program(4, (0,) * 4, (1,) * 4, (person, hours))
    assert violated(knapsacks(program), [0.5, 0.5, 1, 0.25]) == (Row((0, 1, 2, 3), (1, 1, 1, 1), 2),)
    assert violated(knapsacks(program), [0, 1, 1, 0]) == ()


def test_a_heavier_item_widens_a_cover() -> None:
    """5 + 5 is too heavy for 9, and so is any two of 5, 5 and 7."""
    program = Program(3, (0,) * 3, (1,) * 3, (Row((0, 1, 2), (5, 5, 7), 9),))
    assert Row((0, 1, 2), (1, 1, 1), 1) in violated(knapsacks(program), [0.9, 0.9, 0.1])


def test_rows_that_only_count_give_no_cuts() -> None:
    rows = (Row((0, 1, 2), (1, 1, 1), 2), Row((0, 1), (2, 2), 2), Row((0, 1), (-1, 3), 2))
    assert knapsacks(Program(3, (0,) * 3, (1,) * 3, rows)) == ()
