"""The levels of the objective over the options (contract par. 5)."""

from __future__ import annotations

import hashlib
from collections import Counter

import numpy as np

from data.keuzes import Doel, Prikkelarm, Urgentie
from data.regio import Regio
from matcher.passend import passend
from matcher.quota import SCHAAL, aandelen_tienduizendsten
from matcher.regels.aantal import gemeente_geteld, telt_mee
from matcher.stand import Stand
from matcher.velden import Getallen, Velden
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
    geteld = gemeente_geteld(stand)
    band = int(stand.regio.instellingen.spreiding.band_pct * 100)
    leden = [(optie, plek.gemeentecode) for optie, _, plek in stand.opties if telt_mee(stand, plek.eisen.woonvorm)]
    opties = tuple(optie for optie, _ in leden)
    return tuple(
        _afwijking(code, aandeel, band, opties, tuple(waar for _, waar in leden), geteld, stand.regio)
        for code, aandeel in sorted(aandelen.items())
    )


def _afwijking(
    code: str,
    aandeel: int,
    band: int,
    opties: tuple[int, ...],
    gemeenten: tuple[str, ...],
    geteld: Counter[str],
    regio: Regio,
) -> tuple[Form, ...]:
    totaal = sum(geteld[g.gemeentecode] for g in regio.gemeenten)
    boven = tuple(SCHAAL * (waar == code) - aandeel - band for waar in gemeenten)
    onder = tuple(aandeel - SCHAAL * (waar == code) - band for waar in gemeenten)
    verschil = SCHAAL * geteld[code] - aandeel * totaal
    return (Form(opties, boven, verschil - band * totaal), Form(opties, onder, -verschil - band * totaal), Form())
