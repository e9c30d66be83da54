"""The cells of a row: what is given, what is not, and what leaves doubt, with the place and never the value."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from fractions import Fraction

import pytest

from matcher.controle.cellen import Rij, TwijfelError, als_datum, als_getal, eenvoudig

TRAP = ("laag", "midden", "hoog")


def rij(**cellen: str) -> Rij:
    return Rij("t.csv", 7, cellen)


def test_a_doubt_says_where() -> None:
    twijfel = TwijfelError("t.csv, rij 7")
    assert (twijfel.plaats, str(twijfel)) == ("t.csv, rij 7", "t.csv, rij 7")


def test_whole_numbers_are_int() -> None:
    """Fifteen digits are read, sixteen are not: a longer number is a typing error or an id."""
    assert (eenvoudig(Fraction(6, 2)), type(eenvoudig(Fraction(6, 2)))) == (3, int)
    assert eenvoudig(Fraction(1, 2)) == Fraction(1, 2)
    assert als_getal("9" * 15) == 10**15 - 1
    assert als_getal("9" * 16) is None
    assert als_getal("-0,25") == Fraction(-1, 4)


def test_dates_read_day_month_year_apart() -> None:
    """Three different numbers, so that none can stand in for another."""
    assert als_datum("3-4-2026") == als_datum("2026-04-03") == date(2026, 4, 3)
    assert als_datum("2026-13-01") is als_datum("vandaag") is als_datum("") is None


def test_given() -> None:
    gevuld = rij(a="ja", n="N", k="midden", g="2,5", h="-4", c="450,05", d="3-4-2026", x="1", y="2,5", l=" p |q|| ")
    assert gevuld.tekst("a") == gevuld.verplicht("a") == gevuld.of_niets("a") == "ja"
    assert (gevuld.ja("a", standaard=False), gevuld.ja_of_niets("a")) == (True, True)
    assert (gevuld.ja("n", standaard=True), gevuld.ja_of_niets("n")) == (False, False)
    assert gevuld.keuze("k", TRAP, "laag") == "midden"
    assert gevuld.trap("k", TRAP) == 1
    assert gevuld.getal("g") == Fraction(5, 2)
    assert gevuld.geheel("h") == gevuld.geheel_of("h", 9) == -4
    assert (gevuld.centen("c"), gevuld.centen("h")) == (45005, -400)
    assert gevuld.datum("d") == gevuld.dag("d") == date(2026, 4, 3)
    assert gevuld.punt("x", "y") == (1, Fraction(5, 2))
    assert gevuld.lijst("l") == ("p", "q")


def test_not_given() -> None:
    leeg = rij()
    assert leeg.tekst("a") == ""
    assert leeg.keuze("a", TRAP, "hoog") == "hoog"
    assert (leeg.geheel_of("a", 9), leeg.lijst("a"), leeg.getallenlijst("a", 3)) == (9, (), ())
    assert (leeg.ja("a", standaard=True), leeg.ja("a", standaard=False)) == (True, False)
    niets = (leeg.of_niets, leeg.getal, leeg.geheel, leeg.centen, leeg.datum, leeg.ja_of_niets)
    assert [lees("a") for lees in niets] == [None] * 6
    assert leeg.trap("a", TRAP) is None
    assert leeg.punt("x", "y") is None


@pytest.mark.parametrize("tekst", ["ja", "J", "True", "1"])
def test_yes(tekst: str) -> None:
    assert rij(a=tekst).ja_of_niets("a") is True


@pytest.mark.parametrize("tekst", ["Nee", "n", "FALSE", "0"])
def test_no(tekst: str) -> None:
    assert rij(a=tekst).ja_of_niets("a") is False


TWIJFEL: list[tuple[str, Callable[[Rij], object]]] = [
    ("", lambda cel: cel.verplicht("a")),
    ("", lambda cel: cel.dag("a")),
    ("", lambda cel: cel.keuze("a", TRAP, "")),
    ("min", lambda cel: cel.keuze("a", TRAP, "laag")),
    ("min", lambda cel: cel.trap("a", TRAP)),
    ("twee", lambda cel: cel.getal("a")),
    ("1,5", lambda cel: cel.geheel("a")),
    ("1,5", lambda cel: cel.geheel_of("a", 9)),
    ("twee", lambda cel: cel.centen("a")),
    ("1,0005", lambda cel: cel.centen("a")),
    ("31-2-2026", lambda cel: cel.datum("a")),
    ("31-2-2026", lambda cel: cel.dag("a")),
    ("misschien", lambda cel: cel.ja("a", standaard=False)),
    ("misschien", lambda cel: cel.ja_of_niets("a")),
    ("1 2", lambda cel: cel.getallenlijst("a", 3)),
    ("1 2 x", lambda cel: cel.getallenlijst("a", 3)),
    ("1 2 3 x", lambda cel: cel.getallenlijst("a", 3)),
    ("1 2 3|1 2 3 4", lambda cel: cel.getallenlijst("a", 3)),
]


@pytest.mark.parametrize(("tekst", "lees"), TWIJFEL)
def test_doubt_names_file_row_and_column(tekst: str, lees: Callable[[Rij], object]) -> None:
    with pytest.raises(TwijfelError) as twijfel:
        lees(rij(a=tekst))
    assert twijfel.value.plaats == "t.csv, rij 7, kolom a"


@pytest.mark.parametrize("gegeven", ["x", "y"])
def test_half_a_place(gegeven: str) -> None:
    with pytest.raises(TwijfelError) as twijfel:
        rij(**{gegeven: "1"}).punt("x", "y")
    assert twijfel.value.plaats == "t.csv, rij 7, kolom x/y"
