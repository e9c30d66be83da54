from __future__ import annotations

from pathlib import Path

import pytest

from data.records import TABELLEN
from data.sjabloon import schrijf_sjablonen
from matcher.controle.lezen import lees_tabellen


@pytest.mark.parametrize("xlsx", [True, False])
def test_the_checker_passes_over_the_explanation_of_a_template_too(tmp_path: Path, *, xlsx: bool) -> None:
    """The row may stay when a template is filled in; without this every such region would fail its check."""
    schrijf_sjablonen(tmp_path, xlsx=xlsx)
    tabellen, twijfels = lees_tabellen(tmp_path, [tabel.tabel for tabel in TABELLEN])
    assert twijfels == ()
    assert tabellen == {tabel.tabel: () for tabel in TABELLEN}
