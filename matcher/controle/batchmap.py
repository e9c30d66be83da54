"""The folder of a batch, read strictly: exactly the files and the form that contract par. 6 promises."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from matcher.controle.bevinding import Bevinding
from matcher.controle.teksten import bevinding

KOLOMMEN: Mapping[str, tuple[str, ...]] = {
    "voorstellen.csv": (
        "batch_id",
        "voorstel_id",
        "uitstromer_id",
        "soort",
        "woning_id",
        "contingent_id",
        "corporatie",
        "gemeentecode",
        "wijkcode",
        "complex_id",
        "woonvorm",
        "urgentie",
        "wachtdagen",
        "passend",
        "ingangsdatum",
        "komt_vrij",
        "motivering",
    ),
    "niet_geplaatst.csv": ("uitstromer_id", "status", "code", "toelichting"),
    "plekken.csv": ("plek", "soort", "gemeentecode", "wijkcode", "prikkelniveau", "prikkel_bron", "vrij"),
    "reistijden.csv": ("aanbieder", "woning_id", "minuten", "bron"),
}
BIJLAGEN = ("rapport.html", "rapport_overleg.html", "bewijs.json")
_FORMULE = ("=", "+", "-", "@", "\t", "\r")
_NEGATIEF = re.compile(r"-[0-9]+(,[0-9]+)?")
_BOM = b"\xef\xbb\xbf"

Cellen = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Batchmap:
    """The tables of a batch by file name, None for one that cannot be read, and what is wrong with their form."""

    tabellen: Mapping[str, tuple[Cellen, ...] | None]
    bevindingen: tuple[Bevinding, ...]


def lees_batchmap(batch_map: Path) -> Batchmap:
    """Read the four tables, and see that the two reports and the proof are there."""
    bevindingen: list[Bevinding] = []
    tabellen = {naam: _tabel(batch_map / naam, bevindingen) for naam in KOLOMMEN}
    for naam in BIJLAGEN:
        inhoud = _bytes(batch_map / naam)
        if not inhoud:
            bevindingen.append(bevinding("bestand", naam, "bestand_mist" if inhoud is None else "bestand_leeg"))
    return Batchmap(tabellen, tuple(bevindingen))


def _bytes(bestand: Path) -> bytes | None:
    try:
        return bestand.read_bytes()
    except OSError:
        return None


def _tabel(bestand: Path, bevindingen: list[Bevinding]) -> tuple[Cellen, ...] | None:
    """Read one table; whatever is wrong with its form is added to the findings."""
    naam, kolommen = bestand.name, KOLOMMEN[bestand.name]
    inhoud = _bytes(bestand)
    tekst = _tekst(naam, inhoud, bevindingen)
    if tekst is None:
        return None
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=";", strict=True)
    try:
        rijen = list(lezer)
    except csv.Error:
        bevindingen.append(bevinding("bestand", naam, "bestand_rij", rij=lezer.line_num))
        return None
    if not rijen or tuple(rijen[0]) != kolommen:
        bevindingen.append(bevinding("bestand", naam, "bestand_kop"))
        return None
    krom = [nummer for nummer, rij in enumerate(rijen[1:], start=2) if len(rij) != len(kolommen)]
    if krom:
        bevindingen += [bevinding("bestand", naam, "bestand_rij", rij=nummer) for nummer in krom]
        return None
    for nummer, rij in enumerate(rijen[1:], start=2):
        bevindingen += [
            bevinding("bestand", naam, "bestand_formule", rij=nummer, kolom=kolom)
            for kolom, cel in zip(kolommen, rij, strict=True)
            if cel.startswith(_FORMULE) and not _NEGATIEF.fullmatch(cel)
        ]
    return tuple(dict(zip(kolommen, map(_ontdaan, rij), strict=True)) for rij in rijen[1:])


def _tekst(naam: str, inhoud: bytes | None, bevindingen: list[Bevinding]) -> str | None:
    """Decode a file that begins with a BOM and ends every line with CRLF."""
    if inhoud is None:
        bevindingen.append(bevinding("bestand", naam, "bestand_mist"))
        return None
    try:
        tekst = inhoud.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError:
        bevindingen.append(bevinding("bestand", naam, "bestand_bom"))
        return None
    if not inhoud.startswith(_BOM):
        bevindingen.append(bevinding("bestand", naam, "bestand_bom"))
    los = tekst.replace("\r\n", "")
    if "\r" in los or "\n" in los or not tekst.endswith("\r\n"):
        bevindingen.append(bevinding("bestand", naam, "bestand_regeleinde"))
    return tekst


def _ontdaan(cel: str) -> str:
    return cel[1:] if cel.startswith("'") and cel[1:].startswith(_FORMULE) else cel
