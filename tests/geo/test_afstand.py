"""Distances against brute force in fractions, ties included."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo import afstand
from geo.afstand import Punten, afstand_naar_boven, anker_punten, binnen_straal, buren, dichter_dan

Punt = tuple[Decimal | None, Decimal | None]

# Multiples of 3, 4 and 5 (and of their hundredths) make many distances that are exactly the limit: 3-4-5.
_STAP = st.sampled_from([Decimal(s) for s in ("0", "3", "4", "5", "12", "0.03", "0.04", "72", "21", "45", "60")])
_COORDINAAT = st.builds(lambda basis, a, b: Decimal(basis) + a + b, st.sampled_from([84000, 447000]), _STAP, _STAP)
_PUNT = st.one_of(st.tuples(_COORDINAAT, _COORDINAAT), st.just((None, None)), st.tuples(_COORDINAAT, st.none()))
_GRENS = st.sampled_from([Decimal(s) for s in ("0", "0.05", "5", "75", "74.999999999999", "75.000000000001", "363000")])


def _punten(rij: list[Punt]) -> Punten:
    return Punten.van([x for x, _ in rij], [y for _, y in rij])


def _kwadraat(p: Punt, q: Punt) -> Fraction | None:
    if None in p or None in q:
        return None
    delen = ((Fraction(a) - Fraction(b)) ** 2 for a, b in zip(p, q, strict=True) if a is not None and b is not None)
    return sum(delen, start=Fraction(0))


def _dicht(p: Punt, q: Punt, grens: Decimal) -> bool:
    kwadraat = _kwadraat(p, q)
    return kwadraat is not None and kwadraat < Fraction(grens) ** 2


@given(st.lists(_PUNT, max_size=12), st.lists(_PUNT, max_size=12), _GRENS)
def test_buren_zijn_precies_de_paren_onder_de_grens(a: list[Punt], b: list[Punt], grens: Decimal) -> None:
    i, j = buren(_punten(a), _punten(b), grens)
    verwacht = [(m, n) for m in range(len(a)) for n in range(len(b)) if _dicht(a[m], b[n], grens)]
    assert list(zip(i.tolist(), j.tolist(), strict=True)) == verwacht


@given(st.lists(_PUNT, max_size=12), _COORDINAAT, _COORDINAAT, _GRENS)
def test_binnen_straal_is_dichter_dan(a: list[Punt], x: Decimal, y: Decimal, straal: Decimal) -> None:
    punten, midden = _punten(a), _punten([(x, y)])
    verwacht = [_dicht(p, (x, y), straal) for p in a]
    assert binnen_straal(punten, x, y, straal).tolist() == verwacht
    assert [dichter_dan(punten, m, midden, 0, straal) for m in range(len(a))] == verwacht


@given(
    st.lists(_PUNT, max_size=8),
    _COORDINAAT,
    _COORDINAAT,
    st.integers(0, 1000),
    st.sampled_from([Decimal(s) for s in ("0.075", "0.01", "10", "0.3", "700")]),
)
def test_anker_is_de_floor_van_het_contract(
    a: list[Punt], x: Decimal, y: Decimal, anker: int, anker_km: Decimal
) -> None:
    """p is the floor exactly when p <= v < p + 1, and both comparisons can be squared into fractions."""
    bereik = Fraction(anker_km) * 1000
    for punt, p in zip(a, anker_punten(_punten(a), x, y, anker, anker_km).tolist(), strict=True):
        kwadraat = _kwadraat(punt, (x, y))
        if kwadraat is None or kwadraat >= bereik**2:
            assert p == 0
            continue
        # v = anker * (1 - d / bereik), so p <= v  <=>  d * anker <= (anker - p) * bereik.
        assert 0 <= p <= anker
        assert kwadraat * anker**2 <= ((anker - p) * bereik) ** 2
        assert p == anker or kwadraat * anker**2 > ((anker - p - 1) * bereik) ** 2


@given(st.lists(_PUNT, max_size=8), _COORDINAAT, _COORDINAAT, st.fractions(0, 50, max_denominator=500))
def test_naar_boven_is_de_kleinste_die_genoeg_is(a: list[Punt], x: Decimal, y: Decimal, factor: Fraction) -> None:
    for punt, n in zip(a, afstand_naar_boven(_punten(a), x, y, factor).tolist(), strict=True):
        kwadraat = _kwadraat(punt, (x, y))
        if kwadraat is None:
            assert n == -1
        else:
            assert n**2 >= kwadraat * factor**2
            assert n == 0 or (n - 1) ** 2 < kwadraat * factor**2


def test_precies_op_de_grens_is_niet_dichterbij() -> None:
    """45-60-75: the distance is exactly 75, and a hair less is closer, finer than a float can see at 447,000."""
    a = _punten([(Decimal("84000.1"), Decimal("447000.1"))])
    b = _punten(
        [
            (Decimal("84045.1"), Decimal("447060.1")),
            (Decimal("84045.1"), Decimal("447060.0999999999999999999999999999")),
        ]
    )
    assert not dichter_dan(a, 0, b, 0, Decimal(75))
    assert dichter_dan(a, 0, b, 1, Decimal(75))
    assert buren(a, b, Decimal(75))[1].tolist() == [1]


def test_anker_precies_op_een_heel_punt() -> None:
    """At 3 km of 10 with 10 points exactly 7 remain; a millimetre further it is 6; in floats 10 * (1 - 3/10) = 7."""
    x = [Decimal(3000), Decimal("3000.001"), Decimal(0), Decimal(10000), Decimal(20000), None]
    punten = Punten.van(x, [Decimal(0)] * len(x))
    assert anker_punten(punten, Decimal(0), Decimal(0), 10, Decimal(10)).tolist() == [7, 6, 10, 0, 0, 0]
    # 0.7 km of 1 km with 10 points: floats give 10 * (1 - 0.7) = 3.0000000000000004, and 1 - 0.9 a hair below 0.1.
    dicht = Punten.van([Decimal(700), Decimal(900)], [Decimal(0), Decimal(0)])
    assert anker_punten(dicht, Decimal(0), Decimal(0), 10, Decimal(1)).tolist() == [3, 1]
    assert floor(10 * (1 - 0.9)) == 0


def test_een_punt_met_halve_coordinaten_is_niet_bekend() -> None:
    punten = Punten.van([Decimal(1), None, Decimal(1)], [Decimal(1), Decimal(1), None])
    assert punten.bekend.tolist() == [True, False, False]
    assert len(Punten.van([], [])) == 0


def test_getallen_die_geen_plaats_zijn() -> None:
    with pytest.raises(ValueError, match="finite"):
        Punten.van([Decimal("1E400")], [Decimal(0)])
    with pytest.raises(ValueError, match="zip"):
        Punten.van([Decimal(0)], [])


def test_een_rooster_vol_gelijke_afstanden() -> None:
    """On a grid of 75 m no neighbour is closer than 75; with 75.01 each inner point has its four."""
    n = 30
    x = [Decimal(80000 + 75 * (k % n)) for k in range(n * n)]
    y = [Decimal(440000 + 75 * (k // n)) for k in range(n * n)]
    punten = Punten.van(x, y)
    i, j = buren(punten, punten, Decimal(75))
    assert np.array_equal(i, j)
    assert len(i) == n * n
    assert len(buren(punten, punten, Decimal("75.01"))[0]) == n * n + 4 * n * (n - 1)


@settings(max_examples=20)
@given(st.lists(st.tuples(_COORDINAAT, _COORDINAAT), min_size=1, max_size=12), st.integers(1, 20))
def test_de_hap_verandert_het_antwoord_niet(a: list[Punt], hap: int) -> None:
    punten = _punten(a)
    heel = [k.tolist() for k in buren(punten, punten, Decimal(75))]
    with pytest.MonkeyPatch.context() as mp:
        mp.setattr(afstand, "_HAP", hap)
        assert [k.tolist() for k in buren(punten, punten, Decimal(75))] == heel


def test_een_reusachtige_uitkomst_blijft_een_geheel_getal() -> None:
    punten = Punten.van([Decimal(3)], [Decimal(4)])
    assert afstand_naar_boven(punten, Decimal(0), Decimal(0), Fraction(10**18)).tolist() == [2**62]
    assert afstand_naar_boven(punten, Decimal(0), Decimal(0), Fraction(10**15)).tolist() == [5 * 10**15]


def test_a_choice_of_places_keeps_their_order_and_their_exactness() -> None:
    """What a float cannot tell apart is still told apart: 0.3 metres is not below 0.3, but below a hair more."""
    alle = Punten.van([Decimal("0.3"), None, Decimal(0)], [Decimal(0), Decimal(1), Decimal(0)])
    keuze = alle.kies(np.array([2, 1, 0]))
    assert keuze.bekend.tolist() == [True, False, True]
    assert not dichter_dan(keuze, 0, keuze, 2, Decimal("0.3"))
    assert dichter_dan(keuze, 0, keuze, 2, Decimal("0.30000000000000001"))
    assert [paar.tolist() for paar in buren(keuze, alle, Decimal("0.3"))] == [[0, 2], [2, 0]]
    assert len(alle.kies(np.array([], dtype=np.int64))) == 0
