"""The same bytes with 1, 2 and 4 worker processes and with none, for questions that fall apart and that do not.

Compared is SHA-256 of RESULT.json without its seconds: status, options, values, bounds, conflict, in their order.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest

from solver.apart import Workshop
from solver.instance import Group, Instance, Level, Sense
from solver.neutral import rendered
from solver.parts import divisions
from solver.solve import solve
from tests.kern import processes
from tests.kern.instances import random_instance
from tests.kern.neutral_form import fingerprint, without_seconds, written
from tests.kern.patience import patience
from tests.kern.transforms import doubled

PROOF = os.environ.get("ZL_PROOF") == "1"
WORKERS = (1, 2, 4)


def _questions() -> Iterator[tuple[str, Instance, float | None]]:
    """By name: a question, and the seconds it gets."""
    for seed in range(30_000, 30_000 + (60 if PROOF else 4)):
        whole = random_instance(seed, Random(seed).randint(10, 30))
        yield f"whole {seed}", whole, None
        yield f"in parts {seed}", doubled(doubled(whole)), None
    for k, most in enumerate((300, 60)):
        region = _region(most)
        yield f"region {most}", region, None
        yield f"region {most}, stopped", region, 0.002 * (k + 1)
    one_part = _region(300)
    yield "one part without answer", replace(one_part, groups=(*one_part.groups, _impossible())), None


def _region(most: int) -> Instance:
    """A hundred parts of five people and four places, and one limit over all of them, loose or tight."""
    random = Random(most)
    groups, n = [], 2000
    for part in range(100):
        at = 20 * part
        groups += [Group(f"u{part}-{k}", tuple(range(at + 4 * k, at + 4 * k + 4)), max=1) for k in range(5)]
        groups += [Group(f"p{part}-{k}", tuple(range(at + k, at + 20, 4)), max=1) for k in range(4)]
    groups.append(Group("all", tuple(range(n)), max=most))
    levels = [Level(f"l{k}", Sense.MAX, value=tuple(random.randint(0, 99) for _ in range(n))) for k in range(2)]
    return Instance(n, tuple(groups), levels=tuple(levels))


def _impossible() -> Group:
    """Two of the four options of one person."""
    return Group("impossible", (40, 41, 42, 43), min=2)


@pytest.fixture(scope="module")
def alone() -> dict[str, str]:
    """The answers in this process."""
    told = {}
    for name, instance, seconds in _questions():
        with patience():
            told[name] = fingerprint(rendered(solve(instance, seconds=seconds)))
    return told


@pytest.mark.parametrize("workers", WORKERS)
def test_the_same_answer_with_any_number_of_workers(workers: int, alone: dict[str, str]) -> None:
    with Workshop(workers) as workshop:
        for name, instance, seconds in _questions():
            with patience():
                solution = solve(instance, seconds=seconds, spread=workshop.spread)
            assert fingerprint(rendered(solution)) == alone[name], name


def test_the_questions_are_of_every_kind() -> None:
    """In one part, in several, in parts once a limit over all is left out, stopped, and without any answer."""
    parts = {name: [len(division.parts) for division in divisions(instance)] for name, instance, _ in _questions()}
    assert {1} <= {counts[-1] for name, counts in parts.items() if name.startswith("whole")}
    assert {4} <= {counts[-1] for name, counts in parts.items() if name.startswith("in parts")}
    assert parts["region 300"] == [100, 1]
    solutions = {name: solve(q, seconds=s).status for name, q, s in _questions() if name.startswith(("region", "one"))}
    assert set(solutions.values()) == {"optimal", "time_limit", "infeasible"}
    assert solutions["region 60, stopped"] == "time_limit"


@pytest.mark.parametrize("name", ["in parts 30001", "region 60", "one part without answer"])
def test_the_program_writes_the_same_bytes(tmp_path: Path, name: str, alone: dict[str, str]) -> None:
    instance = next(question for told, question, _ in _questions() if told == name)
    source, seen = written(instance, tmp_path / "instance.json"), {alone[name]}
    for workers in WORKERS if PROOF else WORKERS[1:2]:
        out = tmp_path / f"{workers}.json"
        ended = processes.run(processes.command("-m", "solver", source, "--out", out, "--workers", workers))
        assert ended.code in (0, 3), ended
        assert without_seconds(out.read_bytes())
        seen.add(fingerprint(out.read_bytes()))
    assert len(seen) == 1
