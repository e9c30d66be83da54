"""Present, stays, counts: on the very days."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from data.instellingen import Batch
from data.regio import Regio
from matcher.tijd import peil
from matcher.verblijf import Verblijf, verblijven
from tests.matcher.mensen import D, H, plaatsing, woning

DAG = timedelta(days=1)


def _een(**velden: Any) -> Verblijf:
    regio = Regio(woningen=(woning(complex_id="C1"),), plaatsingen=(plaatsing(**velden),))
    return verblijven(regio, peil(D, Batch()))[0]


@pytest.mark.parametrize(
    ("uit", "aanwezig", "blijft"),
    [(None, True, True), (D, False, False), (D + DAG, True, False), (H, True, False), (H + DAG, True, True)],
)
def test_the_end_is_the_first_day_that_no_longer_counts(uit: date | None, *, aanwezig: bool, blijft: bool) -> None:
    v = _een(datum_uit=uit)
    assert (v.aanwezig, v.blijft) == (aanwezig, blijft)


@pytest.mark.parametrize(("in_", "er"), [(H, True), (H + DAG, False)])
def test_it_must_have_begun_by_the_horizon(in_: date, *, er: bool) -> None:
    v = _een(datum_in=in_)
    assert (v.aanwezig, v.blijft) == (er, er)


@pytest.mark.parametrize(
    ("in_", "telt"),
    [(date(2025, 12, 31), False), (date(2026, 1, 1), True), (date(2026, 12, 31), True), (date(2027, 1, 1), False)],
)
def test_it_counts_in_the_year_it_began_even_when_it_is_over(in_: date, *, telt: bool) -> None:
    assert _een(datum_in=in_, datum_uit=in_ + DAG).telt is telt


def test_an_empty_place_is_that_of_the_listed_woning_cell_by_cell() -> None:
    v = _een(wijkcode="WK000199", x=Decimal(1))
    assert (v.wijkcode, v.complex, v.x, v.y) == ("WK000199", ("complex", "C1"), Decimal(1), Decimal(447000))
    anders = _een(complex_id="C2", y=Decimal(2))
    assert (anders.wijkcode, anders.complex, anders.x, anders.y) == (
        "WK000100",
        ("complex", "C2"),
        Decimal(85000),
        Decimal(2),
    )


def test_without_a_complex_a_woning_is_its_own_listed_or_not() -> None:
    regio = Regio(plaatsingen=(plaatsing(woning_id="W9"), plaatsing(woning_id=None, contingent_id="C9")))
    onbekend, los = verblijven(regio, peil(D, Batch()))
    assert onbekend.complex == ("woning", "W9")
    assert los.complex is None


def test_it_points_to_the_contingent_of_its_woning() -> None:
    regio = Regio(woningen=(woning(contingent_id="CT"),), plaatsingen=(plaatsing(),))
    assert verblijven(regio, peil(D, Batch()))[0].contingent_id == "CT"
