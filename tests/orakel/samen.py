"""Contract par. 4: the rules over a whole assignment. A limit is a sum; K7, K8 and K11 look at two at a time."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from tests.orakel.paar import vrij_in_contingent, vrij_in_rij
from tests.orakel.wereld import Persoon, Plaatsing, Plek, Punt, Verbod, Wereld, kwadraat

K_CODES = tuple(f"K{n}" for n in range(1, 12))
Paar = tuple[Persoon, Plek]
Complex = tuple[str, str]


@dataclass(frozen=True)
class Grens:
    """One limit: what the new pairs add minus what leaving movers take away may not pass ``ruimte``."""

    code: str
    waar: str
    ruimte: Fraction


def grenzen(wereld: Wereld) -> list[Grens]:
    """Every limit of K2 to K6 and K9, with the room that is left: ``max(0, limit - what counts already)``."""
    blijft = [p for p in wereld.plaatsingen if wereld.blijft(p)]
    dit_jaar = [p for p in wereld.plaatsingen if wereld.telt_in_j(p)]
    uit: list[tuple[str, str, Fraction | int]] = []
    uit += [("K2", plek.id, vrij_in_rij(wereld, plek)) for plek in wereld.woningen.values()]
    uit += [("K3", plek.id, vrij_in_contingent(wereld, plek)) for plek in wereld.contingenten.values()]
    for code, quotum in quota(wereld).items():
        geteld = sum(1 for p in dit_jaar if p.gemeente == code and wereld.telt_mee(p.woonvorm))
        uit.append(("K4", code, quotum + wereld.regels["spreiding"]["speling"] - geteld))
    for wijk in wereld.wijken.values():
        if wijk.draagkracht is not None:
            belast = wijk.voorbelasting + sum(_gewicht(wereld, p.zorg) for p in blijft if p.wijk == wijk.code)
            uit.append(("K5", f"draagkracht {wijk.code}", wijk.draagkracht - belast))
        if wijk.instroom_max is not None:
            instroom = sum(1 for p in dit_jaar if p.wijk == wijk.code)
            uit.append(("K5", f"instroom {wijk.code}", wijk.instroom_max - instroom))
    for complex_id, (grens, _) in wereld.complexen.items():
        if grens is not None:
            uit.append(("K6", complex_id, grens - sum(1 for p in blijft if p.complex == complex_id)))
    for aanbieder in wereld.aanbieders.values():
        if aanbieder.capaciteit is not None:
            uren = sum((p.uren for p in blijft if p.aanbieder == aanbieder.naam), Fraction(0))
            uit.append(("K9", aanbieder.naam, aanbieder.capaciteit - uren))
    return [Grens(code, waar, max(Fraction(0), Fraction(ruimte))) for code, waar, ruimte in uit]


def bijdrage(wereld: Wereld, grens: Grens, persoon: Persoon, plek: Plek) -> Fraction:
    """What this pair adds to a limit, less what this person takes away as a mover who leaves."""
    oud = wereld.blijvers(persoon.id)
    match grens.code:
        case "K2":
            return Fraction(plek.benoemd and plek.id == grens.waar)
        case "K3":
            return Fraction(plek.contingent == grens.waar)
        case "K4":
            telt = wereld.telt_mee(plek.woonvorm) and not _vrij(wereld, persoon, plek)
            return Fraction(telt and plek.gemeente == grens.waar)
        case "K5" if grens.waar == f"instroom {plek.wijk}":
            return Fraction(1)
        case "K5":
            nieuw = _gewicht(wereld, persoon.zorg) if grens.waar == f"draagkracht {plek.wijk}" else 0
            weg = sum(_gewicht(wereld, p.zorg) for p in oud if grens.waar == f"draagkracht {p.wijk}")
            return Fraction(nieuw - weg)
        case "K6":
            return Fraction((plek.complex == grens.waar) - sum(1 for p in oud if p.complex == grens.waar))
        case "K9":
            uren = persoon.uren if persoon.aanbieder == grens.waar else Fraction(0)
            return uren - sum((p.uren for p in oud if p.aanbieder == grens.waar), Fraction(0))
    raise AssertionError(grens.code)


def _gewicht(wereld: Wereld, zorg: int) -> int:
    return int(wereld.regels["draagkracht"]["gewicht"][("licht", "midden", "zwaar")[zorg]])


def _vrij(wereld: Wereld, persoon: Persoon, plek: Plek) -> bool:
    vrij = wereld.regels["spreiding"]["vrij"]
    return ("crisis" in vrij and persoon.urgentie == "crisis") or (
        "herkomst" in vrij and persoon.herkomst == plek.gemeente
    )


def hamilton(totaal: int, delen: dict[str, Fraction]) -> dict[str, int]:
    """Largest remainder; a tie goes to the larger share, then to the lower code."""
    som = sum(delen.values(), Fraction(0))
    precies = {code: totaal * deel / som for code, deel in delen.items()}
    uit = {code: int(waarde) for code, waarde in precies.items()}
    voorrang = sorted(delen, key=lambda code: (uit[code] - precies[code], -delen[code], code))
    for code in voorrang[: totaal - sum(uit.values())]:
        uit[code] += 1
    return uit


def quota(wereld: Wereld) -> dict[str, int]:
    """Quota of K4 by gemeente; empty when K4 does not hold."""
    opgaven = {g.code: g.opgave for g in wereld.gemeenten.values() if g.opgave is not None}
    if opgaven:
        return opgaven
    totaal = wereld.regels["spreiding"].get("jaaropgave")
    return {} if totaal is None else hamilton(totaal, aandelen(wereld))


def aandelen(wereld: Wereld) -> dict[str, Fraction]:
    """The shares as given, by gemeente; empty when none are."""
    return {g.code: g.aandeel for g in wereld.gemeenten.values() if g.aandeel is not None}


def overtredingen(wereld: Wereld, toewijzing: Sequence[Paar], zonder: frozenset[str] = frozenset()) -> frozenset[str]:
    """Every K rule (but K10) that the assignment breaks."""
    codes = {
        grens.code
        for grens in grenzen(wereld)
        if sum(bijdrage(wereld, grens, persoon, plek) for persoon, plek in toewijzing) > grens.ruimte
    }
    if len({persoon.id for persoon, _ in toewijzing}) < len(toewijzing):
        codes.add("K1")
    for paar in toewijzing:
        codes |= botst_met_wat_er_is(wereld, paar)
    for een, ander in combinations(toewijzing, 2):
        codes |= botsen(wereld, een, ander)
    return frozenset(codes) - zonder


def botst_met_wat_er_is(wereld: Wereld, paar: Paar) -> set[str]:
    """K7, K8 and K11 of one new pair against placements."""
    persoon, plek = paar
    codes = set()
    for p in wereld.plaatsingen:
        if wereld.aanwezig(p) and p.persoon != persoon.id:
            if _zelfde_onrust(wereld, complex_van(plek), complex_van_plaatsing(p)) and _onrust(persoon, p):
                codes.add("K7")
            if any(_te_na(v, _plek(plek), _oud(p)) for v in _tussen(wereld, persoon.id, p.persoon)):
                codes.add("K11")
        bezet = p.woning == plek.id or _te_dicht(wereld, plek, p.woonvorm, p.punt)
        if wereld.blijft(p) and _afstand_nodig(wereld, plek) and bezet:
            codes.add("K8")
    return codes


def botsen(wereld: Wereld, een: Paar, ander: Paar) -> set[str]:
    """K7, K8 and K11 between two new pairs of different people."""
    codes = set()
    if een[0].id != ander[0].id:
        if _zelfde_onrust(wereld, complex_van(een[1]), complex_van(ander[1])) and _onrust(een[0], ander[0]):
            codes.add("K7")
        if any(_te_na(v, _plek(een[1]), _plek(ander[1])) for v in _tussen(wereld, een[0].id, ander[0].id)):
            codes.add("K11")
    if een[1].id == ander[1].id:
        if _afstand_nodig(wereld, een[1]):
            codes.add("K8")
    elif _afstand_nodig(wereld, een[1]) and _te_dicht(wereld, een[1], ander[1].woonvorm, ander[1].punt):
        codes.add("K8")
    return codes


def complex_van(plek: Plek) -> Complex | None:
    """A woning without complex_id is a complex of its own; an unnamed place has none."""
    if not plek.benoemd:
        return None
    return ("complex", plek.complex) if plek.complex else ("woning", plek.id)


def complex_van_plaatsing(p: Plaatsing) -> Complex | None:
    if p.complex:
        return ("complex", p.complex)
    return ("woning", p.woning) if p.woning else None


def _zelfde_onrust(wereld: Wereld, een: Complex | None, ander: Complex | None) -> bool:
    """The same complex, and one that is not overlastbestendig."""
    if een is None or een != ander:
        return False
    return not (een[0] == "complex" and wereld.complexen.get(een[1], (None, False))[1])


def _onrust(een: Persoon | Plaatsing, ander: Persoon | Plaatsing) -> bool:
    return (een.overlast and ander.prikkelarm == "vereist") or (ander.overlast and een.prikkelarm == "vereist")


def _afstand_nodig(wereld: Wereld, plek: Plek) -> bool:
    return plek.benoemd and "min_afstand_m" in wereld.vorm(plek.woonvorm)


def _te_dicht(wereld: Wereld, plek: Plek, woonvorm: str, punt: Punt | None) -> bool:
    anders = wereld.vorm(woonvorm).get("min_afstand_m")
    eigen = wereld.vorm(plek.woonvorm).get("min_afstand_m")
    if eigen is None or anders is None or plek.punt is None or punt is None:
        return False
    return kwadraat(plek.punt, punt) < max(Fraction(anders), Fraction(eigen)) ** 2


def _tussen(wereld: Wereld, een: str, ander: str) -> list[Verbod]:
    return [v for v in wereld.verboden if {v.a, v.b} == {een, ander}]


@dataclass(frozen=True)
class _Waar:
    """Where someone lives, for K11; None or "" is unknown."""

    gemeente: str
    wijk: str | None
    complex: Complex | None
    punt: Punt | None


def _plek(plek: Plek) -> _Waar:
    return _Waar(plek.gemeente, plek.wijk, complex_van(plek), plek.punt)


def _oud(p: Plaatsing) -> _Waar:
    return _Waar(p.gemeente, p.wijk or None, complex_van_plaatsing(p), p.punt)


def _te_na(verbod: Verbod, een: _Waar, ander: _Waar) -> bool:
    """Too near; what is unknown counts as too near within the same gemeente."""
    zelfde_gemeente = een.gemeente == ander.gemeente
    match verbod.niveau:
        case "gemeente":
            return zelfde_gemeente
        case "wijk":
            return zelfde_gemeente if een.wijk is None or ander.wijk is None else een.wijk == ander.wijk
        case "complex":
            return zelfde_gemeente if een.complex is None or ander.complex is None else een.complex == ander.complex
    assert verbod.afstand is not None
    if een.punt is None or ander.punt is None:
        return zelfde_gemeente
    return kwadraat(een.punt, ander.punt) < verbod.afstand**2


def vaste_paren(wereld: Wereld) -> Iterable[tuple[str, str]]:
    """The (uitstromer_id, plek) of ``vast``, each once."""
    return sorted({(a.persoon, a.plek) for a in wereld.afspraken if a.soort == "vast"})
