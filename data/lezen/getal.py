"""Numbers as people type them in a Dutch Excel: exact, or a fault that says how to write it."""

from __future__ import annotations

import re
from decimal import Decimal

from data.lezen.fout import CelError

MEESTE_CIJFERS = 15
"""More digits than Excel keeps; a longer number has been damaged already, or is a mistake."""
GROOTSTE_GEHEEL = 999_999_999

_GEHEEL = re.compile(r"-?[0-9]+")
_GETAL = re.compile(r"-?[0-9]+([.,][0-9]+)?")
_DUIZENDTAL = re.compile(r"-?[0-9]+[.,][0-9]{3}|-?[0-9]+(\.[0-9]+)+,[0-9]*|-?[0-9]+(,[0-9]+)+\.[0-9]*")
_DUIZENDTALLEN = re.compile("-?[0-9]{1,3}([.,' \u00a0\u202f][0-9]{3})+")
_MACHT = re.compile(r"-?[0-9]+([.,][0-9]+)?[eE][+-]?[0-9]+")


def geheel(tekst: str) -> int:
    """A whole number. Raises :class:`CelError`."""
    if _GEHEEL.fullmatch(tekst):
        _eis_kort(tekst)
        return int(tekst)
    _eis_gewoon(tekst)
    raise CelError("getal_niet_geheel" if _GETAL.fullmatch(tekst) else "getal_geen_geheel")


def honderdsten(tekst: str) -> int:
    """An amount with at most two decimals, also when they are zeros, in whole hundredths. Raises :class:`CelError`."""
    waarde = decimaal(tekst).scaleb(2)
    if not _GEHEEL.fullmatch(f"{waarde:f}"):
        raise CelError("getal_decimalen")
    return int(waarde)


def decimaal(tekst: str) -> Decimal:
    """A decimal number, exactly as written. Raises :class:`CelError`."""
    _eis_gewoon(tekst)
    if not _GETAL.fullmatch(tekst):
        raise CelError("getal_onleesbaar")
    _eis_kort(tekst)
    return Decimal(tekst.replace(",", "."))


def _eis_gewoon(tekst: str) -> None:
    """No thousands marks (contract par. 1) and no powers of ten."""
    if _DUIZENDTAL.fullmatch(tekst) or _DUIZENDTALLEN.fullmatch(tekst):
        raise CelError("getal_duizendtal")
    if _MACHT.fullmatch(tekst):
        raise CelError("getal_macht")


def _eis_kort(tekst: str) -> None:
    if sum(teken.isdigit() for teken in tekst) > MEESTE_CIJFERS:
        raise CelError("getal_te_lang", cijfers=MEESTE_CIJFERS)
