"""Map layers without a map library: distances and borders that can be done by head, and the two file formats."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import geopandas
import pyproj
import pytest
from shapely.geometry import LineString, MultiPolygon, Point, Polygon

from matcher.controle.kaartlaag import lees_laag, naar_rd
from matcher.controle.omgeving import Omgeving
from matcher.controle.vormen import Vorm

VIERKANT = ((0, 0), (100, 0), (100, 100), (0, 100), (0, 0))
GAT = ((40, 40), (60, 40), (60, 60), (40, 60), (40, 40))


def test_distances() -> None:
    """A 3-4-5 triangle to a corner, straight down to a side, and to a point."""
    vlak = Vorm(vlakken=((VIERKANT,),))
    assert vlak.rand2((103, 104)) == 25
    assert vlak.rand2((50, 110)) == 100
    assert Vorm(punten=((0, 0),)).rand2((3, 4)) == 25
    # the diagonal line x = y lies half the square root of two from (1, 0): squared exactly one half
    assert Vorm(lijnen=(((0, 0), (9, 9)),)).rand2((1, 0)) == Fraction(1, 2)
    assert Vorm().rand2((0, 0)) is None


def test_inside() -> None:
    """A hole is outside; so is a place level with a corner."""
    vlak = Vorm(vlakken=((VIERKANT, GAT),))
    assert vlak.omvat((10, 10))
    assert not vlak.omvat((50, 50))
    assert not vlak.omvat((150, 100))
    assert not vlak.omvat((150, 0))


def schrijf(map_: Path, naam: str, soort: str, crs: int = 28992) -> None:
    """A layer of three sources: a point, a line and two polygons."""
    vormen = [
        Point(80000, 450000),
        LineString([(81000, 450000), (81000, 451000)]),
        MultiPolygon([Polygon([(x, 450000), (x + 100, 450000), (x + 100, 450100)]) for x in (82000, 83000)]),
    ]
    laag = geopandas.GeoDataFrame({"soort": ["horeca", "spoor", "school"]}, geometry=vormen, crs=28992)
    (map_ / "geo").mkdir(parents=True, exist_ok=True)
    laag.to_crs(crs).to_file(map_ / f"{naam}.{soort}")


@pytest.mark.parametrize("soort", ["gpkg", "geojson"])
@pytest.mark.parametrize("crs", [28992, 4326])
def test_layers_of_both_formats(tmp_path: Path, soort: str, crs: int) -> None:
    """The edge itself is decided in RD (``<``), and left open where the places went through degrees."""
    schrijf(tmp_path, "geo/prikkelbronnen", soort, crs)
    omgeving = Omgeving(tmp_path)
    assert omgeving.bron_nabij((80030, 450040), "horeca", 60) is True
    assert omgeving.bron_nabij((80030, 450040), "spoor", 60) is False
    assert omgeving.bron_nabij((80030, 450040), "horeca", 40) is False
    assert omgeving.bron_nabij((81010, 450500), "spoor", 20) is True
    assert omgeving.bron_nabij((82080, 450030), "school", 5) is True
    assert omgeving.bron_nabij((82500, 450030), "school", 50) is False
    assert omgeving.bron_nabij((80030, 450040), "horeca", 50) is (False if crs == 28992 else None)


def test_layer_in_a_foreign_system_is_left_open(tmp_path: Path) -> None:
    schrijf(tmp_path, "geo/prikkelbronnen", "gpkg", 3857)
    assert lees_laag(tmp_path, "geo/prikkelbronnen") is None
    assert Omgeving(tmp_path).bron_nabij((80000, 450000), "horeca", 10) is None


def test_no_layer(tmp_path: Path) -> None:
    """R19 fails without a layer, a ban on a buurt passes, and a wijk stays unknown."""
    omgeving = Omgeving(tmp_path)
    assert omgeving.bron_nabij((0, 0), "horeca", 1) is True
    assert omgeving.in_buurt((0, 0), frozenset({"BU05030000"})) is False
    assert omgeving.wijk_van((0, 0), {"WK050300"}) is None


def test_areas(tmp_path: Path) -> None:
    """Inside, on the border, and within 100 metres (decisions 22 and 25); one metre further there is nothing."""
    (tmp_path / "geo").mkdir()
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    vlak = {"type": "Polygon", "coordinates": [[list(punt) for punt in VIERKANT]]}
    kenmerk = {"type": "Feature", "properties": {"buurtcode": "BU05030001", "wijkcode": "WK050300"}, "geometry": vlak}
    inhoud = json.dumps({"type": "FeatureCollection", "crs": crs, "features": [kenmerk]})
    for naam in ("geo/buurten.geojson", "wijken.geojson"):
        (tmp_path / naam).write_text(inhoud, encoding="utf-8")
    omgeving, buurt = Omgeving(tmp_path), frozenset({"BU05030001"})
    punten = ((50, 50), (100, 50), (200, 50), (201, 50))
    assert [omgeving.in_buurt(punt, buurt) for punt in punten] == [True, True, True, False]
    assert [omgeving.in_buurt(punt, frozenset({"BU05030002"})) for punt in punten] == [False] * 4
    assert [omgeving.wijk_van(punt, {"WK050300"}) for punt in punten] == ["WK050300"] * 3 + [None]
    # a stated gemeente limits the choice
    assert omgeving.wijk_van((50, 50), {"WK051000"}) is None


@pytest.mark.parametrize(
    "plaats", [(85530, 446100), (176300, 317000), (233800, 582000), (31000, 391000), (121000, 487000)]
)
def test_degrees_to_rd_within_a_metre(plaats: tuple[int, int]) -> None:
    """Delft, Maastricht, Groningen, Middelburg, Amsterdam, against PROJ."""
    lengte, breedte = pyproj.Transformer.from_crs(28992, 4326, always_xy=True).transform(*plaats)
    x, y = naar_rd(lengte, breedte)
    assert abs(float(x) - plaats[0]) < 1
    assert abs(float(y) - plaats[1]) < 1
