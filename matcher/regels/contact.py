"""K11: people with a contact ban (contract par. 4)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from data.keuzes import VerbodNiveau
from data.records import Contactverbod
from geo.afstand import Punten, buren
from matcher.aanbod import Plek
from matcher.regels.afstand import AANWEZIG
from matcher.stand import Grens, Stand
from matcher.velden import GEEN, Getallen, Waarheden
from matcher.verblijf import Verblijf


def k11(stand: Stand) -> Iterator[Grens]:
    """Two people with a contact ban: not in plekken too near each other, new or present."""
    verboden: dict[tuple[str, str], list[Contactverbod]] = defaultdict(list)
    for verbod in stand.verboden:
        a, b = sorted((verbod.uitstromer_a, verbod.uitstromer_b))
        verboden[a, b].append(verbod)
    if not verboden:
        return
    plaatsen = Plaatsen.van(stand)
    aanwezig: dict[str, list[int]] = defaultdict(list)
    for nummer, v in enumerate(stand.verblijf, start=len(stand.plekken)):
        if v.aanwezig:
            aanwezig[v.uitstromer_id].append(nummer)
    for (a, b), regels in sorted(verboden.items()):
        yield from _tussen_nieuwen(stand, plaatsen, a, b, regels)
        for ik, ander in ((a, b), (b, a)):
            yield from _bij_aanwezige(stand, plaatsen, ik, ander, regels, aanwezig[ander])


def _tussen_nieuwen(
    stand: Stand, plaatsen: Plaatsen, a: str, b: str, verboden: Sequence[Contactverbod]
) -> Iterator[Grens]:
    """Options of a that are too near the same options of b share a limit: each of them has at most one plek (K1)."""
    van_a, van_b = (np.array(stand.van_persoon.get(wie, ()), dtype=np.int64) for wie in (a, b))
    dicht = plaatsen.te_dicht(stand.plek[van_a], stand.plek[van_b], verboden)
    groepen: dict[bytes, list[int]] = defaultdict(list)
    for nummer in np.flatnonzero(dicht.any(axis=1)).tolist():
        groepen[dicht[nummer].tobytes()].append(nummer)
    for volgnummer, rijen in enumerate(groepen.values()):
        leden = np.concatenate([van_a[rijen], van_b[dicht[rijen[0]]]])
        yield Grens(f"K11:{a}:{b}#{volgnummer}", tuple(sorted(leden.tolist())), 1)


def _bij_aanwezige(
    stand: Stand, plaatsen: Plaatsen, ik: str, ander: str, verboden: Sequence[Contactverbod], aanwezig: Sequence[int]
) -> Iterator[Grens]:
    opties = np.array(stand.van_persoon.get(ik, ()), dtype=np.int64)
    dicht = plaatsen.te_dicht(stand.plek[opties], np.array(aanwezig, dtype=np.int64), verboden).any(axis=1)
    if dicht.any():
        yield Grens(f"K11:{ik}:{ander}:{AANWEZIG}", tuple(opties[dicht].tolist()), 0)


@dataclass(frozen=True, slots=True)
class Plaatsen:
    """Where the plekken of the supply are, and the placements behind them, as far as it is known.

    Arrays over both; equal numbers are the same gemeente, wijk or complex, ``GEEN`` is one that is not known.
    """

    gemeente: Getallen
    wijk: Getallen
    complex: Getallen
    punten: Punten

    @classmethod
    def van(cls, stand: Stand) -> Plaatsen:
        """The places of the plekken and of the placements that run or ran."""
        alle: tuple[Plek | Verblijf, ...] = (*stand.plekken, *stand.verblijf)
        punten = [plek.punt for plek in stand.plekken] + [(v.x, v.y) for v in stand.verblijf]
        return cls(
            _nummers([plaats.gemeentecode for plaats in alle]),
            _nummers([plaats.wijkcode for plaats in alle]),
            _nummers([plaats.complex for plaats in alle]),
            Punten.van([x for x, _ in punten], [y for _, y in punten]),
        )

    def te_dicht(self, i: Getallen, j: Getallen, verboden: Sequence[Contactverbod]) -> Waarheden:
        """A table of ``i`` by ``j``: whether any ban keeps these two places apart.

        What is unknown is too near within the same gemeente.
        """
        dicht = np.zeros((len(i), len(j)), dtype=np.bool_)
        zelfde_gemeente = self.gemeente[i][:, None] == self.gemeente[j]
        for verbod in verboden:
            bekend, nabij = self._nabij(i, j, verbod)
            dicht |= np.where(bekend, nabij, zelfde_gemeente)
        return dicht

    def _nabij(self, i: Getallen, j: Getallen, verbod: Contactverbod) -> tuple[Waarheden, Waarheden]:
        """Whether both places are known as far as the ban asks, and if so whether they are too near."""
        if verbod.afstand_m is not None:
            links, rechts = self.punten.kies(i), self.punten.kies(j)
            nabij = np.zeros((len(i), len(j)), dtype=np.bool_)
            nabij[buren(links, rechts, verbod.afstand_m)] = True
            return links.bekend[:, None] & rechts.bekend, nabij
        soort = {
            VerbodNiveau.GEMEENTE: self.gemeente,
            VerbodNiveau.WIJK: self.wijk,
            VerbodNiveau.COMPLEX: self.complex,
        }[verbod.niveau or VerbodNiveau.GEMEENTE]
        hier, daar = soort[i][:, None], soort[j]
        return (hier != GEEN) & (daar != GEEN), hier == daar


def _nummers(namen: Sequence[object]) -> Getallen:
    nummer: dict[object, int] = {None: GEEN}
    return np.array([nummer.setdefault(naam, len(nummer)) for naam in namen], dtype=np.int64)
