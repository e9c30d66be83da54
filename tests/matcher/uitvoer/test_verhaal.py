"""The sentences: every code has one, they tell "was al vol" from "anderen gingen voor", and betray no protection."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from data.keuzes import Prikkelarm, Prikkelsoort, Toegankelijkheid, Woonomgeving
from data.records import Cirkel, Contingent, Uitstromer, Vermijding, Woning
from matcher.aanbod import Plek
from matcher.schrijven.verhaal import motivering, toelichting
from matcher.uitkomst import PlekSoort, Status

GEEN: frozenset[str] = frozenset()
INGANG = date(2026, 12, 1)


@pytest.fixture
def persoon(maak_record: Callable[..., Any]) -> Uitstromer:
    uitstromer: Uitstromer = maak_record(
        Uitstromer,
        uitstromer_id="U1",
        woonvormen=("convenant", "flex_doorstroom"),
        voorkeur_gemeenten=("GM1783", "GM0503"),
        herkomst_gemeente="GM0503",
    )
    return uitstromer


@pytest.fixture
def plek(maak_record: Callable[..., Any]) -> Plek:
    woning: Woning = maak_record(Woning, woning_id="W1", corporatie="a", woonvorm="flex_doorstroom")
    return Plek(
        id="W1",
        soort=PlekSoort.WONING,
        eisen=woning,
        gemeentecode="GM0503",
        wijkcode="WK050311",
        contingent_id=None,
        complex=None,
        max_personen=2,
        vrij=1,
    )


def _motivering(persoon: Uitstromer, plek: Plek, **anders: Any) -> str:
    velden: dict[str, Any] = {
        "gemeente": "Delft",
        "omgeving": None,
        "prikkelniveau": None,
        "ingangsdatum": INGANG,
        "doorstroom": False,
        "vast": False,
    }
    return motivering(persoon, plek, **{**velden, **anders})


def test_it_names_what_fits(persoon: Uitstromer, plek: Plek) -> None:
    assert _motivering(persoon, plek) == (
        "De woonvorm (flexwoning doorstroom) is de tweede keus. "
        "Delft is de tweede voorkeur en de gemeente van herkomst."
    )


@pytest.mark.parametrize(
    ("verandering", "anders", "zin"),
    [
        ({"herkomst_gemeente": "GM1842"}, {}, "Delft is de tweede voorkeur."),
        ({"voorkeur_gemeenten": ()}, {}, "Delft is de gemeente van herkomst."),
        ({"voorkeur_gemeenten": (), "herkomst_gemeente": None}, {}, "Er is geen voorkeur voor een gemeente."),
        ({"voorkeur_gemeenten": ("GM1783",), "herkomst_gemeente": None}, {}, "Delft staat niet bij de voorkeuren."),
        ({"woonvormen": ("bt_basis",)}, {"vast": True}, "De woonvorm (flexwoning doorstroom) is door een medewerker"),
        ({"woonomgeving": Woonomgeving.STAD}, {"omgeving": Woonomgeving.STAD}, "De omgeving (stad) is zoals gewenst."),
        ({"prikkelarm": Prikkelarm.VEREIST, "prikkelniveau_max": 3}, {"prikkelniveau": 3}, "en dat is nodig."),
        ({"prikkelarm": Prikkelarm.GEWENST}, {"prikkelniveau": 2}, "zoals gewenst."),
        ({"prikkelarm": Prikkelarm.GEWENST}, {"prikkelniveau": 3}, "drukker dan gewenst"),
        ({"uiterste_datum": INGANG}, {}, "Dit is op tijd: de uiterste datum is 01-12-2026."),
        ({"uiterste_datum": date(2026, 11, 30)}, {}, "dat wordt niet gehaald."),
        ({}, {"doorstroom": True}, "Bij de verhuizing komt de woning van nu vrij."),
        ({}, {"vast": True}, "Vast door een medewerker."),
    ],
)
def test_each_fact_has_its_sentence(
    persoon: Uitstromer, plek: Plek, verandering: dict[str, Any], anders: dict[str, Any], zin: str
) -> None:
    """``replace`` of one thing brings in the sentence, which isn't there without it or its counterpart."""
    assert zin in _motivering(replace(persoon, **verandering), plek, **anders)
    assert zin not in _motivering(persoon, plek)


def test_accessibility_is_named_only_where_the_plek_has_it(persoon: Uitstromer, plek: Plek) -> None:
    """A fixed pair may skip R05: then the sentence must not claim what isn't so."""
    rollator = replace(persoon, toegankelijkheid=Toegankelijkheid.ROLLATOR)
    geschikt = replace(plek, eisen=replace(plek.eisen, toegankelijkheid=Toegankelijkheid.ROLSTOEL))
    assert "geschikt voor een rollator" in _motivering(rollator, geschikt)
    assert "geschikt" not in _motivering(rollator, plek)


def test_an_unnamed_place_says_so(persoon: Uitstromer, plek: Plek, maak_record: Callable[..., Any]) -> None:
    eisen = maak_record(Contingent, contingent_id="C", corporatie="a", gemeentecode="GM0503", jaar=2026, aantal=1)
    los = replace(plek, soort=PlekSoort.CONTINGENT, eisen=eisen)
    assert "De corporatie noemt de woning later." in _motivering(persoon, los)


def test_protections_leave_no_trace(persoon: Uitstromer, plek: Plek) -> None:
    """Bans, forbidden areas and what someone must avoid: the reason is the same with and without."""
    beschermd = replace(
        persoon,
        uitsluiting_gebieden=("WK050324",),
        uitsluiting_punten=(Cirkel(Decimal(1), Decimal(2), Decimal(3)),),
        uitsluiting_tot=date(2027, 1, 1),
        vermijden=(Vermijding(Prikkelsoort.HORECA, Decimal(200)),),
        overlastrisico=True,
        anker_x=Decimal(84_000),
        anker_y=Decimal(447_000),
    )
    assert _motivering(beschermd, plek) == _motivering(persoon, plek)


@pytest.mark.parametrize("code", ["U1", "U2", "U3", "U4", "U5"])
def test_each_u_code_has_a_sentence(code: str) -> None:
    assert toelichting(Status.UITGESLOTEN, code, vol=GEEN).endswith(".")


@pytest.mark.parametrize("code", ["-", *(f"R{nummer:02d}" for nummer in range(1, 23))])
def test_each_r_code_has_a_sentence_of_its_own(code: str) -> None:
    zin = toelichting(Status.GEEN_PASSEND_AANBOD, code, vol=GEEN)
    assert zin.endswith(".")
    assert "al vol" not in zin
    anderen = {toelichting(Status.GEEN_PASSEND_AANBOD, f"R{nummer:02d}", vol=GEEN) for nummer in range(1, 23)}
    assert len(anderen) == 22


@pytest.mark.parametrize("code", ["K2", "K3", "K4", "K5", "K6", "K7", "K8", "K9", "K11"])
def test_full_before_differs_from_others_went_first(code: str) -> None:
    al_vol = toelichting(Status.VERDRONGEN, code, vol=frozenset({code}))
    voor = toelichting(Status.VERDRONGEN, code, vol=GEEN)
    assert "was al vol" in al_vol
    assert "anderen gingen voor" not in al_vol
    assert "anderen gingen voor" in voor
    assert "was al vol" not in voor


def test_two_rules_of_which_one_was_full() -> None:
    assert toelichting(Status.VERDRONGEN, "K4|K5", vol=frozenset({"K5"})) == (
        "Er was een passende plek, maar de wijk was al vol. "
        "Ook gingen anderen voor: het quotum van de gemeente is nu vol."
    )


def test_three_rules_are_listed() -> None:
    zin = toelichting(Status.VERDRONGEN, "K3|K4|K9", vol=frozenset({"K3", "K4", "K9"}))
    assert zin == (
        "Er was een passende plek, maar het contingent was al vol, het quotum van de gemeente was al vol "
        "en de zorg van de aanbieder was al vol (uren per week)."
    )


def test_nothing_broken_means_that_a_higher_goal_decided() -> None:
    assert "doel dat hoger staat" in toelichting(Status.VERDRONGEN, "-", vol=GEEN)


def test_an_unknown_code_is_a_fault_of_ours() -> None:
    with pytest.raises(KeyError):
        toelichting(Status.UITGESLOTEN, "U9", vol=GEEN)
