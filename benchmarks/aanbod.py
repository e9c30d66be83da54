"""The dwellings of a region made to measure: woningen in and outside complexen, and contingenten."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal

from benchmarks.gebied import Buurtje, Gebied, Rij, geheel
from data.demo import DATUM
from data.demo.toeval import Toeval

DOELGROEPEN = ("jongeren", "vrouwen", "gezin", "lvb", "ggz", "verslaving", "forensisch", "herstel")
RUIM = 200
"""Plekken up to which every dwelling may be open to all; a larger supply is more often meant for somebody."""


@dataclass(frozen=True, slots=True)
class Vorm:
    """How much of the supply a woonvorm is (of a hundred), and what is true of all its dwellings."""

    woonvorm: str
    deel: int
    in_complex: bool = False
    aantal: tuple[int, ...] = (1,)
    meer: Rij = field(default_factory=dict)


VORMEN = (
    Vorm("convenant", 24),
    Vorm("flex_doorstroom", 18, in_complex=True),
    Vorm("flex_shortstay", 14, in_complex=True),
    Vorm("housing_first", 14),
    Vorm("bt_basis", 12),
    Vorm("bt_plus", 6, in_complex=True, aantal=(1, 2), meer={"zorg24": True}),
    Vorm("tussenvoorziening", 6, in_complex=True, aantal=(1, 3)),
    Vorm("kamer_met_aandacht", 4, meer={"leeftijd_max": 30, "max_personen": 1}),
    Vorm("gezinswoning", 2, meer={"min_personen": 2, "max_personen": 5}),
)
PER_COMPLEX = 6


@dataclass(frozen=True, slots=True)
class Aanbod:
    """The rows of the files, and of the woningen those in which somebody lives."""

    woningen: list[Rij]
    contingenten: list[Rij]
    complexen: list[Rij]
    bewoond: tuple[Rij, ...]
    """Rows in which each place is taken, for movers to leave."""
    voor_vast: tuple[Rij, ...]
    """Rows on their own, where nothing but K1 and K2 limits who comes."""

    def plaatsen(self, kolom: str) -> Counter[str]:
        """Free places by wijk or gemeente (of the woningen)."""
        bezet = {id(rij) for rij in self.bewoond}
        telling: Counter[str] = Counter()
        for rij in self.woningen:
            if id(rij) not in bezet:
                telling[str(rij[kolom])] += geheel(rij, "aantal")
        return telling


def maak_aanbod(gebied: Gebied, plekken: int, bewoond: int, vast: int) -> Aanbod:
    """A supply of ``plekken`` rows (woningen and contingenten), and beside it ``bewoond`` rows that are taken."""
    contingenten = list(_contingenten(gebied))
    vrij = plekken - len(contingenten)
    soorten = [vorm for vorm in VORMEN for _ in range(vorm.deel)]
    vormen = gebied.toeval("vormen").schud([soorten[k * len(soorten) // vrij] for k in range(vrij)])
    flex = [vorm for vorm in VORMEN if vorm.woonvorm.startswith("flex")]
    vormen += [flex[k % len(flex)] for k in range(bewoond)]
    geteld: Counter[str] = Counter()
    labels = _labels(plekken)
    woningen = [_woning(gebied, nummer, vorm, geteld, labels) for nummer, vorm in enumerate(vormen)]
    _zet_bij_elkaar(woningen)
    return Aanbod(
        woningen=woningen,
        contingenten=contingenten,
        complexen=_complexen(woningen),
        bewoond=tuple(woningen[vrij:]),
        voor_vast=tuple(_op_zichzelf(gebied, woningen[:vrij], vast)),
    )


def _labels(plekken: int) -> int:
    """Percentage of the rows that asks for a doelgroep: the larger the supply, the more of it is meant for somebody.

    Of eight doelgroepen a person has one or two, so a label leaves one person in five; the share of labels that
    follows keeps the number of plekken that somebody may have the same.
    """
    return max(0, min(95, 100 * (plekken - RUIM) * 5 // (plekken * 4)))


def _contingenten(gebied: Gebied) -> Iterator[Rij]:
    for g, gemeente in enumerate(gebied.gemeenten):
        for k, corporatie in enumerate(gebied.corporaties(gemeente)):
            yield {
                "contingent_id": gebied.id("CT", 2 * g + k),
                "corporatie": corporatie,
                "gemeentecode": gemeente,
                "jaar": DATUM.year,
                "aantal": 3 + (g + k) % 3,
                "woonvorm": "convenant",
                "los_toewijsbaar": True,
                "max_personen": (None, 2, 4)[g % 3],
                "huisdier": k == 0,
            }


def _woning(gebied: Gebied, nummer: int, vorm: Vorm, geteld: Counter[str], labels: int) -> Rij:
    """One row; ``geteld`` counts the rows of each woonvorm so far, which decides where it stands."""
    rang = geteld[vorm.woonvorm]
    geteld[vorm.woonvorm] += 1
    naam = gebied.id("W", nummer)
    toeval = gebied.toeval(f"woning/{naam}")
    complex_id = f"C{gebied.nummer:03d}-{vorm.woonvorm[:9]}-{rang // PER_COMPLEX:02d}" if vorm.in_complex else None
    plaats = gebied.toeval(f"plaats/{complex_id or naam}")
    wijk = plaats.kies(gebied.wijken)
    x, y = wijk.punt(plaats)
    eigen: Rij = {
        "woning_id": naam,
        "corporatie": plaats.kies(gebied.corporaties(wijk.gemeentecode)),
        "gemeentecode": wijk.gemeentecode,
        "wijkcode": wijk.wijkcode,
        "x": x + 6 * (rang % PER_COMPLEX) if complex_id else x,
        "y": y,
        "complex_id": complex_id,
        "woonvorm": vorm.woonvorm,
        "kamers": toeval.geheel(1, 4),
        "max_personen": toeval.kies((1, 2, 2, 3, 4)),
        "doelgroepen": (toeval.kies(DOELGROEPEN),) if toeval.kans(labels) else (),
        "aantal": toeval.kies(vorm.aantal),
        "beschikbaar_vanaf": DATUM + timedelta(days=toeval.geheel(-30, 30)),
        **_eigenschappen(toeval),
    }
    if vorm.woonvorm == "convenant":
        eigen["contingent_id"] = _contingent_id(gebied, wijk, str(eigen["corporatie"]))
    return eigen | vorm.meer


def _eigenschappen(toeval: Toeval) -> Rij:
    return {
        "huur": Decimal(toeval.geheel(42_000, 78_000)) / 100,
        "toegankelijkheid": toeval.kies(("geen",) * 5 + ("rollator", "rolstoel")),
        "prikkelniveau": toeval.kies((1, 2, 2, 3, 3, 4, 5, None)),
        "zorgzwaarte_max": toeval.kies((None, None, None, "zwaar", "midden")),
        "overlast": toeval.kans(85),
        "huisdier": toeval.kans(75),
    }


def _contingent_id(gebied: Gebied, wijk: Buurtje, corporatie: str) -> str:
    g = gebied.gemeenten.index(wijk.gemeentecode)
    return gebied.id("CT", 2 * g + gebied.corporaties(wijk.gemeentecode).index(corporatie))


def _zet_bij_elkaar(woningen: list[Rij]) -> None:
    """Every third dwelling that must be spread out stands 40 m from the one before it (K8)."""
    gespreid = [rij for rij in woningen if rij["woonvorm"] in ("housing_first", "bt_basis")]
    for eerste, tweede in zip(gespreid[::3], gespreid[1::3], strict=False):
        overgenomen = ("gemeentecode", "wijkcode", "corporatie", "x", "y")
        tweede |= {naam: eerste[naam] for naam in overgenomen}
        tweede["y"] = geheel(eerste, "y") + 40


def _complexen(woningen: list[Rij]) -> list[Rij]:
    plaatsen: Counter[str] = Counter()
    for rij in woningen:
        if rij["complex_id"] is not None:
            plaatsen[str(rij["complex_id"])] += geheel(rij, "aantal")
    return [
        {
            "complex_id": naam,
            "max_plaatsingen": max(1, plaatsen[naam] * 3 // 5) if k % 2 == 0 else None,
            "overlastbestendig": k % 5 == 4,
        }
        for k, naam in enumerate(sorted(plaatsen))
    ]


def _op_zichzelf(gebied: Gebied, woningen: list[Rij], aantal: int) -> Iterator[Rij]:
    """Rows, each in another gemeente, moved to where no limit of a wijk, complex or contingent touches them."""
    ruim = [wijk for wijk in gebied.wijken if not wijk.begrensd and not wijk.instroom][::2]
    los = [rij for rij in woningen if rij["woonvorm"] in ("kamer_met_aandacht", "gezinswoning")]
    for rij, wijk in zip(los[:aantal], ruim, strict=False):
        x, y = wijk.punt(gebied.toeval(f"vast/{rij['woning_id']}"))
        rij |= {"gemeentecode": wijk.gemeentecode, "wijkcode": wijk.wijkcode, "x": x, "y": y}
        rij["corporatie"] = gebied.corporaties(wijk.gemeentecode)[0]
        yield rij
