"""The kernel on one page: parts, limits, levels, the smallest of the best, the check.

Importing this loads no native library; the first call of `solve` does.
"""

import math
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from solver.budget import Budget
from solver.canonical import canonical
from solver.check import complaints, keeps
from solver.faults import InstanceError, KernelError, faults
from solver.instance import Instance
from solver.solution import LevelResult, Solution, Status
from solver.worth import lowest, shortest, worth

if TYPE_CHECKING:
    from solver.parts import Division, Part

Progress = Callable[[str, int, int], None]
"""Told at the start of each level (or part): its name, its number from 1, how many there are."""

Spread = Callable[[Sequence[tuple[Instance, float | None]]], Iterable["PartSolution"]]
"""Solves parts, each in its seconds, and gives their answers in the same order."""


@dataclass(frozen=True, slots=True)
class PartSolution:
    """The answer to one part, in its own numbering; of several best the one that takes the smallest options first."""

    status: Status
    chosen: tuple[int, ...] = ()
    levels: tuple[LevelResult, ...] = ()
    conflict: tuple[str, ...] = ()
    proof: Mapping[str, Any] | None = None


def solve(
    instance: Instance,
    *,
    seconds: float | None = None,
    progress: Progress | None = None,
    spread: Spread | None = None,
) -> Solution:
    """The best answer to `instance` at every level in order, and of several best the smallest sorted list (kern.md).

    `seconds` is turned once into a deterministic amount of work, so that the same limit gives the same answer on any
    machine; the clock may show somewhat more or less. `progress` hears each level begin: name, number, how many.
    `spread` solves the parts elsewhere (see `apart`); the answer is the same.

    Raises InstanceError with every fault of a bad instance, ValueError for a time that is not above 0, KernelError
    when the answer fails its check or a native solver breaks its contract, and KeyboardInterrupt on Ctrl-C.
    """
    if found := faults(instance):
        raise InstanceError(found)
    if seconds is not None and not (0 < seconds < math.inf):
        raise ValueError("seconds must be above 0")
    begun = time.perf_counter()
    solution = _solved(canonical(instance), seconds, spread or _here(progress))
    if wrong := complaints(instance, solution):
        raise KernelError("the answer fails its check: " + "; ".join(wrong))
    return replace(solution, seconds=time.perf_counter() - begun)


def _here(progress: Progress | None) -> Spread:
    """Part after part, in this process."""

    def spread(jobs: Sequence[tuple[Instance, float | None]]) -> Iterator[PartSolution]:
        for k, (part, seconds) in enumerate(jobs):
            if progress is not None and len(jobs) > 1:
                progress(f"part {k + 1}", k + 1, len(jobs))
            yield solve_part(part, seconds, progress if len(jobs) == 1 else None)

    return spread


def _solved(question: Instance, seconds: float | None, spread: Spread) -> Solution:
    """The answer by the finest division that gives one."""
    from solver.parts import divisions

    for division in divisions(question):
        answers = list(spread(_jobs(division, seconds)))
        if (solution := _assembled(question, division, answers)) is not None:
            return solution
    raise KernelError("the last division leaves something out")


def _jobs(division: "Division", seconds: float | None) -> list[tuple[Instance, float | None]]:
    """Each part with its share of the time, by size."""
    total = max(1, sum(len(part.option) for part in division.parts))
    shares = [max(1, len(part.option)) / total for part in division.parts]
    return [
        (part.instance, None if seconds is None else seconds * share)
        for part, share in zip(division.parts, shares, strict=True)
    ]


def _assembled(question: Instance, division: "Division", answers: Sequence[PartSolution]) -> Solution | None:
    """The answer to the whole; None when what was left out may change it."""
    pairs = list(zip(division.parts, answers, strict=True))
    for status in (Status.INFEASIBLE, Status.NO_ANSWER):
        for part, answer in pairs:
            if answer.status is status:
                return Solution(status, conflict=tuple(map(part.in_whole, answer.conflict)))
    chosen = tuple(sorted(part.option[o] for part, answer in pairs for o in answer.chosen))
    optimal = all(answer.status is Status.OPTIMAL for answer in answers)
    if division.left_out and not (optimal and _harmless(question, division.left_out, chosen)):
        return None
    levels = tuple(_added(question, division.left_out, chosen, [answer.levels for answer in answers]))
    return Solution(
        Status.OPTIMAL if optimal else Status.TIME_LIMIT,
        shortest(question, chosen) if optimal else chosen,
        levels,
        proof=_proof(pairs),
    )


def _harmless(question: Instance, left_out: frozenset[str], chosen: tuple[int, ...]) -> bool:
    """Whether an answer found without these limits and levels keeps them, at a value that nothing goes below."""
    levels = [level for level in question.levels if f"level:{level.name}" in left_out]
    return keeps(question, chosen) and all(worth(level, chosen) == lowest(level) for level in levels)


def _added(
    question: Instance, left_out: frozenset[str], chosen: tuple[int, ...], parts: Sequence[tuple[LevelResult, ...]]
) -> Iterator[LevelResult]:
    """The levels of the whole: sums over the parts, as far as all parts got."""
    reached, rest = True, iter(zip(*parts, strict=True))
    for level in question.levels:
        value = worth(level, chosen)
        if f"level:{level.name}" in left_out:
            yield LevelResult(level.name, value, value if reached else None, proven=reached)
            continue
        bounds = [result.bound for result in next(rest)]
        known = [bound for bound in bounds if bound is not None]
        bound = sum(known) if reached and len(known) == len(bounds) else None
        reached = bound == value
        yield LevelResult(level.name, value, bound, proven=reached)


def _proof(pairs: Sequence[tuple["Part", PartSolution]]) -> Mapping[str, Any] | None:
    """The proofs of the parts, each with the number in the whole of its options; None when one cannot be told."""
    parts = [{"options": list(part.option), **answer.proof} for part, answer in pairs if answer.proof is not None]
    return {"parts": parts} if len(parts) == len(pairs) else None


def solve_part(part: Instance, seconds: float | None, progress: Progress | None = None) -> PartSolution:
    """The answer to a canonical question as one whole."""
    from solver.conflict import conflict
    from solver.draft import limits
    from solver.found import Verdict
    from solver.levels import climbed
    from solver.proof import document
    from solver.propagation import propagated
    from solver.second import any_point
    from solver.tiebreak import greediest

    budget = Budget.of(seconds)
    program = propagated(limits(part))
    chosen: tuple[int, ...] | None = part.fixed
    if not program.admits(program.complete(part.fixed)):
        found = any_point(program, budget)
        if found.verdict is Verdict.NONE:
            clash = conflict(part, budget)
            return PartSolution(Status.NO_ANSWER) if clash is None else PartSolution(Status.INFEASIBLE, conflict=clash)
        chosen = found.chosen
    if chosen is None:
        return PartSolution(Status.NO_ANSWER)
    best = climbed(program, part.levels, chosen, budget, progress)
    proof = document(part.options, best.steps)
    if not best.proven:
        return PartSolution(Status.TIME_LIMIT, best.chosen, best.levels, proof=proof)
    chosen, proven = greediest(best, budget)
    return PartSolution(Status.OPTIMAL if proven else Status.TIME_LIMIT, chosen, best.levels, proof=proof)
