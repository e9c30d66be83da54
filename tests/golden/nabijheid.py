"""K7, K8 and K11: who may not live too near whom, new or present."""

from __future__ import annotations

from tests.golden.gedeeld import ALLEEN_GEPLAATST, IN_0510, MOVER, VOLGORDE, WACHT_20, WACHT_30
from tests.golden.geval import Geval

IN_CX = {"complex_id": "CX"}
HF = {"woonvorm": "housing_first"}
WIL_HF = {"woonvormen": "housing_first"}
RISICO = {"overlastrisico": "ja"}
STIL = {"prikkelarm": "vereist"}
RUSTIG = {"prikkelniveau": "1"}

NABIJHEID = (
    Geval(
        "k8-rij-bewoond-zonder-plaats",
        "a lived-in row gives none, coordinates or not",
        {"W1": HF | {"aantal": "2", "x": "", "y": ""}, "P9": HF | {"woning_id": "W1"}, "U1": WIL_HF},
        {"U1": "K8"},
    ),
    Geval(
        "k11-los-complex",
        "an unnamed place in the same gemeente: the complex is unknown",
        {"C1": {}, "U2": WACHT_20, "V1": {"niveau": "complex"}},
        {"U1": "K11", "U2": "C1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k7-eigen-complex-bewoond",
        "who stays in a row without complex_id is in its complex",
        {"W1": RUSTIG | {"aantal": "2"}, "P9": RISICO | {"woning_id": "W1"}, "U1": STIL},
        {"U1": "K7"},
    ),
    Geval(
        "k7-nieuw",
        "risk and quiet in one complex: the longest wait",
        {"W1": IN_CX | RUSTIG, "W2": IN_CX | RUSTIG, "U1": RISICO, "U2": STIL | WACHT_20},
        {"U1": "K7", "U2": "W1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k7-bestendig",
        "not where it is overlastbestendig",
        {
            "XCX": {"complex_id": "CX", "overlastbestendig": "ja"},
            "W1": IN_CX | RUSTIG,
            "W2": IN_CX | RUSTIG,
            "U1": RISICO,
            "U2": STIL,
        },
        {"U1": "W1", "U2": "W2"},
        regels=ALLEEN_GEPLAATST,
    ),
    Geval(
        "k7-eigen-complex",
        "one row without complex_id is a complex of its own",
        {"W1": RUSTIG | {"aantal": "2"}, "U1": RISICO, "U2": STIL | WACHT_20},
        {"U1": "K7", "U2": "W1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k7-twee-woningen",
        "two woningen without complex_id are two complexes",
        {"W1": RUSTIG, "W2": RUSTIG, "U1": RISICO, "U2": STIL},
        {"U1": "W1", "U2": "W2"},
        regels=ALLEEN_GEPLAATST,
    ),
    Geval(
        "k7-zelfde-persoon", "one person with both is no two people", {"W1": RUSTIG, "U1": RISICO | STIL}, {"U1": "W1"}
    ),
    Geval(
        "k7-risico-voorbij",
        "overlast_tot before D: no risk any more",
        {"W1": IN_CX | RUSTIG, "W2": IN_CX | RUSTIG, "U1": RISICO | {"overlast_tot": "22-11-2026"}, "U2": STIL},
        {"U1": "W1", "U2": "W2"},
        regels=ALLEEN_GEPLAATST,
    ),
    Geval(
        "k7-aanwezig",
        "who leaves on H is present until then (decision 6)",
        {"W1": IN_CX | RUSTIG, "P9": IN_CX | RISICO | {"datum_uit": "21-12-2026"}, "U1": STIL},
        {"U1": "K7"},
    ),
    Geval(
        "k7-weg-op-d",
        "datum_uit = D is not present",
        {"W1": IN_CX | RUSTIG, "P9": IN_CX | RISICO | {"datum_uit": "23-11-2026"}, "U1": STIL},
        {"U1": "W1"},
    ),
    Geval(
        "k7-morgen-weg",
        "a day after D is",
        {"W1": IN_CX | RUSTIG, "P9": IN_CX | RISICO | {"datum_uit": "24-11-2026"}, "U1": STIL},
        {"U1": "K7"},
    ),
    Geval(
        "k7-mover-eigen",
        "one's own old place is no one else",
        {"W1": IN_CX | RUSTIG, "W2": IN_CX | RUSTIG, "P1": MOVER | RISICO, "U1": STIL},
        {"U1": "W2"},
    ),
    Geval(
        "k7-mover-anders",
        "a mover's old place goes on counting for others",
        {
            "W1": IN_CX | RUSTIG,
            "W2": RUSTIG,
            "W3": IN_CX | RUSTIG,
            "P1": MOVER | RISICO,
            "U1": WACHT_30 | {"woonvormen": "kamer_met_aandacht"},
            "U2": STIL | {"uitsluiting_punten": "81000 440000 1"},
        },
        {"U1": "W2", "U2": "K7"},
        regels=VOLGORDE,
    ),
    Geval(
        "k8-precies",
        "45, 60: 75 m is not closer than 75",
        {"W1": HF, "W2": HF | {"x": "80045", "y": "440060"}, "U1": WIL_HF, "U2": WIL_HF},
        {"U1": "W1", "U2": "W2"},
        regels=ALLEEN_GEPLAATST,
    ),
    Geval(
        "k8-net-dichter",
        "a centimetre less",
        {"W1": HF, "W2": HF | {"x": "80045", "y": "440059,99"}, "U1": WIL_HF, "U2": WIL_HF | WACHT_20},
        {"U1": "K8", "U2": "W1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k8-grootste",
        "the larger of 75 and 100 counts: 90 m is too close",
        {"W1": HF, "W2": {"woonvorm": "ruim", "x": "80090"}, "U1": WIL_HF, "U2": {"woonvormen": "ruim"} | WACHT_20},
        {"U1": "K8", "U2": "W2"},
        regels={**VOLGORDE, "woonvormen": {"ruim": {"min_afstand_m": 100}}},
    ),
    Geval(
        "k8-een-zonder",
        "both must have a distance",
        {"W1": HF, "W2": {"x": "80001"}, "U1": WIL_HF, "U2": {}},
        {"U1": "W1", "U2": "W2"},
    ),
    Geval(
        "k8-nul",
        "a distance of 0 is a distance: nothing is closer, but a row gives one new place",
        {"W1": HF | {"aantal": "2"}, "W2": HF, "U1": WIL_HF, "U2": WIL_HF},
        {"U1": "W1", "U2": "W2"},
        regels={**ALLEEN_GEPLAATST, "woonvormen": {"housing_first": {"min_afstand_m": 0}}},
    ),
    Geval(
        "k8-nul-rij",
        "two of one row are one too many",
        {"W1": HF | {"aantal": "2"}, "U1": WIL_HF, "U2": WIL_HF | WACHT_20},
        {"U1": "K8", "U2": "W1"},
        regels={**VOLGORDE, "woonvormen": {"housing_first": {"min_afstand_m": 0}}},
    ),
    Geval(
        "k8-rij",
        "a row gives at most one new place a batch",
        {"W1": HF | {"aantal": "2"}, "U1": WIL_HF, "U2": WIL_HF | WACHT_20},
        {"U1": "K8", "U2": "W1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k8-rij-bewoond",
        "and none when somebody stays in it",
        {"W1": HF | {"aantal": "2"}, "P9": HF | {"woning_id": "W1"}, "U1": WIL_HF},
        {"U1": "K8"},
    ),
    Geval(
        "k8-blijver",
        "a placement that stays, 60 m away",
        {"W1": HF, "P9": HF | {"x": "80060", "y": "440000"}, "U1": WIL_HF},
        {"U1": "K8"},
    ),
    Geval(
        "k8-vertrekker",
        "one that leaves on H does not stay",
        {"W1": HF, "P9": HF | {"x": "80060", "y": "440000", "datum_uit": "21-12-2026"}, "U1": WIL_HF},
        {"U1": "W1"},
    ),
    Geval(
        "k8-mover",
        "a mover's old place goes on counting",
        {
            "W1": HF,
            "W2": HF | {"x": "80060"},
            "P1": {"uitstromer_id": "U1", "woning_id": "W1"} | HF,
            "U1": WIL_HF | {"doorstroom": "ja"},
        },
        {"U1": "K8"},
    ),
    Geval(
        "k8-geen-plaats",
        "without x, y only the row counts (decision 13)",
        {"W1": HF | {"x": "", "y": ""}, "W2": HF | {"x": "", "y": ""}, "U1": WIL_HF, "U2": WIL_HF},
        {"U1": "W1", "U2": "W2"},
        regels=ALLEEN_GEPLAATST,
    ),
    Geval(
        "k11-complex",
        "the same complex",
        {"W1": IN_CX, "W2": IN_CX, "U2": WACHT_20, "V1": {"niveau": "complex"}},
        {"U1": "K11", "U2": "W1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k11-complex-anders",
        "woningen without complex_id: two complexes",
        {"W2": {}, "U2": {}, "V1": {"niveau": "complex"}},
        {"U1": "W1", "U2": "W2"},
        regels=ALLEEN_GEPLAATST,
    ),
    Geval(
        "k11-complex-blijver",
        "U2 lives in the same complex already, in a woning that is not listed",
        {
            "W1": IN_CX,
            "P9": {"uitstromer_id": "U2", "woning_id": "W9", **IN_CX},
            "V1": {"niveau": "complex"},
        },
        {"U1": "K11"},
    ),
    Geval(
        "k11-complex-blijver-anders",
        "U2 lives in the same gemeente, but in another complex",
        {
            "W1": IN_CX,
            "P9": {"uitstromer_id": "U2", "woning_id": "W9", "complex_id": "CX9"},
            "V1": {"niveau": "complex"},
        },
        {"U1": "W1"},
    ),
    Geval(
        "k11-wijk",
        "the same wijk",
        {"W2": {}, "U2": WACHT_20, "V1": {"niveau": "wijk"}},
        {"U1": "K11", "U2": "W1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k11-wijk-anders",
        "another wijk",
        {"BWK050302": {}, "W2": {"wijkcode": "WK050302"}, "U2": {}, "V1": {"niveau": "wijk"}},
        {"U1": "W1", "U2": "W2"},
        regels=ALLEEN_GEPLAATST,
    ),
    Geval(
        "k11-gemeente",
        "the same gemeente, another wijk",
        {"BWK050302": {}, "W2": {"wijkcode": "WK050302"}, "U2": WACHT_20, "V1": {"niveau": "gemeente"}},
        {"U1": "K11", "U2": "W1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k11-afstand-precies",
        "1000 m is not closer than 1000",
        {"W2": {}, "U2": {}, "V1": {"afstand_m": "1000"}},
        {"U1": "W1", "U2": "W2"},
        regels=ALLEEN_GEPLAATST,
    ),
    Geval(
        "k11-afstand-binnen",
        "1000 < 1000,5",
        {"W2": {}, "U2": WACHT_20, "V1": {"afstand_m": "1000,5"}},
        {"U1": "K11", "U2": "W1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k11-afstand-onbekend",
        "no x, y in the same gemeente: too near",
        {"W2": {"x": "", "y": ""}, "U2": WACHT_20, "V1": {"afstand_m": "1"}},
        {"U1": "K11", "U2": "W1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k11-afstand-onbekend-elders",
        "no x, y in another gemeente: not",
        {
            "GM0510": {},
            "BWK051001": {"gemeentecode": "GM0510"},
            "W2": IN_0510 | {"x": "", "y": ""},
            "U2": {},
            "V1": {"afstand_m": "9999"},
        },
        {"U1": "W1", "U2": "W2"},
        regels=ALLEEN_GEPLAATST,
    ),
    Geval(
        "k11-los",
        "an unnamed place in the same gemeente: the wijk is unknown",
        {"C1": {}, "U2": WACHT_20, "V1": {"niveau": "wijk"}},
        {"U1": "K11", "U2": "C1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k11-tot-vandaag",
        "runs until D",
        {"W2": {}, "U2": WACHT_20, "V1": {"niveau": "wijk", "tot": "23-11-2026"}},
        {"U1": "K11", "U2": "W1"},
        regels=VOLGORDE,
    ),
    Geval(
        "k11-tot-gisteren",
        "ended before D",
        {"W2": {}, "U2": {}, "V1": {"niveau": "wijk", "tot": "22-11-2026"}},
        {"U1": "W1", "U2": "W2"},
        regels=ALLEEN_GEPLAATST,
    ),
    Geval(
        "k11-aanwezig",
        "the other is present until H",
        {
            "P9": {"woning_id": "W9", "wijkcode": "WK050301", "datum_uit": "21-12-2026"},
            "V1": {"niveau": "wijk", "uitstromer_b": "P9"},
        },
        {"U1": "K11"},
    ),
    Geval(
        "k11-andersom",
        "who is a and who is b makes no difference",
        {
            "P9": {"woning_id": "W9", "wijkcode": "WK050301"},
            "V1": {"niveau": "wijk", "uitstromer_a": "P9", "uitstromer_b": "U1"},
        },
        {"U1": "K11"},
    ),
    Geval(
        "k11-vertrokken",
        "gone on D",
        {
            "P9": {"woning_id": "W9", "wijkcode": "WK050301", "datum_uit": "23-11-2026"},
            "V1": {"niveau": "wijk", "uitstromer_b": "P9"},
        },
        {"U1": "W1"},
    ),
    Geval(
        "k11-bestendig",
        "overlastbestendig is about K7 only",
        {
            "XCX": {"complex_id": "CX", "overlastbestendig": "ja"},
            "W1": IN_CX,
            "W2": IN_CX,
            "U2": WACHT_20,
            "V1": {"niveau": "complex"},
        },
        {"U1": "K11", "U2": "W1"},
        regels=VOLGORDE,
    ),
)
