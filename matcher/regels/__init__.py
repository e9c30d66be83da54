"""The registry of rules: eligibility, solving, explanation and docs all walk these, so that none can be forgotten."""

from __future__ import annotations

from types import MappingProxyType

from matcher.regels.batch import BATCHREGELS
from matcher.regels.deelname import DEELNAMEREGELS
from matcher.regels.paar import PAARREGELS
from matcher.regels.regel import Regel

REGELS: MappingProxyType[str, Regel] = MappingProxyType(
    {regel.code: regel for regel in (*DEELNAMEREGELS, *PAARREGELS, *BATCHREGELS)}
)
"""Every rule by its code."""

__all__ = ["BATCHREGELS", "DEELNAMEREGELS", "PAARREGELS", "REGELS"]
