"""Records back to the text of their file, so that what was read can be written and read again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from data.kolom import Kolom, Record, Soort, kolommen
from data.records import Cirkel, Vermijding
from data.schrijven.csvtekst import Waarde, csv_tekst, getal_tekst


def tabel_csv(tabel: type[Record], rijen: Iterable[Record]) -> bytes:
    """The bytes of the CSV file of a table, with all its columns."""
    return csv_tekst(list(kolommen(tabel)), tabel_rijen(tabel, rijen))


def tabel_rijen(tabel: type[Record], rijen: Iterable[Record]) -> list[list[Waarde]]:
    """The cells of a table, row by row, in the order of its columns."""
    namen = kolommen(tabel)
    return [[_cel(kolom, getattr(rij, naam)) for naam, kolom in namen.items()] for rij in rijen]


def _cel(kolom: Kolom, waarde: Any) -> Waarde:
    if kolom.lijst:
        return tuple(_deel(deel) for deel in waarde)
    if waarde is None:
        return None
    match kolom.soort:
        case Soort.BEDRAG | Soort.UREN:
            return Decimal(waarde).scaleb(-2)
        case Soort.MAAND:
            assert isinstance(waarde, date)
            return f"{waarde.month:02d}-{waarde.year:04d}"
        case _:
            cel: Waarde = waarde
            return cel


def _deel(deel: Any) -> str:
    match deel:
        case Vermijding(soort, afstand):
            return f"{soort} {getal_tekst(afstand)}"
        case Cirkel(x, y, straal):
            return " ".join(getal_tekst(getal) for getal in (x, y, straal))
        case _:
            return str(deel)
