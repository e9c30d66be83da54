"""The cells of one row as values, by the rules of contract par. 1 ("CSV in"). Exact: no binary floats."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

Getal = int | Fraction
"""An exact number; whole ones are ``int``, which keeps the arithmetic quick."""

Punt = tuple[Getal, Getal]
"""A place in RD (EPSG:28992), metres."""

_GETAL = re.compile(r"(-?[0-9]{1,15})(?:[.,]([0-9]{1,15}))?")
_DATUM_NL = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_DATUM_ISO = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_JA = frozenset({"ja", "j", "true", "1"})
_NEE = frozenset({"nee", "n", "false", "0"})
_DUIZEND = 3


class TwijfelError(Exception):
    """The checker cannot read a cell with certainty; ``plaats`` says where, without the value."""

    def __init__(self, plaats: str) -> None:
        """Keep the place: file, row, column."""
        super().__init__(plaats)
        self.plaats = plaats


def als_getal(tekst: str) -> Getal | None:
    """Read a number with a decimal comma or point; None where it is not one, or may hold a thousands mark."""
    gevonden = _GETAL.fullmatch(tekst)
    if gevonden is None:
        return None
    heel, decimalen = gevonden.groups()
    if decimalen is None:
        return int(heel)
    if len(decimalen) == _DUIZEND:
        return None
    return eenvoudig(Fraction(f"{heel}.{decimalen}"))


def eenvoudig(getal: Fraction) -> Getal:
    """Make a whole fraction an ``int``."""
    return getal.numerator if getal.denominator == 1 else getal


def als_datum(tekst: str) -> date | None:
    """Read ``d-m-jjjj`` or ``jjjj-mm-dd``; None where it is no day of the calendar."""
    nl, iso = _DATUM_NL.fullmatch(tekst), _DATUM_ISO.fullmatch(tekst)
    try:
        if nl is not None:
            return date(int(nl[3]), int(nl[2]), int(nl[1]))
        if iso is not None:
            return date(int(iso[1]), int(iso[2]), int(iso[3]))
    except ValueError:
        return None
    return None


@dataclass(frozen=True, slots=True)
class Rij:
    """One row of an input table: texts by column name, and where it stands."""

    bestand: str
    nummer: int
    cellen: dict[str, str]

    def _twijfel(self, kolom: str) -> TwijfelError:
        return TwijfelError(f"{self.bestand}, rij {self.nummer}, kolom {kolom}")

    def tekst(self, kolom: str) -> str:
        """Give the text of a cell, empty when not given."""
        return self.cellen.get(kolom, "")

    def verplicht(self, kolom: str) -> str:
        """Give a text that must be there."""
        tekst = self.tekst(kolom)
        if not tekst:
            raise self._twijfel(kolom)
        return tekst

    def of_niets(self, kolom: str) -> str | None:
        """Give the text, or None."""
        return self.tekst(kolom) or None

    def keuze(self, kolom: str, keuzes: tuple[str, ...], standaard: str) -> str:
        """Give one of a closed list."""
        tekst = self.tekst(kolom) or standaard
        if tekst not in keuzes:
            raise self._twijfel(kolom)
        return tekst

    def trap(self, kolom: str, trap: tuple[str, ...]) -> int | None:
        """Give the place of the value on an ordered list, None when not given."""
        tekst = self.tekst(kolom)
        return trap.index(self.keuze(kolom, trap, tekst)) if tekst else None

    def getal(self, kolom: str) -> Getal | None:
        """Give an exact number, None when not given."""
        tekst = self.tekst(kolom)
        if not tekst:
            return None
        getal = als_getal(tekst)
        if getal is None:
            raise self._twijfel(kolom)
        return getal

    def geheel(self, kolom: str) -> int | None:
        """Give a whole number, None when not given."""
        getal = self.getal(kolom)
        if isinstance(getal, Fraction):
            raise self._twijfel(kolom)
        return getal

    def geheel_of(self, kolom: str, standaard: int) -> int:
        """Give a whole number, ``standaard`` when not given."""
        getal = self.geheel(kolom)
        return standaard if getal is None else getal

    def centen(self, kolom: str) -> int | None:
        """Give an amount of at most two decimals in hundredths, None when not given."""
        getal = self.getal(kolom)
        if getal is None:
            return None
        honderdsten = eenvoudig(Fraction(getal) * 100)
        if isinstance(honderdsten, Fraction):
            raise self._twijfel(kolom)
        return honderdsten

    def datum(self, kolom: str) -> date | None:
        """Give a day, None when not given."""
        tekst = self.tekst(kolom)
        if not tekst:
            return None
        dag = als_datum(tekst)
        if dag is None:
            raise self._twijfel(kolom)
        return dag

    def dag(self, kolom: str) -> date:
        """Give a day that must be there."""
        dag = self.datum(kolom)
        if dag is None:
            raise self._twijfel(kolom)
        return dag

    def ja(self, kolom: str, *, standaard: bool) -> bool:
        """Give a ja or nee."""
        antwoord = self.ja_of_niets(kolom)
        return standaard if antwoord is None else antwoord

    def ja_of_niets(self, kolom: str) -> bool | None:
        """Give a ja or nee, None when not given."""
        tekst = self.tekst(kolom).lower()
        if not tekst:
            return None
        if tekst not in _JA | _NEE:
            raise self._twijfel(kolom)
        return tekst in _JA

    def lijst(self, kolom: str) -> tuple[str, ...]:
        """Give the elements of a list joined with ``|``."""
        return tuple(deel.strip() for deel in self.tekst(kolom).split("|") if deel.strip())

    def getallenlijst(self, kolom: str, lengte: int) -> tuple[tuple[Getal, ...], ...]:
        """Give a list whose elements are ``lengte`` numbers with blanks between."""
        rijen = []
        for deel in self.lijst(kolom):
            getallen = tuple(als_getal(woord) for woord in deel.split())
            heel = tuple(getal for getal in getallen if getal is not None)
            if len(getallen) != lengte or len(heel) != lengte:
                raise self._twijfel(kolom)
            rijen.append(heel)
        return tuple(rijen)

    def punt(self, kolom_x: str, kolom_y: str) -> Punt | None:
        """Give a place in RD metres, None when both are empty."""
        x, y = self.getal(kolom_x), self.getal(kolom_y)
        if x is None and y is None:
            return None
        if x is None or y is None:
            raise self._twijfel(f"{kolom_x}/{kolom_y}")
        return x, y
