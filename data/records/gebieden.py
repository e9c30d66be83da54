"""Gemeenten, wijken and care providers."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from data.keuzes import Woonomgeving
from data.kolom import Kolom, Record, Soort


@dataclass(frozen=True, slots=True, kw_only=True)
class Gemeente(Record):
    """A gemeente of the region."""

    tabel: ClassVar[str] = "gemeenten"
    verplichte_tabel: ClassVar[bool] = True
    leeg_mag: ClassVar[bool] = False
    sleutel: ClassVar[tuple[str, ...]] = ("gemeentecode",)

    gemeentecode: Annotated[str, Kolom(Soort.GEMEENTE, "code van de gemeente", verplicht=True, voorbeeld="GM0503")]
    naam: Annotated[str, Kolom(Soort.TEKST, "naam van de gemeente", verplicht=True, voorbeeld="Delft")]
    aandeel: Annotated[
        Decimal | None,
        Kolom(
            Soort.GETAL,
            "aandeel van de gemeente in de opgave, op elke schaal; bij alle gemeenten of bij geen",
            laagst=0,
            voorbeeld="48,21",
        ),
    ]
    opgave: Annotated[
        int | None,
        Kolom(
            Soort.GEHEEL,
            "afgesproken aantal plaatsingen dit jaar; bij alle gemeenten of bij geen; gaat voor het aandeel",
            laagst=0,
            eenheid="plaatsingen per jaar",
            voorbeeld="63",
        ),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wijk(Record):
    """A wijk and what it can carry."""

    tabel: ClassVar[str] = "wijken"
    verplichte_tabel: ClassVar[bool] = True
    leeg_mag: ClassVar[bool] = False
    sleutel: ClassVar[tuple[str, ...]] = ("wijkcode",)

    wijkcode: Annotated[str, Kolom(Soort.WIJK, "code van de wijk", verplicht=True, voorbeeld="WK050311")]
    naam: Annotated[str, Kolom(Soort.TEKST, "naam van de wijk", verplicht=True, voorbeeld="Binnenstad")]
    gemeentecode: Annotated[
        str, Kolom(Soort.GEMEENTE, "gemeente waarin de wijk ligt", verplicht=True, voorbeeld="GM0503")
    ]
    draagkracht: Annotated[
        int | None,
        Kolom(Soort.GEHEEL, "wat de wijk kan dragen; leeg = geen grens", laagst=0, eenheid="punten", voorbeeld="12"),
    ]
    voorbelasting: Annotated[
        int,
        Kolom(
            Soort.GEHEEL,
            "punten die anderen al innemen",
            standaard="0",
            laagst=0,
            eenheid="punten",
            voorbeeld="2",
        ),
    ]
    draagkracht_bron: Annotated[
        str | None, Kolom(Soort.TEKST, "wie de draagkracht heeft bepaald en waarop", voorbeeld="wijkteam Centrum")
    ]
    draagkracht_datum: Annotated[
        date | None, Kolom(Soort.DATUM, "dag waarop de draagkracht is bepaald", voorbeeld="01-03-2026")
    ]
    instroom_max: Annotated[
        int | None,
        Kolom(
            Soort.GEHEEL,
            "meeste plaatsingen in een kalenderjaar; leeg = geen grens",
            laagst=0,
            eenheid="plaatsingen per jaar",
            voorbeeld="6",
        ),
    ]
    kwetsbaar: Annotated[
        bool, Kolom(Soort.JANEE, "de wijk is kwetsbaar en wordt liever ontlast", standaard="nee", voorbeeld="nee")
    ]
    woonomgeving: Annotated[
        Woonomgeving | None, Kolom(Soort.KEUZE, "soort omgeving", keuze=Woonomgeving, voorbeeld="stad")
    ]
    inwoners: Annotated[
        int | None, Kolom(Soort.GEHEEL, "aantal inwoners", laagst=0, eenheid="mensen", voorbeeld="12500")
    ]
    vangnet: Annotated[
        bool, Kolom(Soort.JANEE, "de wijk heeft een vangnet (Vangnet in de Wijk)", standaard="nee", voorbeeld="ja")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Aanbieder(Record):
    """A care provider, at its first base."""

    tabel: ClassVar[str] = "aanbieders"
    verplichte_tabel: ClassVar[bool] = True
    sleutel: ClassVar[tuple[str, ...]] = ("aanbieder",)

    aanbieder: Annotated[str, Kolom(Soort.ID, "kenmerk van de aanbieder", verplicht=True, voorbeeld="zorg-noord")]
    naam: Annotated[str, Kolom(Soort.TEKST, "naam van de aanbieder", verplicht=True, voorbeeld="Zorg Noord")]
    x: Annotated[
        Decimal | None, Kolom(Soort.GETAL, "plaats van het team (RD x)", eenheid="meter (RD)", voorbeeld="84500")
    ]
    y: Annotated[
        Decimal | None, Kolom(Soort.GETAL, "plaats van het team (RD y)", eenheid="meter (RD)", voorbeeld="447500")
    ]
    capaciteit_uren: Annotated[
        int | None,
        Kolom(
            Soort.UREN,
            "uren die het team per week heeft; leeg = geen grens",
            laagst=0,
            eenheid="uur per week",
            voorbeeld="120",
        ),
    ]
    corporaties: Annotated[
        tuple[str, ...],
        Kolom(Soort.ID, "corporaties waarmee een convenant is; leeg = alle", lijst=True, voorbeeld="corp-a|corp-b"),
    ]
    geheim: Annotated[
        bool,
        Kolom(Soort.JANEE, "geheim adres: nooit preciezer getoond dan de wijk", standaard="nee", voorbeeld="nee"),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Team(Record):
    """A further base of a care provider."""

    tabel: ClassVar[str] = "aanbieder_teams"

    aanbieder: Annotated[str, Kolom(Soort.ID, "kenmerk van de aanbieder", verplicht=True, voorbeeld="zorg-noord")]
    x: Annotated[
        Decimal,
        Kolom(Soort.GETAL, "plaats van het team (RD x)", verplicht=True, eenheid="meter (RD)", voorbeeld="79200"),
    ]
    y: Annotated[
        Decimal,
        Kolom(Soort.GETAL, "plaats van het team (RD y)", verplicht=True, eenheid="meter (RD)", voorbeeld="450100"),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reistijd(Record):
    """How long a provider is on its way to a woning, as the region itself found out (contract par. 7)."""

    tabel: ClassVar[str] = "geo/reistijden"
    sleutel: ClassVar[tuple[str, ...]] = ("aanbieder", "woning_id")

    aanbieder: Annotated[str, Kolom(Soort.ID, "kenmerk van de aanbieder", verplicht=True, voorbeeld="zorg-noord")]
    woning_id: Annotated[str, Kolom(Soort.ID, "woning", verplicht=True, voorbeeld="A-0123")]
    minuten: Annotated[
        Decimal | None,
        Kolom(
            Soort.GETAL,
            "kortste reistijd vanaf een van de plaatsen van de aanbieder; leeg = niet bekend of niet bereikbaar",
            laagst=0,
            eenheid="minuten",
            voorbeeld="12,5",
        ),
    ]
