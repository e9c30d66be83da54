"""Batches and their proofs: what holds is told level by level; a program that reckons with other limits is caught."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from matcher.batch import maak_voorstel
from matcher.controle import Bevinding, Onderzoek, onderzoek_batch
from matcher.controle.bewijsvraag import Vraag
from matcher.controle.teksten import bevinding
from matcher.regels import BATCHREGELS
from matcher.regels.regel import BatchRegel
from matcher.run import Afloop
from matcher.stand import Grens, Stand
from tests.controle.batchmaker import Geval, maak_batch
from tests.controle.kopie import Kopie, som
from tests.controle.test_voorbeelden import GEVALLEN

D = date(2026, 11, 20)
PRIJZEN = "bewezen, nagerekend in hele getallen"
HOE = {
    "prijzen": PRIJZEN,
    "gevallen": "bewezen, in {n} gevallen nagerekend in hele getallen",
    "zoekers": "twee zoekmethoden vonden niets beters; dat is niet na te rekenen",
}
ONBEWEZEN = "niet bewezen; de grens in het certificaat is niet nagerekend"
ONZEKER = "niet nagerekend: de kaartlagen of de getallen van deze regio laten dat niet toe"


@pytest.fixture(scope="module")
def gaaf(voorbeelden: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A worked case and its batch."""
    regio = voorbeelden / "geval3"
    return regio, maak_batch(regio, Geval.uit(regio / "verwacht.json"), tmp_path_factory.mktemp("batch"))


@pytest.fixture
def kopie(gaaf: tuple[Path, Path], tmp_path: Path) -> Kopie:
    """A copy to spoil."""
    return Kopie.van(*gaaf, tmp_path)


def onderzocht(kopie: Kopie) -> Onderzoek:
    """What the checker says."""
    return onderzoek_batch(kopie.regio, kopie.batch)


def bewijs(kopie: Kopie, wijzig: Callable[[dict[str, Any]], object]) -> None:
    """Change the proof."""
    bestand = kopie.batch / "bewijs.json"
    doc = json.loads(bestand.read_bytes())
    wijzig(doc)
    bestand.write_text(json.dumps(doc), encoding="utf-8")


def zonder(niveau: str) -> Callable[[dict[str, Any]], None]:
    """The proof up to a level."""

    def kort(doc: dict[str, Any]) -> None:
        for deel in doc["parts"]:
            namen = [stap["level"] for stap in deel["steps"]]
            del deel["steps"][namen.index(niveau) :]
            deel["rows"] = [rij for rij in deel["rows"] if rij[0] not in ("tight", "least", "most") or rij[1] < 0]
            _beperk(deel)

    return kort


def _beperk(deel: dict[str, Any]) -> None:
    """Steps whose rows are still there."""
    for stap in deel["steps"]:
        stap["multipliers"] = [paar for paar in stap["multipliers"] if paar[0] < len(deel["rows"])]


@pytest.mark.parametrize("naam", GEVALLEN)
def test_the_worked_cases_are_shown(voorbeelden: Path, tmp_path: Path, naam: str) -> None:
    """Every level of every case, each in words of its own."""
    geval = Geval.uit(voorbeelden / naam / "verwacht.json")
    gevonden = onderzoek_batch(voorbeelden / naam, maak_batch(voorbeelden / naam, geval, tmp_path))
    assert gevonden.bevindingen == ()
    assert [niveau.naam for niveau in gevonden.niveaus] == list(geval.niveaus)
    assert [niveau.tekst for niveau in gevonden.niveaus] == [HOE[n.hoe].format(n=n.gevallen) for n in gevonden.niveaus]
    assert all((niveau.hoe == "gevallen") <= (niveau.gevallen > 0) for niveau in gevonden.niveaus)


def test_what_is_said_as_plain_values(kopie: Kopie) -> None:
    eerste = {"naam": "crisis", "hoe": "prijzen", "gevallen": 0, "tekst": PRIJZEN}
    gegevens = onderzocht(kopie).als_gegevens()
    niveaus = gegevens["niveaus"]
    assert isinstance(niveaus, list)
    assert (gegevens["goed"], gegevens["bevindingen"], niveaus[0]) == (True, [], eerste)
    (kopie.batch / "bewijs.json").write_bytes(b"{}")
    fout = {"code": "bewijs", "onderwerp": "bewijs.json", "tekst": "Het bewijs heeft niet de afgesproken vorm."}
    assert onderzocht(kopie).als_gegevens() == {"goed": False, "bevindingen": [fout], "niveaus": []}


def test_with_another_fault_the_proof_is_not_looked_at(kopie: Kopie) -> None:
    (kopie.batch / "bewijs.json").write_bytes(b"{}")
    (kopie.batch / "rapport.html").unlink()
    assert onderzocht(kopie) == Onderzoek((bevinding("bestand", "rapport.html", "bestand_mist"),))


def test_a_batch_that_was_stopped(kopie: Kopie) -> None:
    """What is called proven is verified; of the rest only is said that it was not."""

    def gestopt(ruw: dict[str, Any]) -> None:
        ruw["status"] = "tijdslimiet"
        ruw["niveaus"][-1].update(bewezen=False, grens=10**9)

    kopie.certificaat(gestopt)
    laatste = kopie.ruw["niveaus"][-1]["naam"]
    volledig = onderzocht(kopie)
    assert volledig.bevindingen == ()
    assert [(niveau.hoe, niveau.tekst) for niveau in volledig.niveaus][-1] == ("onbewezen", ONBEWEZEN)
    bewijs(kopie, lambda doc: [deel["steps"].pop() for deel in doc["parts"] if deel["steps"][-1]["level"] == laatste])
    assert onderzocht(kopie) == volledig
    bewijs(kopie, lambda doc: [deel["steps"].pop() for deel in doc["parts"]])
    voorlaatste = kopie.ruw["niveaus"][-2]["naam"]
    assert onderzocht(kopie).bevindingen == (bevinding("bewijs", voorlaatste, "bewijs_mist"),)


def test_stopped_before_anything_was_proven(kopie: Kopie) -> None:
    def gestopt(ruw: dict[str, Any]) -> None:
        ruw["status"] = "tijdslimiet"
        for niveau in ruw["niveaus"]:
            niveau.update(bewezen=False, grens=None)

    kopie.certificaat(gestopt)
    (kopie.batch / "bewijs.json").write_text('{"parts": []}', encoding="utf-8")
    gevonden = onderzocht(kopie)
    assert gevonden.bevindingen == ()
    assert {niveau.tekst for niveau in gevonden.niveaus} == {ONBEWEZEN}


def test_a_limit_that_does_not_exist_is_named(kopie: Kopie) -> None:
    rijen: list[list[Any]] = []

    def anders(doc: dict[str, Any]) -> None:
        rijen.extend(rij for deel in doc["parts"] for rij in deel["rows"] if rij[0] == "max")
        rijen[0][1] = "K12:U1"

    bewijs(kopie, anders)
    (gevonden,) = onderzocht(kopie).bevindingen
    assert (gevonden.code, gevonden.tekst) == ("bewijs", "Het bewijs noemt een grens die er niet is.")
    assert gevonden.onderwerp.endswith(" K12:U1")


def test_no_proof_only_where_numbers_are_too_wide(kopie: Kopie, monkeypatch: pytest.MonkeyPatch) -> None:
    (kopie.batch / "bewijs.json").write_bytes(b"null\n")
    assert onderzocht(kopie).bevindingen == (bevinding("bewijs", "bewijs.json", "bewijs_leeg"),)
    monkeypatch.setattr(Vraag, "vertelbaar", property(lambda _: False))
    gevonden = onderzocht(kopie)
    assert gevonden.bevindingen == ()
    assert {(niveau.hoe, niveau.tekst) for niveau in gevonden.niveaus} == {("onzeker", ONZEKER)}


def _uitsluiting_in_een_buurt(kopie: Kopie) -> None:
    """A ban on a buurt far away, on a layer that the checker cannot read."""
    kenmerk = {
        "type": "Feature",
        "properties": {"buurtcode": "BU99990101"},
        "geometry": {"type": "Polygon", "coordinates": [[[0, 0], [9, 0], [9, 9], [0, 0]]]},
    }
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::3857"}}
    laag = kopie.regio / "geo" / "buurten.geojson"
    laag.parent.mkdir(exist_ok=True)
    laag.write_text(json.dumps({"type": "FeatureCollection", "crs": crs, "features": [kenmerk]}), encoding="utf-8")
    kopie.certificaat(lambda ruw: ruw["invoer"].update({"geo/buurten.geojson": som(laag)}))
    op_de_kaart = {rij["woning_id"] for rij in kopie.lees("woningen.csv") if rij["x"]}
    wie = next(rij["uitstromer_id"] for rij in kopie.lees("voorstellen.csv") if rij["woning_id"] in op_de_kaart)
    kopie.wijzig(
        "uitstromers.csv",
        lambda rij: rij["uitstromer_id"] == wie,
        uitsluiting_gebieden="BU99990101",
        uitsluiting_tot="",
    )


def test_a_region_that_cannot_be_read_with_certainty(kopie: Kopie) -> None:
    """The proof holds for all pairs that may be possible; where it does not, that may be the map's doing."""
    _uitsluiting_in_een_buurt(kopie)
    gevonden = onderzocht(kopie)
    assert gevonden.bevindingen == ()
    assert {niveau.hoe for niveau in gevonden.niveaus} <= {"prijzen", "gevallen"}
    bewijs(kopie, lambda doc: doc["parts"][0]["steps"][0].update(multipliers=[], value=99))
    gevonden = onderzocht(kopie)
    assert gevonden.bevindingen == ()
    assert {(niveau.hoe, niveau.tekst) for niveau in gevonden.niveaus} == {("onzeker", ONZEKER)}


# -- a program that reckons with other limits -------------------------------------------------------------------------

TABELLEN = {
    "gemeenten": "gemeentecode;naam;aandeel\nGM0503;Delft;1\n",
    "wijken": "wijkcode;naam;gemeentecode\nWK050311;Binnenstad;GM0503\n",
    "aanbieders": "aanbieder;naam;capaciteit_uren\nzorg-a;Zorg A;11\n",
    "woningen": "woning_id;corporatie;gemeentecode;wijkcode;woonvorm;max_personen;beschikbaar_vanaf\n"
    + "".join(f"W{k};corp-a;GM0503;WK050311;kamer_met_aandacht;1;01-11-2026\n" for k in range(4)),
    "uitstromers": "uitstromer_id;leeftijd;woonvormen;zorgzwaarte;aanbieder;uren;wachtend_sinds\n"
    + "".join(f"U{k};30;kamer_met_aandacht;licht;zorg-a;{u};0{k}-09-2026\n" for k, u in enumerate((5, 6, 5, 3), 1)),
}
"""Four people and places, and eleven hours: two of five and six, or five and three, or three of none."""


@pytest.fixture
def regio(tmp_path: Path) -> Path:
    """Where hours are short."""
    map_ = tmp_path / "uren"
    map_.mkdir()
    for naam, tekst in TABELLEN.items():
        (map_ / f"{naam}.csv").write_text(tekst, encoding="utf-8")
    return map_


def met_k9(monkeypatch: pytest.MonkeyPatch, anders: Callable[[Grens], Iterator[Grens]]) -> None:
    """The program with another K9."""

    def k9(regel: BatchRegel) -> BatchRegel:
        def limieten(stand: Stand) -> Iterator[Grens]:
            return (nieuw for grens in regel.grenzen(stand) for nieuw in anders(grens))

        return replace(regel, grenzen=limieten)

    regels = tuple(k9(regel) if regel.code == "K9" else regel for regel in BATCHREGELS)
    monkeypatch.setattr("matcher.assemble.BATCHREGELS", regels)


def gezegd(regio: Path) -> list[str]:
    """What the program says of its own answer: nothing is written when there is anything."""
    run = maak_voorstel(regio, D)
    assert run.afloop is (Afloop.EIGEN_FOUT if run.meldingen else Afloop.KLAAR)
    assert bool(run.map) != bool(run.meldingen)
    return [str(melding) for melding in run.meldingen]


def test_hours_that_are_short(regio: Path) -> None:
    """Two can be placed; which is best takes weighing hours, and the proof of it holds."""
    assert gezegd(regio) == []
    (batch,) = (regio / "batches").iterdir()
    assert len((batch / "voorstellen.csv").read_text(encoding="utf-8-sig").splitlines()) == 3
    assert all(niveau.hoe in ("prijzen", "gevallen") for niveau in onderzoek_batch(regio, batch).niveaus)
    assert (batch / "bewijs.json").stat().st_mode & 0o777 == 0o600


def test_a_limit_that_the_program_drops(regio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    met_k9(monkeypatch, lambda _: iter(()))
    (melding,) = gezegd(regio)
    assert "K9" in melding


def test_a_limit_that_the_program_makes_too_tight(regio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten hours instead of eleven: U1 and U3 go before U1 and U2, and only the proof gives it away."""
    met_k9(monkeypatch, lambda grens: iter([replace(grens, hoogst=1000)]))
    (melding,) = gezegd(regio)
    assert "bewijs, wachttijd" in melding


def test_a_limit_of_another_name(regio: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The checker knows of no such thing, though the proposals are the best there are."""
    met_k9(monkeypatch, lambda grens: iter([replace(grens, naam="K9:niets")]))
    (melding,) = gezegd(regio)
    assert "K9:niets" in melding


def test_findings_are_values() -> None:
    """What the tests above compare with."""
    assert bevinding("bewijs", "nut", "bewijs_mist") == Bevinding("bewijs", "nut", "Voor dit niveau is er geen bewijs.")
