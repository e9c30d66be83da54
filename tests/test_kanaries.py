"""Privacy: values planted in every sensitive column, looked for in everything that every command writes or says.

Each canary is a value that occurs nowhere else. ``MAG`` says in which outputs a column's value belongs; anywhere else
it is a leak, in a file, on the screen or in a message about a fault.
"""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest

from matcher.nakijken import kijk_na
from tests.orakel.generator import maak_ontwerp
from tests.orakel.ontwerp import Ontwerp, Rij, schrijf

WORTEL = Path(__file__).resolve().parents[1]
D = "23-11-2026"
NERGENS: frozenset[str] = frozenset()
BUREAU = frozenset({"voorstellen.csv", "niet_geplaatst.csv", "rapport.html"})
"""Outputs for the desk, in which the pseudonym stands."""
ID = BUREAU | {"aanbieders", "bewijs.json"}

ZORG = frozenset({"aanbieders", "reistijden.csv", "rapport.html", "vrijgave.json", "bewijs.json"})
"""Outputs that name a provider: its own sheet, and the desk's figures and proof."""


@dataclass(frozen=True)
class Kanarie:
    """A value planted in a column, and the outputs where it may be seen."""

    tabel: str
    kolom: str
    waarde: str
    mag: frozenset[str] = NERGENS


KANARIES = (
    Kanarie("uitstromers", "uitstromer_id", "KANARIE-U1", ID),
    Kanarie("uitstromers", "geboortemaand", "03-1971"),
    Kanarie("uitstromers", "herkomst_gemeente", "GM9871"),
    Kanarie("uitstromers", "voorkeur_gemeenten", "GM9872"),
    Kanarie("uitstromers", "doelgroepen", "kanarie-doelgroep"),
    Kanarie("uitstromers", "aanbieder", "kanarie-zorg", ZORG),
    Kanarie("uitstromers", "uren", "0,13"),
    Kanarie("uitstromers", "vermijden", "coffeeshop 9873"),
    Kanarie("uitstromers", "overlast_tot", "13-07-2031"),
    Kanarie("uitstromers", "huur_max", "987,65", frozenset({"corporaties"})),
    Kanarie("uitstromers", "anker_x", "98741"),
    Kanarie("uitstromers", "anker_y", "448742"),
    Kanarie("uitstromers", "uitsluiting_gebieden", "GM9874"),
    Kanarie("uitstromers", "uitsluiting_punten", "98761 448762 9.77"),
    Kanarie("uitstromers", "uitsluiting_tot", "17-07-2031"),
    Kanarie("uitstromers", "duur_maanden", "9"),
    Kanarie("uitstromers", "urgentie_door", "KANARIE-TOEGANG"),
    Kanarie("uitstromers", "urgentie_datum", "19-07-2021"),
    Kanarie("uitstromers", "wachtend_sinds", "21-07-2021"),
    Kanarie("uitstromers", "uiterste_datum", "23-07-2031", BUREAU),
    Kanarie("uitstromers", "x_opmerking", "KANARIE-OPM"),
    Kanarie("contactverboden", "uitstromer_a", "KANARIE-VA"),
    Kanarie("contactverboden", "uitstromer_b", "KANARIE-VB"),
    Kanarie("contactverboden", "afstand_m", "9881"),
    Kanarie("contactverboden", "tot", "29-07-2031"),
    Kanarie("plaatsingen", "uitstromer_id", "KANARIE-P1"),
    Kanarie("plaatsingen", "aanbieder", "kanarie-zorg", ZORG),
    Kanarie("plaatsingen", "herkomst_gemeente", "GM9891"),
    Kanarie("plaatsingen", "wachtend_sinds", "31-07-2021"),
    Kanarie("plaatsingen", "einde_verwacht", "02-08-2031"),
    Kanarie("plaatsingen", "x_notitie", "KANARIE-NOTITIE"),
    Kanarie("afspraken", "uitstromer_id", "KANARIE-U1", ID),
    Kanarie("afspraken", "reden", "KANARIE-REDEN"),
    Kanarie("afspraken", "door", "KANARIE-DOOR"),
    Kanarie("afspraken", "tot", "03-08-2031"),
)
"""35 values, one in every column about a person that holds more than a choice out of a list."""


def _rij(tabel: str, basis: Rij) -> Rij:
    return {**basis, **{k.kolom: k.waarde for k in KANARIES if k.tabel == tabel}}


@pytest.fixture(scope="module")
def regio(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A region in which a person full of canaries is proposed a place, beside others."""
    ontwerp = _met_kanaries(maak_ontwerp(21, mensen=12, plekken=12))
    map_ = schrijf(ontwerp, tmp_path_factory.mktemp("kanaries") / "regio")
    for tabel, kolom in (("uitstromers", "x_opmerking"), ("plaatsingen", "x_notitie")):
        _voeg_kolom_toe(map_ / f"{tabel}.csv", kolom)
    return map_


def _met_kanaries(ontwerp: Ontwerp) -> Ontwerp:
    woning = {
        "woning_id": "W-KAN",
        "corporatie": "corp-kan",
        "gemeentecode": ontwerp.tabel("wijken")[0]["gemeentecode"],
        "wijkcode": ontwerp.tabel("wijken")[0]["wijkcode"],
        "woonvorm": "kamer_met_aandacht",
        "max_personen": "9",
        "huur": "100",
        "beschikbaar_vanaf": "01-11-2026",
        "x": "120000",
        "y": "480000",
    }
    mens = {"woonvormen": "kamer_met_aandacht", "zorgzwaarte": "licht", "prikkelarm": "gewenst", "urgentie": "hoog"}
    mens = {**_rij("uitstromers", mens), "vermijden": ""}
    buur = {**mens, "uitstromer_id": "U-BUUR", "uitsluiting_gebieden": "", "uitsluiting_punten": ""}
    vast = {"woning_id": "W-KAN", "soort": "vast", "ondanks": "R14|R15|R19"}
    zorg = {"aanbieder": "kanarie-zorg", "naam": "Kanarie Zorg"}
    plaatsing = {
        "gemeentecode": woning["gemeentecode"],
        "woonvorm": "kamer_met_aandacht",
        "zorgzwaarte": "licht",
        "datum_in": "01-02-2025",
        "uren": "1",
    }
    lege_regels = {**ontwerp.regels}
    lege_regels.pop("doelen", None)
    lege_regels.pop("spreiding", None)
    gemeenten = tuple({k: v for k, v in rij.items() if k != "opgave"} for rij in ontwerp.tabel("gemeenten"))
    return Ontwerp(
        {
            **ontwerp.tabellen,
            "gemeenten": gemeenten,
            "wijken": tuple(
                {k: v for k, v in rij.items() if k not in ("draagkracht", "instroom_max")}
                for rij in ontwerp.tabel("wijken")
            ),
            "aanbieders": (*ontwerp.tabel("aanbieders"), zorg),
            "woningen": (*ontwerp.tabel("woningen"), woning),
            "uitstromers": (*ontwerp.tabel("uitstromers"), mens, buur),
            "contactverboden": (*ontwerp.tabel("contactverboden"), _rij("contactverboden", {})),
            "plaatsingen": (*ontwerp.tabel("plaatsingen"), _rij("plaatsingen", plaatsing)),
            "afspraken": (*(a for a in ontwerp.tabel("afspraken") if a["soort"] != "vast"), _rij("afspraken", vast)),
        },
        {k: v for k, v in lege_regels.items() if k != "passend"},
    )


def _voeg_kolom_toe(bestand: Path, kolom: str) -> None:
    (waarde,) = (k.waarde for k in KANARIES if k.kolom == kolom)
    kop, *rijen = bestand.read_text(encoding="utf-8-sig").splitlines()
    scheiding = ";" if ";" in kop else ","
    regels = [f"{kop}{scheiding}{kolom}", *(f"{rij}{scheiding}{waarde}" for rij in rijen)]
    bestand.write_text("\n".join(regels) + "\n", encoding="utf-8")


def _landing(*woorden: object) -> str:
    uit = subprocess.run(
        [sys.executable, str(WORTEL / "cli.py"), *map(str, woorden)], capture_output=True, text=True, check=False
    )
    assert uit.returncode in (0, 2, 5), uit.stderr
    return uit.stdout + uit.stderr


def _teksten(map_: Path) -> Iterator[tuple[str, str]]:
    """Every output with the name that ``mag`` knows it by: file, or folder for sheets; workbooks unpacked."""
    for pad in sorted(map_.rglob("*")):
        if pad.is_file():
            naam = pad.parent.name if pad.parent.name in ("corporaties", "aanbieders") else pad.name
            yield naam, pad.name
            inhoud = pad.read_bytes()
            if pad.suffix == ".xlsx":
                with zipfile.ZipFile(io.BytesIO(inhoud)) as werkboek:
                    for deel in werkboek.namelist():
                        yield naam, werkboek.read(deel).decode("utf-8", "replace")
            else:
                yield naam, inhoud.decode("utf-8-sig", "replace")


def _vormen(waarde: str) -> set[str]:
    """The ways in which a value could be written: as it stands, with a point, and a date as Excel or ISO has it."""
    vormen = {waarde, waarde.replace(",", "."), waarde.replace(".", ",")}
    delen = waarde.split("-")
    if len(delen) == 3 and all(deel.isdigit() for deel in delen):
        dag = date(int(delen[2]), int(delen[1]), int(delen[0]))
        vormen |= {dag.isoformat(), str((dag - date(1899, 12, 30)) // timedelta(days=1))}
    return vormen | {deel for deel in waarde.split(" ") if len(deel) > 3 and deel.isdigit()}


def _lekken(uitgangen: list[tuple[str, str]]) -> list[str]:
    """Canaries where they don't belong. Values of one or two signs can't be told from other numbers."""
    return [
        f"{k.tabel}.{k.kolom} in {naam}"
        for k in KANARIES
        if len(k.waarde) > 3
        for naam, tekst in uitgangen
        if naam not in k.mag and any(vorm in tekst for vorm in _vormen(k.waarde))
    ]


def test_there_are_enough_canaries_and_each_is_planted(regio: Path) -> None:
    tekst = {pad.stem: pad.read_text(encoding="utf-8-sig") for pad in regio.glob("*.csv")}
    assert len(KANARIES) >= 30
    geplant = [k for k in KANARIES if k.waarde in tekst[k.tabel]]
    assert [k.kolom for k in KANARIES if k not in geplant] == ["vermijden"]  # needs a layer; planted in the faults


def test_nothing_leaks_from_a_whole_week(regio: Path) -> None:
    gezegd = [("scherm", _landing("controle", regio, "--datum", D))]
    gezegd.append(("scherm", _landing("voorstel", regio, "--datum", D, "-v")))
    batch = regio / "batches" / "2026-W48-1"
    assert batch.is_dir(), gezegd[-1]
    gezegd.append(("scherm", _landing("controle", regio, "2026-W48-1")))
    gezegd.append(("scherm", _landing("vrijgeven", regio, "2026-W48-1", "--datum", D, "--wie", "bureau")))
    gezegd.append(("scherm", _landing("voorstel", regio, "--datum", D, "--proef", "--json")))
    bestanden = [*_teksten(batch), *_teksten(regio / "proef")]
    assert any("KANARIE-U1" in tekst for naam, tekst in bestanden if naam == "voorstellen.csv")
    assert any(naam == "corporaties" for naam, _ in bestanden)
    assert _lekken([*gezegd, *bestanden]) == []


def test_a_search_for_leaks_finds_one() -> None:
    assert _lekken([("rapport.html", "van GM9871 naar"), ("scherm", "31-07-2021")]) == [
        "uitstromers.herkomst_gemeente in rapport.html",
        "plaatsingen.wachtend_sinds in scherm",
    ]


@pytest.mark.parametrize("kanarie", [k for k in KANARIES if not k.kolom.startswith("x_")], ids=lambda k: k.kolom)
def test_a_fault_in_a_sensitive_cell_never_repeats_it(tmp_path: Path, kanarie: Kanarie) -> None:
    """The cell holds the canary and something that is no value of its column."""
    kapot = f"{kanarie.waarde} KANARIE=<kapot>?;"
    ontwerp = _met_kanaries(maak_ontwerp(21, mensen=6, plekken=6))
    rijen = ontwerp.tabel(kanarie.tabel)
    kapotte = {**rijen[-1], kanarie.kolom: kapot}
    map_ = schrijf(ontwerp.met(**{kanarie.tabel: (*rijen[:-1], kapotte)}), tmp_path / "regio")
    gezegd = "\n".join(map(str, kijk_na(map_, date(2026, 11, 23)).meldingen))
    assert gezegd
    assert "kapot" not in gezegd
    assert not [vorm for vorm in _vormen(kanarie.waarde) if len(vorm) > 3 and vorm in gezegd]
