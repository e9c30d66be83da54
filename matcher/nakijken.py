"""Looks at a region folder without solving or writing: faults, and what somebody should have a look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from data.meldingen import Ernst, Melding
from matcher.opmerkingen import opmerkingen
from matcher.run import Klok
from matcher.voorbereiding import voorbereiden


@dataclass(frozen=True, slots=True, kw_only=True)
class Nagekeken:
    """What there is to say about a region on a day, and how much there is to match (0 with any fault)."""

    meldingen: tuple[Melding, ...]
    mensen: int = 0
    plekken: int = 0
    paren: int = 0

    @property
    def goed(self) -> bool:
        """Without any fault: a batch could be made."""
        return not any(melding.ernst is Ernst.FOUT for melding in self.meldingen)

    def als_gegevens(self) -> dict[str, object]:
        """The same for another program (``--json``)."""
        return {
            "goed": self.goed,
            "mensen": self.mensen,
            "plekken": self.plekken,
            "paren": self.paren,
            "meldingen": [melding.als_gegevens() for melding in self.meldingen],
        }


def kijk_na(map_: Path, datum: date) -> Nagekeken:
    """Everything that reading and preparing the batch of ``datum`` brings up, and the notes of that day."""
    klaar, meldingen = voorbereiden(map_, datum, Klok(lambda _: None))
    if klaar is None:
        return Nagekeken(meldingen=meldingen)
    notities = opmerkingen(klaar.regio, datum)
    return Nagekeken(
        meldingen=tuple(sorted({*meldingen, *notities})),
        mensen=len(klaar.deelname.deelnemers),
        plekken=len(klaar.plekken),
        paren=len(klaar.paren.persoon),
    )
