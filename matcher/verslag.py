"""What a run has to say, as lines for a terminal: what was found, what was made, what can be done with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from data.meldingen import Ernst, Melding
from data.teksten import TEKSTEN
from data.teksten.opdracht import STAPPEN
from matcher.run import Afloop, Run
from matcher.uitkomst import BatchStatus, BatchUitkomst, Status

MEEST_MELDINGEN = 50
"""Messages about one file that are said; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Regel:
    """A line, and whether it tells of something wrong."""

    tekst: str
    fout: bool = False


def zin(code: str, *, fout: bool = False, **velden: object) -> Regel:
    """A sentence of the catalogue as a line."""
    return Regel(TEKSTEN[code].format_map(velden), fout)


def runregels(
    map_: Path, run: Run, *, stil: bool = False, uitgebreid: bool = False, samen: bool = False
) -> Iterator[Regel]:
    """All about a run of one region; ``stil`` keeps to what went wrong, ``samen`` to what differs by region."""
    yield from _wat_er_mis_is(run, stil=stil)
    if run.uitkomst is None or stil:
        return
    yield _gevonden(run.uitkomst)
    yield zin("klaar_map", map=run.map)
    if not samen:
        yield zin("klaar_open")
    if run.aandacht:
        yield zin("klaar_aandacht", aantal=_telwoord(run.aandacht, "ding", "dingen"), regio=_pad(map_))
    if not samen:
        vrijgeven = zin("klaar_vrijgeven", regio=_pad(map_), batch=run.uitkomst.batch_id)
        yield zin("klaar_proef") if run.proef else vrijgeven
    if uitgebreid:
        yield from (Regel(f"  {STAPPEN[stap]}: {duur:.2f} s") for stap, duur in run.uitkomst.duur_s.items())


def velenregels(
    mappen: Sequence[Path], runs: Mapping[int, Run], *, stil: bool = False, uitgebreid: bool = False
) -> Iterator[Regel]:
    """All about the runs of several regions, by their number: each by its name, in the order that they were given."""
    for nummer, map_ in enumerate(mappen):
        if nummer in runs:
            for regel in runregels(map_, runs[nummer], stil=stil, uitgebreid=uitgebreid, samen=True):
                yield regel if regel.tekst.startswith(" ") else Regel(f"{map_}: {regel.tekst}", regel.fout)
    gelukt = [run for run in runs.values() if run.uitkomst is not None]
    if not stil:
        yield zin("klaar_velen", aantal=len(gelukt), alle=len(mappen))
        if gelukt:
            yield zin("klaar_proef" if gelukt[0].proef else "klaar_velen_vrijgeven")


def _wat_er_mis_is(run: Run, *, stil: bool) -> Iterator[Regel]:
    if run.afloop is Afloop.EIGEN_FOUT:
        yield from (Regel(str(melding), fout=True) for melding in run.meldingen if melding.ernst is Ernst.FOUT)
    else:
        yield from meldingregels(run.meldingen, stil=stil)
    if run.conflict:
        yield zin("botst", fout=True)
        yield from (Regel(f"  - {melding}", fout=True) for melding in run.conflict)
    if run.uitkomst is not None and run.uitkomst.status is not BatchStatus.OPTIMAAL and not stil:
        yield zin("tijdslimiet", fout=True)


def _gevonden(uitkomst: BatchUitkomst) -> Regel:
    aantal = len(uitkomst.voorstellen)
    zonder = sum(rij.status is not Status.UITGESLOTEN for rij in uitkomst.niet_geplaatst)
    return zin(
        "klaar",
        voorstellen=_telwoord(aantal, "voorstel", "voorstellen"),
        meedoen=_telwoord(aantal + zonder, "mens doet mee", "mensen doen mee"),
        zonder=_telwoord(zonder, "mens heeft", "mensen hebben"),
    )


def _telwoord(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}"


def _pad(map_: Path) -> str:
    """A path as it can be copied into a command."""
    return f'"{map_}"' if " " in str(map_) else str(map_)


def meldingregels(meldingen: Iterable[Melding], *, stil: bool = False) -> Iterator[Regel]:
    """Faults first, then notes; of many about one file the first, and how many more."""
    alle = tuple(meldingen)
    fouten = tuple(melding for melding in alle if melding.ernst is Ernst.FOUT)
    notities = tuple(melding for melding in alle if melding.ernst is not Ernst.FOUT)
    if fouten:
        yield zin("meldingen_fout", fout=True)
        yield from _lijst(fouten)
    if notities and not stil:
        yield zin("meldingen_let_op", fout=True)
        yield from _lijst(notities)


def _lijst(meldingen: Iterable[Melding]) -> Iterator[Regel]:
    per_bestand: Counter[str] = Counter()
    for melding in meldingen:
        per_bestand[melding.bestand] += 1
        if per_bestand[melding.bestand] <= MEEST_MELDINGEN:
            yield Regel(f"  - {melding}", fout=True)
    for bestand, aantal in per_bestand.items():
        if aantal > MEEST_MELDINGEN:
            yield zin("meldingen_meer", fout=True, aantal=aantal - MEEST_MELDINGEN, bestand=bestand)
