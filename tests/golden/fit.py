"""The fit of a pair, point by point; anchors at distances where binary floats go wrong."""

from __future__ import annotations

from decimal import Decimal

from tests.golden.geval import Geval

VER_WEG = {"anker_x": "89000", "anker_y": "440000"}
"""9,000 m from W1."""


def _anker(x: str, y: str) -> dict[str, dict[str, str]]:
    return {"U1": {"anker_x": x, "anker_y": y}}


FIT = (
    Geval(
        "fit-tweede-voorkeur",
        "20 for the second, and no herkomst: 20 + 15 + 15 + 10 + 10 + 10",
        {"U1": {"voorkeur_gemeenten": "GM0510|GM0503"}},
        {"U1": "W1"},
        niveaus={"passend": 80},
    ),
    Geval(
        "fit-vierde-voorkeur",
        "beyond the list: 0",
        {"U1": {"voorkeur_gemeenten": "GM0001|GM0002|GM0003|GM0503"}},
        {"U1": "W1"},
        niveaus={"passend": 60},
    ),
    Geval(
        "fit-herkomst-niet-gewenst",
        "herkomst, but another gemeente is preferred: neither",
        {"U1": {"voorkeur_gemeenten": "GM0510", "herkomst_gemeente": "GM0503"}},
        {"U1": "W1"},
        niveaus={"passend": 60},
    ),
    Geval(
        "fit-herkomst-gewenst",
        "first preference and herkomst: 30 + 20",
        {"U1": {"voorkeur_gemeenten": "GM0503", "herkomst_gemeente": "GM0503"}},
        {"U1": "W1"},
        niveaus={"passend": 110},
    ),
    Geval(
        "fit-herkomst-elders-in-regio",
        "no preference, from another gemeente of the region",
        {"GM0510": {}, "U1": {"herkomst_gemeente": "GM0510"}},
        {"U1": "W1"},
        niveaus={"passend": 90},
    ),
    Geval(
        "fit-herkomst-buiten-regio",
        "no preference, from outside: 20",
        {"U1": {"herkomst_gemeente": "GM9999"}},
        {"U1": "W1"},
        niveaus={"passend": 110},
    ),
    Geval(
        "fit-tweede-vorm",
        "8 in place of 15",
        {"U1": {"woonvormen": "housing_first|kamer_met_aandacht"}},
        {"U1": "W1"},
        niveaus={"passend": 103},
    ),
    Geval(
        "fit-vierde-vorm",
        "beyond the list: 0",
        {"U1": {"woonvormen": "housing_first|bt_plus|convenant|kamer_met_aandacht"}},
        {"U1": "W1"},
        niveaus={"passend": 95},
    ),
    Geval(
        "fit-vast-andere-vorm",
        "a fixed pair of a form that is not in the list: 0 for it",
        {"U1": {"woonvormen": "housing_first"}, "A1": {"woning_id": "W1"}},
        {"U1": "W1"},
        niveaus={"passend": 95},
    ),
    Geval(
        "fit-woonomgeving",
        "the same",
        {"U1": {"woonomgeving": "dorp"}, "BWK050301": {"woonomgeving": "dorp"}},
        {"U1": "W1"},
        niveaus={"passend": 110},
    ),
    Geval(
        "fit-woonomgeving-onbekend",
        "the wijk says nothing",
        {"U1": {"woonomgeving": "dorp"}},
        {"U1": "W1"},
        niveaus={"passend": 95},
    ),
    Geval(
        "fit-kwetsbaar",
        "no relief: 10 less",
        {"BWK050301": {"kwetsbaar": "ja"}},
        {"U1": "W1"},
        niveaus={"passend": 100},
    ),
    Geval(
        "fit-los",
        "no woonomgeving that is asked for (15), no anker near (10), not named (10)",
        {"W1": None, "C1": {}, "U1": {"woonomgeving": "dorp", **VER_WEG}},
        {"U1": "C1"},
        niveaus={"passend": 75},
    ),
    *(
        Geval(
            f"fit-gewenst-{niveau}",
            f"10 * (5 - {niveau}) // 4 = {punten}",
            {"U1": {"prikkelarm": "gewenst"}, "W1": {"prikkelniveau": niveau}},
            {"U1": "W1"},
            niveaus={"passend": 100 + punten},
        )
        for niveau, punten in (("1", 10), ("2", 7), ("3", 5), ("4", 2), ("5", 0), ("", 0))
    ),
    Geval(
        "anker-9-km",
        "10 * (1 - 9 / 10) is 1 exactly; binary floats make 0",
        {"U1": VER_WEG},
        {"U1": "W1"},
        niveaus={"passend": 101},
    ),
    Geval(
        "anker-9-km-scheef",
        "5400, 7200: 9,000 m the slanted way",
        _anker("85400", "447200"),
        {"U1": "W1"},
        niveaus={"passend": 101},
    ),
    Geval(
        "anker-net-verder",
        "9,000.01 m: 0.99999 is 0",
        _anker("89000,01", "440000"),
        {"U1": "W1"},
        niveaus={"passend": 100},
    ),
    Geval(
        "anker-3-km",
        "10 * (1 - 3 / 10) is 7 exactly",
        _anker("83000", "440000"),
        {"U1": "W1"},
        niveaus={"passend": 107},
    ),
    Geval("anker-hier", "at the place itself", _anker("80000", "440000"), {"U1": "W1"}, niveaus={"passend": 110}),
    Geval("anker-te-ver", "never below 0", _anker("99000", "440000"), {"U1": "W1"}, niveaus={"passend": 100}),
    Geval(
        "anker-geen-plaats",
        "no x, y: 0",
        {**_anker("80000", "440000"), "W1": {"x": "", "y": ""}},
        {"U1": "W1"},
        niveaus={"passend": 100},
    ),
    Geval(
        "anker-schaal",
        "100 points over 2.5 km, 1 km away: 60",
        _anker("81000", "440000"),
        {"U1": "W1"},
        regels={"passend": {"anker": 100, "anker_km": Decimal("2.5")}},
        niveaus={"passend": 160},
    ),
)
