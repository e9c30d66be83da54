"""What the chosen options mean: the proposals, and why everybody else has none (contract par. 6)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from data.records import Uitstromer
from matcher.aanbod import Plek
from matcher.botsing import Botsingen
from matcher.paren import Paren
from matcher.passend import passend
from matcher.regels import PAARREGELS
from matcher.schrijven.verhaal import motivering, toelichting
from matcher.stand import Stand
from matcher.uitkomst import NietGeplaatst, PlekSoort, Status, Voorstel
from matcher.velden import ONBEKEND, Velden

NIETS = "-"
"""Code of someone whom no single rule keeps from a place."""


def voorstellen(batch_id: str, stand: Stand, velden: Velden, gekozen: Iterable[int]) -> tuple[Voorstel, ...]:
    """The proposals in the order of uitstromer_id, numbered in that order."""
    punten = passend(velden, stand.persoon, stand.plek).tolist()
    rijen = sorted(gekozen)
    breedte = max(3, len(str(len(rijen))))
    return tuple(
        _voorstel(f"{batch_id}-{nummer:0{breedte}d}", stand, velden, optie, punten[optie])
        for nummer, optie in enumerate(rijen, start=1)
    )


def _voorstel(voorstel_id: str, stand: Stand, velden: Velden, optie: int, punten: int) -> Voorstel:
    uitstromer = stand.mensen[stand.persoon[optie]]
    plek = stand.plekken[stand.plek[optie]]
    ingang = ingangsdatum(stand, uitstromer, plek)
    oud = stand.blijvend.get(uitstromer.uitstromer_id, ())
    return Voorstel(
        voorstel_id=voorstel_id,
        uitstromer_id=uitstromer.uitstromer_id,
        soort=plek.soort,
        woning_id=plek.id if plek.soort is PlekSoort.WONING else None,
        contingent_id=plek.contingent_id,
        corporatie=plek.eisen.corporatie,
        gemeentecode=plek.gemeentecode,
        wijkcode=plek.wijkcode,
        complex_id=plek.woning.complex_id if plek.woning else None,
        woonvorm=plek.eisen.woonvorm,
        urgentie=uitstromer.urgentie,
        wachtdagen=max(0, (stand.peil.datum - uitstromer.wachtend_sinds).days),
        passend=punten,
        ingangsdatum=ingang,
        komt_vrij="|".join(sorted(v.woning_id for v in oud if v.woning_id is not None)) or None,
        motivering=_motivering(stand, velden, optie, ingang),
        vast=optie in stand.vast,
    )


def ingangsdatum(stand: Stand, uitstromer: Uitstromer, plek: Plek) -> date:
    """The latest of D, when woning and person are free, and when those who leave that woning by H are gone."""
    dagen = [stand.peil.datum]
    if uitstromer.beschikbaar_vanaf is not None:
        dagen.append(uitstromer.beschikbaar_vanaf)
    if plek.woning is not None:
        dagen.append(plek.woning.beschikbaar_vanaf)
        dagen.extend(v.bron.datum_uit for v in stand.vertrekkers.get(plek.id, ()) if v.bron.datum_uit is not None)
    return max(dagen)


def _motivering(stand: Stand, velden: Velden, optie: int, ingang: date) -> str:
    plek = stand.plekken[stand.plek[optie]]
    uitstromer = stand.mensen[stand.persoon[optie]]
    niveau = int(velden.plekken.prikkelniveau[stand.plek[optie]])
    return motivering(
        uitstromer,
        plek,
        gemeente=stand.gemeentenamen[plek.gemeentecode],
        omgeving=stand.omgevingen.get(plek.wijkcode or ""),
        prikkelniveau=None if niveau == ONBEKEND else niveau,
        ingangsdatum=ingang,
        doorstroom=uitstromer.uitstromer_id in stand.blijvend,
        vast=optie in stand.vast,
    )


def niet_geplaatst(
    stand: Stand, paren: Paren, uitgesloten: Mapping[str, str], botsingen: Botsingen, gekozen: Iterable[int]
) -> tuple[NietGeplaatst, ...]:
    """Everybody without a proposal, in the order of uitstromer_id."""
    geplaatst = {int(stand.persoon[optie]) for optie in gekozen}
    rijen = [
        *(_niet(naam, Status.UITGESLOTEN, code) for naam, code in uitgesloten.items()),
        *(_zonder(stand, paren, botsingen, p) for p in range(len(stand.mensen)) if p not in geplaatst),
    ]
    return tuple(sorted(rijen, key=lambda rij: rij.uitstromer_id))


def _niet(naam: str, status: Status, code: str, vol: frozenset[str] = frozenset()) -> NietGeplaatst:
    return NietGeplaatst(uitstromer_id=naam, status=status, code=code, toelichting=toelichting(status, code, vol=vol))


def _zonder(stand: Stand, paren: Paren, botsingen: Botsingen, persoon: int) -> NietGeplaatst:
    naam = stand.mensen[persoon].uitstromer_id
    opties = stand.per_persoon.get(persoon, ())
    if not opties:
        return _niet(naam, Status.GEEN_PASSEND_AANBOD, hoofdreden(paren, persoon))
    breekt = min(_breekt(stand, botsingen, opties), key=lambda rij: (len(rij[1]), rij[0]))[1]
    vol = frozenset(code for code, al_vol in breekt.items() if al_vol)
    return _niet(naam, Status.VERDRONGEN, "|".join(breekt) or NIETS, vol)


def _breekt(stand: Stand, botsingen: Botsingen, opties: Iterable[int]) -> Iterator[tuple[str, Mapping[str, bool]]]:
    for optie in opties:
        yield stand.plekken[stand.plek[optie]].id, botsingen.breekt(optie)


def hoofdreden(paren: Paren, persoon: int) -> str:
    """R01 when no woonvorm fits; else the rule whose removal alone opens most plekken, the lower code on a tie."""
    if not paren.vorm_past[persoon]:
        return PAARREGELS[0].code
    alleen = paren.alleen[persoon].tolist()
    meeste = max(alleen[1:])
    return PAARREGELS[alleen.index(meeste, 1)].code if meeste else NIETS
