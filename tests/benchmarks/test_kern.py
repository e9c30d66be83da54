"""The table of S3 and the picture: what they show of contestants that were measured elsewhere."""

from __future__ import annotations

from pathlib import Path

from benchmarks.groei import teken
from benchmarks.kern import ONS, Deelname, tabel
from benchmarks.mededingers import Stap, Uitslag
from solver.instance import Group, Instance, Level, Sense

VRAAG = Instance(
    2,
    groups=(Group("K1:a", (0, 1), max=1),),
    levels=(Level("een", Sense.MAX, value=(2, 1)), Level("twee", Sense.MAX, value=(0, 1))),
)


def test_de_tabel_zegt_wat_niet_bewezen_is() -> None:
    """Side by side; ``?`` for a value without proof, ``-`` for what was not reached, ``>`` for who was stopped."""
    ons = Uitslag(2.0, (Stap("een", 2, bewezen=True), Stap("twee", 0, bewezen=True)), gekozen=frozenset({0}))
    ander = Uitslag(6.0, (Stap("een", 1), Stap("twee", None)), gestopt=True, opmerking="te laat")
    regels = tabel(VRAAG, [Deelname(ONS, ons, 100.4, 1.94), Deelname("ander", ander, 50)])
    assert regels == [
        "               tijd  x ons  cpu  MiB  een  twee",
        "onze kern    2.00 s   1.00  1.9  100    2     0",
        "ander      > 6.00 s   3.00  0.0   50   1?     -  te laat",
        "houden iets tegen: K1 1",
    ]


def test_de_tekening_is_een_png(tmp_path: Path) -> None:
    bestand = teken({ONS: [(500, 0.1), (20_000, 4.0)], "niemand": []}, tmp_path / "uit" / "groei.png")
    assert bestand.read_bytes().startswith(b"\x89PNG")
