"""From region folders to the question that the kernel gets, and from many such questions to one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import accumulate
from pathlib import Path

from data.demo import DATUM
from matcher.assemble import maak_opgave, maak_stand
from matcher.run import Klok
from matcher.tijd import isoweek
from matcher.voorbereiding import voorbereiden
from solver.instance import Form, Group, Instance, Level


def opgave(map_: Path) -> Instance:
    """The question that the kernel gets for a region folder, by the program's own preparation.

    Raises ``ValueError`` with what is wrong with the folder.
    """
    klaar, meldingen = voorbereiden(map_, DATUM, Klok(lambda _: None))
    if klaar is None:
        raise ValueError("; ".join(str(melding) for melding in meldingen))
    stand = maak_stand(klaar.regio, klaar.peil, klaar.velden, klaar.paren, klaar.afspraken, klaar.verblijf)
    return maak_opgave(stand, klaar.velden, isoweek(DATUM)).instance


def samen(instances: Sequence[Instance]) -> Instance:
    """One question out of many: options are numbered on, groups named after their region, levels added up by name.

    The instances have the same levels in the same order.
    """
    begin = [0, *accumulate(instance.options for instance in instances)]
    delen = [_verschoven(instance, begin[k], f"{k:03d}/") for k, instance in enumerate(instances)]
    return Instance(
        options=begin[-1],
        groups=tuple(groep for deel in delen for groep in deel.groups),
        exclusions=tuple(paar for deel in delen for paar in deel.exclusions),
        fixed=tuple(optie for deel in delen for optie in deel.fixed),
        levels=tuple(_opgeteld(niveaus) for niveaus in zip(*(deel.levels for deel in delen), strict=True)),
    )


def _verschoven(instance: Instance, begin: int, voor: str) -> Instance:
    def opties(oud: Iterable[int]) -> tuple[int, ...]:
        return tuple(begin + optie for optie in oud)

    return Instance(
        options=instance.options,
        groups=tuple(Group(_naam(g.name, voor), opties(g.option), g.weight, g.min, g.max) for g in instance.groups),
        exclusions=tuple((begin + i, begin + j) for i, j in instance.exclusions),
        fixed=opties(instance.fixed),
        levels=tuple(
            replace(
                niveau,
                terms=niveau.terms
                and tuple(tuple(Form(opties(f.option), f.weight, f.constant) for f in term) for term in niveau.terms),
            )
            for niveau in instance.levels
        ),
    )


def _naam(naam: str, voor: str) -> str:
    """The code of the rule stays in front."""
    code, _, rest = naam.partition(":")
    return f"{code}:{voor}{rest}"


def _opgeteld(niveaus: Sequence[Level]) -> Level:
    eerste = niveaus[0]
    assert all((n.name, n.sense, n.terms is None) == (eerste.name, eerste.sense, eerste.terms is None) for n in niveaus)
    if eerste.terms is None:
        return replace(eerste, value=tuple(waarde for n in niveaus for waarde in n.value or ()))
    return replace(eerste, terms=tuple(term for n in niveaus for term in n.terms or ()))


def code(groep: Group) -> str:
    """The K rule that a limit belongs to."""
    return groep.name.partition(":")[0]


def bindend(instance: Instance, gekozen: Iterable[int]) -> Counter[str]:
    """By K rule, the limits that hold something back: some option outside ``gekozen`` would break them."""
    erin = frozenset(gekozen)
    telling: Counter[str] = Counter()
    for groep in instance.groups:
        leden = list(zip(groep.option, groep.weight, strict=True))
        som = sum(gewicht for optie, gewicht in leden if optie in erin)
        if groep.max is not None and any(optie not in erin and som + gewicht > groep.max for optie, gewicht in leden):
            telling[code(groep)] += 1
    return telling


def zonder(instance: Instance, regel: str) -> Instance:
    """The question without the limits of one K rule; without ``K10`` nothing is fixed."""
    return replace(
        instance,
        groups=tuple(groep for groep in instance.groups if code(groep) != regel),
        fixed=() if regel == "K10" else instance.fixed,
    )
