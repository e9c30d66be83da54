"""Checks a proof in the way docs/bewijs.md tells, in Python's own whole numbers. Shares no line with the kernel.

Whatever does not hold raises AssertionError (or Contradiction). Small and slow on purpose: it says what the page says.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from solver.instance import Instance
from solver.solution import Solution
from tests.solver.limit import (
    Bounds,
    Contradiction,
    Limit,
    Weights,
    clique,
    cover,
    least,
    most,
    packed,
    rounded,
    settle,
)
from tests.solver.meaning import Meaning, form_of, lowest, question


@dataclass(frozen=True)
class Scope:
    """What holds in a case, by number and all together, and the worth (times scale) that nothing in it may reach."""

    rows: Sequence[Limit | None]
    everything: Sequence[Limit]
    goal: Weights
    ceiling: int

    def inside(self, told: Sequence[Any], columns: Sequence[int]) -> "Scope":
        """The same in the case that any of these columns is taken."""
        some = Limit(dict.fromkeys(columns, -1), -1)
        rows = [some if each == ["above", columns] else row for each, row in zip(told, self.rows, strict=True)]
        return replace(self, rows=rows, everything=[*self.everything, some])


@dataclass
class Verifier:
    """One part of a proof, step by step. `instance` is the part's own question, in its own numbering."""

    instance: Instance
    part: Mapping[str, Any]
    kinds: Counter[str] = field(default_factory=Counter)
    """How often what was leaned on: kinds of rows, methods, and in cases: clash, settled, split."""

    def __post_init__(self) -> None:
        n = self.instance.options
        self.forms = [[form_of(form) for form in column] for column in self.part["columns"]]
        self.meaning = Meaning(self.instance, self.forms)
        columns = n + len(self.forms)
        self.bounds = Bounds([0] * columns, [1] * n + [0] * len(self.forms))
        for o in self.instance.fixed:
            self.bounds.lower[o] = 1
        for c, forms in enumerate(self.forms, start=n):
            self.bounds.lower[c] = max(self.bounds.least(w) + constant for w, constant in forms)
            self.bounds.upper[c] = max(self.bounds.most(w) + constant for w, constant in forms)
        self.always = [*self._limits(), *self._definitions()]
        self.kept: list[Limit] = []
        self.tight: dict[tuple[int, int], Limit] = {}
        self.goals: list[tuple[Weights, int]] = []

    def steps(self) -> None:
        """Every step, and what it keeps for those after it."""
        for step in self.part["steps"]:
            self.step(step)

    def step(self, step: Mapping[str, Any]) -> None:
        """Nothing is worth more than the step says; from here on everything is worth that."""
        goal, value, scale = self.meaning.objective(step), step["value"], self.part["scale"]
        self.propagate(self.bounds, [*self.always, *self.kept])
        rows = self._rows(self.bounds, goal, value)
        self.kinds[step["method"]] += 1
        reduced, bound = self.priced(self.bounds, rows, goal, step["multipliers"])
        gap = bound - scale * value
        if gap < 0:
            raise Contradiction
        if gap >= scale and step["method"] != "searches":
            assert step["cases"] is not None, "a gap, and no cases"
            bounds = self.bounds.copy()
            settle(bounds, reduced, gap - scale)
            self.case(step["cases"], bounds, self._assumed(step, rows, goal, gap - scale))
        if step["level"] is None:
            self._floor(step, rows, goal)
        self.goals.append((goal, value))
        self._keep(len(self.goals) - 1, step, rows, reduced, gap)

    def _assumed(self, step: Mapping[str, Any], rows: Sequence[Limit | None], goal: Weights, gap: int) -> Scope:
        """What would hold if something were worth one more than the step says."""
        tight = {r: _tight(rows[r], y, gap) for r, y in step["multipliers"]}
        inside = [
            tight.get(told[2]) if told[:2] == ["tight", -1] else row
            for told, row in zip(self.part["rows"], rows, strict=True)
        ]
        more = Limit({c: -w for c, w in goal.items()}, -step["value"] - 1)
        everything = [*self.always, *self.kept, *tight.values(), more, *filter(None, inside)]
        return Scope(inside, everything, goal, self.part["scale"] * (step["value"] + 1))

    def case(self, case: Mapping[str, Any], bounds: Bounds, scope: Scope) -> None:
        """Nothing within these bounds is worth the ceiling or more."""
        try:
            self.propagate(bounds, scope.everything)
            clash = case.get("clash", False)
            reduced, bound = self.priced(bounds, scope.rows, {} if clash else scope.goal, case["multipliers"])
            if bound < (0 if clash else scope.ceiling):
                self.kinds["clash" if clash else "bound"] += 1
                return
            assert not clash, "rows that were said to clash do not"
            settle(bounds, reduced, bound - scope.ceiling)
            self.propagate(bounds, scope.everything)
        except Contradiction:
            self.kinds["contradiction"] += 1
            return
        if self.part["scale"] * bounds.most(scope.goal) < scope.ceiling:
            self.kinds["settled"] += 1
            return
        assert case.get("below") is not None, "a case that is not ruled out"
        self.kinds["split"] += 1
        self._both(case, bounds, scope)

    def _both(self, case: Mapping[str, Any], bounds: Bounds, scope: Scope) -> None:
        columns, at = case["columns"], case["at"]
        below, above = bounds.copy(), bounds.copy()
        if len(columns) > 1:
            assert at == 0, "of several columns the case is: none, or any"
            self.case(case["above"], above, scope.inside(self.part["rows"], columns))
        elif at < above.upper[columns[0]]:
            above.narrow(columns[0], at + 1, above.upper[columns[0]])
            self.case(case["above"], above, scope)
        if all(below.lower[c] <= at for c in columns):
            for c in columns:
                below.narrow(c, below.lower[c], at)
            self.case(case["below"], below, scope)

    def priced(
        self, bounds: Bounds, rows: Sequence[Limit | None], goal: Weights, multipliers: Sequence[Sequence[int]]
    ) -> tuple[Weights, int]:
        """What each column loses a step, and the bound, both times the scale."""
        reduced = {c: self.part["scale"] * w for c, w in goal.items()}
        bound = 0
        for number, y in multipliers:
            row = rows[number]
            assert row is not None, f"row {self.part['rows'][number]} does not hold here"
            assert y > 0
            self.kinds[str(self.part["rows"][number][0])] += 1
            if self.part["rows"][number][0] == "column":
                self.kinds[f"column {self.part['rows'][number][2]}".rstrip("0123456789")] += 1
            bound += y * row.limit
            for c, w in row.weight.items():
                reduced[c] = reduced.get(c, 0) - y * w
        return reduced, bound + bounds.most(reduced)

    def propagate(self, bounds: Bounds, rows: Sequence[Limit]) -> None:
        """Bring bounds in by single rows and by what columns are, until nothing more follows."""
        n, changed = self.instance.options, True
        while changed:
            changed = False
            for row in rows:
                room = bounds.room(row, ())
                if room < 0:
                    raise Contradiction
                for c, w in row.weight.items():
                    low, high = bounds.lower[c], bounds.upper[c]
                    if w > 0:
                        changed |= bounds.narrow(c, low, low + room // w)
                    else:
                        changed |= bounds.narrow(c, high - room // -w, high)
            for c, forms in enumerate(self.forms, start=n):
                low = max(bounds.least(w) + constant for w, constant in forms)
                high = max(bounds.most(w) + constant for w, constant in forms)
                changed |= bounds.narrow(c, low, high)

    def _limits(self) -> Iterator[Limit]:
        for group in self.instance.groups:
            yield from (row for row in (most(group), least(group)) if row is not None)
        yield from (Limit({i: 1, j: 1}, 1) for i, j in self.instance.exclusions)

    def _definitions(self) -> Iterator[Limit]:
        for c, forms in enumerate(self.forms, start=self.instance.options):
            for k in range(len(forms)):
                yield self._below(c, k)
            if len(forms) == 1:
                yield self._above(c)

    def _below(self, column: int, k: int) -> Limit:
        weight, constant = self.forms[column - self.instance.options][k]
        return Limit({**weight, column: -1}, -constant)

    def _above(self, column: int) -> Limit:
        ((weight, constant),) = self.forms[column - self.instance.options]
        return Limit({**{c: -w for c, w in weight.items()}, column: 1}, constant)

    def _rows(self, bounds: Bounds, goal: Weights, value: int) -> list[Limit | None]:
        """Every row that is told, under these bounds; None where it does not hold (yet, or outside a case)."""
        rows: list[Limit | None] = []
        for told in self.part["rows"]:
            rows.append(self._row(told, rows, bounds, goal, value))
        return rows

    def _row(
        self, told: Sequence[Any], rows: Sequence[Limit | None], bounds: Bounds, goal: Weights, value: int
    ) -> Limit | None:
        match told:
            case ["max", name]:
                return most(next(g for g in self.instance.groups if g.name == name))
            case ["min", name]:
                return least(next(g for g in self.instance.groups if g.name == name))
            case ["exclusion", i, j]:
                assert (i, j) in self.instance.exclusions or (j, i) in self.instance.exclusions
                return Limit({i: 1, j: 1}, 1)
            case ["column", c, "below"]:
                return self._above(c)
            case ["column", c, k]:
                return self._below(c, 0 if k == "above" else k)
            case ["rounded", r, divisor]:
                return _from(rows, [r], lambda row: rounded(row[r], divisor, bounds))
            case ["cover", r, items]:
                return _from(rows, [r, *(q for q, _ in items if q >= 0)], lambda row: cover(row[r], items, row, bounds))
            case ["packed", r, items]:
                needed = [r, *(q for q, _, _ in items if q >= 0)]
                return _from(rows, needed, lambda row: packed(row[r], items, row, bounds))
            case ["clique", columns, shown]:
                return _from(rows, shown, lambda row: clique(columns, row, bounds))
            case ["tight", t, r]:
                return self.tight.get((t, r))
            case ["least", -1]:
                return Limit({c: -w for c, w in goal.items()}, -value - 1)
            case ["least", t]:
                return self._reached(t, -1)
            case ["most", t]:
                return self._reached(t, 1)
            case ["above", _]:
                return None
        raise AssertionError(f"an unknown row: {told}")

    def _reached(self, step: int, sign: int) -> Limit | None:
        if step >= len(self.goals):
            return None
        goal, value = self.goals[step]
        return Limit({c: sign * w for c, w in goal.items()}, sign * value)

    def _floor(self, step: Mapping[str, Any], rows: Sequence[Limit | None], goal: Weights) -> None:
        """A step between levels: no answer has less either, so what it counts never differs."""
        _, bound = self.priced(self.bounds, rows, {c: -w for c, w in goal.items()}, step["floor"])
        assert bound // self.part["scale"] <= -step["value"]

    def _keep(self, t: int, step: Mapping[str, Any], rows: Sequence[Limit | None], reduced: Weights, gap: int) -> None:
        settle(self.bounds, reduced, gap)
        for r, y in step["multipliers"]:
            self.tight[t, r] = _tight(rows[r], y, gap)
            self.kept.append(self.tight[t, r])
        goal, value = self.goals[t]
        self.kept += [Limit(goal, value), Limit({c: -w for c, w in goal.items()}, -value)]


def _from(
    rows: Sequence[Limit | None], needed: Sequence[int], made: Callable[[dict[int, Limit]], Limit | None]
) -> Limit | None:
    """A row that follows from others, once all of these hold."""
    known = {r: row for r in needed if (row := rows[r]) is not None}
    return made(known) if len(known) == len(set(needed)) else None


def _tight(row: Limit | None, y: int, gap: int) -> Limit:
    """What a row with multiplier y may leave of its room: the row the other way round."""
    assert row is not None
    return Limit({c: -w for c, w in row.weight.items()}, gap // y - row.limit)


def verified(instance: Instance, solution: Solution) -> Counter[str]:
    """The whole proof of a solution, held against the question and the answer; what was leaned on, how often."""
    proof = json.loads(json.dumps(solution.proof))
    assert sorted(o for part in proof["parts"] for o in part["options"]) == list(range(instance.options))
    kinds: Counter[str] = Counter()
    worths: dict[str, list[int]] = defaultdict(list)
    for part in proof["parts"]:
        verifier = Verifier(question(instance, part["options"]), part, kinds)
        verifier.steps()
        chosen = [k for k, o in enumerate(part["options"]) if o in solution.chosen]
        for step in part["steps"]:
            assert verifier.meaning.reached(step, chosen) == step["value"]
            if step["level"] is not None:
                worths[step["level"]].append(verifier.meaning.worth(step))
    proven = [level for level, result in zip(instance.levels, solution.levels, strict=True) if result.proven]
    for level in proven:
        value = next(result.value for result in solution.levels if result.name == level.name)
        if level.name not in worths:  # left out, and at a value that nothing goes below
            assert value == lowest(level)
            kinds["left out"] += 1
        else:
            assert len(worths[level.name]) == len(proof["parts"])
            assert sum(worths[level.name]) == value
    return kinds
