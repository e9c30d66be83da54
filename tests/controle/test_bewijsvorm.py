"""The form of a proof: every way to be malformed is a VormError, never another exception, never passed over."""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from typing import Any

import pytest

from matcher.controle.bewijsvorm import (
    DIEPST,
    SCHAAL,
    Afgerond,
    Boven,
    Dekking,
    Doelrij,
    Geval,
    Kliek,
    Kolomrij,
    Limiet,
    Lineair,
    Strak,
    Uitsluiting,
    Verpakking,
    VormError,
    lees_bewijs,
)

VORM = {"column": [0, 2], "weight": [3, -1], "constant": -4}
RIJEN: list[list[Any]] = [
    ["max", "a"],
    ["min", "b"],
    ["exclusion", 2, 0],
    ["column", 3, "above"],
    ["column", 3, "below"],
    ["column", 4, 1],
    ["cover", 0, [[-1, [0]], [1, [1, 2]]]],
    ["rounded", 1, 7],
    ["clique", [0, 2], [0, 6]],
    ["tight", -1, 7],
    ["tight", 1, 8],
    ["least", 0],
    ["most", -1],
    ["above", [0, 4]],
    ["packed", 0, [[-1, [0], 4], [1, [1, 2], 0]]],
]
GEVAL = {
    "multipliers": [[13, 1]],
    "columns": [0, 4],
    "at": 0,
    "below": {"multipliers": []},
    "above": {"multipliers": [[0, 2]], "clash": True},
}
GOED: dict[str, Any] = {
    "parts": [
        {
            "options": [5, 0, 7],
            "scale": SCHAAL,
            "columns": [[VORM], [{"column": [], "weight": [], "constant": 1}, {**VORM, "column": [1, 3]}]],
            "rows": RIJEN,
            "steps": [
                {
                    "level": "a",
                    "objective": None,
                    "value": -3,
                    "method": "cases",
                    "multipliers": [[0, 2], [1, 5], [0, 3]],
                    "cases": GEVAL,
                    "floor": None,
                },
                {
                    "level": None,
                    "objective": {"column": [4], "weight": [-1], "constant": 0},
                    "value": 0,
                    "method": "searches",
                    "multipliers": [],
                    "cases": None,
                    "floor": [[2, 2**199]],
                },
            ],
        }
    ]
}


def gelezen(ruw: object) -> Any:
    """The proof from a document."""
    return lees_bewijs(json.dumps(ruw).encode())


def test_everything_is_read() -> None:
    """What was paid for one row in two goes is taken together."""
    (deel,) = gelezen(GOED)
    assert deel.opties == (5, 0, 7)
    assert deel.kolommen == (
        (Lineair((0, 2), (3, -1), -4),),
        (Lineair((), (), 1), Lineair((1, 3), (3, -1), -4)),
    )
    assert deel.rijen == (
        Limiet("a", omgekeerd=False),
        Limiet("b", omgekeerd=True),
        Uitsluiting(2, 0),
        Kolomrij(3, 0, omgekeerd=False),
        Kolomrij(3, 0, omgekeerd=True),
        Kolomrij(4, 1, omgekeerd=False),
        Dekking(0, ((None, (0,)), (1, (1, 2)))),
        Afgerond(1, 7),
        Kliek((0, 2), (0, 6)),
        Strak(None, 7),
        Strak(1, 8),
        Doelrij(0, omgekeerd=True),
        Doelrij(None, omgekeerd=False),
        Boven((0, 4)),
        Verpakking(0, ((None, (0,)), (1, (1, 2))), (4, 0)),
    )
    eerste, tweede = deel.stappen
    assert (eerste.niveau, eerste.doel, eerste.waarde, eerste.zoekers) == ("a", None, -3, False)
    assert (eerste.betaald, eerste.bodem) == (((0, 5), (1, 5)), ())
    blad = Geval(((0, 2),), niets=True)
    assert eerste.gevallen == Geval(((13, 1),), kolommen=(0, 4), tot=0, onder=Geval(()), boven=blad)
    assert (tweede.niveau, tweede.doel, tweede.zoekers) == (None, Lineair((4,), (-1,), 0), True)
    assert tweede.bodem == ((2, 2**199),)


def test_a_proof_that_cannot_be_told() -> None:
    assert lees_bewijs(b"null\n") is None
    assert gelezen({"parts": []}) == ()


@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"{",
        b"\xff",
        b"[]",
        b"1",
        b'"x"',
        b"{}",
        b'{"parts": {}}',
        b'{"parts": [], "extra": 1}',
        b'{"parts": [], "parts": []}',
        b'{"parts": [1]}',
        b'{"parts": [NaN]}',
        b"9" * 5000,
        b"[" * 100_000,
        json.dumps(GOED).encode("utf-16"),
    ],
)
def test_what_is_no_document(inhoud: bytes) -> None:
    with pytest.raises(VormError):
        lees_bewijs(inhoud)


Wijziging = Callable[[dict[str, Any]], object]


def rij(nummer: int, *nieuw: Any) -> Wijziging:
    """Another row in the place of this one."""
    return lambda deel: deel["rows"].__setitem__(nummer, list(nieuw))


def stap(nummer: int, naam: str, waarde: Any) -> Wijziging:
    """Another value in a step."""
    return lambda deel: deel["steps"][nummer].__setitem__(naam, waarde)


def geval(**anders: Any) -> Wijziging:
    """Other fields of the first case."""
    return lambda deel: deel["steps"][0]["cases"].update(anders)


def diep(hoe_diep: int) -> dict[str, Any]:
    """Cases within cases."""
    blad: dict[str, Any] = {"multipliers": []}
    boom = blad
    for _ in range(hoe_diep - 1):
        boom = {"multipliers": [], "columns": [0], "at": 0, "below": boom, "above": blad}
    return boom


KAPOT: dict[str, Wijziging] = {
    "deel veld weg": lambda deel: deel.pop("rows"),
    "deel veld erbij": lambda deel: deel.update(naam="x"),
    "schaal": lambda deel: deel.update(scale=SCHAAL * 2),
    "optie dubbel": lambda deel: deel.update(options=[0, 0, 1]),
    "optie onder nul": lambda deel: deel.update(options=[0, -1, 1]),
    "optie geen getal": lambda deel: deel.update(options=[0, "1", 2]),
    "optie waar": lambda deel: deel.update(options=[0, True, 2]),
    "optie gebroken": lambda deel: deel.update(options=[0, 1.0, 2]),
    "optie te groot": lambda deel: deel.update(options=[0, 1, 2**63]),
    "kolom zonder vorm": lambda deel: deel["columns"].append([]),
    "kolom over zichzelf": lambda deel: deel["columns"][0][0].update(column=[0, 3]),
    "kolom dubbel": lambda deel: deel["columns"][0][0].update(column=[0, 0]),
    "gewicht te weinig": lambda deel: deel["columns"][0][0].update(weight=[1]),
    "gewicht te groot": lambda deel: deel["columns"][0][0].update(weight=[1, 2**63]),
    "vorm zonder constante": lambda deel: deel["columns"][0][0].pop("constant"),
    "rij geen lijst": lambda deel: deel["rows"].__setitem__(0, "max"),
    "rij leeg": rij(0),
    "rij onbekend": rij(0, "maxi", "a"),
    "rij te lang": rij(0, "max", "a", 1),
    "naam geen tekst": rij(0, "max", 1),
    "uitsluiting zelf": rij(2, "exclusion", 1, 1),
    "uitsluiting kolom": rij(2, "exclusion", 1, 3),
    "kolomrij optie": rij(3, "column", 2, "above"),
    "kolomrij buiten": rij(3, "column", 5, "above"),
    "kolomrij kant": rij(3, "column", 3, "beside"),
    "kolomrij met meer vormen": rij(5, "column", 4, "above"),
    "kolomrij vorm buiten": rij(5, "column", 4, 2),
    "dekking van later": rij(6, "cover", 6, []),
    "dekking rij onder nul": rij(6, "cover", -1, []),
    "item kort": rij(6, "cover", 0, [[-1]]),
    "item leeg": rij(6, "cover", 0, [[-1, []]]),
    "item van later": rij(6, "cover", 0, [[6, [0]]]),
    "item kolom": rij(6, "cover", 0, [[-1, [3]]]),
    "item dubbel": rij(6, "cover", 0, [[-1, [1, 1]]]),
    "verpakking zonder waarde": rij(14, "packed", 0, [[-1, [0]]]),
    "verpakking waarde": rij(14, "packed", 0, [[-1, [0], None]]),
    "verpakking met meer": rij(14, "packed", 0, [[-1, [0], 1, 1]]),
    "verpakking van later": rij(14, "packed", 14, []),
    "verpakking rij van later": rij(14, "packed", 0, [[14, [0], 1]]),
    "deler geen getal": rij(7, "rounded", 1, None),
    "kliek van later": rij(8, "clique", [0, 1], [8]),
    "kliek kolom": rij(8, "clique", [0, 3], [0]),
    "strak van later": rij(9, "tight", 0, 9),
    "strak stap buiten": rij(9, "tight", 2, 0),
    "strak stap -2": rij(9, "tight", -2, 0),
    "doelrij stap buiten": rij(11, "least", 2),
    "boven kolom buiten": rij(13, "above", [5]),
    "stap veld weg": lambda deel: deel["steps"][0].pop("floor"),
    "stap veld erbij": stap(0, "extra", None),
    "niveau getal": stap(0, "level", 3),
    "waarde gebroken": stap(0, "value", 1.5),
    "waarde te groot": stap(0, "value", 2**63),
    "methode": stap(0, "method", "guess"),
    "methode lijst": stap(0, "method", ["prices"]),
    "bodem bij niveau": stap(0, "floor", []),
    "geen bodem ertussen": stap(1, "floor", None),
    "doel buiten": stap(1, "objective", {"column": [5], "weight": [1], "constant": 0}),
    "bedrag nul": stap(0, "multipliers", [[0, 0]]),
    "bedrag onder nul": stap(0, "multipliers", [[0, -1]]),
    "bedrag te groot": stap(0, "multipliers", [[0, 2**201]]),
    "bedrag voor rij buiten": stap(0, "multipliers", [[15, 1]]),
    "bedrag zonder rij": stap(0, "multipliers", [[1]]),
    "bedrag met meer": stap(0, "multipliers", [[0, 1, 1]]),
    "geval lijst": stap(0, "cases", []),
    "geval leeg": stap(0, "cases", {}),
    "geval half": lambda deel: deel["steps"][0]["cases"].pop("above"),
    "geval veld erbij": geval(extra=1),
    "botsing nee": geval(above={"multipliers": [], "clash": False}),
    "botsing gesplitst": geval(clash=True),
    "splitsing van niets": geval(columns=[]),
    "splitsing van meer boven nul": geval(at=1),
    "splitsing buiten": geval(columns=[5]),
    "splitsing te groot": geval(columns=[0], at=2**63),
    "te diep": stap(0, "cases", diep(DIEPST + 1)),
}


@pytest.mark.parametrize("naam", KAPOT)
def test_what_is_malformed(naam: str) -> None:
    ruw = copy.deepcopy(GOED)
    KAPOT[naam](ruw["parts"][0])
    with pytest.raises(VormError):
        gelezen(ruw)


def test_as_deep_as_it_may_be() -> None:
    ruw = copy.deepcopy(GOED)
    stap(0, "cases", diep(DIEPST))(ruw["parts"][0])
    (deel,) = gelezen(ruw)
    assert deel.stappen[0].gevallen is not None


def test_random_bytes_never_trip_it() -> None:
    inhoud = json.dumps(GOED).encode()
    for zaad in range(400):
        toeval, ruw = random.Random(zaad), bytearray(inhoud)
        for _ in range(toeval.choice((1, 1, 3, 9))):
            plaats = toeval.randrange(len(ruw))
            ruw[plaats : plaats + toeval.randrange(2)] = toeval.choice(
                (b"", b"9", b"-", b"]", b"[", b"e", b'"', b"\xff")
            )
        try:
            lees_bewijs(bytes(ruw))
        except VormError:
            continue
