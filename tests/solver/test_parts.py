"""Parts: what does not touch is solved apart, and put together it is the answer to the whole."""

from solver.instance import Group, Instance
from solver.solution import Status
from solver.solve import solve


def test_a_conflict_in_a_part_is_told_in_the_options_of_the_whole() -> None:
    """0 and 1 may not both be chosen, which is no clash; 3 and 4 may not, and are fixed. In its part 3 is option 0."""
    free = Group("free", (0, 2), max=1)
    solution = solve(Instance(5, (free,), exclusions=((0, 1), (4, 3)), fixed=(3, 4)))
    assert solution.status is Status.INFEASIBLE
    assert sorted(solution.conflict) == ["exclusion:3-4", "fixed:3", "fixed:4"]


def test_a_group_keeps_its_name_whatever_numbers_are_in_it() -> None:
    clash = Group("fixed: 0", (1,), min=2), Group("0", (0,), max=1)
    assert solve(Instance(2, clash)).conflict == ("fixed: 0",)
