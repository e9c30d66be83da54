"""S2: the weekly batch of the demo region, file to file, against merely importing what others would use."""

from __future__ import annotations

import shutil
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks.meting import Keuze, Verhouding, om_beurten, python
from data.demo import DATUM, schrijf_demo
from matcher.batch import maak_voorstel

INVOER = "import pandas, geopandas; from ortools.sat.python import cp_model"
OPLOSSEN_S = 0.25
"""Seconds that all levels together may take."""


def meet(keuze: Keuze) -> list[Verhouding]:
    """The whole command with and without map layers, and the solving in it."""
    with TemporaryDirectory() as map_:
        met, zonder = Path(map_) / "met-kaart", Path(map_) / "zonder-kaart"
        schrijf_demo(met)
        schrijf_demo(zonder)
        shutil.rmtree(zonder / "geo")
        (zonder / "wijken.geojson").unlink()
        opdrachten = {
            "import": python("-c", INVOER),
            "met": _voorstel(met),
            "zonder": _voorstel(zonder),
        }
        tijden = om_beurten(opdrachten, keuze.beurten)
        oplossen = _oplossen(met, keuze.beurten)
    tegen = "pandas, geopandas en cp_model laden"
    return [
        Verhouding(naam=naam, seconden=duur, tegen=ander, tegen_seconden=ander_duur, hoogstens=grens)
        for naam, duur, ander, ander_duur, grens in (
            ("S2 week van de demoregio", tijden["met"], tegen, tijden["import"], 2.0),
            ("S2 dezelfde week zonder kaart", tijden["zonder"], tegen, tijden["import"], 1.2),
            ("S2 alle niveaus oplossen", oplossen, "afgesproken", OPLOSSEN_S, 1.0),
        )
    ]


def _voorstel(map_: Path) -> list[str]:
    return python("cli.py", "voorstel", str(map_), "--datum", DATUM.isoformat(), "--proef", "--stil")


def _oplossen(map_: Path, beurten: int) -> float:
    """Median seconds of solving in this process; the first run, which loads the native library, is left out."""
    runs = [maak_voorstel(map_, DATUM, proef=True) for _ in range(beurten + 1)]
    return median(run.uitkomst.duur_s["oplossen"] for run in runs[1:] if run.uitkomst is not None)
