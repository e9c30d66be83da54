"""Ways to solve that were weighed against each other: the kernel with one of its ideas taken out.

Each is a complete strategy: it proves every level, or is stopped. On a week and on two regions of the same size, since
some leave a gap in the relaxation and others do not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from math import inf
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time
from unittest.mock import patch

from benchmarks.kind import in_kind
from benchmarks.meting import Keuze, Regel
from benchmarks.opgave import opgave
from benchmarks.regio import REGIO_VAN_LAND, WEEK, Omvang, schrijf_regio
from solver.instance import Instance

RUIMTE_S = 10


def meet(keuze: Keuze) -> Iterator[Regel]:
    """A table: processor seconds of each strategy on each question."""
    maten = [(WEEK, 1), (WEEK, 2)] if keuze.klein else [(WEEK, 1), (REGIO_VAN_LAND, 1), (REGIO_VAN_LAND, 2)]
    with TemporaryDirectory() as map_:
        vragen = [_vraag(Path(map_) / f"{omvang.mensen}-{seed}", omvang, seed) for omvang, seed in maten]
    breedte = max(map(len, STRATEGIEEN))
    koppen = [f"{omvang.mensen} x {omvang.plekken} ({seed})" for omvang, seed in maten]
    yield "  ".join([" " * breedte, *(kop.rjust(14) for kop in koppen)])
    waarden: list[object] = [None] * len(vragen)
    for naam in STRATEGIEEN:
        cellen = []
        for k, vraag in enumerate(vragen):
            afloop = in_kind(_los_op, naam, vraag, hoogstens_s=keuze.seconden + RUIMTE_S)
            if afloop.waarde is None:
                cellen.append(f"> {keuze.seconden:.0f} s")
                continue
            waarde, cpu = afloop.waarde
            waarden[k] = waarden[k] or waarde
            cellen.append(f"{cpu:.2f} s" + ("" if waarde == waarden[k] else " ANDERS"))
        yield "  ".join([naam.ljust(breedte), *(cel.rjust(14) for cel in cellen)])


def _vraag(map_: Path, omvang: Omvang, seed: int) -> Instance:
    schrijf_regio(map_, seed=seed, mensen=omvang.mensen, plekken=omvang.plekken)
    return opgave(map_)


def _los_op(naam: str, vraag: Instance) -> tuple[tuple[int, ...], float]:
    """The level values, and the processor seconds, of one strategy. In a process of its own: it changes the kernel."""
    from solver.solve import solve

    STRATEGIEEN[naam]()
    begin = process_time()
    antwoord = solve(vraag)
    return tuple(niveau.value for niveau in antwoord.levels), process_time() - begin


def _zoals_het_is() -> None:
    """Nothing is taken out."""


def _zonder_wat_gemeen_is() -> None:
    patch("solver.levels.backbone", lambda *_: None).start()


def _zonder_gevallen() -> None:
    patch.multiple("solver.summit", LOOK=0.0, PROVE=0.0).start()


def _zonder_snedes() -> None:
    patch("solver.summit.Cuts.broken", lambda *_: ()).start()


def _zonder_kern() -> None:
    """The level is searched as a whole: no target below which prices settle options."""
    patch.multiple("solver.summit", HARDLY_LARGER=inf, LOOK=0.0, PROVE=0.0).start()


def _zonder_relaxatie() -> None:
    """One model a level, with a row for every level before it: no prices, no cases, only the two searches."""
    import numpy as np

    from solver.relaxation import Relaxation, Relaxed

    class Geen(Relaxation):
        def solve(self, *_: object) -> Relaxed:
            return Relaxed(np.zeros(self.rows))

    _zonder_gevallen()
    _zonder_wat_gemeen_is()
    patch("solver.summit.Relaxation", Geen).start()


STRATEGIEEN: dict[str, Callable[[], None]] = {
    "gekozen: prijzen, gevallen, twee zoekers, wat gemeen is": _zoals_het_is,
    "zonder te vragen wat gemeen is": _zonder_wat_gemeen_is,
    "zonder gevallen: alleen zoekers bij een gat": _zonder_gevallen,
    "zonder snedes": _zonder_snedes,
    "zonder kern: zoeken in het geheel": _zonder_kern,
    "zonder relaxatie: een model per niveau, twee zoekers": _zonder_relaxatie,
}
