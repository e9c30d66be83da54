"""The bytes of a file: only an ordinary file inside the region folder, and only when it stands still."""

from __future__ import annotations

import errno
import os
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from data.lezen.fout import BestandError
from data.meldingen import systeemfout

MEESTE_BYTES = 8 * 2**20
MEESTE_BYTES_LAAG = 512 * 2**20
_BLOK = 2**20


@dataclass(frozen=True, slots=True)
class Inhoud:
    """The bytes of a file and their SHA-256 (hex)."""

    bytes: bytes
    sha256: str


def bestaat(map_: Path, naam: str) -> bool:
    """Whether there is anything of that name, also a link that leads nowhere."""
    return os.path.lexists(map_ / naam)


def lees_bytes(map_: Path, naam: str, *, meeste: int = MEESTE_BYTES) -> Inhoud:
    """All bytes of a file. Raises :class:`BestandError`."""
    with _Open(map_, naam, meeste) as greep:
        inhoud = _alles(greep, meeste)
        vinger = sha256(inhoud).hexdigest()
        os.lseek(greep, 0, os.SEEK_SET)
        if vingerafdruk(greep) != vinger:
            raise BestandError("bestand_gewijzigd")
    return Inhoud(inhoud, vinger)


def sha256_van(map_: Path, naam: str, *, meeste: int = MEESTE_BYTES_LAAG) -> str:
    """The SHA-256 (hex) of a file that someone else reads. Raises :class:`BestandError`."""
    with _Open(map_, naam, meeste) as greep:
        return vingerafdruk(greep)


def vingerafdruk(greep: int) -> str:
    """The SHA-256 (hex) of what is left to read of an open file."""
    som = sha256()
    while blok := os.read(greep, _BLOK):
        som.update(blok)
    return som.hexdigest()


def _alles(greep: int, meeste: int) -> bytes:
    inhoud = bytearray()
    while blok := os.read(greep, _BLOK):
        inhoud += blok
        if len(inhoud) > meeste:  # it was smaller a moment ago
            raise BestandError("bestand_gewijzigd")
    return bytes(inhoud)


class _Open:
    """An open ordinary file of the folder; when it is closed it must still be what it was."""

    def __init__(self, map_: Path, naam: str, meeste: int) -> None:
        self._map = map_
        self._naam = naam
        self._meeste = meeste

    def __enter__(self) -> int:
        pad = _binnen(self._map, self._naam)
        try:
            _eis_gewoon(pad.stat(), self._meeste)
            # Without waiting: opening a pipe would wait for a writer who may never come.
            self._greep = os.open(pad, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
        except OSError as fout:
            raise _toegang(fout) from fout
        try:
            self._begin = os.fstat(self._greep)
            _eis_gewoon(self._begin, self._meeste)
        except BaseException:
            os.close(self._greep)
            raise
        return self._greep

    def __exit__(self, soort: type[BaseException] | None, fout: BaseException | None, _spoor: object) -> None:
        einde = os.fstat(self._greep)
        os.close(self._greep)
        if isinstance(fout, OSError):
            raise _toegang(fout) from fout
        voor, na = self._begin, einde
        if soort is None and (voor.st_size, voor.st_mtime_ns) != (na.st_size, na.st_mtime_ns):
            raise BestandError("bestand_gewijzigd")


def _binnen(map_: Path, naam: str) -> Path:
    """The real path of a file; a link may lead anywhere within the folder, not out of it."""
    try:
        wortel = map_.resolve(strict=True)
        pad = (map_ / naam).resolve(strict=True)
    except RuntimeError as fout:  # a link that leads to itself, before Python 3.13
        raise BestandError("bestand_kring") from fout
    except OSError as fout:
        raise _toegang(fout) from fout
    if not pad.is_relative_to(wortel):
        raise BestandError("bestand_koppeling")
    return pad


def _eis_gewoon(feiten: os.stat_result, meeste: int) -> None:
    if stat.S_ISDIR(feiten.st_mode):
        raise BestandError("bestand_is_map")
    if not stat.S_ISREG(feiten.st_mode):
        raise BestandError("bestand_bijzonder")
    if feiten.st_size > meeste:
        raise BestandError("bestand_groot", mib=meeste // 2**20)


def _toegang(fout: OSError) -> BestandError:
    if isinstance(fout, PermissionError):
        return BestandError("bestand_rechten")
    if isinstance(fout, FileNotFoundError):
        return BestandError("bestand_ontbreekt")
    if fout.errno == errno.ELOOP:
        return BestandError("bestand_kring")
    return BestandError("bestand_onleesbaar", reden=systeemfout(fout))
