"""The region as the checker reads it: every column of every file once, every default, every place of a doubt.

Each value in a full row differs from the next, so that no column can stand in for another.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from pathlib import Path

import pytest

from matcher.controle.cellen import Punt
from matcher.controle.gegevens import (
    Aanbieder,
    Afspraak,
    Complex,
    Contactverbod,
    Gemeente,
    Plaats,
    Plaatsing,
    Plek,
    Regio,
    Uitstromer,
    Wijk,
)
from matcher.controle.instellingen import lees_instellingen
from matcher.controle.regio import Feit, Herkenning, lees_regio

Tabellen = dict[str, list[dict[str, str]]]

GEMEENTE = {"gemeentecode": "GM1", "aandeel": "33,25", "opgave": "12"}
WIJK = {
    "wijkcode": "WK1",
    "gemeentecode": "GM1",
    "draagkracht": "3",
    "voorbelasting": "1",
    "instroom_max": "4",
    "kwetsbaar": "ja",
    "woonomgeving": "dorps",
    "vangnet": "ja",
}
AANBIEDER = {"aanbieder": "Z1", "x": "10", "y": "20,5", "capaciteit_uren": "36,5", "corporaties": "C1|C2"}
TEAM = {"aanbieder": "Z1", "x": "30", "y": "40"}
COMPLEX = {"complex_id": "X1", "max_plaatsingen": "5", "overlastbestendig": "ja"}
WONING = {
    "woning_id": "W1",
    "corporatie": "C1",
    "gemeentecode": "GM1",
    "wijkcode": "WK1",
    "complex_id": "X1",
    "woonvorm": "bt_basis",
    "contingent_id": "CT1",
    "min_personen": "2",
    "max_personen": "3",
    "huur": "612,34",
    "toegankelijkheid": "rollator",
    "prikkelniveau": "4",
    "doelgroepen": "jongeren|gezinnen",
    "doelgroepen_vereist": "ouderen",
    "leeftijd_min": "19",
    "leeftijd_max": "65",
    "zorgzwaarte_max": "zwaar",
    "overlast": "nee",
    "huisdier": "nee",
    "zorg24": "ja",
    "beschikbaar_vanaf": "3-4-2026",
    "max_verblijf_maanden": "24",
    "aantal": "6",
    "x": "100",
    "y": "200",
    "jaar": "2027",
    "los_toewijsbaar": "ja",
}
WONING_KORT = {"woning_id": "W2", "corporatie": "C2", "woonvorm": "bt_plus", "max_personen": "1"}
WONING_KORT |= {"beschikbaar_vanaf": "4-5-2026"}
CONTINGENT = {
    "contingent_id": "CT1",
    "corporatie": "C3",
    "gemeentecode": "GM1",
    "complex_id": "X9",
    "wijkcode": "WK9",
    "woonvorm": "gezinswoning",
    "prikkelniveau": "3",
    "aantal": "7",
    "jaar": "2026",
    "los_toewijsbaar": "ja",
    "beschikbaar_vanaf": "5-6-2026",
    "x": "1",
    "y": "2",
}
CONTINGENT_KORT = {"contingent_id": "CT2", "corporatie": "C4", "gemeentecode": "GM2", "aantal": "8"}
UITSTROMER = {
    "uitstromer_id": "P1",
    "leeftijd": "27",
    "herkomst_gemeente": "GM3",
    "voorkeur_gemeenten": "GM1|GM2",
    "woonvormen": "bt_plus|bt_basis",
    "volwassenen": "2",
    "kinderen": "3",
    "doelgroepen": "jongeren",
    "zorgzwaarte": "midden",
    "aanbieder": "Z1",
    "uren": "7,5",
    "prikkelarm": "gewenst",
    "prikkelniveau_max": "3",
    "vermijden": "horeca 100|spoor 2,5",
    "overlastrisico": "ja",
    "overlast_tot": "1-2-2026",
    "toegankelijkheid": "rolstoel",
    "huur_max": "700,10",
    "huisdier": "ja",
    "woonomgeving": "stad",
    "anker_x": "50",
    "anker_y": "60,5",
    "uitsluiting_gebieden": "GM4|WK4",
    "uitsluiting_punten": "1 2 3|4 5 6,5",
    "uitsluiting_tot": "2-3-2026",
    "duur_maanden": "11",
    "wet": "wlz",
    "zorgplan": "ja",
    "urgentie": "hoog",
    "wachtend_sinds": "3-4-2025",
    "beschikbaar_vanaf": "4-5-2026",
    "uiterste_datum": "5-6-2026",
    "doorstroom": "nee",
}
UITSTROMER_KORT = {"uitstromer_id": "P2", "geboortemaand": "3-1990", "zorgzwaarte": "licht"}
UITSTROMER_KORT |= {"wachtend_sinds": "6-7-2025"}
CONTACTVERBOD = {"uitstromer_a": "P1", "uitstromer_b": "P2", "niveau": "wijk", "tot": "7-8-2026"}
PLAATSING = {
    "uitstromer_id": "P9",
    "woning_id": "W1",
    "contingent_id": "CT2",
    "gemeentecode": "GM8",
    "wijkcode": "WK8",
    "complex_id": "X8",
    "x": "70",
    "y": "80",
    "woonvorm": "housing_first",
    "zorgzwaarte": "zwaar",
    "prikkelarm": "vereist",
    "overlastrisico": "ja",
    "aanbieder": "Z8",
    "uren": "8,5",
    "datum_in": "8-9-2025",
    "datum_uit": "9-10-2026",
}
PLAATSING_KORT = {"uitstromer_id": "P8", "gemeentecode": "GM1", "woonvorm": "convenant", "zorgzwaarte": "licht"}
PLAATSING_KORT |= {"datum_in": "1-1-2025"}
AFSPRAAK = {"uitstromer_id": "P1", "woning_id": "W1", "contingent_id": "CT2", "soort": "vast", "ondanks": "R02|R07"}
AFSPRAAK |= {"tot": "9-9-2026"}

VOL: Tabellen = {
    "gemeenten": [GEMEENTE],
    "wijken": [WIJK],
    "aanbieders": [AANBIEDER],
    "aanbieder_teams": [TEAM],
    "complexen": [COMPLEX],
    "woningen": [WONING, WONING_KORT],
    "contingenten": [CONTINGENT, CONTINGENT_KORT],
    "uitstromers": [UITSTROMER, UITSTROMER_KORT],
    "contactverboden": [CONTACTVERBOD],
    "plaatsingen": [PLAATSING, PLAATSING_KORT],
    "afspraken": [AFSPRAAK],
}

WONING_GELEZEN = Plek(
    plek="W1",
    benoemd=True,
    corporatie="C1",
    plaats=Plaats("GM1", "WK1", ("complex", "X1"), (100, 200)),
    complex_id="X1",
    woonvorm="bt_basis",
    contingent="CT1",
    aantal=6,
    min_personen=2,
    max_personen=3,
    huur=61234,
    toegankelijkheid=1,
    prikkelniveau=4,
    doelgroepen=frozenset({"jongeren", "gezinnen"}),
    vereist=frozenset({"ouderen"}),
    leeftijd_min=19,
    leeftijd_max=65,
    zwaarte_max=2,
    overlast=False,
    huisdier=False,
    zorg24=True,
    beschikbaar=date(2026, 4, 3),
    max_verblijf=24,
    jaar=None,
    los=False,
    gegeven=("GM1", "WK1", "4"),
)
WONING_KORT_GELEZEN = Plek(
    plek="W2",
    benoemd=True,
    corporatie="C2",
    plaats=Plaats("", None, ("woning", "W2"), None),
    complex_id=None,
    woonvorm="bt_plus",
    contingent=None,
    aantal=1,
    min_personen=1,
    max_personen=1,
    huur=None,
    toegankelijkheid=0,
    prikkelniveau=None,
    doelgroepen=frozenset(),
    vereist=frozenset(),
    leeftijd_min=None,
    leeftijd_max=None,
    zwaarte_max=None,
    overlast=True,
    huisdier=True,
    zorg24=False,
    beschikbaar=date(2026, 5, 4),
    max_verblijf=None,
    jaar=None,
    los=False,
    gegeven=("", "", ""),
)
CONTINGENT_KORT_GELEZEN = replace(
    WONING_KORT_GELEZEN,
    plek="CT2",
    benoemd=False,
    corporatie="C4",
    plaats=Plaats("GM2", None, None, None),
    woonvorm="convenant",
    contingent="CT2",
    aantal=8,
    max_personen=None,
    beschikbaar=None,
    gegeven=("GM2", "", ""),
)
CONTINGENT_GELEZEN = replace(
    CONTINGENT_KORT_GELEZEN,
    plek="CT1",
    corporatie="C3",
    plaats=Plaats("GM1", None, None, None),
    woonvorm="gezinswoning",
    contingent="CT1",
    aantal=7,
    prikkelniveau=3,
    jaar=2026,
    los=True,
    gegeven=("GM1", "", "3"),
)
UITSTROMER_GELEZEN = Uitstromer(
    id="P1",
    leeftijd=27,
    geboren=None,
    herkomst="GM3",
    voorkeuren=("GM1", "GM2"),
    woonvormen=("bt_plus", "bt_basis"),
    personen=5,
    doelgroepen=frozenset({"jongeren"}),
    zwaarte=1,
    aanbieder="Z1",
    uren=Fraction(15, 2),
    prikkelarm="gewenst",
    prikkelniveau_max=3,
    vermijden=(("horeca", 100), ("spoor", Fraction(5, 2))),
    overlastrisico=True,
    overlast_tot=date(2026, 2, 1),
    toegankelijkheid=2,
    huur_max=70010,
    huisdier=True,
    woonomgeving="stad",
    anker=(50, Fraction(121, 2)),
    gebieden=frozenset({"GM4", "WK4"}),
    punten=((1, 2, 3), (4, 5, Fraction(13, 2))),
    uitsluiting_tot=date(2026, 3, 2),
    duur=11,
    wet="wlz",
    zorgplan=True,
    urgentie="hoog",
    wachtend_sinds=date(2025, 4, 3),
    beschikbaar=date(2026, 5, 4),
    uiterste_datum=date(2026, 6, 5),
    doorstroom=False,
)
UITSTROMER_KORT_GELEZEN = Uitstromer(
    id="P2",
    leeftijd=None,
    geboren=(1990, 3),
    herkomst=None,
    voorkeuren=(),
    woonvormen=(),
    personen=1,
    doelgroepen=frozenset(),
    zwaarte=0,
    aanbieder=None,
    uren=0,
    prikkelarm="nee",
    prikkelniveau_max=2,
    vermijden=(),
    overlastrisico=False,
    overlast_tot=None,
    toegankelijkheid=0,
    huur_max=None,
    huisdier=False,
    woonomgeving="",
    anker=None,
    gebieden=frozenset(),
    punten=(),
    uitsluiting_tot=None,
    duur=None,
    wet="wmo",
    zorgplan=False,
    urgentie="normaal",
    wachtend_sinds=date(2025, 7, 6),
    beschikbaar=None,
    uiterste_datum=None,
    doorstroom=None,
)
PLAATSING_GELEZEN = Plaatsing(
    uitstromer="P9",
    woning="W1",
    contingent="CT2",
    plaats=Plaats("GM8", "WK8", ("complex", "X8"), (70, 80)),
    woonvorm="housing_first",
    zwaarte=2,
    prikkelarm="vereist",
    overlastrisico=True,
    aanbieder="Z8",
    uren=Fraction(17, 2),
    datum_in=date(2025, 9, 8),
    datum_uit=date(2026, 10, 9),
)
PLAATSING_KORT_GELEZEN = Plaatsing(
    uitstromer="P8",
    woning=None,
    contingent=None,
    plaats=Plaats("GM1", None, None, None),
    woonvorm="convenant",
    zwaarte=0,
    prikkelarm="nee",
    overlastrisico=False,
    aanbieder=None,
    uren=0,
    datum_in=date(2025, 1, 1),
    datum_uit=None,
)


@dataclass
class Grenzen:
    """Boundaries that give one answer, and keep what was asked of them."""

    antwoord: str | None = None
    gevraagd: list[tuple[Punt, frozenset[str]]] = field(default_factory=list)

    def wijk_van(self, punt: Punt, keuze: Collection[str]) -> str | None:
        self.gevraagd.append((punt, frozenset(keuze)))
        return self.antwoord


def lees(
    map_: Path, tabellen: Mapping[str, Sequence[Mapping[str, str]]], herkenning: Herkenning | None = None
) -> tuple[Regio | None, tuple[str, ...]]:
    """Write the tables, each row with all columns of its table, and read them."""
    for naam, rijen in tabellen.items():
        kop = list(dict.fromkeys(kolom for rij in rijen for kolom in rij))
        regels = [";".join(kop), *(";".join(rij.get(kolom, "") for kolom in kop) for rij in rijen)]
        (map_ / f"{naam}.csv").write_text("\r\n".join(regels), encoding="utf-8")
    return lees_regio(map_, herkenning or Herkenning({}, Grenzen().wijk_van))


def goed(
    map_: Path, tabellen: Mapping[str, Sequence[Mapping[str, str]]], herkenning: Herkenning | None = None
) -> Regio:
    regio, twijfels = lees(map_, tabellen, herkenning)
    assert twijfels == ()
    assert regio is not None
    return regio


def test_every_column_and_every_default(tmp_path: Path) -> None:
    """A full row and a bare one of each file. A contingent has no place of its own, whatever else its row says."""
    assert goed(tmp_path, VOL) == Regio(
        instellingen=lees_instellingen(tmp_path),
        gemeenten={"GM1": Gemeente("GM1", Fraction(133, 4), 12)},
        wijken={"WK1": Wijk("WK1", "GM1", 3, 1, 4, kwetsbaar=True, woonomgeving="dorps", vangnet=True)},
        aanbieders={"Z1": Aanbieder("Z1", ((10, Fraction(41, 2)), (30, 40)), Fraction(73, 2), frozenset({"C1", "C2"}))},
        plekken={
            "W1": WONING_GELEZEN,
            "W2": WONING_KORT_GELEZEN,
            "CT1": CONTINGENT_GELEZEN,
            "CT2": CONTINGENT_KORT_GELEZEN,
        },
        complexen={"X1": Complex("X1", 5, overlastbestendig=True)},
        uitstromers={"P1": UITSTROMER_GELEZEN, "P2": UITSTROMER_KORT_GELEZEN},
        contactverboden=(Contactverbod("P1", "P2", "wijk", None, date(2026, 8, 7)),),
        plaatsingen=(PLAATSING_GELEZEN, PLAATSING_KORT_GELEZEN),
        afspraken=(Afspraak("P1", "W1", vast=True, ondanks=frozenset({"R02", "R07"}), tot=date(2026, 9, 9)),),
    )


def test_bare_rows_of_small_files(tmp_path: Path) -> None:
    regio = goed(
        tmp_path,
        {
            "gemeenten": [{"gemeentecode": "GM1"}],
            "wijken": [{"wijkcode": "WK1", "gemeentecode": "GM1"}],
            "aanbieders": [{"aanbieder": "Z1"}, {"aanbieder": "Z2", "x": "1", "y": "2"}],
            "aanbieder_teams": [{"aanbieder": "Z1", "x": "3", "y": "4"}, {"aanbieder": "Z3", "x": "5", "y": "6"}],
            "complexen": [{"complex_id": "X1"}],
            "contactverboden": [{"uitstromer_a": "P1", "uitstromer_b": "P2", "afstand_m": "2,5"}],
            "afspraken": [{"uitstromer_id": "P1", "contingent_id": "CT1", "soort": "verbod"}],
        },
    )
    assert regio.gemeenten == {"GM1": Gemeente("GM1", None, None)}
    assert regio.wijken == {"WK1": Wijk("WK1", "GM1", None, 0, None, kwetsbaar=False, woonomgeving="", vangnet=False)}
    assert regio.aanbieders == {
        "Z1": Aanbieder("Z1", ((3, 4),), None, frozenset()),
        "Z2": Aanbieder("Z2", ((1, 2),), None, frozenset()),
    }
    assert regio.complexen == {"X1": Complex("X1", None, overlastbestendig=False)}
    assert regio.contactverboden == (Contactverbod("P1", "P2", None, Fraction(5, 2), None),)
    assert regio.afspraken == (Afspraak("P1", "CT1", vast=False, ondanks=frozenset(), tot=None),)


VERPLICHT = {
    "gemeenten": ["gemeentecode"],
    "wijken": ["wijkcode", "gemeentecode"],
    "aanbieders": ["aanbieder"],
    "aanbieder_teams": ["aanbieder"],
    "complexen": ["complex_id"],
    "woningen": ["woning_id", "corporatie", "woonvorm", "beschikbaar_vanaf"],
    "contingenten": ["contingent_id", "corporatie", "gemeentecode"],
    "uitstromers": ["uitstromer_id", "wachtend_sinds"],
    "contactverboden": ["uitstromer_a", "uitstromer_b"],
    "plaatsingen": ["uitstromer_id", "gemeentecode", "woonvorm", "zorgzwaarte", "datum_in"],
    "afspraken": ["uitstromer_id", "soort"],
}


@pytest.mark.parametrize(("naam", "kolom"), [(naam, kolom) for naam, rest in VERPLICHT.items() for kolom in rest])
def test_missing_cell(tmp_path: Path, naam: str, kolom: str) -> None:
    """The doubt names the cell, and nothing is given for a region with a hole in it."""
    rij = VOL[naam][-1] | {kolom: ""}
    assert lees(tmp_path, {naam: [rij]}) == (None, (f"{naam}.csv, rij 2, kolom {kolom}",))


HELE_RIJ: list[tuple[str, dict[str, str]]] = [
    ("woningen", WONING | {"max_personen": ""}),
    ("contingenten", CONTINGENT | {"aantal": ""}),
    ("uitstromers", UITSTROMER | {"zorgzwaarte": ""}),
    ("uitstromers", UITSTROMER | {"leeftijd": ""}),
    ("uitstromers", UITSTROMER | {"geboortemaand": "3-1990"}),
    ("contactverboden", CONTACTVERBOD | {"niveau": ""}),
    ("contactverboden", CONTACTVERBOD | {"afstand_m": "5"}),
    ("contactverboden", CONTACTVERBOD | {"niveau": "straat"}),
    ("contactverboden", CONTACTVERBOD | {"uitstromer_b": "P1"}),
]


@pytest.mark.parametrize(("naam", "rij"), HELE_RIJ)
def test_cells_that_do_not_go_together(tmp_path: Path, naam: str, rij: dict[str, str]) -> None:
    assert lees(tmp_path, {naam: [rij]}) == (None, (f"{naam}.csv, rij 2",))


CELLEN = [
    ("aanbieder_teams", "x", {"x": "", "y": ""}),
    ("aanbieder_teams", "x/y", {"y": ""}),
    ("woningen", "woonvorm", {"woonvorm": "tent"}),
    ("uitstromers", "anker_x/anker_y", {"anker_y": ""}),
    ("uitstromers", "urgentie", {"urgentie": "spoed"}),
    ("uitstromers", "prikkelarm", {"prikkelarm": "ja"}),
    ("uitstromers", "uitsluiting_punten", {"uitsluiting_punten": "1 2"}),
    ("plaatsingen", "prikkelarm", {"prikkelarm": "ja"}),
    ("afspraken", "soort", {"soort": "misschien"}),
    ("afspraken", "contingent_id", {"woning_id": "", "contingent_id": ""}),
    *(("uitstromers", "vermijden", {"vermijden": tekst}) for tekst in ("horeca", "100", "horeca ver", "horeca 5 100")),
    *(
        ("uitstromers", "geboortemaand", {"leeftijd": "", "geboortemaand": tekst})
        for tekst in ("0-1990", "13-1990", "1990", "1990-13-01", "3-90")
    ),
]


@pytest.mark.parametrize(("naam", "kolom", "anders"), CELLEN)
def test_cell_that_cannot_be_read(tmp_path: Path, naam: str, kolom: str, anders: dict[str, str]) -> None:
    plaats = f"{naam}.csv, kolom {kolom}" if anders.get("woonvorm") else f"{naam}.csv, rij 2, kolom {kolom}"
    assert lees(tmp_path, {naam: [VOL[naam][0] | anders]}) == (None, (plaats,))


@pytest.mark.parametrize(
    ("tekst", "geboren"),
    [
        ("1-1990", (1990, 1)),
        ("09-1991", (1991, 9)),
        ("12-1992", (1992, 12)),
        ("1993-02-01", (1993, 2)),
        ("1993-12-01", (1993, 12)),
    ],
)
def test_month_of_birth(tmp_path: Path, tekst: str, geboren: tuple[int, int]) -> None:
    """As typed, and as a workbook keeps the first day of a month."""
    regio = goed(tmp_path, {"uitstromers": [UITSTROMER_KORT | {"geboortemaand": tekst}]})
    assert regio.uitstromers["P2"].geboren == geboren


@pytest.mark.parametrize(
    ("cellen", "personen"),
    [
        ({}, 1),
        ({"kinderen": "2"}, 3),
        ({"volwassenen": "2"}, 2),
        ({"volwassenen": "2", "kinderen": "2"}, 4),
        ({"volwassenen": "2", "kinderen": "2", "personen_verwacht": "7"}, 7),
    ],
)
def test_persons(tmp_path: Path, cellen: dict[str, str], personen: int) -> None:
    """The expected number counts where it is given; else adults (one) and children (none)."""
    regio = goed(tmp_path, {"uitstromers": [UITSTROMER_KORT | cellen]})
    assert regio.uitstromers["P2"].personen == personen


DUBBEL = ["gemeenten", "wijken", "aanbieders", "complexen", "woningen", "uitstromers"]


@pytest.mark.parametrize("naam", DUBBEL)
def test_key_twice(tmp_path: Path, naam: str) -> None:
    rij = VOL[naam][0]
    assert lees(tmp_path, {naam: [rij, rij]}) == (None, (f"{naam}.csv",))


def test_contingent_with_the_name_of_a_woning(tmp_path: Path) -> None:
    """A plek is known by its id alone, so the two lists share their keys."""
    contingent = CONTINGENT | {"contingent_id": "W1"}
    assert lees(tmp_path, {"woningen": [WONING], "contingenten": [contingent]}) == (None, ("woningen.csv",))


def test_every_doubt_is_kept(tmp_path: Path) -> None:
    """Of the tables, of rows, of keys and of woonvormen, in that order; the settings end it, after the tables."""
    tabellen: Tabellen = {
        "complexen": [{"complex_id": "X1", "X_EIGEN": "", "max_plaatsingen": "veel"}, COMPLEX],
        "gemeenten": [GEMEENTE, GEMEENTE],
        "uitstromers": [UITSTROMER | {"woonvormen": "bt_plus|tent"}],
        "plaatsingen": [PLAATSING | {"woonvorm": "tent"}, PLAATSING_KORT],
    }
    (tmp_path / "wijken.csv").write_text("wijkcode;wijkcode\r\n", encoding="utf-8")
    regio, twijfels = lees(tmp_path, tabellen)
    assert regio is None
    assert twijfels == (
        "wijken.csv, rij 1",
        "gemeenten.csv",
        "complexen.csv, rij 2, kolom max_plaatsingen",
        "uitstromers.csv, kolom woonvorm",
        "plaatsingen.csv, kolom woonvorm",
    )
    (tmp_path / "regels.toml").write_text("geen toml", encoding="utf-8")
    assert lees(tmp_path, tabellen) == (None, ("wijken.csv, rij 1", "regels.toml"))


def test_all_woonvormen_at_once(tmp_path: Path) -> None:
    """Whoever can live in every known woonvorm asks for nothing unknown; a region may add one."""
    vormen = sorted(lees_instellingen(tmp_path).woonvormen)
    mens = UITSTROMER_KORT | {"woonvormen": "|".join(vormen)}
    assert goed(tmp_path, {"uitstromers": [mens]}).uitstromers["P2"].woonvormen == tuple(vormen)
    (tmp_path / "regels.toml").write_text("[woonvormen.tent]\n", encoding="utf-8")
    assert goed(tmp_path, {"woningen": [WONING | {"woonvorm": "tent"}]}).plekken["W1"].woonvorm == "tent"


# -- where a woning lies -------------------------------------------------------------------------------------------

WIJKEN = [{"wijkcode": f"WK{n}", "gemeentecode": f"GM{n // 10}"} for n in (10, 11, 20)]
FEIT = Feit("GM7", "WK7", 5)


@pytest.mark.parametrize(
    ("cellen", "feit", "grens", "gemeente", "wijk"),
    [
        pytest.param({}, None, None, "", None, id="nothing is known"),
        pytest.param({"x": "1", "y": "2"}, None, None, "", None, id="the boundaries leave it open"),
        pytest.param({"x": "1", "y": "2"}, None, "WK20", "GM2", "WK20", id="the boundaries tell"),
        pytest.param({"x": "1", "y": "2"}, None, "WK99", "", "WK99", id="a wijk that the table does not know"),
        pytest.param({"wijkcode": "WK11"}, None, None, "GM1", "WK11", id="the wijk tells the gemeente"),
        pytest.param({"gemeentecode": "GM5"}, None, None, "GM5", None, id="only the gemeente"),
        pytest.param({"gemeentecode": "GM5", "wijkcode": "WK11"}, FEIT, None, "GM5", "WK11", id="what is given wins"),
        pytest.param({}, FEIT, None, "GM7", "WK7", id="the batch tells"),
        pytest.param({"wijkcode": "WK11"}, FEIT, None, "GM1", "WK11", id="the wijk wins from the batch"),
        pytest.param({"wijkcode": "WK99"}, FEIT, None, "GM7", "WK99", id="of an unknown wijk the batch tells"),
        pytest.param({}, Feit("GM7", "WK20", 5), None, "GM2", "WK20", id="the wijk of the batch tells the gemeente"),
        pytest.param({"x": "1", "y": "2"}, Feit("GM7", "", 5), "WK10", "GM1", "WK10", id="the batch does not know"),
    ],
)
def test_place_of_a_woning(
    tmp_path: Path, cellen: dict[str, str], feit: Feit | None, grens: str | None, gemeente: str, wijk: str | None
) -> None:
    """The input first, then the wijk it lies in, then what the batch says."""
    feiten = {"elders": Feit("GM0", "WK0", 0)} | ({"W2": feit} if feit else {})
    tabellen = {"wijken": WIJKEN, "woningen": [WONING_KORT | cellen]}
    plek = goed(tmp_path, tabellen, Herkenning(feiten, Grenzen(grens).wijk_van)).plekken["W2"]
    assert (plek.plaats.gemeente, plek.plaats.wijk) == (gemeente, wijk)
    assert plek.gegeven == (cellen.get("gemeentecode", ""), cellen.get("wijkcode", ""), "")


@pytest.mark.parametrize(
    ("cellen", "feit", "gevraagd"),
    [
        ({"x": "1", "y": "2"}, None, [((1, 2), frozenset({"WK10", "WK11", "WK20"}))]),
        ({"x": "1", "y": "2", "gemeentecode": "GM1"}, None, [((1, 2), frozenset({"WK10", "WK11"}))]),
        ({"x": "1", "y": "2", "wijkcode": "WK10"}, None, []),
        ({"x": "1", "y": "2"}, FEIT, []),
        ({"gemeentecode": "GM1"}, None, []),
    ],
)
def test_boundaries_are_asked_last(
    tmp_path: Path, cellen: dict[str, str], feit: Feit | None, gevraagd: list[tuple[Punt, frozenset[str]]]
) -> None:
    """Only for a place without a wijk, and among the wijken of the gemeente that is given (decision 22)."""
    grenzen = Grenzen("WK10")
    feiten = {"W2": feit} if feit else {}
    goed(tmp_path, {"wijken": WIJKEN, "woningen": [WONING_KORT | cellen]}, Herkenning(feiten, grenzen.wijk_van))
    assert grenzen.gevraagd == gevraagd


@pytest.mark.parametrize(
    ("cellen", "feit", "niveau"),
    [
        ({}, None, None),
        ({}, FEIT, 5),
        ({"prikkelniveau": "1"}, None, 1),
        ({"prikkelniveau": "1"}, FEIT, 1),
        ({}, Feit("GM7", "WK7", None), None),
    ],
)
def test_stimuli_of_a_woning(tmp_path: Path, cellen: dict[str, str], feit: Feit | None, niveau: int | None) -> None:
    feiten = {"W2": feit} if feit else {}
    regio = goed(tmp_path, {"woningen": [WONING_KORT | cellen]}, Herkenning(feiten, Grenzen().wijk_van))
    assert regio.plekken["W2"].prikkelniveau == niveau
    assert regio.plekken["W2"].gegeven == ("", "", cellen.get("prikkelniveau", ""))


# -- where a plaatsing lies ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cellen", "plaats"),
    [
        ({"woning_id": "W1"}, Plaats("GM1", "WK1", ("complex", "X1"), (100, 200))),
        ({"woning_id": "W1", "complex_id": "X8"}, Plaats("GM1", "WK1", ("complex", "X8"), (100, 200))),
        ({"woning_id": "W1", "wijkcode": "WK8"}, Plaats("GM1", "WK8", ("complex", "X1"), (100, 200))),
        ({"woning_id": "W1", "x": "1", "y": "2"}, Plaats("GM1", "WK1", ("complex", "X1"), (1, 2))),
        ({"woning_id": "W2"}, Plaats("GM1", None, ("woning", "W2"), None)),
        ({"woning_id": "W9"}, Plaats("GM1", None, ("woning", "W9"), None)),
        ({"woning_id": "CT1"}, Plaats("GM1", None, ("woning", "CT1"), None)),
        ({"contingent_id": "CT1"}, Plaats("GM1", None, None, None)),
        ({"complex_id": "X8"}, Plaats("GM1", None, ("complex", "X8"), None)),
    ],
)
def test_place_of_a_plaatsing(tmp_path: Path, cellen: dict[str, str], plaats: Plaats) -> None:
    """Its own cells first, then the woning on the list; a woning that is on no list is a complex of its own."""
    tabellen = VOL | {"plaatsingen": [PLAATSING_KORT | cellen]}
    (plaatsing,) = goed(tmp_path, tabellen).plaatsingen
    assert plaatsing.plaats == plaats
    assert plaatsing.woning == cellen.get("woning_id")
