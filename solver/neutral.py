"""The neutral form: an instance as JSON in, an answer as JSON out (kern.md).

Strict: whole numbers are whole (no 1.0, no true), no key twice, none unknown. Every fault names the path in the JSON.
"""

import json
import stat
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn, TypeVar, cast

from solver.faults import Fault, InstanceError, faults
from solver.instance import Form, Group, Instance, Level, Sense
from solver.solution import Solution, Status

T = TypeVar("T")

LARGEST_FILE = 512 * 2**20
"""Files of more bytes than this are refused unread."""

LONGEST_NUMBER = 100
"""Numbers of more digits are far beyond what any instance may hold, and are not even converted."""


def read(path: Path) -> Instance:
    """The instance in a file. Raises InstanceError with every fault, OSError when the file cannot be read."""
    if not stat.S_ISREG((about := path.stat()).st_mode):
        _refuse("", "the instance is not an ordinary file")
    if about.st_size > LARGEST_FILE:
        _refuse("", f"the file is larger than {LARGEST_FILE // 2**20} MiB")
    return parsed(path.read_bytes())


def parsed(text: bytes) -> Instance:
    """The instance in `text` (JSON in UTF-8). Raises InstanceError with every fault that it has."""
    reader = _Reader()
    instance = reader.instance(_decoded(text))
    if found := tuple(reader.faults) or faults(instance):
        raise InstanceError(found)
    return instance


def rendered(solution: Solution) -> str:
    """An answer as JSON text. Without an answer there are no `chosen` and no `levels`."""
    fields: dict[str, object] = {"status": solution.status.value}
    if solution.status in (Status.OPTIMAL, Status.TIME_LIMIT):
        fields["chosen"] = list(solution.chosen)
        fields["levels"] = [
            {"name": level.name, "value": level.value, "bound": level.bound, "proven": level.proven}
            for level in solution.levels
        ]
    if solution.status is Status.INFEASIBLE:
        fields["conflict"] = list(solution.conflict)
    fields["seconds"] = {"total": round(solution.seconds, 3)}
    return json.dumps(fields, ensure_ascii=False) + "\n"


class _Keys(dict[str, object]):
    """A JSON object that remembers the keys it was given more than once."""

    def __init__(self, pairs: list[tuple[str, object]]) -> None:
        super().__init__(pairs)
        self.double = sorted(key for key, count in Counter(key for key, _ in pairs).items() if count > 1)


class _NotWhole:
    """Stands for a number that is not whole, or too long, or not a number at all."""

    def __init__(self, _text: str) -> None:
        pass


def _refuse(path: str, message: str) -> NoReturn:
    raise InstanceError((Fault(path, message),))


def _decoded(text: bytes) -> object:
    try:
        return json.loads(
            text.decode("utf-8-sig"),
            object_pairs_hook=_Keys,
            parse_float=_NotWhole,
            parse_constant=_NotWhole,
            parse_int=lambda digits: int(digits) if len(digits) <= LONGEST_NUMBER else _NotWhole(digits),
        )
    except UnicodeDecodeError as error:
        _refuse("", f"the file is not UTF-8 (byte {error.start})")
    except json.JSONDecodeError as error:
        _refuse("", f"the file is not JSON: {error.msg} (line {error.lineno}, column {error.colno})")
    except RecursionError:
        _refuse("", "the JSON is nested too deeply")


class _Reader:
    """Builds the frozen values and collects what is of the wrong kind; what is wrong gets a harmless stand-in."""

    def __init__(self) -> None:
        self.faults: list[Fault] = []

    def instance(self, value: object) -> Instance:
        fields = self._object("", value, ("options",), ("groups", "exclusions", "fixed", "levels"))
        return Instance(
            options=self._whole("options", fields.get("options", 0)),
            groups=self._each("groups", fields.get("groups", []), self._group),
            exclusions=self._each("exclusions", fields.get("exclusions", []), self._pair),
            fixed=self._wholes("fixed", fields.get("fixed", [])),
            levels=self._each("levels", fields.get("levels", []), self._level),
        )

    def _group(self, path: str, value: object) -> Group:
        fields = self._object(path, value, ("name", "option"), ("weight", "min", "max"))
        option, weight = self._weighted(path, fields)
        limits = {key: self._whole(f"{path}.{key}", fields[key]) for key in ("min", "max") if key in fields}
        return Group(self._text(f"{path}.name", fields.get("name", "")), option, weight, **limits)

    def _pair(self, path: str, value: object) -> tuple[int, int]:
        pair = self._wholes(path, value)
        if len(pair) != 2:
            self._fault(path, "must be a pair of options")
            return (0, 1)
        return pair[0], pair[1]

    def _level(self, path: str, value: object) -> Level:
        fields = self._object(path, value, ("name", "sense"), ("value", "terms"))
        sense = fields.get("sense", "max")
        if sense not in list(Sense):
            self._fault(f"{path}.sense", 'must be "max" or "min"')
            sense = "max"
        number = self._wholes(f"{path}.value", fields["value"]) if "value" in fields else None
        terms = self._each(f"{path}.terms", fields["terms"], self._term) if "terms" in fields else None
        return Level(self._text(f"{path}.name", fields.get("name", "")), Sense(str(sense)), number, terms)

    def _term(self, path: str, value: object) -> tuple[Form, ...]:
        return self._each(path, value, self._form)

    def _form(self, path: str, value: object) -> Form:
        fields = self._object(path, value, (), ("option", "weight", "constant"))
        option, weight = self._weighted(path, fields)
        return Form(option, weight, self._whole(f"{path}.constant", fields.get("constant", 0)))

    def _weighted(self, path: str, fields: dict[str, object]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        option = self._wholes(f"{path}.option", fields.get("option", []))
        if "weight" not in fields:
            return option, (1,) * len(option)
        weight = self._wholes(f"{path}.weight", fields["weight"])
        if option and not weight:  # in memory, no weights mean all 1; in JSON they are a fault
            self._fault(f"{path}.weight", f"must hold one number per listed option: {len(option)}, not 0")
        return option, weight

    def _object(self, path: str, value: object, must: Sequence[str], may: Sequence[str]) -> dict[str, object]:
        if not isinstance(value, _Keys):
            self._fault(path, "must be an object")
            return {}
        for key in value.double:
            self._fault(_below(path, key), "is given more than once")
        for key in sorted(set(value) - {*must, *may}):
            self._fault(_below(path, key), f"is unknown here; known are {', '.join((*must, *may))}")
        for key in must:
            if key not in value:
                self._fault(_below(path, key), "must be given")
        return value

    def _each(self, path: str, value: object, one: Callable[[str, object], T]) -> tuple[T, ...]:
        if not isinstance(value, list):
            self._fault(path, "must be a list")
            return ()
        return tuple(one(f"{path}[{k}]", item) for k, item in enumerate(value))

    def _wholes(self, path: str, value: object) -> tuple[int, ...]:
        if not isinstance(value, list):
            self._fault(path, "must be a list of whole numbers")
            return ()
        if all(type(item) is int for item in value):  # the path of each is only made when one is wrong
            return tuple(cast("list[int]", value))
        return tuple(self._whole(f"{path}[{k}]", item) for k, item in enumerate(value))

    def _whole(self, path: str, value: object) -> int:
        if type(value) is int:
            return value
        self._fault(path, "must be a whole number of at most 100 digits, without a point or exponent")
        return 0

    def _text(self, path: str, value: object) -> str:
        if isinstance(value, str) and not any("\ud800" <= sign <= "\udfff" for sign in value):
            return value
        self._fault(path, "must be a text")
        return "?"

    def _fault(self, path: str, message: str) -> None:
        self.faults.append(Fault(path, message))


def _below(path: str, key: str) -> str:
    shown = key if key.isidentifier() else json.dumps(key[:40])
    return f"{path}.{shown}" if path else shown
