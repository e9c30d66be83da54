"""Every sentence of the checker can be made, and says what it is about."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from matcher.controle import teksten
from matcher.controle.bevinding import Bevinding


def test_finding_with_its_values() -> None:
    gevonden = teksten.bevinding("invoer", "voorstellen.csv", "bestand_formule", rij=7, kolom="reden")
    zin = "Rij 7, kolom reden: een cel begint met een formuleteken zonder ' ervoor."
    assert gevonden == Bevinding("invoer", "voorstellen.csv", zin)


@pytest.mark.parametrize("code", sorted(teksten.REGELS))
def test_finding_about_a_rule(code: str) -> None:
    assert teksten.regel(code, "P1 bij W1") == Bevinding(code, "P1 bij W1", teksten.REGELS[code])


def test_every_sentence_is_used() -> None:
    """No name in the catalogue that the other modules never write."""
    bronnen = sorted(Path(teksten.__file__).parent.glob("*.py"))
    woorden = set(re.findall(r'"([a-z_]+)"', "".join(bron.read_text() for bron in bronnen if bron.stem != "teksten")))
    assert set(teksten._TEKSTEN) <= woorden
