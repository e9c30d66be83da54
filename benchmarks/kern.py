"""S3: a region times ten, every K rule binding: our kernel against what anybody could take instead, in one run.

Every contestant works in a process of its own, with its solver loaded beforehand, one after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from benchmarks.kind import in_kind
from benchmarks.mededingers import EEN_MODEL, RELAXATIES, Stap, Uitslag, eigen_kern, mededingers, verdeelde_kern
from benchmarks.meting import Keuze, Regel, Verhouding
from benchmarks.opgave import bindend, opgave
from benchmarks.regio import KEER_TIEN, Omvang, schrijf_regio
from solver.instance import Instance, Level, Sense
from solver.loading import seldom

ONS = "onze kern"
VERDEELD = "onze kern, een proces per processorkern"
KLEIN = Omvang(24, 18)
"""The size for a quick look whether everything still works."""
BESLISSEND = 3.05
"""How many times our whole time a rival has for one level: who is stopped is more than three times as slow."""
RUIMTE_S = 60
"""Seconds beyond its time after which a contestant that doesn't listen is ended."""


@dataclass(frozen=True, slots=True)
class Deelname:
    """One contestant with its result, its peak of memory, and the seconds that it had a processor.

    On a machine where others work, the latter tells more than the clock; several workers count together.
    """

    naam: str
    uitslag: Uitslag
    mib: float
    cpu: float = 0.0

    @property
    def tijd(self) -> str:
        """Seconds; ``>`` where it did not get to the end."""
        return f"{'> ' if self.uitslag.gestopt else ''}{self.uitslag.seconden:.2f} s"


def meet(keuze: Keuze) -> Iterator[Regel]:
    """A line as each contestant ends, then the table of all, and the two ratios of S3."""
    omvang = KLEIN if keuze.klein else KEER_TIEN
    with TemporaryDirectory() as map_:
        instance = gemaakt(Path(map_), omvang)
    yield f"S3: {omvang.mensen} mensen, {omvang.plekken} plekken, {instance.options} mogelijke paren"
    deelnames = []
    for deel in alle_deelnames(instance, keuze.seconden):
        deelnames.append(deel)
        yield f"  {deel.naam}: {deel.tijd}, {deel.cpu:.1f} s cpu"
    yield from tabel(instance, deelnames)
    yield from _verhoudingen(deelnames)


def gemaakt(map_: Path, omvang: Omvang) -> Instance:
    """The question of a region of this size."""
    schrijf_regio(map_, mensen=omvang.mensen, plekken=omvang.plekken)
    return opgave(map_)


def alle_deelnames(instance: Instance, seconden: float) -> Iterator[Deelname]:
    """Ours first, then every rival; ``seconden`` is the cap a level, never less than what decides the comparison."""
    ons = deelname(ONS, instance, seconden)
    yield ons
    onze = tuple(waarde for waarde in ons.uitslag.waarden if waarde is not None)
    grens = max(seconden, BESLISSEND * ons.uitslag.seconden)
    for naam in mededingers():
        yield deelname(naam, instance, grens, onze)


def deelname(naam: str, instance: Instance, seconden: float, onze: Sequence[int] = ()) -> Deelname:
    """One contestant by its name in a process of its own."""
    grens = seconden * len(instance.levels) + RUIMTE_S
    afloop = in_kind(_doe_mee, naam, instance, seconden, onze, hoogstens_s=grens)
    if afloop.waarde is not None:
        uitslag, cpu = afloop.waarde
        return Deelname(naam, uitslag, afloop.mib, cpu)
    niets = tuple(Stap(niveau.name, None) for niveau in instance.levels)
    return Deelname(naam, Uitslag(grens, niets, gestopt=True, opmerking=afloop.opmerking), afloop.mib)


def _doe_mee(naam: str, instance: Instance, seconden: float, onze: Sequence[int]) -> tuple[Uitslag, float]:
    from ortools.linear_solver.python import model_builder_helper  # noqa: F401 - loaded beforehand, for all alike
    from ortools.sat.python import cp_model  # noqa: F401

    seldom()
    doe = {ONS: eigen_kern, VERDEELD: verdeelde_kern}.get(naam) or mededingers()[naam]
    doe(Instance(1, levels=(Level("een", Sense.MAX, value=(1,)),)), seconden, (1,))
    begin = process_time()
    return doe(instance, seconden, onze), process_time() - begin


def tabel(instance: Instance, deelnames: Sequence[Deelname]) -> list[str]:
    """The contestants side by side: time, against ours, cpu, memory, every level; ``?`` marks what is not proven."""
    ons = deelnames[0].uitslag
    kop = ["", "tijd", "x ons", "cpu", "MiB", *(niveau.name for niveau in instance.levels)]
    rijen = [
        [
            deel.naam,
            deel.tijd,
            f"{deel.uitslag.seconden / ons.seconden:.2f}",
            f"{deel.cpu:.1f}",
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
