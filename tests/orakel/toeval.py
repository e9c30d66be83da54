"""Chance with a seed: how likely each feature is in a region, and how a value is written down."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

T = TypeVar("T")

ACCENTEN = (
    *("U1", "U2", "U3", "U5"),
    *(f"R{n:02d}" for n in range(1, 23)),
    *(f"K{n}" for n in range(2, 12)),
    *("mover", "contingent", "jaarwisseling", "volgorde", "gelijkspel"),
)
"""What a region can be about; a rule that it is about occurs often in it, every other rule now and then."""


@dataclass
class Toeval:
    """The random source of one region. ``thema``: the accents; ``d`` and ``horizon`` fix the days."""

    rng: random.Random
    thema: frozenset[str]
    d: date
    horizon: int
    gewoon: float = 0.03
    vaak: float = 0.5

    @property
    def h(self) -> date:
        return self.d + timedelta(days=self.horizon)

    def kans(self, accent: str, gewoon: float | None = None, vaak: float | None = None) -> bool:
        """A throw that succeeds often when the region is about this."""
        standaard = self.gewoon if gewoon is None else gewoon
        return self.rng.random() < ((self.vaak if vaak is None else vaak) if accent in self.thema else standaard)

    def gooi(self, kans: float) -> bool:
        return self.rng.random() < kans

    def kies(self, uit: Sequence[T]) -> T:
        return self.rng.choice(uit)

    def greep(self, uit: Sequence[T], minst: int, meest: int) -> list[T]:
        """A random sample in random order."""
        return self.rng.sample(list(uit), self.rng.randint(min(minst, len(uit)), min(meest, len(uit))))

    def grensdag(self, dag: date, spreiding: int = 1) -> date:
        """The day itself, or a little before or after it."""
        return dag + timedelta(days=self.rng.randint(-spreiding, spreiding))

    def datum(self, dag: date) -> str:
        """A date in one of the spellings of the contract."""
        spellingen = (dag.strftime("%d-%m-%Y"), f"{dag.day}-{dag.month}-{dag.year}", dag.isoformat())
        return self.kies(spellingen)

    def wel(self) -> str:
        """``ja`` in one of the spellings of the contract."""
        return self.kies(("ja", "Ja", "j", "true", "1"))

    def niet(self) -> str:
        """``nee`` in one of the spellings of the contract."""
        return self.kies(("nee", "N", "n", "false", "0"))

    def janee(self, kans: float = 0.5) -> str:
        """One of the two."""
        return self.wel() if self.gooi(kans) else self.niet()

    def getal(self, waarde: Decimal | int) -> str:
        """A number with a comma or a point."""
        tekst = format(Decimal(waarde), "f")
        return tekst.replace(".", ",") if self.gooi(0.7) else tekst

    def euro(self, waarde: Decimal) -> str:
        """An amount with its cents, or without when it is whole."""
        heel = waarde == waarde.to_integral_value() and self.gooi(0.4)
        return self.getal(waarde.quantize(Decimal(1)) if heel else waarde.quantize(Decimal("0.01")))
