"""The real program behind the same door as the oracle: run it on a folder, read back what it wrote.

Only this module of ``tests/orakel`` knows the program. Values come from the files of the batch; the number of
feasible pairs, which stands in no file, and who is excluded when there is no answer, from the preparation.
"""

from __future__ import annotations

import csv
import json
import re
import shutil
from datetime import date, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from matcher.batch import maak_voorstel
from matcher.run import Afloop, Klok
from matcher.voorbereiding import voorbereiden
from tests.orakel.orakel import Uitkomst
from tests.orakel.waarde import Bijzonderheden


def draai(map_: Path, datum: date, zaad: str | None) -> Uitkomst:
    """``landing voorstel`` on the region, in this process. Leaves the folder as it was.

    Nothing is forced to disk: what a power cut would leave is for other tests, and it takes most of the time.
    """
    try:
        with patch("os.fsync"):
            run = maak_voorstel(map_, datum, zaad=zaad)
        if run.afloop is Afloop.FOUTE_INVOER:
            return Uitkomst(exit=2)
        if run.afloop is Afloop.VAST_BOTST:
            assert run.conflict, "a clash without a conflict"
            return Uitkomst(exit=3, **_voorbereiding(map_, datum))
        assert run.afloop is Afloop.KLAAR, [str(melding) for melding in run.meldingen]
        assert run.map is not None
        return lees_batch(run.map, **_voorbereiding(map_, datum))
    finally:
        shutil.rmtree(map_ / "batches", ignore_errors=True)


def meldingen(map_: Path, datum: date) -> list[str]:
    """What the program says about the input, in words; for a region that should have been without faults."""
    _, gezegd = voorbereiden(map_, datum, Klok(lambda _: None))
    return [str(melding) for melding in gezegd]


def _voorbereiding(map_: Path, datum: date) -> dict[str, Any]:
    klaar, gezegd = voorbereiden(map_, datum, Klok(lambda _: None))
    assert klaar is not None, [str(melding) for melding in gezegd]
    uitgesloten = {wie: str(code) for wie, code in sorted(klaar.deelname.uitgesloten.items())}
    return {"paren": len(klaar.paren.persoon), "uitgesloten": uitgesloten}


def lees_batch(batch: Path, paren: int, uitgesloten: dict[str, str]) -> Uitkomst:
    """A batch folder as an outcome (contract par. 6)."""
    certificaat = json.loads((batch / "certificaat.json").read_text(encoding="utf-8"))
    assert certificaat["status"] == "optimaal"
    for niveau in certificaat["niveaus"]:
        assert niveau["bewezen"], niveau
        assert niveau["grens"] == niveau["waarde"], niveau
    voorstellen = _csv(batch / "voorstellen.csv")
    over = {
        rij["uitstromer_id"]: (rij["status"], rij["code"])
        for rij in _csv(batch / "niet_geplaatst.csv")
        if rij["status"] != "uitgesloten" or rij["code"] != uitgesloten.get(rij["uitstromer_id"])
    }
    return Uitkomst(
        exit=0,
        paren=paren,
        uitgesloten=uitgesloten,
        niveaus={niveau["naam"]: niveau["waarde"] for niveau in certificaat["niveaus"]},
        toewijzing=tuple(sorted((rij["uitstromer_id"], _plek(rij)) for rij in voorstellen)),
        niet_geplaatst=over,
        bijzonder={rij["uitstromer_id"]: _bijzonder(rij) for rij in voorstellen},
        batch_id=certificaat["batch_id"],
    )


def _csv(bestand: Path) -> list[dict[str, str]]:
    with bestand.open(encoding="utf-8-sig", newline="") as bron:
        return [
            {kolom: re.sub(r"^'(?=[=+\-@\t\r])", "", cel) for kolom, cel in rij.items()}
            for rij in csv.DictReader(bron, delimiter=";")
        ]


def _plek(rij: dict[str, str]) -> str:
    return rij["woning_id"] if rij["soort"] == "woning" else rij["contingent_id"]


def _bijzonder(rij: dict[str, str]) -> Bijzonderheden:
    return Bijzonderheden(
        soort=rij["soort"],
        passend=int(rij["passend"]),
        wachtdagen=int(rij["wachtdagen"]),
        ingangsdatum=datetime.strptime(rij["ingangsdatum"], "%d-%m-%Y").date(),  # noqa: DTZ007
        komt_vrij=rij["komt_vrij"] or None,
    )
