"""Exact distances between places in RD metres: near enough or not, decided on the decimals as written.

Floats do the bulk; where a float lies too close to a limit to be trusted, fractions decide. So every
answer is that of exact arithmetic (contract, opening and par. 3 R15, par. 4 K8 and K11, par. 5 anker).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil, isqrt

import numpy as np
from numpy.typing import NDArray

Geheel = NDArray[np.int64]
Kommagetal = NDArray[np.float64]
Masker = NDArray[np.bool_]

ONBEKEND = -1
"""What :func:`afstand_naar_boven` says of a place that is not known."""
_MEEST = 2**62
_HAP = 2_000_000
"""Candidate pairs that are looked at in one go, so that memory stays bounded."""


@dataclass(frozen=True, slots=True, eq=False)
class Punten:
    """A row of places in RD metres, each known or not.

    ``exact`` holds the decimals as written (None: not known), ``x`` and ``y`` the nearest floats
    (nan: not known), ``reikwijdte`` the largest coordinate, which bounds what the floats can be off.
    """

    exact: tuple[tuple[Decimal, Decimal] | None, ...]
    x: Kommagetal
    y: Kommagetal
    reikwijdte: float

    @classmethod
    def van(cls, x: Sequence[Decimal | None], y: Sequence[Decimal | None]) -> Punten:
        """From two columns of equal length; a place with half its coordinates is not known.

        Raises:
            ValueError: the columns differ in length, or a coordinate is no finite number.
        """
        exact = tuple(None if a is None or b is None else (a, b) for a, b in zip(x, y, strict=True))
        getallen = np.array([(np.nan, np.nan) if punt is None else punt for punt in exact], dtype=np.float64)
        getallen = getallen.reshape(len(exact), 2)
        bekend = getallen[[punt is not None for punt in exact]]
        if not np.isfinite(bekend).all():
            raise ValueError("coordinate is not a finite number")
        getallen.setflags(write=False)
        return cls(exact, getallen[:, 0], getallen[:, 1], float(np.abs(bekend).max(initial=0.0)))

    def __len__(self) -> int:
        """How many places, known or not."""
        return len(self.exact)

    def kies(self, i: Geheel) -> Punten:
        """The places with these indices, in this order."""
        return Punten(tuple(self.exact[k] for k in i.tolist()), self.x[i], self.y[i], self.reikwijdte)

    @property
    def bekend(self) -> Masker:
        """Which places are known."""
        return ~np.isnan(self.x)


def dichter_dan(a: Punten, i: int, b: Punten, j: int, grens: Decimal) -> bool:
    """Whether place ``i`` of ``a`` and place ``j`` of ``b`` lie closer (``<``) than ``grens`` metres.

    False when one of them is not known: what that means differs by rule, so the caller asks ``bekend`` first.
    """
    kwadraat = _kwadraat(a.exact[i], b.exact[j])
    return kwadraat is not None and grens > 0 and kwadraat < Fraction(grens) ** 2


def buren(a: Punten, b: Punten, grens: Decimal) -> tuple[Geheel, Geheel]:
    """All pairs (i, j) of ``a`` x ``b`` closer (``<``) than ``grens`` metres, sorted by i, then j.

    With ``b`` the same as ``a`` each pair comes twice, and each known place beside itself. No matrix is
    made: only places within a strip of ``grens`` to the left and right are compared.
    """
    if grens <= 0:
        return np.empty(0, np.int64), np.empty(0, np.int64)
    gevonden = [_dichtbij(a, i, b, j, grens) for i, j in _kandidaten(a, b, grens)]
    i, j = (np.concatenate([np.empty(0, np.int64), *kolom]) for kolom in zip(*gevonden, strict=True))
    volgorde = np.lexsort((j, i))
    return i[volgorde], j[volgorde]


def binnen_straal(punten: Punten, x: Decimal, y: Decimal, straal: Decimal) -> Masker:
    """Which places lie closer (``<``) than ``straal`` metres to (x, y). False for a place that is not known."""
    midden = Punten.van([x], [y])
    binnen = np.zeros(len(punten), dtype=np.bool_)
    i = np.flatnonzero(punten.bekend)
    if straal > 0:
        binnen[_dichtbij(punten, i, midden, np.zeros_like(i), straal)[0]] = True
    return binnen


def afstand_naar_boven(punten: Punten, x: Decimal, y: Decimal, factor: Fraction) -> Geheel:
    """``ceil(factor * metres)`` from (x, y) to each place; -1 for a place that is not known."""
    midden = Punten.van([x], [y])
    i = np.flatnonzero(punten.bekend)
    waarde = float(factor) * np.hypot(punten.x[i] - midden.x[0], punten.y[i] - midden.y[0])
    marge = 1e-12 * waarde + float(factor) * _marge(punten, midden)
    twijfel = np.abs(waarde - np.rint(waarde)) <= marge
    uit = np.full(len(punten), ONBEKEND, dtype=np.int64)
    uit[i[~twijfel]] = np.ceil(waarde[~twijfel]).astype(np.int64)
    for k in i[twijfel].tolist():
        kwadraat = _kwadraat(punten.exact[k], midden.exact[0])
        assert kwadraat is not None
        uit[k] = min(_MEEST, _wortel_naar_boven(kwadraat * factor**2))
    return uit


def anker_punten(punten: Punten, x: Decimal, y: Decimal, anker: int, anker_km: Decimal) -> Geheel:
    """Points for living near (x, y): ``floor(anker * max(0, 1 - km / anker_km))``, 0 where not known (par. 5)."""
    verlies = afstand_naar_boven(punten, x, y, Fraction(anker) / (Fraction(anker_km) * 1000))
    return np.where(verlies == ONBEKEND, 0, np.maximum(0, anker - verlies))


def _kwadraat(p: tuple[Decimal, Decimal] | None, q: tuple[Decimal, Decimal] | None) -> Fraction | None:
    """The squared distance, exact: Decimal itself would round to the digits of its context."""
    if p is None or q is None:
        return None
    return (Fraction(p[0]) - Fraction(q[0])) ** 2 + (Fraction(p[1]) - Fraction(q[1])) ** 2


def _wortel_naar_boven(getal: Fraction) -> int:
    """The smallest whole number whose square is at least ``getal``."""
    heel = ceil(getal)
    return isqrt(heel - 1) + 1 if heel > 0 else 0


def _marge(a: Punten, b: Punten) -> float:
    """What a float distance can be off through the rounding of coordinates: some ulps of the largest."""
    return 2.0**-48 * max(a.reikwijdte, b.reikwijdte)


def _dichtbij(a: Punten, i: Geheel, b: Punten, j: Geheel, grens: Decimal) -> tuple[Geheel, Geheel]:
    """Of the pairs (i, j) of known places, those closer than ``grens``."""
    afstand = np.hypot(a.x[i] - b.x[j], a.y[i] - b.y[j])
    rond = min(float(grens), _MEEST)
    marge = 1e-9 * rond + _marge(a, b)
    dicht = afstand < rond
    for k in np.flatnonzero(np.abs(afstand - rond) <= marge).tolist():
        dicht[k] = dichter_dan(a, int(i[k]), b, int(j[k]), grens)
    return i[dicht], j[dicht]


def _kandidaten(a: Punten, b: Punten, grens: Decimal) -> Iterator[tuple[Geheel, Geheel]]:
    """Pairs whose x differ by about ``grens`` at most, in bites; at least one, so that there is something to join."""
    rechts = np.flatnonzero(b.bekend)
    rechts = rechts[np.argsort(b.x[rechts], kind="stable")]
    links = np.flatnonzero(a.bekend)
    breedte = min(float(grens), _MEEST) * (1 + 1e-9) + _marge(a, b)
    van = np.searchsorted(b.x[rechts], a.x[links] - breedte, side="left")
    tot = np.searchsorted(b.x[rechts], a.x[links] + breedte, side="right")
    hap = np.cumsum(tot - van) // _HAP
    for deel in np.split(np.arange(len(links)), np.flatnonzero(np.diff(hap)) + 1):
        aantal = tot[deel] - van[deel]
        begin = np.repeat(van[deel] - np.cumsum(aantal) + aantal, aantal)
        yield np.repeat(links[deel], aantal), rechts[begin + np.arange(int(aantal.sum()))]
