"""Counts of people on a page for others: nothing below ten, and nothing that gives such a count away."""

from __future__ import annotations

from collections.abc import Sequence

DREMPEL = 10
KLEIN = f"minder dan {DREMPEL}"
NIET_GETOOND = "niet getoond"


def klein(telling: int) -> str:
    """One count that stands on its own: none, ``minder dan 10``, or the number."""
    return KLEIN if 0 < telling < DREMPEL else str(telling)


def verdeling(tellingen: Sequence[int]) -> tuple[str, ...]:
    """Counts whose sum is known to the reader, with those hidden that are small or would give a small one away.

    A hidden count may be any number from 0, so hidden counts are safe as soon as there are two of them and
    together they are more than 0. The smallest other count is hidden with a lone small one.
    """
    verborgen = {plek for plek, telling in enumerate(tellingen) if 0 < telling < DREMPEL}
    if len(verborgen) == 1:
        andere = sorted((not telling, telling, plek) for plek, telling in enumerate(tellingen) if plek not in verborgen)
        verborgen.update(plek for _, _, plek in andere[:1])
    return tuple(NIET_GETOOND if plek in verborgen else str(telling) for plek, telling in enumerate(tellingen))
