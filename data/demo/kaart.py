"""The map of the demo region: a drawing in letters becomes wijken, buurten and points that fit without a gap.

Every letter of ``RASTER`` is a cell of 1,200 m and a buurt; equal letters are a wijk. The corners of the cells are
shared and shifted a little by the seed, so the wijken look like wijken and still tile the region. The gemeenten
lie where the real ones lie; nothing smaller than a gemeente exists. All coordinates are RD metres (EPSG:28992).
"""

from __future__ import annotations

from dataclasses import dataclass

from data.demo.toeval import Toeval

DELFT, WESTLAND, MIDDEN_DELFLAND, PIJNACKER_NOOTDORP = "GM0503", "GM1783", "GM1842", "GM1926"

RASTER = (
    "....MMNN........VVV.",
    "...LMMNNN......VVVV.",
    "..LLLMNNO.....WWVVV.",
    ".KLLLOOOO...AAWWWVXX",
    "KKKLOOOOSSAAABBWWXXX",
    "KKKPPPOSSSCADBBYYXXX",
    "KKPPPPSSSSCCDEEYYYXX",
    ".PPPPSSSSSFCGGEYYY..",
    "..PPSSSSSTFFGHHHY...",
    "...SSSTTTTFFHH......",
    "....UUUTTTTT........",
    "....UUUUTTT.........",
    ".....UUUUTT.........",
)
"""North is up, west is left."""

CEL_M = 1200
WEST, NOORD = 69_000, 453_000
_RUIMTE_M = 200
"""How far a corner may shift; a point of a cell stays well within it (see :meth:`Kaart.punt`)."""

Punt = tuple[int, int]
"""x, y in RD metres."""
Cel = tuple[int, int]
"""Row and column in ``RASTER``."""


@dataclass(frozen=True, slots=True)
class Wijkschets:
    """What the demo says of a wijk; the letter is its place in ``RASTER``."""

    letter: str
    gemeentecode: str
    nummer: int
    naam: str
    woonomgeving: str
    inwoners: int
    draagkracht: int | None
    voorbelasting: int = 0
    instroom_max: int | None = None
    kwetsbaar: bool = False
    vangnet: bool = False

    @property
    def wijkcode(self) -> str:
        """``WK``, the digits of the gemeente and a number that no real wijk of it has."""
        return f"WK{self.gemeentecode[2:]}{self.nummer}"


WIJKEN = (
    Wijkschets("A", DELFT, 91, "Oude Gracht", "stad", 13_100, 24, 2, vangnet=True),
    Wijkschets("B", DELFT, 92, "Molenveld", "stad", 11_800, 19, 1),
    Wijkschets("C", DELFT, 93, "Ambachtsbuurt", "stad", 14_300, 15, 3, kwetsbaar=True, vangnet=True),
    Wijkschets("D", DELFT, 94, "Spoorkwartier", "stad", 9_600, 8),
    Wijkschets("E", DELFT, 95, "Ketelhaven", "stad", 15_200, 15, 4, instroom_max=7, kwetsbaar=True),
    Wijkschets("F", DELFT, 96, "Noorderzoom", "stad", 12_400, 18, 2, vangnet=True),
    Wijkschets("G", DELFT, 97, "Kanaalpark", "stad", 10_900, 11, 1),
    Wijkschets("H", DELFT, 98, "Zuidrand", "stad", 8_700, None),
    Wijkschets("K", WESTLAND, 91, "Zeekant", "dorp", 21_400, 26, 4, vangnet=True),
    Wijkschets("L", WESTLAND, 92, "Duinstreek", "dorp", 16_800, 8),
    Wijkschets("M", WESTLAND, 93, "Druivenhof", "dorp", 15_500, 6, 1),
    Wijkschets("N", WESTLAND, 94, "Vlietkant", "dorp", 18_300, 10, 2),
    Wijkschets("O", WESTLAND, 95, "Glastuinen", "landelijk", 12_900, 8),
    Wijkschets("P", WESTLAND, 96, "Lage Polder", "landelijk", 14_600, None),
    Wijkschets("S", MIDDEN_DELFLAND, 91, "Vlietdorp", "dorp", 8_100, 4, 1),
    Wijkschets("T", MIDDEN_DELFLAND, 92, "Weidehoek", "landelijk", 6_200, 3),
    Wijkschets("U", MIDDEN_DELFLAND, 93, "Kreekland", "landelijk", 5_300, 3),
    Wijkschets("V", PIJNACKER_NOOTDORP, 91, "Veenhof", "dorp", 17_900, 8, 1),
    Wijkschets("W", PIJNACKER_NOOTDORP, 92, "Plassenrand", "dorp", 13_700, 6),
    Wijkschets("X", PIJNACKER_NOOTDORP, 93, "Tolweide", "landelijk", 11_200, 5),
    Wijkschets("Y", PIJNACKER_NOOTDORP, 94, "Hoge Kade", "dorp", 13_900, None, vangnet=True),
)


class Kaart:
    """The region on the ground, for one seed."""

    def __init__(self, seed: int) -> None:
        """Lay out the corners of the cells."""
        self._seed = seed
        self.cellen: dict[str, tuple[Cel, ...]] = {
            wijk.letter: tuple(
                (rij, kolom)
                for rij, regel in enumerate(RASTER)
                for kolom, letter in enumerate(regel)
                if letter == wijk.letter
            )
            for wijk in WIJKEN
        }

    def omtrek(self, cellen: tuple[Cel, ...]) -> list[Punt]:
        """The closed ring around cells that hang together without a hole, counter-clockwise."""
        zijden = {zijde for cel in cellen for zijde in self._zijden(cel)}
        volgende = {van: naar for van, naar in zijden if (naar, van) not in zijden}
        ring = [min(volgende)]
        while len(ring) == 1 or ring[-1] != ring[0]:
            ring.append(volgende[ring[-1]])
        assert len(ring) == len(volgende) + 1, "een wijk hangt niet samen"
        return [self._hoek(hoek) for hoek in ring]

    def midden(self, cel: Cel) -> Punt:
        """The middle of a cell."""
        rij, kolom = cel
        return WEST + kolom * CEL_M + CEL_M // 2, NOORD - rij * CEL_M - CEL_M // 2

    def punt(self, letter: str, naam: str) -> Punt:
        """A point in a wijk, the same one for the same name; at least 50 m inside its cell."""
        toeval = Toeval(self._seed, f"punt/{naam}")
        x, y = self.midden(toeval.kies(self.cellen[letter]))
        vrij = CEL_M // 2 - _RUIMTE_M - 50
        return x + toeval.geheel(-vrij, vrij), y + toeval.geheel(-vrij, vrij)

    @staticmethod
    def _zijden(cel: Cel) -> list[tuple[Cel, Cel]]:
        rij, kolom = cel
        hoeken = [(rij + 1, kolom), (rij + 1, kolom + 1), (rij, kolom + 1), (rij, kolom)]
        return [(hoeken[nummer], hoeken[(nummer + 1) % 4]) for nummer in range(4)]

    def _hoek(self, hoek: Cel) -> Punt:
        rij, kolom = hoek
        toeval = Toeval(self._seed, f"hoek/{rij}/{kolom}")
        x, y = WEST + kolom * CEL_M, NOORD - rij * CEL_M
        return x + toeval.geheel(-_RUIMTE_M, _RUIMTE_M), y + toeval.geheel(-_RUIMTE_M, _RUIMTE_M)
