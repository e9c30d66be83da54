"""How things stand on the day of the batch: who takes part, what is to be had, what runs (contract par. 1 and 2)."""

from __future__ import annotations

from calendar import monthrange
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from matcher.controle.gegevens import Plaatsing, Plek, Regio, Uitstromer

VOLWASSEN = 18


@dataclass(frozen=True)
class Toestand:
    """A region on day ``datum`` (D)."""

    regio: Regio
    datum: date

    @cached_property
    def horizon(self) -> date:
        """H: the last day that this batch looks ahead to."""
        return self.datum + timedelta(days=self.regio.instellingen.horizon_dagen)

    @cached_property
    def blijvend(self) -> tuple[Plaatsing, ...]:
        """The placements that stay."""
        return tuple(
            plaatsing
            for plaatsing in self.regio.plaatsingen
            if plaatsing.datum_in <= self.horizon
            and (plaatsing.datum_uit is None or plaatsing.datum_uit > self.horizon)
        )

    @cached_property
    def aanwezig(self) -> tuple[Plaatsing, ...]:
        """The placements that are present."""
        return tuple(
            plaatsing
            for plaatsing in self.regio.plaatsingen
            if plaatsing.datum_in <= self.horizon and (plaatsing.datum_uit is None or plaatsing.datum_uit > self.datum)
        )

    @cached_property
    def dit_jaar(self) -> tuple[Plaatsing, ...]:
        """The placements that count in the year of D."""
        return tuple(plaatsing for plaatsing in self.regio.plaatsingen if plaatsing.datum_in.year == self.datum.year)

    @cached_property
    def woont(self) -> Mapping[str, tuple[Plaatsing, ...]]:
        """The placements that stay, by person."""
        per_mens: dict[str, list[Plaatsing]] = defaultdict(list)
        for plaatsing in self.blijvend:
            per_mens[plaatsing.uitstromer].append(plaatsing)
        return {mens: tuple(plaatsingen) for mens, plaatsingen in per_mens.items()}

    def eigen(self, mens: str) -> frozenset[str]:
        """Give the woningen where this person has a placement that stays."""
        return frozenset(plaatsing.woning for plaatsing in self.woont.get(mens, ()) if plaatsing.woning)

    @cached_property
    def _per_woning(self) -> Counter[str]:
        return Counter(plaatsing.woning for plaatsing in self.blijvend if plaatsing.woning)

    @cached_property
    def vertrek(self) -> Mapping[str, tuple[date, ...]]:
        """The days on which people who are gone by H left or leave, by woning."""
        per_woning: dict[str, list[date]] = defaultdict(list)
        for plaatsing in self.regio.plaatsingen:
            weg = plaatsing.datum_uit
            if plaatsing.woning and plaatsing.datum_in <= self.horizon and weg is not None and weg <= self.horizon:
                per_woning[plaatsing.woning].append(weg)
        return {woning: tuple(dagen) for woning, dagen in per_woning.items()}

    @cached_property
    def _per_contingent(self) -> Counter[str]:
        teller: Counter[str] = Counter()
        for plaatsing in self.regio.plaatsingen:
            teller.update(self.plekken_van(plaatsing) - {plaatsing.woning})
        return teller

    def plekken_van(self, plaatsing: Plaatsing) -> frozenset[str]:
        """Give the plekken that a placement is in: its woning, and its contingent, directly or through the woning."""
        woning = self.regio.plekken.get(plaatsing.woning) if plaatsing.woning else None
        namen = (plaatsing.woning, plaatsing.contingent, woning.contingent if woning else None)
        return frozenset(naam for naam in namen if naam)

    def bewoond(self, woning: str) -> int:
        """Count the placements that stay in a woning."""
        return self._per_woning[woning]

    def vrij(self, plek: Plek) -> int:
        """Count the places that a row can give by itself (K2, or K3 for unnamed places); never below zero."""
        bezet = self._per_woning[plek.plek] if plek.benoemd else self._per_contingent[plek.plek]
        return max(0, plek.aantal - bezet)

    @cached_property
    def aanbod(self) -> Mapping[str, Plek]:
        """The supply, in the order of the ids."""
        jaren = {self.datum.year, self.horizon.year}
        return {
            naam: plek
            for naam, plek in sorted(self.regio.plekken.items())
            if self.vrij(plek) > 0 and (plek.benoemd or (plek.los and plek.jaar in jaren))
        }

    def leeftijd(self, mens: Uitstromer) -> int:
        """Give the age at H; the birthday is the last day of the month of birth."""
        if mens.leeftijd is not None:
            return mens.leeftijd
        assert mens.geboren is not None
        jaar, maand = mens.geboren
        verjaardag = (maand, monthrange(self.horizon.year, maand)[1])
        return self.horizon.year - jaar - ((self.horizon.month, self.horizon.day) < verjaardag)

    @cached_property
    def vast(self) -> Mapping[tuple[str, str], frozenset[str]]:
        """The fixed pairs that hold on D, with the rules that they may break on purpose."""
        paren: dict[tuple[str, str], frozenset[str]] = {}
        for afspraak in self.regio.afspraken:
            if afspraak.vast and self._geldt(afspraak.tot):
                paar = (afspraak.uitstromer, afspraak.plek)
                paren[paar] = paren.get(paar, frozenset()) | afspraak.ondanks
        return paren

    @cached_property
    def verboden(self) -> Mapping[str, frozenset[str]]:
        """The plekken that staff forbade to a person, as far as that holds on D."""
        plekken: dict[str, set[str]] = defaultdict(set)
        for afspraak in self.regio.afspraken:
            if not afspraak.vast and self._geldt(afspraak.tot):
                plekken[afspraak.uitstromer].add(afspraak.plek)
        return {mens: frozenset(gevonden) for mens, gevonden in plekken.items()}

    def _geldt(self, tot: date | None) -> bool:
        return tot is None or tot >= self.datum

    def vervuld(self, mens: str, plek: str) -> bool:
        """Say whether a fixed pair runs already."""
        return any(plek in self.plekken_van(plaatsing) for plaatsing in self.woont.get(mens, ()))

    def overlast(self, mens: Uitstromer) -> bool:
        """Say whether overlastrisico counts on D."""
        return mens.overlastrisico and self._geldt(mens.overlast_tot)

    def uitgesloten_plaatsen(self, mens: Uitstromer) -> bool:
        """Say whether the areas and points where this person must not live hold on D."""
        return self._geldt(mens.uitsluiting_tot)

    def uitsluiting(self, mens: Uitstromer) -> str | None:
        """Give the first U code that keeps this person out of the batch, None for a participant."""
        if mens.wet in self.regio.instellingen.uitgesloten_wet:
            return "U1"
        if self.leeftijd(mens) < VOLWASSEN:
            return "U2"
        if mens.beschikbaar is not None and mens.beschikbaar > self.horizon:
            return "U3"
        if not all(self._mag_weg(mens, plaatsing) for plaatsing in self.woont.get(mens.id, ())):
            return "U5"
        return None

    def _mag_weg(self, mens: Uitstromer, plaatsing: Plaatsing) -> bool:
        """Say whether someone may leave this placement for another place."""
        if any((mens.id, plek) in self.vast for plek in self.plekken_van(plaatsing)):
            return False
        if mens.doorstroom is not None:
            return mens.doorstroom
        return self.regio.instellingen.woonvormen[plaatsing.woonvorm].max_verblijf is not None

    @cached_property
    def deelnemers(self) -> Mapping[str, Uitstromer]:
        """The participants, in the order of their ids."""
        return {naam: mens for naam, mens in sorted(self.regio.uitstromers.items()) if self.uitsluiting(mens) is None}
