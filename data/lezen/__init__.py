"""Reading a region folder: strict, complete, and in words that people can act on."""

from __future__ import annotations

from data.lezen.map import Lezing, lees_regio
from data.lezen.reistijden import lees_reistijden

__all__ = ["Lezing", "lees_regio", "lees_reistijden"]
