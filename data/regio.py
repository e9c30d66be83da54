"""A region as read: every table, the settings, and where they came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from data.instellingen import Instellingen
from data.records import (
    Aanbieder,
    Afspraak,
    Complex,
    Contactverbod,
    Contingent,
    Gemeente,
    Plaatsing,
    Team,
    Uitstromer,
    Wijk,
    Woning,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Regio:
    """The whole region folder; a scenario is another value (``dataclasses.replace``), never an edit.

    Tables stand in the canonical order of their key (ids by code point), whatever the order of the rows.
    ``invoer`` gives the SHA-256 (hex) of the bytes of every file read, by its path inside the folder.
    """

    instellingen: Instellingen = field(default_factory=Instellingen)
    gemeenten: tuple[Gemeente, ...] = ()
    wijken: tuple[Wijk, ...] = ()
    aanbieders: tuple[Aanbieder, ...] = ()
    aanbieder_teams: tuple[Team, ...] = ()
    woningen: tuple[Woning, ...] = ()
    contingenten: tuple[Contingent, ...] = ()
    complexen: tuple[Complex, ...] = ()
    uitstromers: tuple[Uitstromer, ...] = ()
    contactverboden: tuple[Contactverbod, ...] = ()
    plaatsingen: tuple[Plaatsing, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    invoer: Mapping[str, str] = field(default_factory=dict)

    def bestand(self, tabel: str) -> str:
        """What messages call the file of a table: its CSV file, or its sheet of the workbook."""
        naam = f"{tabel}.csv"
        return naam if naam in self.invoer or "regio.xlsx" not in self.invoer else f"regio.xlsx, blad {tabel}"
