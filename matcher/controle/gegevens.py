"""What the checker knows of a region: frozen records of its own (contract par. 1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from matcher.controle.cellen import Getal, Punt
from matcher.controle.instellingen import Instellingen

ZWAARTE = ("licht", "midden", "zwaar")
TOEGANG = ("geen", "rollator", "rolstoel")
PRIKKELARM = ("nee", "gewenst", "vereist")
URGENTIE = ("normaal", "hoog", "crisis")
NABIJ = ("complex", "wijk", "gemeente")

Complexsleutel = tuple[str, str]
"""``("complex", complex_id)``, or ``("woning", woning_id)``: a woning without complex is one of its own."""


@dataclass(frozen=True, slots=True)
class Plaats:
    """Where something lies, as far as known. Two of these can be too near each other."""

    gemeente: str
    wijk: str | None
    complex: Complexsleutel | None
    punt: Punt | None


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A row of ``gemeenten.csv``."""

    code: str
    aandeel: Getal | None
    opgave: int | None


@dataclass(frozen=True, slots=True)
class Wijk:
    """A row of ``wijken.csv``."""

    code: str
    gemeente: str
    draagkracht: int | None
    voorbelasting: int
    instroom_max: int | None
    kwetsbaar: bool
    woonomgeving: str
    vangnet: bool


@dataclass(frozen=True, slots=True)
class Aanbieder:
    """A row of ``aanbieders.csv`` with all bases; ``uren`` = capacity, hours a week."""

    aanbieder: str
    bases: tuple[Punt, ...]
    uren: Getal | None
    corporaties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Complex:
    """A row of ``complexen.csv``."""

    complex_id: str
    max_plaatsingen: int | None
    overlastbestendig: bool


@dataclass(frozen=True, slots=True)
class Plek:
    """A woning, or the unnamed places of a contingent. ``huur`` in cents, toegankelijkheid and zorgzwaarte as steps.

    ``gegeven`` holds what the input itself states of gemeentecode, wijkcode and prikkelniveau.
    """

    plek: str
    benoemd: bool
    corporatie: str
    plaats: Plaats
    complex_id: str | None
    woonvorm: str
    contingent: str | None
    aantal: int
    min_personen: int
    max_personen: int | None
    huur: int | None
    toegankelijkheid: int
    prikkelniveau: int | None
    doelgroepen: frozenset[str]
    vereist: frozenset[str]
    leeftijd_min: int | None
    leeftijd_max: int | None
    zwaarte_max: int | None
    overlast: bool
    huisdier: bool
    zorg24: bool
    beschikbaar: date | None
    max_verblijf: int | None
    jaar: int | None
    los: bool
    gegeven: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Uitstromer:
    """A row of ``uitstromers.csv``. ``huur_max`` in cents, ``geboren`` = (year, month)."""

    id: str
    leeftijd: int | None
    geboren: tuple[int, int] | None
    herkomst: str | None
    voorkeuren: tuple[str, ...]
    woonvormen: tuple[str, ...]
    personen: int
    doelgroepen: frozenset[str]
    zwaarte: int
    aanbieder: str | None
    uren: Getal
    prikkelarm: str
    prikkelniveau_max: int
    vermijden: tuple[tuple[str, Getal], ...]
    overlastrisico: bool
    overlast_tot: date | None
    toegankelijkheid: int
    huur_max: int | None
    huisdier: bool
    woonomgeving: str
    anker: Punt | None
    gebieden: frozenset[str]
    punten: tuple[tuple[Getal, ...], ...]
    uitsluiting_tot: date | None
    duur: int | None
    wet: str
    zorgplan: bool
    urgentie: str
    wachtend_sinds: date
    beschikbaar: date | None
    uiterste_datum: date | None
    doorstroom: bool | None


@dataclass(frozen=True, slots=True)
class Contactverbod:
    """A row of ``contactverboden.csv``; one of ``niveau`` and ``afstand`` is there."""

    a: str
    b: str
    niveau: str | None
    afstand: Getal | None
    tot: date | None


@dataclass(frozen=True, slots=True)
class Plaatsing:
    """A row of ``plaatsingen.csv``, with the place taken from the listed woning where it is empty."""

    uitstromer: str
    woning: str | None
    contingent: str | None
    plaats: Plaats
    woonvorm: str
    zwaarte: int
    prikkelarm: str
    overlastrisico: bool
    aanbieder: str | None
    uren: Getal
    datum_in: date
    datum_uit: date | None


@dataclass(frozen=True, slots=True)
class Afspraak:
    """A row of ``afspraken.csv``."""

    uitstromer: str
    plek: str
    vast: bool
    ondanks: frozenset[str]
    tot: date | None


@dataclass(frozen=True, slots=True)
class Regio:
    """The whole region folder, by key."""

    instellingen: Instellingen
    gemeenten: Mapping[str, Gemeente]
    wijken: Mapping[str, Wijk]
    aanbieders: Mapping[str, Aanbieder]
    plekken: Mapping[str, Plek]
    complexen: Mapping[str, Complex]
    uitstromers: Mapping[str, Uitstromer]
    contactverboden: tuple[Contactverbod, ...]
    plaatsingen: tuple[Plaatsing, ...]
    afspraken: tuple[Afspraak, ...]
