"""What numpy and the native solvers need before they are loaded: room, no more than one thread each, and nothing else.

Importing this loads nothing.
"""

import gc
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

ROOM = 2**29
"""Bytes of address space: what loading takes (some 270 MB), and as much again to begin with."""

THREADS = "OPENBLAS_NUM_THREADS"
"""How many threads OpenBLAS, which comes with numpy, starts: unless this says otherwise one for each core."""

SELDOM = 50_000, 20, 20
"""When Python looks for rings of values that nobody uses: loading and solving make many values, hardly ever those."""


def seldom() -> None:
    """Let this process look for rings of values seldom; it costs a large question some 4 % of its time."""
    gc.set_threshold(*SELDOM)


def room() -> None:
    """Raise MemoryError when the system does not give this process the room to load in.

    Asked beforehand, because a native library that finds too little says that it is broken, or ends the process.
    """
    _ = bytes(ROOM)  # zeros that nobody looks at are promised by the system, but never laid out


@contextmanager
def one_thread() -> Iterator[None]:
    """Whatever is loaded here, or in processes that are started here, has one thread for linear algebra.

    There is none to speak of, and threads that wait for it keep cores busy that other processes need, and take 40 MB
    of address space each. Who says otherwise in the environment is obeyed.
    """
    if THREADS in os.environ:
        yield
        return
    os.environ[THREADS] = "1"
    try:
        yield
    finally:
        del os.environ[THREADS]


@contextmanager
def bare() -> Iterator[None]:
    """Processes that are started here do not load the program again that starts them, only what they are asked for."""
    program = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = program
