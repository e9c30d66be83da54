"""What must stay the same, or get no worse or no better, when a region is changed in a way that is understood.

Fifteen cases of each relation, 200 with ``ZL_PROOF=1``. Every fourth region is of 15 people and 15 plekken.
"""

from __future__ import annotations

import os
import random
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from tests.orakel import metamorf as m
from tests.orakel.generator import ZAAD, D, maak_ontwerp
from tests.orakel.lezen import lees
from tests.orakel.ontwerp import Ontwerp, schrijf
from tests.orakel.orakel import Uitkomst, bereid_voor
from tests.orakel.pijplijn import draai
from tests.orakel.waarde import MIN
from tests.orakel.wereld import Wereld

AANTAL = 200 if os.environ.get("ZL_PROOF") == "1" else 15
Relatie = Callable[[int, Ontwerp, Uitkomst, random.Random], bool]
"""Check one case by seed, region, its answer and a random source; False when the region does not lend itself."""


@cache
def _ontwerp(seed: int) -> Ontwerp:
    return maak_ontwerp(seed, mensen=15, plekken=15) if seed % 4 == 0 else maak_ontwerp(seed)


def _draai(ontwerp: Ontwerp, datum: date = D) -> Uitkomst:
    with tempfile.TemporaryDirectory() as tijdelijk:
        return draai(schrijf(ontwerp, Path(tijdelijk) / "regio"), datum, ZAAD)


@cache
def _antwoord(seed: int) -> Uitkomst:
    return _draai(_ontwerp(seed))


def _wereld(ontwerp: Ontwerp) -> Wereld:
    with tempfile.TemporaryDirectory() as tijdelijk:
        return lees(schrijf(ontwerp, Path(tijdelijk)), D, ZAAD)


def _voor_loting(uitkomst: Uitkomst) -> dict[str, int]:
    """The levels before the draw: it changes with the ids, and with it what comes after."""
    namen = list(uitkomst.niveaus)
    tot = namen.index("loting") if "loting" in namen else len(namen)
    return {naam: uitkomst.niveaus[naam] for naam in namen[:tot]}


def _vector(uitkomst: Uitkomst) -> tuple[int, ...]:
    return tuple(-waarde if naam in MIN else waarde for naam, waarde in uitkomst.niveaus.items())


def schudden(seed: int, ontwerp: Ontwerp, was: Uitkomst, rng: random.Random) -> bool:
    assert _draai(m.schud(ontwerp, rng)) == was, seed
    return True


def hernoemen(seed: int, ontwerp: Ontwerp, was: Uitkomst, rng: random.Random) -> bool:
    """With the ids in the same order; without a draw the assignment is the same too."""
    anders, namen = m.hernoem(ontwerp)
    nu = _draai(m.schud(anders, rng))
    assert (nu.exit, nu.paren, _voor_loting(nu)) == (was.exit, was.paren, _voor_loting(was)), seed
    if "loting" not in was.niveaus:
        assert nu.toewijzing == tuple((namen[persoon], namen[plek]) for persoon, plek in was.toewijzing), seed
    return True


def woning_voor_niemand(seed: int, ontwerp: Ontwerp, was: Uitkomst, _: random.Random) -> bool:
    nu = _draai(m.woning_voor_niemand(ontwerp))
    assert (nu.exit, nu.paren, nu.niveaus, nu.toewijzing) == (was.exit, was.paren, was.niveaus, was.toewijzing), seed
    return True


def iemand_uitgesloten(seed: int, ontwerp: Ontwerp, was: Uitkomst, _: random.Random) -> bool:
    nu = _draai(m.iemand_uitgesloten(ontwerp))
    assert nu == replace(was, uitgesloten=nu.uitgesloten), seed
    assert nu.uitgesloten == {**was.uitgesloten, "nieuw-17": "U2"}, seed
    return True


def _niet_slechter(seed: int, anders: Ontwerp | None, was: Uitkomst) -> bool:
    if anders is None or was.exit != 0:
        return False
    nu = _draai(anders)
    assert nu.exit == 0, seed
    assert _vector(nu) >= _vector(was), seed
    return True


def woning_erbij(seed: int, ontwerp: Ontwerp, was: Uitkomst, rng: random.Random) -> bool:
    return _niet_slechter(seed, m.woning_erbij(ontwerp, rng), was)


def ruimere_grens(seed: int, ontwerp: Ontwerp, was: Uitkomst, rng: random.Random) -> bool:
    return _niet_slechter(seed, m.ruimer(ontwerp, rng), was)


def draagkracht_erbij(seed: int, ontwerp: Ontwerp, was: Uitkomst, rng: random.Random) -> bool:
    """One place of draagkracht more in one wijk."""
    return _niet_slechter(seed, m.ruimer(ontwerp, rng, m.DRAAGKRACHT), was)


def voorstel_vastleggen(seed: int, ontwerp: Ontwerp, was: Uitkomst, rng: random.Random) -> bool:
    kan = m.mag_vast(ontwerp, was.toewijzing)
    if not kan:
        return False
    nu = _draai(m.met_vast(ontwerp, rng.choice(kan)))
    assert nu == was, seed
    return True


def ander_paar_vastleggen(seed: int, ontwerp: Ontwerp, was: Uitkomst, rng: random.Random) -> bool:
    mogelijk = [paar for paar, codes in bereid_voor(_wereld(ontwerp)).gebroken.items() if not codes]
    kan = m.mag_vast(ontwerp, set(mogelijk) - set(was.toewijzing))
    if not kan or was.exit != 0:
        return False
    nu = _draai(m.met_vast(ontwerp, rng.choice(kan)))
    assert nu.exit in {0, 3}, seed
    assert nu.exit == 3 or (_vector(nu), was.toewijzing) <= (_vector(was), nu.toewijzing), seed
    return True


def weken_later(seed: int, ontwerp: Ontwerp, was: Uitkomst, rng: random.Random) -> bool:
    wereld = _wereld(ontwerp)
    leeftijden = {persoon.id: persoon.leeftijd for persoon in wereld.personen.values()}
    weken = rng.choice([-6, -3, -1, 1, 2])
    anders = m.weken_later(ontwerp, leeftijden, D, (wereld.h - D).days, weken)
    if anders is None:
        return False
    stap = timedelta(weeks=weken)
    nu = _draai(anders, D + stap)
    bijzonder = {wie: replace(wat, ingangsdatum=wat.ingangsdatum - stap) for wie, wat in nu.bijzonder.items()}
    assert replace(nu, bijzonder=bijzonder, batch_id=was.batch_id) == was, seed
    return True


def verhuizen(seed: int, ontwerp: Ontwerp, was: Uitkomst, _: random.Random) -> bool:
    assert _draai(m.verschuif(ontwerp, Decimal("12345.5"), Decimal(-6789))) == was, seed
    return True


def contingent_splitsen(seed: int, ontwerp: Ontwerp, was: Uitkomst, rng: random.Random) -> bool:
    anders = m.gesplitst(ontwerp, rng)
    if anders is None:
        return False
    nu = _draai(anders)
    assert (nu.exit, _voor_loting(nu)) == (was.exit, _voor_loting(was)), seed
    return True


RELATIES: tuple[Relatie, ...] = (
    schudden,
    hernoemen,
    woning_voor_niemand,
    iemand_uitgesloten,
    woning_erbij,
    ruimere_grens,
    draagkracht_erbij,
    voorstel_vastleggen,
    ander_paar_vastleggen,
    weken_later,
    verhuizen,
    contingent_splitsen,
)


def _gevallen() -> Iterator[int]:
    yield from range(1000, 1000 + 40 * AANTAL)


@pytest.mark.parametrize("relatie", RELATIES, ids=lambda relatie: relatie.__name__)
def test_relatie(relatie: Relatie) -> None:
    rng = random.Random(relatie.__name__)
    gedaan = 0
    for seed in _gevallen():
        gedaan += relatie(seed, _ontwerp(seed), _antwoord(seed), rng)
        if gedaan == AANTAL:
            return
    pytest.fail(f"only {gedaan} of {AANTAL} cases")
