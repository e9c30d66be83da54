"""Records of the checker with everything quiet, for tests that change one or two things: a pair that breaks no rule."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from matcher.controle.cellen import Punt
from matcher.controle.gegevens import (
    Aanbieder,
    Afspraak,
    Complex,
    Contactverbod,
    Gemeente,
    Plaats,
    Plaatsing,
    Plek,
    Regio,
    Uitstromer,
    Wijk,
)
from matcher.controle.instellingen import Instellingen, lees_instellingen
from matcher.controle.toestand import Toestand

D = date(2026, 11, 20)
H = date(2026, 12, 18)
"""D and four weeks."""
DELFT, RIJSWIJK = "GM0503", "GM0603"
BINNENSTAD, VOORHOF = "WK050311", "WK050324"
KAMER, BASIS, EERST = "kamer_met_aandacht", "bt_basis", "housing_first"
_STANDAARD = Path("er is geen map van deze naam")


def instellingen(**anders: Any) -> Instellingen:
    """The defaults of the contract, with changes."""
    return replace(lees_instellingen(_STANDAARD), **anders)


def vorm(gebaseerd: str = KAMER, **anders: Any) -> Mapping[str, Any]:
    """The woonvormen of the contract, one of them changed."""
    vormen = dict(instellingen().woonvormen)
    vormen[gebaseerd] = replace(vormen[gebaseerd], **anders)
    return vormen


def mens(naam: str = "U1", **anders: Any) -> Uitstromer:
    """Someone of thirty who asks for nothing."""
    stil = Uitstromer(
        id=naam,
        leeftijd=30,
        geboren=None,
        herkomst=DELFT,
        voorkeuren=(),
        woonvormen=(KAMER, BASIS, EERST),
        personen=1,
        doelgroepen=frozenset(),
        zwaarte=0,
        aanbieder=None,
        uren=0,
        prikkelarm="nee",
        prikkelniveau_max=2,
        vermijden=(),
        overlastrisico=False,
        overlast_tot=None,
        toegankelijkheid=0,
        huur_max=None,
        huisdier=False,
        woonomgeving="",
        anker=None,
        gebieden=frozenset(),
        punten=(),
        uitsluiting_tot=None,
        duur=None,
        wet="wmo",
        zorgplan=False,
        urgentie="normaal",
        wachtend_sinds=D,
        beschikbaar=None,
        uiterste_datum=None,
        doorstroom=None,
    )
    return replace(stil, **anders)


def plaats(
    gemeente: str = DELFT,
    wijk: str | None = BINNENSTAD,
    complex_: tuple[str, str] | None = None,
    punt: Punt | None = None,
) -> Plaats:
    """A place in the old town, without an address."""
    return Plaats(gemeente, wijk, complex_, punt)


def woning(naam: str = "W1", *, waar: Plaats | None = None, **anders: Any) -> Plek:
    """A woning for one person that asks for nothing; a complex of its own unless ``waar`` says otherwise."""
    stil = Plek(
        plek=naam,
        benoemd=True,
        corporatie="corp-a",
        plaats=waar or plaats(complex_=("woning", naam)),
        complex_id=None,
        woonvorm=KAMER,
        contingent=None,
        aantal=1,
        min_personen=1,
        max_personen=1,
        huur=None,
        toegankelijkheid=0,
        prikkelniveau=None,
        doelgroepen=frozenset(),
        vereist=frozenset(),
        leeftijd_min=None,
        leeftijd_max=None,
        zwaarte_max=None,
        overlast=True,
        huisdier=False,
        zorg24=False,
        beschikbaar=None,
        max_verblijf=None,
        jaar=None,
        los=False,
        gegeven=(DELFT, BINNENSTAD, ""),
    )
    return replace(stil, **anders)


def contingent(naam: str = "C1", **anders: Any) -> Plek:
    """Unnamed places of this year that are allotted one by one."""
    los = {
        "benoemd": False,
        "contingent": naam,
        "jaar": D.year,
        "los": True,
        "max_personen": None,
        "gegeven": (DELFT, "", ""),
    }
    return woning(naam, waar=Plaats(DELFT, None, None, None), **(los | anders))


def plaatsing(wie: str = "U9", in_: str | None = "W9", *, waar: Plaats | None = None, **anders: Any) -> Plaatsing:
    """A placement that began this year and stays."""
    stil = Plaatsing(
        uitstromer=wie,
        woning=in_,
        contingent=None,
        plaats=waar or plaats(complex_=("woning", in_) if in_ else None),
        woonvorm=KAMER,
        zwaarte=0,
        prikkelarm="nee",
        overlastrisico=False,
        aanbieder=None,
        uren=0,
        datum_in=date(2026, 3, 2),
        datum_uit=None,
    )
    return replace(stil, **anders)


def wijk(code: str = BINNENSTAD, gemeente: str = DELFT, **anders: Any) -> Wijk:
    """A wijk without limits."""
    stil = Wijk(code, gemeente, None, 0, None, kwetsbaar=False, woonomgeving="", vangnet=False)
    return replace(stil, **anders)


def afspraak(wie: str, plek: str, *, vast: bool, ondanks: Iterable[str] = (), tot: date | None = None) -> Afspraak:
    """What staff decided about a pair."""
    return Afspraak(wie, plek, vast, frozenset(ondanks), tot)


@dataclass(frozen=True)
class Streek:
    """A region in parts, of which most are empty."""

    mensen: tuple[Uitstromer, ...] = ()
    plekken: tuple[Plek, ...] = ()
    plaatsingen: tuple[Plaatsing, ...] = ()
    wijken: tuple[Wijk, ...] = (wijk(),)
    gemeenten: tuple[Gemeente, ...] = (Gemeente(DELFT, None, None),)
    aanbieders: tuple[Aanbieder, ...] = ()
    complexen: tuple[Complex, ...] = ()
    verboden: tuple[Contactverbod, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    regels: Instellingen = field(default_factory=instellingen)

    @property
    def regio(self) -> Regio:
        """The region."""
        return Regio(
            instellingen=self.regels,
            gemeenten={gemeente.code: gemeente for gemeente in self.gemeenten},
            wijken={wijk_.code: wijk_ for wijk_ in self.wijken},
            aanbieders={aanbieder.aanbieder: aanbieder for aanbieder in self.aanbieders},
            plekken={plek.plek: plek for plek in self.plekken},
            complexen={complex_.complex_id: complex_ for complex_ in self.complexen},
            uitstromers={mens_.id: mens_ for mens_ in self.mensen},
            contactverboden=self.verboden,
            plaatsingen=self.plaatsingen,
            afspraken=self.afspraken,
        )

    @property
    def toestand(self) -> Toestand:
        """How it stands on D."""
        return Toestand(self.regio, D)
