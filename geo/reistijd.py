"""How long a care team is on its way to a woning (contract par. 3 R12, par. 7)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import ceil
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from data.instellingen import Reistijd as Instelling
from data.meldingen import Melding, let_op
from data.records import Reistijd, Woning
from data.regio import Regio
from geo.afstand import ONBEKEND, Punten, afstand_naar_boven
from geo.kaartbestand import opsomming
from geo.lagen import WEGEN, Laag, lees_laag
from geo.wegennet import Wegen, over_de_weg, sluit_aan, wegen_uit

Basis = tuple[Decimal, Decimal]
Minuten = NDArray[np.int64]


class Bron(StrEnum):
    """Where a travel time comes from."""

    HEMELSBREED = "hemelsbreed"
    WEGEN = "wegen"
    MATRIX = "matrix"


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Reistijden:
    """Travel time from the nearest base of each provider to each woning.

    ``minuten``: providers x woningen, whole hundredths of a minute rounded up, -1 where it is not
    known or no road leads. ``bron``: same shape, place in :class:`Bron`.
    """

    aanbieders: tuple[str, ...]
    woningen: tuple[str, ...]
    minuten: Minuten
    bron: NDArray[np.int8]


def reistijden(
    regio: Regio, woningen: Sequence[Woning], map_: Path, matrix: Sequence[Reistijd] = ()
) -> tuple[Reistijden, tuple[Melding, ...]]:
    """The travel times of ``woningen``: by the user's ``matrix``, else over the layer ``wegen``, else straight.

    With a layer of roads nothing falls back on straight lines, and neither does a pair that a
    matrix leaves out: both are then not known. With a fault among the messages the times may not be used.
    """
    bases = _bases(regio)
    laag, meldingen = lees_laag(map_, WEGEN, regio.invoer)
    wegen = None if laag is None else wegen_uit(laag)
    if isinstance(wegen, Melding):
        meldingen, wegen = (wegen,), None
    vorm = (len(bases), len(woningen))
    if wegen is not None:
        minuten, mis = _over_wegen(regio.instellingen.reistijd, wegen, bases, woningen, laag)
        meldingen, bron = (*meldingen, *mis), Bron.WEGEN
    elif matrix:
        minuten, bron = np.full(vorm, ONBEKEND, dtype=np.int64), Bron.MATRIX
    else:
        minuten, bron = _hemelsbreed(regio.instellingen.reistijd, bases, woningen), Bron.HEMELSBREED
    bronnen = np.full(vorm, list(Bron).index(bron), dtype=np.int8)
    _vul_in(matrix, bases, woningen, minuten, bronnen)
    for rooster in (minuten, bronnen):
        rooster.setflags(write=False)
    ids = tuple(woning.woning_id for woning in woningen)
    return Reistijden(aanbieders=tuple(bases), woningen=ids, minuten=minuten, bron=bronnen), meldingen


def _bases(regio: Regio) -> dict[str, list[Basis]]:
    """The places that each provider leaves from."""
    bases: dict[str, list[Basis]] = {aanbieder.aanbieder: [] for aanbieder in regio.aanbieders}
    for aanbieder in regio.aanbieders:
        if aanbieder.x is not None and aanbieder.y is not None:
            bases[aanbieder.aanbieder].append((aanbieder.x, aanbieder.y))
    for team in regio.aanbieder_teams:
        if team.aanbieder in bases:
            bases[team.aanbieder].append((team.x, team.y))
    return bases


def _hemelsbreed(instelling: Instelling, bases: Mapping[str, Sequence[Basis]], woningen: Sequence[Woning]) -> Minuten:
    """``metres * omweg / m_per_min`` from the nearest base, exact and then rounded up."""
    punten = Punten.van([woning.x for woning in woningen], [woning.y for woning in woningen])
    factor = 100 / _rechtdoor(instelling)
    uit = np.full((len(bases), len(woningen)), ONBEKEND, dtype=np.int64)
    for a, plaatsen in enumerate(bases.values()):
        if plaatsen:
            uit[a] = np.min([afstand_naar_boven(punten, x, y, factor) for x, y in plaatsen], axis=0)
    return uit


def _rechtdoor(instelling: Instelling) -> Fraction:
    """Metres of straight line that a minute takes one further."""
    return Fraction(instelling.m_per_min) / Fraction(instelling.omweg)


def _over_wegen(
    instelling: Instelling,
    wegen: Wegen,
    bases: Mapping[str, Sequence[Basis]],
    woningen: Sequence[Woning],
    laag: Laag | None,
) -> tuple[Minuten, list[Melding]]:
    assert laag is not None
    per_min = _rechtdoor(instelling)
    plaatsen = [None if w.x is None or w.y is None else (float(w.x), float(w.y)) for w in woningen]
    aankomst = sluit_aan(wegen, plaatsen, per_min)
    meldingen = []
    vertrek = {}
    for aanbieder, rij in bases.items():
        haltes = sluit_aan(wegen, [(float(x), float(y)) for x, y in rij], per_min)
        vertrek[aanbieder] = [halte for halte in haltes if halte is not None]
        if None in haltes:
            meldingen.append(let_op("team_ver_van_weg", laag.bestand, aanbieder=aanbieder))
    ver = [w.woning_id for w, p, h in zip(woningen, plaatsen, aankomst, strict=True) if p is not None and h is None]
    if ver:
        meldingen.append(let_op("woningen_ver_van_weg", laag.bestand, woningen=opsomming(sorted(ver))))
    return over_de_weg(wegen, vertrek, aankomst), meldingen


def _vul_in(
    matrix: Sequence[Reistijd],
    bases: Mapping[str, object],
    woningen: Sequence[Woning],
    minuten: Minuten,
    bronnen: NDArray[np.int8],
) -> None:
    """Put what the user states over what was computed; rows about others are passed over."""
    rij = {aanbieder: a for a, aanbieder in enumerate(bases)}
    kolom = {woning.woning_id: w for w, woning in enumerate(woningen)}
    for regel in matrix:
        if regel.aanbieder in rij and regel.woning_id in kolom:
            plek = rij[regel.aanbieder], kolom[regel.woning_id]
            minuten[plek] = ONBEKEND if regel.minuten is None else ceil(Fraction(regel.minuten) * 100)
            bronnen[plek] = list(Bron).index(Bron.MATRIX)
