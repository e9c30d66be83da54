"""Chance that is the same on every machine and in every Python: one named stream a thing."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

_T = TypeVar("_T")


class Toeval:
    """A stream of draws that depends on the seed and the name alone, so that a new row leaves the others as they are.

    Only ``Random.random`` is used: its sequence is the one that Python promises never to change.
    """

    def __init__(self, seed: int, naam: str) -> None:
        """Start the stream ``naam``."""
        self._bron = Random(f"{seed}/{naam}")  # noqa: S311 - a demo, no secret

    def kans(self, procent: int) -> bool:
        """True in ``procent`` of a hundred draws."""
        return self.geheel(1, 100) <= procent

    def geheel(self, laagst: int, hoogst: int) -> int:
        """A whole number from ``laagst`` to ``hoogst``, both included."""
        return laagst + int(self._bron.random() * (hoogst - laagst + 1))

    def kies(self, keuzes: Sequence[_T]) -> _T:
        """One of the choices, each as likely."""
        return keuzes[self.geheel(0, len(keuzes) - 1)]

    def schud(self, dingen: Sequence[_T]) -> list[_T]:
        """The same things in another order."""
        over = list(dingen)
        return [over.pop(self.geheel(0, len(over) - 1)) for _ in dingen]
