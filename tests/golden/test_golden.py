"""Every golden case, by the oracle and by the program. The expected values were worked out by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.golden.deelname import AANBOD, DEELNAME
from tests.golden.draagkracht import DRAAGKRACHT
from tests.golden.fit import FIT
from tests.golden.geval import Geval, verwacht
from tests.golden.grenzen import GRENZEN
from tests.golden.nabijheid import NABIJHEID
from tests.golden.niveaus import NIVEAUS
from tests.golden.omgeving import CODES_ZONDER_AANBOD, OMGEVING
from tests.golden.quotum import QUOTUM
from tests.golden.spreiding import SPREIDING
from tests.golden.uitvoer import UITVOER, VERDRONGEN
from tests.golden.vast import VAST
from tests.golden.woning import WONING
from tests.orakel.ontwerp import schrijf
from tests.orakel.orakel import Uitkomst, los_op
from tests.orakel.pijplijn import draai

GEVALLEN = (
    *(*DEELNAME, *AANBOD),
    *(*WONING, *OMGEVING, *CODES_ZONDER_AANBOD),
    *(*GRENZEN, *QUOTUM, *DRAAGKRACHT, *NABIJHEID, *VAST),
    *(*NIVEAUS, *SPREIDING, *FIT, *VERDRONGEN, *UITVOER),
)


def _toets(geval: Geval, uitkomst: Uitkomst) -> None:
    assert uitkomst.exit == geval.exit, geval.waarom
    if geval.exit:
        return
    gevonden = {persoon: ("", plek) for persoon, plek in uitkomst.toewijzing}
    gevonden |= {persoon: ("uitgesloten", code) for persoon, code in uitkomst.uitgesloten.items()}
    gevonden |= uitkomst.niet_geplaatst
    assert gevonden == verwacht(geval), geval.waarom
    assert {naam: uitkomst.niveaus[naam] for naam in geval.niveaus} == geval.niveaus, geval.waarom
    assert {wie: uitkomst.bijzonder[wie].ingangsdatum for wie in geval.ingang} == geval.ingang, geval.waarom
    assert {wie: uitkomst.bijzonder[wie].komt_vrij for wie in geval.komt_vrij} == geval.komt_vrij, geval.waarom
    assert geval.paren in {None, uitkomst.paren}, geval.waarom
    assert geval.batch_id in {None, uitkomst.batch_id}, geval.waarom


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.naam)
def test_orakel(tmp_path: Path, geval: Geval) -> None:
    _toets(geval, los_op(schrijf(geval.ontwerp, tmp_path / "regio"), geval.datum, geval.seed))


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda geval: geval.naam)
def test_programma(tmp_path: Path, geval: Geval) -> None:
    _toets(geval, draai(schrijf(geval.ontwerp, tmp_path / "regio"), geval.datum, geval.zaad))


def test_namen_zijn_uniek() -> None:
    namen = [geval.naam for geval in GEVALLEN]
    assert len(set(namen)) == len(namen)


def test_elke_regel_heeft_een_geval() -> None:
    """Each U and R rule is the code of somebody; each K rule but K1 (a plek too many for one) and K10 as well."""
    codes = {deel for geval in GEVALLEN for zegt in geval.uit.values() for deel in zegt.split()[-1].split("|")}
    moet = {
        "U1",
        "U2",
        "U3",
        "U5",
        *(f"R{n:02d}" for n in range(1, 23)),
        *(f"K{n}" for n in (2, 3, 4, 5, 6, 7, 8, 9, 11)),
    }
    assert moet <= codes
