"""The proof: whole numbers alone confirm it, as docs/bewijs.md tells, and confirm nothing that is not true."""

import copy
import json
import os
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from random import Random
from typing import Any

import pytest

from solver import hull
from solver import summit as climbing
from solver.draft import WORD
from solver.instance import Form, Group, Instance, Level, Sense
from solver.program import Auxiliary, Linear
from solver.proof import Method, Proven, Step, document
from solver.solution import Solution, Status
from solver.solve import solve
from tests.solver.enumeration import random_instance
from tests.solver.limit import Contradiction
from tests.solver.meaning import question
from tests.solver.verifier import Verifier, verified

PROOF = os.environ.get("ZL_PROOF") == "1"
MANY = 600 if PROOF else 60


def _tangle(random: Random) -> Instance:
    """Pairs that exclude each other, persons, uneven hours, areas to spread over: every kind of cut and case."""
    n = random.randint(5, 11)
    ring = random.sample(range(n), random.randint(3, n))
    exclusions = {*zip(ring, ring[1:] + ring[:1], strict=True), *combinations(random.sample(range(n), 4), 2)}
    persons = [Group(f"u{k}", tuple(range(k, n, n // 2)), max=1) for k in range(n // 2)]
    hours = []
    for k in range(2):
        some = tuple(sorted(random.sample(range(n), random.randint(3, n))))
        weight = tuple(random.choice((4, 5, 7, 9)) for _ in some)
        least = random.randint(1, 8) if random.random() < 0.4 else None
        hours.append(Group(f"h{k}", some, weight, min=least, max=random.randint(9, 9 + sum(weight) // 2)))
    every = tuple(range(n))
    apart = tuple(random.choice((6, -4)) for _ in every)
    spread = (Form(every, apart, -3), Form(every, tuple(-w for w in apart), 3), Form())
    levels = [
        Level("placed", Sense.MAX, (1,) * n),
        Level("worth", Sense.MAX, tuple(random.randint(3, 9) for _ in every)),
        Level("spread", Sense.MIN, terms=(spread, (Form(every[::2]), Form(every[1::2])))),
        Level("least", Sense.MIN, tuple(random.randint(0, 6) for _ in every)),
    ]
    return Instance(n, (*persons, *hours), tuple(sorted(exclusions)), levels=tuple(random.sample(levels, 3)))


def _solved(seeds: range) -> Iterator[tuple[Instance, Solution]]:
    """Of each seed a tangle and a random instance; those with an answer, all levels proven."""
    for seed in seeds:
        for instance in (_tangle(Random(seed)), random_instance(Random(seed))):
            solution = solve(instance)
            if solution.status is Status.OPTIMAL:
                yield instance, solution


KINDS = (
    "max",
    "min",
    "exclusion",
    "column above",
    "column below",
    "column ",  # of several forms, by number
    "cover",
    "packed",
    "rounded",
    "clique",
    "tight",
    "least",
    "most",
    "above",
    "bound",
    "clash",
    "contradiction",
    "split",
    "prices",
    "cases",
)
"""Every sort of row in docs/bewijs.md, and every way in which a step or a case is proven."""


def test_every_proof_holds_and_every_sort_of_row_occurs(monkeypatch: pytest.MonkeyPatch) -> None:
    """With all cuts, with the simpler ones that serve wide knapsacks, and without, so that cases have more to do."""
    kinds: Counter[str] = Counter()
    for k, (rounds, widest) in enumerate(((climbing.ROUNDS, hull.WIDEST), (climbing.ROUNDS, 0), (0, 0))):
        monkeypatch.setattr(climbing, "ROUNDS", rounds)
        monkeypatch.setattr(hull, "WIDEST", widest)
        for instance, solution in _solved(range(k * MANY, (k + 1) * MANY)):
            if solution.proof is not None:
                kinds += verified(instance, solution)
    assert [kind for kind in KINDS if not kinds[kind]] == [], kinds


@pytest.mark.parametrize("seed", range(MANY // 3))
def test_what_is_not_true_is_not_confirmed(seed: int) -> None:
    """With the value of a step one lower the proof would say that its own answer cannot be: it must break."""
    instance = _tangle(Random(seed))
    solution = solve(instance)
    if solution.status is not Status.OPTIMAL:
        return
    proof = _plain(solution)
    for p, part in enumerate(proof["parts"]):
        for k in range(len(part["steps"])):
            wrong = copy.deepcopy(proof)
            wrong["parts"][p]["steps"][k]["value"] -= 1
            with pytest.raises((AssertionError, Contradiction)):
                Verifier(question(instance, part["options"]), wrong["parts"][p]).steps()


@pytest.mark.parametrize("seed", range(MANY // 3))
def test_a_proof_refers_to_what_is_there(seed: int) -> None:
    """Multipliers name rows of the list, and a row only rows before it and steps before its use; columns exist."""
    instance = _tangle(Random(seed))
    solution = solve(instance)
    if solution.status is not Status.OPTIMAL:
        return
    for part in _plain(solution)["parts"]:
        columns = len(part["options"]) + len(part["columns"])
        for k, row in enumerate(part["rows"]):
            assert all(0 <= r < k for r in _parents(row)), row
            assert not (row[0] in ("tight", "least", "most") and row[1] >= len(part["steps"]))
        assert len({json.dumps(row) for row in part["rows"]}) == len(part["rows"]), "each row once"
        used: set[int] = set()
        for step in part["steps"]:
            for multipliers, named in _leaned_on(step):
                assert all(0 <= r < len(part["rows"]) and y > 0 for r, y in multipliers)
                assert all(0 <= c < columns for c in named)
                used |= {r for r, _ in multipliers}
        for k in reversed(range(len(part["rows"]))):
            if k in used:
                used |= set(_parents(part["rows"][k]))
        assert used == set(range(len(part["rows"]))), "no row is told that nothing leans on"


def _plain(solution: Solution) -> Any:
    assert solution.proof is not None
    text = json.dumps(solution.proof)
    assert json.loads(text) == solution.proof, "plain values, lists and not tuples"
    return json.loads(text)


def _parents(row: list[Any]) -> list[int]:
    match row:
        case ["tight", _, r] | ["rounded", r, _]:
            return [r]
        case ["cover", r, items]:
            return [r, *(q for q, _ in items if q >= 0)]
        case ["packed", r, items]:
            return [r, *(q for q, _, _ in items if q >= 0)]
        case ["clique", _, rows]:
            return list(rows)
    return []


def _leaned_on(step: dict[str, Any]) -> Iterator[tuple[list[list[int]], list[int]]]:
    """The multipliers and the columns that a step and its cases name."""
    yield step["multipliers"], (step["objective"] or {"column": []})["column"]
    yield step["floor"] or [], []
    cases = [step["cases"]]
    while cases:
        case = cases.pop()
        if case is not None:
            yield case["multipliers"], case.get("columns", [])
            cases += [case.get("below"), case.get("above")]


def test_two_searches_are_said_to_be_no_proof(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without work for cases or cuts a gap is left to two searches, and the proof says so of that level alone."""
    for name, value in (("LOOK", -1.0), ("PROVE", -1.0), ("ROUNDS", 0)):
        monkeypatch.setattr(climbing, name, value)
    ring = tuple((o, (o + 1) % 5) for o in range(5))
    levels = Level("uneven", Sense.MAX, (70, 69, 70, 69, 70)), Level("first", Sense.MAX, (1, 0, 0, 0, 0))
    solution = solve(Instance(5, exclusions=ring, levels=levels))
    assert [level.value for level in solution.levels] == [140, 1]
    (part,) = _plain(solution)["parts"]
    methods = {step["level"]: (step["method"], step["cases"]) for step in part["steps"]}
    assert methods["uneven"] == ("searches", None)
    assert methods["first"] == ("prices", None)


@pytest.mark.parametrize(
    "level",
    [
        Level("two words", Sense.MAX, (2**60, 2**60 + 1)),
        Level("wide forms", Sense.MIN, terms=((Form((0,), (2**60,)), Form((1,), (3,))),)),
    ],
    ids=lambda level: level.name,
)
def test_numbers_too_wide_to_tell_have_no_proof(level: Level) -> None:
    """They are proven all the same, in words; what the words mean is not part of the form."""
    solution = solve(Instance(2, exclusions=((0, 1),), levels=(level,)))
    assert (solution.status, solution.proof) == (Status.OPTIMAL, None)


def test_a_limit_in_words_has_no_proof() -> None:
    heavy = Group("heavy", (0, 1, 2), (2**60, 2**60 + 1, 2**59), max=2**60 + 2**59)
    solution = solve(Instance(3, (heavy,), levels=(Level("most", Sense.MAX, (1, 1, 1)),)))
    assert (solution.status, solution.levels[0].value, solution.proof) == (Status.OPTIMAL, 2, None)


def test_a_document_by_hand() -> None:
    """One step, proven by one multiplier: its rows are told by what they are, the row that nothing leans on is not."""
    one = Linear((0, 1), (1, 1))
    origins = (("max", "none"), ("exclusion", 0, 1))
    step = Step("placed", one, 1, Proven(((origins[1], 2**24),), Method.PRICES), origins, ())
    assert document(2, (step,)) == {
        "scale": 2**24,
        "columns": [],
        "rows": [["exclusion", 0, 1]],
        "steps": [
            {
                "level": "placed",
                "objective": None,
                "value": 1,
                "method": "prices",
                "multipliers": [[0, 2**24]],
                "cases": None,
                "floor": None,
            }
        ],
    }
    """What takes words cannot be told: a carry, or two words of one level."""
    assert document(2, (Step("w", one, 1, step.why, (*origins, WORD), ()),)) is None
    assert document(2, (Step("w", one, 1, step.why, origins, (Auxiliary((one,), 2**30),)),)) is None
    assert document(2, (step, step)) is None


def test_no_levels_no_steps() -> None:
    solution = solve(Instance(2))
    assert solution.proof is not None
    assert [part["steps"] for part in solution.proof["parts"]] == [[]]
