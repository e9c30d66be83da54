"""The bytes of a map file and the features in them, before anybody asks what they mean.

A file is read once, whole, so that its hash, its features and what a second program does to it
meanwhile can't disagree; GDAL gets the bytes and never a path, so it opens nothing else.
"""

from __future__ import annotations

import json
import sys
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from types import ModuleType
from typing import Any

from data.lezen.bestand import bestaat, lees_bytes
from data.lezen.fout import BestandError
from data.meldingen import Melding, fout

FORMATEN = {".gpkg": "GeoPackage", ".geojson": "GeoJSON"}
_MEESTE_BYTES = {".gpkg": 256 * 2**20, ".geojson": 64 * 2**20}
"""Larger files are refused before they are read: text takes many times its size in memory."""
_SQLITE = b"SQLite format 3\0"
_WGS84 = "OGC:CRS84"


@dataclass(frozen=True, slots=True, eq=False)
class Ruw:
    """The features of one layer as they stand in the file.

    ``bestand`` is the path inside the region folder, ``crs`` the system as stated (None: none stated,
    where one must be), ``nummers`` how a map program counts the features, ``wkb`` their shapes (None: no
    shape), ``kolommen`` the asked columns that are there, by their asked name, ``namen`` all columns.
    """

    bestand: str
    crs: str | None
    nummers: tuple[int, ...]
    wkb: tuple[bytes | None, ...]
    kolommen: Mapping[str, tuple[object, ...]]
    namen: tuple[str, ...]


def lees(regiomap: Path, naam: str, kolommen: Sequence[str], invoer: Mapping[str, str]) -> Ruw | Melding | None:
    """Read ``kolommen`` and the shapes of the layer ``naam`` (such as ``geo/wegen``); None: it is not there.

    ``invoer`` has the hashes of the files as the batch records them; a file that is another by now is a fault.
    """
    bestanden = [f"{naam}{achter}" for achter in FORMATEN if bestaat(regiomap, f"{naam}{achter}")]
    if len(bestanden) > 1:
        return fout("laag_dubbel", bestanden[0], een=bestanden[0], ander=bestanden[1])
    return _lees(regiomap, bestanden[0], kolommen, invoer) if bestanden else None


def objecten(nummers: Sequence[int]) -> str:
    """«Object 3», or «Object 3, 7, 9, 12, 15 en 4 andere»: features as a map program counts them."""
    return f"Object {opsomming(list(map(str, nummers)))}"


def opsomming(namen: Sequence[str]) -> str:
    """The first five, and how many more."""
    rest = f" en {len(namen) - 5} andere" if len(namen) > 5 else ""
    return f"{', '.join(namen[:5])}{rest}"


def _lees(regiomap: Path, bestand: str, kolommen: Sequence[str], invoer: Mapping[str, str]) -> Ruw | Melding:
    pad = PurePosixPath(bestand)
    inhoud = _inhoud(regiomap, bestand, invoer)
    if isinstance(inhoud, Melding):
        return inhoud
    onleesbaar = fout("laag_onleesbaar", bestand, formaat=FORMATEN[pad.suffix])
    geojson = None
    if pad.suffix == ".geojson":
        geojson = _collectie(inhoud)
        if geojson is None:
            return onleesbaar
    elif not inhoud.startswith(_SQLITE):
        return onleesbaar
    try:
        ruw = _via_gdal(inhoud, bestand, pad.stem, kolommen)
    except (RuntimeError, UnicodeDecodeError):
        return onleesbaar
    if geojson is None or isinstance(ruw, Melding):
        return ruw
    # GDAL passes over members that it does not know, and reads a system that it does not know as WGS84.
    aantal, crs = geojson
    return replace(ruw, crs=crs) if aantal == len(ruw.wkb) else onleesbaar


def _inhoud(regiomap: Path, bestand: str, invoer: Mapping[str, str]) -> bytes | Melding:
    logboek = regiomap / f"{bestand}-wal"
    try:
        # What another program has not written back yet stands in its log, so the file itself is out of date.
        if logboek.is_file() and logboek.stat().st_size:
            return fout("laag_open", bestand)
        gelezen = lees_bytes(regiomap, bestand, meeste=_MEESTE_BYTES[PurePosixPath(bestand).suffix])
        if invoer.get(bestand, gelezen.sha256) != gelezen.sha256:
            raise BestandError("bestand_gewijzigd")
    except BestandError as e:
        return e.melding(bestand)
    return gelezen.bytes


def _collectie(inhoud: bytes) -> tuple[int, str] | None:
    """How many features a GeoJSON collection has, and its system; None when it is no such collection.

    Looked at before GDAL does, which takes the first format that the bytes resemble, whatever the name.
    """
    try:
        stuk = json.loads(inhoud.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(stuk, dict) or stuk.get("type") != "FeatureCollection":
        return None
    objecten, crs = stuk.get("features"), stuk.get("crs")
    if not isinstance(objecten, list):
        return None
    match crs:
        case None:
            return len(objecten), _WGS84
        case {"properties": {"name": str(naam)}}:
            return len(objecten), naam
        case _:
            return len(objecten), "onbekend"


def _via_gdal(inhoud: bytes, bestand: str, laag: str, kolommen: Sequence[str]) -> Ruw | Melding:
    pyogrio = _pyogrio()

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        # Tables without shapes, such as the styles that a map program keeps, are no layers.
        lagen = {str(naam): nummer for nummer, (naam, vorm) in enumerate(pyogrio.list_layers(inhoud)) if vorm}
        gekozen = _kies(lagen, laag)
        if gekozen is None:
            return fout("laag_keuze", bestand, naam=laag, lagen=", ".join(lagen) or "geen lagen met vormen")
        namen = tuple(str(naam) for naam in pyogrio.read_info(inhoud, layer=gekozen)["fields"])
        echt = {naam: gelijk for naam in kolommen if (gelijk := _gelijk(naam, namen)) is not None}
        vraag: dict[str, Any] = {"columns": list(echt.values()), "force_2d": True, "return_fids": True}
        meta, nummers, wkb, velden = pyogrio.raw.read(inhoud, layer=gekozen, **vraag)
    per_naam = dict(zip((str(naam) for naam in meta["fields"]), velden, strict=True))
    geteld = nummers if bestand.endswith(".gpkg") else range(1, len(nummers) + 1)
    return Ruw(
        bestand,
        meta["crs"],
        tuple(int(nummer) for nummer in geteld),
        tuple(wkb),
        {naam: tuple(per_naam[gelijk].tolist()) for naam, gelijk in echt.items()},
        namen,
    )


def _pyogrio() -> ModuleType:
    """pyogrio, loaded without the tables that it can fill: it asks for geopandas and pandas, which take longer to load
    than a week's batch takes to make, and layers are read here as they are.
    """
    geladen: dict[str, Any] = sys.modules
    ongebruikt = [naam for naam in ("geopandas", "pandas") if naam not in geladen]
    geladen.update(dict.fromkeys(ongebruikt))  # None: "not there", for as long as pyogrio looks
    try:
        import pyogrio.raw
    finally:
        for naam in ongebruikt:
            del geladen[naam]
    module: ModuleType = pyogrio
    return module


def _kies(lagen: Mapping[str, int], laag: str) -> int | None:
    """The number of the layer of that name, else the only one whose name begins so, else the only one."""
    for passend in (
        [naam for naam in lagen if naam.casefold() == laag],
        [naam for naam in lagen if naam.casefold().startswith(laag)],
        list(lagen),
    ):
        if len(passend) == 1:
            return lagen[passend[0]]
    return None


def _gelijk(naam: str, namen: Sequence[str]) -> str | None:
    if naam in namen:
        return naam
    return next((kandidaat for kandidaat in namen if kandidaat.casefold() == naam), None)
