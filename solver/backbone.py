"""What every answer that is as good has in common, where prices alone could not settle it.

A level that leaves a gap (whole people in a number of hours) is kept by a row over many weights, with which the
relaxations of later levels mix fractions of people at will. Often only one set of people reaches the value. So after
such a level it is asked, row by row "at most one" that weighs the same throughout (those of one person), what differs
between the answers that are as good; what never differs is kept by a row that leaves later relaxations nothing to mix.

The cases are those of the level itself, but for answers worth its value instead of more. A case that holds none is
ruled out by the prices of the level. In one that may hold some, another relaxation asks in how many classes an answer
can differ; what its points take otherwise is no longer held to be common, until no whole class is left.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from solver.branching import PROBED, WHOLE, Node, Split, Tree, UnfinishedError, fair, paid
from solver.budget import Budget
from solver.prices import SCALE
from solver.program import Linear, Program, Row
from solver.proof import Case, Method, Paid, Proven
from solver.propagation import propagated
from solver.relaxation import QUICK, Relaxed
from solver.summit import Summit


@dataclass(frozen=True, slots=True)
class Class:
    """Columns of which at most one is taken, that weigh the same in the objective; whether one is taken now.

    `row` is the row that says "at most one", or -1 for a single column.
    """

    columns: tuple[int, ...]
    taken: bool
    row: int = -1


@dataclass(frozen=True, slots=True)
class Common:
    """What is common: the number of classes in which an answer differs, that it is always 0, and what that leaves."""

    difference: Linear
    proof: Proven
    program: Program


def backbone(top: Summit, budget: Budget, level: int, step: int) -> Common | None:
    """Proof that no answer as good as `top` differs from it in the classes of its objective, but for some left out.

    `level` numbers the step that `top` is kept by, `step` this one. None when there are no classes, when nothing is
    common, or when that would take too long.
    """
    search = _Search(top, budget, level)
    if not search.classes:
        return None
    try:
        cases = search.case(Node(top.program))
    except UnfinishedError:
        return None
    if not search.classes:
        return None
    difference = _difference(search.classes)
    proof = Proven((), Method.CASES, search.completed(cases), floor=search.floor())
    never = Row(difference.column, difference.weight, -difference.constant)
    return Common(difference, proof, propagated(top.program.with_rows([never], [("most", step)])))


class _Search:
    """The cases, and the classes that were not yet seen to differ."""

    def __init__(self, top: Summit, budget: Budget, level: int) -> None:
        self._program = top.program
        self._small = len(top.program.rows.column) < QUICK
        self._value = top.top
        self._least = Row(top.unit.column, tuple(-w for w in top.unit.weight), -top.top)
        self._level = level
        kept = {("least", level), ("most", level)}
        self._tree = Tree(top.program, top.unit, budget, fair(top.program), kept)
        self.classes = _classes(self._tree, top.chosen)
        self._asked: dict[int, list[Class]] = {}
        self._other: Tree | None = None

    def case(self, node: Node) -> Case:
        """Show that the answers of a case are worth less than the value, or differ in none of the classes."""
        opened = self._tree.opened(node)
        if opened is None:
            return Case(())
        if opened.prices.bound < self._value:
            return Case((*paid(opened.here, opened.prices), (("least", self._level), SCALE)), clash=True)
        if (clash := self._tree.clash(opened)) is not None:
            return clash
        split = self._split(opened.node, opened.guess, self._tree, self._value)
        return self._same(opened.node) if split is None else self._cases(opened.node, split)

    def _split(self, node: Node, guess: Relaxed, tree: Tree, target: int) -> Split | None:
        """What to split on, a class that the point takes in part; None where it takes whole ones, noted as not common
        where they differ. Such a point need not be an answer: in small programs more cases find out, in others that
        would take longer than it is worth.
        """
        if guess.point is None:
            raise UnfinishedError
        shares = [float(guess.point[list(c.columns)].sum()) for c in self.classes]
        doubt = sorted((-min(share, 1 - share), k) for k, share in enumerate(shares))
        doubtful = [_on(self.classes[k]) for less, k in doubt[:PROBED] if less < -WHOLE]
        if doubtful:
            return tree.costliest(node, guess, doubtful, target)
        common = [c for c, share in zip(self.classes, shares, strict=True) if (share > 1 / 2) == c.taken]
        if len(common) == len(self.classes):
            return None
        if self._small and guess.rounded(self._program) is None:
            return tree.split(node, guess, target)
        self.classes, self._other = common, None
        return None

    def _cases(self, node: Node, split: Split) -> Case:
        above, under = self._tree.both(node, split, self.case)
        return Case((), columns=split.columns, at=split.at, below=under, above=above)

    def _same(self, node: Node) -> Case:
        """No answer of a case differs in a class, as prices show; or two cases."""
        while self.classes:
            if self._other is None:
                rows = self._tree.plain.with_rows([self._least], [("least", self._level)])
                self._other = Tree(rows, _difference(self.classes), self._tree.budget, 0.0, ())
            guess = self._other.guessed(node)
            here, prices = self._other.priced(node, guess)
            if prices.bound < 1:
                case = Case(paid(here, prices))
                self._asked[id(case)] = self.classes
                return case
            known = self.classes
            split = self._split(node, guess, self._other, 1)
            if split is not None:
                return self._cases(node, split)
            if self.classes == known:
                break
        raise UnfinishedError

    def completed(self, case: Case) -> Case:
        """The cases, for the classes that are left: of one left out, that it says "at most one" pays for it."""
        if case.below is not None and case.above is not None:
            return replace(case, below=self.completed(case.below), above=self.completed(case.above))
        gone = [c for c in self._asked.get(id(case), ()) if c.taken and c.row >= 0 and c not in self.classes]
        if not gone:
            return case
        owed = dict(case.paid)
        for one in gone:
            origin = self._origin(one)
            owed[origin] = owed.get(origin, 0) + SCALE
        return replace(case, paid=tuple(owed.items()))

    def floor(self) -> Paid:
        """Why an answer never differs in less than no class: of each at most one is taken."""
        return tuple((self._origin(one), SCALE) for one in self.classes if one.taken and one.row >= 0)

    def _origin(self, one: Class) -> tuple[object, ...]:
        plain = self._tree.plain
        return plain.origins[plain.rows.origin[one.row]]


def _classes(tree: Tree, chosen: tuple[int, ...]) -> list[Class]:
    """Rows "at most one" that weigh the same throughout, and that together hold all that weighs; else nothing."""
    taken, program = frozenset(chosen), tree.plain
    free = program.free.tolist()
    weigh = {c for c, w in zip(tree.objective.column, tree.objective.weight, strict=True) if w and free[c]}
    found = [Class(columns, not taken.isdisjoint(columns), r) for r, columns in tree.persons()]
    single = sorted(weigh.difference(*(one.columns for one in found)))
    found += [Class((c,), c in taken) for c in single]
    return found if len(found) * 2 <= len(weigh) else []


def _on(one: Class) -> Split:
    return Split(one.columns, 0, one.row)


def _difference(classes: Sequence[Class]) -> Linear:
    """In how many classes an answer differs."""
    weights = {c: -1 if one.taken else 1 for one in classes for c in one.columns}
    return Linear(tuple(weights), tuple(weights.values()), sum(one.taken for one in classes))
