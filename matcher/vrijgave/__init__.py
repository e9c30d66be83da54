"""The human decision: a concept becomes sheets for corporations and care providers (contract par. 6)."""

from __future__ import annotations

from matcher.vrijgave.besluit import Vrijgave, vrijgeven

__all__ = ["Vrijgave", "vrijgeven"]
