"""The checker's own reader: what offices save is read, and what leaves doubt is said, never guessed."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path

import openpyxl
import pytest

from matcher.controle.cellen import Rij, TwijfelError, als_datum, als_getal
from matcher.controle.lezen import lees_csv, lees_tabellen

GOED = [
    pytest.param(b"a;b\r\n1;2\r\n", id="gewoon"),
    pytest.param(b"\xef\xbb\xbfa;b\r\n1;2\r\n", id="BOM"),
    pytest.param(b"sep=,\r\na,b\r\n1,2\r\n", id="sep"),
    pytest.param(b"a,b\n1,2\n", id="komma"),
    pytest.param(b"a\tb\n1\t2\n", id="tab"),
    pytest.param(b"a;b;;\r\n1;2;;\r\n\r\n;;;\r\n", id="scheidingstekens en lege regels achteraan"),
    pytest.param(b"A; B \r\n 1 ;2\r\n", id="hoofdletters en blanco"),
    pytest.param(b"a;x_opmerking;b\r\n1;geheim;2\r\n", id="opmerking"),
    pytest.param(b'a;b\r\n"1";"2"\r\n', id="aanhaling"),
    pytest.param(b"a;b\r\nuitleg: een woord;een getal\r\n1;2\r\n", id="uitlegrij"),
]


@pytest.mark.parametrize("inhoud", GOED)
def test_reads(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "t.csv").write_bytes(inhoud)
    assert [rij.cellen for rij in lees_csv(tmp_path / "t.csv", "t.csv")] == [{"a": "1", "b": "2"}]


TWIJFEL = [
    pytest.param(b"", id="leeg"),
    pytest.param(b"a;a\r\n1;2\r\n", id="kolom dubbel"),
    pytest.param(b"a;b\r\n1;2;3\r\n", id="rij te lang"),
    pytest.param(b'a;b\r\n"1;2\r\n', id="aanhaling open"),
]


@pytest.mark.parametrize("inhoud", TWIJFEL)
def test_doubts(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "t.csv").write_bytes(inhoud)
    with pytest.raises(TwijfelError, match=r"t\.csv"):
        lees_csv(tmp_path / "t.csv", "t.csv")


def test_workbook_instead_of_files(tmp_path: Path) -> None:
    """Typed cells of a workbook come out as the texts that a CSV would hold; both for one table is a fault."""
    boek = openpyxl.Workbook()
    blad = boek.create_sheet("woningen")
    blad.append(["woning_id", "huur", "vanaf", "overlast", "aandeel"])
    blad.append([503, 450.5, date(2026, 3, 4), True, 33.125])
    boek.save(tmp_path / "regio.xlsx")
    tabellen, twijfels = lees_tabellen(tmp_path, ("woningen", "wijken"))
    assert twijfels == ()
    assert tabellen["wijken"] == ()
    (rij,) = tabellen["woningen"]
    assert rij.cellen["woning_id"] == "503"
    assert rij.centen("huur") == 45050
    assert rij.dag("vanaf") == date(2026, 3, 4)
    assert rij.ja("overlast", standaard=False) is True
    # three decimals are no thousands mark when the workbook says that it is a number
    assert rij.getal("aandeel") == Fraction(265, 8)
    (tmp_path / "woningen.csv").write_text("woning_id\r\nW1\r\n", encoding="utf-8")
    assert lees_tabellen(tmp_path, ("woningen",))[1] == ("woningen.csv, regio.xlsx",)


def test_broken_workbook_is_a_doubt(tmp_path: Path) -> None:
    (tmp_path / "regio.xlsx").write_bytes(b"PK\x03\x04 geen werkboek")
    assert lees_tabellen(tmp_path, ("woningen",))[1] == ("regio.xlsx",)


@pytest.mark.parametrize(
    ("tekst", "getal"),
    [
        ("12", 12),
        ("-3", -3),
        ("1,5", Fraction(3, 2)),
        ("1.50", Fraction(3, 2)),
        ("2,0", 2),
        ("0,3333", Fraction(3333, 10**4)),
    ],
)
def test_numbers_are_exact(tekst: str, getal: int | Fraction) -> None:
    assert als_getal(tekst) == getal


@pytest.mark.parametrize("tekst", ["1.250,00", "1.250", "1,250", "1e5", "nan", "1_000", "\uff11", "", "--1", "1,"])
def test_doubtful_numbers_are_none(tekst: str) -> None:
    """A thousands mark, a power, a digit from another script: never guessed."""
    assert als_getal(tekst) is None


@pytest.mark.parametrize(
    ("tekst", "dag"),
    [
        ("1-2-2026", date(2026, 2, 1)),
        ("01-02-2026", date(2026, 2, 1)),
        ("2026-02-01", date(2026, 2, 1)),
        ("31-02-2026", None),
        ("2026-2-1", None),
        ("01/02/2026", None),
    ],
)
def test_dates(tekst: str, dag: date | None) -> None:
    assert als_datum(tekst) == dag


def test_cells() -> None:
    rij = Rij("t.csv", 7, {"lijst": "a | b|", "punten": "1 2 3|4,5 5 6", "half": "1,5", "x": "3"})
    assert rij.lijst("lijst") == ("a", "b")
    assert rij.getallenlijst("punten", 3) == ((1, 2, 3), (Fraction(9, 2), 5, 6))
    assert (rij.geheel("leeg"), rij.geheel_of("leeg", 4), rij.datum("leeg")) == (None, 4, None)
    with pytest.raises(TwijfelError, match="rij 7, kolom half"):
        rij.geheel("half")
    with pytest.raises(TwijfelError, match="kolom x/y"):
        rij.punt("x", "y")
