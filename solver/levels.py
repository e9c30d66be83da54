"""The levels, one after the other: each is climbed, proven and kept before the next begins."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from solver.budget import Budget
from solver.instance import Form, Level, Sense
from solver.program import BASE, Program, objective
from solver.solution import LevelResult
from solver.summit import summit

Progress = Callable[[str, int, int], None]
"""Told at the start of each level: its name, its number from 1, how many there are."""


@dataclass(frozen=True, slots=True)
class Climbed:
    """The best answer, what each level reached, and the program of all answers that are as good as far as proven."""

    chosen: tuple[int, ...]
    levels: tuple[LevelResult, ...]
    program: Program

    @property
    def proven(self) -> bool:
        """Whether every level is."""
        return all(level.proven for level in self.levels)


def climbed(
    program: Program, levels: Sequence[Level], chosen: tuple[int, ...], budget: Budget, progress: Progress | None
) -> Climbed:
    """Climb `levels` in order over the points of `program`, from the sound answer `chosen`.

    The first level that the budget leaves unproven carries an honest bound; those after it are not reached.
    """
    bounds: list[int | None] = []
    for k, level in enumerate(levels):
        if budget.spent:
            break
        if progress is not None:
            progress(level.name, k + 1, len(levels))
        program, chosen, bound = _climb(program, level, chosen, budget)
        bounds.append(bound)
        if bound != worth(level, chosen):
            break
    bounds += [None] * (len(levels) - len(bounds))
    results = tuple(_result(level, worth(level, chosen), bound) for level, bound in zip(levels, bounds, strict=True))
    return Climbed(chosen, results, program)


def _climb(
    program: Program, level: Level, chosen: tuple[int, ...], budget: Budget
) -> tuple[Program, tuple[int, ...], int]:
    """One level, word by word; its bound counts the words that were not reached as large as words can be."""
    program, words = objective(program, level)
    bound = 0
    for k, word in enumerate(words):
        top = summit(program, word, chosen, budget)
        program, chosen = top.program, top.chosen
        bound = bound * BASE + top.bound
        if not top.proven:
            lower = BASE ** (len(words) - 1 - k)
            bound = bound * lower + lower - 1
            break
    return program, chosen, bound if level.sense == Sense.MAX else -bound


def _result(level: Level, value: int, bound: int | None) -> LevelResult:
    return LevelResult(level.name, value, bound, proven=value == bound)


def worth(level: Level, chosen: Sequence[int]) -> int:
    """The value of a level for a choice of options."""
    if level.value is not None:
        return sum(level.value[o] for o in chosen)
    taken = frozenset(chosen)
    return sum(max(_form(form, taken) for form in term) for term in level.terms or ())


def _form(form: Form, taken: frozenset[int]) -> int:
    return form.constant + sum(w for o, w in zip(form.option, form.weight, strict=True) if o in taken)
