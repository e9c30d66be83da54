"""Folders and files that appear whole or not at all.

Everything is written beside its place under a hidden name, flushed to the disk, and made visible with
one rename. Folders are 0700 and files 0600: the people in them are nobody else's business.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

_ACHTERVOEGSEL = ".nieuw"


class DoelBestaatError(FileExistsError):
    """The folder to be made is there already; it is never written over."""


@contextmanager
def nieuwe_map(doel: Path) -> Iterator[Path]:
    """A folder to fill; it becomes ``doel`` when the block ends well, and vanishes when it doesn't.

    An interrupt (Ctrl-C, SIGTERM) counts as not ending well. Missing parents of ``doel`` are made
    and stay. Raises :class:`DoelBestaatError`, and ``OSError`` (disk full, no rights).
    """
    _eis_afwezig(doel)
    doel.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    ruim_resten(doel.parent)
    tijdelijk = _naast(doel)
    with sigterm_als_onderbreking():
        try:
            tijdelijk.mkdir(mode=0o700)
            yield tijdelijk
            _maak_vast(tijdelijk)
            _hernoem(tijdelijk, doel)
        except BaseException:
            shutil.rmtree(tijdelijk, ignore_errors=True)
            raise
        _fsync(doel.parent)


def vervang_bestand(pad: Path, inhoud: bytes) -> None:
    """Write ``inhoud`` to ``pad``: afterwards the file holds all of it, or (on ``OSError``) what it held before."""
    tijdelijk = _naast(pad)
    with sigterm_als_onderbreking():
        try:
            vlaggen = os.O_WRONLY | os.O_CREAT | os.O_EXCL
            with os.fdopen(os.open(tijdelijk, vlaggen, 0o600), "wb") as bestand:
                bestand.write(inhoud)
                bestand.flush()
                os.fsync(bestand.fileno())
            tijdelijk.replace(pad)
        except BaseException:
            tijdelijk.unlink(missing_ok=True)
            raise
        _fsync(pad.parent)


def _hernoem(tijdelijk: Path, doel: Path) -> None:
    _eis_afwezig(doel)
    try:
        tijdelijk.rename(doel)
    except OSError:
        _eis_afwezig(doel)  # somebody was just before us
        raise


def _naast(doel: Path) -> Path:
    return doel.parent / f".{doel.name}.{_plek()}.{os.getpid()}-{threading.get_ident()}{_ACHTERVOEGSEL}"


def _plek() -> str:
    return "".join(teken if teken.isalnum() else "-" for teken in socket.gethostname())


def _eis_afwezig(doel: Path) -> None:
    if os.path.lexists(doel):
        raise DoelBestaatError(str(doel))


def ruim_resten(ouder: Path) -> None:
    """Take away what processes that were killed on this machine left half made in the folder ``ouder``.

    Raises nothing: a folder that is not there holds nothing, and what cannot be taken away stays.
    """
    vorm = re.compile(rf"\..+\.{re.escape(_plek())}\.([0-9]+)-[0-9]+{re.escape(_ACHTERVOEGSEL)}")
    with suppress(OSError):
        for rest in sorted(ouder.iterdir()):
            if (gevonden := vorm.fullmatch(rest.name)) and not _leeft(int(gevonden[1])):
                shutil.rmtree(rest, ignore_errors=True)


def _leeft(proces: int) -> bool:
    try:
        os.kill(proces, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _maak_vast(map_: Path) -> None:
    """Set the rights of everything below, and have it on the disk before anyone can see it."""
    for pad, mappen, bestanden in os.walk(map_):
        for naam in sorted(bestanden):
            (Path(pad) / naam).chmod(0o600)
            _fsync(Path(pad) / naam)
        for naam in sorted(mappen):
            (Path(pad) / naam).chmod(0o700)
    for pad, _, _ in os.walk(map_, topdown=False):
        _fsync(Path(pad))


def _fsync(pad: Path) -> None:
    if os.name == "nt" and pad.is_dir():
        return  # Windows cannot open a folder; its rename is journaled by the file system
    greep = os.open(pad, os.O_RDONLY)
    try:
        os.fsync(greep)
    finally:
        os.close(greep)


@contextmanager
def sigterm_als_onderbreking() -> Iterator[None]:
    """Turn SIGTERM into ``KeyboardInterrupt``, so that clean-up runs; only where nobody else listens."""
    hoofd = threading.current_thread() is threading.main_thread()
    if not hoofd or signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL:
        yield
        return
    signal.signal(signal.SIGTERM, _onderbreek)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, signal.SIG_DFL)


def _onderbreek(_nummer: int, _kader: FrameType | None) -> None:
    raise KeyboardInterrupt
