"""Sentences of the part ``opdracht``."""

from __future__ import annotations

TEKSTEN: dict[str, str] = {}
