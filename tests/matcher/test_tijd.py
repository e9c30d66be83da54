"""Days and ages on their edges."""

from __future__ import annotations

from datetime import date

import pytest

from data.instellingen import Batch
from matcher.tijd import geldt, isoweek, leeftijd, peil
from tests.matcher.mensen import mens


def test_the_horizon_lies_28_days_on() -> None:
    p = peil(date(2026, 12, 15), Batch())
    assert (p.horizon, p.op_tijd, p.jaar) == (date(2027, 1, 12), date(2027, 1, 26), 2026)


@pytest.mark.parametrize(
    ("dag", "jaren"),
    [(date(2026, 2, 27), 17), (date(2026, 2, 28), 18), (date(2026, 3, 1), 18), (date(2028, 2, 28), 19)],
)
def test_a_birthday_is_the_last_day_of_the_month(dag: date, jaren: int) -> None:
    """Born in February 2008: on 28 February 2026 that month is full; in leap year 2028 it takes until the 29th."""
    assert leeftijd(mens(leeftijd=None, geboortemaand=date(2008, 2, 1)), dag) == jaren


def test_a_given_age_is_taken_as_it_is() -> None:
    assert leeftijd(mens(leeftijd=41), date(2030, 1, 1)) == 41


@pytest.mark.parametrize(
    ("dag", "week"),
    [
        (date(2026, 11, 23), "2026-W48"),
        (date(2027, 1, 1), "2026-W53"),
        (date(2027, 1, 4), "2027-W01"),
        (date(2024, 12, 30), "2025-W01"),
    ],
)
def test_the_iso_week_at_the_turn_of_the_year(dag: date, week: str) -> None:
    assert isoweek(dag) == week


def test_a_last_day_still_holds() -> None:
    dag = date(2026, 11, 23)
    assert geldt(None, dag)
    assert geldt(dag, dag)
    assert not geldt(date(2026, 11, 22), dag)
