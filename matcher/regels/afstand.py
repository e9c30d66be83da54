"""K7 and K8: who and what must not be near each other (contract par. 4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field
from decimal import Decimal

from data.keuzes import Prikkelarm
from geo.afstand import Punten, buren, dichter_dan
from matcher.stand import Grens, Stand
from matcher.verblijf import Complexsleutel, Verblijf

AANWEZIG = "al aanwezig"
"""What a limit is named after that looks at who is there already. No id holds a space."""


def k7(stand: Stand) -> Iterator[Grens]:
    """In one complex nobody with overlastrisico beside somebody else who needs calm, new or present."""
    druk = frozenset(p for p, u in enumerate(stand.mensen) if u.uitstromer_id in stand.overlast)
    rust = frozenset(p for p, u in enumerate(stand.mensen) if u.prikkelarm is Prikkelarm.VEREIST)
    bestendig = {("complex", c.complex_id) for c in stand.regio.complexen if c.overlastbestendig}
    aanwezig: dict[Complexsleutel, list[Verblijf]] = defaultdict(list)
    for v in stand.verblijf:
        if v.aanwezig and v.complex is not None:
            aanwezig[v.complex].append(v)
    for sleutel, complex_ in sorted(_complexen(stand, druk | rust).items()):
        if sleutel not in bestendig:
            yield from _naast_bewoners(stand, complex_, druk, rust, aanwezig[sleutel])
            yield from _naast_nieuwen(stand, complex_, druk, rust)


@dataclass(frozen=True, slots=True)
class _Complex:
    """A complex with the options there of the people that K7 looks at, by person (index)."""

    naam: str
    opties: dict[int, list[int]] = field(default_factory=dict)
    plaatsen: list[int] = field(default_factory=list)
    """What each row of it gives (K2)."""


def _complexen(stand: Stand, mensen: Set[int]) -> dict[Complexsleutel, _Complex]:
    van_plek: list[_Complex | None] = []
    complexen: dict[Complexsleutel, _Complex] = {}
    for index, plek in enumerate(stand.plekken):
        hier = None
        if plek.complex is not None and index in stand.per_plek:
            hier = complexen.setdefault(plek.complex, _Complex("K7:" + " ".join(plek.complex)))
            hier.plaatsen.append(plek.vrij)
        van_plek.append(hier)
    for optie, (p, q) in enumerate(zip(stand.persoon.tolist(), stand.plek.tolist(), strict=True)):
        if p in mensen and (daar := van_plek[q]) is not None:
            daar.opties.setdefault(p, []).append(optie)
    return complexen


def _naast_bewoners(
    stand: Stand, complex_: _Complex, druk: Set[int], rust: Set[int], aanwezig: list[Verblijf]
) -> Iterator[Grens]:
    rustig = {v.uitstromer_id for v in aanwezig if v.prikkelarm is Prikkelarm.VEREIST}
    onrustig = {v.uitstromer_id for v in aanwezig if v.overlastrisico}
    for p, opties in sorted(complex_.opties.items()):
        eigen = {stand.mensen[p].uitstromer_id}
        if (p in druk and rustig - eigen) or (p in rust and onrustig - eigen):
            yield Grens(f"{complex_.naam}:{min(eigen)}:{AANWEZIG}", tuple(opties), 0)


def _naast_nieuwen(stand: Stand, complex_: _Complex, druk: Set[int], rust: Set[int]) -> Iterator[Grens]:
    """Of the smaller side each person, or any of the other side: one person weighs as much as all the others.

    Each has one place at most (K1), and together they have no more than the rows give (K2), so that the weight need
    not be more than that; in a complex with a single place the limit says nothing new.
    """
    plaatsen = sum(complex_.plaatsen)
    kant, overkant = sorted(([p for p in complex_.opties if p in soort] for soort in (druk, rust)), key=len)
    for p in sorted(kant):
        if anderen := [ander for ander in overkant if ander != p]:
            allen = len(anderen)
            weegt = dict.fromkeys(complex_.opties[p], allen)
            weegt.update((optie, 1) for ander in anderen for optie in complex_.opties[ander])
            leden = tuple(sorted(weegt))
            yield Grens(
                f"{complex_.naam}:{stand.mensen[p].uitstromer_id}",
                leden,
                allen,
                tuple(weegt[optie] for optie in leden),
                strak=min(allen, plaatsen),
                afgeleid=plaatsen == 1,
            )


def k8(stand: Stand) -> Iterator[Grens]:
    """Woonvormen that must be spread out: one new place a row, none near another row or a placement that stays."""
    afstand = {
        index: grens
        for index, plek in enumerate(stand.plekken)
        if plek.woning is not None
        and index in stand.per_plek
        and (grens := _spreidafstand(stand, plek.eisen.woonvorm)) is not None
    }
    bezet = {v.woning_id for v in stand.verblijf if v.blijft}
    te_dicht = _bij_verblijf(stand, afstand)
    for index in sorted(afstand):
        plek = stand.plekken[index]
        if index in te_dicht:
            yield Grens(f"K8:{plek.id}:{AANWEZIG}", stand.per_plek[index], 0)
        yield Grens(f"K8:{plek.id}", stand.per_plek[index], 0 if plek.id in bezet else 1)
    for a, b in _te_dicht(stand, afstand):
        yield Grens(f"K8:{stand.plekken[a].id}:{stand.plekken[b].id}", stand.op((a, b)), 1)


def _spreidafstand(stand: Stand, woonvorm: str) -> Decimal | None:
    """``min_afstand_m`` of the woonvorm in metres; None where it has none."""
    return stand.regio.instellingen.woonvormen[woonvorm].min_afstand_m


def _plaatsen(stand: Stand, indices: Iterable[int]) -> Punten:
    punten = [stand.plekken[index].punt for index in indices]
    return Punten.van([x for x, _ in punten], [y for _, y in punten])


def _te_dicht(stand: Stand, afstand: Mapping[int, Decimal]) -> list[tuple[int, int]]:
    """Pairs of rows closer than the larger of their two distances."""
    rijen = sorted(afstand)
    punten = _plaatsen(stand, rijen)
    eerste, tweede = buren(punten, punten, max(afstand.values(), default=Decimal(0)))
    return [
        (rijen[i], rijen[j])
        for i, j in zip(eerste.tolist(), tweede.tolist(), strict=True)
        if i < j and dichter_dan(punten, i, punten, j, max(afstand[rijen[i]], afstand[rijen[j]]))
    ]


def _bij_verblijf(stand: Stand, afstand: Mapping[int, Decimal]) -> set[int]:
    """Rows too near a placement that stays elsewhere."""
    blijvers = [
        (v, grens) for v in stand.verblijf if v.blijft and (grens := _spreidafstand(stand, v.woonvorm)) is not None
    ]
    rijen = sorted(afstand)
    punten = _plaatsen(stand, rijen)
    oud = Punten.van([v.x for v, _ in blijvers], [v.y for v, _ in blijvers])
    grootst = max((*afstand.values(), *(grens for _, grens in blijvers)), default=Decimal(0))
    nieuw, oude = buren(punten, oud, grootst)
    return {
        rijen[i]
        for i, j in zip(nieuw.tolist(), oude.tolist(), strict=True)
        if blijvers[j][0].woning_id != stand.plekken[rijen[i]].id
        and dichter_dan(punten, i, oud, j, max(afstand[rijen[i]], blijvers[j][1]))
    }
