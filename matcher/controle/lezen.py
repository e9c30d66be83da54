"""Tables of the region folder as texts: CSV as Dutch offices save it, or sheets of ``regio.xlsx`` (contract par. 1)."""

from __future__ import annotations

import csv
import io
import zlib
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from zipfile import BadZipFile

from matcher.controle.cellen import Rij, TwijfelError
from matcher.controle.kolommen import KOLOMMEN

WERKBOEK = "regio.xlsx"
_FORMULE = ("=", "+", "-", "@", "\t", "\r")
_WERKBOEK_KAPOT = (
    OSError,
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    EOFError,
    SyntaxError,
    ArithmeticError,
    NotImplementedError,
    RuntimeError,
    BadZipFile,
    zlib.error,
)
"""What openpyxl and the libraries below it raise about a file that is no sound workbook."""

_VELD_MAX = 10_000_000
_SCHEIDINGSTEKENS = (";", ",", "\t")


def ontdaan(tekst: str) -> str:
    """Take off the leading ``'`` that keeps a cell from being read as a formula, and blanks around it."""
    tekst = tekst.strip()
    return tekst[1:] if tekst.startswith("'") and tekst[1:].startswith(_FORMULE) else tekst


def lees_tabellen(regio_map: Path, namen: Sequence[str]) -> tuple[dict[str, tuple[Rij, ...]], tuple[str, ...]]:
    """Read the named tables, each from its CSV or its sheet; a missing table has no rows.

    Returns the tables, and the places that cannot be read with certainty.
    """
    tabellen: dict[str, tuple[Rij, ...]] = dict.fromkeys(namen, ())
    twijfels: list[str] = []
    try:
        bladen = _bladen(regio_map / WERKBOEK)
    except TwijfelError as twijfel:
        return tabellen, (twijfel.plaats,)
    for naam in namen:
        bestand = regio_map / f"{naam}.csv"
        try:
            if bestand.is_file() and naam in bladen:
                raise TwijfelError(f"{naam}.csv, {WERKBOEK}")
            if naam in bladen:
                tabellen[naam] = _rijen(f"{WERKBOEK} {naam}", bladen[naam])
            elif bestand.is_file():
                tabellen[naam] = lees_csv(bestand, f"{naam}.csv")
        except TwijfelError as twijfel:
            twijfels.append(twijfel.plaats)
        except OSError:
            twijfels.append(f"{naam}.csv")
    return tabellen, tuple(twijfels)


def lees_csv(bestand: Path, naam: str) -> tuple[Rij, ...]:
    """Read one CSV file into rows; raises TwijfelError when that cannot be done with certainty, and OSError."""
    inhoud = bestand.read_bytes()
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252", errors="replace")
    scheiding, tekst = _scheiding(tekst)
    csv.field_size_limit(_VELD_MAX)
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True)
    try:
        return _rijen(naam, [(lezer.line_num, rij) for rij in lezer])
    except csv.Error as fout:
        raise TwijfelError(f"{naam}, rij {lezer.line_num}") from fout


def _scheiding(tekst: str) -> tuple[str, str]:
    """Give the delimiter, and the text without a line ``sep=...`` before the header.

    The line counts also between quotes, or with the delimiters of empty cells behind it. Without it the
    delimiter is the one that gives most columns of the contract, then the one that the header holds most.
    """
    kop = io.StringIO(tekst, newline="").readline()
    sep = kop.replace('"', "")
    if sep[:4].lower() == "sep=" and sep[4:5] in _SCHEIDINGSTEKENS:
        return sep[4], tekst[len(kop) :]

    def bekend(teken: str) -> tuple[int, int]:
        namen = {cel.strip().strip('"').strip().lower() for cel in kop.split(teken)}
        return len(namen & KOLOMMEN), kop.count(teken)

    return max(_SCHEIDINGSTEKENS, key=bekend), tekst


def _rijen(naam: str, regels: Sequence[tuple[int, Sequence[str]]]) -> tuple[Rij, ...]:
    gevuld = [(nummer, [ontdaan(cel) for cel in rij]) for nummer, rij in regels]
    gevuld = [(nummer, rij) for nummer, rij in gevuld if any(rij)]
    if not gevuld:
        raise TwijfelError(naam)
    kop = [cel.lower() for cel in gevuld[0][1]]
    while kop and not kop[-1]:
        kop.pop()
    bekend = [kolom for kolom in kop if not kolom.startswith("x_")]
    if len(set(bekend)) != len(bekend) or "" in bekend:
        raise TwijfelError(f"{naam}, rij {gevuld[0][0]}")
    rijen = []
    if len(gevuld) > 1 and gevuld[1][1][0].lower().startswith("uitleg:"):
        del gevuld[1]  # the row of explanation of a template
    for nummer, rij in gevuld[1:]:
        if any(rij[len(kop) :]):
            raise TwijfelError(f"{naam}, rij {nummer}")
        paren = zip(kop, rij, strict=False)
        rijen.append(Rij(naam, nummer, {kolom: cel for kolom, cel in paren if cel and not kolom.startswith("x_")}))
    return tuple(rijen)


def _bladen(werkboek: Path) -> dict[str, list[tuple[int, list[str]]]]:
    """Read the sheets of the workbook as numbered rows of texts, by name; none without a workbook."""
    if not werkboek.is_file():
        return {}
    import openpyxl

    try:
        boek = openpyxl.load_workbook(io.BytesIO(werkboek.read_bytes()), read_only=True, data_only=True)
        for blad in boek.worksheets:
            blad.reset_dimensions()  # what a sheet says of its own size can be wrong
        return {blad.title.strip().lower(): _regels(blad.iter_rows(values_only=True)) for blad in boek.worksheets}
    except _WERKBOEK_KAPOT as fout:
        raise TwijfelError(WERKBOEK) from fout


def _regels(rijen: Iterable[Sequence[object]]) -> list[tuple[int, list[str]]]:
    return [(nummer, [_celtekst(cel) for cel in rij]) for nummer, rij in enumerate(rijen, start=1)]


def _celtekst(cel: object) -> str:
    """Write the value of a workbook cell as a person would type it in a CSV."""
    if cel is None:
        return ""
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, datetime):
        return cel.date().isoformat()
    if isinstance(cel, date):
        return cel.isoformat()
    if isinstance(cel, float):
        if cel.is_integer():
            return str(int(cel))
        # four decimals at least, so that a true number is never taken for one with a thousands mark
        heel, decimalen = f"{Decimal(repr(cel)):f}".split(".")
        return f"{heel}.{decimalen:0<4}"
    return str(cel)
