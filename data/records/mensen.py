"""The people who wait, who lives where already, and what staff decided about them. All personal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from data.keuzes import (
    AfspraakSoort,
    Ondanks,
    Prikkelarm,
    Prikkelsoort,
    Toegankelijkheid,
    UitstroomUit,
    Urgentie,
    VerbodNiveau,
    Wet,
    Woonomgeving,
    Zorgzwaarte,
)
from data.kolom import Kolom, Record, Soort
from data.records.aanbod import LANGSTE_DOELGROEP


@dataclass(frozen=True, slots=True)
class Vermijding:
    """A kind of source of stimuli to stay away from, and how far (metres)."""

    soort: Prikkelsoort
    afstand_m: Decimal


@dataclass(frozen=True, slots=True)
class Cirkel:
    """A forbidden circle: centre in RD metres, radius in metres."""

    x: Decimal
    y: Decimal
    straal: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class Uitstromer(Record):
    """A person or household ready to leave an institution."""

    tabel: ClassVar[str] = "uitstromers"
    verplichte_tabel: ClassVar[bool] = True
    sleutel: ClassVar[tuple[str, ...]] = ("uitstromer_id",)

    uitstromer_id: Annotated[
        str,
        Kolom(
            Soort.ID, "kenmerk van de persoon, nooit een BSN", verplicht=True, persoonlijk=True, voorbeeld="U-2026-014"
        ),
    ]
    leeftijd: Annotated[
        int | None,
        Kolom(
            Soort.GEHEEL,
            "leeftijd; of vul geboortemaand in",
            laagst=0,
            hoogst=120,
            eenheid="jaar",
            persoonlijk=True,
            voorbeeld="34",
        ),
    ]
    geboortemaand: Annotated[
        date | None,
        Kolom(Soort.MAAND, "maand van geboorte; of vul leeftijd in", persoonlijk=True, voorbeeld="05-1992"),
    ]
    herkomst_gemeente: Annotated[
        str | None,
        Kolom(Soort.GEMEENTE, "gemeente van herkomst, ook van buiten de regio", persoonlijk=True, voorbeeld="GM0503"),
    ]
    voorkeur_gemeenten: Annotated[
        tuple[str, ...],
        Kolom(Soort.GEMEENTE, "voorkeur, de liefste eerst", lijst=True, persoonlijk=True, voorbeeld="GM0503|GM1783"),
    ]
    woonvormen: Annotated[
        tuple[str, ...],
        Kolom(
            Soort.ID,
            "woonvormen die de toegang passend vond, de best passende eerst",
            verplicht=True,
            lijst=True,
            persoonlijk=True,
            voorbeeld="flex_doorstroom|convenant",
        ),
    ]
    volwassenen: Annotated[
        int,
        Kolom(Soort.GEHEEL, "aantal volwassenen", standaard="1", laagst=0, hoogst=99, persoonlijk=True, voorbeeld="1"),
    ]
    kinderen: Annotated[
        int,
        Kolom(Soort.GEHEEL, "aantal kinderen", standaard="0", laagst=0, hoogst=99, persoonlijk=True, voorbeeld="0"),
    ]
    personen_verwacht: Annotated[
        int | None,
        Kolom(
            Soort.GEHEEL,
            "aantal bewoners bij de verhuizing; leeg = volwassenen en kinderen samen",
            laagst=1,
            hoogst=198,
            persoonlijk=True,
            voorbeeld="1",
        ),
    ]
    doelgroepen: Annotated[
        tuple[str, ...],
        Kolom(
            Soort.TEKST,
            "doelgroepen waar de persoon bij hoort",
            lijst=True,
            langst=LANGSTE_DOELGROEP,
            persoonlijk=True,
            voorbeeld="jongeren",
        ),
    ]
    zorgzwaarte: Annotated[
        Zorgzwaarte,
        Kolom(
            Soort.KEUZE, "hoe zwaar de zorg is", verplicht=True, keuze=Zorgzwaarte, persoonlijk=True, voorbeeld="licht"
        ),
    ]
    aanbieder: Annotated[
        str | None, Kolom(Soort.ID, "aanbieder die begeleidt", persoonlijk=True, voorbeeld="zorg-noord")
    ]
    uren: Annotated[
        int,
        Kolom(
            Soort.UREN,
            "begeleiding",
            standaard="0",
            laagst=0,
            eenheid="uur per week",
            persoonlijk=True,
            voorbeeld="3,5",
        ),
    ]
    prikkelarm: Annotated[
        Prikkelarm,
        Kolom(
            Soort.KEUZE,
            "rustige woning nodig",
            standaard="nee",
            keuze=Prikkelarm,
            persoonlijk=True,
            voorbeeld="vereist",
        ),
    ]
    prikkelniveau_max: Annotated[
        int,
        Kolom(
            Soort.GEHEEL,
            "hoogste prikkelniveau; telt alleen bij prikkelarm = vereist",
            standaard="2",
            laagst=1,
            hoogst=5,
            persoonlijk=True,
            voorbeeld="2",
        ),
    ]
    vermijden: Annotated[
        tuple[Vermijding, ...],
        Kolom(
            Soort.VERMIJDING,
            "bron van prikkels en afstand in meter",
            lijst=True,
            persoonlijk=True,
            voorbeeld="horeca 200|spoor 150",
        ),
    ]
    overlastrisico: Annotated[
        bool, Kolom(Soort.JANEE, "kans op overlast", standaard="nee", persoonlijk=True, voorbeeld="nee")
    ]
    overlast_tot: Annotated[
        date | None,
        Kolom(Soort.DATUM, "laatste dag dat overlastrisico telt", persoonlijk=True, voorbeeld="01-06-2027"),
    ]
    toegankelijkheid: Annotated[
        Toegankelijkheid,
        Kolom(
            Soort.KEUZE,
            "wat de woning moet kunnen",
            standaard="geen",
            keuze=Toegankelijkheid,
            persoonlijk=True,
            voorbeeld="rollator",
        ),
    ]
    huur_max: Annotated[
        int | None,
        Kolom(Soort.BEDRAG, "hoogste huur", laagst=0, eenheid="euro per maand", persoonlijk=True, voorbeeld="650"),
    ]
    huisdier: Annotated[
        bool, Kolom(Soort.JANEE, "er gaat een huisdier mee", standaard="nee", persoonlijk=True, voorbeeld="nee")
    ]
    woonomgeving: Annotated[
        Woonomgeving | None,
        Kolom(Soort.KEUZE, "gewenste omgeving", keuze=Woonomgeving, persoonlijk=True, voorbeeld="dorp"),
    ]
    anker_x: Annotated[
        Decimal | None,
        Kolom(
            Soort.GETAL, "plek om dichtbij te wonen (RD x)", eenheid="meter (RD)", persoonlijk=True, voorbeeld="84900"
        ),
    ]
    anker_y: Annotated[
        Decimal | None,
        Kolom(
            Soort.GETAL, "plek om dichtbij te wonen (RD y)", eenheid="meter (RD)", persoonlijk=True, voorbeeld="446800"
        ),
    ]
    uitsluiting_gebieden: Annotated[
        tuple[str, ...],
        Kolom(
            Soort.GEBIED, "gebieden waar de persoon niet mag wonen", lijst=True, persoonlijk=True, voorbeeld="WK050311"
        ),
    ]
    uitsluiting_punten: Annotated[
        tuple[Cirkel, ...],
        Kolom(
            Soort.CIRKEL,
            "punten met straal waarbinnen de persoon niet mag wonen",
            lijst=True,
            persoonlijk=True,
            voorbeeld="84500 447500 1500",
        ),
    ]
    uitsluiting_tot: Annotated[
        date | None,
        Kolom(Soort.DATUM, "laatste dag dat de uitsluitingen gelden", persoonlijk=True, voorbeeld="01-06-2027"),
    ]
    duur_maanden: Annotated[
        int | None,
        Kolom(Soort.GEHEEL, "verwacht verblijf", laagst=0, eenheid="maanden", persoonlijk=True, voorbeeld="12"),
    ]
    wet: Annotated[
        Wet,
        Kolom(Soort.KEUZE, "wet van de ondersteuning", standaard="wmo", keuze=Wet, persoonlijk=True, voorbeeld="wmo"),
    ]
    zorgplan: Annotated[
        bool, Kolom(Soort.JANEE, "er ligt een zorgplan", standaard="nee", persoonlijk=True, voorbeeld="ja")
    ]
    urgentie: Annotated[
        Urgentie,
        Kolom(Soort.KEUZE, "hoe dringend", standaard="normaal", keuze=Urgentie, persoonlijk=True, voorbeeld="hoog"),
    ]
    urgentie_door: Annotated[
        str | None, Kolom(Soort.TEKST, "wie de urgentie gaf", persoonlijk=True, voorbeeld="toegang")
    ]
    urgentie_datum: Annotated[
        date | None, Kolom(Soort.DATUM, "dag waarop de urgentie is gegeven", persoonlijk=True, voorbeeld="15-10-2026")
    ]
    wachtend_sinds: Annotated[
        date,
        Kolom(
            Soort.DATUM,
            "dag waarop de volledige aanmelding er was",
            verplicht=True,
            persoonlijk=True,
            voorbeeld="03-02-2026",
        ),
    ]
    beschikbaar_vanaf: Annotated[
        date | None,
        Kolom(
            Soort.DATUM,
            "eerste dag dat de persoon kan verhuizen; leeg = meteen",
            persoonlijk=True,
            voorbeeld="01-12-2026",
        ),
    ]
    uiterste_datum: Annotated[
        date | None,
        Kolom(Soort.DATUM, "dag waarop de persoon weg moet zijn", persoonlijk=True, voorbeeld="31-12-2026"),
    ]
    doorstroom: Annotated[
        bool | None,
        Kolom(
            Soort.JANEE,
            "woont al ergens en mag doorstromen; leeg = volgens de woonvorm",
            persoonlijk=True,
            voorbeeld="",
        ),
    ]
    eerder_bekend: Annotated[bool | None, Kolom(Soort.JANEE, "was al eerder bekend", persoonlijk=True, voorbeeld="nee")]
    uitstroom_uit: Annotated[
        UitstroomUit | None,
        Kolom(
            Soort.KEUZE,
            "waar de persoon vandaan komt; alleen voor de bewaking van gelijke kansen",
            keuze=UitstroomUit,
            persoonlijk=True,
            voorbeeld="bw",
        ),
    ]

    @property
    def personen(self) -> int:
        """People who will live there."""
        return self.volwassenen + self.kinderen if self.personen_verwacht is None else self.personen_verwacht


@dataclass(frozen=True, slots=True, kw_only=True)
class Contactverbod(Record):
    """Two people who must not live near each other."""

    tabel: ClassVar[str] = "contactverboden"

    uitstromer_a: Annotated[
        str, Kolom(Soort.ID, "de ene persoon", verplicht=True, persoonlijk=True, voorbeeld="U-2026-014")
    ]
    uitstromer_b: Annotated[
        str, Kolom(Soort.ID, "de andere persoon", verplicht=True, persoonlijk=True, voorbeeld="U-2026-027")
    ]
    niveau: Annotated[
        VerbodNiveau | None,
        Kolom(
            Soort.KEUZE,
            "niet in hetzelfde; of vul afstand_m in",
            keuze=VerbodNiveau,
            persoonlijk=True,
            voorbeeld="wijk",
        ),
    ]
    afstand_m: Annotated[
        Decimal | None,
        Kolom(
            Soort.GETAL,
            "niet dichterbij dan; of vul niveau in",
            laagst=0,
            eenheid="meter",
            persoonlijk=True,
            voorbeeld="900",
        ),
    ]
    tot: Annotated[
        date | None, Kolom(Soort.DATUM, "laatste dag dat het verbod geldt", persoonlijk=True, voorbeeld="01-06-2027")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Plaatsing(Record):
    """A placement from before the ledger."""

    tabel: ClassVar[str] = "plaatsingen"

    uitstromer_id: Annotated[
        str, Kolom(Soort.ID, "kenmerk van de persoon", verplicht=True, persoonlijk=True, voorbeeld="P-2025-003")
    ]
    woning_id: Annotated[str | None, Kolom(Soort.ID, "woning", persoonlijk=True, voorbeeld="A-0123")]
    contingent_id: Annotated[str | None, Kolom(Soort.ID, "contingent", persoonlijk=True, voorbeeld="CT-2026-A")]
    gemeentecode: Annotated[
        str, Kolom(Soort.GEMEENTE, "gemeente", verplicht=True, persoonlijk=True, voorbeeld="GM0503")
    ]
    wijkcode: Annotated[
        str | None, Kolom(Soort.WIJK, "wijk; leeg = die van de woning", persoonlijk=True, voorbeeld="WK050311")
    ]
    complex_id: Annotated[
        str | None, Kolom(Soort.ID, "complex; leeg = dat van de woning", persoonlijk=True, voorbeeld="C-12")
    ]
    x: Annotated[
        Decimal | None,
        Kolom(
            Soort.GETAL, "plaats (RD x); leeg = die van de woning", eenheid="meter (RD)", persoonlijk=True, voorbeeld=""
        ),
    ]
    y: Annotated[
        Decimal | None,
        Kolom(
            Soort.GETAL, "plaats (RD y); leeg = die van de woning", eenheid="meter (RD)", persoonlijk=True, voorbeeld=""
        ),
    ]
    woonvorm: Annotated[
        str,
        Kolom(
            Soort.ID, "woonvorm, zoals in regels.toml", verplicht=True, persoonlijk=True, voorbeeld="flex_doorstroom"
        ),
    ]
    zorgzwaarte: Annotated[
        Zorgzwaarte,
        Kolom(
            Soort.KEUZE, "hoe zwaar de zorg is", verplicht=True, keuze=Zorgzwaarte, persoonlijk=True, voorbeeld="midden"
        ),
    ]
    prikkelarm: Annotated[
        Prikkelarm,
        Kolom(
            Soort.KEUZE, "rustige woning nodig", standaard="nee", keuze=Prikkelarm, persoonlijk=True, voorbeeld="nee"
        ),
    ]
    overlastrisico: Annotated[
        bool, Kolom(Soort.JANEE, "kans op overlast", standaard="nee", persoonlijk=True, voorbeeld="nee")
    ]
    aanbieder: Annotated[
        str | None, Kolom(Soort.ID, "aanbieder die begeleidt", persoonlijk=True, voorbeeld="zorg-noord")
    ]
    uren: Annotated[
        int,
        Kolom(
            Soort.UREN, "begeleiding", standaard="0", laagst=0, eenheid="uur per week", persoonlijk=True, voorbeeld="2"
        ),
    ]
    datum_in: Annotated[
        date,
        Kolom(Soort.DATUM, "eerste dag van de plaatsing", verplicht=True, persoonlijk=True, voorbeeld="01-04-2025"),
    ]
    datum_uit: Annotated[
        date | None,
        Kolom(Soort.DATUM, "bekend einde: de eerste dag die niet meer telt", persoonlijk=True, voorbeeld=""),
    ]
    einde_verwacht: Annotated[
        date | None,
        Kolom(Soort.DATUM, "gepland einde: een herinnering, geen vrije plek", persoonlijk=True, voorbeeld="01-10-2026"),
    ]
    herkomst_gemeente: Annotated[
        str | None, Kolom(Soort.GEMEENTE, "gemeente van herkomst", persoonlijk=True, voorbeeld="GM0503")
    ]
    uitstroom_uit: Annotated[
        UitstroomUit | None,
        Kolom(Soort.KEUZE, "waar de persoon vandaan kwam", keuze=UitstroomUit, persoonlijk=True, voorbeeld="mo"),
    ]
    wachtend_sinds: Annotated[
        date | None, Kolom(Soort.DATUM, "dag van de volledige aanmelding", persoonlijk=True, voorbeeld="")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Afspraak(Record):
    """A staff decision: fix or forbid a pair."""

    tabel: ClassVar[str] = "afspraken"

    uitstromer_id: Annotated[
        str, Kolom(Soort.ID, "kenmerk van de persoon", verplicht=True, persoonlijk=True, voorbeeld="U-2026-014")
    ]
    woning_id: Annotated[
        str | None, Kolom(Soort.ID, "woning; of vul contingent_id in", persoonlijk=True, voorbeeld="A-0123")
    ]
    contingent_id: Annotated[
        str | None, Kolom(Soort.ID, "contingent; of vul woning_id in", persoonlijk=True, voorbeeld="")
    ]
    soort: Annotated[
        AfspraakSoort,
        Kolom(Soort.KEUZE, "vast of verbod", verplicht=True, keuze=AfspraakSoort, persoonlijk=True, voorbeeld="vast"),
    ]
    reden: Annotated[
        str, Kolom(Soort.TEKST, "waarom", verplicht=True, persoonlijk=True, voorbeeld="afgesproken in het overleg")
    ]
    ondanks: Annotated[
        tuple[Ondanks, ...],
        Kolom(
            Soort.KEUZE,
            "beschermingen waar bij vast bewust van wordt afgeweken",
            keuze=Ondanks,
            lijst=True,
            persoonlijk=True,
            voorbeeld="",
        ),
    ]
    door: Annotated[str | None, Kolom(Soort.TEKST, "wie het besloot", persoonlijk=True, voorbeeld="coordinatiepunt")]
    tot: Annotated[date | None, Kolom(Soort.DATUM, "laatste dag dat de afspraak geldt", persoonlijk=True, voorbeeld="")]
