"""Golden cases in a compact form: a base region of one person and one woning, and per case the cells that differ.

The base: 30-year-old U1, waiting ten days, may have the woonvorm of W1, the only woning, free in GM0503. Nothing
stands in the way: U1 gets W1. D is Monday 23-11-2026 (ISO week 2026-W48), H is 21-12-2026. The fit of U1 and W1 is
30 + 20 + 15 + 15 + 10 + 10 + 10 = 110.

A case changes rows by name; a name that the base lacks makes a row like those of the base (W2, U3, P1 ...), and
None takes a row away. The first letter says which table: see ``TABEL``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from tests.orakel.ontwerp import Ontwerp, Rij

D = date(2026, 11, 23)

TABEL = {
    "G": ("gemeenten", "gemeentecode"),
    "B": ("wijken", "wijkcode"),
    "Z": ("aanbieders", "aanbieder"),
    "T": ("aanbieder_teams", ""),
    "W": ("woningen", "woning_id"),
    "C": ("contingenten", "contingent_id"),
    "X": ("complexen", "complex_id"),
    "U": ("uitstromers", "uitstromer_id"),
    "V": ("contactverboden", ""),
    "P": ("plaatsingen", "uitstromer_id"),
    "A": ("afspraken", ""),
}
"""By first letter of a row's name: its table and the column that the name goes into ('' for none)."""

SJABLOON: dict[str, Rij] = {
    "gemeenten": {"naam": "Gemeente"},
    "wijken": {"naam": "Wijk", "gemeentecode": "GM0503"},
    "aanbieders": {"naam": "Zorg", "x": "80000", "y": "440000"},
    "aanbieder_teams": {"aanbieder": "Z1"},
    "woningen": {
        "corporatie": "corp",
        "gemeentecode": "GM0503",
        "wijkcode": "WK050301",
        "woonvorm": "kamer_met_aandacht",
        "max_personen": "1",
        "beschikbaar_vanaf": "01-11-2026",
    },
    "contingenten": {
        "corporatie": "corp",
        "gemeentecode": "GM0503",
        "jaar": "2026",
        "aantal": "1",
        "woonvorm": "kamer_met_aandacht",
        "los_toewijsbaar": "ja",
    },
    "complexen": {},
    "uitstromers": {
        "leeftijd": "30",
        "woonvormen": "kamer_met_aandacht",
        "zorgzwaarte": "licht",
        "zorgplan": "ja",
        "wachtend_sinds": "13-11-2026",
    },
    "contactverboden": {"uitstromer_a": "U1", "uitstromer_b": "U2"},
    "plaatsingen": {
        "gemeentecode": "GM0503",
        "woonvorm": "kamer_met_aandacht",
        "zorgzwaarte": "licht",
        "datum_in": "01-06-2025",
    },
    "afspraken": {"uitstromer_id": "U1", "soort": "vast", "reden": "overleg"},
}
"""What a row is when a case says nothing about it. Woningen stand a kilometre apart."""

BASIS = ("GM0503", "BWK050301", "Z1", "W1", "U1")

Rijen = Mapping[str, Mapping[str, str] | None]
Bronnen = tuple[tuple[str, Decimal, Decimal], ...]


@dataclass(frozen=True)
class Geval:
    """One case. ``uit``: by person the plek, or the code of who has none; a bare ``-`` needs its status before it.

    ``waarom`` argues the expected values, which are worked out by hand.
    """

    naam: str
    waarom: str
    rijen: Rijen
    uit: Mapping[str, str] = field(default_factory=dict)
    exit: int = 0
    regels: Mapping[str, Any] = field(default_factory=dict)
    niveaus: Mapping[str, int] = field(default_factory=dict)
    ingang: Mapping[str, date] = field(default_factory=dict)
    komt_vrij: Mapping[str, str | None] = field(default_factory=dict)
    paren: int | None = None
    batch_id: str | None = None
    datum: date = D
    zaad: str | None = "zaad"
    bronnen: Bronnen | None = None
    matrix: tuple[tuple[str, str, str], ...] = ()

    @property
    def seed(self) -> str:
        """The seed: the ISO week of D where none is given."""
        jaar, week, _ = self.datum.isocalendar()
        return f"{jaar:04d}-W{week:02d}" if self.zaad is None else self.zaad

    @property
    def ontwerp(self) -> Ontwerp:
        """The region of the case."""
        rijen: dict[str, Mapping[str, str] | None] = {naam: {} for naam in BASIS} | dict(self.rijen)
        tabellen: dict[str, list[Rij]] = {tabel: [] for tabel, _ in TABEL.values()}
        for naam, wijziging in rijen.items():
            if wijziging is not None:
                tabel, sleutel = TABEL[naam[0]]
                tabellen[tabel].append({**SJABLOON[tabel], **_naam(tabel, sleutel, naam), **wijziging})
        vast = {tabel: tuple(rij) for tabel, rij in tabellen.items()}
        return Ontwerp(vast, regels=self.regels, bronnen=self.bronnen, matrix=self.matrix)


def _naam(tabel: str, sleutel: str, naam: str) -> Rij:
    """What the name of a row says: its key, and where a woning stands."""
    rij = {sleutel: naam.removeprefix("B")} if sleutel else {}
    if tabel == "woningen":
        rij |= {"x": str(79000 + 1000 * int(naam[1:])), "y": "440000"}
    return rij


def verwacht(geval: Geval) -> dict[str, tuple[str, str]]:
    """``uit`` spelled out: (status, code or plek) by person; status '' for who is placed."""
    status = {"U": "uitgesloten", "R": "geen_passend_aanbod", "K": "verdrongen"}
    uit = {}
    for persoon, zegt in geval.uit.items():
        if " " in zegt:
            soort, code = zegt.split()
            uit[persoon] = (soort, code)
        else:
            uit[persoon] = ("", zegt) if zegt[0] in "WC" else (status[zegt[0]], zegt)
    return uit
