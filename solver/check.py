"""The independent check: does an answer keep every limit, and is each level worth what the answer says?

Written from kern.md alone, in whole numbers; it shares the data types with the solving and not a line of its code.
"""

from collections.abc import Iterator
from itertools import pairwise

from solver.instance import Form, Instance, Level, Sense
from solver.solution import LevelResult, Solution, Status


def complaints(instance: Instance, solution: Solution) -> tuple[str, ...]:
    """Everything in `solution` that cannot be right for `instance`; empty when it passes.

    What it cannot know is whether a bound is true; it does check that bounds, values, `proven` and status agree.
    """
    if solution.status in (Status.INFEASIBLE, Status.NO_ANSWER):
        return tuple(_without_answer(instance, solution))
    chosen = solution.chosen
    if any(not 0 <= o < instance.options for o in chosen) or any(a >= b for a, b in pairwise(chosen)):
        return ("chosen is not a sorted list of different options",)
    return (*_limits(instance, frozenset(chosen)), *_levels(instance, solution))


def keeps(instance: Instance, chosen: tuple[int, ...]) -> bool:
    """Whether a choice of options keeps every limit."""
    return next(_limits(instance, frozenset(chosen)), None) is None


def _without_answer(instance: Instance, solution: Solution) -> Iterator[str]:
    if solution.chosen or solution.levels:
        yield f"status {solution.status} carries an answer"
    if solution.status is Status.NO_ANSWER:
        if solution.conflict:
            yield "no_answer carries a conflict"
        return
    known = {group.name for group in instance.groups} | {f"fixed:{o}" for o in instance.fixed}
    known |= {f"exclusion:{min(pair)}-{max(pair)}" for pair in instance.exclusions}
    if not solution.conflict or len(set(solution.conflict)) != len(solution.conflict):
        yield "the conflict is empty or names something twice"
    if unknown := set(solution.conflict) - known:
        yield f"the conflict names what does not exist: {sorted(unknown)}"


def _limits(instance: Instance, chosen: frozenset[int]) -> Iterator[str]:
    for group in instance.groups:
        total = sum(weight for o, weight in zip(group.option, group.weight, strict=True) if o in chosen)
        if group.max is not None and total > group.max:
            yield f"group {group.name}: {total} is above max {group.max}"
        if group.min is not None and total < group.min:
            yield f"group {group.name}: {total} is below min {group.min}"
    for first, second in instance.exclusions:
        if first in chosen and second in chosen:
            yield f"exclusion {first}-{second}: both are chosen"
    for o in instance.fixed:
        if o not in chosen:
            yield f"fixed {o}: is not chosen"


def _levels(instance: Instance, solution: Solution) -> Iterator[str]:
    results = solution.levels
    if [result.name for result in results] != [level.name for level in instance.levels]:
        yield "the levels of the answer are not those of the instance"
        return
    if solution.conflict:
        yield "an answer carries a conflict"
    chosen = frozenset(solution.chosen)
    for level, result in zip(instance.levels, results, strict=True):
        yield from _level(level, result, chosen)
    reached = [result.bound is not None for result in results]
    proven = [result.proven for result in results]
    if solution.status is Status.OPTIMAL and not all(proven):
        yield "optimal, yet a level is not proven"
    if any(later and not earlier for earlier, later in pairwise(proven)):
        yield "a level is proven after one that is not"
    if any(later and not earlier for earlier, later in zip(proven, reached[1:], strict=False)):
        yield "a level carries a bound though the one before it is not proven"


def _level(level: Level, result: LevelResult, chosen: frozenset[int]) -> Iterator[str]:
    worth = _worth(level, chosen)
    if worth != result.value:
        yield f"level {level.name}: is worth {worth}, not {result.value}"
    if result.proven and result.bound != result.value:
        yield f"level {level.name}: proven, yet value and bound differ"
    if result.bound is not None:
        beyond = result.value > result.bound if level.sense == Sense.MAX else result.value < result.bound
        if beyond:
            yield f"level {level.name}: value {result.value} is beyond its bound {result.bound}"


def _worth(level: Level, chosen: frozenset[int]) -> int:
    if level.value is not None:
        return sum(level.value[o] for o in sorted(chosen))
    return sum(max(_size(form, chosen) for form in term) for term in level.terms or ())


def _size(form: Form, chosen: frozenset[int]) -> int:
    counted = (weight for o, weight in zip(form.option, form.weight, strict=True) if o in chosen)
    return sum(counted, start=form.constant)
