from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from data.lezen import lees_regio
from data.records import TABELLEN
from data.schrijven import tabel_csv
from data.sjabloon import schrijf_sjablonen
from tests.data.foute_invoer import werkboek, zet
from tests.data.goede_regio import BESTANDEN, schrijf


def test_a_workbook_says_the_same_as_the_files(tmp_path: Path) -> None:
    bestanden = lees_regio(schrijf(tmp_path / "csv"))
    werkboek()(schrijf(tmp_path / "xlsx"))
    boek = lees_regio(tmp_path / "xlsx")
    assert boek.meldingen == ()
    for tabel in TABELLEN:
        een, ander = (tabel_csv(tabel, getattr(r.regio, tabel.tabel)) for r in (bestanden, boek))
        assert een == ander
    assert "regio.xlsx" in boek.regio.invoer
    assert boek.regio.bestand("woningen") == "regio.xlsx, blad woningen"
    assert bestanden.regio.bestand("woningen") == "woningen.csv"


def test_what_excel_typed_is_read_exactly(tmp_path: Path) -> None:
    """0.1 stays 0.1, three decimals are no thousands mark in a number, 77 is an id, a date is a date."""
    daden = (
        zet("gemeenten", "C2", 0.1),
        zet("woningen", "E2", 84512.125),
        zet("woningen", "M2", 612.0),
        zet("woningen", "G2", 77),
        zet("woningen", "X2", datetime(2026, 12, 1), "dd-mm-yyyy"),  # noqa: DTZ001
        zet("woningen", "AA2", waarde=True),
        zet("uitstromers", "C3", datetime(1992, 5, 1), "mmm-yy"),  # noqa: DTZ001
    )
    werkboek(*daden)(schrijf(tmp_path))
    lezing = lees_regio(tmp_path)
    assert lezing.meldingen == ()
    woning = next(w for w in lezing.regio.woningen if w.woning_id == "A-0123")
    assert (woning.x, woning.huur, woning.complex_id) == (Decimal("84512.125"), 61200, "77")
    assert (woning.beschikbaar_vanaf, woning.geheim) == (date(2026, 12, 1), True)
    assert [w.woning_id for w in lezing.regio.woningen] == ["0012", "A-0123", "W3"]
    assert lezing.regio.gemeenten[0].aandeel == Decimal("0.1")
    assert lezing.regio.uitstromers[1].geboortemaand == date(1992, 5, 1)


def test_a_sheet_may_stand_beside_files_for_other_tables(tmp_path: Path) -> None:
    werkboek()(schrijf(tmp_path))
    boek = Workbook()
    vel = boek.worksheets[0]
    vel.title = "Wijken"
    for regel in BESTANDEN["wijken.csv"].splitlines():
        vel.append(regel.split(";"))
    schrijf(tmp_path)
    (tmp_path / "wijken.csv").unlink()
    boek.save(tmp_path / "regio.xlsx")
    lezing = lees_regio(tmp_path)
    assert lezing.meldingen == ()
    assert len(lezing.regio.wijken) == 3


def test_a_cell_far_away_costs_no_time(tmp_path: Path) -> None:
    """Ctrl-End in the last row of Excel leaves such cells behind."""
    werkboek(zet("complexen", "A1048576", " "), zet("complexen", "XFD1", None))(schrijf(tmp_path))
    assert lees_regio(tmp_path).meldingen == ()


def test_the_templates_are_read_without_any_fault_but_that_they_are_empty(tmp_path: Path) -> None:
    for soort in (True, False):
        map_ = tmp_path / str(soort)
        schrijf_sjablonen(map_, xlsx=soort)
        lezing = lees_regio(map_)
        assert [(m.code, m.bestand.split()[-1].removesuffix(".csv")) for m in lezing.meldingen] == [
            ("tabel_leeg", "gemeenten"),
            ("tabel_leeg", "wijken"),
        ]


def test_a_template_can_be_filled_in_below_the_explanation(tmp_path: Path) -> None:
    """The row of explanation may stay; Excel's row numbers go on counting it."""
    schrijf_sjablonen(tmp_path, xlsx=False)
    for naam, tekst in BESTANDEN.items():
        pad = tmp_path / naam
        if naam.endswith(".csv") and pad.exists():
            kop, *rijen = tekst.splitlines()
            uitleg = pad.read_text(encoding="utf-8-sig").splitlines()[1].split(";")[0] + ";" * kop.count(";")
            pad.write_text("\n".join([kop, uitleg, *rijen]), encoding="utf-8")
    (tmp_path / "regels.toml").write_text(BESTANDEN["regels.toml"])
    lezing = lees_regio(tmp_path)
    assert lezing.meldingen == ()
    assert [wijk.rij for wijk in lezing.regio.wijken] == [3, 4, 5]


def test_the_workbook_template_keeps_zeros_and_offers_choices(tmp_path: Path) -> None:
    from openpyxl import load_workbook

    schrijf_sjablonen(tmp_path, xlsx=True)
    boek = load_workbook(BytesIO((tmp_path / "regio.xlsx").read_bytes()))
    assert boek.sheetnames == [tabel.tabel for tabel in TABELLEN]
    vel = boek["woningen"]
    kolom = {cel.value: cel.column_letter for cel in vel[1]}  # type: ignore[union-attr]
    assert vel.column_dimensions[kolom["wijkcode"]].number_format == "@"
    assert vel.column_dimensions[kolom["beschikbaar_vanaf"]].number_format == "dd\\-mm\\-yyyy"
    keuzes = {str(regel.sqref).split("3:")[0]: regel.formula1 for regel in vel.data_validations.dataValidation}
    assert keuzes[kolom["zorgzwaarte_max"]] == '"licht,midden,zwaar"'
    assert keuzes[kolom["geheim"]] == '"ja,nee"'
