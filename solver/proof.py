"""Why no answer is better: for each level the multipliers, and where those leave a gap the cases, that show it.

A proof can be checked by anybody with whole-number arithmetic alone (docs/bewijs.md tells how). It speaks of rows by
their origin: ("max", group), ("min", group), ("exclusion", i, j) for the limits of the question;
("column", c, "above" | "below") and ("column", c, k) for what defines an auxiliary column; ("cover" | "packed" |
"rounded", row, ...) and ("clique", options, rows) for cuts; ("tight", step, row), ("least", step) and ("most", step)
for what keeps an earlier level; ("above", columns) for a case. A row or step is named by its number. The idea of a
proof that needs no trust in the solver: Cheung, Gleixner and Steffy 2017, doi:10.1007/978-3-319-59250-3_13.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from solver.draft import WORD
from solver.prices import SCALE
from solver.program import Auxiliary, Linear, Origin

Paid = tuple[tuple[Origin, int], ...]
"""Multipliers above 0, times SCALE, each with the origin of its row."""


class Method(StrEnum):
    """How a bound was proven: by prices alone, by cases with prices each, or by two searches that agree."""

    PRICES = "prices"
    CASES = "cases"
    SEARCHES = "searches"


@dataclass(frozen=True, slots=True)
class Case:
    """What could still be better, under the bounds of the cases above it.

    The multipliers bound it, of the objective or (`clash`) of nothing at all; where they do not rule it out, the
    columns together are at most `at` in the case `below` and more in the case `above` (of several columns: none, any).
    """

    paid: Paid
    clash: bool = False
    columns: tuple[int, ...] = ()
    at: int = 0
    below: "Case | None" = None
    above: "Case | None" = None


@dataclass(frozen=True, slots=True)
class Proven:
    """Why nothing is higher: the multipliers, and the cases where those leave a gap (none: two searches agree).

    `floor`, of a step between levels only: the multipliers that show that no answer is lower either.
    """

    paid: Paid
    method: Method
    cases: Case | None = None
    floor: Paid = ()


@dataclass(frozen=True, slots=True)
class Step:
    """A level (or, without a name, what answers as good have in common): `objective` cannot pass `value`.

    It counts whole steps, largest is best, without constant.
    `origins` and `auxiliaries` are all those known once the level is kept.
    """

    level: str | None
    objective: Linear
    value: int
    why: Proven
    origins: tuple[Origin, ...]
    auxiliaries: tuple[Auxiliary, ...]


def document(options: int, steps: tuple[Step, ...]) -> dict[str, Any] | None:
    """The proof of a part with so many options, as plain values for JSON.

    None where numbers so wide were at play that they were written in words.
    """
    origins, auxiliaries = (steps[-1].origins, steps[-1].auxiliaries) if steps else ((), ())
    named = [step.level for step in steps if step.level is not None]
    if WORD in origins or any(a.divisor != 1 or a.modulus is not None for a in auxiliaries):
        return None
    if len(set(named)) < len(named):  # a level in words
        return None
    number = {origin: k for k, origin in enumerate(_used(origins, steps))}
    return {
        "scale": SCALE,
        "columns": [[_linear(form) for form in auxiliary.forms] for auxiliary in auxiliaries],
        "rows": [_row(origin, origins, number) for origin in number],
        "steps": [_step(step, options, number) for step in steps],
    }


def _linear(form: Linear) -> dict[str, Any]:
    return {"column": list(form.column), "weight": list(form.weight), "constant": form.constant}


def _used(origins: tuple[Origin, ...], steps: tuple[Step, ...]) -> list[Origin]:
    """The origins that a multiplier leans on, directly or through others; each after those that it follows from."""
    found: dict[Origin, None] = {}

    def add(origin: Origin) -> None:
        if origin not in found:
            for row in _parents(origin):
                add(origins[row])
            found[origin] = None

    for step in steps:
        for origin, _ in (*step.why.paid, *step.why.floor, *_paid_in(step.why.cases)):
            add(origin)
    return list(found)


def _paid_in(case: Case | None) -> Paid:
    if case is None:
        return ()
    return (*case.paid, *_paid_in(case.below), *_paid_in(case.above))


def _parents(origin: Origin) -> list[int]:
    """The rows that this row follows from."""
    match origin:
        case ("tight", _, row) | ("rounded", row, _):
            return [row]
        case ("cover", row, items):
            return [row, *(clique for clique, _ in items if clique >= 0)]
        case ("packed", row, items):
            return [row, *(clique for clique, _, _ in items if clique >= 0)]
        case ("clique", _, rows):
            return list(rows)
        case _:
            return []


def _row(origin: Origin, origins: tuple[Origin, ...], number: Mapping[Origin, int]) -> list[Any]:
    match origin:
        case ("tight", step, row):
            return ["tight", step, number[origins[row]]]
        case ("rounded", row, divisor):
            return ["rounded", number[origins[row]], divisor]
        case ("cover", row, items):
            told = [[number[origins[clique]] if clique >= 0 else -1, list(columns)] for clique, columns in items]
            return ["cover", number[origins[row]], told]
        case ("packed", row, items):
            parts = [[number[origins[q]] if q >= 0 else -1, list(columns), worth] for q, columns, worth in items]
            return ["packed", number[origins[row]], parts]
        case ("clique", columns, rows):
            return ["clique", list(columns), [number[origins[row]] for row in rows]]
        case ("above", columns):
            return ["above", list(columns)]
        case _:
            return list(origin)


def _step(step: Step, options: int, number: Mapping[Origin, int]) -> dict[str, Any]:
    told = step.level is None or max(step.objective.column, default=-1) >= options
    return {
        "level": None if step.level is None else str(step.level),
        "objective": _linear(step.objective) if told else None,
        "value": step.value,
        "method": str(step.why.method),
        "multipliers": _multipliers(step.why.paid, number),
        "cases": None if step.why.cases is None else _case(step.why.cases, number),
        "floor": None if step.level is not None else _multipliers(step.why.floor, number),
    }


def _multipliers(paid: Paid, number: Mapping[Origin, int]) -> list[list[int]]:
    return [[number[o], y] for o, y in paid]


def _case(case: Case, number: Mapping[Origin, int]) -> dict[str, Any]:
    told: dict[str, Any] = {"multipliers": _multipliers(case.paid, number)}
    if case.clash:
        told["clash"] = True
    if case.below is not None and case.above is not None:
        told |= {
            "columns": list(case.columns),
            "at": case.at,
            "below": _case(case.below, number),
            "above": _case(case.above, number),
        }
    return told
