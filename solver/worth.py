"""What a level is worth for a choice of options, and where a list of them may end."""

from collections.abc import Sequence

from solver.check import keeps
from solver.instance import Form, Instance, Level


def worth(level: Level, chosen: Sequence[int]) -> int:
    """The value of a level for a choice of options."""
    if level.value is not None:
        return sum(level.value[o] for o in chosen)
    taken = frozenset(chosen)
    return sum(max(_form(form, taken) for form in term) for term in level.terms or ())


def _form(form: Form, taken: frozenset[int]) -> int:
    return form.constant + sum(w for o, w in zip(form.option, form.weight, strict=True) if o in taken)


def lowest(level: Level) -> int:
    """A value that no choice goes below, for a level with terms: each form at its smallest."""
    return sum(max(_smallest(form) for form in term) for term in level.terms or ())


def _smallest(form: Form) -> int:
    return form.constant + sum(w for w in form.weight if w < 0)


def shortest(instance: Instance, chosen: tuple[int, ...]) -> tuple[int, ...]:
    """The first options of the greediest answer that are as good an answer by themselves.

    No smaller list exists: while a list is no answer it must go on, and best with the smallest option that any answer
    goes on with. This is asked of the whole, since a list may have to go on for the sake of another part.
    """
    best = [worth(level, chosen) for level in instance.levels]
    running = [0] * len(instance.levels)
    for size in range(len(chosen)):
        if size:
            running = [
                sum_ + (level.value[chosen[size - 1]] if level.value is not None else 0)
                for sum_, level in zip(running, instance.levels, strict=True)
            ]
        summed = zip(running, best, instance.levels, strict=True)
        if all(sum_ == goal for sum_, goal, level in summed if level.value is not None):
            first = chosen[:size]
            if [worth(level, first) for level in instance.levels] == best and keeps(instance, first):
                return first
    return chosen
