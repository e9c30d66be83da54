"""What must hold between rows and between files: links, double names, shares, bans that clash (contract par. 1)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from data.instellingen import Instellingen
from data.kolom import Record, kolommen
from data.lezen.fout import citaat
from data.lezen.tabel import Tabel, kent, waarde_tekst
from data.meldingen import Melding, fout, let_op
from data.records import (
    Aanbieder,
    Afspraak,
    Contactverbod,
    Contingent,
    Gemeente,
    Plaatsing,
    Team,
    Uitstromer,
    Wijk,
    Woning,
)

Tabellen = Mapping[type[Record], Tabel[Any]]


@dataclass(frozen=True, slots=True)
class Link:
    """A column that names a row of another table (``doel``; None: a woonvorm of the settings)."""

    tabel: type[Record]
    kolom: str
    doel: type[Record] | None


LINKS = (
    Link(Wijk, "gemeentecode", Gemeente),
    Link(Team, "aanbieder", Aanbieder),
    Link(Woning, "gemeentecode", Gemeente),
    Link(Woning, "wijkcode", Wijk),
    Link(Woning, "contingent_id", Contingent),
    Link(Woning, "woonvorm", None),
    Link(Contingent, "gemeentecode", Gemeente),
    Link(Contingent, "woonvorm", None),
    Link(Uitstromer, "aanbieder", Aanbieder),
    Link(Uitstromer, "woonvormen", None),
    Link(Uitstromer, "uitsluiting_gebieden", Wijk),
    Link(Plaatsing, "wijkcode", Wijk),
    Link(Plaatsing, "contingent_id", Contingent),
    Link(Plaatsing, "aanbieder", Aanbieder),
    Link(Plaatsing, "woonvorm", None),
)
"""Links that must lead somewhere. Complex, corporatie, herkomst and voorkeur are free."""


def linkfouten(tabellen: Tabellen, instellingen: Instellingen, woonvormen: frozenset[str]) -> Iterator[Melding]:
    """Every fault and note between rows and files; the tables are as read, rows with faults included."""
    for link in LINKS:
        yield from _links(link, tabellen, woonvormen)
    yield from _afspraken(tabellen)
    yield from _losse_namen(tabellen)
    yield from _woning_of_contingent(tabellen)
    yield from _corporaties(tabellen)
    yield from _woning_en_contingent(tabellen)
    yield from _verdeling(tabellen[Gemeente], instellingen)
    yield from _verboden(tabellen[Contactverbod])
    yield from _vast_en_verbod(tabellen[Afspraak])


def _links(link: Link, tabellen: Tabellen, woonvormen: frozenset[str]) -> Iterator[Melding]:
    bron = tabellen[link.tabel]
    if link.doel is None:
        bekend: frozenset[str] | None = woonvormen
        waar = "regels.toml (woonvormen)"
    else:
        bekend = tabellen[link.doel].sleutels
        waar = tabellen[link.doel].bestand
    if bekend is None:
        return
    for rij in bron.alle:
        for naam in _namen(getattr(rij, link.kolom)):
            if naam not in bekend and (link.kolom != "uitsluiting_gebieden" or naam.startswith("WK")):
                yield _onbekend(link, bron.bestand, rij, naam, bekend, waar)


def _namen(waarde: str | tuple[str, ...] | None) -> tuple[str, ...]:
    if waarde is None:
        return ()
    return waarde if isinstance(waarde, tuple) else (waarde,)


def _onbekend(link: Link, bestand: str, rij: Record, naam: str, bekend: frozenset[str], waar: str) -> Melding:
    """A link to nothing; the nearest known name only where it tells nothing about a person."""
    kolom = kolommen(link.tabel)[link.kolom]
    tekst = waarde_tekst(kolom, naam)
    if any(naam.casefold() == ander.casefold() for ander in bekend):
        return fout("link_hoofdletters", bestand, rij.rij, link.kolom, waarde=tekst, waar=waar)
    bijna = () if kolom.persoonlijk else get_close_matches(naam, sorted(bekend), n=1)
    if bijna:
        return fout("link_bijna", bestand, rij.rij, link.kolom, waarde=tekst, waar=waar, bijna=bijna[0])
    return fout("link_onbekend", bestand, rij.rij, link.kolom, waarde=tekst, waar=waar)


def _afspraken(tabellen: Tabellen) -> Iterator[Melding]:
    """An unknown id is a fault; a note when a plaatsing knows it from the past."""
    tabel = tabellen[Afspraak]
    for kolom, doel in (("uitstromer_id", Uitstromer), ("woning_id", Woning), ("contingent_id", Contingent)):
        bekend = tabellen[doel].sleutels
        if bekend is None:
            continue
        vroeger = {getattr(rij, kolom) for rij in tabellen[Plaatsing].alle}
        hoofdletters = {naam.casefold() for naam in bekend}
        for rij in tabel.alle:
            naam = getattr(rij, kolom)
            if naam is None or naam in bekend:
                continue
            waar = tabellen[doel].bestand
            if naam in vroeger:
                yield let_op("afspraak_vroeger", tabel.bestand, rij.rij, kolom, waar=waar)
            else:
                code = "link_hoofdletters" if naam.casefold() in hoofdletters else "link_onbekend"
                yield fout(code, tabel.bestand, rij.rij, kolom, waarde="de inhoud", waar=waar)


def _losse_namen(tabellen: Tabellen) -> Iterator[Melding]:
    """Ids that may be unknown. One that only differs in case is a mistake: a ban would silently be off."""
    personen = _bekend(tabellen, Uitstromer, "uitstromer_id")
    verboden = tabellen[Contactverbod]
    for kolom in ("uitstromer_a", "uitstromer_b"):
        yield from _los(verboden, kolom, personen, "verbod_onbekend")
    woningen = tabellen[Woning].sleutels
    yield from _los(tabellen[Plaatsing], "woning_id", woningen, "plaatsing_woning_onbekend")


def _bekend(tabellen: Tabellen, tabel: type[Record], kolom: str) -> frozenset[str] | None:
    """The ids of a table and those that only placements know; None when they cannot be known."""
    sleutels = tabellen[tabel].sleutels
    if sleutels is None:
        return None
    return sleutels | {getattr(rij, kolom) for rij in tabellen[Plaatsing].alle} - {None}


def _los(tabel: Tabel[Any], kolom: str, bekend: frozenset[str] | None, code: str) -> Iterator[Melding]:
    if bekend is None:
        return
    hoofdletters = {naam.casefold() for naam in bekend}
    for rij in tabel.alle:
        naam = getattr(rij, kolom)
        if naam is None or naam in bekend:
            continue
        if naam.casefold() in hoofdletters:
            yield fout(
                "link_hoofdletters", tabel.bestand, rij.rij, kolom, waarde="de inhoud", waar="de andere bestanden"
            )
        else:
            yield let_op(code, tabel.bestand, rij.rij, kolom)


def _woning_of_contingent(tabellen: Tabellen) -> Iterator[Melding]:
    """No id occurs both as woning_id and as contingent_id: in a result it would not say which is meant."""
    contingenten = {naam.casefold() for naam in tabellen[Contingent].sleutels or ()}
    for rij in tabellen[Woning].alle:
        if rij.woning_id and rij.woning_id.casefold() in contingenten:
            yield fout("id_twee_soorten", tabellen[Woning].bestand, rij.rij, "woning_id", waarde=citaat(rij.woning_id))


def _corporaties(tabellen: Tabellen) -> Iterator[Melding]:
    """One corporation, one spelling: two would share a file on Windows and miss each other in R11."""
    spelling: dict[str, str] = {}
    for tabel, kolom in ((Woning, "corporatie"), (Contingent, "corporatie"), (Aanbieder, "corporaties")):
        for rij in tabellen[tabel].alle:
            for naam in _namen(getattr(rij, kolom)):
                eerste = spelling.setdefault(naam.casefold(), naam)
                if eerste != naam:
                    bestand = tabellen[tabel].bestand
                    yield fout(
                        "corporatie_spelling", bestand, rij.rij, kolom, waarde=citaat(naam), ander=citaat(eerste)
                    )


def _woning_en_contingent(tabellen: Tabellen) -> Iterator[Melding]:
    """They must agree on corporatie and gemeente; the wijk gives a gemeente that the row leaves out."""
    woningen = tabellen[Woning]
    contingenten = {rij.contingent_id: rij for rij in tabellen[Contingent].alle}
    ligt_in = {rij.wijkcode: rij.gemeentecode for rij in tabellen[Wijk].alle}
    for rij in woningen.alle:
        contingent = contingenten.get(rij.contingent_id) if rij.contingent_id else None
        if contingent is None:
            continue
        gemeente = rij.gemeentecode or ligt_in.get(rij.wijkcode)
        paren = (
            ("corporatie", rij.corporatie, contingent.corporatie),
            ("gemeentecode", gemeente, contingent.gemeentecode),
        )
        for kolom, eigen, ander in paren:
            if eigen and ander and eigen != ander:
                yield fout(
                    "contingent_anders", woningen.bestand, rij.rij, kolom, waarde=citaat(eigen), ander=citaat(ander)
                )


def _verdeling(gemeenten: Tabel[Gemeente], instellingen: Instellingen) -> Iterator[Melding]:
    """``aandeel`` and ``opgave``: all or none, a ``jaaropgave`` needs shares, and they must add up to something."""
    for kolom in ("aandeel", "opgave"):
        rijen = [rij for rij in gemeenten.alle if kent(rij, kolom)]
        leeg = [rij for rij in rijen if getattr(rij, kolom) is None]
        if len(leeg) < len(rijen):
            yield from (fout("verdeling_deels", gemeenten.bestand, rij.rij, kolom) for rij in leeg)
    aandelen = [rij.aandeel for rij in gemeenten.alle]
    if not aandelen or not all(kent(rij, "aandeel") for rij in gemeenten.alle):
        return
    if all(aandeel is None for aandeel in aandelen):
        if instellingen.spreiding.jaaropgave is not None:
            yield fout("jaaropgave_zonder_aandeel", gemeenten.bestand, 0, "aandeel")
    elif not sum(aandeel or 0 for aandeel in aandelen):
        yield fout("aandeel_nul", gemeenten.bestand, 0, "aandeel")


def _verboden(tabel: Tabel[Contactverbod]) -> Iterator[Melding]:
    """The same pair twice until the same day: the same ban is a note, another level or distance a contradiction.

    Bans with different last days are no contradiction: each holds until its own, the strictest decides.
    """
    eerder: dict[tuple[Any, ...], Contactverbod] = {}
    for rij in sorted(tabel.alle, key=lambda rij: rij.rij):
        if not (rij.uitstromer_a and rij.uitstromer_b and kent(rij, "niveau", "afstand_m", "tot")):
            continue
        paar = tuple(sorted((rij.uitstromer_a, rij.uitstromer_b)))
        ander = eerder.setdefault((paar, rij.niveau is None, rij.tot), rij)
        if ander is rij:
            continue
        if (ander.niveau, ander.afstand_m) == (rij.niveau, rij.afstand_m):
            yield let_op("verbod_dubbel", tabel.bestand, rij.rij, eerder=ander.rij)
        else:
            kolom = "afstand_m" if rij.niveau is None else "niveau"
            yield fout("verbod_strijdig", tabel.bestand, rij.rij, kolom, eerder=ander.rij)


def _vast_en_verbod(tabel: Tabel[Afspraak]) -> Iterator[Melding]:
    """A pair that is both ``vast`` and ``verbod`` (K10) without a last day, so on any day.

    With a last day it depends on the date of the batch; ``matcher/afspraken`` looks at that.
    """
    eerder: dict[tuple[str, str], Afspraak] = {}
    for rij in sorted(tabel.alle, key=lambda rij: rij.rij):
        plek = rij.woning_id or rij.contingent_id
        if rij.uitstromer_id and plek and rij.soort and rij.tot is None and kent(rij, "tot"):
            ander = eerder.setdefault((rij.uitstromer_id, plek), rij)
            if ander.soort is not rij.soort:
                yield fout("afspraak_strijdig", tabel.bestand, rij.rij, "soort", eerder=ander.rij)
