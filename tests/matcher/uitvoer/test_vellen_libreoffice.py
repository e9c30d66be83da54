"""The sheets through an office program: what was sent is what is seen, and no cell is ever a formula."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from data.regio import Regio
from matcher.uitkomst import BatchUitkomst, PlekSoort
from matcher.vrijgave.batchmap import Batch, Regel
from matcher.vrijgave.kolommen import AANBIEDER, CORPORATIE
from matcher.vrijgave.vellen import vellen

pytestmark = pytest.mark.libreoffice

ENG = ("=1+1", "+31", "-5", "@SUM(A1)", "00123", "1E5", "3-4", "1/2", "TRUE", "W;1", 'W"1', "ë-01")
FORMULES = ENG[:4]
IN = "CSV:59,34,76,1,{kolommen},1043,false,true"
"""Semicolon, quote, UTF-8, from row 1, Dutch; numbers and dates are recognised in columns that are not text."""
UIT = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,true,false,true,false"
"""Texts in quotes, numbers and dates without, as they are shown; values, not formulas."""
TYPEN = {"personen", "huur_max", "ingangsdatum", "reageer_voor"}


@pytest.fixture(scope="module")
def verzonden(uitkomst: BatchUitkomst, regio: Regio) -> dict[str, bytes]:
    """The sheets of a batch whose woningen have the ids that a spreadsheet likes to spoil."""
    regels = tuple(
        replace(
            Regel(**{naam: getattr(voorstel, naam) for naam in Regel.__slots__}),
            corporatie="a",
            woning_id=ENG[nummer % len(ENG)] if voorstel.soort is PlekSoort.WONING else None,
        )
        for nummer, voorstel in enumerate(uitkomst.voorstellen)
    )
    batch = Batch(batch_id=uitkomst.batch_id, map=Path(), datum=uitkomst.datum, invoer={}, regels=regels)
    return vellen(batch, regio, zonder=(), reageer_voor=date(2026, 12, 7))


@pytest.fixture(scope="module")
def terug(
    verzonden: dict[str, bytes], soffice: str, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str], list[list[str]]]:
    """Every sheet as LibreOffice writes it after opening: the cells, texts still in their quotes. One process."""
    werk = tmp_path_factory.mktemp("office")
    for pad, inhoud in verzonden.items():
        (
            werk / pad.replace("/", "-").replace(".", "-", 1).replace("-csv", ".csv").replace("-xlsx", "-x.xlsx")
        ).write_bytes(inhoud)
    invoer = sorted(str(pad) for pad in werk.iterdir())
    tekst = "/".join(f"{nummer}/2" for nummer, kolom in enumerate(CORPORATIE, start=1) if kolom.naam not in TYPEN)
    opdracht = [
        *(soffice, f"-env:UserInstallation={(werk / 'profiel').as_uri()}", "--headless"),
        *(f"--infilter={IN.format(kolommen=tekst)}", "--convert-to", UIT, "--outdir", str(werk / "uit")),
    ]
    subprocess.run([*opdracht, *invoer], check=True, capture_output=True, timeout=180)

    def lees(naam: str) -> list[list[str]]:
        regels = (werk / "uit" / naam).read_text("utf-8-sig").splitlines()
        return [_cellen(regel) for regel in regels]

    return lees


def _cellen(regel: str) -> list[str]:
    """Cells of a line, the quotes of a text kept, so that a number can be told from a text."""
    cellen, cel, binnen = [], "", False
    for teken in regel:
        binnen ^= teken == '"'
        if teken == ";" and not binnen:
            cellen.append(cel)
            cel = ""
        else:
            cel += teken
    return [*cellen, cel]


def _tekst(cel: str) -> str:
    return cel[1:-1].replace('""', '"') if cel.startswith('"') else cel


def _kolom(rijen: Iterable[list[str]], kop: list[str], naam: str) -> list[str]:
    plek = [_tekst(cel) for cel in kop].index(naam)
    return [rij[plek] for rij in rijen]


def test_a_workbook_comes_back_as_it_was_sent(
    terug: Callable[[str], list[list[str]]], verzonden: dict[str, bytes], tmp_path: Path
) -> None:
    """Cell by cell: ids stay text, leading zeros and all; dates are shown the Dutch way; amounts are numbers."""
    for naam in ("corporaties-a", "aanbieders-zorg-noord", "aanbieders-zorg-zuid"):
        pad = tmp_path / f"{naam}.xlsx"
        pad.write_bytes(verzonden[f"{naam.replace('-', '/', 1)}.xlsx"])
        vel = load_workbook(pad).worksheets[0]
        gezien = terug(f"{naam}-x.csv")
        assert len(gezien) == vel.max_row
        for rij, cellen in zip(vel.iter_rows(), gezien, strict=True):
            assert [_verwacht(cel) for cel in rij] == cellen


def _verwacht(cel: Any) -> str:
    if cel.value is None:
        return ""
    if cel.is_date:
        return f"{cel.value:%d-%m-%Y}"
    if isinstance(cel.value, str):
        gedubbeld = cel.value.replace('"', '""')
        return f'"{gedubbeld}"'
    return f"{cel.value:.2f}" if cel.number_format == "0.00" else str(cel.value)


def test_nasty_ids_survive_a_workbook(terug: Callable[[str], list[list[str]]]) -> None:
    kop, *rijen = terug("corporaties-a-x.csv")
    gezien = {_tekst(cel) for cel in _kolom(rijen, kop, "woning_id")} - {""}
    assert gezien == set(ENG)


def test_a_csv_never_runs_a_formula(terug: Callable[[str], list[list[str]]]) -> None:
    kop, *rijen = terug("corporaties-a.csv")
    gezien = {_tekst(cel) for cel in _kolom(rijen, kop, "woning_id")}
    assert {f"'{formule}" for formule in FORMULES} <= gezien
    assert not {"2", "31", "0"} & gezien
    assert set(ENG[4:]) <= gezien


def test_a_csv_has_dates_and_amounts_that_a_dutch_program_understands(
    terug: Callable[[str], list[list[str]]], verzonden: dict[str, bytes]
) -> None:
    """Recognised as a date or a number: then they come back without quotes."""
    kop, *rijen = terug("corporaties-a.csv")
    bedragen = {cel for cel in _kolom(rijen, kop, "huur_max") if cel}
    assert bedragen == {"650.12", "700"}
    assert not any(cel.startswith('"') for cel in _kolom(rijen, kop, "ingangsdatum"))
    assert [_tekst(cel) for cel in kop] == [kolom.naam for kolom in CORPORATIE]
    assert len(rijen) == verzonden["corporaties/a.csv"].count(b"\r\n") - 1


def test_providers_get_their_columns(terug: Callable[[str], list[list[str]]]) -> None:
    assert [_tekst(cel) for cel in terug("aanbieders-zorg-noord.csv")[0]] == [kolom.naam for kolom in AANBIEDER]
