"""The command itself: its help, what it says of wrong words, its exit codes. Commands run in their own process."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from data.teksten.opdracht import HULP, KORT
from tests.orakel.generator import maak_regio

WORTEL = Path(__file__).resolve().parents[1]
D = "23-11-2026"


def landing(*woorden: object, map_: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(WORTEL / "cli.py"), *map(str, woorden)],
        capture_output=True,
        text=True,
        check=False,
        cwd=map_,
        stdin=subprocess.DEVNULL,
    )


@pytest.fixture(scope="module")
def regio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return maak_regio(tmp_path_factory.mktemp("regio") / "regio", 3, mensen=20, plekken=20)


def test_every_command_has_help_with_an_example() -> None:
    lijst = landing("--help")
    assert lijst.returncode == 0
    for naam in KORT:
        assert naam in lijst.stdout
        uit = landing(naam, "--help")
        assert uit.returncode == 0
        assert f"landing {naam} " in uit.stdout.split("Voorbeelden:")[1].replace("\n", " ")
        assert not [woord for woord in ("Usage", "Options", "Arguments", "required", "exit") if woord in uit.stdout]
    assert "\b" not in HULP["stil"]


def test_help_loads_no_heavy_library() -> None:
    proef = "import sys, cli\ntry: cli.main(['--help'])\nexcept SystemExit: print(*sorted(sys.modules))"
    uit = subprocess.run([sys.executable, "-c", proef], capture_output=True, text=True, check=True, cwd=WORTEL)
    geladen = {naam.partition(".")[0] for naam in uit.stdout.split()}
    assert "typer" in geladen
    assert not geladen & {"pandas", "ortools", "geopandas", "shapely", "numpy", "networkx", "openpyxl", "jinja2"}


def test_version_is_one_line() -> None:
    from data.versie import __version__

    assert landing("--version").stdout == f"landing {__version__}\n"


@pytest.mark.parametrize(
    ("woorden", "zin"),
    [
        ((), "zeg welke opdracht u wilt"),
        (("vorstel", "x"), "de opdracht 'vorstel' bestaat niet (bedoelt u 'voorstel'?)"),
        (("xyz",), "de opdracht 'xyz' bestaat niet;"),
        (("voorstel",), "bij 'landing voorstel' ontbreekt REGIO"),
        (("voorstel", "x", "--dattum", "1"), "de keuze --dattum bestaat niet bij 'landing voorstel'"),
        (("controle", "a", "b", "c"), "zo werkt 'landing controle' niet"),
        (("voorstel", "x", "--datum", "31-02-2026"), "“31-02-2026” is geen datum"),
        (("voorstel", "x", "--datum", "03/04/2026"), "is geen datum"),
        (("voorstel", "x", "--tijd", "0"), "--tijd is een aantal seconden boven nul"),
        (("voorstel", "x", "--tijd", "nan"), "--tijd is een aantal seconden boven nul"),
        (("voorstel", "x", "--zaad", "z"), "bij --zaad hoort een --reden"),
        (("voorstel", "x", "--zaad", " ", "--reden", "r"), "--zaad mag niet leeg zijn"),
        (("voorstel", "x", "x"), "deze regio staat er twee keer"),
        (("voorstel", "bestaat-niet"), "bestaat-niet"),
        (("controle", "bestaat-niet"), "bestaat-niet"),
        (("vrijgeven", "x", "2026-W48-1", "--zonder", "a"), "geef bij elke --zonder één --reden"),
        (("vrijgeven", "bestaat-niet", "2026-W48-1"), "er is geen batch 2026-W48-1"),
        (("vrijgeven", "x", "../x"), "een batch heet zoals"),
    ],
)
def test_wrong_words_get_one_dutch_sentence(tmp_path: Path, woorden: tuple[str, ...], zin: str) -> None:
    uit = landing(*woorden, map_=tmp_path)
    assert uit.returncode == 2
    assert zin in uit.stderr
    assert "Traceback" not in uit.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_week_from_files_to_sheets(regio: Path) -> None:
    uit = landing("voorstel", regio, "--datum", D, "--json")
    assert uit.returncode == 0, uit.stderr
    (gegevens,) = json.loads(uit.stdout)
    assert gegevens["batch_id"] == "2026-W48-1"
    assert gegevens["status"] == "optimaal"
    batch = regio / "batches" / "2026-W48-1"
    assert (batch.stat().st_mode & 0o777, (batch / "voorstellen.csv").stat().st_mode & 0o777) == (0o700, 0o600)
    nagerekend = landing("controle", regio, "2026-W48-1")
    assert nagerekend.returncode == 0
    regels = nagerekend.stdout.splitlines()[1:]
    assert [regel.strip().partition(":")[0] for regel in regels] == list(gegevens["niveaus"])
    assert all(": bewezen, " in regel or ": twee zoekmethoden " in regel for regel in regels)
    plat = json.loads(landing("controle", regio, "2026-W48-1", "--json").stdout)
    assert (plat["goed"], plat["bevindingen"], len(plat["niveaus"])) == (True, [], len(regels))
    tweede = landing("voorstel", regio, "--datum", D, "-v")
    assert (tweede.returncode, tweede.stderr) == (0, "") or "Let op" in tweede.stderr
    assert "2026-W48-2" in tweede.stdout
    oud = landing("vrijgeven", regio, "2026-W48-1", "--datum", D)
    assert (oud.returncode, "ingehaald door 2026-W48-2" in oud.stderr) == (5, True)
    vrij = landing("vrijgeven", regio, "2026-W48-2", "--datum", D, "--wie", "bureau")
    assert vrij.returncode == 0, vrij.stderr
    assert sorted((regio / "batches" / "2026-W48-2" / "corporaties").glob("*.xlsx"))
    assert landing("controle", regio, "2026-W48-2").returncode == 0
    opnieuw = landing("vrijgeven", regio, "2026-W48-2", "--datum", D)
    assert (opnieuw.returncode, "al vrijgegeven" in opnieuw.stderr + opnieuw.stdout) == (0, True)


def test_a_trial_stands_beside_the_batches(tmp_path: Path) -> None:
    map_ = maak_regio(tmp_path / "regio", 4)
    voor = {pad.name for pad in map_.iterdir()}
    assert landing("voorstel", map_, "--datum", D, "--proef", "-q").returncode in (0, 3)
    assert {pad.name for pad in map_.iterdir()} - voor <= {"proef"}


def test_several_regions_each_get_their_own_answer(tmp_path: Path) -> None:
    goed = maak_regio(tmp_path / "goed", 3, mensen=10, plekken=10)
    fout = maak_regio(tmp_path / "fout", 3, mensen=10, plekken=10)
    (fout / "wijken.csv").unlink()
    uit = landing("voorstel", fout, goed, "--datum", D)
    assert uit.returncode == 2
    assert (goed / "batches" / "2026-W48-1" / "voorstellen.csv").exists()
    assert not (fout / "batches").exists()


def test_ctrl_c_leaves_nothing_or_all(tmp_path: Path) -> None:
    """At whatever moment it comes: no batch, or one that is whole; and the exit code says which it may be."""
    map_ = maak_regio(tmp_path / "regio", 5, mensen=30, plekken=30)
    voor = {pad: pad.read_bytes() for pad in map_.rglob("*") if pad.is_file()}
    onderbroken = 0
    for wacht in (0.05, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.2):
        proces = subprocess.Popen(
            [sys.executable, str(WORTEL / "cli.py"), "voorstel", str(map_), "--datum", D],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        time.sleep(wacht)
        os.kill(proces.pid, signal.SIGINT)
        _, fouten = proces.communicate(timeout=60)
        nieuw = {pad for pad in map_.rglob("*") if pad.is_file()} - set(voor)
        assert all(pad.read_bytes() == inhoud for pad, inhoud in voor.items())
        if nieuw:  # the batch stood before the signal came
            assert proces.returncode in (0, 130), fouten
            assert landing("controle", map_, "2026-W48-1").returncode == 0
            shutil.rmtree(map_ / "batches")
        else:  # stopped; or Python itself was not even loaded
            assert proces.returncode in (130, -signal.SIGINT), fouten
            onderbroken += 1
        assert proces.returncode != 130 or "onderbroken; er is niets half geschreven" in fouten
        assert not list(map_.glob("batches/.*")), fouten
    assert onderbroken


def test_a_fault_of_ours_shows_no_data(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    import cli

    def stuk(*_: object, **__: object) -> None:
        raise ValueError("U-GEHEIM")

    monkeypatch.setattr(cli, "app", stuk)
    with pytest.raises(SystemExit) as einde:
        cli.main(["voorstel", "x"])
    gezegd = capsys.readouterr()
    assert einde.value.code == 70
    assert "ValueError" in gezegd.err
    assert "U-GEHEIM" not in gezegd.err + gezegd.out
