"""K1 to K6 and K9: how many, how much, over the whole batch (contract par. 4).

What already runs never makes a batch impossible: what new ones add, minus what leaving movers take away
(K5 draagkracht, K6, K9), stays within what is left, and never below zero.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from data.keuzes import Urgentie, Vrij
from data.records import Uitstromer
from matcher.aanbod import Plek
from matcher.stand import Grens, Stand
from matcher.verblijf import Complexsleutel, Verblijf


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
    yield from _met_vertrek(stand, draagkracht(stand))
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


def k6(stand: Stand) -> Iterator[Grens]:
    """Per complex at most ``max_plaatsingen`` (movers give back)."""
    return _met_vertrek(stand, complexen(stand))


def k9(stand: Stand) -> Iterator[Grens]:
    """Per aanbieder at most its hours (movers give back), in hundredths."""
    return _met_vertrek(stand, zorguren(stand))


@dataclass(frozen=True, slots=True, kw_only=True)
class Maat:
    """Something of which there is so much at a place, that new ones take and leaving movers give back."""

    code: str
    grens: Mapping[str, int]
    """The limit of each place that has one."""
    vooraf: Mapping[str, int]
    """What others take, apart from placements."""
    plaats: Callable[[Uitstromer, Plek], str | None]
    weegt: Callable[[Uitstromer], int]
    oude_plaats: Callable[[Verblijf], str | None]
    woog: Callable[[Verblijf], int]

    def bezet(self, stand: Stand) -> Counter[str]:
        """What is taken at each place: by others, and by the placements that stay."""
        bezet = Counter(dict(self.vooraf))
        for verblijf in stand.verblijf:
            plaats = self.oude_plaats(verblijf)
            if verblijf.blijft and plaats is not None:
                bezet[plaats] += self.woog(verblijf)
        return bezet

    def verandert(self, stand: Stand, uitstromer: Uitstromer, plek: Plek) -> Mapping[str, int]:
        """What this pair adds at its place, minus what the person frees where they live now."""
        nieuw = self.plaats(uitstromer, plek)
        erbij = {} if nieuw is None else {nieuw: self.weegt(uitstromer)}
        for verblijf in stand.blijvend.get(uitstromer.uitstromer_id, ()):
            if (oud := self.oude_plaats(verblijf)) is not None:
                erbij[oud] = erbij.get(oud, 0) - self.woog(verblijf)
        return erbij


def draagkracht(stand: Stand) -> Maat:
    """Points of each wijk, by how heavy the care is."""
    gewicht = stand.regio.instellingen.draagkracht.gewicht
    return Maat(
        code="K5",
        grens={w.wijkcode: w.draagkracht for w in stand.regio.wijken if w.draagkracht is not None},
        vooraf={w.wijkcode: w.voorbelasting for w in stand.regio.wijken},
        plaats=lambda _, plek: plek.wijkcode,
        weegt=lambda uitstromer: gewicht[uitstromer.zorgzwaarte],
        oude_plaats=lambda verblijf: verblijf.wijkcode,
        woog=lambda verblijf: gewicht[verblijf.zorgzwaarte],
    )


def complexen(stand: Stand) -> Maat:
    """Placements in each complex of the file."""
    return Maat(
        code="K6",
        grens={c.complex_id: c.max_plaatsingen for c in stand.regio.complexen if c.max_plaatsingen is not None},
        vooraf={},
        plaats=lambda _, plek: _complex_id(plek.complex),
        weegt=lambda _: 1,
        oude_plaats=lambda verblijf: _complex_id(verblijf.complex),
        woog=lambda _: 1,
    )


def _complex_id(sleutel: Complexsleutel | None) -> str | None:
    return sleutel[1] if sleutel is not None and sleutel[0] == "complex" else None


def zorguren(stand: Stand) -> Maat:
    """Hours a week of each aanbieder, in hundredths."""
    return Maat(
        code="K9",
        grens={a.aanbieder: a.capaciteit_uren for a in stand.regio.aanbieders if a.capaciteit_uren is not None},
        vooraf={},
        plaats=lambda uitstromer, _: uitstromer.aanbieder,
        weegt=lambda uitstromer: uitstromer.uren,
        oude_plaats=lambda verblijf: verblijf.aanbieder,
        woog=lambda verblijf: verblijf.uren,
    )


def _met_vertrek(stand: Stand, maat: Maat) -> Iterator[Grens]:
    """A limit per place: options weigh what they add there minus what they free there."""
    gewichten: dict[str, dict[int, int]] = defaultdict(dict)
    for optie, uitstromer, plek in stand.opties:
        for plaats, gewicht in maat.verandert(stand, uitstromer, plek).items():
            if gewicht and plaats in maat.grens:
                gewichten[plaats][optie] = gewicht
    bezet = maat.bezet(stand)
    for plaats, leden in sorted(gewichten.items()):
        if any(gewicht > 0 for gewicht in leden.values()):
            over = max(0, maat.grens[plaats] - bezet[plaats])
            yield Grens(f"{maat.code}:{plaats}", tuple(leden), over, tuple(leden.values()))
