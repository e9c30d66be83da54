"""Random damage to good files: never a traceback, never a write (quality, "Bad input")."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest

from data.lezen import lees_regio, lees_reistijden
from data.lezen.regels import lees_regels
from tests.data.foute_invoer import werkboek
from tests.data.goede_regio import BESTANDEN, schrijf

AANTAL = 50_000 if os.environ.get("ZL_PROOF") else 2_000
DELEN = 20
OPVALLEND = b";,\"\t\r\n\x00\xff=+-@|.'#"


def _beschadig(kans: random.Random, inhoud: bytes) -> bytes:
    """A byte changed, put in, taken out or swapped, or a piece doubled or cut off."""
    uit = bytearray(inhoud)
    plek = kans.randrange(len(uit))
    nieuw = kans.choice(OPVALLEND) if kans.random() < 0.5 else kans.randrange(256)
    match kans.randrange(6):
        case 0 | 1:
            uit[plek] = nieuw
        case 2:
            uit.insert(plek, nieuw)
        case 3:
            del uit[plek]
        case 4:
            eind = min(len(uit), plek + kans.randrange(1, 40))
            uit[plek:plek] = uit[plek:eind]
        case _:
            del uit[plek : plek + kans.randrange(1, 200)]
    return bytes(uit)


@pytest.mark.parametrize("deel", range(DELEN))
def test_damaged_bytes_give_faults_or_another_region_but_no_traceback(deel: int, tmp_path: Path) -> None:
    kans = random.Random(deel)
    schrijf(tmp_path)
    namen = sorted(BESTANDEN)
    fout = 0
    for _ in range(AANTAL // DELEN):
        pad = tmp_path / kans.choice(namen)
        goed = pad.read_bytes()
        pad.write_bytes(_beschadig(kans, goed))
        lezing = lees_regio(tmp_path)
        _, meer = lees_reistijden(tmp_path, lezing.regio)
        assert all(str(melding) for melding in (*lezing.meldingen, *meer))
        fout += bool(lezing.fouten)
        pad.write_bytes(goed)
    assert lees_regio(tmp_path).meldingen == ()
    assert {pad.relative_to(tmp_path).as_posix() for pad in tmp_path.rglob("*") if pad.is_file()} == set(BESTANDEN)
    assert fout > AANTAL // DELEN // 2  # most damage shows; the rest is text that nobody can call wrong


@pytest.mark.parametrize("deel", range(2))
def test_a_damaged_workbook_gives_no_traceback(deel: int, tmp_path: Path) -> None:
    kans = random.Random(deel)
    werkboek()(schrijf(tmp_path))
    pad = tmp_path / "regio.xlsx"
    goed = pad.read_bytes()
    for _ in range(AANTAL // 50):
        pad.write_bytes(_beschadig(kans, goed))
        assert all(str(melding) for melding in lees_regio(tmp_path).meldingen)


def test_a_workbook_with_damaged_parts_gives_no_traceback(tmp_path: Path) -> None:
    """Behind a sound zip: openpyxl meets XML that no program would write."""
    from zipfile import ZipFile

    kans = random.Random(1)
    werkboek()(schrijf(tmp_path))
    pad = tmp_path / "regio.xlsx"
    with ZipFile(BytesIO(pad.read_bytes())) as bron:
        delen = {naam: bron.read(naam) for naam in bron.namelist()}
    for _ in range(AANTAL // 25):
        kapot = kans.choice(sorted(delen))
        with ZipFile(pad, "w") as doel:
            for naam, inhoud in delen.items():
                doel.writestr(naam, _beschadig(kans, inhoud) if naam == kapot else inhoud)
        assert all(str(melding) for melding in lees_regio(tmp_path).meldingen)


def test_damaged_settings_give_no_traceback() -> None:
    kans = random.Random(7)
    goed = BESTANDEN["regels.toml"].encode()
    for _ in range(AANTAL):
        assert all(str(melding) for melding in lees_regels(_beschadig(kans, goed)).meldingen)


_GROOT = """
import sys
from pathlib import Path
from time import process_time
from data.lezen import lees_regio

for map_ in sys.argv[1:]:
    begin = process_time()
    lezing = lees_regio(Path(map_))
    print(len(lezing.fouten), process_time() - begin)
# not ru_maxrss: that starts at the size of the process that forked this one
gemeten = Path("/proc/self/status").read_text().splitlines()
print(next(regel for regel in gemeten if regel.startswith("VmHWM")).split()[1])
"""


@pytest.mark.parametrize("wat", ["goed", "fout"])
def test_the_largest_file_stays_within_memory_and_grows_evenly(wat: str, tmp_path: Path) -> None:
    """As many people as a file may hold, sound (but for the links to the old ids) and with a fault in every row."""
    kop, rij, *_ = BESTANDEN["uitstromers.csv"].splitlines()
    if wat == "fout":
        rij = rij.replace("03-02-2026", "03/02/2026").replace(";licht;", ";ligt;")
    mappen = [tmp_path / "klein", tmp_path / "groot"]
    for map_, aantal in zip(mappen, (1_900, 19_000), strict=True):
        rijen = [rij.replace("U-2026-014", f"U-{nummer}") for nummer in range(aantal)]
        schrijf(map_, **{"uitstromers.csv": "\n".join([kop, *rijen])})
    omgeving = os.environ | {"PYTHONPATH": str(Path(__file__).parents[2])}
    opdracht = [sys.executable, "-c", _GROOT, *map(str, mappen)]
    uit = subprocess.run(opdracht, env=omgeving, capture_output=True, text=True, check=True)
    (_, kort), (fouten, lang), (kib,) = (regel.split() for regel in uit.stdout.splitlines())
    assert int(fouten) >= 2
    assert float(lang) <= 20 * float(kort)  # ten times the rows; a quadratic step would take a hundred times as long
    assert int(kib) <= 300_000_000 / 1024
