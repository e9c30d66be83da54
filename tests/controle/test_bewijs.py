"""Proofs of the kernel hold; whatever is done to a document, nothing that is not so is ever shown."""

from __future__ import annotations

import copy
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

import pytest

from matcher.controle.bewijs import Bewezen, Hoe, toets
from matcher.controle.bewijsvorm import VormError, bewijs_van
from matcher.controle.bewijsvraag import Doel, Grens, Vorm, Vraag
from solver import cuts, summit
from solver.instance import Form, Group, Instance, Level, Sense
from solver.solution import Solution, Status
from solver.solve import solve
from tests.controle.bederf_bewijs import BEDERF
from tests.controle.bewijsvragen import Document, document, knoop, pas_aan, rang, vraag, waarden
from tests.solver.enumeration import answers, random_instance

PROEF = os.environ.get("ZL_PROOF") == "1"
MUTATIE = os.environ.get("ZL_MUTATIE") == "1"
KEER = 3 if MUTATIE else 40
AANTAL = 600 if PROEF else 20 if MUTATIE else 100


ROW_KINDS = {
    *("max", "min", "exclusion", "column", "cover", "packed", "rounded", "clique"),
    *("tight", "least", "most", "above"),
}
"""All of docs/bewijs.md."""


def getoond(instance: Instance, doc: Document, beweerd: Mapping[str, int]) -> tuple[Bewezen, ...]:
    """How each level is shown."""
    delen = bewijs_van(doc)
    assert delen is not None
    return toets(vraag(instance), delen, beweerd)


def opgelost(zaad: int) -> Iterator[tuple[Instance, Solution]]:
    """Of each seed a knot and a random instance, those with an answer; some without cuts, facets or covers."""
    with pytest.MonkeyPatch.context() as patch:
        if zaad % 3 == 1:
            patch.setattr(summit, "ROUNDS", 0)
        if zaad % 3 == 2:
            patch.setattr(cuts, "facet", lambda *_: None)
        if zaad % 6 == 5:
            patch.setattr(cuts, "_covers", lambda *_: iter(()))
        for instance in (knoop(Random(zaad)), random_instance(Random(zaad))):
            antwoord = solve(instance)
            if antwoord.status is Status.OPTIMAL:
                yield instance, antwoord


def test_every_proof_of_the_kernel_holds() -> None:
    """Of small questions of every kind; one that has no proof has numbers that are too wide to tell."""
    hoe = set()
    rijen = set()
    for zaad in range(AANTAL):
        for instance, antwoord in opgelost(zaad):
            doc = document(antwoord)
            if doc is None:
                assert not vraag(instance).vertelbaar
                continue
            rijen |= {rij[0] for deel in doc["parts"] for rij in deel["rows"]}
            bewezen = getoond(instance, doc, {niveau.name: niveau.value for niveau in antwoord.levels})
            assert [een.niveau for een in bewezen] == [niveau.name for niveau in instance.levels]
            assert all(een.hoe is not Hoe.NIET for een in bewezen), (zaad, bewezen)
            hoe |= {een.hoe for een in bewezen}
    assert MUTATIE or {Hoe.PRIJZEN, Hoe.GEVALLEN} <= hoe
    assert MUTATIE or rijen == ROW_KINDS


@cache
def knopen() -> tuple[tuple[Instance, Document, tuple[list[int], ...]], ...]:
    """Questions with a proof that leaves nothing to searches, and all their answers, the best first."""
    gevonden = []
    for zaad in range(1000, 1000 + 3 * KEER):
        for instance, antwoord in opgelost(zaad):
            doc = document(antwoord)
            if doc is not None and instance.levels and instance.options > 4:
                keuzes = sorted(answers(instance), key=lambda gekozen: rang(instance, gekozen))
                gevonden.append((instance, doc, tuple(keuzes)))
    return tuple(gevonden)


def vals(instance: Instance, doc: Document, keuzes: tuple[list[int], ...], toeval: Random) -> bool:
    """Whether a claim that is not the best is shown in full; the searches, which prove nothing, left out."""
    best = rang(instance, keuzes[0])
    slechter = [gekozen for gekozen in keuzes if rang(instance, gekozen) != best]
    if not slechter:
        return False
    gekozen = slechter[min(int(toeval.expovariate(0.7)), len(slechter) - 1)]
    pas_aan(doc, instance, gekozen)
    for deel in doc["parts"]:
        for stap in deel["steps"]:
            stap["method"] = "cases"
    try:
        bewezen = getoond(instance, doc, waarden(instance, gekozen))
    except VormError:
        return False
    eerste = next(k for k, (a, b) in enumerate(zip(rang(instance, gekozen), best, strict=True)) if a != b)
    return all(een.hoe is not Hoe.NIET for een in bewezen[: eerste + 1])


@pytest.mark.parametrize("naam", sorted(BEDERF))
def test_whatever_is_spoilt_nothing_false_is_shown(naam: str) -> None:
    """The document is made to claim a true but lesser answer, and spoilt: the level where it is lesser never holds.

    Of the best answer a spoilt document may still be a proof; some of each kind are not.
    """
    geplant, gezien = 0, 0
    for poging in range(60 * len(knopen())):
        instance, goed, keuzes = knopen()[poging % len(knopen())]
        toeval, doc_ = Random(f"{naam} {poging}"), copy.deepcopy(goed)
        if geplant == KEER:
            break
        if not BEDERF[naam](doc_, toeval):
            continue
        geplant += 1
        assert not vals(instance, copy.deepcopy(doc_), keuzes, toeval), (naam, poging)
        try:
            bewezen = getoond(instance, doc_, waarden(instance, keuzes[0]))
        except VormError:
            gezien += 1
        else:
            gezien += any(een.hoe is Hoe.NIET for een in bewezen)
    assert MUTATIE or geplant == KEER
    assert MUTATIE or gezien > 0


def test_a_lesser_claim_is_never_shown() -> None:
    """Nothing spoilt but the claim."""
    for nummer, (instance, goed, keuzes) in enumerate(knopen()):
        for beurt in range(5):
            assert not vals(instance, copy.deepcopy(goed), keuzes, Random(f"{nummer} {beurt}"))


def test_a_fixed_option_that_is_dropped_is_noticed() -> None:
    """Without the fixed option the best is another; the proof leaned on it."""
    gezien = 0
    for zaad in range(3000, 3000 + 4 * KEER):
        instance = replace(knoop(Random(zaad)), fixed=(0,))
        antwoord = solve(instance)
        vrij = replace(instance, fixed=())
        if antwoord.status is not Status.OPTIMAL or antwoord.proof is None:
            continue
        doc, best = document(antwoord), min(rang(vrij, gekozen) for gekozen in answers(vrij))
        if doc is not None and rang(vrij, list(antwoord.chosen)) != best:
            bewezen = getoond(vrij, doc, waarden(vrij, list(antwoord.chosen)))
            assert any(een.hoe is Hoe.NIET for een in bewezen)
            gezien += 1
    assert MUTATIE or gezien > 5


def test_a_limit_that_the_kernel_had_tighter_is_noticed() -> None:
    """The kernel got one hour less than there is: where that costs something, the proof no longer holds."""
    gezien = 0
    for zaad in range(4000, 4000 + 4 * KEER):
        echt = knoop(Random(zaad))
        krap = tuple(replace(g, max=g.max - 3, min=None) if g.max and g.max > 3 else g for g in echt.groups)
        antwoord = solve(replace(echt, groups=krap))
        if antwoord.status is not Status.OPTIMAL or antwoord.proof is None:
            continue
        doc, keuzes = document(antwoord), [rang(echt, gekozen) for gekozen in answers(echt)]
        if doc is not None and keuzes and rang(echt, list(antwoord.chosen)) > min(keuzes):
            bewezen = getoond(echt, doc, waarden(echt, list(antwoord.chosen)))
            assert any(een.hoe is Hoe.NIET for een in bewezen)
            gezien += 1
    assert MUTATIE or gezien > 5


# -- by hand ----------------------------------------------------------------------------------------------------------

EEN = 2**24
DRIE = Vraag(3, {"samen": Grens((0, 1, 2), (1, 1, 1), 1)}, (Doel("nut", "max", (4, 6, 2)),))
"""One of three; the best is worth 6, which is 3 steps of 2."""


def stap(niveau: str | None, waarde: int, *betaald: list[int], **anders: Any) -> Document:
    """A step by prices."""
    plat: Document = {
        "level": niveau,
        "objective": None,
        "value": waarde,
        "method": "prices",
        "multipliers": list(betaald),
        "cases": None,
        "floor": None if niveau else [],
    }
    return plat | anders


def doc(opties: int, rijen: list[list[Any]], *stappen: Document, kolommen: Sequence[Any] = ()) -> Document:
    """A document of one part."""
    deel = {"options": list(range(opties)), "scale": EEN, "columns": list(kolommen), "rows": rijen}
    return {"parts": [deel | {"steps": list(stappen)}]}


def reden(vraag_: Vraag, document_: Document, **beweerd: int) -> str:
    """Why the last level is not shown; how it is when it is."""
    delen = bewijs_van(document_)
    assert delen is not None
    laatste = toets(vraag_, delen, beweerd)[-1]
    return laatste.reden or str(laatste.hoe)


def test_a_bound_by_hand() -> None:
    """3 for each place: 2, 3 and 1 step are worth nothing more; a little less leaves the second something."""
    rij = [["max", "samen"]]
    assert reden(DRIE, doc(3, rij, stap("nut", 3, [0, 3 * EEN])), nut=6) == "prijzen"
    # (2.5 for a place, and the second gains half a step on it: 3 in all; 4 for a place is 4)
    assert reden(DRIE, doc(3, rij, stap("nut", 3, [0, 5 * EEN // 2])), nut=6) == "prijzen"
    assert reden(DRIE, doc(3, rij, stap("nut", 3, [0, 4 * EEN - 1])), nut=6) == "prijzen"
    assert reden(DRIE, doc(3, rij, stap("nut", 3, [0, 4 * EEN])), nut=6) == "bewijs_niet"
    assert reden(DRIE, doc(3, rij, stap("nut", 3)), nut=6) == "bewijs_niet"
    assert reden(DRIE, doc(3, rij, stap("nut", 2, [0, 3 * EEN])), nut=4) == "bewijs_niet"
    assert reden(DRIE, doc(3, rij, stap("nut", 4, [0, 3 * EEN])), nut=8) == "bewijs_niet"


def test_the_value_must_be_that_of_the_batch() -> None:
    rij = [["max", "samen"]]
    assert reden(DRIE, doc(3, rij, stap("nut", 3, [0, 3 * EEN])), nut=5) == "bewijs_waarde"
    assert reden(DRIE, doc(3, rij, stap("nut", 3, [0, 4 * EEN - 1])), nut=7) == "bewijs_waarde"


def test_what_is_paid_for_one_row_in_two_goes() -> None:
    assert reden(DRIE, doc(3, [["max", "samen"]], stap("nut", 3, [0, EEN], [0, 2 * EEN])), nut=6) == "prijzen"


def test_every_level_in_its_order() -> None:
    """A level that is missing, of another name, or told twice; and after one that is not shown, none is."""
    twee = replace(DRIE, doelen=(*DRIE.doelen, Doel("aantal", "min", (1, 1, 1))))
    nut, aantal = stap("nut", 3, [0, 3 * EEN]), stap("aantal", -1)
    rij = [["max", "samen"]]
    # the second is taken for sure: it would cost its whole worth to leave it
    assert reden(twee, doc(3, rij, nut, aantal), nut=6, aantal=1) == "prijzen"
    assert reden(twee, doc(3, rij, nut), nut=6, aantal=1) == "bewijs_mist"
    assert reden(twee, doc(3, rij, aantal), nut=6, aantal=1) == "bewijs_eerder"
    assert reden(twee, doc(3, rij, nut, nut), nut=6, aantal=1) == "bewijs_volgorde"
    assert reden(twee, doc(3, rij, nut, stap("iets", 0)), nut=6, aantal=1) == "bewijs_volgorde"
    assert reden(replace(twee, doelen=twee.doelen[::-1]), doc(3, rij, nut, aantal), nut=6, aantal=1) == "bewijs_eerder"


def test_a_limit_that_is_not_there() -> None:
    for rij in (["max", "anders"], ["exclusion", 0, 1]):
        assert reden(DRIE, doc(3, [rij], stap("nut", 3, [0, 3 * EEN])), nut=6) == "bewijs_grens"
    assert reden(DRIE, doc(3, [["min", "samen"]], stap("nut", 3, [0, 3 * EEN])), nut=6) == "bewijs_rij"
    breed = replace(DRIE, grenzen={"samen": Grens((0, 1, 2), (1, 1, 2**60), 1)})
    assert reden(breed, doc(3, [["max", "samen"]], stap("nut", 3, [0, 3 * EEN])), nut=6) == "bewijs_grens"


def test_a_minimum_is_a_row_the_other_way_round() -> None:
    """At least two of three, and they cost 1, 2 and 3: no answer costs less than 3."""
    vraag_ = Vraag(3, {"g": Grens((0, 1, 2), (1, 1, 1), None, 2)}, (Doel("kosten", "min", (1, 2, 3)),))
    assert reden(vraag_, doc(3, [["min", "g"]], stap("kosten", -3, [0, 2 * EEN])), kosten=3) == "prijzen"
    assert reden(vraag_, doc(3, [["max", "g"]], stap("kosten", -3, [0, 2 * EEN])), kosten=3) == "bewijs_rij"


def test_parts_are_all_options_once() -> None:
    los = Vraag(2, {"a": Grens((0,), (1,), 0), "b": Grens((1,), (1,), 0)}, (Doel("nut", "max", (1, 1)),))

    def deel(opties: list[int], *rijen: list[Any]) -> Document:
        heel = doc(len(opties), list(rijen), stap("nut", 0))["parts"][0]
        return dict(heel) | {"options": opties}

    assert reden(los, {"parts": [deel([0]), deel([1])]}, nut=0) == "prijzen"
    assert reden(los, {"parts": [deel([1, 0])]}, nut=0) == "prijzen"
    for delen in ([deel([0])], [deel([0]), deel([0])], [deel([0]), deel([0, 1])], [deel([0]), deel([2])], []):
        assert reden(los, {"parts": delen}, nut=0) == "bewijs_delen"
    # a limit over both is in neither part: nothing can lean on it, and nothing is lost by that here
    samen = replace(los, grenzen={**los.grenzen, "c": Grens((0, 1), (1, 1), 1)})
    assert reden(samen, {"parts": [deel([0]), deel([1])]}, nut=0) == "prijzen"
    leunt = deel([1], ["max", "c"]) | {"steps": [stap("nut", 0, [0, EEN])]}
    assert reden(samen, {"parts": [deel([0]), leunt]}, nut=0) == "bewijs_grens"


def test_what_lies_between_levels_must_hold_for_every_answer() -> None:
    """No answer takes the first option more than once; to keep "once" would lose the best answer, the second."""
    eerste = {"column": [0], "weight": [1], "constant": 0}
    tussen = stap(None, 1, objective=eerste)
    bedrog = doc(3, [["max", "samen"]], tussen, stap("nut", 2, [0, 2 * EEN]))
    assert reden(DRIE, bedrog, nut=4) == "bewijs_niet"
    # none of the three is taken less than 0 times, which the bounds say by themselves
    niets = stap(None, 0, objective={"column": [0], "weight": [-1], "constant": 0})
    assert reden(DRIE, doc(3, [["max", "samen"]], niets, stap("nut", 3, [0, 3 * EEN])), nut=6) == "bewijs_niet"
    een = replace(DRIE, vast=(1,))
    rest = {"column": [0, 2], "weight": [-1, -1], "constant": 0}
    waar = stap(None, 0, objective=rest, floor=[[0, EEN]])
    assert reden(een, doc(3, [["max", "samen"]], waar, stap("nut", 3)), nut=6) == "prijzen"


def test_two_searches_are_believed_and_told() -> None:
    """Also those between levels: what comes next leans on them."""
    gezocht = stap("nut", 3, method="searches")
    assert reden(DRIE, doc(3, [], gezocht), nut=6) == "zoekers"
    assert reden(DRIE, doc(3, [["max", "samen"]], stap("nut", 3, [0, 3 * EEN], method="searches")), nut=6) == "prijzen"
    # three options of which any two exclude each other by hours: that at most one is taken takes cases, or a search
    uren = Vraag(
        3, {"u": Grens((0, 1, 2), (2, 2, 2), 3)}, (Doel("nut", "max", (1, 1, 1)), Doel("rest", "min", (1, 1, 1)))
    )
    alle = {"column": [0, 1, 2], "weight": [1, 1, 1], "constant": 0}
    gehouden = stap("rest", -1, [0, EEN])
    gevonden = doc(3, [["least", 0]], stap("nut", 1, method="searches"), gehouden)
    assert reden(uren, gevonden, nut=1, rest=1) == "prijzen"
    tussen = stap(None, 1, objective=alle, method="searches")
    los = replace(uren, doelen=uren.doelen[:1], grenzen={**uren.grenzen, "m": Grens((0, 1, 2), (1, 1, 1), None, 1)})
    rij: list[list[Any]] = [["min", "m"], ["most", 0]]
    leunt = stap("nut", 1, [1, EEN])
    assert reden(los, doc(3, rij, tussen | {"floor": [[0, EEN]]}, leunt), nut=1) == "zoekers"
    assert reden(los, doc(3, rij, tussen, leunt), nut=1) == "bewijs_niet"


def test_a_level_of_terms() -> None:
    """Two options that may not both be taken or left: |x - y| is at least 1; the column counts from its lowest."""
    vormen = (Vorm((0, 1), (1, -1), 5), Vorm((0, 1), (-1, 1), 5))
    vraag_ = Vraag(
        2, {"g": Grens((0, 1), (1, 1), 1, 1)}, (Doel("verschil", "min", termen=(vormen, (Vorm((), (), 7),))),)
    )

    def kolom(constante: int, *gewichten: tuple[int, int]) -> list[Document]:
        return [{"column": [0, 1], "weight": list(w), "constant": constante} for w in gewichten]

    doel = {"column": [2], "weight": [-1], "constant": 0}
    rijen: list[list[Any]] = [["column", 2, 0], ["column", 2, 1]]
    # half of each form is 0, so that the column is 0 at least: too weak by one, and two cases show it
    gevallen = {
        "multipliers": [],
        "columns": [0],
        "at": 0,
        "below": {"multipliers": [[1, EEN]]},
        "above": {"multipliers": [[0, EEN]]},
    }
    goed = stap("verschil", -1, method="cases", objective=doel, cases=gevallen)
    heel = doc(2, rijen, goed, kolommen=[kolom(0, (1, -1), (-1, 1))])
    assert reden(vraag_, heel, verschil=6 + 7) == "gevallen"
    assert reden(vraag_, doc(2, rijen, goed, kolommen=[kolom(3, (1, -1), (-1, 1))]), verschil=13) != "gevallen"
    kaal = stap("verschil", -1, objective=doel)
    for kolommen in ([kolom(0, (1, -1), (1, -1))], [kolom(0, (1, -1))], [kolom(0, (1, -1), (-1, 2))]):
        assert reden(vraag_, doc(2, [], kaal, kolommen=kolommen), verschil=13) == "bewijs_niveau"
    dubbel = stap("verschil", -1, objective=doel | {"weight": [-2]})
    assert reden(vraag_, doc(2, rijen, dubbel, kolommen=[kolom(0, (1, -1), (-1, 1))]), verschil=13) == "bewijs_niveau"
    assert reden(vraag_, doc(2, [], stap("verschil", 0)), verschil=13) == "bewijs_niveau"


def test_columns_that_cannot_be_written_out() -> None:
    """A form over a column of two forms is no form over options; nor is one with weights that pass all bounds."""
    term = (Vorm((0,), (1,)), Vorm((), ()))
    vraag_ = Vraag(1, {}, (Doel("t", "min", termen=(term,)),), vast=(0,))
    doel = {"column": [2], "weight": [-1], "constant": 0}
    los = {"column": [], "weight": [], "constant": 0}

    def over(kolom: int, gewicht: int, constante: int = 0) -> Document:
        return {"column": [kolom], "weight": [gewicht], "constant": constante}

    rijen: list[list[Any]] = [["column", 2, 0]]
    goed = stap("t", -1, [0, EEN], objective=doel)
    assert reden(vraag_, doc(1, rijen, goed, kolommen=[[over(0, 1)], [over(1, 1), los]]), t=1) == "prijzen"
    twee_vormen = [[over(0, 1), los], [over(1, 1), los]]
    assert reden(vraag_, doc(1, rijen, goed, kolommen=twee_vormen), t=1) == "bewijs_niveau"
    # 2^51 (x - 1) is 0 for the fixed option; 2^51 times that is 2^102 x, of which 64 bits see nothing
    groot = 2**51
    wijd = [[over(0, groot, -groot)], [over(1, groot), over(0, 1)]]
    assert reden(vraag_, doc(1, rijen, stap("t", -1, objective=doel), kolommen=wijd), t=1) == "bewijs_niveau"
    past = [[over(0, 2**25, -(2**25))], [over(1, 2**27), over(0, 1)]]
    assert reden(vraag_, doc(1, rijen, stap("t", -1, objective=doel), kolommen=past), t=1) == "bewijs_niveau"


def test_a_term_of_constants_only() -> None:
    """Counted once, by the question: whatever column the document gives it."""
    termen = ((Vorm((0,), (1,)), Vorm((), (), -5)), (Vorm((), (), 3), Vorm((), (), 8)))
    vraag_ = Vraag(1, {}, (Doel("t", "min", termen=termen),), vast=(0,))
    vormen = [{"column": [0], "weight": [1], "constant": 5}, {"column": [], "weight": [], "constant": 0}]
    vast: list[Document] = [{"column": [], "weight": [], "constant": c} for c in (1, 6)]
    samen = stap("t", -12, [0, EEN], [1, EEN], objective={"column": [1, 2], "weight": [-1, -1], "constant": 0})
    rijen: list[list[Any]] = [["column", 1, 0], ["column", 2, 1]]
    assert reden(vraag_, doc(1, rijen, samen, kolommen=[vormen, vast]), t=1 + 8) == "prijzen"
    alleen = stap("t", -6, [0, EEN], objective={"column": [1], "weight": [-1], "constant": 0})
    assert reden(vraag_, doc(1, rijen[:1], alleen, kolommen=[vormen]), t=1 + 8) == "prijzen"


def test_a_level_at_its_floor_needs_no_proof() -> None:
    """Left out because nothing can be below it; then the levels after it hold as well."""
    bodem = Doel("spreiding", "min", termen=((Vorm((0,), (-2,), 5), Vorm((), (), 1)), (Vorm((), (), 4),)))
    vraag_ = replace(DRIE, doelen=(bodem, *DRIE.doelen))
    heel = doc(3, [["max", "samen"]], stap("nut", 3, [0, 3 * EEN]))
    assert reden(vraag_, heel, spreiding=3 + 4, nut=6) == "prijzen"
    assert reden(vraag_, heel, spreiding=5 + 4, nut=6) == "bewijs_eerder"


def test_a_question_of_nothing() -> None:
    leeg = Vraag(0, {}, (Doel("nut", "max", ()),))
    assert reden(leeg, doc(0, [], stap("nut", 0)), nut=0) == "prijzen"
    assert reden(leeg, doc(0, [], stap("nut", 1)), nut=1) == "bewijs_niet"


def test_numbers_that_do_not_fit_in_64_bits() -> None:
    """A multiplier of any size is counted exactly: the wrong one by a hair does not hold."""
    groot = 2**40
    vraag_ = Vraag(2, {"g": Grens((0, 1), (groot, groot), groot)}, (Doel("nut", "max", (groot, groot - 1)),))
    assert reden(vraag_, doc(2, [["max", "g"]], stap("nut", groot, [0, EEN])), nut=groot) == "prijzen"
    duur = stap("nut", groot, [0, 2**180])
    assert reden(vraag_, doc(2, [["max", "g"]], duur), nut=groot) == "bewijs_niet"
    hair = stap("nut", groot, [0, EEN + 1])
    assert reden(vraag_, doc(2, [["max", "g"]], hair), nut=groot) == "bewijs_niet"


def test_a_group_of_the_kernel_with_weights_of_nothing() -> None:
    """An option of weight 0 ties nothing together: the limit lies in one part all the same."""
    instance = Instance(
        3,
        (Group("g", (0, 1, 2), (1, 1, 0), max=1),),
        levels=(Level("nut", Sense.MAX, (1, 1, 1)), Level("term", Sense.MIN, terms=((Form((0, 2), (1, 0)), Form()),))),
    )
    antwoord = solve(instance)
    plat = document(antwoord)
    assert plat is not None
    bewezen = getoond(instance, plat, {niveau.name: niveau.value for niveau in antwoord.levels})
    assert [een.hoe for een in bewezen] == [Hoe.PRIJZEN, Hoe.PRIJZEN]
