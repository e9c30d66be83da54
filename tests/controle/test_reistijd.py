"""Travel times: straight lines to the hundredth, a matrix before roads before lines, and what a batch may claim."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import Path

import pytest

from matcher.controle.cellen import Getal, Punt, TwijfelError
from matcher.controle.gegevens import Aanbieder
from matcher.controle.reistijd import Reistijd, Reistijden, Sleutel, Wegennet, lees_wegennet
from tests.controle.waarden import Streek, contingent, instellingen, plaats, woning

A, B, LEEG = (
    Aanbieder("a", ((0, 0), (10_000, 0)), None, frozenset()),
    Aanbieder("b", ((0, 50_000),), None, frozenset()),
    Aanbieder("leeg", (), None, frozenset()),
)
W1, W2, C1 = woning("W1", waar=plaats(punt=(3_000, 4_000))), woning("W2"), contingent("C1")
SLEUTEL = ("a", "W1")


def reistijden(
    wegennet: Wegennet | None = None,
    batch: Mapping[Sleutel, Reistijd] | None = None,
    omweg: Getal = Fraction(13, 10),
    m_per_min: Getal = 500,
) -> Reistijden:
    """The times in a region of two providers and one that is nowhere."""
    regels = instellingen(omweg=omweg, m_per_min=m_per_min)
    streek = Streek(aanbieders=(A, B, LEEG), plekken=(W1, W2, C1), regels=regels)
    return Reistijden(streek.regio, wegennet or Wegennet(wegen=False, matrix=None), batch or {})


def matrix(*, wegen: bool = False, **minuten: int | None) -> Wegennet:
    """A matrix for provider a."""
    return Wegennet(wegen, {("a", naam): waarde for naam, waarde in minuten.items()})


def test_a_straight_line() -> None:
    """Five kilometres from the nearest base, a third more by road, 500 metres a minute: 13 minutes."""
    assert reistijden().minuten("a", W1) == 1300
    assert reistijden(omweg=1).minuten("a", W1) == 1000
    assert reistijden(m_per_min=250).minuten("a", W1) == 2600


@pytest.mark.parametrize(
    ("punt", "honderdsten"), [((5, 0), 1), ((6, 0), 2), ((0, 0), 0), ((5_000, 0), 1000), ((5_001, 0), 1000)]
)
def test_hundredths_are_rounded_up(punt: Punt, honderdsten: int) -> None:
    """Five metres are a hundredth of a minute; beyond half way the other base is nearer."""
    assert reistijden(omweg=1).hemelsbreed(A, woning("W1", waar=plaats(punt=punt))) == honderdsten


def test_a_line_needs_two_ends() -> None:
    assert reistijden().minuten("a", W2) is None
    assert reistijden().minuten("leeg", W1) is None
    assert reistijden().minuten("onbekend", W1) is None


def test_the_matrix_goes_first() -> None:
    """With a matrix a pair that it leaves out is not known; an empty one is none."""
    assert reistijden(matrix(W1=7)).minuten("a", W1) == 7
    assert reistijden(matrix(W1=None)).minuten("a", W1) is None
    assert reistijden(matrix(W2=7)).minuten("a", W1) is None
    assert reistijden(matrix()).minuten("a", W1) == 1300
    assert reistijden(matrix(W2=7)).minuten("a", W2) == 7


def test_roads_are_taken_from_the_batch() -> None:
    """Where the matrix is silent; only a row that says that it went by road."""
    wegen, batch = Wegennet(wegen=True, matrix=None), {SLEUTEL: Reistijd(9, "wegen")}
    assert reistijden(wegen, batch).minuten("a", W1) == 9
    assert reistijden(wegen).minuten("a", W1) is None
    assert reistijden(wegen, {SLEUTEL: Reistijd(9, "hemelsbreed")}).minuten("a", W1) is None
    assert reistijden(matrix(wegen=True, W1=7), batch).minuten("a", W1) == 7
    assert reistijden(matrix(wegen=True, W2=7), batch).minuten("a", W1) == 9
    assert reistijden(Wegennet(wegen=False, matrix=None), batch).minuten("a", W1) == 1300


@pytest.mark.parametrize(
    ("wegennet", "rij", "goed"),
    [
        (matrix(), Reistijd(1300, "hemelsbreed"), True),
        (matrix(), Reistijd(1301, "hemelsbreed"), False),
        (matrix(), Reistijd(None, "hemelsbreed"), False),
        (matrix(), Reistijd(1300, "matrix"), False),
        (matrix(), Reistijd(1300, "wegen"), False),
        (matrix(), Reistijd(1300, "fiets"), False),
        (matrix(W1=7), Reistijd(7, "matrix"), True),
        (matrix(W1=7), Reistijd(8, "matrix"), False),
        (matrix(W1=7), Reistijd(7, "wegen"), False),
        (matrix(W1=None), Reistijd(None, "matrix"), True),
        (matrix(W2=7), Reistijd(None, "matrix"), True),
        (matrix(W2=7), Reistijd(1300, "hemelsbreed"), False),
        (matrix(W2=7), Reistijd(7, "matrix"), False),
        (matrix(wegen=True, W1=7), Reistijd(7, "matrix"), True),
        (matrix(wegen=True, W1=7), Reistijd(9, "wegen"), False),
        (matrix(wegen=True, W2=7), Reistijd(9, "wegen"), True),
        (matrix(wegen=True, W2=7), Reistijd(None, "wegen"), True),
        (matrix(wegen=True, W2=7), Reistijd(None, "matrix"), False),
        (Wegennet(wegen=True, matrix=None), Reistijd(9, "wegen"), True),
        (Wegennet(wegen=True, matrix=None), Reistijd(1300, "hemelsbreed"), False),
    ],
)
def test_what_a_row_may_say(wegennet: Wegennet, rij: Reistijd, *, goed: bool) -> None:
    assert reistijden(wegennet).klopt(SLEUTEL, rij) is goed


@pytest.mark.parametrize("sleutel", [("onbekend", "W1"), ("a", "W7"), ("a", "C1")])
def test_a_row_about_something_that_is_not_there(sleutel: Sleutel) -> None:
    """An unnamed place has no door, whatever the matrix says of it."""
    for wegennet in (Wegennet(wegen=True, matrix=None), Wegennet(wegen=False, matrix={sleutel: 5})):
        for rij in (Reistijd(5, "wegen"), Reistijd(5, "matrix"), Reistijd(None, "hemelsbreed")):
            assert not reistijden(wegennet).klopt(sleutel, rij)


def test_no_files(tmp_path: Path) -> None:
    assert lees_wegennet(tmp_path) == Wegennet(wegen=False, matrix=None)


@pytest.mark.parametrize("laag", ["wegen.gpkg", "wegen.geojson"])
def test_a_layer_of_roads(tmp_path: Path, laag: str) -> None:
    (tmp_path / "geo").mkdir()
    (tmp_path / "geo" / laag).write_bytes(b"")
    assert lees_wegennet(tmp_path) == Wegennet(wegen=True, matrix=None)


def schrijf(map_: Path, tekst: str) -> Path:
    """A matrix."""
    (map_ / "geo").mkdir()
    (map_ / "geo" / "reistijden.csv").write_text(tekst, encoding="utf-8")
    return map_


def test_a_matrix(tmp_path: Path) -> None:
    """Minutes become hundredths, rounded up; an empty cell is known to be unknown."""
    rijen = "aanbieder;woning_id;minuten\na;W1;12,5\na;W2;\na;W3;7,0001\na;W4;7\n"
    verwacht = {("a", "W1"): 1250, ("a", "W2"): None, ("a", "W3"): 701, ("a", "W4"): 700}
    assert lees_wegennet(schrijf(tmp_path, rijen)) == Wegennet(wegen=False, matrix=verwacht)


def test_a_matrix_with_only_a_header(tmp_path: Path) -> None:
    assert lees_wegennet(schrijf(tmp_path, "aanbieder;woning_id;minuten\n")) == Wegennet(wegen=False, matrix={})


@pytest.mark.parametrize(("rij", "kolom"), [("a;W1;tien", "minuten"), (";W1;1", "aanbieder"), ("a;;1", "woning_id")])
def test_a_matrix_that_leaves_doubt(tmp_path: Path, rij: str, kolom: str) -> None:
    with pytest.raises(TwijfelError) as fout:
        lees_wegennet(schrijf(tmp_path, f"aanbieder;woning_id;minuten\n{rij}\n"))
    assert fout.value.plaats == f"geo/reistijden.csv, rij 2, kolom {kolom}"


def test_a_matrix_that_cannot_be_opened(tmp_path: Path) -> None:
    """A folder of that name."""
    (tmp_path / "geo" / "reistijden.csv").mkdir(parents=True)
    with pytest.raises(TwijfelError) as fout:
        lees_wegennet(tmp_path)
    assert fout.value.plaats == "geo/reistijden.csv"
