"""Travel times: straight, over roads, and as the region itself states them."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from shapely import LineString

from data.instellingen import Instellingen
from data.instellingen import Reistijd as Instelling
from data.records import Reistijd
from data.regio import Regio
from geo.reistijd import Bron, Reistijden, reistijden
from tests.geo.kaartwerk import NOORD, OOST, aanbieder, regio, team, woning

Schrijver = Callable[..., Path]


def _rij(uit: Reistijden, naam: str) -> list[int]:
    return [int(minuten) for minuten in uit.minuten[uit.aanbieders.index(naam)]]


def _bronnen(uit: Reistijden) -> set[Bron]:
    return {list(Bron)[int(bron)] for bron in uit.bron.ravel()}


def _reistijden(reg: Regio, map_: Path, matrix: tuple[Reistijd, ...] = ()) -> Reistijden:
    uit, meldingen = reistijden(reg, reg.woningen, map_, matrix)
    assert meldingen == ()
    return uit


def _weg(*punten: tuple[float, float]) -> LineString:
    return LineString([(OOST + x, NOORD + y) for x, y in punten])


def test_hemelsbreed_is_precies_en_naar_boven(regiomap: Path) -> None:
    """500 m * 1.3 / 500 is 1.3 minutes on the dot: 130 hundredths. A tenth of a millimetre further is 131."""
    woningen = [woning("W1", "300", "400"), woning("W2", "300", "400.0001"), woning("W3", "0", "0"), woning("W4")]
    uit = _reistijden(regio(woningen, aanbieders=(aanbieder("zorg", 0, 0),)), regiomap)
    assert _rij(uit, "zorg") == [130, 131, 0, -1]
    assert _bronnen(uit) == {Bron.HEMELSBREED}
    assert (uit.aanbieders, uit.woningen) == (("zorg",), ("W1", "W2", "W3", "W4"))


def test_de_dichtstbijzijnde_basis_telt(regiomap: Path) -> None:
    """The base is 5 km away, the team 500 m; a provider with only a team; one without any place."""
    reg = regio(
        [woning("W1", "5000", "0")],
        aanbieders=(aanbieder("a", 0, 0), aanbieder("b"), aanbieder("c")),
        aanbieder_teams=(team("a", 5000, 500), team("b", 5000, 1000)),
    )
    uit = _reistijden(reg, regiomap)
    assert [_rij(uit, naam) for naam in "abc"] == [[130], [260], [-1]]


def test_omweg_en_snelheid_van_de_regio(regiomap: Path) -> None:
    """100 m at 300 m a minute is a third of a minute: rounded up to 34 hundredths."""
    instellingen = Instellingen(reistijd=Instelling(omweg=Decimal(1), m_per_min=Decimal(300)))
    reg = regio([woning("W1", "100", "0")], aanbieders=(aanbieder("a", 0, 0),), instellingen=instellingen)
    assert _rij(_reistijden(reg, regiomap), "a") == [34]


def test_de_matrix_gaat_voor_alles_en_wat_erin_ontbreekt_is_onbekend(regiomap: Path, teken: Schrijver) -> None:
    """W1 stated (2.501 is rounded up), W2 stated to be unknown, W3 left out; rows about others are passed over."""
    woningen = [woning(f"W{k}", "300", "400") for k in (1, 2, 3)]
    reg = regio(woningen, aanbieders=(aanbieder("a", 0, 0), aanbieder("b")))
    matrix = (
        Reistijd(aanbieder="a", woning_id="W1", minuten=Decimal("2.501")),
        Reistijd(aanbieder="a", woning_id="W2", minuten=None),
        Reistijd(aanbieder="b", woning_id="W1", minuten=Decimal(0)),
        Reistijd(aanbieder="a", woning_id="W9", minuten=Decimal(1)),
        Reistijd(aanbieder="z", woning_id="W1", minuten=Decimal(1)),
    )
    uit = _reistijden(reg, regiomap, matrix)
    assert (_rij(uit, "a"), _rij(uit, "b")) == ([251, -1, -1], [0, -1, -1])
    assert _bronnen(uit) == {Bron.MATRIX}
    # With roads, what the matrix leaves out goes over the road; "stated to be unknown" stays so.
    teken("geo/wegen.gpkg", [(_weg((0, 0), (300, 400)), {"minuten": 7})])
    uit = _reistijden(reg, regiomap, matrix)
    assert _rij(uit, "a") == [251, -1, 700]
    assert [list(Bron)[int(k)] for k in uit.bron[0]] == [Bron.MATRIX, Bron.MATRIX, Bron.WEGEN]


def test_een_matrix_over_andere_woningen_is_een_matrix(regiomap: Path) -> None:
    """The region has its own times, but none for W1: not known, and no straight line either (decision 26)."""
    reg = regio([woning("W1", "300", "400")], aanbieders=(aanbieder("a", 0, 0),))
    uit = _reistijden(reg, regiomap, (Reistijd(aanbieder="a", woning_id="W9", minuten=Decimal(1)),))
    assert (_rij(uit, "a"), _bronnen(uit)) == ([-1], {Bron.MATRIX})


def test_wegen_zonder_vangnet(regiomap: Path, teken: Schrijver) -> None:
    """Two roads that do not meet: W1 is reached, W2 is on the other road, W3 too far from any, W4 has no place."""
    teken(
        "geo/wegen.gpkg",
        [
            (_weg((0, 0), (1000, 0)), {"minuten": 3.0, "eenrichting": None}),
            (_weg((0, 100), (1000, 100)), {"minuten": 3.0, "eenrichting": "nee"}),
        ],
    )
    woningen = [
        woning("W1", "1000", "0"),
        woning("W2", "1000", "100"),
        woning("W3", "1000", "-501"),
        woning("W4"),
        woning("W5", "1000", "-500"),
    ]
    reg = regio(woningen, aanbieders=(aanbieder("a", 0, 0), aanbieder("b", 0, 5000)))
    uit, meldingen = reistijden(reg, reg.woningen, regiomap)
    # W5 lies 500 m beside the road: 500 * 1.3 / 500 = 1.3 minutes on top.
    assert (_rij(uit, "a"), _rij(uit, "b")) == ([300, -1, -1, -1, 430], [-1] * 5)
    assert _bronnen(uit) == {Bron.WEGEN}
    assert [melding.tekst for melding in meldingen] == [
        "Een team van b ligt meer dan 500 meter van een weg op de kaart en telt niet mee voor de reistijd.",
        "Meer dan 500 meter van een weg op de kaart: woning W3. De reistijd daarheen is niet bekend.",
    ]


def test_eenrichting_geldt_van_zorg_naar_woning(regiomap: Path, teken: Schrijver) -> None:
    """From west to east in 1 minute; back only by the road around, 5 minutes."""
    teken(
        "geo/wegen.gpkg",
        [
            (_weg((0, 0), (1000, 0)), {"minuten": 1, "eenrichting": "ja"}),
            (_weg((0, 0), (500, 400), (1000, 0)), {"minuten": 5, "eenrichting": "nee"}),
        ],
    )
    west, oost = (0, 0), (1000, 0)
    reg = regio(
        [woning("W1", "0", "0"), woning("W2", "1000", "0")], aanbieders=(aanbieder("a", *west), aanbieder("b", *oost))
    )
    uit = _reistijden(reg, regiomap)
    assert (_rij(uit, "a"), _rij(uit, "b")) == ([0, 100], [500, 0])


def test_halverwege_een_weg(regiomap: Path, teken: Schrijver) -> None:
    """On one piece of road: a tenth of its length is a tenth of its time; against one-way it cannot be reached."""
    teken("geo/wegen.geojson", [(_weg((0, 0), (1000, 0)), {"minuten": 10, "eenrichting": 1})])
    reg = regio(
        [woning("W1", "600", "0"), woning("W2", "400", "0"), woning("W3", "500", "0")],
        aanbieders=(aanbieder("a", 500, 0),),
    )
    assert _rij(_reistijden(reg, regiomap), "a") == [100, -1, 0]


def test_snelheid_over_de_getekende_lengte(regiomap: Path, teken: Schrijver) -> None:
    """3-4-5 twice: 1000 m at 30 km an hour is 2 minutes on the dot; minuten, where given, goes before snelheid."""
    teken(
        "geo/wegen.gpkg",
        [
            (_weg((0, 0), (300, 400), (600, 0)), {"snelheid": "30", "minuten": None}),
            (_weg((600, 0), (600, 700)), {"snelheid": "30", "minuten": "0,5"}),
        ],
    )
    reg = regio([woning("W1", "600", "0"), woning("W2", "600", "700")], aanbieders=(aanbieder("a", 0, 0),))
    assert _rij(_reistijden(reg, regiomap), "a") == [200, 250]


@pytest.mark.parametrize(("minuten", "stukken", "verwacht"), [(0.1, 3, 30), (0.7, 10, 700), (1.1, 100, 11000)])
def test_sommen_van_tienden_zijn_precies(
    minuten: float, stukken: int, verwacht: int, regiomap: Path, teken: Schrijver
) -> None:
    """In floats 0.1 + 0.1 + 0.1 is a hair above 0.3, which rounded up would be 0.31."""
    wegen = [(_weg((100 * k, 0), (100 * k + 100, 0)), {"minuten": minuten}) for k in range(stukken)]
    teken("geo/wegen.gpkg", wegen)
    reg = regio([woning("W1", str(100 * stukken), "0")], aanbieders=(aanbieder("a", 0, 0),))
    assert _rij(_reistijden(reg, regiomap), "a") == [verwacht]


def test_derden_zijn_samen_een_hele(regiomap: Path, teken: Schrijver) -> None:
    """Three times 100 m at 18 km an hour is three times a third of a minute: 1.00, not 1.01."""
    wegen = [(_weg((100 * k, 0), (100 * k + 100, 0)), {"snelheid": 18}) for k in range(3)]
    teken("geo/wegen.gpkg", wegen)
    reg = regio([woning("W1", "300", "0"), woning("W2", "100", "0")], aanbieders=(aanbieder("a", 0, 0),))
    assert _rij(_reistijden(reg, regiomap), "a") == [100, 34]
