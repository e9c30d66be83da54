"""Every choice tried, where options are few and numbers are beyond what solvers keep apart.

Numbers in words come with carries, over which CP-SAT can go on without end on a handful of options. In whole numbers of
our own, in two ways that have nothing in common but the rows: as far as propagation leaves choices, and each by itself.
"""

from dataclasses import replace
from itertools import compress, product

import numpy as np

from solver.budget import Budget
from solver.found import Found, Verdict
from solver.program import Linear, Program
from solver.propagation import propagated

PLAIN = 10**9
"""With numbers beyond this, floats cannot tell neighbours apart."""

FEW = 12
"""Options of which every choice is tried."""

WORK_A_CHOICE = 2e-4
"""What it costs to try one choice of options, or of some of them."""


def plain(program: Program) -> bool:
    """Whether floats can tell neighbours apart among the numbers of the rows."""
    rows = program.rows
    return bool(max(np.abs(rows.weight).max(initial=0), np.abs(rows.limit).max(initial=0)) <= PLAIN)


def small(program: Program) -> bool:
    """Whether every choice can be tried, and that is the better way."""
    return int(np.count_nonzero(program.free[: program.options])) <= FEW and not plain(program)


def tried(program: Program, objective: Linear | None, budget: Budget) -> Found:
    """The point with the largest `objective`, or without one any point: the choices that propagation leaves."""
    left = [program]
    best: tuple[int, tuple[int, ...]] | None = None
    while left and not budget.spent:
        budget.spend(WORK_A_CHOICE)
        here = propagated(left.pop())
        if here.hopeless:
            continue
        free = np.flatnonzero(here.free[: here.options])
        if len(free):
            lower, upper = here.lower.copy(), here.upper.copy()
            lower[free[0]], upper[free[0]] = 1, 0
            left += [replace(here, upper=upper), replace(here, lower=lower)]
            continue
        chosen = tuple(np.flatnonzero(here.lower[: here.options]).tolist())
        point = program.complete(chosen)
        if program.admits(point):
            if objective is None:
                return Found(Verdict.SOME, chosen)
            worth = objective.at(point)
            best = (worth, chosen) if best is None or worth > best[0] else best
    if best is None:
        return Found(Verdict.UNKNOWN if left else Verdict.NONE)
    return Found(Verdict.SOME if left else Verdict.BEST, best[1])


def every(program: Program, budget: Budget) -> Found:
    """Any point: each choice by itself."""
    options = np.arange(program.options)
    sure = options[program.lower[: program.options] == 1].tolist()
    free = options[program.free[: program.options]].tolist()
    for taken in product((True, False), repeat=len(free)):
        if budget.spent:
            return Found(Verdict.UNKNOWN)
        budget.spend(WORK_A_CHOICE)
        chosen = tuple(sorted((*sure, *compress(free, taken))))
        if program.admits(program.complete(chosen)):
            return Found(Verdict.SOME, chosen)
    return Found(Verdict.NONE)
