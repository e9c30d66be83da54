"""A good answer from a relaxation: what it takes (almost) whole is taken, what follows is filled in, and again."""

from dataclasses import replace

import numpy as np

from solver.budget import Budget
from solver.program import Floats, Linear, Program
from solver.propagation import propagated
from solver.relaxation import relaxed

ALMOST = 0.9
"""What the relaxation takes at least so much of is taken."""

DEEPEST = 40
"""Most times that something is taken."""


def dived(program: Program, objective: Linear, point: Floats, budget: Budget) -> tuple[int, ...] | None:
    """An answer near `point`, a relaxed one of `program`, that is good for `objective`; None when the way is blocked.

    One wrong turn is taken back: when taking something leaves nothing, the most doubtful of it is left out instead.
    """
    for _ in range(DEEPEST):
        taken = _taken(program, point)
        if not len(taken):
            return None
        lower = program.lower.copy()
        lower[taken] = 1
        following = propagated(replace(program, lower=lower))
        if following.hopeless:
            upper = program.upper.copy()
            upper[taken[np.argmin(point[taken])]] = 0
            following = propagated(replace(program, upper=upper))
        if following.hopeless or budget.spent:
            return None
        guess = relaxed(following, objective, budget)
        if guess.point is None:
            return None
        if (chosen := guess.rounded(following)) is not None:
            return chosen
        program, point = following, guess.point
    return None


def _taken(program: Program, point: Floats) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """The free options that the point takes almost whole; without any, the one that it takes most of."""
    share = np.where(program.free[: program.options], point[: program.options], 0.0)
    whole = np.flatnonzero(share >= ALMOST)
    return whole if len(whole) or share.max(initial=0.0) <= 0 else np.array([np.argmax(share)])
