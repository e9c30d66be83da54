"""Under CI a skip is a failure, unless it is for want of the material beside the repository."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

CONFTEST = Path(__file__).resolve().parents[1] / "conftest.py"

_MODULE = """
import pytest
def test_gaat():
    pass
@pytest.mark.skip(reason="geen LibreOffice")
def test_zonder():
    pass
def test_buiten():
    pytest.skip("staat niet in ../shared/spec")
@pytest.mark.xfail
def test_bekend():
    assert 0
@pytest.mark.proof
def test_groot():
    pass
"""


@pytest.fixture
def proefmap(tmp_path: Path) -> Path:
    (tmp_path / "conftest.py").write_text(CONFTEST.read_text("utf-8"), "utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers =\n    proof:\n", "utf-8")
    (tmp_path / "test_proef.py").write_text(_MODULE, "utf-8")
    return tmp_path


def _slot(map_: Path, **omgeving: str) -> str:
    schoon = {naam: waarde for naam, waarde in os.environ.items() if naam not in ("CI", "ZL_PROOF")}
    opdracht = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"]
    uitvoer = subprocess.run(opdracht, cwd=map_, env=schoon | omgeving, capture_output=True, text=True, timeout=120)
    return uitvoer.stdout.splitlines()[-1]


def test_zonder_ci_is_overslaan_zichtbaar(proefmap: Path) -> None:
    assert _slot(proefmap).startswith("1 passed, 2 skipped, 1 deselected, 1 xfailed")


def test_onder_ci_is_overslaan_een_fout(proefmap: Path) -> None:
    assert _slot(proefmap, CI="true").startswith("1 passed, 1 skipped, 1 deselected, 1 xfailed, 1 error")


def test_een_overgeslagen_module_is_onder_ci_een_fout(proefmap: Path) -> None:
    (proefmap / "test_module.py").write_text("import pytest\npytest.importorskip('bestaat_niet')\n", "utf-8")
    assert "1 error" in _slot(proefmap, CI="true")
    assert "3 skipped" in _slot(proefmap)


def test_proof_draait_het_hele_programma(proefmap: Path) -> None:
    assert _slot(proefmap, ZL_PROOF="1").startswith("2 passed, 2 skipped, 1 xfailed")
