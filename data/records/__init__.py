"""The records of a region: one frozen class a file, one annotated field a column."""

from __future__ import annotations

from data.kolom import Record
from data.records.aanbod import Complex, Contingent, Plekeisen, Woning
from data.records.gebieden import Aanbieder, Gemeente, Reistijd, Team, Wijk
from data.records.mensen import Afspraak, Cirkel, Contactverbod, Plaatsing, Uitstromer, Vermijding

TABELLEN: tuple[type[Record], ...] = (
    Gemeente,
    Wijk,
    Aanbieder,
    Team,
    Woning,
    Contingent,
    Complex,
    Uitstromer,
    Contactverbod,
    Plaatsing,
    Afspraak,
)
"""Every table of the region folder, in the order of the contract."""

__all__ = [
    "TABELLEN",
    "Aanbieder",
    "Afspraak",
    "Cirkel",
    "Complex",
    "Contactverbod",
    "Contingent",
    "Gemeente",
    "Plaatsing",
    "Plekeisen",
    "Record",
    "Reistijd",
    "Team",
    "Uitstromer",
    "Vermijding",
    "Wijk",
    "Woning",
]
