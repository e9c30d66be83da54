"""The rules over a whole batch, K1..K11: a book of what every limit still gives (contract par. 4).

What already runs never makes a batch impossible: a limit gives ``max(0, limit - what counts already)`` to new places,
and a mover who gets a plek gives back what the old place took (K5 draagkracht, K6, K9).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from matcher.controle.cellen import Getal, Punt
from matcher.controle.gegevens import Complexsleutel, Contactverbod, Plaats, Plek, Uitstromer
from matcher.controle.passend import kwadraat
from matcher.controle.quota import quota
from matcher.controle.toestand import Toestand

Paar = tuple[Uitstromer, Plek]
Grens = tuple[str, str]
"""``(rule, what it limits)``: ``("K5", "draagkracht WK050300")``."""


@dataclass(frozen=True, slots=True)
class Bewoner:
    """Someone in a complex, new or present, as far as K7 looks."""

    mens: str
    overlast: bool
    rust: bool

    def botst(self, ander: Bewoner) -> bool:
        """Say whether these two may not live in one complex."""
        return self.mens != ander.mens and ((self.overlast and ander.rust) or (self.rust and ander.overlast))


class Batchregels:
    """The K rules of one batch with a given set of proposals."""

    def __init__(self, toestand: Toestand, voorstellen: Iterable[Paar]) -> None:
        """Write the limits down, and then what runs and what is proposed."""
        self.toestand, self.regio = toestand, toestand.regio
        self.voorstellen = tuple(voorstellen)
        self.ruimte: dict[Grens, Getal] = self._ruimte()
        self.gebruik: dict[Grens, Getal] = defaultdict(int)
        for mens, plek in self.voorstellen:
            for grens, deel in self.bijdragen(mens, plek):
                self.gebruik[grens] += deel
        self._bewoners = self._in_complexen()
        self._te_dicht = Buurschap(toestand)
        self._rijen = Counter(plek.plek for _, plek in self.voorstellen)
        self._verboden = self._contactverboden()
        self._eerder: dict[tuple[str, int, bool], frozenset[str]] = {}
        self._nieuw: dict[str, list[Plaats]] = defaultdict(list)
        for mens, plek in self.voorstellen:
            self._nieuw[mens.id].append(plek.plaats)
        self._aanwezig: dict[str, list[Plaats]] = defaultdict(list)
        for plaatsing in toestand.aanwezig:
            self._aanwezig[plaatsing.uitstromer].append(plaatsing.plaats)

    # -- limits that add up: K2..K6, K9, and the row limit of K8 ---------------------------------------------------

    def _ruimte(self) -> dict[Grens, Getal]:
        """Give what every limit leaves for new places."""
        toestand, regio = self.toestand, self.regio
        ruimte: dict[Grens, Getal] = {}
        for plek in regio.plekken.values():
            ruimte["K2" if plek.benoemd else "K3", plek.plek] = toestand.vrij(plek)
            if plek.benoemd and regio.instellingen.woonvormen[plek.woonvorm].min_afstand is not None:
                ruimte["K8", plek.plek] = 0 if toestand.bewoond(plek.plek) else 1
        geteld = self._geteld()
        for grens, hoogst in self._hoogst():
            ruimte[grens] = max(0, hoogst - geteld[grens])
        return ruimte

    def _hoogst(self) -> Iterable[tuple[Grens, Getal]]:
        """Give the limits as agreed, before anything counts."""
        instellingen = self.regio.instellingen
        for gemeente, aantal in (quota(self.regio) or {}).items():
            yield ("K4", gemeente), aantal + instellingen.speling
        for wijk in self.regio.wijken.values():
            if wijk.draagkracht is not None:
                yield ("K5", f"draagkracht {wijk.code}"), wijk.draagkracht - wijk.voorbelasting
            if wijk.instroom_max is not None:
                yield ("K5", f"instroom {wijk.code}"), wijk.instroom_max
        for complex_ in self.regio.complexen.values():
            if complex_.max_plaatsingen is not None:
                yield ("K6", complex_.complex_id), complex_.max_plaatsingen
        for aanbieder in self.regio.aanbieders.values():
            if aanbieder.uren is not None:
                yield ("K9", aanbieder.aanbieder), aanbieder.uren

    def _geteld(self) -> Mapping[Grens, Getal]:
        """Add up what runs already."""
        geteld: dict[Grens, Getal] = defaultdict(int)
        vormen = self.regio.instellingen.woonvormen
        for plaatsing in self.toestand.blijvend:
            for grens, deel in self._lasten(plaatsing.plaats, plaatsing.zwaarte, plaatsing.aanbieder, plaatsing.uren):
                geteld[grens] += deel
        for plaatsing in self.toestand.dit_jaar:
            geteld["K5", f"instroom {plaatsing.plaats.wijk}"] += 1
            if vormen[plaatsing.woonvorm].telt_mee:
                geteld["K4", plaatsing.plaats.gemeente] += 1
        return geteld

    def _lasten(
        self, plaats: Plaats, zwaarte: int, aanbieder: str | None, uren: Getal
    ) -> Iterable[tuple[Grens, Getal]]:
        """Give what living somewhere takes, and what leaving gives back."""
        yield ("K5", f"draagkracht {plaats.wijk}"), self.regio.instellingen.gewicht[zwaarte]
        if plaats.complex is not None and plaats.complex[0] == "complex":
            yield ("K6", plaats.complex[1]), 1
        if aanbieder:
            yield ("K9", aanbieder), uren

    def _vrijgesteld(self, mens: Uitstromer, plek: Plek) -> bool:
        """Say whether ``vrij`` names this pair for K4."""
        vrij = self.regio.instellingen.vrij
        crisis = "crisis" in vrij and mens.urgentie == "crisis"
        return crisis or ("herkomst" in vrij and mens.herkomst == plek.plaats.gemeente)

    def bijdragen(self, mens: Uitstromer, plek: Plek) -> list[tuple[Grens, Getal]]:
        """Give what a proposal takes from each limit, net of what the person leaves behind."""
        netto: dict[Grens, Getal] = defaultdict(int, self._neemt(mens, plek))
        for plaatsing in self.toestand.woont.get(mens.id, ()):
            for grens, deel in self._lasten(plaatsing.plaats, plaatsing.zwaarte, plaatsing.aanbieder, plaatsing.uren):
                netto[grens] -= deel
        return [(grens, deel) for grens, deel in netto.items() if grens in self.ruimte]

    def _neemt(self, mens: Uitstromer, plek: Plek) -> Iterable[tuple[Grens, Getal]]:
        yield from self._lasten(plek.plaats, mens.zwaarte, mens.aanbieder, mens.uren)
        yield ("K2" if plek.benoemd else "K3", plek.plek), 1
        if plek.benoemd:
            yield ("K5", f"instroom {plek.plaats.wijk}"), 1
            yield ("K8", plek.plek), 1
            if plek.contingent:
                yield ("K3", plek.contingent), 1
        if self.regio.instellingen.woonvormen[plek.woonvorm].telt_mee and not self._vrijgesteld(mens, plek):
            yield ("K4", plek.plaats.gemeente), 1

    # -- K7, K8 and K11: two that do not go together ---------------------------------------------------------------

    def _in_complexen(self) -> Mapping[Complexsleutel, list[Bewoner]]:
        bewoners: dict[Complexsleutel, list[Bewoner]] = defaultdict(list)
        for plaatsing in self.toestand.aanwezig:
            if plaatsing.plaats.complex is not None:
                bewoner = Bewoner(plaatsing.uitstromer, plaatsing.overlastrisico, plaatsing.prikkelarm == "vereist")
                bewoners[plaatsing.plaats.complex].append(bewoner)
        for mens, plek in self.voorstellen:
            if plek.plaats.complex is not None:
                bewoners[plek.plaats.complex].append(self._bewoner(mens))
        return bewoners

    def _bewoner(self, mens: Uitstromer) -> Bewoner:
        return Bewoner(mens.id, self.toestand.overlast(mens), mens.prikkelarm == "vereist")

    def k7(self, mens: Uitstromer, plek: Plek) -> bool:
        """Say whether this person and someone in the complex, new or present, do not go together."""
        sleutel, ik = plek.plaats.complex, self._bewoner(mens)
        if sleutel is None or not any(ik.botst(ander) for ander in self._bewoners.get(sleutel, ())):
            return False
        complex_ = self.regio.complexen.get(sleutel[1]) if sleutel[0] == "complex" else None
        return complex_ is None or not complex_.overlastbestendig

    def k8(self, plek: Plek) -> bool:
        """Say whether a spread-out woonvorm, new or running, lies too near."""
        return self._te_dicht.bewoond(plek) or any(self._rijen[ander] for ander in self._te_dicht.rijen(plek))

    def _contactverboden(self) -> Mapping[str, list[tuple[str, Contactverbod]]]:
        verboden: dict[str, list[tuple[str, Contactverbod]]] = defaultdict(list)
        for verbod in self.regio.contactverboden:
            if verbod.tot is None or verbod.tot >= self.toestand.datum:
                verboden[verbod.a].append((verbod.b, verbod))
                verboden[verbod.b].append((verbod.a, verbod))
        return verboden

    def k11(self, mens: Uitstromer, plek: Plek) -> bool:
        """Say whether someone this person must not meet lives too near, new or present."""
        return any(
            te_nabij(verbod, plek.plaats, plaats)
            for ander, verbod in self._verboden.get(mens.id, ())
            for plaats in (*self._nieuw.get(ander, ()), *self._aanwezig.get(ander, ()))
        )

    # -- the two questions -----------------------------------------------------------------------------------------

    def erbij(self, mens: Uitstromer, plek: Plek) -> tuple[str, ...]:
        """Give the K rules that adding this pair to the proposals would break, in their order."""
        codes = set(self._vol(mens, plek))
        if self.k7(mens, plek):
            codes.add("K7")
        if self.k11(mens, plek):
            codes.add("K11")
        return tuple(sorted(codes, key=lambda code: int(code[1:])))

    def _vol(self, mens: Uitstromer, plek: Plek) -> frozenset[str]:
        """Give the rules whose limit has no room for this pair, and K8.

        Of people who leave nothing behind, only the hours (K9), the weight and ``vrij`` make a difference, so that
        the answer for the plek can be kept.
        """
        if mens.id in self.toestand.woont:
            return self._zonder_ruimte(self.bijdragen(mens, plek)) | self._k8_code(plek)
        sleutel = (plek.plek, mens.zwaarte, self._vrijgesteld(mens, plek))
        if sleutel not in self._eerder:
            lasten = [(grens, deel) for grens, deel in self.bijdragen(mens, plek) if grens[0] != "K9"]
            self._eerder[sleutel] = self._zonder_ruimte(lasten) | self._k8_code(plek)
        uren: Grens = ("K9", mens.aanbieder or "")
        return self._eerder[sleutel] | self._zonder_ruimte([(uren, mens.uren)] if uren in self.ruimte else [])

    def _zonder_ruimte(self, lasten: Iterable[tuple[Grens, Getal]]) -> frozenset[str]:
        return frozenset(
            grens[0] for grens, deel in lasten if deel > 0 and self.gebruik.get(grens, 0) + deel > self.ruimte[grens]
        )

    def _k8_code(self, plek: Plek) -> frozenset[str]:
        return frozenset({"K8"} if self.k8(plek) else ())

    def overschreden(self) -> tuple[Grens, ...]:
        """Give the limits that the proposals together exceed."""
        return tuple(sorted(grens for grens, deel in self.gebruik.items() if deel > self.ruimte[grens]))

    def botsingen(self) -> tuple[tuple[str, Uitstromer, Plek], ...]:
        """Give the proposals that break K7, K8 (distance) or K11."""
        gevonden = []
        for mens, plek in self.voorstellen:
            regels = {"K7": self.k7(mens, plek), "K8": self.k8(plek), "K11": self.k11(mens, plek)}
            gevonden += [(code, mens, plek) for code, botst in regels.items() if botst]
        return tuple(gevonden)

    def minste(self, mens: Uitstromer, plekken: Iterable[Plek]) -> tuple[str, ...]:
        """Give the K rules for the plek that breaks fewest, ties to the lowest plek id."""
        keuzes = ((self.erbij(mens, plek), plek.plek) for plek in plekken)
        return min(keuzes, key=lambda keuze: (len(keuze[0]), keuze[1]))[0]


def te_nabij(verbod: Contactverbod, a: Plaats, b: Plaats) -> bool:
    """Say whether two places are too near for a contactverbod; unknown counts as near within one gemeente."""
    zelfde_gemeente = a.gemeente == b.gemeente
    if verbod.afstand is not None:
        if a.punt is None or b.punt is None:
            return zelfde_gemeente
        return kwadraat(a.punt, b.punt) < verbod.afstand * verbod.afstand
    if verbod.niveau == "gemeente":
        return zelfde_gemeente
    links, rechts = (a.wijk, b.wijk) if verbod.niveau == "wijk" else (a.complex, b.complex)
    return zelfde_gemeente if links is None or rechts is None else links == rechts


class Buurschap:
    """Which rows of woonvormen that are spread out lie too near each other, or near a placement that stays (K8)."""

    def __init__(self, toestand: Toestand) -> None:
        """Lay a grid whose cells are as wide as the longest distance."""
        self._vormen = toestand.regio.instellingen.woonvormen
        afstanden = [vorm.min_afstand for vorm in self._vormen.values() if vorm.min_afstand]
        self._cel: Getal = max(afstanden, default=1)
        self._rijen: dict[tuple[int, int], list[tuple[str, str, Punt]]] = defaultdict(list)
        self._bewoond: dict[tuple[int, int], list[tuple[str, str, Punt]]] = defaultdict(list)
        for plek in toestand.aanbod.values():
            self._zet(self._rijen, plek.plek, plek.woonvorm, plek.plaats.punt)
        for plaatsing in toestand.blijvend:
            self._zet(self._bewoond, plaatsing.woning or "", plaatsing.woonvorm, plaatsing.plaats.punt)

    def _zet(
        self, rooster: dict[tuple[int, int], list[tuple[str, str, Punt]]], naam: str, vorm: str, punt: Punt | None
    ) -> None:
        if punt is not None and self._vormen[vorm].min_afstand is not None:
            rooster[self._vak(punt)].append((naam, vorm, punt))

    def _vak(self, punt: Punt) -> tuple[int, int]:
        return int(punt[0] // self._cel), int(punt[1] // self._cel)

    def _elders(self, rooster: Mapping[tuple[int, int], list[tuple[str, str, Punt]]], plek: Plek) -> Iterable[str]:
        punt, eigen = plek.plaats.punt, self._vormen[plek.woonvorm].min_afstand
        if punt is None or eigen is None:
            return
        x, y = self._vak(punt)
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                for naam, vorm, ander in rooster.get((x + dx, y + dy), ()):
                    afstand = max(eigen, self._vormen[vorm].min_afstand or 0)
                    if naam != plek.plek and kwadraat(punt, ander) < afstand * afstand:
                        yield naam

    def rijen(self, plek: Plek) -> Iterable[str]:
        """Give the other rows of the supply that lie too near."""
        return self._elders(self._rijen, plek)

    def bewoond(self, plek: Plek) -> bool:
        """Say whether a placement that stays, elsewhere, lies too near."""
        return any(True for _ in self._elders(self._bewoond, plek))
