"""A time, turned once into an amount of work that is the same on every machine and in every run."""

import math
from dataclasses import dataclass, field

WORK_A_SECOND = 1.0
"""CP-SAT's deterministic units a second of computing; on one 2 GHz core 0.5 to 1.1 were measured."""


@dataclass(slots=True)
class Budget:
    """The work that may still be done, and what was done. Without a limit it is endless."""

    left: float = field(default=math.inf)
    done: float = 0.0

    @classmethod
    def of(cls, seconds: float | None) -> "Budget":
        """The budget for a time in seconds; None is no limit."""
        return cls() if seconds is None else cls(seconds * WORK_A_SECOND)

    @property
    def spent(self) -> bool:
        """Whether nothing is left."""
        return self.left <= 0

    def spend(self, work: float) -> None:
        """Take off what was done."""
        self.left -= work
        self.done += work
