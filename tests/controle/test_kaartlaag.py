"""Layers byte by byte: GeoJSON written out, well-known binary packed here, and a GeoPackage of one table."""

from __future__ import annotations

import json
import sqlite3
import struct
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from matcher.controle.kaartlaag import (
    MARGE,
    Kenmerk,
    Laag,
    _blob,
    _exact,
    _omzetter,
    _stelsel,
    _tekst,
    _vorm,
    _Wkb,
    lees_laag,
    naar_rd,
)
from matcher.controle.vormen import Lijn, Vorm

RING = [[1, 2], [3, 2], [3, 5], [1, 2]]
GAT = [[7, 8], [9, 8], [9, 11], [7, 8]]


def paar(x: Any, y: Any) -> tuple[int, int]:
    return int(x), int(y)


def lijn(posities: list[list[int]]) -> Lijn:
    return tuple((positie[0], positie[1]) for positie in posities)


# -- places --------------------------------------------------------------------------------------------------------


def test_numbers_and_texts() -> None:
    assert [_exact(getal) for getal in (7, 2.5, 3.0, Decimal("0.1"))] == [7, Fraction(5, 2), 3, Fraction(1, 10)]
    assert [_tekst(waarde) for waarde in (None, " a ", 3)] == ["", "a", "3"]


def test_centre_of_the_country() -> None:
    """The polynomials are laid around the tower of Amersfoort, which is (155000, 463000) by definition."""
    assert naar_rd(5.38720621, 52.15517440) == (155000, 463000)


def test_degrees_term_by_term() -> None:
    """A hundredth of a degree from Amersfoort, by hand.

    East: q = 0.0036, so 190094.945 q - 32.391 q^3 - 0.008 q^2 = 684.34; north: 3638.893 q^2 + 0.433 q = 0.05.
    """
    assert naar_rd(5.39720621, 52.15517440) == (Fraction(15568434, 100), Fraction(46300005, 100))
    # North: p = 0.0036, so 309056.544 p + 73.077 p^2 + 59.788 p^3 = 1112.60; east: - 0.705 p = 0.00
    assert naar_rd(5.38720621, 52.16517440) == (155000, Fraction(46411260, 100))


def test_systems() -> None:
    """In RD the number itself, without a margin; from degrees with a margin; any other system is not read."""
    rd, marge = _omzetter(28992)
    assert (rd(1, Decimal("2.5")), marge) == ((1, Fraction(5, 2)), 0)
    graden, marge = _omzetter(4326)
    assert (graden(Decimal("5.38720621"), Decimal("52.15517440")), marge) == ((155000, 463000), MARGE)
    for stelsel in (0, 3857, 28991, 28993):
        with pytest.raises(ValueError):  # noqa: PT011
            _omzetter(stelsel)


@pytest.mark.parametrize(
    ("naam", "stelsel"),
    [
        ("EPSG:28992", 28992),
        ("urn:ogc:def:crs:EPSG::28992", 28992),
        ("urn:ogc:def:crs:OGC:1.3:CRS84", 4326),
        ("EPSG:4326", 4326),
        ("28992", 28992),
    ],
)
def test_names_of_systems(naam: str, stelsel: int) -> None:
    assert _stelsel({"type": "name", "properties": {"name": naam}}) == stelsel


def test_system_not_named() -> None:
    assert _stelsel(None) == 4326
    with pytest.raises(ValueError):  # noqa: PT011
        _stelsel({"properties": {"name": "crs84"}})


def test_box() -> None:
    """Ten metres of room around a box from (10, 20) to (30, 40): the edge itself may touch, in each direction."""
    vorm = Vorm(punten=((10, 20), (30, 40)))
    kenmerk = Kenmerk({}, vorm, vorm.doos())
    raak = [(0, 30), (40, 30), (20, 10), (20, 50)]
    mis = [(-1, 30), (41, 30), (20, 9), (20, 51)]
    assert all(kenmerk.kan_raken(punt, 10) for punt in raak)
    assert not any(kenmerk.kan_raken(punt, 10) for punt in mis)
    assert Kenmerk({}, Vorm(), None).kan_raken((0, 0), 10) is False


# -- GeoJSON -------------------------------------------------------------------------------------------------------

GEOJSON: list[tuple[dict[str, Any], Vorm]] = [
    ({"type": "Point", "coordinates": [1, 2, 99]}, Vorm(punten=((1, 2),))),
    ({"type": "MultiPoint", "coordinates": RING[:2]}, Vorm(punten=((1, 2), (3, 2)))),
    ({"type": "LineString", "coordinates": RING}, Vorm(lijnen=(lijn(RING),))),
    ({"type": "MultiLineString", "coordinates": [RING, GAT]}, Vorm(lijnen=(lijn(RING), lijn(GAT)))),
    ({"type": "Polygon", "coordinates": [RING, GAT]}, Vorm(vlakken=((lijn(RING), lijn(GAT)),))),
    ({"type": "MultiPolygon", "coordinates": [[RING], [GAT]]}, Vorm(vlakken=((lijn(RING),), (lijn(GAT),)))),
]


@pytest.mark.parametrize(("ruw", "vorm"), GEOJSON)
def test_geojson_shapes(ruw: dict[str, Any], vorm: Vorm) -> None:
    assert _vorm(ruw, paar) == vorm


def test_geojson_collection() -> None:
    samen = {"type": "GeometryCollection", "geometries": [GEOJSON[2][0], GEOJSON[0][0], None]}
    assert _vorm(samen, paar) == Vorm(punten=((1, 2),), lijnen=(lijn(RING),))
    assert _vorm(None, paar) == Vorm()
    with pytest.raises(KeyError):
        _vorm({"type": "Circle", "coordinates": [1, 2]}, paar)


def collectie(crs: str | None, *kenmerken: tuple[object, object]) -> str:
    ruw: dict[str, Any] = {
        "type": "FeatureCollection",
        "features": [{"type": "Feature", "properties": eigen, "geometry": vorm} for eigen, vorm in kenmerken],
    }
    return json.dumps(ruw if crs is None else ruw | {"crs": {"type": "name", "properties": {"name": crs}}})


def test_geojson_layer(tmp_path: Path) -> None:
    """Exact decimals, names in lower case, texts without blanks; a byte order mark does no harm."""
    tekst = collectie("EPSG:28992", ({"Soort": " horeca ", "n": 3}, GEOJSON[0][0]), (None, None))
    (tmp_path / "l.geojson").write_text("\ufeff" + tekst.replace("[1, 2, 99]", "[0.1, 2]"), encoding="utf-8")
    een = Vorm(punten=((Fraction(1, 10), 2),))
    assert lees_laag(tmp_path, "l") == Laag(
        (
            Kenmerk({"soort": "horeca", "n": "3"}, een, (Fraction(1, 10), 2, Fraction(1, 10), 2)),
            Kenmerk({}, Vorm(), None),
        ),
        0,
    )


def test_geojson_in_degrees(tmp_path: Path) -> None:
    amersfoort = {"type": "Point", "coordinates": [5.38720621, 52.15517440]}
    (tmp_path / "l.geojson").write_text(collectie(None, ({}, amersfoort)), encoding="utf-8")
    laag = lees_laag(tmp_path, "l")
    assert laag is not None
    assert (laag.marge, laag.kenmerken[0].vorm) == (MARGE, Vorm(punten=((155000, 463000),)))


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "[]",
        "{}",
        collectie("EPSG:3857"),
        collectie("EPSG:28992", ({}, {"type": "Point", "coordinates": [1]})),
        collectie("EPSG:28992", ({}, {"type": "Point"})),
        "[" * 100_000,
    ],
)
def test_geojson_that_cannot_be_read(tmp_path: Path, tekst: str) -> None:
    (tmp_path / "l.geojson").write_text(tekst, encoding="utf-8")
    assert lees_laag(tmp_path, "l") is None


# -- GeoPackage ----------------------------------------------------------------------------------------------------


def getallen(orde: str, maat: int, posities: list[list[int]]) -> bytes:
    """Coordinates; what comes beyond x and y is 77."""
    return b"".join(struct.pack(f"{orde}{maat}d", *positie, *[77] * (maat - 2)) for positie in posities)


def wkb(soort: int, inhoud: bytes, aantal: int | None, *, klein: bool = True, extra: int = 0) -> bytes:
    """Byte order, code (with a thousand for Z, two for M, three for both), the number of parts, the parts."""
    orde = "<" if klein else ">"
    kop = bytes([klein]) + struct.pack(f"{orde}I", soort + 1000 * extra)
    return kop + (b"" if aantal is None else struct.pack(f"{orde}I", aantal)) + inhoud


def ringen(orde: str, maat: int, *ring: list[list[int]]) -> bytes:
    return b"".join(struct.pack(f"{orde}I", len(deel)) + getallen(orde, maat, deel) for deel in ring)


def lees(inhoud: bytes) -> tuple[Vorm, int]:
    """Read after three bytes of something else, so that a place in the file is never taken for one from its start."""
    vorm, einde = _Wkb(b"\xaa\xaa\xaa" + inhoud, paar).vorm(3)
    return vorm, einde - 3


@pytest.mark.parametrize("klein", [True, False])
@pytest.mark.parametrize(("extra", "maat"), [(0, 2), (1, 3), (2, 3), (3, 4)])
def test_wkb(klein: bool, extra: int, maat: int) -> None:  # noqa: FBT001
    """Every kind, both byte orders, with and without height and measure: only x and y are taken."""
    orde = "<" if klein else ">"

    def maak(soort: int, inhoud: bytes, aantal: int | None) -> bytes:
        return wkb(soort, inhoud, aantal, klein=klein, extra=extra)

    punt = maak(1, getallen(orde, maat, [[1, 2]]), None)
    streep = maak(2, getallen(orde, maat, RING), 4)
    vlak = maak(3, ringen(orde, maat, RING, GAT), 2)
    een, twee, drie = Vorm(punten=((1, 2),)), Vorm(lijnen=(lijn(RING),)), Vorm(vlakken=((lijn(RING), lijn(GAT)),))
    samen = [
        (punt, een),
        (streep, twee),
        (vlak, drie),
        (maak(4, punt + punt, 2), een + een),
        (maak(5, streep + streep, 2), twee + twee),
        (maak(6, vlak + vlak, 2), drie + drie),
        (maak(7, vlak + punt + streep, 3), drie + een + twee),
        (maak(7, b"", 0), Vorm()),
        (maak(3, b"", 0), Vorm(vlakken=((),))),
    ]
    for inhoud, vorm in samen:
        assert lees(inhoud) == (vorm, len(inhoud))
        assert lees(inhoud + b"\xaa" * 40) == (vorm, len(inhoud))  # stops where its own bytes end


def test_wkb_parts_have_their_own_byte_order() -> None:
    groot = wkb(1, getallen(">", 2, [[1, 2]]), None, klein=False)
    klein = wkb(1, getallen("<", 3, [[3, 4]]), None, extra=1)
    assert lees(wkb(4, groot + klein, 2))[0] == Vorm(punten=((1, 2), (3, 4)))


@pytest.mark.parametrize("soort", [0, 8, 15, 17])
def test_wkb_kind_not_known(soort: int) -> None:
    """Curves and surfaces of other kinds are not read, also when they hold nothing."""
    with pytest.raises(ValueError):  # noqa: PT011
        lees(wkb(soort, b"", 0))


def test_wkb_code_beyond_three_thousand() -> None:
    with pytest.raises(IndexError):
        lees(wkb(1, getallen("<", 4, [[1, 2]]), None, extra=4))


def test_wkb_cut_short() -> None:
    with pytest.raises(struct.error):
        lees(wkb(2, getallen("<", 2, RING[:3]), 4))


PUNT = wkb(1, getallen("<", 2, [[1, 2]]), None)


@pytest.mark.parametrize(("soort", "lengte"), [(0, 0), (1, 32), (2, 48), (3, 48), (4, 64)])
@pytest.mark.parametrize("vlaggen", [0, 1, 0b10000, 0b110001])
def test_blob_header(soort: int, lengte: int, vlaggen: int) -> None:
    """Eight bytes, and an envelope of the length that three of the flag bits tell, whatever the other bits say."""
    kop = b"GP\x00" + bytes([vlaggen | soort << 1]) + b"\x40\x71\x00\x00" + b"\xaa" * lengte
    assert _blob(kop + PUNT, paar) == Vorm(punten=((1, 2),))


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"GX\x00\x00\x00\x00\x00\x00" + PUNT,
        b"XP\x00\x00\x00\x00\x00\x00" + PUNT,
        b"GP\x00\x0a\x00\x00\x00\x00" + PUNT,
        b"GP\x00\x00\x00\x00\x00\x00" + PUNT + b"\x00",
        b"GP\x00\x00\x00\x00\x00\x00" + PUNT[:-1],
    ],
)
def test_blob_that_cannot_be_read(inhoud: bytes) -> None:
    """No header, another header, an envelope of no known kind, a byte too many, a byte too few."""
    with pytest.raises((ValueError, KeyError, struct.error)):
        _blob(inhoud, paar)


def test_blob_without_geometry() -> None:
    assert _blob(None, paar) == Vorm()


def pakket(bestand: Path, *, tabel: str = "laag", stelsel: int = 28992, rijen: int = 1, lagen: int = 1) -> None:
    """A GeoPackage as far as it is read: the list of geometry columns, and one table."""
    bestand.unlink(missing_ok=True)
    db = sqlite3.connect(bestand)
    db.execute("CREATE TABLE gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m)")
    for _ in range(lagen):
        db.execute("INSERT INTO gpkg_geometry_columns VALUES (?, 'Geom', 'POINT', ?, 0, 0)", (tabel, stelsel))
    naam = tabel.replace('"', '""')
    db.execute(f'CREATE TABLE "{naam}" (fid, "Geom", "Soort", leeg)')
    for nummer in range(rijen):
        blob = b"GP\x00\x01" + bytes(4) + wkb(1, getallen("<", 2, [[nummer, 2]]), None)
        db.execute(f"INSERT INTO \"{naam}\" VALUES (?, ?, ' horeca ', NULL)", (nummer, blob))  # noqa: S608
    db.commit()
    db.close()


def test_package_layer(tmp_path: Path) -> None:
    """All columns but the shape; it goes before a GeoJSON of the same name."""
    pakket(tmp_path / "l.gpkg", rijen=2)
    (tmp_path / "l.geojson").write_text(collectie("EPSG:28992"), encoding="utf-8")
    assert lees_laag(tmp_path, "l") == Laag(
        tuple(
            Kenmerk({"fid": str(x), "soort": "horeca", "leeg": ""}, Vorm(punten=((x, 2),)), (x, 2, x, 2))
            for x in (0, 1)
        ),
        0,
    )


def test_package_in_a_folder_with_odd_characters(tmp_path: Path) -> None:
    """The path goes into an address: a ``?`` or ``#`` in it must not end the path. Nothing is written beside it."""
    map_ = tmp_path / "wijk #1 ?mode=rw 100%25"
    map_.mkdir()
    pakket(map_ / "l.gpkg", tabel='de "laag"')
    laag = lees_laag(map_, "l")
    assert laag is not None
    assert len(laag.kenmerken) == 1
    assert [bestand.name for bestand in map_.iterdir()] == ["l.gpkg"]


def test_package_of_a_relative_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pakket(tmp_path / "l.gpkg", stelsel=4326)
    monkeypatch.chdir(tmp_path)
    laag = lees_laag(Path(), "l")
    assert laag is not None
    assert laag.marge == MARGE


@pytest.mark.parametrize("anders", [{"lagen": 0}, {"lagen": 2}, {"stelsel": 3857}])
def test_package_that_cannot_be_read(tmp_path: Path, anders: dict[str, int]) -> None:
    """No layer, more than one, another system."""
    pakket(tmp_path / "l.gpkg", **anders)  # type: ignore[arg-type]
    assert lees_laag(tmp_path, "l") is None


def test_file_that_is_no_package(tmp_path: Path) -> None:
    (tmp_path / "l.gpkg").write_bytes(b"geen database")
    assert lees_laag(tmp_path, "l") is None
    assert lees_laag(tmp_path, "bestaat_niet") is None
