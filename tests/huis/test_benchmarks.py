"""The benchmarks run whole and print ratios; how fast they are is never a test."""

from __future__ import annotations

import re

import pytest

from benchmarks.__main__ import METINGEN, main
from benchmarks.meting import Verhouding, om_beurten, python

REGEL = re.compile(r"\S.* +\d+\.\d{3} s +\d+\.\d{2} x  .*\(\d+\.\d{3} s\)   hoogstens [\d.]+ x: (ok|TE TRAAG)")


@pytest.mark.parametrize("naam", METINGEN)
def test_elke_meting_drukt_verhoudingen_af(naam: str, capsys: pytest.CaptureFixture[str]) -> None:
    main([naam, "--beurten", "1"])
    regels = capsys.readouterr().out.splitlines()
    assert regels
    assert all(REGEL.fullmatch(regel) for regel in regels), regels


def test_een_opdracht_die_faalt_wordt_niet_als_snel_geteld() -> None:
    with pytest.raises(RuntimeError, match="stuk eindigde met 3"):
        om_beurten({"stuk": python("-c", "import sys; sys.exit(3)")}, 1)


def test_een_onbekende_meting_wordt_genoemd(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["weekk"])
    assert "onbekend: weekk" in capsys.readouterr().err


def test_het_oordeel_volgt_de_verhouding() -> None:
    def regel(seconden: float) -> str:
        return str(Verhouding(naam="n", seconden=seconden, tegen="t", tegen_seconden=2.0, hoogstens=1.5))

    assert regel(3.0).endswith("1.5 x: ok")
    assert regel(3.1).endswith("1.5 x: TE TRAAG")
