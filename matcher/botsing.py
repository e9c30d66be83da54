"""What adding one more pair to a result would break: the limits, seen from an option (contract par. 6, verdrongen)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property

from matcher.stand import Grens


class Botsingen:
    """The limits of a batch with a chosen result in them."""

    def __init__(self, grenzen: tuple[Grens, ...], gekozen: Iterable[int]) -> None:
        """``gekozen``: the options of the result."""
        self._grenzen = grenzen
        self._gekozen = frozenset(gekozen)

    @cached_property
    def gebruik(self) -> tuple[int, ...]:
        """What the result takes of each limit; less than zero where leaving movers free more than comes."""
        return tuple(
            sum(gewicht for optie, gewicht in gewogen(grens) if optie in self._gekozen) for grens in self._grenzen
        )

    @cached_property
    def _van_optie(self) -> Mapping[int, list[tuple[int, int]]]:
        leden: dict[int, list[tuple[int, int]]] = {}
        for nummer, grens in enumerate(self._grenzen):
            for optie, gewicht in gewogen(grens):
                leden.setdefault(optie, []).append((nummer, gewicht))
        return leden

    def breekt(self, optie: int) -> Mapping[str, bool]:
        """The K rules broken when this option comes on top of the result, in the order of their number.

        The value says whether there was no room before anybody else got a place ("was al vol").
        """
        vol: dict[str, bool] = {}
        for nummer, gewicht in self._van_optie.get(optie, []):
            grens = self._grenzen[nummer]
            if self.gebruik[nummer] + gewicht > grens.hoogst:
                vol[grens.code] = vol.get(grens.code, False) or gewicht > grens.hoogst
        return {code: vol[code] for code in sorted(vol, key=lambda code: int(code[1:]))}


def gewogen(grens: Grens) -> Iterable[tuple[int, int]]:
    """The options of a limit with their weights."""
    return zip(grens.opties, grens.gewicht or (1,) * len(grens.opties), strict=True)
