"""A contestant in a process of its own: its own peak of memory, its own crash, its own end when time is up."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Afloop(Generic[T]):
    """What a process gave back (None when it ended otherwise), its peak in MiB, and what became of it."""

    waarde: T | None
    mib: float = 0.0
    opmerking: str = ""


def in_kind(doe: Callable[..., T], *argumenten: object, hoogstens_s: float) -> Afloop[T]:
    """``doe(*argumenten)`` in a fresh process, which is ended after ``hoogstens_s`` seconds.

    The function and everything that goes in and out must be picklable. What it prints is thrown away: some solvers
    print a banner whatever one asks.
    """
    start = multiprocessing.get_context("spawn")
    hier, daar = start.Pipe(duplex=False)
    kind = start.Process(target=_werk, args=(daar, doe, argumenten))
    kind.start()
    daar.close()
    try:
        if not hier.poll(hoogstens_s):
            return Afloop(None, opmerking=f"afgebroken na {hoogstens_s:.0f} s")
        afloop: Afloop[T] = hier.recv()
    except EOFError:
        kind.join()
        return Afloop(None, opmerking=f"viel om ({kind.exitcode})")
    finally:
        kind.kill()
        kind.join()
    return afloop


def _werk(uit: Connection, doe: Callable[..., T], argumenten: tuple[object, ...]) -> None:
    stil = os.open(os.devnull, os.O_WRONLY)
    os.dup2(stil, 1)
    os.dup2(stil, 2)
    try:
        waarde, opmerking = doe(*argumenten), ""
    except Exception as fout:  # noqa: BLE001 - whatever a rival does, it is told in its row
        waarde, opmerking = None, f"{type(fout).__name__}: {fout}"
    uit.send(Afloop(waarde, piek_mib(), opmerking))


def piek_mib() -> float:
    """The peak of this process: VmHWM, since ru_maxrss begins at what the parent had. 0 where the system hides it."""
    try:
        regels = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(regel.split()[1]) / 1024 for regel in regels if regel.startswith("VmHWM")), 0.0)


def piek_van_boom(pid: int, klaar: Callable[[], bool], elke_s: float = 0.1) -> float:
    """The highest sum in MiB that a process and all below it hold together, looked at until ``klaar()``.

    Shared pages count for their part (Pss), so that processes that were forked are not counted double.
    """
    hoogst = 0.0
    while not klaar():
        hoogst = max(hoogst, sum(_pss_mib(lid) for lid in _boom(pid)))
        time.sleep(elke_s)
    return hoogst


def _boom(pid: int) -> list[int]:
    leden = [pid]
    for lid in leden:
        for draad in Path(f"/proc/{lid}/task").glob("*/children"):
            try:
                leden += [int(kind) for kind in draad.read_text(encoding="ascii").split()]
            except OSError:
                continue
    return leden


def _pss_mib(pid: int) -> float:
    try:
        regels = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:  # it has just ended
        return 0.0
    return next((int(regel.split()[1]) / 1024 for regel in regels if regel.startswith("Pss:")), 0.0)
