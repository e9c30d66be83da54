"""Personal data where it must not be: a BSN or an e-mail address in a cell (contract par. 1, ids)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.kolom import Record, Soort, kolommen
from data.meldingen import Melding, fout

_NEGEN = re.compile(
    r"(?<![0-9])[0-9]{3}[ .]?[0-9]{3}[ .]?[0-9]{3}(?![0-9])|(?<![0-9])[0-9]{4}[.][0-9]{2}[.][0-9]{3}(?![0-9])"
)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_PERSOON = frozenset({"uitstromer_id", "uitstromer_a", "uitstromer_b"})


def is_bsn(tekst: str) -> bool:
    """Whether 8 or 9 digits pass the eleven-test: 9a + 8b + ... + 2h - i is a multiple of 11, and not all zero."""
    if not (tekst.isascii() and tekst.isdigit() and len(tekst) in (8, 9)) or not int(tekst):
        return False
    cijfers = [int(cijfer) for cijfer in tekst.zfill(9)]
    gewichten = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(g * c for g, c in zip(gewichten, cijfers, strict=True)) % 11 == 0


def persoonsgegevens(tabel: type[Record], bestand: str, rijen: tuple[Record, ...]) -> Iterator[Melding]:
    """A fault for each id of a person that may be a BSN, and each free text about people with a BSN or e-mail.

    Numbers of dwellings are left alone: a landlord's own eight digits pass the test one time in eleven.
    """
    alle = kolommen(tabel).items()
    ids = [naam for naam, kolom in alle if kolom.persoonlijk and naam in _PERSOON]
    teksten = [naam for naam, kolom in alle if kolom.persoonlijk and kolom.soort is Soort.TEKST]
    for rij in rijen:
        for naam in ids:
            if is_bsn(getattr(rij, naam) or ""):
                yield fout("bsn_id", bestand, rij.rij, naam)
        for naam in teksten:
            waarde = getattr(rij, naam) or ""
            tekst = waarde if isinstance(waarde, str) else "|".join(waarde)
            if _EMAIL.search(tekst):
                yield fout("email_in_cel", bestand, rij.rij, naam)
            if any(is_bsn(re.sub("[ .]", "", vondst[0])) for vondst in _NEGEN.finditer(tekst)):
                yield fout("bsn_in_cel", bestand, rij.rij, naam)
