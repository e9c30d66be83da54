"""Room and threads, asked for before numpy and the native solvers are loaded."""

import os
import resource
import subprocess
import sys
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from solver.loading import ROOM, THREADS, one_thread, room

REPO = Path(__file__).parents[2]
ASK = "from solver.loading import room; room()"


@pytest.mark.parametrize(("memory", "told"), [(ROOM, "MemoryError"), (4 * ROOM, "")])
def test_there_is_room_or_a_memory_error(memory: int, told: str) -> None:
    """Python takes some of what it may have, so that exactly as much as must be left is too little."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    words = [sys.executable, "-c", ASK]
    ended = subprocess.run(
        words,
        cwd=REPO,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    assert (ended.stderr.strip().rpartition("\n")[2], ended.returncode) == (told, int(bool(told)))


def test_asking_for_room_takes_none() -> None:
    """The memory that this process ever had laid out (kilobytes) does not grow by what is asked for."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    room()
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < ROOM / 1024 / 8


@pytest.mark.parametrize(("said", "seen"), [(None, "1"), ("3", "3")])
def test_a_process_started_here_has_one_thread_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch, said: str | None, seen: str
) -> None:
    monkeypatch.delenv(THREADS, raising=False)
    if said is not None:
        monkeypatch.setenv(THREADS, said)
    ours, theirs = get_context("spawn").Pipe()
    with one_thread():
        process = get_context("spawn").Process(target=_tell, args=(theirs,))
        process.start()
    assert ours.recv() == seen
    process.join()
    assert os.environ.get(THREADS) == said, "and nothing has changed here"


def _tell(line: Connection) -> None:
    line.send(os.environ.get(THREADS))
