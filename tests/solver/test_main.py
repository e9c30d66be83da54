"""The kernel as a command: exit codes, and a result that is there whole or not at all."""

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from solver import __main__ as command
from solver.faults import KernelError
from solver.instance import Instance
from solver.neutral import read
from solver.solution import Solution
from solver.solve import solve
from tests.solver.verifier import verified

ONE = {"options": 2, "exclusions": [[0, 1]], "levels": [{"name": "placed", "sense": "max", "value": [1, 1]}]}


def _file(folder: Path, instance: Any) -> Path:
    path = folder / "instance.json"
    path.write_text(json.dumps(instance), encoding="utf-8")
    return path


def _run(folder: Path, instance: Any, *more: str) -> tuple[int, Any]:
    out = folder / "result.json"
    code = command.main([str(_file(folder, instance)), "--out", str(out), *more])
    names = sorted(path.name for path in folder.iterdir())
    assert names == (["instance.json", "result.json"] if out.exists() else ["instance.json"]), "nothing else is left"
    return code, json.loads(out.read_text(encoding="utf-8")) if out.exists() else None


def _hard(people: int = 40) -> dict[str, Any]:
    """Two levels that pull apart under uneven hours: far more than a thousandth of a second of work."""
    random = Random(7)
    n = people * people
    hours = [random.randint(10, 99) for _ in range(people)]
    rows = [{"name": f"u{u}", "option": list(range(u * people, (u + 1) * people)), "max": 1} for u in range(people)]
    rows += [{"name": f"p{p}", "option": list(range(p, n, people)), "max": 1} for p in range(people)]
    rows += [
        {"name": f"h{k}", "option": list(range(n)), "max": 1000, "weight": [hours[(o * k) % people] for o in range(n)]}
        for k in (1, 3, 7, 11)
    ]
    levels = [{"name": f"l{k}", "sense": "max", "value": [random.randint(0, 9999) for _ in range(n)]} for k in range(3)]
    return {"options": n, "groups": rows, "levels": levels}


def test_optimal_is_0(tmp_path: Path) -> None:
    code, result = _run(tmp_path, ONE)
    assert code == 0
    assert result["seconds"].pop("total") >= 0
    assert result == {
        "status": "optimal",
        "chosen": [0],
        "levels": [{"name": "placed", "value": 1, "bound": 1, "proven": True}],
        "seconds": {},
    }


def test_infeasible_is_3(tmp_path: Path) -> None:
    code, result = _run(tmp_path, {**ONE, "fixed": [0, 1]})
    assert (code, sorted(result["conflict"])) == (3, ["exclusion:0-1", "fixed:0", "fixed:1"])


def test_stopped_is_4(tmp_path: Path) -> None:
    code, result = _run(tmp_path, _hard(), "--time", "0.001")
    assert (code, result["status"]) == (4, "time_limit")
    assert [level["bound"] for level in result["levels"]][1:] == [None, None]


def test_no_answer_in_time_is_6(tmp_path: Path) -> None:
    instance = _hard(12)
    instance["groups"].append({"name": "must", "option": list(range(144)), "min": 5})
    code, result = _run(tmp_path, instance, "--time", "0.0000001")
    assert (code, result) == (6, {"status": "no_answer", "seconds": result["seconds"]})


def test_bad_input_is_2_with_the_path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert _run(tmp_path, {**ONE, "fixed": [2]}) == (2, None)
    assert capsys.readouterr().err == "fixed[0]: must be an option, from 0 to 1\n"


@pytest.mark.parametrize("seconds", ["0", "-1", "nan", "inf", "soon"])
def test_a_time_that_is_none_is_2(tmp_path: Path, seconds: str) -> None:
    with pytest.raises(SystemExit) as caught:
        command.main([str(_file(tmp_path, ONE)), "--out", str(tmp_path / "r"), "--time", seconds])
    assert caught.value.code == 2


def test_files_that_cannot_be_used_are_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    instance = _file(tmp_path, ONE)
    before = instance.read_bytes()
    for source, out, message in (
        (tmp_path / "absent.json", tmp_path / "r.json", "absent.json: No such file or directory"),
        (tmp_path, tmp_path / "r.json", "the instance is not an ordinary file"),
        (instance, tmp_path, "must be a file of its own"),
        (instance, instance, "must be a file of its own"),
        (instance, tmp_path / "absent" / "r.json", "no such folder"),
    ):
        assert command.main([str(source), "--out", str(out)]) == 2
        assert message in capsys.readouterr().err
    assert instance.read_bytes() == before
    assert list(tmp_path.iterdir()) == [instance]


@pytest.mark.parametrize(
    ("failure", "code"), [(KernelError("wrong"), 70), (MemoryError(), 70), (KeyboardInterrupt(), 130)], ids=repr
)
def test_whatever_goes_wrong_no_result_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: BaseException, code: int
) -> None:
    def fail(*_: Instance, **__: float | None) -> Solution:
        raise failure

    monkeypatch.setattr(command, "solve", fail)
    assert _run(tmp_path, ONE) == (code, None)


def test_a_full_disk_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    old = tmp_path / "result.json"
    old.write_text("old", encoding="utf-8")

    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert command.main([str(_file(tmp_path, ONE)), "--out", str(old)]) == 2
    assert old.read_text(encoding="utf-8") == "old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["instance.json", "result.json"]


def _maps_of_children(pid: int) -> list[str]:
    """What the processes that `pid` started have loaded."""
    found = []
    for child in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8").split():
        with contextlib.suppress(OSError):
            found.append(Path(f"/proc/{child}/maps").read_text(encoding="utf-8"))
    return found


def test_ctrl_c_is_130_and_leaves_no_file(tmp_path: Path) -> None:
    """The signal comes while a native solver is at work: soon after it began, without a limit of time."""
    out = tmp_path / "result.json"
    arguments = [sys.executable, "-m", "solver", str(_file(tmp_path, _hard(60))), "--out", str(out)]
    process = subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True)
    while not any("ortools" in maps for maps in _maps_of_children(process.pid)):
        assert process.poll() is None
        time.sleep(0.02)
    time.sleep(2)
    process.send_signal(signal.SIGINT)
    _, told = process.communicate(timeout=30)
    assert (process.returncode, told) == (130, "interrupted, nothing was written\n")
    assert [path.name for path in tmp_path.iterdir()] == ["instance.json"]


def test_the_same_bytes_whatever_the_hash_seed_and_the_number_of_processes(tmp_path: Path) -> None:
    path = _file(tmp_path, _hard(6))
    results = []
    for seed, workers in (("0", "1"), ("4711", "2")):
        out, proof = tmp_path / f"{seed}.json", tmp_path / f"{seed}.proof.json"
        arguments = [sys.executable, "-m", "solver", str(path), "--out", str(out), "--proof", str(proof)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run([*arguments, "--workers", workers], check=True, env=environment)
        result = json.loads(out.read_text(encoding="utf-8"))
        del result["seconds"]
        results.append((result, proof.read_bytes()))
    assert results[0] == results[1]


def test_the_proof_is_written_beside_the_answer(tmp_path: Path) -> None:
    """What a file holds is what a reader needs: the question, the answer and the proof are enough to check it."""
    proof, out = tmp_path / "proof.json", tmp_path / "result.json"
    path = _file(tmp_path, ONE)
    assert command.main([str(path), "--out", str(out), "--proof", str(proof)]) == 0
    told = json.loads(proof.read_text(encoding="utf-8"))
    assert verified(read(path), replace(solve(read(path)), proof=told))["prices"] == 1
    assert proof.read_text(encoding="utf-8").endswith("\n")


def test_no_proof_can_be_told_of_wide_numbers(tmp_path: Path) -> None:
    wide = {**ONE, "levels": [{"name": "wide", "sense": "max", "value": [2**60, 2**60 + 1]}]}
    proof, out = tmp_path / "proof.json", tmp_path / "result.json"
    assert command.main([str(_file(tmp_path, wide)), "--out", str(out), "--proof", str(proof)]) == 0
    assert (json.loads(proof.read_text()), json.loads(out.read_text())["chosen"]) == (None, [1])


def test_a_proof_needs_a_file_of_its_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, out = _file(tmp_path, ONE), tmp_path / "result.json"
    for proof, message in (
        (out, "--proof: must be another file than --out"),
        (path, "must be a file of its own"),
        (tmp_path / "absent" / "p.json", "no such folder"),
    ):
        assert command.main([str(path), "--out", str(out), "--proof", str(proof)]) == 2
        assert message in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("workers", ["0", "-1", "65", "two", "1.5"])
def test_a_number_of_processes_that_is_none_is_2(tmp_path: Path, workers: str) -> None:
    with pytest.raises(SystemExit) as caught:
        command.main([str(_file(tmp_path, ONE)), "--out", str(tmp_path / "r"), "--workers", workers])
    assert caught.value.code == 2
