"""Everything before solving: read, validate, put on the map, and work out who may have what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.lezen import lees_regio
from data.meldingen import Ernst, Melding
from data.regio import Regio
from matcher.aanbod import Plek, aanbod
from matcher.afspraken import Geldend, geldend, toets_afspraken
from matcher.deelname import Deelname, blijvend, deelname
from matcher.kaart import bekijk_kaart
from matcher.ligging import Ligging
from matcher.paren import Paren, mogelijke_paren
from matcher.regels.deelname import Deelneembaar
from matcher.run import Klok
from matcher.tijd import Peil, peil
from matcher.velden import Velden
from matcher.veldenbouw import maak_velden
from matcher.verblijf import Verblijf, verblijven

LOS = frozenset({"afspraken.csv", "contactverboden.csv", "complexen.csv"})
"""Files in which a fault leaves it clear who takes part and what there is, so that fixed pairs can be looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorbereid:
    """A region made ready for solving: who takes part, what there is, and which pairs are mogelijk."""

    regio: Regio
    peil: Peil
    verblijf: tuple[Verblijf, ...]
    deelname: Deelname
    plekken: tuple[Plek, ...]
    ligging: Ligging
    afspraken: Geldend
    velden: Velden
    paren: Paren


def voorbereiden(map_: Path, datum: date, klok: Klok) -> tuple[Voorbereid | None, tuple[Melding, ...]]:
    """The region of ``map_`` ready for the batch of ``datum``, with every fault and note; None with any fault."""
    klok.stap("lezen")
    lezing = lees_regio(map_)
    klok.stap("kaart")
    regio, ligging, op_de_kaart = bekijk_kaart(lezing.regio, map_)
    meldingen = tuple(sorted({*lezing.meldingen, *op_de_kaart}))
    if ligging is None or any(m.ernst is Ernst.FOUT and m.bestand not in LOS for m in meldingen):
        return None, meldingen
    klok.stap("vergelijken")
    klaar = vergelijk(regio, ligging, peil(datum, regio.instellingen.batch))
    over_afspraken = toets_afspraken(klaar.afspraken, klaar.deelname, klaar.velden)
    alle = tuple(sorted({*meldingen, *over_afspraken}))
    return None if _met_fout(alle) else klaar, alle


def _met_fout(meldingen: tuple[Melding, ...]) -> bool:
    return any(melding.ernst is Ernst.FOUT for melding in meldingen)


def vergelijk(regio: Regio, ligging: Ligging, peil_: Peil) -> Voorbereid:
    """Who takes part in the batch of ``peil_``, what there is, and which pairs are mogelijk."""
    verblijf = verblijven(regio, peil_)
    wie_blijft = blijvend(verblijf)
    afspraken = geldend(regio, peil_, wie_blijft)
    gegevens = Deelneembaar(
        instellingen=regio.instellingen, peil=peil_, blijvend=wie_blijft, vervuld=afspraken.woont_al
    )
    meedoen = deelname(regio, gegevens)
    plekken = aanbod(regio, verblijf, peil_)
    velden = maak_velden(
        regio, meedoen.deelnemers, plekken, ligging, peil_, verblijf=verblijf, verboden=afspraken.verboden
    )
    return Voorbereid(
        regio=regio,
        peil=peil_,
        verblijf=verblijf,
        deelname=meedoen,
        plekken=plekken,
        ligging=ligging,
        afspraken=afspraken,
        velden=velden,
        paren=mogelijke_paren(velden),
    )
