"""One word of one level: climb to its largest value, and prove that there is nothing higher."""

from dataclasses import dataclass, replace
from math import gcd

from solver.budget import Budget
from solver.cuts import knapsacks, violated
from solver.prices import SCALE, Prices, priced, worth_at_least
from solver.program import Linear, Program
from solver.propagation import propagated
from solver.relaxation import Relaxed, relaxed
from solver.search import Found, Method, Verdict, search

FEWEST = 50
"""A core of fewer columns than this is not worth a search of its own."""

WIDENING = 4
"""How much wider the next core is when one holds nothing."""

ROUNDS = 10
"""Most times that a relaxation is cut and solved again."""

CROWDED = 0.7
"""When a core would keep more than this part of the columns, everything better is looked at in one go."""


@dataclass(frozen=True, slots=True)
class Summit:
    """The highest found: `value` of the answer `chosen`, the proven `bound`, and the program of all that is as high."""

    chosen: tuple[int, ...]
    value: int
    bound: int
    program: Program

    @property
    def proven(self) -> bool:
        """Whether nothing is higher."""
        return self.value == self.bound


def summit(program: Program, objective: Linear, chosen: tuple[int, ...], budget: Budget) -> Summit:
    """Make `objective` as large as `program` lets it be, from the sound answer `chosen`.

    First the relaxation: its prices bound the value in exact arithmetic. Where they leave a gap, the answers worth
    more than a target are searched in the core that the prices leave for that target; a core without any lowers the
    target. That nothing beats the last value must come from two searches that agree.
    """
    step = gcd(*objective.weight) or 1
    unit = replace(objective, weight=tuple(w // step for w in objective.weight), constant=0)
    climb = _Climb(program, unit, chosen, budget)
    proven = climb.up() and climb.nothing_above()
    while not proven and climb.risen:  # the second search found what the first had missed
        proven = climb.up() and climb.nothing_above()
    bound = climb.value if proven else climb.prices.bound
    return Summit(
        chosen=climb.chosen,
        value=objective.constant + step * climb.value,
        bound=objective.constant + step * bound,
        program=propagated(worth_at_least(climb.program, unit, climb.prices, climb.value)),
    )


class _Climb:
    """The state of a climb: the best answer so far and the prices that bound it."""

    def __init__(self, program: Program, objective: Linear, chosen: tuple[int, ...], budget: Budget) -> None:
        self.program = program
        self.objective = objective
        self.budget = budget
        self.chosen = chosen
        self.value = self._worth(chosen)
        self.risen = False
        guess = relaxed(program, objective, budget)
        self.prices = self._learnt(guess)
        families = knapsacks(program) if self.value < self.prices.bound else ()
        for _ in range(ROUNDS):
            if self.value == self.prices.bound or guess.point is None:
                break
            cuts = violated(families, guess.point)
            if not cuts:
                break
            cut = replace(self.program, rows=(*self.program.rows, *cuts))
            guess = relaxed(cut, objective, budget)
            if guess.point is None:
                break
            self.program = cut
            self.prices = self._learnt(guess)

    def _learnt(self, guess: Relaxed) -> Prices:
        """The prices of a relaxation of the program; its point, rounded, counts where it is a better answer."""
        self._take(guess.rounded(self.program))
        return priced(self.program, self.objective, guess.multipliers)

    def up(self) -> bool:
        """Climb until nothing higher is found; False when the budget ended first."""
        width = self._first_width()
        ceiling = self.prices.bound
        while self.value < ceiling:
            target = self._target(width, ceiling)
            found = self._found(target, Method.FIRST)
            self._take(found.chosen)
            if found.verdict is Verdict.BEST:
                return True
            if found.verdict is not Verdict.NONE:
                return False
            ceiling = target - 1
            width *= WIDENING
        return True

    def nothing_above(self) -> bool:
        """Whether nothing is worth more: by the prices alone, or by a second search that agrees with the first."""
        self.risen = False
        if self.value == self.prices.bound:
            return True
        found = self._found(self.value + 1, Method.SECOND)
        self.risen = found.chosen is not None
        self._take(found.chosen)
        return found.verdict is Verdict.NONE

    def _found(self, target: int, method: Method) -> Found:
        core = propagated(worth_at_least(self.program, self.objective, self.prices, target))
        goal = self.objective if method is Method.FIRST else None
        return search(core, goal, self.budget, method, hint=self.chosen)

    def _take(self, chosen: tuple[int, ...] | None) -> None:
        if chosen is not None and (worth := self._worth(chosen)) > self.value:
            self.chosen, self.value = chosen, worth

    def _worth(self, chosen: tuple[int, ...]) -> int:
        return self.objective.at(self.program.complete(chosen))

    def _first_width(self) -> int:
        """A gap that leaves a core of about half as many columns as there are rows."""
        losses = sorted(abs(d) for d in self._losses())
        rank = max(FEWEST, len(self.program.rows) // 2)
        return max(SCALE, losses[rank] if rank < len(losses) else 0)

    def _target(self, width: int, ceiling: int) -> int:
        """What to look for next: a bit below the ceiling, or anything better when the core stays crowded anyway."""
        target = min(ceiling, max(self.value + 1, (self.prices.top - width) // SCALE))
        gap = self.prices.top - target * SCALE
        losses = self._losses()
        kept = sum(1 for d in losses if abs(d) <= gap)
        return self.value + 1 if kept > CROWDED * len(losses) else target

    def _losses(self) -> list[int]:
        columns = zip(self.prices.reduced, self.program.lower, self.program.upper, strict=True)
        return [d for d, low, high in columns if low < high]
