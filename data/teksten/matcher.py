"""Sentences of the part ``matcher``."""

from __future__ import annotations

TEKSTEN: dict[str, str] = {}
