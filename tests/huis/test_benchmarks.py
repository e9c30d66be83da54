"""The benchmarks run whole and print ratios; how fast they are is never a test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from benchmarks.__main__ import METINGEN, main
from benchmarks.meting import Verhouding, om_beurten, python

REGEL = re.compile(
    r"\S.* +\d+\.\d{3} (s|GiB) +\d+\.\d{2} x  .*\(\d+\.\d{3} \1\)   "
    r"hoogstens [\d.]+ x: (ok|TE TRAAG|TE VEEL|NIET BEWEZEN)"
)
ZONDER = {"groei", "strategie"}
"""Benchmarks that show a picture or a table and compare nothing with what is asked."""


@pytest.mark.parametrize("naam", METINGEN)
def test_elke_meting_drukt_verhoudingen_af(naam: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """At sizes at which everything gets to the end, so nothing may be left unproven."""
    main([naam, "--beurten", "1", "--klein", "--seconden", "60", "--uit", str(tmp_path)])
    regels = [regel for regel in capsys.readouterr().out.splitlines() if "hoogstens" in regel]
    assert bool(regels) != (naam in ZONDER)
    assert all(REGEL.fullmatch(regel) for regel in regels), regels
    assert not any("NIET BEWEZEN" in regel for regel in regels), regels


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


def test_wat_niet_bewezen_is_haalt_niets() -> None:
    """A kernel that stops halfway would be the quickest of all."""
    regel = Verhouding(naam="n", seconden=0.1, tegen="t", tegen_seconden=2.0, hoogstens=1.5, bewezen=False)
    assert regel.oordeel == "NIET BEWEZEN"


def test_een_andere_maat_dan_tijd() -> None:
    regel = Verhouding(naam="n", seconden=5, tegen="t", tegen_seconden=4, hoogstens=1, eenheid="GiB")
    assert str(regel).endswith("(4.000 GiB)   hoogstens 1 x: TE VEEL")
