"""One word of one level: climb to its largest value, and prove that there is nothing higher."""

from dataclasses import dataclass, replace
from math import gcd

import numpy as np

from solver.branching import Explored, explored, fair, paid
from solver.budget import Budget
from solver.cuts import Cuts
from solver.dive import dived
from solver.found import Verdict
from solver.prices import ASSUMED, SCALE, Prices, priced, worth_at_least
from solver.program import Linear, Program, Row, Rows
from solver.proof import Case, Method, Proven
from solver.propagation import propagated
from solver.relaxation import Relaxation, Relaxed
from solver.search import search
from solver.second import second

FEWEST = 50
"""A core of fewer columns than this is not worth a search of its own."""

WIDENING = 4
"""How much wider the next core is when one holds nothing."""

ROUNDS = 20
"""Most times that a relaxation is cut and solved again."""

WORTHWHILE = 0.1
"""Cuts go on while each round wins at least so much of what the best round won."""

HARDLY_LARGER = 1.2
"""When the core of everything better has fewer than so many times the columns, it is looked at in one go."""

LOOK = 0.25
"""Work that may go into cases while looking for something better, times what is fair; beyond it CP-SAT looks."""

PROVE = 1.0
"""The same to prove that nothing is better; beyond it two searches must agree."""


@dataclass(frozen=True, slots=True)
class Summit:
    """The highest found: `value` of the answer `chosen`, the proven `bound`, and the program of all that is as high.

    `proof` is None when nothing is proven. It speaks of `unit`, whose value counts whole steps.
    """

    chosen: tuple[int, ...]
    value: int
    bound: int
    program: Program
    unit: Linear
    top: int
    proof: Proven | None

    @property
    def proven(self) -> bool:
        """Whether nothing is higher."""
        return self.value == self.bound


def summit(program: Program, objective: Linear, chosen: tuple[int, ...], budget: Budget, step: int = ASSUMED) -> Summit:
    """Make `objective` as large as `program` lets it be, from the sound answer `chosen`.

    First the relaxation: its prices bound the value in exact arithmetic. Where they leave a gap, the answers worth
    more than a target are looked for in the core that the prices leave for that target; a core without any lowers the
    target. That nothing beats the last value follows from cases that are each ruled out by prices, or, where those
    become too many, from two searches that agree. `step` numbers the proof.
    """
    divisor = gcd(*objective.weight) or 1
    unit = replace(objective, weight=tuple(w // divisor for w in objective.weight), constant=0)
    climb = _Climb(program, unit, chosen, budget)
    proof = climb.to_the_top()
    bound = climb.value if proof else climb.prices.bound
    return Summit(
        chosen=climb.chosen,
        value=objective.constant + divisor * climb.value,
        bound=objective.constant + divisor * bound,
        program=propagated(climb.kept(proof, step)),
        unit=unit,
        top=climb.value,
        proof=proof,
    )


class _Climb:
    """The state of a climb: the best answer so far and the prices that bound it."""

    def __init__(self, program: Program, objective: Linear, chosen: tuple[int, ...], budget: Budget) -> None:
        self.program = program
        self.objective = objective
        self.budget = budget
        self.chosen = chosen
        self.value = self._worth(chosen)
        self._given_up: int | None = None
        relaxation = Relaxation(program, objective, budget)
        guess = relaxation.solve(program.lower, program.upper)
        self.prices = self._learnt(guess)
        if self.value < self.prices.bound:
            guess = self._cut(guess, relaxation)
        if self.value < self.prices.bound and guess.point is not None:
            self._take(dived(self.program, objective, guess.point, budget))

    def _cut(self, guess: Relaxed, relaxation: Relaxation) -> Relaxed:
        """Cut and relax again while that wins a fair part of what it won before; the last relaxation."""
        cuts, most = Cuts(self.program), 0.0
        for _ in range(ROUNDS):
            if self.value == self.prices.bound or guess.point is None:
                break
            found = cuts.broken(self.program, guess.point)
            if not found:
                break
            cut = self.program.with_rows([c.row for c in found], [c.origin for c in found])
            relaxation.add(Rows.of(c.row for c in found))
            guess = relaxation.solve(cut.lower, cut.upper)
            if guess.point is None:
                break
            self.program, before = cut, self.prices.top
            self.prices = self._learnt(guess)
            won = before - self.prices.top
            if won < max(SCALE // 4, WORTHWHILE * most):
                break
            most = max(most, won)
        return guess

    def _learnt(self, guess: Relaxed) -> Prices:
        """The prices of a relaxation of the program; its point, rounded, counts where it is a better answer."""
        self._take(guess.rounded(self.program))
        return priced(self.program, self.objective, guess.multipliers)

    def to_the_top(self) -> Proven | None:
        """Climb until nothing higher exists; how that is proven, or None when the budget ended first."""
        width = self._first_width()
        ceiling = self.prices.bound
        while self.value < ceiling:
            target = self._target(width, ceiling)
            found = self._explored(target, LOOK if target > self.value + 1 else PROVE)
            self._take(found.chosen)
            if self.value == self.prices.bound:
                break
            if found.cases is not None and self.value >= target - 1:
                return self._proven(Method.CASES, found.cases)
            if found.cases is None:
                target = self._given_up = max(target, self.value + 1)
                searched = search(self._core(target), self.objective, self.budget, hint=self.chosen)
                self._take(searched.chosen)
                if searched.verdict is Verdict.BEST:
                    break
                if searched.verdict is not Verdict.NONE:
                    return None
            ceiling = target - 1
            width *= WIDENING
        return self._nothing_above()

    def _nothing_above(self) -> Proven | None:
        """Why nothing is worth more than what was found: by prices, by cases, or by a second search that agrees."""
        if self.value == self.prices.bound:
            return self._proven(Method.PRICES)
        found = Explored(None, None)
        if self._given_up != self.value + 1:
            found = self._explored(self.value + 1, PROVE)
            self._take(found.chosen)
        if found.cases is not None:
            return self._proven(Method.CASES, found.cases)
        if found.chosen is None:
            again = second(self._core(self.value + 1), self.budget)
            if again.verdict is Verdict.NONE:
                return self._proven(Method.SEARCHES)
            if again.chosen is None:
                return None
            self._take(again.chosen)
        return self.to_the_top()  # a search missed something

    def kept(self, proof: Proven | None, step: int) -> Program:
        """The program of all that is as high; where prices don't say so by themselves, a row says: and not higher."""
        same = worth_at_least(self.program, self.objective, self.prices, self.value, step)
        if proof is None or proof.method is Method.PRICES:
            return same
        return same.with_rows([Row(self.objective.column, self.objective.weight, self.value)], [("most", step)])

    def _proven(self, method: Method, cases: Case | None = None) -> Proven:
        return Proven(paid(self.program, self.prices), method, cases)

    def _explored(self, target: int, share: float) -> Explored:
        core = self._core(target)
        return explored(core, self.objective, target, self.budget, share * fair(core))

    def _core(self, target: int) -> Program:
        return propagated(worth_at_least(self.program, self.objective, self.prices, target))

    def _take(self, chosen: tuple[int, ...] | None) -> None:
        if chosen is not None and (worth := self._worth(chosen)) > self.value:
            self.chosen, self.value = chosen, worth

    def _worth(self, chosen: tuple[int, ...]) -> int:
        return self.objective.at(self.program.complete(chosen))

    def _first_width(self) -> int:
        """A gap that leaves a core of about half as many columns as there are rows."""
        losses = np.sort(np.abs(self.prices.reduced[self.program.free]))
        rank = max(FEWEST, len(self.program.rows) // 2)
        return max(SCALE, int(losses[rank]) if rank < len(losses) else 0)

    def _target(self, width: int, ceiling: int) -> int:
        """What to look for next: a bit below the ceiling, or anything better where the core hardly gets larger."""
        target = min(ceiling, max(self.value + 1, (self.prices.top - width) // SCALE))
        losses = np.abs(self.prices.reduced[self.program.free])
        kept, all_kept = (
            np.count_nonzero(losses <= self.prices.top - worth * SCALE) for worth in (target, self.value + 1)
        )
        return self.value + 1 if all_kept < HARDLY_LARGER * kept else target
