from __future__ import annotations

import pytest

from data.kolom import Record, kolommen
from data.records import TABELLEN, Contingent, Woning
from data.sjabloon import uitleg


@pytest.mark.parametrize("tabel", TABELLEN)
def test_an_order_names_every_column_once(tabel: type[Record]) -> None:
    if tabel.volgorde:
        assert sorted(tabel.volgorde) == sorted(kolommen(tabel))
        assert tuple(kolommen(tabel)) == tabel.volgorde


def test_columns_stand_in_the_order_of_the_contract() -> None:
    """The shared columns do not come first or last: max_personen follows min_personen, as people look for it."""
    woning, contingent = list(kolommen(Woning)), list(kolommen(Contingent))
    assert woning[:3] == ["woning_id", "corporatie", "gemeentecode"]
    assert woning[-4:] == ["beschikbaar_vanaf", "max_verblijf_maanden", "aantal", "geheim"]
    assert contingent[:4] == ["contingent_id", "corporatie", "gemeentecode", "jaar"]
    eisen = [naam for naam in woning if naam in contingent[contingent.index("min_personen") :]]
    assert eisen == contingent[contingent.index("min_personen") :]
    assert eisen[:3] == ["min_personen", "max_personen", "huur"]


@pytest.mark.parametrize("tabel", TABELLEN)
def test_the_row_of_explanation_stands_below_its_columns(tabel: type[Record]) -> None:
    for kolom, tekst in zip(kolommen(tabel).values(), uitleg(tabel), strict=True):
        assert kolom.betekenis.lower() in tekst.lower()
