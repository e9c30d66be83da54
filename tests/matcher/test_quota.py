"""Largest remainder, against what the DWO documents print and against ties made by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from data.instellingen import Instellingen
from data.records import Gemeente
from data.regio import Regio
from matcher.quota import aandelen_tienduizendsten, grootste_rest, quota

DWO = {"GM0503": "48.21", "GM1783": "33.09", "GM1926": "12.95", "GM1842": "5.74"}


def _gemeente(code: str, *, aandeel: str | None = None, opgave: int | None = None) -> Gemeente:
    return Gemeente(gemeentecode=code, naam=code, aandeel=None if aandeel is None else Decimal(aandeel), opgave=opgave)


def _regio(*gemeenten: Gemeente, jaaropgave: int | None = None) -> Regio:
    spreiding = {} if jaaropgave is None else {"jaaropgave": jaaropgave}
    return Regio(instellingen=Instellingen(spreiding=spreiding), gemeenten=gemeenten)


@pytest.mark.parametrize(
    ("totaal", "verdeeld"),
    [(131, (63, 43, 17, 8)), (57, (28, 19, 7, 3)), (27, (13, 9, 3, 2)), (15, (7, 5, 2, 1))],
)
def test_the_printed_tables_of_003(totaal: int, verdeeld: tuple[int, ...]) -> None:
    """BT Basis, BT Plus, BW Basis (27: the printed row adds up to 28) and BW Plus (domain facts from 003)."""
    delen = grootste_rest({code: Fraction(aandeel) for code, aandeel in DWO.items()}, totaal)
    assert tuple(delen[code] for code in DWO) == verdeeld


def test_a_tie_goes_to_the_larger_share() -> None:
    # 3 over 1:3:4 of 8 gives 3/8, 9/8, 12/8: remainders 3/8, 1/8, 4/8; one place is left: it goes to c.
    assert grootste_rest({"a": Fraction(1), "b": Fraction(3), "c": Fraction(4)}, 3) == {"a": 0, "b": 1, "c": 2}
    # 2 over 1:3 gives 1/2 and 3/2: equal remainders, the larger share wins though its code is higher.
    assert grootste_rest({"a": Fraction(1), "b": Fraction(3)}, 2) == {"a": 0, "b": 2}


def test_a_tie_between_equal_shares_goes_to_the_lower_code() -> None:
    assert grootste_rest({"GM0002": Fraction(1), "GM0001": Fraction(1)}, 3) == {"GM0001": 2, "GM0002": 1}


@pytest.mark.parametrize("totaal", [0, 1, 7, 9999])
def test_nothing_is_lost(totaal: int) -> None:
    aandelen = {code: Fraction(aandeel) for code, aandeel in DWO.items()}
    delen = grootste_rest(aandelen, totaal)
    som = sum(aandelen.values())
    assert sum(delen.values()) == totaal
    assert all(abs(delen[code] - aandelen[code] * totaal / som) < 1 for code in DWO)


def test_an_agreed_number_goes_before_the_calculation() -> None:
    regio = _regio(_gemeente("GM0001", aandeel="1", opgave=9), _gemeente("GM0002", aandeel="1", opgave=0), jaaropgave=4)
    assert quota(regio) == {"GM0001": 9, "GM0002": 0}


def test_without_an_agreement_there_is_no_quota() -> None:
    een = _gemeente("GM0001", aandeel="1")
    assert quota(_regio(een)) is None
    assert quota(_regio(een, jaaropgave=5)) == {"GM0001": 5}
    assert quota(_regio(replace(een, aandeel=None), jaaropgave=5)) is None


def test_shares_in_ten_thousandths_add_up() -> None:
    aandelen = aandelen_tienduizendsten(_regio(*(_gemeente(code, aandeel="1") for code in ("GM1", "GM2", "GM3"))))
    assert aandelen == {"GM1": 3334, "GM2": 3333, "GM3": 3333}
    assert aandelen_tienduizendsten(_regio(_gemeente("GM1", opgave=3))) is None
