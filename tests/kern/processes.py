"""Programs that are stopped on purpose: started with a mark that their children inherit, signalled, looked for."""

from __future__ import annotations

import os
import resource
import signal
import subprocess
import sys
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MARK = "ZL_STOPPED_ON_PURPOSE"
LONGEST = 60
"""Seconds in which anything here must have ended by itself."""


@dataclass(frozen=True, slots=True)
class Ended:
    """How a run ended: its exit code (minus the signal that killed it), what it said, and what had been seen of it.

    `solving`: it had processes of its own when the signal went out, so it was well under way and not yet done.
    """

    code: int
    told: str
    seconds: float
    solving: bool
    survivors: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """A signal, and when it is sent: so many seconds after the start, or after something is true of the process with
    that number. To all of a terminal's processes, as Ctrl-C does, or to the program alone.
    """

    number: signal.Signals
    after: float = 0.0
    when: Callable[[int], bool] | None = None
    terminal: bool = False


def command(*words: object) -> list[str]:
    """A run of this Python in the repository."""
    return [sys.executable, *map(str, words)]


def run(words: Sequence[str], stop: Stop | None = None, memory: int | None = None) -> Ended:
    """Run a command in a session of its own, with at most so much address space (bytes), and stop it on the way."""
    mark = uuid.uuid4().hex

    def limit() -> None:
        if memory is not None:
            resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    begun = time.monotonic()
    process = subprocess.Popen(
        words,
        cwd=ROOT,
        env={**os.environ, MARK: mark},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=limit,  # noqa: PLW1509 - this process has one thread when it starts another
    )
    solving = stop is not None and _send(process, stop, begun)
    try:
        _, told = process.communicate(timeout=LONGEST)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        raise
    return Ended(process.returncode, told, time.monotonic() - begun, solving, _survivors(mark))


def _send(process: subprocess.Popen[str], stop: Stop, begun: float) -> bool:
    """Wait for the moment and send; whether it had children then."""
    if stop.when is not None:
        while process.poll() is None and not stop.when(process.pid):
            time.sleep(0.0002)
        begun = time.monotonic()
    while process.poll() is None and (left := begun + stop.after - time.monotonic()) > 0:
        time.sleep(min(left, 0.01))
    solving = bool(children(process.pid))
    if process.poll() is None:
        (os.killpg if stop.terminal else os.kill)(process.pid, stop.number)
    return solving


def children(pid: int) -> tuple[int, ...]:
    """The numbers of the processes that a process started and that are still there."""
    try:
        return tuple(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()))
    except OSError:
        return ()


def _survivors(mark: str) -> tuple[int, ...]:
    """Processes with this mark that are still there; each gets some seconds to hear that its parent has gone."""
    until = time.monotonic() + 10
    while (left := _marked(mark)) and time.monotonic() < until:
        time.sleep(0.02)
    return left


def _marked(mark: str) -> tuple[int, ...]:
    wanted = f"{MARK}={mark}".encode()
    return tuple(sorted(int(path.name) for path in Path("/proc").glob("[0-9]*") if wanted in _environment(path)))


def _environment(path: Path) -> list[bytes]:
    try:
        return (path / "environ").read_bytes().split(b"\0")
    except OSError:  # gone, or somebody else's
        return []
