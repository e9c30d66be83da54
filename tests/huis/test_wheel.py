"""What is shipped: the wheel holds exactly the files of ``wheel.txt`` (``ZL_SCHRIJF=1`` writes it anew)."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]
LIJST = Path(__file__).with_name("wheel.txt")


@pytest.fixture(scope="module")
def inhoud(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """The files of a freshly built wheel, without its ``dist-info``."""
    doel = tmp_path_factory.mktemp("wheel")
    opdracht = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(doel)]
    subprocess.run(opdracht, cwd=WORTEL, check=True, capture_output=True, timeout=120)
    (wheel,) = doel.glob("*.whl")
    with zipfile.ZipFile(wheel) as bestand:
        return sorted(naam for naam in bestand.namelist() if ".dist-info/" not in naam)


def test_de_wheel_heeft_precies_de_bestanden_van_de_lijst(inhoud: list[str]) -> None:
    if os.environ.get("ZL_SCHRIJF") == "1":
        LIJST.write_text("".join(f"{naam}\n" for naam in inhoud), "utf-8")
    assert inhoud == LIJST.read_text("utf-8").splitlines()


def test_geen_gegevens_van_een_regio_in_de_wheel(inhoud: list[str]) -> None:
    """Hatchling ships whatever lies under the rooms and is not ignored, so a stray region folder would go along."""
    soorten = {Path(naam).suffix for naam in inhoud}
    assert soorten <= {".py", ".typed", ".html", ".css", ".js", ".j2", ".svg", ".toml"}
