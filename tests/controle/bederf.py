"""Planted corruptions: every way to spoil a sound batch that the checker must name by the right code.

Each kind works on any sound batch folder: it picks its victim with the given random generator, changes the files, and
returns what must be found, or None when this batch offers no opportunity. Nothing here asks the checker anything.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from tests.controle.kopie import Kopie, Rij


class Verwacht(NamedTuple):
    """A finding that must be there: its code, and a part of its subject."""

    code: str
    onderwerp: str = ""


Bederf = Callable[[Kopie, random.Random], Verwacht | None]


@dataclass(frozen=True)
class Soort:
    """A kind of corruption."""

    naam: str
    bederf: Bederf


SOORTEN: dict[str, Soort] = {}


def soort(naam: str) -> Callable[[Bederf], Bederf]:
    """Register a kind under its name."""

    def registreer(bederf: Bederf) -> Bederf:
        assert naam not in SOORTEN
        SOORTEN[naam] = Soort(naam, bederf)
        return bederf

    return registreer


@dataclass(frozen=True)
class Slachtoffer:
    """A proposal with the rows of the input behind it."""

    voorstel: Rij
    mens: Rij
    plek: Rij

    @property
    def wie(self) -> str:
        """The person."""
        return self.voorstel["uitstromer_id"]

    @property
    def naam(self) -> str:
        """The plek."""
        return self.voorstel["woning_id"] or self.voorstel["contingent_id"]

    @property
    def benoemd(self) -> bool:
        """Whether the plek is a woning."""
        return self.voorstel["soort"] == "woning"

    @property
    def xy(self) -> tuple[int, int]:
        """The place of the plek in whole metres; somewhere when it has none."""
        x, y = self.plek["x"] or "90000", self.plek["y"] or "450000"
        return int(float(x.replace(",", "."))), int(float(y.replace(",", ".")))

    @property
    def tabel(self) -> str:
        """The input file that the plek stands in."""
        return "woningen.csv" if self.benoemd else "contingenten.csv"

    def wijzig_mens(self, kopie: Kopie, **cellen: str) -> None:
        """Change cells of the person."""
        kopie.wijzig("uitstromers.csv", lambda rij: rij["uitstromer_id"] == self.wie, **cellen)

    def wijzig_plek(self, kopie: Kopie, **cellen: str) -> None:
        """Change cells of the plek."""
        sleutel = "woning_id" if self.benoemd else "contingent_id"
        kopie.wijzig(self.tabel, lambda rij: rij[sleutel] == self.naam, **cellen)


def slachtoffers(kopie: Kopie) -> list[Slachtoffer]:
    """Proposals that staff did not fix, so that every rule holds for them."""
    vast = {rij["uitstromer_id"] for rij in kopie.lees("afspraken.csv") if rij["soort"] == "vast"}
    mensen = {rij["uitstromer_id"]: rij for rij in kopie.lees("uitstromers.csv")}
    woningen = {rij["woning_id"]: rij for rij in kopie.lees("woningen.csv")}
    contingenten = {rij["contingent_id"]: rij for rij in kopie.lees("contingenten.csv")}
    gevonden = []
    for rij in kopie.lees("voorstellen.csv"):
        plek = woningen[rij["woning_id"]] if rij["soort"] == "woning" else contingenten[rij["contingent_id"]]
        if rij["uitstromer_id"] not in vast:
            gevonden.append(Slachtoffer(rij, mensen[rij["uitstromer_id"]], plek))
    return gevonden


def kies(
    kopie: Kopie, toeval: random.Random, past: Callable[[Slachtoffer], bool] = lambda _: True
) -> Slachtoffer | None:
    """Pick one victim that fits."""
    keuzes = [slachtoffer for slachtoffer in slachtoffers(kopie) if past(slachtoffer)]
    return toeval.choice(keuzes) if keuzes else None
