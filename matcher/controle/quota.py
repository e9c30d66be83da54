"""Shares of the gemeenten: the quota of K4 and the ten-thousandths of the level spreiding (contract par. 4 and 5)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from matcher.controle.gegevens import Regio

TIENDUIZEND = 10_000


def verdeeld(regio: Regio, aantal: int) -> Mapping[str, int] | None:
    """Split a number over the shares by largest remainder; a tie goes to the larger share, then the lower code.

    None without shares.
    """
    aandelen = {code: Fraction(gemeente.aandeel or 0) for code, gemeente in regio.gemeenten.items()}
    som = sum(aandelen.values(), Fraction(0))
    if som == 0:
        return None
    precies = {code: aantal * aandeel / som for code, aandeel in aandelen.items()}
    delen = {code: deel.numerator // deel.denominator for code, deel in precies.items()}
    rest = sorted(aandelen, key=lambda code: (delen[code] - precies[code], -aandelen[code], code))
    for code in rest[: aantal - sum(delen.values())]:
        delen[code] += 1
    return delen


def quota(regio: Regio) -> Mapping[str, int] | None:
    """Give the number of places agreed for each gemeente this year; None where K4 does not hold."""
    opgaven = {code: gemeente.opgave for code, gemeente in regio.gemeenten.items() if gemeente.opgave is not None}
    if opgaven:
        return opgaven
    jaaropgave = regio.instellingen.jaaropgave
    return None if jaaropgave is None else verdeeld(regio, jaaropgave)


def tienduizendsten(regio: Regio) -> Mapping[str, int] | None:
    """Give the shares in whole ten-thousandths; None without shares."""
    return verdeeld(regio, TIENDUIZEND)
