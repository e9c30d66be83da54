"""The facts that a batch was made with, for ``plekken.csv``, ``reistijden.csv`` and the certificate."""

from __future__ import annotations

from data.regio import Regio
from geo.reistijd import Bron
from matcher.aanbod import Plek
from matcher.ligging import Ligging
from matcher.uitkomst import Niveau, PlekFeit, ReistijdFeit
from matcher.velden import GEEN, ONBEKEND, Velden
from solver.instance import Instance
from solver.solution import Solution

BRON_CORPORATIE = "corporatie"
BRON_ONBEKEND = "onbekend"
BRONNEN = tuple(str(bron) for bron in Bron)


def plekfeiten(velden: Velden) -> tuple[PlekFeit, ...]:
    """Every plek of the supply, in the order of its id."""
    niveaus = velden.plekken.prikkelniveau.tolist()
    return tuple(
        PlekFeit(
            plek=plek.id,
            soort=plek.soort,
            gemeentecode=plek.gemeentecode,
            wijkcode=plek.wijkcode,
            prikkelniveau=None if niveau == ONBEKEND else niveau,
            prikkel_bron=BRON_ONBEKEND if niveau == ONBEKEND else BRON_CORPORATIE,
            vrij=plek.vrij,
        )
        for plek, niveau in zip(velden.plekken.records, niveaus, strict=True)
    )


def reistijdfeiten(regio: Regio, plekken: tuple[Plek, ...], ligging: Ligging) -> tuple[ReistijdFeit, ...]:
    """Travel times that rule R12 could look at: each provider to each woning whose woonvorm asks for one."""
    reistijden = ligging.reistijden
    nummer = {woning_id: kolom for kolom, woning_id in enumerate(reistijden.woningen)}
    vormen = regio.instellingen.woonvormen
    gevraagd = [
        plek.id
        for plek in plekken
        if plek.woning is not None and vormen[plek.eisen.woonvorm].reactietijd_min is not None
    ]
    return tuple(
        ReistijdFeit(
            aanbieder=aanbieder,
            woning_id=woning_id,
            minuten=None if (minuten := int(reistijden.minuten[rij, nummer[woning_id]])) == GEEN else minuten,
            bron=BRONNEN[reistijden.bron[rij, nummer[woning_id]]],
        )
        for rij, aanbieder in enumerate(reistijden.aanbieders)
        for woning_id in gevraagd
    )


def niveaus_van(instance: Instance, antwoord: Solution) -> tuple[Niveau, ...]:
    """The levels as the certificate gives them."""
    return tuple(
        Niveau(naam=uit.name, richting=str(level.sense), waarde=uit.value, grens=uit.bound, bewezen=uit.proven)
        for level, uit in zip(instance.levels, antwoord.levels, strict=True)
    )
