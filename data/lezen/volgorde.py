"""The canonical order of tables: what stands where in a file never matters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from data.kolom import Record
from data.schrijven.csvtekst import cel_tekst
from data.schrijven.tabel import tabel_rijen


def canoniek(tabel: type[Record], rijen: Iterable[Record]) -> tuple[Any, ...]:
    """The rows in the order of their key, or of all their fields: the order in the file never matters."""
    if tabel.sleutel:
        return tuple(sorted(rijen, key=lambda rij: tuple(getattr(rij, naam) for naam in tabel.sleutel)))
    vast = tuple(rijen)
    cellen = [tuple(map(cel_tekst, rij)) for rij in tabel_rijen(tabel, vast)]
    volgorde = sorted(range(len(vast)), key=lambda plek: (cellen[plek], vast[plek].rij))
    return tuple(vast[plek] for plek in volgorde)
