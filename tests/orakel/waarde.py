"""Contract par. 5: the value of every level, and what par. 6 says about one placed pair."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from tests.orakel.paar import fit
from tests.orakel.samen import Paar, aandelen, hamilton
from tests.orakel.wereld import Persoon, Plek, Wereld

MIN = frozenset({"spreiding", "schaarste"})


@dataclass(frozen=True)
class Bijzonderheden:
    """What ``voorstellen.csv`` says of one placed pair. ``komt_vrij`` is None for who leaves no woning."""

    soort: str
    passend: int
    wachtdagen: int
    ingangsdatum: date
    komt_vrij: str | None


def los_niveau(wereld: Wereld, naam: str, p: Persoon, plek: Plek) -> int:
    """What one pair adds to a level; every level but spreiding is such a sum."""
    match naam:
        case "crisis" | "hoog":
            return int(plek.benoemd and p.urgentie == naam)
        case "op_tijd":
            laatst = wereld.d + timedelta(days=wereld.regels["batch"]["op_tijd_dagen"])
            return int(plek.benoemd and p.uiterste is not None and p.uiterste <= laatst)
        case "geplaatst":
            return 1
        case "wachttijd":
            return min(3650, wachtdagen(wereld, p))
        case "passend":
            return fit(wereld, p, plek)
        case "schaarste":
            rustig = plek.prikkelniveau is not None and plek.prikkelniveau <= 2 and p.prikkelarm == "nee"
            ruim = 0 if plek.max_personen is None else max(0, plek.max_personen - p.personen)
            return rustig + max(0, plek.toegang - p.toegang) + ruim
        case "loting":
            return int.from_bytes(hashlib.sha256(f"{wereld.zaad}|{p.id}|{plek.id}".encode()).digest()[:2], "big")
    raise AssertionError(naam)


def wachtdagen(wereld: Wereld, p: Persoon) -> int:
    return max(0, (wereld.d - p.wachtend_sinds).days)


def getelde_gemeenten(wereld: Wereld) -> dict[str, int]:
    """Placements that count in J by gemeente of the file, of woonvormen with ``telt_mee``."""
    telt = [p.gemeente for p in wereld.plaatsingen if wereld.telt_in_j(p) and wereld.telt_mee(p.woonvorm)]
    return {code: telt.count(code) for code in wereld.gemeenten}


def spreiding(wereld: Wereld, aantallen: dict[str, int]) -> int:
    """The level spreiding for these numbers by gemeente."""
    delen = aandelen(wereld)
    if not delen:
        return 0
    n = sum(aantallen.values())
    a = hamilton(10000, delen)
    band = Fraction(wereld.regels["spreiding"]["band_pct"]) * 100 * n
    totaal = sum(max(Fraction(0), abs(10000 * aantallen[g] - a[g] * n) - band) for g in aantallen)
    assert totaal.denominator == 1
    return int(totaal)


def niveaus(wereld: Wereld, toewijzing: Sequence[Paar]) -> dict[str, int]:
    """The levels of ``doelen.volgorde`` for an assignment, in that order."""
    uit = {}
    for naam in wereld.regels["doelen"]["volgorde"]:
        if naam == "spreiding":
            aantallen = getelde_gemeenten(wereld)
            for _, plek in toewijzing:
                aantallen[plek.gemeente] += wereld.telt_mee(plek.woonvorm)
            uit[naam] = spreiding(wereld, aantallen)
        else:
            uit[naam] = sum(los_niveau(wereld, naam, p, plek) for p, plek in toewijzing)
    return uit


def bijzonderheden(wereld: Wereld, p: Persoon, plek: Plek) -> Bijzonderheden:
    """``ingangsdatum`` and ``komt_vrij`` as par. 6 has them."""
    vertrek = [
        v.datum_uit
        for v in wereld.plaatsingen
        if v.woning == plek.id and v.datum_uit is not None and wereld.d <= v.datum_uit <= wereld.h
    ]
    dagen = [wereld.d, plek.beschikbaar, p.beschikbaar, *(vertrek if plek.benoemd else [])]
    oud = sorted({b.woning for b in wereld.blijvers(p.id) if b.woning})
    return Bijzonderheden(
        soort="woning" if plek.benoemd else "contingent",
        passend=fit(wereld, p, plek),
        wachtdagen=wachtdagen(wereld, p),
        ingangsdatum=max(dag for dag in dagen if dag is not None),
        komt_vrij="|".join(oud) or None,
    )
