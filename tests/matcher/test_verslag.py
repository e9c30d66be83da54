"""What a run says: nothing that is not so, nothing twice, and of many faults only the first."""

from __future__ import annotations

from pathlib import Path

from data.meldingen import fout, let_op
from data.teksten import TEKSTEN
from matcher.run import Afloop, Run, als_gegevens, mislukt
from matcher.verslag import MEEST_MELDINGEN, Regel, meldingregels, runregels, velenregels, zin

NOORD, ZUID = Path("noord"), Path("zuid")
FOUT = Run(afloop=Afloop.FOUTE_INVOER, meldingen=(fout("regio_geen_map", map="noord"), let_op("schijf", reden="x")))


def test_faults_come_first_and_notes_are_for_who_wants_them() -> None:
    alles = list(meldingregels((let_op("schijf", "a.csv", reden="x"), fout("schijf", "b.csv", reden="y"))))
    assert [regel.tekst.partition(":")[0] for regel in alles] == [
        "Er is niets geschreven. Dit moet eerst anders",
        "  - b.csv",
        "Let op",
        "  - a.csv",
    ]
    assert all(regel.fout for regel in alles)
    assert list(meldingregels((let_op("schijf", reden="x"),), stil=True)) == []


def test_of_many_faults_about_one_file_the_first_are_told_and_the_rest_is_counted() -> None:
    """Three too many in one file; the one in another file is told in full."""
    veel = [fout("schijf", "a.csv", rij, reden="x") for rij in range(MEEST_MELDINGEN + 3)]
    regels = list(meldingregels((*veel, fout("schijf", "b.csv", reden="y"))))
    assert sum(regel.tekst.startswith("  - a.csv") for regel in regels) == MEEST_MELDINGEN
    assert regels[-2].tekst.startswith("  - b.csv")
    assert regels[-1] == zin("meldingen_meer", fout=True, aantal=3, bestand="a.csv")


def test_a_fault_of_the_program_is_no_task_for_the_user() -> None:
    """Not under the heading that says what must be changed first."""
    (regel,) = runregels(NOORD, mislukt(MemoryError()))
    assert regel == Regel(TEKSTEN["geheugen"], fout=True)


def test_what_nobody_foresaw_is_told_by_kind_and_place() -> None:
    assert mislukt(OSError(28, "No space left on device")).afloop is Afloop.FOUTE_INVOER
    assert "de schijf is vol" in str(mislukt(OSError(28, "")).meldingen[0])
    try:
        raise ValueError("U-GEHEIM")
    except ValueError as geworpen:
        run = mislukt(geworpen)
    assert run.afloop is Afloop.EIGEN_FOUT
    assert "ValueError, test_verslag.py regel" in str(run.meldingen[0])
    assert "U-GEHEIM" not in str(als_gegevens(NOORD, run))


def test_a_clash_names_pairs_and_rules_under_one_heading() -> None:
    botsing = Run(afloop=Afloop.VAST_BOTST, conflict=(fout("botst_vast", uitstromer="U1", plek="W1"),))
    assert list(runregels(NOORD, botsing)) == [
        zin("botst", fout=True),
        Regel("  - vaste koppeling van U1 met W1", fout=True),
    ]


def test_regions_are_told_by_name_in_the_order_given_as_far_as_they_are_done() -> None:
    """South was done first and the run was interrupted before east: north still comes first, east not at all."""
    runs = {1: FOUT, 0: FOUT}
    regels = [regel.tekst for regel in velenregels([NOORD, ZUID, Path("oost")], runs, stil=False)]
    assert [regel.partition(":")[0] for regel in regels if not regel.startswith(" ")] == [
        "noord", "noord", "zuid", "zuid", "Voorstel gemaakt voor 0 van 3 regio's",
    ]  # fmt: skip
    assert list(velenregels([NOORD], {}, stil=True)) == []
