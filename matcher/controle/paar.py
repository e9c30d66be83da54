"""The pair rules R01..R22 for one person over many rows of the supply at once (contract par. 3).

Every rule is a method that says, row by row, where it fails. Most look at the few different values that a column has.
Of a row that fails two rules nothing more is asked: no answer could make it feasible, or shut by one rule alone.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from matcher.controle.cellen import Getal
from matcher.controle.gegevens import Plek, Uitstromer
from matcher.controle.omgeving import Omgeving
from matcher.controle.passend import kwadraat, passend
from matcher.controle.reistijd import Reistijden
from matcher.controle.toestand import Toestand

Masker = NDArray[np.bool_]
Rijen = NDArray[np.intp]
Regel = Callable[["Paarregels", Uitstromer, Rijen], Masker]
W = TypeVar("W")

_HOOGST = 2**62
"""Beyond any rent, and within what an array holds."""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """What stands between one person and the supply: see contract par. 6, ``niet_geplaatst.csv``."""

    vorm_past: bool
    mogelijk: tuple[Plek, ...]
    enige: Mapping[str, int]
    """By rule: the rows with a fitting woonvorm that this rule alone keeps shut."""

    @property
    def code(self) -> str:
        """The code of someone without any feasible plek."""
        if not self.vorm_past:
            return "R01"
        return min(self.enige, key=lambda code: (-self.enige[code], code), default="-")


class Kolom(Generic[W]):
    """A column of the supply as its different values."""

    def __init__(self, waarden: list[W]) -> None:
        """Number the different values in order of appearance."""
        nummers: dict[W, int] = {}
        self._rij = np.array([nummers.setdefault(waarde, len(nummers)) for waarde in waarden], dtype=np.intp)
        self._waarden = tuple(nummers)
        self._eerder: dict[str, Masker] = {}

    def waar(self, voldoet: Callable[[W], bool], rijen: Rijen, *, voor: str | None = None) -> Masker:
        """Say for each of the rows whether its value satisfies the test.

        ``voor`` names all that the answer depends on beside the value; with it the answer is kept.
        """
        antwoord = None if voor is None else self._eerder.get(voor)
        if antwoord is None:
            antwoord = np.array([voldoet(waarde) for waarde in self._waarden], dtype=np.bool_)
            if voor is not None:
                self._eerder[voor] = antwoord
        return antwoord[self._rij[rijen]]


class Paarregels:
    """The pair rules of one batch; rows are numbered in the order of the ids of the supply.

    ``onzeker`` gathers people of whom a rule could not be decided because a layer of the map is out of reach here.
    """

    def __init__(self, toestand: Toestand, reistijden: Reistijden, omgeving: Omgeving) -> None:
        """Lay the supply out in columns."""
        self.toestand, self.reistijden, self.omgeving = toestand, reistijden, omgeving
        self.regio = toestand.regio
        self.plekken = plekken = tuple(toestand.aanbod.values())
        self.nummer = {plek.plek: nummer for nummer, plek in enumerate(plekken)}
        self.onzeker: set[str] = set()
        self._alle: Rijen = np.arange(len(plekken))
        self._vorm = Kolom([plek.woonvorm for plek in plekken])
        self._groepen = Kolom([(plek.doelgroepen, plek.vereist) for plek in plekken])
        self._leeftijd = Kolom([(plek.leeftijd_min, plek.leeftijd_max) for plek in plekken])
        self._personen = Kolom([(plek.min_personen, plek.max_personen) for plek in plekken])
        self._toegang = Kolom([plek.toegankelijkheid for plek in plekken])
        self._niveau = Kolom([plek.prikkelniveau for plek in plekken])
        self._huur = np.array([-1 if plek.huur is None else plek.huur for plek in plekken], dtype=np.int64)
        self._vanaf = Kolom([plek.beschikbaar for plek in plekken])
        self._verblijf = Kolom([(plek.woonvorm, plek.max_verblijf) for plek in plekken])
        self._verhuurder = Kolom([(plek.woonvorm, plek.corporatie) for plek in plekken])
        self._zorg24 = Kolom([(plek.woonvorm, plek.zorg24) for plek in plekken])
        self._waar = Kolom([(plek.plaats.gemeente, plek.plaats.wijk, plek.benoemd) for plek in plekken])
        self._vangnet = Kolom([(plek.woonvorm, plek.plaats.wijk) for plek in plekken])
        self._zwaarte = Kolom([plek.zwaarte_max for plek in plekken])
        self._overlast = Kolom([plek.overlast for plek in plekken])
        self._huisdier = Kolom([plek.huisdier for plek in plekken])
        vormen = self.regio.instellingen.woonvormen
        self._gehaast = np.flatnonzero([vormen[plek.woonvorm].reactietijd is not None for plek in plekken])
        self._te_ver: dict[str | None, Masker] = {}
        self._oordelen: dict[str, Oordeel] = {}
        self._wijken = {
            gemeente: frozenset(wijk.code for wijk in self.regio.wijken.values() if wijk.gemeente == gemeente)
            for gemeente in {wijk.gemeente for wijk in self.regio.wijken.values()}
        }

    def gebroken(self, mens: Uitstromer, plek: Plek) -> tuple[str, ...]:
        """Give every rule that this pair breaks."""
        rij = self._alle[[self.nummer[plek.plek]]]
        return tuple(code for code, regel in _REGELS.items() if regel(self, mens, rij)[0])

    def oordeel(self, mens: Uitstromer) -> Oordeel:
        """Judge the whole supply for one person; the answer is kept."""
        if mens.id not in self._oordelen:
            self._oordelen[mens.id] = self._oordeel(mens)
        return self._oordelen[mens.id]

    def _oordeel(self, mens: Uitstromer) -> Oordeel:
        rijen = self._alle[~self.r01(mens, self._alle)]
        aantal = np.zeros(len(rijen), dtype=np.int16)
        som = np.zeros(len(rijen), dtype=np.int16)
        for nummer, regel in enumerate(_REGELS.values()):
            telt = np.flatnonzero(aantal <= 1)
            faalt = regel(self, mens, rijen[telt])
            aantal[telt] += faalt
            som[telt] += np.int16(nummer) * faalt
        geteld = np.bincount(som[aantal == 1], minlength=len(_REGELS)).tolist()
        enige = {code: rijtal for code, rijtal in zip(_REGELS, geteld, strict=True) if rijtal}
        return Oordeel(len(rijen) > 0, tuple(self.plekken[rij] for rij in rijen[aantal == 0].tolist()), enige)

    def _elk(self, rijen: Rijen, faalt: Callable[[Plek], bool]) -> Masker:
        return np.array([faalt(self.plekken[rij]) for rij in rijen.tolist()], dtype=np.bool_)

    # -- the rules: True where it fails ---------------------------------------------------------------------------

    def r01(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Woonvorm; a mover's own woning."""
        eigen = [self.nummer[woning] for woning in self.toestand.eigen(mens.id) if woning in self.nummer]
        mist = self._vorm.waar(lambda vorm: vorm not in mens.woonvormen, rijen)
        return mist | np.isin(rijen, eigen)

    def r02(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Doelgroepen."""

        def mist(eisen: tuple[frozenset[str], frozenset[str]]) -> bool:
            een_van, alle = eisen
            return bool(een_van and not een_van & mens.doelgroepen) or not alle <= mens.doelgroepen

        return self._groepen.waar(mist, rijen)

    def r03(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Age."""
        leeftijd = self.toestand.leeftijd(mens)
        return self._leeftijd.waar(lambda grens: _buiten(leeftijd, *grens), rijen)

    def r04(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Number of people."""
        return self._personen.waar(lambda grens: _buiten(mens.personen, *grens), rijen)

    def r05(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Toegankelijkheid."""
        return self._toegang.waar(lambda toegang: toegang < mens.toegankelijkheid, rijen)

    def r06(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Calm enough, and known to be."""
        vereist, hoogst = mens.prikkelarm == "vereist", mens.prikkelniveau_max
        return self._niveau.waar(lambda niveau: vereist and (niveau is None or niveau > hoogst), rijen)

    def r07(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Rent; one that is not known fails where there is a limit."""
        instellingen = self.regio.instellingen
        grenzen: list[Getal] = [] if mens.huur_max is None else [mens.huur_max]
        if instellingen.jong_tot is not None and instellingen.jong_max is not None:
            grenzen += [instellingen.jong_max] if self.toestand.leeftijd(mens) < instellingen.jong_tot else []
        huur = self._huur[rijen]
        grens = min(grenzen, default=None)
        if grens is None:
            return _geen(rijen)
        # rents are whole cents, so that a limit with parts of a cent may be rounded down
        return (huur < 0) | (huur > min(grens // 1, _HOOGST))

    def r08(self, _mens: Uitstromer, rijen: Rijen) -> Masker:
        """Available by H."""
        return self._vanaf.waar(lambda vanaf: vanaf is not None and vanaf > self.toestand.horizon, rijen, voor="")

    def r09(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Length of stay."""

        def te_lang(eis: tuple[str, int | None]) -> bool:
            maxima = (self.regio.instellingen.woonvormen[eis[0]].max_verblijf, eis[1])
            return mens.duur is not None and any(maximum is not None and mens.duur > maximum for maximum in maxima)

        return self._verblijf.waar(te_lang, rijen)

    def r10(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Care plan."""
        vormen = self.regio.instellingen.woonvormen
        return self._vorm.waar(lambda vorm: vormen[vorm].zorgplan and not mens.zorgplan, rijen)

    def r11(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Covenant partners."""
        vormen = self.regio.instellingen.woonvormen
        aanbieder = self.regio.aanbieders.get(mens.aanbieder) if mens.aanbieder else None

        def geen_partner(eis: tuple[str, str]) -> bool:
            partner = aanbieder is not None and (not aanbieder.corporaties or eis[1] in aanbieder.corporaties)
            return vormen[eis[0]].convenantpartner and not partner

        return self._verhuurder.waar(geen_partner, rijen, voor=mens.aanbieder or "")

    def r12(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """The care team is at the door in time."""
        if mens.aanbieder not in self._te_ver:
            te_ver = _geen(self._alle)
            te_ver[self._gehaast] = self._elk(self._gehaast, lambda plek: self._ver(mens.aanbieder, plek))
            self._te_ver[mens.aanbieder] = te_ver
        return self._te_ver[mens.aanbieder][rijen]

    def _ver(self, aanbieder: str | None, plek: Plek) -> bool:
        grens = self.regio.instellingen.woonvormen[plek.woonvorm].reactietijd
        assert grens is not None
        minuten = self.reistijden.minuten(aanbieder, plek) if aanbieder and plek.benoemd else None
        return minuten is None or minuten > grens

    def r13(self, _mens: Uitstromer, rijen: Rijen) -> Masker:
        """Care day and night."""
        vormen = self.regio.instellingen.woonvormen
        return self._zorg24.waar(lambda eis: vormen[eis[0]].zorg24 and not eis[1], rijen)

    def r14(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Areas where this person must not live."""
        gebieden = mens.gebieden if self.toestand.uitgesloten_plaatsen(mens) else frozenset()
        if not gebieden:
            return _geen(rijen)

        def erin(waar: tuple[str, str | None, bool]) -> bool:
            gemeente, wijk, benoemd = waar
            wijken = self._wijken.get(gemeente)
            alle = wijken is not None and wijken <= gebieden
            return gemeente in gebieden or (wijk in gebieden if benoemd else alle)

        faalt = self._waar.waar(erin, rijen)
        buurten = frozenset(gebied for gebied in gebieden if gebied.startswith("BU"))
        return faalt | self._elk(rijen, lambda plek: self._in_buurt(mens, plek, buurten)) if buurten else faalt

    def _in_buurt(self, mens: Uitstromer, plek: Plek, buurten: frozenset[str]) -> bool:
        antwoord = self.omgeving.in_buurt(plek.plaats.punt, buurten)
        self._twijfel(mens, antwoord)
        return antwoord is True

    def _twijfel(self, mens: Uitstromer, antwoord: bool | None) -> None:  # noqa: FBT001
        if antwoord is None:
            self.onzeker.add(mens.id)

    def r15(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Places that this person must keep away from."""
        punten = mens.punten if self.toestand.uitgesloten_plaatsen(mens) else ()

        def nabij(plek: Plek) -> bool:
            plaats = plek.plaats.punt
            if not plek.benoemd:
                return False
            return plaats is None or any(kwadraat((x, y), plaats) < straal * straal for x, y, straal in punten)

        return self._elk(rijen, nabij) if punten else _geen(rijen)

    def r16(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Pets."""
        return self._huisdier.waar(lambda mag: mens.huisdier and not mag, rijen)

    def r17(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Forbidden by staff."""
        verboden = self.toestand.verboden.get(mens.id, frozenset())
        return np.isin(rijen, [self.nummer[plek] for plek in verboden if plek in self.nummer])

    def r18(self, _mens: Uitstromer, rijen: Rijen) -> Masker:
        """A vangnet in the wijk."""
        vormen, wijken = self.regio.instellingen.woonvormen, self.regio.wijken

        def mist(eis: tuple[str, str | None]) -> bool:
            wijk = wijken.get(eis[1]) if eis[1] else None
            return vormen[eis[0]].vangnet and not (wijk is not None and wijk.vangnet)

        return self._vangnet.waar(mist, rijen, voor="")

    def r19(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Sources of stimuli to keep away from."""

        def nabij(plek: Plek) -> bool:
            if not plek.benoemd:
                return False
            antwoorden = [self.omgeving.bron_nabij(plek.plaats.punt, *vermijd) for vermijd in mens.vermijden]
            if True in antwoorden:
                return True
            for antwoord in antwoorden:
                self._twijfel(mens, antwoord)
            return False

        return self._elk(rijen, nabij) if mens.vermijden else _geen(rijen)

    def r20(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """How heavy the care may be."""
        return self._zwaarte.waar(lambda hoogst: hoogst is not None and mens.zwaarte > hoogst, rijen)

    def r21(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """Overlastrisico."""
        risico = self.toestand.overlast(mens)
        return self._overlast.waar(lambda mag: risico and not mag, rijen)

    def r22(self, mens: Uitstromer, rijen: Rijen) -> Masker:
        """The fit is enough."""
        minimum = self.regio.instellingen.punten.minimum
        if minimum <= 0:
            return _geen(rijen)
        return self._elk(rijen, lambda plek: passend(self.regio, mens, plek) < minimum)


def _geen(rijen: Rijen) -> Masker:
    return np.zeros(len(rijen), dtype=np.bool_)


def _buiten(getal: int, laagst: int | None, hoogst: int | None) -> bool:
    return (laagst is not None and getal < laagst) or (hoogst is not None and getal > hoogst)


_REGELS: Mapping[str, Regel] = {
    "R01": Paarregels.r01,
    "R02": Paarregels.r02,
    "R03": Paarregels.r03,
    "R04": Paarregels.r04,
    "R05": Paarregels.r05,
    "R06": Paarregels.r06,
    "R07": Paarregels.r07,
    "R08": Paarregels.r08,
    "R09": Paarregels.r09,
    "R10": Paarregels.r10,
    "R11": Paarregels.r11,
    "R12": Paarregels.r12,
    "R13": Paarregels.r13,
    "R14": Paarregels.r14,
    "R15": Paarregels.r15,
    "R16": Paarregels.r16,
    "R17": Paarregels.r17,
    "R18": Paarregels.r18,
    "R19": Paarregels.r19,
    "R20": Paarregels.r20,
    "R21": Paarregels.r21,
    "R22": Paarregels.r22,
}
