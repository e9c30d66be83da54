"""The weekly batch: read, validate, prepare, eligibility, assemble, solve, check, explain, write."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from data.meldingen import Melding, fout
from matcher.assemble import Opgave, maak_opgave, maak_stand
from matcher.botsing import Botsingen
from matcher.feiten import niveaus_van, plekfeiten, reistijdfeiten
from matcher.opmerkingen import opmerkingen
from matcher.overzicht import overzicht
from matcher.regels import REGELS
from matcher.run import Afloop, Klok, Run, Voortgang
from matcher.tijd import isoweek
from matcher.uitkomst import BatchStatus, BatchUitkomst
from matcher.uitslag import niet_geplaatst, voorstellen
from matcher.voorbereiding import Voorbereid, voorbereiden
from matcher.wegschrijven import MAP_BATCHES, MAP_PROEF, nieuw_batch_id, schrijf_batch
from solver.solution import Solution, Status
from solver.solve import Spread

Oplosser = Callable[[Opgave, float | None], Solution]
"""Solves a question within so many seconds (None: no limit)."""


def maak_voorstel(
    map_: Path,
    datum: date,
    *,
    zaad: str | None = None,
    reden: str | None = None,
    seconden: float | None = None,
    proef: bool = False,
    spread: Spread | None = None,
    voortgang: Voortgang = lambda _: None,
) -> Run:
    """One batch of the region in ``map_``: from its files to a folder of proposals, or why there is none.

    ``zaad`` is the seed of the draw (default: the ISO week of ``datum``) and ``reden`` why it is another one;
    ``seconden`` limits the solving; ``proef`` writes beside the batches; ``spread`` solves elsewhere
    (``solver.apart``), so that the end of a native solver, however it comes, is not that of the program. Nothing is
    written unless the independent checker accepts it.
    """
    return _maak_voorstel(
        map_, datum, partial(los_op, spread=spread), zaad, reden, seconden, Klok(voortgang), proef=proef
    )


def los_op(opgave: Opgave, seconden: float | None, *, spread: Spread | None = None) -> Solution:
    """Lets the kernel solve; its native libraries are loaded where it does, when there is something to solve.

    A clash is told in limits that clash as their rules say them, not in the tighter form that helps solving.
    """
    from solver.solve import solve

    if conflict := opgave.twee_plekken():
        return Solution(Status.INFEASIBLE, conflict=conflict)
    antwoord = solve(opgave.instance, seconds=seconden, spread=spread)
    if opgave.botst_op_scherp(antwoord.conflict):
        return solve(opgave.letterlijk.instance, seconds=seconden, spread=spread)
    return antwoord


def _maak_voorstel(
    map_: Path,
    datum: date,
    los_op: Oplosser,
    zaad: str | None,
    reden: str | None,
    seconden: float | None,
    klok: Klok,
    *,
    proef: bool,
) -> Run:
    klaar, meldingen = voorbereiden(map_, datum, klok)
    if klaar is None:
        return Run(afloop=Afloop.FOUTE_INVOER, meldingen=meldingen)
    klok.stap("opstellen")
    seed = isoweek(datum) if zaad is None else zaad
    stand = maak_stand(klaar.regio, klaar.peil, klaar.velden, klaar.paren, klaar.afspraken, klaar.verblijf)
    opgave = maak_opgave(stand, klaar.velden, seed)
    klok.stap("oplossen")
    antwoord = los_op(opgave, seconden)
    if antwoord.status is Status.INFEASIBLE:
        return Run(afloop=Afloop.VAST_BOTST, meldingen=meldingen, conflict=_conflict(opgave, antwoord))
    if antwoord.status is Status.NO_ANSWER:
        return Run(afloop=Afloop.TIJDSLIMIET, meldingen=(*meldingen, fout("geen_antwoord_op_tijd")))
    klok.stap("uitleggen")
    doel = map_ / (MAP_PROEF if proef else MAP_BATCHES)
    uitkomst = _uitkomst(nieuw_batch_id(map_, datum), seed, klaar, opgave, antwoord, klok.duur)
    klok.stap("schrijven")
    run = schrijf_batch(map_, doel / uitkomst.batch_id, replace(uitkomst, reden=reden), klaar.regio)
    aandacht = len(opmerkingen(klaar.regio, datum))
    return replace(run, meldingen=(*meldingen, *run.meldingen), proef=proef, aandacht=aandacht)


def _uitkomst(
    batch_id: str, seed: str, klaar: Voorbereid, opgave: Opgave, antwoord: Solution, duur: Mapping[str, float]
) -> BatchUitkomst:
    stand, gekozen = opgave.stand, antwoord.chosen
    botsingen = Botsingen(opgave.grenzen, gekozen)
    return BatchUitkomst(
        batch_id=batch_id,
        datum=klaar.peil.datum,
        horizon=klaar.peil.horizon,
        seed=seed,
        status=BatchStatus.OPTIMAAL if antwoord.status is Status.OPTIMAL else BatchStatus.TIJDSLIMIET,
        niveaus=niveaus_van(opgave.instance, antwoord),
        voorstellen=voorstellen(batch_id, stand, klaar.velden, gekozen),
        niet_geplaatst=niet_geplaatst(stand, klaar.paren, klaar.deelname.uitgesloten, botsingen, gekozen),
        plekken=plekfeiten(klaar.velden),
        reistijden=reistijdfeiten(klaar.regio, klaar.plekken, klaar.ligging),
        overzicht=overzicht(stand, botsingen, gekozen),
        invoer=klaar.regio.invoer,
        bewijs=antwoord.proof,
        duur_s=duur,
    )


def _conflict(opgave: Opgave, antwoord: Solution) -> tuple[Melding, ...]:
    """The clashing set in words: the fixed pairs first, then the rules."""
    stand = opgave.stand
    vast, regels = [], []
    for naam in antwoord.conflict:
        soort, _, rest = naam.partition("#")[0].partition(":")
        if soort == "fixed":
            wie, plek = stand.mensen[stand.persoon[int(rest)]], stand.plekken[stand.plek[int(rest)]]
            vast.append(fout("botst_vast", uitstromer=wie.uitstromer_id, plek=plek.id))
        else:
            regels.append(fout("botst_regel", regel=soort, naam=REGELS[soort].naam, waar=rest.replace(":", ", ")))
    return (*sorted(vast), *sorted(set(regels)))
