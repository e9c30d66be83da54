"""The network against a brute force that knows nothing of it."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product
from math import inf

import numpy as np
import pytest
import shapely

from geo.wegennet import Wegen, over_de_weg, sluit_aan

MINUUT = 10**9


@pytest.mark.parametrize("zaad", range(20))
def test_kortste_tijden_als_die_van_alle_paren(zaad: int) -> None:
    """Random roads, some one way, between 12 places: Floyd and Warshall know how long each way takes.

    The places lie so far apart that no road passes within 500 m of one where it does not end, and those
    without a road join none.
    """
    kans = random.Random(zaad)
    plaatsen = [(kans.uniform(0, 300_000), kans.uniform(300_000, 600_000)) for _ in range(12)]
    n = range(len(plaatsen))
    paren = kans.sample([(a, b) for a, b in product(n, repeat=2) if a != b], 16)
    wegen = [(a, b, kans.randint(1, 9), kans.random() < 0.4) for a, b in paren]
    tijd = [[0 if a == b else inf for b in n] for a in n]
    for a, b, minuten, een in wegen:
        tijd[a][b] = min(tijd[a][b], minuten)
        tijd[b][a] = tijd[b][a] if een else min(tijd[b][a], minuten)
    for k, a, b in product(n, repeat=3):
        tijd[a][b] = min(tijd[a][b], tijd[a][k] + tijd[k][b])

    lijnen = np.array([shapely.linestrings([plaatsen[a], plaatsen[b]]) for a, b in paren])
    net = Wegen(lijnen, tuple(m * MINUUT for *_, m, _ in wegen), tuple(een for *_, een in wegen))
    haltes = sluit_aan(net, plaatsen, Fraction(500))
    op_weg = {k for paar in paren for k in paar}
    assert [halte is not None for halte in haltes] == [k in op_weg for k in n]
    uit = over_de_weg(net, {str(a): [h for h in [haltes[a]] if h] for a in n}, haltes)
    bereikt = [[-1 if inf == tijd[a][b] or not {a, b} <= op_weg else round(100 * tijd[a][b]) for b in n] for a in n]
    assert uit.tolist() == bereikt
