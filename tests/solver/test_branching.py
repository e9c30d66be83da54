"""Cases: they find the best or rule it out, and what they leave behind is a proof that whole numbers alone confirm."""

import json
from collections import Counter
from math import gcd, inf
from random import Random

import pytest

from solver import branching
from solver.branching import Explored, explored
from solver.budget import Budget
from solver.canonical import canonical
from solver.draft import WORD, limits, objective
from solver.instance import Form, Group, Instance, Level, Sense
from solver.prices import ASSUMED, priced, worth_at_least
from solver.program import Linear, Program, Row
from solver.proof import Case, Method, Proven, Step, document
from solver.propagation import propagated
from tests.solver.enumeration import answers, random_instance
from tests.solver.limit import Contradiction
from tests.solver.verifier import Verifier


def _tangle(random: Random) -> Instance:
    """Rings of exclusions, uneven limits and minimums, with one level: relaxations leave gaps everywhere."""
    n = random.randint(4, 10)
    ring = random.sample(range(n), random.randint(3, n))
    groups = []
    for k in range(random.randint(1, 4)):
        some = tuple(sorted(random.sample(range(n), random.randint(2, n))))
        weight = tuple(random.choice((1, 1, 2, 3, 5, -2)) for _ in some)
        total = sum(w for w in weight if w > 0)
        least = random.randint(1, 3) if random.random() < 0.3 else None
        groups.append(Group(f"g{k}", some, weight, min=least, max=max(least or 0, random.randint(total // 4, total))))
    if random.random() < 0.5:
        value = tuple(random.randint(-2, 9) for _ in range(n))
        level = Level("best", Sense.MAX, value)
    else:
        spread = tuple(Form(tuple(range(n)), tuple(random.randint(-4, 6) for _ in range(n)), -2) for _ in range(3))
        level = Level("best", Sense.MIN, terms=(spread, (*spread[:1], Form(constant=3))))
    exclusions = tuple(zip(ring, ring[1:] + ring[:1], strict=True))
    return canonical(Instance(n, tuple(groups), exclusions, levels=(level,)))


def _question(seed: int) -> tuple[Random, Instance, Program, Linear] | None:
    """A tangle, or a random instance of which the first level is narrow; its level in whole steps, without constant."""
    random = Random(seed)
    instance = _tangle(random) if seed % 3 else canonical(random_instance(random))
    if not instance.levels:
        return None
    program, words = objective(limits(instance), instance.levels[0])
    if len(words) > 1 or WORD in program.origins:
        return None
    step = gcd(*words[0].weight) or 1
    return random, instance, program, Linear(words[0].column, tuple(w // step for w in words[0].weight))


def _confirmed(instance: Instance, program: Program, unit: Linear, found: Explored, value: int) -> Counter[str]:
    """The cases as a document, and what of docs/bewijs.md it takes to confirm that nothing is worth more."""
    assert found.cases is not None
    step = Step(
        instance.levels[0].name,
        unit,
        value,
        Proven((), Method.CASES, found.cases),
        program.origins,
        program.auxiliaries,
    )
    told = document(instance.options, (step,))
    assert told is not None
    verifier = Verifier(instance, json.loads(json.dumps(told)))
    try:
        verifier.steps()
    except Contradiction:
        assert not list(answers(instance)), "only a question without answers contradicts itself"
    return verifier.kinds


@pytest.mark.parametrize("block", range(6))
def test_the_best_is_found_or_ruled_out_and_every_case_holds(block: int) -> None:
    """For any target: at the best, above it, below it, far below anything."""
    kinds: Counter[str] = Counter()
    for seed in range(100 * block, 100 * block + 100):
        question = _question(seed)
        if question is None:
            continue
        random, instance, program, unit = question
        worths = {tuple(c): unit.at(program.complete(c)) for c in answers(instance)}
        best = max(worths.values(), default=0)
        for target in (best, best + 1, best - random.randint(1, 9), -(10**6)):
            found = explored(program, unit, target, Budget(), inf)
            if worths and best >= target:
                assert found.chosen is not None, (seed, target)
                assert worths[found.chosen] == best, (seed, target)
            else:
                assert found.chosen is None, (seed, target)
            reached = target - 1 if found.chosen is None else best
            kinds += _confirmed(instance, program, unit, found, reached)
    assert min(kinds[kind] for kind in ("bound", "contradiction", "split", "above")) > 2, "the cases are of every sort"


@pytest.mark.parametrize("seed", range(60))
def test_rows_that_assume_the_target_narrow_down_and_lose_nothing(seed: int) -> None:
    """As a summit asks: of the core that is left for a target, with rows that hold only if the target is reached."""
    question = _question(seed)
    if question is None:
        return
    random, instance, program, unit = question
    worths = {tuple(c): unit.at(program.complete(c)) for c in answers(instance)}
    prices = priced(program, unit, [random.choice((0, random.random())) for _ in program.rows])
    for target in {*worths.values(), max(worths.values(), default=0) + 1}:
        core = propagated(worth_at_least(program, unit, prices, target))
        found = explored(core, unit, target, Budget(), inf)
        best = max((w for w in worths.values() if w >= target), default=None)
        assert (None if found.chosen is None else worths[found.chosen]) == best
        assert found.cases is not None


RING = tuple(Row((o, (o + 1) % 5), (1, 1), 1) for o in range(5))
"""Five in a ring, no two neighbours: at most 2, while the relaxation takes half of each."""

UNEVEN = Linear(tuple(range(5)), (70, 69, 70, 69, 70))


def test_a_ring_by_hand() -> None:
    """The relaxation says 174. Options 0 and 4 are neighbours; with neither, with 0, with 4: at most 140 each."""
    program = Program.of(5, (0,) * 5, (1,) * 5, RING)
    found = explored(program, UNEVEN, 1, Budget(), inf)
    assert found.chosen in {(0, 2), (2, 4)}
    assert found.cases is not None
    assert found.cases.below is not None
    assert found.cases.above is not None
    nothing = explored(program, UNEVEN, 141, Budget(), inf)
    assert nothing.chosen is None
    assert nothing.cases is not None


def test_what_prices_rule_out_needs_no_split() -> None:
    program = Program.of(5, (0,) * 5, (1,) * 5, ()).with_rows(RING, [("exclusion", *row.column) for row in RING])
    found = explored(program, UNEVEN, 175, Budget(), inf)
    assert found.chosen is None
    assert found.cases is not None
    assert found.cases.below is None
    assert {origin for origin, _ in found.cases.paid} <= set(program.origins)
    assert all(y > 0 for _, y in found.cases.paid)


def test_rows_that_clash_are_a_case_of_their_own() -> None:
    """Two of three are asked and there is room for 4/3; no bound comes in by one row alone, both together say no."""
    rows = (Row((0, 1, 2), (-1, -1, -1), -2), Row((0, 1, 2), (3, 3, 3), 4))
    program = Program.of(3, (0,) * 3, (1,) * 3, ()).with_rows(rows, [("min", "two"), ("max", "room")])
    found = explored(program, Linear((0, 1, 2), (1, 1, 1)), -9, Budget(), inf)
    assert found.chosen is None
    assert found.cases is not None
    assert found.cases.clash
    assert {origin for origin, _ in found.cases.paid} == {("min", "two"), ("max", "room")}


def test_what_single_rows_contradict_is_a_case_without_a_word() -> None:
    program = Program.of(2, (0, 0), (1, 1), (Row((0, 1), (-1, -1), -3),))
    assert explored(program, Linear((0,), (1,)), 0, Budget(), inf) == Explored(None, Case(()))


@pytest.mark.parametrize(("work", "left"), [(-1.0, inf), (0.0, inf), (inf, 0.0)])
def test_without_work_or_budget_nothing_is_finished(work: float, left: float) -> None:
    """The ring takes more than one relaxation; after the first there is no work left, and nothing is claimed."""
    found = explored(Program.of(5, (0,) * 5, (1,) * 5, RING), UNEVEN, 141, Budget(left), work)
    assert found == Explored(None, None)


def test_what_was_found_before_the_work_ran_out_still_counts() -> None:
    """The first relaxation takes half of each of three, which rounds to none, and all of the fourth; that is an answer,
    and that nothing beats it is left open.
    """
    rows = (Row((0, 1), (1, 1), 1), Row((1, 2), (1, 1), 1), Row((0, 2), (1, 1), 1))
    program = Program.of(4, (0,) * 4, (1,) * 4, rows)
    found = explored(program, Linear((0, 1, 2, 3), (2, 2, 2, 1)), 0, Budget(), 0.0)
    assert found == Explored((3,), None)


def test_cases_within_cases_have_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(branching, "DEEPEST", 0)
    assert explored(Program.of(5, (0,) * 5, (1,) * 5, RING), UNEVEN, 141, Budget(), inf).cases is None


def test_rows_of_an_assumed_target_are_no_ground_for_a_bound() -> None:
    """The row "worth 141 or more" would, priced, bound what is worth less; it is not among the multipliers."""
    program = Program.of(5, (0,) * 5, (1,) * 5, ()).with_rows(RING, [("exclusion", *row.column) for row in RING])
    least = Row(UNEVEN.column, tuple(-w for w in UNEVEN.weight), -141)
    assumed = program.with_rows([least], [("least", ASSUMED)])
    found = explored(assumed, UNEVEN, 141, Budget(), inf)
    assert found.chosen is None
    assert found.cases is not None
    assert ("least", ASSUMED) not in _origins(found.cases)


def _origins(case: Case | None) -> set[tuple[object, ...]]:
    if case is None:
        return set()
    return {origin for origin, _ in case.paid} | _origins(case.below) | _origins(case.above)


def test_sizes_of_forms_are_not_split_one_by_one() -> None:
    """Forms of thousands, of which a case moved one column by 1 and the next another, without end; options end it."""
    instance = canonical(random_instance(Random(1226)))
    program, (word,) = objective(propagated(limits(instance)), instance.levels[0])
    best = max(word.at(program.complete(chosen)) for chosen in answers(instance))
    found = explored(program, word, best + 1, Budget(), 0.01)
    assert found.chosen is None
    assert found.cases is not None
