"""Writes a batch folder around a known assignment, from the raw files: a small writer of its own, for tests.

The fit is the one figure taken from the checker; the worked cases give its sum, which the tests compare. The proof is
the program's: nobody could write one by hand.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_CEILING, Decimal
from pathlib import Path
from typing import Any

from matcher.controle.batchmap import KOLOMMEN
from matcher.controle.passend import passend
from matcher.controle.regio import Herkenning, lees_regio
from tests.controle.bewijsmaker import bewijs
from tests.controle.kopie import BOM, som

HORIZON = 28
Rij = dict[str, str]
RICHTING = {"spreiding": "min", "schaarste": "min"}


@dataclass(frozen=True)
class Geval:
    """What a batch comes to: the content of ``verwacht.json``."""

    datum: date
    zaad: str
    toewijzing: tuple[tuple[str, str], ...]
    niveaus: Mapping[str, int]
    uitgesloten: Mapping[str, str]
    niet_geplaatst: Mapping[str, tuple[str, str]]

    @classmethod
    def uit(cls, bestand: Path) -> Geval:
        """Read an expectation."""
        ruw = json.loads(bestand.read_text(encoding="utf-8"))
        return cls(
            datum=date.fromisoformat(ruw["datum"]),
            zaad=ruw["zaad"],
            toewijzing=tuple((mens, plek) for mens, plek in ruw["toewijzing"]),
            niveaus=ruw["niveaus"],
            uitgesloten=ruw["uitgesloten"],
            niet_geplaatst={mens: (status, code) for mens, (status, code) in ruw["niet_geplaatst"].items()},
        )


def maak_batch(regio: Path, geval: Geval, doel: Path) -> Path:
    """Write the folder of a sound batch; returns it."""
    jaar, week, _ = geval.datum.isocalendar()
    batch_id = f"{jaar}-W{week:02d}-1"
    map_ = doel / batch_id
    map_.mkdir(parents=True)
    bron = _Bron(regio, geval)
    tabellen = {
        "voorstellen.csv": [bron.voorstel(batch_id, mens, plek) for mens, plek in geval.toewijzing],
        "niet_geplaatst.csv": _niet_geplaatst(geval),
        "plekken.csv": bron.plekken(),
        "reistijden.csv": bron.reistijden(),
    }
    for naam, rijen in tabellen.items():
        _schrijf(map_ / naam, KOLOMMEN[naam], rijen)
    for naam in ("rapport.html", "rapport_overleg.html"):
        (map_ / naam).write_text("<!doctype html><title>Rapport</title>", encoding="utf-8")
    (map_ / "bewijs.json").write_bytes(bewijs(regio, geval.datum, geval.zaad))
    certificaat = json.dumps(_certificaat(batch_id, regio, geval), indent=1)
    (map_ / "certificaat.json").write_text(certificaat, encoding="utf-8")
    return map_


def _schrijf(bestand: Path, kolommen: tuple[str, ...], rijen: list[Rij]) -> None:
    with bestand.open("w", encoding="utf-8", newline="") as uit:
        uit.write(BOM)
        schrijver = csv.DictWriter(uit, kolommen, restval="", delimiter=";", lineterminator="\r\n")
        schrijver.writeheader()
        schrijver.writerows(rijen)


def _niet_geplaatst(geval: Geval) -> list[Rij]:
    redenen = {mens: ("uitgesloten", code) for mens, code in geval.uitgesloten.items()} | dict(geval.niet_geplaatst)
    return [
        {"uitstromer_id": mens, "status": status, "code": "'-" if code == "-" else code, "toelichting": "Was al vol."}
        for mens, (status, code) in sorted(redenen.items())
    ]


def _certificaat(batch_id: str, regio: Path, geval: Geval) -> dict[str, Any]:
    bestanden = sorted(bestand for bestand in regio.iterdir() if bestand.suffix in (".csv", ".toml", ".xlsx"))
    return {
        "batch_id": batch_id,
        "datum": geval.datum.isoformat(),
        "versie": "1.0",
        "seed": geval.zaad,
        "status": "optimaal",
        "niveaus": [
            {"naam": naam, "richting": RICHTING.get(naam, "max"), "waarde": waarde, "grens": waarde, "bewezen": True}
            for naam, waarde in geval.niveaus.items()
        ],
        "invoer": {bestand.name: som(bestand) for bestand in bestanden},
        "grootboek": None,
        "duur_s": {"totaal": 0.1},
    }


def _dag(tekst: str) -> date | None:
    return datetime.strptime(tekst, "%d-%m-%Y").date() if tekst else None  # noqa: DTZ007


class _Bron:
    """The raw tables, and what can be read off them with a few lines."""

    def __init__(self, regio: Path, geval: Geval) -> None:
        self.datum, self.horizon = geval.datum, geval.datum + timedelta(days=HORIZON)
        self.tabellen = {bestand.stem: self._lees(bestand) for bestand in sorted(regio.glob("*.csv"))}
        self.mensen = {rij["uitstromer_id"]: rij for rij in self.tabellen["uitstromers"]}
        self.woningen = {rij["woning_id"]: rij for rij in self.tabellen["woningen"]}
        self.contingenten = {rij["contingent_id"]: rij for rij in self.tabellen["contingenten"]}
        gelezen, twijfels = lees_regio(regio, Herkenning({}, lambda *_: None))
        assert gelezen is not None, twijfels
        self.regio = gelezen

    @staticmethod
    def _lees(bestand: Path) -> list[Rij]:
        with bestand.open(encoding="utf-8-sig", newline="") as in_:
            return list(csv.DictReader(in_, delimiter=";"))

    def blijvers(self) -> list[Rij]:
        """Placements that stay."""
        return [
            rij
            for rij in self.tabellen["plaatsingen"]
            if (_dag(rij["datum_in"]) or date.max) <= self.horizon
            and (not rij["datum_uit"] or (_dag(rij["datum_uit"]) or date.min) > self.horizon)
        ]

    def voorstel(self, batch_id: str, mens: str, plek: str) -> Rij:
        """One row of voorstellen.csv."""
        woning, contingent = self.woningen.get(plek), self.contingenten.get(plek)
        wie, wat = self.mensen[mens], woning or contingent or {}
        sinds = _dag(wie["wachtend_sinds"])
        assert sinds is not None
        eigen = [rij["woning_id"] for rij in self.blijvers() if rij["uitstromer_id"] == mens]
        return {
            "batch_id": batch_id,
            "voorstel_id": f"{batch_id}-{mens}",
            "uitstromer_id": mens,
            "soort": "woning" if woning else "contingent",
            "woning_id": plek if woning else "",
            "contingent_id": wat["contingent_id"],
            "corporatie": wat["corporatie"],
            "gemeentecode": wat["gemeentecode"],
            "wijkcode": wat.get("wijkcode", ""),
            "complex_id": wat.get("complex_id", ""),
            "woonvorm": wat["woonvorm"],
            "urgentie": wie["urgentie"] or "normaal",
            "wachtdagen": str((self.datum - sinds).days),
            "passend": str(passend(self.regio, self.regio.uitstromers[mens], self.regio.plekken[plek])),
            "ingangsdatum": self._ingang(wie, plek, woning).strftime("%d-%m-%Y"),
            "komt_vrij": eigen[0] if eigen else "",
            "motivering": "Past het beste in het geheel.",
        }

    def _ingang(self, wie: Rij, plek: str, woning: Rij | None) -> date:
        dagen = [self.datum, _dag(wie["beschikbaar_vanaf"]), _dag(woning["beschikbaar_vanaf"]) if woning else None]
        weg = [_dag(rij["datum_uit"]) for rij in self.tabellen["plaatsingen"] if rij["woning_id"] == plek]
        dagen += [dag for dag in weg if dag and self.datum <= dag <= self.horizon]
        return max(dag for dag in dagen if dag)

    def plekken(self) -> list[Rij]:
        """The supply with its facts."""
        bezet = Counter(rij["woning_id"] for rij in self.blijvers())
        gebruikt = Counter(self._contingent(rij) for rij in self.tabellen["plaatsingen"])
        rijen = [
            self._plek(naam, "woning", rij, int(rij["aantal"] or 1) - bezet[naam])
            for naam, rij in self.woningen.items()
        ]
        rijen += [
            self._plek(naam, "contingent", rij, int(rij["aantal"]) - gebruikt[naam])
            for naam, rij in self.contingenten.items()
            if rij["los_toewijsbaar"] == "ja" and rij["jaar"] in {str(self.datum.year), str(self.horizon.year)}
        ]
        return [rij for rij in rijen if int(rij["vrij"]) > 0]

    def _contingent(self, rij: Rij) -> str:
        woning = self.woningen.get(rij["woning_id"])
        return rij["contingent_id"] or (woning["contingent_id"] if woning else "")

    @staticmethod
    def _plek(naam: str, soort: str, rij: Rij, vrij: int) -> Rij:
        return {
            "plek": naam,
            "soort": soort,
            "gemeentecode": rij["gemeentecode"],
            "wijkcode": rij.get("wijkcode", ""),
            "prikkelniveau": rij["prikkelniveau"],
            "prikkel_bron": "corporatie" if rij["prikkelniveau"] else "onbekend",
            "vrij": str(vrij),
        }

    def reistijden(self) -> list[Rij]:
        """Straight-line minutes from every provider to every woning that asks for care at the door."""
        bases: dict[str, list[Rij]] = {rij["aanbieder"]: [] for rij in self.tabellen["aanbieders"]}
        for rij in (*self.tabellen["aanbieders"], *self.tabellen["aanbieder_teams"]):
            bases[rij["aanbieder"]] += [rij] if rij["x"] else []
        return [
            {"aanbieder": wie, "woning_id": naam, "minuten": self._minuten(punten, woning), "bron": "hemelsbreed"}
            for wie, punten in bases.items()
            for naam, woning in self.woningen.items()
            if woning["woonvorm"] == "bt_basis"
        ]

    @staticmethod
    def _minuten(punten: list[Rij], woning: Rij) -> str:
        if not woning["x"] or not punten:
            return ""
        x, y = Decimal(woning["x"]), Decimal(woning["y"])
        meters = min(((x - Decimal(p["x"])) ** 2 + (y - Decimal(p["y"])) ** 2).sqrt() for p in punten)
        minuten = (meters * Decimal("1.3") / 500).quantize(Decimal("0.01"), rounding=ROUND_CEILING)
        return str(minuten).replace(".", ",")
