"""Layers: what is read from them, and one clear sentence for each way in which they can be wrong.

``ZL_SCHRIJF=1`` writes the table of bad layers to ``docs/foute-invoer-kaart.md``.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import geopandas
import pandas as pd
import pyogrio
import pytest
import shapely
from shapely import LineString, MultiPolygon, Point, Polygon, box

from data.meldingen import Ernst
from geo.gebieden import vul_gebieden_aan
from geo.lagen import BUURTEN, PRIKKELBRONNEN, WEGEN, WIJKEN, lees_laag, onbekende_bestanden
from geo.reistijd import reistijden
from tests.geo.kaartwerk import regio, vak, wijk

Schrijver = Callable[..., Path]
DOCS = Path(__file__).resolve().parents[2] / "docs" / "foute-invoer-kaart.md"
SOORTEN = {soort.naam: soort for soort in (WIJKEN, BUURTEN, PRIKKELBRONNEN, WEGEN)}

VLINDER = Polygon([(84000, 446000), (85000, 447000), (85000, 446000), (84000, 447000)])
GRADEN = box(4.3, 52.0, 4.4, 52.1)
VERWISSELD = box(52.0, 4.3, 52.1, 4.4)
LANGS = LineString([(84000, 446000), (85000, 446000)])
GOED = [(vak(0, 0), {"wijkcode": "WK000100"}), (vak(1000, 0), {"wijkcode": "WK000101"})]


@dataclass(frozen=True)
class Geval:
    """A way to spoil a layer, and the whole message, place included."""

    wat: str
    bestand: str
    maak: Callable[[Schrijver, Path], Any]
    melding: str


def _wijk(vorm: Any, crs: Any = 28992, bestand: str = "wijken.gpkg", **velden: Any) -> Callable[[Schrijver, Path], Any]:
    eigenschappen = velden or {"wijkcode": "WK000100"}
    return lambda teken, _: teken(bestand, [(vorm, eigenschappen)], crs=crs)


def _bron(soort: str) -> Callable[[Schrijver, Path], Any]:
    return lambda teken, _: teken("geo/prikkelbronnen.geojson", [(Point(84000, 446000), {"soort": soort})])


def _weg(vorm: Any = LANGS, **velden: Any) -> Callable[[Schrijver, Path], Any]:
    return lambda teken, _: teken("geo/wegen.gpkg", [(vorm, velden)])


def _bytes(inhoud: bytes) -> Callable[[Schrijver, Path], Any]:
    return lambda _, pad: pad.write_bytes(inhoud)


def _collectie(*objecten: Any, **rest: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": objecten, **rest}).encode()


def _object(vorm: Any, **velden: Any) -> dict[str, Any]:
    plek = None if vorm is None else shapely.geometry.mapping(vorm)
    return {"type": "Feature", "properties": velden, "geometry": plek}


def _allebei(teken: Schrijver, pad: Path) -> None:
    teken("wijken.gpkg", GOED)
    teken("wijken.geojson", GOED)
    assert pad.exists()


def _leeg(_: Schrijver, pad: Path) -> None:
    geopandas.GeoDataFrame({"wijkcode": []}, geometry=[], crs=28992).to_file(pad, driver="GPKG", layer="wijken")


def _lagen(teken: Schrijver, _: Path) -> None:
    teken("wijken.gpkg", GOED, laag="noord")
    teken("wijken.gpkg", GOED, laag="zuid")


def _open(teken: Schrijver, pad: Path) -> None:
    teken("wijken.gpkg", GOED)
    pad.with_name("wijken.gpkg-wal").write_bytes(b"nog niet bewaard")


def _stelsel(srs_id: int) -> Callable[[Schrijver, Path], None]:
    """A GeoPackage that says that it does not know its system, as programs write it."""

    def maak(teken: Schrijver, pad: Path) -> None:
        teken("wijken.gpkg", GOED)
        with sqlite3.connect(pad) as db:
            for (trekker,) in db.execute("select name from sqlite_master where type = 'trigger'").fetchall():
                db.execute(f'drop trigger "{trekker}"')
            for tabel in ("gpkg_geometry_columns", "gpkg_contents"):
                db.execute(f"update {tabel} set srs_id = ?", (srs_id,))  # noqa: S608

    return maak


_RD = " Sla de laag op in EPSG:28992 (RD, meters)."
GEVALLEN = (
    Geval(
        "dezelfde laag in twee bestanden",
        "wijken.gpkg",
        _allebei,
        "wijken.gpkg: Deze laag staat er twee keer: als wijken.gpkg en als wijken.geojson. Laat er één staan.",
    ),
    Geval(
        "een GeoPackage die er geen is",
        "wijken.gpkg",
        _bytes(b"PK\x03\x04 een zipbestand"),
        "wijken.gpkg: Dit is geen leesbaar GeoPackage-bestand. Sla de laag opnieuw op vanuit het kaartprogramma.",
    ),
    Geval(
        "een leeg bestand",
        "wijken.geojson",
        _bytes(b""),
        "wijken.geojson: Dit is geen leesbaar GeoJSON-bestand. Sla de laag opnieuw op vanuit het kaartprogramma.",
    ),
    Geval(
        "een afgebroken GeoJSON",
        "wijken.geojson",
        _bytes(_collectie(_object(vak(0, 0), wijkcode="WK000100"))[:-20]),
        "wijken.geojson: Dit is geen leesbaar GeoJSON-bestand. Sla de laag opnieuw op vanuit het kaartprogramma.",
    ),
    Geval(
        "een GeoJSON met iets anders dan objecten",
        "wijken.geojson",
        _bytes(_collectie(_object(vak(0, 0), wijkcode="WK000100"), {"type": "Iets"})),
        "wijken.geojson: Dit is geen leesbaar GeoJSON-bestand. Sla de laag opnieuw op vanuit het kaartprogramma.",
    ),
    Geval(
        "een andere soort kaart onder de naam .geojson",
        "wijken.geojson",
        _bytes(b'<OGRVRTDataSource><OGRVRTLayer name="wijken"/></OGRVRTDataSource>'),
        "wijken.geojson: Dit is geen leesbaar GeoJSON-bestand. Sla de laag opnieuw op vanuit het kaartprogramma.",
    ),
    Geval(
        "een GeoPackage die nog open staat",
        "wijken.gpkg",
        _open,
        "wijken.gpkg: Dit bestand staat nog open in een ander programma. Sluit het daar en probeer het opnieuw.",
    ),
    Geval(
        "meer lagen, geen met de goede naam",
        "wijken.gpkg",
        _lagen,
        "wijken.gpkg: In dit bestand heet geen laag wijken; er staan: noord, zuid. "
        "Geef de laag die bedoeld is de naam wijken.",
    ),
    Geval(
        "een lege laag",
        "wijken.gpkg",
        _leeg,
        "wijken.gpkg: Deze laag heeft geen objecten. Vul de laag, of haal het bestand weg.",
    ),
    Geval(
        "een lege GeoJSON",
        "geo/prikkelbronnen.geojson",
        _bytes(_collectie()),
        "geo/prikkelbronnen.geojson: Deze laag heeft geen objecten. Vul de laag, of haal het bestand weg.",
    ),
    Geval(
        "een kolom die ontbreekt",
        "wijken.gpkg",
        _wijk(vak(0, 0), code="WK000100", naam="Binnenstad"),
        "wijken.gpkg, kolom wijkcode: Deze kolom ontbreekt. De laag heeft: “code”, “naam”.",
    ),
    Geval(
        "een code die een getal is geworden",
        "wijken.gpkg",
        _wijk(vak(0, 0), wijkcode=50311),
        "wijken.gpkg, kolom wijkcode: Object 1: “50311” kan hier niet. Toegestaan: WK en 6 cijfers.",
    ),
    Geval(
        "een wijk zonder code",
        "wijken.gpkg",
        lambda teken, _: teken("wijken.gpkg", [*GOED, (vak(3000, 0), {"wijkcode": None})]),
        "wijken.gpkg, kolom wijkcode: Object 3: hier moet iets staan. Toegestaan: WK en 6 cijfers.",
    ),
    Geval(
        "een onbekende soort prikkelbron",
        "geo/prikkelbronnen.geojson",
        _bron("kroeg"),
        "geo/prikkelbronnen.geojson, kolom soort: Object 1: “kroeg” kan hier niet. "
        "Toegestaan: spoor, snelweg, uitgaan, horeca, school, evenement, coffeeshop, speelplek.",
    ),
    Geval(
        "een negatieve tijd",
        "geo/wegen.gpkg",
        _weg(minuten=-2),
        "geo/wegen.gpkg, kolom minuten: Object 1: “-2” kan hier niet. Toegestaan: een getal van 0 of meer.",
    ),
    Geval(
        "een snelheid van nul",
        "geo/wegen.gpkg",
        _weg(snelheid=0),
        "geo/wegen.gpkg, kolom snelheid: Object 1: “0” kan hier niet. Toegestaan: een getal boven 0.",
    ),
    Geval(
        "een eenrichting die geen ja of nee is",
        "geo/wegen.gpkg",
        _weg(minuten=1, eenrichting="soms"),
        "geo/wegen.gpkg, kolom eenrichting: Object 1: “soms” kan hier niet. Toegestaan: ja of nee.",
    ),
    Geval(
        "een GeoPackage zonder coördinatenstelsel",
        "wijken.gpkg",
        _wijk(vak(0, 0), crs=None),
        "wijken.gpkg: Er staat niet bij in welk coördinatenstelsel deze kaart is." + _RD,
    ),
    Geval(
        "een GeoPackage die zegt zijn stelsel niet te kennen (vlak)",
        "wijken.gpkg",
        _stelsel(-1),
        "wijken.gpkg: Er staat niet bij in welk coördinatenstelsel deze kaart is." + _RD,
    ),
    Geval(
        "een GeoPackage die zegt zijn stelsel niet te kennen (bol)",
        "wijken.gpkg",
        _stelsel(0),
        "wijken.gpkg: Er staat niet bij in welk coördinatenstelsel deze kaart is." + _RD,
    ),
    Geval(
        "een stelsel dat niemand kent",
        "wijken.geojson",
        _bytes(_collectie(_object(GRADEN, wijkcode="WK000100"), crs={"properties": {"name": "EPSG:1"}})),
        "wijken.geojson: Het coördinatenstelsel van deze kaart is niet bekend." + _RD,
    ),
    Geval(
        "graden die voor meters doorgaan",
        "wijken.gpkg",
        _wijk(GRADEN),
        "wijken.gpkg: De kaart zegt in meters te zijn (EPSG:28992), maar de coördinaten zijn graden, zoals (4,3 52). "
        "Geef de laag het stelsel dat erbij hoort (meestal EPSG:4326) en sla haar op in EPSG:28992.",
    ),
    Geval(
        "meters in een GeoJSON zonder stelsel",
        "wijken.geojson",
        _bytes(_collectie(_object(vak(0, 0), wijkcode="WK000100"))),
        "wijken.geojson: De kaart telt als graden (WGS 84 (CRS84)), maar de coördinaten zijn meters, "
        "zoals (84000 446000). Sla de laag op met het stelsel erbij: EPSG:28992 (RD).",
    ),
    Geval(
        "breedte en lengte verwisseld",
        "wijken.geojson",
        _bytes(_collectie(_object(VERWISSELD, wijkcode="WK000100"))),
        "wijken.geojson: De twee coördinaten zijn verwisseld, zoals bij (52 4,3). "
        "In WGS 84 (CRS84) hoort eerst lengte (ongeveer 5) en dan breedte (ongeveer 52).",
    ),
    Geval(
        "x en y verwisseld",
        "wijken.gpkg",
        _wijk(box(446000, 84000, 447000, 85000)),
        "wijken.gpkg: De twee coördinaten zijn verwisseld, zoals bij (446000 84000). "
        "In EPSG:28992 hoort eerst x (tot 300000) en dan y (vanaf 300000).",
    ),
    Geval(
        "een object buiten Nederland",
        "wijken.gpkg",
        lambda teken, _: teken(
            "wijken.gpkg", [*GOED, (box(500_000, 446_000, 501_000, 447_000), {"wijkcode": "WK000102"})]
        ),
        "wijken.gpkg: Object 3: dit ligt buiten Nederland (RD: x van 0 tot 300000, y van 300000 tot 625000). "
        "Controleer het coördinatenstelsel van de kaart (EPSG:28992).",
    ),
    Geval(
        "een vlak dat zichzelf kruist",
        "wijken.gpkg",
        _wijk(VLINDER),
        "wijken.gpkg: Object 1: de grens kruist zichzelf bij x 84500, y 446500. "
        "Herstel de tekening (in QGIS: «Geometrie repareren»).",
    ),
    Geval(
        "een gat buiten zijn vlak",
        "wijken.gpkg",
        _wijk(Polygon(vak(0, 0).exterior.coords, [vak(2000, 0).exterior.coords])),
        "wijken.gpkg: Object 1: de tekening klopt niet bij x 87000, y 446000. "
        "Herstel haar (in QGIS: «Geometrie repareren»).",
    ),
    Geval(
        "een weg zonder lengte",
        "geo/wegen.gpkg",
        _weg(LineString([(84000, 446000), (84000, 446000)]), minuten=1),
        "geo/wegen.gpkg: Object 1: de tekening klopt niet bij x 84000, y 446000. "
        "Herstel haar (in QGIS: «Geometrie repareren»).",
    ),
    Geval(
        "punten waar vlakken moeten staan",
        "wijken.gpkg",
        _wijk(Point(84000, 446000)),
        "wijken.gpkg: Object 1: dit zijn geen vlakken.",
    ),
    Geval(
        "een object zonder tekening",
        "wijken.geojson",
        lambda teken, _: teken("wijken.geojson", [*GOED, (None, {"wijkcode": "WK000102"})]),
        "wijken.geojson: Object 3: er is geen vorm getekend.",
    ),
)


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.wat)
def test_een_slechte_laag_geeft_een_zin(geval: Geval, regiomap: Path, teken: Schrijver) -> None:
    """One way to be wrong: one message, which names the place; the layer is not used."""
    geval.maak(teken, regiomap / geval.bestand)
    laag, meldingen = lees_laag(regiomap, SOORTEN[geval.bestand.rpartition(".")[0]])
    assert [str(melding) for melding in meldingen] == [geval.melding]
    assert meldingen[0].ernst is Ernst.FOUT
    assert laag is None


def test_overlappende_wijken_zijn_een_fout_en_een_splinter_niet(regiomap: Path, teken: Schrijver) -> None:
    """A strip of 1000 x 10 m is exactly one hectare: just allowed. One metre more is not."""
    a, b = wijk("WK000100"), wijk("WK000101")
    teken("wijken.gpkg", [(vak(0, 0), {"wijkcode": "WK000100"}), (vak(990, 0), {"wijkcode": "WK000101"})])
    assert vul_gebieden_aan(regio(wijken=[a, b]), regiomap).meldingen == ()
    teken("wijken.gpkg", [(vak(0, 0), {"wijkcode": "WK000100"}), (vak(989, 0), {"wijkcode": "WK000101"})])
    assert [str(melding) for melding in vul_gebieden_aan(regio(wijken=[a, b]), regiomap).meldingen] == [OVERLAP]


OVERLAP = (
    "wijken.gpkg: WK000100 en WK000101 overlappen elkaar: 1,1 hectare. Meer dan 1 hectare mag niet, "
    "want dan is niet duidelijk waar een woning ligt."
)


ZONDER_TIJD = "geo/wegen.gpkg: Object 2: bij een weg moet minuten of snelheid (km per uur) staan."


def test_een_weg_zonder_tijd(regiomap: Path, teken: Schrijver) -> None:
    """Either column may be left out, and either cell empty, but not both."""
    teken("geo/wegen.gpkg", [(LANGS, {"minuten": 1.5}), (LANGS, {"minuten": None})])
    assert [str(melding) for melding in reistijden(regio(), [], regiomap)[1]] == [ZONDER_TIJD]


def test_de_tabel_van_slechte_lagen_is_bij() -> None:
    rijen = [
        *((geval.wat, geval.melding) for geval in GEVALLEN),
        ("een weg zonder tijd en snelheid", ZONDER_TIJD),
        ("wijken die elkaar overlappen", OVERLAP),
    ]
    tekst = "\n".join(
        [
            "# Foute kaartlagen",
            "",
            "Wat er mis kan zijn met een kaart, en wat het programma dan zegt. Gemaakt door `tests/geo/test_lagen.py`",
            "(`ZL_SCHRIJF=1`); elke rij is een test.",
            "",
            "| wat er mis is | melding |",
            "|---|---|",
            *(f"| {wat} | {melding} |" for wat, melding in rijen),
            "",
        ]
    )
    if os.environ.get("ZL_SCHRIJF") == "1":
        DOCS.write_text(tekst, encoding="utf-8")
    assert DOCS.read_text(encoding="utf-8") == tekst


def test_alle_fouten_van_een_laag_in_een_keer(regiomap: Path, teken: Schrijver) -> None:
    vormen = [(VLINDER, {"wijkcode": "WK000100"}), (vak(0, 0), {"wijkcode": "0503"}), (None, {"wijkcode": "WK000101"})]
    teken("wijken.gpkg", vormen)
    codes = [melding.code for melding in lees_laag(regiomap, WIJKEN)[1]]
    assert codes == ["laag_waarde", "laag_zonder_vorm", "laag_kruist"]


def test_veel_dezelfde_fouten_zijn_een_melding(regiomap: Path, teken: Schrijver) -> None:
    teken("geo/prikkelbronnen.gpkg", [(Point(84000 + k, 446000), {"soort": "kroeg"}) for k in range(9)])
    (melding,) = lees_laag(regiomap, PRIKKELBRONNEN)[1]
    assert melding.tekst.startswith("Object 1, 2, 3, 4, 5 en 4 andere: “kroeg” kan hier niet.")


def test_zonder_laag_niets_te_melden(regiomap: Path) -> None:
    assert [lees_laag(regiomap, soort) for soort in SOORTEN.values()] == [(None, ())] * 4


def test_codes_blijven_tekst_en_kolommen_mogen_hoofdletters_hebben(regiomap: Path, teken: Schrijver) -> None:
    teken("wijken.gpkg", [(vak(0, 0), {"WIJKCODE": " WK000100", "inwoners": -99997})])
    laag, _ = lees_laag(regiomap, WIJKEN)
    assert laag is not None
    assert laag.kolommen["wijkcode"] == ("WK000100",)


def test_de_laag_met_de_goede_naam_wint(regiomap: Path, teken: Schrijver) -> None:
    """As the yearly release has it: gemeenten, wijken and buurten in one file."""
    teken("wijken.gpkg", [(vak(0, 0, 9000), {"gemeentecode": "GM0001"})], laag="gemeenten")
    teken("wijken.gpkg", [(vak(0, 0), {"wijkcode": "WK000100"})], laag="Wijken")
    laag, meldingen = lees_laag(regiomap, WIJKEN)
    assert laag is not None, meldingen
    assert laag.kolommen["wijkcode"] == ("WK000100",)


def test_een_tabel_zonder_vormen_is_geen_laag(regiomap: Path, teken: Schrijver) -> None:
    """QGIS keeps styles in a table beside the one layer, which may have any name."""
    pad = teken("wijken.gpkg", GOED, laag="mijn kaart")
    stijlen = pd.DataFrame({"naam": ["rood"]})
    pyogrio.write_dataframe(stijlen, pad, layer="layer_styles", driver="GPKG")
    laag, meldingen = lees_laag(regiomap, WIJKEN)
    assert laag is not None, meldingen
    pad.unlink()
    pyogrio.write_dataframe(stijlen, pad, layer="wijken", driver="GPKG")
    (melding,) = lees_laag(regiomap, WIJKEN)[1]
    assert melding.tekst.startswith("In dit bestand heet geen laag wijken; er staan: geen lagen met vormen.")


def test_rd_houdt_zijn_coordinaten_precies(regiomap: Path, teken: Schrijver) -> None:
    vorm = Point(84000.1, 446000.07)
    teken("geo/prikkelbronnen.geojson", [(vorm, {"soort": "School"})])
    laag, _ = lees_laag(regiomap, PRIKKELBRONNEN)
    assert laag is not None
    assert shapely.get_coordinates(laag.vormen).tolist() == [[84000.1, 446000.07]]
    assert laag.kolommen["soort"] == ("school",)


def test_geojson_zonder_stelsel_is_wgs84(regiomap: Path) -> None:
    """The tower of Amersfoort is the origin of RD: 5.38720621 E, 52.15517440 N lies at (155000, 463000)."""
    toren = _object(Point(5.38720621, 52.15517440), soort="evenement")
    (regiomap / "geo/prikkelbronnen.geojson").write_bytes(_collectie(toren))
    laag, meldingen = lees_laag(regiomap, PRIKKELBRONNEN)
    assert laag is not None, meldingen
    x, y = shapely.get_coordinates(laag.vormen)[0]
    assert abs(x - 155_000) < 1
    assert abs(y - 463_000) < 1


@pytest.mark.parametrize("crs", [4326, 4258, 3857, 25831, 7415])
def test_elk_vermeld_stelsel_komt_op_dezelfde_plek(crs: int, regiomap: Path, teken: Schrijver) -> None:
    """Out and back again within a metre, whatever the order of axes that the system is defined with."""
    punt = Point(84512, 447310)
    heen = geopandas.GeoSeries([punt], crs=28992).to_crs(crs)[0]
    teken("geo/prikkelbronnen.gpkg", [(heen, {"soort": "horeca"})], crs=crs)
    laag, meldingen = lees_laag(regiomap, PRIKKELBRONNEN)
    assert laag is not None, meldingen
    assert shapely.distance(laag.vormen[0], punt) < 1


def test_de_volgorde_van_het_bestand_doet_er_niet_toe(regiomap: Path, teken: Schrijver) -> None:
    vormen = [(vak(1000 * k, 0), {"wijkcode": f"WK00010{k}"}) for k in range(6)]
    gezien = set()
    for zaad in range(4):
        random.Random(zaad).shuffle(vormen)
        teken("wijken.gpkg", vormen)
        laag, _ = lees_laag(regiomap, WIJKEN)
        assert laag is not None
        gezien.add((laag.kolommen["wijkcode"], shapely.to_wkt(MultiPolygon(list(laag.vormen)))))
    assert len(gezien) == 1


def test_een_laag_die_veranderd_is_sinds_de_regio_is_gelezen(regiomap: Path, teken: Schrijver) -> None:
    teken("wijken.gpkg", GOED)
    _, meldingen = lees_laag(regiomap, WIJKEN, {"wijken.gpkg": "0" * 64})
    assert [melding.code for melding in meldingen] == ["bestand_gewijzigd"]


def test_een_koppeling_naar_buiten_wordt_niet_gevolgd(
    regiomap: Path, teken: Schrijver, tmp_path_factory: pytest.TempPathFactory
) -> None:
    buiten = tmp_path_factory.mktemp("buiten") / "wijken.gpkg"
    shutil.move(teken("wijken.gpkg", GOED), buiten)
    (regiomap / "wijken.gpkg").symlink_to(buiten)
    _, meldingen = lees_laag(regiomap, WIJKEN)
    assert [melding.code for melding in meldingen] == ["bestand_koppeling"]


def test_een_onbekende_naam_in_geo_valt_op(regiomap: Path) -> None:
    for naam in ("wegen.gpkg", "reistijden.csv", "prikkelbron.gpkg", "wegen.shp", "lees mij.txt"):
        (regiomap / "geo" / naam).touch()
    meldingen = onbekende_bestanden(regiomap)
    assert [melding.bestand for melding in meldingen] == ["geo/prikkelbron.gpkg", "geo/wegen.shp"]
    assert {melding.ernst for melding in meldingen} == {Ernst.LET_OP}


@pytest.mark.parametrize("naam", ["wijken_DWO_2022.geojson", "gebieden_2022.gpkg"])
def test_echte_grenzen(naam: str, geodata: Path, regiomap: Path) -> None:
    pad = regiomap / f"wijken{Path(naam).suffix}"
    shutil.copy(geodata / naam, pad)
    laag, meldingen = lees_laag(regiomap, WIJKEN)
    assert laag is not None, meldingen
    assert len(laag.vormen) == (150 if pad.suffix == ".gpkg" else 28)
    assert "WK050311" in laag.kolommen["wijkcode"]


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson"])
def test_willekeurige_bytes_geven_nooit_een_spoor(
    suffix: str, regiomap: Path, teken: Schrijver, *, proof: bool
) -> None:
    """Whatever happens to the bytes: a layer or messages with a text, never an exception, never both."""
    pad = teken(f"wijken{suffix}", GOED)
    goed, kans = pad.read_bytes(), random.Random(7)
    for _ in range(2000 if proof else 100):
        slecht = bytearray(goed)
        for _ in range(kans.choice([1, 1, 3, 40])):
            slecht[kans.randrange(len(slecht))] = kans.randrange(256)
        pad.write_bytes(slecht[: kans.choice([len(slecht), len(slecht), kans.randrange(len(slecht))])])
        laag, meldingen = lees_laag(regiomap, WIJKEN)
        assert (laag is None) == bool(meldingen)
        assert all(str(melding) for melding in meldingen)
