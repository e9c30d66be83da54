"""What every answer that is as good has in common, where prices alone could not settle it.

A level that leaves a gap (whole people in a number of hours) is kept by a row over many weights, with which the
relaxations of later levels mix fractions of people at will. Often only one set of people reaches the value. So after
such a level it is asked, row by row "at most one" that weighs the same throughout (those of one person), what differs
between the answers that are as good; what never differs is kept by a row that leaves later relaxations nothing to mix.
"""

from dataclasses import dataclass, replace

import numpy as np

from solver.budget import Budget
from solver.cuts import packing
from solver.prices import SCALE
from solver.program import Linear, Program
from solver.proof import Paid
from solver.summit import Summit, summit

TURNS = 8
"""Most times that another answer is asked for; each shows more that is not common."""


@dataclass(frozen=True, slots=True)
class _Class:
    """Columns of which at most one is taken, that weigh the same in the objective; whether one is taken now.

    `origin` is that of the row that says "at most one", or -1 for a single column.
    """

    columns: tuple[int, ...]
    taken: bool
    origin: int = -1


def backbone(program: Program, objective: Linear, chosen: tuple[int, ...], budget: Budget, step: int) -> Summit | None:
    """Proof that no answer of `program` differs in the classes of `objective` from `chosen` but for some left out.

    None when there are no classes, when nothing is common, or when time or turns run out.
    """
    classes = _classes(program, objective, chosen)
    for _ in range(TURNS):
        if not classes or budget.spent:
            return None
        top = summit(program, _difference(classes), chosen, budget, step)
        if top.proof is None:
            return None
        if top.value == 0:
            return replace(top, proof=replace(top.proof, floor=_floor(program, classes)))
        point = program.complete(top.chosen)
        classes = [c for c in classes if bool(point[list(c.columns)].any()) == c.taken]
    return None


def _classes(program: Program, objective: Linear, chosen: tuple[int, ...]) -> list[_Class]:
    """Rows "at most one" that weigh the same throughout, and that together hold all that weighs; else nothing."""
    weight = np.zeros(len(program.lower), dtype=object)
    weight[list(objective.column)] = objective.weight
    weight[~program.free] = 0
    rows, free, taken = program.rows, set(np.flatnonzero(weight).tolist()), frozenset(chosen)
    one_of = np.flatnonzero(packing(program)).tolist()
    found: list[_Class] = []
    for r in sorted(one_of, key=lambda r: (int(rows.start[r] - rows.start[r + 1]), r)):
        columns = rows.column[rows.start[r] : rows.start[r + 1]].tolist()
        if free.issuperset(columns) and len({weight[c] for c in columns}) == 1:
            found.append(_Class(tuple(columns), not taken.isdisjoint(columns), int(rows.origin[r])))
            free -= set(columns)
    found += [_Class((c,), c in taken) for c in sorted(free)]
    return found if len(found) * 2 <= int(np.count_nonzero(weight)) else []


def _difference(classes: list[_Class]) -> Linear:
    """In how many classes an answer differs."""
    weights = {c: -1 if one.taken else 1 for one in classes for c in one.columns}
    return Linear(tuple(weights), tuple(weights.values()), sum(one.taken for one in classes))


def _floor(program: Program, classes: list[_Class]) -> Paid:
    """Why an answer never differs in less than no class: of each at most one is taken."""
    return tuple((program.origins[one.origin], SCALE) for one in classes if one.taken and one.origin >= 0)
