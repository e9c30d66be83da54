"""Conflicts: what clashes, each name needed, whatever stands around it."""

from random import Random

import pytest

from solver import conflict as conflicting
from solver.budget import Budget
from solver.canonical import canonical
from solver.conflict import conflict
from solver.faults import KernelError
from solver.found import Found, Verdict
from solver.instance import Group, Instance
from solver.program import Program
from tests.solver.enumeration import answers


@pytest.mark.parametrize("seed", range(12))
def test_a_clash_among_two_hundred_bystanders(seed: int) -> None:
    """Pigeons: p + 1 people must each have one of p places. The bystanders hold for whatever is chosen."""
    random = Random(seed)
    p = random.randint(1, 3)
    pigeons = [[u * p + k for k in range(p)] for u in range(p + 1)]
    n = (p + 1) * p + 50
    must = [Group(f"person{u}", tuple(mine), min=1) for u, mine in enumerate(pigeons)]
    places = [Group(f"place{k}", tuple(mine[k] for mine in pigeons), max=1) for k in range(p)]
    bystanders = [Group(f"other{k}", tuple(random.sample(range(n), 5)), max=5) for k in range(150)]
    loose = tuple((o, o + 1) for o in range((p + 1) * p, n - 1))
    instance = canonical(
        Instance(n, tuple(random.sample(must + places + bystanders, len(must + places + bystanders))), loose)
    )
    assert sorted(conflict(instance, Budget()) or ()) == sorted(group.name for group in must + places)


def test_of_several_clashes_one() -> None:
    """Each of two pairs clashes by itself; one of them is the answer, never a mix."""
    groups = (Group("a0", (0,), min=1), Group("a1", (0,), max=0), Group("b0", (1,), min=1), Group("b1", (1,), max=0))
    assert conflict(Instance(2, groups), Budget()) in {("a0", "a1"), ("b0", "b1")}


def test_no_budget_no_conflict() -> None:
    """An odd ring of three of which two are asked: rows alone do not show it, so a search is needed and has no time."""
    ring = ((0, 1), (0, 2), (1, 2))
    instance = Instance(3, (Group("two", (0, 1, 2), min=2),), exclusions=ring)
    assert not list(answers(instance))
    assert conflict(instance, Budget(0.0)) is None
    assert set(conflict(instance, Budget()) or ()) == {"two", "exclusion:0-1", "exclusion:0-2", "exclusion:1-2"}


def test_a_conflict_from_a_lying_solver_is_not_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """A solver that finds nothing possible, ever, makes a single name of it; the second look asks without that name."""

    def lying(_program: Program, _budget: Budget) -> Found:
        return Found(Verdict.NONE)

    monkeypatch.setattr(conflicting, "any_point", lying)
    with pytest.raises(KernelError, match="did not stand up"):
        conflict(Instance(1, (Group("any", (0,), max=1), Group("all", (0,), min=0))), Budget())
