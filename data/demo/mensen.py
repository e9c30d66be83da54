"""The people of the demo region: sixty uitstromers made from profiles. Nobody is real.

A profile is a kind of route out of an institution as the policy documents describe it; the draws within a profile
are of the seed. Ids are dealt out in a shuffled order, so that a number says nothing about a profile.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from data.demo.aanbod import DATUM, Rij
from data.demo.kaart import DELFT, MIDDEN_DELFLAND, PIJNACKER_NOOTDORP, WESTLAND, Kaart
from data.demo.toeval import Toeval

_DEN_HAAG = "GM0518"
_HERKOMST = (DELFT,) * 10 + (WESTLAND,) * 6 + (PIJNACKER_NOOTDORP,) * 3 + (MIDDEN_DELFLAND, _DEN_HAAG)
_BUREN = {
    DELFT: (PIJNACKER_NOOTDORP, WESTLAND, MIDDEN_DELFLAND),
    WESTLAND: (MIDDEN_DELFLAND, DELFT),
    PIJNACKER_NOOTDORP: (DELFT,),
    MIDDEN_DELFLAND: (WESTLAND, DELFT),
    _DEN_HAAG: (DELFT, WESTLAND),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Profiel:
    """A route: how many people take it, and what is true of them. Percentages are chances.

    ``woonvormen`` are lists to choose from; ``vast`` overwrites what was drawn for everyone of the profile.
    """

    naam: str
    aantal: int
    uit: str
    woonvormen: tuple[tuple[str, ...], ...]
    zorg: tuple[str, ...]
    aanbieders: tuple[str | None, ...]
    leeftijd: tuple[int, int] = (24, 62)
    zorgplan: int = 100
    rustig: tuple[str, ...] = ("nee", "nee", "nee", "gewenst")
    overlast: int = 0
    termijn: int = 0
    """Chance of a last day in the institution that is near."""
    vast: Rij = field(default_factory=dict)


PROFIELEN = (
    Profiel(
        naam="beschermd wonen",
        aantal=9,
        uit="bw",
        woonvormen=(("bt_basis", "convenant"), ("convenant",), ("bt_plus", "bt_basis"), ("convenant", "bt_basis")),
        zorg=("licht", "midden", "midden"),
        aanbieders=("thuisbasis", "steunpunt", "brugwerk"),
    ),
    Profiel(
        naam="opvang",
        aantal=11,
        uit="mo",
        woonvormen=(
            ("flex_shortstay",),
            ("housing_first", "flex_shortstay"),
            ("flex_shortstay", "tussenvoorziening"),
            ("housing_first",),
        ),
        zorg=("licht", "midden", "zwaar"),
        aanbieders=("brugwerk", "brugwerk", "steunpunt", None),
        zorgplan=50,
        overlast=35,
        termijn=50,
    ),
    Profiel(
        naam="ggz",
        aantal=7,
        uit="ggz",
        woonvormen=(("bt_plus", "flex_doorstroom"), ("flex_doorstroom", "convenant"), ("bt_plus",)),
        zorg=("midden", "zwaar"),
        aanbieders=("steunpunt", "thuisbasis"),
        rustig=("vereist", "vereist", "gewenst"),
    ),
    Profiel(
        naam="verslavingszorg",
        aantal=5,
        uit="verslavingszorg",
        woonvormen=(("housing_first",), ("flex_doorstroom", "housing_first")),
        zorg=("midden", "zwaar"),
        aanbieders=("brugwerk", "steunpunt"),
        overlast=50,
        vast={"vermijden": ("horeca 250", "coffeeshop 400")},
    ),
    Profiel(
        naam="detentie",
        aantal=6,
        uit="detentie",
        woonvormen=(("flex_doorstroom", "tussenvoorziening"), ("flex_shortstay", "tussenvoorziening")),
        zorg=("licht", "midden"),
        aanbieders=("brugwerk", "thuisbasis"),
        overlast=35,
        termijn=70,
        vast={"wet": "forensisch", "duur_maanden": 12},
    ),
    Profiel(
        naam="jeugd",
        aantal=6,
        uit="jeugdzorg",
        woonvormen=(("kamer_met_aandacht",), ("kamer_met_aandacht", "flex_doorstroom"), ("flex_doorstroom",)),
        zorg=("licht", "midden"),
        aanbieders=("kompas",),
        leeftijd=(18, 23),
        vast={"doelgroepen": ("jongeren",)},
    ),
    Profiel(
        naam="vrouwenopvang",
        aantal=4,
        uit="vrouwenopvang",
        woonvormen=(("flex_shortstay", "convenant"), ("flex_shortstay",)),
        zorg=("licht", "midden"),
        aanbieders=("luwte",),
        vast={"doelgroepen": ("vrouwen",)},
    ),
    Profiel(
        naam="gezin",
        aantal=4,
        uit="gezinsopvang",
        woonvormen=(("gezinswoning", "convenant"), ("convenant", "gezinswoning")),
        zorg=("licht", "midden"),
        aanbieders=("thuisbasis", "luwte"),
        leeftijd=(24, 45),
        termijn=50,
        vast={"doelgroepen": ("gezin",)},
    ),
    Profiel(
        naam="doorstromer",
        aantal=5,
        uit="bt",
        woonvormen=(("convenant",),),
        zorg=("licht", "midden"),
        aanbieders=("thuisbasis", "steunpunt"),
        rustig=("nee",),
    ),
    Profiel(
        naam="hostel",
        aantal=1,
        uit="mo",
        woonvormen=(("sociaal_hostel",),),
        zorg=("zwaar",),
        aanbieders=("brugwerk",),
        overlast=100,
    ),
    Profiel(
        naam="langdurige zorg",
        aantal=1,
        uit="bw",
        woonvormen=(("bt_plus",),),
        zorg=("zwaar",),
        aanbieders=("steunpunt",),
        vast={"wet": "wlz"},
    ),
    Profiel(
        naam="nog geen achttien",
        aantal=1,
        uit="jeugdzorg",
        woonvormen=(("kamer_met_aandacht",),),
        zorg=("licht",),
        aanbieders=("kompas",),
        leeftijd=(17, 17),
        vast={"wet": "jeugdwet", "doelgroepen": ("jongeren",)},
    ),
)


@dataclass(frozen=True, slots=True)
class Mens:
    """An uitstromer with the profile and the number in it (from 0) that the rest of the demo knows them by."""

    profiel: str
    nummer: int
    rij: Rij

    @property
    def uitstromer_id(self) -> str:
        """The pseudonym."""
        return str(self.rij["uitstromer_id"])


def mensen(kaart: Kaart, seed: int) -> list[Mens]:
    """All uitstromers, in the order of the profiles."""
    rollen = [(profiel, nummer) for profiel in PROFIELEN for nummer in range(profiel.aantal)]
    ids = Toeval(seed, "ids").schud([f"U26-{nummer:03d}" for nummer in range(1, len(rollen) + 1)])
    return [
        Mens(profiel.naam, nummer, _eigenschappen(kaart, seed, profiel, nummer) | {"uitstromer_id": naam})
        for (profiel, nummer), naam in zip(rollen, ids, strict=True)
    ]


def _eigenschappen(kaart: Kaart, seed: int, profiel: Profiel, nummer: int) -> Rij:
    toeval = Toeval(seed, f"mens/{profiel.naam}/{nummer}")
    return {
        **_plaats(toeval, kaart),
        **_huishouden(toeval, profiel),
        **_zorg(toeval, profiel, nummer),
        **_wensen(toeval),
        **_tijd(toeval, profiel),
        **profiel.vast,
        **_BIJZONDER.get((profiel.naam, nummer), {}),
    }


def _plaats(toeval: Toeval, kaart: Kaart) -> Rij:
    herkomst = toeval.kies(_HERKOMST)
    voorkeur = (herkomst, *_BUREN[herkomst])[: toeval.geheel(1, 3)]
    x, y = kaart.punt(toeval.kies("BFKNSVY"), f"anker/{toeval.geheel(1, 99)}")
    anker: Rij = {"anker_x": x, "anker_y": y} if toeval.kans(20) else {}
    gemeenten: Rij = {
        "herkomst_gemeente": herkomst,
        "voorkeur_gemeenten": tuple(code for code in voorkeur if code != _DEN_HAAG) if toeval.kans(75) else (),
    }
    return gemeenten | anker


def _huishouden(toeval: Toeval, profiel: Profiel) -> Rij:
    kinderen = (
        toeval.geheel(1, 3) if profiel.naam == "gezin" else toeval.geheel(0, 1) * (profiel.uit == "vrouwenopvang")
    )
    volwassenen = toeval.geheel(1, 2) if profiel.naam == "gezin" else 1
    return {
        "leeftijd": toeval.geheel(*profiel.leeftijd),
        "volwassenen": volwassenen,
        "kinderen": kinderen,
        "huisdier": toeval.kans(12),
    }


def _zorg(toeval: Toeval, profiel: Profiel, nummer: int) -> Rij:
    zwaarte = toeval.kies(profiel.zorg)
    halve_uren = {"licht": (2, 6), "midden": (6, 14), "zwaar": (14, 28)}[zwaarte]
    aanbieder = profiel.aanbieders[nummer % len(profiel.aanbieders)]
    return {
        "woonvormen": profiel.woonvormen[nummer % len(profiel.woonvormen)],
        "zorgzwaarte": zwaarte,
        "aanbieder": aanbieder,
        "uren": Decimal(toeval.geheel(*halve_uren)) / 2 if aanbieder else None,
        "prikkelarm": toeval.kies(profiel.rustig),
        "overlastrisico": toeval.kans(profiel.overlast),
        "zorgplan": aanbieder is not None and toeval.kans(profiel.zorgplan),
        "wet": "wmo",
        "uitstroom_uit": profiel.uit,
    }


def _wensen(toeval: Toeval) -> Rij:
    return {
        "toegankelijkheid": toeval.kies(("geen",) * 11 + ("rollator",)),
        "huur_max": Decimal(toeval.geheel(520, 760)) if toeval.kans(25) else None,
        "woonomgeving": toeval.kies((None, None, "stad", "dorp", "landelijk")),
    }


def _tijd(toeval: Toeval, profiel: Profiel) -> Rij:
    urgentie = toeval.kies(("normaal",) * 7 + ("hoog", "hoog", "crisis"))
    door: Rij = {}
    if urgentie != "normaal":
        door = {"urgentie_door": "toegang", "urgentie_datum": DATUM - timedelta(days=toeval.geheel(3, 40))}
    return door | {
        "urgentie": urgentie,
        "wachtend_sinds": DATUM - timedelta(days=toeval.geheel(10, 420)),
        "uiterste_datum": DATUM + timedelta(days=toeval.geheel(7, 70)) if toeval.kans(profiel.termijn) else None,
        "eerder_bekend": toeval.kans(20),
    }


_BIJZONDER: dict[tuple[str, int], Rij] = {
    ("beschermd wonen", 4): {"leeftijd": None, "geboortemaand": "03-1979"},
    ("beschermd wonen", 8): {"doorstroom": False},
    ("opvang", 0): {"urgentie": "crisis", "overlastrisico": True, "prikkelarm": "nee", "zorgzwaarte": "licht"},
    ("opvang", 3): {"overlastrisico": True, "overlast_tot": date(2026, 9, 30)},
    ("opvang", 6): {"overlastrisico": True, "prikkelarm": "nee", "urgentie": "normaal", "wachtend_sinds": DATUM},
    ("opvang", 2): {"aanbieder": None, "uren": None, "zorgplan": False, "zorgzwaarte": "midden"},
    ("opvang", 8): {
        "urgentie": "crisis",
        "overlastrisico": True,
        "prikkelarm": "nee",
        "aanbieder": None,
        "uren": None,
        "zorgplan": False,
        "uitsluiting_gebieden": (WESTLAND, MIDDEN_DELFLAND),
        "uitsluiting_tot": date(2027, 9, 30),
    },
    ("ggz", 1): {"toegankelijkheid": "rolstoel"},
    ("ggz", 2): {"toegankelijkheid": "geen", "zorgzwaarte": "zwaar"},
    ("ggz", 4): {"prikkelarm": "vereist", "prikkelniveau_max": 1},
    ("detentie", 0): {
        "uitsluiting_gebieden": ("WK050393", "WK050395", "BU05039600"),
        "uitsluiting_tot": date(2027, 6, 30),
    },
    ("detentie", 3): {"uitsluiting_punten": ("83800 446500 2500",), "uitsluiting_tot": date(2028, 1, 31)},
    ("detentie", 5): {"beschikbaar_vanaf": date(2027, 2, 15), "uiterste_datum": None},
    ("jeugd", 2): {"prikkelarm": "nee", "overlastrisico": False, "toegankelijkheid": "geen"},
    ("vrouwenopvang", 0): {
        "uitsluiting_gebieden": (DELFT,),
        "uitsluiting_punten": ("70600 446900 3000",),
        "uitsluiting_tot": date(2027, 12, 31),
    },
}
"""What single people have that their profile does not, by profile and number."""
