"""Sentences of the part ``geo``."""

from __future__ import annotations

TEKSTEN: dict[str, str] = {}
