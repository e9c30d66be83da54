"""Demands of the woning itself, at their boundaries: R01 to R09, R16, R20 to R22."""

from __future__ import annotations

from tests.golden.geval import Geval

ALLEEN_C1: dict[str, dict[str, str] | None] = {"W1": None, "C1": {}}


def _vorm(naam: str) -> dict[str, dict[str, str]]:
    """U1 and W1 in this woonvorm."""
    return {"U1": {"woonvormen": naam, "aanbieder": "Z1"}, "W1": {"woonvorm": naam}}


def _met(een: dict[str, dict[str, str]], ander: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    return {naam: {**een.get(naam, {}), **ander.get(naam, {})} for naam in {**een, **ander}}


WONING = (
    Geval("r01-vorm", "another woonvorm", {"U1": {"woonvormen": "housing_first"}}, {"U1": "R01"}, paren=0),
    Geval(
        "r02-een-genoeg",
        "one shared element is enough",
        {"W1": {"doelgroepen": "jongeren|vrouwen"}, "U1": {"doelgroepen": "vrouwen"}},
        {"U1": "W1"},
    ),
    Geval(
        "r02-geen",
        "no shared element",
        {"W1": {"doelgroepen": "jongeren|vrouwen"}, "U1": {"doelgroepen": "gezin"}},
        {"U1": "R02"},
    ),
    Geval("r02-leeg", "nothing to share", {"W1": {"doelgroepen": "jongeren"}}, {"U1": "R02"}),
    Geval(
        "r02-alle",
        "all that are required",
        {"W1": {"doelgroepen_vereist": "jongeren|vrouwen"}, "U1": {"doelgroepen": "gezin|vrouwen|jongeren"}},
        {"U1": "W1"},
    ),
    Geval(
        "r02-een-mist",
        "one of the required is missing",
        {"W1": {"doelgroepen_vereist": "jongeren|vrouwen"}, "U1": {"doelgroepen": "vrouwen"}},
        {"U1": "R02"},
    ),
    Geval("r03-min", "30 >= 30", {"W1": {"leeftijd_min": "30"}}, {"U1": "W1"}),
    Geval("r03-te-jong", "29 < 30", {"W1": {"leeftijd_min": "30"}, "U1": {"leeftijd": "29"}}, {"U1": "R03"}),
    Geval("r03-max", "30 <= 30", {"W1": {"leeftijd_max": "30"}}, {"U1": "W1"}),
    Geval("r03-te-oud", "31 > 30", {"W1": {"leeftijd_max": "30"}, "U1": {"leeftijd": "31"}}, {"U1": "R03"}),
    Geval(
        "r04-min",
        "one adult and one child are two",
        {"W1": {"min_personen": "2", "max_personen": "2"}, "U1": {"kinderen": "1"}},
        {"U1": "W1"},
    ),
    Geval("r04-te-weinig", "1 < 2", {"W1": {"min_personen": "2", "max_personen": "3"}}, {"U1": "R04"}),
    Geval("r04-te-veel", "2 > 1", {"U1": {"kinderen": "1"}}, {"U1": "R04"}),
    Geval(
        "r04-verwacht",
        "personen_verwacht goes before the sum",
        {"U1": {"kinderen": "1", "personen_verwacht": "1"}},
        {"U1": "W1"},
    ),
    Geval(
        "r04-los-geen-grens",
        "an unnamed place without max_personen has no limit",
        {**ALLEEN_C1, "U1": {"kinderen": "9"}},
        {"U1": "C1"},
        niveaus={"schaarste": 0},
    ),
    Geval(
        "r05-gelijk",
        "rollator is enough for rollator",
        {"W1": {"toegankelijkheid": "rollator"}, "U1": {"toegankelijkheid": "rollator"}},
        {"U1": "W1"},
    ),
    Geval("r05-minder", "geen < rollator; empty is geen", {"U1": {"toegankelijkheid": "rollator"}}, {"U1": "R05"}),
    Geval(
        "r05-meer",
        "rolstoel > rollator",
        {"W1": {"toegankelijkheid": "rolstoel"}, "U1": {"toegankelijkheid": "rollator"}},
        {"U1": "W1"},
        niveaus={"schaarste": 1},
    ),
    Geval(
        "r06-op-de-grens",
        "2 <= 2, the default",
        {"W1": {"prikkelniveau": "2"}, "U1": {"prikkelarm": "vereist"}},
        {"U1": "W1"},
    ),
    Geval("r06-te-druk", "3 > 2", {"W1": {"prikkelniveau": "3"}, "U1": {"prikkelarm": "vereist"}}, {"U1": "R06"}),
    Geval("r06-onbekend", "unknown fails", {"U1": {"prikkelarm": "vereist"}}, {"U1": "R06"}),
    Geval(
        "r06-eigen-grens",
        "3 <= 3",
        {"W1": {"prikkelniveau": "3"}, "U1": {"prikkelarm": "vereist", "prikkelniveau_max": "3"}},
        {"U1": "W1"},
    ),
    Geval(
        "r06-gewenst",
        "a wish is no demand",
        {"U1": {"prikkelarm": "gewenst", "prikkelniveau_max": "1"}, "W1": {"prikkelniveau": "5"}},
        {"U1": "W1"},
    ),
    Geval("r07-op-de-cent", "612,50 = 612.5", {"W1": {"huur": "612,50"}, "U1": {"huur_max": "612.5"}}, {"U1": "W1"}),
    Geval(
        "r07-cent-te-veel", "612,51 > 612,50", {"W1": {"huur": "612,51"}, "U1": {"huur_max": "612,50"}}, {"U1": "R07"}
    ),
    Geval("r07-onbekend", "where a limit holds an unknown huur fails", {"U1": {"huur_max": "600"}}, {"U1": "R07"}),
    Geval("r07-geen-grens", "no limit: the huur need not be known", {}, {"U1": "W1"}),
    Geval(
        "r07-jong",
        "520 = 520 for who is younger than 23",
        {"W1": {"huur": "520"}, "U1": {"leeftijd": "22"}},
        {"U1": "W1"},
        regels={"huur": {"jong_tot": 23, "jong_max": 520}},
    ),
    Geval(
        "r07-jong-cent",
        "520,01 > 520",
        {"W1": {"huur": "520,01"}, "U1": {"leeftijd": "22"}},
        {"U1": "R07"},
        regels={"huur": {"jong_tot": 23, "jong_max": 520}},
    ),
    Geval(
        "r07-jong-onbekend",
        "unknown fails for the young",
        {"U1": {"leeftijd": "22"}},
        {"U1": "R07"},
        regels={"huur": {"jong_tot": 23, "jong_max": 520}},
    ),
    Geval(
        "r07-niet-jong",
        "23 is not younger than 23",
        {"W1": {"huur": "900"}, "U1": {"leeftijd": "23"}},
        {"U1": "W1"},
        regels={"huur": {"jong_tot": 23, "jong_max": 520}},
    ),
    Geval("r08-op-h", "available on H", {"W1": {"beschikbaar_vanaf": "21-12-2026"}}, {"U1": "W1"}),
    Geval("r08-na-h", "available a day after H", {"W1": {"beschikbaar_vanaf": "22-12-2026"}}, {"U1": "R08"}),
    Geval(
        "r09-vorm",
        "18 <= 18 of the woonvorm",
        _met(_vorm("flex_shortstay"), {"U1": {"duur_maanden": "18"}}),
        {"U1": "W1"},
    ),
    Geval("r09-vorm-langer", "19 > 18", _met(_vorm("flex_shortstay"), {"U1": {"duur_maanden": "19"}}), {"U1": "R09"}),
    Geval(
        "r09-plek",
        "12 <= 12 of the woning",
        {"W1": {"max_verblijf_maanden": "12"}, "U1": {"duur_maanden": "12"}},
        {"U1": "W1"},
    ),
    Geval(
        "r09-plek-langer",
        "13 > 12",
        {"W1": {"max_verblijf_maanden": "12"}, "U1": {"duur_maanden": "13"}},
        {"U1": "R09"},
    ),
    Geval(
        "r09-kleinste",
        "the smaller of 24 and 18",
        _met(_vorm("flex_shortstay"), {"W1": {"max_verblijf_maanden": "24"}, "U1": {"duur_maanden": "19"}}),
        {"U1": "R09"},
    ),
    Geval("r09-geen-grens", "neither gives one", {"U1": {"duur_maanden": "99"}}, {"U1": "W1"}),
    Geval(
        "r16-huisdier", "a pet where none may be", {"U1": {"huisdier": "ja"}, "W1": {"huisdier": "nee"}}, {"U1": "R16"}
    ),
    Geval("r16-mag", "the default is ja", {"U1": {"huisdier": "ja"}}, {"U1": "W1"}),
    Geval(
        "r20-gelijk",
        "midden <= midden",
        {"W1": {"zorgzwaarte_max": "midden"}, "U1": {"zorgzwaarte": "midden"}},
        {"U1": "W1"},
    ),
    Geval(
        "r20-zwaarder",
        "zwaar > midden",
        {"W1": {"zorgzwaarte_max": "midden"}, "U1": {"zorgzwaarte": "zwaar"}},
        {"U1": "R20"},
    ),
    Geval(
        "r21-risico",
        "a risk where it may not be",
        {"W1": {"overlast": "nee"}, "U1": {"overlastrisico": "ja"}},
        {"U1": "R21"},
    ),
    Geval(
        "r21-tot-vandaag",
        "counts until D",
        {"W1": {"overlast": "nee"}, "U1": {"overlastrisico": "ja", "overlast_tot": "23-11-2026"}},
        {"U1": "R21"},
    ),
    Geval(
        "r21-tot-gisteren",
        "ended before D",
        {"W1": {"overlast": "nee"}, "U1": {"overlastrisico": "ja", "overlast_tot": "22-11-2026"}},
        {"U1": "W1"},
    ),
    Geval("r22-gelijk", "110 >= 110", {}, {"U1": "W1"}, regels={"passend": {"minimum": 110}}),
    Geval("r22-een-meer", "110 < 111", {}, {"U1": "R22"}, regels={"passend": {"minimum": 111}}),
)
