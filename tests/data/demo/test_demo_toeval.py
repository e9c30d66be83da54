"""The draws of the demo are of the seed and the name, and of nothing else."""

from __future__ import annotations

from collections import Counter

import pytest

from data.demo.toeval import Toeval


def test_bekende_trekkingen_blijven() -> None:
    """Values written down once: another Python or another machine must give the same demo."""
    toeval = Toeval(2026, "proef")
    assert [toeval.geheel(0, 99) for _ in range(6)] == [27, 96, 51, 43, 18, 28]


def test_de_ene_stroom_raakt_de_andere_niet() -> None:
    een = Toeval(1, "a")
    eerst = [een.geheel(1, 1000) for _ in range(3)]
    ander, weer = Toeval(1, "b"), Toeval(1, "a")
    gemengd = [(ander.geheel(1, 1000), weer.geheel(1, 1000))[1] for _ in range(3)]
    assert eerst == gemengd


def test_grenzen_doen_mee_en_alles_komt_voor() -> None:
    toeval = Toeval(1, "grens")
    assert Counter(toeval.geheel(3, 5) for _ in range(600)).keys() == {3, 4, 5}


@pytest.mark.parametrize(("procent", "verwacht"), [(0, 0), (100, 50)])
def test_nooit_en_altijd(procent: int, verwacht: int) -> None:
    toeval = Toeval(1, "kans")
    assert sum(toeval.kans(procent) for _ in range(50)) == verwacht


def test_schudden_raakt_niets_kwijt() -> None:
    assert sorted(Toeval(4, "schud").schud(range(30))) == list(range(30))
    assert Toeval(4, "schud").schud(range(30)) != list(range(30))
