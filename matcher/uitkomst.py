"""What a batch comes to: frozen values that the writers and the reports read, and nothing computes again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from data.keuzes import Urgentie


class PlekSoort(StrEnum):
    """A plek is a concrete woning or an unnamed place of a contingent."""

    WONING = "woning"
    CONTINGENT = "contingent"


class Status(StrEnum):
    """Why someone has no proposal."""

    UITGESLOTEN = "uitgesloten"
    GEEN_PASSEND_AANBOD = "geen_passend_aanbod"
    VERDRONGEN = "verdrongen"


class BatchStatus(StrEnum):
    """How the solving ended."""

    OPTIMAAL = "optimaal"
    TIJDSLIMIET = "tijdslimiet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Voorstel:
    """A proposal: one row of ``voorstellen.csv`` (contract par. 6). ``wachtdagen`` is not capped."""

    voorstel_id: str
    uitstromer_id: str
    soort: PlekSoort
    woning_id: str | None
    contingent_id: str | None
    corporatie: str
    gemeentecode: str
    wijkcode: str | None
    complex_id: str | None
    woonvorm: str
    urgentie: Urgentie
    wachtdagen: int
    passend: int
    ingangsdatum: date
    komt_vrij: str | None
    motivering: str
    vast: bool
    """Staff fixed this pair (``afspraken.csv``); not written to the file, shown in red in the report."""

    @property
    def plek(self) -> str:
        """The woning_id of a named plek, else the contingent_id."""
        gekozen = self.woning_id if self.soort is PlekSoort.WONING else self.contingent_id
        assert gekozen is not None
        return gekozen


@dataclass(frozen=True, slots=True, kw_only=True)
class NietGeplaatst:
    """Someone without a proposal, and the code and sentence that say why (contract par. 6)."""

    uitstromer_id: str
    status: Status
    code: str
    toelichting: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlekFeit:
    """The facts about a plek of the supply that were used: a row of ``plekken.csv``.

    ``vrij`` counts the places that could be given out in this batch by this row alone.
    ``prikkel_bron`` is ``corporatie`` where the level was stated, ``onbekend`` where there is none.
    """

    plek: str
    soort: PlekSoort
    gemeentecode: str
    wijkcode: str | None
    prikkelniveau: int | None
    prikkel_bron: str
    vrij: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReistijdFeit:
    """Travel time from the nearest base of a provider: a row of ``reistijden.csv``.

    ``minuten`` in whole hundredths, rounded up; ``None``: not known or not reachable.
    """

    aanbieder: str
    woning_id: str
    minuten: int | None
    bron: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Niveau:
    """A level of the objective as reached and as proven. ``grens`` is None when it was not reached."""

    naam: str
    richting: str
    waarde: int
    grens: int | None
    bewezen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Gebruik:
    """How full a limit is: before this batch, what the batch adds, and the limit (None: no limit)."""

    code: str
    naam: str
    geteld: int
    nieuw: int
    grens: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegePlek:
    """A plek that keeps places free though someone without a place could live there but for rules K."""

    plek: str
    soort: PlekSoort
    corporatie: str
    gemeentecode: str
    vrij: int
    """Places that stay empty in this row after the batch."""
    wachtenden: tuple[tuple[str, tuple[str, ...]], ...]
    """People without a place for whom the plek is feasible, each with the K rules that adding them breaks."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overzicht:
    """The figures of the reports. ``opgave`` is what each gemeente still owes: quota minus counted minus new.

    ``quota``: K4, places; ``draagkracht``: K5, points; ``instroom``: K5, placements this year;
    ``contingenten``: K3, places; ``complexen``: K6; ``uren``: K9, hundredths of an hour a week.
    Rows stand in the order of their code. Movers who leave are already taken off ``nieuw``, so that
    it can be negative for ``draagkracht``, ``complexen`` and ``uren``.
    """

    quota: tuple[Gebruik, ...]
    draagkracht: tuple[Gebruik, ...]
    instroom: tuple[Gebruik, ...]
    contingenten: tuple[Gebruik, ...]
    complexen: tuple[Gebruik, ...]
    uren: tuple[Gebruik, ...]
    leeg: tuple[LegePlek, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BatchUitkomst:
    """A solved batch, checked, before it has a folder."""

    batch_id: str
    datum: date
    horizon: date
    seed: str
    reden: str | None = None
    """Why the seed is another one than the week (``--reden``); for the desk's report."""
    status: BatchStatus
    niveaus: tuple[Niveau, ...]
    voorstellen: tuple[Voorstel, ...]
    niet_geplaatst: tuple[NietGeplaatst, ...]
    plekken: tuple[PlekFeit, ...]
    reistijden: tuple[ReistijdFeit, ...]
    overzicht: Overzicht
    invoer: Mapping[str, str]
    bewijs: Mapping[str, Any] | None = None
    """Why nothing is better, in plain values (``docs/bewijs.md``); None where numbers were too wide to tell."""
    duur_s: Mapping[str, float] = field(default_factory=dict)
