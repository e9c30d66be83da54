"""The facts of a batch: the whole supply once, as the input has it, and the times that its proposals need."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from matcher.controle.batchmap import Cellen
from matcher.controle.bevinding import Bevinding
from matcher.controle.feiten import feiten, keur_plekken, keur_reistijden, reistijden_van
from matcher.controle.gegevens import Aanbieder, Gemeente, Plek
from matcher.controle.omgeving import Omgeving
from matcher.controle.regio import Feit
from matcher.controle.reistijd import Reistijd, Reistijden, Wegennet
from tests.controle.waarden import (
    BASIS,
    BINNENSTAD,
    DELFT,
    RIJSWIJK,
    VOORHOF,
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

GEEN_KAART = Omgeving(Path("er is geen map van deze naam"))
WONING = {
    "plek": "W1",
    "soort": "woning",
    "gemeentecode": DELFT,
    "wijkcode": BINNENSTAD,
    "prikkelniveau": "",
    "prikkel_bron": "onbekend",
    "vrij": "1",
}
CONTINGENT = {**WONING, "plek": "C1", "soort": "contingent", "wijkcode": ""}


def streek(*plekken: Plek, **rest: Any) -> Streek:
    """Two gemeenten with three wijken."""
    return Streek(
        plekken=plekken,
        gemeenten=(Gemeente(DELFT, None, None), Gemeente(RIJSWIJK, None, None)),
        wijken=(wijk(BINNENSTAD), wijk(VOORHOF), wijk("WK060301", RIJSWIJK)),
        **rest,
    )


def mis(rij: Cellen, plek: Plek, omgeving: Omgeving = GEEN_KAART, **rest: Any) -> list[str]:
    """The columns that are named for one row of one plek."""
    gevonden = keur_plekken(streek(plek, **rest).toestand, (rij,), omgeving)
    assert all((b.code, b.onderwerp) == ("plekken", plek.plek) for b in gevonden)
    return [b.tekst.removeprefix("De waarde in kolom ").removesuffix(" klopt niet met de invoer.") for b in gevonden]


def test_sound_rows() -> None:
    assert mis(WONING, woning("W1")) == []
    assert mis(CONTINGENT, contingent("C1")) == []


def test_every_column_is_compared() -> None:
    for kolom in ("soort", "vrij"):
        assert mis({**WONING, kolom: "?"}, woning("W1")) == [kolom]
        assert mis({**CONTINGENT, kolom: "?"}, contingent("C1")) == [kolom]
    assert mis({**WONING, "soort": "contingent"}, woning("W1")) == ["soort"]
    assert mis({**CONTINGENT, "soort": "woning"}, contingent("C1")) == ["soort"]
    assert mis({**WONING, "wijkcode": VOORHOF}, woning("W1")) == ["wijkcode"]
    assert mis({**CONTINGENT, "wijkcode": BINNENSTAD}, contingent("C1")) == ["wijkcode"]
    assert mis({**CONTINGENT, "gemeentecode": RIJSWIJK}, contingent("C1")) == ["gemeentecode"]
    assert mis({**WONING, "gemeentecode": RIJSWIJK}, woning("W1")) == ["gemeentecode"]


def test_free_places() -> None:
    rij, plek = {**WONING, "vrij": "2"}, woning("W1", aantal=3)
    assert mis(rij, plek, plaatsingen=(plaatsing("U9", "W1"),)) == []
    assert mis(rij, plek) == ["vrij"]


def test_a_gemeente_that_is_not_in_the_region() -> None:
    """Both agree, but there is no such gemeente in the list."""
    elders = contingent("C1", plaats=plaats("GM1842", None))
    assert mis({**CONTINGENT, "gemeentecode": "GM1842"}, elders) == ["gemeentecode"]


def test_a_wijk_lies_in_its_gemeente() -> None:
    """The fact of the batch fills in an empty wijk: it must exist, and lie in the gemeente."""
    zonder = ("", "", "")
    fout = woning("W1", waar=plaats(DELFT, "WK060301"), gegeven=zonder)
    assert mis({**WONING, "wijkcode": "WK060301"}, fout) == ["gemeentecode"]
    weg = woning("W1", waar=plaats(DELFT, "WK050399"), gegeven=zonder)
    assert mis({**WONING, "wijkcode": "WK050399"}, weg) == ["wijkcode"]
    niets = woning("W1", waar=plaats(DELFT, None), gegeven=zonder)
    assert mis({**WONING, "wijkcode": ""}, niets) == ["wijkcode"]


def kaart(map_: Path) -> Omgeving:
    """Boundaries of two squares of a kilometre, side by side: the old town in Delft, and a wijk of Rijswijk."""
    kenmerken = [
        {
            "type": "Feature",
            "properties": {"wijkcode": code},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[x, 0], [x + 1000, 0], [x + 1000, 1000], [x, 1000], [x, 0]]],
            },
        }
        for x, code in ((0, BINNENSTAD), (1000, "WK060301"))
    ]
    stelsel = {"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
    inhoud = {"type": "FeatureCollection", "crs": stelsel, "features": kenmerken}
    (map_ / "wijken.geojson").write_text(json.dumps(inhoud), encoding="utf-8")
    return Omgeving(map_)


def test_boundaries_decide_where_the_input_names_no_wijk(tmp_path: Path) -> None:
    """The batch says Voorhof, the map the old town; with a wijk in the input the map is not asked."""
    omgeving, punt = kaart(tmp_path), (500, 500)
    volgens_batch = woning("W1", waar=plaats(wijk=VOORHOF, punt=punt), gegeven=(DELFT, "", ""))
    assert mis({**WONING, "wijkcode": VOORHOF}, volgens_batch) == []
    assert mis({**WONING, "wijkcode": VOORHOF}, volgens_batch, omgeving) == ["wijkcode"]
    assert mis(WONING, volgens_batch, omgeving) == []
    gegeven = woning("W1", waar=plaats(wijk=VOORHOF, punt=punt), gegeven=(DELFT, VOORHOF, ""))
    assert mis({**WONING, "wijkcode": VOORHOF}, gegeven, omgeving) == []
    zonder_punt = woning("W1", waar=plaats(wijk=VOORHOF), gegeven=(DELFT, "", ""))
    assert mis({**WONING, "wijkcode": VOORHOF}, zonder_punt, omgeving) == []


def test_a_stated_gemeente_limits_which_wijk_it_can_be(tmp_path: Path) -> None:
    """Just across the border of Rijswijk, but said to be in Delft: the nearest wijk of Delft."""
    omgeving, punt = kaart(tmp_path), (1050, 500)
    plek = woning("W1", waar=plaats(punt=punt), gegeven=(DELFT, "", ""))
    assert mis(WONING, plek, omgeving) == []
    rij = {**WONING, "wijkcode": "WK060301", "gemeentecode": RIJSWIJK}
    assert mis(rij, woning("W1", waar=plaats(RIJSWIJK, BINNENSTAD, punt=punt), gegeven=("", "", "")), omgeving) == []


@pytest.mark.parametrize(
    ("plek", "niveau", "bron", "fout"),
    [
        # stated by the corporatie
        (woning("W1", prikkelniveau=3, gegeven=(DELFT, BINNENSTAD, "3")), "3", "corporatie", []),
        (woning("W1", prikkelniveau=3, gegeven=(DELFT, BINNENSTAD, "3")), "2", "corporatie", ["prikkelniveau"]),
        (woning("W1", prikkelniveau=3, gegeven=(DELFT, BINNENSTAD, "3")), "3", "afgeleid", ["prikkel_bron"]),
        (
            woning("W1", prikkelniveau=3, gegeven=(DELFT, BINNENSTAD, "3")),
            "",
            "onbekend",
            ["prikkelniveau", "prikkel_bron"],
        ),
        # not stated
        (woning("W1"), "", "onbekend", []),
        (woning("W1"), "", "", ["prikkel_bron"]),
        (woning("W1"), "", "afgeleid", ["prikkel_bron"]),
        (woning("W1"), "", "corporatie", ["prikkel_bron"]),
        (woning("W1"), "3", "afgeleid", ["prikkelniveau"]),
        (woning("W1"), "3", "onbekend", ["prikkelniveau", "prikkel_bron"]),
    ],
)
def test_the_level_and_who_says_so(plek: Plek, niveau: str, bron: str, fout: list[str]) -> None:
    assert mis({**WONING, "prikkelniveau": niveau, "prikkel_bron": bron}, plek) == fout


@pytest.mark.parametrize(
    ("niveau", "bron", "fout"),
    [
        ("1", "afgeleid", []),
        ("5", "afgeleid", []),
        ("6", "afgeleid", ["prikkelniveau"]),
        ("0", "afgeleid", ["prikkelniveau"]),
        ("", "onbekend", []),
        ("3", "corporatie", ["prikkel_bron"]),
        ("3", "", ["prikkel_bron"]),
        ("3", "onbekend", ["prikkel_bron"]),
    ],
)
def test_a_level_may_be_derived_where_the_region_asks_for_it(niveau: str, bron: str, fout: list[str]) -> None:
    rij, regels = {"prikkelniveau": niveau, "prikkel_bron": bron}, instellingen(afleiden=True)
    assert mis({**WONING, **rij}, woning("W1"), regels=regels) == fout


def test_of_an_unnamed_place_nothing_is_derived() -> None:
    rij = {**CONTINGENT, "prikkelniveau": "3", "prikkel_bron": "afgeleid"}
    assert mis(rij, contingent("C1"), regels=instellingen(afleiden=True)) == ["prikkelniveau"]


def test_the_whole_supply_once() -> None:
    """W1 twice, W7 is not there, W8 is taken, C1 and W2 are left out."""
    plekken = (woning("W1"), woning("W2"), contingent("C1"), woning("W8"))
    toestand = streek(*plekken, plaatsingen=(plaatsing("U9", "W8"),)).toestand
    rijen = tuple({**WONING, "plek": naam} for naam in ("W1", "W7", "W1", "W8"))
    extra = "Deze plek hoort niet bij het aanbod, of staat er dubbel in."
    mist = "Deze plek hoort bij het aanbod, maar staat er niet in."
    assert keur_plekken(toestand, rijen, GEEN_KAART) == [
        *(Bevinding("plekken", naam, extra) for naam in ("W7", "W1", "W8")),
        *(Bevinding("plekken", naam, mist) for naam in ("C1", "W2")),
    ]


def test_the_facts_that_are_taken() -> None:
    rijen = tuple({**WONING, "plek": f"W{niveau}", "prikkelniveau": niveau} for niveau in ("", "0", "1", "5", "6"))
    niveaus = {"W": None, "W0": None, "W1": 1, "W5": 5, "W6": None}
    assert feiten(rijen) == {naam: Feit(DELFT, BINNENSTAD, niveau) for naam, niveau in niveaus.items()}


def tijd(minuten: str, bron: str = "hemelsbreed", aanbieder: str = "zorg-a", naam: str = "W1") -> Cellen:
    """A row of travel times."""
    return {"aanbieder": aanbieder, "woning_id": naam, "minuten": minuten, "bron": bron}


@pytest.mark.parametrize(
    ("tekst", "minuten"),
    [
        ("12", 1200),
        ("12,5", 1250),
        ("12,05", 1205),
        ("0,00", 0),
        ("999999999", 99999999900),
        ("1000000000", None),
        ("12.5", None),
        ("12,505", None),
        ("12,", None),
        ("-1", None),
        ("", None),
    ],
)
def test_minutes(tekst: str, minuten: int | None) -> None:
    assert reistijden_van((tijd(tekst),)) == {("zorg-a", "W1"): Reistijd(minuten, "hemelsbreed")}


DAAR = woning("W1", woonvorm=BASIS, waar=plaats(punt=(500, 0)))
BIJ = Streek(
    plekken=(DAAR, woning("W2", woonvorm=BASIS)),
    aanbieders=(Aanbieder("zorg-a", ((0, 0),), None, frozenset()),),
    regels=instellingen(woonvormen=vorm(BASIS, reactietijd=3000)),
)
"""Half a kilometre: 1,3 minutes."""
RIJ_FOUT = "Deze reistijd klopt niet met de invoer."
DUBBEL = "Deze reistijd staat er dubbel in."
MIST = "De reistijd die bij dit voorstel hoort, staat er niet in."


def keur(streek_: Streek, rijen: tuple[Cellen, ...], *paren: Any) -> list[tuple[str, str]]:
    """What is found: subject and sentence."""
    reistijden = Reistijden(streek_.regio, Wegennet(wegen=False, matrix=None), reistijden_van(rijen))
    gevonden = keur_reistijden(streek_.toestand, rijen, reistijden, paren)
    assert {b.code for b in gevonden} <= {"reistijden"}
    return [(b.onderwerp, b.tekst) for b in gevonden]


def test_rows_of_travel_times() -> None:
    """An empty cell says unknown, which is right where there is no address; what cannot be read is not unknown."""
    assert keur(BIJ, (tijd("1,30"), tijd("", naam="W2"))) == []
    assert keur(BIJ, (tijd("1,31"),)) == [("zorg-a / W1", RIJ_FOUT)]
    assert keur(BIJ, (tijd(""),)) == [("zorg-a / W1", RIJ_FOUT)]
    assert keur(BIJ, (tijd("?", naam="W2"),)) == [("zorg-a / W2", RIJ_FOUT)]
    assert keur(BIJ, (tijd("1,30", "wegen"),)) == [("zorg-a / W1", RIJ_FOUT)]
    assert keur(BIJ, (tijd("1,30"), tijd("", naam="W2"), tijd("1,30"))) == [("zorg-a / W1", DUBBEL)]


def test_a_proposal_needs_its_time() -> None:
    wie = mens(aanbieder="zorg-a")
    assert keur(BIJ, (tijd("1,30"),), (wie, DAAR)) == []
    assert keur(BIJ, (), (wie, DAAR)) == [("zorg-a / W1", MIST)]
    assert keur(BIJ, (tijd("", naam="W2"),), (wie, DAAR)) == [("zorg-a / W1", MIST)]
    # not where no care comes to the door, or where it is somebody without a provider, which R12 is about
    assert keur(BIJ, (), (wie, replace(DAAR, woonvorm="gezinswoning"))) == []
    assert keur(BIJ, (), (mens(), DAAR)) == []
    assert keur(BIJ, (), (wie, contingent("C1", woonvorm=BASIS))) == []


def test_a_fixed_pair_needs_no_time() -> None:
    """R12 is not held against it."""
    wie = mens(aanbieder="zorg-a")
    vast = replace(BIJ, afspraken=(afspraak("U1", "W1", vast=True),))
    assert keur(vast, (), (wie, DAAR)) == []
    anders = replace(BIJ, afspraken=(afspraak("U1", "W2", vast=True), afspraak("U2", "W1", vast=True)))
    assert keur(anders, (), (wie, DAAR)) == [("zorg-a / W1", MIST)]
