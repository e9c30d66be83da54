"""One order for one question: however groups, members, exclusions or keys were listed, the same instance comes out.

Everything after this module may iterate in the order it finds. Levels keep their order: it is their meaning.
"""

from operator import lt

from solver.instance import Form, Group, Instance, Level


def canonical(instance: Instance) -> Instance:
    """The same question in canonical order, for a sound instance; exclusions as sorted pairs i < j, no doubles."""
    return Instance(
        options=instance.options,
        groups=tuple(sorted(map(_group, instance.groups), key=_group_key)),
        exclusions=tuple(sorted({(min(pair), max(pair)) for pair in instance.exclusions})),
        fixed=tuple(sorted(set(instance.fixed))),
        levels=tuple(map(_level, instance.levels)),
    )


def _members(option: tuple[int, ...], weight: tuple[int, ...]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Members by option; those of weight 0 say nothing and go."""
    if all(weight) and all(map(lt, option, option[1:])):
        return option, weight
    kept = sorted((o, w) for o, w in zip(option, weight, strict=True) if w)
    return tuple(o for o, _ in kept), tuple(w for _, w in kept)


def _group(group: Group) -> Group:
    return Group(group.name, *_members(group.option, group.weight), min=group.min, max=group.max)


def _group_key(group: Group) -> tuple[object, ...]:
    """By content first, so that other names give the same order wherever contents differ."""
    low = (group.min is not None, group.min or 0)
    high = (group.max is not None, group.max or 0)
    return group.option, group.weight, low, high, group.name


def _form(form: Form) -> Form:
    return Form(*_members(form.option, form.weight), constant=form.constant)


def _form_key(form: Form) -> tuple[object, ...]:
    return form.option, form.weight, form.constant


def _level(level: Level) -> Level:
    if level.terms is None:
        return level
    terms = [tuple(sorted(set(map(_form, term)), key=_form_key)) for term in level.terms]
    return Level(level.name, level.sense, terms=tuple(sorted(terms, key=lambda term: [*map(_form_key, term)])))
