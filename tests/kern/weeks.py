"""The question that the kernel gets for a random region of weekly size, by the program's own preparation."""

from __future__ import annotations

import tempfile
from pathlib import Path

from matcher.assemble import maak_opgave, maak_stand
from matcher.run import Klok
from matcher.voorbereiding import voorbereiden
from solver.instance import Instance
from tests.orakel.generator import ZAAD, D, maak_regio


def week(seed: int, *, mensen: int = 60, plekken: int = 45) -> Instance:
    """The options, limits and levels of the region of a seed: 60 people, 45 plekken, every K rule somewhere."""
    with tempfile.TemporaryDirectory() as map_:
        regio = maak_regio(Path(map_) / "regio", seed, mensen=mensen, plekken=plekken)
        klaar, meldingen = voorbereiden(regio, D, Klok(lambda _: None))
    assert klaar is not None, [str(melding) for melding in meldingen]
    stand = maak_stand(klaar.regio, klaar.peil, klaar.velden, klaar.paren, klaar.afspraken, klaar.verblijf)
    return maak_opgave(stand, klaar.velden, ZAAD).instance
