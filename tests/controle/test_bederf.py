"""Every planted corruption is caught, with the right code; and what was sound stays accepted."""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest

from matcher.controle import controleer
from tests.controle.batchmaker import Geval, maak_batch
from tests.controle.kopie import Kopie
from tests.controle.soorten import SOORTEN
from tests.controle.test_voorbeelden import GEVALLEN

KEER = 1 if os.environ.get("ZL_MUTATIE") == "1" else 40
"""How often each kind is planted; mutation testing runs this thousands of times and makes do with less."""


@pytest.fixture(scope="session")
def gaaf(voorbeelden: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Path, Path], ...]:
    """Sound batches with their regions."""
    doel = tmp_path_factory.mktemp("gaaf")
    return tuple(
        (
            voorbeelden / naam,
            maak_batch(voorbeelden / naam, Geval.uit(voorbeelden / naam / "verwacht.json"), doel / naam),
        )
        for naam in GEVALLEN
    )


@pytest.mark.parametrize("naam", sorted(SOORTEN))
def test_caught(gaaf: tuple[tuple[Path, Path], ...], tmp_path: Path, naam: str) -> None:
    """Plant it until it has taken often enough; a batch without an opportunity is passed over, but not for ever."""
    geplant = 0
    for poging in range(KEER * 6):
        if geplant == KEER:
            break
        regio, batch = gaaf[poging % len(gaaf)]
        kopie = Kopie.van(regio, batch, tmp_path / str(poging))
        verwacht = SOORTEN[naam].bederf(kopie, random.Random(f"{naam}/{poging}"))
        if verwacht is None:
            continue
        geplant += 1
        gevonden = controleer(kopie.regio, kopie.batch)
        raak = [b for b in gevonden if b.code == verwacht.code and verwacht.onderwerp in b.onderwerp]
        assert raak, f"{naam}, poging {poging} op {regio.name}: {verwacht} niet in {gevonden}"
    assert geplant == KEER, f"{naam}: maar {geplant} keer een kans"
