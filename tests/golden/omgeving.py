"""Care and surroundings, at their boundaries: R10 to R15, R17 to R19. H is 21-12-2026."""

from __future__ import annotations

from decimal import Decimal

from tests.golden.geval import Geval

OP_100_M: tuple[tuple[str, Decimal, Decimal], ...] = (("horeca", Decimal(80060), Decimal(440080)),)
"""A source at exactly 100 m (60, 80) from W1."""
NIET_THUIS = {"W1": {"x": "", "y": ""}}
ALLEEN_C1: dict[str, dict[str, str] | None] = {"W1": None, "C1": {}}


def _vorm(naam: str) -> dict[str, dict[str, str]]:
    """U1 and W1 in this woonvorm."""
    return {"U1": {"woonvormen": naam, "aanbieder": "Z1"}, "W1": {"woonvorm": naam}}


def _met(een: dict[str, dict[str, str]], ander: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    return {naam: {**een.get(naam, {}), **ander.get(naam, {})} for naam in {**een, **ander}}


def _contingent(vorm: str) -> dict[str, dict[str, str] | None]:
    return {"U1": {"woonvormen": vorm, "aanbieder": "Z1"}, "W1": None, "C1": {"woonvorm": vorm}}


BT = {"reistijd": {"omweg": Decimal("1.25")}}
"""With this detour 30 minutes are 12,000 m."""

OMGEVING = (
    Geval(
        "r12-twee-bases",
        "the first base is too far, the second is not",
        {**_vorm("bt_basis"), "Z1": {"x": "99000"}, "T1": {"x": "80000", "y": "428000"}},
        {"U1": "W1"},
        regels=BT,
    ),
    Geval(
        "r10-zonder-plan",
        "flex_doorstroom needs a plan",
        _met(_vorm("flex_doorstroom"), {"U1": {"zorgplan": ""}}),
        {"U1": "R10"},
    ),
    Geval("r10-met-plan", "and here is one", _vorm("flex_doorstroom"), {"U1": "W1"}),
    Geval(
        "r11-zonder-aanbieder",
        "convenant needs a provider",
        _met(_vorm("convenant"), {"U1": {"aanbieder": ""}}),
        {"U1": "R11"},
    ),
    Geval("r11-alle", "no list of partners: all are", _vorm("convenant"), {"U1": "W1"}),
    Geval(
        "r11-partner",
        "corp is one of them",
        _met(_vorm("convenant"), {"Z1": {"corporaties": "ander|corp"}}),
        {"U1": "W1"},
    ),
    Geval("r11-geen-partner", "corp is not", _met(_vorm("convenant"), {"Z1": {"corporaties": "ander"}}), {"U1": "R11"}),
    Geval(
        "r12-precies",
        "12,000 m * 1.25 / 500 = 30 minutes",
        _met(_vorm("bt_basis"), {"Z1": {"x": "87200", "y": "449600"}}),
        {"U1": "W1"},
        regels=BT,
    ),
    Geval(
        "r12-net-verder",
        "a centimetre more",
        _met(_vorm("bt_basis"), {"Z1": {"x": "92000,01", "y": "440000"}}),
        {"U1": "R12"},
        regels=BT,
    ),
    Geval(
        "r12-omweg-1.3",
        "11,538 m * 1.3 / 500 = 29.9988",
        _met(_vorm("bt_basis"), {"Z1": {"x": "91538", "y": "440000"}}),
        {"U1": "W1"},
    ),
    Geval(
        "r12-omweg-1.3-verder",
        "11,539 m * 1.3 / 500 = 30.0014",
        _met(_vorm("bt_basis"), {"Z1": {"x": "91539", "y": "440000"}}),
        {"U1": "R12"},
    ),
    Geval(
        "r12-tweede-team",
        "the nearest of the bases counts",
        _met(_vorm("bt_basis"), {"Z1": {"x": "", "y": ""}, "T1": {"x": "80000", "y": "428000"}}),
        {"U1": "W1"},
        regels=BT,
    ),
    Geval("r12-geen-plaats", "no x, y: not known", _met(_vorm("bt_basis"), NIET_THUIS), {"U1": "R12"}),
    Geval(
        "r12-geen-basis",
        "a provider without a base",
        _met(_vorm("bt_basis"), {"Z1": {"x": "", "y": ""}}),
        {"U1": "R12"},
    ),
    Geval("r12-geen-aanbieder", "no provider", _met(_vorm("bt_basis"), {"U1": {"aanbieder": ""}}), {"U1": "R12"}),
    Geval("r12-los", "an unnamed place fails", _contingent("bt_basis"), {"U1": "R12"}),
    Geval(
        "r12-matrix",
        "a given time goes before the line",
        _met(_vorm("bt_basis"), {"Z1": {"x": "99000"}}),
        {"U1": "W1"},
        matrix=(("Z1", "W1", "30"),),
    ),
    Geval(
        "r12-matrix-mist",
        "what the matrix leaves out is not known, however near (decision 26)",
        {"W2": {}, **_vorm("bt_basis")},
        {"U1": "R12"},
        matrix=(("Z1", "W2", "1"),),
    ),
    Geval(
        "r12-matrix-te-lang",
        "30,01 > 30, however near",
        _vorm("bt_basis"),
        {"U1": "R12"},
        matrix=(("Z1", "W1", "30,01"),),
    ),
    Geval("r13-met", "care day and night", _met(_vorm("bt_plus"), {"W1": {"zorg24": "ja"}}), {"U1": "W1"}),
    Geval("r13-zonder", "the default is nee", _vorm("bt_plus"), {"U1": "R13"}),
    Geval("r14-gemeente", "the gemeente is barred", {"U1": {"uitsluiting_gebieden": "GM0503"}}, {"U1": "R14"}),
    Geval("r14-wijk", "the wijk is barred", {"U1": {"uitsluiting_gebieden": "WK050301"}}, {"U1": "R14"}),
    Geval(
        "r14-buurt-onbekend",
        "BU where known; it is not (decision 4)",
        {"U1": {"uitsluiting_gebieden": "BU05030101"}},
        {"U1": "W1"},
    ),
    Geval(
        "r14-tot-gisteren",
        "ended before D",
        {"U1": {"uitsluiting_gebieden": "GM0503", "uitsluiting_tot": "22-11-2026"}},
        {"U1": "W1"},
    ),
    Geval(
        "r14-tot-vandaag",
        "D itself is not before D",
        {"U1": {"uitsluiting_gebieden": "GM0503", "uitsluiting_tot": "23-11-2026"}},
        {"U1": "R14"},
    ),
    Geval(
        "r14-los-alle-wijken",
        "every wijk of the gemeente is barred",
        {**ALLEEN_C1, "U1": {"uitsluiting_gebieden": "WK050301"}},
        {"U1": "R14"},
    ),
    Geval(
        "r14-los-een-wijk",
        "one of two wijken",
        {**ALLEEN_C1, "BWK050302": {}, "U1": {"uitsluiting_gebieden": "WK050301"}},
        {"U1": "C1"},
    ),
    Geval(
        "r15-op-de-rand",
        "300, 400: 500 m is not less than 500",
        {"U1": {"uitsluiting_punten": "80300 440400 500"}},
        {"U1": "W1"},
    ),
    Geval("r15-binnen", "500 < 500,01", {"U1": {"uitsluiting_punten": "80300 440400 500,01"}}, {"U1": "R15"}),
    Geval(
        "r15-tweede-punt",
        "each point counts",
        {"U1": {"uitsluiting_punten": "99000 440000 500|80000 440000 1"}},
        {"U1": "R15"},
    ),
    Geval(
        "r15-geen-plaats",
        "no x, y: fails",
        {**NIET_THUIS, "U1": {"uitsluiting_punten": "99000 440000 1"}},
        {"U1": "R15"},
    ),
    Geval(
        "r15-los",
        "its address is checked when it is named",
        {**ALLEEN_C1, "U1": {"uitsluiting_punten": "80000 440000 9000"}},
        {"U1": "C1"},
    ),
    Geval(
        "r15-tot-gisteren",
        "ended before D",
        {"U1": {"uitsluiting_punten": "80000 440000 9", "uitsluiting_tot": "22-11-2026"}},
        {"U1": "W1"},
    ),
    Geval("r17-verbod", "staff forbade it", {"A1": {"woning_id": "W1", "soort": "verbod"}}, {"U1": "R17"}),
    Geval(
        "r17-verbod-los",
        "of a contingent as well",
        {**ALLEEN_C1, "A1": {"contingent_id": "C1", "soort": "verbod"}},
        {"U1": "R17"},
    ),
    Geval(
        "r17-tot-vandaag",
        "runs until D",
        {"A1": {"woning_id": "W1", "soort": "verbod", "tot": "23-11-2026"}},
        {"U1": "R17"},
    ),
    Geval(
        "r17-tot-gisteren",
        "ended before D",
        {"A1": {"woning_id": "W1", "soort": "verbod", "tot": "22-11-2026"}},
        {"U1": "W1"},
    ),
    Geval(
        "r18-zonder",
        "the wijk has no vangnet",
        {},
        {"U1": "R18"},
        regels={"woonvormen": {"kamer_met_aandacht": {"vangnet": True}}},
    ),
    Geval(
        "r18-met",
        "the wijk has one",
        {"BWK050301": {"vangnet": "ja"}},
        {"U1": "W1"},
        regels={"woonvormen": {"kamer_met_aandacht": {"vangnet": True}}},
    ),
    Geval(
        "r18-los",
        "an unnamed place fails",
        {**ALLEEN_C1, "BWK050301": {"vangnet": "ja"}},
        {"U1": "R18"},
        regels={"woonvormen": {"kamer_met_aandacht": {"vangnet": True}}},
    ),
    Geval("r19-zonder-laag", "without the layer it fails", {"U1": {"vermijden": "horeca 100"}}, {"U1": "R19"}),
    Geval(
        "r19-op-de-rand",
        "100 is not less than 100",
        {"U1": {"vermijden": "horeca 100"}},
        {"U1": "W1"},
        bronnen=OP_100_M,
    ),
    Geval("r19-binnen", "100 < 100,01", {"U1": {"vermijden": "horeca 100,01"}}, {"U1": "R19"}, bronnen=OP_100_M),
    Geval(
        "r19-ander-soort",
        "no such source anywhere",
        {"U1": {"vermijden": "school 5000"}},
        {"U1": "W1"},
        bronnen=OP_100_M,
    ),
    Geval(
        "r19-geen-plaats",
        "no x, y: fails",
        {**NIET_THUIS, "U1": {"vermijden": "school 1"}},
        {"U1": "R19"},
        bronnen=OP_100_M,
    ),
    Geval(
        "r19-los",
        "an unnamed place passes, layer or not",
        {**ALLEEN_C1, "U1": {"vermijden": "horeca 100"}},
        {"U1": "C1"},
    ),
)

CODES_ZONDER_AANBOD = (
    Geval(
        "code-twee-regels",
        "R03 and R05 are both broken: no single one opens W1",
        {"W1": {"leeftijd_min": "31"}, "U1": {"toegankelijkheid": "rollator"}},
        {"U1": "geen_passend_aanbod -"},
        paren=0,
    ),
    Geval(
        "code-laagste",
        "R03 opens W1, R05 opens W2: one row each, the lower code",
        {
            "W1": {"leeftijd_min": "31", "toegankelijkheid": "rollator"},
            "W2": {},
            "U1": {"toegankelijkheid": "rollator"},
        },
        {"U1": "R03"},
    ),
    Geval(
        "code-meeste",
        "R05 opens two rows, R03 one",
        {
            "W1": {"leeftijd_min": "31", "toegankelijkheid": "rollator"},
            "W2": {},
            "W3": {},
            "U1": {"toegankelijkheid": "rollator"},
        },
        {"U1": "R05"},
    ),
    Geval(
        "code-rijen-geen-plaatsen",
        "rows count, not places: R05 opens two, R03 one row of nine",
        {
            "W1": {"leeftijd_min": "31", "toegankelijkheid": "rollator", "aantal": "9"},
            "W2": {},
            "W3": {},
            "U1": {"toegankelijkheid": "rollator"},
        },
        {"U1": "R05"},
    ),
    Geval(
        "code-alleen-passende-vorm",
        "W1 and W3 have another form; of those that pass R01 only W2 counts, and R08 opens it",
        {
            "W1": {"woonvorm": "housing_first"},
            "W2": {"beschikbaar_vanaf": "01-02-2027"},
            "W3": {"woonvorm": "housing_first"},
        },
        {"U1": "R08"},
    ),
    Geval(
        "code-los-telt-mee",
        "an unnamed place is a row as well: R04 opens C1 and W2, R05 none alone",
        {
            "W1": {"toegankelijkheid": "geen"},
            "W2": {"toegankelijkheid": "rolstoel"},
            "C1": {"max_personen": "1", "toegankelijkheid": "rolstoel"},
            "U1": {"kinderen": "1", "toegankelijkheid": "rolstoel"},
        },
        {"U1": "R04"},
    ),
)
