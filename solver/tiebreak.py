"""Of several best answers the smallest sorted list of options; a list that begins another is the smaller one."""

from solver.budget import Budget
from solver.prices import priced, worth_at_least
from solver.program import Linear, Program
from solver.propagation import propagated
from solver.relaxation import relaxed
from solver.search import Found, Verdict, any_point
from solver.summit import summit

CHUNK = 20
"""Options settled at once; their weights, powers of two, stay well within what a relaxation keeps apart."""


def smallest(program: Program, chosen: tuple[int, ...], budget: Budget) -> tuple[tuple[int, ...], bool]:
    """The smallest list among the points of `program`, from the one in `chosen`, and whether that is proven.

    While the list so far is no answer by itself it must go on, and best with the smallest option that any answer
    goes on with. So options are settled in order, a chunk at a time: as binary digits, the largest number is best.
    As soon as the list so far is an answer, nothing smaller exists.
    """
    other = _other(program, chosen, budget)
    if other.verdict in (Verdict.NONE, Verdict.UNKNOWN):
        return chosen, other.verdict is Verdict.NONE
    chosen = chosen if other.chosen is None else min(chosen, other.chosen)
    open_still, settled, tried = program, -1, 0
    while True:
        known = tuple(o for o in chosen if o <= settled)
        for size in range(tried, len(known) + 1):
            if program.admits(program.complete(known[:size])):
                return known[:size], True
        tried = len(known) + 1
        chunk = tuple(o for o in _free(open_still) if o > settled)[:CHUNK]
        digits = Linear(chunk, tuple(2**k for k in reversed(range(len(chunk)))))
        top = summit(open_still, digits, chosen, budget)
        open_still, chosen = top.program, top.chosen
        if not top.proven:
            return chosen, False
        settled = chunk[-1] if chunk else program.options


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
    return any_point(propagated(worth_at_least(program, distance, prices, 1)), budget)


def _free(program: Program) -> tuple[int, ...]:
    return tuple(o for o in range(program.options) if program.lower[o] < program.upper[o])
