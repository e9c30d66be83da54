"""The form of the tables of a batch: each way to go wrong is a finding with the file, and its row if it has one."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.controle.batchmap import KOLOMMEN, lees_batchmap
from matcher.controle.bevinding import Bevinding

BOM = b"\xef\xbb\xbf"
NAAM = "niet_geplaatst.csv"
KOP = b"uitstromer_id;status;code;toelichting\r\n"
RIJ = b"U1;verdrongen;K2;Was al vol.\r\n"
MIST = "Dit bestand ontbreekt of is niet te lezen."
GEEN_BOM = "Dit bestand begint niet met het teken voor UTF-8 (BOM) of is geen UTF-8."
REGELEINDE = "Niet elke regel eindigt op CRLF."
KOP_FOUT = "De kop van dit bestand klopt niet: kolommen of scheidingsteken zijn anders dan afgesproken."


def krom(nummer: int) -> str:
    """The sentence about a row that does not fit the header."""
    return f"Rij {nummer} heeft niet evenveel cellen als de kop, of is niet te lezen."


@pytest.fixture
def batch(tmp_path: Path) -> Path:
    """A folder of empty tables, two reports and a proof."""
    for naam, kolommen in KOLOMMEN.items():
        (tmp_path / naam).write_bytes(BOM + ";".join(kolommen).encode() + b"\r\n")
    for naam in ("rapport.html", "rapport_overleg.html", "bewijs.json"):
        (tmp_path / naam).write_bytes(b"<p>")
    return tmp_path


def gelezen(batch: Path, inhoud: bytes) -> tuple[list[tuple[str, ...]] | None, list[str]]:
    """The rows of the table, and what is said about it."""
    (batch / NAAM).write_bytes(inhoud)
    gevonden = lees_batchmap(batch)
    assert all((b.code, b.onderwerp) == ("bestand", NAAM) for b in gevonden.bevindingen)
    tabel = gevonden.tabellen[NAAM]
    rijen = None if tabel is None else [tuple(rij.values()) for rij in tabel]
    return rijen, [b.tekst for b in gevonden.bevindingen]


GEDAAN = ("U1", "verdrongen", "K2", "Was al vol.")


def test_a_sound_folder(batch: Path) -> None:
    gevonden = lees_batchmap(batch)
    assert gevonden.bevindingen == ()
    assert gevonden.tabellen == dict.fromkeys(KOLOMMEN, ())
    assert gelezen(batch, BOM + KOP + RIJ + RIJ) == ([GEDAAN, GEDAAN], [])
    tabel = lees_batchmap(batch).tabellen[NAAM]
    assert tabel is not None
    assert list(tabel[0]) == ["uitstromer_id", "status", "code", "toelichting"]


@pytest.mark.parametrize("naam", [*KOLOMMEN, "rapport.html", "rapport_overleg.html", "bewijs.json"])
def test_a_file_that_is_not_there(batch: Path, naam: str) -> None:
    """A folder of that name is no file."""
    (batch / naam).unlink()
    weg = lees_batchmap(batch)
    assert weg.bevindingen == (Bevinding("bestand", naam, MIST),)
    assert weg.tabellen.get(naam) is None
    (batch / naam).mkdir()
    assert lees_batchmap(batch).bevindingen == weg.bevindingen


def test_an_empty_report(batch: Path) -> None:
    (batch / "rapport.html").write_bytes(b"")
    assert lees_batchmap(batch).bevindingen == (Bevinding("bestand", "rapport.html", "Dit bestand is leeg."),)


def test_a_file_that_cannot_be_opened(batch: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def dicht(_bestand: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", dicht)
    assert {b.tekst for b in lees_batchmap(batch).bevindingen} == {MIST}
    assert len(lees_batchmap(batch).bevindingen) == 7


@pytest.mark.parametrize(
    ("inhoud", "rijen", "gezegd"),
    [
        # without the mark, or with another one, it can be read all the same
        (KOP + RIJ, [GEDAAN], [GEEN_BOM]),
        (BOM + KOP + b"U1;a;b;\xe9\r\n", None, [GEEN_BOM]),
        (BOM + KOP + "U1;a;b;é\r\n".encode(), [("U1", "a", "b", "é")], []),
        (BOM + BOM + KOP, None, [KOP_FOUT]),
        (BOM + KOP + RIJ.replace(b"\r\n", b"\n"), [GEDAAN], [REGELEINDE]),
        (BOM + KOP.replace(b"\r\n", b"\n") + RIJ, [GEDAAN], [REGELEINDE]),
        (BOM + KOP.replace(b"\r\n", b"\r") + RIJ, [GEDAAN], [REGELEINDE]),
        (BOM + KOP + RIJ.strip(), [GEDAAN], [REGELEINDE]),
        (KOP + RIJ.strip(), [GEDAAN], [GEEN_BOM, REGELEINDE]),
        (BOM + KOP + b'U1;a;b;"c\nd"\r\n', [("U1", "a", "b", "c\nd")], [REGELEINDE]),
        (BOM, None, [REGELEINDE, KOP_FOUT]),
        (b"", None, [GEEN_BOM, REGELEINDE, KOP_FOUT]),
        (BOM + KOP.replace(b";", b","), None, [KOP_FOUT]),
        (BOM + KOP.replace(b"status", b"Status"), None, [KOP_FOUT]),
        (BOM + KOP.replace(b"\r\n", b";x\r\n"), None, [KOP_FOUT]),
        (BOM + KOP + RIJ + b"U2;a;b\r\n", None, [krom(3)]),
        (BOM + KOP + b"U2;a;b;c;d\r\n" + RIJ + b"\r\n", None, [krom(2), krom(4)]),
        (BOM + KOP + RIJ + b'U2;"a;b;c\r\n', None, [krom(3)]),
        (BOM + KOP + b'U2;"a"x;b;c\r\n', None, [krom(2)]),
        (BOM + KOP + b'U2;"a;""b""";b;c\r\n', [("U2", 'a;"b"', "b", "c")], []),
    ],
)
def test_the_form_of_a_table(
    batch: Path, inhoud: bytes, rijen: list[tuple[str, ...]] | None, gezegd: list[str]
) -> None:
    assert gelezen(batch, inhoud) == (rijen, gezegd)


@pytest.mark.parametrize("teken", ["=", "+", "-", "@", "\t"])
def test_a_cell_that_a_spreadsheet_would_take_for_a_formula(batch: Path, teken: str) -> None:
    """A mark before it makes it a text; the mark is taken off."""
    inhoud = BOM + KOP + RIJ + f"U2;a;b;{teken}x\r\n".encode()
    tekst = "Rij 3, kolom toelichting: een cel begint met een formuleteken zonder ' ervoor."
    assert gelezen(batch, inhoud) == ([GEDAAN, ("U2", "a", "b", f"{teken}x")], [tekst])
    ontdaan = BOM + KOP + f"U2;a;b;'{teken}x\r\n".encode()
    assert gelezen(batch, ontdaan) == ([("U2", "a", "b", f"{teken}x")], [])


@pytest.mark.parametrize(
    ("cel", "waarde", "formule"),
    [
        ("-12", "-12", False),
        ("-12,5", "-12,5", False),
        ("-12.5", "-12.5", True),
        ("-", "-", True),
        ("'-", "-", False),
        ("'a", "'a", False),
        ("''=", "''=", False),
        ("", "", False),
        ("'", "'", False),
        ('"\r"', "\r", True),
    ],
)
def test_negative_numbers_and_apostrophes(batch: Path, cel: str, waarde: str, *, formule: bool) -> None:
    rijen, gezegd = gelezen(batch, BOM + KOP + f"U2;{cel};b;c\r\n".encode())
    assert rijen == [("U2", waarde, "b", "c")]
    tekst = "Rij 2, kolom status: een cel begint met een formuleteken zonder ' ervoor."
    assert gezegd == ([REGELEINDE] if "\r" in cel else []) + ([tekst] if formule else [])
