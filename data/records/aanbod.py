"""What people can be matched to: woningen, contingenten, and the complexen they stand in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from data.keuzes import Toegankelijkheid, Zorgzwaarte
from data.kolom import Kolom, Record, Soort

LANGSTE_DOELGROEP = 64
"""Characters of the name of a doelgroep; names are compared exactly as they are written."""

_MIN = Kolom(Soort.GEHEEL, "minste aantal bewoners", standaard="1", laagst=1, eenheid="personen", voorbeeld="1")
_HUUR = Kolom(Soort.BEDRAG, "huur", laagst=0, eenheid="euro per maand", voorbeeld="612,50")
_TOEGANKELIJK = Kolom(
    Soort.KEUZE, "waarmee de woning toegankelijk is", standaard="geen", keuze=Toegankelijkheid, voorbeeld="rollator"
)
_PRIKKEL = Kolom(
    Soort.GEHEEL, "prikkels van 1 (rustig) tot 5 (druk); leeg = onbekend", laagst=1, hoogst=5, voorbeeld="2"
)
_DOELGROEPEN = Kolom(
    Soort.TEKST,
    "een van deze doelgroepen is genoeg; leeg = iedereen",
    lijst=True,
    langst=LANGSTE_DOELGROEP,
    voorbeeld="jongeren",
)
_DOELGROEPEN_VEREIST = Kolom(
    Soort.TEKST, "al deze doelgroepen zijn nodig", lijst=True, langst=LANGSTE_DOELGROEP, voorbeeld="vrouwen"
)
_LEEFTIJD_MIN = Kolom(Soort.GEHEEL, "laagste leeftijd", laagst=0, hoogst=999, eenheid="jaar", voorbeeld="18")
_LEEFTIJD_MAX = Kolom(Soort.GEHEEL, "hoogste leeftijd", laagst=0, hoogst=999, eenheid="jaar", voorbeeld="27")
_ZORG_MAX = Kolom(Soort.KEUZE, "zwaarste zorg die hier kan; leeg = alle", keuze=Zorgzwaarte, voorbeeld="midden")
_OVERLAST = Kolom(Soort.JANEE, "iemand met overlastrisico mag hier wonen", standaard="ja", voorbeeld="ja")
_HUISDIER = Kolom(Soort.JANEE, "een huisdier mag", standaard="ja", voorbeeld="ja")
_ZORG24 = Kolom(Soort.JANEE, "zorg is hier dag en nacht", standaard="nee", voorbeeld="nee")
_VERBLIJF = Kolom(
    Soort.GEHEEL, "langste verblijf; leeg = wat de woonvorm zegt", laagst=1, eenheid="maanden", voorbeeld="18"
)

_EISEN = (
    "min_personen",
    "max_personen",
    "huur",
    "toegankelijkheid",
    "prikkelniveau",
    "doelgroepen",
    "doelgroepen_vereist",
    "leeftijd_min",
    "leeftijd_max",
    "zorgzwaarte_max",
    "overlast",
    "huisdier",
    "zorg24",
)
"""The columns that the contract lists once, for woningen and contingenten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plekeisen(Record):
    """What a plek asks and offers; the columns that woningen and contingenten share.

    Whether a plek has a rule of its own is one question for both kinds, so the rules of
    ``matcher/regels`` read these fields without knowing which kind they look at.
    """

    corporatie: Annotated[str, Kolom(Soort.ID, "de verhuurder", verplicht=True, voorbeeld="corp-a")]
    woonvorm: Annotated[
        str, Kolom(Soort.ID, "woonvorm, zoals in regels.toml", verplicht=True, voorbeeld="flex_doorstroom")
    ]
    min_personen: Annotated[int, _MIN]
    huur: Annotated[int | None, _HUUR]
    toegankelijkheid: Annotated[Toegankelijkheid, _TOEGANKELIJK]
    prikkelniveau: Annotated[int | None, _PRIKKEL]
    doelgroepen: Annotated[tuple[str, ...], _DOELGROEPEN]
    doelgroepen_vereist: Annotated[tuple[str, ...], _DOELGROEPEN_VEREIST]
    leeftijd_min: Annotated[int | None, _LEEFTIJD_MIN]
    leeftijd_max: Annotated[int | None, _LEEFTIJD_MAX]
    zorgzwaarte_max: Annotated[Zorgzwaarte | None, _ZORG_MAX]
    overlast: Annotated[bool, _OVERLAST]
    huisdier: Annotated[bool, _HUISDIER]
    zorg24: Annotated[bool, _ZORG24]
    max_verblijf_maanden: Annotated[int | None, _VERBLIJF]


@dataclass(frozen=True, slots=True, kw_only=True)
class Woning(Plekeisen):
    """A concrete dwelling, or a row of ``aantal`` places in one."""

    tabel: ClassVar[str] = "woningen"
    verplichte_tabel: ClassVar[bool] = True
    sleutel: ClassVar[tuple[str, ...]] = ("woning_id",)
    volgorde: ClassVar[tuple[str, ...]] = (
        *("woning_id", "corporatie", "gemeentecode", "wijkcode", "x", "y", "complex_id", "woonvorm"),
        *("contingent_id", "kamers", *_EISEN, "beschikbaar_vanaf", "max_verblijf_maanden", "aantal", "geheim"),
    )

    woning_id: Annotated[str, Kolom(Soort.ID, "eigen nummer van de verhuurder", verplicht=True, voorbeeld="A-0123")]
    gemeentecode: Annotated[
        str | None,
        Kolom(Soort.GEMEENTE, "gemeente; mag leeg als x, y en grenzen die geven", voorbeeld="GM0503"),
    ]
    wijkcode: Annotated[
        str | None, Kolom(Soort.WIJK, "wijk; mag leeg als x, y en grenzen die geven", voorbeeld="WK050311")
    ]
    x: Annotated[Decimal | None, Kolom(Soort.GETAL, "plaats (RD x)", eenheid="meter (RD)", voorbeeld="84512")]
    y: Annotated[Decimal | None, Kolom(Soort.GETAL, "plaats (RD y)", eenheid="meter (RD)", voorbeeld="447310")]
    complex_id: Annotated[str | None, Kolom(Soort.ID, "complex; leeg = op zichzelf", voorbeeld="C-12")]
    contingent_id: Annotated[str | None, Kolom(Soort.ID, "contingent waar de woning bij hoort", voorbeeld="CT-2026-A")]
    kamers: Annotated[int | None, Kolom(Soort.GEHEEL, "aantal kamers", laagst=1, voorbeeld="2")]
    max_personen: Annotated[
        int,
        Kolom(Soort.GEHEEL, "meeste aantal bewoners", verplicht=True, laagst=1, eenheid="personen", voorbeeld="2"),
    ]
    beschikbaar_vanaf: Annotated[
        date, Kolom(Soort.DATUM, "eerste dag dat de woning vrij is", verplicht=True, voorbeeld="01-12-2026")
    ]
    aantal: Annotated[
        int, Kolom(Soort.GEHEEL, "plaatsen in deze rij", standaard="1", laagst=0, eenheid="plaatsen", voorbeeld="1")
    ]
    geheim: Annotated[
        bool,
        Kolom(Soort.JANEE, "geheim adres: nooit preciezer getoond dan de wijk", standaard="nee", voorbeeld="nee"),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contingent(Plekeisen):
    """A number of ordinary dwellings that a corporation promised in a gemeente for a year."""

    tabel: ClassVar[str] = "contingenten"
    sleutel: ClassVar[tuple[str, ...]] = ("contingent_id",)
    volgorde: ClassVar[tuple[str, ...]] = (
        *("contingent_id", "corporatie", "gemeentecode", "jaar", "aantal", "woonvorm", "los_toewijsbaar"),
        *(*_EISEN, "max_verblijf_maanden"),
    )

    contingent_id: Annotated[str, Kolom(Soort.ID, "kenmerk van het contingent", verplicht=True, voorbeeld="CT-2026-A")]
    gemeentecode: Annotated[
        str, Kolom(Soort.GEMEENTE, "gemeente waar de woningen komen", verplicht=True, voorbeeld="GM0503")
    ]
    jaar: Annotated[
        int, Kolom(Soort.GEHEEL, "jaar van de afspraak", verplicht=True, laagst=2000, hoogst=2100, voorbeeld="2026")
    ]
    aantal: Annotated[
        int,
        Kolom(Soort.GEHEEL, "beloofde woningen", verplicht=True, laagst=0, eenheid="woningen", voorbeeld="8"),
    ]
    woonvorm: Annotated[
        str, Kolom(Soort.ID, "woonvorm, zoals in regels.toml", standaard="convenant", voorbeeld="convenant")
    ]
    los_toewijsbaar: Annotated[
        bool,
        Kolom(
            Soort.JANEE,
            "plaatsen mogen gekoppeld worden voordat een woning is genoemd",
            standaard="nee",
            voorbeeld="ja",
        ),
    ]
    max_personen: Annotated[
        int | None,
        Kolom(Soort.GEHEEL, "meeste aantal bewoners; leeg = geen grens", laagst=1, eenheid="personen", voorbeeld="3"),
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Complex(Record):
    """A building with a limit of its own."""

    tabel: ClassVar[str] = "complexen"
    sleutel: ClassVar[tuple[str, ...]] = ("complex_id",)

    complex_id: Annotated[str, Kolom(Soort.ID, "kenmerk van het complex", verplicht=True, voorbeeld="C-12")]
    max_plaatsingen: Annotated[
        int | None,
        Kolom(Soort.GEHEEL, "meeste plaatsingen; leeg = geen grens", laagst=0, eenheid="plaatsingen", voorbeeld="4"),
    ]
    overlastbestendig: Annotated[
        bool,
        Kolom(
            Soort.JANEE, "mensen met overlastrisico en prikkelarm kunnen hier samen", standaard="nee", voorbeeld="nee"
        ),
    ]
