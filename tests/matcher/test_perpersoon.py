"""Tables by person and plek that the random regions have no layer for, or no numbers large enough."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import pytest

from data.instellingen import Instellingen, Passend
from data.regio import Regio
from tests.matcher.mensen import mens, woning
from tests.matcher.regio import klaar


def test_a_buurt_that_is_ruled_out_takes_the_woningen_that_the_map_puts_in_it() -> None:
    """Both woningen lie in the same wijk and gemeente; only the map tells their buurten apart (R14)."""
    regio = Regio(
        uitstromers=(mens(uitsluiting_gebieden=("BU00010002",)),), woningen=(woning(), woning(woning_id="W2"))
    )
    velden = klaar(regio, buurtcode={"W1": "BU00010001", "W2": "BU00010002"}).velden
    assert velden.uitgesloten_gebied.waar(velden.alle_mensen, velden.alle_plekken).tolist() == [[False, True]]


@pytest.mark.parametrize(("punten", "soort"), [(127, np.int8), (128, np.int16), (256, np.int16), (32_768, np.int32)])
def test_the_table_of_anchors_is_as_small_as_its_points_allow(punten: int, soort: type[np.signedinteger]) -> None:
    """The largest table: a row for each anchor. One person wants nothing near, one would live at W1 itself."""
    regio = Regio(
        instellingen=Instellingen(passend=Passend(anker=punten)),
        uitstromers=(mens(), mens(uitstromer_id="U2", anker_x=Decimal(85000), anker_y=Decimal(447000))),
        woningen=(woning(), woning(woning_id="W2", x=Decimal(185000))),
    )
    velden = klaar(regio).velden
    assert velden.anker.tabel.dtype == soort
    assert velden.anker.getal(velden.alle_mensen, velden.alle_plekken).tolist() == [[punten, punten], [punten, 0]]
