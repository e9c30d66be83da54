"""Faults of one cell or one file, on their way to become a :class:`~data.meldingen.Melding`."""

from __future__ import annotations

from data.meldingen import Melding, fout

LANGSTE_WAARDE = 40
"""Characters of a value that a message repeats."""


class CelError(Exception):
    """The text of a cell is not what its column asks for. ``code`` and ``velden`` as in a message.

    The field ``waarde``, shown to the user, is filled in by the reader: it knows whether the column is
    about a person.
    """

    def __init__(self, code: str, **velden: object) -> None:
        """``velden`` fill the gaps in the text of ``code``."""
        super().__init__(code)
        self.code = code
        self.velden = velden


class BestandError(Exception):
    """A whole file cannot be read. ``code`` and ``velden`` as in a message; ``rij`` where it is known."""

    def __init__(self, code: str, rij: int = 0, **velden: object) -> None:
        """``velden`` fill the gaps in the text of ``code``."""
        super().__init__(code)
        self.code = code
        self.rij = rij
        self.velden = velden

    def melding(self, bestand: str) -> Melding:
        """The message about the file that users know as ``bestand``."""
        return fout(self.code, bestand, self.rij, "", **self.velden)


def citaat(tekst: str) -> str:
    """A value as a message shows it: quoted, short, and without characters that cannot be seen."""
    zichtbaar = "".join(teken if teken.isprintable() else "?" for teken in tekst)
    kort = zichtbaar if len(zichtbaar) <= LANGSTE_WAARDE else zichtbaar[: LANGSTE_WAARDE - 1] + "…"
    return f"“{kort}”"
