from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

from data.teksten import lezen

HUIS = Path(__file__).parents[2]
MAPPEN = ("data/lezen", "matcher")


def test_every_sentence_about_reading_is_said_somewhere() -> None:
    """A sentence that no code names is dead; those of settings are named by their error (``regel_...``)."""
    bron = "\n".join(
        pad.read_text(encoding="utf-8") for map_ in MAPPEN for pad in sorted((HUIS / map_).rglob("*.py"))
    ) + (HUIS / "data" / "instellingen.py").read_text(encoding="utf-8")
    gemaakt = {"code_gemeente", "code_wijk", "code_gebied"}
    for code in lezen.TEKSTEN:
        assert f'"{code}"' in bron or f'"{code.removeprefix("regel_")}"' in bron or code in gemaakt, code


def test_sentences_end_and_have_gaps_that_are_names() -> None:
    for code, tekst in lezen.TEKSTEN.items():
        assert tekst.endswith((".", "?")), code
        assert all(naam is None or re.fullmatch("[a-z_]+", naam) for _, naam, _, _ in Formatter().parse(tekst)), code
