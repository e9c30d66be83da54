"""The neutral form: every fault names its path, and nothing that is not an instance gets through."""

import contextlib
import json
from pathlib import Path
from random import Random
from typing import Any

import pytest

from solver import neutral
from solver.faults import InstanceError
from solver.instance import Form, Group, Instance, Level, Sense
from solver.neutral import parsed, read, rendered
from solver.solution import LevelResult, Solution, Status

WHOLE: dict[str, Any] = {
    "options": 5,
    "groups": [{"name": "K1:U7", "option": [0, 1, 2], "weight": [1, 1, 1], "max": 1}],
    "exclusions": [[0, 4]],
    "fixed": [3],
    "levels": [
        {"name": "placed", "sense": "max", "value": [1, 1, 1, 1, 1]},
        {
            "name": "spread",
            "sense": "min",
            "terms": [
                [
                    {"option": [0, 1], "weight": [6000, -4000], "constant": -120},
                    {"option": [0, 1], "weight": [-6000, 4000], "constant": 120},
                    {"constant": 0},
                ]
            ],
        },
    ],
}


def test_the_example_of_the_contract() -> None:
    assert parsed(json.dumps(WHOLE).encode()) == Instance(
        5,
        (Group("K1:U7", (0, 1, 2), (1, 1, 1), max=1),),
        ((0, 4),),
        (3,),
        (
            Level("placed", Sense.MAX, (1, 1, 1, 1, 1)),
            Level(
                "spread",
                Sense.MIN,
                terms=((Form((0, 1), (6000, -4000), -120), Form((0, 1), (-6000, 4000), 120), Form()),),
            ),
        ),
    )


def test_what_may_be_left_out() -> None:
    assert parsed(b'{"options": 0}') == Instance(0)
    assert parsed(b'\xef\xbb\xbf{"options": 1, "groups": [{"name": "g", "option": [0], "min": 1}]}') == Instance(
        1, (Group("g", (0,), (1,), min=1),)
    )


CHANGES: list[tuple[str, Any, str]] = [
    ("options", 5.0, "options: must be a whole number"),
    ("options", True, "options: must be a whole number"),
    ("options", "5", "options: must be a whole number"),
    ("options", -1, "options: must be a whole number from 0 to 1048576"),
    ("options", 2**20 + 1, "options: must be a whole number from 0 to 1048576"),
    ("options", 10**200, "options: must be a whole number of at most 100 digits"),
    ("options", 4, "exclusions[0][1]: must be an option, from 0 to 3"),
    ("extra", 1, "extra: is unknown here; known are options, groups, exclusions, fixed, levels"),
    ("a.b", 1, '"a.b": is unknown here'),
    ("groups", {}, "groups: must be a list"),
    ("groups[0]", [], "groups[0]: must be an object"),
    ("groups[0].name", 7, "groups[0].name: must be a text"),
    ("groups[0].name", "", "groups[0].name: must not be empty"),
    ("groups[0].name", "\ud800", "groups[0].name: must be a text"),
    ("groups[0].name", "fixed:3", "groups[0].name: must not look like exclusion:i-j or fixed:i"),
    ("groups[0].name", "exclusion:0-4", "groups[0].name: must not look like exclusion:i-j or fixed:i"),
    ("groups[0].option", 3, "groups[0].option: must be a list of whole numbers"),
    ("groups[0].option[1]", 5, "groups[0].option[1]: must be an option, from 0 to 4"),
    ("groups[0].option[1]", -1, "groups[0].option[1]: must be an option, from 0 to 4"),
    ("groups[0].option[1]", False, "groups[0].option[1]: must be a whole number"),
    ("groups[0].option[1]", None, "groups[0].option[1]: must be a whole number"),
    ("groups[0].option[1]", 2, "groups[0].option: must not list an option twice: 2"),
    ("groups[0].weight", [1, 1], "groups[0].weight: must hold one number per listed option: 3, not 2"),
    ("groups[0].weight", [], "groups[0].weight: must hold one number per listed option: 3, not 0"),
    ("groups[0].weight[2]", 1e3, "groups[0].weight[2]: must be a whole number"),
    ("groups[0].weight[2]", 2**257, "groups[0].weight[2]: must not be larger in size than 2^256"),
    ("groups[0].min", 2, "groups[0]: min must not be above max"),
    ("groups[0].max", None, "groups[0].max: must be a whole number"),
    ("exclusions[0]", [0], "exclusions[0]: must be a pair of options"),
    ("exclusions[0]", [1, 1], "exclusions[0]: an option cannot exclude itself"),
    ("exclusions[0]", [0, 1, 2], "exclusions[0]: must be a pair of options"),
    ("fixed[0]", 5, "fixed[0]: must be an option, from 0 to 4"),
    ("levels[0].name", "spread", "levels[0].name: must be unique; 2 share this name"),
    ("levels[0].sense", "most", 'levels[0].sense: must be "max" or "min"'),
    ("levels[0].sense", [], 'levels[0].sense: must be "max" or "min"'),
    ("levels[0].value", [1, 1, 1, 1], "levels[0].value: must hold one number per option: 5, not 4"),
    ("levels[0].value[3]", float("nan"), "levels[0].value[3]: must be a whole number"),
    ("levels[0].value[3]", float("inf"), "levels[0].value[3]: must be a whole number"),
    ("levels[0].terms", [], "levels[0]: must have either value or terms"),
    ("levels[1].sense", "max", "levels[1].sense: must be min for a level with terms"),
    ("levels[1].terms[0]", [], "levels[1].terms[0]: must hold at least one form"),
    ("levels[1].terms[0]", {}, "levels[1].terms[0]: must be a list"),
    ("levels[1].terms[0][2].constant", 0.5, "levels[1].terms[0][2].constant: must be a whole number"),
    ("levels[1].terms[0][2].weight", [1], "levels[1].terms[0][2].weight: must hold one number per listed option: 0"),
    ("levels[1].terms[0][0].option[1]", 9, "levels[1].terms[0][0].option[1]: must be an option, from 0 to 4"),
    ("levels[1].terms[0][0].constnat", 9, "levels[1].terms[0][0].constnat: is unknown here; known are option, weight"),
]


@pytest.mark.parametrize(("path", "value", "message"), CHANGES, ids=[f"{p}={v!r}"[:50] for p, v, _ in CHANGES])
def test_one_fault_is_named_by_its_path(path: str, value: Any, message: str) -> None:
    with pytest.raises(InstanceError) as caught:
        parsed(json.dumps(_changed(path, value)).encode())
    assert any(str(fault).startswith(message) for fault in caught.value.faults), str(caught.value)


def _changed(path: str, value: Any) -> Any:
    whole = json.loads(json.dumps(WHOLE))
    steps: list[Any] = [path] if path == "a.b" else []
    for part in [] if steps else path.split("."):
        name, *numbers = part.replace("]", "").split("[")
        steps += [name, *map(int, numbers)]
    place = whole
    for step in steps[:-1]:
        place = place[step]
    place[steps[-1]] = value
    return whole


@pytest.mark.parametrize(
    ("missing", "message"),
    [
        ("options", "options: must be given"),
        ("groups[0].name", "groups[0].name: must be given"),
        ("groups[0].option", "groups[0].option: must be given"),
        ("groups[0].max", "groups[0]: must have min or max, or both"),
        ("levels[0].sense", "levels[0].sense: must be given"),
        ("levels[0].value", "levels[0]: must have either value or terms"),
    ],
)
def test_what_must_be_given(missing: str, message: str) -> None:
    text = json.dumps(_changed(missing, "GONE")).encode()
    key = missing.rsplit(".", 1)[-1]
    start = text.index(f'"{key}": "GONE"'.encode())
    end = start + len(f'"{key}": "GONE"')
    text = text[:start].rstrip(b", ") + text[end:] if text[end : end + 1] == b"}" else text[:start] + text[end + 2 :]
    with pytest.raises(InstanceError) as caught:
        parsed(text)
    assert message in str(caught.value)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (b"", "the file is not JSON: Expecting value (line 1, column 1)"),
        (b'{"options": 1,}', "the file is not JSON"),
        (b'{"options": 1} {}', "the file is not JSON: Extra data"),
        (b"[]", "must be an object"),
        (b'{"options": 1, "options": 2}', "options: is given more than once"),
        (
            b'{"options": 1, "groups": [{"name": "g", "option": [0], "max": 1, "max": 0}]}',
            "groups[0].max: is given more",
        ),
        ('{"options": 1}'.encode("utf-16"), "the file is not UTF-8 (byte 0)"),
        (b'{"options": ' + b"9" * 5000 + b"}", "options: must be a whole number of at most 100 digits"),
        (b"[" * 100_000, "the JSON is nested too deeply"),
        (b'{"options": 1, "fixed": ' + b"[" * 50_000 + b"]" * 50_000 + b"}", "the JSON is nested too deeply"),
    ],
    ids=range(10),
)
def test_what_is_no_instance_at_all(text: bytes, message: str) -> None:
    with pytest.raises(InstanceError) as caught:
        parsed(text)
    assert str(caught.value).startswith(message)


def test_all_faults_come_at_once_and_a_flood_is_cut_short() -> None:
    with pytest.raises(InstanceError) as caught:
        parsed(json.dumps({"options": 1, "fixed": [1.5] * 50}).encode())
    assert len(caught.value.faults) == 50
    assert str(caught.value).endswith("... and 30 more")


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "large.json"
    path.write_bytes(b'{"options": 1}')
    monkeypatch.setattr(neutral, "LARGEST_FILE", 10)
    with pytest.raises(InstanceError, match="the file is larger than"):
        read(path)


def test_a_folder_is_no_instance(tmp_path: Path) -> None:
    with pytest.raises(InstanceError, match="not an ordinary file"):
        read(tmp_path)


@pytest.mark.parametrize("seed", range(3))
def test_damaged_bytes_give_an_instance_or_faults_and_nothing_else(seed: int) -> None:
    random = Random(seed)
    whole = json.dumps(WHOLE).encode()
    for _ in range(400):
        damaged = bytearray(whole)
        for _ in range(random.randint(1, 3)):
            damaged[random.randrange(len(damaged))] = random.choice((random.randrange(256), *b'019-.,:"[]{}eE '))
        with contextlib.suppress(InstanceError):
            assert isinstance(parsed(bytes(damaged)), Instance)


def test_an_answer_as_json() -> None:
    levels = (LevelResult("placed", 3, None, proven=False),)
    assert json.loads(rendered(Solution(Status.TIME_LIMIT, (2, 3), levels, seconds=0.01234))) == {
        "status": "time_limit",
        "chosen": [2, 3],
        "levels": [{"name": "placed", "value": 3, "bound": None, "proven": False}],
        "seconds": {"total": 0.012},
    }
    assert json.loads(rendered(Solution(Status.INFEASIBLE, conflict=("fixed:1", "huis")))) == {
        "status": "infeasible",
        "conflict": ["fixed:1", "huis"],
        "seconds": {"total": 0.0},
    }
    assert json.loads(rendered(Solution(Status.NO_ANSWER))) == {"status": "no_answer", "seconds": {"total": 0.0}}
