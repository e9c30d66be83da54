"""Processes of their own: the same answer with any number of them, and what dies takes nothing along."""

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import cast

import pytest

from solver.apart import Workshop
from solver.canonical import canonical
from solver.faults import KernelError
from solver.instance import Group, Instance, Level, Sense
from solver.loading import THREADS
from solver.parts import divisions
from solver.solve import solve, solve_part


def _offices(random: Random) -> Instance:
    """Six offices that do not touch, each with more uneven hours than it has room for."""
    groups, value = [], []
    for k in range(6):
        options = tuple(range(8 * k, 8 * k + 8))
        hours = tuple(random.randint(3, 40) for _ in options)
        groups.append(Group(f"office{k}", options, hours, max=sum(hours) // 2))
        value += [random.randint(1, 99) for _ in options]
    return Instance(48, tuple(groups), levels=(Level("v", Sense.MAX, tuple(value)),))


def _endless(size: int = 60) -> Instance:
    """Ten sums over 60 options that must come out exactly: nobody finds them, or that there are none, in minutes."""
    random = Random(3)
    groups = []
    for k in range(10):
        weight = tuple(random.randint(10**5, 10**6) for _ in range(size))
        groups.append(Group(f"g{k}", tuple(range(size)), weight, sum(weight) // 2, sum(weight) // 2))
    return Instance(size, tuple(groups))


def _gone(pids: set[int]) -> bool:
    """Whether these processes end within some seconds; one that only waits to be buried counts as ended."""
    for _ in range(200):
        if not any(_works(pid) for pid in pids):
            return True
        time.sleep(0.05)
    return False


def _works(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rsplit(") ", 1)[1][0] != "Z"
    except OSError:
        return False


def test_the_answer_is_the_same_with_any_number_of_processes() -> None:
    instance = _offices(Random(1))
    here = solve(instance)
    (division,) = divisions(canonical(instance))
    assert len(division.parts) == 6
    for workers in (1, 3):
        with Workshop(workers) as workshop:
            there = solve(instance, spread=workshop.spread)
            again = solve(instance, seconds=30.0, spread=workshop.spread)
            pids = _workers(workshop)
        assert replace(there, seconds=0) == replace(here, seconds=0)
        assert (again.chosen, again.levels) == (here.chosen, here.levels)
        assert len(pids) == workers
        assert _gone(pids), "and none is left behind"


def test_answers_come_in_the_order_of_the_parts() -> None:
    """The largest is begun first; the answers do not change places."""
    jobs = [(Instance(n, (Group("all", tuple(range(n)), min=n),)), None) for n in (2, 5, 3)]
    with Workshop(2) as workshop:
        assert [answer.chosen for answer in workshop.spread(jobs)] == [(0, 1), (0, 1, 2, 3, 4), (0, 1, 2)]
        assert list(workshop.spread(jobs)) == [solve_part(part, seconds) for part, seconds in jobs]
        assert list(workshop.spread([])) == []


def test_a_process_that_dies_is_an_error_and_not_an_answer() -> None:
    """As when a native solver crashes, or the system ends it for want of memory."""
    with Workshop() as workshop:
        solve(Instance(1), spread=workshop.spread)
        (pid,) = _workers(workshop)
        threading.Timer(0.3, os.kill, (pid, signal.SIGKILL)).start()
        with pytest.raises(KernelError, match="a process that solved died"):
            solve(_endless(), spread=workshop.spread)


def _workers(workshop: Workshop) -> set[int]:
    return {cast("int", process.pid) for process in (workshop._pool._processes or {}).values()}


def _interrupted(waiting: Iterator[object]) -> None:
    """Wait for what never comes, with a Ctrl-C on its way."""
    threading.Timer(0.3, signal.raise_signal, (signal.SIGINT,)).start()
    next(waiting)


def test_leaving_ends_what_is_at_work() -> None:
    """Whatever it is busy with: nobody waits for an answer that nobody wants."""
    with Workshop(2) as workshop:
        solve(_offices(Random(2)), spread=workshop.spread)
        pids = _workers(workshop)
        waiting = iter(workshop.spread([(_endless(), None), (_endless(), None)]))
        with pytest.raises(KeyboardInterrupt):
            _interrupted(waiting)
    assert len(pids) == 2
    assert _gone(pids)


def test_what_goes_wrong_in_a_process_comes_through() -> None:
    with Workshop() as workshop, pytest.raises(AttributeError):
        list(workshop.spread([(cast("Instance", None), None)]))


def test_each_process_has_one_thread_for_linear_algebra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(THREADS, raising=False)
    with Workshop() as workshop:
        assert workshop._pool.submit(os.getenv, THREADS).result() == "1"


@pytest.mark.parametrize("error", [BlockingIOError(11, "no process"), RuntimeError("can't start new thread")], ids=repr)
def test_a_process_that_cannot_be_started_is_an_error_of_ours(
    monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    def submit(*_: object) -> None:
        raise error

    monkeypatch.setattr(ProcessPoolExecutor, "submit", submit)
    with pytest.raises(KernelError, match="could not be started"):
        Workshop()


def test_a_process_that_cannot_load_the_solvers_is_an_error_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    failed: Future[object] = Future()
    failed.set_exception(ImportError("failed to map segment from shared object"))
    with Workshop() as workshop:
        monkeypatch.setattr(workshop._pool, "submit", lambda *_: failed)
        with pytest.raises(KernelError, match="could not load"):
            solve(Instance(1), spread=workshop.spread)


PARENT = """
import sys, time
from solver.apart import Workshop
from solver.instance import Instance
from solver.solve import solve
if __name__ == "__main__":
    workshop = Workshop(2)
    solve(Instance(1), spread=workshop.spread)
    print(*[process.pid for process in workshop._pool._processes.values()], flush=True)
    time.sleep(60)
"""


def test_they_end_with_the_process_that_asked(tmp_path: Path) -> None:
    """However it ends: it is killed, and cannot say goodbye."""
    script = tmp_path / "parent.py"
    script.write_text(PARENT, encoding="utf-8")
    repo = Path(__file__).parents[2]
    environment = {**os.environ, "PYTHONPATH": str(repo)}
    with subprocess.Popen([sys.executable, str(script)], stdout=subprocess.PIPE, text=True, env=environment) as parent:
        assert parent.stdout is not None
        pids = set(map(int, parent.stdout.readline().split()))
        assert pids
        assert all(map(_works, pids))
        parent.kill()
    assert _gone(pids)
