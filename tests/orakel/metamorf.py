"""Regions made from regions, of which the answer is known to be the same, no worse or no better.

Each takes the region as text, a random source and what is known of its answer, and gives another region; None when
the region leaves nothing to change.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from decimal import Decimal

from tests.orakel.ontwerp import Ontwerp, Rij

Waar = Mapping[str, tuple[str, ...]]

PERSOON: Waar = {
    "uitstromers": ("uitstromer_id",),
    "contactverboden": ("uitstromer_a", "uitstromer_b"),
    "plaatsingen": ("uitstromer_id",),
    "afspraken": ("uitstromer_id",),
}
PLEK: Waar = {
    "woningen": ("woning_id", "contingent_id"),
    "contingenten": ("contingent_id",),
    "plaatsingen": ("woning_id", "contingent_id"),
    "afspraken": ("woning_id", "contingent_id"),
}
COMPLEX: Waar = {"complexen": ("complex_id",), "woningen": ("complex_id",), "plaatsingen": ("complex_id",)}
AANBIEDER: Waar = dict.fromkeys(("aanbieders", "aanbieder_teams", "uitstromers", "plaatsingen"), ("aanbieder",))
CORPORATIE: Waar = {"woningen": ("corporatie",), "contingenten": ("corporatie",), "aanbieders": ("corporaties",)}
PUNT: Waar = {
    **dict.fromkeys(("aanbieders", "aanbieder_teams", "woningen", "plaatsingen"), ("x", "y")),
    "uitstromers": ("anker_x", "anker_y"),
}
DATUM: Waar = {
    "woningen": ("beschikbaar_vanaf",),
    "uitstromers": (
        *("overlast_tot", "uitsluiting_tot", "wachtend_sinds", "beschikbaar_vanaf", "uiterste_datum"),
        "urgentie_datum",
    ),
    "contactverboden": ("tot",),
    "plaatsingen": ("datum_in", "datum_uit", "einde_verwacht", "wachtend_sinds"),
    "afspraken": ("tot",),
}


def _cellen(ontwerp: Ontwerp, waar: Waar, maak: Callable[[str, str], str]) -> Ontwerp:
    """Every filled cell of these columns made anew from its column and text."""
    for tabel, kolommen in waar.items():

        def bewerk(rij: Rij, kolommen: tuple[str, ...] = kolommen) -> Rij:
            return rij | {kolom: maak(kolom, rij[kolom]) for kolom in kolommen if rij.get(kolom)}

        ontwerp = ontwerp.elke(tabel, bewerk)
    return ontwerp


def schud(ontwerp: Ontwerp, rng: random.Random) -> Ontwerp:
    """Rows and columns in another order."""
    tabellen = {naam: tuple(rng.sample(rijen, len(rijen))) for naam, rijen in ontwerp.tabellen.items()}
    opmaak = replace(ontwerp.opmaak, kolommen_door_elkaar=rng.randint(0, 999))
    bronnen = None if ontwerp.bronnen is None else tuple(rng.sample(ontwerp.bronnen, len(ontwerp.bronnen)))
    return replace(ontwerp, tabellen=tabellen, opmaak=opmaak, bronnen=bronnen)


def hernoem(ontwerp: Ontwerp) -> tuple[Ontwerp, dict[str, str]]:
    """Other ids in the same order; the mapping of people and plekken."""
    mensen = _nieuwe_namen(ontwerp, PERSOON, "m")
    plekken = _nieuwe_namen(ontwerp, PLEK, "p")
    aanbieders = _nieuwe_namen(ontwerp, AANBIEDER, "z")
    matrix = tuple((aanbieders[naam], plekken[woning], minuten) for naam, woning, minuten in ontwerp.matrix)
    ontwerp = _vertaal(_vertaal(ontwerp, PERSOON, mensen), PLEK, plekken)
    ontwerp = _vertaal(ontwerp, AANBIEDER, aanbieders)
    ontwerp = _vertaal(ontwerp, COMPLEX, _nieuwe_namen(ontwerp, COMPLEX, "x"))
    ontwerp = _vertaal(ontwerp, CORPORATIE, _nieuwe_namen(ontwerp, CORPORATIE, "c"))
    return replace(ontwerp, matrix=matrix), mensen | plekken


def _vertaal(ontwerp: Ontwerp, waar: Waar, namen: dict[str, str]) -> Ontwerp:
    return _cellen(ontwerp, waar, lambda _, tekst: "|".join(namen[naam] for naam in tekst.split("|")))


def _nieuwe_namen(ontwerp: Ontwerp, waar: Waar, letter: str) -> dict[str, str]:
    oud = {
        naam
        for tabel, kolommen in waar.items()
        for rij in ontwerp.tabel(tabel)
        for kolom in kolommen
        for naam in rij.get(kolom, "").split("|")
        if naam
    }
    return {naam: f"{letter}-{k:04d}" for k, naam in enumerate(sorted(oud))}


def woning_voor_niemand(ontwerp: Ontwerp) -> Ontwerp:
    """One more dwelling, for people of 119 and older."""
    wijk = ontwerp.tabel("wijken")[0]
    rij = {
        "woning_id": "voor-niemand",
        "corporatie": "corp-a",
        "gemeentecode": wijk["gemeentecode"],
        "wijkcode": wijk["wijkcode"],
        "woonvorm": "kamer_met_aandacht",
        "max_personen": "9",
        "leeftijd_min": "119",
        "beschikbaar_vanaf": "01-01-2026",
    }
    return ontwerp.met(woningen=(*ontwerp.tabel("woningen"), rij))


def iemand_uitgesloten(ontwerp: Ontwerp) -> Ontwerp:
    """One more uitstromer, of 17."""
    rij = {
        "uitstromer_id": "nieuw-17",
        "leeftijd": "17",
        "woonvormen": "kamer_met_aandacht",
        "zorgzwaarte": "licht",
        "zorgplan": "ja",
        "urgentie": "crisis",
        "wachtend_sinds": "01-01-2020",
    }
    return ontwerp.met(uitstromers=(*ontwerp.tabel("uitstromers"), rij))


def woning_erbij(ontwerp: Ontwerp, rng: random.Random) -> Ontwerp | None:
    """One more dwelling like one that is there."""
    rijen = ontwerp.tabel("woningen")
    if not rijen:
        return None
    return ontwerp.met(
        woningen=(*rijen, rng.choice(rijen) | {"woning_id": "erbij", "contingent_id": "", "aantal": "1"})
    )


GRENZEN: Waar = {
    "woningen": ("aantal",),
    "contingenten": ("aantal",),
    "wijken": ("draagkracht", "instroom_max"),
    "complexen": ("max_plaatsingen",),
    "aanbieders": ("capaciteit_uren",),
    "gemeenten": ("opgave",),
}
DRAAGKRACHT: Waar = {"wijken": ("draagkracht",)}


def ruimer(ontwerp: Ontwerp, rng: random.Random, grenzen: Waar = GRENZEN) -> Ontwerp | None:
    """One unit more of one limit: a row, a contingent, a wijk, a complex, hours, an agreed number."""
    kan = [
        (tabel, k, kolom)
        for tabel, kolommen in grenzen.items()
        for k, rij in enumerate(ontwerp.tabel(tabel))
        for kolom in kolommen
        if rij.get(kolom)
    ]
    if not kan:
        return None
    tabel, nummer, kolom = rng.choice(kan)
    rijen = [
        rij | {kolom: str(Decimal(rij[kolom].replace(",", ".")) + 1)} if k == nummer else rij
        for k, rij in enumerate(ontwerp.tabel(tabel))
    ]
    return ontwerp.met(**{tabel: rijen})


def met_vast(ontwerp: Ontwerp, paar: tuple[str, str]) -> Ontwerp:
    """The pair fixed."""
    persoon, plek = paar
    kolom = "woning_id" if plek in {rij["woning_id"] for rij in ontwerp.tabel("woningen")} else "contingent_id"
    rij = {"uitstromer_id": persoon, kolom: plek, "soort": "vast", "reden": "overleg"}
    return ontwerp.met(afspraken=(*ontwerp.tabel("afspraken"), rij))


def mag_vast(ontwerp: Ontwerp, paren: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those pairs whose person has no fixed pair yet and no placement that could make it one that runs already."""
    bezet = {rij["uitstromer_id"] for tabel in ("plaatsingen",) for rij in ontwerp.tabel(tabel)}
    bezet |= {rij["uitstromer_id"] for rij in ontwerp.tabel("afspraken") if rij["soort"] == "vast"}
    return sorted(paar for paar in paren if paar[0] not in bezet)


def weken_later(ontwerp: Ontwerp, leeftijden: dict[str, int], d: date, horizon: int, weken: int) -> Ontwerp | None:
    """All dates shifted by whole weeks; None when that takes D, H or the start of a placement into another year.

    A month of birth does not shift by weeks, so the age at H stands in its place.
    """
    stap = timedelta(weeks=weken)
    begin = [_dag(rij["datum_in"]) for rij in ontwerp.tabel("plaatsingen")]
    dagen = [d, d + timedelta(days=horizon), *begin]
    if any(dag.year != (dag + stap).year for dag in dagen):
        return None
    later = _cellen(ontwerp, DATUM, lambda _, tekst: (_dag(tekst) + stap).isoformat())
    return later.elke(
        "uitstromers", lambda rij: rij | {"geboortemaand": "", "leeftijd": str(leeftijden[rij["uitstromer_id"]])}
    )


def _dag(tekst: str) -> date:
    vorm = "%Y-%m-%d" if tekst.index("-") == 4 else "%d-%m-%Y"
    return datetime.strptime(tekst, vorm).date()  # noqa: DTZ007


def verschuif(ontwerp: Ontwerp, dx: Decimal, dy: Decimal) -> Ontwerp:
    """Everything moved in RD."""

    def schuif(kolom: str, tekst: str) -> str:
        return str(Decimal(tekst.replace(",", ".")) + (dx if kolom.endswith("x") else dy))

    def cirkels(_: str, tekst: str) -> str:
        drietallen = [cirkel.split() for cirkel in tekst.split("|")]
        return "|".join(f"{schuif('x', x)} {schuif('y', y)} {straal}" for x, y, straal in drietallen)

    ontwerp = _cellen(_cellen(ontwerp, PUNT, schuif), {"uitstromers": ("uitsluiting_punten",)}, cirkels)
    bronnen = ontwerp.bronnen
    return replace(ontwerp, bronnen=bronnen and tuple((soort, x + dx, y + dy) for soort, x, y in bronnen))


def gesplitst(ontwerp: Ontwerp, rng: random.Random) -> Ontwerp | None:
    """A contingent in two of the same terms, for one without named woningen or fixed pairs and with room to split."""
    gebruik = [rij.get("contingent_id", "") for rij in ontwerp.tabel("plaatsingen")]
    vastgelegd = {rij["contingent_id"] for rij in ontwerp.tabel("woningen")} | {
        rij["contingent_id"] for rij in ontwerp.tabel("afspraken") if rij["soort"] == "vast"
    }
    kan = [
        rij
        for rij in ontwerp.tabel("contingenten")
        if rij["contingent_id"] not in vastgelegd and int(rij["aantal"]) > gebruik.count(rij["contingent_id"])
    ]
    if not kan:
        return None
    oud = rng.choice(kan)
    eerste = rng.randint(gebruik.count(oud["contingent_id"]), int(oud["aantal"]))
    delen = (
        oud | {"aantal": str(eerste)},
        oud | {"aantal": str(int(oud["aantal"]) - eerste), "contingent_id": "gesplitst"},
    )
    rest = [rij for rij in ontwerp.tabel("contingenten") if rij["contingent_id"] != oud["contingent_id"]]
    verboden = [
        rij | {"contingent_id": "gesplitst"}
        for rij in ontwerp.tabel("afspraken")
        if rij.get("contingent_id") == oud["contingent_id"]
    ]
    return ontwerp.met(contingenten=(*rest, *delen), afspraken=(*ontwerp.tabel("afspraken"), *verboden))
