"""Placements seen from a batch: where they are, and whether they are present, stay, count (contract par. 1)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from data.keuzes import Prikkelarm, Zorgzwaarte
from data.records import Plaatsing, Woning
from data.regio import Regio
from matcher.tijd import Peil

Complexsleutel = tuple[str, str]
"""``("complex", complex_id)``, or ``("woning", woning_id)`` for a woning that is a complex of its own (K7)."""


def complexsleutel(complex_id: str | None, woning_id: str | None) -> Complexsleutel | None:
    """The complex of a woning or placement; None for an unnamed place."""
    if complex_id is not None:
        return ("complex", complex_id)
    return None if woning_id is None else ("woning", woning_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verblijf:
    """A placement with its place filled in from the listed woning, and how it counts on D and H."""

    uitstromer_id: str
    woning_id: str | None
    contingent_id: str | None
    gemeentecode: str
    wijkcode: str | None
    complex: Complexsleutel | None
    x: Decimal | None
    y: Decimal | None
    woonvorm: str
    zorgzwaarte: Zorgzwaarte
    prikkelarm: Prikkelarm
    overlastrisico: bool
    aanbieder: str | None
    uren: int
    bron: Plaatsing
    aanwezig: bool
    """Present: from before H, and not gone on D."""
    blijft: bool
    """Stays: from before H, and not gone on H."""
    telt: bool
    """Counts in J: began in the year of D."""


def verblijven(regio: Regio, peil: Peil) -> tuple[Verblijf, ...]:
    """All placements of the region as the batch of ``peil`` sees them, in the order of ``regio.plaatsingen``."""
    woningen = {woning.woning_id: woning for woning in regio.woningen}
    return tuple(_verblijf(plaatsing, woningen, peil) for plaatsing in regio.plaatsingen)


def _verblijf(plaatsing: Plaatsing, woningen: Mapping[str, Woning], peil: Peil) -> Verblijf:
    gevuld = _met_plaats_van(plaatsing, woningen.get(plaatsing.woning_id or ""))
    begonnen = plaatsing.datum_in <= peil.horizon
    uit = plaatsing.datum_uit
    woning = woningen.get(plaatsing.woning_id or "")
    return Verblijf(
        uitstromer_id=plaatsing.uitstromer_id,
        woning_id=plaatsing.woning_id,
        contingent_id=plaatsing.contingent_id or (woning.contingent_id if woning else None),
        gemeentecode=plaatsing.gemeentecode,
        wijkcode=gevuld.wijkcode,
        complex=complexsleutel(gevuld.complex_id, plaatsing.woning_id),
        x=gevuld.x,
        y=gevuld.y,
        woonvorm=plaatsing.woonvorm,
        zorgzwaarte=plaatsing.zorgzwaarte,
        prikkelarm=plaatsing.prikkelarm,
        overlastrisico=plaatsing.overlastrisico,
        aanbieder=plaatsing.aanbieder,
        uren=plaatsing.uren,
        bron=plaatsing,
        aanwezig=begonnen and (uit is None or uit > peil.datum),
        blijft=begonnen and (uit is None or uit > peil.horizon),
        telt=plaatsing.datum_in.year == peil.jaar,
    )


def _met_plaats_van(plaatsing: Plaatsing, woning: Woning | None) -> Plaatsing:
    """The placement with ``wijkcode, complex_id, x, y``, where empty, those of its woning."""
    if woning is None:
        return plaatsing
    return replace(
        plaatsing,
        wijkcode=plaatsing.wijkcode or woning.wijkcode,
        complex_id=plaatsing.complex_id or woning.complex_id,
        x=woning.x if plaatsing.x is None else plaatsing.x,
        y=woning.y if plaatsing.y is None else plaatsing.y,
    )
