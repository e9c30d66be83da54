"""A CSV file to rows of text, strictly: what Excel, editors and exports do is either understood or named."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from io import StringIO

from data.kolom import Kolom
from data.lezen.cel import schoon
from data.lezen.fout import BestandError, CelError
from data.lezen.ruw import MEESTE_KOLOMMEN, MEESTE_RIJEN, Ruw

LANGSTE_CEL = 32_767
"""What Excel keeps in a cell."""
_LANGSTE_VELD = 2**17
"""Characters of a cell at which reading stops; the limit of ``csv`` holds for the whole process, so it is set anew."""
_SCHEIDINGSTEKENS = (";", ",", "\t")
_BOM = b"\xef\xbb\xbf"
_SEP = re.compile('("?)sep=([^\r\n"]?)\\1([^\r\n]*)(?:\r\n|\r|\n|$)', re.IGNORECASE)
"""Also as a program writes it that took the line for a row: quoted, or with the delimiters of empty cells behind it."""

_Rij = tuple[int, tuple[str, ...]]


def lees_csv(
    bestand: str, inhoud: bytes, kolomnamen: Iterable[str], *, meeste_rijen: int = MEESTE_RIJEN
) -> tuple[Ruw, bool]:
    """The rows of a CSV file, and whether it had to be read as cp1252.

    ``kolomnamen`` are the columns that the table knows; they tell which delimiter the header uses.
    Raises :class:`BestandError`.
    """
    tekst, is_cp1252 = decodeer(inhoud)
    scheidingsteken, tekst = _scheidingsteken(tekst, frozenset(kolomnamen))
    rijen, fout = _rijen(tekst, scheidingsteken, meeste_rijen)
    if not rijen:
        raise fout or BestandError("bestand_leeg")
    (_, kop), *overige = rijen
    if len(kop) > MEESTE_KOLOMMEN:
        raise BestandError("kop_breed", kolommen=MEESTE_KOLOMMEN)
    ruw = Ruw(
        bestand=bestand,
        kop=tuple(naam.strip() for naam in kop),
        rijen=tuple(overige),
        naar_tekst=_naar_tekst,
        is_leeg=_is_leeg,
        fout=fout,
    )
    return ruw, is_cp1252


def decodeer(inhoud: bytes) -> tuple[str, bool]:
    """The text of a file, and whether it is cp1252 instead of UTF-8. Raises :class:`BestandError`."""
    if inhoud.startswith(b"PK\x03\x04"):
        raise BestandError("bestand_is_zip")
    if inhoud.startswith(b"\xd0\xcf\x11\xe0"):
        raise BestandError("bestand_is_xls")
    if inhoud.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BestandError("bestand_utf16")
    if b"\x00" in inhoud:
        raise BestandError("bestand_nul", rij=_regel(inhoud, inhoud.index(b"\x00")))
    kaal = inhoud.removeprefix(_BOM)
    try:
        return kaal.decode("utf-8"), False
    except UnicodeDecodeError:
        pass
    try:
        return kaal.decode("cp1252"), True
    except UnicodeDecodeError as fout:
        raise BestandError("bestand_tekens", rij=_regel(kaal, fout.start)) from fout


def _regel(inhoud: bytes, plek: int) -> int:
    voor = inhoud[:plek]
    return voor.count(b"\n") + 1


def _scheidingsteken(tekst: str, kolomnamen: frozenset[str]) -> tuple[str, str]:
    """The delimiter, and the text without the line ``sep=...`` that Excel does not count either."""
    if sep := _SEP.match(tekst):
        teken = sep[2]
        if teken not in _SCHEIDINGSTEKENS or sep[3].strip(f"{teken} "):
            raise BestandError("sep_onbekend", rij=1)
        return teken, tekst[sep.end() :]
    eerste = re.split(r"[\r\n]", tekst, maxsplit=1)[0]

    def bekend(teken: str) -> int:
        namen = {naam.strip().strip('"').strip().lower() for naam in eerste.split(teken)}
        return len(namen & kolomnamen)

    return max(_SCHEIDINGSTEKENS, key=bekend), tekst


def _rijen(tekst: str, scheidingsteken: str, meeste: int) -> tuple[list[_Rij], BestandError | None]:
    """Rows with the number that Excel gives them (a line end between quotes starts no row), and what ended them."""
    csv.field_size_limit(_LANGSTE_VELD)
    lezer = csv.reader(StringIO(tekst, newline=""), delimiter=scheidingsteken, strict=True)
    rijen: list[_Rij] = []
    fout = None
    try:
        for nummer, cellen in enumerate(lezer, start=1):
            if nummer > meeste + 1:
                fout = BestandError("bestand_rijen", rijen=meeste)
                break
            rijen.append((nummer, tuple(cellen)))
    except csv.Error as melding:
        fout = BestandError(_csv_code(str(melding)), rij=len(rijen) + 1, tekens=LANGSTE_CEL)
    while rijen and all(map(_is_leeg, rijen[-1][1])):
        rijen.pop()
    return rijen, fout


def _csv_code(melding: str) -> str:
    if "field larger" in melding:
        return "cel_lang"
    return "aanhaling_open" if "unexpected end" in melding else "aanhaling_fout"


def _naar_tekst(_kolom: Kolom, cel: str) -> str:
    if len(cel) > LANGSTE_CEL:
        raise CelError("cel_lang", tekens=LANGSTE_CEL)
    return schoon(cel)


def _is_leeg(cel: str) -> bool:
    return not cel.strip()
