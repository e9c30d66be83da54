"""What the map says about the plekken of a batch: the facts that ``plekken.csv`` and ``reistijden.csv`` record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

import numpy as np
import numpy.typing as npt

from geo.reistijd import Reistijden


class Bronnenkaart(Protocol):
    """The layer of sources of stimuli, as far as rule R19 needs it."""

    def dichtbij(
        self, x: npt.NDArray[np.float64], y: npt.NDArray[np.float64], soort: str, afstand: Decimal
    ) -> npt.NDArray[np.bool_]:
        """Whether any source of ``soort`` lies closer (``<``) than ``afstand`` metres to each point."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ligging:
    """Facts from the map, by woning_id. ``prikkelbronnen`` is None without that layer."""

    reistijden: Reistijden
    buurtcode: Mapping[str, str] = field(default_factory=dict)
    prikkelbronnen: Bronnenkaart | None = None
    prikkelniveau: Mapping[str, int] = field(default_factory=dict)
    """Levels derived from the layers; a stated level goes before them."""
