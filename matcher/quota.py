"""Shares and quotas of gemeenten: the method of the largest remainder (Hamilton; contract par. 4 K4, par. 5)."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from data.records import Gemeente
from data.regio import Regio

SCHAAL = 10_000
"""Shares are whole ten-thousandths in the level ``spreiding``."""


def grootste_rest(aandelen: Mapping[str, Fraction], totaal: int) -> dict[str, int]:
    """Splits ``totaal`` over the shares (any scale, sum > 0) by largest remainder.

    A tie between remainders goes to the larger share, then to the lower code.
    """
    som = sum(aandelen.values())
    exact = {code: aandeel * totaal / som for code, aandeel in aandelen.items()}
    delen = {code: int(deel) for code, deel in exact.items()}
    volgorde = sorted(exact, key=lambda code: (delen[code] - exact[code], -aandelen[code], code))
    for code in volgorde[: totaal - sum(delen.values())]:
        delen[code] += 1
    return delen


def _aandelen(gemeenten: tuple[Gemeente, ...]) -> dict[str, Fraction] | None:
    gegeven = {g.gemeentecode: Fraction(g.aandeel) for g in gemeenten if g.aandeel is not None}
    return gegeven or None


def quota(regio: Regio) -> dict[str, int] | None:
    """Quota of each gemeente for the year (``opgave``, else ``jaaropgave`` over the shares); None: K4 does not hold."""
    opgaven = {g.gemeentecode: g.opgave for g in regio.gemeenten if g.opgave is not None}
    if opgaven:
        return opgaven
    jaaropgave = regio.instellingen.spreiding.jaaropgave
    aandelen = _aandelen(regio.gemeenten)
    if jaaropgave is None or aandelen is None:
        return None
    return grootste_rest(aandelen, jaaropgave)


def aandelen_tienduizendsten(regio: Regio) -> dict[str, int] | None:
    """a_g: the share of each gemeente in whole ten-thousandths; None where no shares were given."""
    aandelen = _aandelen(regio.gemeenten)
    return None if aandelen is None else grootste_rest(aandelen, SCHAAL)
