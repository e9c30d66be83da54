"""How full the limits are: rows of bars, and what each gemeente still owes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

from data.keuzes import Vrij
from data.regio import Regio
from matcher.rapport.namen import Namen, getal, korte_dag, uren, woonvorm_naam
from matcher.rapport.staaf import Staaf, Vulling, staaf, vulling
from matcher.uitkomst import Gebruik, Overzicht


@dataclass(frozen=True, slots=True, kw_only=True)
class Balk:
    """A bar with its words: ``som`` as in "6 + 4 = 10", ``oordeel``: what is left or over."""

    som: str
    grens: str | None
    staaf: Staaf
    vulling: Vulling
    oordeel: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rij:
    """A line of a table of bars; ``onder`` stands in small print below ``naam``. An absent bar: no such limit."""

    naam: str
    onder: str
    balken: tuple[Balk | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Opgave:
    """What a gemeente still owes this year. ``nog`` below zero: more than agreed."""

    gemeente: str
    quotum: int
    geteld: int
    nieuw: int

    @property
    def nog(self) -> int:
        """Placements still to be delivered."""
        return self.quotum - self.geteld - self.nieuw


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruimte:
    """What may come on top of a quota: ``speling`` for anyone, and without end for those whom the region names."""

    speling: int
    crisis: bool
    herkomst: bool


def ruimte(regio: Regio) -> Ruimte:
    """What the region allows on top of the quotas."""
    spreiding = regio.instellingen.spreiding
    return Ruimte(
        speling=spreiding.speling, crisis=Vrij.CRISIS in spreiding.vrij, herkomst=Vrij.HERKOMST in spreiding.vrij
    )


def balk(gebruik: Gebruik, tekst: Callable[[int], str] = getal) -> Balk:
    """The bar of a limit; ``tekst`` words an amount."""
    na = gebruik.geteld + gebruik.nieuw
    soort = vulling(gebruik)
    return Balk(
        som=_som(gebruik, tekst),
        grens=None if gebruik.grens is None else tekst(gebruik.grens),
        staaf=staaf(gebruik),
        vulling=soort,
        oordeel=_oordeel(soort, (gebruik.grens or 0) - na, tekst),
    )


def _som(gebruik: Gebruik, tekst: Callable[[int], str]) -> str:
    na = tekst(gebruik.geteld + gebruik.nieuw)
    if not gebruik.nieuw:
        return na
    teken = "+" if gebruik.nieuw > 0 else "\N{MINUS SIGN}"
    return f"{tekst(gebruik.geteld)} {teken} {tekst(abs(gebruik.nieuw))} = {na}"


def _oordeel(soort: Vulling, ruimte: int, tekst: Callable[[int], str]) -> str:
    match soort:
        case Vulling.RUIMTE:
            return f"nog {tekst(ruimte)}"
        case Vulling.VOL:
            return "vol"
        case Vulling.OVER:
            return f"{tekst(-ruimte)} boven de grens"
        case Vulling.GEEN_GRENS:
            return "geen grens"


def opgaven(overzicht: Overzicht, namen: Namen) -> tuple[Opgave, ...]:
    """What each gemeente with a quota still owes."""
    return tuple(
        Opgave(gemeente=namen.gemeente(g.code), quotum=g.grens, geteld=g.geteld, nieuw=g.nieuw)
        for g in overzicht.quota
        if g.grens is not None
    )


def gemeenten(overzicht: Overzicht, namen: Namen, speling: int) -> tuple[Rij, ...]:
    """Use of the quotas with what may come on top (K4)."""
    return tuple(
        Rij(
            naam=namen.gemeente(g.code),
            onder=f"quotum {g.grens}, speling {speling}" if speling else "",
            balken=(balk(replace(g, grens=g.grens + speling)),),
        )
        for g in overzicht.quota
        if g.grens is not None
    )


def wijken(overzicht: Overzicht, regio: Regio, namen: Namen) -> tuple[Rij, ...]:
    """Use of draagkracht and instroom (K5) of each wijk that has a limit or gets someone."""
    draagkracht = _belangrijk(overzicht.draagkracht)
    instroom = _belangrijk(overzicht.instroom)
    return tuple(
        Rij(
            naam=wijk.naam,
            onder="; ".join(filter(None, (namen.gemeente(wijk.gemeentecode), _herkomst(regio, wijk.wijkcode)))),
            balken=tuple(
                balk(deel[wijk.wijkcode]) if wijk.wijkcode in deel else None for deel in (draagkracht, instroom)
            ),
        )
        for wijk in regio.wijken
        if wijk.wijkcode in draagkracht or wijk.wijkcode in instroom
    )


def _belangrijk(gebruik: Iterable[Gebruik]) -> dict[str, Gebruik]:
    return {g.code: g for g in gebruik if g.grens is not None or g.nieuw}


def _herkomst(regio: Regio, wijkcode: str) -> str:
    """Who set the draagkracht and when: a number is a judgement with an owner."""
    wijk = next(w for w in regio.wijken if w.wijkcode == wijkcode)
    if wijk.draagkracht is None:
        return ""
    delen = (wijk.draagkracht_bron, None if wijk.draagkracht_datum is None else korte_dag(wijk.draagkracht_datum))
    return "draagkracht volgens " + ", ".join(d for d in delen if d) if any(delen) else "draagkracht zonder bron"


def contingenten(overzicht: Overzicht, regio: Regio, namen: Namen, *, met_id: bool) -> tuple[Rij, ...]:
    """Use of the contingenten (K3)."""
    per_id = {c.contingent_id: c for c in regio.contingenten}
    rijen = []
    for gebruik in overzicht.contingenten:
        contingent = per_id[gebruik.code]
        waar = f"{namen.gemeente(contingent.gemeentecode)}, {woonvorm_naam(contingent.woonvorm)}, {contingent.jaar}"
        onder = f"{gebruik.code}; {waar}" if met_id else waar
        rijen.append(Rij(naam=contingent.corporatie, onder=onder, balken=(balk(gebruik),)))
    return tuple(rijen)


def complexen(overzicht: Overzicht, regio: Regio, namen: Namen) -> tuple[Rij, ...]:
    """Use of the complexen (K6) with a limit; one that holds a protected address shows its wijk only."""
    waar: dict[str, set[str]] = {}
    geheim = set()
    for woning in regio.woningen:
        if woning.complex_id is not None and woning.gemeentecode is not None:
            waar.setdefault(woning.complex_id, set()).add(namen.plaats(woning.gemeentecode, woning.wijkcode))
            if woning.geheim:
                geheim.add(woning.complex_id)
    return tuple(
        Rij(
            naam="geheim adres" if gebruik.code in geheim else gebruik.code,
            onder="; ".join(sorted(waar.get(gebruik.code, set()))),
            balken=(balk(gebruik),),
        )
        for gebruik in overzicht.complexen
        if gebruik.grens is not None
    )


def aanbieders(overzicht: Overzicht, namen: Namen) -> tuple[Rij, ...]:
    """Use of the hours a week of care providers (K9)."""
    return tuple(
        Rij(naam=namen.aanbieder(g.code), onder="", balken=(balk(g, uren),))
        for g in overzicht.uren
        if g.grens is not None or g.geteld or g.nieuw
    )
