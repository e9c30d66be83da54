"""The exact separation of one knapsack: a row that whole items keep and a point in fractions breaks.

The best weights for such a row follow from a small linear question over the patterns of items that fit (Boyd 1994,
"Fenchel cutting planes for integer programs", doi:10.1287/opre.42.1.53). The patterns come one by one from dynamic
programming. The weights found in floats are only a guess: they are made whole, what the point does not use is lifted in
(Balas 1975), and the limit of the row is again the most that fits, in whole numbers.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd

import numpy as np
import numpy.typing as npt
from ortools.linear_solver.python import model_builder_helper as glop

WIDEST = 20_000
"""Knapsacks with more different fillings than this are left to simpler cuts."""

MOST_ITEMS = 200
"""Knapsacks with more items in use than this are left to simpler cuts."""

TURNS = 80
"""Most patterns that are asked for."""

PARTS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20, 30, 60, 1000)
"""Weights are tried as multiples of 1 / part; facets of small knapsacks have small ones."""

FULL = 0.6
"""A knapsack that the point fills less than this is not looked at."""

CLOSE = 1e-6


@dataclass(frozen=True, slots=True)
class Facet:
    """Whole weights, one an item, and the most that items that fit are worth together."""

    weight: tuple[int, ...]
    limit: int
    broken: float
    """By how much of its limit the point breaks it."""


def facet(size: Sequence[int], room: int, point: Sequence[float]) -> Facet | None:
    """A row over items of these sizes (above 0), of which those taken fit in `room`, that `point` breaks; else None."""
    step = gcd(*size)
    small = [s // step for s in size]
    width = room // step
    used = [i for i, x in enumerate(point) if x > CLOSE and small[i] <= width]
    if not used or width > WIDEST or len(used) > MOST_ITEMS or sum(small[i] * point[i] for i in used) < FULL * width:
        return None
    guess = _weights([small[i] for i in used], width, [point[i] for i in used])
    if guess is None:
        return None
    best: Facet | None = None
    for part in PARTS:
        whole = [int(w * part + 0.5) for w in guess]
        limit = most(whole, [small[i] for i in used], width)
        if limit:
            broken = sum(w * point[i] for w, i in zip(whole, used, strict=True)) / limit - 1
            if broken > CLOSE and (best is None or broken > best.broken + CLOSE):
                best = Facet(tuple(_lifted(whole, used, small, width, limit)), limit, broken)
    return best


def most(worth: Sequence[int], size: Sequence[int], width: int) -> int:
    """The most that items of these sizes are worth together while they fit in `width`."""
    return int(_filled(worth, size, width)[-1])


def _filled(worth: Sequence[int], size: Sequence[int], width: int) -> npt.NDArray[np.int64]:
    """For each width up to `width` the most that fits."""
    best = np.zeros(width + 1, dtype=np.int64)
    for w, s in zip(worth, size, strict=True):
        if w and s <= width:
            best[s:] = np.maximum(best[s:], best[: width + 1 - s] + w)
    return best


def _lifted(whole: Sequence[int], used: Sequence[int], size: Sequence[int], width: int, limit: int) -> list[int]:
    """The weights of all items: those in use, and of each other one the largest that keeps the limit true."""
    weights = [0] * len(size)
    for w, i in zip(whole, used, strict=True):
        weights[i] = w
    known = set(used)
    best = _filled(whole, [size[i] for i in used], width)
    for i in sorted(set(range(len(size))) - known, key=lambda i: (-size[i], i)):
        if size[i] > width:
            weights[i] = limit  # it never fits, so that nothing may stand beside it
            continue
        weights[i] = limit - int(best[width - size[i]])
        if weights[i]:
            best[size[i] :] = np.maximum(best[size[i] :], best[: width + 1 - size[i]] + weights[i])
    return weights


def _weights(size: Sequence[int], width: int, point: Sequence[float]) -> list[float] | None:
    """Weights under which every pattern is worth at most 1 and the point more, as much as can be found; else None."""
    model = glop.ModelBuilderHelper()
    for k, x in enumerate(point):
        model.add_var()
        model.set_var_lower_bound(k, 0.0)
        model.set_var_upper_bound(k, 1.0)
        model.set_var_objective_coefficient(k, x)
    model.set_maximize(maximize=True)
    best: tuple[float, list[float] | None] = (1 + CLOSE, None)
    for turn in range(TURNS):
        solver = glop.ModelSolverHelper("glop")
        solver.solve(model)
        if solver.status() != glop.SolveStatus.OPTIMAL or solver.objective_value() <= best[0]:
            break
        weights = [float(w) for w in solver.variable_values()]
        pattern = _pattern(weights, size, width)
        worth = sum(weights[k] for k in pattern)
        best = max(best, (solver.objective_value() / worth, [w / worth for w in weights]), key=lambda found: found[0])
        if worth <= 1 + CLOSE:
            break
        model.add_linear_constraint()
        model.set_constraint_upper_bound(turn, 1.0)
        for k in pattern:
            model.add_term_to_constraint(turn, k, 1.0)
    return best[1]


def _pattern(worth: Sequence[float], size: Sequence[int], width: int) -> list[int]:
    """The items that fit and are worth most together."""
    tables = [np.zeros(width + 1)]
    for w, s in zip(worth, size, strict=True):
        table = tables[-1].copy()
        if w > 0 and s <= width:
            table[s:] = np.maximum(table[s:], tables[-1][: width + 1 - s] + w)
        tables.append(table)
    items, left = [], width
    for k in range(len(size) - 1, -1, -1):
        if tables[k + 1][left] > tables[k][left]:
            items.append(k)
            left -= size[k]
    return items
