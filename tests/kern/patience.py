"""An end to waiting: a test of the kernel that hangs fails by itself, instead of holding up all others."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

PATIENCE = 60
"""Seconds; hundreds of times what the instances of these programmes take."""


@contextmanager
def patience(seconds: float = PATIENCE) -> Iterator[None]:
    """Raise TimeoutError in the main thread when the block takes longer; the kernel stops its native solvers then."""

    def enough(_number: int, _frame: FrameType | None) -> None:
        raise TimeoutError(f"no answer within {seconds} s")

    before = signal.signal(signal.SIGALRM, enough)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
