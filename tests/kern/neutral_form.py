"""Instances as JSON in the neutral form (kern.md), for runs of the program; and answers without their seconds."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from solver.instance import Form, Group, Instance, Level

Keys = Callable[[dict[str, Any]], dict[str, Any]]


def as_json(instance: Instance, keys: Keys = dict) -> dict[str, Any]:
    """The fields of an instance; `keys` may put those of every object in another order."""
    return keys(
        {
            "options": instance.options,
            "groups": [keys(_group(group)) for group in instance.groups],
            "exclusions": [list(pair) for pair in instance.exclusions],
            "fixed": list(instance.fixed),
            "levels": [keys(_level(level, keys)) for level in instance.levels],
        }
    )


def written(instance: Instance, path: Path) -> Path:
    """The instance as a file at `path`."""
    path.write_text(json.dumps(as_json(instance)), encoding="utf-8")
    return path


def without_seconds(result: str | bytes) -> dict[str, Any]:
    """What RESULT.json says, but for how long it took. Raises ValueError when it is not whole."""
    fields = json.loads(result)
    if not isinstance(fields, dict) or set(fields.pop("seconds", ())) != {"total"}:
        raise ValueError("not a whole result")
    return fields


def fingerprint(result: str | bytes) -> str:
    """SHA-256 of RESULT.json without its seconds."""
    return hashlib.sha256(json.dumps(without_seconds(result)).encode()).hexdigest()


def _group(group: Group) -> dict[str, Any]:
    fields = {"name": group.name, **_members(group.option, group.weight)}
    return fields | {key: limit for key, limit in (("min", group.min), ("max", group.max)) if limit is not None}


def _level(level: Level, keys: Keys) -> dict[str, Any]:
    fields: dict[str, Any] = {"name": level.name, "sense": level.sense.value}
    if level.value is not None:
        return fields | {"value": list(level.value)}
    return fields | {"terms": [[keys(_form(form)) for form in term] for term in level.terms or ()]}


def _form(form: Form) -> dict[str, Any]:
    return {**_members(form.option, form.weight), "constant": form.constant}


def _members(option: Iterable[int], weight: Iterable[int]) -> dict[str, Any]:
    return {"option": list(option), "weight": list(weight)}
