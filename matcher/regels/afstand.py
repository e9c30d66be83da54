"""K7, K8 and K11: who and what must not be near each other (contract par. 4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from itertools import combinations

from data.keuzes import Prikkelarm, VerbodNiveau
from data.records import Contactverbod
from geo.afstand import Punten, buren, dichter_dan
from matcher.aanbod import Plek
from matcher.stand import Grens, Stand
from matcher.verblijf import Complexsleutel, Verblijf


def k7(stand: Stand) -> Iterator[Grens]:
    """In one complex nobody with overlastrisico beside somebody else who needs calm, new or present."""
    bestendig = {("complex", c.complex_id) for c in stand.regio.complexen if c.overlastbestendig}
    aanwezig: dict[Complexsleutel, list[Verblijf]] = defaultdict(list)
    for v in stand.verblijf:
        if v.aanwezig and v.complex is not None:
            aanwezig[v.complex].append(v)
    for sleutel, opties in _per_complex(stand):
        if sleutel not in bestendig:
            yield from _k7_in(stand, sleutel, opties, aanwezig[sleutel])


def _per_complex(stand: Stand) -> Iterator[tuple[Complexsleutel, dict[int, list[int]]]]:
    """Options by complex, and within it by person (index)."""
    plekken: dict[Complexsleutel, list[int]] = defaultdict(list)
    for index, plek in enumerate(stand.plekken):
        if plek.complex is not None:
            plekken[plek.complex].append(index)
    for sleutel, leden in sorted(plekken.items()):
        per_mens: dict[int, list[int]] = defaultdict(list)
        for optie in stand.op(leden):
            per_mens[int(stand.persoon[optie])].append(optie)
        yield sleutel, per_mens


def _k7_in(
    stand: Stand, sleutel: Complexsleutel, opties: Mapping[int, list[int]], aanwezig: list[Verblijf]
) -> Iterator[Grens]:
    naam = f"K7:{sleutel[1]}"
    druk = {p for p in opties if stand.mensen[p].uitstromer_id in stand.overlast}
    rust = {p for p in opties if stand.mensen[p].prikkelarm is Prikkelarm.VEREIST}
    for p in sorted(druk | rust):
        eigen = stand.mensen[p].uitstromer_id
        if any(
            v.uitstromer_id != eigen
            and ((p in druk and v.prikkelarm is Prikkelarm.VEREIST) or (p in rust and v.overlastrisico))
            for v in aanwezig
        ):
            yield Grens(f"{naam}:{eigen}:aanwezig", tuple(opties[p]), 0)
    for a, b in combinations(sorted(druk | rust), 2):
        if (a in druk and b in rust) or (a in rust and b in druk):
            namen = f"{stand.mensen[a].uitstromer_id}:{stand.mensen[b].uitstromer_id}"
            yield Grens(f"{naam}:{namen}", tuple(sorted((*opties[a], *opties[b]))), 1)


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
            yield Grens(f"K8:{plek.id}:aanwezig", stand.per_plek[index], 0)
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


def k11(stand: Stand) -> Iterator[Grens]:
    """Two people with a contact ban: not in plekken too near each other, new or present."""
    verboden: dict[tuple[str, str], list[Contactverbod]] = defaultdict(list)
    for verbod in stand.verboden:
        a, b = sorted((verbod.uitstromer_a, verbod.uitstromer_b))
        verboden[a, b].append(verbod)
    aanwezig: dict[str, list[Verblijf]] = defaultdict(list)
    for v in stand.verblijf:
        if v.aanwezig:
            aanwezig[v.uitstromer_id].append(v)
    for (a, b), regels in sorted(verboden.items()):
        yield from _tussen_nieuwen(stand, a, b, regels)
        for ik, ander in ((a, b), (b, a)):
            yield from _bij_aanwezige(stand, ik, ander, regels, aanwezig[ander])


def _tussen_nieuwen(stand: Stand, a: str, b: str, verboden: list[Contactverbod]) -> Iterator[Grens]:
    """Of b's options those too near one of a's: b has at most one plek (K1), so one limit holds them all."""
    van_b = [(optie, Plaats.van_plek(stand.plekken[stand.plek[optie]])) for optie in stand.van_persoon.get(b, ())]
    for optie in stand.van_persoon.get(a, ()):
        plek = stand.plekken[stand.plek[optie]]
        hier = Plaats.van_plek(plek)
        if botst := [ander for ander, daar in van_b if any(hier.te_dicht(daar, verbod) for verbod in verboden)]:
            yield Grens(f"K11:{a}:{b}:{plek.id}", tuple(sorted((optie, *botst))), 1)


def _bij_aanwezige(
    stand: Stand, ik: str, ander: str, verboden: list[Contactverbod], aanwezig: list[Verblijf]
) -> Iterator[Grens]:
    daar = [Plaats.van_verblijf(v) for v in aanwezig]
    botst = tuple(
        optie
        for optie in stand.van_persoon.get(ik, ())
        if any(
            Plaats.van_plek(stand.plekken[stand.plek[optie]]).te_dicht(plaats, verbod)
            for plaats in daar
            for verbod in verboden
        )
    )
    if botst:
        yield Grens(f"K11:{ik}:{ander}:aanwezig", botst, 0)


class Plaats:
    """Where somebody would live or lives, as far as it is known."""

    __slots__ = ("complex", "gemeentecode", "punt", "wijkcode")

    def __init__(
        self,
        gemeentecode: str,
        wijkcode: str | None,
        complex_: Complexsleutel | None,
        x: Decimal | None,
        y: Decimal | None,
    ) -> None:
        """A place; everything but the gemeente may be unknown."""
        self.gemeentecode = gemeentecode
        self.wijkcode = wijkcode
        self.complex = complex_
        self.punt = Punten.van([x], [y])

    @classmethod
    def van_plek(cls, plek: Plek) -> Plaats:
        """The place of a plek of the supply."""
        return cls(plek.gemeentecode, plek.wijkcode, plek.complex, *plek.punt)

    @classmethod
    def van_verblijf(cls, verblijf: Verblijf) -> Plaats:
        """The place of a placement."""
        return cls(verblijf.gemeentecode, verblijf.wijkcode, verblijf.complex, verblijf.x, verblijf.y)

    def te_dicht(self, ander: Plaats, verbod: Contactverbod) -> bool:
        """Whether the ban keeps these two apart; what is unknown is too near within the same gemeente."""
        zelfde_gemeente = self.gemeentecode == ander.gemeentecode
        if verbod.niveau is VerbodNiveau.GEMEENTE:
            return zelfde_gemeente
        if verbod.niveau is None:
            assert verbod.afstand_m is not None
            if self.punt.bekend[0] and ander.punt.bekend[0]:
                return dichter_dan(self.punt, 0, ander.punt, 0, verbod.afstand_m)
            return zelfde_gemeente
        hier, daar = (
            (self.wijkcode, ander.wijkcode) if verbod.niveau is VerbodNiveau.WIJK else (self.complex, ander.complex)
        )
        return zelfde_gemeente if hier is None or daar is None else hier == daar
