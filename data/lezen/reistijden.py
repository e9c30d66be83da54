"""The travel times that a region gives itself: ``geo/reistijden.csv`` (contract par. 7)."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from data.kolom import kolommen
from data.lezen.bestand import bestaat, lees_bytes
from data.lezen.csvbestand import lees_csv
from data.lezen.fout import BestandError, citaat
from data.lezen.tabel import Tabel, lees_tabel
from data.lezen.volgorde import canoniek
from data.meldingen import Melding, fout, let_op
from data.records import Reistijd
from data.regio import Regio

BESTAND = "geo/reistijden.csv"
MEESTE_RIJEN = 250_000
"""Providers times woningen."""


def lees_reistijden(map_: Path, regio: Regio) -> tuple[tuple[Reistijd, ...], tuple[Melding, ...]]:
    """The rows of ``geo/reistijden.csv``, by provider and woning; and what is wrong.

    Rows about woningen that are not listed are among them: a matrix of such rows alone is a matrix as
    well (decision 26). Nothing when the file is not there. A file that changed since ``regio`` was read is a fault.
    Links were checked when the region was read.
    """
    if not bestaat(map_, BESTAND):
        return (), ()
    try:
        inhoud = lees_bytes(map_, BESTAND)
        if regio.invoer.get(BESTAND, inhoud.sha256) != inhoud.sha256:
            raise BestandError("bestand_gewijzigd")
    except BestandError as mis:
        return (), (mis.melding(BESTAND),)
    matrix = lees_matrix(inhoud.bytes)
    return canoniek(Reistijd, matrix.rijen), tuple(sorted(matrix.meldingen))


def lees_matrix(inhoud: bytes) -> Tabel[Reistijd]:
    """The rows of the file from its bytes."""
    try:
        ruw, is_cp1252 = lees_csv(BESTAND, inhoud, kolommen(Reistijd), meeste_rijen=MEESTE_RIJEN)
    except BestandError as mis:
        return Tabel(BESTAND, (), (), (mis.melding(BESTAND),), None)
    gelezen = lees_tabel(Reistijd, ruw)
    extra = (let_op("bestand_cp1252", BESTAND),) if is_cp1252 else ()
    return Tabel(BESTAND, gelezen.rijen, gelezen.delen, (*gelezen.meldingen, *extra), gelezen.sleutels)


def reistijdlinks(
    rijen: tuple[Reistijd, ...], aanbieders: frozenset[str] | None, woningen: frozenset[str] | None
) -> Iterator[Melding]:
    """An unknown provider is a fault, told once; woningen that are not listed now are counted in one note.

    None: nobody knows which there are.
    """
    if aanbieders is not None:
        vreemd = {
            rij.aanbieder: rij.rij for rij in reversed(rijen) if rij.aanbieder and rij.aanbieder not in aanbieders
        }
        for naam, nummer in vreemd.items():
            velden = {"waarde": citaat(naam), "waar": "aanbieders.csv"}
            if bijna := get_close_matches(naam, sorted(aanbieders), n=1):
                yield fout("link_bijna", BESTAND, nummer, "aanbieder", bijna=bijna[0], **velden)
            else:
                yield fout("link_onbekend", BESTAND, nummer, "aanbieder", **velden)
    if woningen is not None:
        onbekend = sum(rij.woning_id is not None and rij.woning_id not in woningen for rij in rijen)
        if onbekend:
            yield let_op("reistijd_woning_onbekend", BESTAND, aantal=onbekend)
