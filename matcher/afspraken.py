"""Staff decisions: pairs that are fixed or forbidden, and what is wrong with them (contract K10, R17)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from data.keuzes import AfspraakSoort
from data.meldingen import Melding, fout, let_op
from data.records import Afspraak
from data.regio import Regio
from matcher.deelname import Deelname
from matcher.paren import codes, gebroken
from matcher.tijd import Peil, geldt
from matcher.velden import Velden
from matcher.verblijf import Verblijf

Paar = tuple[str, str]
"""(uitstromer_id, plek)."""

BESTAND = "afspraken.csv"
BEWUST = frozenset({"R14", "R15", "R17", "R19"})
"""Rules that a fixed pair passes over only when ``ondanks`` names them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Geldend:
    """The decisions that hold on D. ``vervuld``: fixed pairs that run already."""

    vast: tuple[Afspraak, ...]
    verboden: frozenset[Paar]
    vervuld: tuple[Afspraak, ...]

    @property
    def woont_al(self) -> frozenset[str]:
        """People whose fixed pair runs already; they take no part."""
        return frozenset(afspraak.uitstromer_id for afspraak in self.vervuld)


def paar(afspraak: Afspraak) -> Paar:
    """The pair that the decision is about."""
    plek = afspraak.woning_id or afspraak.contingent_id
    assert plek is not None
    return afspraak.uitstromer_id, plek


def geldend(regio: Regio, peil: Peil, blijvend: Mapping[str, tuple[Verblijf, ...]]) -> Geldend:
    """The decisions that hold on D about people and plekken of the files; another one has nothing to say here."""
    mensen = {u.uitstromer_id for u in regio.uitstromers}
    plekken = {w.woning_id for w in regio.woningen} | {c.contingent_id for c in regio.contingenten}
    nu = [
        a
        for a in regio.afspraken
        if geldt(a.tot, peil.datum)
        and a.uitstromer_id in mensen
        and (paar(a)[1] in plekken or _loopt(a, blijvend.get(a.uitstromer_id, ())))
    ]
    vast = [a for a in nu if a.soort is AfspraakSoort.VAST]
    vervuld = tuple(a for a in vast if _loopt(a, blijvend.get(a.uitstromer_id, ())))
    return Geldend(
        vast=tuple(a for a in vast if a not in vervuld),
        verboden=frozenset(paar(a) for a in nu if a.soort is AfspraakSoort.VERBOD),
        vervuld=vervuld,
    )


def _loopt(afspraak: Afspraak, verblijf: tuple[Verblijf, ...]) -> bool:
    return any(
        (v.woning_id if afspraak.woning_id is not None else v.contingent_id) == paar(afspraak)[1] for v in verblijf
    )


def toets_afspraken(afspraken: Geldend, deelname: Deelname, velden: Velden) -> tuple[Melding, ...]:
    """All faults and notes about the fixed pairs, in the order of the file."""
    mensen = {naam: nummer for nummer, naam in enumerate(velden.mensen.ids)}
    plekken = {naam: nummer for nummer, naam in enumerate(velden.plekken.ids)}
    meldingen = [let_op("vast_loopt_al", BESTAND, a.rij) for a in afspraken.vervuld]
    for afspraak in afspraken.vast:
        uitstromer_id, plek = paar(afspraak)
        if (uitstromer_id, plek) in afspraken.verboden:
            meldingen.append(fout("vast_en_verbod", BESTAND, afspraak.rij))
        if uitstromer_id not in mensen:
            code = deelname.uitgesloten[uitstromer_id]
            meldingen.append(fout("vast_uitgesloten", BESTAND, afspraak.rij, regel=code))
        if plek not in plekken:
            meldingen.append(fout("vast_geen_aanbod", BESTAND, afspraak.rij, plek=plek))
        if uitstromer_id in mensen and plek in plekken:
            bits = gebroken(velden, np.array([mensen[uitstromer_id]]), np.array([plekken[plek]]))
            bewust = BEWUST & set(codes(int(bits[0]))) - {"R17"} - set(afspraak.ondanks)
            meldingen.extend(fout("vast_zonder_ondanks", BESTAND, afspraak.rij, regel=code) for code in sorted(bewust))
    return tuple(sorted(meldingen))
