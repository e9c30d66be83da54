"""Which delimiter the checker takes: that of the line ``sep=``, else the one that gives columns of the contract."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.kolom import kolommen
from data.records import TABELLEN, Reistijd
from matcher.controle.kolommen import KOLOMMEN
from matcher.controle.lezen import lees_csv

GOED = [
    pytest.param(b"sep=;;;;\r\nwoning_id;huur\r\nW1;2\r\n", id="scheidingstekens achter sep"),
    pytest.param(b'"sep=;"\r\nwoning_id;huur\r\nW1;2\r\n', id="sep tussen aanhalingstekens"),
    pytest.param(b'"sep=;";;\r\nwoning_id;huur\r\nW1;2\r\n', id="allebei"),
    pytest.param(b"SEP=,\rwoning_id,huur\rW1,2\r", id="sep en regeleinden van een oude Mac"),
    pytest.param(b"sep=\t\nwoning_id\thuur\nW1\t2\n", id="sep met een tab"),
    pytest.param(b"woning_id;huur\rW1;2\r", id="regeleinden van een oude Mac"),
    pytest.param(b"woning_id\thuur\tx_a,b;c\nW1\t2\tja,nee;1\n", id="andere tekens in een eigen kolom"),
    pytest.param(b'"woning_id"\t"huur"\t"x_a;b;c;d"\nW1\t2\t\n', id="een kop tussen aanhalingstekens"),
    pytest.param(b"x_a;b,woning_id,huur\n;,W1,2\n", id="een puntkomma in een bestand met komma's"),
]


@pytest.mark.parametrize("inhoud", GOED)
def test_the_delimiter(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "t.csv").write_bytes(inhoud)
    assert [rij.cellen for rij in lees_csv(tmp_path / "t.csv", "t.csv")] == [{"woning_id": "W1", "huur": "2"}]


def test_the_checker_knows_the_same_columns() -> None:
    """Its list is its own; a column that one of the two misses would let them read one file in two ways."""
    assert {naam for tabel in (*TABELLEN, Reistijd) for naam in kolommen(tabel)} == KOLOMMEN
