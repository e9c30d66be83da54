"""Names for people to read, in the place of codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.regio import Regio
from data.teksten.rapport import WOONVORMEN

MAANDEN = (
    *("januari", "februari", "maart", "april", "mei", "juni"),
    *("juli", "augustus", "september", "oktober", "november", "december"),
)
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")


def woonvorm_naam(woonvorm: str) -> str:
    """The name of a woonvorm; a region's own shows its id."""
    return WOONVORMEN.get(woonvorm, woonvorm.replace("_", " "))


def dag(datum: date) -> str:
    """As ``maandag 23 november 2026``."""
    return f"{DAGEN[datum.weekday()]} {datum.day} {MAANDEN[datum.month - 1]} {datum.year}"


def korte_dag(datum: date) -> str:
    """As ``23-11-2026``."""
    return f"{datum.day:02d}-{datum.month:02d}-{datum.year:04d}"


def getal(waarde: int) -> str:
    """A whole number with a point for the thousands and a real minus sign."""
    return f"{waarde:,}".replace(",", ".").replace("-", "\N{MINUS SIGN}")


def uren(honderdsten: int) -> str:
    """Hours from whole hundredths, with a decimal comma and no zeros behind it."""
    tekst = f"{Decimal(abs(honderdsten)).scaleb(-2):f}".rstrip("0").rstrip(".").replace(".", ",")
    return ("\N{MINUS SIGN}" if honderdsten < 0 else "") + tekst


@dataclass(frozen=True, slots=True)
class Namen:
    """Names of the gemeenten, wijken and aanbieders of a region; a code that is not listed shows itself."""

    gemeenten: dict[str, str]
    wijken: dict[str, str]
    gemeente_van_wijk: dict[str, str]
    aanbieders: dict[str, str]

    @classmethod
    def van(cls, regio: Regio) -> Namen:
        """The names of ``regio``."""
        return cls(
            {g.gemeentecode: g.naam for g in regio.gemeenten},
            {w.wijkcode: w.naam for w in regio.wijken},
            {w.wijkcode: w.gemeentecode for w in regio.wijken},
            {a.aanbieder: a.naam for a in regio.aanbieders},
        )

    def gemeente(self, code: str) -> str:
        """Name of a gemeente."""
        return self.gemeenten.get(code, code)

    def wijk(self, code: str) -> str:
        """Name of a wijk."""
        return self.wijken.get(code, code)

    def aanbieder(self, code: str) -> str:
        """Name of a care provider."""
        return self.aanbieders.get(code, code)

    def plaats(self, gemeentecode: str, wijkcode: str | None) -> str:
        """Gemeente and, where known, wijk: the most precise that is ever shown of where a plek lies."""
        gemeente = self.gemeente(gemeentecode)
        return gemeente if wijkcode is None else f"{gemeente}, {self.wijk(wijkcode)}"
