"""People and plekken as columns of numbers, so that a rule looks at all pairs at once.

Unknown or absent values get a number that makes the comparison come out as the contract says; which one
stands beside each column. Money is in cents, hours in hundredths, distances are decided exactly in ``geo.afstand``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from data.instellingen import Instellingen
from data.records import Uitstromer
from geo.afstand import Punten
from matcher.aanbod import Plek

Getallen = npt.NDArray[np.int64]
Waarheden = npt.NDArray[np.bool_]

GEEN = -1
"""Index of something that is not there."""
ONBEKEND = np.iinfo(np.int64).max
"""A value so high that every upper limit fails."""


@dataclass(frozen=True, slots=True)
class PerPersoon:
    """A value per plek for some people: ``rij[i]`` is the row of ``tabel`` for person i; equal people share a row."""

    rij: Getallen
    tabel: npt.NDArray[Any]

    def waar(self, i: Getallen, j: Getallen) -> Waarheden:
        """A table of yes and no, for the pairs (i, j), broadcast."""
        waarden: Waarheden = self.tabel[self.rij[i], j]
        return waarden

    def getal(self, i: Getallen, j: Getallen) -> Getallen:
        """A table of numbers, for the pairs (i, j), broadcast."""
        waarden: Getallen = self.tabel[self.rij[i], j].astype(np.int64)
        return waarden


@dataclass(frozen=True, slots=True, kw_only=True)
class Mensen:
    """The participants, in the order of their id; arrays of length P unless said otherwise."""

    ids: tuple[str, ...]
    records: tuple[Uitstromer, ...]
    leeftijd: Getallen
    personen: Getallen
    toegankelijkheid: Getallen
    prikkelarm: Getallen
    """Rank in ``Prikkelarm``."""
    prikkel_max: Getallen
    """Highest level where calm is required; otherwise no limit."""
    huur_max: Getallen
    """The lowest of the limits that hold for this person, cents; ``GEEN``: no limit."""
    duur: Getallen
    """Months; 0: not given."""
    zorgplan: Waarheden
    aanbieder: Getallen
    """Index in ``Ligging.reistijden.aanbieders``; ``GEEN``: none."""
    zorgzwaarte: Getallen
    overlastrisico: Waarheden
    huisdier: Waarheden
    woonomgeving: Getallen
    """Rank in ``Woonomgeving``; ``GEEN``: none wanted."""
    vorm_rang: Getallen
    """P x V: place of each woonvorm in the person's list; ``GEEN``: not in it."""
    convenant: Waarheden
    """P x C: the provider is a covenant partner of the corporation; all false without a provider."""
    gemeente_punten: Getallen
    """P x (gemeenten of the supply): points of the fit for gemeente and herkomst together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plekken:
    """The supply, in the order of its id; arrays of length Q unless said otherwise."""

    ids: tuple[str, ...]
    records: tuple[Plek, ...]
    benoemd: Waarheden
    """A woning, not an unnamed place."""
    punten: Punten
    gemeente: Getallen
    """Index among the gemeenten of the supply, in the order of their code."""
    corporatie: Getallen
    woonvorm: Getallen
    """Index among the woonvormen of the settings, in the order of their name."""
    leeftijd_min: Getallen
    leeftijd_max: Getallen
    min_personen: Getallen
    max_personen: Getallen
    """No limit: ``ONBEKEND``."""
    max_personen_gegeven: Waarheden
    toegankelijkheid: Getallen
    prikkelniveau: Getallen
    """Unknown: ``ONBEKEND``."""
    huur: Getallen
    """Cents; unknown: ``ONBEKEND``."""
    op_tijd_vrij: Waarheden
    max_verblijf: Getallen
    """Months, the smaller of plek and woonvorm; no limit: ``ONBEKEND``."""
    zorg24: Waarheden
    zorgzwaarte_max: Getallen
    overlast: Waarheden
    huisdier: Waarheden
    woonomgeving: Getallen
    """Rank of the wijk's surroundings; ``GEEN``: unknown or an unnamed place."""
    kwetsbaar: Waarheden
    vangnet: Waarheden
    eis_zorgplan: Waarheden
    eis_convenant: Waarheden
    eis_zorg24: Waarheden
    eis_vangnet: Waarheden
    reactietijd: Getallen
    """Hundredths of a minute; ``GEEN``: no demand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Velden:
    """Everything that the R rules and the fit look at."""

    instellingen: Instellingen
    mensen: Mensen
    plekken: Plekken
    minuten: Getallen
    """A x Q: travel time in hundredths of a minute; ``GEEN``: not known. An unnamed place has none."""
    doelgroep_past: PerPersoon
    """One of the plek's doelgroepen is the person's (or it asks none), and so are all that it requires."""
    eigen_woning: PerPersoon
    """The plek is the mover's own woning."""
    uitgesloten_gebied: PerPersoon
    uitgesloten_punt: PerPersoon
    te_dicht_bij_bron: PerPersoon
    geweigerd: PerPersoon
    """The pair is ``verbod`` (refusals come with the ledger)."""
    anker: PerPersoon
    """Points of the fit for living near the anchor; without an anchor the full points."""

    @property
    def alle_mensen(self) -> Getallen:
        """Index of every participant, as a column."""
        return np.arange(len(self.mensen.ids), dtype=np.int64)[:, None]

    @property
    def alle_plekken(self) -> Getallen:
        """Index of every plek, as a row."""
        return np.arange(len(self.plekken.ids), dtype=np.int64)[None, :]
