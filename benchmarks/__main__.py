"""``python -m benchmarks [NAAM ...] [--beurten N] ...``: the comparisons of quality.md, as ratios in one run."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from benchmarks import groei, hulp, kern, land, strategie, week
from benchmarks.meting import Keuze, Regel

METINGEN: dict[str, Callable[[Keuze], Iterable[Regel]]] = {
    "hulp": hulp.meet,
    "week": week.meet,
    "kern": kern.meet,
    "land": land.meet,
    "groei": groei.meet,
    "strategie": strategie.meet,
}
"""Every benchmark by name."""


def main(argumenten: Sequence[str] | None = None) -> None:
    """Run the named benchmarks (default: all) and print their ratios."""
    standaard = Keuze()
    vraag = argparse.ArgumentParser(prog="benchmarks", description="Vergelijkt snelheid; drukt verhoudingen af.")
    vraag.add_argument("naam", nargs="*", help=f"alleen deze metingen: {', '.join(METINGEN)}")
    vraag.add_argument(
        "--beurten", type=int, default=standaard.beurten, help="hoe vaak een korte opdracht wordt gemeten (mediaan)"
    )
    vraag.add_argument(
        "--seconden", type=float, default=standaard.seconden, help="meeste seconden per niveau en per mededinger"
    )
    vraag.add_argument("--klein", action="store_true", help="kleine maten: kijkt alleen of alles werkt")
    vraag.add_argument("--uit", type=Path, default=standaard.uit, help="map voor tekeningen en tabellen")
    keuze = vraag.parse_args(argumenten)
    if onbekend := set(keuze.naam) - METINGEN.keys():
        vraag.error(f"onbekend: {', '.join(sorted(onbekend))}")
    wat = Keuze(beurten=keuze.beurten, seconden=keuze.seconden, klein=keuze.klein, uit=keuze.uit)
    for naam in keuze.naam or METINGEN:
        for regel in METINGEN[naam](wat):
            print(regel, flush=True)


if __name__ == "__main__":
    main()
