"""Sentences of the part ``solver``."""

from __future__ import annotations

TEKSTEN: dict[str, str] = {}
