"""R22 at the least that a region can ask."""

from __future__ import annotations

import pytest

from data.instellingen import Instellingen, Passend
from data.regio import Regio
from tests.matcher.mensen import mens, woning
from tests.matcher.regio import klaar


@pytest.mark.parametrize(("minimum", "mogelijk"), [(-1, [0, 1]), (0, [0, 1]), (1, [1]), (2, [])])
def test_one_point_is_already_something_to_ask(minimum: int, mogelijk: list[int]) -> None:
    """Only the woonvorm gives a point, and only when it comes first: W1 has none, W2 has one."""
    punten = Passend(
        gemeente=(), herkomst=0, woonvorm=(1,), woonomgeving=0, prikkel=0, anker=0, ontlasten=0, minimum=minimum
    )
    regio = Regio(
        instellingen=Instellingen(passend=punten),
        uitstromers=(mens(woonvormen=("housing_first", "flex_doorstroom")),),
        woningen=(woning(), woning(woning_id="W2", woonvorm="housing_first")),
    )
    assert klaar(regio).paren.plek.tolist() == mogelijk
