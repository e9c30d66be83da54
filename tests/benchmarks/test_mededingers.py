"""The contestants: the same levels as ours where they promise that, never better where they don't."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.een_model import Doel, EenModel, Rij, waarde
from benchmarks.kern import KLEIN, gemaakt
from benchmarks.mededingers import EEN_MODEL, GRETIG, RELAXATIES, Gevonden, een_voor_een, eigen_kern, mededingers
from solver.instance import Form, Group, Instance, Level, Sense


@pytest.fixture(scope="module")
def vraag(tmp_path_factory: pytest.TempPathFactory) -> Instance:
    return gemaakt(Path(tmp_path_factory.mktemp("regio")), KLEIN)


@pytest.fixture(scope="module")
def onze(vraag: Instance) -> tuple[int, ...]:
    uitslag = eigen_kern(vraag, 60)
    assert uitslag.bewezen
    return tuple(x for x in uitslag.waarden if x is not None)


def _rang(vraag: Instance, waarden: Sequence[int | None]) -> tuple[int, ...]:
    """The levels so that larger is better."""
    return tuple(
        (x or 0) if niveau.sense == Sense.MAX else -(x or 0) for niveau, x in zip(vraag.levels, waarden, strict=True)
    )


@pytest.mark.parametrize("naam", EEN_MODEL)
def test_een_model_haalt_dezelfde_niveaus(naam: str, vraag: Instance, onze: tuple[int, ...]) -> None:
    """Other solvers, another formulation, floats in two of them: proven optima can't differ."""
    uitslag = mededingers()[naam](vraag, 60, ())
    assert uitslag.waarden == onze
    assert uitslag.bewezen
    assert not uitslag.gestopt


@pytest.mark.parametrize("naam", GRETIG)
def test_een_vuistregel_is_nooit_beter(naam: str, vraag: Instance, onze: tuple[int, ...]) -> None:
    """It breaks no limit (it checks that itself), so it is an answer, and ours is the best of all."""
    uitslag = mededingers()[naam](vraag, 60, ())
    assert uitslag.gekozen >= set(vraag.fixed)
    assert _rang(vraag, uitslag.waarden) <= _rang(vraag, onze)
    assert not uitslag.bewezen


def test_relaxaties_begrenzen(vraag: Instance, onze: tuple[int, ...]) -> None:
    """Each level without whole numbers, the ones before kept at ours: never below what whole numbers reach."""
    uitslag = mededingers()[RELAXATIES](vraag, 60, onze)
    for grens, bereikt in zip(_rang(vraag, uitslag.waarden), _rang(vraag, onze), strict=True):
        assert grens >= bereikt


def test_terms_als_kolommen() -> None:
    """Two gemeenten with a wish of one place each: taking 0 and 1 (both in the first) is off by 1 + 1, 0 and 2 by
    none. Every solver must press the column of a term down onto its largest form."""
    vormen = tuple(
        (Form(leden, (1,) * len(leden), -1), Form(leden, (-1,) * len(leden), 1)) for leden in ((0, 1), (2, 3))
    )
    vraag = Instance(
        4,
        levels=(
            Level("twee", Sense.MIN, terms=((Form((0, 1, 2, 3), (-1,) * 4, 2), Form()),)),
            Level("spreiding", Sense.MIN, terms=vormen),
            Level("voorkeur", Sense.MAX, value=(5, 9, 1, 0)),
        ),
    )
    model = EenModel.van(vraag)
    assert len(model.kolommen) > 4
    for naam in EEN_MODEL:
        uitslag = mededingers()[naam](vraag, 60, ())
        assert uitslag.waarden == (0, 0, 10), naam
        assert uitslag.gekozen == {1, 2}, naam
    assert waarde(vraag.levels[1], frozenset({0, 1})) == 2


class _Liegt:
    """A solver that calls whatever it was given the best."""

    def __init__(self, antwoorden: Sequence[frozenset[int] | None], *, best: bool = True) -> None:
        self._antwoorden = list(antwoorden)
        self._best = best

    def zoek(self, doel: Doel, seconden: float, begin: frozenset[int] | None) -> Gevonden:  # noqa: ARG002
        return Gevonden(self._antwoorden.pop(0), self._best)

    def houd(self, rij: Rij) -> None:
        pass


TWEE = Instance(
    2,
    groups=(Group("K1:a", (0, 1), max=1),),
    levels=(Level("een", Sense.MAX, value=(2, 1)), Level("twee", Sense.MAX, value=(0, 1))),
)


def test_een_antwoord_dat_een_grens_breekt_telt_niet() -> None:
    uitslag = een_voor_een(TWEE, lambda _: _Liegt([frozenset({0, 1})]), 1)
    assert uitslag.waarden == (None, None)
    assert uitslag.gestopt
    assert uitslag.opmerking == "breekt K1:a"


def test_een_niveau_dat_wordt_prijsgegeven_wordt_gezien() -> None:
    """Rounding can lose a level that was kept; the second answer is worth 1 where 2 was reached."""
    uitslag = een_voor_een(TWEE, lambda _: _Liegt([frozenset({0}), frozenset({1})]), 1)
    assert uitslag.waarden == (2, None)
    assert uitslag.opmerking == "geeft een prijs: 1 in plaats van 2"


def test_wie_niet_op_tijd_bewijst_stopt() -> None:
    """What it had found is shown, unproven; later levels are not reached."""
    uitslag = een_voor_een(TWEE, lambda _: _Liegt([frozenset({1})], best=False), 1)
    assert uitslag.waarden == (1, None)
    assert uitslag.gestopt
    assert not uitslag.bewezen
    assert een_voor_een(TWEE, lambda _: _Liegt([None]), 1).waarden == (None, None)


def test_gretig_volgt_de_lijst() -> None:
    """Anna waits longer, and fits best at the only plek that Bob may have: the desk's list leaves Bob out, the best
    answer does not. The scarcest plek has one candidate more by number, so it goes to Bob and then Anna gets y."""
    vraag = Instance(
        options=3,
        groups=(
            Group("K1:anna", (0, 1), max=1),
            Group("K1:bob", (2,), max=1),
            Group("K2:x", (0, 2), max=1),
            Group("K2:y", (1,), max=1),
        ),
        levels=(
            Level("geplaatst", Sense.MAX, value=(1, 1, 1)),
            Level("wachttijd", Sense.MAX, value=(90, 90, 10)),
            Level("passend", Sense.MAX, value=(50, 20, 30)),
        ),
    )
    gretig = {naam: mededingers()[naam](vraag, 1, ()) for naam in GRETIG}
    assert gretig["wie het langst wacht eerst"].gekozen == {0}
    assert gretig["schaarste plek eerst"].gekozen == {1, 2}
    assert eigen_kern(vraag, 10).gekozen == {1, 2}


def test_gretig_houdt_zich_aan_vast_en_uitsluitingen() -> None:
    """Option 0 is fixed though 1 fits better, and 2 may not go with it."""
    vraag = Instance(
        options=3,
        groups=(Group("K1:a", (0, 1), max=1), Group("K1:b", (2,), max=1), Group("K2:x", (0, 1, 2), max=3)),
        exclusions=((0, 2),),
        fixed=(0,),
        levels=(Level("passend", Sense.MAX, value=(1, 9, 9)),),
    )
    for naam in GRETIG:
        assert mededingers()[naam](vraag, 1, ()).gekozen == {0}
    vrij = replace(vraag, fixed=())
    assert mededingers()["wie het langst wacht eerst"](vrij, 1, ()).gekozen == {1, 2}
