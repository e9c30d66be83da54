from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from matcher.batch import maak_voorstel
from matcher.run import Afloop
from tests.data.foute_invoer import CATALOGUS, bederf

D = date(2026, 11, 23)


@pytest.mark.parametrize("groep", CATALOGUS)
def test_bad_input_writes_nothing_and_what_is_allowed_passes_the_checker(groep: str, tmp_path: Path) -> None:
    """The whole catalogue through the whole batch: reading and the independent checker must take the same files."""
    for nummer, geval in enumerate(CATALOGUS[groep]):
        map_ = bederf(tmp_path / str(nummer), geval)
        with geval.tijdens(map_):
            run = maak_voorstel(map_, D)
        verwacht = Afloop.FOUTE_INVOER if geval.code else Afloop.KLAAR
        assert run.afloop is verwacht, (geval.wat, [str(melding) for melding in run.meldingen])
        assert (map_ / "batches").exists() is not bool(geval.code), geval.wat
