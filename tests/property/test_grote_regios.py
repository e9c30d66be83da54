"""Larger regions (30 to 60 people and plekken): too large to solve by brute force, not to recompute.

Optimality rests here on the certificate; that every figure in it is right does not.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from tests.orakel.generator import ZAAD, D, maak_regio
from tests.orakel.orakel import waardeer
from tests.orakel.pijplijn import draai

AANTAL = 60 if os.environ.get("ZL_PROOF") == "1" else 8


@pytest.mark.parametrize("nummer", range(AANTAL))
def test_uitkomst_klopt_met_het_orakel(tmp_path: Path, nummer: int) -> None:
    """The first region in which the fixed pairs don't clash."""
    rng = random.Random(nummer)
    for seed in range(7000 + 10 * nummer, 7010 + 10 * nummer):
        map_ = maak_regio(tmp_path / str(seed), seed, mensen=rng.randint(30, 60), plekken=rng.randint(30, 60))
        uitkomst = draai(map_, D, ZAAD)
        if uitkomst.exit == 0:
            break
    waardering = waardeer(map_, D, ZAAD, uitkomst.toewijzing)
    assert uitkomst.exit == 0
    assert waardering.niveaus == uitkomst.niveaus
    assert waardering.niet_geplaatst == uitkomst.niet_geplaatst
    assert not waardering.batchregels
    assert set(waardering.regels) <= waardering.vast, "only a fixed pair may break an R rule"
