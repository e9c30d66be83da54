"""Many questions in one, and what holds back in an answer."""

from __future__ import annotations

from collections import Counter

from benchmarks.mededingers import eigen_kern
from benchmarks.opgave import bindend, samen, zonder
from solver.faults import faults
from solver.instance import Form, Group, Instance, Level, Sense

VRAAG = Instance(
    options=3,
    groups=(Group("K1:a", (0, 1), max=1), Group("K9:z", (0, 2), (2, 3), max=3)),
    exclusions=((1, 2),),
    fixed=(0,),
    levels=(
        Level("geplaatst", Sense.MAX, value=(1, 1, 1)),
        Level("spreiding", Sense.MIN, terms=((Form((0, 1), (4, -4), 1), Form()),)),
    ),
)
"""Option 0 is fixed; 1 is out by K1, 2 by K9. So one is placed, and the spread is 4 + 1."""


def test_samen_telt_niveaus_op() -> None:
    """Two of the same question side by side: each level is worth twice as much, and nothing ties them."""
    beide = samen([VRAAG, VRAAG])
    assert not faults(beide)
    assert beide.options == 6
    assert beide.fixed == (0, 3)
    assert beide.exclusions == ((1, 2), (4, 5))
    assert [groep.name for groep in beide.groups] == ["K1:000/a", "K9:000/z", "K1:001/a", "K9:001/z"]
    assert beide.groups[3] == Group("K9:001/z", (3, 5), (2, 3), max=3)
    assert eigen_kern(VRAAG, 10).waarden == (1, 5)
    assert eigen_kern(beide, 10).waarden == (2, 10)


def test_bindend_telt_wat_een_ander_buiten_houdt() -> None:
    assert bindend(VRAAG, [0]) == Counter({"K1": 1, "K9": 1})
    assert bindend(VRAAG, []) == Counter()


def test_zonder_een_regel() -> None:
    """Without K9 option 2 comes in beside 0; without K10 nothing is fixed, and 1 and 2 still exclude each other."""
    assert eigen_kern(zonder(VRAAG, "K9"), 10).gekozen == {0, 2}
    assert zonder(VRAAG, "K10").fixed == ()
    assert len(zonder(VRAAG, "K10").groups) == 2
