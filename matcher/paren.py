"""Which pairs are mogelijk, and what stands in the way of the others (contract par. 3)."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from matcher.regels import PAARREGELS
from matcher.velden import Getallen, Velden, Waarheden

Bits = npt.NDArray[np.uint32]
"""Broken rules of a pair: bit k is set when ``PAARREGELS[k]`` is broken; 0 means mogelijk."""

BLOK = 4_000_000
"""Pairs that are looked at in one go, so that memory stays bounded at any size."""


@dataclass(frozen=True, slots=True)
class Paren:
    """The feasible pairs, and per person what each rule alone takes away."""

    persoon: Getallen
    """Index of the person of each feasible pair; pairs are sorted by person, then plek."""
    plek: Getallen
    alleen: Getallen
    """P x R: plekken that fail this rule and no other."""
    vorm_past: Waarheden
    """P: some plek of the supply passes R01."""


def gebroken(velden: Velden, i: Getallen, j: Getallen) -> Bits:
    """The rules that each of the pairs (i, j) breaks; the index arrays broadcast."""
    bits = np.zeros(np.broadcast_shapes(i.shape, j.shape), dtype=np.uint32)
    for nummer, regel in enumerate(PAARREGELS):
        bits |= (~regel.toets(velden, i, j)).astype(np.uint32) << np.uint32(nummer)
    return bits


def codes(bits: int) -> tuple[str, ...]:
    """The codes of the broken rules, in order."""
    return tuple(regel.code for nummer, regel in enumerate(PAARREGELS) if bits >> nummer & 1)


def mogelijke_paren(velden: Velden) -> Paren:
    """Looks at all pairs, a block of people at a time."""
    stap = max(1, BLOK // max(1, len(velden.plekken.ids)))
    blokken = [
        _blok(velden, velden.alle_mensen[begin : begin + stap]) for begin in range(0, len(velden.mensen.ids), stap)
    ]
    leeg = Paren(
        np.empty(0, np.int64), np.empty(0, np.int64), np.empty((0, len(PAARREGELS)), np.int64), np.empty(0, np.bool_)
    )
    return Paren(
        *(np.concatenate([getattr(deel, naam) for deel in (leeg, *blokken)]) for naam in Paren.__dataclass_fields__)
    )


def _blok(velden: Velden, mensen: Getallen) -> Paren:
    bits = gebroken(velden, mensen, velden.alle_plekken)
    persoon, plek = np.nonzero(bits == 0)
    return Paren(
        mensen[persoon, 0],
        plek.astype(np.int64),
        np.stack([(bits == np.uint32(1 << nummer)).sum(axis=1) for nummer in range(len(PAARREGELS))], axis=1),
        (bits & np.uint32(1) == 0).any(axis=1),
    )
