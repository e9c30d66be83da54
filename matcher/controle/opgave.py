"""The question of a batch as the checker reads it: options, limits and levels in numbers (contract par. 3 to 5)."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from matcher.controle.batchregels import Paar
from matcher.controle.bewijsvraag import MAX, Doel, Vorm, Vraag
from matcher.controle.grenzen import Opties, grenzen
from matcher.controle.niveaus import RICHTING, geteld, waarden
from matcher.controle.paar import Paarregels
from matcher.controle.quota import TIENDUIZEND, tienduizendsten


def opties(paarregels: Paarregels) -> Opties:
    """The feasible pairs and the fixed ones, in the order of uitstromer_id and plek."""
    toestand, regio = paarregels.toestand, paarregels.regio
    paren: dict[tuple[str, str], Paar] = {}
    for mens in toestand.deelnemers.values():
        paren.update(((mens.id, plek.plek), (mens, plek)) for plek in paarregels.oordeel(mens).mogelijk)
    for wie, wat in vaste(paarregels):
        paren[wie, wat] = (regio.uitstromers[wie], regio.plekken[wat])
    return Opties(toestand, tuple(paren[sleutel] for sleutel in sorted(paren)))


def vaste(paarregels: Paarregels) -> Iterator[tuple[str, str]]:
    """The fixed pairs that this batch must hold; one that runs already keeps its person out."""
    toestand = paarregels.toestand
    return ((wie, wat) for wie, wat in toestand.vast if wie in toestand.deelnemers and wat in toestand.aanbod)


def opgave(paarregels: Paarregels, seed: str) -> Vraag:
    """The whole question of a batch with this seed."""
    keuze = opties(paarregels)
    nummer = {(mens.id, plek.plek): optie for optie, (mens, plek) in enumerate(keuze.paren)}
    return Vraag(
        opties=len(keuze.paren),
        grenzen=grenzen(keuze),
        doelen=tuple(_doel(keuze, naam, seed) for naam in keuze.toestand.regio.instellingen.volgorde),
        vast=sorted(nummer[paar] for paar in vaste(paarregels)),
    )


def _doel(keuze: Opties, naam: str, seed: str) -> Doel:
    if naam == "spreiding":
        return Doel(naam, RICHTING[naam], termen=_spreiding(keuze))
    return Doel(naam, RICHTING.get(naam, MAX), np.array(waarden(keuze.toestand, keuze.paren, seed, naam), np.int64))


def _spreiding(keuze: Opties) -> tuple[tuple[Vorm, ...], ...]:
    """Per gemeente how far it lies above or below its share, beyond the band; n grows with every pair that counts."""
    instellingen, aandelen = keuze.toestand.regio.instellingen, tienduizendsten(keuze.toestand.regio)
    if aandelen is None:
        return ()
    telt = [o for o, (_, plek) in enumerate(keuze.paren) if instellingen.woonvormen[plek.woonvorm].telt_mee]
    leden = np.array(telt, dtype=np.int64)
    waar = np.array([keuze.paren[optie][1].plaats.gemeente for optie in telt], dtype=object)
    teller, band = geteld(keuze.toestand), int(100 * instellingen.band_pct)
    n = sum(teller[code] for code in aandelen)
    termen = []
    for code, deel in sorted(aandelen.items()):
        meer = np.where(waar == code, TIENDUIZEND, 0) - deel
        verschil = TIENDUIZEND * teller[code] - deel * n
        boven = Vorm(leden, meer - band, verschil - band * n)
        onder = Vorm(leden, -meer - band, -verschil - band * n)
        termen.append((boven, onder, Vorm()))
    return tuple(termen)
