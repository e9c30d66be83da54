"""Who takes part in the batch (contract par. 2)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.records import Uitstromer
from data.regio import Regio
from matcher.regels.deelname import DEELNAMEREGELS, Deelneembaar
from matcher.verblijf import Verblijf


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelname:
    """Participants in the order of their id, and the first code that keeps each other person out."""

    deelnemers: tuple[Uitstromer, ...]
    uitgesloten: Mapping[str, str]


def blijvend(verblijf: tuple[Verblijf, ...]) -> dict[str, tuple[Verblijf, ...]]:
    """Placements that stay, by person; a participant among them is a mover."""
    per_mens: dict[str, tuple[Verblijf, ...]] = {}
    for v in verblijf:
        if v.blijft:
            per_mens[v.uitstromer_id] = (*per_mens.get(v.uitstromer_id, ()), v)
    return per_mens


def deelname(regio: Regio, gegevens: Deelneembaar) -> Deelname:
    """Applies the U rules, the lowest code first."""
    codes = {
        u.uitstromer_id: next((r.code for r in DEELNAMEREGELS if r.sluit_uit(gegevens, u)), None)
        for u in regio.uitstromers
    }
    return Deelname(
        deelnemers=tuple(
            sorted((u for u in regio.uitstromers if codes[u.uitstromer_id] is None), key=lambda u: u.uitstromer_id)
        ),
        uitgesloten={naam: code for naam, code in sorted(codes.items()) if code is not None},
    )
