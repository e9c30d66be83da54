"""One part of a proof, step by step (docs/bewijs.md, "Checking a step")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import gcd

import numpy as np

from matcher.controle.bewijsrijen import Bod, Exact, Prijs, Rijen, Ruimte, geboden, ingeperkt, met_grenzen
from matcher.controle.bewijssneden import TekortError
from matcher.controle.bewijsstelsel import Stelsel
from matcher.controle.bewijstermen import Termen, vertaald
from matcher.controle.bewijsvorm import SCHAAL, Betaald, Deel, Geval, Lineair, Stap
from matcher.controle.bewijsvraag import GEEN, SMAL, Geheel


@dataclass(frozen=True, slots=True)
class Deeldoel:
    """A level in a part: the number of it in the order of levels, and ``waarden`` (times ``teken``) or ``termen``."""

    nummer: int
    teken: int
    waarden: Geheel | None
    termen: Termen | None


@dataclass(frozen=True, slots=True)
class Deelvraag:
    """The question of one part: bounds of its options, its limits (exclusions by their pair), its levels."""

    ruimte: Ruimte
    limieten: Rijen
    namen: Mapping[str | tuple[int, int], int]
    doelen: Mapping[str, Deeldoel]


@dataclass(frozen=True, slots=True)
class Getoond:
    """A level of a part: nothing is better than ``waarde``; in how many cases that was shown, and whether in full."""

    niveau: str
    waarde: int
    gevallen: int
    zoekers: bool


@dataclass(frozen=True, slots=True)
class _Doel:
    """An objective: a linear form in whole steps; ``eenheid`` of the level to a step, ``erbij`` its constant."""

    kolommen: Geheel
    gewichten: Geheel
    eenheid: int = 1
    erbij: int = 0


def toets_deel(deel: Deel, vraag: Deelvraag) -> tuple[tuple[Getoond, ...], TekortError | None]:
    """What a part shows, level by level, and why it shows no more (None: everything it says is so)."""
    getoond: list[Getoond] = []
    try:
        for niveau in _Toets(deel, vraag).niveaus():
            getoond.append(niveau)  # noqa: PERF402  (what came before a fault stays)
    except TekortError as tekort:
        return tuple(getoond), tekort
    return tuple(getoond), None


class _Toets:
    """The state of going through a part."""

    def __init__(self, deel: Deel, vraag: Deelvraag) -> None:
        self.deel = deel
        self.vraag = vraag
        self.stelsel = Stelsel(deel, vraag.ruimte, vraag.limieten, vraag.namen)

    def niveaus(self) -> Iterator[Getoond]:
        """Each level as it is shown; what lies between counts with the next. Raises TekortError."""
        gevallen, zoekers, vorige = 0, False, -1
        for stap in self.deel.stappen:
            doel = self._doel(stap)
            aantal, gezocht = self._stap(stap, doel)
            gevallen, zoekers = gevallen + aantal, zoekers or gezocht
            if stap.niveau is None:
                continue
            nummer = self.vraag.doelen[stap.niveau].nummer
            if nummer <= vorige:
                raise TekortError("bewijs_volgorde")
            yield Getoond(stap.niveau, doel.eenheid * stap.waarde + doel.erbij, gevallen, zoekers)
            gevallen, zoekers, vorige = 0, False, nummer

    def _doel(self, stap: Stap) -> _Doel:
        """The objective of a step: that of its level, or what it says itself between levels."""
        if stap.niveau is None:
            return _Doel(*_smal(stap.doel))
        doel = self.vraag.doelen.get(stap.niveau)
        if doel is None:
            raise TekortError("bewijs_volgorde")
        if doel.waarden is not None and stap.doel is None:
            deler = gcd(*doel.waarden.tolist()) or 1
            kolommen = np.flatnonzero(doel.waarden)
            return _Doel(kolommen, doel.waarden[kolommen] // deler * doel.teken, eenheid=deler * doel.teken)
        if doel.termen is None or doel.waarden is not None:
            raise TekortError("bewijs_vorm")
        vorm = Lineair((), (), 0) if stap.doel is None else stap.doel
        erbij = vertaald(vorm, self.deel, doel.termen)
        return _Doel(*_smal(vorm), eenheid=-1, erbij=erbij)

    def _stap(self, stap: Stap, doel: _Doel) -> tuple[int, bool]:
        """Check a step and keep it; how many cases it took, and whether two searches stand for it."""
        if abs(stap.waarde) > SMAL:
            raise TekortError("bewijs_niet")
        doelrij = self._bereid_voor(stap, doel)
        stelsel, dicht = self.stelsel, self._dicht(doel)
        prijzen = prijzen_van(stelsel, stelsel.rijen, stap.betaald)
        bod = geboden(stelsel.rijen, stelsel.ruimte, dicht, prijzen)
        hoger = SCHAAL * (stap.waarde + 1)
        gevallen = 0
        if bod.top >= hoger and stap.gevallen is not None:
            gevallen = _Gevallen(stelsel, dicht, hoger).aantal(stap.gevallen, bod, prijzen, doelrij)
        zoekers = bod.top >= hoger and stap.gevallen is None
        if zoekers and not stap.zoekers:
            raise TekortError("bewijs_niet")
        if stap.niveau is None:
            self._toets_bodem(stap, dicht)
        self._houd(stap, bod, prijzen, doelrij)
        return gevallen, zoekers

    def _bereid_voor(self, stap: Stap, doel: _Doel) -> int:
        """Bring in what is known, and write down what the step is about and leans on; the row of its objective."""
        stelsel = self.stelsel
        stelsel.breng_in()
        doelrij = stelsel.doel(doel.kolommen, doel.gewichten)
        stelsel.leid_af(nummer for nummer, _ in (*stap.betaald, *stap.bodem, *_betaald_in(stap.gevallen)))
        stelsel.breng_in()
        for kolommen in _gesplitst(stap.gevallen):
            stelsel.boven(kolommen)
        return doelrij

    def _dicht(self, doel: _Doel) -> Exact:
        """The objective times SCHAAL, one number for each column."""
        breed = int(np.abs(doel.gewichten).max(initial=0)) * SCHAAL
        dicht: Exact = np.zeros(len(self.stelsel.ruimte.laag), dtype=object if breed >= GEEN else np.int64)
        dicht[doel.kolommen] = doel.gewichten.astype(dicht.dtype) * SCHAAL
        return dicht

    def _toets_bodem(self, stap: Stap, dicht: Exact) -> None:
        """What lies between levels is only kept when every point that is left has it."""
        stelsel = self.stelsel
        prijzen = prijzen_van(stelsel, stelsel.rijen, stap.bodem)
        if geboden(stelsel.rijen, stelsel.ruimte, -dicht, prijzen).top >= SCHAAL * (1 - stap.waarde):
            raise TekortError("bewijs_niet")

    def _houd(self, stap: Stap, bod: Bod, prijzen: Sequence[Prijs], doelrij: int) -> None:
        """From here on the value is reached."""
        stelsel, speling = self.stelsel, bod.top - SCHAAL * stap.waarde
        if speling < 0:
            raise TekortError("bewijs_niet")
        rijen = aangespannen(stelsel.rijen, prijzen, speling)
        rijen.onder[doelrij] = rijen.boven[doelrij] = stap.waarde
        strakker = {doelrij, *(prijs.rij for prijs in prijzen)}
        stelsel.houd(bod.ruimte(stelsel.ruimte, speling), rijen, strakker, dict(stap.betaald))


def _smal(vorm: Lineair | None) -> tuple[Geheel, Geheel]:
    """A form of the document in arrays, without a constant."""
    if vorm is None or vorm.constante or max(map(abs, vorm.gewichten), default=0) > SMAL:
        raise TekortError("bewijs_vorm")
    return np.array(vorm.kolommen, dtype=np.int64), np.array(vorm.gewichten, dtype=np.int64)


def prijzen_van(stelsel: Stelsel, rijen: Rijen, betaald: Betaald, *, in_geval: bool = False) -> tuple[Prijs, ...]:
    """Multipliers on rows of the document as prices; TekortError where such a row does not hold."""
    prijzen = []
    for nummer, bedrag in betaald:
        rij, teken = stelsel.kant(nummer, in_geval=in_geval)
        if (rijen.boven[rij] >= GEEN) if teken > 0 else (rijen.onder[rij] <= -GEEN):
            raise TekortError("bewijs_rij")
        prijzen.append(Prijs(rij, teken, bedrag))
    return tuple(prijzen)


def aangespannen(rijen: Rijen, prijzen: Sequence[Prijs], speling: int) -> Rijen:
    """All rows once no row may keep more room than ``speling`` pays for."""
    onder, boven = rijen.onder.copy(), rijen.boven.copy()
    for prijs in prijzen:
        kamer = min(speling // prijs.bedrag, GEEN)
        if prijs.teken > 0:
            onder[prijs.rij] = max(int(onder[prijs.rij]), int(rijen.boven[prijs.rij]) - kamer)
        else:
            boven[prijs.rij] = min(int(boven[prijs.rij]), int(rijen.onder[prijs.rij]) + kamer)
    return met_grenzen(rijen, onder, boven)


class _Gevallen:
    """The cases of a step: everything that could be worth ``hoger`` is split until nothing is left."""

    def __init__(self, stelsel: Stelsel, doel: Exact, hoger: int) -> None:
        self.stelsel = stelsel
        self.doel = doel
        self.hoger = hoger

    def aantal(self, geval: Geval, bod: Bod, prijzen: Sequence[Prijs], doelrij: int) -> int:
        """In how many cases nothing is left. Raises TekortError where something is."""
        stelsel, speling = self.stelsel, bod.top - self.hoger
        rijen = aangespannen(stelsel.rijen, prijzen, speling)
        rijen.onder[doelrij] = max(int(rijen.onder[doelrij]), self.hoger // SCHAAL)
        over = stelsel.knelt(rijen, {doelrij, *(prijs.rij for prijs in prijzen)})
        return self._aantal(geval, rijen, over, bod.ruimte(stelsel.ruimte, speling))

    def _aantal(self, geval: Geval, alle: Rijen, over: Rijen, ruimte: Ruimte) -> int:
        """``alle``: every row as it holds in this case; ``over``: those that may still limit something."""
        gevonden = ingeperkt(over, ruimte)
        if gevonden is None:
            return 1
        over, ruimte = gevonden
        prijzen = prijzen_van(self.stelsel, alle, geval.betaald, in_geval=True)
        if geval.niets:
            if geboden(alle, ruimte, np.zeros_like(self.doel), prijzen).top < 0:
                return 1
            raise TekortError("bewijs_niet")
        bod = geboden(alle, ruimte, self.doel, prijzen)
        if bod.top < self.hoger:
            return 1
        gevonden = ingeperkt(over, bod.ruimte(ruimte, bod.top - self.hoger))
        if gevonden is None or geboden(alle, gevonden[1], self.doel, ()).top < self.hoger:
            return 1
        return self._gesplitst(geval, alle, *gevonden)

    def _gesplitst(self, geval: Geval, alle: Rijen, over: Rijen, ruimte: Ruimte) -> int:
        """Both cases: of the columns together at most ``tot``, or more."""
        if geval.onder is None or geval.boven is None:
            raise TekortError("bewijs_niet")
        onder = self._aantal(geval.onder, alle, over, ruimte.met(geval.kolommen, hoog=geval.tot))
        if len(geval.kolommen) == 1:
            meer = ruimte.met(geval.kolommen, laag=geval.tot + 1)
            return onder + self._aantal(geval.boven, alle, over, meer)
        kanten = alle.onder.copy()
        kanten[self.stelsel.boven(geval.kolommen)] = 1
        hier = Rijen.van([(geval.kolommen, (1,) * len(geval.kolommen), 1, GEEN)])
        return onder + self._aantal(geval.boven, met_grenzen(alle, kanten, alle.boven), over + hier, ruimte)


def _betaald_in(geval: Geval | None) -> Iterator[tuple[int, int]]:
    if geval is not None:
        yield from geval.betaald
        yield from _betaald_in(geval.onder)
        yield from _betaald_in(geval.boven)


def _gesplitst(geval: Geval | None) -> Iterator[tuple[int, ...]]:
    """The splits over several columns, anywhere in the cases."""
    if geval is not None:
        if len(geval.kolommen) > 1:
            yield geval.kolommen
        yield from _gesplitst(geval.onder)
        yield from _gesplitst(geval.boven)
