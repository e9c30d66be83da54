"""Who takes part, what is to be had and what runs, on the days around D and H."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from matcher.controle.gegevens import Uitstromer
from matcher.controle.toestand import Toestand
from tests.controle.waarden import (
    D,
    H,
    Streek,
    afspraak,
    contingent,
    instellingen,
    mens,
    plaatsing,
    vorm,
    woning,
)

DAG = timedelta(days=1)


def test_the_horizon() -> None:
    assert Streek().toestand.horizon == H
    assert Streek(regels=instellingen(horizon_dagen=0)).toestand.horizon == D


@pytest.mark.parametrize(
    ("in_", "uit", "blijvend", "aanwezig"),
    [
        (H, None, True, True),
        (H + DAG, None, False, False),
        (D, H + DAG, True, True),
        (D, H, False, True),
        (D, D + DAG, False, True),
        (D, D, False, False),
        (H + DAG, H + DAG + DAG, False, False),
    ],
)
def test_placements_that_stay_and_that_are_present(
    in_: date, uit: date | None, *, blijvend: bool, aanwezig: bool
) -> None:
    er = plaatsing(datum_in=in_, datum_uit=uit)
    toestand = Streek(plaatsingen=(er,)).toestand
    assert (toestand.blijvend, toestand.aanwezig) == ((er,) if blijvend else (), (er,) if aanwezig else ())


def test_this_year_is_the_year_of_d() -> None:
    dagen = (date(2025, 12, 31), date(2026, 1, 1), date(2026, 12, 31), date(2027, 1, 1))
    streek = Streek(plaatsingen=tuple(plaatsing(f"U{nr}", None, datum_in=dag) for nr, dag in enumerate(dagen)))
    assert [er.uitstromer for er in streek.toestand.dit_jaar] == ["U1", "U2"]


def test_who_lives_where() -> None:
    """Only placements that stay; one without a woning gives no own woning."""
    streek = Streek(
        plaatsingen=(
            plaatsing("U1", "W1"),
            plaatsing("U1", None, contingent="C1"),
            plaatsing("U1", "W2", datum_uit=H),
            plaatsing("U2", "W1"),
        )
    )
    toestand = streek.toestand
    assert {wie: len(er) for wie, er in toestand.woont.items()} == {"U1": 2, "U2": 1}
    assert toestand.eigen("U1") == {"W1"}
    assert toestand.eigen("U3") == frozenset()
    assert (toestand.bewoond("W1"), toestand.bewoond("W2"), toestand.bewoond("C1")) == (2, 0, 0)


def test_places_that_are_left() -> None:
    """A woning counts who stays; a contingent whoever points to it, also through a woning, whatever the dates."""
    weg: dict[str, Any] = {"datum_uit": date(2026, 4, 4)}
    streek = Streek(
        plekken=(woning("W1", aantal=3, contingent="C1"), contingent("C1", aantal=5), woning("W2"), contingent("C2")),
        plaatsingen=(
            plaatsing("U1", "W1"),
            plaatsing("U2", "W1", **weg),
            plaatsing("U3", None, contingent="C1", **weg),
            # a placement that names both is one
            plaatsing("U4", "W1", contingent="C1", **weg),
            plaatsing("U5", "W2"),
            plaatsing("U6", "W2"),
            plaatsing("U7", "W7", contingent="C2"),
            plaatsing("U8", None, contingent="C2"),
        ),
    )
    toestand = streek.toestand
    assert {plek.plek: toestand.vrij(plek) for plek in streek.plekken} == {"W1": 2, "C1": 1, "W2": 0, "C2": 0}
    assert list(toestand.aanbod) == ["C1", "W1"]
    assert toestand.plekken_van(streek.plaatsingen[0]) == {"W1", "C1"}
    assert toestand.plekken_van(streek.plaatsingen[2]) == {"C1"}
    assert toestand.plekken_van(streek.plaatsingen[6]) == {"W7", "C2"}


def test_which_unnamed_places_are_in_the_supply() -> None:
    """Those of the years of D and H that are allotted one by one."""
    plekken = (
        contingent("C1", jaar=2025),
        contingent("C2", jaar=2026),
        contingent("C3", jaar=2027),
        contingent("C4", jaar=2028),
        contingent("C5", los=False),
        woning("W1"),
    )
    assert list(Streek(plekken=plekken).toestand.aanbod) == ["C2", "W1"]
    assert list(Toestand(Streek(plekken=plekken).regio, date(2026, 12, 20)).aanbod) == ["C2", "C3", "W1"]


@pytest.mark.parametrize(
    ("geboren", "leeftijd"),
    [
        # H is 18 December: the birthday of December comes after it, that of November before
        ((2008, 12), 17),
        ((2008, 11), 18),
        ((2008, 1), 18),
        ((2009, 1), 17),
    ],
)
def test_age_at_the_horizon(geboren: tuple[int, int], leeftijd: int) -> None:
    assert Streek().toestand.leeftijd(mens(leeftijd=None, geboren=geboren)) == leeftijd
    assert Streek().toestand.leeftijd(mens(leeftijd=40, geboren=geboren)) == 40


@pytest.mark.parametrize(
    ("horizon", "leeftijd"),
    [(date(2026, 12, 30), 17), (date(2026, 12, 31), 18), (date(2027, 1, 1), 18)],
)
def test_the_birthday_is_the_last_day_of_the_month(horizon: date, leeftijd: int) -> None:
    regels = instellingen(horizon_dagen=(horizon - D).days)
    assert Streek(regels=regels).toestand.leeftijd(mens(leeftijd=None, geboren=(2008, 12))) == leeftijd


@pytest.mark.parametrize(
    ("horizon", "leeftijd"),
    [(date(2028, 2, 28), 17), (date(2028, 2, 29), 18), (date(2027, 2, 27), 16), (date(2027, 2, 28), 17)],
)
def test_the_last_of_february(horizon: date, leeftijd: int) -> None:
    regels = instellingen(horizon_dagen=(horizon - D).days)
    assert Streek(regels=regels).toestand.leeftijd(mens(leeftijd=None, geboren=(2010, 2))) == leeftijd


def test_agreements_that_hold() -> None:
    """Until and with the day they name. A pair that is fixed twice may break what either names."""
    streek = Streek(
        afspraken=(
            afspraak("U1", "W1", vast=True, ondanks=("R14",)),
            afspraak("U1", "W1", vast=True, ondanks=("R19",), tot=D),
            afspraak("U1", "W1", vast=True, ondanks=("R15",), tot=D - DAG),
            afspraak("U2", "W2", vast=True, tot=D - DAG),
            afspraak("U3", "W3", vast=False, tot=D),
            afspraak("U3", "W4", vast=False),
            afspraak("U3", "W5", vast=False, tot=D - DAG),
        )
    )
    assert streek.toestand.vast == {("U1", "W1"): {"R14", "R19"}}
    assert streek.toestand.verboden == {"U3": {"W3", "W4"}}


def test_a_fixed_pair_that_runs_already() -> None:
    """Also when it names the contingent of the woning; not when the person left, nor when someone else lives there."""
    streek = Streek(
        plekken=(woning("W1", contingent="C1"),),
        plaatsingen=(plaatsing("U1", "W1"), plaatsing("U1", "W2", datum_uit=H), plaatsing("U2", "W2")),
    )
    toestand = streek.toestand
    paren = (("U1", "W1"), ("U1", "C1"), ("U1", "W2"), ("U2", "W1"), ("U3", "W1"))
    assert [toestand.vervuld(*paar) for paar in paren] == [True, True, False, False, False]


def test_what_holds_until_a_day() -> None:
    toestand = Streek().toestand
    for tot, geldt in ((None, True), (D, True), (D - DAG, False)):
        assert toestand.overlast(mens(overlastrisico=True, overlast_tot=tot)) is geldt
        assert toestand.uitgesloten_plaatsen(mens(uitsluiting_tot=tot)) is geldt
    assert toestand.overlast(mens()) is False


@pytest.mark.parametrize(
    ("wie", "code"),
    [
        (mens(), None),
        (mens(wet="wlz", leeftijd=17), "U1"),
        (mens(leeftijd=17, beschikbaar=H + DAG), "U2"),
        (mens(leeftijd=18), None),
        (mens(beschikbaar=H + DAG), "U3"),
        (mens(beschikbaar=H), None),
    ],
)
def test_who_takes_part(wie: Uitstromer, code: str | None) -> None:
    toestand = Streek(mensen=(wie,)).toestand
    assert toestand.uitsluiting(wie) == code
    assert list(toestand.deelnemers) == ([] if code else ["U1"])


@pytest.mark.parametrize(
    ("er", "doorstroom", "code"),
    [
        ({}, None, "U5"),
        ({}, False, "U5"),
        ({}, True, None),
        ({"datum_uit": H}, None, None),
        ({"woonvorm": "gezinswoning"}, None, None),
        ({"woonvorm": "gezinswoning"}, False, "U5"),
    ],
)
def test_who_may_leave(er: dict[str, Any], doorstroom: bool | None, code: str | None) -> None:  # noqa: FBT001
    """Empty means that the woonvorm decides: a gezinswoning is for a year, a kamer for good."""
    wie = mens(doorstroom=doorstroom)
    assert Streek(mensen=(wie,), plaatsingen=(plaatsing("U1", **er),)).toestand.uitsluiting(wie) == code


def test_every_placement_must_let_go() -> None:
    """A family home for a year and a room for good: the room keeps this person in."""
    streek = Streek(plaatsingen=(plaatsing("U1", woonvorm="gezinswoning"), plaatsing("U1", "W8")))
    assert streek.toestand.uitsluiting(mens()) == "U5"


def test_nobody_leaves_a_place_that_staff_fixed() -> None:
    """The pair that is fixed runs: moving on would break it. Another pair that is fixed does not keep anyone."""
    plekken = (woning("W1", contingent="C1"),)
    for naam, code in (("W1", "U5"), ("C1", "U5"), ("W2", None)):
        streek = Streek(
            plekken=plekken,
            plaatsingen=(plaatsing("U1", "W1"),),
            afspraken=(afspraak("U1", naam, vast=True), afspraak("U2", "W1", vast=True)),
        )
        assert streek.toestand.uitsluiting(mens(doorstroom=True)) == code


def test_the_woonvorm_of_the_placement_decides() -> None:
    regels = instellingen(woonvormen=vorm(max_verblijf=6))
    assert Streek(plaatsingen=(plaatsing("U1"),), regels=regels).toestand.uitsluiting(mens()) is None


def test_participants_in_order() -> None:
    mensen = (mens("U2"), mens("U10"), mens("U1", leeftijd=17), mens("U3"))
    assert list(Streek(mensen=mensen).toestand.deelnemers) == ["U10", "U2", "U3"]
