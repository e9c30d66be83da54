"""Time against size, from a week to a nation, in one picture: every contestant until it no longer gets to the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.kern import KLEIN, ONS, deelname, gemaakt
from benchmarks.mededingers import EEN_MODEL, RELAXATIES
from benchmarks.meting import Keuze, Regel
from benchmarks.opgave import opgave, samen
from benchmarks.regio import KEER_TIEN, REGIO_VAN_LAND, WEEK, Omvang, schrijf_land
from solver.instance import Instance

MATEN = (WEEK, REGIO_VAN_LAND, KEER_TIEN, Omvang(1000, 800))
"""The sizes of one region; the nation comes on top."""

Punt = tuple[int, float]
"""Feasible pairs, seconds."""


def meet(keuze: Keuze) -> Iterator[Regel]:
    """A line for each contestant and size, and where the picture stands."""
    punten: dict[str, list[Punt]] = {naam: [] for naam in (ONS, *EEN_MODEL, RELAXATIES)}
    afgevallen: set[str] = set()
    for titel, instance in _opgaven(klein=keuze.klein):
        onze: tuple[int, ...] = ()
        for naam in punten:
            if naam in afgevallen:
                continue
            deel = deelname(naam, instance, keuze.seconden, onze)
            yield f"{titel:<24}{instance.options:>8} paren  {naam:<22}{deel.tijd:>12}  {deel.mib:6.0f} MiB"
            if naam == ONS:
                onze = tuple(waarde for waarde in deel.uitslag.waarden if waarde is not None)
            if deel.uitslag.gestopt:
                afgevallen.add(naam)
            else:
                punten[naam].append((instance.options, deel.uitslag.seconden))
    yield f"tekening: {teken(punten, keuze.uit / 'groei.png')}"


def _opgaven(*, klein: bool) -> Iterator[tuple[str, Instance]]:
    with TemporaryDirectory() as map_:
        for maat in (KLEIN,) if klein else MATEN:
            naam = f"{maat.mensen} x {maat.plekken}"
            yield naam, gemaakt(Path(map_) / naam, maat)
        if not klein:
            yield "land", samen([opgave(regio) for regio in schrijf_land(Path(map_) / "land")])


def teken(punten: Mapping[str, Sequence[Punt]], bestand: Path) -> Path:
    """The picture (PNG): both axes logarithmic, so that a straight line of slope one is time in step with size."""
    from matplotlib.figure import Figure

    figuur = Figure(figsize=(8, 5), layout="constrained")
    as_ = figuur.subplots()
    for naam, lijn in punten.items():
        if lijn:
            as_.loglog(*zip(*lijn, strict=True), marker="o", linewidth=2.5 if naam == ONS else 1.2, label=naam)
    as_.set_xlabel("mogelijke paren")
    as_.set_ylabel("seconden tot alle niveaus bewezen zijn")
    as_.grid(visible=True, which="both", alpha=0.3)
    as_.legend()
    bestand.parent.mkdir(parents=True, exist_ok=True)
    figuur.savefig(bestand, dpi=150)
    return bestand
