"""Each column of a proposal: what it must hold, and that a cell that is anything else is named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from matcher.controle.batchmap import Cellen
from matcher.controle.bevinding import Bevinding
from matcher.controle.gegevens import Plek, Uitstromer
from matcher.controle.velden import ingangsdatum, keur_velden, keur_voorstelnummers
from tests.controle.waarden import BINNENSTAD, DELFT, KAMER, D, H, Streek, contingent, mens, plaats, plaatsing, woning

DAG = timedelta(days=1)
FLAT = plaats(complex_=("complex", "F1"))
WIE = mens(urgentie="hoog", wachtend_sinds=D - 12 * DAG, woonvormen=(KAMER,))
WAT = woning("W1", waar=FLAT, complex_id="F1", contingent="C1")
STREEK = Streek(mensen=(WIE,), plekken=(WAT,), plaatsingen=(plaatsing("U1", "W8"), plaatsing("U1", "W10")))
GOED = {
    "batch_id": "2026-W47-1",
    "voorstel_id": "2026-W47-1-001",
    "uitstromer_id": "U1",
    "soort": "woning",
    "woning_id": "W1",
    "contingent_id": "C1",
    "corporatie": "corp-a",
    "gemeentecode": DELFT,
    "wijkcode": BINNENSTAD,
    "complex_id": "F1",
    "woonvorm": KAMER,
    "urgentie": "hoog",
    "wachtdagen": "12",
    "passend": "110",
    "ingangsdatum": "20-11-2026",
    "komt_vrij": "W10|W8",
    "motivering": "Past.",
}


def mis(cellen: Cellen, wie: Uitstromer | None = WIE, wat: Plek | None = WAT) -> list[str]:
    """The columns that are named."""
    return [b.code for b in keur_velden(STREEK.toestand, cellen, wie, wat, "2026-W47-1")]


def test_a_sound_row() -> None:
    assert mis(GOED) == []


VRIJ = {"uitstromer_id"}
"""Held against the whole list of people, elsewhere."""


@pytest.mark.parametrize("kolom", sorted(GOED.keys() - VRIJ))
def test_every_column_is_compared(kolom: str) -> None:
    assert mis({**GOED, kolom: ""}) == [f"veld:{kolom}"]
    anders = " " if kolom == "motivering" else "?"
    assert mis({**GOED, kolom: anders}) == [f"veld:{kolom}"]


def test_the_finding_names_the_proposal() -> None:
    nu = keur_velden(STREEK.toestand, {**GOED, "passend": "1"}, WIE, WAT, "2026-W47-1")
    tekst = "De waarde in kolom passend klopt niet."
    assert nu == [Bevinding("veld:passend", "2026-W47-1-001", tekst)]
    zonder = keur_velden(STREEK.toestand, {**GOED, "voorstel_id": ""}, WIE, WAT, "2026-W47-1")
    assert zonder == [Bevinding("veld:voorstel_id", "U1", "De waarde in kolom voorstel_id klopt niet.")]


def test_what_is_unknown_is_not_compared() -> None:
    """Without the plek its columns are open, without the person theirs; the fit and the day need both."""
    anders = dict.fromkeys(GOED, "?")
    los = ["veld:batch_id", "veld:voorstel_id", "veld:soort"]
    plek = [
        f"veld:{kolom}"
        for kolom in ("woning_id", "contingent_id", "corporatie", "gemeentecode", "wijkcode", "complex_id", "woonvorm")
    ]
    wie = ["veld:urgentie", "veld:wachtdagen", "veld:komt_vrij"]
    assert mis(anders, None, None) == los
    assert mis(anders, None) == los + plek
    assert mis(anders, WIE, None) == los + wie
    assert mis(anders) == [*los, *plek, *wie, "veld:passend", "veld:ingangsdatum"]


def test_an_unnamed_place() -> None:
    leeg = dict.fromkeys(("woning_id", "wijkcode", "complex_id"), "")
    cellen = {**GOED, **leeg, "soort": "contingent", "passend": "100"}
    assert mis(cellen, wat=contingent("C1")) == []
    assert mis({**cellen, "woning_id": "C1"}, wat=contingent("C1")) == ["veld:woning_id"]


def test_a_woning_of_no_contingent() -> None:
    cellen = {**GOED, "contingent_id": "", "complex_id": "", "wijkcode": "", "passend": "100"}
    assert mis(cellen, wat=woning("W1", waar=plaats(wijk=None))) == []


@pytest.mark.parametrize(
    ("nummer", "goed"),
    [("a", True), ("A.b_c-9", True), ("a" * 80, True), ("a" * 81, False), ("-a", False), ("é", False), ("a b", False)],
)
def test_the_form_of_a_number(nummer: str, *, goed: bool) -> None:
    assert mis({**GOED, "voorstel_id": nummer}) == ([] if goed else ["veld:voorstel_id"])


def test_who_waits_since_tomorrow_waits_no_days() -> None:
    assert mis({**GOED, "wachtdagen": "0"}, replace(WIE, wachtend_sinds=D + DAG)) == []
    assert mis({**GOED, "wachtdagen": "0"}, replace(WIE, wachtend_sinds=D)) == []
    assert mis({**GOED, "wachtdagen": "1"}, replace(WIE, wachtend_sinds=D - DAG)) == []


def test_a_number_is_used_once_whatever_the_case() -> None:
    rijen = tuple({"voorstel_id": nummer} for nummer in ("a-1", "a-2", "A-1", "a-2", "a-3"))
    tekst = "De waarde in kolom voorstel_id klopt niet."
    assert keur_voorstelnummers(rijen) == [Bevinding("veld:voorstel_id", naam, tekst) for naam in ("A-1", "a-2")]


@pytest.mark.parametrize(
    ("wie", "wat", "weg", "dag"),
    [
        ({}, {}, [], D),
        ({"beschikbaar": D + DAG}, {}, [], D + DAG),
        ({"beschikbaar": D - DAG}, {"beschikbaar": D - DAG}, [], D),
        ({"beschikbaar": D + DAG}, {"beschikbaar": D + 2 * DAG}, [], D + 2 * DAG),
        ({}, {}, [D + 3 * DAG, D + 2 * DAG], D + 3 * DAG),
        ({}, {}, [H], H),
        ({}, {}, [H + DAG], D),
        ({}, {}, [None], D),
        ({"beschikbaar": D + 4 * DAG}, {}, [D + 3 * DAG], D + 4 * DAG),
    ],
)
def test_the_day_it_takes_effect(wie: dict[str, Any], wat: dict[str, Any], weg: list[date | None], dag: date) -> None:
    """Not before D, the person, the woning, nor whoever leaves it until H."""
    er = tuple(plaatsing(f"U{nr}", "W1", datum_uit=uit) for nr, uit in enumerate(weg, start=7))
    toestand = Streek(plaatsingen=er).toestand
    assert ingangsdatum(toestand, mens(**wie), woning("W1", **wat)) == dag
    assert ingangsdatum(toestand, mens(), woning("W2")) == D


def test_who_only_comes_after_the_horizon_leaves_nothing_before_it() -> None:
    """Such a row cannot be right, but whoever comes after H is not in the way until then."""
    for komt, dag in ((H, H), (H + DAG, D)):
        toestand = Streek(plaatsingen=(plaatsing("U7", "W1", datum_in=komt, datum_uit=H),)).toestand
        assert ingangsdatum(toestand, mens(), woning("W1")) == dag


def test_an_unnamed_place_waits_for_the_person_only() -> None:
    plek = contingent("C1", beschikbaar=D + 5 * DAG)
    toestand = Streek(plekken=(plek,), plaatsingen=(plaatsing("U7", "C1", datum_uit=D + 3 * DAG),)).toestand
    assert ingangsdatum(toestand, mens(beschikbaar=D + DAG), plek) == D + DAG


def test_days_are_written_in_full() -> None:
    vroeg = replace(WIE, beschikbaar=date(2026, 12, 3))
    assert mis({**GOED, "ingangsdatum": "03-12-2026"}, vroeg) == []
    assert mis({**GOED, "ingangsdatum": "3-12-2026"}, vroeg) == ["veld:ingangsdatum"]
    laat = replace(WIE, beschikbaar=date(2027, 1, 15))
    assert mis({**GOED, "ingangsdatum": "15-01-2027"}, laat) == []
