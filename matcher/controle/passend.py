"""How well a plek fits someone: the fit of contract par. 5, in whole points, without a float."""

from __future__ import annotations

from fractions import Fraction
from math import isqrt

from matcher.controle.cellen import Getal, Punt
from matcher.controle.gegevens import Plek, Regio, Uitstromer

METER_PER_KM = 1000
NIVEAU_HOOGST = 5


def kwadraat(a: Punt, b: Punt) -> Getal:
    """Give the squared distance between two places, square metres, exact."""
    dx, dy = a[0] - b[0], a[1] - b[1]
    return dx * dx + dy * dy


def wortel_omhoog(getal: Getal) -> int:
    """Give the smallest whole number that is not below the square root."""
    geheel = -((-getal.numerator) // getal.denominator)
    return isqrt(geheel - 1) + 1 if geheel > 0 else 0


def passend(regio: Regio, mens: Uitstromer, plek: Plek) -> int:
    """Give the fit of a pair."""
    punten = regio.instellingen.punten
    wijk = regio.wijken.get(plek.plaats.wijk) if plek.plaats.wijk else None
    score = _gemeente(regio, mens, plek)
    score += _op_plaats(punten.woonvorm, mens.woonvormen, plek.woonvorm)
    if not mens.woonomgeving or (wijk is not None and wijk.woonomgeving == mens.woonomgeving):
        score += punten.woonomgeving
    if mens.prikkelarm != "gewenst":
        score += punten.prikkel
    elif plek.prikkelniveau is not None:
        score += punten.prikkel * (NIVEAU_HOOGST - plek.prikkelniveau) // 4
    score += _anker(regio, mens, plek)
    if wijk is not None and not wijk.kwetsbaar:
        score += punten.ontlasten
    return score


def _op_plaats(punten: tuple[int, ...], lijst: tuple[str, ...], waarde: str) -> int:
    """Give the points for the k-th of an ordered list; 0 beyond the points or outside the list."""
    plaats = lijst.index(waarde) if waarde in lijst else len(punten)
    return punten[plaats] if plaats < len(punten) else 0


def _gemeente(regio: Regio, mens: Uitstromer, plek: Plek) -> int:
    punten, gemeente = regio.instellingen.punten, plek.plaats.gemeente
    if mens.voorkeuren:
        thuis = gemeente == mens.herkomst and gemeente in mens.voorkeuren
        return _op_plaats(punten.gemeente, mens.voorkeuren, gemeente) + (punten.herkomst if thuis else 0)
    thuis = gemeente == mens.herkomst or mens.herkomst is None or mens.herkomst not in regio.gemeenten
    return (punten.gemeente[0] if punten.gemeente else 0) + (punten.herkomst if thuis else 0)


def _anker(regio: Regio, mens: Uitstromer, plek: Plek) -> int:
    punten = regio.instellingen.punten
    if mens.anker is None:
        return punten.anker
    if plek.plaats.punt is None:
        return 0
    bereik = punten.anker_km * METER_PER_KM
    deel = Fraction(punten.anker**2 * kwadraat(mens.anker, plek.plaats.punt)) / (bereik * bereik)
    # floor(a - w) = a - ceil(w), for the irrational w = anker * km / anker_km
    return max(0, punten.anker - wortel_omhoog(deel))
