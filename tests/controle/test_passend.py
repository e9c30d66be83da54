"""The fit, part by part, from the points of the contract; and roots without a float."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest

from matcher.controle.gegevens import Gemeente, Plaats
from matcher.controle.passend import kwadraat, passend, wortel_omhoog
from tests.controle.waarden import (
    BASIS,
    DELFT,
    EERST,
    KAMER,
    RIJSWIJK,
    Streek,
    instellingen,
    mens,
    plaats,
    wijk,
    woning,
)

NIETS: dict[str, Any] = {
    "gemeente": (),
    "herkomst": 0,
    "woonvorm": (),
    "woonomgeving": 0,
    "prikkel": 0,
    "anker": 0,
    "ontlasten": 0,
}
GEMEENTEN = (Gemeente(DELFT, None, None), Gemeente(RIJSWIJK, None, None))


def score(punten: dict[str, Any], wie: dict[str, Any], wat: dict[str, Any], **eigen: Any) -> int:
    """The fit with points for one part only."""
    regels = instellingen(punten=replace(instellingen().punten, **(NIETS | punten)))
    regio = Streek(gemeenten=GEMEENTEN, wijken=(wijk(**eigen),), regels=regels).regio
    return passend(regio, mens(**wie), woning(**wat))


def test_everything_together() -> None:
    """Home (30 + 20), first woonvorm (15), no wish (15), no stimuli (10), no anchor (10), a strong wijk (10)."""
    assert passend(Streek().regio, mens(woonvormen=(KAMER,)), woning()) == 110


@pytest.mark.parametrize(
    ("getal", "wortel"),
    [
        (0, 0),
        (1, 1),
        (2, 2),
        (4, 2),
        (5, 3),
        (9, 3),
        (10**30, 10**15),
        (10**30 + 1, 10**15 + 1),
        (Fraction(1, 9), 1),
        (Fraction(7, 2), 2),
        (Fraction(9, 2), 3),
    ],
)
def test_roots(getal: int | Fraction, wortel: int) -> None:
    """The smallest whole number whose square is not below it."""
    assert wortel_omhoog(getal) == wortel


def test_squared_distance() -> None:
    assert kwadraat((1, 2), (4, 6)) == kwadraat((4, 6), (1, 2)) == 25
    assert kwadraat((Fraction(1, 2), 0), (0, 0)) == Fraction(1, 4)


HIER = {"gemeente": (30, 20), "herkomst": 7}


@pytest.mark.parametrize(
    ("voorkeuren", "herkomst", "punten"),
    [
        ((DELFT,), RIJSWIJK, 30),
        ((DELFT,), DELFT, 37),
        ((RIJSWIJK, DELFT), DELFT, 27),
        (("GM1842", RIJSWIJK, DELFT), RIJSWIJK, 0),
        (("GM1842", RIJSWIJK, DELFT), DELFT, 7),
        ((RIJSWIJK,), DELFT, 0),
        # no wish: every gemeente is the first
        ((), DELFT, 37),
        ((), RIJSWIJK, 30),
        ((), None, 37),
        ((), "GM0599", 37),
    ],
)
def test_gemeente(voorkeuren: tuple[str, ...], herkomst: str | None, punten: int) -> None:
    """Someone from outside the region comes from nowhere in it, and is as much at home in one as in another."""
    assert score(HIER, {"voorkeuren": voorkeuren, "herkomst": herkomst}, {}) == punten


def test_gemeente_without_points() -> None:
    assert score({"herkomst": 7}, {}, {}) == 7
    assert score({"herkomst": 7}, {"voorkeuren": (DELFT,)}, {}) == 7


@pytest.mark.parametrize(
    ("woonvormen", "punten"),
    [((KAMER, BASIS), 15), ((BASIS, KAMER), 8), ((BASIS, EERST, KAMER), 0), ((BASIS,), 0)],
)
def test_woonvorm(woonvormen: tuple[str, ...], punten: int) -> None:
    assert score({"woonvorm": (15, 8)}, {"woonvormen": woonvormen}, {}) == punten


@pytest.mark.parametrize(
    ("wens", "waar", "punten"),
    [
        ("", plaats(), 15),
        ("groen", plaats(), 15),
        ("stad", plaats(), 0),
        ("groen", plaats(wijk=None), 0),
        ("groen", plaats(wijk="WK050399"), 0),
        ("", plaats(wijk=None), 15),
    ],
)
def test_surroundings(wens: str, waar: Plaats, punten: int) -> None:
    assert score({"woonomgeving": 15}, {"woonomgeving": wens}, {"waar": waar}, woonomgeving="groen") == punten


@pytest.mark.parametrize(
    ("prikkelarm", "niveau", "punten"),
    [
        ("nee", 5, 10),
        ("vereist", 5, 10),
        ("gewenst", None, 0),
        ("gewenst", 1, 10),
        ("gewenst", 2, 7),
        ("gewenst", 3, 5),
        ("gewenst", 4, 2),
        ("gewenst", 5, 0),
    ],
)
def test_stimuli(prikkelarm: str, niveau: int | None, punten: int) -> None:
    """A quarter less for each step, rounded down."""
    assert score({"prikkel": 10}, {"prikkelarm": prikkelarm}, {"prikkelniveau": niveau}) == punten


@pytest.mark.parametrize(
    ("anker", "punt", "punten"),
    [
        (None, None, 10),
        (None, (0, 0), 10),
        ((0, 0), None, 0),
        ((0, 0), (0, 0), 10),
        ((0, 0), (1, 0), 9),
        ((0, 0), (3000, 4000), 5),
        ((0, 0), (3000, 4001), 4),
        ((0, 0), (9000, 0), 1),
        ((0, 0), (9001, 0), 0),
        ((0, 0), (99000, 0), 0),
    ],
)
def test_anchor(anker: tuple[int, int] | None, punt: tuple[int, int] | None, punten: int) -> None:
    """A point less for each kilometre that has begun, over ten kilometres."""
    wat = {"waar": plaats(punt=punt)}
    assert score({"anker": 10, "anker_km": 10}, {"anker": anker}, wat) == punten


def test_anchor_with_other_measures() -> None:
    """Twenty points over two and a half kilometres: at one kilometre 8 are gone."""
    punten = {"anker": 20, "anker_km": Fraction(5, 2)}
    assert score(punten, {"anker": (0, 0)}, {"waar": plaats(punt=(1000, 0))}) == 12


def test_relief_of_a_vulnerable_wijk() -> None:
    assert score({"ontlasten": 10}, {}, {}) == 10
    assert score({"ontlasten": 10}, {}, {}, kwetsbaar=True) == 0
    assert score({"ontlasten": 10}, {}, {"waar": plaats(wijk=None)}) == 0
    assert score({"ontlasten": 10}, {}, {"waar": plaats(wijk="WK050399")}) == 0


def test_parts_add_up() -> None:
    """A wish for calm adds to the points for the surroundings that came before it."""
    assert score({"prikkel": 10, "woonomgeving": 15}, {"prikkelarm": "gewenst"}, {"prikkelniveau": 2}) == 22
