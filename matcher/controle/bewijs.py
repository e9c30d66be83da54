"""Is nothing better? A proof, verified level by level in whole numbers (docs/bewijs.md).

It shares nothing with what wrote the proof: the question comes from the checker's own reading of the region.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import pairwise

import numpy as np

from matcher.controle.bewijsdeel import Deeldoel, Deelvraag, Getoond, toets_deel
from matcher.controle.bewijsrijen import Rijen, Ruimte
from matcher.controle.bewijssneden import TekortError
from matcher.controle.bewijstermen import Termen
from matcher.controle.bewijsvorm import Deel
from matcher.controle.bewijsvraag import GEEN, SMAL, Doel, Geheel, Grens, Vorm, Vraag, zonder_nullen

Naam = str | tuple[int, int]
"""What a limit is called: its name, or the two options that exclude each other."""


class Hoe(StrEnum):
    """How it was shown that nothing is better at a level."""

    PRIJZEN = "prijzen"
    """Recomputed in whole numbers."""
    GEVALLEN = "gevallen"
    """The same, case by case."""
    ZOEKERS = "zoekers"
    """Two ways of searching agree; that cannot be recomputed."""
    NIET = "niet"
    """Not shown."""


@dataclass(frozen=True, slots=True)
class Bewezen:
    """How a level was shown, in how many cases; ``reden`` (the name of a sentence) and ``wat``: why it was not."""

    niveau: str
    hoe: Hoe
    gevallen: int = 0
    reden: str = ""
    wat: str = ""


def toets(vraag: Vraag, delen: Sequence[Deel], waarden: Mapping[str, int]) -> tuple[Bewezen, ...]:
    """How each level is shown to have no better value than ``waarden``, given the levels before.

    An answer with these values must exist. After a level that is not shown, none is.
    """
    eigen = _verdeling(vraag, delen)
    if eigen is None:
        return tuple(Bewezen(doel.naam, Hoe.NIET, reden="bewijs_delen") for doel in vraag.doelen)
    termen = _termen(vraag, eigen)
    vragen = _deelvragen(vraag, delen, eigen, termen)
    uitslagen = [toets_deel(deel, deelvraag) for deel, deelvraag in zip(delen, vragen, strict=True)]
    return _samen(vraag, termen, uitslagen, waarden)


def _verdeling(vraag: Vraag, delen: Sequence[Deel]) -> Geheel | None:
    """The part that each option lies in; None unless each lies in exactly one."""
    if sum(len(deel.opties) for deel in delen) != vraag.opties or not delen:
        return None
    eigen = np.full(vraag.opties, -1, dtype=np.int64)
    for nummer, deel in enumerate(delen):
        if any(optie >= vraag.opties for optie in deel.opties):
            return None
        eigen[list(deel.opties)] = nummer
    return None if (eigen < 0).any() else eigen


# -- what comes of the parts ----------------------------------------------------------------------------------------


def _samen(
    vraag: Vraag,
    termen: Mapping[str, Sequence[_Term]],
    uitslagen: Sequence[tuple[tuple[Getoond, ...], TekortError | None]],
    waarden: Mapping[str, int],
) -> tuple[Bewezen, ...]:
    """Level by level: every part must have shown it, and together they must come to the value."""
    gevraagd = {getoond.niveau for delen, _ in uitslagen for getoond in delen}
    tekort = next((fout for _, fout in uitslagen if fout is not None), None)
    bewezen: list[Bewezen] = []
    stand = 0
    for doel in vraag.doelen:
        if bewezen and bewezen[-1].hoe is Hoe.NIET:
            bewezen.append(Bewezen(doel.naam, Hoe.NIET, reden="bewijs_eerder"))
        elif doel.naam not in gevraagd and doel.bodem is not None and doel.bodem == waarden[doel.naam]:
            bewezen.append(Bewezen(doel.naam, Hoe.PRIJZEN))
        else:
            hier = [delen[stand] if stand < len(delen) else None for delen, _ in uitslagen]
            bewezen.append(_niveau(doel.naam, termen[doel.naam], hier, tekort, waarden[doel.naam]))
            stand += 1
    return tuple(bewezen)


def _niveau(
    naam: str,
    termen: Sequence[_Term],
    hier: Sequence[Getoond | None],
    tekort: TekortError | None,
    waarde: int,
) -> Bewezen:
    getoond = [deel for deel in hier if deel is not None and deel.niveau == naam]
    if len(getoond) < len(hier):
        fout = tekort or TekortError("bewijs_mist")
        return Bewezen(naam, Hoe.NIET, reden=fout.reden, wat=fout.wat)
    if any(len(term.delen) > 1 for term in termen):
        return Bewezen(naam, Hoe.NIET, reden="bewijs_niveau")
    los = sum(term.los for term in termen if not term.delen)
    if sum(deel.waarde for deel in getoond) + los != waarde:
        return Bewezen(naam, Hoe.NIET, reden="bewijs_waarde")
    gevallen = sum(deel.gevallen for deel in getoond)
    if any(deel.zoekers for deel in getoond):
        return Bewezen(naam, Hoe.ZOEKERS, gevallen)
    return Bewezen(naam, Hoe.GEVALLEN if gevallen else Hoe.PRIJZEN, gevallen)


# -- the question of each part --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class _Term:
    """A term: the options and weights of each form and its constant, and the parts that it touches."""

    vormen: tuple[tuple[Geheel, Geheel, int], ...]
    delen: frozenset[int]

    @classmethod
    def van(cls, vormen: Sequence[Vorm], eigen: Geheel) -> _Term:
        """A term, with the part that each option lies in."""
        reeksen = [(*zonder_nullen(vorm.opties, vorm.gewichten), vorm.constante) for vorm in vormen]
        delen = {int(deel) for opties, _, _ in reeksen for deel in np.unique(eigen[opties])}
        return cls(tuple(reeksen), frozenset(delen))

    @property
    def los(self) -> int:
        """The value of a term without options."""
        return max(constante for _, _, constante in self.vormen)

    def in_deel(self, opties: int, plek: Geheel) -> list[tuple[Geheel, int]]:
        """Each form as weights over all options of its part, and its constant."""
        vormen = []
        for welke, gewichten, constante in self.vormen:
            alle = np.zeros(opties, dtype=np.int64)
            alle[plek[welke]] = gewichten
            vormen.append((alle, constante))
        return vormen


def _termen(vraag: Vraag, eigen: Geheel) -> dict[str, tuple[_Term, ...]]:
    """The terms of every level; none of one that is too wide, which no proof can be about."""
    return {
        doel.naam: tuple(_Term.van(term, eigen) for term in doel.termen or () if doel.breedte <= SMAL)
        for doel in vraag.doelen
    }


def _deelvragen(
    vraag: Vraag, delen: Sequence[Deel], eigen: Geheel, termen: Mapping[str, Sequence[_Term]]
) -> list[Deelvraag]:
    """The question, cut along the parts; a limit that lies across parts is in none of them."""
    plek = np.empty(vraag.opties, dtype=np.int64)
    for deel in delen:
        plek[list(deel.opties)] = np.arange(len(deel.opties))
    limieten = _limieten(vraag, eigen, plek, len(delen))
    laag = np.zeros(vraag.opties, dtype=np.int64)
    laag[list(vraag.vast)] = 1
    return [
        Deelvraag(
            ruimte=Ruimte(laag[list(deel.opties)], np.ones(len(deel.opties), dtype=np.int64)),
            limieten=limieten[nummer][1],
            namen=limieten[nummer][0],
            doelen={
                doel.naam: _deeldoel(k, doel, deel, [t for t in termen[doel.naam] if t.delen == {nummer}], plek)
                for k, doel in enumerate(vraag.doelen)
                if doel.breedte <= SMAL
            },
        )
        for nummer, deel in enumerate(delen)
    ]


def _limieten(vraag: Vraag, eigen: Geheel, plek: Geheel, delen: int) -> list[tuple[dict[Naam, int], Rijen]]:
    """The limits of each part by name; one that does not fit in 64 bits, or lies across parts, is in none of them."""
    paren = sorted({(min(paar), max(paar)) for paar in vraag.uitsluitingen})
    namen: list[Naam] = [naam for naam, grens in vraag.grenzen.items() if grens.smal]
    grenzen = [vraag.grenzen[naam] for naam in namen if isinstance(naam, str)]
    namen += paren
    alle = Rijen.van([_rij(grens) for grens in (*grenzen, *(Grens(paar, (1, 1), 1) for paar in paren))])
    per_deel: list[list[int]] = [[] for _ in range(delen)]
    begin, thuis = alle.begin.tolist(), eigen[alle.kolom]
    for rij, (van, tot) in enumerate(pairwise(begin)):
        if van < tot and (delen == 1 or (thuis[van:tot] == thuis[van]).all()):
            per_deel[thuis[van]].append(rij)
    lokaal = replace(alle, kolom=plek[alle.kolom])
    gevonden = []
    for rijen in per_deel:
        sleutels = [_sleutel(namen[rij], plek) for rij in rijen]
        gevonden.append(({sleutel: nummer for nummer, sleutel in enumerate(sleutels)}, lokaal.kies(rijen)))
    return gevonden


def _rij(grens: Grens) -> tuple[Geheel, Geheel, int, int]:
    onder, boven = -GEEN if grens.laagst is None else grens.laagst, GEEN if grens.hoogst is None else grens.hoogst
    return (*zonder_nullen(grens.opties, grens.gewichten), onder, boven)


def _sleutel(naam: Naam, plek: Geheel) -> Naam:
    """The name of a limit within its part."""
    if isinstance(naam, str):
        return naam
    een, ander = int(plek[naam[0]]), int(plek[naam[1]])
    return min(een, ander), max(een, ander)


def _deeldoel(nummer: int, doel: Doel, deel: Deel, termen: Sequence[_Term], plek: Geheel) -> Deeldoel:
    """A level as the part has it."""
    if doel.waarden is not None:
        return Deeldoel(nummer, doel.teken, np.asarray(doel.waarden, dtype=np.int64)[list(deel.opties)], None)
    return Deeldoel(nummer, doel.teken, None, Termen.van([term.in_deel(len(deel.opties), plek) for term in termen]))
