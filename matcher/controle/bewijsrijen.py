"""Rows of a proof in arrays: what they say about columns, and the bound that follows from multipliers on them.

A row has two sides: ``onder <= sum of gewicht times kolom <= boven``, where a side that is not there is ``GEEN`` away.
So a limit and the same limit the other way round are one row. All of it is whole-number arithmetic: 64 bits where it
provably fits, numbers of any size elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from matcher.controle.bewijsvraag import GEEN, Geheel

Exact = NDArray[Any]
"""Whole numbers of 64 bits, or of any size (dtype object)."""

RUIM = 2.0**60
"""Sums that stay below this, counted roughly, fit in 64 bits."""

RONDES = 2000
"""Most passes over the rows; bounds may be brought in or not, so that stopping is always right."""


VEEL = 2
"""Rows that say nothing any more are dropped once they are more than 1 in so many."""


@dataclass(frozen=True, slots=True, eq=False)
class Ruimte:
    """The bounds of all columns."""

    laag: Geheel
    hoog: Geheel

    @property
    def leeg(self) -> bool:
        """Whether no point is within them."""
        return bool((self.laag > self.hoog).any())

    def met(self, kolommen: Iterable[int], *, laag: int | None = None, hoog: int | None = None) -> Ruimte:
        """The same with these columns brought in."""
        onder, boven, welke = self.laag.copy(), self.hoog.copy(), list(kolommen)
        if laag is not None:
            onder[welke] = np.maximum(onder[welke], laag)
        if hoog is not None:
            boven[welke] = np.minimum(boven[welke], hoog)
        return Ruimte(onder, boven)

    def minste(self, kolom: Geheel, gewicht: Geheel) -> Geheel:
        """The least that each of these terms can be."""
        return gewicht * np.where(gewicht > 0, self.laag[kolom], self.hoog[kolom])


@dataclass(frozen=True, slots=True, eq=False)
class Rijen:
    """Many rows: entries ``begin[r] .. begin[r + 1]`` of ``kolom`` and ``gewicht`` are row r."""

    begin: Geheel
    kolom: Geheel
    gewicht: Geheel
    onder: Geheel
    boven: Geheel

    @classmethod
    def van(cls, rijen: Sequence[tuple[Sequence[int] | Geheel, Sequence[int] | Geheel, int, int]]) -> Rijen:
        """Rows from (columns, weights, least, most)."""
        return cls(
            np.concatenate(([0], np.cumsum([len(rij[0]) for rij in rijen], dtype=np.int64))).astype(np.int64),
            _achter_elkaar([rij[0] for rij in rijen]),
            _achter_elkaar([rij[1] for rij in rijen]),
            np.array([rij[2] for rij in rijen], dtype=np.int64),
            np.array([rij[3] for rij in rijen], dtype=np.int64),
        )

    def __len__(self) -> int:
        """How many rows."""
        return len(self.boven)

    def __add__(self, ander: Rijen) -> Rijen:
        """These rows and then those."""
        return Rijen(
            np.concatenate((self.begin, self.begin[-1] + ander.begin[1:])),
            np.concatenate((self.kolom, ander.kolom)),
            np.concatenate((self.gewicht, ander.gewicht)),
            np.concatenate((self.onder, ander.onder)),
            np.concatenate((self.boven, ander.boven)),
        )

    def kies(self, nummers: Iterable[int]) -> Rijen:
        """Only these rows."""
        welke = np.array(sorted(nummers), dtype=np.int64)
        plaatsen, _ = _delen(self, welke)
        begin = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(np.diff(self.begin)[welke])))
        return Rijen(begin, self.kolom[plaatsen], self.gewicht[plaatsen], self.onder[welke], self.boven[welke])

    def rij(self, nummer: int) -> tuple[Geheel, Geheel]:
        """Columns and weights of one row."""
        deel = slice(self.begin[nummer], self.begin[nummer + 1])
        return self.kolom[deel], self.gewicht[deel]

    def sommen(self, delen: Geheel) -> Geheel:
        """The sum over each row of one number per entry."""
        lopend = np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(delen, dtype=np.int64)))
        return lopend[self.begin[1:]] - lopend[self.begin[:-1]]

    def beperkt_tot(self, rijen: NDArray[np.bool_], ruimte: Ruimte) -> Rijen:
        """Only these rows, over the columns that are still free."""
        vast = (ruimte.laag == ruimte.hoog)[self.kolom]
        genomen = self.sommen(np.where(vast, self.gewicht * ruimte.laag[self.kolom], 0))[rijen]
        over = ~vast & np.repeat(rijen, np.diff(self.begin))
        aantal = self.sommen(over.astype(np.int64))[rijen]
        return Rijen(
            np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(aantal, dtype=np.int64))),
            self.kolom[over],
            self.gewicht[over],
            np.where(self.onder[rijen] == -GEEN, -GEEN, self.onder[rijen] - genomen),
            np.where(self.boven[rijen] == GEEN, GEEN, self.boven[rijen] - genomen),
        )


def _achter_elkaar(stukken: Sequence[Sequence[int] | Geheel]) -> Geheel:
    if not stukken:
        return np.zeros(0, dtype=np.int64)
    return np.concatenate([np.asarray(stuk, dtype=np.int64) for stuk in stukken])


def ingeperkt(rijen: Rijen, ruimte: Ruimte) -> tuple[Rijen, Ruimte] | None:
    """What single rows say about the columns, until they say no more, and the rows that still limit something.

    None when no point keeps them all.
    """
    laag, hoog = ruimte.laag.copy(), ruimte.hoog.copy()
    nu = Ruimte(laag, hoog)
    if nu.leeg:
        return None
    zegt = np.ones(len(rijen), dtype=np.bool_)
    for _ in range(RONDES):
        kolom, gewicht = rijen.kolom, rijen.gewicht
        aan_laag, aan_hoog = gewicht * laag[kolom], gewicht * hoog[kolom]
        minst, meest = rijen.sommen(np.minimum(aan_laag, aan_hoog)), rijen.sommen(np.maximum(aan_laag, aan_hoog))
        if (minst > rijen.boven).any() or (meest < rijen.onder).any():
            return None
        zegt = (meest > rijen.boven) | (minst < rijen.onder)
        if not _trek_aan(rijen, rijen.boven - minst, meest - rijen.onder, laag, hoog):
            break
        if nu.leeg:
            return None
        if zegt.sum() * VEEL < len(zegt):
            rijen = rijen.beperkt_tot(zegt, nu)
            zegt = np.ones(len(rijen), dtype=np.bool_)
    return rijen.beperkt_tot(zegt, nu), nu


def _trek_aan(rijen: Rijen, boven: Geheel, onder: Geheel, laag: Geheel, hoog: Geheel) -> bool:
    """Bring columns in: none moves further from either end than the room that its row has on that side.

    Whether that changed anything.
    """
    iets = False
    maat, aantal = np.abs(rijen.gewicht), np.diff(rijen.begin)
    breed = (hoog - laag)[rijen.kolom] * maat
    for ruimte, omhoog in ((boven, rijen.gewicht > 0), (onder, rijen.gewicht < 0)):
        per_deel = np.repeat(ruimte, aantal)
        knelt = np.flatnonzero(per_deel < breed)
        if not len(knelt):
            continue
        stap = per_deel[knelt] // maat[knelt]
        op, kolom = omhoog[knelt], rijen.kolom[knelt]
        meest, minst = laag[kolom[op]] + stap[op], hoog[kolom[~op]] - stap[~op]
        np.minimum.at(hoog, kolom[op], meest)
        np.maximum.at(laag, kolom[~op], minst)
        iets = True
    return iets


@dataclass(frozen=True, slots=True)
class Prijs:
    """``bedrag`` > 0 is paid for each unit of room in a row, as it is (``teken`` 1) or the other way round (-1)."""

    rij: int
    teken: int
    bedrag: int


@dataclass(frozen=True, slots=True, eq=False)
class Bod:
    """A bound on an objective, times SCHAAL: ``top``; ``verlies`` is what each column loses on it a step."""

    verlies: Exact
    top: int

    def ruimte(self, ruimte: Ruimte, speling: int) -> Ruimte:
        """The bounds once no column may lose more than ``speling`` >= 0."""
        laag, hoog = ruimte.laag.copy(), ruimte.hoog.copy()
        welke = np.flatnonzero(self.verlies)
        verlies = self.verlies[welke]
        if verlies.dtype == object:
            stap = np.array([min(speling // abs(deel), GEEN) for deel in verlies.tolist()], dtype=np.int64)
        else:
            stap = min(speling, 2**62) // np.abs(verlies)
        stap = np.minimum(stap, (hoog - laag)[welke])
        op = (verlies > 0).astype(np.bool_)
        laag[welke[op]], hoog[welke[~op]] = hoog[welke[op]] - stap[op], laag[welke[~op]] + stap[~op]
        return Ruimte(laag, hoog)


def geboden(rijen: Rijen, ruimte: Ruimte, doel: Exact, prijzen: Sequence[Prijs]) -> Bod:
    """The bound on ``doel`` (times SCHAAL, one number a column) that follows from prices on rows."""
    nummers = np.array([prijs.rij for prijs in prijzen], dtype=np.int64)
    plaatsen, van = _delen(rijen, nummers)
    kolom, gewicht = rijen.kolom[plaatsen], rijen.gewicht[plaatsen]
    bedragen = [prijs.teken * prijs.bedrag for prijs in prijzen]
    grof = np.array([abs(float(bedrag)) for bedrag in bedragen])[van] if bedragen else np.zeros(0)
    maten = np.bincount(kolom, np.abs(gewicht) * grof, minlength=len(doel))
    soort: Any = np.int64
    if doel.dtype == object or float((maten + np.abs(doel)).max(initial=0.0)) >= RUIM:
        soort = object
    verlies = doel.astype(soort)
    np.subtract.at(verlies, kolom, gewicht.astype(soort) * np.array(bedragen, dtype=soort)[van])
    grenzen = np.where(np.array(bedragen, dtype=object) > 0, rijen.boven[nummers], rijen.onder[nummers]).tolist()
    top = sum(bedrag * grens for bedrag, grens in zip(bedragen, grenzen, strict=True))
    return Bod(verlies, top + _hoogst(verlies, ruimte))


def _delen(rijen: Rijen, nummers: Geheel) -> tuple[Geheel, Geheel]:
    """The entries of these rows, and for each which of them it belongs to."""
    begin, aantal = rijen.begin[nummers], rijen.begin[nummers + 1] - rijen.begin[nummers]
    van = np.repeat(np.arange(len(nummers)), aantal)
    eerste = np.cumsum(aantal) - aantal
    return (begin - eerste)[van] + np.arange(len(van)), van


def _hoogst(verlies: Exact, ruimte: Ruimte) -> int:
    """The most that the sum of ``verlies`` times column can be within the bounds."""
    einde = np.where(verlies > 0, ruimte.hoog, ruimte.laag)
    telt = np.flatnonzero((verlies != 0) & (einde != 0))
    deel, einde = verlies[telt], einde[telt]
    if deel.dtype != object and float(np.abs(deel).astype(float) @ np.abs(einde).astype(float)) < RUIM:
        return int(deel @ einde)
    return sum(a * b for a, b in zip(deel.tolist(), einde.tolist(), strict=True))


def met_grenzen(rijen: Rijen, onder: Geheel, boven: Geheel) -> Rijen:
    """The same rows with other sides."""
    return replace(rijen, onder=onder, boven=boven)
