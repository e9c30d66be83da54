"""Doelgroepen in the words that people use, through the whole pipeline: program and checker compare them alike."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from matcher.batch import maak_voorstel
from matcher.controle import controleer
from matcher.run import Afloop

_BESTANDEN = {
    "gemeenten.csv": "gemeentecode;naam\nGM0503;Delft\n",
    "wijken.csv": "wijkcode;naam;gemeentecode\nWK050311;Binnenstad;GM0503\n",
    "aanbieders.csv": "aanbieder;naam\n",
    "woningen.csv": (
        "woning_id;corporatie;gemeentecode;wijkcode;woonvorm;max_personen;beschikbaar_vanaf;doelgroepen;"
        "doelgroepen_vereist;leeftijd_max\n"
        "W1;corp-a;GM0503;WK050311;kamer_met_aandacht;1;2026-11-01;LVB/ggz | ouderen;jongeren 18-23;999\n"
    ),
}


@pytest.mark.parametrize(
    ("groepen", "voorstellen"),
    [("jongeren 18-23|LVB/ggz", 1), ("jongeren 18-23 |cliënt", 0), ("Jongeren 18-23|LVB/ggz", 0)],
)
def test_compared_as_they_are_written(tmp_path: Path, groepen: str, voorstellen: int) -> None:
    kop = "uitstromer_id;leeftijd;woonvormen;zorgzwaarte;doelgroepen;wachtend_sinds\n"
    uitstromer = f"{kop}U1;20;kamer_met_aandacht;licht;{groepen};2026-01-05\n"
    for naam, tekst in (_BESTANDEN | {"uitstromers.csv": uitstromer}).items():
        (tmp_path / naam).write_text(tekst, encoding="utf-8")
    run = maak_voorstel(tmp_path, date(2026, 11, 20))
    assert run.afloop is Afloop.KLAAR, run.meldingen
    assert run.map is not None
    assert len((run.map / "voorstellen.csv").read_bytes().splitlines()) == 1 + voorstellen
    assert controleer(tmp_path, run.map) == ()
