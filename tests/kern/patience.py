"""An end to waiting: a test of the kernel that hangs fails by itself, instead of holding up all others."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

PATIENCE = 60
"""Seconds of processor time; tens of times what the instances of these programmes take."""

STALLED = 600
"""Seconds by the clock, for what waits without working; long, since others may work on the same cores."""


@contextmanager
def patience(seconds: float = PATIENCE) -> Iterator[None]:
    """Raise TimeoutError in the main thread when the block takes longer; the kernel stops its native solvers then."""

    def enough(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"no answer within {seconds} s")

    timers = {signal.SIGPROF: (signal.ITIMER_PROF, seconds), signal.SIGALRM: (signal.ITIMER_REAL, STALLED)}
    before = {number: signal.signal(number, enough) for number in timers}
    for timer, length in timers.values():
        signal.setitimer(timer, length)
    try:
        yield
    finally:
        for timer, _ in timers.values():
            signal.setitimer(timer, 0)
        for number, handler in before.items():
            signal.signal(number, handler)
