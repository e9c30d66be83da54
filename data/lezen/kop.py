"""The header of a table: which cell of a row belongs to which column."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from data.kolom import Kolom
from data.lezen.fout import citaat
from data.lezen.ruw import Ruw
from data.meldingen import Melding, fout

OPMERKING = "x_"
"""A column whose name begins so is a remark: passed over, never stored, never shown."""
_TOONBAAR = re.compile(r"[A-Za-z][A-Za-z0-9_ -]{0,39}")


@dataclass(frozen=True, slots=True)
class Kop:
    """``plaatsen``: the place of each known column in a row; ``breedte``: cells that the header names."""

    plaatsen: Mapping[str, int]
    breedte: int


def lees_kop(ruw: Ruw, bekend: Mapping[str, Kolom]) -> tuple[Kop | None, list[Melding]]:
    """Match the header with the columns of the table; without a single known column there is no ``Kop``."""
    if ruw.fout and not ruw.kop:
        return None, []
    namen = _zonder_leeg_einde(ruw.kop)
    plaatsen: dict[str, int] = {}
    meldingen: list[Melding] = []
    for plek, naam in enumerate(namen):
        laag = naam.lower()
        if laag in plaatsen:
            meldingen.append(fout("kolom_dubbel", ruw.bestand, 1, laag))
        elif laag in bekend:
            plaatsen[laag] = plek
        elif not laag.startswith(OPMERKING):
            meldingen.append(_onbekend(ruw.bestand, naam, plek, bekend))
    if not plaatsen:
        return None, [fout("kop_onleesbaar", ruw.bestand, 1, kolommen=";".join(list(bekend)[:4]))]
    meldingen += [
        fout("kolom_ontbreekt", ruw.bestand, 1, naam, betekenis=kolom.betekenis)
        for naam, kolom in bekend.items()
        if kolom.verplicht and naam not in plaatsen
    ]
    return Kop(plaatsen, len(namen)), meldingen


def _onbekend(bestand: str, naam: str, plek: int, bekend: Mapping[str, Kolom]) -> Melding:
    """A column that nobody reads. A name that looks like contents (no header?) is not repeated."""
    if not naam:
        return fout("kolom_naamloos", bestand, 1, letter(plek))
    bijna = get_close_matches(naam.lower(), bekend, n=1, cutoff=0.0)[0]
    if not _TOONBAAR.fullmatch(naam):
        return fout("kolom_onbekend", bestand, 1, letter(plek), naam="deze naam", bijna=bijna)
    return fout("kolom_onbekend", bestand, 1, naam, naam=citaat(naam), bijna=bijna)


def letter(plek: int) -> str:
    """The name that Excel gives to the column at ``plek`` (from 0): A, B, ... AA."""
    tekst = ""
    rest = plek + 1
    while rest:
        rest, cijfer = divmod(rest - 1, 26)
        tekst = chr(ord("A") + cijfer) + tekst
    return tekst


def _zonder_leeg_einde(namen: Sequence[str]) -> Sequence[str]:
    while namen and not namen[-1]:
        namen = namen[:-1]
    return namen
