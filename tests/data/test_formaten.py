from __future__ import annotations

import os
from pathlib import Path

from data.formaten import bladzijde, regels_toml
from data.instellingen import Instellingen
from data.kolom import kolommen
from data.lezen.regels import lees_regels
from data.records import TABELLEN

PAD = Path(__file__).parents[2] / "docs" / "bestanden.md"


def test_the_page_in_docs_is_what_the_columns_say() -> None:
    """Run with ZL_SCHRIJF=1 to write the page again after a column changed."""
    if os.environ.get("ZL_SCHRIJF"):
        PAD.write_text(bladzijde(), encoding="utf-8")
    assert PAD.read_text(encoding="utf-8") == bladzijde()


def test_the_settings_on_the_page_are_the_defaults() -> None:
    regels = lees_regels(regels_toml().encode())
    assert regels.meldingen == ()
    assert regels.instellingen == Instellingen()


def test_every_column_of_every_table_is_on_the_page() -> None:
    delen = {deel.split("`")[1]: deel for deel in bladzijde().split("\n## ") if deel.startswith("`")}
    for tabel in TABELLEN:
        for naam in kolommen(tabel):
            assert f"| `{naam}` |" in delen[f"{tabel.tabel}.csv"]
