"""The layers of a region: which there are, and what must hold before anybody measures in them.

Contract par. 1 (wijken) and par. 7. Whatever system a layer is stored in, it is worked with in
EPSG:28992 (RD, metres). Shapely, pyproj and GDAL load only when a region has a layer.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from math import isnan
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from data.keuzes import Prikkelsoort
from data.lezen.fout import citaat
from data.meldingen import Melding, fout, let_op
from geo import kaartbestand
from geo.kaartbestand import Ruw, objecten
from geo.stelsel import naar_rd

LEEG: Mapping[str, str] = MappingProxyType({})

Vormen = NDArray[Any]
"""An array of shapely geometries."""


class Vorm(StrEnum):
    """What a feature can be drawn as; the value is shown to users."""

    PUNTEN = "punten"
    LIJNEN = "lijnen"
    VLAKKEN = "vlakken"


@dataclass(frozen=True, slots=True)
class Laagkolom:
    """A column of a layer: how a value is read (None: not allowed) and what is allowed, in Dutch.

    ``verplicht``: the column must be there; ``leeg_mag``: not every feature needs a value.
    """

    lees: Callable[[object], object | None]
    toegestaan: str
    verplicht: bool = True
    leeg_mag: bool = False


@dataclass(frozen=True, slots=True)
class Laagsoort:
    """A layer that a region may have. ``naam`` is the file without suffix, in ``geo/`` or not."""

    naam: str
    vormen: tuple[Vorm, ...]
    kolommen: Mapping[str, Laagkolom]


@dataclass(frozen=True, slots=True, eq=False)
class Laag:
    """A layer that passed every check: shapes in RD metres and values, in an order that no file decides.

    ``kolommen`` has every column of the kind, filled with None where the file leaves it out.
    ``nummers`` is how a map program counts the features.
    """

    bestand: str
    vormen: Vormen
    kolommen: Mapping[str, tuple[Any, ...]]
    nummers: tuple[int, ...]


def _code(voorvoegsel: str, cijfers: int, *, leeg_mag: bool = False) -> Laagkolom:
    patroon = re.compile(rf"{voorvoegsel}[0-9]{{{cijfers}}}")

    def lees(waarde: object) -> str | None:
        tekst = str(waarde).strip()
        return tekst if patroon.fullmatch(tekst) else None

    return Laagkolom(lees, f"{voorvoegsel} en {cijfers} cijfers", leeg_mag=leeg_mag)


def _keuze(keuze: type[StrEnum]) -> Laagkolom:
    leden = {lid.value: lid for lid in keuze}
    return Laagkolom(lambda waarde: leden.get(str(waarde).strip().casefold()), ", ".join(leden))


def _getal(*, ook_nul: bool) -> Laagkolom:
    def lees(waarde: object) -> Decimal | None:
        try:
            getal = Decimal(str(waarde).strip().replace(",", "."))
        except InvalidOperation:
            return None
        in_orde = not isinstance(waarde, bool) and getal.is_finite() and getal <= 100_000
        return getal if in_orde and (getal > 0 or (ook_nul and getal == 0)) else None

    return Laagkolom(
        lees, "een getal van 0 of meer" if ook_nul else "een getal boven 0", verplicht=False, leeg_mag=True
    )


_JA_NEE = {"ja": True, "j": True, "true": True, "1": True, "nee": False, "n": False, "false": False, "0": False}
_janee = Laagkolom(
    lambda waarde: _JA_NEE.get(str(waarde).strip().casefold()), "ja of nee", verplicht=False, leeg_mag=True
)

WIJKEN = Laagsoort("wijken", (Vorm.VLAKKEN,), {"wijkcode": _code("WK", 6)})
BUURTEN = Laagsoort("geo/buurten", (Vorm.VLAKKEN,), {"buurtcode": _code("BU", 8, leeg_mag=True)})
PRIKKELBRONNEN = Laagsoort("geo/prikkelbronnen", tuple(Vorm), {"soort": _keuze(Prikkelsoort)})
WEGEN = Laagsoort(
    "geo/wegen",
    (Vorm.LIJNEN,),
    {"minuten": _getal(ook_nul=True), "snelheid": _getal(ook_nul=False), "eenrichting": _janee},
)
LAGEN = (WIJKEN, BUURTEN, PRIKKELBRONNEN, WEGEN)
"""Every layer that is read."""
_BEKEND = frozenset({"buurten", "geluid", "prikkelbronnen", "reistijden", "voorzieningen", "wegen"})
_GEOMETRIE = {0: Vorm.PUNTEN, 1: Vorm.LIJNEN, 3: Vorm.VLAKKEN, 4: Vorm.PUNTEN, 5: Vorm.LIJNEN, 6: Vorm.VLAKKEN}
"""Shapely's numbers of the shapes that are read; a mixed collection is none of them."""


def lees_laag(
    regiomap: Path, soort: Laagsoort, invoer: Mapping[str, str] = LEEG
) -> tuple[Laag | None, tuple[Melding, ...]]:
    """Read and check a layer; (None, ()) when the region does not have it.

    All faults of the layer are reported together, as far as they can be seen apart. ``invoer`` has hashes
    of files that were taken before (``Regio.invoer``): a layer that changed since is a fault.
    """
    ruw = kaartbestand.lees(regiomap, soort.naam, tuple(soort.kolommen), invoer)
    if ruw is None:
        return None, ()
    if isinstance(ruw, Melding):
        return None, (ruw,)
    if not ruw.nummers:
        return None, (fout("laag_leeg", ruw.bestand),)
    kolommen, meldingen = _waarden(ruw, soort)
    vormen, mis = _vormen(ruw, soort)
    meldingen += mis
    if meldingen:
        return None, tuple(meldingen)
    return _geordend(ruw, vormen, kolommen), ()


def punten(plaatsen: Sequence[tuple[float, float]] | NDArray[np.float64]) -> Vormen:
    """Points at these places (RD metres); none for none, which shapely itself refuses."""
    import shapely

    return np.array(shapely.points(np.array(plaatsen, dtype=np.float64).reshape(-1, 2)))


def onbekende_bestanden(regiomap: Path) -> tuple[Melding, ...]:
    """A note for each file in ``geo/`` that nobody reads: a misspelt layer is a layer that is missed."""
    geo = regiomap / "geo"
    if not geo.is_dir():
        return ()
    achtervoegsels = {*kaartbestand.FORMATEN, ".csv", ".json", ".shp", ".kml", ".zip"}
    namen = sorted(pad.name for pad in geo.iterdir() if pad.suffix.casefold() in achtervoegsels)
    bekend = {f"{naam}{achter}" for naam in _BEKEND - {"reistijden"} for achter in kaartbestand.FORMATEN}
    bekend.add("reistijden.csv")
    lijst = ", ".join(sorted(_BEKEND))
    return tuple(let_op("laag_onbekend_bestand", f"geo/{naam}", namen=lijst) for naam in namen if naam not in bekend)


def _waarden(ruw: Ruw, soort: Laagsoort) -> tuple[dict[str, tuple[Any, ...]], list[Melding]]:
    """The values by column, and one fault for each value that is not allowed, however often it stands there."""
    gelezen: dict[str, tuple[Any, ...]] = {}
    meldingen: list[Melding] = []
    for naam, kolom in soort.kolommen.items():
        if naam not in ruw.kolommen:
            gelezen[naam] = (None,) * len(ruw.nummers)
            if kolom.verplicht:
                mist = ", ".join(map(citaat, ruw.namen)) or "geen kolommen"
                meldingen.append(fout("laag_kolom_mist", ruw.bestand, kolom=naam, kolommen=mist))
            continue
        cellen = [None if _leeg(cel) else cel for cel in ruw.kolommen[naam]]
        gelezen[naam] = tuple(None if cel is None else kolom.lees(cel) for cel in cellen)
        mis: dict[str, list[int]] = {}
        for nummer, cel, waarde in zip(ruw.nummers, cellen, gelezen[naam], strict=True):
            if waarde is None and (cel is not None or not kolom.leeg_mag):
                mis.setdefault("" if cel is None else citaat(str(cel).strip()), []).append(nummer)
        for tekst, nummers in mis.items():
            code = "laag_waarde" if tekst else "laag_waarde_leeg"
            velden = {"objecten": objecten(nummers), "waarde": tekst, "toegestaan": kolom.toegestaan}
            meldingen.append(fout(code, ruw.bestand, 0, naam, **velden))
    return gelezen, meldingen


def _leeg(cel: object) -> bool:
    match cel:
        case None:
            return True
        case float():
            return isnan(cel)
        case str():
            return not cel.strip()
        case _:
            return False


def _vormen(ruw: Ruw, soort: Laagsoort) -> tuple[Vormen, list[Melding]]:
    """The shapes in RD; with faults the array may not be used."""
    import shapely

    vormen = shapely.from_wkb(np.array(ruw.wkb, dtype=object), on_invalid="ignore")
    nummers = np.array(ruw.nummers)
    leeg = shapely.is_missing(vormen) | shapely.is_empty(vormen)
    passend = np.isin(shapely.get_type_id(vormen), [k for k, vorm in _GEOMETRIE.items() if vorm in soort.vormen])
    meldingen = []
    if leeg.any():
        meldingen.append(fout("laag_zonder_vorm", ruw.bestand, objecten=objecten(nummers[leeg].tolist())))
    if (anders := ~leeg & ~passend).any():
        velden = {"objecten": objecten(nummers[anders].tolist()), "vormen": " of ".join(soort.vormen)}
        meldingen.append(fout("laag_verkeerde_vorm", ruw.bestand, 0, "", **velden))
    goed = ~leeg & passend
    rd = naar_rd(ruw.bestand, ruw.crs, vormen[goed], nummers[goed].tolist())
    if isinstance(rd, Melding):
        return vormen, [*meldingen, rd]
    return rd, [*meldingen, *_kromme(ruw.bestand, rd, nummers[goed].tolist())]


def _kromme(bestand: str, vormen: Vormen, nummers: Sequence[int]) -> Iterator[Melding]:
    """A fault for each shape that is not sound, with the place where it goes wrong."""
    import shapely

    for k in np.flatnonzero(~shapely.is_valid(vormen)).tolist():
        reden, _, rest = shapely.is_valid_reason(vormen[k]).partition("[")
        punt = ", ".join(
            f"{as_} {float(getal):.0f}" for as_, getal in zip("xy", rest.rstrip("]").split(), strict=False)
        )
        code = "laag_kruist" if "Self-intersection" in reden else "laag_vorm_fout"
        yield fout(code, bestand, objecten=objecten([nummers[k]]), punt=punt or "een van de punten")


def _geordend(ruw: Ruw, vormen: Vormen, kolommen: Mapping[str, tuple[Any, ...]]) -> Laag:
    """In the order of shape and values, so that no answer depends on the order of the file."""
    import shapely

    inhoud = zip(shapely.to_wkb(vormen, byte_order=1).tolist(), *kolommen.values(), strict=True)
    sleutels = [(wkb, [str(waarde) for waarde in rij]) for wkb, *rij in inhoud]
    volgorde = sorted(range(len(sleutels)), key=sleutels.__getitem__)
    return Laag(
        ruw.bestand,
        vormen[volgorde],
        {naam: tuple(kolom[k] for k in volgorde) for naam, kolom in kolommen.items()},
        tuple(ruw.nummers[k] for k in volgorde),
    )
