"""Rows of text to records: every cell read, every fault kept, nothing guessed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Generic, TypeVar, cast

from data.kolom import Kolom, Record, kolommen
from data.lezen.cel import lezer
from data.lezen.fout import CelError, citaat
from data.lezen.kop import Kop, lees_kop
from data.lezen.ruw import Ruw
from data.meldingen import Melding, fout

UITLEG = "uitleg:"
"""A row right below the header whose first cell begins so is the explanation of a template: passed over."""
MEESTE_MELDINGEN = 1000
"""Faults kept of one table: more are never read by anyone, and a damaged file can hold millions."""

R = TypeVar("R", bound=Record)


@dataclass(frozen=True)
class Deelrij:
    """A row with a fault, as far as it could be read; it is checked further, and goes no further.

    It has the fields of its record; what could not be read is None (see :func:`kent`).
    """

    waarden: Mapping[str, Any]

    def __getattr__(self, naam: str) -> Any:
        """The value of a field, as in the record."""
        if naam.startswith("_"):
            raise AttributeError(naam)
        return self.waarden.get(naam)


def kent(rij: object, *namen: str) -> bool:
    """Whether all these fields of a row could be read."""
    return not isinstance(rij, Deelrij) or all(naam in rij.waarden for naam in namen)


@dataclass(frozen=True, slots=True)
class Tabel(Generic[R]):
    """The rows that could be read, the faults, and the keys of all rows (also of those with a fault).

    ``bestand`` is what messages call the file. ``delen`` are the rows in which something is wrong.
    ``sleutels`` is None when they cannot be known (no such column, unreadable): then nobody can say
    that a link leads nowhere.
    """

    bestand: str
    rijen: tuple[R, ...]
    delen: tuple[Deelrij, ...]
    meldingen: tuple[Melding, ...]
    sleutels: frozenset[str] | None

    @property
    def alle(self) -> tuple[R, ...]:
        """Whole and partial rows."""
        return self.rijen + cast("tuple[R, ...]", self.delen)


def lees_tabel(tabel: type[R], ruw: Ruw) -> Tabel[R]:
    """The records of a table in the order of the file."""
    return _Tabellezer(tabel, ruw).lees()


class _Tabellezer(Generic[R]):
    """Reads one table; it lives as long as that takes."""

    def __init__(self, tabel: type[R], ruw: Ruw) -> None:
        self.tabel = tabel
        self.ruw = ruw
        self.kolommen = kolommen(tabel)
        self.lezers = {naam: self._lezer(kolom) for naam, kolom in self.kolommen.items()}
        self.meldingen: list[Melding] = []
        self.eerder: dict[tuple[str, ...], int] = {}
        self.sleutels: set[str] = set()
        self.delen: list[Deelrij] = []

    def _lezer(self, kolom: Kolom) -> Callable[[Any], Any]:
        """From a cell to the value of the field; most columns hold a few values over and over."""
        naar_tekst, lees = self.ruw.naar_tekst, lezer(kolom)
        return lru_cache(maxsize=1024)(lambda cel: lees(naar_tekst(kolom, cel)))

    def lees(self) -> Tabel[R]:
        kop, self.meldingen = lees_kop(self.ruw, self.kolommen)
        if self.ruw.fout:
            self.meldingen.append(self.ruw.fout.melding(self.ruw.bestand))
        if kop is None:
            return Tabel(self.ruw.bestand, (), (), tuple(self.meldingen), None)
        self.vast = {naam: lezer(kolom)("") for naam, kolom in self.kolommen.items() if not kolom.verplicht}
        self.gelezen = [(naam, plek, self.lezers[naam]) for naam, plek in kop.plaatsen.items()]
        self.compleet = not self.ruw.fout and all(naam in kop.plaatsen for naam in self.tabel.sleutel)
        records = self._records(kop)
        sleutels = frozenset(self.sleutels) if self.compleet else None
        return Tabel(self.ruw.bestand, tuple(records), tuple(self.delen), tuple(self.meldingen), sleutels)

    def _records(self, kop: Kop) -> list[R]:
        records: list[R] = []
        rijen = self.ruw.rijen
        if rijen and self._is_uitleg(rijen[0][1]):
            rijen = rijen[1:]
        if not rijen and not self.tabel.leeg_mag and not self.ruw.fout:
            self.compleet = False
            self.meldingen.append(fout("tabel_leeg", self.ruw.bestand))
        for nummer, cellen in rijen:
            record = self._record(kop, nummer, cellen)
            if record is not None:
                records.append(record)
            if len(self.meldingen) > MEESTE_MELDINGEN:
                self.compleet = False
                self.meldingen.append(fout("tabel_te_veel_fouten", self.ruw.bestand, nummer))
                break
        return records

    def _is_uitleg(self, cellen: tuple[Any, ...]) -> bool:
        return bool(cellen) and str(cellen[0]).strip().lower().startswith(UITLEG)

    def _record(self, kop: Kop, nummer: int, cellen: tuple[Any, ...]) -> R | None:
        """The record of a row, or None when something in it is wrong."""
        voor = len(self.meldingen)
        lengte = self._lengtefout(kop, nummer, cellen)
        if lengte is not None:
            self.meldingen.append(lengte)
            self._onthoud_sleutel(cellen)
            return None
        waarden: dict[str, Any] = {**self.vast, "rij": nummer}
        for naam, plek, lees in self.gelezen:
            try:
                waarden[naam] = lees(cellen[plek])
            except CelError as mis:
                waarden.pop(naam, None)
                self.meldingen.append(self._celfout(nummer, naam, mis, cellen[plek]))
        self._let_op_sleutel(nummer, waarden)
        if len(self.meldingen) == voor and len(waarden) == len(self.kolommen) + 1:
            return self.tabel(**waarden)
        self.delen.append(Deelrij(waarden))
        return None

    def _lengtefout(self, kop: Kop, nummer: int, cellen: tuple[Any, ...]) -> Melding | None:
        if all(self.ruw.is_leeg(cel) for cel in cellen):
            return fout("rij_leeg", self.ruw.bestand, nummer)
        if len(cellen) < kop.breedte:
            return fout("rij_kort", self.ruw.bestand, nummer, cellen=len(cellen), kolommen=kop.breedte)
        if not all(self.ruw.is_leeg(cel) for cel in cellen[kop.breedte :]):
            return fout("rij_lang", self.ruw.bestand, nummer, cellen=len(cellen), kolommen=kop.breedte)
        return None

    def _celfout(self, nummer: int, naam: str, mis: CelError, cel: Any) -> Melding:
        kolom = self.kolommen[naam]
        velden = {naam: waarde for naam, waarde in mis.velden.items() if naam != "bijna" or not kolom.persoonlijk}
        # What somebody meant to say about a person is about that person as well.
        code = "keuze_onbekend" if mis.code == "keuze_bijna" and kolom.persoonlijk else mis.code
        return fout(code, self.ruw.bestand, nummer, naam, waarde=waarde_tekst(kolom, str(cel)), **velden)

    def _onthoud_sleutel(self, cellen: tuple[Any, ...]) -> None:
        """Keep the key of a row that is too short or too long, so that links to it are no faults as well."""
        for naam, plek, lees in self.gelezen:
            if naam in self.tabel.sleutel[:1] and plek < len(cellen):
                with suppress(CelError):
                    self.sleutels.add(lees(cellen[plek]))

    def _let_op_sleutel(self, nummer: int, waarden: Mapping[str, Any]) -> None:
        """Keep the key of the row; a key that was there already is a fault, whatever its case (par. 1)."""
        namen = self.tabel.sleutel
        if not namen or any(naam not in waarden for naam in namen):
            return
        sleutel = tuple(waarden[naam].casefold() for naam in namen)
        self.sleutels.add(waarden[namen[0]])
        if sleutel in self.eerder:
            kolom = self.kolommen[namen[0]]
            tekst = waarde_tekst(kolom, waarden[namen[0]])
            melding = fout(
                "sleutel_dubbel", self.ruw.bestand, nummer, namen[0], waarde=tekst, eerder=self.eerder[sleutel]
            )
            self.meldingen.append(melding)
        self.eerder.setdefault(sleutel, nummer)


def waarde_tekst(kolom: Kolom, tekst: str) -> str:
    """The value as a message shows it; what is about a person is never repeated."""
    return "de inhoud" if kolom.persoonlijk else citaat(tekst.strip())
