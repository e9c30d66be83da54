"""The map of the demo: wijken that hang together and fit without a gap."""

from __future__ import annotations

from itertools import chain, pairwise

import pytest

from data.demo.kaart import CEL_M, RASTER, WIJKEN, Cel, Kaart, Punt

SEEDS = (2026, 1, 77)


def _oppervlak(ring: list[Punt]) -> int:
    """Twice the area by the shoelace formula; positive when the ring runs counter-clockwise."""
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring))


def _alle_cellen() -> set[Cel]:
    return {(rij, kolom) for rij, regel in enumerate(RASTER) for kolom, letter in enumerate(regel) if letter != "."}


@pytest.mark.parametrize("seed", SEEDS)
def test_de_wijken_vullen_de_regio_zonder_gat_of_overlap(seed: int) -> None:
    """Every inner side is walked once each way, so the sides of all wijken together leave the border alone."""
    kaart = Kaart(seed)
    ringen = [kaart.omtrek(kaart.cellen[wijk.letter]) for wijk in WIJKEN]
    assert sum(map(_oppervlak, ringen)) == _oppervlak(kaart.omtrek(tuple(sorted(_alle_cellen()))))
    zijden = list(chain.from_iterable(pairwise(ring) for ring in ringen))
    assert len(zijden) == len(set(zijden))


@pytest.mark.parametrize("seed", SEEDS)
def test_elke_wijk_is_een_gesloten_ring(seed: int) -> None:
    kaart = Kaart(seed)
    for wijk in WIJKEN:
        ring = kaart.omtrek(kaart.cellen[wijk.letter])
        assert ring[0] == ring[-1]
        assert _oppervlak(ring) > 0
        assert len(set(ring)) == len(ring) - 1


def test_elke_letter_is_een_wijk_en_elke_wijk_een_letter() -> None:
    assert {letter for regel in RASTER for letter in regel} - {"."} == {wijk.letter for wijk in WIJKEN}
    assert len({wijk.wijkcode for wijk in WIJKEN}) == len(WIJKEN)


def test_cellen_die_niet_samenhangen_vallen_op() -> None:
    with pytest.raises(AssertionError, match="hangt niet samen"):
        Kaart(1).omtrek(((0, 0), (5, 5)))


@pytest.mark.parametrize("seed", SEEDS)
def test_een_punt_ligt_in_zijn_wijk(seed: int) -> None:
    """Inside by ray casting, not by how the point was made."""
    kaart = Kaart(seed)
    for wijk in WIJKEN:
        ring = kaart.omtrek(kaart.cellen[wijk.letter])
        for nummer in range(20):
            assert _binnen(kaart.punt(wijk.letter, f"proef/{nummer}"), ring)


def _binnen(punt: Punt, ring: list[Punt]) -> bool:
    x, y = punt
    kruisingen = [
        (x2 - x1) * (y - y1) > (x - x1) * (y2 - y1) if y2 > y1 else (x2 - x1) * (y - y1) < (x - x1) * (y2 - y1)
        for (x1, y1), (x2, y2) in pairwise(ring)
        if (y1 > y) != (y2 > y)
    ]
    return sum(kruisingen) % 2 == 1


def test_een_punt_hangt_alleen_van_seed_en_naam_af() -> None:
    assert Kaart(5).punt("A", "x") == Kaart(5).punt("A", "x") != Kaart(5).punt("A", "y")
    assert Kaart(6).punt("A", "x") != Kaart(5).punt("A", "x")


def test_een_cel_is_ruim_groter_dan_wat_een_hoek_verschuift() -> None:
    kaart = Kaart(3)
    assert all(_oppervlak(kaart.omtrek((cel,))) > CEL_M**2 for cel in _alle_cellen())
