"""Rows in arrays: what they say about columns, and bounds from prices, each on a handful of numbers."""

from __future__ import annotations

from itertools import product
from random import Random

import numpy as np
import pytest

from matcher.controle.bewijsrijen import Prijs, Rijen, Ruimte, geboden, ingeperkt, met_grenzen
from matcher.controle.bewijsvraag import GEEN

Rij = tuple[tuple[int, ...], tuple[int, ...], int, int]


def ruimte(laag: list[int], hoog: list[int]) -> Ruimte:
    """Bounds of columns."""
    return Ruimte(np.array(laag), np.array(hoog))


def grenzen(rijen: list[Rij], laag: list[int], hoog: list[int]) -> tuple[list[int], list[int]] | None:
    """What is left of the bounds."""
    gevonden = ingeperkt(Rijen.van(rijen), ruimte(laag, hoog))
    return None if gevonden is None else (gevonden[1].laag.tolist(), gevonden[1].hoog.tolist())


@pytest.mark.parametrize(
    ("rij", "laag", "hoog", "over"),
    [
        # at most 5 of (3, 4, 1): each fits by itself
        (((0, 1, 2), (3, 4, 1), -GEEN, 5), [0, 0, 0], [1, 1, 1], ([0, 0, 0], [1, 1, 1])),
        # the first is taken: room for 2 is left, the second goes
        (((0, 1, 2), (3, 4, 1), -GEEN, 5), [1, 0, 0], [1, 1, 1], ([1, 0, 0], [1, 0, 1])),
        # at least 8 of them: only all of them will do
        (((0, 1, 2), (3, 4, 1), 8, GEEN), [0, 0, 0], [1, 1, 1], ([1, 1, 1], [1, 1, 1])),
        # at least 5: not without the second
        (((0, 1, 2), (3, 4, 1), 5, GEEN), [0, 0, 0], [1, 1, 1], ([0, 1, 0], [1, 1, 1])),
        # x - y >= 1: both are settled
        (((0, 1), (1, -1), 1, GEEN), [0, 0], [1, 1], ([1, 0], [1, 0])),
        # x - y <= -1: the other way round
        (((0, 1), (1, -1), -GEEN, -1), [0, 0], [1, 1], ([0, 1], [0, 1])),
        # 3 x + 2 y between 7 and 8, from 0 to 9: x at most 2, y at most 4, and so y at least 1
        (((0, 1), (3, 2), 7, 8), [0, 0], [9, 9], ([0, 1], [2, 4])),
        # a column below 0: 2 x >= -7 is x >= -3
        (((0,), (2,), -7, GEEN), [-9], [9], ([-3], [9])),
        (((0,), (-2,), -GEEN, 7), [-9], [9], ([-3], [9])),
        (((0,), (-2,), -7, GEEN), [-9], [9], ([-9], [3])),
        # nothing keeps it
        (((0, 1), (1, 1), 3, GEEN), [0, 0], [1, 1], None),
        (((0, 1), (1, 1), -GEEN, -1), [0, 0], [1, 1], None),
        (((), (), 0, 0), [1], [0], None),
    ],
)
def test_what_a_row_says(rij: Rij, laag: list[int], hoog: list[int], over: tuple[list[int], list[int]] | None) -> None:
    assert grenzen([rij], laag, hoog) == over


def test_rows_say_more_together() -> None:
    """One of two; the one that is left takes all the hours, so that the third goes, and with it the fourth comes."""
    rijen: list[Rij] = [
        ((0, 1), (1, 1), 1, 1),
        ((0, 2), (5, 4), -GEEN, 6),
        ((2, 3), (1, 1), 1, GEEN),
    ]
    assert grenzen(rijen, [0, 0, 0, 0], [1, 1, 1, 1]) == ([0, 0, 0, 0], [1, 1, 1, 1])
    assert grenzen(rijen, [0, 0, 0, 0], [1, 0, 1, 1]) == ([1, 0, 0, 1], [1, 0, 0, 1])
    assert grenzen(rijen, [0, 0, 1, 0], [1, 0, 1, 1]) is None


def test_rows_that_say_nothing_any_more_are_left_out() -> None:
    """Of the rest only what is free stays, with what is taken counted."""
    rijen = Rijen.van([((0, 1, 2), (2, 3, 3), 1, 7), ((0, 1), (1, 1), -GEEN, 2), ((0,), (1,), 1, 1)])
    gevonden = ingeperkt(rijen, ruimte([0, 0, 0], [1, 1, 1]))
    assert gevonden is not None
    over, nu = gevonden
    assert (nu.laag.tolist(), nu.hoog.tolist()) == ([1, 0, 0], [1, 1, 1])
    assert (over.begin.tolist(), over.kolom.tolist(), over.gewicht.tolist()) == ([0, 2], [1, 2], [3, 3])
    assert (over.onder.tolist(), over.boven.tolist()) == ([-1], [5])


def test_no_point_is_ever_lost() -> None:
    """Random rows over a few small columns: every point that keeps them is still within the bounds."""
    for zaad in range(300):
        toeval = Random(zaad)
        laag = [toeval.randint(-2, 1) for _ in range(4)]
        hoog = [a + toeval.randint(0, 3) for a in laag]
        rijen: list[Rij] = []
        for _ in range(toeval.randint(1, 5)):
            kolommen = tuple(toeval.sample(range(4), toeval.randint(1, 4)))
            gewichten = tuple(toeval.randint(-5, 5) for _ in kolommen)
            onder = toeval.choice((-GEEN, toeval.randint(-8, 4)))
            rijen.append((kolommen, gewichten, onder, toeval.choice((GEEN, max(onder, -9) + toeval.randint(0, 9)))))
        punten = [
            punt
            for punt in product(*(range(a, b + 1) for a, b in zip(laag, hoog, strict=True)))
            if all(o <= sum(w * punt[c] for c, w in zip(k, g, strict=True)) <= b for k, g, o, b in rijen)
        ]
        gevonden = ingeperkt(Rijen.van(rijen), ruimte(laag, hoog))
        if gevonden is None:
            assert not punten
            continue
        over, nu = gevonden
        for punt in punten:
            assert (nu.laag <= punt).all()
            assert (nu.hoog >= punt).all()
        # what is left says the same of the points within the bounds
        for punt in product(*(range(a, b + 1) for a, b in zip(nu.laag.tolist(), nu.hoog.tolist(), strict=True))):
            sommen = over.sommen(over.gewicht * np.array(punt)[over.kolom])
            assert bool(((sommen >= over.onder) & (sommen <= over.boven)).all()) == (punt in punten)


def test_a_bound_from_prices() -> None:
    """max 5 x + 4 y - z with 2 x + 3 y - z <= 3: at 2 a unit x gains 1, y loses 2, z (0 to 2) gains 1."""
    rijen = Rijen.van([((0, 1, 2), (2, 3, -1), 1, 3)])
    nu, doel = ruimte([0, 0, 0], [1, 1, 2]), np.array([5, 4, -1])
    bod = geboden(rijen, nu, doel, [Prijs(0, 1, 2)])
    assert (bod.verlies.tolist(), bod.top) == ([1, -2, 1], 6 + 1 + 2)
    # and from below: -2 x - 3 y + z <= -1
    bod = geboden(rijen, nu, doel, [Prijs(0, -1, 2)])
    assert (bod.verlies.tolist(), bod.top) == ([9, 10, -3], -2 + 19)
    # both at once pay for the room between the sides
    bod = geboden(rijen, nu, doel, [Prijs(0, 1, 2), Prijs(0, -1, 2)])
    assert (bod.verlies.tolist(), bod.top) == ([5, 4, -1], 6 - 2 + 9)
    assert geboden(rijen, nu, doel, []).top == 9
    assert geboden(rijen, ruimte([0, 0, 1], [1, 0, 2]), doel, []).top == 5 - 1


def test_what_may_still_be_lost() -> None:
    """With 5 to spare a column that loses 2 a step moves 2 from its best end, one that loses 6 stays."""
    bod = geboden(Rijen.van([]), ruimte([0, 0, -4, 0], [9, 1, 4, 1]), np.array([2, -6, -3, 0]), [])
    assert bod.top == 18 + 12
    for speling, laag, hoog in (
        (5, [7, 0, -4, 0], [9, 0, -3, 1]),
        (6, [6, 0, -4, 0], [9, 1, -2, 1]),
        (0, [9, 0, -4, 0], [9, 0, -4, 1]),
    ):
        over = bod.ruimte(ruimte([0, 0, -4, 0], [9, 1, 4, 1]), speling)
        assert (over.laag.tolist(), over.hoog.tolist()) == (laag, hoog)


def test_numbers_of_any_size() -> None:
    """Past 64 bits everything is counted in whole numbers all the same."""
    rijen = Rijen.van([((0, 1), (3, 2**50), -GEEN, 7)])
    nu, duur = ruimte([0, 0], [1, 1]), 2**100
    bod = geboden(rijen, nu, np.array([1, 0]), [Prijs(0, 1, duur)])
    assert (bod.verlies.tolist(), bod.top) == ([1 - 3 * duur, -(2**50) * duur], 7 * duur)
    over = bod.ruimte(nu, 3 * duur - 1)
    assert (over.laag.tolist(), over.hoog.tolist()) == ([0, 0], [1, 0])
    assert bod.ruimte(nu, 3 * duur - 2).hoog.tolist() == [0, 0]
    breed = geboden(rijen, ruimte([0, 0], [2**40, 2**40]), np.array([2**40, 2**40]), [])
    assert breed.top == 2**81
    # weight and price fit by themselves, what they come to does not
    zwaar = geboden(Rijen.van([((0,), (2**40,), -GEEN, 3)]), ruimte([0], [1]), np.array([5]), [Prijs(0, 1, 2**30)])
    assert (zwaar.verlies.tolist(), zwaar.top) == ([5 - 2**70], 3 * 2**30)


def test_the_smallest_price_there_is() -> None:
    rijen = Rijen.van([((0,), (1,), 2, 7)])
    assert geboden(rijen, ruimte([0], [9]), np.array([1]), [Prijs(0, 1, 1)]).top == 7
    assert geboden(rijen, ruimte([0], [9]), np.array([-1]), [Prijs(0, -1, 1)]).top == -2


def test_columns_brought_in() -> None:
    nu = ruimte([0, 0, 3], [9, 9, 9])
    assert nu.met((0, 2), laag=2).laag.tolist() == [2, 0, 3]
    assert nu.met((1,), hoog=4).hoog.tolist() == [9, 4, 9]
    assert nu.met((1,), hoog=-1).leeg
    assert not nu.leeg


def test_rows_chosen_and_put_together() -> None:
    rijen = Rijen.van([((0,), (1,), 0, 1), ((), (), -1, 2), ((1, 2), (3, 4), 2, 3)])
    gekozen = rijen.kies({2, 0})
    assert (gekozen.begin.tolist(), gekozen.kolom.tolist(), gekozen.gewicht.tolist()) == (
        [0, 1, 3],
        [0, 1, 2],
        [1, 3, 4],
    )
    samen = gekozen + rijen.kies([1])
    assert (samen.begin.tolist(), samen.onder.tolist(), samen.boven.tolist()) == ([0, 1, 3, 3], [0, 2, -1], [1, 3, 2])
    assert [deel.tolist() for deel in samen.rij(1)] == [[1, 2], [3, 4]]
    assert len(samen) == 3
    anders = met_grenzen(samen, samen.onder - 1, samen.boven)
    assert (anders.onder.tolist(), anders.begin.tolist()) == ([-1, 1, -2], [0, 1, 3, 3])
