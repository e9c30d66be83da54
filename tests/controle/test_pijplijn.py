"""Batches that the program itself makes of random regions: sound ones are accepted, spoilt ones are not."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from matcher.batch import maak_voorstel
from matcher.controle import controleer
from matcher.run import Afloop
from tests.controle.kopie import Kopie
from tests.controle.soorten import SOORTEN
from tests.orakel.generator import ZAAD, D, maak_regio

AANTAL = {False: 24, True: 1000}
"""Sound batches in a slice of the programme, and in the whole of it."""

BASIS = {False: 4, True: 40}
"""Batches in which each kind of corruption is planted."""


def maak(map_: Path, seed: int) -> Path | None:
    """Run the program on the random region of a seed; gives the batch, None when there is none to give."""
    map_.mkdir(parents=True)
    maat = {"mensen": 20, "plekken": 16} if seed % 2 == 0 else {}
    maak_regio(map_, seed, **maat)
    run = maak_voorstel(map_, D, zaad=ZAAD)
    assert run.afloop is not Afloop.EIGEN_FOUT, f"regio {seed}: {run.meldingen}"
    return run.map


def test_sound_batches_are_accepted(tmp_path: Path, *, proof: bool) -> None:
    """Asked again from outside, the checker still finds nothing."""
    batches, seed = 0, 0
    while batches < AANTAL[proof]:
        batch = maak(tmp_path / str(seed), seed)
        if batch is not None:
            assert controleer(tmp_path / str(seed), batch) == ()
            batches += 1
        seed += 1
    assert seed < AANTAL[proof] * 1.5


@pytest.fixture(scope="session")
def gemaakt(tmp_path_factory: pytest.TempPathFactory, *, proof: bool) -> tuple[tuple[Path, Path], ...]:
    """Regions with files of their own, and the batches of them."""
    doel = tmp_path_factory.mktemp("gemaakt")
    paren = []
    for seed in range(5000, 5000 + 2 * BASIS[proof]):
        map_ = doel / str(seed)
        batch = maak(map_, seed)
        if batch is not None and not (map_ / "regio.xlsx").exists():
            paren.append((map_, batch))
    return tuple(paren[: BASIS[proof]])


@pytest.mark.parametrize("naam", sorted(SOORTEN))
def test_spoilt_batches_are_refused(gemaakt: tuple[tuple[Path, Path], ...], tmp_path: Path, naam: str) -> None:
    """The same kinds as in the worked cases, wherever a random batch offers an opportunity."""
    for nummer, (regio, batch) in enumerate(gemaakt):
        kopie = Kopie.van(regio, batch, tmp_path / str(nummer))
        verwacht = SOORTEN[naam].bederf(kopie, random.Random(f"{naam}/{nummer}"))
        if verwacht is not None:
            gevonden = controleer(kopie.regio, kopie.batch)
            raak = [b for b in gevonden if b.code == verwacht.code and verwacht.onderwerp in b.onderwerp]
            assert raak, f"{naam} op {regio.name}: {verwacht} niet in {gevonden}"
