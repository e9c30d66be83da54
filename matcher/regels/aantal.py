"""K1 to K6 and K9: how many, how much, over the whole batch (contract par. 4).

What already runs never makes a batch impossible: what new ones add, minus what leaving movers take away
(K5 draagkracht, K6, K9), stays within what is left, and never below zero.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from typing import TypeVar

from data.keuzes import Urgentie, Vrij
from data.records import Uitstromer
from matcher.aanbod import Plek
from matcher.stand import Grens, Stand
from matcher.verblijf import Verblijf

Plaats = TypeVar("Plaats", str, tuple[str, str])


def k1(stand: Stand) -> Iterator[Grens]:
    """Each uitstromer at most one plek."""
    for uitstromer_id, opties in stand.van_persoon.items():
        yield Grens(f"K1:{uitstromer_id}", opties, 1)


def k2(stand: Stand) -> Iterator[Grens]:
    """Each woning at most its free places."""
    for plek, opties in stand.per_plek.items():
        if stand.plekken[plek].woning is not None:
            yield Grens(f"K2:{stand.plekken[plek].id}", opties, stand.plekken[plek].vrij)


def k3(stand: Stand) -> Iterator[Grens]:
    """Each contingent at most its places left, unnamed and named together."""
    leden: dict[str, list[int]] = defaultdict(list)
    for index, plek in enumerate(stand.plekken):
        if plek.contingent_id is not None:
            leden[plek.contingent_id].append(index)
    for contingent_id, plekken in sorted(leden.items()):
        if opties := stand.op(plekken):
            yield Grens(f"K3:{contingent_id}", opties, stand.over[contingent_id])


def k4(stand: Stand) -> Iterator[Grens]:
    """Per gemeente the quota of the year, for woonvormen that count; pairs that ``vrij`` names are not counted."""
    if stand.quota is None:
        return
    geteld = gemeente_geteld(stand)
    opties: dict[str, list[int]] = defaultdict(list)
    for optie, uitstromer, plek in stand.opties:
        if telt_mee(stand, plek.eisen.woonvorm) and not _vrij(stand, uitstromer, plek):
            opties[plek.gemeentecode].append(optie)
    speling = stand.regio.instellingen.spreiding.speling
    for gemeente, leden in sorted(opties.items()):
        over = stand.quota[gemeente] + speling - geteld[gemeente]
        yield Grens(f"K4:{gemeente}", tuple(leden), max(0, over))


def telt_mee(stand: Stand, woonvorm: str) -> bool:
    """Whether places of this woonvorm count for quota and spreading."""
    return stand.regio.instellingen.woonvormen[woonvorm].telt_mee


def gemeente_geteld(stand: Stand) -> Counter[str]:
    """Placements that count in J, by gemeente, of woonvormen that count."""
    return Counter(v.gemeentecode for v in stand.verblijf if v.telt and telt_mee(stand, v.woonvorm))


def _vrij(stand: Stand, uitstromer: Uitstromer, plek: Plek) -> bool:
    vrij = stand.regio.instellingen.spreiding.vrij
    return (Vrij.CRISIS in vrij and uitstromer.urgentie is Urgentie.CRISIS) or (
        Vrij.HERKOMST in vrij and uitstromer.herkomst_gemeente == plek.gemeentecode
    )


def k5(stand: Stand) -> Iterator[Grens]:
    """Per wijk the draagkracht in points (movers give back), and the inflow of the year (they don't)."""
    yield from _draagkracht(stand)
    instroom = wijk_instroom(stand)
    wijken = {w.wijkcode: w.instroom_max for w in stand.regio.wijken if w.instroom_max is not None}
    leden: dict[str, list[int]] = defaultdict(list)
    for index, plek in enumerate(stand.plekken):
        if plek.wijkcode in wijken:
            leden[plek.wijkcode].append(index)
    for wijk, plekken in sorted(leden.items()):
        if opties := stand.op(plekken):
            yield Grens(f"K5:{wijk}:instroom", opties, max(0, wijken[wijk] - instroom[wijk]))


def wijk_instroom(stand: Stand) -> Counter[str]:
    """Placements that count in J, by wijk."""
    return Counter(v.wijkcode for v in stand.verblijf if v.telt and v.wijkcode is not None)


def wijk_belast(stand: Stand) -> Counter[str]:
    """Points taken in each wijk: what others take, and the placements that stay."""
    gewicht = stand.regio.instellingen.draagkracht.gewicht
    belast = Counter({w.wijkcode: w.voorbelasting for w in stand.regio.wijken})
    for v in stand.verblijf:
        if v.blijft and v.wijkcode is not None:
            belast[v.wijkcode] += gewicht[v.zorgzwaarte]
    return belast


def _draagkracht(stand: Stand) -> Iterator[Grens]:
    gewicht = stand.regio.instellingen.draagkracht.gewicht
    belast = wijk_belast(stand)
    yield from _met_vertrek(
        stand,
        "K5",
        {w.wijkcode: w.draagkracht - belast[w.wijkcode] for w in stand.regio.wijken if w.draagkracht is not None},
        lambda _, plek: plek.wijkcode,
        lambda uitstromer: gewicht[uitstromer.zorgzwaarte],
        lambda verblijf: verblijf.wijkcode,
        lambda verblijf: gewicht[verblijf.zorgzwaarte],
    )


def k6(stand: Stand) -> Iterator[Grens]:
    """Per complex at most ``max_plaatsingen`` (movers give back)."""
    bezet = complex_bezet(stand)
    yield from _met_vertrek(
        stand,
        "K6",
        {
            ("complex", c.complex_id): c.max_plaatsingen - bezet[("complex", c.complex_id)]
            for c in stand.regio.complexen
            if c.max_plaatsingen is not None
        },
        lambda _, plek: plek.complex,
        lambda _: 1,
        lambda verblijf: verblijf.complex,
        lambda _: 1,
    )


def complex_bezet(stand: Stand) -> Counter[tuple[str, str]]:
    """Placements that stay, by complex."""
    return Counter(v.complex for v in stand.verblijf if v.blijft and v.complex is not None)


def k9(stand: Stand) -> Iterator[Grens]:
    """Per aanbieder at most its hours (movers give back), in hundredths."""
    bezet = aanbieder_uren(stand)
    yield from _met_vertrek(
        stand,
        "K9",
        {
            a.aanbieder: a.capaciteit_uren - bezet[a.aanbieder]
            for a in stand.regio.aanbieders
            if a.capaciteit_uren is not None
        },
        lambda uitstromer, _: uitstromer.aanbieder,
        lambda uitstromer: uitstromer.uren,
        lambda verblijf: verblijf.aanbieder,
        lambda verblijf: verblijf.uren,
    )


def aanbieder_uren(stand: Stand) -> Counter[str]:
    """Hours of placements that stay, by aanbieder, in hundredths."""
    uren: Counter[str] = Counter()
    for v in stand.verblijf:
        if v.blijft and v.aanbieder is not None:
            uren[v.aanbieder] += v.uren
    return uren


def _met_vertrek(
    stand: Stand,
    code: str,
    over: dict[Plaats, int],
    plaats: Callable[[Uitstromer, Plek], Plaats | None],
    weegt: Callable[[Uitstromer], int],
    oude_plaats: Callable[[Verblijf], Plaats | None],
    woog: Callable[[Verblijf], int],
) -> Iterator[Grens]:
    """A limit per place that a mover who gets a plek leaves: options weigh what they add minus what they free."""
    gewichten: dict[Plaats, dict[int, int]] = defaultdict(dict)
    for optie, uitstromer, plek in stand.opties:
        nieuw = plaats(uitstromer, plek)
        if nieuw is not None and nieuw in over:
            gewichten[nieuw][optie] = gewichten[nieuw].get(optie, 0) + weegt(uitstromer)
        for verblijf in stand.blijvend.get(uitstromer.uitstromer_id, ()):
            oud = oude_plaats(verblijf)
            if oud is not None and oud in over:
                gewichten[oud][optie] = gewichten[oud].get(optie, 0) - woog(verblijf)
    for waar, leden in sorted(gewichten.items()):
        wegend = {optie: gewicht for optie, gewicht in sorted(leden.items()) if gewicht}
        naam = waar if isinstance(waar, str) else waar[1]
        if any(gewicht > 0 for gewicht in wegend.values()):
            yield Grens(f"{code}:{naam}", tuple(wegend), max(0, over[waar]), tuple(wegend.values()))
