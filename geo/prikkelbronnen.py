"""Sources of stimuli, and which places lie too near to one (contract par. 3 R19, par. 7)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from data.keuzes import Prikkelsoort
from data.meldingen import Melding
from geo.lagen import LEEG, PRIKKELBRONNEN, Vormen, lees_laag

if TYPE_CHECKING:
    from shapely import STRtree
    from shapely.geometry.base import BaseGeometry

_MARGE = 1e-6
"""Metres. A float distance nearer than this to the limit is decided in fractions; its own error is far less."""

Punt = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True, eq=False)
class Prikkelbronnen:
    """The sources by soort, each in a spatial index."""

    bomen: Mapping[str, STRtree]

    def dichtbij(
        self, x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], soort: str, afstand: Decimal
    ) -> npt.NDArray[np.bool_]:
        """Whether any source of ``soort`` lies closer (``<``) than ``afstand`` metres to each place.

        ``x``, ``y`` in RD metres (nan: not known, and then False). Exact on the shortest decimals that
        give the floats of place and layer, which are the decimals as written.
        """
        import shapely

        uit = np.zeros(len(x), dtype=np.bool_)
        bekend = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
        boom = self.bomen.get(soort)
        if boom is None or afstand <= 0 or not len(bekend):
            return uit
        grens = min(float(afstand), 1e9)
        marge = _MARGE + 1e-9 * grens
        punten: Vormen = np.array(shapely.points(x[bekend], y[bekend]))
        (p, _), meters = boom.query_nearest(punten, max_distance=grens + marge, return_distance=True, all_matches=False)
        zeker = meters < grens - marge
        uit[bekend[p[zeker]]] = True
        for k in p[~zeker].tolist():
            nabij = boom.query(punten[k], predicate="dwithin", distance=grens + marge)
            uit[bekend[k]] = any(_dichter(punten[k], boom.geometries[j], afstand, grens + marge) for j in nabij)
        return uit


def lees_prikkelbronnen(
    map_: Path, invoer: Mapping[str, str] = LEEG
) -> tuple[Prikkelbronnen | None, tuple[Melding, ...]]:
    """The layer ``geo/prikkelbronnen`` of the region folder; (None, ()) without it. ``invoer`` as in ``lees_laag``."""
    laag, meldingen = lees_laag(map_, PRIKKELBRONNEN, invoer)
    if laag is None:
        return None, meldingen
    import shapely

    soorten = np.array([str(soort) for soort in laag.kolommen["soort"]])
    bomen = {str(soort): shapely.STRtree(laag.vormen[soorten == str(soort)]) for soort in Prikkelsoort}
    return Prikkelbronnen(bomen), meldingen


def _dichter(punt: BaseGeometry, bron: BaseGeometry, afstand: Decimal, ruim: float) -> bool:
    """Exactly whether ``bron`` comes closer to ``punt`` than ``afstand``; only its pieces within ``ruim`` can."""
    import shapely

    if shapely.get_dimensions(bron) == 2 and shapely.intersects(bron, punt):
        return True
    stukken = np.concatenate(list(_stukken(bron)))
    nabij = shapely.distance(shapely.linestrings(stukken), punt) <= ruim
    plaats = _exact(shapely.get_coordinates(punt)[0])
    kwadraat = Fraction(afstand) ** 2
    return any(_kwadraat(plaats, _exact(a), _exact(b)) < kwadraat for a, b in stukken[nabij])


def _stukken(bron: BaseGeometry) -> Iterator[npt.NDArray[np.float64]]:
    """The straight pieces that a shape is drawn with, n x (begin, end) x (x, y); a point is a piece without length."""
    import shapely

    for deel in shapely.get_parts(bron):
        for lijn in shapely.get_rings(deel) if shapely.get_dimensions(deel) == 2 else [deel]:
            hoeken = shapely.get_coordinates(lijn)
            einden = hoeken[1:] if len(hoeken) > 1 else hoeken
            yield np.stack([hoeken[: len(einden)], einden], axis=1)


def _exact(punt: npt.NDArray[np.float64]) -> Punt:
    x, y = punt.tolist()
    return Fraction(repr(x)), Fraction(repr(y))


def _kwadraat(p: Punt, a: Punt, b: Punt) -> Fraction:
    """The squared distance from ``p`` to the piece from ``a`` to ``b``: a fraction, though the distance is not."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    lengte = dx * dx + dy * dy
    langs = ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / lengte if lengte else Fraction(0)
    t = min(max(langs, Fraction(0)), Fraction(1))
    return (p[0] - a[0] - t * dx) ** 2 + (p[1] - a[1] - t * dy) ** 2
