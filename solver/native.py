"""Calls into native solvers that Ctrl-C can stop, and moments that it cannot."""

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from typing import TypeVar

T = TypeVar("T")

SIGNALS = (signal.SIGINT, signal.SIGTERM)

BEAT = 0.05
"""Seconds between two looks at whether the user wants to stop."""


def interruptible(call: Callable[[], T], stop: Callable[[], object]) -> T:
    """The result of `call`, run beside the main thread so that KeyboardInterrupt arrives while it works.

    On any interruption `stop` is called, which must make `call` return soon; the interruption goes on upwards and
    the result is lost on purpose. Off the main thread, where no signal arrives, `call` is simply called.
    """
    if threading.current_thread() is not threading.main_thread():
        return call()
    results: list[T] = []
    failures: list[BaseException] = []
    done = threading.Event()  # not Thread.join: in Python 3.11 a join that is interrupted takes the thread for ended

    def run() -> None:
        try:
            results.append(call())
        except BaseException as failure:  # noqa: BLE001 - carried over to the calling thread below
            failures.append(failure)
        finally:
            done.set()

    threading.Thread(target=run, daemon=True).start()
    try:
        while not done.wait(BEAT):
            pass
    except BaseException:
        while not done.is_set():  # a stop that comes before the solver has begun is lost, so ask again
            stop()
            done.wait(BEAT)
        raise
    if failures:
        raise failures[0]
    return results[0]


@contextlib.contextmanager
def undisturbed() -> Iterator[None]:
    """Ctrl-C and SIGTERM wait until this is done; processes that are started here never hear Ctrl-C.

    Handlers that only remember, because a mask holds for one thread and the native libraries have others; and a mask,
    because that is what a new process takes over. Off the main thread, where no signal is handled, nothing is done.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard: list[int] = []
    before = {number: signal.signal(number, lambda number, _: heard.append(number)) for number in SIGNALS}
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, SIGNALS) if hasattr(signal, "pthread_sigmask") else None
    try:
        yield
    finally:
        if mask is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        for number, handler in before.items():
            signal.signal(number, handler)
        if heard:
            signal.raise_signal(heard[0])
