"""Measuring: whole processes, taken in turns, so that a busy moment of the machine hits every side alike."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

WORTEL = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verhouding:
    """One comparison: seconds (or another ``eenheid``) against what is compared with, and the ratio asked for.

    A time in which not everything was proven (``bewezen``) is no time at all.
    """

    naam: str
    seconden: float
    tegen: str
    tegen_seconden: float
    hoogstens: float
    eenheid: str = "s"
    bewezen: bool = True

    @property
    def waarde(self) -> float:
        """How many times as long (as much) it takes."""
        return self.seconden / self.tegen_seconden

    def __str__(self) -> str:
        """One line of the table."""
        return (
            f"{self.naam:<34}{self.seconden:8.3f} {self.eenheid}{self.waarde:8.2f} x  {self.tegen} "
            f"({self.tegen_seconden:.3f} {self.eenheid})   hoogstens {self.hoogstens:.3g} x: {self.oordeel}"
        )

    @property
    def oordeel(self) -> str:
        """Whether it is within what is asked."""
        if not self.bewezen:
            return "NIET BEWEZEN"
        if self.waarde <= self.hoogstens:
            return "ok"
        return "TE TRAAG" if self.eenheid == "s" else "TE VEEL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Keuze:
    """What is asked of a run: rounds of small measurements, seconds a level, whether tiny sizes will do, a folder."""

    beurten: int = 7
    seconden: float = 120
    klein: bool = False
    uit: Path = WORTEL / "benchmarks" / "uit"


Regel = Verhouding | str
"""What a benchmark gives out: ratios, and tables in words."""


def python(*argumenten: str) -> list[str]:
    """A command line for the Python that runs this."""
    return [sys.executable, *argumenten]


def om_beurten(opdrachten: Mapping[str, Sequence[str]], beurten: int) -> dict[str, float]:
    """Median wall time in seconds of each command, after one round that only warms the disk cache.

    Raises ``RuntimeError`` with what the command said when one fails.
    """
    tijden: dict[str, list[float]] = {naam: [] for naam in opdrachten}
    for beurt in range(beurten + 1):
        for naam, opdracht in opdrachten.items():
            begin = perf_counter()
            klaar = subprocess.run(opdracht, cwd=WORTEL, env=_omgeving(), capture_output=True, text=True, check=False)
            duur = perf_counter() - begin
            if klaar.returncode:
                raise RuntimeError(f"{naam} eindigde met {klaar.returncode}:\n{klaar.stdout}{klaar.stderr}")
            if beurt:
                tijden[naam].append(duur)
    return {naam: median(duren) for naam, duren in tijden.items()}


def _omgeving() -> dict[str, str]:
    """As with a user: what Python compiled once it keeps, whatever this machine says."""
    return {naam: waarde for naam, waarde in os.environ.items() if naam != "PYTHONDONTWRITEBYTECODE"} | {
        "PYTHONPATH": str(WORTEL)
    }
