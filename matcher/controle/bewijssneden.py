"""Cuts: rows that follow from other rows because columns are whole (docs/bewijs.md, "Rows").

Each is derived anew under the bounds of now; where it does not follow, TekortError.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import gcd

import numpy as np
from numpy.typing import NDArray

from matcher.controle.bewijsrijen import Ruimte
from matcher.controle.bewijsvraag import GEEN, Geheel

MEEST_WAARD = 10**9
"""Items worth more than this are not looked at."""

BREEDST = 10**6
"""Nor rows with more room than this, in steps of what divides all weights."""

MEEST_IN_KLIEK = 5000
"""Cliques of more columns are not looked at."""


class TekortError(Exception):
    """The proof does not show what it says; ``reden`` is the name of a sentence, ``wat`` what it is about."""

    def __init__(self, reden: str, wat: str = "") -> None:
        """Keep both."""
        super().__init__(reden)
        self.reden, self.wat = reden, wat


@dataclass(frozen=True, slots=True, eq=False)
class Zicht:
    """A row as seen from one side: the sum of ``gewicht`` times ``kolom`` is at most ``hoogst``."""

    kolom: Geheel
    gewicht: Geheel
    hoogst: int

    def kamer(self, ruimte: Ruimte, eigen: NDArray[np.bool_]) -> int:
        """The room that the row leaves for its entries ``eigen``, by the least that its others can take."""
        rest = ~eigen
        return self.hoogst - int(ruimte.minste(self.kolom[rest], self.gewicht[rest]).sum())

    def van(self, kolommen: Geheel) -> Geheel:
        """The weight of each of these columns; 0 outside the row."""
        orde = np.argsort(self.kolom)
        plek = np.minimum(np.searchsorted(self.kolom, kolommen, sorter=orde), len(orde) - 1)
        if not len(orde):
            return np.zeros_like(kolommen)
        gevonden = orde[plek]
        return np.where(self.kolom[gevonden] == kolommen, self.gewicht[gevonden], 0)


Item = tuple[Zicht | None, tuple[int, ...]]
"""Columns, and a row that leaves at most one of them taken (None: there is only one)."""


@dataclass(frozen=True, slots=True, eq=False)
class Snede:
    """A row that was derived: at most ``hoogst``."""

    kolom: Geheel
    gewicht: Geheel
    hoogst: int


def dekking(rij: Zicht, items: Sequence[Item], ruimte: Ruimte) -> Snede:
    """No more items are taken than fit in the row with the smallest weights; each is at most one column."""
    kolommen, lichtst, kamer = _ingepakt(rij, items, ruimte)
    past = np.cumsum(np.sort(lichtst)) <= kamer
    return Snede(kolommen, np.ones_like(kolommen), int(past.sum()))


def verpakking(rij: Zicht, items: Sequence[Item], waarden: Sequence[int], ruimte: Ruimte) -> Snede:
    """The items together are worth no more than those that fit in the row can be; each is at most one column."""
    kolommen, lichtst, kamer = _ingepakt(rij, items, ruimte)
    if any(not 0 <= waarde <= MEEST_WAARD for waarde in waarden):
        raise TekortError("bewijs_rij")
    stap = int(np.gcd.reduce(lichtst)) or 1
    breed = max(0, kamer) // stap
    if breed > BREEDST:
        raise TekortError("bewijs_rij")
    waard = np.zeros(breed + 1, dtype=np.int64)
    for licht, waarde in zip((lichtst // stap).tolist(), waarden, strict=True):
        if licht <= breed:
            waard[licht:] = np.maximum(waard[licht:], waard[: breed + 1 - licht] + waarde)
    gewichten = np.repeat(np.array(waarden, dtype=np.int64), [len(delen) for _, delen in items])
    return Snede(kolommen, gewichten, int(waard[-1]))


def _ingepakt(rij: Zicht, items: Sequence[Item], ruimte: Ruimte) -> tuple[Geheel, Geheel, int]:
    """The columns of the items, the smallest weight of each item, and the room that the row leaves for them."""
    kolommen = np.array([kolom for _, delen in items for kolom in delen], dtype=np.int64)
    gewichten = rij.van(kolommen)
    if len(np.unique(kolommen)) < len(kolommen) or (gewichten < 0).any() or not len(kolommen):
        raise TekortError("bewijs_rij")
    lichtst = []
    eerste = 0
    for een, delen in items:
        if not _hoogstens_een(een, np.array(delen, dtype=np.int64), ruimte):
            raise TekortError("bewijs_rij")
        lichtst.append(int(gewichten[eerste : eerste + len(delen)].min()))
        eerste += len(delen)
    return kolommen, np.array(lichtst, dtype=np.int64), rij.kamer(ruimte, np.isin(rij.kolom, kolommen))


def _hoogstens_een(een: Zicht | None, kolommen: Geheel, ruimte: Ruimte) -> bool:
    """Whether the row leaves at most one of these options taken."""
    if len(kolommen) == 1:
        return True
    if een is None or een.hoogst >= GEEN:
        return False
    gewichten = np.sort(een.van(kolommen))
    return bool(gewichten[0] > 0 and gewichten[0] + gewichten[1] > een.kamer(ruimte, np.isin(een.kolom, kolommen)))


def afgerond(rij: Zicht, deler: int, ruimte: Ruimte) -> Snede:
    """The columns with weights above 0, counted from their lower bounds: each weight and the room divided down.

    All columns where ``deler`` divides every weight, so that only the room is rounded.
    """
    if deler < 1 or rij.hoogst >= GEEN:
        raise TekortError("bewijs_rij")
    if deler <= (deelt := gcd(*rij.gewicht.tolist())) and deelt % deler == 0:
        return Snede(rij.kolom, rij.gewicht // deler, rij.hoogst // deler)
    telt = rij.gewicht > 0
    kolommen, gewichten = rij.kolom[telt], rij.gewicht[telt]
    laag = ruimte.laag[kolommen]
    delen = gewichten // deler if deler <= int(gewichten.max(initial=0)) else np.zeros_like(gewichten)
    kamer = rij.kamer(ruimte, telt) - int((gewichten * laag).sum())
    return Snede(kolommen[delen > 0], delen[delen > 0], kamer // deler + int((delen * laag).sum()))


def kliek(kolommen: tuple[int, ...], rijen: Sequence[Zicht], ruimte: Ruimte) -> Snede:
    """At most one of the columns: every two of them stand in one of the rows, where they do not fit together."""
    leden = np.array(kolommen, dtype=np.int64)
    if len(leden) > MEEST_IN_KLIEK:
        raise TekortError("bewijs_rij")
    botst = np.eye(len(leden), dtype=np.bool_)
    for rij in rijen:
        gewichten = rij.van(leden)
        erin = np.flatnonzero(gewichten > 0)
        if len(erin) and rij.hoogst < GEEN:
            kamer = rij.kamer(ruimte, np.isin(rij.kolom, leden[erin]))
            botst[np.ix_(erin, erin)] |= gewichten[erin][:, None] + gewichten[erin] > kamer
    if not botst.all():
        raise TekortError("bewijs_rij")
    return Snede(leden, np.ones_like(leden), 1)
