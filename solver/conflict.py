"""Why there is no answer: a set of limits that clash, of which none can be missed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from solver.budget import Budget
from solver.draft import limits
from solver.faults import KernelError
from solver.found import Verdict
from solver.instance import Group, Instance
from solver.propagation import propagated
from solver.second import any_point


@dataclass(frozen=True, slots=True)
class Limit:
    """One limit that can be left out, by the name a conflict gives it: exactly one of the three is there."""

    name: str
    group: Group | None = None
    exclusion: tuple[int, int] | None = None
    fixed: int | None = None


class _OutOfBudgetError(Exception):
    """The budget ended before a question was answered."""


def conflict(instance: Instance, budget: Budget) -> tuple[str, ...] | None:
    """Names that clash, each needed, for a canonical instance without any answer; None when the budget ends first.

    QuickXplain (Junker, AAAI 2004). That limits clash is believed when two searches agree; that they do not is shown
    by a point. At the end the set itself is asked once more, whole and without each of its names.
    """
    asked = _Asked(instance, budget)
    try:
        clash = _explain(asked, (), (), _limits(instance))
        if asked.possible(clash) or not all(asked.possible(_without(clash, limit)) for limit in clash):
            raise KernelError("a conflict did not stand up to a second look")
    except _OutOfBudgetError:
        return None
    return tuple(limit.name for limit in clash)


def _limits(instance: Instance) -> tuple[Limit, ...]:
    return (
        *(Limit(f"fixed:{o}", fixed=o) for o in instance.fixed),
        *(Limit(f"exclusion:{i}-{j}", exclusion=(i, j)) for i, j in instance.exclusions),
        *(Limit(group.name, group=group) for group in instance.groups),
    )


def _without(clash: Sequence[Limit], left_out: Limit) -> tuple[Limit, ...]:
    return tuple(limit for limit in clash if limit is not left_out)


@dataclass(slots=True)
class _Asked:
    """Whether some of the limits of an instance can be kept together."""

    instance: Instance
    budget: Budget

    def possible(self, kept: Sequence[Limit]) -> bool:
        part = replace(
            self.instance,
            groups=tuple(limit.group for limit in kept if limit.group is not None),
            exclusions=tuple(limit.exclusion for limit in kept if limit.exclusion is not None),
            fixed=tuple(limit.fixed for limit in kept if limit.fixed is not None),
            levels=(),
        )
        found = any_point(propagated(limits(part)), self.budget)
        if found.verdict is Verdict.UNKNOWN:
            raise _OutOfBudgetError
        return found.verdict is not Verdict.NONE


def _explain(
    asked: _Asked, held: tuple[Limit, ...], added: tuple[Limit, ...], doubt: tuple[Limit, ...]
) -> tuple[Limit, ...]:
    """Those of `doubt` that are needed for a clash together with `held`, to which `added` came last."""
    if added and not asked.possible(held):
        return ()
    if len(doubt) == 1:
        return doubt
    half = len(doubt) // 2
    first, second = doubt[:half], doubt[half:]
    of_second = _explain(asked, held + first, first, second)
    of_first = _explain(asked, held + of_second, of_second, first)
    return of_first + of_second
