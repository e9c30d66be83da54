"""Limits in their tightest form: what the kernel gets, and the rule word for word beside it."""

from __future__ import annotations

import pytest

from data.keuzes import Prikkelarm
from data.regio import Regio
from matcher.assemble import Opgave
from solver.instance import Group
from tests.matcher.mensen import afspraak, mens, woning
from tests.matcher.regio import opgave

DRUK = "K7:complex C1:U4"


def _complex(plaatsen: int) -> Opgave:
    """Three who need calm and U4 who brings nuisance, all for the same complex of that many woningen."""
    rustig = (mens(uitstromer_id=f"U{n}", prikkelarm=Prikkelarm.VEREIST) for n in (1, 2, 3))
    woningen = (woning(woning_id=f"W{n}", complex_id="C1", prikkelniveau=1) for n in range(plaatsen))
    return opgave(Regio(uitstromers=(*rustig, mens(uitstromer_id="U4", overlastrisico=True)), woningen=tuple(woningen)))


def _k7(vraag: Opgave) -> list[Group]:
    return [groep for groep in vraag.instance.groups if groep.name.startswith("K7")]


def test_nobody_weighs_more_than_there_are_places() -> None:
    """One row, for the smaller side. U4 (options 6 and 7) or the three others; in two woningen two of them at most."""
    vraag = _complex(2)
    opties = tuple(range(8))
    assert _k7(vraag) == [Group(DRUK, opties, (1, 1, 1, 1, 1, 1, 2, 2), None, 2)]
    assert _k7(vraag.letterlijk) == [Group(DRUK, opties, (1, 1, 1, 1, 1, 1, 3, 3), None, 3)]


def test_with_more_places_than_people_it_is_the_people_that_count() -> None:
    (groep,) = _k7(_complex(5))
    assert (set(groep.weight), groep.max) == ({1, 3}, 3)


def test_a_single_place_already_says_it() -> None:
    """The woning takes one person (K2), so there is nothing left to forbid; only the explanation has the rule."""
    vraag = _complex(1)
    assert _k7(vraag) == []
    assert [groep.name for groep in _k7(vraag.letterlijk)] == [DRUK]
    assert vraag.letterlijk.instance.levels == ()


def test_a_clash_over_a_tight_limit_is_asked_again() -> None:
    """Only a limit that leans on others may name the wrong rules; K1 is what it says."""
    vraag = _complex(2)
    assert vraag.botst_op_scherp(iter(["K1:U1", DRUK]))
    assert not vraag.botst_op_scherp(iter(["K1:U1", "fixed:3"]))
    assert not vraag.botst_op_scherp(())


@pytest.mark.parametrize(
    ("vast", "botst"),
    [
        ("", ()),
        ("U1 W0, U2 W0, U3 W2", ()),
        ("U2 W2, U1 W1, U3 W1, U2 W0", ("fixed:3", "fixed:5", "K1:U2")),
        ("U3 W2, U3 W0, U2 W2, U2 W1, U2 W0", ("fixed:3", "fixed:4", "K1:U2")),
    ],
)
def test_two_fixed_plekken_for_one_person_clash_before_anything_is_solved(vast: str, botst: tuple[str, ...]) -> None:
    """Three people fit three woningen: option ``p * 3 + q``. The first person in order of id, and their first two."""
    afspraken = tuple(
        afspraak(uitstromer_id=wie, woning_id=plek) for wie, plek in (paar.split() for paar in vast.split(", ") if paar)
    )
    mensen = tuple(mens(uitstromer_id=f"U{n}") for n in (1, 2, 3))
    woningen = tuple(woning(woning_id=f"W{n}") for n in range(3))
    assert opgave(Regio(uitstromers=mensen, woningen=woningen, afspraken=afspraken)).twee_plekken() == botst
