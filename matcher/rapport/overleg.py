"""The page for a meeting with others (``rapport_overleg.html``).

No rows about people and nothing more precise than a wijk (contract par. 6). How many proposals a corporatie,
gemeente or wijk gets is their own business and shown as it is, one dimension at a time; so are the totals of the
region. Every other count of people who wait is hidden below ten (``onderdrukking``). Hours of care, complexen and
which protection somebody has are left out.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from data.regio import Regio
from data.teksten.rapport import BATCHREGELS, BESCHERMD, LEEG_ANDERS
from matcher.rapport import gebruik
from matcher.rapport.kop import Kop, kop
from matcher.rapport.leeg import LeegDoor, leeg_door
from matcher.rapport.namen import Namen, woonvorm_naam
from matcher.rapport.onderdrukking import klein, verdeling
from matcher.uitkomst import BatchUitkomst, Overzicht, Status, Voorstel

STATUSSEN = {
    Status.GEEN_PASSEND_AANBOD: "er is nog geen passend aanbod",
    Status.VERDRONGEN: "er was een passende plek, maar daar was geen ruimte meer",
}
BESCHERMENDE_REGELS = frozenset({"K7", "K11"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Proposals counted along one dimension."""

    titel: str
    rijen: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LeegRegel:
    """Places in a gemeente that stay empty because of a rule, and how many people wait for them."""

    regel: str
    gemeente: str
    plaatsen: int
    mensen: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overleg:
    """All that the page for a meeting shows."""

    kop: Kop
    tellingen: tuple[Telling, ...]
    zonder_plek: tuple[tuple[str, str], ...]
    leeg: tuple[LeegRegel, ...]
    opgaven: tuple[gebruik.Opgave, ...]
    ruimte: gebruik.Ruimte
    gemeenten: tuple[gebruik.Rij, ...]
    wijken: tuple[gebruik.Rij, ...]
    contingenten: tuple[gebruik.Rij, ...]


def overleg(uitkomst: BatchUitkomst, regio: Regio) -> Overleg:
    """What the page for a meeting shows of a batch of ``regio``."""
    namen = Namen.van(regio)
    overzicht = _zonder_zorgzwaarte(uitkomst.overzicht, regio)
    return Overleg(
        kop=kop(uitkomst, regio),
        tellingen=_tellingen(uitkomst.voorstellen, namen),
        zonder_plek=_zonder_plek(uitkomst),
        leeg=tuple(rij for blok in leeg_door(overzicht.leeg, _openbaar) for rij in _leeg(blok, namen)),
        opgaven=gebruik.opgaven(overzicht, namen),
        ruimte=gebruik.ruimte(regio),
        gemeenten=gebruik.gemeenten(overzicht, namen, regio.instellingen.spreiding.speling),
        wijken=gebruik.wijken(overzicht, regio, namen),
        contingenten=gebruik.contingenten(overzicht, regio, namen, met_id=False),
    )


def _zonder_zorgzwaarte(overzicht: Overzicht, regio: Regio) -> Overzicht:
    """Where points differ by care, those of one newcomer would tell how heavy it is: old and new together."""
    if len(set(regio.instellingen.draagkracht.gewicht.values())) == 1:
        return overzicht
    samen = tuple(replace(g, geteld=g.geteld + g.nieuw, nieuw=0) for g in overzicht.draagkracht)
    return replace(overzicht, draagkracht=samen)


def _tellingen(voorstellen: tuple[Voorstel, ...], namen: Namen) -> tuple[Telling, ...]:
    def geteld(titel: str, naam: Callable[[Voorstel], str]) -> Telling:
        return Telling(titel=titel, rijen=tuple(sorted(Counter(map(naam, voorstellen)).items())))

    return (
        geteld("corporatie", lambda v: v.corporatie),
        geteld("gemeente", lambda v: namen.gemeente(v.gemeentecode)),
        geteld("wijk", lambda v: _wijk(v, namen)),
        geteld("woonvorm", lambda v: woonvorm_naam(v.woonvorm)),
    )


def _wijk(voorstel: Voorstel, namen: Namen) -> str:
    if voorstel.wijkcode is None:
        return f"{namen.gemeente(voorstel.gemeentecode)}, wijk nog niet bekend"
    return namen.plaats(voorstel.gemeentecode, voorstel.wijkcode)


def _zonder_plek(uitkomst: BatchUitkomst) -> tuple[tuple[str, str], ...]:
    per_status = Counter(rij.status for rij in uitkomst.niet_geplaatst)
    getoond = verdeling([per_status[status] for status in STATUSSEN])
    return tuple(zip(STATUSSEN.values(), getoond, strict=True))


def _openbaar(code: str) -> str:
    return BESCHERMD if code in BESCHERMENDE_REGELS else BATCHREGELS[code]


def _leeg(blok: LeegDoor, namen: Namen) -> Iterator[LeegRegel]:
    for code in sorted({plek.gemeentecode for plek in blok.plekken}):
        deel = replace(blok, plekken=tuple(plek for plek in blok.plekken if plek.gemeentecode == code))
        yield LeegRegel(
            regel=LEEG_ANDERS.get(blok.regel, blok.regel),
            gemeente=namen.gemeente(code),
            plaatsen=deel.plaatsen,
            mensen=klein(len(deel.mensen)),
        )
