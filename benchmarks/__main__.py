"""``python -m benchmarks [NAAM ...] [--beurten N]``: the comparisons of quality.md, as ratios in one run."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence

from benchmarks import hulp, week
from benchmarks.meting import Verhouding

METINGEN: dict[str, Callable[[int], list[Verhouding]]] = {"hulp": hulp.meet, "week": week.meet}
"""Every benchmark by name; each takes the number of rounds."""


def main(argumenten: Sequence[str] | None = None) -> None:
    """Run the named benchmarks (default: all) and print their ratios."""
    vraag = argparse.ArgumentParser(prog="benchmarks", description="Vergelijkt snelheid; drukt verhoudingen af.")
    vraag.add_argument("naam", nargs="*", help=f"alleen deze metingen: {', '.join(METINGEN)}")
    vraag.add_argument("--beurten", type=int, default=7, help="hoe vaak elke opdracht wordt gemeten (mediaan)")
    keuze = vraag.parse_args(argumenten)
    if onbekend := set(keuze.naam) - METINGEN.keys():
        vraag.error(f"onbekend: {', '.join(sorted(onbekend))}")
    for naam in keuze.naam or METINGEN:
        for verhouding in METINGEN[naam](keuze.beurten):
            print(verhouding, flush=True)


if __name__ == "__main__":
    main()
