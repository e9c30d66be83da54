"""The days that a batch looks at: D, its year J, and the horizon H (contract, words above par. 1)."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta

from data.instellingen import Batch
from data.records import Uitstromer


@dataclass(frozen=True, slots=True)
class Peil:
    """``datum`` is D, the batch date; ``horizon`` is H."""

    datum: date
    horizon: date
    op_tijd: date
    """Last ``uiterste_datum`` that the level ``op_tijd`` looks at."""

    @property
    def jaar(self) -> int:
        """J, the year whose placements count for quota."""
        return self.datum.year


def peil(datum: date, instellingen: Batch) -> Peil:
    """The days of the batch of ``datum``."""
    return Peil(
        datum,
        datum + timedelta(days=instellingen.horizon_dagen),
        datum + timedelta(days=instellingen.op_tijd_dagen),
    )


def leeftijd(uitstromer: Uitstromer, dag: date) -> int:
    """Age in whole years on ``dag``; with ``geboortemaand`` the birthday is the last day of that month (par. 1)."""
    geboren = uitstromer.geboortemaand
    if geboren is None:
        assert uitstromer.leeftijd is not None
        return uitstromer.leeftijd
    verjaardag = date(dag.year, geboren.month, calendar.monthrange(dag.year, geboren.month)[1])
    return dag.year - geboren.year - (dag < verjaardag)


def isoweek(dag: date) -> str:
    """The ISO week as ``jjjj-Www``."""
    jaar, week, _ = dag.isocalendar()
    return f"{jaar:04d}-W{week:02d}"


def geldt(tot: date | None, datum: date) -> bool:
    """Whether something with a last day ``tot`` (or none) still holds on ``datum``."""
    return tot is None or tot >= datum
