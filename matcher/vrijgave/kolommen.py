"""What may stand on a sheet (contract par. 6): nothing about a person leaves the desk outside these two lists."""

from __future__ import annotations

from data.keuzes import Besluit, JaNee, WeigeringDoor, Weigerreden
from data.schrijven import BladKolom, Opmaak

_REDENEN = tuple(Weigerreden)

CORPORATIE: tuple[BladKolom, ...] = (
    BladKolom(naam="voorstel_id", breedte=18, vergrendeld=True),
    BladKolom(naam="soort", breedte=12, vergrendeld=True),
    BladKolom(naam="woning_id", breedte=16, vergrendeld=True),
    BladKolom(naam="contingent_id", breedte=16, vergrendeld=True),
    BladKolom(naam="gemeentecode", breedte=14, vergrendeld=True),
    BladKolom(naam="woonvorm", breedte=18, vergrendeld=True),
    BladKolom(naam="personen", breedte=10, opmaak=Opmaak.GEHEEL, vergrendeld=True),
    BladKolom(naam="huur_max", breedte=11, opmaak=Opmaak.BEDRAG, vergrendeld=True),
    BladKolom(naam="toegankelijkheid", breedte=16, vergrendeld=True),
    BladKolom(naam="rustig", breedte=9, vergrendeld=True),
    BladKolom(naam="huisdier", breedte=9, vergrendeld=True),
    BladKolom(naam="ingangsdatum", breedte=14, opmaak=Opmaak.DATUM, vergrendeld=True),
    BladKolom(naam="reageer_voor", breedte=14, opmaak=Opmaak.DATUM, vergrendeld=True),
    BladKolom(naam="besluit", breedte=12, keuzes=tuple(Besluit)),
    BladKolom(naam="reden", breedte=18, keuzes=_REDENEN),
    BladKolom(naam="weigering_door", breedte=16, keuzes=tuple(WeigeringDoor)),
    BladKolom(naam="opmerking", breedte=40),
)
"""The sheet of a corporation: its own plekken, and of the person only how many will live there."""

EISEN_AAN_WONING = ("huur_max", "toegankelijkheid", "rustig", "huisdier")
"""Only for a place of a contingent, as demands on the dwelling that the corporation will name."""

AANBIEDER: tuple[BladKolom, ...] = (
    BladKolom(naam="voorstel_id", breedte=18, vergrendeld=True),
    BladKolom(naam="uitstromer_id", breedte=18, vergrendeld=True),
    BladKolom(naam="soort", breedte=12, vergrendeld=True),
    BladKolom(naam="woning_id", breedte=16, vergrendeld=True),
    BladKolom(naam="gemeentecode", breedte=14, vergrendeld=True),
    BladKolom(naam="wijkcode", breedte=12, vergrendeld=True),
    BladKolom(naam="woonvorm", breedte=18, vergrendeld=True),
    BladKolom(naam="ingangsdatum", breedte=14, opmaak=Opmaak.DATUM, vergrendeld=True),
    BladKolom(naam="reageer_voor", breedte=14, opmaak=Opmaak.DATUM, vergrendeld=True),
    BladKolom(naam="kandidaat_akkoord", breedte=18, keuzes=tuple(JaNee)),
    BladKolom(naam="reden", breedte=18, keuzes=_REDENEN),
    BladKolom(naam="opmerking", breedte=40),
)
"""The sheet of a care provider: its own clients, by pseudonym."""
