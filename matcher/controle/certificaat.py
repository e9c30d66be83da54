"""``certificaat.json``: read, and held against itself, the settings and the bytes of the input (contract par. 6)."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from matcher.controle.bevinding import Bevinding
from matcher.controle.cellen import Getal, als_datum
from matcher.controle.instellingen import BESTAND as REGELS_BESTAND
from matcher.controle.lezen import WERKBOEK
from matcher.controle.niveaus import RICHTING
from matcher.controle.regio import TABELLEN
from matcher.controle.teksten import bevinding

CERTIFICAAT = "certificaat.json"
OPTIMAAL, TIJDSLIMIET = "optimaal", "tijdslimiet"
INVOER = (
    REGELS_BESTAND,
    WERKBOEK,
    *(f"{naam}.csv" for naam in TABELLEN),
    "wijken.gpkg",
    "wijken.geojson",
    "geo/reistijden.csv",
    *(f"geo/{laag}.{soort}" for laag in ("wegen", "prikkelbronnen", "buurten") for soort in ("gpkg", "geojson")),
)
"""The files of a region that a rule may use; those that exist must be in the certificate."""

_BATCH_ID = re.compile(r"([0-9]{4})-W([0-9]{2})-[1-9][0-9]*")
_NIVEAUVELDEN = {"naam", "richting", "waarde", "grens", "bewezen"}
_JAREN = range(1950, 2200)


@dataclass(frozen=True, slots=True)
class Niveau:
    """A level as the certificate gives it."""

    naam: str
    richting: str
    waarde: int
    grens: int | None
    bewezen: bool


@dataclass(frozen=True, slots=True)
class Certificaat:
    """A certificate of the right form."""

    batch_id: str
    datum: date
    seed: str
    status: str
    niveaus: tuple[Niveau, ...]
    invoer: Mapping[str, str]


def lees_certificaat(batch_map: Path) -> tuple[Certificaat | None, tuple[Bevinding, ...]]:
    """Read the certificate; None with what is wrong when its form is not as promised."""
    try:
        ruw = json.loads((batch_map / CERTIFICAAT).read_bytes().decode("utf-8-sig"))
    except OSError:
        return None, (bevinding("bestand", CERTIFICAAT, "bestand_mist"),)
    except (ValueError, RecursionError):
        ruw = None
    if not isinstance(ruw, dict):
        return None, (bevinding("bestand", CERTIFICAAT, "bestand_json"),)
    datum = als_datum(ruw["datum"]) if isinstance(ruw.get("datum"), str) else None
    niveaus, invoer = _niveaus(ruw.get("niveaus")), ruw.get("invoer")
    goed = {
        "batch_id": isinstance(ruw.get("batch_id"), str),
        "datum": datum is not None and datum.year in _JAREN,
        "versie": _gevuld(ruw.get("versie")),
        "seed": _gevuld(ruw.get("seed")),
        "status": ruw.get("status") in (OPTIMAAL, TIJDSLIMIET),
        "niveaus": niveaus is not None,
        "invoer": isinstance(invoer, dict) and all(isinstance(som, str) for som in invoer.values()),
        "grootboek": "grootboek" in ruw and (ruw["grootboek"] is None or _gevuld(ruw["grootboek"])),
        "duur_s": isinstance(ruw.get("duur_s"), dict),
    }
    mis = tuple(bevinding("certificaat", veld, "certificaat_veld") for veld, klopt in goed.items() if not klopt)
    if mis or datum is None or niveaus is None or not isinstance(invoer, dict):
        return None, mis
    return Certificaat(ruw["batch_id"], datum, ruw["seed"], ruw["status"], niveaus, invoer), ()


def _gevuld(waarde: Any) -> bool:
    return isinstance(waarde, str) and bool(waarde) and waarde.encode("utf-8", "replace").decode() == waarde


def _geheel(waarde: Any) -> bool:
    return isinstance(waarde, int) and not isinstance(waarde, bool)


def _niveaus(ruw: Any) -> tuple[Niveau, ...] | None:
    if not isinstance(ruw, list):
        return None
    niveaus = []
    for deel in ruw:
        goed = (
            isinstance(deel, dict)
            and set(deel) == _NIVEAUVELDEN
            and _gevuld(deel.get("naam"))
            and deel.get("richting") in ("max", "min")
            and _geheel(deel.get("waarde"))
            and (deel["grens"] is None or _geheel(deel["grens"]))
            and isinstance(deel.get("bewezen"), bool)
        )
        if not goed:
            return None
        niveaus.append(Niveau(deel["naam"], deel["richting"], deel["waarde"], deel["grens"], deel["bewezen"]))
    return tuple(niveaus)


@dataclass(frozen=True, slots=True)
class Invoer:
    """How the input compares with the certificate; ``veranderd``: files that were read are other files now."""

    veranderd: bool
    bevindingen: tuple[Bevinding, ...]


def keur_invoer(regio_map: Path, certificaat: Certificaat) -> Invoer:
    """Compare the bytes of the input with the sums in the certificate."""
    gevonden = []
    for naam, som in sorted(certificaat.invoer.items()):
        pad = PurePosixPath(naam)
        nu = None if pad.is_absolute() or ".." in pad.parts or "\\" in naam else _som(regio_map / pad)
        if nu != som:
            gevonden.append(bevinding("invoer", naam, "invoer_mist" if nu is None else "invoer_anders"))
    vergeten = [naam for naam in INVOER if naam not in certificaat.invoer and (regio_map / naam).is_file()]
    extra = [bevinding("invoer", naam, "invoer_extra") for naam in vergeten]
    return Invoer(bool(gevonden), (*gevonden, *extra))


def _som(bestand: Path) -> str | None:
    try:
        return hashlib.sha256(bestand.read_bytes()).hexdigest()
    except (OSError, ValueError):
        return None


def keur_certificaat(certificaat: Certificaat, batch_map: Path) -> list[Bevinding]:
    """Hold the certificate against itself: the name of the batch, bounds, and what is called proven."""
    gevonden = []
    week = _BATCH_ID.fullmatch(certificaat.batch_id)
    andere_map = _BATCH_ID.fullmatch(batch_map.name) is not None and batch_map.name != certificaat.batch_id
    kalender = certificaat.datum.isocalendar()
    if week is None or (int(week[1]), int(week[2])) != (kalender.year, kalender.week) or andere_map:
        gevonden.append(bevinding("certificaat", "batch_id", "certificaat_batch"))
    for niveau in certificaat.niveaus:
        if niveau.richting != RICHTING.get(niveau.naam, "max"):
            gevonden.append(bevinding("certificaat", niveau.naam, "certificaat_richting"))
        if niveau.grens is not None and _verkeerd(niveau):
            gevonden.append(bevinding("certificaat", niveau.naam, "certificaat_grens"))
        if niveau.bewezen and niveau.grens != niveau.waarde:
            gevonden.append(bevinding("certificaat", niveau.naam, "certificaat_bewezen"))
    alles_bewezen = all(niveau.bewezen for niveau in certificaat.niveaus)
    if alles_bewezen != (certificaat.status == OPTIMAAL):
        gevonden.append(bevinding("certificaat", "status", "certificaat_status"))
    return gevonden


def _verkeerd(niveau: Niveau) -> bool:
    """Say whether the bound lies on the wrong side: a maximum is bounded from above, a minimum from below."""
    assert niveau.grens is not None
    return niveau.grens < niveau.waarde if RICHTING.get(niveau.naam, "max") == "max" else niveau.grens > niveau.waarde


def keur_niveaus(certificaat: Certificaat, nagerekend: Mapping[str, Getal]) -> list[Bevinding]:
    """Compare the levels with what the proposals come to."""
    gevonden = []
    if [niveau.naam for niveau in certificaat.niveaus] != list(nagerekend):
        gevonden.append(bevinding("certificaat", "niveaus", "certificaat_volgorde"))
    for niveau in certificaat.niveaus:
        waarde = nagerekend.get(niveau.naam)
        if waarde is not None and waarde != niveau.waarde:
            code = f"niveau:{niveau.naam}"
            gevonden.append(bevinding(code, niveau.naam, "niveau", genoemd=niveau.waarde, nagerekend=waarde))
    return gevonden
