"""Filling the columns of ``matcher.velden`` from the records: what an empty cell means stands here, once."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from data.instellingen import Instellingen
from data.keuzes import Prikkelarm
from data.records import Uitstromer
from data.regio import Regio
from geo.afstand import Punten, anker_punten, binnen_straal
from matcher.aanbod import Plek
from matcher.ligging import Ligging
from matcher.tijd import Peil, geldt, leeftijd
from matcher.velden import GEEN, ONBEKEND, Getallen, Mensen, PerPersoon, Plekken, Velden, Waarheden
from matcher.verblijf import Verblijf

T = TypeVar("T", bound=Hashable)


def per_persoon(
    sleutels: Sequence[T | None], reken: Callable[[T], npt.NDArray[Any]], anders: npt.NDArray[Any]
) -> PerPersoon:
    """Computes a row once per distinct key; people without a key get ``anders``."""
    rijen: list[npt.NDArray[Any]] = [anders]
    nummer: dict[T, int] = {}
    for sleutel in sleutels:
        if sleutel is not None and sleutel not in nummer:
            nummer[sleutel] = len(rijen)
            rijen.append(reken(sleutel))
    rij = np.array([0 if s is None else nummer[s] for s in sleutels], dtype=np.int64)
    return PerPersoon(rij, np.stack(rijen))


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
        doelgroep_past=_doelgroepen(deelnemers, plekken),
        eigen_woning=_eigen_woning(deelnemers, plekken, verblijf),
        uitgesloten_gebied=_gebieden(regio, deelnemers, plekken, ligging, peil),
        uitgesloten_punt=_punten(deelnemers, kolommen, peil),
        te_dicht_bij_bron=_bronnen(deelnemers, kolommen, ligging),
        geweigerd=_verboden(deelnemers, plekken, verboden),
        anker=_ankers(regio.instellingen, deelnemers, kolommen),
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
        herkomst=_geheel([namen.gemeenten.get(u.herkomst_gemeente or "", GEEN) for u in deelnemers]),
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
    partners = {a.aanbieder: a.corporaties for a in regio.aanbieders}
    tabel = np.zeros((len(deelnemers), len(namen.corporaties)), dtype=np.bool_)
    for rij, u in enumerate(deelnemers):
        if u.aanbieder is not None:
            eigen = partners[u.aanbieder]
            tabel[rij] = [not eigen or naam in eigen for naam in namen.corporaties]
    return tabel


def _gemeente_punten(regio: Regio, deelnemers: Sequence[Uitstromer], namen: _Namen) -> Getallen:
    """Points for the gemeente of preference and of origin (contract par. 5, the fit of a pair)."""
    regiocodes = {g.gemeentecode for g in regio.gemeenten}
    punten = regio.instellingen.passend
    tabel = np.zeros((len(deelnemers), len(namen.gemeenten)), dtype=np.int64)
    for rij, u in enumerate(deelnemers):
        for code, kolom in namen.gemeenten.items():
            tabel[rij, kolom] = _voorkeur(u, code, punten.gemeente) + (
                punten.herkomst if _herkomst_telt(u, code, regiocodes) else 0
            )
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
        gemeenten=tuple(namen.gemeenten),
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


def _niets(plekken: Sequence[Plek]) -> Waarheden:
    return np.zeros(len(plekken), dtype=np.bool_)


def _doelgroepen(deelnemers: Sequence[Uitstromer], plekken: Sequence[Plek]) -> PerPersoon:
    vragen = [(frozenset(p.eisen.doelgroepen), frozenset(p.eisen.doelgroepen_vereist)) for p in plekken]

    def past(eigen: frozenset[str]) -> Waarheden:
        return _waar([(not een_van or not een_van.isdisjoint(eigen)) and alle <= eigen for een_van, alle in vragen])

    sleutels = [frozenset(u.doelgroepen) or None for u in deelnemers]
    return per_persoon(sleutels, past, past(frozenset()))


def _eigen_woning(
    deelnemers: Sequence[Uitstromer], plekken: Sequence[Plek], verblijf: Sequence[Verblijf]
) -> PerPersoon:
    eigen: dict[str, set[str]] = {}
    for v in verblijf:
        if v.blijft and v.woning_id is not None:
            eigen.setdefault(v.uitstromer_id, set()).add(v.woning_id)
    sleutels = [frozenset(eigen[u.uitstromer_id]) if u.uitstromer_id in eigen else None for u in deelnemers]
    return per_persoon(
        sleutels,
        lambda ids: _waar([plek.woning is not None and plek.id in ids for plek in plekken]),
        _niets(plekken),
    )


def _gebieden(
    regio: Regio, deelnemers: Sequence[Uitstromer], plekken: Sequence[Plek], ligging: Ligging, peil: Peil
) -> PerPersoon:
    wijken: dict[str, set[str]] = {}
    for wijk in regio.wijken:
        wijken.setdefault(wijk.gemeentecode, set()).add(wijk.wijkcode)

    def geraakt(gebieden: frozenset[str]) -> Waarheden:
        vol = {code for code, eigen in wijken.items() if eigen <= gebieden}
        return _waar(
            [
                p.gemeentecode in gebieden
                or (p.gemeentecode in vol if p.woning is None else p.wijkcode in gebieden)
                or ligging.buurtcode.get(p.id) in gebieden
                for p in plekken
            ]
        )

    sleutels = [
        frozenset(u.uitsluiting_gebieden) if u.uitsluiting_gebieden and geldt(u.uitsluiting_tot, peil.datum) else None
        for u in deelnemers
    ]
    return per_persoon(sleutels, geraakt, _niets(plekken))


def _punten(deelnemers: Sequence[Uitstromer], plekken: Plekken, peil: Peil) -> PerPersoon:
    zonder_plaats = plekken.benoemd & ~plekken.punten.bekend

    def geraakt(cirkels: tuple[tuple[Decimal, Decimal, Decimal], ...]) -> Waarheden:
        raak = zonder_plaats.copy()
        for x, y, straal in cirkels:
            raak |= binnen_straal(plekken.punten, x, y, straal)
        return raak

    sleutels = [
        tuple((c.x, c.y, c.straal) for c in u.uitsluiting_punten)
        if u.uitsluiting_punten and geldt(u.uitsluiting_tot, peil.datum)
        else None
        for u in deelnemers
    ]
    return per_persoon(sleutels, geraakt, _niets(plekken.records))


def _bronnen(deelnemers: Sequence[Uitstromer], plekken: Plekken, ligging: Ligging) -> PerPersoon:
    kennis = ligging.prikkelbronnen
    onbekend = plekken.benoemd if kennis is None else plekken.benoemd & ~plekken.punten.bekend

    def geraakt(vermijden: tuple[tuple[str, Decimal], ...]) -> Waarheden:
        raak = onbekend.copy()
        if kennis is not None:
            for soort, afstand in vermijden:
                raak |= kennis.dichtbij(plekken.punten.x, plekken.punten.y, soort, afstand) & plekken.punten.bekend
        return raak

    sleutels = [tuple((str(v.soort), v.afstand_m) for v in u.vermijden) or None for u in deelnemers]
    return per_persoon(sleutels, geraakt, _niets(plekken.records))


def _verboden(
    deelnemers: Sequence[Uitstromer], plekken: Sequence[Plek], verboden: frozenset[tuple[str, str]]
) -> PerPersoon:
    per_mens: dict[str, set[str]] = {}
    for uitstromer_id, plek in verboden:
        per_mens.setdefault(uitstromer_id, set()).add(plek)
    sleutels = [frozenset(per_mens[u.uitstromer_id]) if u.uitstromer_id in per_mens else None for u in deelnemers]
    return per_persoon(sleutels, lambda ids: _waar([plek.id in ids for plek in plekken]), _niets(plekken))


def _ankers(instellingen: Instellingen, deelnemers: Sequence[Uitstromer], plekken: Plekken) -> PerPersoon:
    passend = instellingen.passend
    kleinst = np.min_scalar_type(-passend.anker - 1)
    vol = np.full(len(plekken.ids), passend.anker, dtype=kleinst)

    def punten(anker: tuple[Decimal, Decimal]) -> npt.NDArray[Any]:
        return anker_punten(plekken.punten, *anker, passend.anker, passend.anker_km).astype(kleinst)

    sleutels = [(u.anker_x, u.anker_y) if u.anker_x is not None and u.anker_y is not None else None for u in deelnemers]
    return per_persoon(sleutels, punten, vol)
