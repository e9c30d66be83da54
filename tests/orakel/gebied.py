"""The ground a random region stands on: settings, gemeenten, wijken, complexen and care providers."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from tests.orakel.ontwerp import Rij
from tests.orakel.toeval import Toeval

Punt = tuple[Decimal, Decimal]

CODES = ("GM0503", "GM0510", "GM0517", "GM0037")
CORPORATIES = ("corp-a", "corp-b", "Corp.c")
DOELGROEPEN = ("jongeren", "vrouwen", "gezin")
SOORTEN = ("horeca", "spoor", "school")
VORM_BIJ = {
    "R09": "flex_shortstay",
    "R10": "flex_doorstroom",
    "R11": "convenant",
    "R12": "bt_basis",
    "R13": "bt_plus",
    "R18": "eigen_vorm",
    "K8": "housing_first",
}
VORMEN = ("kamer_met_aandacht", "gezinswoning", "tussenvoorziening", "flex_shortstay", "eigen_vorm", "housing_first")
AFSTANDEN: tuple[int | Decimal, ...] = (2000, 5000, 10000, 12000, 12000, Decimal("12000.5"), 20000)
"""From a base to a woning, in metres: 12,000 is 30 minutes at 500 m a minute and a detour of 1.25, 5,000 is 12.5."""
DOELEN = ("crisis", "op_tijd", "hoog", "geplaatst", "wachttijd", "spreiding", "passend", "schaarste", "loting")


@dataclass(frozen=True)
class Gebied:
    """What woningen and people are hung on."""

    gemeenten: tuple[str, ...]
    wijken: tuple[tuple[str, str, Punt], ...]
    aanbieders: tuple[str, ...]
    complexen: tuple[str, ...]
    vormen: tuple[str, ...]

    def wijken_van(self, gemeente: str) -> tuple[tuple[str, str, Punt], ...]:
        return tuple(wijk for wijk in self.wijken if wijk[1] == gemeente)


def maak_gebied(t: Toeval, gemeenten: int, wijken: int, aanbieders: int, complexen: int) -> Gebied:
    """Codes and places: every distance between points of one wijk is a 3-4-5 matter as often as not."""
    codes = tuple(t.greep(CODES, gemeenten, gemeenten))
    alle_wijken = []
    for g, code in enumerate(codes):
        for w in range(t.rng.randint(1, wijken)):
            oorsprong = (Decimal(80000 + 6000 * g + 1200 * w), Decimal(440000 + 1600 * w))
            alle_wijken.append((f"WK{code[2:]}{w:02d}", code, oorsprong))
    eigen = [vorm for accent, vorm in VORM_BIJ.items() if accent in t.thema]
    vormen = tuple(dict.fromkeys([*eigen, *t.greep(VORMEN, 1, 2)]))
    return Gebied(
        gemeenten=codes,
        wijken=tuple(alle_wijken),
        aanbieders=tuple(f"zorg{n}" for n in range(aanbieders)),
        complexen=tuple(f"CX{n}" for n in range(complexen)),
        vormen=vormen,
    )


def gemeente_rijen(t: Toeval, gebied: Gebied) -> list[Rij]:
    """Shares that tie, that do not, or none; now and then an agreed number."""
    n = len(gebied.gemeenten)
    soort = t.rng.random()
    rijen = [{"gemeentecode": code, "naam": f"Gemeente {code}"} for code in gebied.gemeenten]
    if soort < 0.9 or "K4" in t.thema:
        delen = t.kies(
            [
                ["1"] * n,
                ["1", "3", "4", "8"][:n],
                ["33,63", "32.74", "33,63", "0"][:n],
                ["48,21", "18,37", "8,5", "24,92"][:n],
            ]
        )
        if t.gooi(0.1):
            delen = ["3", *["0"] * (n - 1)]
        for rij, deel in zip(rijen, delen, strict=True):
            rij["aandeel"] = deel
    if t.kans("K4", 0.05, 0.35):
        for rij in rijen:
            rij["opgave"] = str(t.rng.randint(0, 3))
    return rijen


def wijk_rijen(t: Toeval, gebied: Gebied, ruimte: int) -> list[Rij]:
    """Carrying capacity that is loose, tight or exceeded already; ``ruimte`` is about what fits."""
    rijen = []
    for code, gemeente, _ in gebied.wijken:
        rij = {"wijkcode": code, "naam": f"Wijk {code}", "gemeentecode": gemeente}
        if t.kans("K5", 0.15, 0.8):
            rij["draagkracht"] = str(t.rng.randint(0 if "K5" in t.thema else 1, ruimte))
            rij["voorbelasting"] = t.kies(["", "0", "1", "2"])
            rij["draagkracht_bron"] = t.kies(["", "wijkteam"])
        if t.kans("K5", 0.05, 0.3):
            rij["instroom_max"] = str(t.rng.randint(0, ruimte))
        if t.gooi(0.4):
            rij["kwetsbaar"] = t.janee(0.6)
        rij["woonomgeving"] = t.kies(["", "stad", "dorp", "landelijk"])
        rij["vangnet"] = t.kies(["", t.janee()])
        rij["inwoners"] = t.kies(["", "4210"])
        rijen.append(rij)
    return rijen


def complex_rijen(t: Toeval, gebied: Gebied, ruimte: int) -> list[Rij]:
    """Complexes of which one may be missing from the file (free), some with a limit."""
    rijen = []
    for code in gebied.complexen:
        if t.gooi(0.85):
            grens = str(t.rng.randint(0 if t.gooi(0.2) else 1, ruimte)) if t.kans("K6", 0.1, 0.8) else ""
            bestendig = t.kies(["", "nee", t.janee()])
            rijen.append({"complex_id": code, "max_plaatsingen": grens, "overlastbestendig": bestendig})
    return rijen


def naast(t: Toeval, punten: list[Punt], meters: int | Decimal) -> tuple[str, str]:
    """A point at exactly this distance from one of the points (a 3-4-5 triangle)."""
    x, y = t.kies(punten)
    return t.getal(x + Decimal("0.6") * meters), t.getal(y - Decimal("0.8") * meters)


def aanbieder_rijen(t: Toeval, gebied: Gebied, punten: list[Punt], uren: int) -> tuple[list[Rij], list[Rij]]:
    """Providers, and further teams; bases sit at an exact distance of a woning."""
    rijen, teams = [], []
    for naam in gebied.aanbieders:
        rij = {"aanbieder": naam, "naam": f"Zorg {naam}"}
        if t.gooi(0.85):
            rij["x"], rij["y"] = naast(t, punten, t.kies(AFSTANDEN))
        if t.kans("K9", 0.08, 0.8):
            rij["capaciteit_uren"] = t.getal(Decimal(t.rng.randint(0, 2 * uren)) / 2)
        if t.kans("R11", 0.2, 0.8):
            rij["corporaties"] = "|".join(t.greep(CORPORATIES, 1, 2))
        rijen.append(rij)
        for _ in range(t.rng.randint(0, 1)):
            x, y = naast(t, punten, t.kies(AFSTANDEN))
            teams.append({"aanbieder": naam, "x": x, "y": y})
    return rijen, teams


def regels(t: Toeval, gebied: Gebied) -> dict[str, Any]:
    """Settings that differ from the defaults now and then."""
    uit: dict[str, Any] = {}
    if t.horizon != 28:
        uit["batch"] = {"horizon_dagen": t.horizon}
    if t.gooi(0.2):
        uit.setdefault("batch", {})["op_tijd_dagen"] = t.kies([0, 14, 60])
    if t.kans("U1", 0.03, 0.3):
        uit["deelname"] = {"uitgesloten_wet": t.kies([[], ["wlz", "jeugdwet"], ["forensisch"]])}
    uit["woonvormen"] = _woonvormen(t, gebied)
    spreiding = _spreiding(t)
    if spreiding:
        uit["spreiding"] = spreiding
    if t.kans("K5", 0.3, 0.6):
        gewicht = t.kies([(1, 2, 3), (0, 1, 2), (2, 1, 1)])
        namen = ("licht", "midden", "zwaar")
        uit["draagkracht"] = {"gewicht": dict(zip(namen, gewicht, strict=True)), "bron": "regio", "datum": t.d}
    if "R12" in t.thema or t.gooi(0.2):
        uit["reistijd"] = {"omweg": Decimal("1.25")}
    if t.kans("R07", 0.05, 0.5):
        uit["huur"] = {"jong_tot": t.kies([21, 23]), "jong_max": t.kies([520, Decimal("520.25")])}
    passend = _passend(t)
    if passend:
        uit["passend"] = passend
    if t.kans("volgorde", 0.25, 0.9):
        uit["doelen"] = {"volgorde": _volgorde(t)}
    return uit


def _woonvormen(t: Toeval, gebied: Gebied) -> dict[str, Any]:
    uit: dict[str, Any] = {"eigen_vorm": {}}
    if t.kans("R18", 0.05, 1.0):
        uit["eigen_vorm"]["vangnet"] = True
    if t.kans("K8", 0.03, 0.7):
        uit["eigen_vorm"]["min_afstand_m"] = t.kies([50, Decimal("25.5"), 100])
    if t.gooi(0.2):
        uit["eigen_vorm"]["telt_mee"] = False
    if t.gooi(0.2):
        uit["eigen_vorm"]["max_verblijf_maanden"] = 12
    if "R12" in t.thema and t.gooi(0.5):
        uit["bt_basis"] = {"reactietijd_min": t.kies([Decimal("12.5"), 25, Decimal("0.01")])}
    if "flex_shortstay" in gebied.vormen and t.kans("R18", 0.05):
        uit["flex_shortstay"] = {"vangnet": True}
    return uit


def _spreiding(t: Toeval) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    if "K4" in t.thema and t.gooi(0.8):
        uit["jaaropgave"] = t.kies([0, 1, 2, 2, 3, 4, 4, 5, 6])
    if t.gooi(0.3):
        uit["speling"] = t.kies([0, 1])
    if t.gooi(0.4):
        uit["vrij"] = t.greep(["crisis", "herkomst"], 0, 2)
    if t.gooi(0.3):
        uit["band_pct"] = t.kies([0, 12, Decimal("2.5"), Decimal("0.01")])
    return uit


def _passend(t: Toeval) -> dict[str, Any]:
    uit: dict[str, Any] = {}
    if t.kans("R22", 0.03, 0.9):
        uit["minimum"] = t.rng.randint(40, 95)
    keuzes: dict[str, list[Any]] = {
        "gemeente": [[30], [7, 3]],
        "herkomst": [0, 5],
        "woonvorm": [[15], [3, 3, 1]],
        "woonomgeving": [0, 7],
        "prikkel": [3, 7],
        "anker": [0, 7, 100],
        "anker_km": [5, Decimal("2.5")],
        "ontlasten": [0, 25],
    }
    for sleutel, waarden in keuzes.items():
        if t.gooi(0.08):
            uit[sleutel] = t.kies(waarden)
    return uit


def _volgorde(t: Toeval) -> list[str]:
    """Any subset without doubles that holds ``geplaatst``; often without loting, so that ids must break ties."""
    gekozen = [doel for doel in DOELEN if doel == "geplaatst" or t.gooi(0.6)]
    if t.gooi(0.6):
        t.rng.shuffle(gekozen)
    return gekozen
