"""What the demo region has to offer: 45 rows of woningen, six contingenten, complexen and care providers.

The 40 flexwoningen are those of the DWO implementation agenda 2022 (15 Housing First, 10 doorstroom, 15 short
stay: one or two rooms, under the social rent limit). Corporaties and aanbieders are made up.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from data.demo.kaart import DELFT, MIDDEN_DELFLAND, PIJNACKER_NOOTDORP, WESTLAND, WIJKEN, Kaart, Punt
from data.demo.toeval import Toeval
from data.schrijven import Waarde

DATUM = date(2026, 11, 23)
"""The Monday on which the demo's batch is made; every date in the demo is counted from here."""

Rij = dict[str, Waarde]
"""Cells by column; a column that is left out is empty."""

_CORPORATIE = {
    DELFT: ("grachtwonen", "delfhaege"),
    WESTLAND: ("duinkas",),
    MIDDEN_DELFLAND: ("weidewonen",),
    PIJNACKER_NOOTDORP: ("plassenstee",),
}
_WIJK = {wijk.letter: wijk for wijk in WIJKEN}


@dataclass(frozen=True, slots=True)
class Groep:
    """Rows of woningen that are alike: one for each letter (a wijk) of ``waar``.

    With ``samen`` they share one spot, a few metres apart; ``bewoond`` counts the first rows in which someone lives.
    """

    begin: str
    woonvorm: str
    waar: str
    complex_id: str | None = None
    samen: bool = False
    bewoond: int = 0
    prikkels: tuple[int | None, ...] = (3,)
    meer: Rij = field(default_factory=dict)


_JONG: Rij = {"doelgroepen": ("jongeren",), "leeftijd_max": 27}
_VROUWEN: Rij = {"doelgroepen_vereist": ("vrouwen",), "geheim": True, "max_personen": 3, "overlast": False}
GROEPEN = (
    Groep("HF", "housing_first", "AACCDEFGHKONVXY", bewoond=1, prikkels=(4, 4, 3, 3, None, 3, 2, 3, 2)),
    Groep("DS-F", "flex_doorstroom", "FFFF", "FLEX-NOORD", samen=True, bewoond=2, prikkels=(3,)),
    Groep("DS-K", "flex_doorstroom", "KKKK", "FLEX-ZEE", samen=True, bewoond=1, prikkels=(2,)),
    Groep("DS-X", "flex_doorstroom", "XX", "FLEX-TOL", samen=True, prikkels=(1,), meer=_JONG),
    Groep("SS-E", "flex_shortstay", "EEEEE", "FLEX-KETEL", samen=True, bewoond=3, prikkels=(4,)),
    Groep("SS-K", "flex_shortstay", "KKKKKK", "FLEX-ZEE", samen=True, bewoond=4, prikkels=(2,)),
    Groep("SS-S", "flex_shortstay", "SS", "FLEX-VLIET", samen=True, bewoond=1, prikkels=(1,)),
    Groep("SS-V", "flex_shortstay", "VV", "LUWTE", samen=True, bewoond=1, prikkels=(2,), meer=_VROUWEN),
    Groep("BT-B", "bt_basis", "B", prikkels=(3,), meer={"toegankelijkheid": "rollator"}),
    Groep(
        "BT-D",
        "bt_plus",
        "D",
        "MOLENHOF",
        prikkels=(2,),
        meer={"aantal": 4, "zorg24": True, "zorgzwaarte_max": "zwaar"},
    ),
    Groep("TV-G", "tussenvoorziening", "G", "KANAALHUIS", prikkels=(4,), meer={"aantal": 4, "huisdier": False}),
    Groep(
        "GZ-O", "gezinswoning", "O", "GLASHOF", prikkels=(2,), meer={"aantal": 2, "min_personen": 2, "max_personen": 5}
    ),
    Groep("CV-N", "convenant", "N", prikkels=(2,), meer={"contingent_id": "CT26-DUINKAS", "max_personen": 2}),
)

_COMPLEXEN: tuple[tuple[str, int | None, bool], ...] = (
    ("FLEX-NOORD", 4, False),
    ("FLEX-ZEE", 9, True),
    ("FLEX-TOL", None, False),
    ("FLEX-KETEL", 4, False),
    ("FLEX-VLIET", None, False),
    ("LUWTE", 2, False),
    ("MOLENHOF", 4, False),
    ("KANAALHUIS", 4, False),
    ("GLASHOF", None, False),
)

_CONTINGENTEN: tuple[tuple[str, str, str, int, str, bool, Rij], ...] = (
    ("CT26-GRACHT", "grachtwonen", DELFT, 14, "convenant", True, {"max_personen": 2}),
    ("CT26-DELFHAEGE", "delfhaege", DELFT, 10, "convenant", False, {}),
    ("CT26-DUINKAS", "duinkas", WESTLAND, 12, "convenant", True, {"max_personen": 4}),
    ("CT26-WEIDE", "weidewonen", MIDDEN_DELFLAND, 8, "convenant", True, {"toegankelijkheid": "rollator"}),
    ("CT26-PLAS", "plassenstee", PIJNACKER_NOOTDORP, 6, "convenant", True, {"max_personen": 3, "huisdier": False}),
    (
        "CT26-KAMERS",
        "duinkas",
        WESTLAND,
        3,
        "kamer_met_aandacht",
        True,
        {"max_personen": 1, "leeftijd_min": 18, "leeftijd_max": 27, "huur": Decimal(455)},
    ),
)
"""Id, corporatie, gemeente, number, woonvorm, los_toewijsbaar, and what its places ask and offer."""

AANBIEDERS: tuple[tuple[str, str, tuple[str, ...], int | None, tuple[str, ...]], ...] = (
    ("brugwerk", "Stichting Brugwerk", ("B", "K", "W"), 112, ()),
    ("thuisbasis", "Thuisbasis Begeleid Wonen", ("F", "N"), None, ("grachtwonen", "duinkas", "weidewonen")),
    ("kompas", "Kompas Jeugd en Toekomst", ("D",), 40, ("grachtwonen", "duinkas", "plassenstee")),
    ("luwte", "De Luwte", ("V",), 30, ()),
    ("steunpunt", "Steunpunt Herstel", ("G", "S"), None, ("grachtwonen", "weidewonen", "plassenstee")),
)
"""Id, name, wijken of the bases, hours a week, covenant partners."""


def wijken() -> list[Rij]:
    """The rows of ``wijken.csv``."""
    return [
        {
            "wijkcode": wijk.wijkcode,
            "naam": wijk.naam,
            "gemeentecode": wijk.gemeentecode,
            "draagkracht": wijk.draagkracht,
            "voorbelasting": wijk.voorbelasting,
            "draagkracht_bron": "wijkteam en gemeente samen" if wijk.draagkracht is not None else None,
            "draagkracht_datum": date(2026, 3, 1) if wijk.draagkracht is not None else None,
            "instroom_max": wijk.instroom_max,
            "kwetsbaar": wijk.kwetsbaar,
            "woonomgeving": wijk.woonomgeving,
            "inwoners": wijk.inwoners,
            "vangnet": wijk.vangnet,
        }
        for wijk in WIJKEN
    ]


def aanbieders(kaart: Kaart) -> list[Rij]:
    """The rows of ``aanbieders.csv``: each at its first base."""
    return [
        {
            "aanbieder": aanbieder,
            "naam": naam,
            **_plek(kaart.punt(letters[0], f"{aanbieder}/0")),
            "capaciteit_uren": uren,
            "corporaties": partners,
            "geheim": aanbieder == "luwte",
        }
        for aanbieder, naam, letters, uren, partners in AANBIEDERS
    ]


def teams(kaart: Kaart) -> list[Rij]:
    """The rows of ``aanbieder_teams.csv``: the further bases."""
    return [
        {"aanbieder": aanbieder, **_plek(kaart.punt(letter, f"{aanbieder}/{nummer}"))}
        for aanbieder, _, letters, _, _ in AANBIEDERS
        for nummer, letter in enumerate(letters)
        if nummer
    ]


def complexen() -> list[Rij]:
    """The rows of ``complexen.csv``."""
    return [
        {"complex_id": naam, "max_plaatsingen": grens, "overlastbestendig": bestendig}
        for naam, grens, bestendig in _COMPLEXEN
    ]


def contingenten() -> list[Rij]:
    """The rows of ``contingenten.csv``."""
    return [
        {
            "contingent_id": naam,
            "corporatie": corporatie,
            "gemeentecode": gemeente,
            "jaar": DATUM.year,
            "aantal": aantal,
            "woonvorm": woonvorm,
            "los_toewijsbaar": los,
            **meer,
        }
        for naam, corporatie, gemeente, aantal, woonvorm, los, meer in _CONTINGENTEN
    ]


def woningen(kaart: Kaart, seed: int) -> list[Rij]:
    """The rows of ``woningen.csv``, group by group."""
    return [
        _woning(kaart, seed, groep, nummer, letter)
        for groep in GROEPEN
        for nummer, letter in enumerate(groep.waar, start=1)
    ]


def woning_id(groep: Groep, nummer: int) -> str:
    """The landlord's number of a row of a group, from 1."""
    return f"{groep.begin}-{nummer:02d}"


def _woning(kaart: Kaart, seed: int, groep: Groep, nummer: int, letter: str) -> Rij:
    naam = woning_id(groep, nummer)
    toeval = Toeval(seed, f"woning/{naam}")
    wijk = _WIJK[letter]
    partners = _CORPORATIE[wijk.gemeentecode]
    gezin = groep.woonvorm == "gezinswoning"
    kamers = 4 if gezin else toeval.geheel(1, 2)
    eigen: Rij = {
        "woning_id": naam,
        "corporatie": partners[nummer % len(partners)],
        "gemeentecode": wijk.gemeentecode,
        "wijkcode": wijk.wijkcode,
        **_plek(_adres(kaart, groep, nummer, letter)),
        "complex_id": groep.complex_id,
        "woonvorm": groep.woonvorm,
        "kamers": kamers,
        "max_personen": min(2, kamers),
        "huur": Decimal((720 if gezin else 430 + 90 * kamers) + toeval.geheel(0, 60)),
        "toegankelijkheid": toeval.kies(("geen", "geen", "geen", "rollator")),
        "prikkelniveau": groep.prikkels[(nummer - 1) % len(groep.prikkels)],
        "huisdier": toeval.kans(70),
        "beschikbaar_vanaf": DATUM + timedelta(days=toeval.geheel(-20, 24)),
    }
    return eigen | groep.meer


def _adres(kaart: Kaart, groep: Groep, nummer: int, letter: str) -> Punt:
    """Woningen of one complex stand side by side; two of Housing First in one wijk are too near each other (K8)."""
    buren = [plek for plek, ander in enumerate(groep.waar, start=1) if ander == letter]
    x, y = kaart.punt(letter, groep.complex_id or f"{groep.begin}/{letter}")
    return x + (8 if groep.samen else 45) * buren.index(nummer), y


def _plek(punt: Punt) -> Rij:
    return {"x": punt[0], "y": punt[1]}
