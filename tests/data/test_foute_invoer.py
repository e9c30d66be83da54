"""Bad input gives one message that a person can act on, never a traceback; ``docs/foute-invoer.md`` shows them all."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path
from time import process_time

import pytest

from data.lezen import lees_regio, lees_reistijden
from data.meldingen import Ernst, Melding
from tests.data.foute_invoer import CATALOGUS, Geval, bederf

PAD = Path(__file__).parents[2] / "docs" / "foute-invoer.md"
GEVALLEN = [pytest.param(geval, id=geval.wat) for groep in CATALOGUS.values() for geval in groep]


def _lees(map_: Path, geval: Geval) -> tuple[Melding, ...]:
    with geval.tijdens(map_):
        lezing = lees_regio(map_)
    return tuple(sorted({*lezing.meldingen, *lees_reistijden(map_, lezing.regio)[1]}))


def _afdruk(map_: Path) -> dict[str, str]:
    paden = [pad for pad in map_.rglob("*") if pad.is_file() and not pad.is_symlink()]
    return {pad.relative_to(map_).as_posix(): sha256(pad.read_bytes()).hexdigest() for pad in paden}


@pytest.mark.parametrize("geval", GEVALLEN)
def test_every_case_gives_its_own_answer(geval: Geval, tmp_path: Path) -> None:
    """The named fault and no other kind of surprise, within two seconds, and nothing is written."""
    map_ = bederf(tmp_path / "regio", geval)
    voor = _afdruk(map_)
    begin = process_time()
    meldingen = _lees(map_, geval)
    assert process_time() - begin <= 2
    fouten = {melding.code for melding in meldingen if melding.ernst is Ernst.FOUT}
    notities = {melding.code for melding in meldingen if melding.ernst is Ernst.LET_OP}
    if geval.code:
        assert geval.code in fouten
    else:
        assert fouten == set()
        assert notities == ({geval.code_let_op} if geval.code_let_op else set())
    assert all(str(melding) for melding in meldingen)
    assert not any("{" in str(melding) for melding in meldingen)
    if geval.code != "bestand_gewijzigd":
        assert _afdruk(map_) == voor


def test_the_page_in_docs_shows_what_the_program_says(tmp_path: Path) -> None:
    """Run with ZL_SCHRIJF=1 to write the page again after a message changed."""
    tekst = _bladzijde(tmp_path)
    if os.environ.get("ZL_SCHRIJF"):
        PAD.write_text(tekst, encoding="utf-8")
    assert PAD.read_text(encoding="utf-8") == tekst


_INLEIDING = """\
# Foute invoer

Deze bladzijde is gemaakt door `tests/data/test_foute_invoer.py`: aan een goede regio wordt telkens één ding veranderd,
en hier staat wat het programma dan zegt. Een **fout** stopt de opdracht (exitcode 2) en er wordt niets geschreven; bij
**let op** gaat het werk door. Waarden over mensen worden nooit herhaald.
"""
_MEESTE = 3


def _bladzijde(map_: Path) -> str:
    delen = [_INLEIDING]
    nummer = 0
    for groep, gevallen in CATALOGUS.items():
        delen.append(f"## {groep}\n\n| wat er mis is | wat het programma zegt |\n|---|---|")
        for geval in gevallen:
            nummer += 1
            meldingen = _lees(bederf(map_ / str(nummer), geval), geval)
            delen.append(f"| {_cel(geval.wat)} | {_antwoord(meldingen)} |")
        delen.append("")
    return "\n".join(delen)


def _antwoord(meldingen: tuple[Melding, ...]) -> str:
    if not meldingen:
        return "niets: dit mag"
    regels = [f"**{melding.ernst}** {_cel(str(melding))}" for melding in meldingen[:_MEESTE]]
    rest = len(meldingen) - _MEESTE
    return "<br>".join(regels + ([f"(en nog {rest})"] if rest > 0 else []))


def _cel(tekst: str) -> str:
    return tekst.replace("|", "\\|")
