"""Random regions from a seed: valid by the contract, rich in every rule, with boundaries and ties on purpose.

A region has a theme of a few accents (``toeval.ACCENTEN``) that go round with the seed, so that in any hundred
seeds in a row every rule is what a few regions are about.
"""

from __future__ import annotations

import random
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import strategies as st

from tests.orakel import gebied as g
from tests.orakel.aanbodmaker import Aanbod, maak_aanbod, maak_plaatsingen
from tests.orakel.lezen import lees
from tests.orakel.mensenmaker import maak_bronnen, maak_mensen, maak_verboden, punten_van
from tests.orakel.ontwerp import Ontwerp, Opmaak, Rij, schrijf
from tests.orakel.orakel import bereid_voor
from tests.orakel.paar import VAST_MOET_NOEMEN
from tests.orakel.toeval import ACCENTEN, Toeval

D = date(2026, 11, 23)
ZAAD = "zaad"
KLEIN = 6
MATEN = (3, 4, 5, 6, 6, 6)


def maak_regio(map_: Path, seed: int, *, mensen: int | None = None, plekken: int | None = None) -> Path:
    """Write the region of a seed as a folder; without sizes a tiny one (at most 6 people and 6 plekken)."""
    return schrijf(maak_ontwerp(seed, mensen=mensen, plekken=plekken), map_)


def maak_ontwerp(seed: int, *, mensen: int | None = None, plekken: int | None = None) -> Ontwerp:
    """The region of a seed, as text."""
    rng = random.Random(f"regio {seed}")
    t = Toeval(rng, _thema(rng, seed), D, horizon=28)
    if t.kans("jaarwisseling", 0.05, 1.0):
        t.horizon = t.kies([38, 39, 45])
    elif t.kans("U2", 0.1, 0.4):
        t.horizon = t.kies([0, 7, 7, 14])
    ontwerp = _ontwerp(t, mensen or rng.choice(MATEN), plekken or rng.choice(MATEN))
    return _met_afspraken(t, ontwerp)


def _thema(rng: random.Random, seed: int) -> frozenset[str]:
    return frozenset({ACCENTEN[seed % len(ACCENTEN)], *rng.sample(ACCENTEN, rng.randint(1, 3))})


def _ontwerp(t: Toeval, aantal_mensen: int, aantal_plekken: int) -> Ontwerp:
    groot = aantal_mensen > KLEIN or aantal_plekken > KLEIN
    gebied = g.maak_gebied(
        t,
        gemeenten=t.rng.randint(2, 4) if groot else t.rng.randint(1, 3),
        wijken=5 if groot else 2,
        aanbieders=4 if groot else t.rng.randint(1, 2),
        complexen=t.rng.randint(4, 8) if groot else t.rng.randint(1 if t.thema & {"K6", "K7"} else 0, 2),
    )
    ruimte = max(3, aantal_mensen // 4)
    aanbod = maak_aanbod(t, gebied, aantal_plekken)
    mensen = maak_mensen(t, gebied, aanbod, aantal_mensen)
    plaatsingen = maak_plaatsingen(t, gebied, aanbod, mensen, t.rng.randint(0, max(3, aantal_mensen // 2)))
    if t.thema & {"U5", "mover", "K6", "K7"}:
        plaatsingen = plaatsingen or maak_plaatsingen(t, gebied, aanbod, mensen, 2)
    bans = t.rng.randint(2, max(4, aantal_mensen // 3)) if "K11" in t.thema else t.rng.randint(0, 1)
    aanbieders, teams = g.aanbieder_rijen(t, gebied, punten_van(aanbod), uren=2 * ruimte)
    bronnen = maak_bronnen(t, aanbod) if t.kans("R19", 0.2, 0.7) else None
    return Ontwerp(
        tabellen={
            "gemeenten": tuple(g.gemeente_rijen(t, gebied)),
            "wijken": tuple(g.wijk_rijen(t, gebied, ruimte + 1)),
            "aanbieders": tuple(aanbieders),
            "aanbieder_teams": tuple(teams),
            "woningen": aanbod.woningen,
            "contingenten": aanbod.contingenten,
            "complexen": tuple(g.complex_rijen(t, gebied, max(2, ruimte - 1))),
            "uitstromers": tuple(mensen),
            "contactverboden": tuple(maak_verboden(t, aanbod, mensen, plaatsingen, bans)),
            "plaatsingen": tuple(plaatsingen),
        },
        regels=g.regels(t, gebied),
        bronnen=None if bronnen is None else tuple(bronnen),
        matrix=_matrix(t, gebied, aanbod),
        opmaak=Opmaak(
            scheiding=t.kies([";", ";", ","]),
            bom=t.gooi(0.5),
            regeleinde=t.kies(["\r\n", "\n"]),
            lege_bestanden=t.gooi(0.3),
            alle_kolommen=t.gooi(0.4),
        ),
    )


def _matrix(t: Toeval, gebied: g.Gebied, aanbod: Aanbod) -> tuple[tuple[str, str, str], ...]:
    """Travel times, now and then: they go before the straight line. A few pairs are left out, so not known."""
    if not t.kans("R12", 0.0, 0.3):
        return ()
    minuten = ["5", "12,5", "12,51", "25", "30", "30", "30,01"]
    paren = [(naam, rij["woning_id"]) for naam in gebied.aanbieders for rij in aanbod.woningen]
    return tuple((naam, woning, t.kies(minuten)) for naam, woning in paren if t.gooi(0.9))


def _met_afspraken(t: Toeval, ontwerp: Ontwerp) -> Ontwerp:
    """Forbidden pairs, and fixed ones that are no bad input: a share of them clashes with the limits."""
    with tempfile.TemporaryDirectory() as tijdelijk:
        voor = bereid_voor(lees(schrijf(ontwerp, Path(tijdelijk)), D, ZAAD))
    afspraken: list[Rij] = []
    if t.kans("R17", 0.1, 0.95):
        mogelijk = [paar for paar, codes in sorted(voor.gebroken.items()) if not codes]
        for persoon, plek in t.greep(mogelijk, 1, 3):
            rij = _afspraak(voor.plekken[plek].benoemd, persoon, plek) | {"soort": "verbod"}
            afspraken.append(rij | {"tot": t.datum(t.grensdag(t.d)) if t.gooi(0.25) else ""})
    if t.kans("K10", 0.08, 0.9):
        verboden = {(a["uitstromer_id"], a["woning_id"] or a["contingent_id"]) for a in afspraken}
        kan = [paar for paar in sorted(voor.gebroken) if paar not in verboden]
        vast = t.greep(kan, 1, 2) if t.gooi(0.7) else t.greep(kan, 2, 3)
        per_mens = {persoon: (persoon, plek) for persoon, plek in vast}
        for persoon, plek in vast if t.gooi(0.05) else per_mens.values():
            ondanks = sorted(voor.gebroken[persoon, plek] & VAST_MOET_NOEMEN)
            if "R17" not in ondanks:
                rij = _afspraak(voor.plekken[plek].benoemd, persoon, plek) | {"soort": "vast"}
                afspraken.append(rij | {"ondanks": "|".join(ondanks)})
    t.rng.shuffle(afspraken)
    tabellen = {naam: tuple(t.rng.sample(rijen, len(rijen))) for naam, rijen in ontwerp.tabellen.items()}
    return replace(ontwerp, tabellen={**tabellen, "afspraken": tuple(afspraken)})


def _afspraak(benoemd: bool, persoon: str, plek: str) -> Rij:  # noqa: FBT001
    kolom, ander = ("woning_id", "contingent_id") if benoemd else ("contingent_id", "woning_id")
    return {"uitstromer_id": persoon, kolom: plek, ander: "", "reden": "afgesproken in het overleg"}


def ontwerpen() -> st.SearchStrategy[Ontwerp]:
    """Tiny regions for hypothesis: the seed is what shrinks."""
    return st.integers(min_value=0, max_value=100_000).map(maak_ontwerp)
