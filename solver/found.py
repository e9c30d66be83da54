"""What a search found."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What a search found: the best, something, that there is nothing, or nothing in the time it had."""

    BEST = "best"
    SOME = "some"
    NONE = "none"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Found:
    """A verdict, and for BEST and SOME the chosen options."""

    verdict: Verdict
    chosen: tuple[int, ...] | None = None
