"""All pairs, whatever the size of the blocks in which they are looked at."""

from __future__ import annotations

import numpy as np
import pytest

from data.regio import Regio
from matcher import paren
from tests.matcher.mensen import mens, woning
from tests.matcher.regio import klaar

REGIO = Regio(
    uitstromers=(
        mens(),
        mens(uitstromer_id="U2", huisdier=True),
        mens(uitstromer_id="U3", woonvormen=("housing_first",)),
    ),
    woningen=(woning(), woning(woning_id="W2", huisdier=False)),
)


@pytest.mark.parametrize("blok", [1, 2, 3, 4, 6, 4_000_000])
def test_a_pair_is_found_whatever_block_it_is_in(monkeypatch: pytest.MonkeyPatch, blok: int) -> None:
    """U1 fits both, U2 has a pet and W2 takes none, U3 looks for another woonvorm: one, two or three a block."""
    monkeypatch.setattr(paren, "BLOK", blok)
    uit = klaar(REGIO).paren
    assert list(zip(uit.persoon.tolist(), uit.plek.tolist(), strict=True)) == [(0, 0), (0, 1), (1, 0)]
    assert uit.vorm_past.tolist() == [True, True, False]
    assert {(p, r): n for (p, r), n in np.ndenumerate(uit.alleen) if n} == {(1, 15): 1, (2, 0): 2}


@pytest.mark.parametrize("regio", [REGIO, Regio(), Regio(uitstromers=(mens(),)), Regio(woningen=(woning(),))])
def test_counts_are_whole_numbers_with_or_without_rows(regio: Regio) -> None:
    uit = klaar(regio).paren
    assert uit.alleen.shape == (len(regio.uitstromers), 22)
    assert {uit.persoon.dtype, uit.plek.dtype, uit.alleen.dtype} == {np.dtype(np.int64)}
    assert (uit.vorm_past.shape, uit.vorm_past.dtype) == ((len(regio.uitstromers),), np.dtype(np.bool_))
