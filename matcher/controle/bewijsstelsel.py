"""All rows of one part of a proof: limits, what defines a column, levels, and the cuts that follow from rows.

Bounds and sides of rows only ever become tighter; what was once true of the points that are left stays true.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from matcher.controle.bewijsrijen import Rijen, Ruimte, ingeperkt
from matcher.controle.bewijssneden import Snede, TekortError, Zicht, afgerond, dekking, kliek, verpakking
from matcher.controle.bewijsvorm import (
    Afgerond,
    Boven,
    Deel,
    Dekking,
    Doelrij,
    Kliek,
    Kolomrij,
    Limiet,
    Lineair,
    Rij,
    Strak,
    Uitsluiting,
    Verpakking,
)
from matcher.controle.bewijsvraag import GEEN, SMAL, Geheel

Kant = tuple[int, int]
"""A row of the stelsel, and the side that is meant: 1 as it is, -1 the other way round."""


class Stelsel:
    """The columns of a part with their bounds, and its rows."""

    def __init__(self, deel: Deel, ruimte: Ruimte, limieten: Rijen, namen: Mapping[str | tuple[int, int], int]) -> None:
        """Begin with the limits of the question, by name (exclusions by their pair), and the auxiliary columns."""
        self.deel = deel
        self.opties = len(deel.opties)
        self.ruimte = ruimte
        self.betaald: list[Mapping[int, int]] = []
        """Of each step that is kept: what it paid, by row of the document."""
        self._rijen = limieten
        self._over = limieten.kies(())
        self._vers = set(range(len(limieten)))
        self._nieuw: list[tuple[Geheel, Geheel, int, int]] = []
        self._namen = namen
        self._doelrij: list[int] = []
        self._sneden: dict[int, int] = {}
        self._boven: dict[tuple[int, ...], int] = {}
        self._kolomrij: dict[tuple[int, int], int] = {}
        for kolom, vormen in enumerate(deel.kolommen, start=self.opties):
            self._definieer(kolom, vormen)

    @property
    def rijen(self) -> Rijen:
        """All rows so far."""
        if self._nieuw:
            self._rijen, self._nieuw = self._rijen + Rijen.van(self._nieuw), []
        return self._rijen

    def _erbij(self, kolommen: Geheel, gewichten: Geheel, onder: int = -GEEN, boven: int = GEEN) -> int:
        """Add a row that is not too wide; its number."""
        maat = np.maximum(np.abs(self.ruimte.laag), np.abs(self.ruimte.hoog))[kolommen].astype(float)
        if float(np.abs(gewichten.astype(float)) @ maat) > 2.0 * SMAL:
            raise TekortError("bewijs_rij")
        self._nieuw.append((kolommen, gewichten, onder, boven))
        nummer = len(self._rijen) + len(self._nieuw) - 1
        if (onder, boven) != (-GEEN, GEEN):
            self._vers.add(nummer)
        return nummer

    # -- columns and their bounds -----------------------------------------------------------------------------------

    def _definieer(self, kolom: int, vormen: Sequence[Lineair]) -> None:
        """An auxiliary column: the bounds that its definition allows, and rows that say: not below any form."""
        uitersten = [self._uitersten(vorm) for vorm in vormen]
        laag, hoog = max(laagst for laagst, _ in uitersten), max(hoogst for _, hoogst in uitersten)
        self.ruimte = Ruimte(np.append(self.ruimte.laag, laag), np.append(self.ruimte.hoog, hoog))
        for k, vorm in enumerate(vormen):
            onder = -vorm.constante if len(vormen) == 1 else -GEEN
            leden, gewichten = np.array([*vorm.kolommen, kolom]), np.array([*vorm.gewichten, -1])
            self._kolomrij[kolom, k] = self._erbij(leden, gewichten, onder, -vorm.constante)

    def _uitersten(self, vorm: Lineair) -> tuple[int, int]:
        """The least and the most that a form can be; TekortError where it is too wide."""
        kolommen = np.array(vorm.kolommen, dtype=np.int64)
        laag, hoog = self.ruimte.laag[kolommen].tolist(), self.ruimte.hoog[kolommen].tolist()
        einden = [sorted((w * a, w * b)) for w, a, b in zip(vorm.gewichten, laag, hoog, strict=True)]
        breed = sum(abs(w) * max(abs(a), abs(b), 1) for w, a, b in zip(vorm.gewichten, laag, hoog, strict=True))
        if breed + abs(vorm.constante) > SMAL:
            raise TekortError("bewijs_rij")
        return vorm.constante + sum(einde[0] for einde in einden), vorm.constante + sum(einde[1] for einde in einden)

    def breng_in(self) -> None:
        """Bring bounds in by all rows and by what defines columns. Raises TekortError when no point is left."""
        if not self._vers:
            return
        self._breng_in()
        hoog = self.ruimte.hoog.copy()
        for kolom, vormen in enumerate(self.deel.kolommen, start=self.opties):
            if len(vormen) > 1:
                hoog[kolom] = min(int(hoog[kolom]), max(self._uitersten(vorm)[1] for vorm in vormen))
        if (hoog < self.ruimte.hoog).any():
            self.ruimte = Ruimte(self.ruimte.laag, hoog)
            self._breng_in()

    def _breng_in(self) -> None:
        gevonden = ingeperkt(self.knelt(), self.ruimte)
        if gevonden is None:
            raise TekortError("bewijs_niet")
        self._over, self.ruimte = gevonden
        self._vers = set()

    def knelt(self, rijen: Rijen | None = None, ook: Iterable[int] = ()) -> Rijen:
        """The rows that may still limit something: those that did, and those that became tighter since.

        ``rijen``: the same rows with other sides, tighter in the rows ``ook``.
        """
        return self._over + (self.rijen if rijen is None else rijen).kies({*self._vers, *ook})

    # -- rows of the document ---------------------------------------------------------------------------------------

    def kant(self, nummer: int, *, in_geval: bool = False) -> Kant:
        """Which side of which row a row of the document is. Raises TekortError where it cannot be had here.

        ``in_geval``: within the cases of a step, where more is supposed. The side may be ``GEEN`` all the same.
        """
        match self.deel.rijen[nummer]:
            case Limiet(naam, omgekeerd):
                return self._limiet(naam, naam), -1 if omgekeerd else 1
            case Uitsluiting(een, ander):
                return self._limiet((min(een, ander), max(een, ander)), f"{een} {ander}"), 1
            case Kolomrij(kolom, vorm, omgekeerd):
                return self._kolomrij[kolom, vorm], -1 if omgekeerd else 1
            case Strak(stap, rij) if self._betaalde(stap, rij) or (in_geval and stap is None):
                welke, teken = self.kant(rij, in_geval=in_geval)
                return welke, -teken
            case Doelrij(stap, omgekeerd) if self._gehouden(stap) or (in_geval and stap is None and omgekeerd):
                return self._doelrij[-1 if stap is None else stap], -1 if omgekeerd else 1
            case Boven(kolommen) if in_geval and kolommen in self._boven:
                return self._boven[kolommen], -1
            case Dekking() | Verpakking() | Afgerond() | Kliek() if nummer in self._sneden:
                return self._sneden[nummer], 1
        raise TekortError("bewijs_rij")

    def _limiet(self, sleutel: str | tuple[int, int], naam: str) -> int:
        if sleutel not in self._namen:
            raise TekortError("bewijs_grens", naam)
        return self._namen[sleutel]

    def _gehouden(self, stap: int | None) -> bool:
        return stap is not None and stap < len(self.betaald)

    def _betaalde(self, stap: int | None, rij: int) -> bool:
        """Whether that step was kept and paid for that row."""
        return stap is not None and self._gehouden(stap) and rij in self.betaald[stap]

    def boven(self, kolommen: tuple[int, ...]) -> int:
        """The row over the columns of a case; it says something only within that case."""
        if kolommen not in self._boven:
            welke = np.array(kolommen, dtype=np.int64)
            self._boven[kolommen] = self._erbij(welke, np.ones_like(welke))
        return self._boven[kolommen]

    def doel(self, kolommen: Geheel, gewichten: Geheel) -> int:
        """The objective of the next step as a row that says nothing yet; its number."""
        self._doelrij.append(self._erbij(kolommen, gewichten))
        return self._doelrij[-1]

    def houd(self, ruimte: Ruimte, rijen: Rijen, strakker: Iterable[int], betaald: Mapping[int, int]) -> None:
        """A step is proven: from here on its bounds hold, and the sides of the rows ``strakker``."""
        self.ruimte = ruimte
        self._rijen = rijen
        self._vers |= set(strakker)
        self.betaald.append(betaald)

    # -- cuts -------------------------------------------------------------------------------------------------------

    def leid_af(self, nummers: Iterable[int]) -> None:
        """Derive the cuts among these rows of the document, and those that they lean on, under the bounds of now."""
        for nummer in sorted(self._voorouders(nummers)):
            snede = self._snede(nummer)
            if snede is not None:
                self._zet(nummer, snede)

    def _voorouders(self, nummers: Iterable[int]) -> set[int]:
        """These rows and all that they lean on; those have lower numbers."""
        alle: set[int] = set()
        wacht = list(nummers)
        while wacht:
            nummer = wacht.pop()
            if nummer not in alle:
                alle.add(nummer)
                wacht += leunt_op(self.deel.rijen[nummer])
        return alle

    def _snede(self, nummer: int) -> Snede | None:
        match self.deel.rijen[nummer]:
            case Dekking(rij, items):
                return dekking(self._zicht(rij), self._items(items), self.ruimte)
            case Verpakking(rij, items, waarden):
                return verpakking(self._zicht(rij), self._items(items), waarden, self.ruimte)
            case Afgerond(rij, deler):
                return afgerond(self._zicht(rij), deler, self.ruimte)
            case Kliek(kolommen, rijen):
                return kliek(kolommen, [self._zicht(rij) for rij in rijen], self.ruimte)
        return None

    def _items(self, items: Iterable[tuple[int | None, tuple[int, ...]]]) -> list[tuple[Zicht | None, tuple[int, ...]]]:
        return [(None if een is None else self._zicht(een), kolommen) for een, kolommen in items]

    def _zicht(self, nummer: int) -> Zicht:
        welke, teken = self.kant(nummer)
        rijen = self.rijen
        kolom, gewicht = rijen.rij(welke)
        return Zicht(kolom, teken * gewicht, int(rijen.boven[welke]) if teken > 0 else -int(rijen.onder[welke]))

    def _zet(self, nummer: int, snede: Snede) -> None:
        """A cut is a row from now on; derived again it is the same row, as tight or tighter."""
        if nummer in self._sneden:
            rij, boven = self._sneden[nummer], self.rijen.boven
            if snede.hoogst < boven[rij]:
                boven[rij] = snede.hoogst
                self._vers.add(rij)
        else:
            self._sneden[nummer] = self._erbij(snede.kolom, snede.gewicht, boven=snede.hoogst)


def leunt_op(rij: Rij) -> tuple[int, ...]:
    """The rows of the document that a row follows from."""
    match rij:
        case Strak(_, basis) | Afgerond(basis, _):
            return (basis,)
        case Dekking(basis, items) | Verpakking(basis, items, _):
            return (basis, *(een for een, _ in items if een is not None))
        case Kliek(_, rijen):
            return rijen
        case _:
            return ()
