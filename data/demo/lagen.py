"""The layers of the demo region as GeoJSON in RD metres: borders, noise, stimuli and roads."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from itertools import pairwise
from math import hypot
from typing import Any

from data.demo.kaart import RASTER, WIJKEN, Cel, Kaart, Punt

_CRS = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}

SNELWEG: tuple[Punt, ...] = ((79_400, 452_600), (80_100, 447_800), (81_900, 443_200), (83_600, 438_200))
SPOOR: tuple[Punt, ...] = ((84_900, 451_400), (84_300, 446_900), (85_100, 442_300))
_GELUID = ((SNELWEG, ((70, 120), (65, 260), (60, 480), (55, 800))), (SPOOR, ((65, 90), (60, 180), (55, 320))))
"""By line: Lden in dB, and how far from the line it reaches in metres."""
_BRONNEN = (
    ("horeca", "AAACBVKN"),
    ("uitgaan", "AC"),
    ("coffeeshop", "AE"),
    ("school", "BDFGKLNVWS"),
    ("speelplek", "CEGHKMOVX"),
    ("evenement", "AK"),
)
"""By kind of source: the wijken that have one, a letter each."""
_SNELHEID = {"stad": 30, "dorp": 50, "landelijk": 60}


def lagen(kaart: Kaart) -> dict[str, bytes]:
    """The files by their path in the region folder."""
    vormen = {
        "wijken": _wijken(kaart),
        "geo/buurten": _buurten(kaart),
        "geo/geluid": _geluid(),
        "geo/prikkelbronnen": _prikkelbronnen(kaart),
        "geo/wegen": _wegen(kaart),
    }
    return {f"{naam}.geojson": _geojson(naam.removeprefix("geo/"), laag) for naam, laag in vormen.items()}


def _wijken(kaart: Kaart) -> Iterator[dict[str, Any]]:
    for wijk in WIJKEN:
        ring = kaart.omtrek(kaart.cellen[wijk.letter])
        yield _vorm("Polygon", [ring], wijkcode=wijk.wijkcode, naam=wijk.naam)


def _buurten(kaart: Kaart) -> Iterator[dict[str, Any]]:
    for wijk in WIJKEN:
        for nummer, cel in enumerate(kaart.cellen[wijk.letter]):
            yield _vorm("Polygon", [kaart.omtrek((cel,))], buurtcode=f"BU{wijk.wijkcode[2:]}{nummer:02d}")


def _geluid() -> Iterator[dict[str, Any]]:
    """A box along every stretch; where boxes overlap the loudest counts."""
    for lijn, banden in _GELUID:
        for db, reikt in banden:
            for van, naar in pairwise(lijn):
                yield _vorm("Polygon", [_strook(van, naar, reikt)], db=db)


def _strook(van: Punt, naar: Punt, reikt: int) -> list[Punt]:
    (x1, y1), (x2, y2) = van, naar
    lengte = hypot(x2 - x1, y2 - y1)
    dx, dy = round((y1 - y2) / lengte * reikt), round((x2 - x1) / lengte * reikt)
    return [(x1 + dx, y1 + dy), (x1 - dx, y1 - dy), (x2 - dx, y2 - dy), (x2 + dx, y2 + dy), (x1 + dx, y1 + dy)]


def _prikkelbronnen(kaart: Kaart) -> Iterator[dict[str, Any]]:
    for soort, letters in _BRONNEN:
        for nummer, letter in enumerate(letters):
            yield _vorm("Point", kaart.punt(letter, f"{soort}/{nummer}"), soort=soort)
    yield _vorm("LineString", SNELWEG, soort="snelweg")
    yield _vorm("LineString", SPOOR, soort="spoor")


def _wegen(kaart: Kaart) -> Iterator[dict[str, Any]]:
    """A road between every two cells that touch; the slower of the two sides sets the speed (km/h)."""
    omgeving = {wijk.letter: _SNELHEID[wijk.woonomgeving] for wijk in WIJKEN}
    for rij, regel in enumerate(RASTER):
        for kolom, letter in enumerate(regel):
            for buur in ((rij, kolom + 1), (rij + 1, kolom)):
                ander = _letter(buur)
                if letter != "." and ander != ".":
                    lijn = (kaart.midden((rij, kolom)), kaart.midden(buur))
                    yield _vorm("LineString", lijn, snelheid=min(omgeving[letter], omgeving[ander]))


def _letter(cel: Cel) -> str:
    rij, kolom = cel
    return RASTER[rij][kolom] if rij < len(RASTER) and kolom < len(RASTER[rij]) else "."


def _vorm(type_: str, plek: Any, **eigenschappen: object) -> dict[str, Any]:
    return {"type": "Feature", "properties": eigenschappen, "geometry": {"type": type_, "coordinates": plek}}


def _geojson(naam: str, vormen: Iterable[dict[str, Any]]) -> bytes:
    """One shape a line, so that a person can read it and ``diff`` can compare it."""
    regels = ",\n".join(json.dumps(vorm) for vorm in vormen)
    kop = f'"type": "FeatureCollection", "name": "{naam}", "crs": {json.dumps(_CRS)}'
    return f'{{{kop}, "features": [\n{regels}\n]}}\n'.encode()
