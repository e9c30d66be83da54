"""Filling the columns of ``matcher.velden`` from the records: what an empty cell means stands here, once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from data.instellingen import Instellingen
from data.keuzes import Prikkelarm
from data.records import Uitstromer
from data.regio import Regio
from geo.afstand import Punten
from matcher import perpersoon
from matcher.aanbod import Plek
from matcher.ligging import Ligging
from matcher.tijd import Peil, geldt, leeftijd
from matcher.velden import GEEN, ONBEKEND, Getallen, Mensen, Plekken, Velden, Waarheden
from matcher.verblijf import Verblijf


def maak_velden(
    regio: Regio,
    deelnemers: tuple[Uitstromer, ...],
    plekken: tuple[Plek, ...],
    ligging: Ligging,
    peil: Peil,
    *,
    verblijf: tuple[Verblijf, ...],
    verboden: frozenset[tuple[str, str]],
) -> Velden:
    """Columns for the participants and the plekken (each in the order of its id)."""
    namen = _Namen.van(regio, plekken)
    kolommen = _plekken(regio, plekken, ligging, peil, namen)
    return Velden(
        instellingen=regio.instellingen,
        mensen=_mensen(regio, deelnemers, ligging, peil, namen),
        plekken=kolommen,
        minuten=_minuten(plekken, ligging),
        doelgroep_past=perpersoon.doelgroepen(deelnemers, plekken),
        eigen_woning=perpersoon.eigen_woning(deelnemers, plekken, verblijf),
        uitgesloten_gebied=perpersoon.gebieden(regio, deelnemers, plekken, ligging, peil),
        uitgesloten_punt=perpersoon.punten(deelnemers, kolommen, peil),
        te_dicht_bij_bron=perpersoon.bronnen(deelnemers, kolommen, ligging),
        geweigerd=perpersoon.verboden(deelnemers, plekken, verboden),
        anker=perpersoon.ankers(regio.instellingen, deelnemers, kolommen),
    )


@dataclass(frozen=True, slots=True)
class _Namen:
    """Numbers for the names that occur: woonvormen, corporaties, gemeenten of the supply."""

    woonvormen: dict[str, int]
    corporaties: dict[str, int]
    gemeenten: dict[str, int]

    @staticmethod
    def van(regio: Regio, plekken: Sequence[Plek]) -> _Namen:
        return _Namen(
            _nummers(regio.instellingen.woonvormen),
            _nummers({plek.eisen.corporatie for plek in plekken}),
            _nummers({plek.gemeentecode for plek in plekken}),
        )


def _nummers(namen: Sequence[str] | set[str] | Mapping[str, object]) -> dict[str, int]:
    return {naam: nummer for nummer, naam in enumerate(sorted(namen))}


def _geheel(waarden: Sequence[int]) -> Getallen:
    return np.array(waarden, dtype=np.int64)


def _waar(waarden: Sequence[bool]) -> Waarheden:
    return np.array(waarden, dtype=np.bool_)


def _of(waarde: int | None, anders: int) -> int:
    return anders if waarde is None else waarde


def _mensen(regio: Regio, deelnemers: tuple[Uitstromer, ...], ligging: Ligging, peil: Peil, namen: _Namen) -> Mensen:
    leeftijden = [leeftijd(u, peil.horizon) for u in deelnemers]
    aanbieders = {naam: nummer for nummer, naam in enumerate(ligging.reistijden.aanbieders)}
    return Mensen(
        ids=tuple(u.uitstromer_id for u in deelnemers),
        records=deelnemers,
        leeftijd=_geheel(leeftijden),
        personen=_geheel([u.personen for u in deelnemers]),
        toegankelijkheid=_geheel([u.toegankelijkheid.rang for u in deelnemers]),
        prikkelarm=_geheel([u.prikkelarm.rang for u in deelnemers]),
        prikkel_max=_geheel(
            [u.prikkelniveau_max if u.prikkelarm is Prikkelarm.VEREIST else ONBEKEND for u in deelnemers]
        ),
        huur_max=_geheel(
            [_huurgrens(u, jaren, regio.instellingen) for u, jaren in zip(deelnemers, leeftijden, strict=True)]
        ),
        duur=_geheel([_of(u.duur_maanden, 0) for u in deelnemers]),
        zorgplan=_waar([u.zorgplan for u in deelnemers]),
        aanbieder=_geheel([GEEN if u.aanbieder is None else aanbieders[u.aanbieder] for u in deelnemers]),
        zorgzwaarte=_geheel([u.zorgzwaarte.rang for u in deelnemers]),
        overlastrisico=_waar([overlast(u, peil) for u in deelnemers]),
        huisdier=_waar([u.huisdier for u in deelnemers]),
        woonomgeving=_geheel([GEEN if u.woonomgeving is None else u.woonomgeving.rang for u in deelnemers]),
        vorm_rang=_rangen([u.woonvormen for u in deelnemers], namen.woonvormen),
        convenant=_convenanten(regio, deelnemers, namen),
        gemeente_punten=_gemeente_punten(regio, deelnemers, namen),
    )


def overlast(uitstromer: Uitstromer, peil: Peil) -> bool:
    """Whether ``overlastrisico`` still counts on D (it is off after ``overlast_tot``)."""
    return uitstromer.overlastrisico and geldt(uitstromer.overlast_tot, peil.datum)


def _huurgrens(uitstromer: Uitstromer, jaren: int, instellingen: Instellingen) -> int:
    """Cents; the lower of ``huur_max`` and, for the young, ``jong_max``."""
    grenzen = [] if uitstromer.huur_max is None else [uitstromer.huur_max]
    huur = instellingen.huur
    if huur.jong_tot is not None and huur.jong_max is not None and jaren < huur.jong_tot:
        grenzen.append(int(huur.jong_max * 100))
    return min(grenzen, default=GEEN)


def _rangen(lijsten: Sequence[Sequence[str]], nummers: Mapping[str, int]) -> Getallen:
    tabel = np.full((len(lijsten), len(nummers)), GEEN, dtype=np.int64)
    for rij, lijst in enumerate(lijsten):
        for rang, naam in reversed(list(enumerate(lijst))):
            tabel[rij, nummers[naam]] = rang
    return tabel


def _convenanten(regio: Regio, deelnemers: Sequence[Uitstromer], namen: _Namen) -> Waarheden:
    partners = {
        a.aanbieder: _waar([not a.corporaties or naam in a.corporaties for naam in namen.corporaties])
        for a in regio.aanbieders
    }
    tabel = np.zeros((len(deelnemers), len(namen.corporaties)), dtype=np.bool_)
    for rij, u in enumerate(deelnemers):
        if u.aanbieder is not None:
            tabel[rij] = partners[u.aanbieder]
    return tabel


def _gemeente_punten(regio: Regio, deelnemers: Sequence[Uitstromer], namen: _Namen) -> Getallen:
    """Points for the gemeente of preference and of origin (contract par. 5, the fit of a pair)."""
    regiocodes = {g.gemeentecode for g in regio.gemeenten}
    punten = regio.instellingen.passend
    tabel = np.zeros((len(deelnemers), len(namen.gemeenten)), dtype=np.int64)

    def waarde(u: Uitstromer, code: str) -> int:
        return _voorkeur(u, code, punten.gemeente) + (punten.herkomst if _herkomst_telt(u, code, regiocodes) else 0)

    for rij, u in enumerate(deelnemers):
        tabel[rij] = waarde(u, "")  # as every gemeente that the person does not name
        for code in (*u.voorkeur_gemeenten, u.herkomst_gemeente or ""):
            if code in namen.gemeenten:
                tabel[rij, namen.gemeenten[code]] = waarde(u, code)
    return tabel


def _voorkeur(uitstromer: Uitstromer, code: str, waarden: Sequence[int]) -> int:
    voorkeur = uitstromer.voorkeur_gemeenten
    plaats = 0 if not voorkeur else voorkeur.index(code) if code in voorkeur else len(waarden)
    return waarden[plaats] if plaats < len(waarden) else 0


def _herkomst_telt(uitstromer: Uitstromer, code: str, regiocodes: set[str]) -> bool:
    herkomst, voorkeur = uitstromer.herkomst_gemeente, uitstromer.voorkeur_gemeenten
    if not voorkeur and (herkomst is None or herkomst not in regiocodes):
        return True
    return code == herkomst and (not voorkeur or herkomst in voorkeur)


def _plekken(regio: Regio, plekken: tuple[Plek, ...], ligging: Ligging, peil: Peil, namen: _Namen) -> Plekken:
    eisen = [plek.eisen for plek in plekken]
    vormen = [regio.instellingen.woonvormen[e.woonvorm] for e in eisen]
    wijken = {w.wijkcode: w for w in regio.wijken}
    wijk = [wijken.get(plek.wijkcode or "") for plek in plekken]
    niveaus = [ligging.prikkelniveau.get(p.id, p.eisen.prikkelniveau) for p in plekken]
    return Plekken(
        ids=tuple(plek.id for plek in plekken),
        records=plekken,
        benoemd=_waar([plek.woning is not None for plek in plekken]),
        punten=Punten.van([plek.punt[0] for plek in plekken], [plek.punt[1] for plek in plekken]),
        gemeente=_geheel([namen.gemeenten[plek.gemeentecode] for plek in plekken]),
        corporatie=_geheel([namen.corporaties[e.corporatie] for e in eisen]),
        woonvorm=_geheel([namen.woonvormen[e.woonvorm] for e in eisen]),
        leeftijd_min=_geheel([_of(e.leeftijd_min, 0) for e in eisen]),
        leeftijd_max=_geheel([_of(e.leeftijd_max, ONBEKEND) for e in eisen]),
        min_personen=_geheel([e.min_personen for e in eisen]),
        max_personen=_geheel([_of(plek.max_personen, ONBEKEND) for plek in plekken]),
        max_personen_gegeven=_waar([plek.max_personen is not None for plek in plekken]),
        toegankelijkheid=_geheel([e.toegankelijkheid.rang for e in eisen]),
        prikkelniveau=_geheel([_of(niveau, ONBEKEND) for niveau in niveaus]),
        huur=_geheel([_of(e.huur, ONBEKEND) for e in eisen]),
        op_tijd_vrij=_waar([p.woning is None or p.woning.beschikbaar_vanaf <= peil.horizon for p in plekken]),
        max_verblijf=_geheel(
            [
                min(_of(e.max_verblijf_maanden, ONBEKEND), _of(v.max_verblijf_maanden, ONBEKEND))
                for e, v in zip(eisen, vormen, strict=True)
            ]
        ),
        zorg24=_waar([e.zorg24 for e in eisen]),
        zorgzwaarte_max=_geheel([ONBEKEND if e.zorgzwaarte_max is None else e.zorgzwaarte_max.rang for e in eisen]),
        overlast=_waar([e.overlast for e in eisen]),
        huisdier=_waar([e.huisdier for e in eisen]),
        woonomgeving=_geheel([GEEN if w is None or w.woonomgeving is None else w.woonomgeving.rang for w in wijk]),
        kwetsbaar=_waar([w is not None and w.kwetsbaar for w in wijk]),
        vangnet=_waar([w is not None and w.vangnet for w in wijk]),
        eis_zorgplan=_waar([v.zorgplan for v in vormen]),
        eis_convenant=_waar([v.convenantpartner for v in vormen]),
        eis_zorg24=_waar([v.zorg24 for v in vormen]),
        eis_vangnet=_waar([v.vangnet for v in vormen]),
        reactietijd=_geheel([GEEN if v.reactietijd_min is None else int(v.reactietijd_min * 100) for v in vormen]),
    )


def _minuten(plekken: Sequence[Plek], ligging: Ligging) -> Getallen:
    reistijden = ligging.reistijden
    kolom = {woning_id: nummer for nummer, woning_id in enumerate(reistijden.woningen)}
    minuten = np.full((len(reistijden.aanbieders) + 1, len(plekken)), GEEN, dtype=np.int64)
    for j, plek in enumerate(plekken):
        if plek.id in kolom:
            minuten[:-1, j] = reistijden.minuten[:, kolom[plek.id]]
    return minuten
