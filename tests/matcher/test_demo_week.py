"""The week of the demo region: what a first user sees should hold something of everything."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.demo import DATUM, schrijf_demo
from matcher.batch import maak_voorstel
from matcher.run import Afloop
from matcher.uitkomst import BatchStatus, BatchUitkomst, Status


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> BatchUitkomst:
    map_ = tmp_path_factory.mktemp("demo") / "regio"
    schrijf_demo(map_)
    run = maak_voorstel(map_, DATUM)
    assert run.afloop is Afloop.KLAAR, run.meldingen
    assert run.uitkomst is not None
    return run.uitkomst


def _codes(week: BatchUitkomst, status: Status) -> set[str]:
    return {deel for rij in week.niet_geplaatst if rij.status is status for deel in rij.code.split("|")}


def test_alles_is_bewezen(week: BatchUitkomst) -> None:
    assert week.status is BatchStatus.OPTIMAAL
    assert all(niveau.bewezen and niveau.waarde == niveau.grens for niveau in week.niveaus)


def test_elke_woonvorm_krijgt_een_voorstel(week: BatchUitkomst) -> None:
    """All of the contract; the hostel that the region added has no supply, on purpose."""
    assert {voorstel.woonvorm for voorstel in week.voorstellen} == {
        "bt_basis",
        "bt_plus",
        "convenant",
        "flex_doorstroom",
        "flex_shortstay",
        "gezinswoning",
        "housing_first",
        "kamer_met_aandacht",
        "tussenvoorziening",
    }


def test_voorstellen_in_elke_gemeente(week: BatchUitkomst) -> None:
    assert {voorstel.gemeentecode for voorstel in week.voorstellen} == {rij.code for rij in week.overzicht.quota}


def test_quota_draagkracht_rust_en_uren_houden_mensen_tegen(week: BatchUitkomst) -> None:
    assert _codes(week, Status.VERDRONGEN) >= {"K2", "K4", "K5", "K7", "K9"}


def test_delft_is_bijna_klaar_met_zijn_opgave_en_westland_niet(week: BatchUitkomst) -> None:
    over = {rij.code: (rij.grens or 0) - rij.geteld - rij.nieuw for rij in week.overzicht.quota}
    assert over["GM0503"] <= 0
    assert over["GM1783"] > 0


def test_ook_zonder_passend_aanbod_en_zonder_deelname(week: BatchUitkomst) -> None:
    assert _codes(week, Status.GEEN_PASSEND_AANBOD) >= {"R01", "R05"}
    assert _codes(week, Status.UITGESLOTEN) == {"U1", "U2", "U3", "U5"}


def test_wie_doorstroomt_maakt_ruimte_in_een_volle_wijk(week: BatchUitkomst) -> None:
    """Vlietdorp carries all it can; somebody new comes in nevertheless, because a mover leaves."""
    (vol,) = [rij for rij in week.overzicht.draagkracht if rij.code == "WK184291"]
    assert vol.geteld == vol.grens
    assert [voorstel.woning_id for voorstel in week.voorstellen if voorstel.wijkcode == vol.code] == ["SS-S-02"]
    assert "SS-S-01" in {voorstel.komt_vrij for voorstel in week.voorstellen}


def test_de_vaste_koppeling_staat_erin(week: BatchUitkomst) -> None:
    assert [voorstel.plek for voorstel in week.voorstellen if voorstel.vast] == ["DS-X-01"]


def test_er_blijven_plekken_leeg_om_een_regel(week: BatchUitkomst) -> None:
    """A report that shows what stays empty needs something that stays empty while people wait."""
    redenen = {code for leeg in week.overzicht.leeg for _, codes in leeg.wachtenden for code in codes}
    assert redenen >= {"K4", "K5", "K7"}


@pytest.mark.parametrize("seed", [1, 5])
def test_een_andere_seed_geeft_ook_een_week(seed: int, tmp_path: Path) -> None:
    schrijf_demo(tmp_path / "regio", seed=seed)
    run = maak_voorstel(tmp_path / "regio", DATUM)
    assert run.uitkomst is not None, run.meldingen
    assert len(run.uitkomst.voorstellen) >= 30
