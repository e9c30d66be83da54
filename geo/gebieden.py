"""In which gemeente, wijk and buurt a woning lies, as far as its row does not say (contract par. 1, par. 3 R14)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.lezen.fout import citaat
from data.meldingen import Ernst, Melding, fout, let_op
from data.records import Woning
from data.regio import Regio
from geo.kaartbestand import objecten, opsomming
from geo.lagen import BUURTEN, WIJKEN, Laag, lees_laag, onbekende_bestanden, punten

MARGE_M = 100.0
"""How far a woning may lie outside a border: drawn borders are simplified, addresses are not always exact."""
OVERLAP_M2 = 10_000.0
"""What two areas may share: a sliver along a border, but no street of houses."""

Kandidaten = Mapping[int, Sequence[tuple[float, str]]]
"""By number of the woning: (metres outside, code), the nearest first, then the lowest code.

An area without a code has the code "": it takes part, so that what lies in it is not given to a neighbour.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Aangevuld:
    """A region in which every woning has its gemeente and wijk, unless ``meldingen`` holds a fault.

    ``buurtcode`` by woning_id, where layer ``buurten`` says it.
    """

    regio: Regio
    buurtcode: Mapping[str, str]
    meldingen: tuple[Melding, ...]


def vul_gebieden_aan(regio: Regio, map_: Path) -> Aangevuld:
    """Fill in what the boundaries in the region folder say, and check what the rows say against them.

    What a row states goes before what is derived. Links of rows to the table wijken are
    checked where the tables are read; here a row that names an unknown wijk is left alone.
    """
    wijken, mis_wijken = lees_laag(map_, WIJKEN, regio.invoer)
    buurten, mis_buurten = lees_laag(map_, BUURTEN, regio.invoer)
    meldingen = [*mis_wijken, *mis_buurten, *onbekende_bestanden(map_)]
    gemeente_van = {wijk.wijkcode: wijk.gemeentecode for wijk in regio.wijken}
    if wijken is not None:
        meldingen += _kaart_en_tabel(wijken, gemeente_van)
        meldingen += _overlappingen(wijken, "wijkcode", [code in gemeente_van for code in wijken.kolommen["wijkcode"]])
    woningen = regio.woningen
    if not any(melding.bestand.startswith("wijken.") and melding.ernst is Ernst.FOUT for melding in meldingen):
        woningen, mis_woningen = _woningen(regio, wijken, gemeente_van)
        meldingen += [*mis_woningen, *_contingenten(regio, woningen)]
    buurtcode, mis_overlap = ({}, ()) if buurten is None else _buurten(woningen, buurten)
    return Aangevuld(
        regio=replace(regio, woningen=woningen),
        buurtcode=buurtcode,
        meldingen=tuple(sorted([*meldingen, *mis_overlap])),
    )


def _woningen(
    regio: Regio, wijken: Laag | None, gemeente_van: Mapping[str, str]
) -> tuple[tuple[Woning, ...], list[Melding]]:
    bestand = _bestand(regio)
    buiten = {} if wijken is None else _buiten_eigen_wijk(regio.woningen, wijken)
    zoekend = [k for k, woning in enumerate(regio.woningen) if woning.wijkcode is None]
    kandidaten = {} if wijken is None else _kandidaten(regio.woningen, zoekend, wijken, "wijkcode")
    uit: list[Woning] = []
    meldingen: list[Melding] = []
    for k, woning in enumerate(regio.woningen):
        gevuld, melding = woning, None
        if woning.wijkcode is None:
            gevuld, melding = _zoek(bestand, woning, wijken, kandidaten.get(k, ()), gemeente_van)
        elif woning.wijkcode in gemeente_van:
            gevuld, melding = _volgens_de_rij(bestand, woning, gemeente_van[woning.wijkcode], buiten.get(k, 0.0))
        uit.append(gevuld)
        meldingen += [] if melding is None else [melding]
    return tuple(uit), meldingen


def _volgens_de_rij(bestand: str, woning: Woning, gemeente: str, buiten: float) -> tuple[Woning, Melding | None]:
    """A woning that states its wijk: the gemeente follows, and the point must not lie elsewhere."""
    wat = {"woning": woning.woning_id, "wijk": woning.wijkcode}
    if woning.gemeentecode not in (None, gemeente):
        velden = {**wat, "gemeente": gemeente, "gegeven": woning.gemeentecode}
        return woning, fout("woning_wijk_en_gemeente", bestand, woning.rij, "gemeentecode", **velden)
    if buiten > MARGE_M:
        return woning, fout("woning_buiten_wijk", bestand, woning.rij, "wijkcode", meter=_meter(buiten), **wat)
    return replace(woning, gemeentecode=gemeente), None


def _zoek(
    bestand: str,
    woning: Woning,
    wijken: Laag | None,
    kandidaten: Sequence[tuple[float, str]],
    gemeente_van: Mapping[str, str],
) -> tuple[Woning, Melding | None]:
    """A woning without a wijk: the nearest one of the table that is not in another gemeente than the row says."""

    def mis(code: str, **velden: object) -> tuple[Woning, Melding]:
        return woning, fout(code, bestand, woning.rij, "wijkcode", woning=woning.woning_id, **velden)

    if wijken is None:
        return mis("woning_zonder_kaart")
    if woning.x is None or woning.y is None:
        return mis("woning_zonder_plaats")
    if not kandidaten:
        return mis("woning_in_geen_wijk")
    bekend = [(meter, code) for meter, code in kandidaten if code in gemeente_van]
    if not bekend:
        return mis("woning_in_vreemde_wijk", wijk=kandidaten[0][1])
    passend = [paar for paar in bekend if woning.gemeentecode in (None, gemeente_van[paar[1]])]
    if not passend:
        wijk = bekend[0][1]
        return mis("woning_andere_gemeente", wijk=wijk, gemeente=gemeente_van[wijk], gegeven=woning.gemeentecode)
    meter, wijk = passend[0]
    velden = {"woning": woning.woning_id, "wijk": wijk, "meter": _meter(meter)}
    naast = let_op("woning_naast_wijk", bestand, woning.rij, "wijkcode", **velden) if meter > 0 else None
    return replace(woning, wijkcode=wijk, gemeentecode=gemeente_van[wijk]), naast


def _contingenten(regio: Regio, woningen: Sequence[Woning]) -> Iterator[Melding]:
    """A woning and its contingent agree on the gemeente, also when only the map says which it is."""
    gemeente_van = {contingent.contingent_id: contingent.gemeentecode for contingent in regio.contingenten}
    for rij, woning in zip(regio.woningen, woningen, strict=True):
        hier, daar = woning.gemeentecode, gemeente_van.get(rij.contingent_id or "")
        if rij.gemeentecode is None and rij.wijkcode is None and hier and daar and hier != daar:
            velden = {"waarde": citaat(hier), "ander": citaat(daar)}
            yield fout("contingent_anders", _bestand(regio), rij.rij, "gemeentecode", **velden)


def _buurten(woningen: Sequence[Woning], buurten: Laag) -> tuple[dict[str, str], list[Melding]]:
    """The buurt by woning_id where it has a code, and the faults of overlapping buurten where there are woningen."""
    kandidaten = _kandidaten(woningen, range(len(woningen)), buurten, "buurtcode")
    nodig = {code for rij in kandidaten.values() for _, code in rij if code}
    mis = _overlappingen(buurten, "buurtcode", [code in nodig for code in buurten.kolommen["buurtcode"]])
    codes = zip(buurten.nummers, buurten.kolommen["buurtcode"], strict=True)
    if zonder := sorted(nummer for nummer, code in codes if code is None):
        mis.append(let_op("buurten_zonder_code", buurten.bestand, kolom="buurtcode", objecten=objecten(zonder)))
    return {woningen[k].woning_id: rij[0][1] for k, rij in sorted(kandidaten.items()) if rij[0][1]}, mis


def _kandidaten(woningen: Sequence[Woning], welke: Sequence[int], laag: Laag, kolom: str) -> Kandidaten:
    """The areas within 100 m of each of these woningen, those that hold it first."""
    import shapely

    plaatsen = _plaatsen(woningen, welke)
    waar = punten(list(plaatsen.values()))
    nummers = list(plaatsen)
    p, o = shapely.STRtree(laag.vormen).query(waar, predicate="dwithin", distance=MARGE_M)
    gevonden: defaultdict[int, dict[str, float]] = defaultdict(dict)
    codes = laag.kolommen[kolom]
    for k, j, meter in zip(p.tolist(), o.tolist(), shapely.distance(waar[p], laag.vormen[o]).tolist(), strict=True):
        rij = gevonden[nummers[k]]
        code = codes[j] or ""
        rij[code] = min(meter, rij.get(code, meter))
    return {
        k: sorted(((meter, code) for code, meter in rij.items()), key=lambda paar: (paar[0], not paar[1], paar[1]))
        for k, rij in gevonden.items()
    }


def _buiten_eigen_wijk(woningen: Sequence[Woning], wijken: Laag) -> dict[int, float]:
    """By number of the woning: how many metres its point lies outside the wijk that its row states."""
    import shapely

    delen: defaultdict[str, list[int]] = defaultdict(list)
    for j, code in enumerate(wijken.kolommen["wijkcode"]):
        delen[code].append(j)
    plaatsen = _plaatsen(woningen, [k for k, woning in enumerate(woningen) if woning.wijkcode in delen])
    paren = [(k, j) for k in plaatsen for j in delen[woningen[k].wijkcode or ""]]
    waar = punten([plaatsen[k] for k, _ in paren])
    meters = shapely.distance(waar, wijken.vormen[np.array([j for _, j in paren], dtype=np.int64)]).tolist()
    uit: dict[int, float] = {}
    for (k, _), meter in zip(paren, meters, strict=True):
        uit[k] = min(meter, uit.get(k, meter))
    return uit


def _plaatsen(woningen: Sequence[Woning], welke: Sequence[int]) -> dict[int, tuple[float, float]]:
    return {
        k: (float(woning.x), float(woning.y))
        for k in welke
        if (woning := woningen[k]).x is not None and woning.y is not None
    }


def _overlappingen(laag: Laag, kolom: str, deel: Sequence[bool]) -> list[Melding]:
    """A fault for each two codes whose areas share more than a sliver; only the features of ``deel`` are looked at."""
    import shapely

    nummers = np.flatnonzero(np.array(deel))
    vormen: NDArray[Any] = laag.vormen[nummers]
    codes = [laag.kolommen[kolom][k] for k in nummers.tolist()]
    i, j = shapely.STRtree(vormen).query(vormen, predicate="intersects")
    anders = [a < b for a, b in zip((codes[k] for k in i.tolist()), (codes[k] for k in j.tolist()), strict=True)]
    i, j = i[anders], j[anders]
    gedeeld: defaultdict[tuple[str, str], float] = defaultdict(float)
    for a, b, m2 in zip(i.tolist(), j.tolist(), shapely.area(shapely.intersection(vormen[i], vormen[j])), strict=True):
        gedeeld[codes[a], codes[b]] += float(m2)
    return [
        fout("laag_overlap", laag.bestand, een=een, ander=ander, hectare=f"{m2 / 10_000:.1f}".replace(".", ","))
        for (een, ander), m2 in sorted(gedeeld.items())
        if m2 > OVERLAP_M2
    ]


def _kaart_en_tabel(wijken: Laag, gemeente_van: Mapping[str, str]) -> list[Melding]:
    """Notes about wijken that are on the map or in the table, but not in both."""
    kaart, tabel = set(wijken.kolommen["wijkcode"]), set(gemeente_van)
    return [
        let_op(code, wijken.bestand, wijken=opsomming(sorted(mist)))
        for code, mist in (("wijken_niet_in_lijst", kaart - tabel), ("wijken_zonder_grens", tabel - kaart))
        if mist
    ]


def _bestand(regio: Regio) -> str:
    in_werkboek = "regio.xlsx" in regio.invoer and "woningen.csv" not in regio.invoer
    return "regio.xlsx, blad woningen" if in_werkboek else "woningen.csv"


def _meter(meter: float) -> str:
    """Whole metres, rounded up: what lies outside never reads as 0."""
    return str(int(np.ceil(meter)))
