"""The oracle against the worked cases of the contract: it is written from the text alone, so the two must agree."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.orakel.lezen import lees
from tests.orakel.orakel import bereid_voor, los_op, waardeer

GEVALLEN = ("geval1", "geval2", "geval3", "geval4", "geval5", "geval6", "geval7", "botsing")


def _geval(voorbeelden: Path, naam: str) -> tuple[Path, dict[str, Any]]:
    return voorbeelden / naam, json.loads((voorbeelden / naam / "verwacht.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("naam", GEVALLEN)
def test_deelname_en_paren(voorbeelden: Path, naam: str) -> None:
    map_, verwacht = _geval(voorbeelden, naam)
    voor = bereid_voor(lees(map_, date.fromisoformat(verwacht["datum"]), verwacht["zaad"]))
    assert voor.uitgesloten == verwacht["uitgesloten"]
    assert voor.paren == verwacht["paren"]
    assert not voor.slecht_vast()


@pytest.mark.parametrize("naam", GEVALLEN[:-1])
def test_niveaus_en_codes_van_de_gegeven_toewijzing(voorbeelden: Path, naam: str) -> None:
    map_, verwacht = _geval(voorbeelden, naam)
    toewijzing = [(persoon, plek) for persoon, plek in verwacht["toewijzing"]]
    waardering = waardeer(map_, date.fromisoformat(verwacht["datum"]), verwacht["zaad"], toewijzing)
    assert waardering.niveaus == verwacht["niveaus"]
    assert not waardering.batchregels
    assert {persoon: list(paar) for persoon, paar in waardering.niet_geplaatst.items()} == verwacht["niet_geplaatst"]


def test_botsing_kan_niet(voorbeelden: Path) -> None:
    map_, verwacht = _geval(voorbeelden, "botsing")
    uitkomst = los_op(map_, date.fromisoformat(verwacht["datum"]), verwacht["zaad"])
    assert (uitkomst.exit, uitkomst.paren, uitkomst.uitgesloten) == (3, verwacht["paren"], verwacht["uitgesloten"])
