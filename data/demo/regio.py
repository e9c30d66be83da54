"""The demo region as a folder of ordinary files (design: it is also the template for a new region)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from data.demo.aanbod import DATUM, Rij, aanbieders, complexen, contingenten, teams, wijken, woningen
from data.demo.kaart import DELFT, MIDDEN_DELFLAND, PIJNACKER_NOOTDORP, WESTLAND, Kaart
from data.demo.lagen import lagen
from data.demo.mensen import Mens, mensen
from data.demo.plaatsingen import plaatsingen
from data.kolom import Record, kolommen
from data.records import TABELLEN
from data.schrijven import csv_tekst, nieuwe_map

REGELS = """\
# De regels van de voorbeeldregio. Wat hier niet staat, staat op de standaard.

[woonvormen.sociaal_hostel]       # een eigen woonvorm van de regio
zorg24 = true

[spreiding]
jaaropgave = 108                  # plaatsingen die de vier gemeenten dit jaar hebben afgesproken
vrij = ["crisis"]

[draagkracht]
gewicht = { licht = 1, midden = 2, zwaar = 3 }
bron = "regionaal overleg wonen en zorg"
datum = 2026-03-01

[huur]
jong_tot = 21
jong_max = 680
"""

_GEMEENTEN: tuple[tuple[str, str, str], ...] = (
    (DELFT, "Delft", "48.21"),
    (MIDDEN_DELFLAND, "Midden-Delfland", "5.74"),
    (PIJNACKER_NOOTDORP, "Pijnacker-Nootdorp", "12.95"),
    (WESTLAND, "Westland", "33.09"),
)
"""Code, name and share (DWO implementation agenda 2022: the objectief verdeelmodel)."""


def schrijf_demo(map_: Path, *, seed: int = 2026) -> None:
    """Write the demo region to ``map_``, whole or not at all; the same seed gives the same bytes.

    ``map_`` is not there yet, or an empty folder; else :class:`data.schrijven.DoelBestaatError` is raised.
    """
    if map_.is_dir() and not any(map_.iterdir()):
        map_.rmdir()
    with nieuwe_map(map_) as werkmap:
        (werkmap / "geo").mkdir()
        for naam, inhoud in demo_bestanden(seed).items():
            (werkmap / naam).write_bytes(inhoud)


def demo_bestanden(seed: int = 2026) -> dict[str, bytes]:
    """The files of the demo region by their path in the folder."""
    kaart = Kaart(seed)
    wie = mensen(kaart, seed)
    tabellen: dict[str, list[Rij]] = {
        "gemeenten": [
            {"gemeentecode": code, "naam": naam, "aandeel": Decimal(deel)} for code, naam, deel in _GEMEENTEN
        ],
        "wijken": wijken(),
        "aanbieders": aanbieders(kaart),
        "aanbieder_teams": teams(kaart),
        "woningen": woningen(kaart, seed),
        "contingenten": contingenten(),
        "complexen": complexen(),
        "uitstromers": sorted((mens.rij for mens in wie), key=lambda rij: str(rij["uitstromer_id"])),
        "contactverboden": _contactverboden(wie),
        "plaatsingen": plaatsingen(seed, wie),
        "afspraken": _afspraken(wie),
    }
    bestanden = {f"{tabel.tabel}.csv": _csv(tabel, tabellen[tabel.tabel]) for tabel in TABELLEN}
    return {"regels.toml": REGELS.encode()} | bestanden | lagen(kaart)


def _csv(tabel: type[Record], rijen: list[Rij]) -> bytes:
    """All columns of the table, also the empty ones, so that the file shows what may be filled in."""
    namen = list(kolommen(tabel))
    assert all(naam in namen for rij in rijen for naam in rij)
    return csv_tekst(namen, [[rij.get(naam) for naam in namen] for rij in rijen])


def _contactverboden(wie: list[Mens]) -> list[Rij]:
    paren: list[tuple[tuple[str, int], tuple[str, int], Rij]] = [
        (("opvang", 0), ("opvang", 3), {"niveau": "complex"}),
        (("vrouwenopvang", 1), ("detentie", 1), {"niveau": "gemeente", "tot": date(2027, 11, 1)}),
        (("verslavingszorg", 0), ("verslavingszorg", 2), {"afstand_m": 1500}),
        (("ggz", 0), ("ggz", 3), {"niveau": "wijk"}),
        (("opvang", 1), ("opvang", 4), {"niveau": "wijk", "tot": date(2026, 10, 1)}),
    ]
    return [{"uitstromer_a": _id(wie, a), "uitstromer_b": _id(wie, b), **hoe} for a, b, hoe in paren]


def _afspraken(wie: list[Mens]) -> list[Rij]:
    return [
        {
            "uitstromer_id": _id(wie, ("jeugd", 2)),
            "woning_id": "DS-X-01",
            "soort": "vast",
            "reden": "afgesproken in het overleg van 16 november",
            "door": "coordinatiepunt",
        },
        {
            "uitstromer_id": _id(wie, ("opvang", 1)),
            "woning_id": "SS-K-05",
            "soort": "verbod",
            "reden": "eerder geprobeerd, ging niet",
            "door": "coordinatiepunt",
            "tot": date(DATUM.year + 1, 6, 30),
        },
    ]


def _id(wie: list[Mens], rol: tuple[str, int]) -> str:
    return next(mens.uitstromer_id for mens in wie if (mens.profiel, mens.nummer) == rol)
