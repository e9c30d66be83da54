from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import load_workbook

from data.schrijven import Blad, BladKolom, Opmaak, werkboek_bytes

BLAD = Blad(
    naam="corp-a",
    kolommen=(
        BladKolom(naam="woning_id", vergrendeld=True),
        BladKolom(naam="huur_max", opmaak=Opmaak.BEDRAG, vergrendeld=True),
        BladKolom(naam="ingangsdatum", opmaak=Opmaak.DATUM, vergrendeld=True),
        BladKolom(naam="besluit", keuzes=("akkoord", "weiger")),
        BladKolom(naam="opmerking", breedte=40),
    ),
    rijen=(("0012", Decimal("612.50"), date(2026, 11, 27), None, "=1+1"),),
)


def test_cells_keep_their_type() -> None:
    vel = load_workbook(BytesIO(werkboek_bytes(BLAD)))["corp-a"]
    nummer, huur, datum, besluit, opmerking = vel[2]
    assert (nummer.value, nummer.data_type, nummer.number_format) == ("0012", "s", "@")
    assert (huur.value, huur.data_type) == (612.5, "n")
    assert isinstance(datum.value, datetime)
    assert datum.value.date() == date(2026, 11, 27)
    assert besluit.value is None
    assert (opmerking.value, opmerking.data_type, opmerking.quotePrefix) == ("=1+1", "s", True)


def test_what_staff_fill_in_is_open_and_the_rest_is_locked() -> None:
    vel = load_workbook(BytesIO(werkboek_bytes(BLAD)))["corp-a"]
    assert vel.protection.sheet
    assert [cel.protection.locked for cel in vel[2]] == [True, True, True, False, False]
    (keuze,) = vel.data_validations.dataValidation
    assert keuze.formula1 == '"akkoord,weiger"'
    assert "D2" in keuze.sqref


def test_equal_sheets_give_equal_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """openpyxl stamps the moment of saving into two places; another moment must not show."""
    eerste = werkboek_bytes(BLAD)
    monkeypatch.setattr("time.time", lambda: 1_900_000_000.0)
    monkeypatch.setattr("openpyxl.writer.excel.datetime.datetime", _Later)
    assert werkboek_bytes(BLAD) == eerste


class _Later(datetime):
    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return datetime(2031, 1, 1, tzinfo=tz)  # type: ignore[arg-type]


def test_a_row_of_explanation_stands_below_the_header() -> None:
    blad = Blad(naam="x", kolommen=(BladKolom(naam="a", uitleg="wat a is"),), rijen=(("1",),))
    vel = load_workbook(BytesIO(werkboek_bytes(blad)))["x"]
    assert [rij[0].value for rij in vel.iter_rows()] == ["a", "wat a is", "1"]
    assert vel.freeze_panes == "A3"


def test_control_characters_cannot_break_the_file() -> None:
    blad = Blad(naam="x", kolommen=(BladKolom(naam="a"),), rijen=(("a\x00b",),))
    assert load_workbook(BytesIO(werkboek_bytes(blad)))["x"]["A2"].value == "a\N{REPLACEMENT CHARACTER}b"
