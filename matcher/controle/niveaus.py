"""The value of each level of the objective, recomputed from the proposals (contract par. 5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from hashlib import sha256

from matcher.controle.batchregels import Paar
from matcher.controle.cellen import Getal
from matcher.controle.passend import passend
from matcher.controle.quota import TIENDUIZEND, tienduizendsten
from matcher.controle.toestand import Toestand

RICHTING = {"spreiding": "min", "schaarste": "min"}
"""Levels that are kept low; all others are ``max``."""

DAGEN_HOOGST = 3650
RUSTIG = 2


def niveaus(toestand: Toestand, paren: tuple[Paar, ...], seed: str) -> Mapping[str, Getal]:
    """Give the value of every level that the region uses, in its order."""
    return {
        naam: _spreiding(toestand, paren) if naam == "spreiding" else sum(waarden(toestand, paren, seed, naam))
        for naam in toestand.regio.instellingen.volgorde
    }


def waarden(toestand: Toestand, paren: Sequence[Paar], seed: str, naam: str) -> list[int]:
    """Give what each pair adds to a level; not for ``spreiding``, to which pairs add together."""
    regio, datum = toestand.regio, toestand.datum
    match naam:
        case "crisis" | "hoog":
            return [int(plek.benoemd and mens.urgentie == naam) for mens, plek in paren]
        case "op_tijd":
            laatste = datum + timedelta(days=regio.instellingen.op_tijd_dagen)
            return [
                int(plek.benoemd and mens.uiterste_datum is not None and mens.uiterste_datum <= laatste)
                for mens, plek in paren
            ]
        case "geplaatst":
            return [1] * len(paren)
        case "wachttijd":
            return [min(DAGEN_HOOGST, max(0, (datum - mens.wachtend_sinds).days)) for mens, _ in paren]
        case "passend":
            return [passend(regio, mens, plek) for mens, plek in paren]
        case "schaarste":
            return [_schaarste(paar) for paar in paren]
        case "loting":
            return [_lot(seed, paar) for paar in paren]
    raise ValueError(naam)


def geteld(toestand: Toestand, paren: Iterable[Paar] = ()) -> Counter[str]:
    """Count the placements that count in J, with those of these pairs, by gemeente (woonvormen with ``telt_mee``)."""
    vormen = toestand.regio.instellingen.woonvormen
    teller = Counter(
        plaatsing.plaats.gemeente for plaatsing in toestand.dit_jaar if vormen[plaatsing.woonvorm].telt_mee
    )
    teller.update(plek.plaats.gemeente for _, plek in paren if vormen[plek.woonvorm].telt_mee)
    return teller


def _spreiding(toestand: Toestand, paren: tuple[Paar, ...]) -> Getal:
    regio = toestand.regio
    aandelen = tienduizendsten(regio)
    if aandelen is None:
        return 0
    teller = geteld(toestand, paren)
    n = sum(teller[gemeente] for gemeente in aandelen)
    band = 100 * regio.instellingen.band_pct * n
    nul: Getal = 0
    return sum((max(0, abs(TIENDUIZEND * teller[code] - deel * n) - band) for code, deel in aandelen.items()), nul)


def _schaarste(paar: Paar) -> int:
    mens, plek = paar
    rustig = plek.prikkelniveau is not None and plek.prikkelniveau <= RUSTIG and mens.prikkelarm == "nee"
    ruim = 0 if plek.max_personen is None else max(0, plek.max_personen - mens.personen)
    return rustig + max(0, plek.toegankelijkheid - mens.toegankelijkheid) + ruim


def _lot(seed: str, paar: Paar) -> int:
    mens, plek = paar
    return int.from_bytes(sha256(f"{seed}|{mens.id}|{plek.plek}".encode()).digest()[:2], "big")
