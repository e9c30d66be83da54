"""What adding one more pair to a result would break: the limits, seen from an option (contract par. 6, verdrongen)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import chain

import numpy as np

from matcher.stand import Grens
from matcher.velden import Getallen


class Botsingen:
    """The limits of a batch with a chosen result in them.

    Numbers of a file stay below 10^11 (hundredths) and a folder holds at most 20,000 people, so that every sum fits.
    """

    def __init__(self, grenzen: tuple[Grens, ...], gekozen: Iterable[int]) -> None:
        """``gekozen``: the options of the result."""
        self._grenzen = grenzen
        self._gekozen = np.array(sorted(gekozen), dtype=np.int64)

    @cached_property
    def gebruik(self) -> tuple[int, ...]:
        """What the result takes of each limit; less than zero where leaving movers free more than comes."""
        return tuple(self._gebruik.tolist())

    @cached_property
    def _leden(self) -> tuple[Getallen, Getallen, Getallen]:
        """Limit, option and weight of every member of every limit."""
        lengte = [len(grens.opties) for grens in self._grenzen]
        return (
            np.repeat(np.arange(len(lengte)), lengte),
            np.fromiter(chain.from_iterable(g.opties for g in self._grenzen), np.int64, sum(lengte)),
            np.fromiter(chain.from_iterable(g.wegen for g in self._grenzen), np.int64, sum(lengte)),
        )

    @cached_property
    def _gebruik(self) -> Getallen:
        grens, optie, gewicht = self._leden
        erin = np.isin(optie, self._gekozen)
        gebruik = np.zeros(len(self._grenzen), dtype=np.int64)
        np.add.at(gebruik, grens[erin], gewicht[erin])
        return gebruik

    @cached_property
    def _gebroken(self) -> Mapping[int, list[tuple[str, bool]]]:
        """For each option the codes of the limits that it breaks, and whether it would on its own."""
        grens, optie, gewicht = self._leden
        hoogst = np.array([g.hoogst for g in self._grenzen], dtype=np.int64)
        breekt = self._gebruik[grens] + gewicht > hoogst[grens]
        alleen = gewicht[breekt] > hoogst[grens[breekt]]
        gebroken: dict[int, list[tuple[str, bool]]] = {}
        for nummer, wie, vol in zip(grens[breekt].tolist(), optie[breekt].tolist(), alleen.tolist(), strict=True):
            gebroken.setdefault(wie, []).append((self._grenzen[nummer].code, vol))
        return gebroken

    def breekt(self, optie: int) -> Mapping[str, bool]:
        """The K rules broken when this option comes on top of the result, in the order of their number.

        The value says whether there was no room before anybody else got a place ("was al vol").
        """
        vol: dict[str, bool] = {}
        for code, was_vol in self._gebroken.get(optie, ()):
            vol[code] = vol.get(code, False) or was_vol
        return {code: vol[code] for code in sorted(vol, key=lambda code: int(code[1:]))}
