"""Solving in processes of their own, which can be killed and can die without taking anything along.

A native solver that crashes, or that the system kills for want of memory, ends its own process; here that is one
KernelError, and never an answer that looks whole. Parts that do not touch are spread over the processes; the answer is
the same with any number of them. The processes start at once, so that they load while the question is still being
made, and end with this one, however it ends.
"""

import contextlib
import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import connection, get_context, parent_process
from types import TracebackType

from solver.faults import KernelError
from solver.instance import Instance
from solver.loading import bare, one_thread, seldom
from solver.native import undisturbed
from solver.solve import PartSolution, solve_part

BEAT = 0.05
"""Seconds between two looks at whether the user wants to stop."""

DIED = "a process that solved died: the native solver crashed, or there was not enough memory"
NOT_BEGUN = "a process to solve in could not be started"
NOT_LOADED = "a process could not load what it solves with"


def cores() -> int:
    """Processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Workshop:
    """So many processes, ready to solve parts. Use it as a context; `spread` is what `solve` asks for."""

    def __init__(self, workers: int = 1) -> None:
        """Start the processes; they load the solvers by themselves. Raises KernelError where the system has no room."""
        self._pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin)
        try:
            with undisturbed(), one_thread(), bare():  # Ctrl-C is for the one that asks, from the first moment
                self._warming = [self._pool.submit(_load) for _ in range(workers)]
        except (OSError, RuntimeError) as error:  # no process, no thread
            self.__exit__(None, None, None)
            raise KernelError(NOT_BEGUN) from error

    def __enter__(self) -> "Workshop":
        """The workshop itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the processes, in the middle of their work if need be."""
        for process in list((self._pool._processes or {}).values()):  # noqa: SLF001 - the pool has no way to kill
            with contextlib.suppress(ProcessLookupError):
                process.kill()
        self._pool.shutdown(wait=True, cancel_futures=True)

    def spread(self, jobs: Sequence[tuple[Instance, float | None]]) -> Iterator[PartSolution]:
        """Solve each part in its seconds, the largest first; the answers in the order of the parts.

        Raises KernelError when a process died or could not load the solvers, MemoryError when one ran out of memory.
        """
        order = sorted(range(len(jobs)), key=lambda k: -jobs[k][0].options)
        try:
            futures = {k: self._pool.submit(solve_part, *jobs[k]) for k in order}
            for k in range(len(jobs)):
                yield _awaited(futures[k])
        except BrokenProcessPool as error:
            raise KernelError(DIED) from error
        except ImportError as error:
            raise KernelError(NOT_LOADED) from error


def _awaited(future: Future[PartSolution]) -> PartSolution:
    """The result, heard of in beats: a wait without end would not hear Ctrl-C on every system."""
    while True:
        with contextlib.suppress(TimeoutError):
            return future.result(timeout=BEAT)


def _begin() -> None:
    """In a new process: leave Ctrl-C to the one that asks, and end when that one is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    seldom()
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        connection.wait([parent.sentinel])
        os._exit(1)


def _load() -> None:
    """Load what solving needs, before there is anything to solve."""
    import solver.conflict
    import solver.levels
    import solver.tiebreak  # noqa: F401 - loading is the point
