"""Numbers around the edges of floats and machine words: counted exactly or refused by their path, never rounded.

Every edge from 2^52 to 2^256 as value, as weight, as limit and as constant, on both sides of it and of both signs,
against every choice in whole numbers of Python; sums that pass an edge only because there are many of them; and in
JSON everything that is not a whole number.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from random import Random
from typing import Any

import pytest

from solver import __main__ as program
from solver.check import complaints
from solver.faults import InstanceError
from solver.instance import Form, Group, Instance, Level, Sense
from solver.neutral import parsed, rendered
from solver.solution import Status
from solver.solve import solve
from tests.kern import listing
from tests.kern.neutral_form import as_json
from tests.kern.patience import patience

PROOF = os.environ.get("ZL_PROOF") == "1"
EDGES = (52, 53, 62, 63, 64, 255, 256)
LARGEST = 2**256
PATHS = {
    "weight": "groups[0].weight[0]",
    "max": "groups[0].max",
    "min": "groups[0].min",
    "value": "levels[0].value[0]",
    "form": "levels[1].terms[0][0].weight[0]",
    "constant": "levels[1].terms[0][0].constant",
}
"""Where a number can stand, by its path in the JSON."""


def _with(where: str, number: int) -> Instance:
    """Options 0 and 1, everything small but for one number."""
    small = {"weight": 1, "max": 5, "min": -5, "value": 1, "form": 1, "constant": 0} | {where: number}
    group = Group("g", (0, 1), (small["weight"], 1), min=small["min"], max=small["max"])
    form = Form((0,), (small["form"],), small["constant"])
    levels = (Level("v", Sense.MAX, value=(small["value"], 1)), Level("t", Sense.MIN, terms=((form, Form()),)))
    return Instance(2, (group,), levels=levels)


def _near(edge: int) -> list[int]:
    """The edge of so many bits and its neighbours, of both signs."""
    return [sign * (2**edge + step) for sign, step in product((1, -1), (-1, 0, 1))]


@pytest.mark.parametrize("where", PATHS)
@pytest.mark.parametrize("edge", EDGES)
def test_one_number_is_exact_or_refused_by_its_path(where: str, edge: int) -> None:
    for number in _near(edge):
        instance = _with(where, number)
        if abs(number) > LARGEST:
            with pytest.raises(InstanceError) as refused:
                solve(instance)
            assert PATHS[where] in [fault.path for fault in refused.value.faults]
            with pytest.raises(InstanceError, match=r"2\^256"):
                parsed(json.dumps(as_json(instance)).encode())
        elif (where, number < 0) in (("min", False), ("max", True)):
            _assert_no_answer(instance, where)
        else:
            _assert_best(instance)
            _assert_best(parsed(json.dumps(as_json(instance)).encode()))


def _assert_no_answer(instance: Instance, where: str) -> None:
    """A minimum that nothing reaches, a maximum below everything: then the other limit lies beyond it, a fault."""
    with pytest.raises(InstanceError, match="min must not be above max"):
        solve(instance)
    group = instance.groups[0]
    alone = Group("g", group.option, **{where: getattr(group, where)})
    solution = solve(Instance(2, (alone,)))
    assert (solution.status, solution.conflict) == (Status.INFEASIBLE, ("g",))


def _assert_best(instance: Instance) -> None:
    with patience():
        solution = solve(instance)
    assert complaints(instance, solution) == ()
    expected = listing.best(instance)
    if expected is None:
        assert solution.status is Status.INFEASIBLE
        return
    assert solution.status is Status.OPTIMAL
    assert ([level.value for level in solution.levels], list(solution.chosen)) == expected
    told = json.loads(rendered(solution))
    assert [(level["value"], level["bound"]) for level in told["levels"]] == [(v, v) for v in expected[0]]


def _at_the_edge(edge: int, seed: int) -> Instance:
    """Up to ten options and numbers that lie next to the edge, of both signs; two limits, a level of each kind."""
    random = Random(f"{edge} {seed}")
    n = random.randint(4, 10)
    largest = [number for number in _near(edge) if abs(number) <= LARGEST]

    def some(count: int) -> tuple[int, ...]:
        return tuple(random.choice((*largest, *largest, 0, 1, -1)) for _ in range(count))

    def group(name: str) -> Group:
        weight = some(n)
        reach = sorted(random.choice(largest) for _ in range(2))
        sides = random.choice(((None, reach[1]), (reach[0], None), (reach[0], reach[1])))
        return Group(name, tuple(range(n)), weight, *sides)

    forms = tuple(Form(tuple(range(n)), some(n), some(1)[0]) for _ in range(2))
    levels = (
        Level("v", random.choice((Sense.MAX, Sense.MIN)), value=some(n)),
        Level("t", Sense.MIN, terms=(forms, (Form(tuple(range(n)), some(n)),))),
    )
    return Instance(n, (group("a"), group("b")), levels=tuple(random.sample(levels, 2)))


@pytest.mark.parametrize("seed", range(30 if PROOF else 2))
@pytest.mark.parametrize("edge", EDGES)
def test_many_numbers_at_the_edge_against_every_choice(edge: int, seed: int) -> None:
    _assert_best(_at_the_edge(edge, seed))


@pytest.mark.parametrize("edge", EDGES)
def test_a_limit_that_many_pass_together(edge: int) -> None:
    """A hundred weights a, a hundredth of the edge: k of them fit below k a and a bit, not below k a less one."""
    n, k, a = 100, 60, 2**edge // 100
    level = Level("many", Sense.MAX, value=(1,) * n)
    for room, fit in ((k * a + a - 1, k), (k * a, k), (k * a - 1, k - 1)):
        many = Instance(n, (Group("g", tuple(range(n)), (a,) * n, max=room),), levels=(level,))
        assert _chosen(many) == (*range(fit),)


@pytest.mark.parametrize("edge", EDGES if PROOF else EDGES[:5])
def test_ten_that_pass_the_edge_together_against_every_choice(edge: int) -> None:
    """Weights of a tenth of the edge that differ by a few: room for exactly the five lightest, and for one less."""
    weight = tuple(2**edge // 10 + o * o for o in range(10))
    level = Level("much", Sense.MAX, value=tuple(2**edge // 10 + 10 - o for o in range(10)))
    for room in (sum(weight[:5]), sum(weight[:5]) - 1):
        _assert_best(Instance(10, (Group("g", tuple(range(10)), weight, max=room),), levels=(level,)))


@pytest.mark.parametrize("edge", [edge for edge in EDGES if edge <= 64])
def test_a_level_that_many_pass_together(edge: int) -> None:
    """Two hundred values of half the edge; of each pair one can be chosen, and they differ by one.

    The sum is a hundred times the edge or so, where floats stand hundreds apart; the best has every larger one.
    """
    half = 2 ** (edge - 1)
    value = tuple(half + (o % 2 if o % 4 < 2 else 1 - o % 2) for o in range(200))
    groups = tuple(Group(f"pair {k}", (2 * k, 2 * k + 1), max=1) for k in range(100))
    solution = solve(Instance(200, groups, levels=(Level("sum", Sense.MAX, value=value),)))
    assert solution.levels[0].value == solution.levels[0].bound == 100 * half + 100
    assert solution.chosen == tuple(2 * k + (k % 2 == 0) for k in range(100))


def test_twenty_of_the_same_weight() -> None:
    """Equal weights of 36 bits and room for exactly twelve of them: a limit of twelve in another unit."""
    weight = 54975581388
    level = Level("many", Sense.MAX, value=(1,) * 20)
    twelve = Group("twelve", tuple(range(20)), (weight,) * 20, max=12 * weight)
    assert _chosen(Instance(20, (twelve,), levels=(level,))) == (*range(12),)


def test_a_spread_in_a_large_unit() -> None:
    """Thirteen options of 6 or -4 units around 5 units, a unit being 2^53 - 1: three off a half is nearest, 1 unit."""
    unit = 2**53 - 1
    weight = tuple(6 * unit if o in (0, 1, 3, 4, 7, 9, 11, 12) else -4 * unit for o in range(13))
    every = tuple(range(13))
    spread = (Form(every, weight, -5 * unit), Form(every, tuple(-w for w in weight), 5 * unit), Form())
    _assert_best(Instance(13, levels=(Level("spread", Sense.MIN, terms=(spread,)),)))


def test_a_spread_of_wide_numbers_over_eight_options() -> None:
    """Shares 6 to -4 of 2^53 each: nobody is further from even than must be, which trying every choice tells."""
    w = 2**53
    here = tuple(6 * w if o % 3 else -4 * w for o in range(8))
    spread = (Form(tuple(range(8)), here, -5 * w), Form(tuple(range(8)), tuple(-h for h in here), 5 * w), Form())
    some = Group("some", tuple(range(8)), min=3, max=4)
    _assert_best(Instance(8, (some,), levels=(Level("spread", Sense.MIN, terms=(spread,)),)))


def _chosen(instance: Instance) -> tuple[int, ...]:
    with patience():
        solution = solve(instance)
    assert solution.status is Status.OPTIMAL
    assert complaints(instance, solution) == ()
    return solution.chosen


WHOLE = as_json(
    Instance(
        3,
        (Group("g", (0, 1), (2, 3), min=0, max=4),),
        ((0, 2),),
        (1,),
        (
            Level("v", Sense.MAX, value=(1, 2, 3)),
            Level("t", Sense.MIN, terms=((Form((0,), (7,), -1), Form()),)),
        ),
    )
)
NOT_WHOLE = (
    "1e400",
    "-1e400",
    "2.0",
    "1e3",
    '"5"',
    "true",
    "NaN",
    "Infinity",
    "-Infinity",
    "null",
    "[1]",
    "0x10",
    "1_0",
)


def _numbers(value: Any, path: str = "") -> Iterator[str]:
    """The paths of all numbers in an instance."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _numbers(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for k, inner in enumerate(value):
            yield from _numbers(inner, f"{path}[{k}]")
    elif isinstance(value, int):
        yield path


def _text(path: str, token: str) -> bytes:
    """The JSON of the instance with these characters at that path."""

    def told(value: Any, here: str) -> str:
        if here == path:
            return token
        if isinstance(value, dict):
            inside = (f'"{k}": {told(v, f"{here}.{k}" if here else k)}' for k, v in value.items())
            return "{" + ", ".join(inside) + "}"
        if isinstance(value, list):
            return "[" + ", ".join(told(v, f"{here}[{k}]") for k, v in enumerate(value)) + "]"
        return json.dumps(value)

    return told(WHOLE, "").encode()


@pytest.mark.parametrize("path", list(_numbers(WHOLE)))
def test_what_is_not_a_whole_number_is_refused_by_its_path(path: str) -> None:
    parsed(_text(path, json.dumps(_at(path))))
    for token in NOT_WHOLE:
        with pytest.raises(InstanceError) as refused:
            parsed(_text(path, token))
        paths = [fault.path for fault in refused.value.faults]
        assert path in paths or paths == [""], (token, paths)
        assert (paths == [""]) == (token in ("0x10", "1_0")), "only what is no JSON at all has no path"


def _at(path: str) -> object:
    value: Any = WHOLE
    for step in path.replace("]", "").replace("[", ".").split("."):
        value = value[int(step)] if step.isdecimal() else value[step]
    return value


def test_the_program_tells_the_path_and_ends_with_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, out = tmp_path / "instance.json", tmp_path / "result.json"
    for token in ("1e400", "2.0", '"5"', "true", "NaN", str(2**256 + 1)):
        source.write_bytes(_text("levels[0].value[1]", token))
        assert program.main([str(source), "--out", str(out)]) == 2
        assert capsys.readouterr().err.startswith("levels[0].value[1]: ")
        assert not out.exists()
