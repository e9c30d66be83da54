"""The supply: which plekken this batch can give out (contract par. 2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from data.records import Contingent, Plekeisen, Woning
from data.regio import Regio
from matcher.tijd import Peil
from matcher.uitkomst import PlekSoort
from matcher.verblijf import Complexsleutel, Verblijf, complexsleutel


@dataclass(frozen=True, slots=True)
class Plek:
    """Something that an uitstromer can be matched to. ``vrij``: places this row can give out by itself (>= 1)."""

    id: str
    soort: PlekSoort
    eisen: Plekeisen
    gemeentecode: str
    wijkcode: str | None
    contingent_id: str | None
    complex: Complexsleutel | None
    max_personen: int | None
    vrij: int

    @property
    def woning(self) -> Woning | None:
        """The concrete dwelling, None for an unnamed place."""
        return self.eisen if isinstance(self.eisen, Woning) else None

    @property
    def punt(self) -> tuple[Decimal | None, Decimal | None]:
        """Coordinates in RD metres, as far as they are known."""
        woning = self.woning
        return (None, None) if woning is None else (woning.x, woning.y)


def contingent_over(regio: Regio, verblijf: Iterable[Verblijf]) -> dict[str, int]:
    """Places left of every contingent: ``aantal`` minus all placements that point to it, whatever their dates; >= 0."""
    gebruikt = Counter(v.contingent_id for v in verblijf)
    return {c.contingent_id: max(0, c.aantal - gebruikt[c.contingent_id]) for c in regio.contingenten}


def aanbod(regio: Regio, verblijf: tuple[Verblijf, ...], peil: Peil) -> tuple[Plek, ...]:
    """The plekken of this batch, in the order of their id (code point)."""
    bezet = Counter(v.woning_id for v in verblijf if v.blijft)
    over = contingent_over(regio, verblijf)
    jaren = {peil.datum.year, peil.horizon.year}
    woningen = (_woningplek(w, w.aantal - bezet[w.woning_id]) for w in regio.woningen)
    losse = (
        _contingentplek(c, over[c.contingent_id]) for c in regio.contingenten if c.los_toewijsbaar and c.jaar in jaren
    )
    return tuple(sorted((p for p in (*woningen, *losse) if p.vrij > 0), key=lambda plek: plek.id))


def _woningplek(woning: Woning, vrij: int) -> Plek:
    assert woning.gemeentecode is not None
    return Plek(
        id=woning.woning_id,
        soort=PlekSoort.WONING,
        eisen=woning,
        gemeentecode=woning.gemeentecode,
        wijkcode=woning.wijkcode,
        contingent_id=woning.contingent_id,
        complex=complexsleutel(woning.complex_id, woning.woning_id),
        max_personen=woning.max_personen,
        vrij=vrij,
    )


def _contingentplek(contingent: Contingent, vrij: int) -> Plek:
    return Plek(
        id=contingent.contingent_id,
        soort=PlekSoort.CONTINGENT,
        eisen=contingent,
        gemeentecode=contingent.gemeentecode,
        wijkcode=None,
        contingent_id=contingent.contingent_id,
        complex=None,
        max_personen=contingent.max_personen,
        vrij=vrij,
    )
