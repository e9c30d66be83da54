"""The workbook ``regio.xlsx``: a sheet per table, cells that Excel typed turned back into exact text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from difflib import get_close_matches
from io import BytesIO
from typing import Any
from warnings import catch_warnings, simplefilter
from zipfile import ZipFile

from data.kolom import Kolom, Soort
from data.lezen.cel import schoon
from data.lezen.fout import BestandError, CelError, citaat
from data.lezen.ruw import MEESTE_KOLOMMEN, MEESTE_RIJEN, Ruw
from data.meldingen import Melding, fout, let_op
from data.records import TABELLEN
from data.schrijven.csvtekst import getal_tekst

MEESTE_UITGEPAKT = 64 * 2**20
"""Bytes of all parts of a workbook together: a small zip can hold a flood."""
_ACHTER_ELKAAR_LEEG = 10_000
"""Empty rows after which nothing is expected any more."""
_NULLEN = re.compile(r"0{2,32}")
_GETALLEN = frozenset({Soort.GEHEEL, Soort.BEDRAG, Soort.UREN, Soort.GETAL})
_GROOTSTE = 10**15


@dataclass(frozen=True, slots=True)
class Cel:
    """A cell as Excel typed it. ``soort`` as in openpyxl: s, n, b, d, f (formula), e (error)."""

    waarde: Any
    soort: str
    opmaak: str

    def __str__(self) -> str:
        """The value as a message shows it."""
        return "" if self.waarde is None else str(self.waarde)


_LEEG = Cel(None, "n", "")


def lees_werkboek(bestand: str, inhoud: bytes) -> tuple[dict[str, Ruw], list[Melding]]:
    """The sheets by table name, and what is to say about the others. Raises :class:`BestandError`."""
    try:
        _eis_gewone_zip(inhoud)
        with catch_warnings():
            simplefilter("ignore")  # what openpyxl leaves out (pictures, fonts) is not read anyway
            return _bladen(bestand, inhoud)
    except BestandError:
        raise
    except Exception as mis:  # zipfile and openpyxl raise whatever a damaged part makes them stumble on
        raise BestandError("werkboek_onleesbaar") from mis


def _bladen(bestand: str, inhoud: bytes) -> tuple[dict[str, Ruw], list[Melding]]:
    from openpyxl import load_workbook

    boek = load_workbook(BytesIO(inhoud), read_only=True, data_only=False, keep_links=False)
    bladen: dict[str, Ruw] = {}
    meldingen: list[Melding] = []
    for vel in boek.worksheets:
        naam = vel.title.strip().lower()
        label = f"{bestand}, blad {citaat(vel.title)}"
        if naam in bladen:
            meldingen.append(fout("blad_dubbel", label))
        elif naam not in {tabel.tabel for tabel in TABELLEN}:
            meldingen.append(_vreemd(label, naam))
        else:
            _lees_blad(f"{bestand}, blad {naam}", naam, vel, bladen)
    return bladen, meldingen


def _lees_blad(label: str, naam: str, vel: Any, bladen: dict[str, Ruw]) -> None:
    try:
        bladen[naam] = _ruw(label, vel)
    except BestandError as mis:
        bladen[naam] = Ruw(bestand=label, kop=(), rijen=(), naar_tekst=_naar_tekst, is_leeg=_is_leeg, fout=mis)


def _vreemd(label: str, naam: str) -> Melding:
    bijna = get_close_matches(naam, [tabel.tabel for tabel in TABELLEN], n=1)
    return let_op("blad_vreemd_bijna", label, bijna=bijna[0]) if bijna else let_op("blad_vreemd", label)


def _eis_gewone_zip(inhoud: bytes) -> None:
    """A real workbook, of a size that can be unpacked, without declarations that XML expands."""
    with ZipFile(BytesIO(inhoud)) as zip_:
        delen = zip_.infolist()
        if sum(deel.file_size for deel in delen) > MEESTE_UITGEPAKT:
            raise BestandError("bestand_groot", mib=MEESTE_UITGEPAKT // 2**20)
        if "xl/workbook.xml" not in zip_.namelist():
            raise BestandError("werkboek_onleesbaar")
        for deel in delen:
            with zip_.open(deel) as stroom:
                if b"<!DOCTYPE" in stroom.read(2000):
                    raise BestandError("werkboek_onleesbaar")


def _ruw(label: str, vel: Any) -> Ruw:
    vel.reset_dimensions()  # what the file says of its size can be wrong, or a trap
    rijen = list(_rijen(vel))
    if not rijen:
        raise BestandError("bestand_leeg")
    (_, kop), *overige = rijen
    if all(map(_is_leeg, kop)):
        raise BestandError("blad_kop", rij=1)
    return Ruw(
        bestand=label,
        kop=tuple(str(cel).strip() for cel in kop),
        rijen=tuple((nummer, cellen + (_LEEG,) * (len(kop) - len(cellen))) for nummer, cellen in overige),
        naar_tekst=_naar_tekst,
        is_leeg=_is_leeg,
    )


def _rijen(vel: Any) -> Iterator[tuple[int, tuple[Cel, ...]]]:
    """Rows up to the last that holds anything, with Excel's own number."""
    wacht: list[tuple[int, tuple[Cel, ...]]] = []
    for nummer, rij in enumerate(vel.iter_rows(), start=1):
        if len(rij) > MEESTE_KOLOMMEN:
            raise BestandError("kop_breed", rij=nummer, kolommen=MEESTE_KOLOMMEN)
        cellen = tuple(
            _LEEG if cel.value is None else Cel(cel.value, cel.data_type, cel.number_format or "") for cel in rij
        )
        wacht.append((nummer, cellen))
        if any(not _is_leeg(cel) for cel in cellen):
            if nummer > MEESTE_RIJEN + 1:
                raise BestandError("bestand_rijen", rijen=MEESTE_RIJEN)
            yield from wacht
            wacht = []
        elif len(wacht) > _ACHTER_ELKAAR_LEEG:
            return


def _is_leeg(cel: Cel) -> bool:
    return cel.waarde is None or (isinstance(cel.waarde, str) and not cel.waarde.strip())


def _naar_tekst(kolom: Kolom, cel: Cel) -> str:
    """The text that the same cell would have in a CSV file. Raises :class:`CelError`."""
    waarde = cel.waarde
    if cel.soort == "f":
        raise CelError("cel_formule")
    match waarde:
        case None:
            return ""
        case bool():
            return ("nee", "ja")[waarde] if kolom.soort is Soort.JANEE else ("ONWAAR", "WAAR")[waarde]
        case int() | float():
            return _getal(kolom, cel, waarde)
        case datetime():
            if waarde.time() != time(0):
                raise CelError("cel_tijd")
            return _dag(kolom, waarde.date())
        case date():
            return _dag(kolom, waarde)
        case time() | timedelta():
            raise CelError("cel_tijd")
        case _:
            return schoon(str(waarde))


def _dag(kolom: Kolom, dag: date) -> str:
    if kolom.soort is Soort.DATUM:
        return dag.isoformat()
    if kolom.soort is Soort.MAAND and dag.day == 1:
        return f"{dag.month:02d}-{dag.year:04d}"
    raise CelError("cel_datum")


def _getal(kolom: Kolom, cel: Cel, waarde: float) -> str:
    """A number as it would be typed; in a column of ids the whole number.

    Zeros that Excel only shows are a fault: the number 12 with format 0000 may be the id 12 or 0012.
    """
    if isinstance(waarde, float) and not (abs(waarde) < _GROOTSTE):
        raise CelError("getal_te_lang", cijfers=15)
    exact = Decimal(repr(waarde))
    if exact == exact.to_integral_value():
        tekst = str(int(exact))
        if kolom.soort not in _GETALLEN and _NULLEN.fullmatch(cel.opmaak) and len(tekst) < len(cel.opmaak):
            raise CelError("cel_nullen")
        return tekst
    if kolom.soort is Soort.ID:
        raise CelError("cel_getal_als_id")
    return getal_tekst(exact)
