"""The result of a batch on a terminal: tables for whoever just ran it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Group, RenderableType
from rich.table import Table

from data.regio import Regio
from data.schrijven.csvtekst import cel_tekst
from matcher.rapport.namen import woonvorm_naam
from matcher.uitkomst import BatchUitkomst, Gebruik, Status

if TYPE_CHECKING:
    from collections.abc import Iterable


def schermtabellen(uitkomst: BatchUitkomst, regio: Regio) -> RenderableType:
    """Proposals, people without a place, and what each gemeente still owes."""
    return Group(_voorstellen(uitkomst, regio), _zonder_plek(uitkomst), _gemeenten(uitkomst.overzicht.quota))


VAST = ("persoon", "plek", "ingang", "reden")
"""Columns that are never broken over two lines."""


def _tabel(titel: str, *koppen: str) -> Table:
    tabel = Table(title=titel, title_justify="left", header_style="bold", show_lines=False)
    for kop in koppen:
        tabel.add_column(kop, overflow="fold", no_wrap=kop in VAST)
    return tabel


def _voorstellen(uitkomst: BatchUitkomst, regio: Regio) -> Table:
    namen = {g.gemeentecode: g.naam for g in regio.gemeenten}
    tabel = _tabel("Voorstellen", "persoon", "plek", "gemeente", "woonvorm", "ingang")
    for v in uitkomst.voorstellen:
        tabel.add_row(
            v.uitstromer_id,
            v.plek,
            namen[v.gemeentecode],
            woonvorm_naam(v.woonvorm),
            cel_tekst(v.ingangsdatum),
        )
    return tabel


def _zonder_plek(uitkomst: BatchUitkomst) -> Table:
    tabel = _tabel("Nog zonder plek", "persoon", "reden", "uitleg")
    for rij in uitkomst.niet_geplaatst:
        if rij.status is not Status.UITGESLOTEN:
            tabel.add_row(rij.uitstromer_id, rij.code, rij.toelichting)
    return tabel


def _gemeenten(quota: Iterable[Gebruik]) -> Table:
    tabel = _tabel("Wat elke gemeente nog moet leveren", "gemeente", "afgesproken", "geteld", "nieuw", "nog te leveren")
    for rij in quota:
        nog = "-" if rij.grens is None else str(max(0, rij.grens - rij.geteld - rij.nieuw))
        tabel.add_row(rij.naam, "-" if rij.grens is None else str(rij.grens), str(rij.geteld), str(rij.nieuw), nog)
    return tabel
