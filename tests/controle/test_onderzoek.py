"""Whole folders of a region that fits on one screen: every finding of one change, and nothing beside it.

Seven people: U1 and U2 get a room and an unnamed place, U3 a woning with care at the door. U4 was too late for both,
U5 is too young, U6 has a dog, and for U7 there is nothing of the right kind. W2 is for people of sixty and over.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from matcher.controle import Bevinding, controleer
from matcher.controle.niveaus import niveaus
from matcher.controle.regio import Herkenning, lees_regio
from matcher.controle.teksten import bevinding
from matcher.controle.toestand import Toestand
from tests.controle.batchmaker import Geval, maak_batch
from tests.controle.kopie import Kopie, Rij

D = date(2026, 11, 20)
TABELLEN = {
    "gemeenten": "gemeentecode;naam;aandeel\nGM0503;Delft;1\n",
    "wijken": "wijkcode;naam;gemeentecode\nWK050311;Binnenstad;GM0503\n",
    "aanbieders": "aanbieder;naam;x;y\nzorg-a;Zorg A;84000;447000\n",
    "aanbieder_teams": "aanbieder;x;y\n",
    "woningen": (
        "woning_id;corporatie;gemeentecode;wijkcode;x;y;complex_id;woonvorm;contingent_id;min_personen;max_personen;"
        "prikkelniveau;leeftijd_min;huisdier;beschikbaar_vanaf;aantal\n"
        "W1;corp-a;GM0503;WK050311;84100;447000;;kamer_met_aandacht;;1;1;;;nee;01-11-2026;1\n"
        "W2;corp-a;GM0503;WK050311;84200;447000;;kamer_met_aandacht;;1;1;;60;nee;01-11-2026;1\n"
        "W3;corp-a;GM0503;WK050311;84500;447000;;bt_basis;;1;1;;;nee;01-11-2026;1\n"
    ),
    "contingenten": (
        "contingent_id;corporatie;gemeentecode;jaar;aantal;woonvorm;los_toewijsbaar;prikkelniveau;huisdier\n"
        "C1;corp-a;GM0503;2026;1;kamer_met_aandacht;ja;;nee\n"
    ),
    "uitstromers": (
        "uitstromer_id;leeftijd;woonvormen;zorgzwaarte;aanbieder;zorgplan;huisdier;urgentie;wachtend_sinds;"
        "beschikbaar_vanaf;uitsluiting_gebieden;doorstroom\n"
        "U1;30;kamer_met_aandacht;licht;;nee;nee;;01-09-2026;;;\n"
        "U2;30;kamer_met_aandacht;licht;;nee;nee;;01-09-2026;;;\n"
        "U3;30;bt_basis;licht;zorg-a;ja;nee;;01-09-2026;;;\n"
        "U4;30;kamer_met_aandacht;licht;;nee;nee;;01-10-2026;;;\n"
        "U5;17;kamer_met_aandacht;licht;;nee;nee;;01-10-2026;;;\n"
        "U6;30;kamer_met_aandacht;licht;;nee;ja;;01-10-2026;;;\n"
        "U7;30;gezinswoning;licht;;nee;nee;;01-10-2026;;;\n"
    ),
    "plaatsingen": (
        "uitstromer_id;woning_id;contingent_id;gemeentecode;wijkcode;woonvorm;zorgzwaarte;datum_in;datum_uit\n"
    ),
    "afspraken": "uitstromer_id;woning_id;soort;reden;ondanks;tot\n",
}
TOEWIJZING = (("U1", "W1"), ("U2", "C1"), ("U3", "W3"))
GEEN_AANBOD = "geen_passend_aanbod"


@pytest.fixture(scope="module")
def gaaf(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The region and a sound batch."""
    map_ = tmp_path_factory.mktemp("gaaf")
    regio_map = map_ / "regio"
    regio_map.mkdir()
    for naam, tekst in TABELLEN.items():
        (regio_map / f"{naam}.csv").write_text(tekst, encoding="utf-8")
    regio, twijfels = lees_regio(regio_map, Herkenning({}, lambda *_: None))
    assert regio is not None, twijfels
    paren = tuple((regio.uitstromers[mens], regio.plekken[plek]) for mens, plek in TOEWIJZING)
    waarden = {naam: int(waarde) for naam, waarde in niveaus(Toestand(regio, D), paren, "zaad").items()}
    redenen = {"U4": ("verdrongen", "K3"), "U6": (GEEN_AANBOD, "R16"), "U7": (GEEN_AANBOD, "R01")}
    geval = Geval(D, "zaad", TOEWIJZING, waarden, {"U5": "U2"}, redenen)
    return regio_map, maak_batch(regio_map, geval, map_ / "batches")


@pytest.fixture
def kopie(gaaf: tuple[Path, Path], tmp_path: Path) -> Kopie:
    """A copy to spoil."""
    return Kopie.van(*gaaf, tmp_path)


Gevonden = list[tuple[str, str]]


def bevindingen(kopie: Kopie) -> Gevonden:
    """Code and subject of everything that is found; levels and the proof, which other input makes worthless, aside."""
    gevonden = controleer(kopie.regio, kopie.batch)
    assert list(gevonden) == sorted(set(gevonden))
    return [(b.code, b.onderwerp) for b in gevonden if not b.code.startswith("niveau:") and b.code != "bewijs"]


def van(naam: str) -> Callable[[Rij], bool]:
    """The row of one person."""
    return lambda rij: rij["uitstromer_id"] == naam


def afgesproken(kopie: Kopie, mens: str, plek: str, ondanks: str = "") -> None:
    """A pair that staff fixed."""
    kopie.erbij(
        "afspraken.csv", uitstromer_id=mens, woning_id=plek, soort="vast", ondanks=ondanks, reden="plan", tot=""
    )


def woont(kopie: Kopie, mens: str, woning: str, uit: str = "") -> None:
    """A placement in the room."""
    vast = {"gemeentecode": "GM0503", "wijkcode": "WK050311", "woonvorm": "kamer_met_aandacht", "zorgzwaarte": "licht"}
    kopie.erbij("plaatsingen.csv", uitstromer_id=mens, woning_id=woning, datum_in="01-03-2026", datum_uit=uit, **vast)


def test_a_sound_batch(kopie: Kopie) -> None:
    assert controleer(kopie.regio, kopie.batch) == ()


# -- what is read ------------------------------------------------------------------------------------------------


def test_without_a_certificate_only_the_form_is_judged(kopie: Kopie) -> None:
    kopie.wijzig("voorstellen.csv", van("U1"), passend="1")
    (kopie.batch / "certificaat.json").unlink()
    (kopie.batch / "rapport.html").unlink()
    assert bevindingen(kopie) == [("bestand", "certificaat.json"), ("bestand", "rapport.html")]


def test_against_other_input_nothing_is_recomputed(kopie: Kopie) -> None:
    """The wrong points stay unmentioned; a form that is wrong does not."""
    kopie.wijzig("voorstellen.csv", van("U1"), passend="1")
    bestand = kopie.regio / "uitstromers.csv"
    bestand.write_text(bestand.read_text(encoding="utf-8").replace("U5;17", "U5;16"), encoding="utf-8")
    kopie.certificaat(lambda ruw: ruw.update(status="tijdslimiet"))
    assert bevindingen(kopie) == [("certificaat", "status"), ("invoer", "uitstromers.csv")]


def test_input_that_the_certificate_forgets_is_read_all_the_same(kopie: Kopie) -> None:
    kopie.wijzig("voorstellen.csv", van("U1"), passend="1")
    kopie.certificaat(lambda ruw: ruw["invoer"].pop("wijken.csv"))
    assert bevindingen(kopie) == [("invoer", "wijken.csv"), ("veld:passend", "2026-W47-1-U1")]


def test_every_doubt_about_the_input_is_a_finding(kopie: Kopie) -> None:
    """In a table and in the matrix; and then nothing else is said."""
    kopie.wijzig("voorstellen.csv", van("U1"), passend="1")
    (kopie.regio / "geo").mkdir()
    matrix = kopie.regio / "geo" / "reistijden.csv"
    matrix.write_text("aanbieder;woning_id;minuten\nzorg-a;W3;tien\n", encoding="utf-8")
    twijfel = bevinding("invoer", "geo/reistijden.csv, rij 2, kolom minuten", "invoer_twijfel")
    extra = bevinding("invoer", "geo/reistijden.csv", "invoer_extra")
    assert controleer(kopie.regio, kopie.batch) == (extra, twijfel)
    kopie.wijzig("uitstromers.csv", van("U1"), leeftijd="dertig")
    ook = bevinding("invoer", "uitstromers.csv, rij 2, kolom leeftijd", "invoer_twijfel")
    assert controleer(kopie.regio, kopie.batch) == (extra, twijfel, ook)


def test_a_matrix_decides(kopie: Kopie) -> None:
    """Thirty minutes and a bit is too late; the batch says it came by a straight line."""
    (kopie.regio / "geo").mkdir()
    matrix = kopie.regio / "geo" / "reistijden.csv"
    matrix.write_text("aanbieder;woning_id;minuten\nzorg-a;W3;30,01\n", encoding="utf-8")
    assert bevindingen(kopie) == [
        ("R12", "U3 / W3"),
        ("invoer", "geo/reistijden.csv"),
        ("reistijden", "zorg-a / W3"),
    ]


def test_roads_are_taken_from_the_batch(kopie: Kopie) -> None:
    """With a layer of roads the time in the batch stands, when it says so."""
    (kopie.regio / "geo").mkdir()
    (kopie.regio / "geo" / "wegen.gpkg").write_bytes(b"")
    extra = ("invoer", "geo/wegen.gpkg")
    kopie.wijzig("reistijden.csv", lambda _: True, minuten="30,00", bron="wegen")
    assert bevindingen(kopie) == [extra]
    kopie.wijzig("reistijden.csv", lambda _: True, minuten="30,01")
    assert bevindingen(kopie) == [("R12", "U3 / W3"), extra]


@pytest.mark.parametrize("naam", ["plekken.csv", "reistijden.csv", "niet_geplaatst.csv"])
def test_a_table_that_cannot_be_read_leaves_the_others(kopie: Kopie, naam: str) -> None:
    kopie.wijzig("voorstellen.csv", van("U1"), passend="1")
    (kopie.batch / naam).unlink()
    assert bevindingen(kopie) == [("bestand", naam), ("veld:passend", "2026-W47-1-U1")]


def test_without_proposals_only_the_supply_is_judged(kopie: Kopie) -> None:
    kopie.wijzig("niet_geplaatst.csv", van("U4"), status="?")
    kopie.wijzig("plekken.csv", lambda rij: rij["plek"] == "W2", vrij="7")
    (kopie.batch / "voorstellen.csv").unlink()
    assert bevindingen(kopie) == [("bestand", "voorstellen.csv"), ("plekken", "W2")]


def test_the_level_of_stimuli_is_taken_from_the_batch_where_the_region_derives_it(kopie: Kopie) -> None:
    kopie.regels(lambda ruw: ruw.update(prikkel={"afleiden": True}))
    kopie.wijzig("plekken.csv", lambda rij: rij["plek"] == "W1", prikkelniveau="2", prikkel_bron="afgeleid")
    assert [b.code for b in controleer(kopie.regio, kopie.batch)] == ["niveau:schaarste"]


def test_levels(kopie: Kopie) -> None:
    kopie.certificaat(lambda ruw: ruw["niveaus"][3].update(waarde=4, grens=4))
    tekst = "Het certificaat noemt 4, nagerekend is het 3."
    assert controleer(kopie.regio, kopie.batch) == (Bevinding("niveau:geplaatst", "geplaatst", tekst),)


def test_the_draw_uses_the_seed(kopie: Kopie) -> None:
    kopie.certificaat(lambda ruw: ruw.update(seed="anders"))
    assert [b.code for b in controleer(kopie.regio, kopie.batch)] == ["niveau:loting"]


# -- one proposal ------------------------------------------------------------------------------------------------


def test_who_takes_no_part(kopie: Kopie) -> None:
    kopie.wijzig("uitstromers.csv", van("U1"), leeftijd="17")
    assert bevindingen(kopie) == [("U2", "U1 / W1")]
    kopie.wijzig("uitstromers.csv", van("U2"), leeftijd="17")
    assert bevindingen(kopie) == [("U2", "U1 / W1"), ("U2", "U2 / C1")]


def test_every_broken_rule_of_a_pair(kopie: Kopie) -> None:
    kopie.wijzig("uitstromers.csv", van("U1"), huisdier="ja", uitsluiting_gebieden="GM0503")
    assert bevindingen(kopie) == [("R14", "U1 / W1"), ("R16", "U1 / W1")]


@pytest.mark.parametrize(
    ("ondanks", "gevonden"),
    [("", [("R14", "U1 / W1")]), ("R14", []), ("R15|R19", [("R14", "U1 / W1")])],
)
def test_a_fixed_pair_skips_what_staff_decided(kopie: Kopie, ondanks: str, gevonden: Gevonden) -> None:
    """R16 always; the protections only when they are named."""
    kopie.wijzig("uitstromers.csv", van("U1"), huisdier="ja", uitsluiting_gebieden="GM0503")
    afgesproken(kopie, "U1", "W1", ondanks)
    assert bevindingen(kopie) == gevonden


@pytest.mark.parametrize(
    ("wie", "cellen", "onderwerp", "veld"),
    [
        ("U1", {"woning_id": "W9"}, "U1 / W9", "woning_id"),
        ("U1", {"soort": "contingent"}, "U1 / W1", "contingent_id"),
        ("U2", {"contingent_id": "C9"}, "U2 / C9", "contingent_id"),
        ("U2", {"soort": "woning"}, "U2 / C1", "woning_id"),
        ("U2", {"soort": "woning", "woning_id": "C1"}, "U2 / C1", "woning_id"),
        ("U2", {"contingent_id": "W2"}, "U2 / W2", "contingent_id"),
        ("U1", {"woning_id": "", "contingent_id": "C1"}, "U1 / C1", "woning_id"),
    ],
)
def test_a_plek_that_is_not_there(kopie: Kopie, wie: str, cellen: dict[str, str], onderwerp: str, veld: str) -> None:
    """A woning is found by its number, an unnamed place by its contingent, and each must be of that kind."""
    kopie.wijzig("voorstellen.csv", van(wie), **cellen)
    gevonden = controleer(kopie.regio, kopie.batch)
    assert bevinding(f"veld:{veld}", onderwerp, "veld_plek") in gevonden
    assert not [b for b in gevonden if b.code.startswith(("R", "K"))]


def test_an_unnamed_place_that_is_not_for_this_year(kopie: Kopie) -> None:
    """It exists and has room, but is not in the supply."""
    kopie.wijzig("contingenten.csv", lambda _: True, los_toewijsbaar="nee")
    assert bevindingen(kopie) == [
        ("code", "U4"),
        ("plekken", "C1"),
        ("veld:contingent_id", "U2 / C1"),
    ]


def test_a_woning_that_is_full_breaks_k2_and_nothing_else(kopie: Kopie) -> None:
    woont(kopie, "U9", "W1")
    assert bevindingen(kopie) == [("K2", "W1"), ("plekken", "W1")]


def test_someone_who_is_not_in_the_input(kopie: Kopie) -> None:
    """Nobody has W1 then, so that nothing stands in the way of U4 there."""
    kopie.wijzig("voorstellen.csv", van("U1"), uitstromer_id="U99")
    assert bevindingen(kopie) == [("code", "U4"), ("telling", "U1"), ("telling", "U99")]


# -- all proposals together --------------------------------------------------------------------------------------


def test_two_proposals_for_one_person(kopie: Kopie) -> None:
    kopie.wijzig("voorstellen.csv", van("U2"), uitstromer_id="U1")
    assert bevindingen(kopie) == [("K1", "U1"), ("telling", "U1"), ("telling", "U2")]


def test_more_than_there_is(kopie: Kopie) -> None:
    kopie.wijzig("contingenten.csv", lambda _: True, aantal="0")
    assert [paar for paar in bevindingen(kopie) if paar[0] == "K3"] == [("K3", "C1")]


def test_two_that_may_not_meet(kopie: Kopie) -> None:
    kopie.erbij("contactverboden.csv", uitstromer_a="U1", uitstromer_b="U3", niveau="wijk", afstand_m="", tot="")
    assert bevindingen(kopie) == [("K11", "U1 / W1"), ("K11", "U3 / W3")]


def test_a_fixed_pair_must_be_in(kopie: Kopie) -> None:
    afgesproken(kopie, "U4", "W1")
    afgesproken(kopie, "U1", "W1")
    assert bevindingen(kopie) == [("K10", "U4 / W1")]


def test_a_fixed_pair_of_someone_who_is_placed_elsewhere(kopie: Kopie) -> None:
    afgesproken(kopie, "U1", "W2")
    assert bevindingen(kopie) == [("K10", "U1 / W2")]


def test_a_fixed_pair_that_runs_or_is_about_someone_off_the_list(kopie: Kopie) -> None:
    """U9 is known from a placement only, U5 lives there already: neither has to be proposed."""
    woont(kopie, "U9", "W8", uit="01-05-2026")
    woont(kopie, "U5", "W8")
    afgesproken(kopie, "U9", "W2")
    afgesproken(kopie, "U5", "W8")
    assert bevindingen(kopie) == []


# -- who is without a place --------------------------------------------------------------------------------------


def test_everyone_is_accounted_for_once(kopie: Kopie) -> None:
    """U4 is missing, U6 is there twice, U1 is placed as well, and nobody knows U99."""
    rijen = kopie.lees("niet_geplaatst.csv")
    u6 = rijen[-2]
    nieuw = [rij for rij in rijen if rij["uitstromer_id"] != "U4"]
    kopie.schrijf("niet_geplaatst.csv", [*nieuw, u6, {**u6, "uitstromer_id": "U1"}, {**u6, "uitstromer_id": "U99"}])
    assert controleer(kopie.regio, kopie.batch) == (
        bevinding("telling", "U1", "telling_dubbel"),
        bevinding("telling", "U4", "telling_niet"),
        bevinding("telling", "U6", "telling_dubbel"),
        bevinding("telling", "U99", "telling_onbekend"),
    )


def test_someone_unknown_who_is_named_twice_is_unknown(kopie: Kopie) -> None:
    rijen = kopie.lees("niet_geplaatst.csv")
    kopie.schrijf("niet_geplaatst.csv", [*rijen, *({**rijen[0], "uitstromer_id": "U99"} for _ in range(2))])
    assert controleer(kopie.regio, kopie.batch) == (bevinding("telling", "U99", "telling_onbekend"),)


@pytest.mark.parametrize(
    ("wie", "status", "code"),
    [
        ("U4", "verdrongen", "K3"),
        ("U5", "uitgesloten", "U2"),
        ("U6", GEEN_AANBOD, "R16"),
        ("U7", GEEN_AANBOD, "R01"),
    ],
)
def test_status_and_code_are_recomputed(kopie: Kopie, wie: str, status: str, code: str) -> None:
    """A wrong status makes its code meaningless, so that only the status is named."""
    kopie.wijzig("niet_geplaatst.csv", van(wie), code="K9")
    assert controleer(kopie.regio, kopie.batch) == (bevinding("code", wie, "code", nagerekend=code),)
    kopie.wijzig("niet_geplaatst.csv", van(wie), status="?")
    assert controleer(kopie.regio, kopie.batch) == (bevinding("status", wie, "status", nagerekend=status),)


def test_every_reason_needs_words(kopie: Kopie) -> None:
    """Also that of someone who should not be there, or who is unknown."""
    kopie.wijzig("niet_geplaatst.csv", van("U4"), toelichting="")
    leeg = bevinding("veld:toelichting", "U4", "veld", kolom="toelichting")
    assert controleer(kopie.regio, kopie.batch) == (leeg,)
    kopie.wijzig("niet_geplaatst.csv", van("U4"), uitstromer_id="U99")
    assert bevindingen(kopie) == [("telling", "U4"), ("telling", "U99"), ("veld:toelichting", "U99")]
    # and the rows after it are judged all the same
    kopie.wijzig("niet_geplaatst.csv", van("U7"), code="R02")
    assert ("code", "U7") in bevindingen(kopie)


def test_the_rows_after_someone_who_is_placed_are_judged(kopie: Kopie) -> None:
    kopie.wijzig("niet_geplaatst.csv", van("U4"), uitstromer_id="U1")
    kopie.wijzig("niet_geplaatst.csv", van("U7"), code="R02")
    assert bevindingen(kopie) == [("code", "U7"), ("telling", "U1"), ("telling", "U4")]


def test_nothing_stands_in_the_way(kopie: Kopie) -> None:
    """One more unnamed place: U4 could have had it, and no rule says why not."""
    kopie.wijzig("contingenten.csv", lambda _: True, aantal="2")
    kopie.wijzig("plekken.csv", lambda rij: rij["plek"] == "C1", vrij="2")
    assert controleer(kopie.regio, kopie.batch) == (bevinding("code", "U4", "code", nagerekend="-"),)
    kopie.wijzig("niet_geplaatst.csv", van("U4"), code="'-")
    assert bevindingen(kopie) == []


def test_several_rules_stand_in_the_way(kopie: Kopie) -> None:
    """U4 may not live in one gemeente with U1, and both places are taken: C1 comes before W1."""
    ban = {"uitstromer_b": "U1", "niveau": "gemeente", "afstand_m": "", "tot": ""}
    kopie.erbij("contactverboden.csv", uitstromer_a="U4", **ban)
    tekst = bevinding("code", "U4", "code", nagerekend="K3|K11")
    assert controleer(kopie.regio, kopie.batch) == (tekst,)


def kaart(kopie: Kopie, naam: str, eigenschappen: dict[str, str], stelsel: int) -> None:
    """A layer of one square of a kilometre, with all woningen in it."""
    hoeken = [[84000, 446500], [85000, 446500], [85000, 447500], [84000, 447500], [84000, 446500]]
    kenmerk = {
        "type": "Feature",
        "properties": eigenschappen,
        "geometry": {"type": "Polygon", "coordinates": [hoeken]},
    }
    crs = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{stelsel}"}}
    laag = {"type": "FeatureCollection", "crs": crs, "features": [kenmerk]}
    (kopie.regio / "geo").mkdir(exist_ok=True)
    (kopie.regio / naam).write_text(json.dumps(laag), encoding="utf-8")


def test_boundaries_are_held_against_the_facts(kopie: Kopie) -> None:
    """The input leaves the wijk of W1 open; the batch says the old town, the map says Voorhof."""
    kopie.erbij("wijken.csv", wijkcode="WK050324", gemeentecode="GM0503")
    kopie.wijzig("woningen.csv", lambda rij: rij["woning_id"] == "W1", wijkcode="")
    assert bevindingen(kopie) == []
    kaart(kopie, "wijken.geojson", {"wijkcode": "WK050324"}, 28992)
    assert bevindingen(kopie) == [("invoer", "wijken.geojson"), ("plekken", "W1")]


def test_boundaries_fill_in_what_the_facts_leave_out(kopie: Kopie) -> None:
    """Neither the input nor the facts name the wijk of W1; the proposal names the one of the map."""
    kaart(kopie, "wijken.geojson", {"wijkcode": "WK050311"}, 28992)
    kopie.wijzig("woningen.csv", lambda rij: rij["woning_id"] == "W1", wijkcode="")
    kopie.wijzig("plekken.csv", lambda rij: rij["plek"] == "W1", wijkcode="")
    assert bevindingen(kopie) == [("invoer", "wijken.geojson"), ("plekken", "W1")]


def test_who_cannot_be_judged_without_a_layer_is_passed_over(kopie: Kopie) -> None:
    """A layer of buurten in web mercator is out of reach: what the batch says of U4 stands, of U7 it does not."""
    kaart(kopie, "geo/buurten.geojson", {"buurtcode": "BU05031101"}, 3857)
    kopie.wijzig("uitstromers.csv", van("U4"), uitsluiting_gebieden="BU05031101")
    kopie.wijzig("niet_geplaatst.csv", van("U4"), code="R14", status=GEEN_AANBOD)
    kopie.wijzig("niet_geplaatst.csv", van("U7"), code="R02")
    assert bevindingen(kopie) == [("code", "U7"), ("invoer", "geo/buurten.geojson")]
