"""Two books of rules, written apart from the contract, agree on whole random regions: the checker and the oracle.

Not only on sound batches: the assignments are drawn at random, so that every K rule is broken in some of them, and the
judgement about each pair, each level and each reason is compared, right or wrong.
"""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path

import pytest

from matcher.controle.batchregels import Batchregels
from matcher.controle.niveaus import niveaus
from matcher.controle.onderzoek import reden
from matcher.controle.paar import Paarregels
from tests.controle.test_voorbeelden import opgezet
from tests.orakel.generator import ZAAD, D, maak_regio
from tests.orakel.lezen import lees
from tests.orakel.orakel import Voorbereid, bereid_voor, waardeer

MUTATIE = os.environ.get("ZL_MUTATIE") == "1"
"""Mutation testing runs this thousands of times and makes do with less."""
KANSEN = (0.0, 0.2, 0.6)
"""The chance that a pair which the pair rules forbid is drawn all the same."""


def loting(voor: Voorbereid, toeval: random.Random, kans: float) -> tuple[tuple[str, str], ...]:
    """Draw a plek for most people; mostly one that the pair rules allow, but never minding the limits."""
    paren = []
    for mens in voor.deelnemers:
        plekken = [plek for plek in voor.plekken if not voor.gebroken[mens, plek] or toeval.random() < kans]
        if plekken and toeval.random() < 0.7:
            paren.append((mens, toeval.choice(plekken)))
    return tuple(paren)


def gebroken_regels(regels: Batchregels) -> frozenset[str]:
    """The K rules that a batch breaks, as the checker sees it."""
    return frozenset([code for code, _ in regels.overschreden()] + [code for code, _, _ in regels.botsingen()])


def vergelijk(map_: Path, seed: int) -> Counter[str]:
    """Compare every judgement about one region; returns which rules were broken in it."""
    voor = bereid_voor(lees(map_, D, ZAAD))
    regels = opgezet(map_, D)
    toestand, regio = regels.toestand, regels.regio
    uitgesloten = {naam: toestand.uitsluiting(mens) for naam, mens in regio.uitstromers.items()}
    assert {naam: code for naam, code in uitgesloten.items() if code} == voor.uitgesloten
    assert [plek.plek for plek in regels.plekken] == sorted(voor.plekken)
    for (mens, plek), codes in voor.gebroken.items():
        assert set(regels.gebroken(regio.uitstromers[mens], regio.plekken[plek])) == codes, (mens, plek)
    vast = {paar for paar in toestand.vast if not toestand.vervuld(*paar)}
    assert vast == voor.vast
    geteld = Counter(code for codes in voor.gebroken.values() for code in codes)
    geteld.update(voor.uitgesloten.values())
    toeval = random.Random(f"loting {seed}")
    for kans in KANSEN:
        geteld += _vergelijk_toewijzing(map_, regels, loting(voor, toeval, kans))
    return geteld


def _vergelijk_toewijzing(map_: Path, regels: Paarregels, toewijzing: tuple[tuple[str, str], ...]) -> Counter[str]:
    regio, toestand = regels.regio, regels.toestand
    waarde = waardeer(map_, D, ZAAD, toewijzing)
    paren = tuple((regio.uitstromers[mens], regio.plekken[plek]) for mens, plek in toewijzing)
    samen = Batchregels(toestand, paren)
    assert gebroken_regels(samen) == waarde.batchregels - {"K10"}
    assert niveaus(toestand, paren, ZAAD) == waarde.niveaus
    if not waarde.batchregels:
        # the reasons ask what adding a pair would break, which is only defined from a sound batch
        redenen = {mens: reden(regio.uitstromers[mens], regels, samen) for mens in waarde.niet_geplaatst}
        assert redenen == waarde.niet_geplaatst
    return Counter(waarde.batchregels)


@pytest.mark.parametrize("deel", range(4))
def test_agrees_with_the_oracle(tmp_path: Path, deel: int, *, proof: bool) -> None:
    """Tiny regions for the corners, larger ones for the limits; each rule is broken somewhere."""
    geteld: Counter[str] = Counter()
    for nummer in range(250 if proof else 8 if MUTATIE else 25):
        seed = nummer * 4 + deel
        map_ = tmp_path / str(seed)
        maat = {"mensen": 14, "plekken": 12} if nummer % 3 == 0 else {}
        maak_regio(map_, seed, **maat)
        geteld += vergelijk(map_, seed)
    if proof:
        assert {f"R{nummer:02d}" for nummer in range(1, 23)} <= set(geteld)
        assert {f"K{nummer}" for nummer in (2, 3, 4, 5, 6, 7, 8, 9, 11)} <= set(geteld)
