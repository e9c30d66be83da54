"""What both pages begin with: the outcome in a sentence, the key figures, and how the levels came out."""

from __future__ import annotations

from dataclasses import dataclass

from data.keuzes import Doel
from data.regio import Regio
from data.teksten.rapport import DOELEN, UITSLAG
from matcher.rapport.leeg import lege_plaatsen
from matcher.rapport.namen import dag, getal
from matcher.uitkomst import BatchStatus, BatchUitkomst, Niveau, Status


@dataclass(frozen=True, slots=True, kw_only=True)
class NiveauRij:
    """A level in words; ``bewijs`` says how sure its value is."""

    naam: str
    uitleg: str
    beter: str
    waarde: str
    bewijs: str
    bewezen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Kop:
    """The top of a page. Counts are of people, but ``leeg`` counts places."""

    batch_id: str
    week: int
    jaar: int
    dag: str
    horizon: str
    bewezen: bool
    zinnen: tuple[str, ...]
    meedoen: int
    voorgesteld: int
    zonder_plek: int
    leeg: int
    niveaus: tuple[NiveauRij, ...]


def kop(uitkomst: BatchUitkomst, regio: Regio) -> Kop:
    """The top of the pages of a batch."""
    jaar, week, _ = uitkomst.datum.isocalendar()
    zonder = sum(rij.status is not Status.UITGESLOTEN for rij in uitkomst.niet_geplaatst)
    return Kop(
        batch_id=uitkomst.batch_id,
        week=week,
        jaar=jaar,
        dag=dag(uitkomst.datum),
        horizon=dag(uitkomst.horizon),
        bewezen=uitkomst.status is BatchStatus.OPTIMAAL,
        zinnen=_zinnen(uitkomst),
        meedoen=len(uitkomst.voorstellen) + zonder,
        voorgesteld=len(uitkomst.voorstellen),
        zonder_plek=zonder,
        leeg=lege_plaatsen(uitkomst, regio),
        niveaus=tuple(_niveau(niveau) for niveau in uitkomst.niveaus),
    )


def _zinnen(uitkomst: BatchUitkomst) -> tuple[str, ...]:
    if uitkomst.status is BatchStatus.OPTIMAAL:
        return (UITSLAG["beste"],)
    eerste = next((niveau for niveau in uitkomst.niveaus if not niveau.bewezen), None)
    return (UITSLAG["tijd_op"],) if eerste is None else (UITSLAG["tijd_op"], _afstand(eerste))


def _afstand(niveau: Niveau) -> str:
    """How far the first level that is not proven may be from the best."""
    doel = DOELEN[Doel(niveau.naam)][0]
    if niveau.grens is None:
        return UITSLAG["niets_bewezen"].format(doel=doel)
    zin = UITSLAG["hoger" if niveau.richting == "max" else "lager"]
    verschil = abs(niveau.grens - niveau.waarde)
    return zin.format(doel=doel, waarde=getal(niveau.waarde), verschil=getal(verschil))


def _niveau(niveau: Niveau) -> NiveauRij:
    naam, uitleg = DOELEN[Doel(niveau.naam)]
    return NiveauRij(
        naam=naam,
        uitleg=uitleg,
        beter="meer is beter" if niveau.richting == "max" else "minder is beter",
        waarde=getal(niveau.waarde),
        bewijs=_bewijs(niveau),
        bewezen=niveau.bewezen,
    )


def _bewijs(niveau: Niveau) -> str:
    if niveau.bewezen:
        return UITSLAG["bewezen"]
    if niveau.grens is None:
        return UITSLAG["open"]
    return UITSLAG[f"grens_{niveau.richting}"].format(grens=getal(niveau.grens))
