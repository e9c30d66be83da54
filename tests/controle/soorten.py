"""All kinds of corruption, by name."""

from __future__ import annotations

from tests.controle import bederf_bewijsbestand, bederf_paar, bederf_samen, bederf_uitvoer
from tests.controle.bederf import SOORTEN, Soort, Verwacht

MODULES = (bederf_bewijsbestand, bederf_paar, bederf_samen, bederf_uitvoer)
"""Importing them fills ``SOORTEN``."""

__all__ = ["SOORTEN", "Soort", "Verwacht"]
