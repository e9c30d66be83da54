"""Rows out of bytes: which delimiter, which rows, which number they bear, and where a doubt is said to be."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from matcher.controle.cellen import Rij, TwijfelError
from matcher.controle.lezen import _celtekst, _regels, _rijen, lees_csv, lees_tabellen, ontdaan


def lees(map_: Path, tekst: str | bytes) -> list[tuple[int, dict[str, str]]]:
    inhoud = tekst if isinstance(tekst, bytes) else tekst.encode()
    (map_ / "t.csv").write_bytes(inhoud)
    rijen = lees_csv(map_ / "t.csv", "tafel.csv")
    assert {rij.bestand for rij in rijen} <= {"tafel.csv"}
    return [(rij.nummer, rij.cellen) for rij in rijen]


@pytest.mark.parametrize(
    ("cel", "tekst"),
    [
        ("'=1+1", "=1+1"),
        ("'-3", "-3"),
        ("'+3", "+3"),
        ("'@a", "@a"),
        ("  '=1  ", "=1"),
        ("'s Gravenland", "'s Gravenland"),
        ("x=1", "x=1"),
        ("''=1", "''=1"),
        ("'", "'"),
        ("", ""),
    ],
)
def test_the_quote_before_a_formula(cel: str, tekst: str) -> None:
    """One quote, and only where a formula sign follows; anything else stays as it is."""
    assert ontdaan(cel) == tekst


# -- bytes of a CSV ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("einde", ["\r\n", "\n", "\r"])
def test_rows_bear_their_number(tmp_path: Path, einde: str) -> None:
    """Empty rows count, whatever ends a row; the explanation of a template is a row too."""
    regels = ["a;b", "Uitleg: een;twee", "", "1;2", ";;", "3;4"]
    assert lees(tmp_path, einde.join(regels) + einde) == [(4, {"a": "1", "b": "2"}), (6, {"a": "3", "b": "4"})]
    assert lees(tmp_path, einde.join(["sep=,", "a,b", "1,2", "3,4"])) == [
        (2, {"a": "1", "b": "2"}),
        (3, {"a": "3", "b": "4"}),
    ]


def test_line_break_within_a_cell_stays(tmp_path: Path) -> None:
    """The number of such a row is that of its last line."""
    assert lees(tmp_path, 'a;b\r\n"x\r\ny";"p\rq"\r\n1;2\r\n') == [
        (4, {"a": "x\r\ny", "b": "p\rq"}),
        (5, {"a": "1", "b": "2"}),
    ]


def test_other_bytes_than_utf8(tmp_path: Path) -> None:
    """An office's own code page; a byte that even that does not know is not fatal."""
    assert lees(tmp_path, b"a;b\r\ncaf\xe9;\x80\r\n") == [(2, {"a": "caf\xe9", "b": "\N{EURO SIGN}"})]
    assert lees(tmp_path, b"a;b\r\n\xe9;\x81\r\n") == [(2, {"a": "\xe9", "b": "\N{REPLACEMENT CHARACTER}"})]
    assert lees(tmp_path, "\ufeffa;b\r\n\xe9;1\r\n") == [(2, {"a": "\xe9", "b": "1"})]


def test_long_cell(tmp_path: Path) -> None:
    """Longer than the csv module allows by itself (131,072 characters)."""
    assert lees(tmp_path, "a;b\r\n" + "x" * 140_000 + ";1\r\n") == [(2, {"a": "x" * 140_000, "b": "1"})]


@pytest.mark.parametrize(
    "kop",
    [
        "gemeentecode;naam",
        # one known column against three delimiters of another sort
        "gemeentecode;x_a,x_b,x_c,x_d",
        ' "Gemeentecode" ;x_a,x_b,x_c,x_d',
        '" gemeentecode ";x_a,x_b,x_c,x_d',
        "X;x_a,x_b,x_c,x_d",
        # as many known columns: the delimiter that comes most often; then the first of ; , tab
        "a;b;c,d",
        "a;b,c",
        "sep;q;r",
        "xsep=;q,r",
        "naam;aandeel",
        "sep;=;q,r",
    ],
)
def test_delimiter_is_a_semicolon(tmp_path: Path, kop: str) -> None:
    """The first cell of the row below, alone, shows that the semicolon parts the cells."""
    ((_, cellen),) = lees(tmp_path, f"{kop}\r\n1;\r\n")
    assert list(cellen.values()) == ["1"]
    assert ";" not in "".join(cellen)


@pytest.mark.parametrize(
    ("kop", "teken"),
    [
        ("gemeentecode,naam", ","),
        ("gemeentecode\tnaam", "\t"),
        ("gemeentecode,naam;b;c;d", ","),
        ("a,b,c;d", ","),
        ("a,b\tc", ","),
        ("a\tb\tc,d;e", "\t"),
        ("x,b;c;d", ","),
    ],
)
def test_delimiter_of_another_sort(tmp_path: Path, kop: str, teken: str) -> None:
    rijen = lees(tmp_path, f"{kop}\r\n1{teken}2\r\n")
    assert [list(cellen.values()) for _, cellen in rijen] == [["1", "2"]]


@pytest.mark.parametrize("sep", ["sep=,", "SEP=,", '"sep=,"', "sep=,,,,", '"sep=,",'])
def test_line_that_names_the_delimiter(tmp_path: Path, sep: str) -> None:
    """It wins from what the header looks like."""
    assert lees(tmp_path, f"{sep}\r\na;b,c\r\n1,2\r\n") == [(2, {"a;b": "1", "c": "2"})]


def test_line_that_names_nothing(tmp_path: Path) -> None:
    """Then it is a header of one column."""
    assert lees(tmp_path, "sep=\r\n1\r\n") == [(2, {"sep=": "1"})]


@pytest.mark.parametrize(
    ("tekst", "plaats"),
    [
        ("", "tafel.csv"),
        ("\r\n;;\r\n", "tafel.csv"),
        ("\r\na;a\r\n1;2\r\n", "tafel.csv, rij 2"),
        ("a;;b\r\n1;2;3\r\n", "tafel.csv, rij 1"),
        ("a;b\r\n1;2\r\n1;2;3\r\n", "tafel.csv, rij 3"),
        ('a;b\r\n1;2\r\n"3;4\r\n', "tafel.csv, rij 3"),
        ('a;b\r\n"1"2;3\r\n', "tafel.csv, rij 2"),
    ],
)
def test_place_of_a_doubt(tmp_path: Path, tekst: str, plaats: str) -> None:
    with pytest.raises(TwijfelError) as twijfel:
        lees(tmp_path, tekst)
    assert twijfel.value.plaats == plaats


# -- rows ----------------------------------------------------------------------------------------------------------


def rijen(*regels: list[str]) -> list[Rij]:
    return list(_rijen("t", list(enumerate(regels, start=1))))


def test_own_columns_are_left_out() -> None:
    """A column ``x_...`` is the office's own: twice the same, or with anything in it, does not matter."""
    kop = ["A ", "x_1", "x_1", "B", "", " "]
    assert rijen(kop, ["1", "p", "q", "2", "", ""]) == [Rij("t", 2, {"a": "1", "b": "2"})]
    assert rijen(kop, ["", "p", "", "2"]) == [Rij("t", 2, {"b": "2"})]
    assert rijen(kop, ["1"]) == [Rij("t", 2, {"a": "1"})]
    assert rijen(kop, ["", "p"]) == [Rij("t", 2, {})]


def test_explanation_of_a_template() -> None:
    """The first row below the header, when its first cell says so; only there, and only once."""
    kop, uitleg, waarden = ["a", "b"], ["UITLEG: wat", "iets"], ["1", "2"]
    gelezen = Rij("t", 2, {"a": "1", "b": "2"})
    assert rijen(kop) == rijen(kop, uitleg) == []
    assert rijen(kop, waarden, uitleg) == [gelezen, Rij("t", 3, {"a": "UITLEG: wat", "b": "iets"})]
    assert rijen(kop, uitleg, uitleg) == [Rij("t", 3, {"a": "UITLEG: wat", "b": "iets"})]
    assert rijen(kop, ["1", "uitleg: b"]) == [Rij("t", 2, {"a": "1", "b": "uitleg: b"})]


# -- tables of a folder --------------------------------------------------------------------------------------------


def boek(map_: Path, bladen: Mapping[str, Sequence[Sequence[object]]]) -> None:
    werkboek = openpyxl.Workbook()
    werkboek.remove(werkboek.worksheets[0])
    for naam, inhoud in bladen.items():
        blad = werkboek.create_sheet(naam)
        for rij in inhoud:
            blad.append(rij)
    werkboek.save(map_ / "regio.xlsx")


def herschrijf(bestand: Path, anders: Callable[[str], str]) -> None:
    """Change the first sheet within the workbook, as no library would write it."""
    with ZipFile(bestand) as zip_:
        delen = {naam: zip_.read(naam) for naam in zip_.namelist()}
    blad = "xl/worksheets/sheet1.xml"
    delen[blad] = anders(delen[blad].decode()).encode()
    with ZipFile(bestand, "w") as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr(naam, inhoud)


def test_tables_from_files_and_sheets(tmp_path: Path) -> None:
    """Each table from the one or the other; one that is nowhere has no rows; the place names the source."""
    (tmp_path / "wijken.csv").write_text("a;b\r\n1;2\r\n", encoding="utf-8")
    (tmp_path / "vreemd.csv").write_text("a;a\r\n", encoding="utf-8")
    boek(tmp_path, {" Woningen ": [["a", "b"], [], [3, None]]})
    tabellen, twijfels = lees_tabellen(tmp_path, ("woningen", "wijken", "complexen"))
    assert twijfels == ()
    assert tabellen == {
        "woningen": (Rij("regio.xlsx woningen", 3, {"a": "3"}),),
        "wijken": (Rij("wijken.csv", 2, {"a": "1", "b": "2"}),),
        "complexen": (),
    }


def test_every_doubt_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault in one table does not hide that of the next: a column or cell too many, both sources, no access."""
    for naam, tekst in {
        "a": "p;p\r\n",
        "b": "p;q\r\n1;2;3\r\n",
        "c": "p\r\n",
        "d": "p\r\n",
        "e": "p;q\r\n1;\r\n",
    }.items():
        (tmp_path / f"{naam}.csv").write_text(tekst, encoding="utf-8")
    boek(tmp_path, {"c": [["p"]], "f": [["p", "p"]]})
    lezen = Path.read_bytes

    def kapot(bestand: Path) -> bytes:
        if bestand.name == "d.csv":
            raise PermissionError
        return lezen(bestand)

    monkeypatch.setattr(Path, "read_bytes", kapot)
    tabellen, twijfels = lees_tabellen(tmp_path, "abcdef")
    assert twijfels == ("a.csv, rij 1", "b.csv, rij 2", "c.csv, regio.xlsx", "d.csv", "regio.xlsx f, rij 1")
    assert tabellen == {"a": (), "b": (), "c": (), "d": (), "e": (Rij("e.csv", 2, {"p": "1"}),), "f": ()}


def test_a_broken_workbook_stops_the_reading(tmp_path: Path) -> None:
    """What a table holds is not known while the workbook may hold it too."""
    (tmp_path / "a.csv").write_text("p\r\n1\r\n", encoding="utf-8")
    (tmp_path / "regio.xlsx").write_bytes(b"PK\x03\x04 geen werkboek")
    assert lees_tabellen(tmp_path, ("a", "b")) == ({"a": (), "b": ()}, ("regio.xlsx",))


def test_sheet_that_is_wrong_about_its_size(tmp_path: Path) -> None:
    """Some programs write a size that leaves rows and columns out; those are read all the same."""
    boek(tmp_path, {"a": [["p", "q"], [1, 2], [3, 4]]})
    herschrijf(tmp_path / "regio.xlsx", lambda xml: xml.replace('<dimension ref="A1:B3"', '<dimension ref="A1:A2"'))
    tabellen, _ = lees_tabellen(tmp_path, ("a",))
    assert [rij.cellen for rij in tabellen["a"]] == [{"p": "1", "q": "2"}, {"p": "3", "q": "4"}]


def test_formula_gives_what_it_came_to(tmp_path: Path) -> None:
    boek(tmp_path, {"a": [["p"], ["=1+1"]]})
    herschrijf(tmp_path / "regio.xlsx", lambda xml: xml.replace("<v />", "<v>2</v>").replace("<v></v>", "<v>2</v>"))
    tabellen, _ = lees_tabellen(tmp_path, ("a",))
    assert [rij.cellen for rij in tabellen["a"]] == [{"p": "2"}]


@pytest.mark.parametrize(
    ("cel", "tekst"),
    [
        (None, ""),
        (True, "ja"),
        (False, "nee"),
        (datetime(2026, 3, 4, 5, 6, 7), "2026-03-04"),  # noqa: DTZ001
        (date(2026, 3, 4), "2026-03-04"),
        (450, "450"),
        (450.0, "450"),
        (-450.5, "-450.5000"),
        (33.125, "33.1250"),
        (0.00001, "0.00001"),
        (0.12345, "0.12345"),
        (0.05, "0.0500"),
        (1e15, "1000000000000000"),
        (" a ", " a "),
    ],
)
def test_cell_of_a_workbook(cel: object, tekst: str) -> None:
    """As a person would type it; never three decimals, which may be a thousands mark; never a power of ten."""
    assert _celtekst(cel) == tekst


def test_rows_of_a_workbook_bear_their_number() -> None:
    assert _regels([("p", None), (), (True, 2.5)]) == [(1, ["p", ""]), (2, []), (3, ["ja", "2.5000"])]
