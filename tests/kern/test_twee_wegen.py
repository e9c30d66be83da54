"""Weeks of random regions, answered by the kernel and by SCIP: two complete strategies, the same value at every level.

Regions of 60 people and 45 plekken with every limit that the rules know, through the program's own preparation, so that
the numbers are those of a real week: waiting days, hours in hundredths, shares in ten-thousandths, a draw of 16 bits.
"""

from __future__ import annotations

import os

import pytest

from solver.check import complaints
from solver.solution import Status
from solver.solve import solve
from tests.kern.patience import patience
from tests.kern.scip import by_levels
from tests.kern.weeks import week

AANTAL = 200 if os.environ.get("ZL_PROOF") == "1" else 6


@pytest.mark.parametrize("seed", range(2000, 2000 + AANTAL))
def test_scip_reaches_the_same_levels(seed: int) -> None:
    instance = week(seed)
    with patience():
        solution = solve(instance)
    assert complaints(instance, solution) == ()
    expected = by_levels(instance)
    if expected is None:
        assert solution.status is Status.INFEASIBLE
    else:
        assert solution.status is Status.OPTIMAL
        assert [level.value for level in solution.levels] == expected
