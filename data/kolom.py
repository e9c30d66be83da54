"""What a column is: the one definition from which reading, messages, docs and templates are made.

A record class (``data/records``) annotates each field with a :class:`Kolom`. Nothing else in the
program says what a column is called, which values it takes or whether it is about a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, get_type_hints


class Soort(StrEnum):
    """How the text of a cell is read."""

    ID = "id"
    """1 to 32 of ``A-Z a-z 0-9 . _ -``, beginning with a letter or digit."""
    TEKST = "tekst"
    """One line of free text."""
    KEUZE = "keuze"
    """One of a closed list (``Kolom.keuze``), as it stands there."""
    JANEE = "janee"
    """``ja``/``nee`` and their usual spellings."""
    GEHEEL = "geheel"
    """A whole number, between ``Kolom.laagst`` and ``Kolom.hoogst``."""
    BEDRAG = "bedrag"
    """Euros with at most two decimals; the record holds whole cents."""
    UREN = "uren"
    """Hours with at most two decimals; the record holds whole hundredths of an hour."""
    GETAL = "getal"
    """A decimal number, kept exactly as written (``Decimal``)."""
    DATUM = "datum"
    """``d-m-jjjj`` or ``jjjj-mm-dd``."""
    MAAND = "maand"
    """``mm-jjjj``; the record holds the first day of the month."""
    GEMEENTE = "gemeente"
    """``GM`` and four digits."""
    WIJK = "wijk"
    """``WK`` and six digits."""
    GEBIED = "gebied"
    """A code of a gemeente, wijk or buurt (``BU`` and eight digits)."""
    VERMIJDING = "vermijding"
    """``soort afstand_m``: a kind of source of stimuli and a distance."""
    CIRKEL = "cirkel"
    """``x y straal``: a point in RD metres and a radius in metres."""


@dataclass(frozen=True, slots=True)
class Kolom:
    """One column of an input file.

    ``standaard`` is the text that an empty cell stands for (empty: "not given").
    ``lijst`` columns hold several values of ``soort``, joined with ``|``.
    ``persoonlijk`` values are about a person and are never repeated in a message.
    ``betekenis`` is shown to users, in Dutch.
    """

    soort: Soort
    betekenis: str
    verplicht: bool = False
    standaard: str = ""
    keuze: type[StrEnum] | None = None
    lijst: bool = False
    laagst: int | None = None
    hoogst: int | None = None
    langst: int | None = None
    """Characters of a text (each one, in a list); None: as many as any text."""
    eenheid: str = ""
    persoonlijk: bool = False
    voorbeeld: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A row of an input file. ``rij`` is the row number as Excel shows it (0: not from a file)."""

    tabel: ClassVar[str]
    """Name of the table: the file name without ``.csv`` and the name of the sheet."""
    verplichte_tabel: ClassVar[bool] = False
    """The file must be there."""
    leeg_mag: ClassVar[bool] = True
    """A file with only a header is valid."""
    sleutel: ClassVar[tuple[str, ...]] = ()
    """Columns that together identify a row, compared without regard to case."""
    volgorde: ClassVar[tuple[str, ...]] = ()
    """All columns in the order of the contract; empty where the class declares them in that order."""

    rij: int = 0


def kolommen(record: type[Record]) -> dict[str, Kolom]:
    """The columns of a table by name, in the order of the contract (par. 1)."""
    definitie: Any = record  # mypy takes the hash of a class for that of its instances
    return _kolommen(definitie)


@cache
def _kolommen(record: Any) -> dict[str, Kolom]:
    hints = get_type_hints(record, include_extras=True)
    namen = [veld.name for veld in fields(record)]
    definities = {naam: kolom for naam in namen for kolom in _kolom(hints[naam])}
    volgorde = record.volgorde or tuple(definities)
    return {naam: definities[naam] for naam in sorted(definities, key=volgorde.index)}


def _kolom(hint: Any) -> Iterator[Kolom]:
    for extra in getattr(hint, "__metadata__", ()):
        if isinstance(extra, Kolom):
            yield extra
