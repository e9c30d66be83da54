"""``bewijs.json`` of a batch: does it show that nothing better exists, level by level (docs/bewijs.md)?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from matcher.controle.bevinding import Bevinding
from matcher.controle.bewijs import Bewezen, Hoe, toets
from matcher.controle.bewijsvorm import VormError, lees_bewijs
from matcher.controle.cellen import Getal
from matcher.controle.certificaat import Certificaat
from matcher.controle.opgave import opgave
from matcher.controle.paar import Paarregels
from matcher.controle.teksten import bevinding, hoe_bewezen

BEWIJS = "bewijs.json"

ONBEWEZEN = "onbewezen"
"""How a level is told that the certificate does not call proven."""

ONZEKER = "onzeker"
"""How a level is told whose proof cannot be held against a region that cannot be read with certainty."""


@dataclass(frozen=True, slots=True)
class Niveaubewijs:
    """How it was shown that nothing is better at a level: ``hoe``, in how many cases, and a sentence that says so."""

    naam: str
    hoe: str
    gevallen: int
    tekst: str


@dataclass(frozen=True, slots=True)
class Stuk:
    """All that a proof is held against: the region, and what the proposals come to."""

    paarregels: Paarregels
    certificaat: Certificaat
    waarden: Mapping[str, Getal]


def keur_bewijs(batch_map: Path, stuk: Stuk) -> tuple[list[Bevinding], tuple[Niveaubewijs, ...]]:
    """Verify the proof of a batch that is sound otherwise; how each level was shown."""
    try:
        delen = lees_bewijs((batch_map / BEWIJS).read_bytes())
    except (OSError, VormError):
        return [bevinding("bewijs", BEWIJS, "bewijs_vorm")], ()
    vraag = opgave(stuk.paarregels, stuk.certificaat.seed)
    if delen is None:
        leeg = [bevinding("bewijs", BEWIJS, "bewijs_leeg")] if vraag.vertelbaar else []
        return leeg, _verteld(stuk, {})
    bewezen = toets(vraag, delen, {naam: int(waarde) for naam, waarde in stuk.waarden.items()})
    per_niveau = {een.niveau: een for een in bewezen}
    if stuk.paarregels.onzeker:
        return [], _verteld(stuk, {naam: een for naam, een in per_niveau.items() if een.hoe is not Hoe.NIET})
    return _tekorten(stuk, per_niveau), _verteld(stuk, per_niveau)


def _tekorten(stuk: Stuk, bewezen: Mapping[str, Bewezen]) -> list[Bevinding]:
    """The first level that is called proven and is not shown; what comes after it leans on it."""
    for niveau in stuk.certificaat.niveaus:
        een = bewezen[niveau.naam]
        if niveau.bewezen and een.hoe is Hoe.NIET:
            return [bevinding("bewijs", f"{niveau.naam} {een.wat}".strip(), een.reden)]
    return []


def _verteld(stuk: Stuk, bewezen: Mapping[str, Bewezen]) -> tuple[Niveaubewijs, ...]:
    """How each level of the certificate was shown."""
    verteld = []
    for niveau in stuk.certificaat.niveaus:
        een = bewezen.get(niveau.naam)
        hoe = ONBEWEZEN if not niveau.bewezen else ONZEKER if een is None else str(een.hoe)
        gevallen = een.gevallen if een is not None and niveau.bewezen else 0
        verteld.append(Niveaubewijs(niveau.naam, hoe, gevallen, hoe_bewezen(hoe, gevallen)))
    return tuple(verteld)
