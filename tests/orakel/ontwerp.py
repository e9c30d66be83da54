"""A region as text, before it is a folder: tables of cells, settings and a layer of points.

The generator makes one, the golden cases change cells of one, the metamorphic relations turn one into another.
"""

from __future__ import annotations

import csv
import json
import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

Rij = dict[str, str]

_EISEN = (
    "min_personen max_personen huur toegankelijkheid prikkelniveau doelgroepen doelgroepen_vereist leeftijd_min "
    "leeftijd_max zorgzwaarte_max overlast huisdier zorg24"
)
KOLOMMEN: dict[str, tuple[str, ...]] = {
    naam: tuple(kolommen.split())
    for naam, kolommen in {
        "gemeenten": "gemeentecode naam aandeel opgave",
        "wijken": "wijkcode naam gemeentecode draagkracht voorbelasting draagkracht_bron draagkracht_datum "
        "instroom_max kwetsbaar woonomgeving inwoners vangnet",
        "aanbieders": "aanbieder naam x y capaciteit_uren corporaties geheim",
        "aanbieder_teams": "aanbieder x y",
        "woningen": "woning_id corporatie gemeentecode wijkcode x y complex_id woonvorm contingent_id kamers "
        f"{_EISEN} beschikbaar_vanaf max_verblijf_maanden aantal geheim",
        "contingenten": "contingent_id corporatie gemeentecode jaar aantal woonvorm los_toewijsbaar "
        f"{_EISEN} max_verblijf_maanden",
        "complexen": "complex_id max_plaatsingen overlastbestendig",
        "uitstromers": "uitstromer_id leeftijd geboortemaand herkomst_gemeente voorkeur_gemeenten woonvormen "
        "volwassenen kinderen personen_verwacht doelgroepen zorgzwaarte aanbieder uren prikkelarm prikkelniveau_max "
        "vermijden overlastrisico overlast_tot toegankelijkheid huur_max huisdier woonomgeving anker_x anker_y "
        "uitsluiting_gebieden uitsluiting_punten uitsluiting_tot duur_maanden wet zorgplan urgentie urgentie_door "
        "urgentie_datum wachtend_sinds beschikbaar_vanaf uiterste_datum doorstroom eerder_bekend uitstroom_uit",
        "contactverboden": "uitstromer_a uitstromer_b niveau afstand_m tot",
        "plaatsingen": "uitstromer_id woning_id contingent_id gemeentecode wijkcode complex_id x y woonvorm "
        "zorgzwaarte prikkelarm overlastrisico aanbieder uren datum_in datum_uit einde_verwacht herkomst_gemeente "
        "uitstroom_uit wachtend_sinds",
        "afspraken": "uitstromer_id woning_id contingent_id soort reden ondanks door tot",
    }.items()
}
"""The columns of every table of the contract (par. 1)."""

VERPLICHT = frozenset({"gemeenten", "wijken", "aanbieders", "woningen", "uitstromers"})


@dataclass(frozen=True)
class Opmaak:
    """How the files are written; none of it may change an answer."""

    scheiding: str = ";"
    bom: bool = False
    regeleinde: str = "\r\n"
    lege_bestanden: bool = False
    alle_kolommen: bool = False
    kolommen_door_elkaar: int | None = None


@dataclass(frozen=True)
class Ontwerp:
    """``tabellen``: rows of cells by table. ``bronnen``: (soort, x, y) in RD metres; None is no layer."""

    tabellen: Mapping[str, tuple[Rij, ...]]
    regels: Mapping[str, Any] = field(default_factory=dict)
    bronnen: tuple[tuple[str, Decimal, Decimal], ...] | None = None
    matrix: tuple[tuple[str, str, str], ...] = ()
    opmaak: Opmaak = Opmaak()

    def tabel(self, naam: str) -> tuple[Rij, ...]:
        return self.tabellen.get(naam, ())

    def met(self, **tabellen: Iterable[Rij]) -> Ontwerp:
        """With other rows for these tables."""
        return replace(self, tabellen={**self.tabellen, **{naam: tuple(rijen) for naam, rijen in tabellen.items()}})

    def met_regels(self, regels: Mapping[str, Any]) -> Ontwerp:
        """With these settings merged over its own, key by key."""
        return replace(self, regels=_samen(self.regels, regels))

    def elke(self, naam: str, bewerk: Callable[[Rij], Rij]) -> Ontwerp:
        """With every row of a table worked on."""
        return self.met(**{naam: tuple(bewerk(dict(rij)) for rij in self.tabel(naam))})


def schrijf(ontwerp: Ontwerp, map_: Path) -> Path:
    """Write the region folder (contract par. 1); empty tables and columns are left out where they may be."""
    map_.mkdir(parents=True, exist_ok=True)
    for naam, kolommen in KOLOMMEN.items():
        rijen = ontwerp.tabel(naam)
        if rijen or naam in VERPLICHT or ontwerp.opmaak.lege_bestanden:
            alle = ontwerp.opmaak.alle_kolommen or not rijen
            vol = [kolom for kolom in kolommen if alle or any(rij.get(kolom) for rij in rijen)]
            if ontwerp.opmaak.kolommen_door_elkaar is not None:
                random.Random(f"{naam} {ontwerp.opmaak.kolommen_door_elkaar}").shuffle(vol)
            _csv(map_ / f"{naam}.csv", vol, rijen, ontwerp.opmaak)
    if ontwerp.regels:
        (map_ / "regels.toml").write_text(toml(ontwerp.regels), encoding="utf-8")
    if ontwerp.bronnen is not None:
        (map_ / "geo").mkdir(exist_ok=True)
        (map_ / "geo" / "prikkelbronnen.geojson").write_text(_geojson(ontwerp.bronnen), encoding="utf-8")
    if ontwerp.matrix:
        (map_ / "geo").mkdir(exist_ok=True)
        kop = ["aanbieder", "woning_id", "minuten"]
        rijen = tuple(dict(zip(kop, drietal, strict=True)) for drietal in ontwerp.matrix)
        _csv(map_ / "geo" / "reistijden.csv", kop, rijen, ontwerp.opmaak)
    return map_


def _csv(bestand: Path, kolommen: list[str], rijen: tuple[Rij, ...], opmaak: Opmaak) -> None:
    with bestand.open("w", encoding="utf-8-sig" if opmaak.bom else "utf-8", newline="") as uit:
        schrijver = csv.DictWriter(
            uit, kolommen, delimiter=opmaak.scheiding, lineterminator=opmaak.regeleinde, extrasaction="ignore"
        )
        schrijver.writeheader()
        schrijver.writerows({kolom: rij.get(kolom, "") for kolom in kolommen} for rij in rijen)


def _geojson(bronnen: tuple[tuple[str, Decimal, Decimal], ...]) -> str:
    delen = [
        {
            "type": "Feature",
            "properties": {"soort": soort},
            "geometry": {"type": "Point", "coordinates": [float(x), float(y)]},
        }
        for soort, x, y in bronnen
    ]
    crs = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    return json.dumps({"type": "FeatureCollection", "name": "prikkelbronnen", "crs": crs, "features": delen})


def toml(regels: Mapping[str, Any]) -> str:
    """Settings as TOML: tables in tables, lists, and plain values (a Decimal as it is written)."""
    regelen: list[str] = []
    _toml_deel("", regels, regelen)
    return "\n".join(regelen) + "\n"


def _toml_deel(pad: str, deel: Mapping[str, Any], regelen: list[str]) -> None:
    gewone = {sleutel: waarde for sleutel, waarde in deel.items() if not isinstance(waarde, Mapping)}
    if pad and (gewone or not deel):
        regelen.append(f"[{pad}]")
    regelen += [f"{sleutel} = {_toml_waarde(waarde)}" for sleutel, waarde in gewone.items()]
    for sleutel, waarde in deel.items():
        if isinstance(waarde, Mapping):
            _toml_deel(f"{pad}.{sleutel}" if pad else sleutel, waarde, regelen)


def _toml_waarde(waarde: Any) -> str:
    if isinstance(waarde, (list, tuple)):
        return "[" + ", ".join(_toml_waarde(deel) for deel in waarde) + "]"
    if isinstance(waarde, bool):
        return "true" if waarde else "false"
    if isinstance(waarde, (int, Decimal)):
        return str(waarde)
    return waarde.isoformat() if isinstance(waarde, date) else json.dumps(waarde, ensure_ascii=False)


def _samen(onder: Mapping[str, Any], boven: Mapping[str, Any]) -> dict[str, Any]:
    uit = dict(onder)
    for sleutel, waarde in boven.items():
        oud = uit.get(sleutel)
        uit[sleutel] = _samen(oud, waarde) if isinstance(oud, Mapping) and isinstance(waarde, Mapping) else waarde
    return uit
