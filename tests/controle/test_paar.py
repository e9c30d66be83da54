"""Each pair rule at its edge, on a pair that breaks nothing else; and what is counted for someone without a place."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from matcher.controle.gegevens import Aanbieder, Plek, Uitstromer
from matcher.controle.instellingen import Instellingen
from matcher.controle.omgeving import Omgeving
from matcher.controle.paar import Paarregels
from matcher.controle.reistijd import Reistijden, Wegennet
from tests.controle.waarden import (
    BASIS,
    BINNENSTAD,
    DELFT,
    EERST,
    KAMER,
    RIJSWIJK,
    VOORHOF,
    D,
    H,
    Streek,
    afspraak,
    contingent,
    instellingen,
    mens,
    plaats,
    plaatsing,
    vorm,
    wijk,
    woning,
)

GEEN_MAP = Path("er is geen map van deze naam")
DAG = timedelta(days=1)
HIER = (84000, 447000)


def paarregels(streek: Streek, map_: Path = GEEN_MAP, wegennet: Wegennet | None = None) -> Paarregels:
    """The pair rules of a region, with straight lines for travel times."""
    reistijden = Reistijden(streek.regio, wegennet or Wegennet(wegen=False, matrix=None), {})
    return Paarregels(streek.toestand, reistijden, Omgeving(map_))


def gebroken(wie: Uitstromer, wat: Plek, map_: Path = GEEN_MAP, **rest: Any) -> tuple[str, ...]:
    """The rules that one pair breaks in a region of its own."""
    return paarregels(Streek(mensen=(wie,), plekken=(wat,), **rest), map_).gebroken(wie, wat)


def test_the_quiet_pair_breaks_nothing() -> None:
    assert gebroken(mens(), woning()) == ()
    assert gebroken(mens(), contingent()) == ()


PAREN = [
    # (rule that is broken or "", person, plek)
    ("R01", {"woonvormen": (BASIS, EERST)}, {}),
    ("", {"woonvormen": (KAMER,)}, {}),
    # one of the groups, and all that are required
    ("R02", {}, {"doelgroepen": frozenset({"ggz"})}),
    ("R02", {"doelgroepen": frozenset({"lvb"})}, {"doelgroepen": frozenset({"ggz"})}),
    ("", {"doelgroepen": frozenset({"lvb", "ggz"})}, {"doelgroepen": frozenset({"ggz", "ouderen"})}),
    ("R02", {}, {"vereist": frozenset({"ggz"})}),
    ("R02", {"doelgroepen": frozenset({"lvb"})}, {"vereist": frozenset({"ggz", "lvb"})}),
    ("", {"doelgroepen": frozenset({"lvb", "ggz", "x"})}, {"vereist": frozenset({"ggz", "lvb"})}),
    ("", {"doelgroepen": frozenset({"lvb"})}, {}),
    # thirty years old
    ("", {}, {"leeftijd_min": 30, "leeftijd_max": 30}),
    ("R03", {}, {"leeftijd_min": 31}),
    ("R03", {}, {"leeftijd_max": 29}),
    ("R03", {}, {"leeftijd_min": 31, "leeftijd_max": 40}),
    ("R03", {}, {"leeftijd_min": 20, "leeftijd_max": 29}),
    ("", {"personen": 2}, {"min_personen": 2, "max_personen": 2}),
    ("R04", {"personen": 2}, {"min_personen": 3, "max_personen": 3}),
    ("R04", {"personen": 2}, {"max_personen": 1}),
    ("R05", {"toegankelijkheid": 1}, {}),
    ("", {"toegankelijkheid": 1}, {"toegankelijkheid": 1}),
    ("", {}, {"toegankelijkheid": 1}),
    ("R06", {"prikkelarm": "vereist"}, {}),
    ("R06", {"prikkelarm": "vereist"}, {"prikkelniveau": 3}),
    ("", {"prikkelarm": "vereist"}, {"prikkelniveau": 2}),
    ("", {"prikkelarm": "gewenst"}, {"prikkelniveau": 3}),
    ("R07", {"huur_max": 50000}, {"huur": 50001}),
    ("", {"huur_max": 50000}, {"huur": 50000}),
    ("R07", {"huur_max": 50000}, {}),
    ("", {"huur_max": 0}, {"huur": 0}),
    ("", {"huur_max": 10**25}, {"huur": 10**12}),
    ("R07", {"huur_max": 10**25}, {}),
    ("", {}, {"huur": 10**9}),
    # beyond what a float tells apart
    ("R07", {"huur_max": 10**17 - 1}, {"huur": 10**17}),
    ("R08", {}, {"beschikbaar": H + DAG}),
    ("", {}, {"beschikbaar": H}),
    ("R09", {"duur": 13}, {"max_verblijf": 12}),
    ("", {"duur": 12}, {"max_verblijf": 12}),
    ("", {"duur": 12}, {}),
    ("", {}, {"max_verblijf": 12}),
    ("R16", {"huisdier": True}, {}),
    ("", {"huisdier": True}, {"huisdier": True}),
    ("R20", {"zwaarte": 2}, {"zwaarte_max": 1}),
    ("", {"zwaarte": 1}, {"zwaarte_max": 1}),
    ("", {"zwaarte": 2}, {}),
    ("R21", {"overlastrisico": True}, {"overlast": False}),
    ("", {"overlastrisico": True}, {"overlast": True}),
    ("", {}, {"overlast": False}),
    ("", {"overlastrisico": True, "overlast_tot": D - DAG}, {"overlast": False}),
]


@pytest.mark.parametrize(("regel", "wie", "wat"), PAREN)
def test_one_rule(regel: str, wie: dict[str, Any], wat: dict[str, Any]) -> None:
    assert gebroken(mens(**wie), woning(**wat)) == ((regel,) if regel else ())


@pytest.mark.parametrize(
    ("regel", "eisen", "wie", "wat"),
    [
        ("R09", {"max_verblijf": 12}, {"duur": 13}, {}),
        ("", {"max_verblijf": 12}, {"duur": 12}, {"max_verblijf": 24}),
        ("R09", {"max_verblijf": 12}, {"duur": 13}, {"max_verblijf": 24}),
        ("R09", {"max_verblijf": 24}, {"duur": 13}, {"max_verblijf": 12}),
        ("R10", {"zorgplan": True}, {}, {}),
        ("", {"zorgplan": True}, {"zorgplan": True}, {}),
        ("R13", {"zorg24": True}, {}, {}),
        ("", {"zorg24": True}, {}, {"zorg24": True}),
    ],
)
def test_demands_of_the_woonvorm(regel: str, eisen: dict[str, Any], wie: dict[str, Any], wat: dict[str, Any]) -> None:
    regels = instellingen(woonvormen=vorm(**eisen))
    assert gebroken(mens(**wie), woning(**wat), regels=regels) == ((regel,) if regel else ())


@pytest.mark.parametrize(
    ("leeftijd", "huur_max", "huur", "verwacht"),
    [
        (22, None, 45001, ("R07",)),
        (22, None, 45000, ()),
        (22, None, None, ("R07",)),
        (23, None, 45001, ()),
        (23, None, None, ()),
        # both limits hold; the lower one decides
        (22, 40000, 40001, ("R07",)),
        (22, 50000, 45001, ("R07",)),
    ],
)
def test_r07_of_the_young(leeftijd: int, huur_max: int | None, huur: int | None, verwacht: tuple[str, ...]) -> None:
    """Below 23 at most 450,005 euro, so that 45,000 whole cents still pass; 23 itself is not young."""
    regels = instellingen(jong_tot=23, jong_max=Fraction(90001, 2))
    assert gebroken(mens(leeftijd=leeftijd, huur_max=huur_max), woning(huur=huur), regels=regels) == verwacht


@pytest.mark.parametrize("regels", [instellingen(jong_tot=40), instellingen(jong_max=1)])
def test_r07_half_a_limit_for_the_young_is_none(regels: Instellingen) -> None:
    assert gebroken(mens(), woning(huur=2), regels=regels) == ()


@pytest.mark.parametrize(
    ("aanbieder", "partners", "verwacht"),
    [
        (None, frozenset(), ("R11",)),
        ("zorg-b", frozenset(), ("R11",)),
        ("zorg-a", frozenset(), ()),
        ("zorg-a", frozenset({"corp-a", "corp-b"}), ()),
        ("zorg-a", frozenset({"corp-b"}), ("R11",)),
    ],
)
def test_r11(aanbieder: str | None, partners: frozenset[str], verwacht: tuple[str, ...]) -> None:
    """Without a list the provider works with every corporatie; zorg-b is not in the region."""
    regels = instellingen(woonvormen=vorm(convenantpartner=True))
    aanbieders = (Aanbieder("zorg-a", (), None, partners),)
    assert gebroken(mens(aanbieder=aanbieder), woning(), regels=regels, aanbieders=aanbieders) == verwacht
    assert gebroken(mens(aanbieder=aanbieder), woning(), aanbieders=aanbieders) == ()


def test_r12_at_the_door_in_time() -> None:
    """13 km straight, a third more by road, 500 m a minute: 33,8 minutes."""
    base = Aanbieder("zorg-a", ((84000, 434000),), None, frozenset())
    daar = woning(waar=plaats(punt=HIER))
    for reactietijd, verwacht in ((3380, ()), (3379, ("R12",))):
        regels = instellingen(woonvormen=vorm(reactietijd=reactietijd))
        rest: dict[str, Any] = {"regels": regels, "aanbieders": (base,)}
        assert gebroken(mens(aanbieder="zorg-a"), daar, **rest) == verwacht
        assert gebroken(mens(), daar, **rest) == ("R12",)
        assert gebroken(mens(aanbieder="zorg-b"), daar, **rest) == ("R12",)
        assert gebroken(mens(aanbieder="zorg-a"), woning(), **rest) == ("R12",)
        assert gebroken(mens(aanbieder="zorg-a"), contingent(), **rest) == ("R12",)
        assert gebroken(mens(aanbieder="zorg-a"), woning(waar=plaats(punt=HIER), woonvorm=EERST), **rest) == ()


def test_r12_is_asked_of_each_provider() -> None:
    """One provider lives next door, the other far away; the answer for the first is not kept for the second."""
    dichtbij, ver = Aanbieder("a", (HIER,), None, frozenset()), Aanbieder("b", ((84000, 400000),), None, frozenset())
    een, twee = mens("U1", aanbieder="a", zorgplan=True), mens("U2", aanbieder="b", zorgplan=True)
    plek = woning(woonvorm=BASIS, waar=plaats(punt=HIER))
    regels = paarregels(Streek(mensen=(een, twee), plekken=(plek,), aanbieders=(dichtbij, ver)))
    assert [regels.gebroken(wie, plek) for wie in (een, twee, een)] == [(), ("R12",), ()]


def test_r12_an_unnamed_place_fails_even_with_a_known_time() -> None:
    streek = Streek(
        plekken=(contingent(),),
        aanbieders=(Aanbieder("zorg-a", (), None, frozenset()),),
        regels=instellingen(woonvormen=vorm(reactietijd=3000)),
    )
    regels = paarregels(streek, wegennet=Wegennet(wegen=False, matrix={("zorg-a", "C1"): 1}))
    assert regels.gebroken(mens(aanbieder="zorg-a"), contingent()) == ("R12",)


WIJKEN = (wijk(BINNENSTAD), wijk(VOORHOF), wijk("WK060301", RIJSWIJK))


@pytest.mark.parametrize(
    ("gebieden", "wat", "verwacht"),
    [
        ({DELFT}, woning(), ("R14",)),
        ({RIJSWIJK}, woning(), ()),
        ({BINNENSTAD}, woning(), ("R14",)),
        ({VOORHOF}, woning(), ()),
        ({BINNENSTAD, VOORHOF}, woning(waar=plaats(wijk=None)), ()),
        # without a layer of buurten a buurt cannot be known, and bans nothing
        ({"BU05031101"}, woning(waar=plaats(punt=HIER)), ()),
        # an unnamed place fails when its whole gemeente is out, by itself or wijk by wijk
        ({DELFT}, contingent(), ("R14",)),
        ({RIJSWIJK}, contingent(), ()),
        ({BINNENSTAD}, contingent(), ()),
        ({BINNENSTAD, VOORHOF}, contingent(), ("R14",)),
        ({BINNENSTAD, VOORHOF, "WK060301"}, contingent(), ("R14",)),
        # a gemeente without wijken in the list has none that are all banned
        ({BINNENSTAD}, contingent(plaats=plaats("GM1842", None)), ()),
    ],
)
def test_r14(gebieden: set[str], wat: Plek, verwacht: tuple[str, ...]) -> None:
    wie = mens(gebieden=frozenset(gebieden))
    assert gebroken(wie, wat, wijken=WIJKEN) == verwacht
    assert gebroken(replace(wie, uitsluiting_tot=D), wat, wijken=WIJKEN) == verwacht
    assert gebroken(replace(wie, uitsluiting_tot=D - DAG), wat, wijken=WIJKEN) == ()


def laag(map_: Path, naam: str, kolom: str, waarde: str, crs: int = 28992) -> Path:
    """A layer with one square of 100 metres, with HIER at its lower left."""
    x, y = HIER
    hoeken = [[x, y], [x + 100, y], [x + 100, y + 100], [x, y + 100], [x, y]]
    kenmerk = {
        "type": "Feature",
        "properties": {kolom: waarde},
        "geometry": {"type": "Polygon", "coordinates": [hoeken]},
    }
    stelsel = {"type": "name", "properties": {"name": f"urn:ogc:def:crs:EPSG::{crs}"}}
    (map_ / "geo").mkdir(exist_ok=True)
    inhoud = json.dumps({"type": "FeatureCollection", "crs": stelsel, "features": [kenmerk]})
    (map_ / "geo" / f"{naam}.geojson").write_text(inhoud, encoding="utf-8")
    return map_


BUURT = "BU05031101"


@pytest.mark.parametrize(
    ("gebieden", "punt", "verwacht"),
    [
        ({BUURT}, (84050, 447050), ("R14",)),
        ({BUURT}, (84500, 447050), ()),
        ({"BU05031102"}, (84050, 447050), ()),
        ({BUURT, VOORHOF}, (84050, 447050), ("R14",)),
        ({BUURT, BINNENSTAD}, (84500, 447050), ("R14",)),
        ({BUURT}, None, ()),
    ],
)
def test_r14_of_a_buurt(
    tmp_path: Path, gebieden: set[str], punt: tuple[int, int] | None, verwacht: tuple[str, ...]
) -> None:
    laag(tmp_path, "buurten", "buurtcode", BUURT)
    wie, wat = mens(gebieden=frozenset(gebieden)), woning(waar=plaats(punt=punt))
    regels = paarregels(Streek(plekken=(wat,)), tmp_path)
    assert regels.gebroken(wie, wat) == verwacht
    assert regels.onzeker == set()


def test_r14_and_r19_are_left_open_where_a_layer_cannot_be_read(tmp_path: Path) -> None:
    """A layer in web mercator is out of reach; who asks about it is remembered as not decided, and nobody else is."""
    for naam in ("buurten", "prikkelbronnen"):
        laag(tmp_path, naam, "soort", "horeca", crs=3857)
    wat = woning(waar=plaats(punt=HIER))
    regels = paarregels(Streek(plekken=(wat,)), tmp_path)
    assert regels.gebroken(mens("U1", gebieden=frozenset({BUURT})), wat) == ()
    assert regels.onzeker == {"U1"}
    assert regels.gebroken(mens("U2", vermijden=(("horeca", 50),)), wat) == ()
    assert regels.onzeker == {"U1", "U2"}
    assert regels.gebroken(mens("U3", gebieden=frozenset({VOORHOF})), wat) == ()
    assert regels.onzeker == {"U1", "U2"}


@pytest.mark.parametrize(
    ("wat", "verwacht"),
    [
        (woning(waar=plaats(punt=(84003, 447004))), ()),
        (woning(waar=plaats(punt=(84003, 447003))), ("R15",)),
        (woning(waar=plaats(punt=(85003, 447003))), ("R15",)),
        (woning(waar=plaats(punt=(84500, 447000))), ()),
        (woning(), ("R15",)),
        (contingent(), ()),
    ],
)
def test_r15(wat: Plek, verwacht: tuple[str, ...]) -> None:
    """A 3-4-5 triangle: five metres away is not nearer than five. A woning without an address is too near."""
    wie = mens(punten=((84000, 447000, 5), (85000, 447000, 5)))
    assert gebroken(wie, wat) == verwacht
    assert gebroken(replace(wie, uitsluiting_tot=D - DAG), wat) == ()
    assert gebroken(replace(wie, punten=()), wat) == ()


def test_r17() -> None:
    """A ban on one plek says nothing of another, nor of someone else; one on a plek outside the supply is nothing."""
    streek = Streek(
        plekken=(woning("W1"), woning("W2")),
        afspraken=(afspraak("U1", "W2", vast=False), afspraak("U1", "W7", vast=False)),
    )
    regels = paarregels(streek)
    assert regels.gebroken(mens(), woning("W1")) == ()
    assert regels.gebroken(mens(), woning("W2")) == ("R17",)
    assert regels.gebroken(mens("U2"), woning("W2")) == ()


@pytest.mark.parametrize(
    ("wat", "verwacht"),
    [
        (woning(), ()),
        (woning(waar=plaats(wijk=VOORHOF)), ("R18",)),
        (woning(waar=plaats(wijk="WK050399")), ("R18",)),
        (woning(waar=plaats(wijk=None)), ("R18",)),
        (contingent(), ("R18",)),
        (woning(woonvorm=EERST, waar=plaats(wijk=None)), ()),
    ],
)
def test_r18(wat: Plek, verwacht: tuple[str, ...]) -> None:
    regels = instellingen(woonvormen=vorm(vangnet=True))
    wijken = (wijk(BINNENSTAD, vangnet=True), wijk(VOORHOF))
    assert gebroken(mens(), wat, wijken=wijken, regels=regels) == verwacht


@pytest.mark.parametrize(
    ("vermijden", "wat", "verwacht"),
    [
        ((("horeca", 50),), woning(waar=plaats(punt=(84050, 447149))), ("R19",)),
        ((("horeca", 50),), woning(waar=plaats(punt=(84050, 447150))), ()),
        ((("spoor", 50),), woning(waar=plaats(punt=(84050, 447149))), ()),
        ((("spoor", 50), ("horeca", 50)), woning(waar=plaats(punt=(84050, 447149))), ("R19",)),
        ((("horeca", 50),), woning(), ("R19",)),
        ((("horeca", 50),), contingent(), ()),
        ((), woning(), ()),
    ],
)
def test_r19(tmp_path: Path, vermijden: tuple[tuple[str, int], ...], wat: Plek, verwacht: tuple[str, ...]) -> None:
    laag(tmp_path, "prikkelbronnen", "soort", "horeca")
    regels = paarregels(Streek(plekken=(wat,)), tmp_path)
    assert regels.gebroken(mens(vermijden=vermijden), wat) == verwacht
    assert regels.onzeker == set()


def test_r19_without_a_layer_fails() -> None:
    wat = woning(waar=plaats(punt=HIER))
    assert gebroken(mens(vermijden=(("horeca", 50),)), wat) == ("R19",)
    assert gebroken(mens(vermijden=(("horeca", 50),)), contingent()) == ()


def test_r22_exactly_enough_is_enough() -> None:
    """Home (30 + 20), woonvorm (15), no wishes about surroundings, stimuli or anchor (15 + 10 + 10), a strong wijk."""
    for minimum, verwacht in ((110, ()), (111, ("R22",))):
        regels = instellingen(punten=replace(instellingen().punten, minimum=minimum))
        assert gebroken(mens(woonvormen=(KAMER,)), woning(), regels=regels) == verwacht


def test_r22_one_point_can_be_asked() -> None:
    """With all points at nought nobody comes to a single one."""
    niets: dict[str, int] = dict.fromkeys(("herkomst", "woonomgeving", "prikkel", "anker", "ontlasten"), 0)
    punten = replace(instellingen().punten, gemeente=(0,), woonvorm=(0,), minimum=1, **niets)
    assert gebroken(mens(), woning(), regels=instellingen(punten=punten)) == ("R22",)


def test_r01_a_movers_own_woning() -> None:
    """There is room for one more in W1, where the mover lives; the room is for someone else."""
    streek = Streek(
        plekken=(woning("W1", aantal=2), woning("W2")),
        plaatsingen=(plaatsing("U1", "W1"), plaatsing("U1", "W7")),
    )
    regels = paarregels(streek)
    assert regels.gebroken(mens(), streek.plekken[0]) == ("R01",)
    assert regels.gebroken(mens(), streek.plekken[1]) == ()
    assert regels.gebroken(mens("U2"), streek.plekken[0]) == ()
    assert [plek.plek for plek in regels.oordeel(mens()).mogelijk] == ["W2"]


# -- what is counted for someone without a place -----------------------------------------------------------------


def test_someone_whose_woonvorm_is_not_there() -> None:
    regels = paarregels(Streek(plekken=(woning(),)))
    oordeel = regels.oordeel(mens(woonvormen=(EERST,), huisdier=True))
    assert (oordeel.vorm_past, oordeel.mogelijk, oordeel.code) == (False, (), "R01")


def test_the_rule_that_alone_shuts_most_rows() -> None:
    """A pet shuts two rows by itself, rent one, and one row fails both, which counts for neither."""
    plekken = (
        woning("W1", huur=1),
        woning("W2", huur=1),
        woning("W3", huur=9, huisdier=True),
        woning("W4", huur=9),
        woning("W5", woonvorm="gezinswoning"),
    )
    oordeel = paarregels(Streek(plekken=plekken)).oordeel(mens(huisdier=True, huur_max=5))
    assert oordeel.mogelijk == ()
    assert dict(oordeel.enige) == {"R16": 2, "R07": 1}
    assert oordeel.code == "R16"


def test_a_tie_between_rules_goes_to_the_lowest_code() -> None:
    plekken = (woning("W1", huur=1), woning("W2", huur=9, huisdier=True))
    oordeel = paarregels(Streek(plekken=plekken)).oordeel(mens(huisdier=True, huur_max=5))
    assert (dict(oordeel.enige), oordeel.code) == ({"R07": 1, "R16": 1}, "R07")


@pytest.mark.parametrize(
    "wie",
    [
        mens(huisdier=True, gebieden=frozenset({DELFT})),
        mens(huisdier=True, punten=((84000, 447000, 5),)),
        mens(huisdier=True, vermijden=(("horeca", 5),)),
        mens(gebieden=frozenset({DELFT}), punten=((84000, 447000, 5),)),
        mens(overlastrisico=True, vermijden=(("horeca", 5),)),
    ],
)
def test_a_row_that_fails_twice_names_no_rule(wie: Uitstromer) -> None:
    """Also where the second is a rule that is asked late because it is dear."""
    oordeel = paarregels(Streek(plekken=(woning(overlast=False),))).oordeel(wie)
    assert (oordeel.vorm_past, oordeel.mogelijk, dict(oordeel.enige), oordeel.code) == (True, (), {}, "-")


def test_a_row_that_fails_twice_names_no_rule_with_the_fit() -> None:
    regels = instellingen(punten=replace(instellingen().punten, minimum=1000))
    streek = Streek(plekken=(woning("W1"), woning("W2", huisdier=True)), regels=regels)
    assert dict(paarregels(streek).oordeel(mens(huisdier=True)).enige) == {"R22": 1}


@pytest.mark.parametrize(
    ("code", "wie"),
    [
        ("R14", mens(gebieden=frozenset({DELFT}))),
        ("R15", mens(punten=((84000, 447000, 5),))),
        ("R19", mens(vermijden=(("horeca", 5),))),
        ("R21", mens(overlastrisico=True)),
    ],
)
def test_one_rule_over_many_rows(code: str, wie: Uitstromer) -> None:
    """Rows of a woonvorm that does not fit are left out before anything is counted."""
    plekken = (woning("W0", woonvorm="gezinswoning"), *(woning(f"W{nr}", overlast=False) for nr in (1, 2, 3)))
    oordeel = paarregels(Streek(plekken=plekken)).oordeel(wie)
    assert (dict(oordeel.enige), oordeel.code) == ({code: 3}, code)


def test_feasible_rows_come_in_the_order_of_their_ids() -> None:
    plekken = tuple(woning(naam) for naam in ("W10", "W2", "W1"))
    oordeel = paarregels(Streek(plekken=plekken)).oordeel(mens())
    assert [plek.plek for plek in oordeel.mogelijk] == ["W1", "W10", "W2"]
    assert oordeel.vorm_past


def test_an_empty_supply() -> None:
    """Nothing to choose from: that is no error, whatever someone asks for."""
    alles = mens(gebieden=frozenset({BUURT}), punten=((0, 0, 5),), vermijden=(("horeca", 5),), huur_max=5)
    oordeel = paarregels(Streek()).oordeel(alles)
    assert (oordeel.vorm_past, oordeel.mogelijk, dict(oordeel.enige)) == (False, (), {})


def test_a_map_is_not_asked_about_a_row_that_fails_twice_already(tmp_path: Path) -> None:
    """What the layer would say there makes no difference, so that it leaves nothing open."""
    laag(tmp_path, "buurten", "buurtcode", BUURT, crs=3857)
    wie = mens(gebieden=frozenset({BUURT}))
    een = woning(waar=plaats(punt=HIER), leeftijd_min=40)
    for wat, onzeker in ((een, {"U1"}), (replace(een, min_personen=2), set())):
        regels = paarregels(Streek(plekken=(wat,)), tmp_path)
        assert regels.oordeel(wie).mogelijk == ()
        assert regels.onzeker == onzeker
