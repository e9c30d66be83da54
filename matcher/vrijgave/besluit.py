"""``landing vrijgeven``: from a concept to sheets that can be sent, when a person says so (contract par. 6)."""

from __future__ import annotations

import getpass
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from data.lezen import lees_regio
from data.meldingen import Melding, fout, let_op
from data.regio import Regio
from data.schrijven.csvtekst import cel_tekst
from matcher.controle import controleer
from matcher.run import Afloop
from matcher.vrijgave.batchmap import Batch, KapotError, batches, lees_batch, volgnummer
from matcher.vrijgave.opslag import Akte, BezetError, lees_akte, schrijf, slot, veranderd
from matcher.vrijgave.vellen import MAP_CORPORATIES, vellen
from matcher.wegschrijven import MAP_BATCHES, niet_geschreven


@dataclass(frozen=True, slots=True, kw_only=True)
class Vrijgave:
    """How a release ended.

    ``map`` is the batch folder when sheets were written by this run; ``vellen`` are the paths in it.
    A batch that was released already in the same way ends well, with a note and nothing written.
    """

    afloop: Afloop
    batch_id: str
    meldingen: tuple[Melding, ...] = ()
    map: Path | None = None
    akte: Akte | None = field(default=None, repr=False)

    @property
    def exitcode(self) -> int:
        """Exit code of the command."""
        return int(self.afloop)

    @property
    def vellen(self) -> tuple[str, ...]:
        """Paths of the sheets in the batch folder."""
        return () if self.akte is None else tuple(sorted(self.akte.vellen))

    @property
    def reageer_voor(self) -> str:
        """Last day for an answer, ``dd-mm-jjjj``."""
        return "" if self.akte is None else cel_tekst(self.akte.reageer_voor)

    def als_gegevens(self) -> dict[str, Any]:
        """For another program."""
        akte = self.akte
        return {
            "batch_id": self.batch_id,
            "exitcode": self.exitcode,
            "nieuw": self.map is not None,
            "datum": None if akte is None else akte.datum.isoformat(),
            "reageer_voor": None if akte is None else akte.reageer_voor.isoformat(),
            "zonder": {} if akte is None else dict(sorted(akte.zonder.items())),
            "vellen": list(self.vellen),
            "meldingen": [str(melding) for melding in self.meldingen],
        }


def vrijgeven(
    regio_map: Path, batch: str, *, zonder: Mapping[str, str] | None = None, wie: str | None = None, datum: date
) -> Vrijgave:
    """Releases a concept: the sheets and the record of the release are written, all of them or none.

    ``zonder`` gives the proposals that are held back, with the reason; ``wie`` releases (default: the user of this
    computer); ``datum`` is the day of release, and at the earliest that of the batch.
    """
    weg = dict(zonder or {})
    if volgnummer(batch) is None:
        return _nee(batch, fout("vrijgave_batch_naam"))
    if batch not in batches(regio_map):
        return _nee(batch, fout("vrijgave_geen_batch", batch=batch))
    try:
        with slot(regio_map / MAP_BATCHES / batch):
            return _vrijgeven(regio_map, batch, weg, wie or _gebruiker(), datum)
    except KapotError as kapot:
        return _nee(batch, kapot.melding)
    except BezetError:
        return _nee(batch, fout("vrijgave_bezet"), afloop=Afloop.IN_GEBRUIK)


def _vrijgeven(regio_map: Path, batch_id: str, zonder: Mapping[str, str], wie: str | None, datum: date) -> Vrijgave:
    map_ = regio_map / MAP_BATCHES / batch_id
    if (eerder := lees_akte(map_)) is not None:
        return _al_vrijgegeven(map_, eerder, zonder)
    if (nieuwer := _nieuwer(regio_map, batch_id)) is not None:
        return _nee(batch_id, fout("vrijgave_ingehaald", batch=batch_id, nieuwer=nieuwer), afloop=Afloop.IN_GEBRUIK)
    batch = lees_batch(map_)
    if fouten := tuple(_verkeerd(batch, zonder)):
        return _nee(batch_id, *fouten)
    lezing = lees_regio(regio_map)
    if fouten := (*_andere_invoer(batch, lezing.regio), *lezing.fouten):
        return _nee(batch_id, *fouten)
    if fouten := tuple(_afgekeurd(regio_map, map_)):
        return _nee(batch_id, *fouten)
    dag = max(datum, batch.datum)
    reageer_voor = dag + timedelta(days=lezing.regio.instellingen.batch.reactietermijn_dagen)
    inhoud = vellen(batch, lezing.regio, zonder=zonder, reageer_voor=reageer_voor)
    akte = Akte(
        batch_id=batch_id,
        datum=dag,
        reageer_voor=reageer_voor,
        wie=wie,
        zonder=zonder,
        vellen={pad: sha256(vel).hexdigest() for pad, vel in inhoud.items()},
    )
    try:
        schrijf(map_, akte, inhoud)
    except OSError as reden:
        return _nee(batch_id, niet_geschreven(map_, reden))
    notities = tuple(_notities(regio_map, batch, akte, datum))
    return Vrijgave(afloop=Afloop.KLAAR, batch_id=batch_id, meldingen=notities, map=map_, akte=akte)


def _nieuwer(regio_map: Path, batch_id: str) -> str | None:
    """The batch that takes the place of this one: a newer concept of its week, or a later batch that was released.

    A concept of a later week does not: it may be a slip of the date, and concepts replace each other freely.
    """
    later = batches(regio_map)[batches(regio_map).index(batch_id) + 1 :]
    week = batch_id.rpartition("-")[0]
    geldig = [b for b in later if b.rpartition("-")[0] == week or lees_akte(regio_map / MAP_BATCHES / b) is not None]
    return geldig[-1] if geldig else None


def _nee(batch_id: str, *meldingen: Melding, afloop: Afloop = Afloop.FOUTE_INVOER) -> Vrijgave:
    return Vrijgave(afloop=afloop, batch_id=batch_id, meldingen=meldingen)


def _gebruiker() -> str | None:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return None


def _al_vrijgegeven(map_: Path, akte: Akte, zonder: Mapping[str, str]) -> Vrijgave:
    """The same again changes nothing and says so; other choices than those that were made cannot be."""
    dag = cel_tekst(akte.datum)
    if dict(zonder) != dict(akte.zonder):
        return _nee(akte.batch_id, fout("vrijgave_anders", datum=dag))
    kwijt = tuple(let_op("vrijgave_niet_heel", pad, datum=dag) for pad in veranderd(map_, akte))
    meldingen = (let_op("vrijgave_al", datum=dag), *kwijt)
    return Vrijgave(afloop=Afloop.KLAAR, batch_id=akte.batch_id, meldingen=meldingen, akte=akte)


def _verkeerd(batch: Batch, zonder: Mapping[str, str]) -> Iterator[Melding]:
    bekend = {regel.voorstel_id for regel in batch.regels}
    for voorstel, reden in sorted(zonder.items()):
        if voorstel not in bekend:
            yield fout("vrijgave_onbekend_voorstel", voorstel=voorstel)
        elif not reden.strip():
            yield fout("vrijgave_zonder_reden", voorstel=voorstel)
    namen: dict[str, str] = {}
    for naam in sorted({regel.corporatie for regel in batch.regels}):
        if (ander := namen.setdefault(naam.casefold(), naam)) != naam:
            yield fout("vrijgave_zelfde_naam", MAP_CORPORATIES, een=ander, ander=naam)


def _andere_invoer(batch: Batch, regio: Regio) -> Iterator[Melding]:
    """What changed in the region folder since the batch: then what it proposes need not hold any more."""
    for naam in sorted({*batch.invoer, *regio.invoer}):
        if naam not in regio.invoer:
            yield fout("vrijgave_invoer_weg", naam)
        elif naam not in batch.invoer:
            yield fout("vrijgave_invoer_nieuw", naam)
        elif batch.invoer[naam] != regio.invoer[naam]:
            yield fout("vrijgave_invoer_anders", naam)


def _afgekeurd(regio_map: Path, map_: Path) -> Iterator[Melding]:
    """The independent checker looks once more: no proposal leaves unchecked, also when its file was edited."""
    for bevinding in controleer(regio_map, map_):
        yield fout("vrijgave_afgekeurd", regel=bevinding.code, waar=bevinding.onderwerp, tekst=bevinding.tekst)


def _notities(regio_map: Path, batch: Batch, akte: Akte, datum: date) -> Iterator[Melding]:
    if datum < batch.datum:
        yield let_op("vrijgave_vanaf_batch", datum=cel_tekst(batch.datum))
    mensen = {regel.uitstromer_id for regel in batch.regels if regel.voorstel_id not in akte.zonder}
    for eerder in batches(regio_map):
        if eerder != batch.batch_id and (
            aantal := len(mensen & _nog_open(regio_map / MAP_BATCHES / eerder, akte.datum))
        ):
            yield let_op("vrijgave_eerder", batch=eerder, aantal=aantal)


def _nog_open(map_: Path, datum: date) -> set[str]:
    """People with a proposal in a released batch that can still be answered."""
    try:
        akte = lees_akte(map_)
        if akte is None or akte.reageer_voor < datum:
            return set()
        return {regel.uitstromer_id for regel in lees_batch(map_).regels if regel.voorstel_id not in akte.zonder}
    except KapotError:
        return set()
