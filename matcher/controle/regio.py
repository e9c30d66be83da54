"""The region folder as the checker reads it, with a reader of its own (contract par. 1)."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from matcher.controle.cellen import Getal, Punt, Rij, TwijfelError, als_getal
from matcher.controle.gegevens import (
    NABIJ,
    PRIKKELARM,
    TOEGANG,
    URGENTIE,
    ZWAARTE,
    Aanbieder,
    Afspraak,
    Complex,
    Contactverbod,
    Gemeente,
    Plaats,
    Plaatsing,
    Plek,
    Regio,
    Uitstromer,
    Wijk,
)
from matcher.controle.instellingen import lees_instellingen
from matcher.controle.lezen import lees_tabellen

TABELLEN = (
    "gemeenten",
    "wijken",
    "aanbieders",
    "aanbieder_teams",
    "woningen",
    "contingenten",
    "complexen",
    "uitstromers",
    "contactverboden",
    "plaatsingen",
    "afspraken",
)
_MAAND = re.compile(r"(0?[1-9]|1[0-2])-([0-9]{4})")
_MAAND_WERKBOEK = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])-[0-9]{2}")
_NERGENS = Plaats("", None, None, None)

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Feit:
    """What ``plekken.csv`` of the batch says of a plek, used only where the input is silent."""

    gemeente: str
    wijk: str
    niveau: int | None


@dataclass(frozen=True, slots=True)
class Herkenning:
    """How facts that the input leaves empty are found: from the batch, or from the boundaries of the wijken."""

    feiten: Mapping[str, Feit]
    wijk_van: Callable[[Punt, Collection[str]], str | None]
    """The wijk around a place, among these codes."""


def lees_regio(regio_map: Path, herkenning: Herkenning) -> tuple[Regio | None, tuple[str, ...]]:
    """Read the folder. Returns the region, or None with every place that cannot be read with certainty."""
    tabellen, gevonden = lees_tabellen(regio_map, TABELLEN)
    twijfels = list(gevonden)
    try:
        instellingen = lees_instellingen(regio_map)
    except TwijfelError as twijfel:
        return None, (*twijfels, twijfel.plaats)

    def elk(naam: str, maak: Callable[[Rij], T]) -> list[T]:
        waarden = []
        for rij in tabellen[naam]:
            try:
                waarden.append(maak(rij))
            except TwijfelError as twijfel:
                twijfels.append(twijfel.plaats)
        return waarden

    def per(naam: str, waarden: list[T], sleutel: Callable[[T], str]) -> dict[str, T]:
        gevonden = {sleutel(waarde): waarde for waarde in waarden}
        if len(gevonden) != len(waarden):
            twijfels.append(f"{naam}.csv")
        return gevonden

    wijken = per("wijken", elk("wijken", _wijk), lambda wijk: wijk.code)
    teams = elk("aanbieder_teams", _team)
    aanbieders = elk("aanbieders", lambda rij: _aanbieder(rij, teams))
    plekken = elk("woningen", lambda rij: _woning(rij, wijken, herkenning)) + elk("contingenten", _contingent)
    per_plek = per("woningen", plekken, lambda plek: plek.plek)
    regio = Regio(
        instellingen=instellingen,
        gemeenten=per("gemeenten", elk("gemeenten", _gemeente), lambda gemeente: gemeente.code),
        wijken=wijken,
        aanbieders=per("aanbieders", aanbieders, lambda aanbieder: aanbieder.aanbieder),
        plekken=per_plek,
        complexen=per("complexen", elk("complexen", _complex), lambda complex_: complex_.complex_id),
        uitstromers=per("uitstromers", elk("uitstromers", _uitstromer), lambda mens: mens.id),
        contactverboden=tuple(elk("contactverboden", _contactverbod)),
        plaatsingen=tuple(elk("plaatsingen", lambda rij: _plaatsing(rij, per_plek))),
        afspraken=tuple(elk("afspraken", _afspraak)),
    )
    twijfels += _onbekende_woonvormen(regio)
    return (None if twijfels else regio), tuple(twijfels)


def _onbekende_woonvormen(regio: Regio) -> list[str]:
    bekend = regio.instellingen.woonvormen.keys()
    gebruikt = {
        "woningen.csv": {plek.woonvorm for plek in regio.plekken.values()},
        "uitstromers.csv": {vorm for mens in regio.uitstromers.values() for vorm in mens.woonvormen},
        "plaatsingen.csv": {plaatsing.woonvorm for plaatsing in regio.plaatsingen},
    }
    return [f"{bestand}, kolom woonvorm" for bestand, vormen in gebruikt.items() if not vormen <= bekend]


def _gemeente(rij: Rij) -> Gemeente:
    return Gemeente(rij.verplicht("gemeentecode"), rij.getal("aandeel"), rij.geheel("opgave"))


def _wijk(rij: Rij) -> Wijk:
    return Wijk(
        code=rij.verplicht("wijkcode"),
        gemeente=rij.verplicht("gemeentecode"),
        draagkracht=rij.geheel("draagkracht"),
        voorbelasting=rij.geheel_of("voorbelasting", 0),
        instroom_max=rij.geheel("instroom_max"),
        kwetsbaar=rij.ja("kwetsbaar", standaard=False),
        woonomgeving=rij.tekst("woonomgeving"),
        vangnet=rij.ja("vangnet", standaard=False),
    )


def _team(rij: Rij) -> tuple[str, Punt]:
    punt = rij.punt("x", "y")
    if punt is None:
        raise TwijfelError(f"{rij.bestand}, rij {rij.nummer}, kolom x")
    return rij.verplicht("aanbieder"), punt


def _aanbieder(rij: Rij, teams: list[tuple[str, Punt]]) -> Aanbieder:
    naam, punt = rij.verplicht("aanbieder"), rij.punt("x", "y")
    bases = ([] if punt is None else [punt]) + [team for van, team in teams if van == naam]
    return Aanbieder(naam, tuple(bases), rij.getal("capaciteit_uren"), frozenset(rij.lijst("corporaties")))


def _complex(rij: Rij) -> Complex:
    bestendig = rij.ja("overlastbestendig", standaard=False)
    return Complex(rij.verplicht("complex_id"), rij.geheel("max_plaatsingen"), bestendig)


def _woning(rij: Rij, wijken: Mapping[str, Wijk], herkenning: Herkenning) -> Plek:
    woning, punt, complex_id = rij.verplicht("woning_id"), rij.punt("x", "y"), rij.of_niets("complex_id")
    feit = herkenning.feiten.get(woning)
    wijk = rij.tekst("wijkcode") or (feit.wijk if feit else "")
    if not wijk and punt is not None:
        wijk = herkenning.wijk_van(punt, keuze_wijken(wijken, rij.tekst("gemeentecode"))) or ""
    volgens_wijk = wijken[wijk].gemeente if wijk in wijken else ""
    gemeente = rij.tekst("gemeentecode") or volgens_wijk or (feit.gemeente if feit else "")
    plaats = Plaats(gemeente, wijk or None, ("complex", complex_id) if complex_id else ("woning", woning), punt)
    niveau = rij.geheel("prikkelniveau")
    return _plek(
        rij,
        woning,
        plaats,
        niveau=feit.niveau if niveau is None and feit else niveau,
        gegeven=(rij.tekst("gemeentecode"), rij.tekst("wijkcode"), rij.tekst("prikkelniveau")),
    )


def keuze_wijken(wijken: Mapping[str, Wijk], gemeente: str) -> Collection[str]:
    """Give the wijken that a woning can lie in: a stated gemeente limits the choice (decision 22)."""
    return frozenset(wijk.code for wijk in wijken.values() if gemeente in ("", wijk.gemeente))


def _contingent(rij: Rij) -> Plek:
    contingent, gemeente = rij.verplicht("contingent_id"), rij.verplicht("gemeentecode")
    return _plek(
        rij,
        contingent,
        Plaats(gemeente, None, None, None),
        niveau=rij.geheel("prikkelniveau"),
        gegeven=(gemeente, "", rij.tekst("prikkelniveau")),
    )


def _plek(rij: Rij, plek: str, plaats: Plaats, *, niveau: int | None, gegeven: tuple[str, str, str]) -> Plek:
    benoemd = plaats.complex is not None
    aantal = rij.geheel_of("aantal", 1) if benoemd else rij.geheel("aantal")
    if aantal is None or (benoemd and rij.geheel("max_personen") is None):
        raise TwijfelError(f"{rij.bestand}, rij {rij.nummer}")
    return Plek(
        plek=plek,
        benoemd=benoemd,
        corporatie=rij.verplicht("corporatie"),
        plaats=plaats,
        complex_id=rij.of_niets("complex_id") if benoemd else None,
        woonvorm=rij.verplicht("woonvorm") if benoemd else rij.tekst("woonvorm") or "convenant",
        contingent=rij.of_niets("contingent_id"),
        aantal=aantal,
        min_personen=rij.geheel_of("min_personen", 1),
        max_personen=rij.geheel("max_personen"),
        huur=rij.centen("huur"),
        toegankelijkheid=rij.trap("toegankelijkheid", TOEGANG) or 0,
        prikkelniveau=niveau,
        doelgroepen=frozenset(rij.lijst("doelgroepen")),
        vereist=frozenset(rij.lijst("doelgroepen_vereist")),
        leeftijd_min=rij.geheel("leeftijd_min"),
        leeftijd_max=rij.geheel("leeftijd_max"),
        zwaarte_max=rij.trap("zorgzwaarte_max", ZWAARTE),
        overlast=rij.ja("overlast", standaard=True),
        huisdier=rij.ja("huisdier", standaard=True),
        zorg24=rij.ja("zorg24", standaard=False),
        beschikbaar=rij.dag("beschikbaar_vanaf") if benoemd else None,
        max_verblijf=rij.geheel("max_verblijf_maanden"),
        jaar=None if benoemd else rij.geheel("jaar"),
        los=not benoemd and rij.ja("los_toewijsbaar", standaard=False),
        gegeven=gegeven,
    )


def _uitstromer(rij: Rij) -> Uitstromer:
    kinderen, verwacht = rij.geheel_of("kinderen", 0), rij.geheel("personen_verwacht")
    zwaarte = rij.trap("zorgzwaarte", ZWAARTE)
    leeftijd, geboren = rij.geheel("leeftijd"), _geboren(rij)
    if zwaarte is None or (leeftijd is None) == (geboren is None):
        raise TwijfelError(f"{rij.bestand}, rij {rij.nummer}")
    return Uitstromer(
        id=rij.verplicht("uitstromer_id"),
        leeftijd=leeftijd,
        geboren=geboren,
        herkomst=rij.of_niets("herkomst_gemeente"),
        voorkeuren=rij.lijst("voorkeur_gemeenten"),
        woonvormen=rij.lijst("woonvormen"),
        personen=rij.geheel_of("volwassenen", 1) + kinderen if verwacht is None else verwacht,
        doelgroepen=frozenset(rij.lijst("doelgroepen")),
        zwaarte=zwaarte,
        aanbieder=rij.of_niets("aanbieder"),
        uren=rij.getal("uren") or 0,
        prikkelarm=rij.keuze("prikkelarm", PRIKKELARM, "nee"),
        prikkelniveau_max=rij.geheel_of("prikkelniveau_max", 2),
        vermijden=_vermijden(rij),
        overlastrisico=rij.ja("overlastrisico", standaard=False),
        overlast_tot=rij.datum("overlast_tot"),
        toegankelijkheid=rij.trap("toegankelijkheid", TOEGANG) or 0,
        huur_max=rij.centen("huur_max"),
        huisdier=rij.ja("huisdier", standaard=False),
        woonomgeving=rij.tekst("woonomgeving"),
        anker=rij.punt("anker_x", "anker_y"),
        gebieden=frozenset(rij.lijst("uitsluiting_gebieden")),
        punten=rij.getallenlijst("uitsluiting_punten", 3),
        uitsluiting_tot=rij.datum("uitsluiting_tot"),
        duur=rij.geheel("duur_maanden"),
        wet=rij.tekst("wet") or "wmo",
        zorgplan=rij.ja("zorgplan", standaard=False),
        urgentie=rij.keuze("urgentie", URGENTIE, "normaal"),
        wachtend_sinds=rij.dag("wachtend_sinds"),
        beschikbaar=rij.datum("beschikbaar_vanaf"),
        uiterste_datum=rij.datum("uiterste_datum"),
        doorstroom=rij.ja_of_niets("doorstroom"),
    )


def _geboren(rij: Rij) -> tuple[int, int] | None:
    tekst = rij.tekst("geboortemaand")
    if not tekst:
        return None
    gevonden, werkboek = _MAAND.fullmatch(tekst), _MAAND_WERKBOEK.fullmatch(tekst)
    if werkboek is not None:
        return int(werkboek[1]), int(werkboek[2])
    if gevonden is None:
        raise TwijfelError(f"{rij.bestand}, rij {rij.nummer}, kolom geboortemaand")
    return int(gevonden[2]), int(gevonden[1])


def _vermijden(rij: Rij) -> tuple[tuple[str, Getal], ...]:
    paren = []
    for deel in rij.lijst("vermijden"):
        woorden = deel.split()
        afstand = als_getal(woorden[-1])
        if len(woorden) != 2 or afstand is None:
            raise TwijfelError(f"{rij.bestand}, rij {rij.nummer}, kolom vermijden")
        paren.append((woorden[0], afstand))
    return tuple(paren)


def _contactverbod(rij: Rij) -> Contactverbod:
    niveau, afstand = rij.of_niets("niveau"), rij.getal("afstand_m")
    a, b = rij.verplicht("uitstromer_a"), rij.verplicht("uitstromer_b")
    if (niveau is None) == (afstand is None) or niveau not in (None, *NABIJ) or a == b:
        raise TwijfelError(f"{rij.bestand}, rij {rij.nummer}")
    return Contactverbod(a, b, niveau, afstand, rij.datum("tot"))


def _plaatsing(rij: Rij, plekken: Mapping[str, Plek]) -> Plaatsing:
    woning = rij.of_niets("woning_id")
    gevonden = plekken.get(rij.tekst("woning_id"))
    lijst = gevonden.plaats if gevonden else _NERGENS
    complex_id = rij.of_niets("complex_id")
    zwaarte = rij.trap("zorgzwaarte", ZWAARTE)
    if zwaarte is None:
        raise TwijfelError(f"{rij.bestand}, rij {rij.nummer}, kolom zorgzwaarte")
    eigen = ("complex", complex_id) if complex_id else lijst.complex or (("woning", woning) if woning else None)
    plaats = Plaats(
        gemeente=rij.verplicht("gemeentecode"),
        wijk=rij.of_niets("wijkcode") or lijst.wijk,
        complex=eigen,
        punt=rij.punt("x", "y") or lijst.punt,
    )
    return Plaatsing(
        uitstromer=rij.verplicht("uitstromer_id"),
        woning=woning,
        contingent=rij.of_niets("contingent_id"),
        plaats=plaats,
        woonvorm=rij.verplicht("woonvorm"),
        zwaarte=zwaarte,
        prikkelarm=rij.keuze("prikkelarm", PRIKKELARM, "nee"),
        overlastrisico=rij.ja("overlastrisico", standaard=False),
        aanbieder=rij.of_niets("aanbieder"),
        uren=rij.getal("uren") or 0,
        datum_in=rij.dag("datum_in"),
        datum_uit=rij.datum("datum_uit"),
    )


def _afspraak(rij: Rij) -> Afspraak:
    plek = rij.tekst("woning_id") or rij.verplicht("contingent_id")
    vast = rij.keuze("soort", ("vast", "verbod"), "") == "vast"
    return Afspraak(rij.verplicht("uitstromer_id"), plek, vast, frozenset(rij.lijst("ondanks")), rij.datum("tot"))
