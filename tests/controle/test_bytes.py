"""Random bytes changed in anything that the checker reads: never a traceback, and never passed over."""

from __future__ import annotations

import csv
import io
import json
import random
from pathlib import Path

from matcher.controle import controleer
from tests.controle.batchmaker import Geval, maak_batch
from tests.controle.kopie import Kopie

VRIJ = ("motivering", "toelichting", "voorstel_id")
"""Columns of which only the form can be checked."""

KEER = {False: 150, True: 5000}


def verander(bestand: Path, toeval: random.Random) -> bool:
    """Change, drop or double a few bytes; False when the file came out as it was."""
    oud = bytearray(bestand.read_bytes())
    nieuw = bytearray(oud)
    for _ in range(toeval.choice((1, 1, 2, 20))):
        plaats = toeval.randrange(len(nieuw))
        greep = toeval.randrange(4)
        if greep == 0:
            nieuw[plaats] = toeval.randrange(256)
        elif greep == 1:
            del nieuw[plaats : plaats + toeval.randrange(1, 9)]
        elif greep == 2:
            nieuw[plaats:plaats] = toeval.choice((b";", b'"', b"\n", b"9" * 5000, b"-", b"\x00", b"=", b"e9"))
        else:
            nieuw[plaats:plaats] = nieuw[plaats : plaats + 40]
        if not nieuw:
            break
    bestand.write_bytes(bytes(nieuw))
    return nieuw != oud


def test_batch_bytes(voorbeelden: Path, tmp_path: Path, *, proof: bool) -> None:
    """Every cell of the tables counts, but for free words and the numbers of proposals."""
    regio = voorbeelden / "geval3"
    batch = maak_batch(regio, Geval.uit(regio / "verwacht.json"), tmp_path)
    for keer in range(KEER[proof]):
        toeval = random.Random(keer)
        kopie = Kopie.van(regio, batch, tmp_path / str(keer))
        bestand = toeval.choice(sorted(kopie.batch.glob("*.[cj]s*")))
        voor = _inhoud(bestand)
        verander(bestand, toeval)
        gevonden = controleer(kopie.regio, kopie.batch)
        assert gevonden or _inhoud(bestand) == voor, (keer, bestand.name)


def _inhoud(bestand: Path) -> object:
    """What of a file is promised: all of it, without free text, versions and times."""
    if bestand.suffix == ".json":
        try:
            ruw = json.loads(bestand.read_bytes())
            return {naam: ruw[naam] for naam in ("batch_id", "datum", "seed", "status", "niveaus", "invoer")}
        except (ValueError, KeyError, TypeError):
            return None
    try:
        rijen = list(csv.reader(io.StringIO(bestand.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";"))
    except (UnicodeDecodeError, csv.Error):
        return None
    return [[cel for kolom, cel in zip(rijen[0], rij, strict=False) if kolom not in VRIJ] for rij in rijen]


def test_input_bytes(voorbeelden: Path, tmp_path: Path, *, proof: bool) -> None:
    """The sums are made right again, so that the reader itself meets the damage."""
    regio = voorbeelden / "geval2"
    batch = maak_batch(regio, Geval.uit(regio / "verwacht.json"), tmp_path)
    for keer in range(KEER[proof]):
        toeval = random.Random(keer)
        kopie = Kopie.van(regio, batch, tmp_path / str(keer))
        bestand = toeval.choice([kopie.regio / naam for naam in sorted(kopie.ruw["invoer"])])
        verander(bestand, toeval)
        kopie.hertel(bestand.name)
        controleer(kopie.regio, kopie.batch)
