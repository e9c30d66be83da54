"""The files of a batch (contract par. 6)."""

from __future__ import annotations

from matcher.schrijven.bestanden import bestanden

__all__ = ["bestanden"]
