"""The fit of a pair in whole points (contract par. 5): how well a plek suits someone's wishes."""

from __future__ import annotations

import numpy as np

from data.instellingen import Passend
from data.keuzes import Prikkelarm
from matcher.velden import GEEN, Getallen, Velden

DRUKST = 5
"""Busiest level of stimuli."""


def passend(velden: Velden, i: Getallen, j: Getallen) -> Getallen:
    """Points of the pairs (i, j), which broadcast; each part is a row of the contract's definition."""
    punten = velden.instellingen.passend
    delen = (
        velden.mensen.gemeente_punten[i, velden.plekken.gemeente[j]],
        _woonvorm(velden, punten, i, j),
        _woonomgeving(velden, punten, i, j),
        _prikkel(velden, punten, i, j),
        np.where(velden.plekken.benoemd[j], velden.anker.getal(i, j), _anker_onbenoemd(velden, punten, i)),
        np.where(velden.plekken.benoemd[j] & ~velden.plekken.kwetsbaar[j], punten.ontlasten, 0),
    )
    return sum(delen, start=np.zeros(1, dtype=np.int64))


def _anker_onbenoemd(velden: Velden, punten: Passend, i: Getallen) -> Getallen:
    """An unnamed place has no coordinates: 0, but the full points for someone without an anchor."""
    return np.where(velden.anker.rij[i] == 0, punten.anker, 0)


def _woonvorm(velden: Velden, punten: Passend, i: Getallen, j: Getallen) -> Getallen:
    rang = velden.mensen.vorm_rang[i, velden.plekken.woonvorm[j]]
    waarden = np.array([*punten.woonvorm, 0], dtype=np.int64)
    return np.where(rang == GEEN, 0, waarden[np.minimum(rang, len(punten.woonvorm))])


def _woonomgeving(velden: Velden, punten: Passend, i: Getallen, j: Getallen) -> Getallen:
    gewenst = velden.mensen.woonomgeving[i]
    return np.where((gewenst == GEEN) | (gewenst == velden.plekken.woonomgeving[j]), punten.woonomgeving, 0)


def _prikkel(velden: Velden, punten: Passend, i: Getallen, j: Getallen) -> Getallen:
    """The full points, but a share of them for someone who would like calm."""
    niveau = np.minimum(velden.plekken.prikkelniveau[j], DRUKST)  # unknown scores as the busiest does: 0
    deel = punten.prikkel * (DRUKST - niveau) // (DRUKST - 1)
    return np.where(velden.mensen.prikkelarm[i] == Prikkelarm.GEWENST.rang, deel, punten.prikkel)
