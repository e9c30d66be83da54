"""A layer of the map read with the standard library: GeoJSON, or GeoPackage (OGC 12-128r18, par. 2.1.3).

In RD the coordinates are taken exactly. WGS84 goes through the polynomials of Schreutelkamp and Strang van Hees
("Benaderingsformules voor de transformatie tussen RD- en WGS84-kaartcoordinaten", Geodesia 2001), which stay within
a metre; whatever lies nearer than ``MARGE`` to a decision is then left undecided.
"""

from __future__ import annotations

import json
import sqlite3
import struct
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any
from urllib.parse import quote

from matcher.controle.cellen import Getal, Punt, eenvoudig
from matcher.controle.vormen import Doos, Lijn, Vorm

MARGE = 2
"""Metres within which a place from WGS84 decides nothing."""

RD, WGS84 = 28992, 4326
_KAPOT = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    ArithmeticError,
    RecursionError,
    struct.error,
    sqlite3.Error,
)
_OMHULSEL = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}
_OOST = {
    (0, 1): 190094.945,
    (1, 1): -11832.228,
    (2, 1): -114.221,
    (0, 3): -32.391,
    (1, 0): -0.705,
    (3, 1): -2.340,
    (1, 3): -0.608,
    (0, 2): -0.008,
    (2, 3): 0.148,
}
_NOORD = {
    (1, 0): 309056.544,
    (0, 2): 3638.893,
    (2, 0): 73.077,
    (1, 2): -157.984,
    (3, 0): 59.788,
    (0, 1): 0.433,
    (2, 2): -6.439,
    (1, 1): -0.032,
    (0, 4): 0.092,
    (1, 4): -0.054,
}


@dataclass(frozen=True, slots=True)
class Kenmerk:
    """A feature: its properties as text by lower-case name, its shape and the box around that."""

    eigenschappen: Mapping[str, str]
    vorm: Vorm
    doos: Doos | None

    def kan_raken(self, punt: Punt, ruimte: Getal) -> bool:
        """Say whether the shape may lie within ``ruimte`` metres of a place."""
        if self.doos is None:
            return False
        laag_x, laag_y, hoog_x, hoog_y = self.doos
        return laag_x - ruimte <= punt[0] <= hoog_x + ruimte and laag_y - ruimte <= punt[1] <= hoog_y + ruimte


@dataclass(frozen=True, slots=True)
class Laag:
    """A layer in RD; ``marge`` = metres by which its places may be off."""

    kenmerken: tuple[Kenmerk, ...]
    marge: int


def lees_laag(regio_map: Path, naam: str) -> Laag | None:
    """Read ``<naam>.gpkg`` or ``<naam>.geojson``; None when it cannot be read with certainty."""
    pakket, tekst = regio_map / f"{naam}.gpkg", regio_map / f"{naam}.geojson"
    try:
        return _gpkg(pakket) if pakket.exists() else _geojson(tekst)
    except _KAPOT:
        return None


def naar_rd(lengte: float, breedte: float) -> Punt:
    """Turn degrees (WGS84) into RD, whole centimetres."""
    p, q = 0.36 * (breedte - 52.15517440), 0.36 * (lengte - 5.38720621)
    x = 155000 + sum(factor * p**i * q**j for (i, j), factor in _OOST.items())
    y = 463000 + sum(factor * p**i * q**j for (i, j), factor in _NOORD.items())
    return eenvoudig(Fraction(round(x * 100), 100)), eenvoudig(Fraction(round(y * 100), 100))


def _omzetter(stelsel: int) -> tuple[Callable[[Any, Any], Punt], int]:
    if stelsel == RD:
        return lambda x, y: (_exact(x), _exact(y)), 0
    if stelsel == WGS84:
        return lambda x, y: naar_rd(float(x), float(y)), MARGE
    raise ValueError


def _exact(getal: int | float | Decimal) -> Getal:
    return eenvoudig(Fraction(getal))


def _tekst(waarde: object) -> str:
    return "" if waarde is None else str(waarde).strip()


# -- GeoJSON -------------------------------------------------------------------------------------------------------


def _geojson(bestand: Path) -> Laag:
    ruw = json.loads(bestand.read_bytes().decode("utf-8-sig"), parse_float=Decimal)
    punt, marge = _omzetter(_stelsel(ruw.get("crs")))
    kenmerken = []
    for deel in ruw["features"]:
        eigen = {str(naam).lower(): _tekst(waarde) for naam, waarde in (deel["properties"] or {}).items()}
        vorm = _vorm(deel["geometry"], punt)
        kenmerken.append(Kenmerk(eigen, vorm, vorm.doos()))
    return Laag(tuple(kenmerken), marge)


def _stelsel(crs: Any) -> int:
    """Find the reference system; GeoJSON without one is WGS84."""
    if crs is None:
        return WGS84
    naam = str(crs["properties"]["name"])
    return WGS84 if "CRS84" in naam else int(naam.rpartition(":")[2])


def _vorm(ruw: Any, punt: Callable[[Any, Any], Punt]) -> Vorm:
    def lijn(posities: Any) -> Lijn:
        return tuple(punt(positie[0], positie[1]) for positie in posities)

    def vlak(ringen: Any) -> tuple[Lijn, ...]:
        return tuple(lijn(ring) for ring in ringen)

    if ruw is None:
        return Vorm()
    soort, plaats = ruw["type"], ruw.get("coordinates")
    if soort == "GeometryCollection":
        return sum((_vorm(deel, punt) for deel in ruw["geometries"]), Vorm())
    maken: Mapping[str, Callable[[], Vorm]] = {
        "Point": lambda: Vorm(punten=lijn([plaats])),
        "MultiPoint": lambda: Vorm(punten=lijn(plaats)),
        "LineString": lambda: Vorm(lijnen=(lijn(plaats),)),
        "MultiLineString": lambda: Vorm(lijnen=vlak(plaats)),
        "Polygon": lambda: Vorm(vlakken=(vlak(plaats),)),
        "MultiPolygon": lambda: Vorm(vlakken=tuple(vlak(ringen) for ringen in plaats)),
    }
    return maken[soort]()


# -- GeoPackage ----------------------------------------------------------------------------------------------------


def _gpkg(bestand: Path) -> Laag:
    with closing(sqlite3.connect(f"file:{quote(str(bestand.resolve()))}?mode=ro&immutable=1", uri=True)) as pakket:
        lagen = pakket.execute("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns").fetchall()
        if len(lagen) != 1:
            raise ValueError
        tabel, kolom, stelsel = lagen[0]
        punt, marge = _omzetter(stelsel)
        rijen = pakket.execute('SELECT * FROM "' + str(tabel).replace('"', '""') + '"')  # noqa: S608
        namen = [str(beschrijving[0]) for beschrijving in rijen.description]
        plaats = namen.index(kolom)
        kenmerken = []
        for rij in rijen:
            cellen = {naam.lower(): _tekst(cel) for naam, cel in zip(namen, rij, strict=True) if naam != kolom}
            vorm = _blob(rij[plaats], punt)
            kenmerken.append(Kenmerk(cellen, vorm, vorm.doos()))
        return Laag(tuple(kenmerken), marge)


def _blob(inhoud: bytes | None, punt: Callable[[Any, Any], Punt]) -> Vorm:
    """Read the geometry of a GeoPackage: a header, an envelope, and then well-known binary."""
    if inhoud is None:
        return Vorm()
    if inhoud[:2] != b"GP":
        raise ValueError
    vorm, einde = _Wkb(inhoud, punt).vorm(8 + _OMHULSEL[inhoud[3] >> 1 & 7])
    if einde != len(inhoud):
        raise ValueError
    return vorm


@dataclass(frozen=True, slots=True)
class _Wkb:
    """Well-known binary (ISO 13249-3); each reader returns what it read and where the next begins."""

    inhoud: bytes
    punt: Callable[[Any, Any], Punt]

    def vorm(self, begin: int) -> tuple[Vorm, int]:
        orde = "<" if self.inhoud[begin] else ">"
        (code,) = struct.unpack_from(f"{orde}I", self.inhoud, begin + 1)
        extra, soort = divmod(code, 1000)
        maat = 2 + (0, 1, 1, 2)[extra]
        begin += 5
        if soort == 1:
            (punt,), begin = self.punten(begin, 1, orde, maat)
            return Vorm(punten=(punt,)), begin
        aantal, begin = self.aantal(begin, orde)
        if soort == 2:
            lijn, begin = self.punten(begin, aantal, orde, maat)
            return Vorm(lijnen=(lijn,)), begin
        if soort == 3:
            ringen = []
            for _ in range(aantal):
                lengte, begin = self.aantal(begin, orde)
                ring, begin = self.punten(begin, lengte, orde, maat)
                ringen.append(ring)
            return Vorm(vlakken=(tuple(ringen),)), begin
        if soort not in (4, 5, 6, 7):
            raise ValueError
        samen = Vorm()
        for _ in range(aantal):
            deel, begin = self.vorm(begin)
            samen += deel
        return samen, begin

    def aantal(self, begin: int, orde: str) -> tuple[int, int]:
        (aantal,) = struct.unpack_from(f"{orde}I", self.inhoud, begin)
        return int(aantal), begin + 4

    def punten(self, begin: int, aantal: int, orde: str, maat: int) -> tuple[Lijn, int]:
        getallen = struct.unpack_from(f"{orde}{aantal * maat}d", self.inhoud, begin)
        lijn = tuple(self.punt(*getallen[i : i + 2]) for i in range(0, aantal * maat, maat))
        return lijn, begin + aantal * maat * 8
