"""The random regions mean something: every rule decides in some of them, and every kind of outcome occurs."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path

import pytest

from tests.orakel.beslissend import CODES, beslissend, tabel
from tests.orakel.generator import ZAAD, D, maak_regio
from tests.orakel.lezen import lees
from tests.orakel.orakel import los_op

PAGINA = Path(__file__).resolve().parents[2] / "docs" / "beslissend.md"


def _gevonden(map_: Path, aantal: int) -> list[frozenset[str]]:
    return [beslissend(lees(maak_regio(map_ / str(seed), seed), D, ZAAD)) for seed in range(aantal)]


def test_elke_regel_beslist_in_honderd_regios(tmp_path: Path) -> None:
    gevonden = _gevonden(tmp_path, 100)
    assert not [code for code in CODES if not any(code in codes for codes in gevonden)]


@pytest.mark.proof
def test_de_tabel_van_vijfhonderd_regios(tmp_path: Path) -> None:
    gevonden = _gevonden(tmp_path, 500)
    assert not [code for code in CODES if sum(code in codes for codes in gevonden) < 5]
    if os.environ.get("ZL_SCHRIJF") == "1":
        PAGINA.write_text(tabel(gevonden), encoding="utf-8")
    assert PAGINA.read_text(encoding="utf-8") == tabel(gevonden)


def test_elke_soort_uitkomst_komt_voor(tmp_path: Path) -> None:
    """Clashes stay a small share; no code, one K code and several K codes all occur among those displaced."""
    exits: Counter[int] = Counter()
    statussen: Counter[str] = Counter()
    for seed in range(100):
        uitkomst = los_op(maak_regio(tmp_path / str(seed), seed), D, ZAAD)
        exits[uitkomst.exit] += 1
        for status, code in uitkomst.niet_geplaatst.values():
            statussen[f"{status} {'|' if '|' in code else code[0]}"] += 1
    assert set(exits) == {0, 3}
    assert 2 <= exits[3] <= 20
    soorten = {"geen_passend_aanbod -", "geen_passend_aanbod R", "verdrongen -", "verdrongen K", "verdrongen |"}
    assert set(statussen) == soorten
