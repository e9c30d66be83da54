"""Sources of stimuli, and which places lie too near to one (contract par. 3 R19, par. 7)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from data.meldingen import Melding
from geo.lagen import LEEG, PRIKKELBRONNEN, Vormen, lees_laag, punten

if TYPE_CHECKING:
    from shapely import STRtree
    from shapely.geometry.base import BaseGeometry

_MARGE = 1e-6
"""Metres. A float distance nearer than this to the limit is decided in fractions; its own error is far less."""

Punt = tuple[Fraction, Fraction]


@dataclass(frozen=True, slots=True, eq=False)
class Bronnen:
    """The sources of one soort, taken apart: a long line is no nearer than the nearest of its straight pieces.

    ``stukken``: pieces x (begin, end) x (x, y), RD metres; a point is a piece without length, an area its
    border. ``boom`` holds the same pieces, ``vlakken`` the areas.
    """

    stukken: npt.NDArray[np.float64]
    boom: STRtree
    vlakken: STRtree

    @classmethod
    def van(cls, vormen: Vormen) -> Bronnen:
        """From points, lines and areas, single or several in one."""
        import shapely

        delen = shapely.get_parts(vormen)
        is_vlak = shapely.get_dimensions(delen) == 2
        lijnen = np.concatenate([delen[~is_vlak], shapely.get_rings(delen[is_vlak])])
        stukken = np.concatenate([np.empty((0, 2, 2)), *map(_stukken, lijnen)])
        return cls(stukken, shapely.STRtree(np.asarray(shapely.linestrings(stukken))), shapely.STRtree(delen[is_vlak]))

    def dichtbij(self, punten: Vormen, afstand: Decimal) -> npt.NDArray[np.bool_]:
        """Which points lie closer (``<``) than ``afstand``, above 0."""
        uit = np.zeros(len(punten), dtype=np.bool_)
        uit[self.vlakken.query(punten, predicate="intersects")[0]] = True
        grens = min(float(afstand), 1e9)
        ruim = grens + _MARGE + 1e-9 * grens
        (p, _), meters = self.boom.query_nearest(punten, max_distance=ruim, return_distance=True, all_matches=False)
        zeker = meters < 2 * grens - ruim
        uit[p[zeker]] = True
        for k in p[~zeker].tolist():
            nabij = self.boom.query(punten[k], predicate="dwithin", distance=ruim)
            uit[k] |= any(_dichter(punten[k], stuk, afstand) for stuk in self.stukken[nabij])
        return uit


@dataclass(frozen=True, slots=True, eq=False)
class Prikkelbronnen:
    """The sources of the layer by soort."""

    per_soort: Mapping[str, Bronnen]

    def dichtbij(
        self, x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], soort: str, afstand: Decimal
    ) -> npt.NDArray[np.bool_]:
        """Whether any source of ``soort`` lies closer (``<``) than ``afstand`` metres to each place.

        ``x``, ``y`` in RD metres (nan: not known, and then False). Exact on the shortest decimals that
        give the floats of place and layer, which are the decimals as written.
        """
        uit = np.zeros(len(x), dtype=np.bool_)
        bekend = np.flatnonzero(np.isfinite(x) & np.isfinite(y))
        bronnen = self.per_soort.get(soort)
        if bronnen is not None and afstand > 0:
            uit[bekend] = bronnen.dichtbij(punten(np.column_stack([x[bekend], y[bekend]])), afstand)
        return uit


def lees_prikkelbronnen(
    map_: Path, invoer: Mapping[str, str] = LEEG
) -> tuple[Prikkelbronnen | None, tuple[Melding, ...]]:
    """The layer ``geo/prikkelbronnen`` of the region folder; (None, ()) without it. ``invoer`` as in ``lees_laag``."""
    laag, meldingen = lees_laag(map_, PRIKKELBRONNEN, invoer)
    if laag is None:
        return None, meldingen
    soorten = np.array([str(soort) for soort in laag.kolommen["soort"]])
    per_soort = {soort: Bronnen.van(laag.vormen[soorten == soort]) for soort in sorted(set(soorten.tolist()))}
    return Prikkelbronnen(per_soort), meldingen


def _stukken(lijn: BaseGeometry) -> npt.NDArray[np.float64]:
    import shapely

    hoeken = shapely.get_coordinates(lijn)
    einden = hoeken[1:] if len(hoeken) > 1 else hoeken
    return np.stack([hoeken[: len(einden)], einden], axis=1)


def _dichter(punt: BaseGeometry, stuk: npt.NDArray[np.float64], afstand: Decimal) -> bool:
    import shapely

    begin, einde = stuk
    return _kwadraat(_exact(shapely.get_coordinates(punt)[0]), _exact(begin), _exact(einde)) < Fraction(afstand) ** 2


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
