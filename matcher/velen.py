"""Many regions in one run: worker processes take folder after folder, so that no region can stop another.

Each worker loads the program once. One that falls away (killed, out of memory, a crash of a native library) costs the
region it was on; another takes its place. What a region comes to does not depend on how many workers there are.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from pathlib import Path

from data.meldingen import fout
from data.schrijven.atomair import sigterm_als_onderbreking
from matcher.run import Afloop, Run, mislukt
from solver.loading import one_thread

GEDULD = 10.0
"""Seconds that a worker gets to clean up when it is told to stop."""

_SPAWN = multiprocessing.get_context("spawn")
"""Workers begin with an empty memory, on every system alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opdracht:
    """What is asked of every region: see :func:`matcher.batch.maak_voorstel`."""

    datum: date
    zaad: str | None = None
    reden: str | None = None
    seconden: float | None = None
    proef: bool = False


def dubbel(mappen: Sequence[Path]) -> Path | None:
    """The first folder that was named before, by whatever path; None when each is named once."""
    gezien: set[object] = set()
    for map_ in mappen:
        try:
            gegevens = map_.stat()
            zelf: object = (gegevens.st_dev, gegevens.st_ino)
        except OSError:
            zelf = map_.resolve()
        if zelf in gezien:
            return map_
        gezien.add(zelf)
    return None


def maak_voorstellen(
    mappen: Sequence[Path], opdracht: Opdracht, werkers: int
) -> Generator[tuple[int, Run], None, None]:
    """A batch of every region, at most ``werkers`` (>= 1) at a time; gives number and result of each when it is done.

    What goes wrong with a region is its result. Only an interruption (Ctrl-C, SIGTERM) raises: ``KeyboardInterrupt``,
    when the workers have stopped and left nothing half made.
    """
    wachtrij = deque(enumerate(mappen))
    ploeg: list[_Werker] = []
    with sigterm_als_onderbreking():
        try:
            while wachtrij or ploeg:
                while wachtrij and len(ploeg) < werkers:
                    ploeg.append(_Werker(*wachtrij.popleft()))
                    ploeg[-1].begin(opdracht)
                gehoord = wait([werker.lijn for werker in ploeg])
                for werker in [werker for werker in ploeg if werker.lijn in gehoord]:
                    yield werker.nummer, werker.uitslag()
                    if wachtrij and werker.neem(*wachtrij[0]):
                        wachtrij.popleft()
                    else:
                        ploeg.remove(werker)
                        _stop([werker])
        finally:
            _stop(ploeg)


class _Werker:
    """A process, the line to it, and the region that it is on."""

    def __init__(self, nummer: int, map_: Path) -> None:
        self.nummer, self.map, self.bezig = nummer, map_, True
        self.lijn, self._overkant = _SPAWN.Pipe()
        self._proces: SpawnProcess | None = None

    def begin(self, opdracht: Opdracht) -> None:
        """Starts the process on its first region."""
        self._proces = _SPAWN.Process(target=_werk, args=(self._overkant, opdracht, self.map))
        with _ongestoord(), one_thread():
            self._proces.start()
        self._overkant.close()

    def neem(self, nummer: int, map_: Path) -> bool:
        """Gives the process another region; False when it is not there any more."""
        with suppress(OSError):
            self.lijn.send(map_)
            self.nummer, self.map, self.bezig = nummer, map_, True
        return self.bezig

    def uitslag(self) -> Run:
        """What the region came to, now that the worker has spoken or fallen away."""
        try:
            run: Run = self.lijn.recv()
        except (EOFError, OSError):
            _stop([self])
            einde = self._proces.exitcode if self._proces else None
            run = Run(afloop=Afloop.EIGEN_FOUT, meldingen=(fout("weggevallen", einde=einde),))
        self.bezig = False
        return run

    def ontsla(self) -> None:
        """Tells the process to stop; it may still be cleaning up."""
        self.lijn.close()
        if self._proces is not None and self._proces.pid is not None:
            self._proces.terminate()

    def wacht(self) -> None:
        """Waits until the process is gone, and takes away what it left half made if it had to be killed."""
        if self._proces is None or self._proces.pid is None:
            return
        self._proces.join(GEDULD)
        if self._proces.is_alive():
            self._proces.kill()
            self._proces.join()
        if self.bezig:
            from matcher.wegschrijven import ruim_op

            ruim_op(self.map)


def _stop(werkers: Sequence[_Werker]) -> None:
    for werker in werkers:
        werker.ontsla()
    for werker in werkers:
        werker.wacht()


@contextmanager
def _ongestoord() -> Iterator[None]:
    """A process that is started here does not hear Ctrl-C: the one that started it tells it when to stop."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    masker = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, masker)


def _werk(lijn: Connection, opdracht: Opdracht, map_: Path) -> None:
    """The life of a worker: a region, what it came to, the next; until nobody asks or it is told to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(KeyboardInterrupt, EOFError, OSError):
        while True:
            lijn.send(_run(map_, opdracht))
            map_ = lijn.recv()


def _run(map_: Path, opdracht: Opdracht) -> Run:
    from matcher.batch import maak_voorstel

    try:
        return maak_voorstel(
            map_,
            opdracht.datum,
            zaad=opdracht.zaad,
            reden=opdracht.reden,
            seconden=opdracht.seconden,
            proef=opdracht.proef,
        )
    except Exception as fout_:  # noqa: BLE001  (the edge of a region: the others go on)
        return mislukt(fout_)
