"""S3: a region times ten, every K rule binding: our kernel against what anybody could take instead, in one run.

Every contestant works in a process of its own, with its solver loaded beforehand, one after the other.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.kind import in_kind
from benchmarks.mededingers import EEN_MODEL, RELAXATIES, Stap, Uitslag, eigen_kern, mededingers
from benchmarks.meting import Keuze, Regel, Verhouding
from benchmarks.opgave import bindend, opgave
from benchmarks.regio import KEER_TIEN, Omvang, schrijf_regio
from solver.instance import Instance, Level, Sense

ONS = "onze kern"
KLEIN = Omvang(24, 18)
"""The size for a quick look whether everything still works."""
RUIMTE_S = 60
"""Seconds beyond its time after which a contestant that doesn't listen is ended."""


@dataclass(frozen=True, slots=True)
class Deelname:
    """One contestant with its result and its peak of memory."""

    naam: str
    uitslag: Uitslag
    mib: float

    @property
    def tijd(self) -> str:
        """Seconds; ``>`` where it did not get to the end."""
        return f"{'> ' if self.uitslag.gestopt else ''}{self.uitslag.seconden:.2f} s"


def meet(keuze: Keuze) -> list[Regel]:
    """The table of all contestants, and the two ratios of S3."""
    omvang = KLEIN if keuze.klein else KEER_TIEN
    with TemporaryDirectory() as map_:
        instance = gemaakt(Path(map_), omvang)
    deelnames = alle_deelnames(instance, keuze.seconden)
    titel = f"S3: {omvang.mensen} mensen, {omvang.plekken} plekken, {instance.options} mogelijke paren"
    return [titel, *tabel(instance, deelnames), *_verhoudingen(deelnames)]


def gemaakt(map_: Path, omvang: Omvang) -> Instance:
    """The question of a region of this size."""
    schrijf_regio(map_, mensen=omvang.mensen, plekken=omvang.plekken)
    return opgave(map_)


def alle_deelnames(instance: Instance, seconden: float) -> list[Deelname]:
    """Ours first, then every rival; ``seconden`` is the cap a level."""
    ons = deelname(ONS, instance, seconden)
    onze = tuple(waarde for waarde in ons.uitslag.waarden if waarde is not None)
    return [ons, *(deelname(naam, instance, seconden, onze) for naam in mededingers())]


def deelname(naam: str, instance: Instance, seconden: float, onze: Sequence[int] = ()) -> Deelname:
    """One contestant by its name in a process of its own."""
    grens = seconden * len(instance.levels) + RUIMTE_S
    afloop = in_kind(_doe_mee, naam, instance, seconden, onze, hoogstens_s=grens)
    if afloop.waarde is not None:
        return Deelname(naam, afloop.waarde, afloop.mib)
    niets = tuple(Stap(niveau.name, None) for niveau in instance.levels)
    return Deelname(naam, Uitslag(grens, niets, gestopt=True, opmerking=afloop.opmerking), afloop.mib)


def _doe_mee(naam: str, instance: Instance, seconden: float, onze: Sequence[int]) -> Uitslag:
    from ortools.linear_solver.python import model_builder_helper  # noqa: F401 - loaded beforehand, for all alike
    from ortools.sat.python import cp_model  # noqa: F401

    doe = eigen_kern if naam == ONS else mededingers()[naam]
    doe(Instance(1, levels=(Level("een", Sense.MAX, value=(1,)),)), seconden, (1,))
    return doe(instance, seconden, onze)


def tabel(instance: Instance, deelnames: Sequence[Deelname]) -> list[str]:
    """The contestants side by side: time, against ours, memory, and every level; ``?`` marks what is not proven."""
    ons = deelnames[0].uitslag
    kop = ["", "tijd", "x ons", "MiB", *(niveau.name for niveau in instance.levels)]
    rijen = [
        [
            deel.naam,
            deel.tijd,
            f"{deel.uitslag.seconden / ons.seconden:.2f}",
            f"{deel.mib:.0f}",
            *(_stap(stap) for stap in deel.uitslag.stappen),
            deel.uitslag.opmerking,
        ]
        for deel in deelnames
    ]
    breedtes = [max(len(rij[k]) for rij in (kop, *rijen)) for k in range(len(kop))]
    telling = bindend(instance, ons.gekozen)
    codes = sorted(telling, key=lambda code: int(code[1:]))
    return [
        *(_regel(rij, breedtes) for rij in (kop, *rijen)),
        "houden iets tegen: " + ", ".join(f"{code} {telling[code]}" for code in codes),
    ]


def _stap(stap: Stap) -> str:
    if stap.waarde is None:
        return "-"
    return f"{stap.waarde}{'' if stap.bewezen else '?'}"


def _regel(cellen: Sequence[str], breedtes: Sequence[int]) -> str:
    naam, *rest = (cel.rjust(breedte) for cel, breedte in zip(cellen, breedtes, strict=False))
    return "  ".join([naam.strip().ljust(breedtes[0]), *rest, *cellen[len(breedtes) :]]).rstrip()


def _verhoudingen(deelnames: Sequence[Deelname]) -> list[Verhouding]:
    ons, *anderen = deelnames
    snelst = min((deel for deel in anderen if deel.naam in EEN_MODEL), key=lambda deel: deel.uitslag.seconden)
    relaxatie = next(deel for deel in anderen if deel.naam == RELAXATIES)
    return [
        Verhouding(
            naam=naam,
            seconden=ons.uitslag.seconden,
            tegen=f"{'minstens: ' if tegen.uitslag.gestopt else ''}{tegen.naam}",
            tegen_seconden=tegen.uitslag.seconden,
            hoogstens=hoogstens,
            bewezen=ons.uitslag.bewezen,
        )
        for naam, tegen, hoogstens in (
            ("S3 tegen het snelste ene model", snelst, 1 / 3),
            ("S3 tegen de LP-relaxaties", relaxatie, 10.0),
        )
    ]
