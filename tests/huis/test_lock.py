"""The lock files: every package pinned with hashes, nothing about the machine that made them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest

WORTEL = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.lock", "requirements-dev.lock")
_PIN = re.compile(r"([a-z0-9-]+)==[0-9][^ ]*( ; [^\\]+)? \\")
_HASH = re.compile(r"    --hash=sha256:[0-9a-f]{64}( \\)?")


def _vastgelegd(naam: str) -> set[str]:
    return {vast[1] for regel in _regels(naam) if (vast := _PIN.fullmatch(regel))}


def _regels(naam: str) -> list[str]:
    return (WORTEL / naam).read_text("utf-8").splitlines()


def _project() -> dict[str, Any]:
    project: dict[str, Any] = tomllib.loads((WORTEL / "pyproject.toml").read_text("utf-8"))["project"]
    return project


def _namen(eisen: list[str]) -> set[str]:
    return {re.split(r"[ <>=!~;\[]", eis)[0].lower().replace("_", "-") for eis in eisen}


@pytest.mark.parametrize("naam", LOCKS)
def test_alleen_pinnen_en_hashes(naam: str) -> None:
    """So no index host, path or comment can stand in it, and no pin without a hash."""
    regels = _regels(naam)
    assert [regel for regel in regels if not (_PIN.fullmatch(regel) or _HASH.fullmatch(regel))] == []
    assert all(_HASH.fullmatch(regels[nummer + 1]) for nummer, regel in enumerate(regels) if _PIN.fullmatch(regel))


def test_alles_wat_het_project_vraagt_ligt_vast() -> None:
    project = _project()
    extra = project["optional-dependencies"]
    assert _vastgelegd("requirements.lock") >= _namen(project["dependencies"]) | _namen(extra["bouw"])
    assert _vastgelegd("requirements-dev.lock") >= _vastgelegd("requirements.lock") | _namen(extra["dev"])


def test_beide_locks_kiezen_dezelfde_versies() -> None:
    dev = {regel for regel in _regels("requirements-dev.lock") if _PIN.fullmatch(regel)}
    assert {regel for regel in _regels("requirements.lock") if _PIN.fullmatch(regel)} <= dev
