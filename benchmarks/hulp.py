"""S1: ``landing --help`` against an empty Python process."""

from __future__ import annotations

from benchmarks.meting import Keuze, Verhouding, om_beurten, python


def meet(keuze: Keuze) -> list[Verhouding]:
    """The one ratio of S1."""
    tijden = om_beurten({"help": python("cli.py", "--help"), "leeg": python("-c", "pass")}, keuze.beurten)
    return [
        Verhouding(
            naam="S1 landing --help",
            seconden=tijden["help"],
            tegen="python -c pass",
            tegen_seconden=tijden["leeg"],
            hoogstens=10,
        )
    ]
