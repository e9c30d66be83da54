"""From the field to numbers: the options, limits and levels that the kernel gets (contract par. 4 and 5, kern.md)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np

from data.regio import Regio
from matcher.aanbod import contingent_over
from matcher.afspraken import Geldend, paar
from matcher.deelname import blijvend
from matcher.niveaus import niveaus
from matcher.paren import Paren
from matcher.quota import quota
from matcher.regels import BATCHREGELS
from matcher.stand import Grens, Stand
from matcher.tijd import Peil, geldt
from matcher.velden import Getallen, Velden
from matcher.verblijf import Verblijf
from solver.instance import Group, Instance


@dataclass(frozen=True, slots=True)
class Opgave:
    """The question to the kernel, and the limits by which its answer is explained."""

    stand: Stand
    grenzen: tuple[Grens, ...]
    instance: Instance

    @property
    def letterlijk(self) -> Opgave:
        """The same question, each limit as its rule says it, without levels: to find out which rules clash."""
        groepen = tuple(_letterlijk(grens) for grens in self.grenzen)
        return replace(self, instance=replace(self.instance, groups=groepen, levels=()))

    def botst_op_scherp(self, conflict: Iterable[str]) -> bool:
        """Whether a limit is among these names that in its tightest form needs others to be true."""
        namen = frozenset(conflict)
        return any(grens.strak is not None and grens.naam in namen for grens in self.grenzen)

    def twee_plekken(self) -> tuple[str, ...]:
        """The first two options that staff fixed for one person, and the limit that they break; empty without any."""
        eerder: dict[int, int] = {}
        for optie in sorted(self.stand.vast):
            persoon = int(self.stand.persoon[optie])
            if persoon in eerder:
                naam = f"K1:{self.stand.mensen[persoon].uitstromer_id}"
                return (f"fixed:{eerder[persoon]}", f"fixed:{optie}", naam)
            eerder[persoon] = optie
        return ()


def maak_stand(
    regio: Regio, peil: Peil, velden: Velden, paren: Paren, afspraken: Geldend, verblijf: tuple[Verblijf, ...]
) -> Stand:
    """Options: the feasible pairs and the fixed ones, numbered by uitstromer_id and plek."""
    persoon, plek, vast = _opties(velden, paren, afspraken)
    return Stand(
        regio=regio,
        peil=peil,
        mensen=velden.mensen.records,
        plekken=velden.plekken.records,
        persoon=persoon,
        plek=plek,
        verblijf=verblijf,
        blijvend=blijvend(verblijf),
        over=contingent_over(regio, verblijf),
        quota=quota(regio),
        vast=vast,
        verboden=tuple(v for v in regio.contactverboden if geldt(v.tot, peil.datum)),
        overlast=frozenset(np.array(velden.mensen.ids, dtype=object)[velden.mensen.overlastrisico].tolist()),
    )


def _opties(velden: Velden, paren: Paren, afspraken: Geldend) -> tuple[Getallen, Getallen, frozenset[int]]:
    mensen = {naam: nummer for nummer, naam in enumerate(velden.mensen.ids)}
    plekken = {naam: nummer for nummer, naam in enumerate(velden.plekken.ids)}
    breedte = len(plekken)
    vast = {mensen[u] * breedte + plekken[p] for u, p in map(paar, afspraken.vast)}
    alle = np.union1d(paren.persoon * breedte + paren.plek, np.array(sorted(vast), dtype=np.int64))
    return (
        alle // max(1, breedte),
        alle % max(1, breedte),
        frozenset(np.searchsorted(alle, np.array(sorted(vast), dtype=np.int64)).tolist()),
    )


def maak_opgave(stand: Stand, velden: Velden, seed: str) -> Opgave:
    """All limits of the K rules and all levels, over the options of ``stand``."""
    grenzen = tuple(grens for regel in BATCHREGELS for grens in regel.grenzen(stand))
    return Opgave(
        stand,
        grenzen,
        Instance(
            options=len(stand.persoon),
            groups=tuple(_scherp(grens) for grens in grenzen if not grens.afgeleid),
            fixed=tuple(sorted(stand.vast)),
            levels=niveaus(stand, velden, seed),
        ),
    )


def _scherp(grens: Grens) -> Group:
    """A limit in its tightest form: the same answers, as long as the other limits hold as well."""
    if grens.strak is None:
        return _letterlijk(grens)
    return Group(grens.naam, grens.opties, tuple(min(w, grens.strak) for w in grens.wegen), None, grens.strak)


def _letterlijk(grens: Grens) -> Group:
    """A limit as its rule says it, on its own."""
    return Group(grens.naam, grens.opties, grens.gewicht, None, grens.hoogst)
