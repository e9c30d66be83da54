"""Counts that are the same in every answer that is as good, shown by prices alone.

A level of terms over counts (how many in each gemeente) leaves a gap when the best counts in fractions lie between
whole ones. The row that keeps such a level lets every later relaxation take the fractions again; but seldom can a count
move by as much as one. Where it cannot, it is kept as the number that it is.
"""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from solver.branching import counts_options, paid
from solver.budget import Budget
from solver.prices import Prices, priced
from solver.program import Linear, Program
from solver.proof import Method, Proven, Step
from solver.propagation import propagated
from solver.relaxation import relaxed


def counted(program: Program, chosen: tuple[int, ...], budget: Budget) -> Iterator[tuple[Program, Step]]:
    """For each count that prices settle the program with it settled, and the step that shows it."""
    for k, auxiliary in enumerate(program.auxiliaries):
        column = program.options + k
        if not (program.free[column] and counts_options(auxiliary)):
            continue
        value = int(program.complete(chosen)[column])
        up, down = (_priced(program, Linear((column,), (sign,)), budget) for sign in (1, -1))
        if (up.bound, down.bound) != (value, -value):
            continue
        proof = Proven(paid(program, up), Method.PRICES, floor=paid(program, down))
        at = np.arange(len(program.lower)) == column
        lower, upper = np.where(at, value, program.lower), np.where(at, value, program.upper)
        program = propagated(replace(program, lower=lower, upper=upper))
        yield program, Step(None, Linear((column,), (1,)), value, proof, program.origins, program.auxiliaries)


def _priced(program: Program, objective: Linear, budget: Budget) -> Prices:
    return priced(program, objective, relaxed(program, objective, budget).multipliers)
