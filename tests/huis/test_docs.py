"""The documentation leads somewhere: links inside it, and the commands and make targets that it names."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from cli import app

WORTEL = Path(__file__).resolve().parents[2]
BLADZIJDEN = sorted([WORTEL / "README.md", WORTEL / "CHANGELOG.md", *(WORTEL / "docs").glob("*.md")])
LATER = {"beoordeling"}
"""Commands that a page announces for a later version."""


@pytest.mark.parametrize("bladzijde", BLADZIJDEN, ids=lambda pad: pad.name)
def test_elke_link_wijst_naar_een_bestand(bladzijde: Path) -> None:
    links = re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", bladzijde.read_text("utf-8"))
    assert [link for link in links if "://" not in link and not (bladzijde.parent / link).exists()] == []


def test_elke_bladzijde_staat_in_de_wegwijzer() -> None:
    wegwijzer = (WORTEL / "docs" / "index.md").read_text("utf-8")
    namen = {pad.name for pad in (WORTEL / "docs").glob("*.md")} - {"index.md"}
    assert {naam for naam in namen if f"({naam})" not in wegwijzer} == set()


@pytest.mark.parametrize("bladzijde", BLADZIJDEN, ids=lambda pad: pad.name)
def test_elke_opdracht_bestaat(bladzijde: Path) -> None:
    tekst = bladzijde.read_text("utf-8")
    genoemd = set(re.findall(r"`(?:\.venv/bin/)?landing ([a-z]+)", tekst))
    assert genoemd - {str(opdracht.name) for opdracht in app.registered_commands} - LATER == set()


@pytest.mark.parametrize("bladzijde", BLADZIJDEN, ids=lambda pad: pad.name)
def test_elk_doel_van_make_bestaat(bladzijde: Path) -> None:
    doelen = set(re.findall(r"^([a-z]+):", (WORTEL / "Makefile").read_text("utf-8"), re.MULTILINE))
    genoemd = set(re.findall(r"`make ([a-z]+)", bladzijde.read_text("utf-8")))
    assert genoemd - doelen == set()
