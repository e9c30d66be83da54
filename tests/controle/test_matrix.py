"""A matrix of travel times with gaps, through the whole pipeline: program and checker read it alike (decision 26)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from matcher.batch import maak_voorstel
from matcher.controle import controleer
from matcher.run import Afloop

D = date(2026, 11, 20)
_BESTANDEN = {
    "gemeenten.csv": "gemeentecode;naam\nGM0503;Delft\n",
    "wijken.csv": "wijkcode;naam;gemeentecode\nWK050311;Binnenstad;GM0503\n",
    "aanbieders.csv": "aanbieder;naam;x;y\nnoord;Noord;84500;447500\nzuid;Zuid;84600;447500\n",
    "woningen.csv": (
        "woning_id;corporatie;gemeentecode;wijkcode;x;y;woonvorm;max_personen;beschikbaar_vanaf\n"
        "W1;corp-a;GM0503;WK050311;84512;447310;bt_basis;1;2026-11-01\n"
    ),
    "uitstromers.csv": (
        "uitstromer_id;leeftijd;woonvormen;zorgzwaarte;aanbieder;zorgplan;wachtend_sinds\n"
        "U1;34;bt_basis;licht;noord;ja;2026-01-05\n"
        "U2;34;bt_basis;licht;zuid;ja;2026-01-04\n"
    ),
}


@pytest.mark.parametrize(
    ("rijen", "reistijden", "geplaatst"),
    [
        ("", ["noord;W1;0,5;hemelsbreed", "zuid;W1;0,55;hemelsbreed"], ["U2"]),
        ("noord;W1;12,5\n", ["noord;W1;12,5;matrix", "zuid;W1;;matrix"], ["U1"]),
        ("noord;W9;12,5\n", ["noord;W1;;matrix", "zuid;W1;;matrix"], []),
    ],
    ids=["alleen een kop", "een paar", "een woning die er niet is"],
)
def test_a_matrix_with_gaps(tmp_path: Path, rijen: str, reistijden: list[str], geplaatst: list[str]) -> None:
    """Both live a minute away and U2 waits longest, but without a stated time R12 fails: nobody knows."""
    for naam, tekst in (_BESTANDEN | {"geo/reistijden.csv": f"aanbieder;woning_id;minuten\n{rijen}"}).items():
        (tmp_path / naam).parent.mkdir(exist_ok=True)
        (tmp_path / naam).write_text(tekst, encoding="utf-8")
    run = maak_voorstel(tmp_path, D)
    assert run.afloop is Afloop.KLAAR, run.meldingen
    assert run.map is not None
    assert (run.map / "reistijden.csv").read_text(encoding="utf-8-sig").splitlines()[1:] == reistijden
    kop, *voorstellen = (
        regel.split(";") for regel in (run.map / "voorstellen.csv").read_text(encoding="utf-8-sig").splitlines()
    )
    assert [regel[kop.index("uitstromer_id")] for regel in voorstellen] == geplaatst
    assert controleer(tmp_path, run.map) == ()
