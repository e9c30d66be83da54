"""The release on the disk: the sheets and, last, the record that says that they count.

``vrijgave.json`` is the commit marker. The two folders of sheets each appear whole; until the marker is there they
are remains of a release that was broken off, and the next one takes them away and begins anew.
"""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path

from data.meldingen import fout
from data.schrijven import nieuwe_map, vervang_bestand
from data.versie import __version__
from matcher.vrijgave.batchmap import KapotError
from matcher.vrijgave.vellen import MAP_AANBIEDERS, MAP_CORPORATIES

BESTAND_VRIJGAVE = "vrijgave.json"
MAPPEN = (MAP_CORPORATIES, MAP_AANBIEDERS)


class BezetError(Exception):
    """Someone else is releasing this batch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Akte:
    """The record of a release. ``vellen``: SHA-256 (hex) of every sheet by its path in the batch folder."""

    batch_id: str
    datum: date
    reageer_voor: date
    wie: str | None
    zonder: Mapping[str, str]
    vellen: Mapping[str, str]

    @property
    def bytes(self) -> bytes:
        """As written to ``vrijgave.json``."""
        inhoud = {
            "batch_id": self.batch_id,
            "datum": self.datum.isoformat(),
            "reageer_voor": self.reageer_voor.isoformat(),
            "wie": self.wie,
            "zonder": [{"voorstel_id": voorstel, "reden": reden} for voorstel, reden in sorted(self.zonder.items())],
            "vellen": dict(sorted(self.vellen.items())),
            "versie": __version__,
        }
        return (json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def lees_akte(map_: Path) -> Akte | None:
    """The record of a released batch; None for a concept. Raises :class:`~matcher.vrijgave.batchmap.KapotError`."""
    try:
        inhoud = json.loads((map_ / BESTAND_VRIJGAVE).read_bytes())
        return Akte(
            batch_id=inhoud["batch_id"],
            datum=date.fromisoformat(inhoud["datum"]),
            reageer_voor=date.fromisoformat(inhoud["reageer_voor"]),
            wie=inhoud["wie"],
            zonder={deel["voorstel_id"]: deel["reden"] for deel in inhoud["zonder"]},
            vellen=dict(inhoud["vellen"]),
        )
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as mis:
        raise KapotError(fout("vrijgave_akte_kapot", BESTAND_VRIJGAVE)) from mis


def schrijf(map_: Path, akte: Akte, vellen: Mapping[str, bytes]) -> None:
    """Write the sheets and then the record: all of it is there afterwards, or (``OSError``) nothing."""
    _ruim(map_)
    try:
        for onderdeel in MAPPEN:
            eigen = {Path(pad).name: inhoud for pad, inhoud in vellen.items() if pad.startswith(f"{onderdeel}/")}
            if eigen:
                with nieuwe_map(map_ / onderdeel) as tijdelijk:
                    for naam, inhoud in eigen.items():
                        (tijdelijk / naam).write_bytes(inhoud)
        vervang_bestand(map_ / BESTAND_VRIJGAVE, akte.bytes)
    except BaseException:
        if not (map_ / BESTAND_VRIJGAVE).exists():
            _ruim(map_)
        raise


def _ruim(map_: Path) -> None:
    """Take away what a release that was broken off left here."""
    for onderdeel in MAPPEN:
        if (map_ / onderdeel).exists():
            shutil.rmtree(map_ / onderdeel)
    for rest in sorted(map_.glob(f".{BESTAND_VRIJGAVE}.*")):
        rest.unlink()


def veranderd(map_: Path, akte: Akte) -> tuple[str, ...]:
    """The sheets of a release that are gone or no longer as they were written."""
    return tuple(pad for pad, vinger in sorted(akte.vellen.items()) if _vinger(map_ / pad) != vinger)


def _vinger(pad: Path) -> str | None:
    try:
        return sha256(pad.read_bytes()).hexdigest()
    except OSError:
        return None


@contextmanager
def slot(map_: Path) -> Iterator[None]:
    """Only one at a time in this batch folder. Raises :class:`BezetError`.

    The lock ends with the process, also when it is killed. Where the system has no such lock (Windows), the
    folders of sheets keep two at once apart: neither is ever written over.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    greep = os.open(map_, os.O_RDONLY)
    try:
        try:
            fcntl.flock(greep, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as bezet:
            raise BezetError from bezet
        except OSError as mis:
            if mis.errno not in (errno.ENOLCK, errno.ENOTSUP):  # a network drive without locks
                raise
        yield
    finally:
        os.close(greep)
