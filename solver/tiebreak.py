"""Of several best answers the smallest sorted list of options; a list that begins another is the smaller one."""

import numpy as np

from solver.branching import explored, fair
from solver.budget import Budget
from solver.prices import priced, worth_at_least
from solver.program import Linear, Program
from solver.propagation import propagated
from solver.relaxation import relaxed
from solver.search import Found, Verdict
from solver.second import any_point
from solver.summit import summit

CHUNK = 20
"""Options settled at once; their weights, powers of two, stay well within what a relaxation keeps apart."""


def greediest(program: Program, chosen: tuple[int, ...], budget: Budget) -> tuple[tuple[int, ...], bool]:
    """The point of `program` that takes the smallest option that any point takes, then the smallest after that, ..

    `chosen` is a point to start from; False when the budget ended before it was proven. Options are settled in
    order, a chunk at a time: as binary digits, the largest number is best.
    """
    other = _other(program, chosen, budget)
    if other.verdict in (Verdict.NONE, Verdict.UNKNOWN):
        return chosen, other.verdict is Verdict.NONE
    settled = -1
    while chunk := tuple(o for o in _free(program) if o > settled)[:CHUNK]:
        digits = Linear(chunk, tuple(2**k for k in reversed(range(len(chunk)))))
        top = summit(program, digits, chosen, budget)
        program, chosen = top.program, top.chosen
        if not top.proven:
            return chosen, False
        settled = chunk[-1]
    return chosen, True


def _other(program: Program, chosen: tuple[int, ...], budget: Budget) -> Found:
    """Another answer than this one, at a distance of 1 or more; the relaxation often shows one, or that none is."""
    free = _free(program)
    taken = frozenset(chosen)
    distance = Linear(free, tuple(-1 if o in taken else 1 for o in free), sum(1 for o in free if o in taken))
    guess = relaxed(program, distance, budget)
    prices = priced(program, distance, guess.multipliers)
    if prices.bound == 0:
        return Found(Verdict.NONE)
    if (rounded := guess.rounded(program)) is not None and rounded != chosen:
        return Found(Verdict.SOME, rounded)
    core = propagated(worth_at_least(program, distance, prices, 1))
    found = explored(core, distance, 1, budget, fair(core))
    if found.chosen is not None:
        return Found(Verdict.SOME, found.chosen)
    return Found(Verdict.NONE) if found.cases is not None else any_point(core, budget)


def _free(program: Program) -> tuple[int, ...]:
    return tuple(np.flatnonzero(program.free[: program.options]).tolist())
