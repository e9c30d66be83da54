"""Random woningen, contingenten and running placements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from tests.orakel.gebied import CORPORATIES, DOELGROEPEN, Gebied
from tests.orakel.ontwerp import Rij
from tests.orakel.toeval import Toeval

WONING_IDS = ("W1", "W10", "W2", "w3", "A-0123", "a-2.b", "9C", "Z_1")


@dataclass(frozen=True)
class Aanbod:
    woningen: tuple[Rij, ...]
    contingenten: tuple[Rij, ...]


def maak_aanbod(t: Toeval, gebied: Gebied, plekken: int) -> Aanbod:
    """Together ``plekken`` rows that may be in the supply: woningen, and contingents with unnamed places."""
    los = sum(1 for _ in range(plekken) if t.kans("contingent", 0.12, 0.4) or t.kans("K3", 0.1, 0.3))
    los = min(los, plekken - 1)
    contingenten = [_contingent(t, gebied, k, los=True) for k in range(los)]
    contingenten += [_contingent(t, gebied, k, los=False) for k in range(los, los + t.rng.randint(0, 1))]
    if "K3" in t.thema:
        contingenten.append(_contingent(t, gebied, len(contingenten), los=False))
    woningen = [_woning(t, gebied, k, contingenten) for k in range(plekken - los)]
    return Aanbod(tuple(woningen), tuple(contingenten))


def _eisen(t: Toeval) -> Rij:
    """Demands and offers that woningen and unnamed places have in common."""
    rij: Rij = {}
    if t.kans("R02"):
        rij["doelgroepen"] = "|".join(t.greep(DOELGROEPEN, 1, 2))
    if t.kans("R02", 0.02, 0.4):
        rij["doelgroepen_vereist"] = "|".join(t.greep(DOELGROEPEN, 1, 2))
    if t.kans("R03"):
        rij["leeftijd_min"] = t.kies(["18", "23", "27"])
    if t.kans("R03", 0.03):
        rij["leeftijd_max"] = t.kies(["27", "30"])
    rij["toegankelijkheid"] = t.kies(["", "geen", "rollator", "rolstoel"])
    rij["prikkelniveau"] = t.kies(["", "1", "1", "2", "3", "5"])
    if t.kans("R20"):
        rij["zorgzwaarte_max"] = t.kies(["licht", "midden", "zwaar"])
    rij["overlast"] = t.niet() if t.kans("R21", vaak=0.7) else t.kies(["", t.wel()])
    rij["huisdier"] = t.niet() if t.kans("R16", vaak=0.7) else t.kies(["", t.wel()])
    rij["zorg24"] = t.kies(["", t.janee()])
    if t.gooi(0.8):
        rij["huur"] = t.euro(
            t.kies([Decimal(450), Decimal(520), Decimal("520.25"), Decimal("612.50"), Decimal("612.51")])
        )
    if t.kans("R09", 0.05):
        rij["max_verblijf_maanden"] = t.kies(["6", "12", "24"])
    return rij


def _personen(t: Toeval, *, verplicht: bool) -> Rij:
    meest = t.rng.randint(1 if "R04" in t.thema or t.gooi(0.2) else 2, 4) if verplicht or t.gooi(0.7) else None
    rij = {} if meest is None else {"max_personen": str(meest)}
    if t.kans("R04", 0.05, 0.4):
        rij["min_personen"] = str(min(meest or 2, t.rng.randint(1, 2)))
    return rij


def _woning(t: Toeval, gebied: Gebied, k: int, contingenten: list[Rij]) -> Rij:
    bij = t.kies(contingenten) if contingenten and t.kans("K3", 0.35, 0.8) else None
    gemeente = bij["gemeentecode"] if bij else t.kies(gebied.gemeenten)
    wijk, _, (ox, oy) = t.kies(gebied.wijken_van(gemeente))
    rij = {
        "woning_id": WONING_IDS[k] if k < len(WONING_IDS) else f"W{k:03d}",
        "corporatie": bij["corporatie"] if bij else t.kies(CORPORATIES),
        "gemeentecode": gemeente,
        "wijkcode": wijk,
        "woonvorm": _vorm(t, gebied),
        "contingent_id": bij["contingent_id"] if bij else "",
        "kamers": t.kies(["", "2"]),
        "aantal": t.kies(["", "1", "1", "2"]),
        "geheim": t.kies(["", "", t.wel()]),
        **_eisen(t),
        **_personen(t, verplicht=True),
    }
    if t.gooi(0.85):
        stap = t.rng.randint(0, 6)
        naast = stap if t.gooi(0.5) else t.rng.randint(0, 6)
        half = Decimal("0.5") if t.gooi(0.1) else Decimal(0)
        rij["x"], rij["y"] = t.getal(ox + 15 * stap + half), t.getal(oy + 20 * naast)
    in_complex = bool(t.thema & {"K6", "K7"})
    if gebied.complexen and t.gooi(0.85 if in_complex else 0.4):
        rij["complex_id"] = t.kies(gebied.complexen)
    vanaf = t.grensdag(t.h) if t.kans("R08", 0.05, 0.7) else t.d - timedelta(days=t.rng.randint(0, 60))
    rij["beschikbaar_vanaf"] = t.datum(t.d + timedelta(days=5) if t.gooi(0.1) else vanaf)
    return rij


def _vorm(t: Toeval, gebied: Gebied) -> str:
    if t.kans("K8", 0.0, 0.6):
        return t.kies(["housing_first", "housing_first", "eigen_vorm"])
    return "bt_basis" if t.kans("R12", 0.0, 0.5) else t.kies(gebied.vormen)


def _contingent(t: Toeval, gebied: Gebied, k: int, *, los: bool) -> Rij:
    jaar = t.kies([t.d.year, t.d.year, t.h.year, t.d.year - 1 if t.gooi(0.3) else t.d.year])
    rij = {
        "contingent_id": f"C-{k}",
        "corporatie": t.kies(CORPORATIES),
        "gemeentecode": t.kies(gebied.gemeenten),
        "jaar": str(jaar),
        "aantal": str(t.rng.randint(0 if "K3" in t.thema or t.gooi(0.2) else 1, 4)),
        "woonvorm": t.kies(gebied.vormen) if t.gooi(0.75) else "",
        "los_toewijsbaar": t.wel() if los else t.kies(["", t.niet()]),
    }
    if los and t.gooi(0.7):
        rij |= _personen(t, verplicht=False) | _eisen(t)
    if "R01" not in t.thema and not rij["woonvorm"] and "convenant" not in gebied.vormen:
        rij["woonvorm"] = t.kies(gebied.vormen)
    return rij


def maak_plaatsingen(t: Toeval, gebied: Gebied, aanbod: Aanbod, mensen: list[Rij], aantal: int) -> list[Rij]:
    """Placements: of people who wait as well (movers, or U5), and of others; some not here yet, some gone."""
    rijen: list[Rij] = []
    bezig: set[str] = set()
    for k in range(aantal):
        wacht = [mens["uitstromer_id"] for mens in mensen if mens["uitstromer_id"] not in bezig]
        eigen = bool(wacht) and (t.kans("mover", 0.35, 0.8) or t.kans("U5", 0.1, 0.7))
        persoon = t.kies(wacht) if eigen else f"P{k}"
        rij = _plaatsing(t, gebied, aanbod, persoon)
        if t.kans("K5", 0.1, 0.3) and eigen:
            rij["zorgzwaarte"] = "zwaar"
        bezig.add(persoon)
        rijen.append(rij)
    return rijen


def _plaatsing(t: Toeval, gebied: Gebied, aanbod: Aanbod, persoon: str) -> Rij:
    rij = {"uitstromer_id": persoon}
    soort = t.rng.random()
    if soort < 0.65:
        rij |= _in_woning(t, t.kies(aanbod.woningen))
    elif soort < 0.8 and aanbod.contingenten:
        bij = t.kies(aanbod.contingenten)
        rij |= {"contingent_id": bij["contingent_id"], "gemeentecode": bij["gemeentecode"]}
        rij["woonvorm"] = bij["woonvorm"] or "convenant"
    else:
        wijk, gemeente, (ox, oy) = t.kies(gebied.wijken)
        rij |= {"gemeentecode": gemeente, "woonvorm": t.kies(gebied.vormen), "wijkcode": t.kies(["", wijk])}
        if t.gooi(0.5):
            stap = t.rng.randint(0, 6)
            rij["x"], rij["y"] = t.getal(ox + 15 * stap), t.getal(oy + 20 * stap)
        if t.gooi(0.2):
            rij["woning_id"] = "VERKOCHT-1"
        if gebied.complexen and t.gooi(0.4):
            rij["complex_id"] = t.kies(gebied.complexen)
        if t.gooi(0.1):
            rij = {"uitstromer_id": persoon, "gemeentecode": "GM9999", "woonvorm": rij["woonvorm"]}
    if "K4" in t.thema and t.gooi(0.3):
        rij["woonvorm"] = "tussenvoorziening"
    rij["zorgzwaarte"] = t.kies(["licht", "midden", "zwaar"])
    rij["prikkelarm"] = "vereist" if t.kans("K7", 0.2, 0.5) else t.kies(["", "nee", "gewenst"])
    rij["overlastrisico"] = t.wel() if t.kans("K7", 0.2, 0.5) else t.kies(["", t.niet()])
    if t.gooi(0.7):
        rij["aanbieder"] = t.kies(gebied.aanbieders)
        rij["uren"] = t.kies(["", "1,5", "3", "2.25"])
    return rij | _looptijd(t)


def _in_woning(t: Toeval, woning: Rij) -> Rij:
    rij = {"woning_id": woning["woning_id"], "gemeentecode": woning["gemeentecode"], "woonvorm": woning["woonvorm"]}
    if t.gooi(0.3):
        rij["wijkcode"] = woning["wijkcode"]
        rij["complex_id"] = woning.get("complex_id", "")
    if woning["contingent_id"] and t.gooi(0.3):
        rij["contingent_id"] = woning["contingent_id"]
    return rij


def _looptijd(t: Toeval) -> Rij:
    """In and out around D, H and New Year."""
    soort = t.rng.random()
    if soort < 0.12:
        begin = t.grensdag(t.h)
    elif soort < 0.3:
        begin = t.kies([date(t.d.year, 1, 1), date(t.d.year - 1, 12, 31)])
    else:
        begin = t.d - timedelta(days=t.rng.randint(20, 500))
    rij = {"datum_in": t.datum(begin)}
    if t.gooi(0.45):
        eind = t.kies([t.grensdag(t.h), t.grensdag(t.d), t.d + timedelta(days=10), t.d + timedelta(days=200)])
        rij["datum_uit"] = t.datum(max(eind, begin + timedelta(days=1)))
    if t.gooi(0.2):
        rij["einde_verwacht"] = t.datum(begin + timedelta(days=365))
    return rij
