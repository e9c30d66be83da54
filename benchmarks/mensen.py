"""The people of a region made to measure: who waits, who must not meet, who lives where already. Nobody is real."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal

from benchmarks.aanbod import DOELGROEPEN, Aanbod
from benchmarks.gebied import Gebied, Rij, geheel
from data.demo import DATUM
from data.demo.toeval import Toeval

LANGST_WACHT = 800
"""Days that somebody may have waited."""


@dataclass(frozen=True, slots=True)
class Route:
    """A way out of an institution: how many of a hundred take it, and what is true of them (percentages: chances)."""

    deel: int
    uit: str
    woonvormen: tuple[tuple[str, ...], ...]
    zorg: tuple[str, ...]
    rustig: tuple[str, ...] = ("nee", "nee", "nee", "gewenst")
    overlast: int = 0
    termijn: int = 15


ROUTES = (
    Route(
        26,
        "bw",
        (
            ("convenant", "bt_basis"),
            ("bt_basis", "convenant", "flex_doorstroom"),
            ("convenant", "flex_doorstroom", "bt_plus"),
        ),
        ("licht", "midden"),
    ),
    Route(
        26,
        "mo",
        (
            ("housing_first", "flex_shortstay", "tussenvoorziening"),
            ("flex_shortstay", "flex_doorstroom"),
            ("flex_doorstroom", "housing_first", "convenant"),
        ),
        ("licht", "midden", "zwaar"),
        overlast=40,
        termijn=40,
    ),
    Route(
        22,
        "ggz",
        (
            ("bt_plus", "flex_doorstroom", "bt_basis"),
            ("flex_doorstroom", "convenant", "bt_basis"),
            ("flex_shortstay", "flex_doorstroom", "tussenvoorziening"),
        ),
        ("midden", "zwaar"),
        rustig=("vereist", "vereist", "gewenst", "nee"),
    ),
    Route(
        14,
        "detentie",
        (("flex_doorstroom", "flex_shortstay"), ("tussenvoorziening", "housing_first", "flex_shortstay")),
        ("licht", "midden"),
        overlast=35,
        termijn=60,
    ),
    Route(12, "jeugdzorg", (("kamer_met_aandacht", "flex_doorstroom", "convenant"),), ("licht",)),
)


def maak_mensen(gebied: Gebied, aantal: int) -> list[Rij]:
    """The rows of ``uitstromers.csv``: ids in a shuffled order, so that a number says nothing about a route."""
    soorten = [route for route in ROUTES for _ in range(route.deel)]
    routes = gebied.toeval("routes").schud([soorten[k * len(soorten) // aantal] for k in range(aantal)])
    return [_mens(gebied, gebied.id("U", nummer), route) for nummer, route in enumerate(routes)]


def _mens(gebied: Gebied, naam: str, route: Route) -> Rij:
    toeval = gebied.toeval(f"mens/{naam}")
    rij = {"uitstromer_id": naam, **_wie(toeval, route), **_zorg(toeval, gebied, route)}
    return rij | _waar(toeval, gebied) | _wanneer(toeval, route)


def _wie(toeval: Toeval, route: Route) -> Rij:
    jong = route.uit == "jeugdzorg"
    groepen = toeval.schud(DOELGROEPEN)[: toeval.geheel(1, 2)]
    return {
        "leeftijd": toeval.geheel(18, 26) if jong else toeval.geheel(21, 64),
        "kinderen": toeval.kies((0,) * 8 + (1, 2)),
        "doelgroepen": tuple(groepen),
        "toegankelijkheid": toeval.kies(("geen",) * 12 + ("rollator", "rolstoel")),
        "huisdier": toeval.kans(10),
        "uitstroom_uit": route.uit,
    }


def _zorg(toeval: Toeval, gebied: Gebied, route: Route) -> Rij:
    zwaarte = toeval.kies(route.zorg)
    kwartieren = {"licht": (4, 16), "midden": (12, 36), "zwaar": (30, 60)}[zwaarte]
    aanbieder = toeval.kies(gebied.aanbieders) if toeval.kans(92) else None
    rustig = toeval.kies(route.rustig)
    return {
        "woonvormen": toeval.kies(route.woonvormen),
        "zorgzwaarte": zwaarte,
        "aanbieder": aanbieder,
        "uren": Decimal(toeval.geheel(*kwartieren)) / 4 if aanbieder else None,
        "prikkelarm": rustig,
        "prikkelniveau_max": toeval.kies((2, 3)) if rustig == "vereist" else None,
        "overlastrisico": rustig != "vereist" and toeval.kans(route.overlast),
        "zorgplan": toeval.kans(92),
    }


def _waar(toeval: Toeval, gebied: Gebied) -> Rij:
    herkomst = toeval.kies(gebied.gemeenten)
    lijst = (herkomst, *(code for code in toeval.schud(gebied.gemeenten) if code != herkomst))
    wijk = toeval.kies(gebied.wijken)
    x, y = wijk.punt(toeval)
    return {
        "herkomst_gemeente": herkomst,
        "voorkeur_gemeenten": lijst[: toeval.geheel(1, 3)] if toeval.kans(75) else (),
        "huur_max": Decimal(toeval.geheel(520, 780)) if toeval.kans(25) else None,
        "woonomgeving": toeval.kies((None, None, "stad", "dorp", "landelijk")),
        **({"anker_x": x, "anker_y": y} if toeval.kans(25) else {}),
        "uitsluiting_gebieden": (toeval.kies(gebied.wijken).wijkcode,) if toeval.kans(8) else (),
        "uitsluiting_punten": (f"{x} {y} 2000",) if toeval.kans(3) else (),
    }


def _wanneer(toeval: Toeval, route: Route) -> Rij:
    return {
        "urgentie": toeval.kies(("normaal",) * 7 + ("hoog", "hoog", "crisis")),
        "wachtend_sinds": DATUM - timedelta(days=toeval.geheel(0, LANGST_WACHT)),
        "uiterste_datum": DATUM + timedelta(days=toeval.geheel(5, 90)) if toeval.kans(route.termijn) else None,
        "duur_maanden": toeval.kies((None, None, 6, 9, 12, 12, 18)),
    }


def maak_contactverboden(gebied: Gebied, mensen: Sequence[Rij], plaatsingen: Sequence[Rij]) -> Iterator[Rij]:
    """Bans of every kind between people of one route, who would like the same plekken, and with some who live there."""
    soorten: tuple[Rij, ...] = ({"niveau": "gemeente"}, {"niveau": "wijk"}, {"niveau": "complex"}, {"afstand_m": 900})
    toeval = gebied.toeval("contactverboden")
    nummer = 0
    for route in ROUTES:
        eigen = toeval.schud([str(rij["uitstromer_id"]) for rij in mensen if rij["uitstroom_uit"] == route.uit])
        for a, b in zip(eigen[: len(eigen) // 5 : 2], eigen[1::2], strict=False):
            yield {"uitstromer_a": a, "uitstromer_b": b, **soorten[nummer % len(soorten)]}
            nummer += 1
    eigen_ids = {rij["uitstromer_id"] for rij in mensen}
    anderen = [str(rij["uitstromer_id"]) for rij in plaatsingen if rij["uitstromer_id"] not in eigen_ids]
    for k, ander in enumerate(anderen[: len(mensen) // 50 + 1]):
        ik = str(toeval.kies(mensen)["uitstromer_id"])
        yield {"uitstromer_a": ik, "uitstromer_b": ander, **soorten[k % len(soorten)]}


def maak_plaatsingen(gebied: Gebied, mensen: Sequence[Rij], aanbod: Aanbod, historie: int) -> list[Rij]:
    """What runs already: movers, neighbours of free places, and ``historie`` placements elsewhere."""
    verhuizers = [
        _persoon(mens) | _in(rij) | {"datum_in": DATUM - timedelta(days=120 + k)}
        for k, (mens, rij) in enumerate(zip(mensen, aanbod.bewoond, strict=False))
    ]
    waar = [*_buren(aanbod.woningen), *(_elders(gebied, k) for k in range(historie))]
    return verhuizers + [_onbekende(gebied, nummer) | plek for nummer, plek in enumerate(waar)]


def _buren(woningen: Sequence[Rij]) -> Iterator[Rij]:
    """Where one place of several is taken, and beside some dwellings that must be spread out."""
    begin: Rij = {"datum_in": DATUM - timedelta(days=200)}
    for rij in woningen:
        if geheel(rij, "aantal") > 1:
            yield _in(rij) | begin
    for rij in [rij for rij in woningen if rij["woonvorm"] == "housing_first"][1::12]:
        naast: Rij = {naam: rij[naam] for naam in ("gemeentecode", "wijkcode", "woonvorm", "x")}
        yield naast | begin | {"y": geheel(rij, "y") - 30}


def _elders(gebied: Gebied, nummer: int) -> Rij:
    """In no listed woning; most began this year, some have ended."""
    toeval = gebied.toeval(f"historie/{nummer}")
    wijk = toeval.kies(gebied.wijken)
    return {
        "gemeentecode": wijk.gemeentecode,
        "wijkcode": wijk.wijkcode,
        "woonvorm": toeval.kies(("flex_shortstay", "flex_doorstroom", "gezinswoning", "tussenvoorziening")),
        "datum_in": DATUM - timedelta(days=toeval.geheel(5, 420)),
        "datum_uit": DATUM - timedelta(days=2) if toeval.kans(20) else None,
    }


def _in(woning: Rij) -> Rij:
    return {naam: woning[naam] for naam in ("woning_id", "gemeentecode", "wijkcode", "woonvorm")}


def _persoon(mens: Rij) -> Rij:
    namen = ("uitstromer_id", "zorgzwaarte", "prikkelarm", "overlastrisico", "aanbieder", "uren")
    return {naam: mens[naam] for naam in namen}


def _onbekende(gebied: Gebied, nummer: int) -> Rij:
    """Somebody who is not on the list any more."""
    naam = gebied.id("P", nummer)
    toeval = gebied.toeval(f"bewoner/{naam}")
    return {
        "uitstromer_id": naam,
        "zorgzwaarte": toeval.kies(("licht", "licht", "midden", "zwaar")),
        "prikkelarm": toeval.kies(("nee", "nee", "vereist")),
        "overlastrisico": False,
        "aanbieder": toeval.kies(gebied.aanbieders),
        "uren": Decimal(toeval.geheel(4, 24)) / 4,
    }
