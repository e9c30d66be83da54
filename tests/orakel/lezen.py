"""The oracle's own reading of a region folder (contract par. 1). It trusts the folder to be without faults."""

from __future__ import annotations

import calendar
import csv
import io
import json
import tomllib
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any, TypeVar

from tests.orakel import wereld as w

T = TypeVar("T")
Rij = dict[str, str]

STANDAARD = """
[batch]
horizon_dagen = 28
op_tijd_dagen = 42
[deelname]
uitgesloten_wet = ["wlz"]
[woonvormen.flex_shortstay]
max_verblijf_maanden = 18
[woonvormen.flex_doorstroom]
max_verblijf_maanden = 18
zorgplan = true
[woonvormen.housing_first]
min_afstand_m = 75
[woonvormen.convenant]
zorgplan = true
convenantpartner = true
[woonvormen.bt_basis]
zorgplan = true
min_afstand_m = 75
reactietijd_min = 30
[woonvormen.bt_plus]
zorgplan = true
zorg24 = true
[woonvormen.tussenvoorziening]
max_verblijf_maanden = 12
telt_mee = false
[woonvormen.kamer_met_aandacht]
[woonvormen.gezinswoning]
max_verblijf_maanden = 12
[spreiding]
speling = 0
vrij = []
band_pct = 5
[draagkracht]
gewicht = { licht = 1, midden = 1, zwaar = 1 }
[reistijd]
omweg = 1.3
m_per_min = 500
[huur]
[passend]
gemeente = [30, 20, 10]
herkomst = 20
woonvorm = [15, 8, 4]
woonomgeving = 15
prikkel = 10
anker = 10
anker_km = 10
ontlasten = 10
minimum = 0
[doelen]
volgorde = ["crisis", "op_tijd", "hoog", "geplaatst", "wachttijd", "spreiding", "passend", "schaarste", "loting"]
"""


def lees(map_: Path, d: date, zaad: str) -> w.Wereld:
    """Read the folder as it stands on day ``d``."""
    regels = tomllib.loads(STANDAARD, parse_float=Decimal)
    if (map_ / "regels.toml").exists():
        eigen = tomllib.loads((map_ / "regels.toml").read_text(encoding="utf-8"), parse_float=Decimal)
        regels = _samen(regels, eigen)
    h = d + timedelta(days=regels["batch"]["horizon_dagen"])
    woningen = {rij["woning_id"]: _woning(rij) for rij in _tabel(map_, "woningen")}
    verboden = [rij for rij in _tabel(map_, "contactverboden") if _loopt(rij.get("tot", ""), d)]
    afspraken = [rij for rij in _tabel(map_, "afspraken") if _loopt(rij.get("tot", ""), d)]
    return w.Wereld(
        d=d,
        zaad=zaad,
        regels=regels,
        gemeenten={rij["gemeentecode"]: _gemeente(rij) for rij in _tabel(map_, "gemeenten")},
        wijken={rij["wijkcode"]: _wijk(rij) for rij in _tabel(map_, "wijken")},
        aanbieders={rij["aanbieder"]: _aanbieder(rij, _tabel(map_, "aanbieder_teams")) for rij in _aanb(map_)},
        woningen=woningen,
        contingenten={rij["contingent_id"]: _contingent(rij) for rij in _tabel(map_, "contingenten")},
        complexen={
            rij["complex_id"]: (_getal(rij, "max_plaatsingen", int), _ja(rij, "overlastbestendig", standaard=False))
            for rij in _tabel(map_, "complexen")
        },
        personen={rij["uitstromer_id"]: _persoon(rij, d, h) for rij in _tabel(map_, "uitstromers")},
        verboden=tuple(
            w.Verbod(
                rij["uitstromer_a"], rij["uitstromer_b"], rij.get("niveau", ""), _getal(rij, "afstand_m", Fraction)
            )
            for rij in verboden
        ),
        plaatsingen=tuple(_plaatsing(rij, woningen) for rij in _tabel(map_, "plaatsingen")),
        afspraken=tuple(
            w.Afspraak(
                rij["uitstromer_id"],
                rij.get("woning_id", "") or rij.get("contingent_id", ""),
                rij["soort"],
                frozenset(_lijst(rij, "ondanks")),
            )
            for rij in afspraken
        ),
        bronnen=_bronnen(map_),
        matrix={
            (rij["aanbieder"], rij["woning_id"]): Fraction(rij["minuten"].replace(",", "."))
            for rij in _tabel(map_, "geo/reistijden")
        },
    )


def _samen(onder: dict[str, Any], boven: dict[str, Any]) -> dict[str, Any]:
    """Merge key by key."""
    uit = dict(onder)
    for sleutel, waarde in boven.items():
        oud = uit.get(sleutel)
        uit[sleutel] = _samen(oud, waarde) if isinstance(oud, dict) and isinstance(waarde, dict) else waarde
    return uit


def _tabel(map_: Path, naam: str) -> list[Rij]:
    bestand = map_ / f"{naam}.csv"
    if not bestand.exists():
        return []
    tekst = bestand.read_text(encoding="utf-8-sig")
    kop = tekst.splitlines()[0]
    scheiding = ";" if ";" in kop else ","
    return [
        {kolom.strip().lower(): (cel or "").strip() for kolom, cel in rij.items() if kolom}
        for rij in csv.DictReader(io.StringIO(tekst, newline=""), delimiter=scheiding)
    ]


def _aanb(map_: Path) -> list[Rij]:
    return _tabel(map_, "aanbieders")


def _datum(tekst: str) -> date | None:
    if not tekst:
        return None
    een, twee, drie = (int(deel) for deel in tekst.split("-"))
    return date(een, twee, drie) if een > 31 else date(drie, twee, een)


def _loopt(tot: str, d: date) -> bool:
    """Off when ``tot < D``."""
    eind = _datum(tot)
    return eind is None or eind >= d


def _getal(rij: Rij, kolom: str, soort: Callable[[str], T]) -> T | None:
    tekst = rij.get(kolom, "").replace(",", ".")
    return soort(tekst) if tekst else None


def _ja(rij: Rij, kolom: str, *, standaard: bool) -> bool:
    tekst = rij.get(kolom, "").lower()
    return tekst in {"ja", "j", "true", "1"} if tekst else standaard


def _lijst(rij: Rij, kolom: str) -> tuple[str, ...]:
    return tuple(deel.strip() for deel in rij.get(kolom, "").split("|") if deel.strip())


def _punt(rij: Rij, x: str = "x", y: str = "y") -> w.Punt | None:
    een, twee = _getal(rij, x, Fraction), _getal(rij, y, Fraction)
    return None if een is None or twee is None else (een, twee)


def _gemeente(rij: Rij) -> w.Gemeente:
    return w.Gemeente(rij["gemeentecode"], _getal(rij, "aandeel", Fraction), _getal(rij, "opgave", int))


def _wijk(rij: Rij) -> w.Wijk:
    return w.Wijk(
        code=rij["wijkcode"],
        gemeente=rij["gemeentecode"],
        draagkracht=_getal(rij, "draagkracht", int),
        voorbelasting=_getal(rij, "voorbelasting", int) or 0,
        instroom_max=_getal(rij, "instroom_max", int),
        kwetsbaar=_ja(rij, "kwetsbaar", standaard=False),
        woonomgeving=rij.get("woonomgeving", "").lower(),
        vangnet=_ja(rij, "vangnet", standaard=False),
    )


def _aanbieder(rij: Rij, teams: list[Rij]) -> w.Aanbieder:
    bases = [_punt(rij), *(_punt(team) for team in teams if team["aanbieder"] == rij["aanbieder"])]
    return w.Aanbieder(
        naam=rij["aanbieder"],
        punten=tuple(punt for punt in bases if punt is not None),
        capaciteit=_getal(rij, "capaciteit_uren", Fraction),
        corporaties=frozenset(_lijst(rij, "corporaties")),
    )


def _eisen(rij: Rij) -> dict[str, Any]:
    """What a woning and the unnamed places of a contingent have in common."""
    zorg = rij.get("zorgzwaarte_max", "").lower()
    return {
        "corporatie": rij["corporatie"],
        "gemeente": rij.get("gemeentecode", ""),
        "min_personen": _getal(rij, "min_personen", int) or 1,
        "max_personen": _getal(rij, "max_personen", int),
        "huur": _getal(rij, "huur", Fraction),
        "toegang": w.TOEGANG.index(rij.get("toegankelijkheid", "").lower() or "geen"),
        "prikkelniveau": _getal(rij, "prikkelniveau", int),
        "doelgroepen": frozenset(_lijst(rij, "doelgroepen")),
        "doelgroepen_vereist": frozenset(_lijst(rij, "doelgroepen_vereist")),
        "leeftijd_min": _getal(rij, "leeftijd_min", int),
        "leeftijd_max": _getal(rij, "leeftijd_max", int),
        "zorg_max": w.ZORG.index(zorg) if zorg else None,
        "overlast": _ja(rij, "overlast", standaard=True),
        "huisdier": _ja(rij, "huisdier", standaard=True),
        "zorg24": _ja(rij, "zorg24", standaard=False),
        "max_verblijf": _getal(rij, "max_verblijf_maanden", int),
    }


def _woning(rij: Rij) -> w.Plek:
    aantal = _getal(rij, "aantal", int)
    return w.Plek(
        id=rij["woning_id"],
        benoemd=True,
        wijk=rij["wijkcode"],
        punt=_punt(rij),
        complex=rij.get("complex_id", "") or None,
        woonvorm=rij["woonvorm"],
        contingent=rij.get("contingent_id", "") or None,
        jaar=None,
        los=False,
        beschikbaar=_datum(rij["beschikbaar_vanaf"]),
        aantal=1 if aantal is None else aantal,
        **_eisen(rij),
    )


def _contingent(rij: Rij) -> w.Plek:
    return w.Plek(
        id=rij["contingent_id"],
        benoemd=False,
        wijk=None,
        punt=None,
        complex=None,
        woonvorm=rij.get("woonvorm", "") or "convenant",
        contingent=rij["contingent_id"],
        jaar=int(rij["jaar"]),
        los=_ja(rij, "los_toewijsbaar", standaard=False),
        beschikbaar=None,
        aantal=int(rij["aantal"]),
        **_eisen(rij),
    )


def _leeftijd(rij: Rij, h: date) -> int:
    """Age at H; a birthday falls on the last day of its month."""
    if rij.get("leeftijd"):
        return int(rij["leeftijd"])
    maand, jaar = (int(deel) for deel in rij["geboortemaand"].split("-"))
    verjaardag = date(h.year, maand, calendar.monthrange(h.year, maand)[1])
    return h.year - jaar - (1 if h < verjaardag else 0)


def _persoon(rij: Rij, d: date, h: date) -> w.Persoon:
    volwassenen, kinderen = _getal(rij, "volwassenen", int), _getal(rij, "kinderen", int)
    verwacht = _getal(rij, "personen_verwacht", int)
    gezin = (1 if volwassenen is None else volwassenen) + (kinderen or 0)
    uitsluiting = _loopt(rij.get("uitsluiting_tot", ""), d)
    doorstroom = rij.get("doorstroom", "")
    wachtend = _datum(rij["wachtend_sinds"])
    assert wachtend is not None
    return w.Persoon(
        id=rij["uitstromer_id"],
        leeftijd=_leeftijd(rij, h),
        herkomst=rij.get("herkomst_gemeente", ""),
        voorkeur=_lijst(rij, "voorkeur_gemeenten"),
        woonvormen=_lijst(rij, "woonvormen"),
        personen=gezin if verwacht is None else verwacht,
        doelgroepen=frozenset(_lijst(rij, "doelgroepen")),
        zorg=w.ZORG.index(rij["zorgzwaarte"].lower()),
        aanbieder=rij.get("aanbieder", ""),
        uren=_getal(rij, "uren", Fraction) or Fraction(0),
        prikkelarm=rij.get("prikkelarm", "").lower() or "nee",
        prikkel_max=_getal(rij, "prikkelniveau_max", int) or 2,
        vermijden=tuple(
            (soort, Fraction(meters.replace(",", ".")))
            for soort, meters in (deel.split() for deel in _lijst(rij, "vermijden"))
        ),
        overlast=_ja(rij, "overlastrisico", standaard=False) and _loopt(rij.get("overlast_tot", ""), d),
        toegang=w.TOEGANG.index(rij.get("toegankelijkheid", "").lower() or "geen"),
        huur_max=_getal(rij, "huur_max", Fraction),
        huisdier=_ja(rij, "huisdier", standaard=False),
        woonomgeving=rij.get("woonomgeving", "").lower(),
        anker=_punt(rij, "anker_x", "anker_y"),
        gebieden=frozenset(_lijst(rij, "uitsluiting_gebieden")) if uitsluiting else frozenset(),
        cirkels=_cirkels(rij) if uitsluiting else (),
        duur=_getal(rij, "duur_maanden", int),
        wet=rij.get("wet", "").lower() or "wmo",
        zorgplan=_ja(rij, "zorgplan", standaard=False),
        urgentie=rij.get("urgentie", "").lower() or "normaal",
        wachtend_sinds=wachtend,
        beschikbaar=_datum(rij.get("beschikbaar_vanaf", "")),
        uiterste=_datum(rij.get("uiterste_datum", "")),
        doorstroom=_ja(rij, "doorstroom", standaard=False) if doorstroom else None,
    )


def _cirkels(rij: Rij) -> tuple[tuple[w.Punt, Fraction], ...]:
    drietallen = [
        [Fraction(deel.replace(",", ".")) for deel in cel.split()] for cel in _lijst(rij, "uitsluiting_punten")
    ]
    return tuple(((x, y), straal) for x, y, straal in drietallen)


def _plaatsing(rij: Rij, woningen: dict[str, w.Plek]) -> w.Plaatsing:
    """Empty wijk, complex, x, y are taken from the listed woning (contract par. 1)."""
    woning = woningen.get(rij.get("woning_id", ""))
    x, y = _getal(rij, "x", Fraction), _getal(rij, "y", Fraction)
    if woning is not None and woning.punt is not None:
        x, y = (woning.punt[0] if x is None else x), (woning.punt[1] if y is None else y)
    datum_in = _datum(rij["datum_in"])
    assert datum_in is not None
    return w.Plaatsing(
        persoon=rij["uitstromer_id"],
        woning=rij.get("woning_id", ""),
        contingent=rij.get("contingent_id", ""),
        gemeente=rij["gemeentecode"],
        wijk=rij.get("wijkcode", "") or (woning.wijk or "" if woning else ""),
        complex=rij.get("complex_id", "") or (woning.complex or "" if woning else ""),
        punt=None if x is None or y is None else (x, y),
        woonvorm=rij["woonvorm"],
        zorg=w.ZORG.index(rij["zorgzwaarte"].lower()),
        prikkelarm=rij.get("prikkelarm", "").lower() or "nee",
        overlast=_ja(rij, "overlastrisico", standaard=False),
        aanbieder=rij.get("aanbieder", ""),
        uren=_getal(rij, "uren", Fraction) or Fraction(0),
        datum_in=datum_in,
        datum_uit=_datum(rij.get("datum_uit", "")),
    )


def _bronnen(map_: Path) -> tuple[tuple[str, w.Punt], ...] | None:
    """Layer ``prikkelbronnen``: points in RD metres. None when there is no such layer."""
    bestand = map_ / "geo" / "prikkelbronnen.geojson"
    if not bestand.exists():
        return None
    laag = json.loads(bestand.read_text(encoding="utf-8"), parse_float=Decimal)
    return tuple(
        (
            str(deel["properties"]["soort"]),
            (Fraction(deel["geometry"]["coordinates"][0]), Fraction(deel["geometry"]["coordinates"][1])),
        )
        for deel in laag["features"]
    )
