"""Calls into native solvers that Ctrl-C can stop."""

import threading
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

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
