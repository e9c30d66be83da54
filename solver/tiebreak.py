"""Of several best answers the smallest sorted list of options; a list that begins another is the smaller one."""

import numpy as np

from solver.branching import explored, fair, without
from solver.budget import Budget
from solver.found import Found, Verdict
from solver.levels import Climbed
from solver.prices import priced
from solver.program import Linear, Program, Row
from solver.propagation import propagated
from solver.relaxation import relaxed
from solver.search import search
from solver.second import second
from solver.summit import summit

CHUNK = 20
"""Options settled at once; their weights, powers of two, stay well within what a relaxation keeps apart."""


def greediest(best: Climbed, budget: Budget) -> tuple[tuple[int, ...], bool]:
    """Of the answers as good as `best` the one that takes the smallest option that any takes, then the smallest after
    that, ..

    False when the budget ended before it was proven. Options are settled in order, a chunk at a time: as binary
    digits, the largest number is best.
    """
    program, chosen, step = best.program, best.chosen, len(best.steps)
    other = _other(best, budget)
    if other.verdict in (Verdict.NONE, Verdict.UNKNOWN):
        return chosen, other.verdict is Verdict.NONE
    settled = -1
    while chunk := tuple(o for o in _free(program) if o > settled)[:CHUNK]:
        digits = Linear(chunk, tuple(2**k for k in reversed(range(len(chunk)))))
        top = summit(program, digits, chosen, budget, step)
        step += 1
        program, chosen = top.program, top.chosen
        if not top.proven:
            return chosen, False
        settled = chunk[-1]
    return chosen, True


def _other(best: Climbed, budget: Budget) -> Found:
    """Another answer that is as good; the relaxation often shows one, or that none is.

    Else the last level guides the search: with "as good as this one" for a row alone, solvers lose their way.
    """
    program, chosen = best.program, best.chosen
    free = _free(program)
    taken = frozenset(chosen)
    distance = Linear(free, tuple(-1 if o in taken else 1 for o in free), sum(1 for o in free if o in taken))
    guess = relaxed(program, distance, budget)
    if priced(program, distance, guess.multipliers).bound == 0:
        return Found(Verdict.NONE)
    if (rounded := guess.rounded(program)) is not None and rounded != chosen:
        return Found(Verdict.SOME, rounded)
    differs = Row(free, tuple(-w for w in distance.weight), distance.constant - 1)
    others = propagated(program.with_rows([differs], [("differs",)]))
    last = next((k for k in reversed(range(len(best.steps))) if best.steps[k].level is not None), None)
    goal, least = (distance, 1) if last is None else (best.steps[last].objective, best.steps[last].value)
    plain = without(others, (("least", last), ("most", last)))  # asked for again, it needs no rows that keep it
    found = explored(plain, goal, least, budget, fair(plain))
    if found.chosen is not None:
        return Found(Verdict.SOME, found.chosen)
    if found.cases is not None:
        return Found(Verdict.NONE)
    searched = search(others, goal, budget)
    return second(others, budget) if searched.verdict is Verdict.NONE else searched


def _free(program: Program) -> tuple[int, ...]:
    return tuple(np.flatnonzero(program.free[: program.options]).tolist())
