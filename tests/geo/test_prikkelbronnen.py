"""Too near to a source of stimuli, exactly at the limit or not."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely import LineString, MultiPoint, Point, Polygon, box

from geo.prikkelbronnen import Bronnen, Prikkelbronnen, lees_prikkelbronnen

Schrijver = Callable[..., Path]


def _bronnen(*vormen: object, soort: str = "spoor") -> Prikkelbronnen:
    return Prikkelbronnen({soort: Bronnen.van(np.array(vormen, dtype=object))})


def _dicht(bronnen: Prikkelbronnen, x: float, y: float, afstand: str, soort: str = "spoor") -> bool:
    (uit,) = bronnen.dichtbij(np.array([x]), np.array([y]), soort, Decimal(afstand)).tolist()
    return bool(uit)


@pytest.mark.parametrize(
    ("vorm", "waarom"),
    [
        (Point(84045.1, 446060.1), "45-60-75 from the place"),
        (MultiPoint([(90000, 446000), (84045.1, 446060.1)]), "one of several points"),
        (LineString([(84075.1, 440000), (84075.1, 450000)]), "75 m east, seen from the side of a line"),
        (LineString([(84045.1, 446060.1), (84090, 446090)]), "the end of a line"),
        (box(84075.1, 440000, 90000, 450000), "the edge of an area"),
        (
            # A slanting line: the normal (3, 4) from the place to it is 5 long for each unit, so 45-60-75 again.
            LineString([(84045.1 - 80, 446060.1 + 60), (84045.1 + 80, 446060.1 - 60)]),
            "the nearest point halfway a slanting piece",
        ),
    ],
    ids=lambda waarde: waarde if isinstance(waarde, str) else "",
)
def test_precies_op_de_afstand_is_niet_te_dichtbij(vorm: object, waarom: str) -> None:
    """Place (84000.1, 446000.1); every source is exactly 75 m away on the decimals as written."""
    bronnen = _bronnen(vorm)
    assert not _dicht(bronnen, 84000.1, 446000.1, "75"), waarom
    assert _dicht(bronnen, 84000.1, 446000.1, "75.000000001"), waarom
    assert not _dicht(bronnen, 84000.1, 446000.1, "74.999999999"), waarom


def test_binnen_een_vlak_is_altijd_te_dichtbij() -> None:
    """Also for a distance finer than the margin of floats; in the hole of an area the edge of the hole counts."""
    vlak = _bronnen(
        Polygon(box(84000, 446000, 86000, 448000).exterior.coords, [box(84500, 446500, 85500, 447500).exterior.coords])
    )
    assert _dicht(vlak, 84100, 446100, "0.0000001")
    assert not _dicht(vlak, 84100, 446100, "0")
    assert not _dicht(vlak, 85000, 447000, "500")
    assert _dicht(vlak, 85000, 447000, "500.1")


def test_alleen_de_gevraagde_soort_telt() -> None:
    bronnen = _bronnen(Point(84000, 446000), soort="horeca")
    assert _dicht(bronnen, 84000, 446000, "10", "horeca")
    assert not _dicht(bronnen, 84000, 446000, "10", "spoor")


def test_een_onbekende_plaats_is_nergens_dichtbij() -> None:
    """What that means is for rule R19 itself: there it fails."""
    bronnen = _bronnen(Point(84000, 446000))
    x = np.array([np.nan, 84000.0, np.nan])
    assert bronnen.dichtbij(x, np.array([446000.0, 446000.0, np.nan]), "spoor", Decimal(50)).tolist() == [
        False,
        True,
        False,
    ]
    assert bronnen.dichtbij(np.empty(0), np.empty(0), "spoor", Decimal(50)).tolist() == []


_PLEK = st.tuples(st.integers(0, 12).map(lambda k: 84000 + k * 15), st.integers(0, 12).map(lambda k: 446000 + k * 15))


@given(st.lists(_PLEK, min_size=1, max_size=8), st.lists(_PLEK, max_size=8), st.sampled_from([15, 45, 75, 76]))
def test_punten_tegen_gehele_getallen(
    bronnen: list[tuple[int, int]], plaatsen: list[tuple[int, int]], afstand: int
) -> None:
    """On a grid of 15 m many distances are exactly 15, 45 or 75 (45-60-75); integers know which."""
    kaart = _bronnen(*map(Point, bronnen))
    x, y = (np.array([plaats[k] for plaats in plaatsen], dtype=np.float64) for k in (0, 1))
    verwacht = [any((a - c) ** 2 + (b - d) ** 2 < afstand**2 for c, d in bronnen) for a, b in plaatsen]
    assert kaart.dichtbij(x, y, "spoor", Decimal(afstand)).tolist() == verwacht


@given(_PLEK, _PLEK, _PLEK, st.sampled_from([15, 36, 45, 60, 75]))
def test_een_lijnstuk_tegen_breuken(p: tuple[int, int], a: tuple[int, int], b: tuple[int, int], afstand: int) -> None:
    """Beside the piece the distance is |cross| / length, beyond its ends that to the end; squared it is a fraction."""
    if a == b:
        return
    langs = (p[0] - a[0]) * (b[0] - a[0]) + (p[1] - a[1]) * (b[1] - a[1])
    lengte = (b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2
    kruis = (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0])
    naar_einden = min((p[0] - e[0]) ** 2 + (p[1] - e[1]) ** 2 for e in (a, b))
    kwadraat = Fraction(kruis**2, lengte) if 0 <= langs <= lengte else Fraction(naar_einden)
    assert _dicht(_bronnen(LineString([a, b])), *p, str(afstand)) == (kwadraat < afstand**2)


def test_uit_een_laag(regiomap: Path, teken: Schrijver) -> None:
    assert lees_prikkelbronnen(regiomap) == (None, ())
    teken(
        "geo/prikkelbronnen.geojson",
        [
            (Point(84000, 446000), {"soort": "horeca"}),
            (LineString([(84000, 447000), (85000, 447000)]), {"soort": "spoor"}),
            (box(86000, 446000, 87000, 447000), {"soort": "uitgaan"}),
        ],
    )
    bronnen, meldingen = lees_prikkelbronnen(regiomap)
    assert bronnen is not None, meldingen
    x, y = np.array([84000.0, 84500.0, 86500.0]), np.array([446049.0, 446951.0, 446500.0])
    assert [
        bronnen.dichtbij(x, y, soort, Decimal(50)).tolist() for soort in ("horeca", "spoor", "uitgaan", "school")
    ] == [
        [True, False, False],
        [False, True, False],
        [False, False, True],
        [False, False, False],
    ]
