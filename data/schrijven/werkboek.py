"""Workbooks for Excel: typed cells, drop-downs, locked columns, and the same bytes every time."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from data.schrijven.csvtekst import Waarde, cel_tekst

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_TIJD = (2020, 1, 1, 0, 0, 0)
_DATUMS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)")
_LEGE_RIJEN = 500
"""Rows below the filled ones that still have the drop-down of their column."""
_LANGSTE_LIJST = 255


class Opmaak(StrEnum):
    """How Excel shows the cells of a column; the value is its number format."""

    TEKST = "@"
    GEHEEL = "0"
    GETAL = "General"
    BEDRAG = "0.00"
    DATUM = "dd\\-mm\\-yyyy"


@dataclass(frozen=True, slots=True, kw_only=True)
class BladKolom:
    """A column of a sheet. ``keuzes`` make a drop-down; ``breedte`` counts characters."""

    naam: str
    breedte: int = 14
    opmaak: Opmaak = Opmaak.TEKST
    vergrendeld: bool = False
    keuzes: tuple[str, ...] = ()
    uitleg: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Blad:
    """A sheet: its columns, a row of explanation where ``uitleg`` is set, and its rows.

    When a column is ``vergrendeld`` the sheet is protected (without a password: against slips of the
    hand) and only the other columns can be filled in.
    """

    naam: str
    kolommen: tuple[BladKolom, ...]
    rijen: tuple[tuple[Waarde, ...], ...] = ()


def werkboek_bytes(*bladen: Blad) -> bytes:
    """The bytes of an ``.xlsx`` with these sheets; equal sheets give equal bytes.

    Ids are text, dates real dates, amounts numbers; no cell is ever a formula.
    """
    from openpyxl import Workbook

    werkboek = Workbook()
    werkboek.remove(werkboek.worksheets[0])
    for blad in bladen:
        _vul(werkboek.create_sheet(blad.naam), blad)
    ruw = BytesIO()
    werkboek.save(ruw)
    return _vaste_tijd(ruw.getvalue())


def _vul(vel: Worksheet, blad: Blad) -> None:
    beveiligd = any(kolom.vergrendeld for kolom in blad.kolommen)
    rijen = [tuple(kolom.naam for kolom in blad.kolommen)]
    if any(kolom.uitleg for kolom in blad.kolommen):
        rijen.append(tuple(kolom.uitleg for kolom in blad.kolommen))
    kop = len(rijen)
    for nummer, rij in enumerate(rijen, start=1):
        _koprij(vel, nummer, rij)
    for nummer, cellen in enumerate(blad.rijen, start=kop + 1):
        _rij(vel, nummer, blad.kolommen, cellen, beveiligd=beveiligd)
    _kolommen(vel, blad, eerste=kop + 1, beveiligd=beveiligd)
    vel.freeze_panes = f"A{kop + 1}"
    vel.protection.sheet = beveiligd


def _koprij(vel: Worksheet, nummer: int, teksten: Sequence[str]) -> None:
    from openpyxl.styles import Alignment, Font

    for plek, tekst in enumerate(teksten, start=1):
        cel = vel.cell(row=nummer, column=plek)
        _zet(cel, tekst)
        cel.number_format = Opmaak.TEKST
        cel.font = Font(bold=nummer == 1, italic=nummer > 1)
        cel.alignment = Alignment(wrap_text=nummer > 1, vertical="top")


def _rij(
    vel: Worksheet, nummer: int, kolommen: Sequence[BladKolom], cellen: Sequence[Waarde], *, beveiligd: bool
) -> None:
    from openpyxl.styles import Protection

    if len(cellen) != len(kolommen):
        raise ValueError(f"rij met {len(cellen)} cellen bij {len(kolommen)} kolommen")
    for plek, (kolom, waarde) in enumerate(zip(kolommen, cellen, strict=True), start=1):
        cel = vel.cell(row=nummer, column=plek)
        _zet(cel, waarde)
        cel.number_format = kolom.opmaak
        if beveiligd:
            cel.protection = Protection(locked=kolom.vergrendeld)


def _zet(cel: Any, waarde: Waarde) -> None:
    """Fill a cell with a date, a number or a text; a text is never taken for a formula."""
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    if waarde is None or waarde == "":
        return
    if isinstance(waarde, int | Decimal | date) and not isinstance(waarde, bool):
        cel.value = waarde
        return
    tekst = waarde if isinstance(waarde, str) else cel_tekst(waarde)
    cel.value = ILLEGAL_CHARACTERS_RE.sub("\N{REPLACEMENT CHARACTER}", tekst)
    cel.data_type = "s"
    if tekst.startswith(("=", "+", "-", "@")):
        cel.quotePrefix = True


def _kolommen(vel: Worksheet, blad: Blad, *, eerste: int, beveiligd: bool) -> None:
    """Widths, and for the rows that are still empty the format, the lock and the drop-down of each column."""
    from openpyxl.styles import Protection
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    laatste = eerste + len(blad.rijen) + _LEGE_RIJEN
    for plek, kolom in enumerate(blad.kolommen, start=1):
        letter = get_column_letter(plek)
        maat = vel.column_dimensions[letter]
        maat.width = kolom.breedte
        maat.number_format = kolom.opmaak
        maat.protection = Protection(locked=beveiligd and kolom.vergrendeld)
        if kolom.keuzes:
            lijst = ",".join(kolom.keuzes)
            if len(lijst) > _LANGSTE_LIJST or any("," in keuze for keuze in kolom.keuzes):
                raise ValueError(f"keuzes van kolom {kolom.naam} passen niet in een lijst van Excel")
            regel = DataValidation(type="list", formula1=f'"{lijst}"', allow_blank=True, showErrorMessage=True)
            regel.errorTitle, regel.error = "Kies uit de lijst", "Kies een van: " + ", ".join(kolom.keuzes)
            regel.add(f"{letter}{eerste}:{letter}{laatste}")
            vel.add_data_validation(regel)


def _vaste_tijd(ruw: bytes) -> bytes:
    """The same workbook with one fixed time in it, for the zip entries and for "made" and "changed"."""
    vast = datetime(*_TIJD).strftime("%Y-%m-%dT%H:%M:%SZ").encode()  # noqa: DTZ001 - a label, no moment
    uit = BytesIO()
    with ZipFile(BytesIO(ruw)) as bron, ZipFile(uit, "w", ZIP_DEFLATED) as doel:
        for naam in bron.namelist():
            inhoud = bron.read(naam)
            if naam == "docProps/core.xml":
                inhoud = _DATUMS.sub(rb"\g<1>" + vast + rb"\g<2>", inhoud)
            doel.writestr(ZipInfo(naam, date_time=_TIJD), inhoud, compress_type=ZIP_DEFLATED)
    return uit.getvalue()
