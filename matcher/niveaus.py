"""The levels of the objective over the options (contract par. 5)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

import numpy as np

from data.keuzes import Doel, Prikkelarm, Urgentie
from matcher.passend import passend
from matcher.quota import SCHAAL, aandelen_tienduizendsten
from matcher.regels.aantal import gemeente_geteld, telt_mee
from matcher.stand import Stand, groepen
from matcher.velden import GEEN, Getallen, Velden
from solver.instance import Form, Level, Sense

WACHTTIJD_MAX = 3650
"""Days of waiting beyond which more makes no difference."""
RUSTIG = 2
"""Highest level of stimuli that counts as scarce calm."""
RICHTING = {doel: Sense.MIN if doel in (Doel.SPREIDING, Doel.SCHAARSTE) else Sense.MAX for doel in Doel}


def niveaus(stand: Stand, velden: Velden, seed: str) -> tuple[Level, ...]:
    """The levels in the order of ``doelen.volgorde``."""
    return tuple(_niveau(doel, stand, velden, seed) for doel in stand.regio.instellingen.doelen.volgorde)


def _niveau(doel: Doel, stand: Stand, velden: Velden, seed: str) -> Level:
    if doel is Doel.SPREIDING:
        return Level(doel, Sense.MIN, terms=_spreiding(stand))
    waarden = {
        Doel.CRISIS: lambda: _urgent(stand, velden, Urgentie.CRISIS),
        Doel.HOOG: lambda: _urgent(stand, velden, Urgentie.HOOG),
        Doel.OP_TIJD: lambda: _op_tijd(stand, velden),
        Doel.GEPLAATST: lambda: np.ones_like(stand.persoon),
        Doel.WACHTTIJD: lambda: wachttijd(stand)[stand.persoon],
        Doel.PASSEND: lambda: passend(velden, stand.persoon, stand.plek),
        Doel.SCHAARSTE: lambda: _schaarste(stand, velden),
        Doel.LOTING: lambda: _loting(stand, seed),
    }[doel]()
    return Level(doel, RICHTING[doel], value=tuple(waarden.tolist()))


def _urgent(stand: Stand, velden: Velden, urgentie: Urgentie) -> Getallen:
    telt = np.array([u.urgentie is urgentie for u in stand.mensen], dtype=np.int64)
    return telt[stand.persoon] * velden.plekken.benoemd[stand.plek]


def _op_tijd(stand: Stand, velden: Velden) -> Getallen:
    laatst = stand.peil.op_tijd
    telt = np.array([u.uiterste_datum is not None and u.uiterste_datum <= laatst for u in stand.mensen], dtype=np.int64)
    return telt[stand.persoon] * velden.plekken.benoemd[stand.plek]


def wachttijd(stand: Stand) -> Getallen:
    """Days that each participant has waited, from 0 to the cap."""
    datum = stand.peil.datum
    return np.array([min(WACHTTIJD_MAX, max(0, (datum - u.wachtend_sinds).days)) for u in stand.mensen], dtype=np.int64)


def _schaarste(stand: Stand, velden: Velden) -> Getallen:
    mensen, plekken, i, j = velden.mensen, velden.plekken, stand.persoon, stand.plek
    rust = (plekken.prikkelniveau[j] <= RUSTIG) & (mensen.prikkelarm[i] == Prikkelarm.NEE.rang)
    toegang = np.maximum(0, plekken.toegankelijkheid[j] - mensen.toegankelijkheid[i])
    ruimte = np.where(plekken.max_personen_gegeven[j], np.maximum(0, plekken.max_personen[j] - mensen.personen[i]), 0)
    schaars: Getallen = rust + toegang + ruimte
    return schaars


def _loting(stand: Stand, seed: str) -> Getallen:
    return np.array(
        [lot(seed, uitstromer.uitstromer_id, plek.id) for _, uitstromer, plek in stand.opties], dtype=np.int64
    )


def lot(seed: str, uitstromer_id: str, plek: str) -> int:
    """The first two bytes (big-endian) of SHA-256 over ``seed|uitstromer_id|plek``."""
    return int.from_bytes(hashlib.sha256(f"{seed}|{uitstromer_id}|{plek}".encode()).digest()[:2])


def _spreiding(stand: Stand) -> tuple[tuple[Form, ...], ...]:
    """Per gemeente how far its placements lie from its share, beyond the band, in ten-thousandths of places."""
    aandelen = aandelen_tienduizendsten(stand.regio)
    if aandelen is None:
        return ()
    nummers = {code: nummer for nummer, code in enumerate(sorted(aandelen))}
    gemeente = np.array(
        [nummers[p.gemeentecode] if telt_mee(stand, p.eisen.woonvorm) else GEEN for p in stand.plekken], dtype=np.int64
    )[stand.plek]
    opties = np.flatnonzero(gemeente != GEEN)
    van_gemeente = groepen(gemeente[opties])
    geteld = gemeente_geteld(stand)
    afwijking = _Afwijking(
        opties=tuple(opties.tolist()),
        totaal=sum(geteld[code] for code in aandelen),
        band=int(stand.regio.instellingen.spreiding.band_pct * 100),
    )
    return tuple(
        afwijking.vormen(van_gemeente.get(nummer, ()), geteld[code], aandelen[code]) for code, nummer in nummers.items()
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Afwijking:
    """What the deviations of all gemeenten have in common: what counts, how many did, and the band."""

    opties: tuple[int, ...]
    totaal: int
    band: int

    def vormen(self, hier: tuple[int, ...], geteld: int, aandeel: int) -> tuple[Form, ...]:
        """Above and below the share of one gemeente; ``hier``: which of ``opties`` lie in it."""
        verschil = SCHAAL * geteld - aandeel * self.totaal
        vrij = self.band * self.totaal
        return (
            Form(self.opties, self._gewichten(hier, -aandeel, SCHAAL), verschil - vrij),
            Form(self.opties, self._gewichten(hier, aandeel, -SCHAAL), -verschil - vrij),
            Form(),
        )

    def _gewichten(self, hier: tuple[int, ...], elders: int, erbij: int) -> tuple[int, ...]:
        """Every option changes the total; only those of the gemeente change its own count as well."""
        gewicht, eigen = [elders - self.band] * len(self.opties), elders + erbij - self.band
        for nummer in hier:
            gewicht[nummer] = eigen
        return tuple(gewicht)
