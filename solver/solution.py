"""The kernel's answer, in plain frozen values (kern.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Status(StrEnum):
    """How an answer stands.

    OPTIMAL: every level is proven. TIME_LIMIT: sound, with honest bounds. INFEASIBLE: no answer exists.
    NO_ANSWER: the time ran out before any answer was found.
    """

    OPTIMAL = "optimal"
    TIME_LIMIT = "time_limit"
    INFEASIBLE = "infeasible"
    NO_ANSWER = "no_answer"


@dataclass(frozen=True, slots=True)
class LevelResult:
    """What one level reached: its value in the answer and the proven bound on it, given the levels before.

    `bound` is None for a level that was not reached; `proven` says that no answer is better at this level.
    """

    name: str
    value: int
    bound: int | None
    proven: bool


@dataclass(frozen=True, slots=True)
class Solution:
    """An answer that passed the check, or the reason why there is none.

    `chosen` is sorted. `levels` follow the instance (empty without an answer). `conflict` (INFEASIBLE only) names
    groups, `exclusion:i-j` (i < j) and `fixed:i` that clash, each needed. `seconds` is wall time. `proof` tells for
    every level why nothing is better, in plain values (docs/bewijs.md); None where numbers were too wide to tell.
    """

    status: Status
    chosen: tuple[int, ...] = ()
    levels: tuple[LevelResult, ...] = ()
    conflict: tuple[str, ...] = ()
    seconds: float = 0.0
    proof: Mapping[str, Any] | None = None
