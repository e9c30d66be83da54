"""How a run ended, as a value: the command turns it into words and an exit code."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from time import perf_counter

from data.meldingen import Melding, ongeluk
from matcher.uitkomst import BatchUitkomst

Voortgang = Callable[[str], None]
"""Told which step begins, by its name in the catalogue (``stap_...``)."""


class Afloop(IntEnum):
    """How a run ended: the exit codes of the contract (par. 6)."""

    KLAAR = 0
    FOUTE_INVOER = 2
    VAST_BOTST = 3
    TIJDSLIMIET = 4
    IN_GEBRUIK = 5
    EIGEN_FOUT = 70


ERNST = (
    Afloop.EIGEN_FOUT,
    Afloop.FOUTE_INVOER,
    Afloop.VAST_BOTST,
    Afloop.IN_GEBRUIK,
    Afloop.TIJDSLIMIET,
    Afloop.KLAAR,
)
"""The one that needs attention most first: what the runs of several regions come to together."""


def ergste(aflopen: Iterable[Afloop]) -> Afloop:
    """What runs of several regions come to together."""
    return min(aflopen, key=ERNST.index)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """What a run came to.

    ``map`` is the batch folder when one was written, ``proef`` says that it is a trial; ``conflict`` names the fixed
    pairs and rules that clash; ``aandacht`` counts what ``landing controle`` would have somebody look at.
    """

    afloop: Afloop
    meldingen: tuple[Melding, ...] = ()
    uitkomst: BatchUitkomst | None = None
    map: Path | None = None
    conflict: tuple[Melding, ...] = ()
    proef: bool = False
    aandacht: int = 0


def mislukt(fout_: Exception) -> Run:
    """A run that ended in something that nobody foresaw: a disk that is full, or a fault of ours."""
    afloop = Afloop.FOUTE_INVOER if isinstance(fout_, OSError) else Afloop.EIGEN_FOUT
    return Run(afloop=afloop, meldingen=(ongeluk(fout_),))


def als_gegevens(map_: Path, run: Run) -> dict[str, object]:
    """A run for another program (``--json``); the people stand in the batch folder, not here."""
    uitkomst = run.uitkomst
    return {
        "regio": str(map_),
        "exit": int(run.afloop),
        "proef": run.proef,
        "batch_id": uitkomst.batch_id if uitkomst else None,
        "map": str(run.map) if run.map else None,
        "status": str(uitkomst.status) if uitkomst else None,
        "niveaus": {niveau.naam: niveau.waarde for niveau in uitkomst.niveaus} if uitkomst else None,
        "voorstellen": len(uitkomst.voorstellen) if uitkomst else None,
        "niet_geplaatst": len(uitkomst.niet_geplaatst) if uitkomst else None,
        "aandacht": run.aandacht,
        "meldingen": [melding.als_gegevens() for melding in run.meldingen],
        "conflict": [str(melding) for melding in run.conflict],
    }


@dataclass(slots=True)
class Klok:
    """Seconds of each step, and a word to whoever watches when the next one begins."""

    voortgang: Voortgang
    duur: dict[str, float] = field(default_factory=dict)
    _naam: str = ""
    _begin: float = 0.0

    def stap(self, naam: str) -> None:
        """The step ``naam`` begins; the one before it ends."""
        self.stop()
        self._naam, self._begin = naam, perf_counter()
        self.voortgang(naam)

    def stop(self) -> dict[str, float]:
        """The last step ends; the seconds of all of them."""
        if self._naam:
            self.duur[self._naam] = self.duur.get(self._naam, 0.0) + perf_counter() - self._begin
        self._naam = ""
        return self.duur
