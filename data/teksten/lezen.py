"""Sentences of the part ``lezen``."""

from __future__ import annotations

TEKSTEN: dict[str, str] = {}
