from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest

from data.keuzes import Urgentie
from data.schrijven import csv_tekst


def test_a_file_is_what_a_dutch_excel_opens_with_a_double_click() -> None:
    rij = ("0503", Decimal("612.50"), date(2026, 2, 3), True, None, 7, Urgentie.CRISIS, ("a", "b"))
    tekst = csv_tekst(("a", "b", "c", "d", "e", "f", "g", "h"), [rij])
    assert tekst == b"\xef\xbb\xbfa;b;c;d;e;f;g;h\r\n0503;612,50;03-02-2026;ja;;7;crisis;a|b\r\n"


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_excel_would_run_gets_an_apostrophe(begin: str) -> None:
    tekst = csv_tekst(("a", "b"), [(f"{begin}1+1", "")]).decode("utf-8-sig")
    assert list(csv.reader(StringIO(tekst, newline=""), delimiter=";"))[1] == [f"'{begin}1+1", ""]


def test_a_negative_number_is_no_text() -> None:
    """The apostrophe would turn the number into a text, and sums in Excel would miss it."""
    assert csv_tekst(("a", "b"), [(-3, Decimal("-0.5"))])[3:] == b"a;b\r\n-3;-0,5\r\n"


def test_numbers_never_get_an_exponent() -> None:
    assert csv_tekst(("a", "b"), [(Decimal("1E+3"), Decimal("1E-7"))]).endswith(b"\r\n1000;0,0000001\r\n")


def test_separators_and_quotes_in_a_text_are_quoted() -> None:
    assert csv_tekst(("a", "b"), [('x;"y"', "z")]).endswith(b'"x;""y""";z\r\n')


def test_a_row_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="2 cellen bij 1 kolommen"):
        csv_tekst(("a",), [("x", "y")])
