"""The demo region as files: what design asks of it, without a fault, the same bytes everywhere."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from pathlib import Path

import pytest

from data.demo import demo_bestanden, schrijf_demo
from data.lezen import Lezing, lees_regio
from data.schrijven import DoelBestaatError

WORTEL = Path(__file__).resolve().parents[3]
SOCIALE_HUURGRENS = 93_293
"""Cents a month, 2026."""


@pytest.fixture(scope="module", params=[2026, 1, 5])
def lezing(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Lezing:
    map_ = tmp_path_factory.mktemp("demo") / "regio"
    schrijf_demo(map_, seed=request.param)
    return lees_regio(map_)


def test_de_lezer_vindt_niets(lezing: Lezing) -> None:
    """No fault, and no note either: a new user who looks at an example should not wonder about messages."""
    assert lezing.meldingen == ()


def test_de_vier_gemeenten_met_hun_aandeel(lezing: Lezing) -> None:
    """Shares of the objectief verdeelmodel (003); they add up to 99.99 as printed, and are normalised."""
    aandelen = {gemeente.gemeentecode: gemeente.aandeel for gemeente in lezing.regio.gemeenten}
    assert aandelen == {
        "GM0503": Decimal("48.21"),
        "GM1783": Decimal("33.09"),
        "GM1842": Decimal("5.74"),
        "GM1926": Decimal("12.95"),
    }


def test_de_gemeenten_heten_zoals_de_echte(lezing: Lezing, geodata: Path) -> None:
    kaart = json.loads((geodata / "gemeenten_DWO_2022.geojson").read_text("utf-8"))
    echt = {vorm["properties"]["gemeentecode"]: vorm["properties"]["gemeentenaam"] for vorm in kaart["features"]}
    assert {gemeente.gemeentecode: gemeente.naam for gemeente in lezing.regio.gemeenten} == echt


def test_geen_wijk_bestaat_echt(lezing: Lezing, geodata: Path) -> None:
    kaart = json.loads((geodata / "wijken_DWO_2022.geojson").read_text("utf-8"))
    echt = {vorm["properties"]["wijkcode"] for vorm in kaart["features"]}
    namen = " ".join(vorm["properties"]["wijknaam"] for vorm in kaart["features"])
    wijken = lezing.regio.wijken
    assert not echt & {wijk.wijkcode for wijk in wijken}
    assert not [wijk.naam for wijk in wijken if wijk.naam in namen]
    assert all(wijk.wijkcode[2:6] == wijk.gemeentecode[2:] for wijk in wijken)


def test_vijfenveertig_rijen_met_de_veertig_flexwoningen(lezing: Lezing) -> None:
    """003: 15 Housing First, 10 doorstroom, 15 short stay; one or two rooms, under the social rent limit."""
    woningen = lezing.regio.woningen
    vormen = Counter(woning.woonvorm for woning in woningen)
    assert len(woningen) == 45
    assert (vormen["housing_first"], vormen["flex_doorstroom"], vormen["flex_shortstay"]) == (15, 10, 15)
    flex = [woning for woning in woningen if woning.woonvorm.startswith(("housing", "flex"))]
    assert len(flex) == 40
    assert all(woning.huur is not None and woning.huur < SOCIALE_HUURGRENS for woning in flex)
    assert all(woning.kamers in (1, 2) for woning in flex)


def test_elke_woonvorm_van_het_contract_heeft_een_plek(lezing: Lezing) -> None:
    regio = lezing.regio
    aanbod = {woning.woonvorm for woning in regio.woningen} | {deel.woonvorm for deel in regio.contingenten}
    assert set(regio.instellingen.woonvormen) - aanbod == {"sociaal_hostel"}


def test_vijf_corporaties_met_een_contingent(lezing: Lezing) -> None:
    regio = lezing.regio
    assert len({deel.corporatie for deel in regio.contingenten}) == 5
    (weide,) = [deel for deel in regio.contingenten if deel.gemeentecode == "GM1842"]
    assert weide.aantal == 8, "003: Wonen Midden-Delfland stelt er acht per jaar beschikbaar"


def test_zestig_mensen_van_allerlei_routes(lezing: Lezing) -> None:
    mensen = lezing.regio.uitstromers
    assert len(mensen) == 60
    assert len({mens.uitstroom_uit for mens in mensen}) >= 8
    kenmerken = {
        "crisis": [mens.urgentie == "crisis" for mens in mensen],
        "prikkelarm": [mens.prikkelarm == "vereist" for mens in mensen],
        "overlast": [mens.overlastrisico for mens in mensen],
        "huisdier": [mens.huisdier for mens in mensen],
        "anker": [mens.anker_x is not None for mens in mensen],
        "gezin": [mens.kinderen > 0 for mens in mensen],
        "termijn": [mens.uiterste_datum is not None for mens in mensen],
        "vermijden": [bool(mens.vermijden) for mens in mensen],
        "verboden gebied": [bool(mens.uitsluiting_gebieden) for mens in mensen],
        "verboden punt": [bool(mens.uitsluiting_punten) for mens in mensen],
        "forensisch": [mens.wet == "forensisch" for mens in mensen],
    }
    assert [naam for naam, wie in kenmerken.items() if not any(wie)] == []


def test_vijf_mensen_stromen_door(lezing: Lezing) -> None:
    """They live in a temporary place and are on the list: when they go, something moves behind them."""
    lijst = {mens.uitstromer_id for mens in lezing.regio.uitstromers}
    flex = [plaatsing for plaatsing in lezing.regio.plaatsingen if plaatsing.woonvorm.startswith("flex")]
    assert sum(plaatsing.uitstromer_id in lijst for plaatsing in flex) == 5


def test_een_kenmerk_verraadt_geen_route(lezing: Lezing) -> None:
    """Neighbours in the list come from different places more often than not."""
    routes = [mens.uitstroom_uit for mens in lezing.regio.uitstromers]
    assert sum(een == ander for een, ander in pairwise(routes)) < len(routes) / 2


def test_dezelfde_bytes_bij_elke_hashseed_en_tijdzone() -> None:
    opdracht = (
        "import hashlib; from data.demo import demo_bestanden;"
        "print(hashlib.sha256(repr(sorted(demo_bestanden().items())).encode()).hexdigest())"
    )
    hier = hashlib.sha256(repr(sorted(demo_bestanden().items())).encode()).hexdigest()
    for omgeving in ({"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"}, {"PYTHONHASHSEED": "2", "LC_ALL": "C"}):
        uitvoer = subprocess.run(
            [sys.executable, "-c", opdracht], cwd=WORTEL, env=os.environ | omgeving, capture_output=True, text=True
        )
        assert uitvoer.stdout.strip() == hier, uitvoer.stderr


def test_een_andere_seed_geeft_andere_mensen_en_een_andere_kaart() -> None:
    een, ander = demo_bestanden(1), demo_bestanden(2)
    assert een.keys() == ander.keys()
    assert een["uitstromers.csv"] != ander["uitstromers.csv"]
    assert een["wijken.geojson"] != ander["wijken.geojson"]
    assert een["regels.toml"] == ander["regels.toml"]


def test_een_map_met_iets_erin_blijft_zoals_hij_was(tmp_path: Path) -> None:
    (tmp_path / "regio").mkdir()
    (tmp_path / "regio" / "eigen.txt").write_text("van mij", "utf-8")
    with pytest.raises(DoelBestaatError):
        schrijf_demo(tmp_path / "regio")
    assert [pad.name for pad in (tmp_path / "regio").iterdir()] == ["eigen.txt"]


def test_een_lege_map_wordt_gevuld(tmp_path: Path) -> None:
    schrijf_demo(tmp_path)
    geschreven = {pad.relative_to(tmp_path).as_posix() for pad in tmp_path.rglob("*") if pad.is_file()}
    assert geschreven == set(demo_bestanden())
