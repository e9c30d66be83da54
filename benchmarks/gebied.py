"""The ground of a region made to measure: gemeenten, wijken, care providers, corporaties. Nothing is real.

Every region has a number of its own, from which its codes, its ids and its place on the map follow, so that any
number of regions can stand side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.demo.toeval import Toeval
from data.schrijven import Waarde

Rij = dict[str, Waarde]
"""Cells by column; a column that is left out is empty."""

WIJKEN_PER_GEMEENTE = 6
WIJK_M = 1500
"""Side of a wijk in metres; wijken are squares on a grid."""
REGIO_M = 36_000
HOOGSTE_NUMMER = 400
_OMGEVING = ("stad", "stad", "dorp", "dorp", "landelijk", "dorp")


def geheel(rij: Rij, kolom: str) -> int:
    """A cell that holds a whole number."""
    waarde = rij[kolom]
    assert isinstance(waarde, int)
    return waarde


@dataclass(frozen=True, slots=True)
class Buurtje:
    """A wijk: its codes, its south-west corner (RD metres), its surroundings."""

    wijkcode: str
    gemeentecode: str
    hoek: tuple[int, int]
    woonomgeving: str
    kwetsbaar: bool
    begrensd: bool
    """Whether draagkracht is set; where it is not, fixed pairs always find room."""
    instroom: bool
    """Whether ``instroom_max`` is set."""

    def punt(self, toeval: Toeval) -> tuple[int, int]:
        """A point in it, at least 50 m from its border."""
        x, y = self.hoek
        return x + toeval.geheel(50, WIJK_M - 50), y + toeval.geheel(50, WIJK_M - 50)


@dataclass(frozen=True, slots=True)
class Gebied:
    """A region without its people and dwellings."""

    nummer: int
    seed: int
    gemeenten: tuple[str, ...]
    wijken: tuple[Buurtje, ...]
    aanbieders: tuple[str, ...]

    def id(self, soort: str, volgnummer: int) -> str:
        """An id that no other region has: ``U007-0012``."""
        return f"{soort}{self.nummer:03d}-{volgnummer:04d}"

    def toeval(self, naam: str) -> Toeval:
        """The stream of chance ``naam`` of this region."""
        return Toeval(self.seed, f"{self.nummer}/{naam}")

    def corporaties(self, gemeentecode: str) -> tuple[str, str]:
        """The two corporaties of a gemeente."""
        return f"corp-{gemeentecode[2:]}a", f"corp-{gemeentecode[2:]}b"

    def in_gemeente(self, gemeentecode: str) -> tuple[Buurtje, ...]:
        """The wijken of a gemeente."""
        return tuple(wijk for wijk in self.wijken if wijk.gemeentecode == gemeentecode)


def maak_gebied(seed: int, nummer: int, mensen: int) -> Gebied:
    """A region for so many people; raises ``ValueError`` for a number beyond ``HOOGSTE_NUMMER``."""
    if not 0 <= nummer <= HOOGSTE_NUMMER:
        raise ValueError(f"regionummer van 0 tot en met {HOOGSTE_NUMMER}")
    aantal = max(3, min(12, mensen // 60))
    gemeenten = tuple(f"GM{1000 + 20 * nummer + k}" for k in range(aantal))
    return Gebied(
        nummer=nummer,
        seed=seed,
        gemeenten=gemeenten,
        wijken=tuple(_wijk(nummer, g, code, w) for g, code in enumerate(gemeenten) for w in range(WIJKEN_PER_GEMEENTE)),
        aanbieders=tuple(f"zorg-{nummer:03d}-{k:02d}" for k in range(4 + mensen // 100)),
    )


def _wijk(nummer: int, gemeente: int, code: str, w: int) -> Buurtje:
    west = 15_000 + (nummer % 7) * REGIO_M + (gemeente % 4) * 9_000 + (w % 3) * WIJK_M
    zuid = 310_000 + (nummer // 7 % 6) * 50_000 + (gemeente // 4) * 6_000 + (w // 3) * WIJK_M
    return Buurtje(
        wijkcode=f"WK{code[2:]}{w:02d}",
        gemeentecode=code,
        hoek=(west, zuid),
        woonomgeving=_OMGEVING[(w + gemeente) % len(_OMGEVING)],
        kwetsbaar=w == 1,
        begrensd=w % 3 != 2,
        instroom=w in (0, 4),
    )


def bases(gebied: Gebied, uren: dict[str, Waarde]) -> tuple[list[Rij], list[Rij]]:
    """The rows of ``aanbieders.csv`` and ``aanbieder_teams.csv``, with the hours a week of those that have a limit."""
    aanbieders: list[Rij] = []
    teams: list[Rij] = []
    for k, aanbieder in enumerate(gebied.aanbieders):
        toeval = gebied.toeval(f"aanbieder/{aanbieder}")
        x, y = _kies(gebied.wijken, toeval).punt(toeval)
        partners = tuple(naam for code in gebied.gemeenten if toeval.kans(70) for naam in gebied.corporaties(code))
        aanbieders.append(
            {
                "aanbieder": aanbieder,
                "naam": f"Zorg {k}",
                "x": x,
                "y": y,
                "capaciteit_uren": uren.get(aanbieder),
                "corporaties": partners if k % 3 == 0 else (),
            }
        )
        x, y = _kies(gebied.wijken, toeval).punt(toeval)
        teams.append({"aanbieder": aanbieder, "x": x, "y": y})
    return aanbieders, teams


def _kies(wijken: Sequence[Buurtje], toeval: Toeval) -> Buurtje:
    return wijken[toeval.geheel(0, len(wijken) - 1)]
