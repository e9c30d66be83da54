"""The independent oracle: a region folder in, the whole answer out, in the shape of ``verwacht.json``.

Written from the contract alone (par. 2 to 6), naively, with exact numbers; it imports nothing of the program.
Brute force over every assignment, so for tiny regions only; ``waardeer`` takes regions of any size.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from tests.orakel.lezen import lees
from tests.orakel.paar import R_CODES, VAST_MOET_NOEMEN, aanbod, gebroken, loopt_al, uitsluiting
from tests.orakel.samen import K_CODES, Paar, overtredingen, vaste_paren
from tests.orakel.waarde import Bijzonderheden, bijzonderheden, niveaus
from tests.orakel.wereld import Plek, Wereld
from tests.orakel.zoek import maak_zoeker

GEEN: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Uitkomst:
    """The answer for a region. ``paren`` is None when who made it cannot tell.

    ``niet_geplaatst``: (status, code) of every participant without a place. With another ``exit`` than 0 the
    parts that a run without an answer cannot have are empty.
    """

    exit: int
    paren: int | None = None
    uitgesloten: dict[str, str] = field(default_factory=dict)
    niveaus: dict[str, int] = field(default_factory=dict)
    toewijzing: tuple[tuple[str, str], ...] = ()
    niet_geplaatst: dict[str, tuple[str, str]] = field(default_factory=dict)
    bijzonder: dict[str, Bijzonderheden] = field(default_factory=dict)
    batch_id: str | None = None


@dataclass(frozen=True)
class Waardering:
    """What an assignment is worth: its levels, the R rules of its pairs that are broken, and its K rules."""

    niveaus: dict[str, int]
    regels: dict[tuple[str, str], frozenset[str]]
    batchregels: frozenset[str]
    niet_geplaatst: dict[str, tuple[str, str]]
    vast: frozenset[tuple[str, str]]


@dataclass(frozen=True)
class Voorbereid:
    """Who takes part, what there is, and every R rule that each pair breaks."""

    wereld: Wereld
    zonder: frozenset[str]
    uitgesloten: dict[str, str]
    plekken: dict[str, Plek]
    gebroken: dict[tuple[str, str], frozenset[str]]
    vast: frozenset[tuple[str, str]]

    @property
    def deelnemers(self) -> list[str]:
        return sorted(set(self.wereld.personen) - set(self.uitgesloten))

    def mogelijk(self, persoon: str) -> list[Plek]:
        """The plekken of the supply that this person may have, by id."""
        return [plek for plek in self.plekken.values() if not self.gebroken[persoon, plek.id]]

    @property
    def paren(self) -> int:
        return sum(1 for codes in self.gebroken.values() if not codes)

    def slecht_vast(self) -> bool:
        """A fixed pair that is bad input (K10): exit 2."""
        verboden = {(a.persoon, a.plek) for a in self.wereld.afspraken if a.soort == "verbod"}
        for afspraak in self.wereld.afspraken:
            paar = (afspraak.persoon, afspraak.plek)
            if afspraak.soort != "vast" or loopt_al(self.wereld, *paar):
                continue
            if paar in verboden or paar not in self.gebroken:
                return True
            if self.gebroken[paar] & VAST_MOET_NOEMEN - afspraak.ondanks:
                return True
        return False


def bereid_voor(wereld: Wereld, zonder: frozenset[str] = GEEN) -> Voorbereid:
    """Contract par. 2 and 3. ``zonder``: rules that do not count."""
    uit = {p.id: uitsluiting(wereld, p, zonder) for p in wereld.personen.values()}
    plekken = aanbod(wereld)
    meedoen = [wereld.personen[persoon] for persoon in sorted(uit) if uit[persoon] is None]
    vast = frozenset(paar for paar in vaste_paren(wereld) if "K10" not in zonder and not loopt_al(wereld, *paar))
    return Voorbereid(
        wereld=wereld,
        zonder=zonder,
        uitgesloten={persoon: code for persoon, code in sorted(uit.items()) if code is not None},
        plekken={plek.id: plek for plek in plekken},
        gebroken={(p.id, plek.id): gebroken(wereld, p, plek, zonder) for p in meedoen for plek in plekken},
        vast=vast,
    )


def los_op(map_: Path, datum: date, zaad: str, zonder: Iterable[str] = ()) -> Uitkomst:
    """The whole answer for a tiny region, by brute force; ``zonder`` leaves rules out of the book."""
    return los_wereld_op(lees(map_, datum, zaad), frozenset(zonder))


def los_wereld_op(wereld: Wereld, zonder: frozenset[str] = GEEN) -> Uitkomst:
    """As ``los_op``, for a region that was read already."""
    voor = bereid_voor(wereld, zonder)
    if voor.slecht_vast():
        return Uitkomst(exit=2)
    opties = {
        persoon: [
            plek
            for plek in voor.plekken.values()
            if not voor.gebroken[persoon, plek.id] or (persoon, plek.id) in voor.vast
        ]
        for persoon in voor.deelnemers
    }
    gevonden = maak_zoeker(wereld, opties, voor.vast, zonder).zoek()
    if gevonden is None:
        return Uitkomst(exit=3, paren=voor.paren, uitgesloten=voor.uitgesloten)
    paren = _paren(voor, gevonden[1])
    assert not overtredingen(wereld, paren, zonder), "the search took what the rules forbid"
    jaar, week, _ = wereld.d.isocalendar()
    return Uitkomst(
        exit=0,
        paren=voor.paren,
        uitgesloten=voor.uitgesloten,
        niveaus=niveaus(wereld, paren),
        toewijzing=gevonden[1],
        niet_geplaatst=_zonder_plek(voor, paren),
        bijzonder={p.id: bijzonderheden(wereld, p, plek) for p, plek in paren},
        batch_id=f"{jaar:04d}-W{week:02d}-1",
    )


def waardeer(map_: Path, datum: date, zaad: str, toewijzing: Sequence[tuple[str, str]]) -> Waardering:
    """Evaluate a given assignment of a region of any size, without solving."""
    voor = bereid_voor(lees(map_, datum, zaad))
    paren = _paren(voor, toewijzing)
    return Waardering(
        niveaus=niveaus(voor.wereld, paren),
        regels={(p.id, plek.id): voor.gebroken[p.id, plek.id] for p, plek in paren if voor.gebroken[p.id, plek.id]},
        batchregels=overtredingen(voor.wereld, paren),
        niet_geplaatst=_zonder_plek(voor, paren),
        vast=voor.vast,
    )


def _paren(voor: Voorbereid, toewijzing: Sequence[tuple[str, str]]) -> list[Paar]:
    return [(voor.wereld.personen[persoon], voor.plekken[plek]) for persoon, plek in toewijzing]


def _zonder_plek(voor: Voorbereid, paren: list[Paar]) -> dict[str, tuple[str, str]]:
    """Status and code of every participant without a place (contract par. 6)."""
    geplaatst = {p.id for p, _ in paren}
    uit = {}
    for persoon in voor.deelnemers:
        if persoon not in geplaatst:
            mogelijk = voor.mogelijk(persoon)
            uit[persoon] = (
                ("verdrongen", _verdrongen(voor, paren, persoon, mogelijk))
                if mogelijk
                else ("geen_passend_aanbod", _geen_aanbod(voor, persoon))
            )
    return uit


def _geen_aanbod(voor: Voorbereid, persoon: str) -> str:
    """R01, or the one R rule whose removal opens most rows, or ``-``."""
    passend = [voor.gebroken[persoon, plek] for plek in voor.plekken if "R01" not in voor.gebroken[persoon, plek]]
    if not passend:
        return "R01"
    opent = {code: sum(1 for codes in passend if codes == {code}) for code in R_CODES}
    beste = max(opent.values())
    return "-" if beste == 0 else min(code for code, aantal in opent.items() if aantal == beste)


def _verdrongen(voor: Voorbereid, paren: list[Paar], persoon: str, mogelijk: list[Plek]) -> str:
    """The K rules that the plek which breaks fewest would break; ties to the lowest plek id."""
    mens = voor.wereld.personen[persoon]
    keuzes = [(overtredingen(voor.wereld, [*paren, (mens, plek)], voor.zonder), plek.id) for plek in mogelijk]
    codes, _ = min(keuzes, key=lambda keuze: (len(keuze[0]), keuze[1]))
    return "|".join(code for code in K_CODES if code in codes) or "-"
