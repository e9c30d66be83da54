"""Contract par. 2, 3 and the fit of par. 5, one person and one plek at a time."""

from __future__ import annotations

from fractions import Fraction

from tests.orakel.wereld import Persoon, Plaatsing, Plek, Wereld, kwadraat

R_CODES = tuple(f"R{n:02d}" for n in range(1, 23))
VAST_MOET_NOEMEN = frozenset({"R14", "R15", "R17", "R19"})


def uitsluiting(wereld: Wereld, p: Persoon, zonder: frozenset[str] = frozenset()) -> str | None:
    """First U code that applies, or None for a participant."""
    geldt = {
        "U1": p.wet in wereld.regels["deelname"]["uitgesloten_wet"],
        "U2": p.leeftijd < 18,
        "U3": p.beschikbaar is not None and p.beschikbaar > wereld.h,
        "U5": any(not _mag_weg(wereld, p, plaatsing) for plaatsing in wereld.blijvers(p.id))
        or any(a.persoon == p.id and a.soort == "vast" and loopt_al(wereld, p.id, a.plek) for a in wereld.afspraken),
    }
    return next((code for code in ("U1", "U2", "U3", "U5") if geldt[code] and code not in zonder), None)


def _mag_weg(wereld: Wereld, p: Persoon, plaatsing: Plaatsing) -> bool:
    if p.doorstroom is not None:
        return p.doorstroom
    return "max_verblijf_maanden" in wereld.vorm(plaatsing.woonvorm)


def loopt_al(wereld: Wereld, persoon: str, plek: str) -> bool:
    """This pair is a plaatsing that stays; one in a woning of a contingent runs in that contingent as well."""
    for b in wereld.blijvers(persoon):
        woning = wereld.woningen.get(b.woning)
        if plek in (b.woning, b.contingent, None if woning is None else woning.contingent):
            return True
    return False


def vrij_in_rij(wereld: Wereld, woning: Plek) -> int:
    """``aantal`` minus the placements that stay."""
    return woning.aantal - sum(1 for p in wereld.plaatsingen if p.woning == woning.id and wereld.blijft(p))


def vrij_in_contingent(wereld: Wereld, contingent: Plek) -> int:
    """Places left: what points to it counts, directly or through its woning, whatever the dates."""
    wijst = 0
    for p in wereld.plaatsingen:
        woning = wereld.woningen.get(p.woning)
        wijst += p.contingent == contingent.id or (woning is not None and woning.contingent == contingent.id)
    return max(0, contingent.aantal - wijst)


def aanbod(wereld: Wereld) -> list[Plek]:
    """Supply, by plek id."""
    woningen = [plek for plek in wereld.woningen.values() if vrij_in_rij(wereld, plek) > 0]
    los = [
        plek
        for plek in wereld.contingenten.values()
        if plek.los and plek.jaar in {wereld.d.year, wereld.h.year} and vrij_in_contingent(wereld, plek) > 0
    ]
    return sorted(woningen + los, key=lambda plek: plek.id)


def gebroken(wereld: Wereld, p: Persoon, plek: Plek, zonder: frozenset[str] = frozenset()) -> frozenset[str]:
    """Every R rule that the pair breaks."""
    vorm = wereld.vorm(plek.woonvorm)
    waar = {
        "R01": plek.woonvorm in p.woonvormen and plek.id not in {b.woning for b in wereld.blijvers(p.id)},
        "R02": (not plek.doelgroepen or bool(plek.doelgroepen & p.doelgroepen))
        and plek.doelgroepen_vereist <= p.doelgroepen,
        "R03": (plek.leeftijd_min is None or plek.leeftijd_min <= p.leeftijd)
        and (plek.leeftijd_max is None or p.leeftijd <= plek.leeftijd_max),
        "R04": plek.min_personen <= p.personen and (plek.max_personen is None or p.personen <= plek.max_personen),
        "R05": plek.toegang >= p.toegang,
        "R06": p.prikkelarm != "vereist" or (plek.prikkelniveau is not None and plek.prikkelniveau <= p.prikkel_max),
        "R07": _huur(wereld, p, plek),
        "R08": plek.beschikbaar is None or plek.beschikbaar <= wereld.h,
        "R09": _verblijf(p, plek, vorm.get("max_verblijf_maanden")),
        "R10": p.zorgplan or not vorm.get("zorgplan", False),
        "R11": not vorm.get("convenantpartner", False) or _partner(wereld, p, plek),
        "R12": "reactietijd_min" not in vorm
        or _op_tijd_aan_de_deur(wereld, p, plek, Fraction(vorm["reactietijd_min"])),
        "R13": plek.zorg24 or not vorm.get("zorg24", False),
        "R14": not _in_verboden_gebied(wereld, p, plek),
        "R15": _buiten_cirkels(p, plek),
        "R16": plek.huisdier or not p.huisdier,
        "R17": not any((a.persoon, a.plek, a.soort) == (p.id, plek.id, "verbod") for a in wereld.afspraken),
        "R18": not vorm.get("vangnet", False) or (plek.wijk is not None and wereld.wijken[plek.wijk].vangnet),
        "R19": _ver_van_bronnen(wereld, p, plek),
        "R20": plek.zorg_max is None or p.zorg <= plek.zorg_max,
        "R21": plek.overlast or not p.overlast,
        "R22": fit(wereld, p, plek) >= wereld.regels["passend"]["minimum"],
    }
    return frozenset(code for code in R_CODES if not waar[code] and code not in zonder)


def _huur(wereld: Wereld, p: Persoon, plek: Plek) -> bool:
    """Where a limit holds for this person, an unknown huur fails."""
    regels = wereld.regels["huur"]
    jong = "jong_tot" in regels and p.leeftijd < regels["jong_tot"]
    grenzen = ([] if p.huur_max is None else [p.huur_max]) + ([Fraction(regels["jong_max"])] if jong else [])
    return not grenzen or (plek.huur is not None and plek.huur <= min(grenzen))


def _verblijf(p: Persoon, plek: Plek, van_de_vorm: int | None) -> bool:
    grenzen = [grens for grens in (plek.max_verblijf, van_de_vorm) if grens is not None]
    return p.duur is None or not grenzen or p.duur <= min(grenzen)


def _partner(wereld: Wereld, p: Persoon, plek: Plek) -> bool:
    if not p.aanbieder:
        return False
    partners = wereld.aanbieders[p.aanbieder].corporaties
    return not partners or plek.corporatie in partners


def _op_tijd_aan_de_deur(wereld: Wereld, p: Persoon, plek: Plek, minuten: Fraction) -> bool:
    """Compared on squares, as a straight line has irrational minutes: metres * omweg / m_per_min <= minuten.

    With a matrix there are no straight lines: what it leaves out is not known (decision 26).
    """
    if not p.aanbieder or not plek.benoemd:
        return False
    if wereld.matrix:
        bekend = wereld.matrix.get((p.aanbieder, plek.id))
        return bekend is not None and bekend <= minuten
    if plek.punt is None:
        return False
    omweg, tempo = (Fraction(wereld.regels["reistijd"][sleutel]) for sleutel in ("omweg", "m_per_min"))
    return any(
        kwadraat(basis, plek.punt) * omweg**2 <= (minuten * tempo) ** 2
        for basis in wereld.aanbieders[p.aanbieder].punten
    )


def _in_verboden_gebied(wereld: Wereld, p: Persoon, plek: Plek) -> bool:
    if plek.gemeente in p.gebieden:
        return True
    if plek.benoemd:
        return plek.wijk in p.gebieden
    wijken = {wijk.code for wijk in wereld.wijken.values() if wijk.gemeente == plek.gemeente}
    return bool(wijken) and wijken <= p.gebieden


def _buiten_cirkels(p: Persoon, plek: Plek) -> bool:
    if not plek.benoemd or not p.cirkels:
        return True
    return plek.punt is not None and all(kwadraat(midden, plek.punt) >= straal**2 for midden, straal in p.cirkels)


def _ver_van_bronnen(wereld: Wereld, p: Persoon, plek: Plek) -> bool:
    if not p.vermijden or not plek.benoemd:
        return True
    if wereld.bronnen is None or plek.punt is None:
        return False
    return all(
        kwadraat(punt, plek.punt) >= afstand**2
        for gemeden, afstand in p.vermijden
        for soort, punt in wereld.bronnen
        if soort == gemeden
    )


def fit(wereld: Wereld, p: Persoon, plek: Plek) -> int:
    """Fit of a pair in whole points (contract par. 5)."""
    punten = wereld.regels["passend"]
    wijk = wereld.wijken[plek.wijk] if plek.wijk is not None else None
    totaal = 0
    if not p.voorkeur:
        totaal += _kde(punten["gemeente"], 0)
    elif plek.gemeente in p.voorkeur:
        totaal += _kde(punten["gemeente"], p.voorkeur.index(plek.gemeente))
    thuis = p.herkomst == plek.gemeente and (not p.voorkeur or p.herkomst in p.voorkeur)
    nergens = not p.voorkeur and p.herkomst not in wereld.gemeenten
    totaal += punten["herkomst"] if thuis or nergens else 0
    if plek.woonvorm in p.woonvormen:
        totaal += _kde(punten["woonvorm"], p.woonvormen.index(plek.woonvorm))
    if not p.woonomgeving or (wijk is not None and wijk.woonomgeving == p.woonomgeving):
        totaal += punten["woonomgeving"]
    if p.prikkelarm != "gewenst":
        totaal += punten["prikkel"]
    elif plek.prikkelniveau is not None:
        totaal += punten["prikkel"] * (5 - plek.prikkelniveau) // 4
    totaal += _anker(punten["anker"], Fraction(punten["anker_km"]), p, plek)
    if wijk is not None and not wijk.kwetsbaar:
        totaal += punten["ontlasten"]
    return int(totaal)


def _kde(lijst: list[int], k: int) -> int:
    return lijst[k] if k < len(lijst) else 0


def _anker(punten: int, anker_km: Fraction, p: Persoon, plek: Plek) -> int:
    """``floor(punten * max(0, 1 - km / anker_km))``: the largest whole n with n <= that, compared on squares."""
    if p.anker is None:
        return punten
    if plek.punt is None:
        return 0
    km2 = kwadraat(p.anker, plek.punt) / 1_000_000
    # n <= punten * (1 - km / anker_km)  <=>  km * punten <= anker_km * (punten - n), both sides >= 0
    return max((n for n in range(punten + 1) if km2 * punten**2 <= (anker_km * (punten - n)) ** 2), default=0)
