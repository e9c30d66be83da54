"""The kernel on its own: `python -m solver INSTANCE.json --out RESULT.json [--time SECONDS]` (kern.md).

It solves in processes of their own (`--workers`; the answer is the same with any number), so that a native solver that
crashes or runs out of memory is an error and not an end. `--proof FILE` writes why nothing is better (docs/bewijs.md).

Exit codes: 0 optimal, 4 stopped at the time limit, 3 infeasible, 6 no answer in time, 2 bad input or usage, 70 an
answer of ours failed its check (or memory ran out), 130 interrupted. The result appears whole or not at all.
"""

import argparse
import contextlib
import json
import math
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from solver.apart import Workshop, cores
from solver.faults import InstanceError, KernelError
from solver.instance import Instance
from solver.loading import one_thread, room, seldom
from solver.native import undisturbed
from solver.neutral import read, rendered
from solver.solution import Status
from solver.solve import solve

EXIT_CODES = {Status.OPTIMAL: 0, Status.TIME_LIMIT: 4, Status.INFEASIBLE: 3, Status.NO_ANSWER: 6}
BAD_INPUT = 2
BROKEN = 70
INTERRUPTED = 130
MOST_WORKERS = 64
LARGE = 20_000
"""From so many options on a question may well fall apart into parts that are worth a process each."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; the exit code."""
    given = _parser().parse_args(arguments)
    try:
        room()
        seldom()
        with one_thread():
            return _run(given)
    except InstanceError as error:
        return _told(str(error), BAD_INPUT)
    except OSError as error:
        return _told(f"{error.filename or given.out}: {error.strerror}", BAD_INPUT)
    except KernelError as error:
        return _told(f"internal error, nothing was written: {error}", BROKEN)
    except MemoryError:
        return _told("out of memory, nothing was written", BROKEN)
    except KeyboardInterrupt:
        return _told("interrupted, nothing was written", INTERRUPTED)


def _run(given: argparse.Namespace) -> int:
    outputs: list[Path] = [path for path in (given.out, given.proof) if path is not None]
    for path in outputs:
        if path.exists() and (not path.is_file() or path.samefile(given.instance)):
            return _told(f"{path}: must be a file of its own", BAD_INPUT)
        if not path.parent.is_dir():
            return _told(f"{path.parent}: no such folder", BAD_INPUT)
    if len({path.resolve() for path in outputs}) < len(outputs):
        return _told("--proof: must be another file than --out", BAD_INPUT)
    instance = read(given.instance)
    with Workshop(given.workers or _fair_workers(instance)) as workshop:
        with undisturbed():  # Ctrl-C in the middle of loading numpy comes out as a fault of numpy
            import solver.parts  # noqa: F401 - loading is the point
        solution = solve(instance, seconds=given.time, spread=workshop.spread)
    if given.proof is not None:
        _write(given.proof, json.dumps(solution.proof, separators=(",", ":")) + "\n")
    _write(given.out, rendered(solution))
    return EXIT_CODES[solution.status]


def _fair_workers(instance: Instance) -> int:
    """One process for a question that is soon solved; else one a core, for parts that do not touch."""
    if instance.options < LARGE:
        return 1
    return min(cores(), MOST_WORKERS)


def _write(path: Path, text: str) -> None:
    """Write `text` to `path`, whole or not at all: beside it first, flushed to the disk, then renamed.

    A signal that comes meanwhile is heard afterwards, so that nothing stays behind.
    """
    with undisturbed():
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
        try:
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            with contextlib.suppress(FileNotFoundError):
                Path(name).unlink()
            raise


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m solver", description="Choose options within limits, best first.")
    parser.add_argument("instance", type=Path, metavar="INSTANCE.json", help="the question, in the neutral form")
    parser.add_argument("--out", type=Path, required=True, metavar="RESULT.json", help="where the answer is written")
    parser.add_argument("--time", type=_seconds, metavar="SECONDS", help="stop after about this long (default: never)")
    parser.add_argument(
        "--workers",
        type=_workers,
        metavar="N",
        help="processes that solve (default: one, for a large question one a core); the answer is the same",
    )
    parser.add_argument("--proof", type=Path, metavar="PROOF.json", help="where to write why nothing is better")
    return parser


def _workers(text: str) -> int:
    if not (text.isdecimal() and text.isascii() and 0 < int(text) <= MOST_WORKERS):
        raise argparse.ArgumentTypeError(f"must be a whole number from 1 to {MOST_WORKERS}")
    return int(text)


def _seconds(text: str) -> float:
    try:
        seconds = float(text)
    except ValueError:
        seconds = math.nan
    if not 0 < seconds < math.inf:
        raise argparse.ArgumentTypeError("must be a number of seconds above 0")
    return seconds


def _told(message: str, code: int) -> int:
    print(message, file=sys.stderr)  # noqa: T201 - the edge: here messages leave the program
    return code


if __name__ == "__main__":
    sys.exit(main())
