"""The levels, one after the other: each is climbed, proven and kept before the next begins."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from solver.backbone import backbone
from solver.budget import Budget
from solver.counts import counted
from solver.draft import BASE, objective
from solver.instance import Level, Sense
from solver.program import Program
from solver.proof import Method, Step
from solver.solution import LevelResult
from solver.summit import Summit, summit
from solver.worth import worth

Progress = Callable[[str, int, int], None]
"""Told at the start of each level: its name, its number from 1, how many there are."""


@dataclass(frozen=True, slots=True)
class Climbed:
    """The best answer, what each level reached and why, and the program of all answers that are as good, as proven."""

    chosen: tuple[int, ...]
    levels: tuple[LevelResult, ...]
    program: Program
    steps: tuple[Step, ...]

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
    steps: list[Step] = []
    for k, level in enumerate(levels):
        if budget.spent:
            break
        if progress is not None:
            progress(level.name, k + 1, len(levels))
        program, chosen, bound = _climb(program, level, chosen, budget, steps)
        bounds.append(bound)
        if bound != worth(level, chosen):
            break
    bounds += [None] * (len(levels) - len(bounds))
    results = tuple(_result(level, worth(level, chosen), bound) for level, bound in zip(levels, bounds, strict=True))
    return Climbed(chosen, results, program, tuple(steps))


def _climb(
    program: Program, level: Level, chosen: tuple[int, ...], budget: Budget, steps: list[Step]
) -> tuple[Program, tuple[int, ...], int]:
    """One level, word by word; its bound counts the words that were not reached as large as words can be."""
    program, words = objective(program, level)
    bound = 0
    for k, word in enumerate(words):
        top = summit(program, word, chosen, budget, len(steps))
        program, chosen = top.program, top.chosen
        bound = bound * BASE + top.bound
        if top.proof is None:
            lower = BASE ** (len(words) - 1 - k)
            bound = bound * lower + lower - 1
            break
        steps.append(_step(level.name, top, program))
        if top.proof.method is not Method.PRICES:
            for left, step in _settled(level, top, budget, len(steps)):
                program = left
                steps.append(step)
    return program, chosen, bound if level.sense == Sense.MAX else -bound


def _settled(level: Level, top: Summit, budget: Budget, step: int) -> Iterator[tuple[Program, Step]]:
    """After a gap: what all answers that are as good have in common, each with the step that shows it."""
    if level.terms is not None:
        yield from counted(top.program, top.chosen, budget)
    elif (common := backbone(top, budget, step - 1, step)) is not None:
        shape, value = replace(common.difference, constant=0), -common.difference.constant
        origins, auxiliaries = common.program.origins, common.program.auxiliaries
        yield common.program, Step(None, shape, value, common.proof, origins, auxiliaries)


def _step(level: str, top: Summit, program: Program) -> Step:
    assert top.proof is not None
    return Step(level, top.unit, top.top, top.proof, program.origins, program.auxiliaries)


def _result(level: Level, value: int, bound: int | None) -> LevelResult:
    return LevelResult(level.name, value, bound, proven=value == bound)
