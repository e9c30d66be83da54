"""The layers of the demo: GeoJSON in RD metres, with something in every layer of the contract."""

from __future__ import annotations

import json
from typing import Any

import pytest

from data.demo.kaart import WIJKEN, Kaart
from data.demo.lagen import lagen
from data.keuzes import Prikkelsoort

RD = "urn:ogc:def:crs:EPSG::28992"


@pytest.fixture(scope="module")
def kaartlagen() -> dict[str, Any]:
    return {naam: json.loads(inhoud) for naam, inhoud in lagen(Kaart(2026)).items()}


def _punten(plek: Any) -> list[list[int]]:
    return [plek] if isinstance(plek[0], int) else [punt for deel in plek for punt in _punten(deel)]


def test_elke_laag_zegt_dat_het_rd_is_en_ligt_in_de_streek(kaartlagen: dict[str, Any]) -> None:
    for laag in kaartlagen.values():
        assert laag["crs"]["properties"]["name"] == RD
        for vorm in laag["features"]:
            for x, y in _punten(vorm["geometry"]["coordinates"]):
                assert 68_000 < x < 94_000
                assert 436_000 < y < 454_000


def test_elke_wijk_en_elke_soort_prikkel_staat_erin(kaartlagen: dict[str, Any]) -> None:
    codes = {vorm["properties"]["wijkcode"] for vorm in kaartlagen["wijken.geojson"]["features"]}
    assert codes == {wijk.wijkcode for wijk in WIJKEN}
    soorten = {vorm["properties"]["soort"] for vorm in kaartlagen["geo/prikkelbronnen.geojson"]["features"]}
    assert soorten == set(Prikkelsoort)


def test_buurtcodes_beginnen_als_hun_wijk(kaartlagen: dict[str, Any]) -> None:
    buurten = [vorm["properties"]["buurtcode"] for vorm in kaartlagen["geo/buurten.geojson"]["features"]]
    assert len(buurten) == len(set(buurten))
    assert {f"WK{code[2:8]}" for code in buurten} == {wijk.wijkcode for wijk in WIJKEN}


def test_alle_wegen_hangen_aan_elkaar(kaartlagen: dict[str, Any]) -> None:
    """One network: from the first crossing every other one can be reached."""
    buren: dict[tuple[int, ...], set[tuple[int, ...]]] = {}
    for vorm in kaartlagen["geo/wegen.geojson"]["features"]:
        van, naar = map(tuple, vorm["geometry"]["coordinates"])
        buren.setdefault(van, set()).add(naar)
        buren.setdefault(naar, set()).add(van)
        assert vorm["properties"]["snelheid"] > 0
    bereikt, rand = set(), {min(buren)}
    while rand:
        bereikt |= rand
        rand = {naar for van in rand for naar in buren[van]} - bereikt
    assert bereikt == buren.keys()


def test_hoe_verder_van_de_lijn_hoe_stiller(kaartlagen: dict[str, Any]) -> None:
    banden: dict[int, float] = {}
    for vorm in kaartlagen["geo/geluid.geojson"]["features"][:12]:
        (x1, y1), (x2, y2) = vorm["geometry"]["coordinates"][0][:2]
        banden[vorm["properties"]["db"]] = (x1 - x2) ** 2 + (y1 - y2) ** 2
    breedtes = [banden[db] for db in sorted(banden)]
    assert breedtes == sorted(breedtes, reverse=True)
    assert len(breedtes) == 4
