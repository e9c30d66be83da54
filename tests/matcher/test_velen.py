"""Many regions in one run: what one of them meets, the others do not notice. The command runs in its own process.

Accidents are made to measure: a module that Python loads by itself listens, in worker processes, to the files that are
opened, and does to a region what its name says.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path
from uuid import uuid4

import pytest

from matcher import velen
from matcher.run import Afloop, ergste
from matcher.velen import dubbel
from solver.loading import THREADS
from tests.orakel.generator import maak_regio

WORTEL = Path(__file__).resolve().parents[2]
D = "23-11-2026"
WEEK = "2026-W48-1"
KENMERK = "ZL_TEST_VELEN"

ONGELUKKEN = """
import os, sys, time

def luister(gebeurtenis, gegevens):
    pad = str(gegevens[0]) if gebeurtenis == "open" else ""
    if "sneuvelt-lezend" in pad or ("sneuvelt-schrijvend" in pad and ".nieuw" in pad):
        os.kill(os.getpid(), 9)
    if "te-groot" in pad:
        raise MemoryError
    if "stuk" in pad:
        raise ValueError("U-GEHEIM")
    if "traag" in pad and pad.endswith("voorstellen.csv") and ".nieuw" in pad:
        time.sleep(60)

if "--multiprocessing-fork" in sys.orig_argv:
    sys.addaudithook(luister)
"""


@pytest.fixture(scope="module")
def ongelukken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    map_ = tmp_path_factory.mktemp("ongelukken")
    (map_ / "sitecustomize.py").write_text(ONGELUKKEN)
    return map_


@pytest.fixture(scope="module")
def bron(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """Two sound regions, to copy from: the first has more to solve."""
    map_ = tmp_path_factory.mktemp("bron")
    return (
        maak_regio(map_ / "groot", 3, mensen=30, plekken=30),
        maak_regio(map_ / "klein", 3, mensen=6, plekken=6),
    )


def regio(bron: Path, doel: Path) -> Path:
    return Path(shutil.copytree(bron, doel))


def _opdracht(mappen: list[Path], *keuzes: str) -> list[str]:
    return [sys.executable, str(WORTEL / "cli.py"), "voorstel", *map(str, mappen), "--datum", D, *keuzes]


def landing(
    mappen: list[Path], *keuzes: str, ongelukken: Path | None = None, in_map: Path | None = None
) -> subprocess.CompletedProcess[str]:
    omgeving = os.environ | ({"PYTHONPATH": str(ongelukken)} if ongelukken else {})
    return subprocess.run(
        _opdracht(mappen, *keuzes), capture_output=True, text=True, cwd=in_map, env=omgeving, stdin=subprocess.DEVNULL
    )


def inhoud(batch: Path) -> dict[str, bytes]:
    """The files of a batch; of the certificate all but how long it took."""
    bestanden = {pad.relative_to(batch).as_posix(): pad.read_bytes() for pad in batch.rglob("*") if pad.is_file()}
    certificaat = json.loads(bestanden["certificaat.json"])
    del certificaat["duur_s"]
    return bestanden | {"certificaat.json": json.dumps(certificaat).encode()}


def test_many_regions_come_to_what_each_comes_to_alone_and_are_told_in_the_order_given(
    bron: tuple[Path, ...], tmp_path: Path
) -> None:
    """The large one is given first and done last; two workers take five regions, so that each takes several."""
    samen = [regio(bron[n > 0], tmp_path / "samen" / f"regio{n}") for n in range(5)]
    uit = landing(samen, "--werkers", "2")
    assert (uit.returncode, "Traceback" in uit.stderr) == (0, False), uit.stderr
    op_volgorde = [regel.split(":")[0] for regel in uit.stdout.splitlines() if ": Alles staat in" in regel]
    assert op_volgorde == [str(map_) for map_ in samen]
    assert "Voorstel gemaakt voor 5 van 5 regio's" in uit.stdout
    for n in (0, 1):
        alleen = regio(bron[n], tmp_path / "alleen" / f"regio{n}")
        assert landing([alleen]).returncode == 0
        assert inhoud(samen[n] / "batches" / WEEK) == inhoud(alleen / "batches" / WEEK)


def test_a_region_that_cannot_be_done_stops_no_other(bron: tuple[Path, ...], ongelukken: Path, tmp_path: Path) -> None:
    """One worker alone: each that falls away must be replaced, or the last region would never have its turn."""
    namen = ("foute-invoer", "sneuvelt-lezend", "goed1", "sneuvelt-schrijvend", "te-groot", "stuk", "bestaat-niet")
    mappen = [regio(bron[1], tmp_path / naam) for naam in namen[:-1]]
    (tmp_path / "foute-invoer" / "wijken.csv").unlink()
    mappen += [tmp_path / namen[-1], regio(bron[1], tmp_path / "goed2")]
    uit = landing(mappen, "--werkers", "1", "--json", ongelukken=ongelukken)
    assert uit.returncode == 70, uit.stderr
    assert uit.stderr == ""
    gegevens = json.loads(uit.stdout)
    assert [rij["regio"] for rij in gegevens] == [str(map_) for map_ in mappen]
    assert [rij["exit"] for rij in gegevens] == [2, 70, 0, 70, 70, 70, 2, 0]
    teksten = [
        " ".join(melding["tekst"] for melding in rij["meldingen"] if melding["ernst"] == "fout") for rij in gegevens
    ]
    assert "viel weg bij deze regio (code -9)" in teksten[1]
    assert teksten[3] == teksten[1]
    assert "het geheugen van de computer was vol" in teksten[4]
    assert "ValueError, sitecustomize.py regel" in teksten[5]
    assert "U-GEHEIM" not in uit.stdout
    gemaakt = {pad.parent.parent.name for pad in tmp_path.glob("*/batches/*")}
    assert gemaakt == {"goed1", "goed2"}
    assert not [map_ for map_ in mappen if (map_ / "batches").exists() and map_.name not in gemaakt]


def test_each_region_has_its_own_lines(bron: tuple[Path, ...], tmp_path: Path) -> None:
    fout, goed = regio(bron[1], tmp_path / "fout"), regio(bron[1], tmp_path / "goed")
    (fout / "wijken.csv").unlink()
    uit = landing([fout, goed], "--proef")
    assert uit.returncode == 2
    assert uit.stderr.startswith(f"{fout}: Er is niets geschreven")
    assert "  - wijken.csv" in uit.stderr
    assert f"{goed}: Alles staat in {goed}/proef/{WEEK}" in uit.stdout
    assert str(fout) not in uit.stdout
    assert "Voorstel gemaakt voor 1 van 2 regio's\nDit is een proef" in uit.stdout


def test_a_terminal_shows_how_many_regions_are_done_and_nothing_else_does(
    bron: tuple[Path, ...], tmp_path: Path
) -> None:
    pty = pytest.importorskip("pty")
    mappen = [regio(bron[1], tmp_path / naam) for naam in ("a", "b")]
    kijker, scherm = pty.openpty()
    proces = subprocess.Popen(_opdracht(mappen, "--proef"), stdout=subprocess.PIPE, stderr=scherm, text=True)
    os.close(scherm)
    gezien = b""
    with suppress(OSError):  # how Linux says that nobody writes any more
        while stuk := os.read(kijker, 4096):
            gezien += stuk
    os.close(kijker)
    uit, _ = proces.communicate()
    assert proces.returncode == 0, gezien
    assert b"regio's klaar" in gezien
    assert b"2/2" in gezien
    assert "regio's klaar" not in uit
    assert "regio's klaar" not in landing(mappen, "--proef").stderr


@pytest.mark.parametrize("nogmaals", ["regio/", "./regio", "regio/../regio", "wegwijzer"])
def test_one_folder_twice_by_whatever_path_is_refused_before_anything_begins(
    bron: tuple[Path, ...], tmp_path: Path, nogmaals: str
) -> None:
    regio(bron[1], tmp_path / "regio")
    (tmp_path / "wegwijzer").symlink_to("regio")
    uit = landing([Path("regio"), Path("elders")], nogmaals, in_map=tmp_path)
    assert (uit.returncode, "deze regio staat er twee keer" in uit.stderr) == (2, True)
    assert not (tmp_path / "regio" / "batches").exists()


def test_a_folder_that_is_not_there_can_be_named_twice_too() -> None:
    assert dubbel([Path("weg"), Path("elders")]) is None
    assert dubbel([Path("weg"), Path("elders"), Path("./weg")]) == Path("weg")


@pytest.mark.parametrize("aantal", ["0", "-1", "twee", "1.5", "²"])
def test_the_number_of_workers_is_a_whole_number(tmp_path: Path, aantal: str) -> None:
    uit = landing([tmp_path], f"--werkers={aantal}")
    assert (uit.returncode, "--werkers is een heel getal vanaf 1" in uit.stderr) == (2, True)


def test_the_most_serious_of_all_regions_counts() -> None:
    """A fault of the program before one of the files, both before what a region itself can settle."""
    op_volgorde = [Afloop.EIGEN_FOUT, Afloop.FOUTE_INVOER, Afloop.VAST_BOTST, Afloop.IN_GEBRUIK, Afloop.TIJDSLIMIET]
    for nummer, zwaarste in enumerate(op_volgorde):
        assert ergste([Afloop.KLAAR, *reversed(op_volgorde[nummer:])]) is zwaarste
    assert ergste([Afloop.KLAAR, Afloop.KLAAR]) is Afloop.KLAAR


def test_a_worker_has_one_thread_for_linear_algebra(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """There are as many workers as cores, so that threads of numpy's own would only be in the way."""
    monkeypatch.delenv(THREADS, raising=False)
    monkeypatch.setattr(velen, "_werk", _vertel)
    opdracht = velen.Opdracht(datum=date(2026, 11, 23))
    ((_, gezegd),) = velen.maak_voorstellen([tmp_path], opdracht, 1)
    assert str(gezegd) == "1"


def _vertel(lijn: Connection, _opdracht: velen.Opdracht, _map: Path) -> None:
    lijn.send(os.environ.get(THREADS))


def test_one_region_needs_no_workers(bron: tuple[Path, ...], tmp_path: Path) -> None:
    map_ = regio(bron[1], tmp_path / "regio")
    vraag = "import sys, cli\ntry: cli.main()\nfinally: print('VELEN', 'matcher.velen' in sys.modules)"
    opdracht = [sys.executable, "-c", vraag, *_opdracht([map_], "--werkers", "2")[2:]]
    uit = subprocess.run(opdracht, capture_output=True, text=True, cwd=WORTEL)
    assert uit.stdout.splitlines()[-1] == "VELEN False"
    assert uit.returncode == 0


def _nazaten(kenmerk: str) -> Iterator[int]:
    """Processes that carry our mark in their environment."""
    for proces in Path("/proc").glob("[0-9]*"):
        try:
            if f"{KENMERK}={kenmerk}".encode() in (proces / "environ").read_bytes():
                yield int(proces.name)
        except OSError:
            continue  # gone meanwhile


@pytest.mark.skipif(not Path("/proc/self/environ").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize(
    ("stuur", "signaal"), [(os.killpg, signal.SIGINT), (os.kill, signal.SIGINT), (os.kill, signal.SIGTERM)]
)
def test_an_interruption_stops_all_workers_and_leaves_nothing_half(
    bron: tuple[Path, ...], ongelukken: Path, tmp_path: Path, stuur: Callable[[int, int], None], signaal: int
) -> None:
    """Ctrl-C reaches every process of the terminal, SIGTERM only the first; one region is being written meanwhile."""
    mappen = [regio(bron[1], tmp_path / naam) for naam in ("klaar", "traag", "nooit-begonnen")]
    kenmerk = uuid4().hex
    proces = subprocess.Popen(
        _opdracht(mappen, "--werkers", "1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(ongelukken), KENMERK: kenmerk},
        start_new_session=True,
    )
    uiterlijk = time.monotonic() + 60
    while not list(tmp_path.glob("traag/batches/.*/")) and time.monotonic() < uiterlijk:
        time.sleep(0.05)
    stuur(proces.pid, signaal)
    uit, fouten = proces.communicate(timeout=60)
    assert (proces.returncode, "Traceback" in fouten) == (130, False), fouten
    assert "onderbroken; er is niets half geschreven" in fouten
    assert "Voorstel gemaakt voor 1 van 3 regio's" in uit
    while list(_nazaten(kenmerk)) and time.monotonic() < uiterlijk:
        time.sleep(0.05)  # what multiprocessing keeps beside us ends a moment later
    assert list(_nazaten(kenmerk)) == []
    assert sorted(pad.relative_to(tmp_path).as_posix() for pad in tmp_path.glob("*/batches/*")) == [
        f"klaar/batches/{WEEK}"
    ]
    assert not (tmp_path / "traag" / "batches").exists()
