"""Shapes and records for the tests of maps."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from shapely import Polygon, box

from data.kolom import kolommen
from data.records import Aanbieder, Contingent, Team, Wijk, Woning
from data.regio import Regio

OOST, NOORD = 84_000, 446_000


def vak(x: float, y: float, breed: float = 1000, hoog: float | None = None) -> Polygon:
    """A rectangle whose lower left corner lies (x, y) metres from a point near Delft."""
    links, onder = OOST + x, NOORD + y
    return box(links, onder, links + breed, onder + (breed if hoog is None else hoog))


def woning(woning_id: str, x: str | None = None, y: str | None = None, **velden: Any) -> Woning:
    """A woning at (x, y) metres from that same point."""
    plaats = {
        "x": None if x is None else OOST + Decimal(x),
        "y": None if y is None else NOORD + Decimal(y),
    }
    return Woning(**{**dict.fromkeys(kolommen(Woning)), "woning_id": woning_id, "rij": 2, **plaats, **velden})


def wijk(wijkcode: str, gemeentecode: str = "GM0001") -> Wijk:
    leeg: dict[str, Any] = dict.fromkeys(kolommen(Wijk))
    return Wijk(**{**leeg, "wijkcode": wijkcode, "gemeentecode": gemeentecode})


def contingent(contingent_id: str, gemeentecode: str) -> Contingent:
    leeg: dict[str, Any] = dict.fromkeys(kolommen(Contingent))
    return Contingent(**{**leeg, "contingent_id": contingent_id, "gemeentecode": gemeentecode})


def aanbieder(naam: str, x: float | None = None, y: float | None = None) -> Aanbieder:
    plaats = {} if x is None or y is None else {"x": Decimal(str(OOST + x)), "y": Decimal(str(NOORD + y))}
    leeg: dict[str, Any] = dict.fromkeys(kolommen(Aanbieder))
    return Aanbieder(**{**leeg, "aanbieder": naam, **plaats})


def team(naam: str, x: float, y: float) -> Team:
    return Team(aanbieder=naam, x=Decimal(str(OOST + x)), y=Decimal(str(NOORD + y)))


def regio(woningen: Iterable[Woning] = (), wijken: Iterable[Wijk] = (), **velden: Any) -> Regio:
    return Regio(woningen=tuple(woningen), wijken=tuple(wijken), **velden)
