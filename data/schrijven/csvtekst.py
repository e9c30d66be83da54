"""CSV as the contract asks for it (par. 1, "CSV out"): the one place where a value becomes a cell."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from io import StringIO

Waarde = str | int | Decimal | date | bool | tuple[str, ...] | None
"""What a cell may hold. A ``float`` is not among them: its text depends on rounding."""

BOM = b"\xef\xbb\xbf"
FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r")
"""A text that begins with one of these would be run by Excel as a formula."""


def csv_tekst(kolommen: Sequence[str], rijen: Iterable[Sequence[Waarde]]) -> bytes:
    """The bytes of a CSV file: ``;``, UTF-8 with BOM, CRLF, decimal comma, dates ``dd-mm-jjjj``.

    Raises ``ValueError`` when a row has another number of cells than the header.
    """
    uit = StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow([_veilig(naam) for naam in kolommen])
    for rij in rijen:
        if len(rij) != len(kolommen):
            raise ValueError(f"rij met {len(rij)} cellen bij {len(kolommen)} kolommen")
        cellen = [cel_tekst(waarde) for waarde in rij]
        schrijver.writerow(cellen)
    return BOM + uit.getvalue().encode("utf-8")


def cel_tekst(waarde: Waarde) -> str:
    """The text of one value in a cell; empty for "not given"."""
    match waarde:
        case None:
            return ""
        case bool():
            return "ja" if waarde else "nee"
        case int():
            return str(waarde)
        case Decimal():
            return getal_tekst(waarde)
        case date():
            return f"{waarde.day:02d}-{waarde.month:02d}-{waarde.year:04d}"
        case str():
            return _veilig(str(waarde))
        case tuple():
            return _veilig("|".join(waarde))


def getal_tekst(waarde: Decimal) -> str:
    """A decimal number with a comma, never with an exponent.

    Three decimals get a fourth: readers, ours too, take exactly three digits for a thousands mark (par. 1).
    """
    geheel, punt, decimalen = f"{waarde:f}".partition(".")
    return f"{geheel},{decimalen}{'0' if len(decimalen) == 3 else ''}" if punt else geheel


def _veilig(tekst: str) -> str:
    return f"'{tekst}" if tekst.startswith(FORMULETEKENS) else tekst
