"""Parts: what does not touch is solved apart, and put together it is the answer to the whole."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, pairwise
from random import Random

import networkx as nx
import pytest

from solver import parts as parting
from solver.canonical import canonical
from solver.instance import Form, Group, Instance, Level, Sense
from solver.parts import divisions
from solver.solution import LevelResult, Solution, Status
from solver.solve import PartSolution, solve, solve_part
from solver.worth import shortest
from tests.solver.enumeration import answers, best, random_instance

Jobs = Sequence[tuple[Instance, float | None]]


class Watched:
    """Solves parts here, and remembers how many options each had, call by call."""

    def __init__(self) -> None:
        self.calls: list[list[int]] = []

    def __call__(self, jobs: Jobs) -> Iterable[PartSolution]:
        self.calls.append([part.options for part, _ in jobs])
        return [solve_part(part, seconds) for part, seconds in jobs]


def _ties(instance: Instance) -> list[list[int]]:
    """Sets of options that belong together: of a limit, of an exclusion, of one term of a level."""
    terms = [term for level in instance.levels for term in level.terms or ()]
    forms: list[Sequence[Group | Form]] = [[group] for group in instance.groups] + [list(term) for term in terms]
    touched = [[o for one in some for o, w in zip(one.option, one.weight, strict=True) if w] for some in forms]
    return [*touched, *map(list, instance.exclusions)]


@pytest.mark.parametrize("seed", range(150))
def test_parts_are_the_components_of_what_ties(seed: int) -> None:
    """As networkx finds them; options that nothing ties go with option 0."""
    random = Random(seed)
    n = random.randint(1, 40)
    groups = tuple(
        Group(f"g{k}", tuple(random.sample(range(n), random.randint(0, min(n, 4)))), max=2) for k in range(n // 4)
    )
    pairs = tuple(tuple(random.sample(range(n), 2)) for _ in range(n // 6)) if n > 1 else ()
    terms = tuple(
        (Form(tuple(random.sample(range(n), min(n, 2)))), Form(tuple(random.sample(range(n), 1)))) for _ in "ab"
    )
    instance = canonical(
        Instance(n, groups, tuple((i, j) for i, j in pairs), levels=(Level("l", Sense.MIN, terms=terms),))
    )
    graph: nx.Graph[int] = nx.Graph()
    graph.add_nodes_from(range(n))
    for tie in _ties(instance):
        nx.add_path(graph, tie)
    found = [frozenset(some) for some in nx.connected_components(graph)]
    loose = [some for some in found if len(some) == 1 or 0 in some]
    expected = {frozenset(chain(*loose)), *(some for some in found if some not in loose)} - {frozenset()}
    (division,) = divisions(instance)
    assert {frozenset(part.option) for part in division.parts} == expected
    assert division.left_out == frozenset()


def test_a_chain_of_thousands_is_one_part() -> None:
    """Numbered so that neighbours lie far apart; a label has to travel all along it."""
    n = 4001
    order = [k * 1000 % n for k in range(n)]
    (division,) = divisions(canonical(Instance(n, exclusions=tuple(pairwise(order)))))
    assert len(division.parts) == 1


def test_every_part_holds_its_share_and_nothing_is_lost() -> None:
    """Options 0, 2, 4 hang together, and 1, 3; what each is worth, what is fixed and the terms go along."""
    instance = canonical(
        Instance(
            5,
            (Group("even", (0, 2, 4), (1, 2, 3), max=4), Group("none", (), min=0), Group("one", (3,), max=1)),
            exclusions=((1, 3),),
            fixed=(3, 4),
            levels=(
                Level("v", Sense.MAX, (10, 11, 12, 13, 14)),
                Level("t", Sense.MIN, terms=((Form((1, 3), (5, 6), 7),), (Form(constant=8),), (Form((4,)), Form()))),
            ),
        )
    )
    (division,) = divisions(instance)
    first, second = division.parts
    assert (first.option, second.option) == ((0, 2, 4), (1, 3))
    assert first.instance == Instance(
        3,
        (Group("none", (), min=0), Group("even", (0, 1, 2), (1, 2, 3), max=4)),
        fixed=(2,),
        levels=(
            Level("v", Sense.MAX, (10, 12, 14)),
            Level("t", Sense.MIN, terms=((Form(), Form((2,))), (Form(constant=8),))),
        ),
    )
    assert second.instance == Instance(
        2,
        (Group("one", (1,), max=1),),
        exclusions=((0, 1),),
        fixed=(1,),
        levels=(
            Level("v", Sense.MAX, (11, 13)),
            Level("t", Sense.MIN, terms=((Form((0, 1), (5, 6), 7),),)),
        ),
    )


def _beside(random: Random, pieces: Sequence[Instance]) -> Instance:
    """The pieces as one question, their options mixed; level k is the sum of theirs."""
    n = sum(piece.options for piece in pieces)
    numbers = iter(random.sample(range(n), n))
    moved = [[next(numbers) for _ in range(piece.options)] for piece in pieces]
    groups, exclusions, fixed = [], [], []
    values: list[int] = [0] * n
    terms: list[tuple[Form, ...]] = []
    for p, (piece, to) in enumerate(zip(pieces, moved, strict=True)):
        groups += [Group(f"{p}:{g.name}", tuple(to[o] for o in g.option), g.weight, g.min, g.max) for g in piece.groups]
        exclusions += [(to[i], to[j]) for i, j in piece.exclusions]
        fixed += [to[o] for o in piece.fixed]
        for level in piece.levels:
            for o, value in enumerate(level.value or ()):
                values[to[o]] += value
            terms += [tuple(_moved(form, to) for form in term) for term in level.terms or ()]
    levels = (Level("values", random.choice(list(Sense)), tuple(values)), Level("terms", Sense.MIN, terms=tuple(terms)))
    return Instance(n, tuple(groups), tuple(exclusions), tuple(fixed), tuple(random.sample(levels, 2)))


def _moved(form: Form, to: Sequence[int]) -> Form:
    return Form(tuple(to[o] for o in form.option), form.weight, form.constant)


@pytest.mark.parametrize("seed", range(120))
def test_put_together_it_is_the_answer_to_the_whole(seed: int) -> None:
    """Against trying everything, and against the same question as one part: values, bounds, the smallest list."""
    random = Random(seed)
    instance = _beside(random, [random_instance(random, most=5) for _ in range(random.randint(2, 3))])
    solution, expected = solve(instance), best(instance)
    whole = solve_part(canonical(instance), None)
    if expected is None:
        assert solution.status is whole.status is Status.INFEASIBLE
        return
    values, chosen = expected
    assert (solution.status, list(solution.chosen)) == (Status.OPTIMAL, chosen)
    assert [(level.value, level.bound, level.proven) for level in solution.levels] == [(v, v, True) for v in values]
    assert whole.levels == solution.levels
    assert shortest(instance, whole.chosen) == solution.chosen


def test_a_list_that_must_go_on_takes_what_costs_nothing() -> None:
    """Part {1, 2}: 1 must, 2 may. Part {3}: 3 must. [1, 2, 3] is smaller than [1, 3], since a 2 comes before a 3.

    Alone the first part would end its list after 1, [1] being smaller than [1, 2].
    """
    must = Group("one", (1,), min=1), Group("both", (1, 2), max=2), Group("three", (3, 4), min=1)
    never = Level("never", Sense.MIN, (1, 0, 0, 0, 1))
    watched = Watched()
    solution = solve(Instance(5, must, levels=(never,)), spread=watched)
    assert watched.calls == [[1, 2, 2]]
    assert solution.chosen == (1, 2, 3)
    """When 3 may but need not, the list can end with 1, though that is not what part {1, 2} starts with."""
    may = Group("three", (3, 4), max=2)
    assert solve(Instance(5, (*must[:2], may), levels=(never,))).chosen == (1,)


@pytest.fixture
def always_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    """However small the question, what ties it all together is first left out."""
    monkeypatch.setattr(parting, "WORTHWHILE", 0)


def _offices(quota: int) -> Instance:
    """Five offices of four options, at most two of each; one quota over all. Everybody counts for 1."""
    offices = tuple(Group(f"office{k}", tuple(range(4 * k, 4 * k + 4)), max=2) for k in range(5))
    return Instance(
        20,
        (*offices, Group("quota", tuple(range(20)), max=quota)),
        levels=(Level("placed", Sense.MAX, (1,) * 20),),
    )


PAIRS = (0, 1, 4, 5, 8, 9, 12, 13, 16, 17)
"""The first two of each office."""


@pytest.mark.usefixtures("always_apart")
def test_a_quota_that_does_not_bind_is_left_out() -> None:
    """Five offices place two each: ten in all, and the quota allows ten. They are solved apart, and that is it."""
    watched = Watched()
    solution = solve(_offices(10), spread=watched)
    assert (solution.chosen, watched.calls) == (PAIRS, [[4, 4, 4, 4, 4]])
    assert (solution.status, solution.levels) == (Status.OPTIMAL, (LevelResult("placed", 10, 10, proven=True),))
    left_out = [division.left_out for division in divisions(canonical(_offices(10)))]
    assert left_out == [frozenset({"group:quota"}), frozenset()]


@pytest.mark.usefixtures("always_apart")
def test_a_quota_that_binds_is_not() -> None:
    """The quota allows nine: what the offices do apart is no answer, so the question is solved whole."""
    watched = Watched()
    solution = solve(_offices(9), spread=watched)
    assert (solution.chosen, watched.calls) == (PAIRS[:9], [[4, 4, 4, 4, 4], [20]])
    assert solution.levels == (LevelResult("placed", 9, 9, proven=True),)


@pytest.mark.usefixtures("always_apart")
def test_a_minimum_is_never_left_out() -> None:
    """What must be reached together cannot be looked at apart."""
    asked = Group("asked", tuple(range(20)), min=3)
    (division,) = divisions(canonical(Instance(20, (*_offices(9).groups[:5], asked))))
    assert (len(division.parts), division.left_out) == (1, frozenset())


def _ahead(allowed: int) -> Instance:
    """How many more office 0 places than the others, beyond what is allowed, is to be as small as can be; then, office
    0 is to place many and the others few.
    """
    weight = (1,) * 4 + (-1,) * 16
    ahead = Form(tuple(range(20)), weight, -allowed)
    levels = Level("even", Sense.MIN, terms=((ahead, Form()),)), Level("value", Sense.MAX, weight)
    return Instance(20, _offices(10).groups[:5], levels=levels)


@pytest.mark.usefixtures("always_apart")
def test_a_level_that_is_as_low_as_it_can_be_was_left_out() -> None:
    """Form by form the lowest is 0: the form 0, since the other can go below it. Office 0 may be two ahead, and is."""
    watched = Watched()
    solution = solve(_ahead(2), spread=watched)
    assert (solution.chosen, watched.calls) == ((0, 1), [[4, 4, 4, 4, 4]])
    assert solution.levels == (LevelResult("even", 0, 0, proven=True), LevelResult("value", 2, 2, proven=True))


@pytest.mark.usefixtures("always_apart")
def test_a_level_that_could_be_lower_is_not() -> None:
    """One ahead is allowed. Apart, office 0 takes two and the others none, one too many; as a whole, one ahead is all:
    office 0 with one, or with two against one of another.
    """
    watched = Watched()
    solution = solve(_ahead(1), spread=watched)
    assert watched.calls == [[4, 4, 4, 4, 4], [20]]
    assert solution.levels == (LevelResult("even", 0, 0, proven=True), LevelResult("value", 1, 1, proven=True))
    assert solution.chosen == (0,), "a list that begins another is the smaller one"


def test_small_questions_are_not_taken_apart_by_leaving_out() -> None:
    (division,) = divisions(canonical(_offices(10)))
    assert division.left_out == frozenset()


@pytest.mark.usefixtures("always_apart")
@pytest.mark.parametrize("seed", range(120))
def test_whatever_is_left_out_the_answer_is_that_of_the_whole(seed: int) -> None:
    """Quotas and levels over everything, that bind or do not, over pieces that do not touch; against trying all."""
    instance = _coupled(Random(seed))
    solution, expected = solve(instance), best(instance)
    if expected is None:
        assert solution.status is Status.INFEASIBLE
        return
    values, chosen = expected
    assert (solution.status, list(solution.chosen)) == (Status.OPTIMAL, chosen)
    assert [(level.value, level.bound, level.proven) for level in solution.levels] == [(v, v, True) for v in values]


def _coupled(random: Random) -> Instance:
    """Pieces beside each other, most of them with an answer; a quota, and a level over everything among the levels."""
    pieces: list[Instance] = []
    while len(pieces) < 5:
        piece = random_instance(random, most=3)
        if piece.options and (best(piece) or random.random() < 0.05):
            pieces.append(piece)
    instance = _beside(random, pieces)
    every = tuple(range(instance.options))
    quota = Group("quota", every, tuple(random.randint(-1, 3) for _ in every), max=random.randint(0, 2 * len(every)))
    weight = tuple(random.choice((-4, 6)) for _ in every)
    room = random.choice((0, 5, 50))
    spread = Form(every, weight, -room), Form(every, tuple(-w for w in weight), -room), Form()
    levels = [*instance.levels]
    levels.insert(random.randint(0, 2), Level("spread", Sense.MIN, terms=(spread,)))
    return replace(instance, groups=(*instance.groups, quota), levels=tuple(levels))


@pytest.mark.usefixtures("always_apart")
def test_the_coupled_questions_are_of_every_kind() -> None:
    """What the test above stands on: some are answered apart, some only whole, some not at all."""
    kinds: Counter[str] = Counter()
    for seed in range(120):
        watched = Watched()
        solution = solve(_coupled(Random(seed)), spread=watched)
        kinds[f"{solution.status} in {len(watched.calls)}"] += 1
        kinds["several parts"] += len(watched.calls[0]) > 1
    assert min(kinds[kind] for kind in ("optimal in 1", "optimal in 2", "several parts")) >= 20, kinds
    assert kinds["infeasible in 1"] + kinds["infeasible in 2"] >= 5, kinds


def test_each_part_gets_its_share_of_the_time() -> None:
    """By its number of options: of 8 seconds 3 and 5."""
    shares: list[float | None] = []

    def spread(jobs: Jobs) -> Iterable[PartSolution]:
        shares.extend(seconds for _, seconds in jobs)
        return [solve_part(part, seconds) for part, seconds in jobs]

    tied = Group("three", (0, 1, 2), max=2), Group("five", (3, 4, 5, 6, 7), max=2)
    solve(Instance(8, tied), seconds=8.0, spread=spread)
    assert shares == [3.0, 5.0]


TIED = Instance(
    4,
    exclusions=((0, 1), (2, 3)),
    levels=(Level("a", Sense.MAX, (1, 1, 5, 5)), Level("b", Sense.MAX, (2, 0, 7, 0))),
)
"""Two parts: 0 or 1, and 2 or 3."""


def _answered(first: PartSolution, second: PartSolution) -> Solution:
    return solve(TIED, spread=lambda _: [first, second])


def _part(status: Status, chosen: tuple[int, ...], *bounds: tuple[int, int | None]) -> PartSolution:
    """An answer to a part: per level its value, and the bound."""
    levels = tuple(LevelResult(name, v, b, proven=v == b) for name, (v, b) in zip("ab", bounds, strict=True))
    return PartSolution(status, chosen, levels)


DONE = _part(Status.OPTIMAL, (0,), (5, 5), (7, 7))


def test_a_part_that_was_stopped_stops_the_whole() -> None:
    """Its bounds and those of the finished part add up; a level that one part did not reach has none."""
    second = _answered(_part(Status.TIME_LIMIT, (1,), (1, 1), (0, 2)), DONE)
    assert (second.status, second.chosen) == (Status.TIME_LIMIT, (1, 2))
    assert second.levels == (LevelResult("a", 6, 6, proven=True), LevelResult("b", 7, 9, proven=False))
    first = _answered(_part(Status.TIME_LIMIT, (1,), (1, 3), (0, None)), DONE)
    assert first.levels == (LevelResult("a", 6, 8, proven=False), LevelResult("b", 7, None, proven=False))


def test_a_part_whose_smallest_list_is_not_proven_stops_the_whole() -> None:
    """Every level is proven, and yet another of the best answers may be smaller: the list is left as it is."""
    stopped = _answered(_part(Status.TIME_LIMIT, (0,), (1, 1), (2, 2)), DONE)
    assert (stopped.status, [level.proven for level in stopped.levels]) == (Status.TIME_LIMIT, [True, True])


def test_a_part_without_an_answer_leaves_the_whole_without() -> None:
    none = PartSolution(Status.NO_ANSWER)
    assert _answered(none, DONE).status is _answered(DONE, none).status is Status.NO_ANSWER
    clash = PartSolution(Status.INFEASIBLE, conflict=("exclusion:0-1",))
    for solution in (_answered(none, clash), _answered(DONE, clash)):
        assert (solution.status, solution.conflict) == (Status.INFEASIBLE, ("exclusion:2-3",))


@pytest.mark.usefixtures("always_apart")
def test_what_was_stopped_with_something_left_out_is_asked_again_whole() -> None:
    """An answer that is not proven to be the best says nothing of the quota, even if it keeps it."""
    calls: list[int] = []

    def stopped(part: Instance, seconds: float | None) -> PartSolution:
        calls.append(part.options)
        answer = solve_part(part, seconds)
        return answer if part.options == 20 else replace(answer, status=Status.TIME_LIMIT)

    solution = solve(_offices(10), spread=lambda jobs: [stopped(*job) for job in jobs])
    assert (solution.status, solution.chosen, calls) == (Status.OPTIMAL, PAIRS, [4, 4, 4, 4, 4, 20])


def test_a_conflict_in_a_part_is_told_in_the_options_of_the_whole() -> None:
    """0 and 1 may not both be chosen, which is no clash; 3 and 4 may not, and are fixed. In its part 3 is option 0."""
    free = Group("free", (0, 2), max=1)
    solution = solve(Instance(5, (free,), exclusions=((0, 1), (4, 3)), fixed=(3, 4)))
    assert solution.status is Status.INFEASIBLE
    assert sorted(solution.conflict) == ["exclusion:3-4", "fixed:3", "fixed:4"]


def test_a_group_keeps_its_name_whatever_numbers_are_in_it() -> None:
    clash = Group("fixed: 0", (1,), min=2), Group("0", (0,), max=1)
    assert solve(Instance(2, clash)).conflict == ("fixed: 0",)


def test_nothing_to_choose_is_one_part() -> None:
    (division,) = divisions(Instance(0, (Group("none", (), max=0),)))
    assert [part.option for part in division.parts] == [()]
    assert list(answers(Instance(0))) == [[]]
    assert solve(Instance(0)).chosen == ()
