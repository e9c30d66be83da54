"""Ways to spoil a proof as plain values. Each changes the document in place and says whether it could."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from tests.controle.bewijsvragen import Document

Bederf = Callable[[Document, Random], bool]
BEDERF: dict[str, Bederf] = {}


def _bederf(naam: str) -> Callable[[Bederf], Bederf]:
    def zet(functie: Bederf) -> Bederf:
        BEDERF[naam] = functie
        return functie

    return zet


def _stappen(doc: Document) -> list[dict[str, Any]]:
    return [stap for deel in doc["parts"] for stap in deel["steps"]]


def _gevallen(geval: dict[str, Any] | None) -> Iterator[dict[str, Any]]:
    if geval is not None:
        yield geval
        yield from _gevallen(geval.get("below"))
        yield from _gevallen(geval.get("above"))


def _rijen(doc: Document, *soorten: str) -> list[list[Any]]:
    return [rij for deel in doc["parts"] for rij in deel["rows"] if rij[0] in soorten]


def _een(toeval: Random, keuzes: list[Any]) -> Any:
    return toeval.choice(keuzes) if keuzes else None


@_bederf("waarde hoger")
def _hoger(doc: Document, toeval: Random) -> bool:
    stap = _een(toeval, _stappen(doc))
    if stap is not None:
        stap["value"] += 1
    return stap is not None


@_bederf("waarde lager")
def _lager(doc: Document, toeval: Random) -> bool:
    stap = _een(toeval, _stappen(doc))
    if stap is not None:
        stap["value"] -= 1
    return stap is not None


@_bederf("bedrag anders")
def _bedrag(doc: Document, toeval: Random) -> bool:
    bedragen = [paar for stap in _stappen(doc) for paar in stap["multipliers"]]
    paar = _een(toeval, bedragen)
    if paar is not None:
        paar[1] = toeval.choice((1, paar[1] // 2 + 1, paar[1] * 2, 2**190))
    return paar is not None


@_bederf("bedragen weg")
def _weg(doc: Document, toeval: Random) -> bool:
    stap = _een(toeval, [stap for stap in _stappen(doc) if stap["multipliers"]])
    if stap is not None:
        stap["multipliers"] = []
    return stap is not None


@_bederf("geval weg")
def _geval_weg(doc: Document, toeval: Random) -> bool:
    gesplitst = [g for stap in _stappen(doc) for g in _gevallen(stap["cases"]) if "below" in g]
    geval = _een(toeval, gesplitst)
    if geval is not None:
        geval[toeval.choice(("below", "above"))] = {"multipliers": []}
    return geval is not None


@_bederf("splitsing elders")
def _splitsing(doc: Document, toeval: Random) -> bool:
    gesplitst = [g for stap in _stappen(doc) for g in _gevallen(stap["cases"]) if len(g.get("columns", ())) == 1]
    geval = _een(toeval, gesplitst)
    if geval is not None:
        geval["at"] += toeval.choice((-1, 1))
    return geval is not None


@_bederf("botsing gezegd")
def _botsing(doc: Document, toeval: Random) -> bool:
    bladen = [g for stap in _stappen(doc) for g in _gevallen(stap["cases"]) if "below" not in g and "clash" not in g]
    geval = _een(toeval, [blad for blad in bladen if blad["multipliers"]])
    if geval is not None:
        geval["clash"] = True
    return geval is not None


@_bederf("andere grens")
def _andere_grens(doc: Document, toeval: Random) -> bool:
    namen = sorted({rij[1] for rij in _rijen(doc, "max", "min")})
    rij = _een(toeval, _rijen(doc, "max", "min"))
    if rij is None or len(namen) < 2:
        return False
    rij[1] = toeval.choice([naam for naam in namen if naam != rij[1]])
    return True


@_bederf("grens omgedraaid")
def _omgedraaid(doc: Document, toeval: Random) -> bool:
    rij = _een(toeval, _rijen(doc, "max", "min"))
    if rij is not None:
        rij[0] = "min" if rij[0] == "max" else "max"
    return rij is not None


@_bederf("andere uitsluiting")
def _uitsluiting(doc: Document, toeval: Random) -> bool:
    deel = _een(toeval, [deel for deel in doc["parts"] if len(deel["options"]) > 2])
    rij = None if deel is None else _een(toeval, [rij for rij in deel["rows"] if rij[0] == "exclusion"])
    if rij is not None:
        rij[1:] = toeval.sample(range(len(deel["options"])), 2)
    return rij is not None


@_bederf("rij wordt uitsluiting")
def _wordt_uitsluiting(doc: Document, toeval: Random) -> bool:
    deel = _een(toeval, [deel for deel in doc["parts"] if len(deel["options"]) > 2 and deel["rows"]])
    if deel is not None:
        paar = toeval.sample(range(len(deel["options"])), 2)
        deel["rows"][toeval.randrange(len(deel["rows"]))] = ["exclusion", *paar]
    return deel is not None


@_bederf("dekking met iets erbij")
def _dekking(doc: Document, toeval: Random) -> bool:
    for deel in toeval.sample(doc["parts"], len(doc["parts"])):
        rij = _een(toeval, [rij for rij in deel["rows"] if rij[0] == "cover"])
        if rij is not None:
            erin = {kolom for _, kolommen in rij[2] for kolom in kolommen}
            over = [optie for optie in range(len(deel["options"])) if optie not in erin]
            extra = toeval.choice(over) if over else 0
            if toeval.random() < 0.5:
                rij[2].append([-1, [extra]])
            else:
                toeval.choice(rij[2])[1].append(extra)
            return True
    return False


@_bederf("verpakking met iets erbij")
def _verpakking(doc: Document, toeval: Random) -> bool:
    for deel in toeval.sample(doc["parts"], len(doc["parts"])):
        rij = _een(toeval, [rij for rij in deel["rows"] if rij[0] == "packed"])
        if rij is not None:
            erin = {kolom for _, kolommen, _ in rij[2] for kolom in kolommen}
            over = [optie for optie in range(len(deel["options"])) if optie not in erin]
            extra = toeval.choice(over) if over else 0
            if toeval.random() < 0.4:
                rij[2].append([-1, [extra], toeval.randint(1, 9)])
            elif toeval.random() < 0.5:
                toeval.choice(rij[2])[1].append(extra)
            else:
                toeval.choice(rij[2])[2] += toeval.choice((-1, 1, 5, -9))
            return True
    return False


@_bederf("andere deler")
def _deler(doc: Document, toeval: Random) -> bool:
    rij = _een(toeval, _rijen(doc, "rounded"))
    if rij is not None:
        rij[2] = max(1, rij[2] + toeval.choice((-1, 1, 3)))
    return rij is not None


@_bederf("kliek met iets erbij")
def _kliek(doc: Document, toeval: Random) -> bool:
    for deel in toeval.sample(doc["parts"], len(doc["parts"])):
        rij = _een(toeval, [rij for rij in deel["rows"] if rij[0] == "clique"])
        over = [] if rij is None else [optie for optie in range(len(deel["options"])) if optie not in rij[1]]
        if rij is not None and over:
            rij[1].append(toeval.choice(over))
            return True
    return False


@_bederf("strak van een andere stap")
def _strak(doc: Document, toeval: Random) -> bool:
    for deel in toeval.sample(doc["parts"], len(doc["parts"])):
        rij = _een(toeval, [rij for rij in deel["rows"] if rij[0] in ("tight", "least", "most")])
        if rij is not None:
            rij[1] = toeval.randrange(-1, len(deel["steps"]))
            return True
    return False


@_bederf("rij wordt die van een stap")
def _wordt_stap(doc: Document, toeval: Random) -> bool:
    deel = _een(toeval, [deel for deel in doc["parts"] if deel["rows"]])
    if deel is not None:
        stap = toeval.randrange(-1, len(deel["steps"]))
        deel["rows"][toeval.randrange(len(deel["rows"]))] = [toeval.choice(("least", "most")), stap]
    return deel is not None


@_bederf("delen verwisseld")
def _verwisseld(doc: Document, toeval: Random) -> bool:
    delen = doc["parts"]
    if len(delen) > 1:
        delen[0]["options"], delen[1]["options"] = delen[1]["options"], delen[0]["options"]
        return True
    if len(delen[0]["options"]) < 2:
        return False
    een, ander = toeval.sample(range(len(delen[0]["options"])), 2)
    opties = delen[0]["options"]
    opties[een], opties[ander] = opties[ander], opties[een]
    return True


@_bederf("ander doel")
def _doel(doc: Document, toeval: Random) -> bool:
    stap = _een(toeval, [stap for stap in _stappen(doc) if stap["objective"] and stap["objective"]["weight"]])
    if stap is not None:
        gewichten = stap["objective"]["weight"]
        nummer = toeval.randrange(len(gewichten))
        if toeval.random() < 0.5:
            gewichten[nummer] = 0
        else:
            del gewichten[nummer], stap["objective"]["column"][nummer]
    return stap is not None


@_bederf("andere kolom")
def _kolom(doc: Document, toeval: Random) -> bool:
    vormen = [vorm for deel in doc["parts"] for kolom in deel["columns"] for vorm in kolom]
    vorm = _een(toeval, vormen)
    if vorm is not None:
        if vorm["weight"] and toeval.random() < 0.6:
            vorm["weight"][toeval.randrange(len(vorm["weight"]))] += toeval.choice((-2, -1, 1))
        else:
            vorm["constant"] += toeval.choice((-3, -1, 1))
    return vorm is not None


@_bederf("stap weg")
def _stap_weg(doc: Document, toeval: Random) -> bool:
    deel = _een(toeval, [deel for deel in doc["parts"] if deel["steps"]])
    if deel is not None:
        del deel["steps"][toeval.randrange(len(deel["steps"]))]
    return deel is not None


@_bederf("stap erbij")
def _stap_erbij(doc: Document, toeval: Random) -> bool:
    """Between levels, something that no answer has more of, but that answers may well have less of."""
    deel = _een(toeval, [deel for deel in doc["parts"] if deel["options"]])
    if deel is None:
        return False
    optie = toeval.randrange(len(deel["options"]))
    teken = toeval.choice((1, -1))
    extra: dict[str, Any] = {
        "level": None,
        "objective": {"column": [optie], "weight": [teken], "constant": 0},
        "value": max(0, teken),
        "method": "prices",
        "multipliers": [],
        "cases": None,
        "floor": [],
    }
    deel["steps"].append(copy.deepcopy(extra))
    deel["steps"].insert(0, extra)
    for rij in deel["rows"]:
        if rij[0] in ("tight", "least", "most") and rij[1] >= 0:
            rij[1] += 1
    return True
