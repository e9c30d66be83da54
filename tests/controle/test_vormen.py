"""Shapes with exact arithmetic: every answer here can be done by head."""

from __future__ import annotations

from fractions import Fraction

import pytest

from matcher.controle.vormen import Vorm

DRIEHOEK = ((10, 10), (30, 20), (10, 30), (10, 10))
"""Point to the right; the sloping sides run two to the right for each one up or down."""


def rechthoek(x: int, y: int, breed: int = 10, hoog: int = 10) -> Vorm:
    ring = ((x, y), (x + breed, y), (x + breed, y + hoog), (x, y + hoog), (x, y))
    return Vorm(vlakken=((ring,),))


def test_together() -> None:
    """Each kind keeps its own order; the box goes around all of them, the points and the borders."""
    links = Vorm(punten=((1, 2),), lijnen=(((3, 4), (5, 6)),), vlakken=((DRIEHOEK,),))
    rechts = Vorm(punten=((-7, 8),), lijnen=(((9, 99), (11, -12)),), vlakken=((((50, 0), (60, 0), (50, 1)),),))
    samen = links + rechts
    assert samen.punten == ((1, 2), (-7, 8))
    assert samen.lijnen == (((3, 4), (5, 6)), ((9, 99), (11, -12)))
    assert samen.vlakken == ((DRIEHOEK,), (((50, 0), (60, 0), (50, 1)),))
    assert samen.doos() == (-7, -12, 60, 99)
    assert links.doos() == (1, 2, 30, 30)
    assert Vorm().doos() is None


@pytest.mark.parametrize(
    ("punt", "binnen"),
    [
        ((15, 20), True),
        ((29, 20), True),
        ((31, 20), False),
        ((9, 20), False),
        # at height 12 the lower side is at x = 14, at height 28 the upper one as well
        ((13, 12), True),
        ((15, 12), False),
        ((13, 28), True),
        ((15, 28), False),
        ((11, 9), False),
        ((11, 31), False),
        # level with a corner
        ((5, 10), False),
        ((5, 20), False),
        ((5, 30), False),
        ((40, 20), False),
    ],
)
def test_within_a_triangle(punt: tuple[int, int], binnen: bool) -> None:  # noqa: FBT001
    assert Vorm(vlakken=((DRIEHOEK,),)).omvat(punt) is binnen


@pytest.mark.parametrize("punt", [(10, 5), (10, 0), (5, 10), (10, 10), (0, 0)])
def test_a_shared_border_belongs_to_one(punt: tuple[int, int]) -> None:
    """Four squares around (10, 10) fill a bigger one: each place in it, borders and corners too, is in one."""
    vier = [rechthoek(x, y) for x in (0, 10) for y in (0, 10)]
    assert [vlak.omvat(punt) for vlak in vier].count(True) == 1
    assert sum(vier, Vorm()).omvat(punt)


def test_within_any_polygon() -> None:
    twee = rechthoek(0, 0) + rechthoek(100, 0)
    assert twee.omvat((5, 5))
    assert twee.omvat((105, 5))
    assert not twee.omvat((50, 5))
    # the frame from the left corner to the right one has its hole between them
    (ring,), (gat,) = rechthoek(0, 0, 30, 30).vlakken[0], rechthoek(10, 10).vlakken[0]
    lijst = Vorm(vlakken=((ring, gat),))
    assert [lijst.omvat((x, 15)) for x in (5, 15, 25, 35)] == [True, False, True, False]


@pytest.mark.parametrize(
    ("punt", "afstand2"),
    [
        ((6, 5), 25),  # beyond the first end
        ((10, 7), 1),  # straight below the first end
        ((10, 9), Fraction(16, 25)),  # straight above the first end: 0.6 along, 0.8 across
        ((14, 11), 0),  # on it
        ((11, 9), Fraction(1, 25)),  # 1.4 along, 0.2 across
        ((18, 14), 0),  # the other end
        ((21, 18), 25),  # beyond it
        ((17, 15), Fraction(49, 25)),  # just before the other end
    ],
)
def test_to_a_sloping_piece(punt: tuple[int, int], afstand2: int | Fraction) -> None:
    """From (10, 8) to (18, 14): 8 along, 6 up, ten long; across = |6 dx - 8 dy| / 10."""
    assert Vorm(lijnen=(((10, 8), (18, 14)),)).rand2(punt) == afstand2


def test_nearest_of_all() -> None:
    """Points, every piece of every line, and the borders of polygons, from within as from without."""
    alles = Vorm(punten=((0, 0), (0, 50)), lijnen=(((20, 0), (20, 10), (40, 10)),)) + rechthoek(100, 100)
    assert alles.rand2((0, 2)) == 4
    assert alles.rand2((0, 47)) == 9
    assert alles.rand2((19, 5)) == 1
    assert alles.rand2((30, 12)) == 4
    assert alles.rand2((102, 105)) == 4
    assert alles.rand2((115, 105)) == 25
    # the piece of no length is a point; a line of one point has no piece at all
    assert Vorm(lijnen=(((3, 4), (3, 4)),)).rand2((0, 0)) == 25
    assert Vorm(lijnen=(((3, 4),),)).rand2((0, 0)) is None
    # one metre long: at its first end, within it and at its last end
    kort = Vorm(lijnen=(((5, 5), (6, 5)),))
    assert [kort.rand2((x, 7)) for x in (Fraction(9, 2), 5, Fraction(11, 2), 6, 7)] == [Fraction(17, 4), 4, 4, 4, 5]
