"""Regions made to measure: a believable region folder of any size, in which every K rule has something to hold back.

``schrijf_regio`` writes ordinary region files (contract par. 1), ``schrijf_land`` forty of them; the same seed gives
the same bytes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from benchmarks.aanbod import Aanbod, maak_aanbod
from benchmarks.gebied import Gebied, Rij, bases, maak_gebied
from benchmarks.mensen import maak_contactverboden, maak_mensen, maak_plaatsingen
from benchmarks.opgave import opgave, samen
from data.demo import DATUM
from data.kolom import kolommen
from data.records import TABELLEN
from data.schrijven import Waarde, csv_tekst

__all__ = [
    "KEER_TIEN",
    "REGIOS",
    "REGIO_VAN_LAND",
    "WEEK",
    "Omvang",
    "opgave",
    "samen",
    "schrijf_land",
    "schrijf_regio",
]

SEED = 2026


@dataclass(frozen=True, slots=True)
class Omvang:
    """How many people wait, and how many rows there are to match them to (woningen and contingenten)."""

    mensen: int
    plekken: int


WEEK = Omvang(60, 45)
KEER_TIEN = Omvang(500, 400)
REGIO_VAN_LAND = Omvang(250, 200)
REGIOS = 40
"""Regions in a nation: together 10,000 people and 8,000 plekken."""


def schrijf_land(map_: Path, *, seed: int = SEED, regios: int = REGIOS, omvang: Omvang = REGIO_VAN_LAND) -> list[Path]:
    """Folders of regions side by side, each with its own seed, codes and ids."""
    mappen = [map_ / f"regio-{nummer:02d}" for nummer in range(regios)]
    for nummer, doel in enumerate(mappen):
        schrijf_regio(doel, seed=seed + nummer, nummer=nummer, mensen=omvang.mensen, plekken=omvang.plekken)
    return mappen


def schrijf_regio(map_: Path, *, seed: int = SEED, mensen: int, plekken: int, nummer: int = 0) -> None:
    """Write a region folder to ``map_`` (made where it is missing), for the batch of ``data.demo.DATUM``.

    ``nummer`` (0..400) gives the region its codes and ids. Raises ``ValueError`` for a number beyond that.
    """
    map_.mkdir(parents=True, exist_ok=True)
    tabellen, jaaropgave = _tabellen(maak_gebied(seed, nummer, mensen), mensen, plekken)
    for tabel in TABELLEN:
        namen = list(kolommen(tabel))
        rijen = tabellen[tabel.tabel]
        assert all(naam in namen for rij in rijen for naam in rij), tabel.tabel
        (map_ / f"{tabel.tabel}.csv").write_bytes(
            csv_tekst(namen, [[rij.get(naam) for naam in namen] for rij in rijen])
        )
    (map_ / "regels.toml").write_text(_regels(jaaropgave, nummer), encoding="utf-8")


def _tabellen(gebied: Gebied, mensen: int, plekken: int) -> tuple[dict[str, list[Rij]], int]:
    verhuizers, vast = max(2, mensen // 20), max(2, mensen // 150)
    wie = maak_mensen(gebied, mensen)
    aanbod = maak_aanbod(gebied, plekken, verhuizers, vast)
    plaatsingen = maak_plaatsingen(gebied, wie, aanbod, historie=plekken * 2 // 5)
    verboden = list(maak_contactverboden(gebied, wie, plaatsingen))
    stand = _Stand.van(wie, aanbod, plaatsingen)
    aanbieders, teams = bases(gebied, stand.uren(gebied))
    tabellen = {
        "gemeenten": stand.gemeenten(gebied, {rij["gemeentecode"] for rij in aanbod.voor_vast}),
        "wijken": stand.wijken(gebied),
        "aanbieders": aanbieders,
        "aanbieder_teams": teams,
        "woningen": aanbod.woningen,
        "contingenten": aanbod.contingenten,
        "complexen": aanbod.complexen,
        "uitstromers": wie,
        "contactverboden": verboden,
        "plaatsingen": plaatsingen,
        "afspraken": list(_afspraken(gebied, wie[verhuizers:], aanbod, verboden)),
    }
    return tabellen, stand.jaaropgave()


@dataclass(frozen=True, slots=True)
class _Stand:
    """What is there to share, and what is taken: limits are set to a part of what is free, so that they hold back."""

    vrij_wijk: Counter[str]
    vrij_gemeente: Counter[str]
    bezet_wijk: Counter[str]
    dit_jaar_wijk: Counter[str]
    dit_jaar_gemeente: Counter[str]
    uren_nu: Counter[str]
    """Hundredths of hours a week that placements take, by aanbieder."""
    uren_gevraagd: Counter[str]

    @classmethod
    def van(cls, mensen: Iterable[Rij], aanbod: Aanbod, plaatsingen: Sequence[Rij]) -> _Stand:
        blijft = [rij for rij in plaatsingen if rij.get("datum_uit") is None]
        telt = [rij for rij in plaatsingen if str(rij["datum_in"]) >= f"{DATUM.year}"]
        mee = [rij for rij in telt if rij["woonvorm"] != "tussenvoorziening"]
        return cls(
            vrij_wijk=aanbod.plaatsen("wijkcode"),
            vrij_gemeente=aanbod.plaatsen("gemeentecode"),
            bezet_wijk=Counter(str(rij["wijkcode"]) for rij in blijft),
            dit_jaar_wijk=Counter(str(rij["wijkcode"]) for rij in telt),
            dit_jaar_gemeente=Counter(str(rij["gemeentecode"]) for rij in mee),
            uren_nu=_uren(blijft),
            uren_gevraagd=_uren(mensen),
        )

    def wijken(self, gebied: Gebied) -> list[Rij]:
        return [
            {
                "wijkcode": wijk.wijkcode,
                "naam": f"Wijk {wijk.wijkcode[2:]}",
                "gemeentecode": wijk.gemeentecode,
                "draagkracht": 3 + self.bezet_wijk[wijk.wijkcode] + self._deel(wijk.wijkcode, 75)
                if wijk.begrensd
                else None,
                "voorbelasting": 3,
                "instroom_max": self.dit_jaar_wijk[wijk.wijkcode] + self._deel(wijk.wijkcode, 60)
                if wijk.instroom
                else None,
                "kwetsbaar": wijk.kwetsbaar,
                "woonomgeving": wijk.woonomgeving,
            }
            for wijk in gebied.wijken
        ]

    def _deel(self, wijkcode: str, procent: int) -> int:
        return max(1, self.vrij_wijk[wijkcode] * procent // 100)

    def gemeenten(self, gebied: Gebied, ruim: Container[Waarde]) -> list[Rij]:
        """Regions with an even number share a ``jaaropgave`` out, the others agreed on an ``opgave``.

        Those in ``ruim`` get a share that leaves room for a fixed pair.
        """
        rijen: list[Rij] = []
        for code in gebied.gemeenten:
            toeval = gebied.toeval(f"opgave/{code}")
            opgave = self.dit_jaar_gemeente[code] + self.vrij_gemeente[code] * toeval.geheel(55, 95) // 100
            rijen.append(
                {
                    "gemeentecode": code,
                    "naam": f"Gemeente {code[2:]}",
                    "aandeel": Decimal(opgave * toeval.geheel(110 if code in ruim else 70, 130)),
                    "opgave": opgave if gebied.nummer % 2 else None,
                }
            )
        return rijen

    def jaaropgave(self) -> int:
        return sum(self.dit_jaar_gemeente.values()) + sum(self.vrij_gemeente.values()) * 65 // 100

    def uren(self, gebied: Gebied) -> dict[str, Waarde]:
        """Hours a week of every aanbieder but the last: on top comes half of what its waiting clients need."""
        return {
            naam: Decimal(self.uren_nu[naam] + self.uren_gevraagd[naam] // 2) / 100 for naam in gebied.aanbieders[:-1]
        }


def _uren(rijen: Iterable[Rij]) -> Counter[str]:
    som: Counter[str] = Counter()
    for rij in rijen:
        uren = rij["uren"]
        if isinstance(uren, Decimal):
            som[str(rij["aanbieder"])] += int(uren * 100)
    return som


def _afspraken(gebied: Gebied, mensen: Sequence[Rij], aanbod: Aanbod, verboden: Sequence[Rij]) -> Iterator[Rij]:
    """Fixed pairs that clash with nothing, of people who would not come first, and a few that are forbidden."""
    met_verbod = {rij[kant] for rij in verboden for kant in ("uitstromer_a", "uitstromer_b")}
    vrij = [
        rij["uitstromer_id"]
        for rij in mensen
        if rij["aanbieder"] in (None, gebied.aanbieders[-1])  # no limit on hours
        and rij["urgentie"] == "normaal"
        and not rij["uitsluiting_gebieden"]
        and not rij["uitsluiting_punten"]
        and rij["uitstromer_id"] not in met_verbod
    ]
    for wie, woning in zip(vrij, aanbod.voor_vast, strict=False):
        yield {"uitstromer_id": wie, "woning_id": woning["woning_id"], "soort": "vast", "reden": "afgesproken"}
    toeval = gebied.toeval("verbod")
    for mens in mensen[::50]:
        woning = toeval.kies(aanbod.woningen)
        if mens["uitstromer_id"] not in vrij:
            yield {
                "uitstromer_id": mens["uitstromer_id"],
                "woning_id": woning["woning_id"],
                "soort": "verbod",
                "reden": "eerder geprobeerd",
            }


def _regels(jaaropgave: int, nummer: int) -> str:
    """Even numbers share out a ``jaaropgave`` and look closely at spreading; some let crises exceed the quota."""
    regels = ["[spreiding]"]
    if nummer % 2 == 0:
        regels += [f"jaaropgave = {jaaropgave}", "band_pct = 1"]
    if nummer % 3 == 1:
        regels.append('vrij = ["crisis"]')
    return "\n".join(regels) + "\n"
