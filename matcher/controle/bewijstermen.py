"""A level of terms in a proof: each term, the largest of its forms, must be an auxiliary column of the document."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from matcher.controle.bewijssneden import TekortError
from matcher.controle.bewijsvorm import Deel, Lineair
from matcher.controle.bewijsvraag import SMAL, Geheel

Gedaante = tuple[tuple[bytes, int], ...]
"""The forms of a term, each as its weights over all options and its constant, shifted so that the lowest is 0."""


@dataclass(frozen=True, slots=True)
class Termen:
    """The terms of a level that lie in a part: of each its shape, and the constant by which it was shifted."""

    gedaanten: tuple[tuple[Gedaante, int], ...]

    @classmethod
    def van(cls, termen: Sequence[Sequence[tuple[Geheel, int]]]) -> Termen:
        """Terms from forms, each weights over all options of the part and a constant."""
        return cls(tuple(map(gedaante, termen)))


def gedaante(vormen: Sequence[tuple[Geheel, int]]) -> tuple[Gedaante, int]:
    """The shape of a term, and the constant by which it was shifted."""
    laagst = min(constante for _, constante in vormen)
    return tuple(sorted({(gewichten.tobytes(), constante - laagst) for gewichten, constante in vormen})), laagst


def vertaald(doel: Lineair, deel: Deel, termen: Termen) -> int:
    """What must be added to minus the objective to get the level: see that it is the level, term by term.

    The objective must be -1 for the column of each term. Raises TekortError.
    """
    eigen = [kolom - len(deel.opties) for kolom in doel.kolommen]
    if any(gewicht != -1 for gewicht in doel.gewichten) or any(kolom < 0 for kolom in eigen):
        raise TekortError("bewijs_niveau")
    over = Counter(vorm for vorm, _ in termen.gedaanten)
    erbij = sum(verschuiving for _, verschuiving in termen.gedaanten)
    schrijver = _Schrijver(deel)
    for kolom in eigen:
        vormen = [schrijver.uitgeschreven(vorm) for vorm in deel.kolommen[kolom]]
        if any(gewichten.any() for gewichten, _ in vormen):
            vorm, verschuiving = gedaante(vormen)
            over[vorm] -= 1
            erbij -= verschuiving
        else:  # a term without options is a constant, which the question counts by itself
            erbij -= max(constante for _, constante in vormen)
    if any(over.values()):
        raise TekortError("bewijs_niveau")
    return erbij


class _Schrijver:
    """Writes forms over columns out as forms over options; a column of one form is that form."""

    def __init__(self, deel: Deel) -> None:
        self._deel = deel
        self._eerder: dict[int, tuple[Geheel, Geheel, int]] = {}

    def uitgeschreven(self, vorm: Lineair) -> tuple[Geheel, int]:
        """The weights over all options, and the constant."""
        opties = len(self._deel.opties)
        kolommen, maten = np.array(vorm.kolommen, dtype=np.int64), np.array(vorm.gewichten, dtype=np.int64)
        los = kolommen < opties
        gewichten, constante, breed = np.zeros(opties, dtype=np.int64), vorm.constante, 0
        gewichten[kolommen[los]] = maten[los]
        for kolom, maat in zip(kolommen[~los].tolist(), maten[~los].tolist(), strict=True):
            welke, eigen, erbij = self._kolom(kolom - opties)
            breed += abs(maat) * int(np.abs(eigen).max(initial=1))
            if breed > SMAL:
                raise TekortError("bewijs_niveau")
            gewichten[welke] += maat * eigen
            constante += maat * erbij
        return gewichten, constante

    def _kolom(self, nummer: int) -> tuple[Geheel, Geheel, int]:
        """The options of a column of one form, their weights, and its constant."""
        if nummer not in self._eerder:
            vormen = self._deel.kolommen[nummer]
            if len(vormen) != 1:
                raise TekortError("bewijs_niveau")
            gewichten, constante = self.uitgeschreven(vormen[0])
            welke = np.flatnonzero(gewichten)
            self._eerder[nummer] = (welke, gewichten[welke], constante)
        return self._eerder[nummer]
