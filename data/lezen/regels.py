"""``regels.toml`` over the defaults of the contract, key by key (par. 1)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from data.instellingen import STANDAARD_WOONVORMEN, Instellingen
from data.keuzes import Zorgzwaarte
from data.lezen.cel import ID, datum
from data.lezen.csvbestand import decodeer
from data.lezen.fout import BestandError, CelError, citaat
from data.meldingen import Melding, fout

BESTAND = "regels.toml"
_REGEL = re.compile(r"at line (\d+)")
_SLEUTEL_LENGTE = 60

_CODES = {
    "int_type": "regel_geheel",
    "int_parsing": "regel_geheel",
    "int_from_float": "regel_geheel",
    "bool_type": "regel_janee",
    "bool_parsing": "regel_janee",
    "greater_than_equal": "regel_te_laag",
    "greater_than": "regel_te_klein",
    "less_than_equal": "regel_te_hoog",
    "decimal_max_places": "regel_decimalen",
    "decimal_max_digits": "regel_cijfers",
    "decimal_whole_digits": "regel_cijfers",
    "decimal_type": "regel_getal",
    "decimal_parsing": "regel_getal",
    "finite_number": "regel_getal",
    "enum": "regel_keuze",
    "string_type": "regel_tekst",
    "string_too_short": "regel_tekst",
    "string_too_long": "regel_tekst",
    "tuple_type": "regel_lijst",
    "dict_type": "regel_tabel",
    "model_type": "regel_tabel",
    "model_attributes_type": "regel_tabel",
    "missing": "regel_ontbreekt",
}


@dataclass(frozen=True, slots=True)
class Regels:
    """The settings, what is wrong with them, and every woonvorm that they name.

    With a fault the settings are those of the contract, so that the tables can still be checked.
    """

    instellingen: Instellingen
    meldingen: tuple[Melding, ...]
    woonvormen: frozenset[str]


def lees_regels(inhoud: bytes) -> Regels:
    """The settings of a region from the bytes of its ``regels.toml``."""
    try:
        tekst, is_cp1252 = decodeer(inhoud)
        if is_cp1252:
            raise BestandError("toml_tekens")
        gegeven = _toml(tekst)
    except BestandError as mis:
        return _standaard([mis.melding(BESTAND)], ())
    meldingen = _vreemde_namen(gegeven)
    namen = _namen(gegeven.get("woonvormen"))
    meldingen += _vreemde_kosten(gegeven, frozenset(STANDAARD_WOONVORMEN) | frozenset(namen))
    try:
        instellingen = Instellingen.model_validate(_over_standaard(gegeven))
    except ValidationError as mis:
        return _standaard(meldingen + [_melding(deel) for deel in mis.errors(include_url=False)], namen)
    return Regels(instellingen, tuple(meldingen), frozenset(instellingen.woonvormen))


def _standaard(meldingen: Iterable[Melding], namen: Iterable[str]) -> Regels:
    standaard = Instellingen()
    return Regels(standaard, tuple(meldingen), frozenset(standaard.woonvormen) | frozenset(namen))


def _toml(tekst: str) -> dict[str, Any]:
    try:
        return tomllib.loads(tekst, parse_float=Decimal)
    except RecursionError as mis:
        raise BestandError("toml_diep") from mis
    except (ValueError, ArithmeticError) as mis:  # the second: a float that Decimal does not take
        regel = _REGEL.search(str(mis))
        raise BestandError("toml_onleesbaar", rij=int(regel[1]) if regel else 0) from mis


def _namen(tabel: Any) -> tuple[str, ...]:
    return tuple(tabel) if isinstance(tabel, Mapping) else ()


def _vreemde_namen(gegeven: Mapping[str, Any]) -> list[Melding]:
    """Woonvormen are named in cells, so their names must be ids, and no two may differ in case alone."""
    namen = [*STANDAARD_WOONVORMEN, *(n for n in _namen(gegeven.get("woonvormen")) if n not in STANDAARD_WOONVORMEN)]
    eerder: dict[str, str] = {}
    meldingen = []
    for naam in namen:
        if not ID.fullmatch(naam):
            meldingen.append(fout("regel_woonvorm_naam", BESTAND, naam=citaat(naam)))
        elif naam.casefold() in eerder:
            ander = eerder[naam.casefold()]
            meldingen.append(fout("regel_woonvorm_dubbel", BESTAND, naam=citaat(naam), ander=citaat(ander)))
        eerder.setdefault(naam.casefold(), naam)
    return meldingen


def _vreemde_kosten(gegeven: Mapping[str, Any], bekend: frozenset[str]) -> list[Melding]:
    lijst = ", ".join(sorted(bekend))
    return [
        fout("regel_kosten", BESTAND, naam=citaat(naam), bekend=lijst)
        for naam in _namen(gegeven.get("kosten"))
        if naam not in bekend
    ]


def _over_standaard(gegeven: Mapping[str, Any]) -> dict[str, Any]:
    """What was given over the defaults; only the nested tables need it, pydantic fills in the rest."""
    samen = dict(gegeven)
    woonvormen = gegeven.get("woonvormen", {})
    if isinstance(woonvormen, Mapping):
        standaard = {naam: dict(deel) for naam, deel in STANDAARD_WOONVORMEN.items()}
        samen["woonvormen"] = standaard | {
            naam: {**standaard.get(naam, {}), **deel} if isinstance(deel, Mapping) else deel
            for naam, deel in woonvormen.items()
        }
    draagkracht = gegeven.get("draagkracht", {})
    if isinstance(draagkracht, Mapping) and isinstance(draagkracht.get("gewicht"), Mapping):
        gewicht = {**dict.fromkeys(Zorgzwaarte, 1), **draagkracht["gewicht"]}
        draagkracht = {**draagkracht, "gewicht": gewicht}
    if isinstance(draagkracht, Mapping) and isinstance(draagkracht.get("datum"), str):
        draagkracht = {**draagkracht, "datum": _dag(draagkracht["datum"])}
    return samen | ({"draagkracht": draagkracht} if draagkracht else {})


def _dag(tekst: str) -> date | str:
    """The day of a text as in a cell (par. 1), or the text itself: that is then refused."""
    try:
        return datum(tekst.strip())
    except CelError:
        return tekst


def _melding(deel: ErrorDetails) -> Melding:
    soort, feiten = deel["type"], deel.get("ctx", {})
    plek = tuple(deel["loc"])
    sleutel = _pad(plek)
    if soort == "extra_forbidden":
        return _onbekend(plek)
    if soort == "value_error":
        return fout(f"regel_{feiten['error']}", BESTAND, sleutel=sleutel)
    if soort.startswith("date"):
        return fout("regel_datum", BESTAND, sleutel=sleutel, waarde=citaat(str(deel["input"])))
    grenzen = {naam: feiten.get(naam, "") for naam in ("ge", "gt", "le", "decimal_places", "max_length")}
    if soort == "enum":
        grenzen["toegestaan"] = feiten["expected"].replace("'", "").replace(" or ", ", ")
    waarde = citaat(_zoals_in_toml(deel["input"]))
    return fout(_CODES.get(soort, "regel_ongeldig"), BESTAND, sleutel=sleutel, waarde=waarde, **grenzen)


def _zoals_in_toml(waarde: object) -> str:
    return str(waarde).lower() if isinstance(waarde, bool) else str(waarde)


def _pad(plek: Iterable[Any]) -> str:
    """The key as it stands in the file: ``batch.horizon_dagen``; places in a list count from 1."""
    delen = [str(deel + 1) if isinstance(deel, int) else str(deel) for deel in plek if deel != "[key]"]
    pad = ".".join(delen)
    return citaat(pad[:_SLEUTEL_LENGTE]).strip("“”")


def _onbekend(plek: tuple[Any, ...]) -> Melding:
    *ouders, naam = plek
    bekend = _sleutels(Instellingen, ouders)
    bijna = get_close_matches(str(naam), bekend, n=1, cutoff=0.0)[0]
    return fout("regel_onbekend", BESTAND, sleutel=_pad(plek), bijna=_pad((*ouders, bijna)))


def _sleutels(model: type[BaseModel], ouders: Iterable[Any]) -> list[str]:
    """The keys of the table at ``ouders``."""
    for ouder in ouders:
        velden = model.model_fields
        if ouder not in velden:
            continue  # the name of a woonvorm: its table is the same for all
        soort = velden[ouder].annotation
        kandidaten = [soort, *get_args(soort)]
        model = next(k for k in kandidaten if isinstance(k, type) and issubclass(k, BaseModel))
    return list(model.model_fields)
