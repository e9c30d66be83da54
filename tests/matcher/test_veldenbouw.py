"""Columns that come from the map, and the kind of number that each column holds."""

from __future__ import annotations

from dataclasses import fields

import numpy as np

from data.regio import Regio
from tests.matcher.mensen import mens, woning
from tests.matcher.regio import klaar


def test_a_level_of_stimuli_from_the_map_is_that_of_its_own_woning() -> None:
    regio = Regio(woningen=(woning(), woning(woning_id="W2", prikkelniveau=1)))
    assert klaar(regio, prikkelniveau={"W1": 4}).velden.plekken.prikkelniveau.tolist() == [4, 1]


def test_columns_hold_whole_numbers_or_yes_and_no() -> None:
    """Never floats: points of the fit are written as they are, and floors and ties are decided on them."""
    velden = klaar(Regio(uitstromers=(mens(),), woningen=(woning(), woning(woning_id="W2")))).velden
    for deel in (velden, velden.mensen, velden.plekken):
        for veld in fields(deel):
            waarde = getattr(deel, veld.name)
            if isinstance(waarde, np.ndarray):
                assert waarde.dtype in (np.int64, np.bool_), veld.name
