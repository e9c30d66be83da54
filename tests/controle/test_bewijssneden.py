"""Cuts by hand: a handful of people and hours, and why the row follows, or does not."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from random import Random

import numpy as np
import pytest

from matcher.controle.bewijsrijen import Ruimte
from matcher.controle.bewijssneden import Item, Snede, TekortError, Zicht, afgerond, dekking, kliek, verpakking
from matcher.controle.bewijsvraag import GEEN, Reeks


def zicht(kolommen: Reeks, gewichten: Reeks, hoogst: int) -> Zicht:
    """A row."""
    return Zicht(np.array(kolommen, dtype=np.int64), np.array(gewichten, dtype=np.int64), hoogst)


def vrij(n: int, *, een: Sequence[int] = (), nul: Sequence[int] = ()) -> Ruimte:
    """Options, of which some are taken and some cannot be."""
    laag, hoog = np.zeros(n, dtype=np.int64), np.ones(n, dtype=np.int64)
    laag[list(een)], hoog[list(nul)] = 1, 0
    return Ruimte(laag, hoog)


def plat(snede: Snede) -> tuple[list[int], list[int], int]:
    """A cut as lists."""
    return snede.kolom.tolist(), snede.gewicht.tolist(), snede.hoogst


UREN = zicht((0, 1, 2, 3), (5, 5, 6, 2), 11)


def test_a_cover_of_single_options() -> None:
    """Hours 5, 5, 6 in 11: two fit (5 + 5), three do not; with 2 as well 2 + 5 fit and 2 + 5 + 5 = 12 do not."""
    drie = [(None, (0,)), (None, (1,)), (None, (2,))]
    assert plat(dekking(UREN, drie, vrij(4))) == ([0, 1, 2], [1, 1, 1], 2)
    assert plat(dekking(UREN, [*drie, (None, (3,))], vrij(4))) == ([0, 1, 2, 3], [1, 1, 1, 1], 2)
    ruimer = zicht(UREN.kolom, UREN.gewicht, 12)
    assert dekking(ruimer, [*drie, (None, (3,))], vrij(4)).hoogst == 3
    # the fourth is taken: 9 hours are left, for one of the three
    assert dekking(UREN, drie, vrij(4, een=[3])).hoogst == 1
    assert dekking(zicht(UREN.kolom, UREN.gewicht, 1), drie, vrij(4)).hoogst == 0
    assert dekking(zicht(UREN.kolom, UREN.gewicht, GEEN), drie, vrij(4)).hoogst == 3
    # someone else may give hours back (a mover): 11 + 4 is enough for two and no more
    mover = zicht((0, 1, 2, 4), (5, 5, 6, -4), 11)
    assert dekking(mover, drie, vrij(5)).hoogst == 2
    assert dekking(zicht((0, 1, 2, 4), (5, 5, 6, -5), 11), drie, vrij(5)).hoogst == 3
    assert dekking(zicht((0, 1, 2, 4), (5, 5, 6, -5), 11), drie, vrij(5, nul=[4])).hoogst == 2


def test_a_cover_of_people() -> None:
    """Options 0 and 1 are of one person: 5 hours or 6, never both."""
    een = zicht((0, 1, 9), (1, 1, 1), 1)
    uren = zicht((0, 1, 2, 3), (5, 6, 5, 6), 11)
    items = [(een, (0, 1)), (None, (2,)), (None, (3,))]
    assert plat(dekking(uren, items, vrij(10))) == ([0, 1, 2, 3], [1, 1, 1, 1], 2)
    assert dekking(zicht(uren.kolom, uren.gewicht, 16), items, vrij(10)).hoogst == 3
    # two places for that person, of which one is taken elsewhere: at most one again
    twee = zicht((0, 1, 9), (1, 1, 1), 2)
    assert dekking(uren, [(twee, (0, 1)), *items[1:]], vrij(10, een=[9])).hoogst == 2
    for niet in (
        twee,
        zicht((0, 9), (1, 1), 1),
        zicht((0, 9), (2, 1), 1),
        zicht((0, 1, 9), (2, 0, 1), 1),
        zicht((0, 1), (1, -1), 1),
        zicht((0, 1), (1, 1), GEEN),
        None,
    ):
        with pytest.raises(TekortError):
            dekking(uren, [(niet, (0, 1)), *items[1:]], vrij(10))


@pytest.mark.parametrize(
    ("rij", "items"),
    [
        (UREN, [(None, (0,)), (None, (0,))]),
        (UREN, []),
        (zicht((0, 1), (5, -5), 4), [(None, (0,)), (None, (1,))]),
    ],
)
def test_what_is_no_cover(rij: Zicht, items: list[tuple[None, tuple[int, ...]]]) -> None:
    """An option twice, nothing at all, a weight below 0."""
    with pytest.raises(TekortError):
        dekking(rij, items, vrij(4))


def test_a_packing() -> None:
    """Hours 5, 5, 6, 2 in 11, worth 3, 3, 4, 1: best are 5 + 6 at 7; with 12 no better; with 13 5 + 6 + 2 at 8."""
    items = [(None, (0,)), (None, (1,)), (None, (2,)), (None, (3,))]
    waard = (3, 3, 4, 1)
    assert plat(verpakking(UREN, items, waard, vrij(4))) == ([0, 1, 2, 3], [3, 3, 4, 1], 7)
    assert verpakking(zicht((0, 1, 2, 3), (5, 5, 6, 2), 12), items, waard, vrij(4)).hoogst == 7
    assert verpakking(zicht((0, 1, 2, 3), (5, 5, 6, 2), 13), items, waard, vrij(4)).hoogst == 8
    assert verpakking(zicht((0, 1, 2, 3), (5, 5, 6, 2), 4), items, waard, vrij(4)).hoogst == 1
    assert verpakking(zicht((0, 1, 2, 3), (5, 5, 6, 2), 1), items, waard, vrij(4)).hoogst == 0
    assert verpakking(zicht((0, 1, 2, 3), (5, 5, 6, 2), -1), items, waard, vrij(4)).hoogst == 0
    licht = zicht((0, 1), (1, 2), 0)
    assert plat(verpakking(licht, items[:2], (3, 0), vrij(4))) == ([0, 1], [3, 0], 0)
    assert verpakking(zicht((0, 1), (1, 2), 1), items[:2], (3, 0), vrij(4)).hoogst == 3
    # what weighs nothing always fits, and each item only once
    assert verpakking(zicht((0,), (2,), 9), [(None, (0,)), (None, (1,))], (5, 4), vrij(2)).hoogst == 9
    # of one person: 5 or 6 hours for a worth of 4; the light one counts
    een = zicht((0, 2), (1, 1), 1)
    samen = [(een, (0, 2)), (None, (1,))]
    assert plat(verpakking(UREN, samen, (4, 3), vrij(4))) == ([0, 2, 1], [4, 4, 3], 7)
    assert verpakking(zicht(UREN.kolom.tolist(), UREN.gewicht.tolist(), 9), samen, (4, 3), vrij(4)).hoogst == 4
    with pytest.raises(TekortError):
        verpakking(UREN, [(None, (0, 2)), (None, (1,))], (4, 3), vrij(4))
    for raar in ((-1, 3), (10**9 + 1, 3)):
        with pytest.raises(TekortError):
            verpakking(UREN, samen, raar, vrij(4))
    # hours in steps of 2 make 10^6 of room 5 * 10^5; a prime beside them makes it too much to count
    ruim = zicht((0, 1), (2, 10**6), 2 * 10**6)
    assert verpakking(ruim, [(None, (0,)), (None, (1,))], (1, 1), vrij(2)).hoogst == 2
    with pytest.raises(TekortError):
        verpakking(zicht((0, 1), (2, 10**6 + 1), 2 * 10**6), [(None, (0,)), (None, (1,))], (1, 1), vrij(2))


def test_an_option_outside_the_row_weighs_nothing() -> None:
    assert dekking(UREN, [(None, (0,)), (None, (4,))], vrij(5)).hoogst == 2


def test_rounding() -> None:
    """7 x + 4 y + 3 z <= 13 divided by 4: x + y <= 3; by 7: x <= 1; by 3: 2 x + y + z <= 4."""
    rij = zicht((0, 1, 2), (7, 4, 3), 13)
    assert plat(afgerond(rij, 4, vrij(3))) == ([0, 1], [1, 1], 3)
    assert plat(afgerond(rij, 7, vrij(3))) == ([0], [1], 1)
    assert plat(afgerond(rij, 3, vrij(3))) == ([0, 1, 2], [2, 1, 1], 4)
    assert plat(afgerond(rij, 8, vrij(3))) == ([], [], 1)
    assert plat(afgerond(rij, 2**70, vrij(3))) == ([], [], 0)
    # the second is taken: 9 is left, so that 2 x + z <= 3, which with the second itself is 4
    assert plat(afgerond(rij, 3, vrij(3, een=[1]))) == ([0, 1, 2], [2, 1, 1], 4)
    # by 5: x <= 9 // 5, where 13 // 5 would have left 2
    assert afgerond(rij, 5, vrij(3)).hoogst == 2
    assert afgerond(rij, 5, vrij(3, een=[1])).hoogst == 1
    # what gives back counts for as much as it can
    assert plat(afgerond(zicht((0, 1), (4, -3), 6), 4, vrij(2))) == ([0], [1], 2)
    assert plat(afgerond(zicht((0, 1), (4, -3), 6), 4, vrij(2, nul=[1]))) == ([0], [1], 1)
    assert afgerond(zicht((0,), (4,), -1), 4, vrij(1)).hoogst == -1
    # 2 divides all: 4 x - 6 y <= 7 is 2 x - 3 y <= 3, whatever else is known; the same the other way round
    even = zicht((0, 1), (4, -6), 7)
    assert plat(afgerond(even, 2, vrij(2))) == plat(afgerond(even, 2, vrij(2, een=[1]))) == ([0, 1], [2, -3], 3)
    assert plat(afgerond(zicht((0, 1), (-4, -6), -5), 2, vrij(2))) == ([0, 1], [-2, -3], -3)
    assert plat(afgerond(even, 4, vrij(2))) == ([0], [1], 3), "6 is no multiple of 4"
    for deler in (0, -3):
        with pytest.raises(TekortError):
            afgerond(rij, deler, vrij(3))
    with pytest.raises(TekortError):
        afgerond(zicht((0,), (4,), GEEN), 4, vrij(1))


def test_a_clique() -> None:
    """Any two of three stand together in a row where they do not fit."""
    rijen = [zicht((0, 1), (1, 1), 1), zicht((1, 2, 3), (3, 2, 9), 4), zicht((0, 2), (1, 1), 1)]
    assert plat(kliek((0, 1, 2), rijen, vrij(4))) == ([0, 1, 2], [1, 1, 1], 1)
    for zonder in range(3):
        with pytest.raises(TekortError):
            kliek((0, 1, 2), rijen[:zonder] + rijen[zonder + 1 :], vrij(4))
    with pytest.raises(TekortError):
        kliek((0, 1, 2), [rijen[0], zicht((1, 2, 3), (3, 2, 9), 5), rijen[2]], vrij(4))
    # with one hour taken elsewhere they no longer fit
    krap = [rijen[0], zicht((1, 2, 3), (3, 2, 1), 5), rijen[2]]
    assert kliek((0, 1, 2), krap, vrij(4, een=[3])).hoogst == 1
    with pytest.raises(TekortError):
        kliek((0, 1), [zicht((0, 1), (1, 1), GEEN)], vrij(2))
    with pytest.raises(TekortError):
        kliek((0, 1), [zicht((0, 1), (1, -1), 0)], vrij(2))
    assert plat(kliek((2,), [], vrij(3))) == ([2], [1], 1)
    with pytest.raises(TekortError):
        kliek(tuple(range(5001)), [zicht(range(5001), [1] * 5001, 1)], vrij(5001))


def test_no_choice_is_ever_lost() -> None:
    """Random rows and cuts over six options: whatever keeps the rows keeps the cut, when there is one."""
    gelukt = [0, 0, 0]
    for zaad in range(600):
        toeval = Random(zaad)
        een = [o for o in range(6) if toeval.random() < 0.15]
        ruimte = vrij(6, een=een, nul=[o for o in range(6) if o not in een and toeval.random() < 0.15])
        rijen = []
        for _ in range(3):
            kolommen = sorted(toeval.sample(range(6), toeval.randint(2, 6)))
            gewichten = [toeval.choice((1, 1, 2, 3, 5, 7, -2)) for _ in kolommen]
            rijen.append(zicht(kolommen, gewichten, toeval.randint(0, 9)))
        opties = toeval.sample(range(6), 4)
        items: list[Item] = [(rijen[1], tuple(opties[:2])), (None, (opties[2],)), (None, (opties[3],))]
        try:
            if zaad % 3 == 0 and zaad % 2:
                snede = verpakking(rijen[0], items, [toeval.randint(0, 9) for _ in items], ruimte)
            elif zaad % 3 == 0:
                snede = dekking(rijen[0], items, ruimte)
            elif zaad % 3 == 1:
                snede = afgerond(rijen[0], toeval.randint(1, 6), ruimte)
            else:
                snede = kliek(tuple(opties[:2]), rijen, ruimte)
        except TekortError:
            continue
        gelukt[zaad % 3] += 1
        for keuze in product((0, 1), repeat=6):
            punt = np.array(keuze)
            binnen = (punt >= ruimte.laag).all() and (punt <= ruimte.hoog).all()
            if binnen and all((rij.gewicht * punt[rij.kolom]).sum() <= rij.hoogst for rij in rijen):
                assert (snede.gewicht * punt[snede.kolom]).sum() <= snede.hoogst, zaad
    assert min(gelukt) > 20
