"""The question that a proof is about, in plain whole numbers: options, limits and levels (docs/bewijs.md)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Geheel = NDArray[np.int64]

SMAL = 2**52
"""A sum whose terms together stay within this fits in 64 bits with room to spare; proofs lean on no wider one."""

SMALLE_TERMEN = 2**39
"""Where all forms of a level of terms together stay within this, a proof of it can be told."""

GEEN = 2**60
"""Beyond any sum: the side of a limit that is not there."""

MAX, MIN = "max", "min"

Reeks = Sequence[int] | Geheel
"""Whole numbers; an array of them where there are many."""


@dataclass(frozen=True, slots=True)
class Grens:
    """A limit: the sum of ``gewichten`` over the taken among ``opties`` is at least ``laagst``, at most ``hoogst``."""

    opties: Reeks
    gewichten: Reeks
    hoogst: int | None = None
    laagst: int | None = None

    @property
    def smal(self) -> bool:
        """Whether everything about it fits in 64 bits."""
        return _breedte(self.gewichten) + max(abs(self.hoogst or 0), abs(self.laagst or 0)) <= SMAL


@dataclass(frozen=True, slots=True)
class Vorm:
    """A linear form: ``constante`` plus the sum of ``gewichten`` over the taken among ``opties``."""

    opties: Reeks = ()
    gewichten: Reeks = ()
    constante: int = 0

    @property
    def laagst(self) -> int:
        """A value that no choice goes below."""
        return self.constante + sum(gewicht for gewicht in _getallen(self.gewichten) if gewicht < 0)


@dataclass(frozen=True, slots=True)
class Doel:
    """A level: ``waarden`` per option, summed over the taken; or ``termen``, of each the largest of its forms (min)."""

    naam: str
    richting: str
    waarden: Reeks | None = None
    termen: tuple[tuple[Vorm, ...], ...] | None = None

    @property
    def teken(self) -> int:
        """What makes more of it better."""
        return 1 if self.richting == MAX else -1

    @property
    def bodem(self) -> int | None:
        """For terms, a value that no choice goes below."""
        return None if self.termen is None else sum(max(vorm.laagst for vorm in term) for term in self.termen)

    @property
    def breedte(self) -> int:
        """The sum of the sizes of all its numbers."""
        vormen = (vorm for term in self.termen or () for vorm in term)
        return _breedte(self.waarden) + sum(abs(vorm.constante) + _breedte(vorm.gewichten) for vorm in vormen)


@dataclass(frozen=True, slots=True)
class Vraag:
    """Options 0 .. ``opties`` - 1; limits by name, pairs that exclude each other, options that are fixed, levels."""

    opties: int
    grenzen: Mapping[str, Grens]
    doelen: tuple[Doel, ...]
    vast: Sequence[int] = ()
    uitsluitingen: Sequence[tuple[int, int]] = ()

    @property
    def vertelbaar(self) -> bool:
        """Whether no number in it is so wide that a proof of it cannot be told."""
        smal = all(doel.breedte <= (SMAL if doel.termen is None else SMALLE_TERMEN) for doel in self.doelen)
        return smal and all(grens.smal for grens in self.grenzen.values())


def _breedte(gewichten: Reeks | None) -> int:
    return sum(map(abs, _getallen(gewichten)))


def _getallen(reeks: Reeks | None) -> Sequence[int]:
    lijst: Sequence[int] = reeks.tolist() if isinstance(reeks, np.ndarray) else reeks or ()
    return lijst


def zonder_nullen(opties: Reeks, gewichten: Reeks) -> tuple[Geheel, Geheel]:
    """The options that weigh something, and what they weigh, as arrays; no number may pass 64 bits."""
    welke, maten = np.asarray(opties, dtype=np.int64), np.asarray(gewichten, dtype=np.int64)
    return welke[maten != 0], maten[maten != 0]
