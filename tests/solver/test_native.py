"""Native calls: their results and failures come through, and Ctrl-C stops them."""

import signal
import threading
import time

import pytest

from solver.native import interruptible


def test_the_result_comes_through() -> None:
    assert interruptible(lambda: 7, lambda: None) == 7


def test_a_failure_comes_through() -> None:
    def fail() -> int:
        raise MemoryError("as a native solver does")

    with pytest.raises(MemoryError, match="as a native solver does"):
        interruptible(fail, lambda: None)


def test_off_the_main_thread_it_is_a_plain_call() -> None:
    seen: list[bool] = []
    inside = threading.Thread(
        target=lambda: interruptible(lambda: seen.append(threading.current_thread() is inside), lambda: None)
    )
    inside.start()
    inside.join()
    assert seen == [True]


def test_an_interrupt_stops_the_call_and_goes_on_upwards() -> None:
    """The call ends only when it is told to; a first stop, before the solver listens, is lost as it is in CP-SAT."""
    told: list[float] = []
    ended = threading.Event()

    def work() -> None:
        while len(told) < 2:
            time.sleep(0.001)
        ended.set()

    def interrupted() -> None:
        threading.Timer(0.1, signal.raise_signal, (signal.SIGINT,)).start()
        interruptible(work, lambda: told.append(time.monotonic()))

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert ended.is_set()
