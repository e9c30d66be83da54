"""A proof as a document: its form, read strictly (docs/bewijs.md). What does not have that form raises VormError."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

SCHAAL = 2**24
"""Multipliers count 1 / SCHAAL."""

GROOTST = 2**62
"""No number of a proof is larger, but for multipliers: those stay within MEEST_BETAALD."""

MEEST_BETAALD = 2**200

DIEPST = 200
"""Cases within cases; the kernel stops at 150."""

Betaald = tuple[tuple[int, int], ...]
"""Multipliers above 0, each with the number of its row."""


class VormError(Exception):
    """The document is not as it should be."""


@dataclass(frozen=True, slots=True)
class Limiet:
    """A limit of the question, by name; ``omgekeerd``: its minimum."""

    naam: str
    omgekeerd: bool


@dataclass(frozen=True, slots=True)
class Uitsluiting:
    """Two options of which at most one is taken."""

    een: int
    ander: int


@dataclass(frozen=True, slots=True)
class Kolomrij:
    """What defines a column: form ``vorm`` stays below it; ``omgekeerd``: it stays below its only form."""

    kolom: int
    vorm: int
    omgekeerd: bool


@dataclass(frozen=True, slots=True)
class Dekking:
    """A cover of a row: items, each columns of which a row (None: there is only one) leaves at most one taken."""

    rij: int
    items: tuple[tuple[int | None, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Verpakking:
    """Items as in a cover, each with what it is worth: together no more than what fits in the row is worth at most."""

    rij: int
    items: tuple[tuple[int | None, tuple[int, ...]], ...]
    waarden: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Afgerond:
    """A row divided and rounded down."""

    rij: int
    deler: int


@dataclass(frozen=True, slots=True)
class Kliek:
    """Columns of which every two stand in one of the rows, where they do not fit together."""

    kolommen: tuple[int, ...]
    rijen: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Strak:
    """A row the other way round, as tight as a step must keep it; step None: the one that is being proven."""

    stap: int | None
    rij: int


@dataclass(frozen=True, slots=True)
class Doelrij:
    """The objective of a step is at least (``omgekeerd``), or at most, its value."""

    stap: int | None
    omgekeerd: bool


@dataclass(frozen=True, slots=True)
class Boven:
    """In the case of that name: at least one of the columns."""

    kolommen: tuple[int, ...]


Rij = Limiet | Uitsluiting | Kolomrij | Dekking | Verpakking | Afgerond | Kliek | Strak | Doelrij | Boven


@dataclass(frozen=True, slots=True)
class Lineair:
    """``constante`` plus the sum of ``gewichten`` times the columns."""

    kolommen: tuple[int, ...]
    gewichten: tuple[int, ...]
    constante: int


@dataclass(frozen=True, slots=True)
class Geval:
    """What could still be better; without a split the multipliers rule it out."""

    betaald: Betaald
    niets: bool = False
    """The multipliers bound nothing at all, instead of the objective."""
    kolommen: tuple[int, ...] = ()
    tot: int = 0
    onder: Geval | None = None
    boven: Geval | None = None


@dataclass(frozen=True, slots=True)
class Stap:
    """Nothing has more than ``waarde``. Between levels (``niveau`` None) ``bodem`` shows that nothing has less."""

    niveau: str | None
    doel: Lineair | None
    waarde: int
    zoekers: bool
    betaald: Betaald
    gevallen: Geval | None
    bodem: Betaald


@dataclass(frozen=True, slots=True)
class Deel:
    """The proof of one part: which options, auxiliary columns, rows, steps."""

    opties: tuple[int, ...]
    kolommen: tuple[tuple[Lineair, ...], ...]
    rijen: tuple[Rij, ...]
    stappen: tuple[Stap, ...]


def lees_bewijs(inhoud: bytes) -> tuple[Deel, ...] | None:
    """Read a proof; None where it says that the numbers are too wide to tell it. Raises VormError."""
    try:
        ruw = json.loads(inhoud.decode("utf-8"), parse_constant=_weiger, object_pairs_hook=_object)
    except (ValueError, RecursionError) as fout:
        raise VormError from fout
    return bewijs_van(ruw)


def bewijs_van(ruw: Any) -> tuple[Deel, ...] | None:
    """Take a proof from plain values. Raises VormError."""
    if ruw is None:
        return None
    (delen,) = _velden(ruw, "parts")
    return tuple(_deel(deel) for deel in _lijst(delen))


def _weiger(_: str) -> Any:
    raise ValueError


def _object(paren: list[tuple[str, Any]]) -> dict[str, Any]:
    velden = dict(paren)
    if len(velden) < len(paren):
        raise ValueError
    return velden


def _eis(goed: bool) -> None:  # noqa: FBT001
    if not goed:
        raise VormError


def _velden(ruw: Any, *namen: str) -> tuple[Any, ...]:
    """Exactly these fields of an object."""
    _eis(isinstance(ruw, dict) and set(ruw) == set(namen))
    return tuple(ruw[naam] for naam in namen)


def _lijst(ruw: Any) -> list[Any]:
    _eis(isinstance(ruw, list))
    lijst: list[Any] = ruw
    return lijst


def _tekst(ruw: Any) -> str:
    _eis(isinstance(ruw, str))
    tekst: str = ruw
    return tekst


def _getal(ruw: Any, grootst: int = GROOTST) -> int:
    _eis(isinstance(ruw, int) and not isinstance(ruw, bool) and -grootst <= ruw <= grootst)
    getal: int = ruw
    return getal


def _onder(ruw: Any, aantal: int) -> int:
    """A number from 0, below ``aantal``."""
    getal = _getal(ruw)
    _eis(0 <= getal < aantal)
    return getal


def _nummers(ruw: Any, aantal: int) -> tuple[int, ...]:
    """Different numbers, each below ``aantal``."""
    nummers = tuple(_onder(deel, aantal) for deel in _lijst(ruw))
    _eis(len(set(nummers)) == len(nummers))
    return nummers


def _deel(ruw: Any) -> Deel:
    opties, schaal, kolommen, rijen, stappen = _velden(ruw, "options", "scale", "columns", "rows", "steps")
    _eis(_getal(schaal) == SCHAAL)
    eigen = _nummers(opties, GROOTST)
    vormen: list[tuple[Lineair, ...]] = []
    for kolom in _lijst(kolommen):
        vormen.append(tuple(_lineair(vorm, len(eigen) + len(vormen)) for vorm in _lijst(kolom)))
        _eis(bool(vormen[-1]))
    maat = _Maat(len(eigen), tuple(map(len, vormen)), len(_lijst(stappen)))
    gelezen = tuple(maat.rij(rij, nummer) for nummer, rij in enumerate(_lijst(rijen)))
    lezer = _Stappen(maat.breed, len(gelezen))
    return Deel(eigen, tuple(vormen), gelezen, tuple(lezer.stap(stap) for stap in stappen))


def _lineair(ruw: Any, breed: int) -> Lineair:
    kolommen, gewichten, constante = _velden(ruw, "column", "weight", "constant")
    vorm = Lineair(_nummers(kolommen, breed), tuple(map(_getal, _lijst(gewichten))), _getal(constante))
    _eis(len(vorm.kolommen) == len(vorm.gewichten))
    return vorm


DELEN_VERPAKT = 3
"""An item of a packing: the row that leaves one of its columns, the columns, what it is worth."""


@dataclass(frozen=True, slots=True)
class _Maat:
    """How many options and steps there are, and how many forms each auxiliary column has."""

    opties: int
    vormen: tuple[int, ...]
    stappen: int

    @property
    def breed(self) -> int:
        return self.opties + len(self.vormen)

    def rij(self, ruw: Any, nummer: int) -> Rij:
        """A row; it may lean on rows with a lower number."""
        match _lijst(ruw):
            case ["max" | "min" as kant, naam]:
                return Limiet(_tekst(naam), kant == "min")
            case ["exclusion", een, ander]:
                return Uitsluiting(*_nummers([een, ander], self.opties))
            case ["column", kolom, vorm]:
                return self._kolomrij(_onder(kolom, self.breed), vorm)
            case ["cover", rij, items]:
                return Dekking(_onder(rij, nummer), tuple(self._item(item, nummer) for item in _lijst(items)))
            case ["packed", rij, items]:
                delen = [_lijst(item) for item in _lijst(items)]
                _eis(all(len(deel) == DELEN_VERPAKT for deel in delen))
                lid = tuple(self._item(deel[:2], nummer) for deel in delen)
                return Verpakking(_onder(rij, nummer), lid, tuple(_getal(deel[2]) for deel in delen))
            case ["rounded", rij, deler]:
                return Afgerond(_onder(rij, nummer), _getal(deler))
            case ["clique", kolommen, rijen]:
                return Kliek(_nummers(kolommen, self.opties), _nummers(rijen, nummer))
            case ["tight", stap, rij]:
                return Strak(self._stap(stap), _onder(rij, nummer))
            case ["least" | "most" as kant, stap]:
                return Doelrij(self._stap(stap), kant == "least")
            case ["above", kolommen]:
                return Boven(_nummers(kolommen, self.breed))
            case _:
                raise VormError

    def _stap(self, ruw: Any) -> int | None:
        return None if _getal(ruw) == -1 else _onder(ruw, self.stappen)

    def _kolomrij(self, kolom: int, vorm: Any) -> Kolomrij:
        _eis(kolom >= self.opties)
        aantal = self.vormen[kolom - self.opties]
        if vorm in ("above", "below"):
            _eis(aantal == 1)
            return Kolomrij(kolom, 0, vorm == "below")
        return Kolomrij(kolom, _onder(vorm, aantal), omgekeerd=False)

    def _item(self, ruw: Any, nummer: int) -> tuple[int | None, tuple[int, ...]]:
        _eis(len(_lijst(ruw)) == 2)
        rij, kolommen = ruw[0], _nummers(ruw[1], self.opties)
        _eis(bool(kolommen))
        return None if _getal(rij) == -1 else _onder(rij, nummer), kolommen


@dataclass(frozen=True, slots=True)
class _Stappen:
    """Reads steps; how many columns and rows there are."""

    kolommen: int
    rijen: int
    hoe: frozenset[str] = field(default=frozenset({"prices", "cases", "searches"}))

    def stap(self, ruw: Any) -> Stap:
        """One step."""
        velden = ("level", "objective", "value", "method", "multipliers", "cases", "floor")
        niveau, doel, waarde, hoe, betaald, gevallen, bodem = _velden(ruw, *velden)
        _eis(_tekst(hoe) in self.hoe and (niveau is None) == (bodem is not None))
        return Stap(
            niveau=None if niveau is None else _tekst(niveau),
            doel=None if doel is None else _lineair(doel, self.kolommen),
            waarde=_getal(waarde),
            zoekers=hoe == "searches",
            betaald=self._betaald(betaald),
            gevallen=None if gevallen is None else self._geval(gevallen, DIEPST),
            bodem=() if bodem is None else self._betaald(bodem),
        )

    def _betaald(self, ruw: Any) -> Betaald:
        """Multipliers; what is paid for one row in parts is taken together."""
        samen: dict[int, int] = {}
        for paar in _lijst(ruw):
            _eis(len(_lijst(paar)) == 2)
            rij, bedrag = _onder(paar[0], self.rijen), _getal(paar[1], MEEST_BETAALD)
            _eis(bedrag > 0)
            samen[rij] = samen.get(rij, 0) + bedrag
        return tuple(samen.items())

    def _geval(self, ruw: Any, diep: int) -> Geval:
        _eis(isinstance(ruw, dict) and diep > 0 and ruw.get("clash", True) is True)
        rest = {naam: waarde for naam, waarde in ruw.items() if naam != "clash"}
        if set(rest) == {"multipliers"}:
            return Geval(self._betaald(rest["multipliers"]), niets="clash" in ruw)
        betaald, kolommen, tot, onder, boven = _velden(rest, "multipliers", "columns", "at", "below", "above")
        _eis("clash" not in ruw)
        splitsing = _nummers(kolommen, self.kolommen)
        _eis(len(splitsing) == 1 or (len(splitsing) > 1 and _getal(tot) == 0))
        return Geval(
            self._betaald(betaald),
            kolommen=splitsing,
            tot=_getal(tot),
            onder=self._geval(onder, diep - 1),
            boven=self._geval(boven, diep - 1),
        )
