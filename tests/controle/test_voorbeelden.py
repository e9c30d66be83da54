"""The worked cases of the contract: the checker accepts each, and comes to every figure in them on its own."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from matcher.controle import controleer
from matcher.controle.batchregels import Batchregels
from matcher.controle.niveaus import niveaus
from matcher.controle.omgeving import lees_omgeving
from matcher.controle.onderzoek import reden
from matcher.controle.paar import Paarregels
from matcher.controle.regio import Herkenning, lees_regio
from matcher.controle.reistijd import Reistijden, lees_wegennet
from matcher.controle.toestand import Toestand
from tests.controle.batchmaker import Geval, maak_batch

GEVALLEN = tuple(f"geval{nummer}" for nummer in range(1, 8))


def opgezet(map_: Path, datum: date) -> Paarregels:
    """The pair rules of a region, ready for questions."""
    regio, twijfels = lees_regio(map_, Herkenning({}, lambda *_: None))
    assert regio is not None, twijfels
    return Paarregels(Toestand(regio, datum), Reistijden(regio, lees_wegennet(map_), {}), lees_omgeving(map_))


@pytest.mark.parametrize("naam", GEVALLEN)
def test_accepts(voorbeelden: Path, tmp_path: Path, naam: str) -> None:
    """The folder is written by a writer that knows no rules, so nothing here can agree by accident."""
    geval = Geval.uit(voorbeelden / naam / "verwacht.json")
    assert controleer(voorbeelden / naam, maak_batch(voorbeelden / naam, geval, tmp_path)) == ()


@pytest.mark.parametrize("naam", [*GEVALLEN, "botsing"])
def test_pairs_and_participation(voorbeelden: Path, naam: str) -> None:
    """The number of feasible pairs, and who takes no part, as the contract's authors computed them."""
    verwacht = json.loads((voorbeelden / naam / "verwacht.json").read_text(encoding="utf-8"))
    regels = opgezet(voorbeelden / naam, date.fromisoformat(verwacht["datum"]))
    toestand = regels.toestand
    uitgesloten = {mens.id: toestand.uitsluiting(mens) for mens in toestand.regio.uitstromers.values()}
    assert {mens: code for mens, code in uitgesloten.items() if code} == verwacht["uitgesloten"]
    assert sum(len(regels.oordeel(mens).mogelijk) for mens in toestand.deelnemers.values()) == verwacht["paren"]


@pytest.mark.parametrize("naam", GEVALLEN)
def test_levels_and_reasons(voorbeelden: Path, naam: str) -> None:
    """Every level, status and code of the expectation comes out of the assignment alone."""
    geval = Geval.uit(voorbeelden / naam / "verwacht.json")
    regels = opgezet(voorbeelden / naam, geval.datum)
    regio = regels.regio
    paren = tuple((regio.uitstromers[mens], regio.plekken[plek]) for mens, plek in geval.toewijzing)
    assert niveaus(regels.toestand, paren, geval.zaad) == geval.niveaus
    samen = Batchregels(regels.toestand, paren)
    assert (samen.overschreden(), samen.botsingen()) == ((), ())
    redenen = {naam: reden(regio.uitstromers[naam], regels, samen) for naam in geval.niet_geplaatst}
    assert redenen == geval.niet_geplaatst


@pytest.mark.parametrize("naam", GEVALLEN)
def test_oordeel_agrees_with_single_pairs(voorbeelden: Path, naam: str) -> None:
    """Judging the supply at once and asking pair by pair are two paths through the rules; they never differ."""
    regels = opgezet(voorbeelden / naam, Geval.uit(voorbeelden / naam / "verwacht.json").datum)
    for mens in regels.toestand.deelnemers.values():
        oordeel = regels.oordeel(mens)
        gebroken = {plek.plek: regels.gebroken(mens, plek) for plek in regels.plekken}
        assert {plek.plek for plek in oordeel.mogelijk} == {plek for plek, codes in gebroken.items() if not codes}
        enige = [codes[0] for codes in gebroken.values() if len(codes) == 1 and codes[0] != "R01"]
        assert dict(oordeel.enige) == {code: enige.count(code) for code in set(enige)}
