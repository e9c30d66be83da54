"""The page for the desk (``rapport.html``): every proposal, everyone without one, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from data.keuzes import Urgentie
from data.records import Uitstromer
from data.regio import Regio
from data.teksten.rapport import BATCHREGELS, LEEG_ANDERS
from matcher.rapport import gebruik
from matcher.rapport.kop import Kop, kop
from matcher.rapport.leeg import SAMEN, LeegDoor, leeg_door
from matcher.rapport.namen import Namen, getal, korte_dag, woonvorm_naam
from matcher.uitkomst import BatchUitkomst, LegePlek, NietGeplaatst, PlekSoort, Status, Voorstel

STATUSSEN = {
    Status.UITGESLOTEN: "doet niet mee",
    Status.GEEN_PASSEND_AANBOD: "geen passend aanbod",
    Status.VERDRONGEN: "geen plek over",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VoorstelRij:
    """A proposal in words."""

    plek: str
    soort: str
    plaats: str
    persoon: str
    urgentie: Urgentie
    wachtdagen: str
    ingangsdatum: str
    motivering: str
    vast: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Corporatie:
    """The proposals of one landlord."""

    naam: str
    voorstellen: tuple[VoorstelRij, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wachtende:
    """Someone without a proposal."""

    persoon: str
    urgentie: Urgentie
    wachtdagen: str
    status: str
    code: str
    toelichting: str
    let_op: tuple[str, ...]
    """Why this one cannot wait; empty for most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LegeRij:
    """A plek that stays empty, and who waits for it because of the rule of the block."""

    plek: str
    soort: str
    corporatie: str
    plaats: str
    vrij: int
    wachtenden: tuple[tuple[str, str], ...]
    """Person, and the rules that stand in the way where there are several (empty: the rule of the block)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LeegBlok:
    """The plekken that stay empty because of one rule, or of several at once."""

    regel: str
    plaatsen: int
    mensen: int
    rijen: tuple[LegeRij, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Werkrapport:
    """All that the page for the desk shows."""

    kop: Kop
    vast: int
    dringend: tuple[Wachtende, ...]
    leeg: tuple[LeegBlok, ...]
    corporaties: tuple[Corporatie, ...]
    wachtenden: tuple[Wachtende, ...]
    uitgesloten: tuple[Wachtende, ...]
    opgaven: tuple[gebruik.Opgave, ...]
    ruimte: gebruik.Ruimte
    wijken: tuple[gebruik.Rij, ...]
    gemeenten: tuple[gebruik.Rij, ...]
    contingenten: tuple[gebruik.Rij, ...]
    complexen: tuple[gebruik.Rij, ...]
    aanbieders: tuple[gebruik.Rij, ...]
    seed: str
    reden: str | None


def werkrapport(uitkomst: BatchUitkomst, regio: Regio) -> Werkrapport:
    """What the page for the desk shows of a batch of ``regio``."""
    namen = Namen.van(regio)
    personen = {persoon.uitstromer_id: persoon for persoon in regio.uitstromers}
    rijen = {rij.uitstromer_id: rij for rij in uitkomst.niet_geplaatst}
    volgorde = sorted(rijen, key=lambda wie: (personen[wie].wachtend_sinds, wie))
    rang = {wie: nummer for nummer, wie in enumerate(volgorde)}
    regels = {wie: _wachtende(rijen[wie], personen[wie], uitkomst, regio) for wie in volgorde}
    mee = tuple(regels[wie] for wie in volgorde if rijen[wie].status is not Status.UITGESLOTEN)
    return Werkrapport(
        kop=kop(uitkomst, regio),
        vast=sum(voorstel.vast for voorstel in uitkomst.voorstellen),
        dringend=tuple(wachtende for wachtende in mee if wachtende.let_op),
        leeg=tuple(_blok(blok, namen, rang) for blok in leeg_door(uitkomst.overzicht.leeg)),
        corporaties=_corporaties(uitkomst.voorstellen, namen),
        wachtenden=mee,
        uitgesloten=tuple(regels[wie] for wie in volgorde if rijen[wie].status is Status.UITGESLOTEN),
        opgaven=gebruik.opgaven(uitkomst.overzicht, namen),
        ruimte=gebruik.ruimte(regio),
        wijken=gebruik.wijken(uitkomst.overzicht, regio, namen),
        gemeenten=gebruik.gemeenten(uitkomst.overzicht, namen, regio.instellingen.spreiding.speling),
        contingenten=gebruik.contingenten(uitkomst.overzicht, regio, namen, met_id=True),
        complexen=gebruik.complexen(uitkomst.overzicht, regio, namen),
        aanbieders=gebruik.aanbieders(uitkomst.overzicht, namen),
        seed=uitkomst.seed,
        reden=uitkomst.reden,
    )


def _corporaties(voorstellen: Iterable[Voorstel], namen: Namen) -> tuple[Corporatie, ...]:
    op_naam = sorted(voorstellen, key=lambda v: (v.corporatie, v.gemeentecode, v.plek, v.uitstromer_id))
    return tuple(
        Corporatie(naam=naam, voorstellen=tuple(_voorstel(v, namen) for v in deel))
        for naam, deel in groupby(op_naam, key=lambda v: v.corporatie)
    )


def _voorstel(voorstel: Voorstel, namen: Namen) -> VoorstelRij:
    return VoorstelRij(
        plek=voorstel.plek,
        soort=_soort(voorstel.soort, voorstel.woonvorm),
        plaats=namen.plaats(voorstel.gemeentecode, voorstel.wijkcode),
        persoon=voorstel.uitstromer_id,
        urgentie=voorstel.urgentie,
        wachtdagen=getal(voorstel.wachtdagen),
        ingangsdatum=korte_dag(voorstel.ingangsdatum),
        motivering=voorstel.motivering,
        vast=voorstel.vast,
    )


def _soort(soort: PlekSoort, woonvorm: str) -> str:
    naam = woonvorm_naam(woonvorm)
    return f"{naam}, nog zonder adres" if soort is PlekSoort.CONTINGENT else naam


def _wachtende(rij: NietGeplaatst, persoon: Uitstromer, uitkomst: BatchUitkomst, regio: Regio) -> Wachtende:
    return Wachtende(
        persoon=rij.uitstromer_id,
        urgentie=persoon.urgentie,
        wachtdagen=getal(max(0, (uitkomst.datum - persoon.wachtend_sinds).days)),
        status=STATUSSEN[rij.status],
        code=rij.code.replace("|", ", ").replace("-", "\N{EN DASH}"),
        toelichting=rij.toelichting,
        let_op=_let_op(persoon, uitkomst, regio),
    )


def _let_op(persoon: Uitstromer, uitkomst: BatchUitkomst, regio: Regio) -> tuple[str, ...]:
    """Crisis, or a last day within ``op_tijd_dagen``: what the levels of the objective put first."""
    delen = ["urgentie crisis"] if persoon.urgentie is Urgentie.CRISIS else []
    uiterste = persoon.uiterste_datum
    if uiterste is not None and uiterste <= uitkomst.datum + timedelta(days=regio.instellingen.batch.op_tijd_dagen):
        woord = "moest weg zijn op" if uiterste < uitkomst.datum else "moet weg zijn op"
        delen.append(f"{woord} {korte_dag(uiterste)}")
    return tuple(delen)


def _blok(blok: LeegDoor, namen: Namen, rang: Mapping[str, int]) -> LeegBlok:
    return LeegBlok(
        regel=LEEG_ANDERS[blok.regel] if blok.regel in LEEG_ANDERS else f"{BATCHREGELS[blok.regel]} ({blok.regel})",
        plaatsen=blok.plaatsen,
        mensen=len(blok.mensen),
        rijen=tuple(_lege_rij(plek, namen, rang, met_regels=blok.regel == SAMEN) for plek in blok.plekken),
    )


def _lege_rij(plek: LegePlek, namen: Namen, rang: Mapping[str, int], *, met_regels: bool) -> LegeRij:
    wachtenden = dict(plek.wachtenden)
    return LegeRij(
        plek=plek.plek,
        soort="contingent" if plek.soort is PlekSoort.CONTINGENT else "woning",
        corporatie=plek.corporatie,
        plaats=namen.gemeente(plek.gemeentecode),
        vrij=plek.vrij,
        wachtenden=tuple(
            (wie, ", ".join(wachtenden[wie]) if met_regels else "") for wie in sorted(wachtenden, key=rang.__getitem__)
        ),
    )
