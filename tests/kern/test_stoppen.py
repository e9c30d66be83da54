"""Whatever stops the program, an answer is there whole or not at all, and nothing is left running.

Kills at moments drawn from the whole of a run, and at the moment that something is being written, which is short. What
holds after each: the answer is absent, or equals that of a run that nobody disturbed; after a signal that a program can
hear nothing else is left in the folder, after SIGKILL at most what has a hidden name; no child process survives; and
the next run is fine. The same under limits of memory, from what is barely enough to start with to plenty.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from solver.instance import Group, Instance, Level, Sense
from tests.kern.neutral_form import fingerprint, written
from tests.kern.processes import Ended, Stop, children, command, run
from tests.orakel.generator import maak_regio

PROOF = os.environ.get("ZL_PROOF") == "1"
KILLS = 5
"""Kills in one folder, one after the other; 40 folders for each program are 200."""
MEMORIES = 20 if PROOF else 3
PLENTY = 2**31
TRACEBACK = "Traceback (most recent call last)"


@dataclass(frozen=True, slots=True)
class Program:
    """A program to stop: its command, how it is asked for help, its folder, the fingerprint of its answer.

    `fingerprint` raises when an answer is there that is not whole; `hidden` says whether something is being written.
    """

    words: list[str]
    help: list[str]
    folder: Path
    fingerprint: Callable[[], str | None]
    hidden: Callable[[int], bool]
    clear: Callable[[], None]

    def files(self) -> list[str]:
        return sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*"))


def _kernel(folder: Path) -> Program:
    """`python -m solver` on a question that takes it some tenths of a second, in two processes."""
    folder.mkdir()
    instance, out = written(_question(), folder / "instance.json"), folder / "result.json"
    return Program(
        help=command("-m", "solver", "--help"),
        words=command("-m", "solver", instance, "--out", out, "--workers", 2),
        folder=folder,
        fingerprint=lambda: fingerprint(out.read_bytes()) if out.exists() else None,
        hidden=lambda _: _hides(folder),
        clear=lambda: out.unlink(missing_ok=True),
    )


def _landing(folder: Path) -> Program:
    """`landing voorstel` on a small region."""
    maak_regio(folder, 11, mensen=12, plekken=12)
    batches = folder / "batches"
    return Program(
        help=command("cli.py", "--help"),
        words=command("cli.py", "voorstel", folder, "--datum", "23-11-2026", "-q"),
        folder=folder,
        fingerprint=lambda: _batch(batches / "2026-W48-1"),
        hidden=lambda _: batches.exists() and _hides(batches),
        clear=lambda: shutil.rmtree(batches / "2026-W48-1", ignore_errors=True),
    )


def _hides(folder: Path) -> bool:
    return any(path.name.startswith(".") for path in folder.iterdir())


def _question() -> Instance:
    """Two parts that do not touch, each people, places and uneven hours at three levels."""
    random, people = Random(5), 8
    groups, value = [], [[random.randint(0, 999) for _ in range(2 * people * people)] for _ in range(3)]
    for part in range(2):
        at = part * people * people
        hours = [random.randint(3, 40) for _ in range(people)]
        for k in range(people):
            groups.append(Group(f"u{part}-{k}", tuple(range(at + k * people, at + (k + 1) * people)), max=1))
            groups.append(Group(f"p{part}-{k}", tuple(range(at + k, at + people * people, people)), max=1))
        weight = tuple(hours[o // people] for o in range(people * people))
        groups.append(Group(f"h{part}", tuple(range(at, at + people * people)), weight, max=sum(hours) // 2))
    levels = [Level(f"l{k}", Sense.MAX, value=tuple(v)) for k, v in enumerate(value)]
    return Instance(2 * people * people, tuple(groups), levels=tuple(levels))


def _batch(folder: Path) -> str | None:
    """SHA-256 over a batch, but for the seconds in its certificate; None when there is no such batch."""
    if not folder.exists():
        return None
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        content = path.read_bytes() if path.is_file() else b""
        if path.name == "certificaat.json":
            fields = json.loads(content)
            del fields["duur_s"]
            content = json.dumps(fields).encode()
        total.update(path.name.encode() + b"\0" + content + b"\0")
    return total.hexdigest()


@dataclass(frozen=True, slots=True)
class Undisturbed:
    """What a program does when nobody stops it."""

    fingerprint: str
    seconds: float
    files: list[str]


MAKERS: dict[str, Callable[[Path], Program]] = {"kernel": _kernel, "landing": _landing}


@pytest.fixture(scope="module", params=list(MAKERS))
def undisturbed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Undisturbed]:
    name: str = request.param
    program = MAKERS[name](tmp_path_factory.mktemp(name) / "folder")
    ended = run(program.words)
    found = program.fingerprint()
    assert (ended.code, ended.survivors, found is None) == (0, (), False), ended
    return name, Undisturbed(found or "", ended.seconds, program.files())


def _stops(random: Random, seconds: float) -> Iterator[Stop]:
    """Each of the signals at any moment of a run."""
    for number in random.sample([signal.SIGKILL, signal.SIGTERM, signal.SIGINT] * 2, KILLS):
        yield Stop(number, random.uniform(0, seconds), terminal=random.random() < 0.5)


@pytest.mark.parametrize("block", range(40 if PROOF else 1))
def test_after_a_kill(tmp_path: Path, undisturbed: tuple[str, Undisturbed], block: int) -> None:
    name, usual = undisturbed
    program = MAKERS[name](tmp_path / "folder")
    for stop in _stops(Random(f"{name} {block}"), usual.seconds):
        _stopped(program, usual, stop)
        program.clear()
    ended = run(program.words)
    assert (ended.code, program.fingerprint()) == (0, usual.fingerprint)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGINT], ids=lambda number: number.name)
def test_while_something_is_written(
    tmp_path: Path, undisturbed: tuple[str, Undisturbed], number: signal.Signals
) -> None:
    """The signal comes as soon as a hidden name appears. What SIGKILL leaves of a batch goes with the next run."""
    name, usual = undisturbed
    program = MAKERS[name](tmp_path / "folder")
    _stopped(program, usual, Stop(number, when=program.hidden))
    program.clear()
    ended = run(program.words)
    assert (ended.code, program.fingerprint()) == (0, usual.fingerprint)
    assert name == "kernel" or set(program.files()) == set(usual.files)


def test_ctrl_c_while_its_processes_start_says_one_sentence(
    tmp_path: Path, undisturbed: tuple[str, Undisturbed]
) -> None:
    """A terminal sends Ctrl-C to all processes, also to those that Python has not yet begun."""
    name, usual = undisturbed
    program = MAKERS[name](tmp_path / "folder")
    for seconds in (0, 0.02, 0.05, 0.1, 0.2):
        ended = _stopped(program, usual, Stop(signal.SIGINT, seconds, when=_has_children, terminal=True))
        assert (ended.code, ended.told.count("\n"), TRACEBACK in ended.told) == (130, 1, False), ended


def _has_children(pid: int) -> bool:
    return len(children(pid)) > 1  # the first one is Python's own, which looks after what the others share


def _stopped(program: Program, usual: Undisturbed, stop: Stop) -> Ended:
    """Run and stop the program, and look at what must hold after every stop."""
    before = program.files()
    ended = run(program.words, stop)
    found = program.fingerprint()
    assert found in (None, usual.fingerprint), (stop, ended)
    assert ended.survivors == (), (stop, ended)
    assert ended.code in _codes(ended, stop, there=found is not None), (stop, ended)
    new = set(program.files()) - set(before) - set(usual.files) - {"batches"}
    assert stop.number is signal.SIGKILL or not new, (stop, new)
    assert all(any(part.startswith(".") for part in Path(path).parts) for path in new), (stop, new)
    return ended


def _codes(ended: Ended, stop: Stop, *, there: bool) -> set[int]:
    """Ctrl-C is 130 once the program is under way; Python itself may end by the signal before that, and after it."""
    if stop.number is not signal.SIGINT:
        return {0, -stop.number, 130, 143}
    return {130} if ended.solving and not there else {0, 130, 1, -stop.number}


def _memories(program: Program) -> list[int]:
    """Bytes from what the program needs to say how it is used, in even steps of a factor, to plenty.

    With less Python cannot start, or not load the few modules that the sentence takes: that is not ours to tell.
    """
    least = 16 * 2**20
    while run(program.help, memory=least).code != 0:
        least = least * 5 // 4
    factor = (PLENTY / least) ** (1 / (MEMORIES - 1))
    return [round(least * factor**k) for k in range(MEMORIES)]


def test_within_limits_of_memory(tmp_path: Path, undisturbed: tuple[str, Undisturbed]) -> None:
    """Enough, or one sentence and exit code 70; the last of the limits is enough."""
    name, usual = undisturbed
    program = MAKERS[name](tmp_path / "folder")
    codes = []
    for memory in _memories(program):
        ended = run(program.words, memory=memory)
        codes.append(ended.code)
        assert ended.code in (0, 70), (memory, ended)
        assert TRACEBACK not in ended.told, (memory, ended)
        assert ended.survivors == (), (memory, ended)
        assert program.fingerprint() == (usual.fingerprint if ended.code == 0 else None), (memory, ended)
        program.clear()
        assert set(program.files()) <= set(usual.files) | {"batches"}, memory
    assert codes[-1] == 0
