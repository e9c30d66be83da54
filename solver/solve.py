"""The kernel on one page: limits, levels, the smallest of the best, the check.

Importing this loads no native library; the first call of `solve` does.
"""

import math
import time
from collections.abc import Callable
from dataclasses import replace

from solver.budget import Budget
from solver.canonical import canonical
from solver.check import complaints
from solver.faults import InstanceError, KernelError, faults
from solver.instance import Instance
from solver.solution import Solution, Status


def solve(
    instance: Instance, *, seconds: float | None = None, progress: Callable[[str, int, int], None] | None = None
) -> Solution:
    """The best answer to `instance` at every level in order, and of several best the smallest sorted list (kern.md).

    `seconds` is turned once into a deterministic amount of work, so that the same limit gives the same answer on any
    machine; the clock may show somewhat more or less. `progress` hears each level begin: name, number, how many.

    Raises InstanceError with every fault of a bad instance, ValueError for a time that is not above 0, KernelError
    when the answer fails its check or a native solver breaks its contract, and KeyboardInterrupt on Ctrl-C.
    """
    if found := faults(instance):
        raise InstanceError(found)
    if seconds is not None and not (0 < seconds < math.inf):
        raise ValueError("seconds must be above 0")
    begun = time.perf_counter()
    solution = _solved(canonical(instance), Budget.of(seconds), progress)
    if wrong := complaints(instance, solution):
        raise KernelError("the answer fails its check: " + "; ".join(wrong))
    return replace(solution, seconds=time.perf_counter() - begun)


def _solved(question: Instance, budget: Budget, progress: Callable[[str, int, int], None] | None) -> Solution:
    from solver.conflict import conflict
    from solver.levels import climbed
    from solver.program import limits
    from solver.propagation import propagated
    from solver.search import Verdict, any_point
    from solver.tiebreak import smallest

    program = propagated(limits(question))
    chosen: tuple[int, ...] | None = question.fixed
    if not program.admits(program.complete(question.fixed)):
        found = any_point(program, budget)
        if found.verdict is Verdict.NONE:
            clash = conflict(question, budget)
            return Solution(Status.NO_ANSWER) if clash is None else Solution(Status.INFEASIBLE, conflict=clash)
        chosen = found.chosen
    if chosen is None:
        return Solution(Status.NO_ANSWER)
    best = climbed(program, question.levels, chosen, budget, progress)
    if not best.proven:
        return Solution(Status.TIME_LIMIT, best.chosen, best.levels)
    chosen, proven = smallest(best.program, best.chosen, budget)
    return Solution(Status.OPTIMAL if proven else Status.TIME_LIMIT, chosen, best.levels)
