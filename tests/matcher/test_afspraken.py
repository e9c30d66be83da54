"""What is said of fixed pairs that cannot be, and of one that runs already: codes, rows, gaps."""

from __future__ import annotations

from pathlib import Path

import pytest

from matcher.run import Klok
from matcher.voorbereiding import voorbereiden
from tests.golden.deelname import DEELNAME
from tests.golden.geval import Geval
from tests.golden.vast import VAST

GEVALLEN = {geval.naam: geval for geval in (*VAST, *DEELNAME)}
Gezegd = list[tuple[str, str, int, dict[str, str]]]


def _gezegd(map_: Path, geval: Geval) -> tuple[Gezegd, bool]:
    from tests.orakel.ontwerp import schrijf

    klaar, meldingen = voorbereiden(schrijf(geval.ontwerp, map_ / "regio"), geval.datum, Klok(lambda _: None))
    return [(m.code, m.bestand, m.rij, dict(m.velden)) for m in meldingen], klaar is not None


@pytest.mark.parametrize(
    ("naam", "verwacht"),
    [
        ("k10-r14", [("vast_zonder_ondanks", "afspraken.csv", 2, {"regel": "R14"})]),
        ("k10-r15-r19", [("vast_zonder_ondanks", "afspraken.csv", 2, {"regel": "R19"})]),
        ("k10-uitgesloten", [("vast_uitgesloten", "afspraken.csv", 2, {"regel": "U3"})]),
        ("k10-buiten-aanbod", [("vast_geen_aanbod", "afspraken.csv", 2, {"plek": "W1"})]),
        (
            "k10-en-verbod",
            [
                ("vast_en_verbod", "afspraken.csv", 2, {}),
                ("afspraak_strijdig", "afspraken.csv", 3, {"eerder": "2"}),
            ],
        ),
    ],
)
def test_a_fixed_pair_that_cannot_be_is_a_fault(tmp_path: Path, naam: str, verwacht: Gezegd) -> None:
    gezegd, klaar = _gezegd(tmp_path, GEVALLEN[naam])
    assert gezegd == verwacht
    assert not klaar


@pytest.mark.parametrize("naam", ["u5-vast-loopt", "u5-vast-loopt-contingent"])
def test_one_that_runs_already_is_a_note(tmp_path: Path, naam: str) -> None:
    gezegd, klaar = _gezegd(tmp_path, GEVALLEN[naam])
    assert gezegd == [("vast_loopt_al", "afspraken.csv", 2, {})]
    assert klaar


def test_every_reason_at_once(tmp_path: Path) -> None:
    """Two protections that are not named, and a place that is taken: three faults, in the order of the rows."""
    geval = Geval(
        "alles",
        "",
        {
            "U1": {"uitsluiting_gebieden": "GM0503", "uitsluiting_punten": "80000 440000 9"},
            "A1": {"woning_id": "W1"},
            "A2": {"uitstromer_id": "U2", "woning_id": "W2"},
            "U2": {},
            "W2": {"aantal": "0"},
        },
        exit=2,
    )
    gezegd, _ = _gezegd(tmp_path, geval)
    assert [(code, rij, velden) for code, _, rij, velden in gezegd] == [
        ("vast_zonder_ondanks", 2, {"regel": "R14"}),
        ("vast_zonder_ondanks", 2, {"regel": "R15"}),
        ("vast_geen_aanbod", 3, {"plek": "W2"}),
    ]


@pytest.mark.parametrize(
    ("wie", "uit", "codes"),
    [
        ("U1", "", ["plaatsing_woning_onbekend", "vast_loopt_al"]),
        ("U1", "01-10-2026", ["plaatsing_woning_onbekend"]),
        ("P1", "", ["plaatsing_woning_onbekend"]),
    ],
)
def test_a_dwelling_that_only_a_placement_knows(tmp_path: Path, wie: str, uit: str, codes: list[str]) -> None:
    """W9 is in no file of dwellings: the pair runs, or there is nothing to hold on to (decision 49)."""
    rijen = {"A1": {"woning_id": "W9"}, "P1": {"uitstromer_id": wie, "woning_id": "W9", "datum_uit": uit}}
    gezegd, klaar = _gezegd(tmp_path, Geval("oud", "", rijen))
    assert klaar
    assert sorted({code for code, *_ in gezegd} - {"afspraak_vroeger"}) == codes, gezegd
