"""Which places are too near each other for a contactverbod (K11), for many places at once, exactly."""

from __future__ import annotations

from collections.abc import Sequence
from math import lcm
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.controle.cellen import Getal
from matcher.controle.gegevens import Contactverbod, Plaats

RUIM = 2**30
"""Coordinates below this in size have squares that fit in 64 bits."""

Masker = NDArray[np.bool_]


class Nabijheid:
    """Places along two sides of a table."""

    def __init__(self, hier: Sequence[Plaats], daar: Sequence[Plaats]) -> None:
        """Keep both."""
        self._hier, self._daar = hier, daar

    def te_nabij(self, verboden: Sequence[Contactverbod]) -> Masker:
        """Say for each place here and each there whether any of the bans keeps them apart.

        What is unknown counts as too near within the same gemeente.
        """
        dicht = np.zeros((len(self._hier), len(self._daar)), dtype=np.bool_)
        if not dicht.size:
            return dicht
        _, zelfde_gemeente = self._gelijk([p.gemeente for p in self._hier], [p.gemeente for p in self._daar])
        for verbod in verboden:
            bekend, nabij = self._nabij(verbod)
            dicht |= np.where(bekend, nabij, zelfde_gemeente)
        return dicht

    def _nabij(self, verbod: Contactverbod) -> tuple[Masker, Masker]:
        if verbod.afstand is not None:
            return self._binnen(verbod.afstand)
        if verbod.niveau == "gemeente":
            return self._gelijk([p.gemeente for p in self._hier], [p.gemeente for p in self._daar])
        if verbod.niveau == "wijk":
            return self._gelijk([p.wijk for p in self._hier], [p.wijk for p in self._daar])
        return self._gelijk([p.complex for p in self._hier], [p.complex for p in self._daar])

    @staticmethod
    def _gelijk(hier: Sequence[object], daar: Sequence[object]) -> tuple[Masker, Masker]:
        """Whether both are known, and whether they are the same."""
        nummers: dict[object, int] = {None: 0}
        links = np.array([nummers.setdefault(naam, len(nummers)) for naam in hier])[:, None]
        rechts = np.array([nummers.setdefault(naam, len(nummers)) for naam in daar])
        return (links != 0) & (rechts != 0), links == rechts

    def _binnen(self, afstand: Getal) -> tuple[Masker, Masker]:
        """Whether both have a place on the map, and whether that is nearer than the distance."""
        punten = [plaats.punt for plaats in (*self._hier, *self._daar)]
        getallen = [getal for punt in punten if punt is not None for getal in punt]
        schaal = lcm(*(getal.denominator for getal in getallen))
        past = all(-RUIM < getal * schaal < RUIM for getal in getallen)
        soort: Any = np.int64 if past else object
        x = np.array([0 if punt is None else int(punt[0] * schaal) for punt in punten], dtype=soort)
        y = np.array([0 if punt is None else int(punt[1] * schaal) for punt in punten], dtype=soort)
        bekend = np.array([punt is not None for punt in punten], dtype=np.bool_)
        los = len(self._hier)
        kwadraat = (x[:los, None] - x[los:]) ** 2 + (y[:los, None] - y[los:]) ** 2
        grens = afstand * afstand * schaal * schaal
        naar_boven = -((-grens.numerator) // grens.denominator)
        nabij = kwadraat < (min(naar_boven, 2**62) if past else naar_boven)
        return bekend[:los, None] & bekend[los:], nabij.astype(np.bool_)
