"""What already runs in the demo region, and what ran this year: the rows of ``plaatsingen.csv``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from data.demo.aanbod import DATUM, GROEPEN, Groep, Rij, woning_id
from data.demo.kaart import WIJKEN
from data.demo.mensen import Mens
from data.demo.toeval import Toeval

_WIJK = {wijk.letter: wijk for wijk in WIJKEN}
_OUDEJAAR = date(DATUM.year - 1, 12, 31)


@dataclass(frozen=True, slots=True)
class Reeks:
    """Placements outside the listed woningen: one for each letter (a wijk) of ``waar``.

    The first ``voorbij`` of them have ended this year; with ``ouder`` they began in an earlier year.
    """

    woonvorm: str
    waar: str
    contingent_id: str | None = None
    complex_id: str | None = None
    voorbij: int = 0
    ouder: bool = False


_REEKSEN = (
    Reeks("convenant", "AABCDFGGH", "CT26-GRACHT"),
    Reeks("convenant", "CEFFHHAHBH", "CT26-DELFHAEGE", voorbij=1),
    Reeks("convenant", "KLNP", "CT26-DUINKAS"),
    Reeks("convenant", "S", "CT26-WEIDE"),
    Reeks("convenant", "VW", "CT26-PLAS"),
    Reeks("kamer_met_aandacht", "M", "CT26-KAMERS"),
    Reeks("bt_basis", "ABGHP", ouder=True),
    Reeks("bt_basis", "AABCFHHO"),
    Reeks("flex_shortstay", "CFNHABDFGHBD", voorbij=12),
    Reeks("housing_first", "BFHHKPY"),
    Reeks("bt_plus", "DD", complex_id="MOLENHOF", ouder=True),
    Reeks("tussenvoorziening", "GGG", complex_id="KANAALHUIS", voorbij=1),
)

_DOORSTROMERS = ("DS-F-01", "DS-K-01", "SS-E-01", "SS-K-01", "SS-S-01")
"""Where the uitstromers of the profile "doorstromer" live now, in order."""

_BLIJVER = ("beschermd wonen", 8)
"""Someone who lives in a bt_basis already and may not move on (U5)."""

_BIJZONDER: dict[str, Rij] = {
    "SS-E-02": {"prikkelarm": "vereist", "overlastrisico": False},
    "SS-E-03": {"datum_uit": DATUM + timedelta(days=15)},
    "SS-K-04": {"datum_uit": DATUM + timedelta(days=8)},
    "SS-S-01": {"zorgzwaarte": "midden"},
}
"""What single placements have by the woning_id."""


def plaatsingen(seed: int, mensen: list[Mens]) -> list[Rij]:
    """All placements: in the listed woningen, and the history elsewhere."""
    wie = {(mens.profiel, mens.nummer): mens for mens in mensen}
    bewoners = {naam: wie["doorstromer", nummer] for nummer, naam in enumerate(_DOORSTROMERS)}
    rijen = [
        _in_woning(seed, groep, nummer, bewoners.get(woning_id(groep, nummer)))
        for groep in GROEPEN
        for nummer in range(1, groep.bewoond + 1)
    ]
    for reeks in _REEKSEN:
        for nummer, letter in enumerate(reeks.waar):
            rijen.append(_elders(seed, reeks, nummer, letter))
    blijver: Rij = {"woonvorm": "bt_basis", "datum_in": date(2025, 4, 1)}
    rijen.append(_persoon(wie[_BLIJVER]) | _wijk("H") | blijver)
    return [{"uitstromer_id": f"P-{nummer:03d}", **rij} for nummer, rij in enumerate(rijen, start=1)]


def _in_woning(seed: int, groep: Groep, nummer: int, bewoner: Mens | None) -> Rij:
    naam = woning_id(groep, nummer)
    toeval = Toeval(seed, f"plaatsing/{naam}")
    begin = DATUM - timedelta(days=toeval.geheel(90, 500))
    verblijf: Rij = {"datum_in": begin, "einde_verwacht": begin + timedelta(days=548)}
    persoon = _persoon(bewoner) if bewoner else _onbekende(toeval)
    gemeente = _WIJK[groep.waar[nummer - 1]].gemeentecode
    plek: Rij = {"woning_id": naam, "gemeentecode": gemeente, "woonvorm": groep.woonvorm}
    return persoon | plek | verblijf | _BIJZONDER.get(naam, {})


def _elders(seed: int, reeks: Reeks, nummer: int, letter: str) -> Rij:
    naam = f"{reeks.woonvorm}/{reeks.contingent_id or reeks.complex_id}/{reeks.ouder}/{nummer}"
    toeval = Toeval(seed, f"plaatsing/{naam}")
    if reeks.ouder:
        begin = _OUDEJAAR - timedelta(days=toeval.geheel(30, 700))
    else:
        begin = date(DATUM.year, 1, 5) + timedelta(days=toeval.geheel(0, 290))
    eind = min(DATUM, begin + timedelta(days=toeval.geheel(30, 200))) if nummer < reeks.voorbij else None
    plek: Rij = {
        "woonvorm": reeks.woonvorm,
        "contingent_id": reeks.contingent_id,
        "complex_id": reeks.complex_id,
        "datum_in": begin,
        "datum_uit": eind,
    }
    return _onbekende(toeval) | _wijk(letter) | plek


def _wijk(letter: str) -> Rij:
    return {"gemeentecode": _WIJK[letter].gemeentecode, "wijkcode": _WIJK[letter].wijkcode}


def _persoon(mens: Mens) -> Rij:
    overgenomen = ("uitstromer_id", "zorgzwaarte", "prikkelarm", "overlastrisico", "aanbieder", "uren")
    return {naam: mens.rij[naam] for naam in (*overgenomen, "herkomst_gemeente", "uitstroom_uit")}


def _onbekende(toeval: Toeval) -> Rij:
    """Someone who is not on the list any more."""
    zwaarte = toeval.kies(("licht", "licht", "midden", "midden", "zwaar"))
    return {
        "zorgzwaarte": zwaarte,
        "prikkelarm": toeval.kies(("nee", "nee", "nee", "gewenst")),
        "overlastrisico": False,
        "aanbieder": toeval.kies(("brugwerk", "thuisbasis", "steunpunt")),
        "uren": Decimal(toeval.geheel(2, 10)) / 2,
        "herkomst_gemeente": toeval.kies(("GM0503", "GM0503", "GM1783", "GM1926", "GM1842")),
        "uitstroom_uit": toeval.kies(("bw", "bt", "mo", "ggz", "detentie")),
    }
