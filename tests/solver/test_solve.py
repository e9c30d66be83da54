"""The whole kernel: against trying everything, in any order, at any size of number, and when it is stopped."""

import os
import subprocess
import sys
from collections import Counter
from itertools import product
from random import Random

import pytest

from solver.check import complaints
from solver.faults import InstanceError
from solver.instance import Form, Group, Instance, Level, Sense
from solver.solution import Status
from solver.solve import solve
from tests.solver.enumeration import answers, best, keeps, random_instance, shuffled, worth

PROOF = os.environ.get("ZL_PROOF") == "1"


@pytest.mark.parametrize("block", range(80 if PROOF else 8))
def test_random_small_instances_are_answered_as_trying_everything_does(block: int) -> None:
    for seed in range(50 * block, 50 * block + 50):
        instance = random_instance(Random(seed))
        solution, expected = solve(instance), best(instance)
        if expected is None:
            assert solution.status is Status.INFEASIBLE, seed
            _assert_each_name_is_needed(instance, solution.conflict)
        else:
            values, chosen = expected
            assert solution.status is Status.OPTIMAL, seed
            assert list(solution.chosen) == chosen, seed
            assert [(level.value, level.bound, level.proven) for level in solution.levels] == [
                (value, value, True) for value in values
            ], seed


def _assert_each_name_is_needed(instance: Instance, conflict: tuple[str, ...]) -> None:
    names = {group.name for group in instance.groups} | {f"fixed:{o}" for o in instance.fixed}
    names |= {f"exclusion:{min(pair)}-{max(pair)}" for pair in instance.exclusions}
    assert set(conflict) <= names
    others = frozenset(names - set(conflict))
    assert not any(True for _ in answers(instance, without=others)), "these names alone clash"
    for name in conflict:
        assert any(True for _ in answers(instance, without=others | {name})), f"{name} is needed"


def test_the_random_instances_are_of_every_kind() -> None:
    """What the property above stands on: no kind is missing by an accident of the generator."""
    kinds: Counter[str] = Counter()
    for seed in range(400):
        instance = random_instance(Random(seed))
        found = best(instance)
        kinds["infeasible"] += found is None
        kinds["fixed"] += bool(instance.fixed)
        kinds["exclusions"] += bool(instance.exclusions)
        kinds["min"] += any(group.min is not None for group in instance.groups)
        kinds["negative"] += any(min(group.weight, default=0) < 0 for group in instance.groups)
        kinds["terms"] += any(level.terms for level in instance.levels)
        kinds["beyond 2^53"] += any(max(level.value or (0,)) > 2**53 for level in instance.levels)
        kinds["ties"] += found is not None and _ties(instance) > 1
    assert min(kinds.values()) >= 20, kinds


def _ties(instance: Instance) -> int:
    bare = Instance(instance.options, instance.groups, instance.exclusions, instance.fixed)
    return sum(1 for _ in answers(bare)) if not instance.levels else 0


@pytest.mark.parametrize("seed", range(200 if PROOF else 30))
def test_any_order_gives_the_same_answer(seed: int) -> None:
    random = Random(seed)
    instance = random_instance(random, most=14)
    solution = solve(instance)
    for _ in range(2):
        again = solve(shuffled(random, instance))
        assert (again.status, again.chosen, again.levels) == (solution.status, solution.chosen, solution.levels)


def test_of_equal_answers_the_smallest_sorted_list() -> None:
    """One of 0..3 is to be chosen and all are worth the same: [0] is the smallest list."""
    one = Group("one", (0, 1, 2, 3), min=1, max=1)
    assert solve(Instance(4, (one,))).chosen == (0,)
    """Nothing has to be chosen: the empty list begins every other, so it is the smallest."""
    assert solve(Instance(4)).chosen == ()
    """[0, 3] is smaller than [1, 2], though 0 + 3 = 1 + 2; and [0] alone is no answer."""
    two = Group("two", (0, 1, 2, 3), min=2, max=2)
    square = Level("square", Sense.MAX, value=(0, 1, 1, 0))
    assert solve(Instance(4, (two,), levels=(square,))).chosen == (1, 2)
    assert solve(Instance(4, (two,), exclusions=((0, 1), (0, 2)))).chosen == (0, 3)
    """A list that begins another is smaller: option 1 adds nothing."""
    free = Level("first", Sense.MAX, value=(1, 0))
    assert solve(Instance(2, levels=(free,))).chosen == (0,)


def test_a_later_level_never_costs_an_earlier_one() -> None:
    """Most people first: options 0 and 1 (two people) against option 2 (one person, worth 100 at the second level)."""
    instance = Instance(
        3,
        exclusions=((0, 2), (1, 2)),
        levels=(Level("placed", Sense.MAX, (1, 1, 1)), Level("fit", Sense.MAX, (1, 1, 100))),
    )
    solution = solve(instance)
    assert solution.chosen == (0, 1)
    assert [level.value for level in solution.levels] == [2, 2]


@pytest.mark.parametrize("big", [2**53, 2**62, 2**63, 2**64, 2**200])
def test_sums_beyond_what_floats_and_machine_words_hold(big: int) -> None:
    """Two times big against two times big plus one: floats and wrapped integers see no difference."""
    either = Group("either", (0, 2), max=1), Group("or", (1, 3), max=1), Group("odd", (0, 3), max=1)
    level = Level("sum", Sense.MAX, (big, big + 1, big + 1, big - 1))
    solution = solve(Instance(4, either, levels=(level,)))
    assert solution.chosen == (1, 2)
    assert solution.levels[0].value == solution.levels[0].bound == 2 * big + 2
    """And as a limit: both would be one too heavy, so the heavier goes alone."""
    heavy = Group("heavy", (0, 1), (big, big + 1), max=2 * big)
    assert solve(Instance(2, (heavy,), levels=(Level("sum", Sense.MAX, (big, big + 1)),))).chosen == (1,)
    """One more would let both in."""
    light = Group("light", (0, 1), (big, big + 1), max=2 * big + 1)
    assert solve(Instance(2, (light,), levels=(Level("sum", Sense.MAX, (big, big + 1)),))).chosen == (0, 1)


@pytest.mark.parametrize("big", [1, 2**53, 2**63, 2**100])
def test_the_largest_of_wide_forms(big: int) -> None:
    """|big * (n0 - n1)| is least when both or neither is chosen; at least one must be, so both."""
    apart = (Form((0, 1), (big, -big)), Form((0, 1), (-big, big)))
    instance = Instance(2, (Group("one", (0, 1), min=1),), levels=(Level("even", Sense.MIN, terms=(apart,)),))
    solution = solve(instance)
    assert (solution.chosen, solution.levels[0].value) == ((0, 1), 0)


def test_numbers_too_large_to_mean_anything_are_refused() -> None:
    with pytest.raises(InstanceError, match=r"levels\[0\].value\[0\]: must not be larger in size than 2\^256"):
        solve(Instance(1, levels=(Level("sum", Sense.MAX, (2**257,)),)))


def test_a_conflict_names_what_clashes_and_nothing_else() -> None:
    """Options 0 and 1 are fixed and exclude each other; the full group and the other exclusion do not matter."""
    bystander = Group("bystander", (0, 1, 2), max=3)
    instance = Instance(3, (bystander,), exclusions=((1, 0), (1, 2)), fixed=(0, 1))
    solution = solve(instance)
    assert solution.status is Status.INFEASIBLE
    assert sorted(solution.conflict) == ["exclusion:0-1", "fixed:0", "fixed:1"]
    assert (solution.chosen, solution.levels) == ((), ())


def test_a_group_that_nothing_can_fill_is_a_conflict_of_its_own() -> None:
    assert solve(Instance(1, (Group("two", (0,), min=2), Group("any", (0,), max=1)))).conflict == ("two",)


def test_progress_hears_every_level() -> None:
    heard: list[tuple[str, int, int]] = []
    levels = (Level("a", Sense.MAX, (1,)), Level("b", Sense.MIN, (1,)))
    solve(Instance(1, levels=levels), progress=lambda *told: heard.append(told))
    assert heard == [("a", 1, 2), ("b", 2, 2)]


@pytest.mark.parametrize("seconds", [0, -1, float("nan"), float("inf")])
def test_a_time_that_is_none(seconds: float) -> None:
    with pytest.raises(ValueError, match="seconds must be above 0"):
        solve(Instance(1), seconds=seconds)


def _hard(people: int, seed: int = 1) -> Instance:
    """People and places with uneven hours: the relaxation leaves a gap, so that a search is needed."""
    random = Random(seed)
    pairs = [(u, p) for u in range(people) for p in range(people) if random.random() < 0.4]
    hours = [random.randint(3, 40) for _ in range(people)]
    groups = [Group(f"u{u}", tuple(o for o, pair in enumerate(pairs) if pair[0] == u), max=1) for u in range(people)]
    groups += [Group(f"p{p}", tuple(o for o, pair in enumerate(pairs) if pair[1] == p), max=1) for p in range(people)]
    for team in range(3):
        mine = tuple(o for o, (u, _) in enumerate(pairs) if u % 3 == team)
        room = sum(hours[u] for u in range(people) if u % 3 == team) // 2
        groups.append(Group(f"h{team}", mine, tuple(hours[pairs[o][0]] for o in mine), max=room))
    levels = [Level(f"l{k}", Sense.MAX, tuple(random.randint(0, 999) for _ in pairs)) for k in range(3)]
    levels.insert(1, Level("few", Sense.MIN, (1,) * len(pairs)))
    return Instance(len(pairs), tuple(groups), levels=tuple(levels))


def _week(random: Random) -> tuple[Instance, list[tuple[int, int]]]:
    """A week in small: people, places, teams with uneven hours, two areas to spread over, one pair to keep apart."""
    people, places = random.randint(3, 6), random.randint(2, 4)
    pairs = [(u, p) for u in range(people) for p in range(places) if random.random() < 0.7]
    hours = [random.choice((0, 50, 125, 200, 350)) for _ in range(people)]
    groups: list[Group] = []
    for name, side, many in (("u", 0, people), ("p", 1, places)):
        members = [tuple(o for o, pair in enumerate(pairs) if pair[side] == k) for k in range(many)]
        groups += [Group(f"{name}{k}", option, max=1) for k, option in enumerate(members)]
    for team in range(2):
        mine_of = tuple(o for o, (u, _) in enumerate(pairs) if u % 2 == team)
        room = int(sum(hours[team::2]) * random.choice((0.4, 0.6, 0.8)))
        groups.append(Group(f"h{team}", mine_of, tuple(hours[pairs[o][0]] for o in mine_of), max=room))
    apart = tuple(
        (i, j)
        for i, a in enumerate(pairs)
        for j, b in enumerate(pairs)
        if (a[0], b[0]) == (0, 1) and a[1] % 2 == b[1] % 2
    )
    here = tuple(6000 if p % 2 else -4000 for _, p in pairs)
    every = tuple(range(len(pairs)))
    spread = (Form(every, here, -120), Form(every, tuple(-w for w in here), 120), Form())
    levels = (
        Level("placed", Sense.MAX, (1,) * len(pairs)),
        Level("spread", Sense.MIN, terms=(spread,)),
        Level("wait", Sense.MAX, tuple(u * 37 % 11 for u, _ in pairs)),
        Level("fit", Sense.MAX, tuple(random.randint(0, 3) for _ in pairs)),
        Level("scarce", Sense.MIN, tuple(random.randint(0, 1) for _ in pairs)),
    )
    return Instance(len(pairs), tuple(groups), apart, levels=levels), pairs


@pytest.mark.parametrize("block", range(20 if PROOF else 2))
def test_small_weeks_are_answered_as_trying_every_division_does(block: int) -> None:
    """Like the real question: the relaxation is tight in most, and cuts, cores and second searches do the rest."""
    for seed in range(30 * block, 30 * block + 30):
        instance, pairs = _week(Random(seed))
        number = {pair: o for o, pair in enumerate(pairs)}
        people = 1 + max((u for u, _ in pairs), default=-1)
        stays: list[list[int]] = [[-1, *(p for v, p in pairs if v == u)] for u in range(people)]
        ranked = []
        for division in product(*stays):
            chosen = sorted(number[u, p] for u, p in enumerate(division) if p >= 0)
            if keeps(instance, chosen):
                worths = [worth(level, chosen) for level in instance.levels]
                key = [-w if level.sense is Sense.MAX else w for level, w in zip(instance.levels, worths, strict=True)]
                ranked.append((key, chosen, worths))
        _, chosen, worths = min(ranked)
        solution = solve(instance)
        assert (solution.status, list(solution.chosen)) == (Status.OPTIMAL, chosen), seed
        assert [(level.value, level.bound) for level in solution.levels] == [(w, w) for w in worths], seed


def test_stopped_early_it_is_honest() -> None:
    """From far too little time to enough: the answer passes the check, bounds hold, and more time is never worse."""
    instance = _hard(14)
    whole = solve(instance)
    assert whole.status is Status.OPTIMAL
    seen = set()
    for seconds in (0.0001, 0.001, 0.003, 0.01, 0.03, 0.1, 30):
        solution = solve(instance, seconds=seconds)
        seen.add(solution.status)
        assert not complaints(instance, solution)
        for stopped, true in zip(solution.levels, whole.levels, strict=True):
            if stopped.proven:
                assert stopped.value == true.value
                continue
            if stopped.bound is not None:
                assert stopped.bound >= true.value if stopped.name != "few" else stopped.bound <= true.value
            break
    assert seen == {Status.TIME_LIMIT, Status.OPTIMAL}
    assert solution.chosen == whole.chosen


def test_a_time_is_an_amount_of_work_so_the_same_time_gives_the_same_answer() -> None:
    instance = _hard(14, seed=2)
    first, second = (solve(instance, seconds=0.05) for _ in range(2))
    assert (first.status, first.chosen, first.levels) == (second.status, second.chosen, second.levels)


def test_no_time_for_any_answer() -> None:
    """Options must be fixed in a way that nothing is at hand, and the budget is gone before a search begins."""
    instance = _hard(8)
    must = Group("must", tuple(range(instance.options)), min=1)
    solution = solve(Instance(instance.options, (*instance.groups, must)), seconds=1e-9)
    assert (solution.status, solution.chosen, solution.levels) == (Status.NO_ANSWER, (), ())


@pytest.mark.parametrize(
    ("code", "loaded"),
    [
        ("import solver, solver.instance, solver.solve, solver.neutral", "ortools"),
        ("from solver.solve import solve; from solver.instance import *; solve(Instance(1))", "ortools.sat.python"),
    ],
)
def test_what_is_not_needed_is_not_loaded(code: str, loaded: str) -> None:
    """Importing the kernel loads no native library; a question that prices settle loads no CP-SAT (nor pandas)."""
    code += f"; import sys; print(sorted({{'{loaded}', 'pandas'}} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
