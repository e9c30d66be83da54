"""Largest remainders by head, and which quota hold."""

from __future__ import annotations

from fractions import Fraction

from matcher.controle.cellen import Getal
from matcher.controle.gegevens import Gemeente
from matcher.controle.quota import quota, tienduizendsten, verdeeld
from tests.controle.waarden import Streek, instellingen


def streek(*aandelen: Getal | None) -> Streek:
    """Gemeenten A, B, C... with these shares."""
    namen = "ABCDEF"
    return Streek(gemeenten=tuple(Gemeente(naam, deel, None) for naam, deel in zip(namen, aandelen, strict=False)))


def test_the_largest_remainders_come_first() -> None:
    """5 : 3 : 1 of ten is 5 5/9, 3 3/9 and 1 1/9: the one that is left goes to A."""
    assert verdeeld(streek(5, 3, 1).regio, 10) == {"A": 6, "B": 3, "C": 1}
    # 1,6 and 0,4
    assert verdeeld(streek(1, 4).regio, 2) == {"A": 0, "B": 2}
    # 2/3 each, of two
    assert verdeeld(streek(1, 1, 1).regio, 2) == {"A": 1, "B": 1, "C": 0}


def test_a_tie_goes_to_the_larger_share_then_to_the_lower_code() -> None:
    """1 : 3 of two is a half and one and a half."""
    assert verdeeld(streek(1, 3).regio, 2) == {"A": 0, "B": 2}
    assert verdeeld(streek(1, 1).regio, 1) == {"A": 1, "B": 0}
    assert verdeeld(Streek(gemeenten=(Gemeente("B", 1, None), Gemeente("A", 1, None))).regio, 1) == {"A": 1, "B": 0}


def test_shares_that_are_not_given_count_for_nothing() -> None:
    assert verdeeld(streek(None, Fraction(1, 2)).regio, 3) == {"A": 0, "B": 3}
    assert verdeeld(streek(None, 0).regio, 3) is None
    assert verdeeld(streek().regio, 3) is None
    assert tienduizendsten(streek(1, 2).regio) == {"A": 3333, "B": 6667}
    assert tienduizendsten(streek(None).regio) is None


def test_quota() -> None:
    """What a gemeente itself agreed goes first; else the year's number by the shares; else there is no K4."""
    assert quota(streek(1, 1).regio) is None
    met = Streek(gemeenten=streek(1, 3).gemeenten, regels=instellingen(jaaropgave=4))
    assert quota(met.regio) == {"A": 1, "B": 3}
    nul = Streek(gemeenten=streek(1, 3).gemeenten, regels=instellingen(jaaropgave=0))
    assert quota(nul.regio) == {"A": 0, "B": 0}
    zonder = Streek(gemeenten=streek(None).gemeenten, regels=instellingen(jaaropgave=4))
    assert quota(zonder.regio) is None
    eigen = Streek(
        gemeenten=(Gemeente("A", 1, 0), Gemeente("B", 3, None), Gemeente("C", 3, 2)),
        regels=instellingen(jaaropgave=4),
    )
    assert quota(eigen.regio) == {"A": 0, "C": 2}
