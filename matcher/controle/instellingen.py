"""The settings of ``regels.toml`` over the defaults of contract par. 1, with exact numbers."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from matcher.controle.cellen import Getal, TwijfelError, eenvoudig

BESTAND = "regels.toml"
DAGEN_HOOGST = 1_000_000
"""No calendar reaches further than this."""

NIVEAUS = ("crisis", "op_tijd", "hoog", "geplaatst", "wachttijd", "spreiding", "passend", "schaarste", "loting")

_STANDAARD: dict[str, Any] = {
    "batch": {"horizon_dagen": 28, "op_tijd_dagen": 42},
    "deelname": {"uitgesloten_wet": ["wlz"]},
    "woonvormen": {
        "flex_shortstay": {"max_verblijf_maanden": 18},
        "flex_doorstroom": {"max_verblijf_maanden": 18, "zorgplan": True},
        "housing_first": {"min_afstand_m": 75},
        "convenant": {"zorgplan": True, "convenantpartner": True},
        "bt_basis": {"zorgplan": True, "min_afstand_m": 75, "reactietijd_min": 30},
        "bt_plus": {"zorgplan": True, "zorg24": True},
        "tussenvoorziening": {"max_verblijf_maanden": 12, "telt_mee": False},
        "kamer_met_aandacht": {},
        "gezinswoning": {"max_verblijf_maanden": 12},
    },
    "spreiding": {"speling": 0, "vrij": [], "band_pct": 5},
    "draagkracht": {"gewicht": {"licht": 1, "midden": 1, "zwaar": 1}},
    "reistijd": {"omweg": Decimal("1.3"), "m_per_min": 500},
    "prikkel": {"afleiden": False},
    "huur": {},
    "passend": {
        "gemeente": [30, 20, 10],
        "herkomst": 20,
        "woonvorm": [15, 8, 4],
        "woonomgeving": 15,
        "prikkel": 10,
        "anker": 10,
        "anker_km": 10,
        "ontlasten": 10,
        "minimum": 0,
    },
    "doelen": {"volgorde": list(NIVEAUS)},
}


@dataclass(frozen=True, slots=True)
class Woonvorm:
    """The demands of a woonvorm; ``reactietijd`` in hundredths of a minute."""

    max_verblijf: int | None
    zorgplan: bool
    convenantpartner: bool
    zorg24: bool
    vangnet: bool
    telt_mee: bool
    min_afstand: Getal | None
    reactietijd: Getal | None


@dataclass(frozen=True, slots=True)
class Punten:
    """The points of the fit (``[passend]``)."""

    gemeente: tuple[int, ...]
    herkomst: int
    woonvorm: tuple[int, ...]
    woonomgeving: int
    prikkel: int
    anker: int
    anker_km: Getal
    ontlasten: int
    minimum: int


@dataclass(frozen=True, slots=True)
class Instellingen:
    """Everything of ``regels.toml`` that a batch can be checked by; ``jong_max`` in cents."""

    horizon_dagen: int
    op_tijd_dagen: int
    uitgesloten_wet: tuple[str, ...]
    woonvormen: Mapping[str, Woonvorm]
    jaaropgave: int | None
    speling: int
    vrij: tuple[str, ...]
    band_pct: Getal
    gewicht: tuple[Getal, Getal, Getal]
    omweg: Getal
    m_per_min: Getal
    afleiden: bool
    jong_tot: int | None
    jong_max: Getal | None
    punten: Punten
    volgorde: tuple[str, ...]


def lees_instellingen(regio_map: Path) -> Instellingen:
    """Read ``regels.toml`` where it is there; raises TwijfelError when it does not make sense."""
    bestand = regio_map / BESTAND
    try:
        tekst = bestand.read_bytes().decode("utf-8-sig") if bestand.exists() else ""
        samen = _samengevoegd(_STANDAARD, tomllib.loads(tekst, parse_float=Decimal))
        return _instellingen(samen)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, ArithmeticError, RecursionError) as fout:
        raise TwijfelError(BESTAND) from fout


def _samengevoegd(standaard: Mapping[str, Any], eigen: Mapping[str, Any]) -> dict[str, Any]:
    """Merge key by key; a table goes into a table, anything else replaces."""
    samen = dict(standaard)
    for sleutel, waarde in eigen.items():
        oud = samen.get(sleutel)
        diep = isinstance(oud, Mapping) and isinstance(waarde, Mapping)
        samen[sleutel] = _samengevoegd(oud, waarde) if diep else waarde  # type: ignore[arg-type]
    return samen


def _getal(waarde: Any) -> Getal:
    if isinstance(waarde, bool) or not isinstance(waarde, int | Decimal):
        raise TypeError
    return eenvoudig(Fraction(waarde))


def _geheel(waarde: Any) -> int:
    getal = _getal(waarde)
    if isinstance(getal, Fraction):
        raise TypeError
    return getal


def _dagen(waarde: Any) -> int:
    dagen = _geheel(waarde)
    if not 0 <= dagen <= DAGEN_HOOGST:
        raise ValueError
    return dagen


def _ja(waarde: Any) -> bool:
    if not isinstance(waarde, bool):
        raise TypeError
    return waarde


def _instellingen(samen: Mapping[str, Any]) -> Instellingen:
    spreiding, huur, punten, reistijd = samen["spreiding"], samen["huur"], samen["passend"], samen["reistijd"]
    gewicht = samen["draagkracht"]["gewicht"]
    volgorde = tuple(str(naam) for naam in samen["doelen"]["volgorde"])
    if not set(volgorde) <= set(NIVEAUS) or len(set(volgorde)) != len(volgorde):
        raise ValueError
    jong = huur.get("jong_tot"), huur.get("jong_max")
    return Instellingen(
        horizon_dagen=_dagen(samen["batch"]["horizon_dagen"]),
        op_tijd_dagen=_dagen(samen["batch"]["op_tijd_dagen"]),
        uitgesloten_wet=tuple(samen["deelname"]["uitgesloten_wet"]),
        woonvormen={naam: _woonvorm(deel) for naam, deel in samen["woonvormen"].items()},
        jaaropgave=None if spreiding.get("jaaropgave") is None else _geheel(spreiding["jaaropgave"]),
        speling=_geheel(spreiding["speling"]),
        vrij=tuple(spreiding["vrij"]),
        band_pct=_getal(spreiding["band_pct"]),
        gewicht=(_getal(gewicht["licht"]), _getal(gewicht["midden"]), _getal(gewicht["zwaar"])),
        omweg=_positief(reistijd["omweg"]),
        m_per_min=_positief(reistijd["m_per_min"]),
        afleiden=_ja(samen["prikkel"]["afleiden"]),
        jong_tot=None if None in jong else _geheel(jong[0]),
        jong_max=None if None in jong else _getal(jong[1]) * 100,
        punten=_punten(punten),
        volgorde=volgorde,
    )


def _positief(waarde: Any) -> Getal:
    getal = _getal(waarde)
    if getal <= 0:
        raise ValueError
    return getal


def _punten(deel: Mapping[str, Any]) -> Punten:
    return Punten(
        gemeente=tuple(_geheel(punt) for punt in deel["gemeente"]),
        herkomst=_geheel(deel["herkomst"]),
        woonvorm=tuple(_geheel(punt) for punt in deel["woonvorm"]),
        woonomgeving=_geheel(deel["woonomgeving"]),
        prikkel=_geheel(deel["prikkel"]),
        anker=_geheel(deel["anker"]),
        anker_km=_positief(deel["anker_km"]),
        ontlasten=_geheel(deel["ontlasten"]),
        minimum=_geheel(deel["minimum"]),
    )


def _woonvorm(deel: Mapping[str, Any]) -> Woonvorm:
    verblijf, afstand, reactie = (
        deel.get(naam) for naam in ("max_verblijf_maanden", "min_afstand_m", "reactietijd_min")
    )
    return Woonvorm(
        max_verblijf=None if verblijf is None else _geheel(verblijf),
        zorgplan=_ja(deel.get("zorgplan", False)),
        convenantpartner=_ja(deel.get("convenantpartner", False)),
        zorg24=_ja(deel.get("zorg24", False)),
        vangnet=_ja(deel.get("vangnet", False)),
        telt_mee=_ja(deel.get("telt_mee", True)),
        min_afstand=None if afstand is None else _getal(afstand),
        reactietijd=None if reactie is None else _getal(reactie) * 100,
    )
