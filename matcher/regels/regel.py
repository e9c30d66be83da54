"""What a rule is: its code, kind, words and source, and its test over all pairs at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from matcher.velden import Getallen, Waarheden

if TYPE_CHECKING:
    from data.records import Uitstromer
    from matcher.regels.deelname import Deelneembaar
    from matcher.stand import Grens, Stand
    from matcher.velden import Velden


class RegelSoort(StrEnum):
    """What may be done about a rule that stands in the way."""

    WENS = "w"
    """A wish of the person: may be given up."""
    EIS = "e"
    """A demand of the plek or of what was found fitting."""
    BESCHERMING = "b"
    """Protects people: never suggested as something to give up."""
    DEELNAME = "u"
    """Who takes part in the batch."""
    BATCH = "k"
    """Holds over the whole batch."""


KEUZE_VAN_DE_REGIO = "keuze van de regio"
"""Source of a rule that no document asks for: the region sets it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Regel:
    """A rule. ``naam`` and ``zin`` are shown to users; ``bron`` names document and passage."""

    code: str
    soort: RegelSoort
    naam: str
    zin: str
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DeelnameRegel(Regel):
    """A U rule; ``sluit_uit`` says whether it keeps this person out of the batch."""

    sluit_uit: Callable[[Deelneembaar, Uitstromer], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaarRegel(Regel):
    """An R rule; ``toets(velden, i, j)`` says where it holds.

    ``i`` (people) and ``j`` (plekken) are index arrays that broadcast against each other: a column and a row
    give the whole matrix, two equally long arrays give chosen pairs. One definition serves both.
    ``advies`` tells whether giving it up may be suggested (never for a protection, contract par. 3).
    """

    toets: Callable[[Velden, Getallen, Getallen], Waarheden]
    advies: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchRegel(Regel):
    """A K rule; ``grenzen`` gives what may not be exceeded, over the options of the batch."""

    grenzen: Callable[[Stand], Iterator[Grens]]
