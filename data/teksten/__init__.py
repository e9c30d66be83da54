"""The message catalogue: every sentence that the program says, by code.

One module per part of the program; codes are unique over all of them.
"""

from __future__ import annotations

from types import MappingProxyType

from data.teksten import geo, lezen, matcher, opdracht, rapport, solver, systeem

_DELEN = (
    lezen.TEKSTEN,
    geo.TEKSTEN,
    matcher.TEKSTEN,
    solver.TEKSTEN,
    rapport.TEKSTEN,
    opdracht.TEKSTEN,
    systeem.TEKSTEN,
)

TEKSTEN: MappingProxyType[str, str] = MappingProxyType({code: tekst for deel in _DELEN for code, tekst in deel.items()})
"""Sentence by code; gaps as in ``str.format``."""
