"""The CSV files of a batch: columns and order as in contract par. 6."""

from __future__ import annotations

from decimal import Decimal

from data.schrijven import Waarde, csv_tekst
from matcher.uitkomst import BatchUitkomst, NietGeplaatst, PlekFeit, ReistijdFeit, Voorstel

VOORSTELLEN = (
    *("batch_id", "voorstel_id", "uitstromer_id", "soort", "woning_id", "contingent_id", "corporatie"),
    *("gemeentecode", "wijkcode", "complex_id", "woonvorm", "urgentie", "wachtdagen", "passend"),
    *("ingangsdatum", "komt_vrij", "motivering"),
)
NIET_GEPLAATST = ("uitstromer_id", "status", "code", "toelichting")
PLEKKEN = ("plek", "soort", "gemeentecode", "wijkcode", "prikkelniveau", "prikkel_bron", "vrij")
REISTIJDEN = ("aanbieder", "woning_id", "minuten", "bron")


def voorstellen_csv(uitkomst: BatchUitkomst) -> bytes:
    """``voorstellen.csv``."""
    rijen = (_rij(voorstel, VOORSTELLEN[1:]) for voorstel in uitkomst.voorstellen)
    return csv_tekst(VOORSTELLEN, ([uitkomst.batch_id, *rij] for rij in rijen))


def niet_geplaatst_csv(uitkomst: BatchUitkomst) -> bytes:
    """``niet_geplaatst.csv``."""
    return csv_tekst(NIET_GEPLAATST, [_rij(rij, NIET_GEPLAATST) for rij in uitkomst.niet_geplaatst])


def plekken_csv(uitkomst: BatchUitkomst) -> bytes:
    """``plekken.csv``; an empty ``prikkelniveau`` is one that is not known."""
    return csv_tekst(PLEKKEN, [_rij(rij, PLEKKEN) for rij in uitkomst.plekken])


def reistijden_csv(uitkomst: BatchUitkomst) -> bytes:
    """``reistijden.csv``; empty ``minuten``: not known or not reachable."""
    return csv_tekst(REISTIJDEN, [_reistijd(rij) for rij in uitkomst.reistijden])


def _rij(feit: Voorstel | NietGeplaatst | PlekFeit, kolommen: tuple[str, ...]) -> list[Waarde]:
    return [getattr(feit, kolom) for kolom in kolommen]


def _reistijd(feit: ReistijdFeit) -> list[Waarde]:
    minuten = None if feit.minuten is None else Decimal(feit.minuten).scaleb(-2).normalize()
    return [feit.aanbieder, feit.woning_id, minuten, feit.bron]
