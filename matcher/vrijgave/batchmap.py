"""A batch folder as it stands on the disk: which there are, and the proposals in one."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from data.meldingen import Melding, fout
from data.schrijven.csvtekst import FORMULETEKENS
from matcher.schrijven.tabellen import VOORSTELLEN
from matcher.uitkomst import PlekSoort
from matcher.wegschrijven import MAP_BATCHES

BATCH_ID = re.compile(r"([0-9]{4})-W([0-9]{2})-([1-9][0-9]*)")
BESTAND_VOORSTELLEN = "voorstellen.csv"
BESTAND_CERTIFICAAT = "certificaat.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A proposal as ``voorstellen.csv`` has it: the columns that a sheet is made from."""

    voorstel_id: str
    uitstromer_id: str
    soort: PlekSoort
    woning_id: str | None
    contingent_id: str | None
    corporatie: str
    gemeentecode: str
    wijkcode: str | None
    woonvorm: str
    ingangsdatum: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """A concept as read from its folder. ``invoer``: SHA-256 (hex) of the input files by name."""

    batch_id: str
    map: Path
    datum: date
    invoer: Mapping[str, str]
    regels: tuple[Regel, ...]


class KapotError(Exception):
    """A file of the batch is not as it was written."""

    def __init__(self, melding: Melding) -> None:
        """``melding`` names the file."""
        super().__init__(melding.code)
        self.melding = melding


def volgnummer(batch_id: str) -> tuple[int, int, int] | None:
    """Year, week and number of a batch; None for what is not the name of a batch."""
    gevonden = BATCH_ID.fullmatch(batch_id)
    return (int(gevonden[1]), int(gevonden[2]), int(gevonden[3])) if gevonden else None


def batches(regio_map: Path) -> tuple[str, ...]:
    """The batches of a region, the oldest first."""
    map_ = regio_map / MAP_BATCHES
    gevonden = [(nummer, pad.name) for pad in _mappen(map_) if (nummer := volgnummer(pad.name)) is not None]
    return tuple(naam for _, naam in sorted(gevonden))


def _mappen(map_: Path) -> Iterator[Path]:
    if map_.is_dir():
        yield from (pad for pad in map_.iterdir() if pad.is_dir())


def lees_batch(map_: Path) -> Batch:
    """The concept in a batch folder. Raises :class:`KapotError`."""
    try:
        certificaat = json.loads(_tekst(map_, BESTAND_CERTIFICAAT))
        batch_id, datum, invoer = (
            certificaat["batch_id"],
            date.fromisoformat(certificaat["datum"]),
            certificaat["invoer"],
        )
        if batch_id != map_.name or not all(isinstance(deel, str) for paar in invoer.items() for deel in paar):
            raise ValueError
    except (ValueError, KeyError, TypeError, AttributeError) as mis:
        raise KapotError(fout("vrijgave_batch_kapot", BESTAND_CERTIFICAAT)) from mis
    return Batch(batch_id=batch_id, map=map_, datum=datum, invoer=invoer, regels=_regels(map_, batch_id))


def _tekst(map_: Path, naam: str) -> str:
    try:
        return (map_ / naam).read_bytes().decode("utf-8-sig")
    except FileNotFoundError as mis:
        raise KapotError(fout("vrijgave_bestand_weg", naam)) from mis
    except (OSError, UnicodeDecodeError) as mis:
        raise KapotError(fout("vrijgave_batch_kapot", naam)) from mis


def _regels(map_: Path, batch_id: str) -> tuple[Regel, ...]:
    try:
        rijen = list(csv.reader(StringIO(_tekst(map_, BESTAND_VOORSTELLEN), newline=""), delimiter=";", strict=True))
    except csv.Error as mis:
        raise KapotError(fout("vrijgave_batch_kapot", BESTAND_VOORSTELLEN)) from mis
    if not rijen or tuple(rijen[0]) != VOORSTELLEN:
        raise KapotError(fout("vrijgave_batch_kapot", BESTAND_VOORSTELLEN, 1))
    regels = tuple(_regel(cellen, nummer, batch_id) for nummer, cellen in enumerate(rijen[1:], start=2))
    if len({regel.voorstel_id for regel in regels}) != len(regels):
        raise KapotError(fout("vrijgave_batch_kapot", BESTAND_VOORSTELLEN, kolom="voorstel_id"))
    return regels


def _regel(cellen: list[str], rij: int, batch_id: str) -> Regel:
    try:
        waarden = dict(zip(VOORSTELLEN, map(_ontdaan, cellen), strict=True))
        dag, maand, jaar = map(int, waarden["ingangsdatum"].split("-"))
        if waarden["batch_id"] != batch_id or not waarden["voorstel_id"]:
            raise ValueError
        return Regel(
            voorstel_id=waarden["voorstel_id"],
            uitstromer_id=waarden["uitstromer_id"],
            soort=PlekSoort(waarden["soort"]),
            woning_id=waarden["woning_id"] or None,
            contingent_id=waarden["contingent_id"] or None,
            corporatie=waarden["corporatie"],
            gemeentecode=waarden["gemeentecode"],
            wijkcode=waarden["wijkcode"] or None,
            woonvorm=waarden["woonvorm"],
            ingangsdatum=date(jaar, maand, dag),
        )
    except ValueError as mis:
        raise KapotError(fout("vrijgave_batch_kapot", BESTAND_VOORSTELLEN, rij)) from mis


def _ontdaan(cel: str) -> str:
    """Without the ``'`` that keeps Excel from running a text as a formula."""
    return cel[1:] if cel.startswith("'") and cel[1:].startswith(FORMULETEKENS) else cel
