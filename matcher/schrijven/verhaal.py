"""Sentences of a batch: why this plek for this person, and why somebody has none (contract par. 6).

For the desk only. A reason for a proposal never mentions what protects someone (bans, forbidden areas,
earlier refusals): it says what fits, not what was kept away.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from data.keuzes import Prikkelarm, Toegankelijkheid, Woonomgeving
from data.records import Uitstromer
from data.schrijven.csvtekst import cel_tekst
from data.teksten.rapport import ANDEREN, MOTIVERING, RANGTELWOORD, TOELICHTING, VOL
from matcher.aanbod import Plek
from matcher.rapport.namen import woonvorm_naam
from matcher.uitkomst import PlekSoort, Status

RUSTIG_TOT = 2
"""Highest prikkelniveau that is called calm (as in the level ``schaarste``, contract par. 5)."""
GEEN_CODE = "-"


def motivering(
    persoon: Uitstromer,
    plek: Plek,
    *,
    gemeente: str,
    omgeving: Woonomgeving | None,
    prikkelniveau: int | None,
    ingangsdatum: date,
    doorstroom: bool,
    vast: bool,
) -> str:
    """Why this plek was proposed to this person.

    ``gemeente`` is the name of the gemeente of the plek, ``omgeving`` that of its wijk (None: not known, or an
    unnamed place), ``prikkelniveau`` the level that the rules used, ``doorstroom``: a mover, ``vast``: fixed by staff.
    """
    zinnen: list[str] = [MOTIVERING["vast"]] if vast else []
    zinnen.append(_woonvorm(persoon, plek.eisen.woonvorm))
    zinnen.append(_gemeente(persoon, plek.gemeentecode, gemeente))
    if persoon.woonomgeving is not None and persoon.woonomgeving is omgeving:
        zinnen.append(MOTIVERING["omgeving"].format(omgeving=omgeving))
    zinnen.extend(_rust(persoon, prikkelniveau))
    zinnen.extend(_toegang(persoon, plek.eisen.toegankelijkheid))
    zinnen.extend(_termijn(persoon, ingangsdatum))
    if doorstroom:
        zinnen.append(MOTIVERING["doorstroom"])
    if plek.soort is PlekSoort.CONTINGENT:
        zinnen.append(MOTIVERING["contingent"])
    return " ".join(zinnen)


def _woonvorm(persoon: Uitstromer, woonvorm: str) -> str:
    naam = woonvorm_naam(woonvorm)
    if woonvorm not in persoon.woonvormen:
        return MOTIVERING["woonvorm_anders"].format(woonvorm=naam)
    return MOTIVERING["woonvorm"].format(woonvorm=naam, rang=_rang(persoon.woonvormen.index(woonvorm)))


def _gemeente(persoon: Uitstromer, code: str, naam: str) -> str:
    herkomst = persoon.herkomst_gemeente == code
    if code in persoon.voorkeur_gemeenten:
        zin = MOTIVERING["voorkeur_herkomst" if herkomst else "voorkeur"]
        return zin.format(gemeente=naam, rang=_rang(persoon.voorkeur_gemeenten.index(code)))
    if herkomst:
        return MOTIVERING["herkomst"].format(gemeente=naam)
    if not persoon.voorkeur_gemeenten:
        return MOTIVERING["geen_voorkeur"]
    return MOTIVERING["andere_gemeente"].format(gemeente=naam)


def _rust(persoon: Uitstromer, niveau: int | None) -> Iterator[str]:
    if persoon.prikkelarm is Prikkelarm.NEE or niveau is None:
        return
    vereist = persoon.prikkelarm is Prikkelarm.VEREIST
    if niveau > (persoon.prikkelniveau_max if vereist else RUSTIG_TOT):
        yield MOTIVERING["druk"].format(niveau=niveau)
    else:
        yield MOTIVERING["rustig" if vereist else "rustig_gewenst"].format(niveau=niveau)


def _toegang(persoon: Uitstromer, plek: Toegankelijkheid) -> Iterator[str]:
    nodig = persoon.toegankelijkheid
    if nodig is not Toegankelijkheid.GEEN and plek.rang >= nodig.rang:
        yield MOTIVERING["toegankelijk"].format(hulpmiddel=nodig)


def _termijn(persoon: Uitstromer, ingangsdatum: date) -> Iterator[str]:
    uiterste = persoon.uiterste_datum
    if uiterste is not None:
        yield MOTIVERING["op_tijd" if ingangsdatum <= uiterste else "te_laat"].format(datum=cel_tekst(uiterste))


def _rang(plaats: int) -> str:
    return RANGTELWOORD[plaats] if plaats < len(RANGTELWOORD) else f"{plaats + 1}e"


def toelichting(status: Status, code: str, *, vol: frozenset[str]) -> str:
    """Why somebody has no proposal, in one or two sentences.

    ``code`` as in ``niet_geplaatst.csv``: a U code, an R code, ``-``, or K codes joined with ``|``. ``vol`` holds the
    K codes that were full before this batch: "was al vol"; for the others "anderen gingen voor".
    Raises ``KeyError`` for a code that the status does not have.
    """
    match status:
        case Status.UITGESLOTEN:
            return TOELICHTING[code]
        case Status.GEEN_PASSEND_AANBOD:
            return _geen_passend(code)
        case Status.VERDRONGEN:
            return _verdrongen(code, vol)


def _geen_passend(code: str) -> str:
    if code == GEEN_CODE:
        return TOELICHTING["geen_passend_meer"]
    if code == "R01":
        return TOELICHTING[code]
    return TOELICHTING["geen_passend"].format(reden=TOELICHTING[code])


def _verdrongen(code: str, vol: frozenset[str]) -> str:
    if code == GEEN_CODE:
        return TOELICHTING["verdrongen_doel"]
    codes = code.split("|")
    vooraf = _opsomming([VOL[k] for k in codes if k in vol])
    anderen = _opsomming([ANDEREN[k] for k in codes if k not in vol])
    if not vooraf:
        return TOELICHTING["verdrongen"].format(anderen=anderen)
    if not anderen:
        return TOELICHTING["verdrongen_vol"].format(vol=vooraf)
    return TOELICHTING["verdrongen_beide"].format(vol=vooraf, anderen=anderen)


def _opsomming(delen: list[str]) -> str:
    return " en ".join(filter(None, (", ".join(delen[:-1]), *delen[-1:])))
