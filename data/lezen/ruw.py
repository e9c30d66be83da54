"""A table as it stands in a file: names and cells, before anybody looks at what they mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from data.kolom import Kolom
from data.lezen.fout import BestandError

MEESTE_RIJEN = 20_000
"""Rows of a table; a week of the whole country is 10,000 people."""
MEESTE_KOLOMMEN = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruw:
    """A header and its rows. ``bestand`` is what messages call it.

    ``rijen`` hold the row number as Excel shows it and the cells, as many as the row has.
    ``naar_tekst`` makes text of a cell, given its column; it raises ``CelError``. ``fout`` is what
    ended the reading before the end of the file.
    """

    bestand: str
    kop: tuple[str, ...]
    rijen: tuple[tuple[int, tuple[Any, ...]], ...]
    naar_tekst: Callable[[Kolom, Any], str]
    is_leeg: Callable[[Any], bool]
    fout: BestandError | None = None
