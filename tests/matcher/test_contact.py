"""K11 where two people have more than one ban between them."""

from __future__ import annotations

from itertools import permutations

import pytest

from data.keuzes import VerbodNiveau
from data.records import Contactverbod
from data.regio import Regio
from tests.matcher.mensen import mens, woning
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
