"""The region folder: every file that is there, read in one go, with every fault of all of them."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from data.instellingen import Instellingen
from data.kolom import Record, kolommen
from data.lezen.bestand import Inhoud, bestaat, lees_bytes, sha256_van
from data.lezen.csvbestand import lees_csv
from data.lezen.fout import BestandError, citaat
from data.lezen.links import linkfouten
from data.lezen.persoonsgegevens import persoonsgegevens
from data.lezen.regels import BESTAND as REGELS
from data.lezen.regels import Regels, lees_regels
from data.lezen.reistijden import BESTAND as REISTIJDEN
from data.lezen.reistijden import lees_matrix, reistijdlinks
from data.lezen.rijregels import rijfouten
from data.lezen.ruw import Ruw
from data.lezen.tabel import Tabel, lees_tabel
from data.lezen.volgorde import canoniek
from data.meldingen import Ernst, Melding, fout, let_op
from data.records import TABELLEN, Aanbieder, Woning
from data.regio import Regio

WERKBOEK = "regio.xlsx"
LAGEN = ("geluid", "prikkelbronnen", "wegen", "buurten", "voorzieningen")
"""Layers in ``geo/`` (contract par. 7)."""
KAARTBESTANDEN = (
    *(f"wijken{soort}" for soort in (".gpkg", ".geojson")),
    *(f"geo/{laag}{soort}" for laag in LAGEN for soort in (".gpkg", ".geojson")),
)
"""Files that ``geo/`` reads; here only their bytes count, for the certificate."""


@dataclass(frozen=True, slots=True)
class Lezing:
    """A region as read, and everything there is to say about the files. With ``fouten`` nothing may be done."""

    regio: Regio
    meldingen: tuple[Melding, ...]

    @property
    def fouten(self) -> tuple[Melding, ...]:
        """The messages that stop a run (exit code 2)."""
        return tuple(melding for melding in self.meldingen if melding.ernst is Ernst.FOUT)


def lees_regio(map_: Path) -> Lezing:
    """Read a region folder (contract par. 1). It never raises on bad input: every fault is a message.

    Rows with a fault are left out of the region, so that later stages can add the faults they find.
    """
    if not map_.is_dir():
        code = "map_geen_map" if bestaat(map_.parent, map_.name) else "map_ontbreekt"
        return Lezing(Regio(), (fout(code, naam=citaat(map_.name)),))
    if not os.access(map_, os.R_OK | os.X_OK):
        return Lezing(Regio(), (fout("map_rechten", naam=citaat(map_.name)),))
    return _Maplezer(map_).lees()


class _Maplezer:
    """Reads one folder; it lives as long as that takes."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        self.meldingen: list[Melding] = []
        self.invoer: dict[str, str] = {}
        self.werkboek_stuk = False

    def lees(self) -> Lezing:
        regels = self._regels()
        bladen = self._werkboek()
        tabellen = {tabel: self._tabel(tabel, bladen) for tabel in TABELLEN}
        self._kaarten()
        self._reistijden(tabellen)
        self._vreemde_bestanden()
        for tabel, gelezen in tabellen.items():
            self.meldingen += gelezen.meldingen
            self.meldingen += rijfouten(tabel, gelezen)
            self.meldingen += persoonsgegevens(tabel, gelezen.bestand, gelezen.alle)
        self.meldingen += linkfouten(tabellen, regels.instellingen, regels.woonvormen)
        regio = Regio(
            instellingen=regels.instellingen,
            invoer=dict(sorted(self.invoer.items())),
            **{tabel.tabel: canoniek(tabel, gelezen.rijen) for tabel, gelezen in tabellen.items()},
        )
        return Lezing(regio, tuple(sorted(set(self.meldingen))))

    def _regels(self) -> Regels:
        inhoud = self._inhoud(REGELS)
        if inhoud is None:
            return Regels(Instellingen(), (), frozenset(Instellingen().woonvormen))
        regels = lees_regels(inhoud.bytes)
        self.meldingen += regels.meldingen
        return regels

    def _inhoud(self, naam: str) -> Inhoud | None:
        """The bytes of a file, or None when it is not there or cannot be read (then with a message)."""
        if not bestaat(self.map, naam):
            return None
        try:
            inhoud = lees_bytes(self.map, naam)
        except BestandError as mis:
            self._fout(naam, mis)
            return None
        self.invoer[naam] = inhoud.sha256
        return inhoud

    def _fout(self, naam: str, mis: BestandError) -> None:
        self.meldingen.append(mis.melding(naam))

    def _werkboek(self) -> Mapping[str, Ruw]:
        """The sheets of ``regio.xlsx`` by table name."""
        inhoud = self._inhoud(WERKBOEK)
        if inhoud is None:
            self.werkboek_stuk = bestaat(self.map, WERKBOEK)
            return {}
        from data.lezen.werkboek import lees_werkboek  # loads openpyxl

        try:
            bladen, meldingen = lees_werkboek(WERKBOEK, inhoud.bytes)
        except BestandError as mis:
            self._fout(WERKBOEK, mis)
            self.werkboek_stuk = True
            return {}
        self.meldingen += meldingen
        return bladen

    def _tabel(self, tabel: type[Record], bladen: Mapping[str, Ruw]) -> Tabel[Any]:
        naam = f"{tabel.tabel}.csv"
        blad = bladen.get(tabel.tabel)
        if not bestaat(self.map, naam):
            return lees_tabel(tabel, blad) if blad else self._zonder(tabel, naam)
        if blad:
            self.meldingen.append(fout("tabel_tweemaal", naam, werkboek=WERKBOEK))
        inhoud = self._inhoud(naam)
        if inhoud is None:
            return Tabel(naam, (), (), (), None)
        try:
            ruw, is_cp1252 = lees_csv(naam, inhoud.bytes, kolommen(tabel))
        except BestandError as mis:
            self._fout(naam, mis)
            return Tabel(naam, (), (), (), None)
        if is_cp1252:
            self.meldingen.append(let_op("bestand_cp1252", naam))
        return lees_tabel(tabel, ruw)

    def _zonder(self, tabel: type[Record], naam: str) -> Tabel[Any]:
        """A table that is not there: nobody is known, or it had to be there and nobody can say."""
        if self.werkboek_stuk:  # perhaps it is in there
            return Tabel(naam, (), (), (), None)
        if tabel.verplichte_tabel:
            self.meldingen.append(fout("tabel_ontbreekt", naam))
            return Tabel(naam, (), (), (), None)
        return Tabel(naam, (), (), (), frozenset())

    def _kaarten(self) -> None:
        for naam in KAARTBESTANDEN:
            if bestaat(self.map, naam):
                try:
                    self.invoer[naam] = sha256_van(self.map, naam)
                except BestandError as mis:
                    self._fout(naam, mis)

    def _reistijden(self, tabellen: Mapping[type[Record], Tabel[Any]]) -> None:
        inhoud = self._inhoud(REISTIJDEN)
        if inhoud is not None:
            matrix = lees_matrix(inhoud.bytes)
            self.meldingen += matrix.meldingen
            self.meldingen += reistijdlinks(matrix.alle, tabellen[Aanbieder].sleutels, tabellen[Woning].sleutels)

    def _vreemde_bestanden(self) -> None:
        """A table under another name would silently not count."""
        bekend = [f"{tabel.tabel}.csv" for tabel in TABELLEN] + [WERKBOEK, REGELS, REISTIJDEN, *KAARTBESTANDEN]
        for pad in sorted(self.map.iterdir()):
            soort = pad.suffix.lower()
            if soort not in (".csv", ".xlsx", ".xls", ".toml", ".gpkg", ".geojson"):
                continue
            if pad.name in bekend or pad.name.startswith((".", "~$")):
                continue
            self.meldingen.append(_vreemd(pad, bekend))


def _vreemd(pad: Path, bekend: list[str]) -> Melding:
    """What is said of a file that nobody reads. Names are compared without their ending, which many share."""
    namen = dict.fromkeys(Path(naam).stem for naam in bekend)
    bijna = get_close_matches(pad.stem.lower(), namen, n=1)
    if not bijna:
        return let_op("bestand_vreemd", naam=citaat(pad.name))
    gelijk = [naam for naam in bekend if Path(naam).stem == bijna[0]]
    beste = get_close_matches(f"{bijna[0]}{pad.suffix.lower()}", gelijk, n=1, cutoff=0.0)[0]
    return let_op("bestand_vreemd_bijna", naam=citaat(pad.name), bijna=beste)
