"""S4 and S5: a nation of forty regions, as forty folders in one command and as one question to the kernel."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from threading import Thread
from time import perf_counter

from benchmarks.kern import VERDEELD, deelname, gemaakt
from benchmarks.kind import piek_van_boom
from benchmarks.meting import WORTEL, Keuze, Regel, Verhouding, python
from benchmarks.opgave import opgave, samen
from benchmarks.regio import KEER_TIEN, REGIO_VAN_LAND, REGIOS, WEEK, Omvang, schrijf_land
from data.demo import DATUM

MAPPEN_S, MAPPEN_GIB = 120.0, 4.0
"""What the whole command may take for all folders (S4)."""
OPGAVE_S = 60.0
"""What the kernel may take for the nation as one question (S4)."""
GROEI = 1.5
"""How much more the time of one feasible pair may be than in S3 (S5)."""
BEURTEN = 3
"""S3 takes less than two seconds, of which one run says too little: the median counts."""
KLEIN = 2, Omvang(24, 18)
"""Regions and their size for a quick look whether everything still works."""


def meet(keuze: Keuze) -> Iterator[Regel]:
    """The folders first, then the one question, then the growth since S3."""
    regios, omvang = KLEIN if keuze.klein else (REGIOS, REGIO_VAN_LAND)
    with TemporaryDirectory() as map_:
        mappen = schrijf_land(Path(map_) / "land", regios=regios, omvang=omvang)
        yield from folders(mappen)
        instance = samen([opgave(regio) for regio in mappen])
        tien = gemaakt(Path(map_) / "tien", WEEK if keuze.klein else KEER_TIEN)
    geheel = deelname(VERDEELD, instance, keuze.seconden)
    yield f"S4: {regios} regio's in een opgave, {instance.options} mogelijke paren, {geheel.tijd}, {geheel.mib:.0f} MiB"
    yield Verhouding(
        naam="S4 het land als een opgave",
        seconden=geheel.uitslag.seconden,
        tegen="afgesproken",
        tegen_seconden=OPGAVE_S,
        hoogstens=1,
        bewezen=geheel.uitslag.bewezen,
    )
    delen = [deelname(VERDEELD, tien, keuze.seconden).uitslag for _ in range(BEURTEN)]
    yield Verhouding(
        naam="S5 tijd per 1000 paren",
        seconden=geheel.uitslag.seconden * 1000 / instance.options,
        tegen="S3",
        tegen_seconden=median(uitslag.seconden for uitslag in delen) * 1000 / tien.options,
        hoogstens=GROEI,
        bewezen=geheel.uitslag.bewezen and all(uitslag.bewezen for uitslag in delen),
    )


def folders(mappen: Sequence[Path]) -> Iterator[Regel]:
    """The whole command on all folders: from the files to batches that are checked and written.

    Raises ``RuntimeError`` with what the command said when it fails in another way than by its time limit.
    """
    opdracht = python("cli.py", "voorstel", *map(str, mappen), "--datum", DATUM.isoformat(), "--stil")
    duur, gib, code = _gemeten(opdracht)
    for naam, maat, grens, eenheid in (
        ("S4 het land in mappen", duur, MAPPEN_S, "s"),
        ("S4 geheugen daarvan", gib, MAPPEN_GIB, "GiB"),
    ):
        yield Verhouding(
            naam=naam,
            seconden=maat,
            tegen="afgesproken",
            tegen_seconden=grens,
            hoogstens=1,
            eenheid=eenheid,
            bewezen=code == 0,
        )


def _gemeten(opdracht: Sequence[str]) -> tuple[float, float, int]:
    """Seconds, peak memory of all its processes in GiB, exit code."""
    begin = perf_counter()
    with subprocess.Popen(
        opdracht,
        cwd=WORTEL,
        env=os.environ | {"PYTHONPATH": str(WORTEL)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as proces:
        piek: list[float] = []
        kijker = Thread(target=lambda: piek.append(piek_van_boom(proces.pid, lambda: proces.poll() is not None)))
        kijker.start()
        gezegd, _ = proces.communicate()
        duur = perf_counter() - begin
        kijker.join()
    if proces.returncode not in (0, 4):
        raise RuntimeError(f"landing voorstel eindigde met {proces.returncode}:\n{gezegd[-2000:]}")
    return duur, piek[0] / 1024, proces.returncode
