"""Travel times for R12: straight lines are recomputed, everything else is as the batch and the matrix give it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from pathlib import Path

from matcher.controle.cellen import Getal, TwijfelError
from matcher.controle.gegevens import Aanbieder, Plek, Regio
from matcher.controle.lezen import lees_csv
from matcher.controle.passend import kwadraat, wortel_omhoog

HEMELSBREED, WEGEN, MATRIX = "hemelsbreed", "wegen", "matrix"
BRONNEN = (HEMELSBREED, WEGEN, MATRIX)
MATRIXBESTAND = "geo/reistijden.csv"
_WEGENLAAG = ("geo/wegen.gpkg", "geo/wegen.geojson")

Sleutel = tuple[str, str]
"""``(aanbieder, woning_id)``."""


@dataclass(frozen=True, slots=True)
class Reistijd:
    """A row of ``reistijden.csv``: minutes in hundredths, None when unknown."""

    minuten: int | None
    bron: str


@dataclass(frozen=True, slots=True)
class Wegennet:
    """What the region has beside straight lines: a layer of roads, and a matrix (hundredths of a minute)."""

    wegen: bool
    matrix: Mapping[Sleutel, int | None] | None


def lees_wegennet(regio_map: Path) -> Wegennet:
    """Read what the region has; raises TwijfelError when the matrix cannot be read with certainty."""
    wegen = any((regio_map / laag).exists() for laag in _WEGENLAAG)
    bestand = regio_map / MATRIXBESTAND
    if not bestand.exists():
        return Wegennet(wegen, None)
    try:
        rijen = lees_csv(bestand, MATRIXBESTAND)
    except OSError as fout:
        raise TwijfelError(MATRIXBESTAND) from fout
    matrix: dict[Sleutel, int | None] = {}
    for rij in rijen:
        minuten = rij.getal("minuten")
        sleutel = (rij.verplicht("aanbieder"), rij.verplicht("woning_id"))
        matrix[sleutel] = None if minuten is None else _omhoog(Fraction(minuten) * 100)
    return Wegennet(wegen, matrix)


def _omhoog(getal: Fraction) -> int:
    return -((-getal.numerator) // getal.denominator)


@dataclass(frozen=True)
class Reistijden:
    """The travel times that hold in a batch: the matrix, else the roads, else straight lines (decision 26).

    Without roads a pair that the matrix leaves out is not known; a matrix with only a header is none.
    """

    regio: Regio
    wegennet: Wegennet
    batch: Mapping[Sleutel, Reistijd]

    def hemelsbreed(self, aanbieder: Aanbieder, plek: Plek) -> int | None:
        """Give the straight-line time from the nearest base, hundredths of a minute, rounded up."""
        punt = plek.plaats.punt
        if punt is None or not aanbieder.bases:
            return None
        return wortel_omhoog(self._kwadraatfactor * min(kwadraat(basis, punt) for basis in aanbieder.bases))

    @cached_property
    def _kwadraatfactor(self) -> Getal:
        """What a squared distance is multiplied by for a squared time."""
        factor: Getal = Fraction(100 * self.regio.instellingen.omweg) / self.regio.instellingen.m_per_min
        return factor * factor

    def minuten(self, aanbieder: str, plek: Plek) -> int | None:
        """Give the time to a woning that counts, hundredths of a minute; None: unknown."""
        sleutel = (aanbieder, plek.plek)
        if self.wegennet.matrix and sleutel in self.wegennet.matrix:
            return self.wegennet.matrix[sleutel]
        if self.wegennet.wegen:
            rij = self.batch.get(sleutel)
            return rij.minuten if rij is not None and rij.bron == WEGEN else None
        eigen = self.regio.aanbieders.get(aanbieder)
        return None if self.wegennet.matrix or eigen is None else self.hemelsbreed(eigen, plek)

    def klopt(self, sleutel: Sleutel, rij: Reistijd) -> bool:
        """Say whether a row of the batch agrees with what can be recomputed."""
        aanbieder, plek = self.regio.aanbieders.get(sleutel[0]), self.regio.plekken.get(sleutel[1])
        if aanbieder is None or plek is None or not plek.benoemd or rij.bron not in BRONNEN:
            return False
        matrix = self.wegennet.matrix
        if matrix and sleutel in matrix:
            return rij == Reistijd(matrix[sleutel], MATRIX)
        if self.wegennet.wegen:
            return rij.bron == WEGEN
        return rij == (Reistijd(None, MATRIX) if matrix else Reistijd(self.hemelsbreed(aanbieder, plek), HEMELSBREED))
