"""Points, lines and polygons with exact arithmetic: how near, and in which one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from matcher.controle.cellen import Getal, Punt
from matcher.controle.passend import kwadraat

Doos = tuple[Getal, Getal, Getal, Getal]
"""The smallest x and y, and the largest x and y."""

Lijn = tuple[Punt, ...]
"""A line, or the ring of a polygon (first point = last)."""


@dataclass(frozen=True, slots=True)
class Vorm:
    """A shape in RD metres: loose points, lines, and polygons as rings (a hole is a ring as well)."""

    punten: tuple[Punt, ...] = ()
    lijnen: tuple[Lijn, ...] = ()
    vlakken: tuple[tuple[Lijn, ...], ...] = ()

    def __add__(self, ander: Vorm) -> Vorm:
        """Take two shapes together."""
        return Vorm(self.punten + ander.punten, self.lijnen + ander.lijnen, self.vlakken + ander.vlakken)

    @property
    def randen(self) -> Iterator[Lijn]:
        """All lines, those around polygons included."""
        yield from self.lijnen
        for ringen in self.vlakken:
            yield from ringen

    def doos(self) -> Doos | None:
        """Give the box around the shape; None for an empty one."""
        punten = [*self.punten, *(punt for lijn in self.randen for punt in lijn)]
        if not punten:
            return None
        xs, ys = [x for x, _ in punten], [y for _, y in punten]
        return min(xs), min(ys), max(xs), max(ys)

    def omvat(self, punt: Punt) -> bool:
        """Say whether a place lies within one of the polygons; on the border either answer is possible."""
        return any(_binnen(punt, ringen) for ringen in self.vlakken)

    def rand2(self, punt: Punt) -> Getal | None:
        """Give the squared distance to the nearest point or border; None for an empty shape."""
        afstanden = [kwadraat(punt, ander) for ander in self.punten]
        afstanden += [_tot_stuk(punt, a, b) for lijn in self.randen for a, b in pairwise(lijn)]
        return min(afstanden, default=None)


def _binnen(punt: Punt, ringen: Iterable[Lijn]) -> bool:
    """Count the borders to the right: odd is inside."""
    x, y = punt
    binnen = False
    for ring in ringen:
        for (ax, ay), (bx, by) in pairwise(ring):
            if (ay > y) != (by > y) and x - ax < Fraction((bx - ax) * (y - ay)) / (by - ay):
                binnen = not binnen
    return binnen


def _tot_stuk(punt: Punt, a: Punt, b: Punt) -> Getal:
    """Give the squared distance to a straight piece."""
    lengte2 = kwadraat(a, b)
    dx, dy = b[0] - a[0], b[1] - a[1]
    langs = (punt[0] - a[0]) * dx + (punt[1] - a[1]) * dy
    if langs <= 0:
        return kwadraat(punt, a)
    if langs >= lengte2:
        return kwadraat(punt, b)
    dwars = (punt[0] - a[0]) * dy - (punt[1] - a[1]) * dx
    return Fraction(dwars * dwars) / lengte2
