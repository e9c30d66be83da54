from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from data.schrijven import DoelBestaatError, nieuwe_map, ruim_resten, vervang_bestand


def test_the_folder_appears_at_the_end_and_only_for_its_owner(tmp_path: Path) -> None:
    doel = tmp_path / "batches" / "2026-W10-1"
    with nieuwe_map(doel) as werk:
        (werk / "a.csv").write_text("a")
        (werk / "corporaties").mkdir()
        (werk / "corporaties" / "b.csv").write_text("b")
        assert not doel.exists()
    rechten = {pad.relative_to(doel).as_posix(): pad.stat().st_mode & 0o777 for pad in doel.rglob("*")}
    assert rechten == {"a.csv": 0o600, "corporaties": 0o700, "corporaties/b.csv": 0o600}
    assert doel.stat().st_mode & 0o777 == 0o700
    assert [pad.name for pad in doel.parent.iterdir()] == ["2026-W10-1"]


@pytest.mark.parametrize("einde", [ValueError, KeyboardInterrupt, SystemExit])
def test_nothing_remains_when_the_block_fails(tmp_path: Path, einde: type[BaseException]) -> None:
    with pytest.raises(einde), nieuwe_map(tmp_path / "doel") as werk:
        _faal(werk, einde)
    assert list(tmp_path.iterdir()) == []


def _faal(werk: Path, einde: type[BaseException]) -> None:
    (werk / "a.csv").write_text("half")
    raise einde


def _haal_in(werk: Path, doel: Path) -> None:
    (werk / "a").write_text("mine")
    doel.mkdir()
    (doel / "a").write_text("theirs")


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "doel").mkdir()
    with pytest.raises(DoelBestaatError), nieuwe_map(tmp_path / "doel"):
        pytest.fail("the block must not run")
    assert list((tmp_path / "doel").iterdir()) == []


def test_a_folder_that_came_meanwhile_is_left_alone(tmp_path: Path) -> None:
    with pytest.raises(DoelBestaatError), nieuwe_map(tmp_path / "doel") as werk:
        _haal_in(werk, tmp_path / "doel")
    assert (tmp_path / "doel" / "a").read_text() == "theirs"
    assert [pad.name for pad in tmp_path.iterdir()] == ["doel"]


_PROCES = """
import os, signal, sys
from pathlib import Path
from data.schrijven import nieuwe_map
try:
    with nieuwe_map(Path(sys.argv[1])) as werk:
        (werk / "a").write_text("half")
        os.kill(os.getpid(), getattr(signal, sys.argv[2]))
        raise SystemExit("the signal must end the block")
except KeyboardInterrupt:
    raise SystemExit(130)
"""


def _proces(doel: Path, signaal: str) -> int:
    omgeving = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    return subprocess.run([sys.executable, "-c", _PROCES, str(doel), signaal], env=omgeving).returncode


@pytest.mark.parametrize("signaal", ["SIGTERM", "SIGINT"])
def test_a_signal_leaves_nothing(tmp_path: Path, signaal: str) -> None:
    assert _proces(tmp_path / "doel", signaal) == 130
    assert list(tmp_path.iterdir()) == []


def test_what_a_killed_process_left_is_never_visible_and_is_cleared_by_the_next(tmp_path: Path) -> None:
    """kill -9 cannot be caught: the hidden folder stays, and the next run takes it away."""
    assert _proces(tmp_path / "doel", "SIGKILL") == -signal.SIGKILL
    assert not (tmp_path / "doel").exists()
    assert all(pad.name.startswith(".") for pad in tmp_path.iterdir())
    with nieuwe_map(tmp_path / "doel") as werk:
        (werk / "a").write_text("whole")
    assert [pad.name for pad in tmp_path.iterdir()] == ["doel"]


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    pad = tmp_path / "x.csv"
    pad.write_text("old")
    vervang_bestand(pad, b"new")
    assert pad.read_bytes() == b"new"
    assert pad.stat().st_mode & 0o777 == 0o600
    assert [p.name for p in tmp_path.iterdir()] == ["x.csv"]


def test_a_file_keeps_its_content_when_the_new_one_cannot_be_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pad = tmp_path / "x.csv"
    pad.write_text("old")

    def vol(_greep: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", vol)
    with pytest.raises(OSError, match="No space"):
        vervang_bestand(pad, b"new")
    assert pad.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["x.csv"]


def test_only_what_the_dead_left_on_this_machine_is_cleared(tmp_path: Path) -> None:
    """A folder in the making of a process that lives, or of another machine, is somebody's work; so is a plain one."""
    assert _proces(tmp_path / "doel", "SIGKILL") == -signal.SIGKILL
    (rest,) = tmp_path.iterdir()
    dood = rest.name.rsplit(".", 2)[1].split("-")[0]
    blijft = {
        rest.name.replace(dood, str(os.getpid())),
        rest.name.replace("doel.", "doel.elders-"),
        rest.name.removesuffix(".nieuw"),
        "2026-W10-1",
    }
    for naam in blijft:
        (tmp_path / naam).mkdir()
    ruim_resten(tmp_path)
    assert {pad.name for pad in tmp_path.iterdir()} == blijft
    ruim_resten(tmp_path / "bestaat-niet")
