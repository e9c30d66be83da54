"""The registry is whole, and the page in docs/ is the registry."""

from __future__ import annotations

import os
from pathlib import Path

from matcher.regels import BATCHREGELS, DEELNAMEREGELS, PAARREGELS, REGELS
from matcher.regels.pagina import regelpagina
from matcher.regels.regel import RegelSoort

PAGINA = Path(__file__).resolve().parents[2] / "docs" / "regels.md"


def test_every_code_of_the_contract_is_there_in_order() -> None:
    assert [r.code for r in DEELNAMEREGELS] == ["U1", "U2", "U3", "U5"]
    assert [r.code for r in PAARREGELS] == [f"R{nummer:02d}" for nummer in range(1, 23)]
    assert [r.code for r in BATCHREGELS] == [f"K{nummer}" for nummer in range(1, 12)]


def test_kinds_are_those_of_the_contract() -> None:
    soort = {r.code: r.soort for r in PAARREGELS}
    assert {code for code, s in soort.items() if s is RegelSoort.BESCHERMING} == {"R14", "R15", "R17", "R19"}
    assert {code for code, s in soort.items() if s is RegelSoort.WENS} == {"R16", "R22"}


def test_protections_and_what_the_access_desk_found_are_never_advice() -> None:
    """Contract par. 3: never a b rule, nor R01, R06, R10, R12, R13."""
    assert {r.code for r in PAARREGELS if not r.advies} == {
        *("R14", "R15", "R17", "R19"),
        *("R01", "R06", "R10", "R12", "R13"),
    }


def test_every_rule_says_in_dutch_what_it_is_and_where_it_comes_from() -> None:
    for regel in REGELS.values():
        assert regel.naam
        assert regel.zin.endswith(".")
        assert regel.bron


def test_the_page_is_up_to_date() -> None:
    if os.environ.get("ZL_SCHRIJF") == "1":
        PAGINA.write_text(regelpagina(), encoding="utf-8")
    assert PAGINA.read_text(encoding="utf-8") == regelpagina()
