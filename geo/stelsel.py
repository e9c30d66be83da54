"""Coordinates: from whatever system a layer states to RD, and the usual mistakes with it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.meldingen import Melding, fout
from geo.kaartbestand import objecten

RD = 28992
X_BEREIK = (0.0, 300_000.0)
Y_BEREIK = (300_000.0, 625_000.0)
"""Where the Netherlands lie in RD, metres."""
_LENGTE = (3.0, 7.6)
_BREEDTE = (50.5, 53.8)

Rechthoek = tuple[tuple[float, float], tuple[float, float]]


def naar_rd(
    bestand: str,
    crs: str | None,
    vormen: NDArray[Any],
    nummers: Sequence[int],
) -> NDArray[Any] | Melding:
    """``vormen`` in RD metres, or the fault of their coordinates.

    A layer in RD keeps its coordinates as they are. Another is converted by PROJ, without the correction grid
    of the Kadaster unless it is installed: then to about a quarter of a metre.
    """
    import pyproj
    import shapely
    from pyproj import network

    if crs is None or "Undefined" in crs:
        return fout("laag_zonder_crs", bestand)
    try:
        stelsel = pyproj.CRS.from_user_input(crs)
    except pyproj.exceptions.CRSError:
        return fout("laag_crs_onbekend", bestand)
    if not (stelsel.is_geographic or stelsel.is_projected):
        return fout("laag_crs_onbekend", bestand)
    grenzen = shapely.bounds(vormen).reshape(-1, 4)
    if verkeerd := _vergissing(bestand, stelsel, grenzen):
        return verkeerd
    if stelsel.to_epsg(min_confidence=70) != RD:
        network.set_network_enabled(active=False)  # type: ignore[attr-defined]
        om = pyproj.Transformer.from_crs(stelsel, RD, always_xy=True)
        vormen = shapely.transform(vormen, lambda xy: np.column_stack(om.transform(xy[:, 0], xy[:, 1])))
        grenzen = shapely.bounds(vormen).reshape(-1, 4)
    if (buiten := ~_binnen(grenzen, (X_BEREIK, Y_BEREIK))).any():
        mis = objecten([nummers[k] for k in np.flatnonzero(buiten).tolist()])
        return fout("laag_buiten_nederland", bestand, objecten=mis, crs=_naam(stelsel))
    return vormen


def _vergissing(bestand: str, stelsel: Any, grenzen: NDArray[np.float64]) -> Melding | None:
    """The mistake that the whole layer makes, if it makes one that can be named."""
    if not len(grenzen):
        return None
    graden = bool(_binnen(grenzen, ((-180, 180), (-90, 90))).all())
    velden = {"crs": _naam(stelsel), "punt": f"({_getal(grenzen[0, 0])} {_getal(grenzen[0, 1])})"}
    if stelsel.is_geographic and not graden and _binnen(grenzen, (X_BEREIK, Y_BEREIK)).all():
        return fout("laag_meters_als_graden", bestand, 0, "", **velden)
    if stelsel.is_projected and graden:
        return fout("laag_graden_als_meters", bestand, 0, "", **velden)
    if stelsel.is_geographic and _binnen(grenzen, (_BREEDTE, _LENGTE)).all():
        velden |= {"eerst": "lengte (ongeveer 5)", "daarna": "breedte (ongeveer 52)"}
        return fout("laag_verwisseld", bestand, 0, "", **velden)
    if stelsel.to_epsg(min_confidence=70) == RD and _binnen(grenzen, (Y_BEREIK, X_BEREIK)).all():
        velden |= {"eerst": "x (tot 300000)", "daarna": "y (vanaf 300000)"}
        return fout("laag_verwisseld", bestand, 0, "", **velden)
    return None


def _binnen(grenzen: NDArray[np.float64], rechthoek: Rechthoek) -> NDArray[np.bool_]:
    """Which (xmin, ymin, xmax, ymax) lie within ((x from, to), (y from, to)); never one that is not a number."""
    (links, rechts), (onder, boven) = rechthoek
    laag_genoeg = (grenzen[:, 2] <= rechts) & (grenzen[:, 3] <= boven)
    hoog_genoeg = (grenzen[:, 0] >= links) & (grenzen[:, 1] >= onder)
    uit: NDArray[np.bool_] = laag_genoeg & hoog_genoeg
    return uit


def _naam(stelsel: Any) -> str:
    code = stelsel.to_epsg()
    return f"EPSG:{code}" if code else str(stelsel.name)


def _getal(waarde: float) -> str:
    return f"{waarde:.10g}".replace(".", ",")
