"""How full every limit is after the batch, and which plekken stay empty for whom: the figures of the reports."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from matcher.botsing import Botsingen
from matcher.regels.aantal import (
    Maat,
    complexen,
    draagkracht,
    gemeente_geteld,
    telt_mee,
    wijk_instroom,
    zorguren,
)
from matcher.stand import Stand
from matcher.uitkomst import Gebruik, LegePlek, Overzicht


def overzicht(stand: Stand, botsingen: Botsingen, gekozen: tuple[int, ...]) -> Overzicht:
    """The figures of the reports, for the chosen options."""
    regio = stand.regio
    plekken = [stand.plekken[stand.plek[optie]] for optie in gekozen]
    wijknamen = {w.wijkcode: w.naam for w in regio.wijken}
    return Overzicht(
        quota=_gebruik(
            {g.gemeentecode: g.naam for g in regio.gemeenten},
            gemeente_geteld(stand),
            Counter(plek.gemeentecode for plek in plekken if telt_mee(stand, plek.eisen.woonvorm)),
            stand.quota or {},
        ),
        draagkracht=_maat(stand, draagkracht(stand), wijknamen, gekozen),
        instroom=_gebruik(
            wijknamen,
            wijk_instroom(stand),
            Counter(plek.wijkcode for plek in plekken if plek.wijkcode is not None),
            {w.wijkcode: w.instroom_max for w in regio.wijken if w.instroom_max is not None},
        ),
        contingenten=_gebruik(
            {c.contingent_id: c.contingent_id for c in regio.contingenten},
            Counter(v.contingent_id for v in stand.verblijf if v.contingent_id is not None),
            Counter(plek.contingent_id for plek in plekken if plek.contingent_id is not None),
            {c.contingent_id: c.aantal for c in regio.contingenten},
        ),
        complexen=_maat(stand, complexen(stand), {c.complex_id: c.complex_id for c in regio.complexen}, gekozen),
        uren=_maat(stand, zorguren(stand), {a.aanbieder: a.naam for a in regio.aanbieders}, gekozen),
        leeg=_leeg(stand, botsingen, gekozen),
    )


def _maat(stand: Stand, maat: Maat, namen: Mapping[str, str], gekozen: Iterable[int]) -> tuple[Gebruik, ...]:
    nieuw: Counter[str] = Counter()
    for optie in gekozen:
        erbij = maat.verandert(stand, stand.mensen[stand.persoon[optie]], stand.plekken[stand.plek[optie]])
        for plaats, aantal in erbij.items():
            nieuw[plaats] += aantal
    return _gebruik(namen, maat.bezet(stand), nieuw, maat.grens)


def _gebruik(
    namen: Mapping[str, str], geteld: Mapping[str, int], nieuw: Mapping[str, int], grens: Mapping[str, int]
) -> tuple[Gebruik, ...]:
    """A row per code that has a limit or any use."""
    return tuple(
        Gebruik(code=code, naam=naam, geteld=geteld.get(code, 0), nieuw=nieuw.get(code, 0), grens=grens.get(code))
        for code, naam in sorted(namen.items())
        if code in grens or geteld.get(code) or nieuw.get(code)
    )


def _leeg(stand: Stand, botsingen: Botsingen, gekozen: tuple[int, ...]) -> tuple[LegePlek, ...]:
    gebruikt = Counter(int(stand.plek[optie]) for optie in gekozen)
    geplaatst = {int(stand.persoon[optie]) for optie in gekozen}
    return tuple(
        LegePlek(
            plek=plek.id,
            soort=plek.soort,
            corporatie=plek.eisen.corporatie,
            gemeentecode=plek.gemeentecode,
            vrij=plek.vrij - gebruikt[index],
            wachtenden=wachtenden,
        )
        for index, plek in enumerate(stand.plekken)
        if plek.vrij > gebruikt[index]
        and (
            wachtenden := tuple(
                (stand.mensen[stand.persoon[optie]].uitstromer_id, tuple(botsingen.breekt(optie)))
                for optie in stand.per_plek.get(index, ())
                if int(stand.persoon[optie]) not in geplaatst
            )
        )
    )
