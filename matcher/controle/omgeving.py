"""What lies around a woning: sources of stimuli, buurten, wijken, as far as the checker can tell on its own.

Three answers: True, False, and None where a layer is there but leaves it open: it cannot be read here, or the place
lies too near a border. Then what the batch says stands (contract par. 7 lets outsiders take it as given).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from matcher.controle.cellen import Getal, Punt
from matcher.controle.kaartlaag import Laag, lees_laag

PRIKKELBRONNEN, BUURTEN, WIJKEN = "geo/prikkelbronnen", "geo/buurten", "wijken"
SOORTEN = ("gpkg", "geojson")

DICHTBIJ = 100
"""Metres within which a place outside every area belongs to the nearest one."""


@dataclass(frozen=True)
class Omgeving:
    """The layers of a region, each read when it is first asked for."""

    regio_map: Path
    _antwoorden: dict[tuple[Punt, str, Getal], bool | None] = field(default_factory=dict)

    @cached_property
    def _er_zijn(self) -> frozenset[str]:
        lagen = (PRIKKELBRONNEN, BUURTEN)
        return frozenset(
            laag for laag in lagen if any((self.regio_map / f"{laag}.{soort}").exists() for soort in SOORTEN)
        )

    @cached_property
    def _bronnen(self) -> Laag | None:
        return lees_laag(self.regio_map, PRIKKELBRONNEN)

    @cached_property
    def _buurten(self) -> Laag | None:
        return lees_laag(self.regio_map, BUURTEN)

    @cached_property
    def _wijken(self) -> Laag | None:
        return lees_laag(self.regio_map, WIJKEN)

    def bron_nabij(self, punt: Punt | None, soort: str, afstand: Getal) -> bool | None:
        """Say whether a source lies within the distance; without a layer or a place that counts as yes (R19)."""
        if punt is None or PRIKKELBRONNEN not in self._er_zijn:
            return True
        if self._bronnen is None:
            return None
        sleutel = (punt, soort, afstand)
        if sleutel not in self._antwoorden:
            self._antwoorden[sleutel] = _nabij(self._bronnen, punt, soort, afstand)
        return self._antwoorden[sleutel]

    def in_buurt(self, punt: Punt | None, buurten: frozenset[str]) -> bool | None:
        """Say whether a place lies in one of the buurten; no when its buurt cannot be known (R14)."""
        if punt is None or BUURTEN not in self._er_zijn:
            return False
        gebied = None if self._buurten is None else _gebied(self._buurten, punt, "buurtcode", None)
        return None if gebied is None else gebied in buurten

    def wijk_van(self, punt: Punt, keuze: Collection[str]) -> str | None:
        """Give the wijk of a place by the boundaries; None where they are not there or leave it open."""
        if self._wijken is None:
            return None
        return _gebied(self._wijken, punt, "wijkcode", keuze) or None


def _nabij(laag: Laag, punt: Punt, soort: str, afstand: Getal) -> bool | None:
    """Say whether a source of this kind lies nearer than ``afstand``, with the layer's margin for doubt."""
    twijfel = False
    for kenmerk in laag.kenmerken:
        if kenmerk.eigenschappen.get("soort") != soort or not kenmerk.kan_raken(punt, afstand + laag.marge):
            continue
        rand2, erin = kenmerk.vorm.rand2(punt), kenmerk.vorm.omvat(punt)
        if rand2 is None:
            continue
        zeker_erin = erin and rand2 > laag.marge**2
        if afstand > 0 and (zeker_erin or rand2 < max(0, afstand - laag.marge) ** 2):
            return True
        twijfel |= laag.marge > 0 and (erin or rand2 < (afstand + laag.marge) ** 2)
    return None if twijfel else False


def _gebied(laag: Laag, punt: Punt, kolom: str, keuze: Collection[str] | None) -> str | None:
    """Give the code of the area around a place, else of the nearest one within ``DICHTBIJ`` metres (decisions 22, 25).

    Of several at the same distance the lowest code; empty: none, or one without a code. None: too near a border to say.
    """
    afstanden: list[tuple[Getal, str]] = []
    for kenmerk in laag.kenmerken:
        code = kenmerk.eigenschappen.get(kolom, "")
        if (keuze is not None and code not in keuze) or not kenmerk.kan_raken(punt, DICHTBIJ + laag.marge):
            continue
        rand2 = kenmerk.vorm.rand2(punt)
        if rand2 is None:
            continue
        afstanden.append((0 if kenmerk.vorm.omvat(punt) else rand2, code))
        if laag.marge and rand2 <= laag.marge**2:
            return None
    if not afstanden:
        return ""
    afstand2, dichtstbij = min(afstanden)
    if laag.marge and afstand2:
        return None
    return dichtstbij if afstand2 <= DICHTBIJ**2 else ""


def lees_omgeving(regio_map: Path) -> Omgeving:
    """Give the layers of a region folder."""
    return Omgeving(regio_map)
