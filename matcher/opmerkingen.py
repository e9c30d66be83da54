"""Notes about a region on a day: never faults, but somebody should look (contract par. 1, "Notes, never faults")."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from data.keuzes import Urgentie
from data.meldingen import Melding, let_op
from data.records import Uitstromer
from data.regio import Regio
from data.schrijven.csvtekst import getal_tekst
from matcher.quota import quota
from matcher.tijd import Peil, geldt, leeftijd, peil
from matcher.verblijf import Verblijf, verblijven

JONG_TOT = 23
"""Below this age the law has a lower limit for the rent; ``[huur] jong_tot`` goes before."""
_JAAR = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class _Beeld:
    """The region on a day: what every note looks at."""

    regio: Regio
    peil: Peil
    verblijf: tuple[Verblijf, ...]

    @property
    def blijvers(self) -> Iterator[Verblijf]:
        return (verblijf for verblijf in self.verblijf if verblijf.blijft)


def opmerkingen(regio: Regio, datum: date) -> tuple[Melding, ...]:
    """Every note about ``regio`` (as read, without faults) for a batch on ``datum``, sorted."""
    dagen = peil(datum, regio.instellingen.batch)
    beeld = _Beeld(regio, dagen, verblijven(regio, dagen))
    meldingen = [melding for kijk in _NOTITIES for melding in kijk(beeld)]
    return tuple(sorted(set(meldingen)))


def _mensen(beeld: _Beeld) -> Iterator[Melding]:
    bestand = beeld.regio.bestand("uitstromers")
    for mens in beeld.regio.uitstromers:
        for code, kolom in _over_mens(beeld, mens):
            jong_tot = beeld.regio.instellingen.huur.jong_tot or JONG_TOT
            velden = {"jong_tot": jong_tot} if code == "jong_zonder_huur_max" else {}
            yield let_op(code, bestand, mens.rij, kolom, **velden)


def _over_mens(beeld: _Beeld, mens: Uitstromer) -> Iterator[tuple[str, str]]:
    """Code and column of each note about one person."""
    dag = beeld.peil.datum
    if mens.geboortemaand is None and dag - mens.wachtend_sinds > _JAAR:
        yield "leeftijd_oud", "leeftijd"
    if mens.wachtend_sinds > dag:
        yield "wachtend_toekomst", "wachtend_sinds"
    if mens.urgentie is not Urgentie.NORMAAL and mens.urgentie_datum is None:
        yield "urgentie_zonder_datum", "urgentie_datum"
    jong_tot = beeld.regio.instellingen.huur.jong_tot or JONG_TOT
    if mens.huur_max is None and leeftijd(mens, beeld.peil.horizon) < jong_tot:
        yield "jong_zonder_huur_max", "huur_max"
    if mens.uiterste_datum is not None:
        if mens.beschikbaar_vanaf is not None and mens.uiterste_datum < mens.beschikbaar_vanaf:
            yield "uiterste_voor_beschikbaar", "uiterste_datum"
        if mens.uiterste_datum < dag:
            yield "uiterste_voorbij", "uiterste_datum"
    if (mens.uitsluiting_gebieden or mens.uitsluiting_punten) and not geldt(mens.uitsluiting_tot, dag):
        yield "einddatum_voorbij", "uitsluiting_tot"
    elif any(code.startswith("BU") for code in mens.uitsluiting_gebieden) and not _heeft_buurten(beeld.regio):
        yield "buurt_onbekend", "uitsluiting_gebieden"
    if mens.overlastrisico and not geldt(mens.overlast_tot, dag):
        yield "overlast_voorbij", "overlast_tot"


def _heeft_buurten(regio: Regio) -> bool:
    return any(naam.startswith("geo/buurten.") for naam in regio.invoer)


def _voorbij(beeld: _Beeld) -> Iterator[Melding]:
    """Bans and decisions whose last day has passed."""
    for tabel, rijen in (
        ("contactverboden", beeld.regio.contactverboden),
        ("afspraken", beeld.regio.afspraken),
    ):
        for rij in rijen:
            if not geldt(rij.tot, beeld.peil.datum):
                yield let_op("einddatum_voorbij", beeld.regio.bestand(tabel), rij.rij, "tot")


def _plaatsingen(beeld: _Beeld) -> Iterator[Melding]:
    """Placements that say something else than the tables around them."""
    regio = beeld.regio
    bestand = regio.bestand("plaatsingen")
    gemeenten = {gemeente.gemeentecode for gemeente in regio.gemeenten}
    woningen = {woning.woning_id: woning for woning in regio.woningen}
    for plaatsing in regio.plaatsingen:
        woning = woningen.get(plaatsing.woning_id or "")
        if plaatsing.gemeentecode not in gemeenten:
            yield let_op("plaatsing_buiten_regio", bestand, plaatsing.rij, "gemeentecode")
        elif woning and woning.gemeentecode not in (None, plaatsing.gemeentecode):
            yield let_op("plaatsing_gemeente_anders", bestand, plaatsing.rij, "gemeentecode")
        if woning and plaatsing.contingent_id and woning.contingent_id not in (None, plaatsing.contingent_id):
            yield let_op("plaatsing_contingent_anders", bestand, plaatsing.rij, "contingent_id")


def _tegelijk(beeld: _Beeld) -> Iterator[Melding]:
    """Two placements of one person with a day in common, from D on."""
    van: dict[str, list[Verblijf]] = defaultdict(list)
    for verblijf in beeld.verblijf:
        if verblijf.aanwezig:
            van[verblijf.uitstromer_id].append(verblijf)
    for eigen in van.values():
        for een, ander in combinations(sorted((verblijf.bron for verblijf in eigen), key=lambda bron: bron.rij), 2):
            einde = min(bron.datum_uit or date.max for bron in (een, ander))
            if max(een.datum_in, ander.datum_in) < einde:
                yield let_op("plaatsingen_tegelijk", beeld.regio.bestand("plaatsingen"), ander.rij, ander=een.rij)


def _aantallen(beeld: _Beeld) -> Iterator[Melding]:
    """Rows with more people than places, and contingents that gave more than was promised (K2, K3)."""
    blijft = Counter(verblijf.woning_id for verblijf in beeld.blijvers)
    for woning in beeld.regio.woningen:
        bezet = blijft[woning.woning_id]
        if bezet > woning.aantal:
            bestand = beeld.regio.bestand("woningen")
            yield let_op("aantal_vol", bestand, woning.rij, "aantal", bezet=bezet, aantal=woning.aantal)
    gebruikt = Counter(verblijf.contingent_id for verblijf in beeld.verblijf)
    for contingent in beeld.regio.contingenten:
        bezet = gebruikt[contingent.contingent_id]
        if bezet > contingent.aantal:
            bestand = beeld.regio.bestand("contingenten")
            yield let_op("contingent_vol", bestand, contingent.rij, "aantal", bezet=bezet, aantal=contingent.aantal)


def _wijken(beeld: _Beeld) -> Iterator[Melding]:
    """Draagkracht without a source, and wijken over their draagkracht or instroom_max (K5)."""
    gewicht = beeld.regio.instellingen.draagkracht.gewicht
    belast: Counter[str | None] = Counter()
    for verblijf in beeld.blijvers:
        belast[verblijf.wijkcode] += gewicht[verblijf.zorgzwaarte]
    ingestroomd = Counter(verblijf.wijkcode for verblijf in beeld.verblijf if verblijf.telt)
    bestand = beeld.regio.bestand("wijken")
    for wijk in beeld.regio.wijken:
        if wijk.draagkracht is not None:
            totaal = wijk.voorbelasting + belast[wijk.wijkcode]
            if wijk.draagkracht_bron is None:
                yield let_op("draagkracht_zonder_bron", bestand, wijk.rij, "draagkracht_bron")
            if totaal > wijk.draagkracht:
                yield let_op("draagkracht_vol", bestand, wijk.rij, "draagkracht", grens=wijk.draagkracht, belast=totaal)
        if wijk.instroom_max is not None and ingestroomd[wijk.wijkcode] > wijk.instroom_max:
            geteld = ingestroomd[wijk.wijkcode]
            yield let_op("instroom_vol", bestand, wijk.rij, "instroom_max", grens=wijk.instroom_max, geteld=geteld)


def _complexen(beeld: _Beeld) -> Iterator[Melding]:
    bewoond = Counter(verblijf.complex for verblijf in beeld.blijvers)
    for complex_ in beeld.regio.complexen:
        geteld = bewoond["complex", complex_.complex_id]
        if complex_.max_plaatsingen is not None and geteld > complex_.max_plaatsingen:
            velden = {"grens": complex_.max_plaatsingen, "geteld": geteld}
            yield let_op("complex_vol", beeld.regio.bestand("complexen"), complex_.rij, "max_plaatsingen", **velden)


def _aanbieders(beeld: _Beeld) -> Iterator[Melding]:
    uren: Counter[str | None] = Counter()
    for verblijf in beeld.blijvers:
        uren[verblijf.aanbieder] += verblijf.uren
    for aanbieder in beeld.regio.aanbieders:
        grens, geteld = aanbieder.capaciteit_uren, uren[aanbieder.aanbieder]
        if grens is not None and geteld > grens:
            velden = {"grens": _uren_tekst(grens), "geteld": _uren_tekst(geteld)}
            yield let_op(
                "capaciteit_vol", beeld.regio.bestand("aanbieders"), aanbieder.rij, "capaciteit_uren", **velden
            )


def _uren_tekst(honderdsten: int) -> str:
    return getal_tekst(Decimal(honderdsten).scaleb(-2).normalize())


def _quota(beeld: _Beeld) -> Iterator[Melding]:
    """Gemeenten that had more placements this year than K4 allows."""
    grenzen: Mapping[str, int] = quota(beeld.regio) or {}
    vormen = beeld.regio.instellingen.woonvormen
    geteld = Counter(v.gemeentecode for v in beeld.verblijf if v.telt and vormen[v.woonvorm].telt_mee)
    for gemeente in beeld.regio.gemeenten:
        code = gemeente.gemeentecode
        if code in grenzen:
            grens = grenzen[code] + beeld.regio.instellingen.spreiding.speling
            if geteld[code] > grens:
                yield let_op(
                    "quotum_vol", beeld.regio.bestand("gemeenten"), gemeente.rij, grens=grens, geteld=geteld[code]
                )


_NOTITIES = (_mensen, _voorbij, _plaatsingen, _tegelijk, _aantallen, _wijken, _complexen, _aanbieders, _quota)
