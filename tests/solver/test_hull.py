"""Rows of one knapsack: whole items keep them, the point breaks them, and where there is one it is found."""

from itertools import combinations
from random import Random

import pytest

from solver import hull
from solver.hull import facet, most


def _patterns(size: list[int], room: int) -> list[tuple[int, ...]]:
    """Every set of items that fits."""
    every = (some for k in range(len(size) + 1) for some in combinations(range(len(size)), k))
    return [some for some in every if sum(size[i] for i in some) <= room]


def _mixed(random: Random, size: list[int], room: int) -> list[float]:
    """A point between the patterns: some of them, in shares that add up to 1."""
    some = random.choices(_patterns(size, room), k=4)
    shares = [random.random() for _ in some]
    return [sum(s for s, one in zip(shares, some, strict=True) if i in one) / sum(shares) for i in range(len(size))]


def _stretched(random: Random, size: list[int], room: int) -> list[float]:
    """A point that fills the room exactly, as a relaxation does: the densest items whole, one in part."""
    point, left = [0.0] * len(size), float(room)
    for i in random.sample(range(len(size)), len(size)):
        point[i] = min(1.0, left / size[i])
        left -= size[i] * point[i]
    return point


@pytest.mark.parametrize("seed", range(150))
def test_every_pattern_keeps_what_the_point_breaks(seed: int) -> None:
    """The limit is the most that fits, to the unit; no item could weigh more than it does without breaking it."""
    random = Random(seed)
    size = [random.choice((1, 1, 50)) * random.randint(1, 12) for _ in range(random.randint(2, 9))]
    room = random.randint(max(1, min(size)), sum(size))
    point = _stretched(random, size, room)
    found = facet(size, room, point)
    if found is None:
        return
    worths = [sum(found.weight[i] for i in some) for some in _patterns(size, room)]
    assert max(worths) == found.limit
    assert min(found.weight) >= 0
    at = sum(w * x for w, x in zip(found.weight, point, strict=True))
    assert at / found.limit - 1 == pytest.approx(found.broken)
    assert found.broken > 0
    for i, x in enumerate(point):
        if x == 0 and size[i] <= room:
            beside = max(sum(found.weight[k] for k in some if k != i) for some in _patterns(size, room) if i in some)
            assert beside + found.weight[i] == found.limit, "what the point does not take is lifted all the way"


@pytest.mark.parametrize("seed", range(100))
def test_a_point_between_patterns_breaks_nothing(seed: int) -> None:
    random = Random(seed)
    size = [random.randint(1, 12) for _ in range(random.randint(2, 9))]
    room = random.randint(max(size), sum(size))
    assert facet(size, room, _mixed(random, size, room)) is None


@pytest.mark.parametrize("seed", range(100))
def test_what_a_relaxation_leaves_in_part_is_found(seed: int) -> None:
    """A corner of the relaxation that takes an item in part is no mixture of patterns, so some row cuts it off."""
    random = Random(seed)
    size = [random.randint(1, 12) for _ in range(random.randint(2, 9))]
    room = random.randint(max(size), sum(size))
    point = _stretched(random, size, room)
    assert (facet(size, room, point) is not None) == any(0 < x < 1 for x in point)


def test_by_hand() -> None:
    """Three of size 4 in a room of 9: at most two. And 5, 4, 3 in 8: the 5 goes with the 3 only."""
    found = facet([4, 4, 4], 9, [0.75, 0.75, 0.75])
    assert found is not None
    assert (found.weight, found.limit) == ((1, 1, 1), 2)
    assert found.broken == pytest.approx(0.125)
    found = facet([5, 4, 3], 8, [1.0, 0.75, 0.0])
    assert found is not None
    assert (found.weight, found.limit) == ((1, 1, 0), 1)


def test_what_never_fits_may_not_stand_beside_anything() -> None:
    found = facet([4, 4, 10], 7, [1.0, 0.75, 0.0])
    assert found is not None
    assert (found.weight, found.limit) == ((1, 1, 1), 1)


def test_what_is_too_wide_or_hardly_filled_is_left_to_others(monkeypatch: pytest.MonkeyPatch) -> None:
    assert facet([4, 4, 4], 9, [0.5, 0.5, 0.2]) is None, "4.8 of 9 is less than FULL"
    big = 2 * hull.WIDEST
    assert facet([big + 1, big], 2 * big, [1.0, (big - 1) / big]) is None
    assert facet([2 * big, 2 * big], 3 * big, [1.0, 0.5]) is not None, (
        "in steps of the largest common divisor it is narrow"
    )
    monkeypatch.setattr(hull, "MOST_ITEMS", 2)
    assert facet([4, 4, 4], 9, [0.75, 0.75, 0.75]) is None


@pytest.mark.parametrize("seed", range(60))
def test_the_most_that_fits(seed: int) -> None:
    random = Random(seed)
    size = [random.randint(1, 9) for _ in range(7)]
    worth = [random.randint(0, 20) for _ in size]
    room = random.randint(0, 40)
    assert most(worth, size, room) == max(sum(worth[i] for i in some) for some in _patterns(size, room))
