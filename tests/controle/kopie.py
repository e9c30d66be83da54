"""A region and its batch on disk that a test may spoil: tables as lists of dicts, with ``csv`` alone."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import shutil
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

BOM = "\ufeff"


class Rij(dict[str, str]):
    """A row; a column that the file leaves out is empty."""

    def __missing__(self, kolom: str) -> str:
        """Read what is not there."""
        return ""


@dataclass(frozen=True)
class Kopie:
    """A region folder and a batch folder of our own; whatever changes in the input gets its sum renewed."""

    regio: Path
    batch: Path

    @classmethod
    def van(cls, regio: Path, batch: Path, doel: Path) -> Kopie:
        """Copy both, without earlier batches of the region."""
        shutil.copytree(regio, doel / "regio", ignore=shutil.ignore_patterns("batches", "proef", "grootboek*"))
        shutil.copytree(batch, doel / batch.name)
        return cls(doel / "regio", doel / batch.name)

    def lees(self, naam: str) -> list[Rij]:
        """Rows of a table: of the batch where it has that file, else of the input."""
        bestand = self._bestand(naam)
        if not bestand.exists():
            return []
        tekst = _tekst(bestand)
        scheiding = next((teken for teken in ";,\t" if teken in tekst.partition("\n")[0]), ";")
        rijen = csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding)
        kop = [kolom.strip().lower() for kolom in next(rijen)]
        return [
            Rij({kolom: cel.strip() for kolom, cel in zip(kop, rij, strict=False) if kolom})
            for rij in rijen
            if any(cel.strip() for cel in rij)
        ]

    def schrijf(self, naam: str, rijen: Sequence[Mapping[str, str]]) -> None:
        """Write a table whole; columns in order of appearance."""
        kolommen = list(dict.fromkeys(kolom for rij in rijen for kolom in rij))
        kop = kolommen or self._kop(naam)
        uit = io.StringIO()
        schrijver = csv.DictWriter(uit, kop, restval="", delimiter=";", lineterminator="\r\n")
        schrijver.writeheader()
        schrijver.writerows(rijen)
        self._bestand(naam).write_bytes((BOM + uit.getvalue()).encode())
        self.hertel(naam)

    def wijzig(self, naam: str, raakt: Callable[[Rij], bool], **cellen: str) -> None:
        """Change cells in the rows that match; nothing in a table that is not there."""
        rijen = self.lees(naam)
        for rij in rijen:
            if raakt(rij):
                rij.update(cellen)
        if rijen:
            self.schrijf(naam, rijen)

    def erbij(self, naam: str, **cellen: str) -> None:
        """Add a row; the table is made where it is not there."""
        self.schrijf(naam, [*self.lees(naam), Rij(cellen)])

    def zonder(self, naam: str) -> None:
        """Take an input file away, as if it had never been there."""
        (self.regio / naam).unlink(missing_ok=True)
        self.certificaat(lambda ruw: ruw["invoer"].pop(naam, None))

    def _bestand(self, naam: str) -> Path:
        van_batch = self.batch / naam
        return van_batch if van_batch.exists() else self.regio / naam

    def _kop(self, naam: str) -> list[str]:
        return _tekst(self._bestand(naam)).splitlines()[0].split(";")

    def hertel(self, naam: str) -> None:
        """Renew the sum of an input file in the certificate."""
        bestand = self._bestand(naam)
        if bestand.parent != self.batch:
            self.certificaat(lambda ruw: ruw["invoer"].update({naam: som(bestand)}))

    def certificaat(self, wijzig: Callable[[dict[str, Any]], object]) -> None:
        """Change the certificate."""
        bestand = self.batch / "certificaat.json"
        ruw = json.loads(bestand.read_text(encoding="utf-8"))
        wijzig(ruw)
        bestand.write_text(json.dumps(ruw, indent=1), encoding="utf-8")

    @property
    def ruw(self) -> dict[str, Any]:
        """The certificate as it stands."""
        inhoud: dict[str, Any] = json.loads((self.batch / "certificaat.json").read_text(encoding="utf-8"))
        return inhoud

    @cached_property
    def datum(self) -> date:
        """D."""
        return date.fromisoformat(self.ruw["datum"])

    def regels(self, wijzig: Callable[[dict[str, Any]], object]) -> None:
        """Change ``regels.toml``, which is made where it is not there."""
        bestand = self.regio / "regels.toml"
        ruw = tomllib.loads(bestand.read_text(encoding="utf-8-sig")) if bestand.exists() else {}
        wijzig(ruw)
        bestand.write_text(toml(ruw), encoding="utf-8")
        self.hertel("regels.toml")


def _tekst(bestand: Path) -> str:
    """Text of a table as offices save it, without its ``sep=`` line."""
    try:
        tekst = bestand.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = bestand.read_bytes().decode("cp1252")
    return tekst.partition("\n")[2] if tekst.lower().startswith("sep=") else tekst


def som(bestand: Path) -> str:
    """SHA-256 of the bytes of a file."""
    return hashlib.sha256(bestand.read_bytes()).hexdigest()


def toml(tabel: dict[str, Any]) -> str:
    """Write settings as TOML: tables one or two deep."""
    regels = []
    for naam, deel in tabel.items():
        gewoon = {sleutel: waarde for sleutel, waarde in deel.items() if not isinstance(waarde, dict)}
        regels += [f"[{naam}]", *(f"{sleutel} = {_waarde(waarde)}" for sleutel, waarde in gewoon.items())]
        for sleutel, onder in deel.items():
            if isinstance(onder, dict):
                inhoud = (f"{dieper} = {_waarde(waarde)}" for dieper, waarde in onder.items())
                regels += [f"[{naam}.{sleutel}]", *inhoud]
    return "\n".join(regels) + "\n"


def _waarde(waarde: Any) -> str:
    return waarde.isoformat() if isinstance(waarde, date) else json.dumps(waarde)
