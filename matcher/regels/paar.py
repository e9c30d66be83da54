"""R rules: may this uitstromer have this plek (contract par. 3)? Each test looks at all pairs at once."""

from __future__ import annotations

import numpy as np

from matcher.passend import passend
from matcher.regels.regel import KEUZE_VAN_DE_REGIO, PaarRegel, RegelSoort
from matcher.velden import GEEN, Getallen, Velden, Waarheden


def _r01(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    past: Waarheden = (v.mensen.vorm_rang[i, v.plekken.woonvorm[j]] != GEEN) & ~v.eigen_woning.waar(i, j)
    return past


def _r02(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    return v.doelgroep_past.waar(i, j)


def _r03(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    jaren = v.mensen.leeftijd[i]
    return (v.plekken.leeftijd_min[j] <= jaren) & (jaren <= v.plekken.leeftijd_max[j])


def _r04(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    personen = v.mensen.personen[i]
    return (v.plekken.min_personen[j] <= personen) & (personen <= v.plekken.max_personen[j])


def _r05(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    return v.plekken.toegankelijkheid[j] >= v.mensen.toegankelijkheid[i]


def _r06(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    return v.plekken.prikkelniveau[j] <= v.mensen.prikkel_max[i]


def _r07(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    grens = v.mensen.huur_max[i]
    past: Waarheden = (grens == GEEN) | (v.plekken.huur[j] <= grens)
    return past


def _r08(v: Velden, _i: Getallen, j: Getallen) -> Waarheden:
    return v.plekken.op_tijd_vrij[j]


def _r09(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    return v.mensen.duur[i] <= v.plekken.max_verblijf[j]


def _r10(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    return ~v.plekken.eis_zorgplan[j] | v.mensen.zorgplan[i]


def _r11(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    return ~v.plekken.eis_convenant[j] | v.mensen.convenant[i, v.plekken.corporatie[j]]


def _r12(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    grens = v.plekken.reactietijd[j]
    minuten = v.minuten[v.mensen.aanbieder[i], j]
    past: Waarheden = (grens == GEEN) | ((minuten != GEEN) & (minuten <= grens))
    return past


def _r13(v: Velden, _i: Getallen, j: Getallen) -> Waarheden:
    return ~v.plekken.eis_zorg24[j] | v.plekken.zorg24[j]


def _r14(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    return ~v.uitgesloten_gebied.waar(i, j)


def _r15(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    return ~v.uitgesloten_punt.waar(i, j)


def _r16(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    return ~v.mensen.huisdier[i] | v.plekken.huisdier[j]


def _r17(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    return ~v.geweigerd.waar(i, j)


def _r18(v: Velden, _i: Getallen, j: Getallen) -> Waarheden:
    return ~v.plekken.eis_vangnet[j] | v.plekken.vangnet[j]


def _r19(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    return ~v.te_dicht_bij_bron.waar(i, j)


def _r20(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    return v.mensen.zorgzwaarte[i] <= v.plekken.zorgzwaarte_max[j]


def _r21(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    return ~v.mensen.overlastrisico[i] | v.plekken.overlast[j]


def _r22(v: Velden, i: Getallen, j: Getallen) -> Waarheden:
    minimum = v.instellingen.passend.minimum
    if minimum <= 0:
        return np.ones(1, dtype=np.bool_)
    return passend(v, i, j) >= minimum


PAARREGELS = (
    PaarRegel(
        code="R01",
        soort=RegelSoort.EIS,
        advies=False,
        naam="Woonvorm",
        zin="De woonvorm van de plek is een van de vormen die de toegang passend vond.",
        bron="004, varianten van wonen; 002 par. 6.4",
        toets=_r01,
    ),
    PaarRegel(
        code="R02",
        soort=RegelSoort.EIS,
        advies=True,
        naam="Doelgroep",
        zin="De plek is bedoeld voor een groep waar de persoon bij hoort.",
        bron="003, flexwoningen (Housing First, doorstroom, short stay)",
        toets=_r02,
    ),
    PaarRegel(
        code="R03",
        soort=RegelSoort.EIS,
        advies=True,
        naam="Leeftijd",
        zin="De leeftijd past bij de plek.",
        bron="002 par. 6.4 (jeugd, volwassenen, ouderen)",
        toets=_r03,
    ),
    PaarRegel(
        code="R04",
        soort=RegelSoort.EIS,
        advies=True,
        naam="Aantal bewoners",
        zin="Het aantal bewoners past bij de plek.",
        bron="002 par. 6.4 (gezinnen); 003, een- en tweekamerwoningen",
        toets=_r04,
    ),
    PaarRegel(
        code="R05",
        soort=RegelSoort.EIS,
        advies=True,
        naam="Toegankelijkheid",
        zin="De woning is toegankelijk genoeg.",
        bron="002 par. 6.4 (somatiek en ouderen)",
        toets=_r05,
    ),
    PaarRegel(
        code="R06",
        soort=RegelSoort.EIS,
        advies=False,
        naam="Prikkelarm",
        zin="Wie een rustige woning nodig heeft, krijgt een woning die rustig genoeg is.",
        bron="003, flexwoningen met aandacht voor een prikkelarme woonomgeving; 002 par. 6.4",
        toets=_r06,
    ),
    PaarRegel(
        code="R07",
        soort=RegelSoort.EIS,
        advies=True,
        naam="Huur",
        zin="De huur is niet hoger dan de persoon kan betalen.",
        bron="003, woningen onder de sociale huurgrens",
        toets=_r07,
    ),
    PaarRegel(
        code="R08",
        soort=RegelSoort.EIS,
        advies=True,
        naam="Op tijd vrij",
        zin="De woning is vrij binnen de periode van deze batch.",
        bron=KEUZE_VAN_DE_REGIO,
        toets=_r08,
    ),
    PaarRegel(
        code="R09",
        soort=RegelSoort.EIS,
        advies=True,
        naam="Lengte van het verblijf",
        zin="Het verwachte verblijf past in de tijd dat iemand hier mag wonen.",
        bron="003, verblijfsduur van flexwoningen en short stay",
        toets=_r09,
    ),
    PaarRegel(
        code="R10",
        soort=RegelSoort.EIS,
        advies=False,
        naam="Zorgplan",
        zin="Voor deze woonvorm is een zorgplan nodig.",
        bron="003, tijdelijke huurovereenkomst met een gekoppeld zorgplan",
        toets=_r10,
    ),
    PaarRegel(
        code="R11",
        soort=RegelSoort.EIS,
        advies=True,
        naam="Convenant",
        zin="De aanbieder en de corporatie zijn partners in het convenant.",
        bron="003, Convenant Huisvesting Zorgafhankelijke Groepen",
        toets=_r11,
    ),
    PaarRegel(
        code="R12",
        soort=RegelSoort.EIS,
        advies=False,
        naam="Zorg dichtbij",
        zin="Het team van de aanbieder is op tijd aan de deur.",
        bron="000, BT basis: binnen 30 minuten ter plaatse",
        toets=_r12,
    ),
    PaarRegel(
        code="R13",
        soort=RegelSoort.EIS,
        advies=False,
        naam="Zorg dag en nacht",
        zin="Voor deze woonvorm is dag en nacht zorg in de buurt nodig.",
        bron="000, BT plus: geclusterd met toezicht dichtbij",
        toets=_r13,
    ),
    PaarRegel(
        code="R14",
        soort=RegelSoort.BESCHERMING,
        advies=False,
        naam="Uitgesloten gebied",
        zin="De plek ligt niet in een gebied waar de persoon niet mag wonen.",
        bron=KEUZE_VAN_DE_REGIO,
        toets=_r14,
    ),
    PaarRegel(
        code="R15",
        soort=RegelSoort.BESCHERMING,
        advies=False,
        naam="Uitgesloten plek",
        zin="De plek ligt niet te dicht bij een punt waar de persoon weg moet blijven.",
        bron=KEUZE_VAN_DE_REGIO,
        toets=_r15,
    ),
    PaarRegel(
        code="R16",
        soort=RegelSoort.WENS,
        advies=True,
        naam="Huisdier",
        zin="Wie een huisdier heeft, krijgt een plek waar dat mag.",
        bron=KEUZE_VAN_DE_REGIO,
        toets=_r16,
    ),
    PaarRegel(
        code="R17",
        soort=RegelSoort.BESCHERMING,
        advies=False,
        naam="Eerder geweigerd of verboden",
        zin="Deze plek is voor deze persoon niet eerder geweigerd en niet verboden.",
        bron=KEUZE_VAN_DE_REGIO,
        toets=_r17,
    ),
    PaarRegel(
        code="R18",
        soort=RegelSoort.EIS,
        advies=True,
        naam="Vangnet in de wijk",
        zin="Voor deze woonvorm is een vangnet in de wijk nodig.",
        bron="003, Versterken en uitbreiden Vangnet in de Wijk",
        toets=_r18,
    ),
    PaarRegel(
        code="R19",
        soort=RegelSoort.BESCHERMING,
        advies=False,
        naam="Bron van prikkels",
        zin="De woning ligt niet te dicht bij een bron van prikkels die de persoon moet vermijden.",
        bron="003, aandacht voor een prikkelarme woonomgeving",
        toets=_r19,
    ),
    PaarRegel(
        code="R20",
        soort=RegelSoort.EIS,
        advies=True,
        naam="Zorgzwaarte",
        zin="De zorg is niet zwaarder dan hier kan.",
        bron="000, vormen van zorg (BT basis, BT plus, BW)",
        toets=_r20,
    ),
    PaarRegel(
        code="R21",
        soort=RegelSoort.EIS,
        advies=True,
        naam="Overlast",
        zin="Iemand met kans op overlast kan hier wonen.",
        bron="002 par. 6.4 (prikkel- en overlastarme woonunits)",
        toets=_r21,
    ),
    PaarRegel(
        code="R22",
        soort=RegelSoort.WENS,
        advies=True,
        naam="Past genoeg",
        zin="De plek past minstens zo goed bij de wensen als de regio vraagt.",
        bron=KEUZE_VAN_DE_REGIO,
        toets=_r22,
    ),
)
