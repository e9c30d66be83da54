"""Another complete way to an answer: SCIP's branch and cut, level by level, each kept as a row for the next.

The kernel bounds by prices, searches a core with CP-SAT and keeps a level by what its prices settle; this does none of
that. SCIP counts in floats, so what it gives is rounded, tried against every limit and counted in whole numbers.
"""

from __future__ import annotations

from collections.abc import Sequence

from ortools.linear_solver.python import model_builder as mb

from solver.instance import Group, Instance, Level, Sense


def by_levels(instance: Instance) -> list[int] | None:
    """The value of every level, best one after the other; None when there is no answer."""
    model = mb.Model()  # type: ignore[no-untyped-call]
    taken = [model.new_bool_var(f"x{o}") for o in range(instance.options)]
    for group in instance.groups:
        _limit(model, taken, group)
    for i, j in instance.exclusions:
        model.add(_sum([taken[i], taken[j]], [1, 1]) <= 1)
    for o in instance.fixed:
        model.add(taken[o] >= 1)
    values = []
    for level in instance.levels:
        goal = _goal(model, taken, level)
        (model.minimize if level.sense is Sense.MIN else model.maximize)(goal)
        chosen = _solved(model, taken)
        if chosen is None:
            return None
        _assert_kept(instance, chosen)
        values.append(worth(level, chosen))
        model.add(goal <= values[-1] if level.sense is Sense.MIN else goal >= values[-1])
    return values


def worth(level: Level, chosen: frozenset[int]) -> int:
    """The value of a level, from its meaning."""
    if level.value is not None:
        return sum(level.value[o] for o in chosen)
    return sum(
        max(f.constant + sum(w for o, w in zip(f.option, f.weight, strict=True) if o in chosen) for f in term)
        for term in level.terms or ()
    )


def _limit(model: mb.Model, taken: Sequence[mb.Variable], group: Group) -> None:
    total = _sum([taken[o] for o in group.option], group.weight)
    if group.max is not None:
        model.add(total <= group.max)
    if group.min is not None:
        model.add(total >= group.min)


def _goal(model: mb.Model, taken: Sequence[mb.Variable], level: Level) -> mb.LinearExpr:
    if level.value is not None:
        return _sum(taken, level.value)
    peaks = []
    for k, term in enumerate(level.terms or ()):
        peak = model.new_num_var(-1e15, 1e15, f"{level.name} {k}")
        for form in term:
            model.add(peak >= _sum([taken[o] for o in form.option], form.weight) + form.constant)
        peaks.append(peak)
    return _sum(peaks, [1] * len(peaks))


def _sum(variables: Sequence[mb.Variable], weight: Sequence[int]) -> mb.LinearExpr:
    return mb.LinearExpr.weighted_sum(list(variables), list(map(float, weight)))


def _solved(model: mb.Model, taken: Sequence[mb.Variable]) -> frozenset[int] | None:
    solver = mb.ModelSolver("SCIP")
    status = solver.solve(model)
    if status == mb.SolveStatus.INFEASIBLE:
        return None
    assert status == mb.SolveStatus.OPTIMAL, status
    return frozenset(o for o, variable in enumerate(taken) if solver.value(variable) > 0.5)


def _assert_kept(instance: Instance, chosen: frozenset[int]) -> None:
    """SCIP may bend a limit by a millionth of it; rounded, its answer must keep each in whole numbers."""
    for group in instance.groups:
        total = sum(w for o, w in zip(group.option, group.weight, strict=True) if o in chosen)
        assert group.max is None or total <= group.max, group.name
        assert group.min is None or total >= group.min, group.name
    assert not any(i in chosen and j in chosen for i, j in instance.exclusions)
    assert chosen.issuperset(instance.fixed)
