"""The regions made to measure: sound, reproducible, crowded, and with something to hold back for every K rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks.mededingers import eigen_kern
from benchmarks.opgave import bindend, opgave, zonder
from benchmarks.regio import KEER_TIEN, REGIO_VAN_LAND, REGIOS, WEEK, Omvang, schrijf_land, schrijf_regio
from data.demo import DATUM
from data.lezen import lees_regio
from matcher.run import Klok
from matcher.voorbereiding import Voorbereid, voorbereiden

GRENZEN = {f"K{k}" for k in range(1, 12)} - {"K10"}


def _inhoud(map_: Path) -> dict[str, bytes]:
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in sorted(map_.rglob("*")) if pad.is_file()}


def _klaar(map_: Path, omvang: Omvang, nummer: int = 0) -> Voorbereid:
    schrijf_regio(map_, mensen=omvang.mensen, plekken=omvang.plekken, nummer=nummer)
    klaar, meldingen = voorbereiden(map_, DATUM, Klok(lambda _: None))
    assert klaar is not None, [str(melding) for melding in meldingen]
    return klaar


def test_zelfde_seed_zelfde_bytes(tmp_path: Path) -> None:
    for naam, seed in (("a", 1), ("b", 1), ("c", 2)):
        schrijf_regio(tmp_path / naam, seed=seed, mensen=30, plekken=24)
    assert _inhoud(tmp_path / "a") == _inhoud(tmp_path / "b") != _inhoud(tmp_path / "c")


@pytest.mark.parametrize(
    ("omvang", "laagst", "hoogst"), [(WEEK, 400, 900), (REGIO_VAN_LAND, 8_000, 13_000), (KEER_TIEN, 15_000, 25_000)]
)
def test_omvang_en_drukte(tmp_path: Path, omvang: Omvang, laagst: int, hoogst: int) -> None:
    """As many people and plekken as asked; about forty plekken a person in regions, fewer in a week that has not
    that many; and a crowd: more people than places."""
    klaar = _klaar(tmp_path / "regio", omvang)
    assert len(klaar.regio.uitstromers) == omvang.mensen
    assert len(klaar.plekken) == omvang.plekken
    assert laagst <= len(klaar.paren.persoon) <= hoogst
    assert klaar.deelname.uitgesloten == {}


def test_samen_een_land() -> None:
    assert REGIOS * REGIO_VAN_LAND.mensen >= 10_000
    assert REGIOS * REGIO_VAN_LAND.plekken >= 8_000


def test_elke_grens_houdt_iets_tegen(tmp_path: Path) -> None:
    """In the best answer some limit of every rule is what keeps another pair out, and the fixed pairs (K10) cost."""
    schrijf_regio(tmp_path / "regio", seed=2028, mensen=WEEK.mensen, plekken=WEEK.plekken, nummer=2)
    vraag = opgave(tmp_path / "regio")
    antwoord = eigen_kern(vraag, 60)
    assert antwoord.bewezen
    assert set(bindend(vraag, antwoord.gekozen)) >= GRENZEN
    assert vraag.fixed
    assert eigen_kern(zonder(vraag, "K10"), 60).waarden != antwoord.waarden


def test_regios_van_een_land_delen_niets(tmp_path: Path) -> None:
    """No code and no id occurs twice, so that forty of them can be one file or forty folders."""
    regios = [lees_regio(map_).regio for map_ in schrijf_land(tmp_path, regios=3, omvang=Omvang(30, 24))]
    for tabel, kolom in (
        ("gemeenten", "gemeentecode"),
        ("wijken", "wijkcode"),
        ("aanbieders", "aanbieder"),
        ("woningen", "woning_id"),
        ("woningen", "corporatie"),
        ("contingenten", "contingent_id"),
        ("complexen", "complex_id"),
        ("uitstromers", "uitstromer_id"),
        ("plaatsingen", "uitstromer_id"),
    ):
        eigen = [{getattr(rij, kolom) for rij in getattr(regio, tabel)} for regio in regios]
        assert all(eigen), tabel
        assert sum(map(len, eigen)) == len(set().union(*eigen)), (tabel, kolom)


def test_elk_nummer_geeft_een_regio_die_kan(tmp_path: Path) -> None:
    """Fixed pairs always fit: a region in which they clash would measure nothing."""
    for nummer in range(6):
        schrijf_regio(tmp_path / str(nummer), seed=nummer, nummer=nummer, mensen=40, plekken=30)
        assert eigen_kern(opgave(tmp_path / str(nummer)), 60).gekozen


def test_te_hoog_nummer(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="0 tot en met 400"):
        schrijf_regio(tmp_path / "regio", mensen=30, plekken=24, nummer=401)


def test_een_map_met_een_fout_is_geen_opgave(tmp_path: Path) -> None:
    schrijf_regio(tmp_path / "regio", mensen=30, plekken=24)
    (tmp_path / "regio" / "wijken.csv").unlink()
    with pytest.raises(ValueError, match=r"wijken\.csv"):
        opgave(tmp_path / "regio")
