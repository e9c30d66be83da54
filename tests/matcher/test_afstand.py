"""K8 where distances differ: every pair of rows, and every row and resident, has a limit of its own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from data.instellingen import Instellingen, Woonvorm
from data.regio import Regio
from tests.matcher.mensen import mens, plaatsing, woning
from tests.matcher.regio import opgave

WIJD = Instellingen(
    woonvormen={"housing_first": Woonvorm(min_afstand_m=Decimal(75)), "wijd": Woonvorm(min_afstand_m=Decimal(900))}
)


def _aanwezig(meter: int, vorm: str) -> list[str]:
    """Limits that residents put on W1 (75 m) and, far away, W9 (900 m), with P1 that far east of W1."""
    regio = Regio(
        instellingen=WIJD,
        uitstromers=(mens(woonvormen=("housing_first", "wijd")),),
        woningen=(
            woning(woonvorm="housing_first", aantal=2),
            woning(woning_id="W2", woonvorm=vorm, x=Decimal(85000 + meter), aantal=0),
            woning(woning_id="W9", woonvorm="wijd", x=Decimal(185000)),
        ),
        plaatsingen=(plaatsing(woning_id="W2", woonvorm=vorm),),
    )
    return [grens.naam for grens in opgave(regio).grenzen if grens.code == "K8" and "aanwezig" in grens.naam]


@pytest.mark.parametrize(
    ("meter", "vorm", "te_dicht"),
    [
        (74, "housing_first", True),
        (75, "housing_first", False),
        (500, "housing_first", False),
        (500, "wijd", True),
        (900, "wijd", False),
    ],
)
def test_a_resident_is_as_near_as_the_two_of_them_may_be(meter: int, vorm: str, *, te_dicht: bool) -> None:
    """The larger of their two distances, and not the largest of the whole batch, though W9 asks for 900 m."""
    assert _aanwezig(meter, vorm) == (["K8:W1:al aanwezig"] if te_dicht else [])


def test_who_lives_in_the_row_itself_is_not_beside_it() -> None:
    """The second place of W1 is full because somebody lives in the first, which is another limit."""
    regio = Regio(
        instellingen=WIJD,
        uitstromers=(mens(woonvormen=("housing_first",)),),
        woningen=(woning(woonvorm="housing_first", aantal=2),),
        plaatsingen=(plaatsing(woonvorm="housing_first"),),
    )
    assert [(g.naam, g.hoogst) for g in opgave(regio).grenzen if g.code == "K8"] == [("K8:W1", 0)]
