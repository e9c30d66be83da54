"""What lies around a woning: sources of stimuli, buurten, wijken, as far as the checker can tell without a map library.

Three answers: True, False, and None where a layer is there but cannot be read for certain here (contract par. 7 lets
outsiders take what the batch says as given).
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from matcher.controle.cellen import Getal, Punt


@dataclass(frozen=True, slots=True)
class Omgeving:
    """The layers of a region, by what is there."""

    prikkelbronnen: bool
    buurten: bool

    def bron_nabij(self, punt: Punt | None, _soort: str, _afstand: Getal) -> bool | None:
        """Say whether a source lies within the distance; without a layer or a place that counts as yes (R19)."""
        return True if punt is None or not self.prikkelbronnen else None

    def in_buurt(self, punt: Punt | None, _buurten: frozenset[str]) -> bool | None:
        """Say whether a place lies in one of the buurten; no when its buurt cannot be known (R14)."""
        return False if punt is None or not self.buurten else None

    def wijk_van(self, _punt: Punt) -> str | None:
        """Give the wijk of a place by the boundaries; None where they are not there or cannot be read."""
        return None


def lees_omgeving(regio_map: Path) -> Omgeving:
    """See which layers the region has."""
    return Omgeving(_is_er(regio_map, "geo/prikkelbronnen"), _is_er(regio_map, "geo/buurten"))


def _is_er(regio_map: Path, laag: str) -> bool:
    return any((regio_map / f"{laag}.{soort}").exists() for soort in ("gpkg", "geojson"))
