"""The whole pipeline against brute force: 100 random tiny regions, 500 with ``ZL_PROOF=1``."""

from __future__ import annotations

import os
from dataclasses import fields
from pathlib import Path

import pytest

from tests.orakel.generator import ZAAD, D, maak_regio
from tests.orakel.orakel import Uitkomst, los_op
from tests.orakel.pijplijn import draai, meldingen

AANTAL = 500 if os.environ.get("ZL_PROOF") == "1" else 100
BLOKKEN = 20


def verschillen(een: Uitkomst, ander: Uitkomst) -> dict[str, tuple[object, object]]:
    """By field: what the two say, where they differ."""
    paren = {veld.name: (getattr(een, veld.name), getattr(ander, veld.name)) for veld in fields(Uitkomst)}
    return {naam: paar for naam, paar in paren.items() if paar[0] != paar[1]}


@pytest.mark.parametrize("blok", range(BLOKKEN))
def test_pijplijn_is_brute_force(tmp_path: Path, blok: int) -> None:
    """Exit code, pairs, exclusions, every level, the assignment, every code and date."""
    fout = {}
    for seed in range(blok, AANTAL, BLOKKEN):
        map_ = maak_regio(tmp_path / str(seed), seed)
        orakel = los_op(map_, D, ZAAD)
        assert orakel.exit in {0, 3}, f"seed {seed}: the generator made bad input"
        anders = verschillen(draai(map_, D, ZAAD), orakel)
        if anders:
            fout[seed] = anders if "exit" not in anders else (anders, meldingen(map_, D))
    assert not fout, "seed -> field -> (program, oracle)"
