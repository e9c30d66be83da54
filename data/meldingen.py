"""Messages to users: values until the edge, worded in one catalogue, printed once."""

from __future__ import annotations

import errno
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from data.teksten import TEKSTEN

_SYSTEEM = {
    errno.ENOSPC: "systeem_vol",
    errno.EDQUOT: "systeem_quotum",
    errno.EROFS: "systeem_alleen_lezen",
    errno.EACCES: "systeem_rechten",
    errno.EPERM: "systeem_rechten",
    errno.ENOENT: "systeem_weg",
    errno.EEXIST: "systeem_bestaat",
    errno.ENOTEMPTY: "systeem_bestaat",
    errno.ENOTDIR: "systeem_geen_map",
    errno.EISDIR: "systeem_is_map",
    errno.EMFILE: "systeem_open",
    errno.ENFILE: "systeem_open",
    errno.EIO: "systeem_schijf",
    errno.ENAMETOOLONG: "systeem_naam",
    errno.EBUSY: "systeem_bezet",
}
"""What the system says of a file, by code of the catalogue: its own words come in any language."""


class Ernst(StrEnum):
    """What a message means for the run."""

    FOUT = "fout"
    """Nothing is done until this is mended."""
    LET_OP = "let op"
    """The run goes on; somebody should look."""


@dataclass(frozen=True, slots=True, order=True)
class Melding:
    """One message. ``code`` names its text in the catalogue; ``velden`` fills the gaps in it.

    ``rij`` counts as Excel does (the header is row 1); 0 means the whole file, and an empty
    ``bestand`` the whole folder.
    """

    bestand: str
    rij: int
    kolom: str
    code: str
    ernst: Ernst = Ernst.FOUT
    velden: tuple[tuple[str, str], ...] = ()

    @property
    def tekst(self) -> str:
        """The sentence for the user, without the place."""
        return TEKSTEN[self.code].format_map(dict(self.velden))

    @property
    def plaats(self) -> str:
        """Where: file, row and column, as far as they are known."""
        delen = [self.bestand] if self.bestand else []
        if self.rij:
            delen.append(f"rij {self.rij}")
        if self.kolom:
            delen.append(f"kolom {self.kolom}")
        return ", ".join(delen)

    def als_gegevens(self) -> dict[str, object]:
        """The message for another program (``--json``)."""
        return {
            "ernst": str(self.ernst),
            "code": self.code,
            "bestand": self.bestand,
            "rij": self.rij,
            "kolom": self.kolom,
            "tekst": self.tekst,
        }

    def __str__(self) -> str:
        """Place and sentence."""
        return f"{self.plaats}: {self.tekst}" if self.plaats else self.tekst


def fout(code: str, bestand: str = "", rij: int = 0, kolom: str = "", **velden: object) -> Melding:
    """A fault: the run stops with exit code 2."""
    return Melding(bestand, rij, kolom, code, Ernst.FOUT, _velden(velden))


def let_op(code: str, bestand: str = "", rij: int = 0, kolom: str = "", **velden: object) -> Melding:
    """A note: the run goes on."""
    return Melding(bestand, rij, kolom, code, Ernst.LET_OP, _velden(velden))


def systeemfout(fout_: OSError) -> str:
    """Why the system could not read or write, in Dutch and without a path: part of a sentence."""
    code = _SYSTEEM.get(fout_.errno or 0, "systeem_anders")
    return TEKSTEN[code].format(nummer=fout_.errno or 0)


def ongeluk(fout_: Exception) -> Melding:
    """Something that nobody foresaw, by kind and place: never its own words, which may hold somebody's data."""
    if isinstance(fout_, OSError):
        return fout("schijf", reden=systeemfout(fout_))
    if isinstance(fout_, MemoryError):
        return fout("geheugen")
    from traceback import extract_tb

    spoor = extract_tb(fout_.__traceback__)
    plek = f", {Path(spoor[-1].filename).name} regel {spoor[-1].lineno}" if spoor else ""
    return fout("onverwacht", wat=f"{type(fout_).__name__}{plek}")


def _velden(velden: dict[str, object]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((naam, str(waarde)) for naam, waarde in velden.items()))
