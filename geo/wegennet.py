"""Shortest travel times over the roads of a region (contract par. 7, layer ``wegen``).

Our own choices, as the contract leaves them to the program: roads meet where they share a drawn point;
a road takes its minutes evenly over its length; a place joins the nearest road within 500 m, and travels to
it in a straight line as it would without roads. Times are whole billionths of a minute, so that the parts of a
road add up to its minutes exactly.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from data.meldingen import Melding, fout
from geo.kaartbestand import objecten
from geo.lagen import Laag, Vormen, punten

if TYPE_CHECKING:
    from networkx import DiGraph

SNAP_M = 500.0
"""How far from a road a place may lie."""
_TEL = 10**9
"""Parts of a minute in which times are added."""
_RUIS = 1000
"""Parts that a sum of rounded times may be off; less than any minute that is written."""

Plaats = tuple[float, float]
Knoop = tuple[int, int]
"""A point of the network: RD centimetres."""


@dataclass(frozen=True, slots=True)
class Aansluiting:
    """Where a place joins the network: which piece of road, how far along it (metres), and the time to get there."""

    weg: int
    langs: float
    tijd: int


@dataclass(frozen=True, slots=True, eq=False)
class Wegen:
    """The pieces of road: shapes, time over the whole piece in billionths of a minute, one way or not."""

    lijnen: Vormen
    tijden: tuple[int, ...]
    eenrichting: tuple[bool, ...]


def wegen_uit(laag: Laag) -> Wegen | Melding:
    """The roads of the layer. ``minuten`` goes before ``snelheid``; a road of several pieces shares its minutes."""
    import shapely

    minuten, snelheid = laag.kolommen["minuten"], laag.kolommen["snelheid"]
    zonder = [nummer for nummer, m, v in zip(laag.nummers, minuten, snelheid, strict=True) if m is None and v is None]
    if zonder:
        return fout("laag_weg_zonder_tijd", laag.bestand, objecten=objecten(sorted(zonder)))
    lijnen, van = shapely.get_parts(laag.vormen, return_index=True)
    lengte, heel = shapely.length(lijnen), shapely.length(laag.vormen)
    tijden = [
        round(Fraction(meter) * 60 * _TEL / (1000 * Fraction(snelheid[k])))
        if minuten[k] is None
        else round(Fraction(minuten[k]) * _TEL * Fraction(meter) / Fraction(float(heel[k])))
        for k, meter in zip(van.tolist(), lengte.tolist(), strict=True)
    ]
    return Wegen(lijnen, tuple(tijden), tuple(bool(laag.kolommen["eenrichting"][k]) for k in van.tolist()))


def sluit_aan(wegen: Wegen, plaatsen: Sequence[Plaats | None], m_per_min: Fraction) -> list[Aansluiting | None]:
    """Where each place joins the network; None for a place that is not known or lies too far from it."""
    import shapely

    uit: list[Aansluiting | None] = [None] * len(plaatsen)
    bekend = [k for k, plaats in enumerate(plaatsen) if plaats is not None]
    waar = punten([plaats for plaats in plaatsen if plaats is not None])
    boom = shapely.STRtree(wegen.lijnen)
    paren, meters = boom.query_nearest(waar, max_distance=SNAP_M, return_distance=True, all_matches=True)
    p, weg = paren
    langs = shapely.line_locate_point(wegen.lijnen[weg], waar[p])
    per_min = float(m_per_min)
    # From the last road to the first: of roads that are equally near, the first in the canonical order stays.
    for n in np.lexsort((-weg, p)).tolist():
        uit[bekend[int(p[n])]] = Aansluiting(int(weg[n]), float(langs[n]), round(float(meters[n]) / per_min * _TEL))
    return uit


def over_de_weg(
    wegen: Wegen, vertrek: Mapping[str, Sequence[Aansluiting]], aankomst: Sequence[Aansluiting | None]
) -> NDArray[np.int64]:
    """Hundredths of a minute, rounded up, from the nearest of the places of each provider to each woning.

    Shape: providers in the order of ``vertrek`` x ``aankomst``; -1 where no road leads.
    """
    import networkx as nx

    halten = [halte for halte in [*aankomst, *(h for rij in vertrek.values() for h in rij)] if halte is not None]
    net, knopen = _net(wegen, halten)
    uit = np.full((len(vertrek), len(aankomst)), -1, dtype=np.int64)
    for a, bases in enumerate(vertrek.values()):
        bron = ("vertrek", a)
        net.add_node(bron)
        for basis in bases:
            knoop = knopen[basis.weg, basis.langs]
            al = net.edges[bron, knoop]["weight"] if net.has_edge(bron, knoop) else basis.tijd
            net.add_edge(bron, knoop, weight=min(al, basis.tijd))
        tijden = nx.single_source_dijkstra_path_length(net, bron, weight="weight")
        for w, halte in enumerate(aankomst):
            if halte is not None and (tijd := tijden.get(knopen[halte.weg, halte.langs])) is not None:
                uit[a, w] = _honderdsten(int(tijd) + halte.tijd)
    return uit


def _honderdsten(tijd: int) -> int:
    """Rounded up, but not for the dust of sums of rounded times: three thirds of a minute are one minute."""
    return -(-(tijd - _RUIS) // (_TEL // 100)) if tijd > _RUIS else 0


def _net(wegen: Wegen, halten: Sequence[Aansluiting]) -> tuple[DiGraph[Any], dict[tuple[int, float], Knoop]]:
    """The graph of all drawn points and stops, and the point where each stop (road, metres along) lies."""
    import networkx as nx

    per_weg: dict[int, set[float]] = {}
    for halte in halten:
        per_weg.setdefault(halte.weg, set()).add(halte.langs)
    net: DiGraph[Any] = nx.DiGraph()
    knopen: dict[tuple[int, float], Knoop] = {}
    for weg in range(len(wegen.tijden)):
        plekken, tijden = _langs(wegen, weg, sorted(per_weg.get(weg, ())))
        for langs, plek in plekken.items():
            knopen[weg, langs] = plek
        rij = list(plekken.values())
        for (a, b), (van, tot) in zip(pairwise(rij), pairwise(tijden), strict=True):
            for heen, terug in ((a, b),) if wegen.eenrichting[weg] else ((a, b), (b, a)):
                if heen != terug and not (net.has_edge(heen, terug) and net.edges[heen, terug]["weight"] <= tot - van):
                    net.add_edge(heen, terug, weight=tot - van)
        net.add_nodes_from(rij)
    return net, knopen


def _langs(wegen: Wegen, weg: int, halten: Sequence[float]) -> tuple[dict[float, Knoop], list[int]]:
    """The points along a road by metres from its begin, drawn ones and stops, and the time at each."""
    import shapely

    hoeken = shapely.get_coordinates(wegen.lijnen[weg])
    gemeten = np.concatenate([[0.0], np.cumsum(np.hypot(*np.diff(hoeken, axis=0).T))])
    langs = np.unique(np.concatenate([gemeten, halten]))
    x, y = np.interp(langs, gemeten, hoeken[:, 0]), np.interp(langs, gemeten, hoeken[:, 1])
    knopen = zip(np.rint(x * 100).astype(np.int64).tolist(), np.rint(y * 100).astype(np.int64).tolist(), strict=True)
    deel = np.minimum(langs / gemeten[-1], 1.0)
    tijden = [round(wegen.tijden[weg] * Fraction(d)) for d in deel.tolist()]
    return dict(zip(langs.tolist(), knopen, strict=True)), tijden
