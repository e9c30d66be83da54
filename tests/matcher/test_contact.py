"""K11 where somebody has more than one ban."""

from __future__ import annotations

from itertools import permutations

import pytest

from data.keuzes import VerbodNiveau
from data.records import Contactverbod
from data.regio import Regio
from tests.matcher.mensen import mens, plaatsing, woning
from tests.matcher.regio import opgave

VERBODEN = tuple(
    Contactverbod(uitstromer_a="U1", uitstromer_b="U2", niveau=niveau, afstand_m=None, tot=None)
    for niveau in (VerbodNiveau.WIJK, VerbodNiveau.COMPLEX)
)


@pytest.mark.parametrize("verboden", tuple(permutations(VERBODEN)))
def test_every_ban_holds_whatever_another_allows(verboden: tuple[Contactverbod, ...]) -> None:
    """W1 and W2 share a wijk but no complex: the ban of the wijk still keeps U1 and U2 out of them together."""
    woningen = (woning(complex_id="C1"), woning(woning_id="W2", complex_id="C2"))
    vraag = opgave(Regio(uitstromers=(mens(), mens(uitstromer_id="U2")), woningen=woningen, contactverboden=verboden))
    assert [(g.opties, g.hoogst) for g in vraag.grenzen if g.code == "K11"] == [((0, 1, 2, 3), 1)]


def test_each_who_is_there_already_has_a_limit_by_name() -> None:
    """P2 and P3 live in the wijk that U1 would come to. A clash is told in these names, so they say who."""
    aanwezig = tuple(plaatsing(uitstromer_id=naam, woning_id=None, wijkcode="WK000100") for naam in ("P2", "P3"))
    verboden = tuple(
        Contactverbod(uitstromer_a=naam, uitstromer_b="U1", niveau=VerbodNiveau.WIJK, afstand_m=None, tot=None)
        for naam in ("P2", "P3")
    )
    regio = Regio(uitstromers=(mens(),), woningen=(woning(),), plaatsingen=aanwezig, contactverboden=verboden)
    namen = [(g.naam, g.opties, g.hoogst) for g in opgave(regio).grenzen if g.code == "K11"]
    assert namen == [("K11:U1:P2:al aanwezig", (0,), 0), ("K11:U1:P3:al aanwezig", (0,), 0)]
