"""``landing --help`` answers at once: it loads none of the heavy libraries."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
ZWAAR = ("pandas", "ortools", "geopandas", "shapely", "numpy", "networkx", "openpyxl", "jinja2", "matplotlib")

_VRAAG = f"""
import sys
sys.argv = ["landing", *sys.argv[1:]]
import cli
try:
    cli.main()
except SystemExit as einde:
    assert not einde.code, einde.code
print("GELADEN", *[naam for naam in {ZWAAR!r} if naam in sys.modules], file=sys.stderr)
"""


def _vraag(*argumenten: str) -> subprocess.CompletedProcess[str]:
    opdracht = [sys.executable, "-c", _VRAAG, *argumenten]
    return subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, timeout=60)


@pytest.mark.parametrize("argumenten", [("--help",), ("voorstel", "--help"), ("demo", "--help")])
def test_help_laadt_niets_zwaars(argumenten: tuple[str, ...]) -> None:
    antwoord = _vraag(*argumenten)
    assert antwoord.stderr.strip().splitlines()[-1] == "GELADEN", antwoord.stderr
    assert "landing" in antwoord.stdout


def test_de_test_ziet_wat_wel_geladen_is() -> None:
    """The same question after an import of a heavy library names it."""
    vraag = _VRAAG.replace("import cli", "import numpy\nimport cli")
    opdracht = [sys.executable, "-c", vraag, "--help"]
    antwoord = subprocess.run(opdracht, cwd=WORTEL, capture_output=True, text=True, timeout=60)
    assert antwoord.stderr.strip().splitlines()[-1] == "GELADEN numpy"
