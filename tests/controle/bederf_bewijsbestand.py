"""Corruption of ``bewijs.json``: its form, what it leans on, and what it claims."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from typing import Any

from tests.controle.bederf import Verwacht, soort
from tests.controle.kopie import Kopie

BESTAND = "bewijs.json"
Document = dict[str, Any]


def _gelezen(kopie: Kopie) -> Document:
    doc: Document = json.loads((kopie.batch / BESTAND).read_bytes())
    return doc


def _geschreven(kopie: Kopie, doc: Document) -> None:
    (kopie.batch / BESTAND).write_text(json.dumps(doc), encoding="utf-8")


@soort("bewijs weg")
def _weg(kopie: Kopie, toeval: random.Random) -> Verwacht:
    bestand = kopie.batch / BESTAND
    if toeval.random() < 0.5:
        bestand.unlink()
    else:
        bestand.write_bytes(b"")
    return Verwacht("bestand", BESTAND)


@soort("bewijs kapot")
def _kapot(kopie: Kopie, toeval: random.Random) -> Verwacht:
    (kopie.batch / BESTAND).write_bytes(toeval.choice((b"{", b"[]", b"null", b"{}", b"\xff", b"[" * 100_000)))
    return Verwacht("bewijs", BESTAND)


def _vorm(naam: str, wijzig: Callable[[Document, random.Random], object]) -> None:
    @soort(f"bewijs {naam}")
    def _bederf(kopie: Kopie, toeval: random.Random) -> Verwacht:
        doc = _gelezen(kopie)
        wijzig(doc, toeval)
        _geschreven(kopie, doc)
        return Verwacht("bewijs", BESTAND)


def _stap(doc: Document, toeval: random.Random) -> Document:
    stap: Document = toeval.choice([stap for deel in doc["parts"] for stap in deel["steps"]])
    return stap


_vorm("veld erbij", lambda doc, toeval: toeval.choice((doc, doc["parts"][0], _stap(doc, toeval))).update(extra=1))
_vorm("geen getal", lambda doc, toeval: _stap(doc, toeval).update(value=float("nan")))
_vorm("bedrag onder nul", lambda doc, toeval: _stap(doc, toeval).update(multipliers=[[0, -1]]))
_vorm("bedrag reusachtig", lambda doc, toeval: _stap(doc, toeval).update(multipliers=[[0, 10**400]]))
_vorm("schaal", lambda doc, _: doc["parts"][0].update(scale=2**25))


def _inhoud(naam: str, wijzig: Callable[[Document, random.Random], bool]) -> None:
    @soort(f"bewijs {naam}")
    def _bederf(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
        doc = _gelezen(kopie)
        if not wijzig(doc, toeval):
            return None
        _geschreven(kopie, doc)
        return Verwacht("bewijs")


def _waarde(doc: Document, toeval: random.Random) -> bool:
    """Of a level: the proposals are worth something else."""
    stappen = [stap for deel in doc["parts"] for stap in deel["steps"] if stap["level"] is not None]
    toeval.choice(stappen)["value"] += toeval.choice((-7, -1, 1, 7))
    return True


def _niveau_weg(doc: Document, toeval: random.Random) -> bool:
    deel = toeval.choice(doc["parts"])
    nummers = [k for k, stap in enumerate(deel["steps"]) if stap["level"] is not None]
    del deel["steps"][nummers[-1] :]
    return True


def _niveau_anders(doc: Document, toeval: random.Random) -> bool:
    stappen = [stap for deel in doc["parts"] for stap in deel["steps"] if stap["level"] is not None]
    toeval.choice(stappen)["level"] = "gemak"
    return True


def _grens(doc: Document, toeval: random.Random) -> bool:
    rijen = [rij for deel in doc["parts"] for rij in deel["rows"] if rij[0] == "max"]
    if rijen:
        toeval.choice(rijen)[1] += "0"
    return bool(rijen)


def _opties(doc: Document, toeval: random.Random) -> bool:
    opties = toeval.choice([deel["options"] for deel in doc["parts"] if deel["options"]])
    opties[-1] += 1 if toeval.random() < 0.5 else 10**6
    return True


_inhoud("waarde", _waarde)
_inhoud("niveau weg", _niveau_weg)
_inhoud("niveau anders", _niveau_anders)
_inhoud("grens onbekend", _grens)
_inhoud("opties", _opties)
_inhoud("zonder delen", lambda doc, _: bool(doc["parts"].clear() or True))
