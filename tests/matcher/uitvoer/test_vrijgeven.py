"""The release: whole or not at all, once, of the newest concept, and only while nothing changed."""

from __future__ import annotations

import errno
import json
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from data.lezen import lees_regio
from data.records import TABELLEN
from data.regio import Regio
from data.schrijven import nieuwe_map, tabel_csv, vervang_bestand
from matcher.schrijven import bestanden
from matcher.uitkomst import BatchUitkomst
from matcher.vrijgave import opslag, vrijgeven
from matcher.vrijgave.batchmap import batches, volgnummer
from matcher.vrijgave.opslag import slot

BATCH = "2026-W48-1"
DAG = date(2026, 11, 24)
WORTEL = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def bron(regio: Regio, uitkomst: BatchUitkomst, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A region folder with one concept in it, made once and copied for each test."""
    map_ = tmp_path_factory.mktemp("bron") / "regio"
    map_.mkdir()
    for tabel in TABELLEN:
        if rijen := getattr(regio, tabel.tabel):
            (map_ / f"{tabel.tabel}.csv").write_bytes(tabel_csv(tabel, rijen))
    (map_ / "regels.toml").write_text("[spreiding]\njaaropgave = 120\n", encoding="utf-8")
    _concept(map_, uitkomst)
    return map_


def _concept(map_: Path, uitkomst: BatchUitkomst, batch_id: str = BATCH) -> Path:
    lezing = lees_regio(map_)
    assert lezing.fouten == ()
    doel = map_ / "batches" / batch_id
    doel.mkdir(parents=True)
    voorstellen = tuple(replace(v, voorstel_id=v.voorstel_id.replace(BATCH, batch_id)) for v in uitkomst.voorstellen)
    zelfde = replace(uitkomst, batch_id=batch_id, voorstellen=voorstellen, invoer=lezing.regio.invoer)
    for naam, inhoud in bestanden(zelfde, lezing.regio).items():
        (doel / naam).write_bytes(inhoud)
    return doel


@pytest.fixture
def map_(bron: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy to work on. The made-up week is no solution, so the independent checker is told to be content."""
    monkeypatch.setattr("matcher.vrijgave.besluit.controleer", lambda *_: ())
    return Path(shutil.copytree(bron, tmp_path / "regio"))


def _stand(map_: Path) -> dict[str, bytes]:
    return {pad.relative_to(map_).as_posix(): pad.read_bytes() for pad in sorted(map_.rglob("*")) if pad.is_file()}


def _codes(uitslag: Any) -> list[str]:
    return [melding.code for melding in uitslag.meldingen]


def test_sheets_and_a_record(map_: Path) -> None:
    uitslag = vrijgeven(map_, BATCH, wie="An", datum=DAG)
    assert (uitslag.exitcode, uitslag.meldingen) == (0, ())
    assert uitslag.reageer_voor == "08-12-2026"
    doel = map_ / "batches" / BATCH
    akte = json.loads((doel / "vrijgave.json").read_bytes())
    assert (akte["datum"], akte["wie"], akte["zonder"]) == ("2026-11-24", "An", [])
    assert tuple(akte["vellen"]) == uitslag.vellen
    op_schijf = {pad for pad in _stand(doel) if pad.startswith(("corporaties/", "aanbieders/"))}
    assert op_schijf == set(uitslag.vellen)
    for pad, vinger in akte["vellen"].items():
        assert sha256((doel / pad).read_bytes()).hexdigest() == vinger
        assert (doel / pad).stat().st_mode & 0o777 == 0o600
    assert (doel / "vrijgave.json").stat().st_mode & 0o777 == 0o600


def test_what_is_held_back_is_told_why(map_: Path) -> None:
    weg = f"{BATCH}-003"
    vrijgeven(map_, BATCH, zonder={weg: "nog in gesprek"}, datum=DAG)
    doel = map_ / "batches" / BATCH
    assert json.loads((doel / "vrijgave.json").read_bytes())["zonder"] == [
        {"voorstel_id": weg, "reden": "nog in gesprek"}
    ]
    assert not any(weg.encode() in pad.read_bytes() for pad in doel.glob("*/*.csv"))


def test_twice_changes_nothing_and_says_so(map_: Path) -> None:
    vrijgeven(map_, BATCH, datum=DAG)
    eerst = _stand(map_)
    weer = vrijgeven(map_, BATCH, wie="iemand anders", datum=date(2026, 12, 1))
    assert (weer.exitcode, _codes(weer), weer.map) == (0, ["vrijgave_al"], None)
    assert "24-11-2026" in str(weer.meldingen[0])
    assert _stand(map_) == eerst


def test_other_choices_afterwards_are_refused(map_: Path) -> None:
    vrijgeven(map_, BATCH, datum=DAG)
    eerst = _stand(map_)
    weer = vrijgeven(map_, BATCH, zonder={f"{BATCH}-001": "toch niet"}, datum=DAG)
    assert (weer.exitcode, _codes(weer)) == (2, ["vrijgave_anders"])
    assert _stand(map_) == eerst


def test_a_released_batch_stays_released_when_the_files_change(map_: Path) -> None:
    vrijgeven(map_, BATCH, datum=DAG)
    with (map_ / "wijken.csv").open("ab") as bestand:
        bestand.write(b"\r\n")
    assert _codes(vrijgeven(map_, BATCH, datum=DAG)) == ["vrijgave_al"]


def test_a_sheet_that_got_lost_is_named(map_: Path) -> None:
    vrijgeven(map_, BATCH, datum=DAG)
    (map_ / "batches" / BATCH / "corporaties" / "arcade.csv").unlink()
    weer = vrijgeven(map_, BATCH, datum=DAG)
    assert [(m.code, m.bestand) for m in weer.meldingen[1:]] == [("vrijgave_niet_heel", "corporaties/arcade.csv")]


@pytest.mark.parametrize("nieuwer", ["2026-W48-2", "2026-W48-10"])
def test_a_concept_with_a_newer_one_is_superseded(map_: Path, nieuwer: str) -> None:
    (map_ / "batches" / nieuwer).mkdir()
    eerst = _stand(map_)
    uitslag = vrijgeven(map_, BATCH, datum=DAG)
    assert (uitslag.exitcode, _codes(uitslag)) == (5, ["vrijgave_ingehaald"])
    assert nieuwer in str(uitslag.meldingen[0])
    assert _stand(map_) == eerst


def test_a_concept_of_a_later_week_may_be_a_slip_of_the_date(map_: Path) -> None:
    (map_ / "batches" / "2027-W01-1").mkdir()
    assert vrijgeven(map_, BATCH, datum=DAG).exitcode == 0


def test_a_later_batch_that_was_released_supersedes(map_: Path) -> None:
    later = map_ / "batches" / "2026-W49-1"
    later.mkdir()
    akte = {"batch_id": "2026-W49-1", "datum": "2026-11-30", "reageer_voor": "2026-12-14", "wie": None}
    (later / "vrijgave.json").write_text(json.dumps({**akte, "zonder": [], "vellen": {}}), encoding="utf-8")
    assert _codes(vrijgeven(map_, BATCH, datum=DAG)) == ["vrijgave_ingehaald"]


def test_older_batches_and_other_folders_do_not_matter(map_: Path) -> None:
    for naam in ("2026-W47-9", "2025-W52-1", "2026-W48-1.oud", "zomaar", "2026-W48-0"):
        (map_ / "batches" / naam).mkdir()
    assert vrijgeven(map_, BATCH, datum=DAG).exitcode == 0
    assert batches(map_) == ("2025-W52-1", "2026-W47-9", BATCH)


@pytest.mark.parametrize("naam", ["2026-W48-2", "2030-W01-1"])
def test_a_batch_that_is_not_there(map_: Path, naam: str) -> None:
    uitslag = vrijgeven(map_, naam, datum=DAG)
    assert (uitslag.exitcode, _codes(uitslag)) == (2, ["vrijgave_geen_batch"])


@pytest.mark.parametrize("naam", ["", "..", f"../batches/{BATCH}", f"{BATCH}/", f"{BATCH}\n", "2026-W48-01", "/etc"])
def test_only_the_name_of_a_batch_will_do(map_: Path, naam: str) -> None:
    assert _codes(vrijgeven(map_, naam, datum=DAG)) == ["vrijgave_batch_naam"]
    assert volgnummer(naam) is None


def test_an_unknown_proposal_and_a_missing_reason(map_: Path) -> None:
    uitslag = vrijgeven(map_, BATCH, zonder={"2026-W48-1-999": "x", f"{BATCH}-001": " "}, datum=DAG)
    assert uitslag.exitcode == 2
    assert _codes(uitslag) == ["vrijgave_zonder_reden", "vrijgave_onbekend_voorstel"]
    assert not (map_ / "batches" / BATCH / "corporaties").exists()


@pytest.mark.parametrize(
    ("naam", "code"),
    [
        ("uitstromers.csv", "vrijgave_invoer_anders"),
        ("regels.toml", "vrijgave_invoer_anders"),
        ("complexen.csv", "vrijgave_invoer_weg"),
        ("plaatsingen.csv", "vrijgave_invoer_nieuw"),
    ],
)
def test_a_changed_region_asks_for_a_new_proposal(map_: Path, naam: str, code: str) -> None:
    match code.rpartition("_")[2]:
        case "anders":
            with (map_ / naam).open("ab") as bestand:
                bestand.write(b"\r\n")
        case "weg":
            (map_ / naam).unlink()
        case "nieuw":
            (map_ / naam).write_text("uitstromer_id;gemeentecode;woonvorm;zorgzwaarte;datum_in\r\n")
    eerst = _stand(map_)
    uitslag = vrijgeven(map_, BATCH, datum=DAG)
    assert uitslag.exitcode == 2
    assert (uitslag.meldingen[0].code, uitslag.meldingen[0].bestand) == (code, naam)
    assert _stand(map_) == eerst


@pytest.mark.parametrize(
    ("naam", "inhoud", "code"),
    [
        ("certificaat.json", b"{", "vrijgave_batch_kapot"),
        ("certificaat.json", b"[]", "vrijgave_batch_kapot"),
        (
            "certificaat.json",
            b'{"batch_id": "2026-W48-2", "datum": "2026-11-23", "invoer": {}}',
            "vrijgave_batch_kapot",
        ),
        ("certificaat.json", None, "vrijgave_bestand_weg"),
        ("voorstellen.csv", b"", "vrijgave_batch_kapot"),
        ("voorstellen.csv", b"a;b\r\n1;2\r\n", "vrijgave_batch_kapot"),
        ("voorstellen.csv", b"\xff\xfe\x00", "vrijgave_batch_kapot"),
        ("voorstellen.csv", None, "vrijgave_bestand_weg"),
        ("vrijgave.json", b"{}", "vrijgave_akte_kapot"),
    ],
)
def test_a_damaged_batch_is_refused_by_name(map_: Path, naam: str, inhoud: bytes | None, code: str) -> None:
    pad = map_ / "batches" / BATCH / naam
    if inhoud is None:
        pad.unlink()
    else:
        pad.write_bytes(inhoud)
    uitslag = vrijgeven(map_, BATCH, datum=DAG)
    assert (uitslag.exitcode, _codes(uitslag)) == (2, [code])
    assert uitslag.meldingen[0].bestand == naam


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [(";woning;", ";huis;"), ("-001;", "-002;"), ("23-11-2026", "31-02-2026"), (";arcade;", ";arcade;x;")],
)
def test_a_row_that_cannot_be_is_refused(map_: Path, oud: str, nieuw: str) -> None:
    pad = map_ / "batches" / BATCH / "voorstellen.csv"
    tekst = pad.read_text("utf-8-sig")
    assert oud in tekst
    pad.write_text(tekst.replace(oud, nieuw, 1), encoding="utf-8-sig", newline="")
    assert _codes(vrijgeven(map_, BATCH, datum=DAG)) == ["vrijgave_batch_kapot"]


def test_the_independent_checker_has_the_last_word(map_: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The made-up week breaks rules: with the real checker in place it does not leave the desk."""
    from matcher.controle import controleer

    monkeypatch.setattr("matcher.vrijgave.besluit.controleer", controleer)
    uitslag = vrijgeven(map_, BATCH, datum=DAG)
    assert uitslag.exitcode == 2
    assert set(_codes(uitslag)) == {"vrijgave_afgekeurd"}
    assert not (map_ / "batches" / BATCH / "corporaties").exists()


def test_a_day_before_the_batch_counts_as_its_day(map_: Path) -> None:
    uitslag = vrijgeven(map_, BATCH, datum=date(2025, 1, 1))
    assert (uitslag.exitcode, _codes(uitslag), uitslag.reageer_voor) == (0, ["vrijgave_vanaf_batch"], "07-12-2026")


def test_someone_in_two_released_batches_is_pointed_out(map_: Path, uitkomst: BatchUitkomst) -> None:
    vrijgeven(map_, BATCH, zonder={f"{BATCH}-001": "later"}, datum=DAG)
    _concept(map_, uitkomst, "2026-W49-1")
    uitslag = vrijgeven(map_, "2026-W49-1", datum=DAG)
    assert (uitslag.exitcode, _codes(uitslag)) == (0, ["vrijgave_eerder"])
    assert f": {len(uitkomst.voorstellen) - 1};" in str(uitslag.meldingen[0])


def test_corporations_that_differ_in_case_only_would_share_a_file(map_: Path) -> None:
    pad = map_ / "batches" / BATCH / "voorstellen.csv"
    tekst = pad.read_text("utf-8-sig")
    pad.write_text(tekst.replace(";arcade;", ";Arcade;", 1), encoding="utf-8-sig", newline="")
    assert _codes(vrijgeven(map_, BATCH, datum=DAG)) == ["vrijgave_zelfde_naam"]


def test_two_at_once(map_: Path) -> None:
    with slot(map_ / "batches" / BATCH):
        uitslag = vrijgeven(map_, BATCH, datum=DAG)
    assert (uitslag.exitcode, _codes(uitslag)) == (5, ["vrijgave_bezet"])
    assert vrijgeven(map_, BATCH, datum=DAG).exitcode == 0


@pytest.mark.parametrize("welke", ["aanbieders", "vrijgave.json"])
@pytest.mark.parametrize("einde", [OSError(errno.ENOSPC, "No space left on device"), KeyboardInterrupt()])
def test_nothing_remains_when_writing_fails_halfway(
    map_: Path, monkeypatch: pytest.MonkeyPatch, welke: str, einde: BaseException
) -> None:
    echt_map, echt_bestand = nieuwe_map, vervang_bestand

    def stuk_map(doel: Path) -> Any:
        if doel.name == welke:
            raise einde
        return echt_map(doel)

    def stuk_bestand(pad: Path, inhoud: bytes) -> None:
        if pad.name == welke:
            raise einde
        echt_bestand(pad, inhoud)

    eerst = _stand(map_)
    monkeypatch.setattr(opslag, "nieuwe_map", stuk_map)
    monkeypatch.setattr(opslag, "vervang_bestand", stuk_bestand)
    if isinstance(einde, OSError):
        uitslag = vrijgeven(map_, BATCH, datum=DAG)
        assert (uitslag.exitcode, _codes(uitslag)) == (2, ["niet_geschreven"])
    else:
        with pytest.raises(KeyboardInterrupt):
            vrijgeven(map_, BATCH, datum=DAG)
    assert _stand(map_) == eerst


_DOOD = """
import os, signal, sys
from datetime import date
from pathlib import Path
import matcher.vrijgave.besluit as v
v.controleer = lambda *_: ()
teller = int(sys.argv[2])
def tel(naam):
    echt = getattr(os, naam)
    def doe(*a, **k):
        global teller
        teller -= 1
        if teller == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return echt(*a, **k)
    setattr(os, naam, doe)
for naam in ("mkdir", "open", "fsync", "rename", "replace"):
    tel(naam)
print(v.vrijgeven(Path(sys.argv[1]), "2026-W48-1", wie="An", datum=date(2026, 11, 24)).exitcode)
"""


def _punten(*, proof: bool) -> Iterator[int]:
    """Where to die: every system call on the way out when all is run, a spread of them otherwise."""
    yield from range(1, 200) if proof else (1, 8, 20, 40, 55, 62)


def test_killed_at_any_write_it_is_as_before_or_as_after(map_: Path, tmp_path: Path, *, proof: bool) -> None:
    """After the kill the marker decides: with it every sheet is there, without it a new release makes it whole."""
    voorbeeld = Path(shutil.copytree(map_, tmp_path / "voorbeeld"))
    vrijgeven(voorbeeld, BATCH, wie="An", datum=DAG)
    af = _stand(voorbeeld)
    gestorven = 0
    for punt in _punten(proof=proof):
        kopie = Path(shutil.copytree(map_, tmp_path / f"kopie{punt}"))
        loop = subprocess.run([sys.executable, "-c", _DOOD, str(kopie), str(punt)], cwd=WORTEL, capture_output=True)
        gestorven += loop.returncode == -signal.SIGKILL
        if (kopie / "batches" / BATCH / "vrijgave.json").exists():
            zichtbaar = {pad: inhoud for pad, inhoud in _stand(kopie).items() if "/." not in pad}
            assert zichtbaar == af
        assert vrijgeven(kopie, BATCH, wie="An", datum=DAG).exitcode == 0
        assert _stand(kopie) == af
        if loop.returncode == 0:
            break
        shutil.rmtree(kopie)
    assert gestorven >= 3
