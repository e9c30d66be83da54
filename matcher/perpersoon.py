"""What differs from person to person and plek to plek: tables in which equal people share a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from decimal import Decimal
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from data.instellingen import Instellingen
from data.records import Uitstromer
from data.regio import Regio
from geo.afstand import anker_punten, binnen_straal
from matcher.aanbod import Plek
from matcher.ligging import Ligging
from matcher.tijd import Peil, geldt
from matcher.velden import PerPersoon, Plekken, Waarheden
from matcher.verblijf import Verblijf

T = TypeVar("T", bound=Hashable)


def per_persoon(
    sleutels: Sequence[T | None], reken: Callable[[T], npt.NDArray[Any]], anders: npt.NDArray[Any]
) -> PerPersoon:
    """Computes a row once per distinct key; people without a key get ``anders``."""
    rijen: list[npt.NDArray[Any]] = [anders]
    nummer: dict[T, int] = {}
    for sleutel in sleutels:
        if sleutel is not None and sleutel not in nummer:
            nummer[sleutel] = len(rijen)
            rijen.append(reken(sleutel))
    rij = np.array([0 if s is None else nummer[s] for s in sleutels], dtype=np.int64)
    return PerPersoon(rij, np.stack(rijen))


def _niets(plekken: Sequence[Plek]) -> Waarheden:
    return np.zeros(len(plekken), dtype=np.bool_)


def doelgroepen(deelnemers: Sequence[Uitstromer], plekken: Sequence[Plek]) -> PerPersoon:
    """Whether the person belongs to the doelgroepen that the plek is for (R02)."""
    vragen: dict[tuple[frozenset[str], frozenset[str]], int] = {}
    vraag = [
        vragen.setdefault((frozenset(p.eisen.doelgroepen), frozenset(p.eisen.doelgroepen_vereist)), len(vragen))
        for p in plekken
    ]

    def past(eigen: frozenset[str]) -> Waarheden:
        antwoord = [(not een_van or not een_van.isdisjoint(eigen)) and alle <= eigen for een_van, alle in vragen]
        return np.array(antwoord, dtype=np.bool_)[vraag]

    sleutels = [frozenset(u.doelgroepen) or None for u in deelnemers]
    return per_persoon(sleutels, past, past(frozenset()))


def eigen_woning(deelnemers: Sequence[Uitstromer], plekken: Sequence[Plek], verblijf: Sequence[Verblijf]) -> PerPersoon:
    """Whether the plek is where a mover lives now (R01)."""
    woningen = {plek.id for plek in plekken if plek.woning is not None}
    eigen: dict[str, set[str]] = {}
    for v in verblijf:
        if v.blijft and v.woning_id in woningen:
            eigen.setdefault(v.uitstromer_id, set()).add(v.woning_id)
    sleutels = [frozenset(eigen[u.uitstromer_id]) if u.uitstromer_id in eigen else None for u in deelnemers]
    return per_persoon(sleutels, _aangewezen(plekken), _niets(plekken))


def _aangewezen(plekken: Sequence[Plek]) -> Callable[[frozenset[str]], Waarheden]:
    """Which plekken have one of these ids; an id that is not in the supply points to none."""
    nummer = {plek.id: index for index, plek in enumerate(plekken)}

    def aangewezen(ids: frozenset[str]) -> Waarheden:
        raak = _niets(plekken)
        raak[[nummer[naam] for naam in ids if naam in nummer]] = True
        return raak

    return aangewezen


def gebieden(
    regio: Regio, deelnemers: Sequence[Uitstromer], plekken: Sequence[Plek], ligging: Ligging, peil: Peil
) -> PerPersoon:
    """Whether the plek lies in an area that the person must keep out of (R14)."""
    wijken: dict[str, set[str]] = defaultdict(set)
    for wijk in regio.wijken:
        wijken[wijk.gemeentecode].add(wijk.wijkcode)
    gemeente_van = {wijk.wijkcode: wijk.gemeentecode for wijk in regio.wijken}
    in_gebied: dict[str, list[int]] = defaultdict(list)
    onbenoemd: dict[str, list[int]] = defaultdict(list)
    for nummer, plek in enumerate(plekken):
        waar = (plek.gemeentecode, plek.wijkcode, ligging.buurtcode.get(plek.id))
        for code in filter(None, waar if plek.woning else waar[:1]):
            in_gebied[code].append(nummer)
        if plek.woning is None:
            onbenoemd[plek.gemeentecode].append(nummer)

    def geraakt(gebieden: frozenset[str]) -> Waarheden:
        vol = {g for code in gebieden if (g := gemeente_van.get(code)) is not None and wijken[g] <= gebieden}
        raak = _niets(plekken)
        for waar, codes in ((in_gebied, gebieden), (onbenoemd, vol)):
            for code in codes:
                raak[waar.get(code, [])] = True
        return raak

    sleutels = [
        frozenset(u.uitsluiting_gebieden) if u.uitsluiting_gebieden and geldt(u.uitsluiting_tot, peil.datum) else None
        for u in deelnemers
    ]
    return per_persoon(sleutels, geraakt, _niets(plekken))


def punten(deelnemers: Sequence[Uitstromer], plekken: Plekken, peil: Peil) -> PerPersoon:
    """Whether the plek lies too near a point that the person must keep away from (R15)."""
    zonder_plaats = plekken.benoemd & ~plekken.punten.bekend

    def geraakt(cirkels: tuple[tuple[Decimal, Decimal, Decimal], ...]) -> Waarheden:
        raak = zonder_plaats.copy()
        for x, y, straal in cirkels:
            raak |= binnen_straal(plekken.punten, x, y, straal)
        return raak

    sleutels = [
        tuple((c.x, c.y, c.straal) for c in u.uitsluiting_punten)
        if u.uitsluiting_punten and geldt(u.uitsluiting_tot, peil.datum)
        else None
        for u in deelnemers
    ]
    return per_persoon(sleutels, geraakt, _niets(plekken.records))


def bronnen(deelnemers: Sequence[Uitstromer], plekken: Plekken, ligging: Ligging) -> PerPersoon:
    """Whether the plek lies too near a source of stimuli that the person avoids (R19)."""
    kennis = ligging.prikkelbronnen
    onbekend = plekken.benoemd if kennis is None else plekken.benoemd & ~plekken.punten.bekend

    def geraakt(vermijden: tuple[tuple[str, Decimal], ...]) -> Waarheden:
        raak = onbekend.copy()
        if kennis is not None:
            for soort, afstand in vermijden:
                raak |= kennis.dichtbij(plekken.punten.x, plekken.punten.y, soort, afstand) & plekken.punten.bekend
        return raak

    sleutels = [tuple((str(v.soort), v.afstand_m) for v in u.vermijden) or None for u in deelnemers]
    return per_persoon(sleutels, geraakt, _niets(plekken.records))


def verboden(
    deelnemers: Sequence[Uitstromer], plekken: Sequence[Plek], verboden: frozenset[tuple[str, str]]
) -> PerPersoon:
    """Whether staff forbade the pair (R17)."""
    per_mens: dict[str, set[str]] = {}
    for uitstromer_id, plek in verboden:
        per_mens.setdefault(uitstromer_id, set()).add(plek)
    sleutels = [frozenset(per_mens[u.uitstromer_id]) if u.uitstromer_id in per_mens else None for u in deelnemers]
    return per_persoon(sleutels, _aangewezen(plekken), _niets(plekken))


def ankers(instellingen: Instellingen, deelnemers: Sequence[Uitstromer], plekken: Plekken) -> PerPersoon:
    """Points of the fit for living near the anchor (par. 5)."""
    passend = instellingen.passend
    kleinst = np.min_scalar_type(-passend.anker - 1)
    vol = np.full(len(plekken.ids), passend.anker, dtype=kleinst)

    def punten(anker: tuple[Decimal, Decimal]) -> npt.NDArray[Any]:
        return anker_punten(plekken.punten, *anker, passend.anker, passend.anker_km).astype(kleinst)

    sleutels = [(u.anker_x, u.anker_y) if u.anker_x is not None and u.anker_y is not None else None for u in deelnemers]
    return per_persoon(sleutels, punten, vol)
