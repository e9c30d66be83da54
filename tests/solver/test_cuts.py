"""Cuts hold for every answer, whatever point they were guessed from, and say why; they cut off what is no answer."""

from collections.abc import Sequence
from itertools import combinations, product
from random import Random

import numpy as np
import numpy.typing as npt
import pytest

from solver import cuts as cutting
from solver import hull
from solver.budget import Budget
from solver.cuts import Cut, Cuts, cliques, knapsacks, violated
from solver.program import Linear, Program, Row
from solver.relaxation import relaxed


def _program(n: int, *rows: Row) -> Program:
    """Options 0 .. n - 1 under these rows; row k has origin number k."""
    free = Program.of(n, (0,) * n, (1,) * n, ())
    return free.with_rows(rows, [("max", f"g{k}") for k in range(len(rows))])


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
    return _program(n, *rows)


def _at(row: Row, point: Sequence[float] | npt.NDArray[np.float64]) -> float:
    return float(sum(w * point[c] for c, w in zip(row.column, row.weight, strict=True)))


@pytest.fixture
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every knapsack counts as too wide for the exact separation."""
    monkeypatch.setattr(hull, "WIDEST", 0)


@pytest.mark.parametrize("widest", [0, hull.WIDEST])
@pytest.mark.parametrize("seed", range(100))
def test_every_answer_keeps_every_cut(seed: int, widest: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hull, "WIDEST", widest)
    random = Random(seed)
    program = _random_program(random)
    families = knapsacks(program)
    whole = [point for point in product((0, 1), repeat=program.options) if program.admits(point)]
    for _ in range(10):
        guess = np.array([random.random() for _ in range(program.options)])
        for cut in (*violated(families, guess), *cliques(program, guess)):
            assert _at(cut.row, guess) > cut.row.limit
            for point in whole:
                assert _at(cut.row, point) <= cut.row.limit


@pytest.mark.parametrize("widest", [0, hull.WIDEST])
@pytest.mark.parametrize("seed", range(100))
def test_every_cut_says_why_it_holds(seed: int, widest: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Made anew from its origin and the rows that this names, in the way docs/bewijs.md gives: the same row."""
    monkeypatch.setattr(hull, "WIDEST", widest)
    random = Random(seed)
    program = _random_program(random)
    for _ in range(10):
        guess = np.array([random.random() for _ in range(program.options)])
        for cut in Cuts(program).broken(program, guess):
            assert _made(list(program.rows), cut) == cut.row


def _made(rows: list[Row], cut: Cut) -> Row:
    match cut.origin:
        case ("rounded", r, divisor):
            pairs = [(c, w // divisor) for c, w in zip(rows[r].column, rows[r].weight, strict=True)]
            kept = [(c, w) for c, w in pairs if w]
            return Row(tuple(c for c, _ in kept), tuple(w for _, w in kept), rows[r].limit // divisor)
        case ("cover", r, items):
            weight = dict(zip(rows[r].column, rows[r].weight, strict=True))
            for q, columns in items:
                assert len(columns) == 1 if q < 0 else (rows[q].limit == 1 and set(columns) <= set(rows[q].column))
            smallest = sorted(min(weight[c] for c in columns) for _, columns in items)
            most = sum(1 for k in range(len(smallest)) if sum(smallest[: k + 1]) <= rows[r].limit)
            inside = sorted(c for _, columns in items for c in columns)
            assert len(set(inside)) == len(inside)
            return Row(tuple(inside), (1,) * len(inside), most)
        case ("packed", r, items):
            weight = dict(zip(rows[r].column, rows[r].weight, strict=True))
            smallest = [min(weight[c] for c in columns) for _, columns, _ in items]
            for q, columns, _ in items:
                assert len(columns) == 1 if q < 0 else (rows[q].limit == 1 and set(columns) <= set(rows[q].column))
            worths = [
                sum(worth for (_, _, worth), some in zip(items, taken, strict=True) if some)
                for taken in product((False, True), repeat=len(items))
                if sum(size for size, some in zip(smallest, taken, strict=True) if some) <= rows[r].limit
            ]
            inside = sorted((c, worth) for _, columns, worth in items for c in columns)
            return Row(tuple(c for c, _ in inside), tuple(worth for _, worth in inside), max(worths))
        case ("clique", columns, shown):
            for pair in combinations(columns, 2):
                assert any(set(pair) <= set(rows[r].column) and rows[r].limit == 1 for r in shown)
            return Row(columns, (1,) * len(columns), 1)
    raise AssertionError(cut.origin)


@pytest.mark.usefixtures("wide")
def test_three_halves_of_a_person_are_not_three_people() -> None:
    """Hours 4, 4 and 4 with room for 9: the relaxation takes 2.25 people, whole people are at most 2.

    Options 0 and 1 are two plekken of one person, so the cut counts them once.
    """
    person = Row((0, 1), (1, 1), 1)
    hours = Row((0, 1, 2, 3), (4, 4, 4, 4), 9)
    program = _program(4, person, hours)
    assert [cut.row for cut in violated(knapsacks(program), [0.5, 0.5, 1, 0.25])] == [Row((0, 1, 2, 3), (1,) * 4, 2)]
    assert violated(knapsacks(program), [0, 1, 1, 0]) == ()


@pytest.mark.usefixtures("wide")
def test_a_heavier_item_widens_a_cover() -> None:
    """5 + 5 is too heavy for 9, and so is any two of 5, 5 and 7."""
    program = _program(3, Row((0, 1, 2), (5, 5, 7), 9))
    found = violated(knapsacks(program), [0.9, 0.9, 0.1])
    alone = ((-1, (0,)), (-1, (1,)), (-1, (2,)))
    assert Cut(Row((0, 1, 2), (1, 1, 1), 1), ("cover", 0, alone)) in found


def test_a_narrow_knapsack_gives_the_row_that_the_point_breaks_most() -> None:
    """Hours 4, 4, 4 and 2 with room for 9: two of the 4 leave 1, so the 2 counts for as much as they do."""
    program = _program(4, Row((0, 1, 2, 3), (4, 4, 4, 2), 9))
    alone = tuple((-1, (c,), 1) for c in (3, 0, 1, 2))
    (cut,) = violated(knapsacks(program), [0.75, 0.75, 0.5, 0.5])
    assert cut == Cut(Row((0, 1, 2, 3), (1, 1, 1, 1), 2), ("packed", 0, alone))
    assert violated(knapsacks(program), [1, 0.5, 0.5, 0]) == (), "as two of three 4 take turns"


def test_options_of_one_person_are_an_item_before_those_of_one_place() -> None:
    """Options 0 and 1 are person a in place p or q, 2 and 3 person b; p says at most one of 0, 2 and 4, which is also
    there, but lies outside the hours; the items of the hours are the persons.
    """
    rows = (Row((0, 2, 4), (1, 1, 1), 1), Row((0, 1), (1, 1), 1), Row((2, 3), (1, 1), 1))
    (knapsack,) = knapsacks(_program(5, *rows, Row((0, 1, 2, 3), (5, 5, 7, 7), 11)))
    assert [(item.clique, item.columns) for item in knapsack.items] == [(1, (0, 1)), (2, (2, 3))]


def test_rows_that_only_count_give_no_cuts() -> None:
    rows = (Row((0, 1, 2), (1, 1, 1), 2), Row((0, 1), (2, 2), 2), Row((0, 1), (-1, 3), 2))
    assert knapsacks(_program(3, *rows)) == ()


TRIANGLE = (Row((0, 1), (1, 1), 1), Row((1, 2), (1, 1), 1), Row((0, 2), (1, 1), 1))


def test_three_that_exclude_each_other_two_by_two_are_at_most_one() -> None:
    """Half of each keeps all three rows; of whole options only one can be taken."""
    clique = Cut(Row((0, 1, 2), (1, 1, 1), 1), ("clique", (0, 1, 2), (0, 1, 2)))
    assert cliques(_program(3, *TRIANGLE), np.array([0.5, 0.5, 0.5])) == (clique,)
    assert cliques(_program(3, *TRIANGLE[:2]), np.array([0.5, 0.5, 0.5])) == (), "0 and 2 may go together"
    assert cliques(_program(3, *TRIANGLE), np.array([0.4, 0.3, 0.3])) == (), "not broken"


def test_a_clique_is_widened_by_what_the_point_does_not_take() -> None:
    """Option 3 excludes all of the triangle; the point takes none of it, yet the row says as much of it."""
    program = _program(5, *TRIANGLE, Row((0, 1, 3), (1, 1, 1), 1), Row((2, 3), (1, 1), 1), Row((3, 4), (1, 1), 1))
    (cut,) = cliques(program, np.array([0.5, 0.5, 0.5, 0.0, 1.0]))
    assert cut.row == Row((0, 1, 2, 3), (1, 1, 1, 1), 1)
    assert _made(list(program.rows), cut) == cut.row
    assert cut.origin[2] == (3, 1, 2, 4), "the row that holds most pairs first; row 0 then shows nothing new"


def test_other_rows_exclude_nobody() -> None:
    """At most two of three, or a row with a weight of 2, is no "at most one"."""
    rows = (Row((0, 1, 2), (1, 1, 1), 2), Row((0, 1), (2, 1), 1), Row((0, 2), (1, 1), 2))
    assert cliques(_program(3, *rows), np.array([0.5, 0.5, 0.5])) == ()


def test_too_many_to_look_at_give_no_cliques(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cutting, "MOST_BROKEN", 2)
    assert cliques(_program(3, *TRIANGLE), np.array([0.5, 0.5, 0.5])) == ()
    assert cliques(_program(3, *TRIANGLE), np.array([0.5, 1.0, 0.5])) == (), "what is taken whole is not in doubt"


def test_cliques_and_covers_close_what_the_relaxation_leaves() -> None:
    """Six of which any two exclude each other: the relaxation takes half of each, worth 3; with the clique it is 1."""
    program = _program(6, *(Row(pair, (1, 1), 1) for pair in combinations(range(6), 2)))
    everybody = Linear(tuple(range(6)), (1,) * 6)
    halves = relaxed(program, everybody, Budget())
    assert halves.point is not None
    assert halves.point.sum() == pytest.approx(3)
    found = Cuts(program).broken(program, halves.point)
    cut = program.with_rows([c.row for c in found], [c.origin for c in found])
    again = relaxed(cut, everybody, Budget())
    assert again.point is not None
    assert again.point.sum() == pytest.approx(1)
