"""Every rule, pair by pair and assignment by assignment, against the oracle; nothing is solved, so it is quick.

A region gives hundreds of comparisons: which rules each pair breaks, which K rules random assignments break, what
they are worth at each level, and what is said of everybody whom a sound assignment leaves without a place. It is
the suite that mutation testing runs (``make mutatie``).
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest

from data.meldingen import Ernst
from matcher.assemble import Opgave, maak_opgave, maak_stand
from matcher.botsing import Botsingen
from matcher.overzicht import overzicht
from matcher.paren import codes, gebroken
from matcher.run import Klok
from matcher.schrijven.verhaal import motivering, toelichting
from matcher.tijd import isoweek
from matcher.uitkomst import NietGeplaatst, Status, Voorstel
from matcher.uitslag import niet_geplaatst, voorstellen
from matcher.voorbereiding import Voorbereid, voorbereiden
from solver.faults import faults
from solver.instance import Instance
from tests.golden.test_golden import GEVALLEN
from tests.orakel.generator import D, maak_ontwerp
from tests.orakel.lezen import lees
from tests.orakel.ontwerp import Ontwerp, schrijf
from tests.orakel.orakel import Voorbereid as OrakelVoorbereid
from tests.orakel.orakel import _paren, _zonder_plek, bereid_voor
from tests.orakel.samen import overtredingen
from tests.orakel.waarde import bijzonderheden, niveaus
from tests.orakel.wereld import Persoon, Plek

MUTATIE = os.environ.get("ZL_MUTATIE") == "1"
"""Mutation testing runs this thousands of times and makes do with less."""
ZADEN = range(3000, 3400 if os.environ.get("ZL_PROOF") == "1" else 3040 if MUTATIE else 3060)
POGINGEN = 4 if MUTATIE else 12
Keuze = tuple[tuple[str, str], ...]


def _regios() -> Iterator[Any]:
    """The random ones first: they hold most, so that a fault shows soon. A region is made when its turn comes."""
    for zaad in ZADEN[:8]:
        yield pytest.param(partial(maak_ontwerp, zaad, mensen=14, plekken=14), D, "zaad", id=f"groter-{zaad}")
    for zaad in ZADEN:
        yield pytest.param(partial(maak_ontwerp, zaad), D, "zaad", id=f"klein-{zaad}")
    for geval in GEVALLEN:
        if geval.exit in (0, 2):
            yield pytest.param(partial(getattr, geval, "ontwerp"), geval.datum, geval.seed, id=geval.naam)


@pytest.mark.parametrize(("maak", "datum", "zaad"), tuple(_regios()))
def test_program_and_oracle_read_the_rules_alike(
    tmp_path: Path, maak: Callable[[], Ontwerp], datum: Any, zaad: str
) -> None:
    map_ = schrijf(maak(), tmp_path / "regio")
    orakel = bereid_voor(lees(map_, datum, zaad))
    klaar, meldingen = voorbereiden(map_, datum, Klok(lambda _: None))
    if orakel.slecht_vast():
        assert klaar is None
        assert {m.bestand for m in meldingen if m.ernst is Ernst.FOUT} == {"afspraken.csv"}
        return
    assert klaar is not None, [str(melding) for melding in meldingen]
    assert dict(klaar.deelname.uitgesloten) == orakel.uitgesloten
    assert [plek.id for plek in klaar.plekken] == sorted(orakel.plekken)
    _vergelijk_paren(klaar, orakel)
    _vergelijk_toewijzingen(klaar, orakel, zaad)


def _vergelijk_paren(klaar: Voorbereid, orakel: OrakelVoorbereid) -> None:
    bits = gebroken(klaar.velden, klaar.velden.alle_mensen, klaar.velden.alle_plekken)
    for i, wie in enumerate(klaar.velden.mensen.ids):
        for j, plek in enumerate(klaar.velden.plekken.ids):
            assert frozenset(codes(int(bits[i, j]))) == orakel.gebroken[wie, plek], (wie, plek)
    assert len(klaar.paren.persoon) == orakel.paren


def _vergelijk_toewijzingen(klaar: Voorbereid, orakel: OrakelVoorbereid, zaad: str) -> None:
    stand = maak_stand(klaar.regio, klaar.peil, klaar.velden, klaar.paren, klaar.afspraken, klaar.verblijf)
    opgave = maak_opgave(stand, klaar.velden, zaad)
    nummer = {(u.uitstromer_id, plek.id): optie for optie, u, plek in stand.opties}
    assert {optie for paar, optie in nummer.items() if paar in orakel.vast} == stand.vast
    assert opgave.instance.options == len(nummer)
    assert set(opgave.instance.fixed) == stand.vast
    assert faults(opgave.instance) == faults(opgave.letterlijk.instance) == ()
    for opties in stand.van_persoon.values():
        assert len(opties) < 2 or "K1" in _gebroken_grenzen(opgave.instance, opties[:2])
    for keuze in _keuzes(tuple(nummer)):
        gekozen = tuple(sorted(nummer[paar] for paar in keuze))
        breekt = overtredingen(orakel.wereld, _paren(orakel, keuze))
        assert _gebroken_grenzen(opgave.letterlijk.instance, gekozen) == breekt, keuze
        assert bool(_gebroken_grenzen(opgave.instance, gekozen)) == bool(breekt), keuze
        assert _waarden(opgave, gekozen) == niveaus(orakel.wereld, _paren(orakel, keuze)), keuze
        if not breekt:
            _vergelijk_uitleg(klaar, orakel, opgave, keuze, gekozen)


@cache
def _keuzes(paren: Keuze) -> tuple[Keuze, ...]:
    """Random assignments: nobody, each pair alone, and some of many sizes; at most one plek a person."""
    rng = random.Random(len(paren))
    keuzes: list[Keuze] = [(), *((paar,) for paar in paren[:POGINGEN])]
    for _ in range(POGINGEN):
        geschud = rng.sample(paren, len(paren))
        per_mens = dict(reversed(geschud))
        wie = rng.sample(sorted(per_mens), rng.randint(0, len(per_mens)))
        keuzes.append(tuple((naam, per_mens[naam]) for naam in sorted(wie)))
    return tuple(keuzes)


def _gebroken_grenzen(vraag: Instance, gekozen: tuple[int, ...]) -> frozenset[str]:
    er_in = set(gekozen)
    return frozenset(
        groep.name.partition(":")[0]
        for groep in vraag.groups
        if groep.max is not None
        and sum(w for optie, w in zip(groep.option, groep.weight, strict=True) if optie in er_in) > groep.max
    )


def _waarden(opgave: Opgave, gekozen: tuple[int, ...]) -> dict[str, int]:
    er_in = set(gekozen)
    uit = {}
    for level in opgave.instance.levels:
        if level.value is not None:
            uit[str(level.name)] = sum(level.value[optie] for optie in gekozen)
        else:
            uit[str(level.name)] = sum(
                max(
                    vorm.constant + sum(w for o, w in zip(vorm.option, vorm.weight, strict=True) if o in er_in)
                    for vorm in term
                )
                for term in level.terms or ()
            )
    return uit


def _vergelijk_uitleg(
    klaar: Voorbereid, orakel: OrakelVoorbereid, opgave: Opgave, keuze: Keuze, gekozen: tuple[int, ...]
) -> None:
    botsingen = Botsingen(opgave.grenzen, gekozen)
    zonder = niet_geplaatst(opgave.stand, klaar.paren, klaar.deelname.uitgesloten, botsingen, gekozen)
    verwacht: Mapping[str, tuple[str, str]] = {
        **{wie: ("uitgesloten", code) for wie, code in orakel.uitgesloten.items()},
        **_zonder_plek(orakel, _paren(orakel, keuze)),
    }
    vast = {wie for wie, _ in orakel.vast}
    gezegd = {rij.uitstromer_id: (str(rij.status), rij.code) for rij in zonder}
    assert {wie: reden for wie, reden in gezegd.items() if wie not in vast} == {
        wie: reden for wie, reden in verwacht.items() if wie not in vast
    }
    rijen = voorstellen("2026-W48-1", opgave.stand, klaar.velden, gekozen)
    for rij, (persoon, plek) in zip(rijen, _paren(orakel, keuze), strict=True):
        bijzonder = bijzonderheden(orakel.wereld, persoon, plek)
        assert (rij.uitstromer_id, rij.plek) == (persoon.id, plek.id)
        assert (rij.soort, rij.passend, rij.wachtdagen) == (bijzonder.soort, bijzonder.passend, bijzonder.wachtdagen)
        assert (rij.ingangsdatum, rij.komt_vrij) == (bijzonder.ingangsdatum, bijzonder.komt_vrij)
        assert rij.motivering == _motivering(klaar, orakel, rij)
        _vergelijk_plek(rij, persoon, plek)
    assert [rij.voorstel_id for rij in rijen] == [f"2026-W48-1-{n:03}" for n in range(1, len(rijen) + 1)]
    assert {rij.uitstromer_id for rij in rijen if rij.vast} == {
        wie for wie, plek in keuze if (wie, plek) in orakel.vast
    }
    for leeg in zonder:
        if leeg.uitstromer_id not in vast:
            assert leeg.toelichting == _toelichting(orakel, keuze, leeg), leeg
    _vergelijk_overzicht(opgave, botsingen, gekozen)


def _vergelijk_plek(rij: Voorstel, persoon: Persoon, plek: Plek) -> None:
    assert (rij.corporatie, rij.gemeentecode, rij.wijkcode) == (plek.corporatie, plek.gemeente, plek.wijk)
    assert (rij.complex_id or "", rij.woonvorm) == (plek.complex or "", plek.woonvorm)
    assert rij.woning_id == (plek.id if plek.benoemd else None)
    assert rij.contingent_id == ((plek.contingent or None) if plek.benoemd else plek.id)
    assert rij.urgentie == persoon.urgentie


def _motivering(klaar: Voorbereid, orakel: OrakelVoorbereid, rij: Voorstel) -> str:
    """From the records of the files, not by way of the options."""
    (mens,) = (u for u in klaar.regio.uitstromers if u.uitstromer_id == rij.uitstromer_id)
    (plek,) = (p for p in klaar.plekken if p.id == rij.plek)
    (gemeente,) = (g.naam for g in klaar.regio.gemeenten if g.gemeentecode == rij.gemeentecode)
    return motivering(
        mens,
        plek,
        gemeente=gemeente,
        omgeving=next((w.woonomgeving for w in klaar.regio.wijken if w.wijkcode == rij.wijkcode), None),
        prikkelniveau=plek.eisen.prikkelniveau,
        ingangsdatum=rij.ingangsdatum,
        doorstroom=bool(orakel.wereld.blijvers(mens.uitstromer_id)),
        vast=rij.vast,
    )


def _toelichting(orakel: OrakelVoorbereid, keuze: Keuze, rij: NietGeplaatst) -> str:
    """A rule was full before the batch when this pair breaks it with nobody else placed."""
    if rij.status is not Status.VERDRONGEN:
        return toelichting(rij.status, rij.code, vol=frozenset())
    wereld, paren = orakel.wereld, _paren(orakel, keuze)
    mens = wereld.personen[rij.uitstromer_id]
    eerste = min(
        orakel.mogelijk(mens.id), key=lambda plek: (len(overtredingen(wereld, [*paren, (mens, plek)])), plek.id)
    )
    return toelichting(rij.status, rij.code, vol=overtredingen(wereld, [(mens, eerste)]))


def _vergelijk_overzicht(opgave: Opgave, botsingen: Botsingen, gekozen: tuple[int, ...]) -> None:
    """What the reports show of a limit is what the limit itself counts."""
    blad = overzicht(opgave.stand, botsingen, gekozen)
    getoond = {
        **{f"K3:{rij.code}": rij for rij in blad.contingenten},
        **{f"K5:{rij.code}": rij for rij in blad.draagkracht},
        **{f"K5:{rij.code}:instroom": rij for rij in blad.instroom},
        **{f"K6:{rij.code}": rij for rij in blad.complexen},
        **{f"K9:{rij.code}": rij for rij in blad.uren},
    }
    for grens, gebruik in zip(opgave.grenzen, botsingen.gebruik, strict=True):
        rij = getoond.get(grens.naam)
        if rij is not None:
            assert rij.nieuw == gebruik, grens.naam
            assert rij.grens is not None
            assert grens.hoogst == max(0, rij.grens - rij.geteld), grens.naam


def test_the_default_seed_is_the_week() -> None:
    assert isoweek(D) == "2026-W48"
