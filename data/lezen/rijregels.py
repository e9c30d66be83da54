"""What must hold within one row, whatever the other rows say (contract par. 1)."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from data.kolom import Record
from data.lezen.fout import citaat
from data.lezen.tabel import Tabel, kent
from data.meldingen import Melding, fout
from data.records import Aanbieder, Afspraak, Contactverbod, Contingent, Plaatsing, Team, Uitstromer, Woning

Fout = tuple[str, str, Mapping[str, object]]
"""Code, column and fields of a fault in a row."""

_GERESERVEERD = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}
)
"""Names that Windows keeps for devices; the sheets for corporations and providers are named after them."""


def rijfouten(tabel: type[Record], gelezen: Tabel[Any]) -> Iterator[Melding]:
    """The faults of all rows of a table, each looked at alone."""
    regel = _REGELS.get(tabel)
    if regel is not None:
        for rij in gelezen.alle:
            for code, kolom, velden in regel(rij):
                yield fout(code, gelezen.bestand, rij.rij, kolom, **velden)


def _uitstromer(rij: Uitstromer) -> Iterator[Fout]:
    yield from _precies_een(rij, "leeftijd", "geboortemaand")
    yield from _punt(rij, "anker_x", "anker_y")
    namen = ("volwassenen", "kinderen", "personen_verwacht")
    if kent(rij, *namen) and not rij.personen_verwacht and rij.volwassenen + rij.kinderen == 0:
        yield "personen_nul", "volwassenen", {}


def _woning(rij: Woning) -> Iterator[Fout]:
    yield from _punt(rij, "x", "y")
    yield from _plek(rij)


def _plek(rij: Woning | Contingent) -> Iterator[Fout]:
    yield from _grenzen(rij, "min_personen", "max_personen")
    yield from _grenzen(rij, "leeftijd_min", "leeftijd_max")
    yield from _bestandsnaam(rij, "corporatie")


def _aanbieder(rij: Aanbieder) -> Iterator[Fout]:
    yield from _punt(rij, "x", "y")
    yield from _bestandsnaam(rij, "aanbieder")


def _team(rij: Team) -> Iterator[Fout]:
    yield from _punt(rij, "x", "y")


def _contactverbod(rij: Contactverbod) -> Iterator[Fout]:
    yield from _precies_een(rij, "niveau", "afstand_m")
    a, b = rij.uitstromer_a, rij.uitstromer_b
    if a and b and a.casefold() == b.casefold():
        yield "verbod_zelf", "uitstromer_b", {}


def _plaatsing(rij: Plaatsing) -> Iterator[Fout]:
    yield from _punt(rij, "x", "y")
    for einde in ("datum_uit", "einde_verwacht"):
        dag = getattr(rij, einde)
        if rij.datum_in and dag and dag < rij.datum_in:
            yield "einde_voor_begin", einde, {"begin": "datum_in"}


def _afspraak(rij: Afspraak) -> Iterator[Fout]:
    yield from _precies_een(rij, "woning_id", "contingent_id")


_REGELS: Mapping[type[Record], Callable[[Any], Iterator[Fout]]] = {
    Uitstromer: _uitstromer,
    Woning: _woning,
    Contingent: _plek,
    Aanbieder: _aanbieder,
    Team: _team,
    Contactverbod: _contactverbod,
    Plaatsing: _plaatsing,
    Afspraak: _afspraak,
}


def _precies_een(rij: Record, een: str, ander: str) -> Iterator[Fout]:
    if kent(rij, een, ander):
        gegeven = sum(getattr(rij, naam) is not None for naam in (een, ander))
        if gegeven != 1:
            yield ("een_van_twee_geen", "een_van_twee_beide")[gegeven // 2], een, {"een": een, "ander": ander}


def _punt(rij: Record, x: str, y: str) -> Iterator[Fout]:
    """Both coordinates or none, and metres: degrees (4,36 and 52,01) would put everything in one spot."""
    if not kent(rij, x, y):
        return
    px, py = getattr(rij, x), getattr(rij, y)
    if (px is None) != (py is None):
        leeg, ander = (x, y) if px is None else (y, x)
        yield "punt_half", leeg, {"ander": ander}
    elif px is not None and _is_graden(px, py):
        yield "punt_graden", x, {}


def _is_graden(x: Decimal, y: Decimal) -> bool:
    return abs(x) <= 180 and abs(y) <= 90 and x % 1 != 0 and y % 1 != 0


def _grenzen(rij: Record, laagst: str, hoogst: str) -> Iterator[Fout]:
    minimum, maximum = getattr(rij, laagst), getattr(rij, hoogst)
    if minimum is not None and maximum is not None and minimum > maximum:
        yield "minimum_boven_maximum", laagst, {"laagst": laagst, "hoogst": hoogst}


def _bestandsnaam(rij: Record, kolom: str) -> Iterator[Fout]:
    naam = getattr(rij, kolom)
    if naam and naam.partition(".")[0].lower() in _GERESERVEERD:
        yield "naam_gereserveerd", kolom, {"waarde": citaat(naam)}
