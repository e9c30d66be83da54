"""Small regions made ready for solving, without a folder or a map."""

from __future__ import annotations

from typing import Any

import numpy as np

from data.regio import Regio
from geo.reistijd import Reistijden
from matcher.assemble import Opgave, maak_opgave, maak_stand
from matcher.ligging import Ligging
from matcher.tijd import peil
from matcher.voorbereiding import Voorbereid, vergelijk
from tests.matcher.mensen import D


def klaar(regio: Regio, **kaart: Any) -> Voorbereid:
    """The region on D; ``kaart``: what the map says of its woningen (fields of ``Ligging``)."""
    geen = np.empty((0, 0), dtype=np.int64)
    reistijden = Reistijden(aanbieders=(), woningen=(), minuten=geen, bron=geen.astype(np.int8))
    return vergelijk(regio, Ligging(reistijden=reistijden, **kaart), peil(D, regio.instellingen.batch))


def opgave(regio: Regio) -> Opgave:
    """What the kernel gets of the region on D."""
    deel = klaar(regio)
    stand = maak_stand(regio, deel.peil, deel.velden, deel.paren, deel.afspraken, deel.verblijf)
    return maak_opgave(stand, deel.velden, "2026-W48")
