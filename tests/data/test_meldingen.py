from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from data.lezen.bestand import lees_bytes
from data.lezen.fout import BestandError
from data.meldingen import systeemfout
from data.teksten import systeem


@pytest.mark.parametrize(
    ("nummer", "woorden"),
    [
        (errno.ENOSPC, "de schijf is vol"),
        (errno.EROFS, "de schijf is alleen-lezen"),
        (errno.EACCES, "geen rechten"),
        (errno.EPERM, "geen rechten"),
        (errno.EDQUOT, "de ruimte die u op de schijf mag gebruiken is op"),
        (errno.ENAMETOOLONG, "de naam is te lang"),
    ],
)
def test_the_system_speaks_dutch(nummer: int, woorden: str) -> None:
    """Not the words of the system, whose language nobody knows, and not the path, which may name a person."""
    assert systeemfout(OSError(nummer, os.strerror(nummer), "/home/jan")) == woorden


def test_an_unknown_number_is_told_and_no_number_is_zero() -> None:
    assert systeemfout(OSError(errno.EXDEV, "Invalid cross-device link")) == f"fout {errno.EXDEV} van het systeem"
    assert systeemfout(OSError("no number")) == "fout 0 van het systeem"


def test_no_part_of_a_sentence_ends_one() -> None:
    assert not any(tekst.endswith((".", "?")) for tekst in systeem.TEKSTEN.values())


def test_a_file_that_the_disk_cannot_give(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.csv").write_bytes(b"kop")

    def stuk(*_alles: object) -> bytes:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "read", stuk)
    with pytest.raises(BestandError) as vangst:
        lees_bytes(tmp_path, "a.csv")
    assert vangst.value.velden == {"reden": "de schijf geeft een fout"}
