"""Questions for the verifier of proofs: those of the kernel as its plain values, and small ones full of conflict."""

from __future__ import annotations

import json
from itertools import combinations
from math import gcd
from random import Random
from typing import Any

from matcher.controle.bewijsvraag import Doel, Grens, Vorm, Vraag
from solver.instance import Form, Group, Instance, Level, Sense
from solver.solution import Solution
from tests.solver.enumeration import worth

Document = dict[str, Any]


def vraag(instance: Instance) -> Vraag:
    """A question of the kernel as the checker takes it."""
    return Vraag(
        opties=instance.options,
        grenzen={groep.name: Grens(groep.option, groep.weight, groep.max, groep.min) for groep in instance.groups},
        doelen=tuple(map(_doel, instance.levels)),
        vast=instance.fixed,
        uitsluitingen=instance.exclusions,
    )


def _doel(niveau: Level) -> Doel:
    termen = tuple(tuple(Vorm(f.option, f.weight, f.constant) for f in term) for term in niveau.terms or ())
    return Doel(str(niveau.name), str(niveau.sense), niveau.value, None if niveau.terms is None else termen)


def waarden(instance: Instance, gekozen: list[int]) -> dict[str, int]:
    """What a choice is worth, level by level."""
    return {str(niveau.name): worth(niveau, gekozen) for niveau in instance.levels}


def rang(instance: Instance, gekozen: list[int]) -> list[int]:
    """The same as a list, the lowest first in order of preference."""
    return [worth(n, gekozen) * (-1 if n.sense is Sense.MAX else 1) for n in instance.levels]


def document(antwoord: Solution) -> Document | None:
    """The proof as it comes out of its file."""
    plat: Document | None = json.loads(json.dumps(antwoord.proof))
    return plat


def pas_aan(doc: Document, instance: Instance, gekozen: list[int]) -> None:
    """Make the document claim, part by part, what this choice is worth at the levels of plain values."""
    niveaus = {str(niveau.name): niveau for niveau in instance.levels}
    for deel in doc["parts"]:
        for stap in deel["steps"]:
            niveau = niveaus.get(stap["level"] or "")
            if niveau is not None and niveau.value is not None:
                deler = gcd(*(niveau.value[optie] for optie in deel["options"])) or 1
                som = sum(niveau.value[optie] for optie in gekozen if optie in deel["options"])
                stap["value"] = som * (1 if niveau.sense is Sense.MAX else -1) // deler


def knoop(toeval: Random) -> Instance:
    """People with a few options each, uneven hours, pairs that exclude each other, areas to spread over, at odds."""
    n = toeval.randint(7, 10)
    mensen = [toeval.randrange(n // 2) for _ in range(n)]
    ring = toeval.sample(range(n), toeval.randint(3, n))
    paren = {*zip(ring, ring[1:] + ring[:1], strict=True), *combinations(toeval.sample(range(n), 4), 2)}
    grenzen = [Group(f"K1:{m}", tuple(o for o in range(n) if mensen[o] == m), max=1) for m in sorted(set(mensen))]
    for k in range(2):
        leden = tuple(sorted(toeval.sample(range(n), toeval.randint(4, n))))
        gewichten = tuple(toeval.choice((4, 5, 7, 9)) for _ in leden)
        laagst = toeval.randint(1, 8) if toeval.random() < 0.3 else None
        grenzen.append(Group(f"K9:{k}", leden, gewichten, laagst, toeval.randint(9, 9 + sum(gewichten) // 2)))
    alle = tuple(range(n))
    schuin = tuple(toeval.choice((6, -4)) for _ in alle)
    spreiding = (Form(alle, schuin, -3), Form(alle, tuple(-w for w in schuin), 3), Form())
    niveaus = [
        Level("geplaatst", Sense.MAX, (1,) * n),
        Level("waarde", Sense.MAX, tuple(toeval.randint(3, 9) for _ in alle)),
        Level("spreiding", Sense.MIN, terms=(spreiding, (Form(alle[::2]), Form(alle[1::2])))),
        Level("schaars", Sense.MIN, tuple(toeval.randint(0, 6) for _ in alle)),
    ]
    vast = (toeval.randrange(n),) if toeval.random() < 0.15 else ()
    return Instance(n, tuple(grenzen), tuple(sorted(paren)), vast, tuple(toeval.sample(niveaus, 3)))
