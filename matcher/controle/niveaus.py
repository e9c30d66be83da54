"""The value of each level of the objective, recomputed from the proposals (contract par. 5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import timedelta
from hashlib import sha256

from matcher.controle.batchregels import Paar
from matcher.controle.cellen import Getal
from matcher.controle.passend import passend
from matcher.controle.quota import tienduizendsten
from matcher.controle.toestand import Toestand

RICHTING = {"spreiding": "min", "schaarste": "min"}
"""Levels that are kept low; all others are ``max``."""

DAGEN_HOOGST = 3650
RUSTIG = 2


def niveaus(toestand: Toestand, paren: tuple[Paar, ...], seed: str) -> Mapping[str, Getal]:
    """Give the value of every level that the region uses, in its order."""
    regio = toestand.regio
    laatste = toestand.datum + timedelta(days=regio.instellingen.op_tijd_dagen)
    benoemd = [mens for mens, plek in paren if plek.benoemd]
    rekenen: Mapping[str, Callable[[], Getal]] = {
        "crisis": lambda: sum(mens.urgentie == "crisis" for mens in benoemd),
        "op_tijd": lambda: sum(mens.uiterste_datum is not None and mens.uiterste_datum <= laatste for mens in benoemd),
        "hoog": lambda: sum(mens.urgentie == "hoog" for mens in benoemd),
        "geplaatst": lambda: len(paren),
        "wachttijd": lambda: sum(
            min(DAGEN_HOOGST, max(0, (toestand.datum - mens.wachtend_sinds).days)) for mens, _ in paren
        ),
        "spreiding": lambda: _spreiding(toestand, paren),
        "passend": lambda: sum(passend(regio, mens, plek) for mens, plek in paren),
        "schaarste": lambda: sum(_schaarste(paar) for paar in paren),
        "loting": lambda: sum(_lot(seed, paar) for paar in paren),
    }
    return {naam: rekenen[naam]() for naam in regio.instellingen.volgorde}


def _spreiding(toestand: Toestand, paren: tuple[Paar, ...]) -> Getal:
    regio = toestand.regio
    aandelen = tienduizendsten(regio)
    if aandelen is None:
        return 0
    vormen = regio.instellingen.woonvormen
    teller = Counter(
        plaatsing.plaats.gemeente for plaatsing in toestand.dit_jaar if vormen[plaatsing.woonvorm].telt_mee
    )
    teller.update(plek.plaats.gemeente for _, plek in paren if vormen[plek.woonvorm].telt_mee)
    n = sum(teller[gemeente] for gemeente in aandelen)
    band = 100 * regio.instellingen.band_pct * n
    nul: Getal = 0
    return sum((max(0, abs(10_000 * teller[code] - deel * n) - band) for code, deel in aandelen.items()), nul)


def _schaarste(paar: Paar) -> int:
    mens, plek = paar
    rustig = plek.prikkelniveau is not None and plek.prikkelniveau <= RUSTIG and mens.prikkelarm == "nee"
    ruim = 0 if plek.max_personen is None else max(0, plek.max_personen - mens.personen)
    return rustig + max(0, plek.toegankelijkheid - mens.toegankelijkheid) + ruim


def _lot(seed: str, paar: Paar) -> int:
    mens, plek = paar
    return int.from_bytes(sha256(f"{seed}|{mens.id}|{plek.plek}".encode()).digest()[:2], "big")
