"""Records for tests: the defaults of the contract, and what the test is about."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from data.keuzes import AfspraakSoort, Prikkelarm, Toegankelijkheid, Urgentie, Wet, Zorgzwaarte
from data.kolom import kolommen
from data.records import Afspraak, Plaatsing, Uitstromer, Woning

D = date(2026, 11, 23)
H = date(2026, 12, 21)


def mens(**velden: Any) -> Uitstromer:
    """Somebody of 40 who needs light care and would take a flexwoning; ``velden`` goes before that."""
    leeg = dict.fromkeys(kolommen(Uitstromer))
    standaard: dict[str, Any] = {
        "uitstromer_id": "U1",
        "leeftijd": 40,
        "woonvormen": ("flex_doorstroom",),
        "volwassenen": 1,
        "kinderen": 0,
        "voorkeur_gemeenten": (),
        "doelgroepen": (),
        "vermijden": (),
        "uitsluiting_gebieden": (),
        "uitsluiting_punten": (),
        "zorgzwaarte": Zorgzwaarte.LICHT,
        "uren": 0,
        "prikkelarm": Prikkelarm.NEE,
        "prikkelniveau_max": 2,
        "overlastrisico": False,
        "toegankelijkheid": Toegankelijkheid.GEEN,
        "huisdier": False,
        "wet": Wet.WMO,
        "zorgplan": True,
        "urgentie": Urgentie.NORMAAL,
        "wachtend_sinds": date(2026, 1, 1),
    }
    return Uitstromer(**{**leeg, **standaard, **velden})


def woning(**velden: Any) -> Woning:
    """A flexwoning for one, free on D, in wijk WK000100 of gemeente GM0001."""
    leeg = dict.fromkeys(kolommen(Woning))
    standaard: dict[str, Any] = {
        "woning_id": "W1",
        "corporatie": "corp",
        "gemeentecode": "GM0001",
        "wijkcode": "WK000100",
        "x": Decimal(85000),
        "y": Decimal(447000),
        "woonvorm": "flex_doorstroom",
        "min_personen": 1,
        "max_personen": 2,
        "toegankelijkheid": Toegankelijkheid.GEEN,
        "doelgroepen": (),
        "doelgroepen_vereist": (),
        "overlast": True,
        "huisdier": True,
        "zorg24": False,
        "beschikbaar_vanaf": D,
        "aantal": 1,
        "geheim": False,
    }
    return Woning(**{**leeg, **standaard, **velden})


def plaatsing(**velden: Any) -> Plaatsing:
    """Somebody who moved into W1 on the first of June."""
    leeg = dict.fromkeys(kolommen(Plaatsing))
    standaard: dict[str, Any] = {
        "uitstromer_id": "P1",
        "woning_id": "W1",
        "gemeentecode": "GM0001",
        "woonvorm": "flex_doorstroom",
        "zorgzwaarte": Zorgzwaarte.LICHT,
        "prikkelarm": Prikkelarm.NEE,
        "overlastrisico": False,
        "uren": 0,
        "datum_in": date(2026, 6, 1),
    }
    return Plaatsing(**{**leeg, **standaard, **velden})


def afspraak(**velden: Any) -> Afspraak:
    """Staff fixed U1 in W1."""
    leeg = dict.fromkeys(kolommen(Afspraak))
    standaard: dict[str, Any] = {
        "uitstromer_id": "U1",
        "woning_id": "W1",
        "soort": AfspraakSoort.VAST,
        "reden": "",
        "ondanks": (),
    }
    return Afspraak(**{**leeg, **standaard, **velden})
