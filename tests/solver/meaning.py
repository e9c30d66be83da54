"""What the columns and levels of a proof mean, written out over the options. Serves `verifier`."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import gcd
from typing import Any

from solver.instance import Form, Group, Instance, Level, Sense
from tests.solver.limit import Weights

Written = tuple[frozenset[tuple[int, int]], int]
"""A form over options: weights of each, and a constant."""


@dataclass(frozen=True)
class Meaning:
    """The levels of a part's question, and the columns that its proof adds to the options."""

    instance: Instance
    forms: Sequence[Sequence[tuple[Weights, int]]]

    def objective(self, step: Mapping[str, Any]) -> Weights:
        """What the step makes largest; that it is the level of that name was tried."""
        if step["level"] is None:
            weight, _ = form_of(step["objective"])
            return weight
        level = next(level for level in self.instance.levels if level.name == step["level"])
        if level.value is not None:
            assert step["objective"] is None or form_of(step["objective"]) == (_units(level), 0)
            return _units(level)
        if step["objective"] is None:
            assert not level.terms
            return {}
        weight, constant = form_of(step["objective"])
        assert constant == 0
        assert set(weight.values()) <= {-1}
        told = Counter(_shifted(self._told(column)) for column in weight)
        assert told == Counter(_shifted(_meant(term)) for term in level.terms or ())
        return weight

    def worth(self, step: Mapping[str, Any]) -> int:
        """What a proven step says of its level."""
        level = next(level for level in self.instance.levels if level.name == step["level"])
        sign = 1 if level.sense is Sense.MAX else -1
        if level.value is not None:
            return sign * (gcd(*level.value) or 1) * int(step["value"])
        shift = sum(max(constant for _, constant in self._told(column)) for column in self.objective(step))
        own = sum(max(form.constant for form in term) for term in level.terms or ())
        return sign * int(step["value"]) - shift + own

    def reached(self, step: Mapping[str, Any], chosen: Sequence[int]) -> int:
        """What a choice of options reaches at a step."""
        point = [0] * self.instance.options
        for o in chosen:
            point[o] = 1
        for forms in self.forms:
            point.append(max(constant + sum(w * point[c] for c, w in weight.items()) for weight, constant in forms))
        return sum(w * point[c] for c, w in self.objective(step).items())

    def _told(self, column: int) -> frozenset[Written]:
        """The forms of a column, over options."""
        forms = (self._over_options(w, constant) for w, constant in self.forms[column - self.instance.options])
        return frozenset((frozenset((c, w) for c, w in weight.items() if w), constant) for weight, constant in forms)

    def _over_options(self, weight: Weights, constant: int) -> tuple[Weights, int]:
        """A form with the counts in it written out."""
        found: Counter[int] = Counter()
        for c, w in weight.items():
            if c < self.instance.options:
                found[c] += w
                continue
            ((inner, more),) = self.forms[c - self.instance.options]
            written, more = self._over_options(inner, more)
            constant += w * more
            for o, v in written.items():
                found[o] += w * v
        return dict(found), constant


def lowest(level: Level) -> int:
    """A value that no choice goes below, of a level with terms: every form at its smallest."""
    return sum(max(f.constant + sum(w for w in f.weight if w < 0) for f in term) for term in level.terms or ())


def form_of(form: Mapping[str, Any]) -> tuple[Weights, int]:
    assert len(set(form["column"])) == len(form["column"])
    return dict(zip(form["column"], form["weight"], strict=True)), form["constant"]


def _units(level: Level) -> Weights:
    sign = 1 if level.sense is Sense.MAX else -1
    step = gcd(*(level.value or ())) or 1
    return {o: sign * v // step for o, v in enumerate(level.value or ()) if v}


def _meant(term: Sequence[Form]) -> frozenset[Written]:
    return frozenset((frozenset(zip(form.option, form.weight, strict=True)), form.constant) for form in term)


def _shifted(forms: frozenset[Written]) -> frozenset[Written]:
    """The forms of a term, all shifted so that the largest constant is 0."""
    largest = max(constant for _, constant in forms)
    return frozenset((weight, constant - largest) for weight, constant in forms)


def question(instance: Instance, options: Sequence[int]) -> Instance:
    """The question of a part: what lies within it whole. What lies across parts was left out; weights of 0 go."""
    number = {o: k for k, o in enumerate(options)}
    first = 0 in number or instance.options == 0  # where terms that no option touches are counted

    def inside(some: Iterable[int]) -> bool:
        return all(o in number for o in some)

    def moved(one: Form) -> Form:
        kept = [(number[o], w) for o, w in zip(one.option, one.weight, strict=True) if w]
        return Form(tuple(o for o, _ in kept), tuple(w for _, w in kept), one.constant)

    def group(one: Group) -> Group:
        form = moved(Form(one.option, one.weight))
        return Group(one.name, form.option, form.weight, one.min, one.max)

    def level(one: Level) -> Level:
        if one.value is not None:
            return replace(one, value=tuple(one.value[o] for o in options))
        touched = [(term, frozenset(o for form in term for o in _touched(form))) for term in one.terms or ()]
        terms = (term for term, some in touched if (inside(some) if some else first))
        return replace(one, terms=tuple(tuple(map(moved, term)) for term in terms))

    return Instance(
        len(options),
        tuple(group(g) for g in instance.groups if inside(_touched(g))),
        tuple((number[i], number[j]) for i, j in instance.exclusions if inside((i, j))),
        tuple(number[o] for o in instance.fixed if o in number),
        tuple(map(level, instance.levels)),
    )


def _touched(one: Group | Form) -> list[int]:
    return [o for o, w in zip(one.option, one.weight, strict=True) if w]
