"""What limits say of a full complex and of a clash: in the words of the rules, however the kernel gets them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from decimal import Decimal
from itertools import product

import pytest

from data.keuzes import Prikkelarm, VerbodNiveau
from data.records import Contactverbod
from data.regio import Regio
from matcher.assemble import Opgave
from matcher.batch import los_op
from matcher.botsing import Botsingen
from solver.faults import faults
from solver.solution import Status
from tests.matcher.mensen import mens, plaatsing, woning
from tests.matcher.regio import opgave

RUST: dict[str, object] = {"prikkelarm": Prikkelarm.VEREIST}
DRUK: dict[str, object] = {"overlastrisico": True}


def vraag(wie: str, woningen: tuple[str, ...], **regio: object) -> Opgave:
    """People named by what they are (``r`` calm, ``d`` nuisance, ``b`` both, ``-`` neither), rows of ``id@complex``."""
    soort = {"r": RUST, "d": DRUK, "b": RUST | DRUK, "-": dict[str, object]()}
    mensen = tuple(mens(uitstromer_id=f"{letter.upper()}{n}", **soort[letter]) for n, letter in enumerate(wie))
    rijen = tuple(
        woning(woning_id=naam.partition("@")[0], complex_id=naam.partition("@")[2] or None, prikkelniveau=1)
        for naam in woningen
    )
    return opgave(Regio(uitstromers=mensen, woningen=rijen, **regio))  # type: ignore[arg-type]


def optie(deel: Opgave, wie: str, plek: str) -> int:
    (gevonden,) = (n for n, u, q in deel.stand.opties if (u.uitstromer_id, q.id) == (wie, plek))
    return gevonden


def codes(deel: Opgave, gekozen: dict[str, str], wie: str, plek: str) -> list[str]:
    opties = [optie(deel, naam, waar) for naam, waar in gekozen.items()]
    return list(Botsingen(deel.grenzen, opties).breekt(optie(deel, wie, plek)))


def test_a_complex_full_of_calm_people_is_full_and_nothing_else() -> None:
    """Two places, two calm people in them: for the third it is K2; for who brings nuisance it is K7 as well."""
    deel = vraag("rrrd", ("W1@C1", "W2@C1"))
    samen = {"R0": "W1", "R1": "W2"}
    assert codes(deel, samen, "R2", "W1") == ["K2"]
    assert codes(deel, samen, "D3", "W1") == ["K2", "K7"]
    assert codes(deel, {"D3": "W1"}, "R2", "W2") == ["K7"]
    assert codes(deel, {}, "D3", "W1") == []


def test_in_a_woning_of_one_place_the_explanation_still_names_the_rule() -> None:
    """The kernel needs no K7 there; the one who stays behind is told of it all the same."""
    deel = vraag("rd", ("W1",))
    assert [g.name for g in deel.instance.groups if g.name.startswith("K7")] == []
    assert codes(deel, {"R0": "W1"}, "D1", "W1") == ["K2", "K7"]


def test_people_of_the_smaller_side_have_the_limits() -> None:
    assert [g.naam for g in vraag("rddd", ("W1@C", "W2@C")).grenzen if g.code == "K7"] == ["K7:complex C:R0"]
    assert [g.naam for g in vraag("rrdr", ("W1@C", "W2@C")).grenzen if g.code == "K7"] == ["K7:complex C:D2"]


def test_somebody_who_is_both_does_not_keep_themselves_out() -> None:
    """Two who need calm and bring nuisance: each alone is welcome, also with plekken to choose from; not both."""
    deel = vraag("bb", ("W1@C", "W2@C"))
    assert codes(deel, {}, "B0", "W2") == []
    assert codes(deel, {"B0": "W1"}, "B1", "W2") == ["K7"]
    assert codes(deel, {"B1": "W1"}, "B0", "W2") == ["K7"]


@pytest.mark.parametrize("wie", ["rrrdd", "bdr-r", "ddbbr"])
def test_every_division_is_as_sound_for_the_kernel_as_for_the_rules(wie: str) -> None:
    """All ways to divide five people over three rows of one complex and a woning apart, or no place.

    A division is sound when nobody in the complex needs calm beside somebody else who brings nuisance, and no row has
    two; that is what the limits of the kernel must say together, and those of the rules each on their own.
    """
    rijen = ("W1@C", "W2@C", "W3@C", "W4")
    deel = vraag(wie, rijen)
    namen = [u.uitstromer_id for u in deel.stand.mensen]
    for keuze in product(("", "W1", "W2", "W3", "W4"), repeat=len(namen)):
        waar = {naam: plek for naam, plek in zip(namen, keuze, strict=True) if plek}
        in_c = [naam[0] for naam, plek in waar.items() if plek != "W4"]
        botst = any(a in "DB" and b in "RB" for i, a in enumerate(in_c) for j, b in enumerate(in_c) if i != j)
        vol = max(Counter(waar.values()).values(), default=0) > 1
        in_w4 = [naam[0] for naam, plek in waar.items() if plek == "W4"]
        botst |= any(a in "DB" and b in "RB" for i, a in enumerate(in_w4) for j, b in enumerate(in_w4) if i != j)
        gekozen = {optie(deel, naam, plek) for naam, plek in waar.items()}
        assert ("K7" in _gebroken(deel.letterlijk, gekozen)) == botst, waar
        assert bool(_gebroken(deel, gekozen)) == (botst or vol), waar


def _gebroken(deel: Opgave, gekozen: set[int]) -> set[str]:
    return {
        groep.name.partition(":")[0]
        for groep in deel.instance.groups
        if sum(w for o, w in zip(groep.option, groep.weight, strict=True) if o in gekozen) > (groep.max or 0)
    }


def test_a_complex_and_a_woning_of_one_name_have_limits_of_their_own() -> None:
    """W1 is a woning by itself and, being free text, the complex of W2 and W3: no two limits may share a name."""
    deel = vraag("rd", ("W1", "W2@W1", "W3@W1"))
    assert faults(deel.instance) == faults(deel.letterlijk.instance) == ()
    assert [g.naam for g in deel.grenzen if g.code == "K7"] == ["K7:complex W1:D1", "K7:woning W1:D1"]


def test_names_of_limits_stay_apart_whatever_ids_are_called() -> None:
    """A row that is called ``aanwezig``: the limit with it and the one for who lives nearby are two."""
    rijen = tuple(
        woning(woning_id=naam, woonvorm="housing_first", x=Decimal(85000 + n))
        for n, naam in enumerate(("W1", "aanwezig"))
    )
    wie = (mens(woonvormen=("housing_first",)),)
    oud = plaatsing(woning_id="W9", woonvorm="housing_first", x=Decimal(85010), y=Decimal(447000))
    deel = opgave(Regio(uitstromers=wie, woningen=rijen, plaatsingen=(oud,)))
    assert faults(deel.instance) == ()
    assert {g.naam for g in deel.grenzen if g.code == "K8"} >= {"K8:W1:aanwezig", "K8:W1:al aanwezig"}


def test_a_ban_has_one_limit_for_all_that_is_near_the_same() -> None:
    """U1 and U2 may each have four rows, two in either of two wijken: a limit a wijk, with the rows of both."""
    rijen = tuple(woning(woning_id=f"W{n}", wijkcode=f"WK00010{n // 2}") for n in range(4))
    verbod = Contactverbod(uitstromer_a="U2", uitstromer_b="U1", niveau=VerbodNiveau.WIJK, afstand_m=None, tot=None)
    deel = opgave(Regio(uitstromers=(mens(), mens(uitstromer_id="U2")), woningen=rijen, contactverboden=(verbod,)))
    limieten = [(g.naam, g.opties) for g in deel.grenzen if g.code == "K11"]
    assert limieten == [("K11:U1:U2#0", (0, 1, 4, 5)), ("K11:U1:U2#1", (2, 3, 6, 7))]


def test_a_ban_in_metres_looks_at_every_row_by_itself() -> None:
    """Rows at 0, 100 and 200 m, 150 m apart: the middle one of U1 is near all of U2's, the outer ones near two."""
    rijen = tuple(woning(woning_id=f"W{n}", x=Decimal(85000 + 100 * n)) for n in range(3))
    verbod = Contactverbod(uitstromer_a="U1", uitstromer_b="U2", niveau=None, afstand_m=Decimal(150), tot=None)
    deel = opgave(Regio(uitstromers=(mens(), mens(uitstromer_id="U2")), woningen=rijen, contactverboden=(verbod,)))
    assert [g.opties for g in deel.grenzen if g.code == "K11"] == [(0, 3, 4), (1, 3, 4, 5), (2, 4, 5)]


def vast(deel: Opgave, *paren: tuple[str, str]) -> Opgave:
    """The same question with these pairs fixed."""
    opties = tuple(sorted(optie(deel, wie, plek) for wie, plek in paren))
    return replace(
        deel, stand=replace(deel.stand, vast=frozenset(opties)), instance=replace(deel.instance, fixed=opties)
    )


def test_three_calm_people_fixed_on_two_places_clash_with_the_places() -> None:
    """In the form that the kernel gets, K7 of D3 lets in no third calm person; but D3 has nothing to do with it."""
    deel = vast(vraag("rrrd", ("W1@C", "W2@C")), ("R0", "W1"), ("R1", "W2"), ("R2", "W2"))
    antwoord = los_op(deel, None)
    assert antwoord.status is Status.INFEASIBLE
    assert set(antwoord.conflict) == {"K2:W2", f"fixed:{optie(deel, 'R1', 'W2')}", f"fixed:{optie(deel, 'R2', 'W2')}"}


def test_calm_and_nuisance_fixed_in_one_complex_clash_with_the_rule() -> None:
    deel = vast(vraag("rrrd", ("W1@C", "W2@C")), ("R0", "W1"), ("D3", "W2"))
    antwoord = los_op(deel, None)
    assert antwoord.status is Status.INFEASIBLE
    vaste = {f"fixed:{optie(deel, 'R0', 'W1')}", f"fixed:{optie(deel, 'D3', 'W2')}"}
    assert set(antwoord.conflict) == {"K7:complex C:D3", *vaste}


def test_two_places_fixed_for_one_person_clash_with_one_place_a_person() -> None:
    """Any limit over both would do for the kernel, K7 of D1 too; what is wrong is that one person has two places."""
    deel = vast(vraag("rd", ("W1@C", "W2@C")), ("R0", "W1"), ("R0", "W2"))
    antwoord = los_op(deel, None)
    assert (antwoord.status, antwoord.conflict) == (Status.INFEASIBLE, ("fixed:2", "fixed:3", "K1:R0"))
