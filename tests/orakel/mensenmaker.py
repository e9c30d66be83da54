"""Random uitstromers, contact bans and agreements."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from math import isqrt

from tests.orakel.aanbodmaker import Aanbod
from tests.orakel.gebied import CODES, DOELGROEPEN, SOORTEN, Gebied, Punt, naast
from tests.orakel.ontwerp import Rij
from tests.orakel.toeval import Toeval

IDS = ("U1", "U10", "U2", "u3", "U_1", "U-4", "b.5", "Z9", "0A")


def maak_mensen(t: Toeval, gebied: Gebied, aanbod: Aanbod, aantal: int) -> list[Rij]:
    """``aantal`` uitstromers; what they need is close to what there is."""
    punten = punten_van(aanbod)
    rijen = []
    for k in range(aantal):
        rij = {"uitstromer_id": IDS[k] if k < len(IDS) else f"U{k:04d}"}
        rij |= _wie(t, gebied) | _nodig(t, gebied, aanbod) | _wensen(t, punten)
        rij |= _weg(t, gebied, punten) | _wanneer(t)
        rijen.append(rij)
    if t.kans("gelijkspel", 0.2, 1.0):
        dag = t.datum(t.d - timedelta(days=t.rng.randint(1, 4000)))
        rijen = [rij | {"wachtend_sinds": dag} for rij in rijen]
    return rijen


def punten_van(aanbod: Aanbod) -> list[Punt]:
    """Where the woningen are."""
    plat = [(w["x"].replace(",", "."), w["y"].replace(",", ".")) for w in aanbod.woningen if w.get("x")]
    return [(Decimal(x), Decimal(y)) for x, y in plat] or [(Decimal(80000), Decimal(440000))]


def _wie(t: Toeval, gebied: Gebied) -> Rij:
    rij: Rij = {}
    if t.kans("U2", 0.2, 0.5):
        jaar = t.h.year - (18 if t.kans("U2", 0.1, 0.7) else t.kies([21, 23, 27, 28]))
        maand = (t.h.month - 2 + t.rng.randint(0, 2)) % 12 + 1
        rij["geboortemaand"] = f"{maand:02d}-{jaar}"
    else:
        rij["leeftijd"] = "17" if t.kans("U2", 0.01, 0.2) else t.kies(["18", "20", "22", "23", "27", "30", "47"])
    if t.gooi(0.75):
        rij["herkomst_gemeente"] = t.kies([*CODES, "GM9999", *gebied.gemeenten])
    if t.gooi(0.6):
        rij["voorkeur_gemeenten"] = "|".join(t.greep([*gebied.gemeenten, "GM9999"], 1, 3))
    if t.gooi(0.6):
        rij["doelgroepen"] = "|".join(t.greep(DOELGROEPEN, 1, 2))
    rij["volwassenen"] = t.kies(["", "1", "1", "1"])
    rij["kinderen"] = t.kies(["2", "1"]) if t.kans("R04", 0.06, 0.5) else t.kies(["", "0"])
    rij["personen_verwacht"] = t.kies(["2", "3", "1"]) if t.kans("R04", 0.05, 0.2) else ""
    rij["wet"] = "wlz" if t.kans("U1", 0.01, 0.4) else t.kies(["", "wmo", "forensisch", "jeugdwet"])
    rij["doorstroom"] = _doorstroom(t)
    rij["eerder_bekend"] = t.kies(["", t.janee()])
    rij["uitstroom_uit"] = t.kies(["", "bw", "mo", "detentie"])
    return rij


def _doorstroom(t: Toeval) -> str:
    if "U5" in t.thema:
        return t.kies(["", t.niet(), t.wel()])
    return t.kies(["", t.wel(), t.wel()])


def _nodig(t: Toeval, gebied: Gebied, aanbod: Aanbod) -> Rij:
    los = [c["woonvorm"] or "convenant" for c in aanbod.contingenten]
    vormen = list(dict.fromkeys([*gebied.vormen, *los, *(w["woonvorm"] for w in aanbod.woningen)]))
    passend = [vorm for vorm in vormen if t.gooi(0.4 if "R01" in t.thema else 0.85)] or [t.kies(vormen)]
    t.rng.shuffle(passend)
    rij = {"woonvormen": "|".join(passend), "zorgzwaarte": t.kies(["licht", "midden", "zwaar"])}
    if t.gooi(0.85):
        rij["aanbieder"] = t.kies(gebied.aanbieders)
        rij["uren"] = t.kies(["", "0", "1,5", "2", "3.5", "2,25"])
    if t.kans("R06", 0.08, 0.6) or t.kans("K7", 0.05, 0.4):
        rij["prikkelarm"] = "vereist"
        rij["prikkelniveau_max"] = t.kies(["", "1", "3", "5"])
    else:
        rij["prikkelarm"] = t.kies(["", "nee", "gewenst"])
    if t.kans("R21", 0.1, 0.6) or t.kans("K7", 0.05, 0.4):
        rij["overlastrisico"] = t.wel()
        rij["overlast_tot"] = t.datum(t.grensdag(t.d)) if t.gooi(0.3) else ""
    if t.kans("R05", 0.06):
        rij["toegankelijkheid"] = t.kies(["rollator", "rolstoel"])
    if t.kans("R07", 0.05, 0.7):
        rij["huur_max"] = t.euro(t.kies([Decimal("612.50"), Decimal(520), Decimal("520.24"), Decimal(500)]))
    if t.kans("R16", 0.06):
        rij["huisdier"] = t.wel()
    if t.kans("R09", 0.08, 0.7):
        rij["duur_maanden"] = t.kies(["6", "7", "12", "13", "18", "19", "24"])
    rij["zorgplan"] = t.kies(["", t.niet()]) if t.kans("R10", 0.05, 0.5) else t.wel()
    return rij


def _wensen(t: Toeval, punten: list[Punt]) -> Rij:
    rij: Rij = {}
    if t.gooi(0.6):
        rij["woonomgeving"] = t.kies(["stad", "dorp", "landelijk"])
    if t.gooi(0.3):
        rij["anker_x"], rij["anker_y"] = naast(t, punten, t.kies([0, 1000, 2500, 5000, 9000, 10000, 10005]))
    rij["urgentie"] = t.kies(["", "", "normaal", "hoog", "crisis"])
    if rij["urgentie"] in {"hoog", "crisis"}:
        rij["urgentie_door"] = t.kies(["", "toegang"])
    return rij


def _weg(t: Toeval, gebied: Gebied, punten: list[Punt]) -> Rij:
    """Where this person may not live."""
    rij: Rij = {}
    if t.kans("R14", 0.04):
        wijken = [code for code, _, _ in gebied.wijken]
        gebieden = t.greep([*wijken, *wijken, *gebied.gemeenten[1:], "BU05030101"], 1, 3)
        if t.gooi(0.3):
            gebieden += [code for code, gemeente, _ in gebied.wijken if gemeente == gebied.gemeenten[0]]
        rij["uitsluiting_gebieden"] = "|".join(dict.fromkeys(gebieden))
    if t.kans("R15", 0.04):
        cirkels = []
        for _ in range(t.rng.randint(1, 2)):
            straal = Decimal(t.kies([50, 100, 500, 1500]))
            x, y = naast(t, punten, straal)
            cirkels.append(f"{x} {y} {t.getal(straal + t.kies([Decimal(0), Decimal(1), Decimal('0.01')]))}")
        rij["uitsluiting_punten"] = "|".join(cirkels)
    if rij and t.gooi(0.3):
        rij["uitsluiting_tot"] = t.datum(t.grensdag(t.d))
    if t.kans("R19", 0.02):
        soorten = t.greep(SOORTEN, 1, 2)
        rij["vermijden"] = "|".join(f"{soort} {t.kies(['100', '100', '101', '99,5', '250'])}" for soort in soorten)
    return rij


def _wanneer(t: Toeval) -> Rij:
    wacht = t.kies([t.rng.randint(1, 900), t.rng.randint(1, 900), 0, 3650, 3651, 100])
    rij = {"wachtend_sinds": t.datum(t.d - timedelta(days=wacht))}
    if t.kans("U3", 0.06, 0.7):
        rij["beschikbaar_vanaf"] = t.datum(t.grensdag(t.h))
    elif t.gooi(0.15):
        rij["beschikbaar_vanaf"] = t.datum(t.d + timedelta(days=t.rng.randint(-10, 10)))
    if t.gooi(0.35):
        rij["uiterste_datum"] = t.datum(t.grensdag(t.d + timedelta(days=t.kies([42, 42, 14, 60, 0]))))
    return rij


def maak_verboden(t: Toeval, aanbod: Aanbod, mensen: list[Rij], plaatsingen: list[Rij], aantal: int) -> list[Rij]:
    """Contact bans at every niveau and distance, between new and new or new and present."""
    wachtend = [mens["uitstromer_id"] for mens in mensen]
    anderen = [*wachtend, *(p["uitstromer_id"] for p in plaatsingen), "onbekend-1"]
    afstanden = [*_hele_afstanden(punten_van(aanbod)), "25", "50,01", "2000", "9000"]
    rijen = []
    gehad = set()
    for _ in range(aantal):
        a = t.kies(wachtend)
        b = t.kies([ander for ander in anderen if ander != a])
        if frozenset((a, b)) in gehad:
            continue
        gehad.add(frozenset((a, b)))
        rij = {"uitstromer_a": a, "uitstromer_b": b}
        if t.gooi(0.5):
            rij["niveau"] = t.kies(["complex", "wijk", "gemeente"])
        else:
            rij["afstand_m"] = t.kies(afstanden)
        if t.gooi(0.25):
            rij["tot"] = t.datum(t.grensdag(t.d))
        rijen.append(rij)
    return rijen


def _hele_afstanden(punten: list[Punt]) -> list[str]:
    """Distances between woningen that are a whole number of metres."""
    kwadraten = {int((ax - bx) ** 2 + (ay - by) ** 2) for ax, ay in punten for bx, by in punten}
    return [str(isqrt(k)) for k in sorted(kwadraten) if k and isqrt(k) ** 2 == k]


def maak_bronnen(t: Toeval, aanbod: Aanbod) -> list[tuple[str, Decimal, Decimal]]:
    """Sources of stimuli at exact distances from woningen."""
    punten = punten_van(aanbod)
    uit = []
    for _ in range(t.rng.randint(1, 3)):
        x, y = t.kies(punten)
        ver = t.kies([60, 100, 100, 100, 250])
        uit.append((t.kies(SOORTEN), x + Decimal("0.6") * ver, y + Decimal("0.8") * ver))
    return uit
