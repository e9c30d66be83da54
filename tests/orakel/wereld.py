"""The oracle's own values of a region: plain, small, and shared with no module of the program.

Money, hours, metres and minutes are ``Fraction``, so that no comparison depends on a binary float.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

ZORG = ("licht", "midden", "zwaar")
TOEGANG = ("geen", "rollator", "rolstoel")
Punt = tuple[Fraction, Fraction]


@dataclass(frozen=True)
class Gemeente:
    code: str
    aandeel: Fraction | None
    opgave: int | None


@dataclass(frozen=True)
class Wijk:
    code: str
    gemeente: str
    draagkracht: int | None
    voorbelasting: int
    instroom_max: int | None
    kwetsbaar: bool
    woonomgeving: str
    vangnet: bool


@dataclass(frozen=True)
class Aanbieder:
    naam: str
    punten: tuple[Punt, ...]
    capaciteit: Fraction | None
    corporaties: frozenset[str]


@dataclass(frozen=True)
class Plek:
    """A woning (``wijk`` given) or the unnamed places of a contingent (``wijk`` is None)."""

    id: str
    benoemd: bool
    corporatie: str
    gemeente: str
    wijk: str | None
    punt: Punt | None
    complex: str | None
    woonvorm: str
    contingent: str | None
    jaar: int | None
    los: bool
    min_personen: int
    max_personen: int | None
    huur: Fraction | None
    toegang: int
    prikkelniveau: int | None
    doelgroepen: frozenset[str]
    doelgroepen_vereist: frozenset[str]
    leeftijd_min: int | None
    leeftijd_max: int | None
    zorg_max: int | None
    overlast: bool
    huisdier: bool
    zorg24: bool
    beschikbaar: date | None
    max_verblijf: int | None
    aantal: int


@dataclass(frozen=True)
class Persoon:
    id: str
    leeftijd: int
    herkomst: str
    voorkeur: tuple[str, ...]
    woonvormen: tuple[str, ...]
    personen: int
    doelgroepen: frozenset[str]
    zorg: int
    aanbieder: str
    uren: Fraction
    prikkelarm: str
    prikkel_max: int
    vermijden: tuple[tuple[str, Fraction], ...]
    overlast: bool
    toegang: int
    huur_max: Fraction | None
    huisdier: bool
    woonomgeving: str
    anker: Punt | None
    gebieden: frozenset[str]
    cirkels: tuple[tuple[Punt, Fraction], ...]
    duur: int | None
    wet: str
    zorgplan: bool
    urgentie: str
    wachtend_sinds: date
    beschikbaar: date | None
    uiterste: date | None
    doorstroom: bool | None


@dataclass(frozen=True)
class Plaatsing:
    persoon: str
    woning: str
    contingent: str
    gemeente: str
    wijk: str
    complex: str
    punt: Punt | None
    woonvorm: str
    zorg: int
    prikkelarm: str
    overlast: bool
    aanbieder: str
    uren: Fraction
    datum_in: date
    datum_uit: date | None


@dataclass(frozen=True)
class Verbod:
    a: str
    b: str
    niveau: str
    afstand: Fraction | None


@dataclass(frozen=True)
class Afspraak:
    persoon: str
    plek: str
    soort: str
    ondanks: frozenset[str]


@dataclass(frozen=True)
class Wereld:
    """A region on day ``d``. ``regels`` is the merged regels.toml; bans and agreements are those still in force."""

    d: date
    zaad: str
    regels: dict[str, Any]
    gemeenten: dict[str, Gemeente]
    wijken: dict[str, Wijk]
    aanbieders: dict[str, Aanbieder]
    woningen: dict[str, Plek]
    contingenten: dict[str, Plek]
    complexen: dict[str, tuple[int | None, bool]]
    personen: dict[str, Persoon]
    verboden: tuple[Verbod, ...]
    plaatsingen: tuple[Plaatsing, ...]
    afspraken: tuple[Afspraak, ...]
    bronnen: tuple[tuple[str, Punt], ...] | None
    matrix: dict[tuple[str, str], Fraction] = field(default_factory=dict)

    @property
    def h(self) -> date:
        return self.d + timedelta(days=int(self.regels["batch"]["horizon_dagen"]))

    @property
    def j(self) -> int:
        return self.d.year

    def vorm(self, naam: str) -> dict[str, Any]:
        gevonden: dict[str, Any] = self.regels["woonvormen"][naam]
        return gevonden

    def blijft(self, p: Plaatsing) -> bool:
        """The plaatsing stays (contract par. 1)."""
        return p.datum_in <= self.h and (p.datum_uit is None or p.datum_uit > self.h)

    def aanwezig(self, p: Plaatsing) -> bool:
        """The plaatsing is present (contract par. 1)."""
        return p.datum_in <= self.h and (p.datum_uit is None or p.datum_uit > self.d)

    def telt_in_j(self, p: Plaatsing) -> bool:
        """The plaatsing counts in J (contract par. 1)."""
        return p.datum_in.year == self.j

    def telt_mee(self, woonvorm: str) -> bool:
        return bool(self.vorm(woonvorm).get("telt_mee", True))

    def blijvers(self, persoon: str) -> list[Plaatsing]:
        """The placements of one person that stay."""
        return [p for p in self.plaatsingen if p.persoon == persoon and self.blijft(p)]


def kwadraat(a: Punt, b: Punt) -> Fraction:
    """Square of the straight-line distance, in square metres."""
    return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2
