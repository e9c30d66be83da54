"""The text of a cell to the value of a field: one reader for each kind of column (contract par. 1)."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from enum import StrEnum
from functools import partial
from typing import Any, TypeVar

from data.keuzes import Prikkelsoort
from data.kolom import Kolom, Soort
from data.lezen.fout import CelError
from data.lezen.getal import GROOTSTE_GEHEEL, decimaal, geheel, honderdsten
from data.records import Cirkel, Vermijding

LANGSTE_TEKST = 2000
EERSTE_JAAR, LAATSTE_JAAR = 1900, 2199

ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,31}")
_CODES = {
    Soort.GEMEENTE: re.compile(r"GM[0-9]{4}"),
    Soort.WIJK: re.compile(r"WK[0-9]{6}"),
    Soort.GEBIED: re.compile(r"GM[0-9]{4}|WK[0-9]{6}|BU[0-9]{8}"),
}
_DAG_EERST = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_JAAR_EERST = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_MAAND = re.compile(r"([0-9]{1,2})-([0-9]{4})")
_JANEE = {
    **dict.fromkeys(("ja", "j", "true", "1"), True),
    **dict.fromkeys(("nee", "n", "false", "0"), False),
}
_ONZICHTBAAR = re.compile("[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffd]")
_VERHASPELD = re.compile("[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u0178\u02c6-\u02dc\u2013-\u2122]")
_EXCELFOUT = re.compile(
    r"#(N/B|N/A|WAARDE!|VALUE!|VERW!|REF!|DEEL/0!|DIV/0!|NAAM\?|NAME\?|GETAL!|NUM!|#+)", re.IGNORECASE
)

Lezer = Callable[[str], Any]
_Getal = TypeVar("_Getal", int, Decimal)


def schoon(tekst: str) -> str:
    """The text of a cell without what Excel and we put around it: spaces, and ``'`` before a formula mark."""
    kaal = tekst.strip()
    if kaal.startswith("'") and kaal[1:2] in ("=", "+", "-", "@", "\t", "\r"):
        kaal = kaal[1:].strip()
    return kaal


def lezer(kolom: Kolom) -> Lezer:
    """The reader of a column: from clean text to the value of the field; raises :class:`CelError`.

    An empty text stands for the default; a required column gives ``verplicht``.
    """
    waarde = partial(_waarde, kolom)
    if kolom.lijst:
        return partial(_lijst, kolom, waarde)
    leeg = waarde(kolom.standaard) if kolom.standaard else None

    def lees(tekst: str) -> Any:
        if tekst:
            return waarde(tekst)
        if kolom.verplicht:
            raise CelError("verplicht")
        return leeg

    return lees


def _lijst(kolom: Kolom, waarde: Lezer, tekst: str) -> tuple[Any, ...]:
    if not tekst:
        if kolom.verplicht:
            raise CelError("verplicht")
        return ()
    delen = [deel.strip() for deel in tekst.split("|")]
    if not all(delen):
        raise CelError("lijst_leeg_deel")
    return tuple(waarde(deel) for deel in delen)


def _waarde(kolom: Kolom, tekst: str) -> Any:
    _eis_leesbaar(tekst)
    match kolom.soort:
        case Soort.ID:
            return _id(tekst)
        case Soort.TEKST:
            return _tekst(kolom, tekst)
        case Soort.KEUZE:
            assert kolom.keuze is not None
            return _keuze(kolom.keuze, tekst)
        case Soort.JANEE:
            return _janee(tekst)
        case Soort.GEHEEL:
            return _tussen(kolom, geheel(tekst), 1)
        case Soort.BEDRAG | Soort.UREN:
            return _tussen(kolom, honderdsten(tekst), 100)
        case Soort.GETAL:
            return _tussen(kolom, decimaal(tekst), 1)
        case Soort.DATUM:
            return datum(tekst)
        case Soort.MAAND:
            return _maand(tekst)
        case Soort.GEMEENTE | Soort.WIJK | Soort.GEBIED:
            return _code(kolom.soort, tekst)
        case Soort.VERMIJDING:
            return _vermijding(tekst)
        case Soort.CIRKEL:
            return _cirkel(tekst)


def _eis_leesbaar(tekst: str) -> None:
    """No damage by Excel or by a wrong encoding, whatever the column."""
    if tekst[0] == "#" and _EXCELFOUT.fullmatch(tekst):
        raise CelError("cel_excelfout")
    if "\n" in tekst or "\r" in tekst:
        raise CelError("cel_regels")
    if _ONZICHTBAAR.search(tekst):
        raise CelError("cel_teken")
    if not tekst.isascii() and _VERHASPELD.search(tekst) and _is_dubbel_gecodeerd(tekst):
        raise CelError("cel_mojibake")


def _is_dubbel_gecodeerd(tekst: str) -> bool:
    """Whether some part of the text is UTF-8 that was once read as cp1252."""
    for stuk in re.findall("[\u0080-\U0010ffff]{2,}", tekst):
        try:
            stuk.encode("cp1252").decode("utf-8")
        except UnicodeError:
            continue
        return True
    return False


def _id(tekst: str) -> str:
    if not ID.fullmatch(tekst):
        raise CelError("id_macht" if re.fullmatch(r"[0-9][.,0-9]*[eE]\+[0-9]+", tekst) else "id_vorm")
    return tekst


def _tekst(kolom: Kolom, tekst: str) -> str:
    langst = kolom.langst or LANGSTE_TEKST
    if len(tekst) > langst:
        raise CelError("tekst_lang", tekens=langst)
    return tekst


def _keuze(keuze: type[StrEnum], tekst: str) -> StrEnum:
    mogelijk = {lid.value: lid for lid in keuze}
    if tekst not in mogelijk:
        zonder_hoofdletters = {waarde.lower(): waarde for waarde in mogelijk}
        toegestaan = ", ".join(mogelijk)
        if dichtbij := get_close_matches(tekst.lower(), zonder_hoofdletters, n=1):
            raise CelError("keuze_bijna", toegestaan=toegestaan, bijna=zonder_hoofdletters[dichtbij[0]])
        raise CelError("keuze_onbekend", toegestaan=toegestaan)
    return mogelijk[tekst]


def _janee(tekst: str) -> bool:
    waarde = _JANEE.get(tekst.lower())
    if waarde is None:
        raise CelError("janee")
    return waarde


def _tussen(kolom: Kolom, waarde: _Getal, schaal: int) -> _Getal:
    """``waarde`` when it lies between the limits of the column, which are in units of ``schaal``."""
    if kolom.laagst is not None and waarde < kolom.laagst * schaal:
        raise CelError("getal_te_laag", laagst=kolom.laagst)
    hoogst = kolom.hoogst if kolom.hoogst is not None else GROOTSTE_GEHEEL
    if waarde > hoogst * schaal:
        raise CelError("getal_te_hoog", hoogst=hoogst)
    if waarde < -GROOTSTE_GEHEEL * schaal:
        raise CelError("getal_te_laag", laagst=-GROOTSTE_GEHEEL)
    return waarde


def datum(tekst: str) -> date:
    """``d-m-jjjj`` or ``jjjj-mm-dd``. Raises :class:`CelError`."""
    if delen := _DAG_EERST.fullmatch(tekst):
        dag, maand, jaar = (int(deel) for deel in delen.groups())
    elif delen := _JAAR_EERST.fullmatch(tekst):
        jaar, maand, dag = (int(deel) for deel in delen.groups())
    else:
        raise CelError("datum_volgnummer" if re.fullmatch(r"[3-6][0-9]{4}([.,]0+)?", tekst) else "datum_vorm")
    return _dag(jaar, maand, dag)


def _maand(tekst: str) -> date:
    delen = _MAAND.fullmatch(tekst)
    if delen is None or not 1 <= int(delen[1]) <= 12:
        raise CelError("maand_vorm")
    return _dag(int(delen[2]), int(delen[1]), 1)


def _dag(jaar: int, maand: int, dag: int) -> date:
    if not EERSTE_JAAR <= jaar <= LAATSTE_JAAR:
        raise CelError("datum_jaar", eerste=EERSTE_JAAR, laatste=LAATSTE_JAAR)
    try:
        return date(jaar, maand, dag)
    except ValueError as fout:
        raise CelError("datum_bestaat_niet") from fout


def _code(soort: Soort, tekst: str) -> str:
    if not _CODES[soort].fullmatch(tekst):
        raise CelError(f"code_{soort}")
    return tekst


def _vermijding(tekst: str) -> Vermijding:
    delen = tekst.split()
    if len(delen) != 2:
        raise CelError("vermijding_vorm", soorten=", ".join(Prikkelsoort))
    soort = _keuze(Prikkelsoort, delen[0])
    assert isinstance(soort, Prikkelsoort)
    return Vermijding(soort, _afstand(delen[1]))


def _cirkel(tekst: str) -> Cirkel:
    delen = tekst.split()
    if len(delen) != 3:
        raise CelError("cirkel_vorm")
    x, y = decimaal(delen[0]), decimaal(delen[1])
    return Cirkel(x, y, _afstand(delen[2]))


def _afstand(tekst: str) -> Decimal:
    afstand = decimaal(tekst)
    if afstand < 0:
        raise CelError("getal_te_laag", laagst=0)
    return afstand
