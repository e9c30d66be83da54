# ruff: noqa: DTZ001, E501
"""The catalogue of bad input: what is done to the good region, and which answer that must give.

Every kind of damage that offices, Excel and editors do, by group. ``code`` is the fault that must be named,
or empty where the program takes it as it is (then ``code_let_op`` names the note, if any).
"""

from __future__ import annotations

import os
import socket
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from data.records import TABELLEN
from tests.data.goede_regio import BESTANDEN, schrijf

Daad = Callable[[Path], None]


@dataclass(frozen=True)
class Geval:
    """``wat`` is shown to users. ``tijdens`` changes the world while reading."""

    wat: str
    daad: Daad
    code: str = ""
    code_let_op: str = ""
    tijdens: Callable[[Path], AbstractContextManager[None]] = lambda _: nullcontext()


def vervang(bestand: str, oud: str, nieuw: str) -> Daad:
    def doe(map_: Path) -> None:
        pad = map_ / bestand
        tekst = pad.read_bytes().decode("utf-8")
        assert oud in tekst, (bestand, oud)
        pad.write_bytes(tekst.replace(oud, nieuw, 1).encode("utf-8"))

    return doe


def cel(bestand: str, rij: int, kolom: str, waarde: str) -> Daad:
    """Set one cell; ``rij`` as Excel counts."""

    def doe(map_: Path) -> None:
        regels = (map_ / bestand).read_text(encoding="utf-8").splitlines()
        plek = regels[0].split(";").index(kolom)
        cellen = regels[rij - 1].split(";")
        cellen[plek] = waarde
        regels[rij - 1] = ";".join(cellen)
        (map_ / bestand).write_text("\n".join(regels) + "\n", encoding="utf-8", newline="")

    return doe


def maak(bestand: str, inhoud: bytes | Callable[[bytes], bytes]) -> Daad:
    def doe(map_: Path) -> None:
        pad = map_ / bestand
        pad.write_bytes(inhoud(pad.read_bytes()) if callable(inhoud) else inhoud)

    return doe


def maak_nieuw(bestand: str) -> Daad:
    return lambda map_: (map_ / bestand).touch()


def erbij(bestand: str, regel: str) -> Daad:
    return maak(bestand, lambda oud: oud + regel.encode() + b"\n")


def samen(*daden: Daad) -> Daad:
    def doe(map_: Path) -> None:
        for daad in daden:
            daad(map_)

    return doe


def weg(bestand: str) -> Daad:
    return lambda map_: (map_ / bestand).unlink()


def hernoem(oud: str, nieuw: str) -> Daad:
    def doe(map_: Path) -> None:
        (map_ / oud).rename(map_ / nieuw)

    return doe


def anders(bestand: str, maker: Daad) -> Daad:
    """Take the file away and let ``maker`` put something else in its place."""
    return samen(weg(bestand), lambda map_: maker(map_ / bestand))


def _socket(pad: Path) -> None:
    hier = Path.cwd()
    os.chdir(pad.parent)  # a path of a socket may hold a hundred characters
    try:
        with socket.socket(socket.AF_UNIX) as stekker:
            stekker.bind(pad.name)
    finally:
        os.chdir(hier)


def _koppeling_buiten(pad: Path) -> None:
    buiten = pad.parent.parent / "buiten.csv"
    buiten.write_text(BESTANDEN["complexen.csv"])
    pad.symlink_to(buiten)


def _koppeling_binnen(pad: Path) -> None:
    (pad.parent / "bron").mkdir()
    (pad.parent / "bron" / "c.txt").write_text(BESTANDEN["complexen.csv"])
    pad.symlink_to(Path("bron") / "c.txt")


@contextmanager
def _verandert(map_: Path) -> Iterator[None]:
    """The file gets another row between the first and the second look at it."""
    from data.lezen import bestand

    echt = bestand.vingerafdruk

    def trager(greep: int) -> str:
        with (map_ / "wijken.csv").open("a") as uit:
            uit.write("\n")
        return echt(greep)

    with pytest.MonkeyPatch.context() as lap:
        lap.setattr(bestand, "vingerafdruk", trager)
        yield


@contextmanager
def _zonder_rechten(_map: Path) -> Iterator[None]:
    """As for a file that another program keeps locked; also when the tests run with all rights."""
    echt = os.open

    def geweigerd(pad: Any, *rest: Any, **meer: Any) -> int:
        if str(pad).endswith("wijken.csv"):
            raise PermissionError(13, "Permission denied")
        return echt(pad, *rest, **meer)

    with pytest.MonkeyPatch.context() as lap:
        lap.setattr(os, "open", geweigerd)
        yield


def werkboek(*daden: Callable[[Workbook], None]) -> Daad:
    """The same region as one workbook, with something done to it."""

    def doe(map_: Path) -> None:
        boek = Workbook()
        boek.remove(boek.worksheets[0])
        for tabel in TABELLEN:
            vel = boek.create_sheet(tabel.tabel)
            for regel in BESTANDEN[f"{tabel.tabel}.csv"].splitlines():
                vel.append(regel.split(";"))
            (map_ / f"{tabel.tabel}.csv").unlink()
        for daad in daden:
            daad(boek)
        boek.save(map_ / "regio.xlsx")

    return doe


def zet(blad: str, plek: str, waarde: object, opmaak: str = "General") -> Callable[[Workbook], None]:
    def doe(boek: Workbook) -> None:
        boek[blad][plek].value = waarde
        boek[blad][plek].number_format = opmaak

    return doe


def _zipbom(map_: Path) -> None:
    uit = BytesIO()
    with ZipFile(uit, "w", compression=8) as zip_:
        zip_.writestr("xl/workbook.xml", b" " * (65 * 2**20))
    (map_ / "regio.xlsx").write_bytes(uit.getvalue())


def _doctype(map_: Path) -> None:
    werkboek()(map_)
    oud, uit = (map_ / "regio.xlsx").read_bytes(), BytesIO()
    with ZipFile(BytesIO(oud)) as bron, ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            inhoud = bron.read(naam)
            if naam == "xl/workbook.xml":
                inhoud = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>' + inhoud
            doel.writestr(naam, inhoud)
    (map_ / "regio.xlsx").write_bytes(uit.getvalue())


def _als_xlsx(map_: Path) -> None:
    uit = BytesIO()
    Workbook().save(uit)
    (map_ / "wijken.csv").write_bytes(uit.getvalue())
    assert load_workbook(BytesIO(uit.getvalue()))


W, U, P, A, V = "woningen.csv", "uitstromers.csv", "plaatsingen.csv", "afspraken.csv", "contactverboden.csv"

BESTAND = (
    Geval("wijken.csv ontbreekt", weg("wijken.csv"), "tabel_ontbreekt"),
    Geval("complexen.csv ontbreekt (mag)", weg("complexen.csv")),
    Geval("een bestand is helemaal leeg", maak("wijken.csv", b""), "bestand_leeg"),
    Geval("een bestand heeft alleen lege regels", maak("wijken.csv", b"\xef\xbb\xbf\r\n;;\r\n"), "bestand_leeg"),
    Geval("wijken.csv heeft alleen een kop", maak("wijken.csv", lambda t: t.split(b"\n")[0]), "tabel_leeg"),
    Geval("afspraken.csv heeft alleen een kop (mag)", maak(A, lambda t: t.split(b"\n")[0])),
    Geval("een bestand is groter dan 8 MiB", maak(U, lambda t: t + b" " * 2**23), "bestand_groot"),
    Geval(
        "een bestand heeft meer dan 20000 rijen", maak("complexen.csv", lambda t: t + b";;\n" * 20001), "bestand_rijen"
    ),
    Geval("een Excel-bestand heet wijken.csv", _als_xlsx, "bestand_is_zip"),
    Geval(
        "een oud Excel-bestand (.xls) heet wijken.csv", maak("wijken.csv", b"\xd0\xcf\x11\xe0" * 9), "bestand_is_xls"
    ),
    Geval("een zip-bestand heet regels.toml", maak("regels.toml", b"PK\x03\x04" * 9), "bestand_is_zip"),
    Geval("wijken.csv is een map", anders("wijken.csv", Path.mkdir), "bestand_is_map"),
    Geval("wijken.csv is een pijp (fifo)", anders("wijken.csv", os.mkfifo), "bestand_bijzonder"),
    Geval("wijken.csv is een socket", anders("wijken.csv", _socket), "bestand_bijzonder"),
    Geval("een koppeling wijst naar buiten de map", anders("complexen.csv", _koppeling_buiten), "bestand_koppeling"),
    Geval("een koppeling wijst naar een bestand in de map (mag)", anders("complexen.csv", _koppeling_binnen)),
    Geval(
        "een koppeling wijst nergens heen",
        anders("complexen.csv", lambda p: p.symlink_to("weg.csv")),
        "bestand_ontbreekt",
    ),
    Geval(
        "een koppeling wijst naar zichzelf",
        anders("complexen.csv", lambda p: p.symlink_to(p.name)),
        "bestand_kring",
    ),
    Geval("een bestand verandert tijdens het lezen", lambda _: None, "bestand_gewijzigd", tijdens=_verandert),
    Geval("een bestand is op slot", lambda _: None, "bestand_rechten", tijdens=_zonder_rechten),
    Geval("../ in een kenmerk", cel(W, 2, "corporatie", "../corp-a"), "id_vorm"),
    Geval(
        "een tabel heeft een verkeerde naam",
        hernoem("complexen.csv", "complex.csv"),
        code_let_op="bestand_vreemd_bijna",
    ),
    Geval(
        "een bestand dat op geen tabel lijkt",
        maak_nieuw("begroting.xlsx"),
        code_let_op="bestand_vreemd",
    ),
    Geval("een kaartlaag buiten de map geo", maak_nieuw("geluid.gpkg"), code_let_op="bestand_vreemd_bijna"),
    Geval("een kaartlaag is een map", lambda m: (m / "wijken.gpkg").mkdir(), "bestand_is_map"),
)

TEKENS = (
    Geval("opgeslagen als UTF-16 (Unicode-tekst)", maak("wijken.csv", lambda t: t.decode().encode("utf-16")), "bestand_utf16"),
    Geval("UTF-16 zonder kenmerk", maak("wijken.csv", lambda t: t.decode().encode("utf-16-le")), "bestand_nul"),
    Geval("opgeslagen als Windows-tekst (cp1252)", maak("wijken.csv", lambda t: t.replace(b"Hof van", "Hóf van".encode("cp1252"))), code_let_op="bestand_cp1252"),
    Geval("regels.toml opgeslagen als Windows-tekst", maak("regels.toml", lambda t: t + "# één".encode("cp1252")), "toml_tekens"),
    Geval("verhaspelde letters (Ã³)", maak("wijken.csv", lambda t: t.replace(b"Hof", "Hóf".encode().decode("cp1252").encode())), "cel_mojibake"),
    Geval("verhaspelde letters in een tekst over iemand", cel(A, 2, "reden", "ge\u00c3\u00abindigd"), "cel_mojibake"),
    Geval("tekens die niet bestaan in Windows-tekst", maak("wijken.csv", lambda t: t + b"\x81"), "bestand_tekens"),
    Geval("een NUL-teken", maak("wijken.csv", lambda t: t.replace(b"Hof", b"H\x00f")), "bestand_nul"),
    Geval("een onzichtbaar teken in een kenmerk", cel(W, 2, "complex_id", "C\u200b-12"), "cel_teken"),
    Geval("UTF-8 met of zonder kenmerk (BOM)", maak("wijken.csv", lambda t: b"\xef\xbb\xbf" + t)),
    Geval("komma als scheidingsteken", maak("complexen.csv", lambda t: t.replace(b";", b","))),
    Geval("tab als scheidingsteken", maak("complexen.csv", lambda t: t.replace(b";", b"\t"))),
    Geval("ander scheidingsteken (|)", maak("complexen.csv", lambda t: t.replace(b";", b"|")), "kop_onleesbaar"),
    Geval("kop met puntkomma, rijen met komma", maak("complexen.csv", lambda t: t.replace(b"C-12;4;nee", b"C-12,4,nee")), "rij_kort"),
    Geval("eerste regel sep=;", maak("complexen.csv", lambda t: b"sep=;\r\n" + t)),
    Geval("eerste regel sep=, en komma's", maak("complexen.csv", lambda t: b"sep=,\n" + t.replace(b";", b","))),
    Geval("eerste regel sep=; met scheidingstekens erachter", maak("complexen.csv", lambda t: b"sep=;;;;\r\n" + t)),
    Geval('eerste regel "sep=;" tussen aanhalingstekens', maak("complexen.csv", lambda t: b'"sep=;"\r\n' + t)),
    Geval('eerste regel "sep=;" met scheidingstekens erachter', maak("complexen.csv", lambda t: b'"sep=;";;\r\n' + t)),
    Geval("eerste regel sep=; en regeleinden van een oude Mac", maak("complexen.csv", lambda t: (b"sep=;\n" + t).replace(b"\n", b"\r"))),
    Geval("eerste regel sep=;, en daarachter iets anders", maak("complexen.csv", lambda t: b"sep=;,\n" + t), "sep_onbekend"),
    Geval("een eigen kolom met andere scheidingstekens in een bestand met tabs (mag)", maak("complexen.csv", lambda t: t.replace(b";", b"\t").replace(b"bestendig", b"bestendig\tx_a,b;c").replace(b"nee", b"nee\tja,nee;1"))),
    Geval("eerste regel sep=|", maak("complexen.csv", lambda t: b"sep=|\n" + t), "sep_onbekend"),
    Geval("regeleinden door elkaar", maak("wijken.csv", lambda t: t.replace(b"\n", b"\r\n", 2).replace(b"Naaldwijk;GM1783;8;0;;;;nee;dorp;;\n", b"Naaldwijk;GM1783;8;0;;;;nee;dorp;;\r"))),
    Geval("aanhalingsteken niet gesloten", cel("wijken.csv", 3, "naam", '"Hof van Delft'), "aanhaling_open"),
    Geval("tekst na een sluitend aanhalingsteken", cel("wijken.csv", 3, "naam", '"Hof" van Delft'), "aanhaling_fout"),
    Geval("een cel van een miljoen tekens", cel("wijken.csv", 3, "naam", "a" * 1_000_000), "cel_lang"),
    Geval("een cel van 40.000 tekens", cel("wijken.csv", 3, "naam", "a" * 40_000), "cel_lang"),
    Geval("een tekst van 2.001 tekens", cel("wijken.csv", 3, "naam", "a" * 2001), "tekst_lang"),
    Geval("een regeleinde in een cel", cel("wijken.csv", 3, "naam", '"Hof\nvan Delft"'), "cel_regels"),
    Geval("een regeleinde in een eigen kolom (mag)", samen(vervang("complexen.csv", "bestendig", "bestendig;x_nota"), vervang("complexen.csv", "4;nee", '4;nee;"a\nb"'))),
)  # fmt: skip

VORM = (
    Geval("een rij is te kort", vervang("wijken.csv", "stad;9800;nee", "stad"), "rij_kort"),
    Geval("een rij is te lang", vervang("wijken.csv", "stad;9800;nee", "stad;9800;nee;x"), "rij_lang"),
    Geval("een losse puntkomma in een tekst", vervang("wijken.csv", "Hof van", "Hof; van"), "rij_lang"),
    Geval("scheidingstekens aan het eind van elke rij", maak("wijken.csv", lambda t: t.replace(b"\n", b";;;\n"))),
    Geval("lege rijen onderaan", maak("wijken.csv", lambda t: t + b"\n;;;;;;;\n\n")),
    Geval("een lege rij ertussen", vervang("wijken.csv", "WK050312", "\nWK050312"), "rij_leeg"),
    Geval("geen kop", maak(U, lambda t: t.split(b"\n", 1)[1]), "kop_onleesbaar"),
    Geval("een verplichte kolom ontbreekt", vervang("wijken.csv", "naam;", "x_naam;"), "kolom_ontbreekt"),
    Geval("een onbekende kolom", vervang("wijken.csv", "draagkracht;", "draagkragt;"), "kolom_onbekend"),
    Geval("een kolom zonder naam", vervang("wijken.csv", ";draagkracht;", ";;"), "kolom_naamloos"),
    Geval("een kolom staat er twee keer in", vervang("wijken.csv", "inwoners", "Kwetsbaar"), "kolom_dubbel"),
    Geval("kolomnamen met hoofdletters (mag)", vervang("wijken.csv", "wijkcode;naam", "Wijkcode; NAAM ")),
    Geval("een eigen kolom met x_ (mag)", vervang("complexen.csv", "overlastbestendig", "x_notitie")),
    Geval(
        "de kolommen x en y zijn geen eigen kolommen", vervang("aanbieder_teams.csv", "x;y", "x;x_y"), "kolom_ontbreekt"
    ),
    Geval("de rij met uitleg uit een sjabloon (mag)", vervang("complexen.csv", "C-12", "uitleg: kenmerk;;\nC-12")),
)

KENMERK = (
    Geval("een kenmerk staat er twee keer in", cel(W, 3, "woning_id", "A-0123"), "sleutel_dubbel"),
    Geval("twee kenmerken verschillen alleen in hoofdletters", cel(W, 3, "woning_id", "a-0123"), "sleutel_dubbel"),
    Geval("dezelfde persoon staat er twee keer in", cel(U, 3, "uitstromer_id", "U-2026-014"), "sleutel_dubbel"),
    Geval("een leeg kenmerk", cel(W, 3, "woning_id", ""), "verplicht"),
    Geval("een kenmerk met een spatie", cel(W, 3, "woning_id", "A 12"), "id_vorm"),
    Geval("een kenmerk van 33 tekens", cel(W, 3, "woning_id", "A" * 33), "id_vorm"),
    Geval("een kenmerk is woning en contingent", cel(W, 3, "woning_id", "ct-2026-b"), "id_twee_soorten"),
    Geval("een aanbieder heet CON", cel("aanbieders.csv", 3, "aanbieder", "CON"), "naam_gereserveerd"),
    Geval("een corporatie heet com1.bv", cel(W, 4, "corporatie", "com1.bv"), "naam_gereserveerd"),
    Geval("een corporatie met andere hoofdletters", cel(W, 4, "corporatie", "Corp-B"), "corporatie_spelling"),
    Geval("uitstromer_id kan een BSN zijn", cel(U, 3, "uitstromer_id", "111222333"), "bsn_id"),
    Geval("uitstromer_id van acht cijfers kan een BSN zijn", cel(U, 3, "uitstromer_id", "12345672"), "bsn_id"),
    Geval("een BSN in een tekst", cel(A, 2, "reden", "bekend onder 1112.22.333"), "bsn_in_cel"),
    Geval("een e-mailadres in een tekst", cel(A, 2, "door", "jan@voorbeeld.nl"), "email_in_cel"),
    Geval("onbekende gemeente bij een wijk", cel("wijken.csv", 3, "gemeentecode", "GM0504"), "link_bijna"),
    Geval("onbekende gemeente bij een woning", cel(W, 3, "gemeentecode", "GM9999"), "link_onbekend"),
    Geval("onbekende gemeente bij een contingent", cel("contingenten.csv", 3, "gemeentecode", "GM9999"), "link_onbekend"),
    Geval("onbekende wijk bij een woning", cel(W, 3, "wijkcode", "WK999999"), "link_onbekend"),
    Geval("onbekende wijk in een gebiedsverbod", cel(U, 2, "uitsluiting_gebieden", "WK999999"), "link_onbekend"),
    Geval("onbekende wijk bij een plaatsing", cel(P, 2, "wijkcode", "WK999999"), "link_onbekend"),
    Geval("onbekend contingent bij een woning", cel(W, 3, "contingent_id", "CT-2026-C"), "link_bijna"),
    Geval("onbekend contingent bij een plaatsing", cel(P, 3, "contingent_id", "CT-X"), "link_onbekend"),
    Geval("onbekende aanbieder bij een team", cel("aanbieder_teams.csv", 2, "aanbieder", "zorg-nord"), "link_bijna"),
    Geval("onbekende aanbieder bij een uitstromer", cel(U, 2, "aanbieder", "zorg-nord"), "link_onbekend"),
    Geval("onbekende aanbieder in geo/reistijden.csv", cel("geo/reistijden.csv", 2, "aanbieder", "weg"), "link_onbekend"),
    Geval("een verwijzing met andere hoofdletters", cel(U, 2, "aanbieder", "Zorg-Noord"), "link_hoofdletters"),
    Geval("onbekende woonvorm bij een woning", cel(W, 2, "woonvorm", "flex_doorstrom"), "link_bijna"),
    Geval("onbekende woonvorm bij een uitstromer", cel(U, 2, "woonvormen", "convenant|weg"), "link_onbekend"),
    Geval("onbekende woonvorm bij een plaatsing", cel(P, 2, "woonvorm", "weg"), "link_onbekend"),
    Geval("onbekende persoon in een afspraak", cel(A, 2, "uitstromer_id", "U-0"), "link_onbekend"),
    Geval("een persoon van vroeger in een afspraak", cel(A, 2, "uitstromer_id", "P-2025-004"), code_let_op="afspraak_vroeger"),
    Geval("onbekende woning in een afspraak", cel(A, 2, "woning_id", "weg"), "link_onbekend"),
    Geval("onbekende persoon in een contactverbod", cel(V, 2, "uitstromer_b", "weg"), code_let_op="verbod_onbekend"),
    Geval("contactverbod met andere hoofdletters", cel(V, 2, "uitstromer_b", "u-2026-027"), "link_hoofdletters"),
    Geval("onbekende woning in een plaatsing", cel(P, 2, "woning_id", "weg"), code_let_op="plaatsing_woning_onbekend"),
    Geval("onbekende woning in geo/reistijden.csv", cel("geo/reistijden.csv", 2, "woning_id", "weg"), code_let_op="reistijd_woning_onbekend"),
    Geval("een woning heeft een andere corporatie dan haar contingent", cel(W, 3, "corporatie", "corp-a"), "contingent_anders"),
    Geval("een woning ligt in een andere gemeente dan haar contingent", samen(cel(W, 3, "gemeentecode", "GM1783"), cel(W, 3, "wijkcode", "WK178301")), "contingent_anders"),
)  # fmt: skip

EXCEL = (
    Geval("nullen verdwenen uit een gemeentecode", cel("wijken.csv", 3, "gemeentecode", "503"), "code_gemeente"),
    Geval("nullen verdwenen uit een wijkcode", cel(W, 3, "wijkcode", "WK50312"), "code_wijk"),
    Geval("nullen verdwenen uit een kenmerk", cel(A, 2, "woning_id", "12"), "link_onbekend"),
    Geval("1E5 als getal", cel("wijken.csv", 2, "inwoners", "1E5"), "getal_macht"),
    Geval("1,23E+05 als bedrag", cel(W, 2, "huur", "1,23E+05"), "getal_macht"),
    Geval("1,23E+11 als kenmerk", cel(W, 2, "complex_id", "1,23E+11"), "id_macht"),
    Geval("Excel maakte een datum van een kenmerk", werkboek(zet("woningen", "A2", datetime(2026, 3, 1), "d-mmm")), "cel_datum"),
    Geval("het volgnummer van een datum", cel(W, 2, "beschikbaar_vanaf", "46357"), "datum_volgnummer"),
    Geval("#N/B", cel(W, 2, "huur", "#N/B"), "cel_excelfout"),
    Geval("#####", cel(U, 2, "wachtend_sinds", "########"), "cel_excelfout"),
    Geval("1.250,00", cel(W, 2, "huur", "1.250,00"), "getal_duizendtal"),
    Geval("1,250.00", cel(W, 2, "huur", "1,250.00"), "getal_duizendtal"),
    Geval("1.250", cel(W, 2, "huur", "1.250"), "getal_duizendtal"),
    Geval("1 250", cel("wijken.csv", 2, "inwoners", "12 500"), "getal_duizendtal"),
    Geval("een coördinaat met drie decimalen", cel(W, 2, "x", "84512,125"), "getal_duizendtal"),
    Geval("een aandeel met drie decimalen", cel("gemeenten.csv", 2, "aandeel", "48,215"), "getal_duizendtal"),
    Geval("WAAR in plaats van ja", cel(W, 2, "geheim", "WAAR"), "janee"),
    Geval("de regio als werkboek (mag)", werkboek()),
    Geval("getallen, datums en ja/nee als echte Excel-waarden (mag)", werkboek(zet("woningen", "M2", 612.5), zet("woningen", "E2", 84512.125), zet("woningen", "X3", datetime(2026, 11, 27), "dd-mm-yyyy"), zet("woningen", "AA4", waarde=True))),
    Geval("een formule in het werkboek", werkboek(zet("woningen", "M2", "=600+12,5")), "cel_formule"),
    Geval("een datum met tijd in het werkboek", werkboek(zet("woningen", "X2", datetime(2026, 12, 1, 9, 30), "dd-mm-yyyy")), "cel_tijd"),
    Geval("een foutwaarde in het werkboek", werkboek(zet("woningen", "M2", "#N/A")), "cel_excelfout"),
    Geval("een kenmerk als getal met decimalen", werkboek(zet("woningen", "G2", 12.5)), "cel_getal_als_id"),
    Geval("nullen die Excel alleen toont", werkboek(zet("woningen", "A3", 12, "0000")), "cel_nullen"),
    Geval("een getal van twintig cijfers in het werkboek", werkboek(zet("woningen", "G2", 12345678901234567890)), "getal_te_lang"),
    Geval("een tabel staat in het werkboek en als CSV", samen(werkboek(), maak("wijken.csv", BESTANDEN["wijken.csv"].encode())), "tabel_tweemaal"),
    Geval("een blad ontbreekt", werkboek(lambda boek: boek.remove(boek["wijken"])), "tabel_ontbreekt"),
    Geval("een blad met een verkeerde naam", werkboek(lambda boek: setattr(boek["complexen"], "title", "complex")), code_let_op="blad_vreemd_bijna"),
    Geval("een blad dat op geen tabel lijkt", werkboek(lambda boek: boek.create_sheet("Grafiek 1")), code_let_op="blad_vreemd"),
    Geval("een leeg blad", werkboek(lambda boek: boek["wijken"].delete_rows(1, 9)), "bestand_leeg"),
    Geval("een blad met een lege eerste rij", werkboek(lambda boek: boek["wijken"].insert_rows(1)), "blad_kop"),
    Geval("regio.xlsx is geen werkboek", maak("regio.xlsx", b"PK\x03\x04onzin"), "werkboek_onleesbaar"),
    Geval("regio.xlsx pakt uit tot een vloed", _zipbom, "bestand_groot"),
    Geval("regio.xlsx met een DOCTYPE", _doctype, "werkboek_onleesbaar"),
)  # fmt: skip

GETAL = (
    Geval("een negatief aantal", cel(W, 2, "aantal", "-1"), "getal_te_laag"),
    Geval("een negatief bedrag", cel(W, 2, "huur", "-612,50"), "getal_te_laag"),
    Geval("een aantal met decimalen", cel(W, 2, "aantal", "1,5"), "getal_niet_geheel"),
    Geval("een bedrag met drie decimalen", cel(W, 2, "huur", "612,5001"), "getal_decimalen"),
    Geval("een bedrag met vier decimalen, ook als het nullen zijn", cel(W, 2, "huur", "612,5000"), "getal_decimalen"),
    Geval("uren met vier decimalen", cel(U, 2, "uren", "3,1250"), "getal_decimalen"),
    Geval("een getal van zestien cijfers", cel(W, 2, "x", "1234567890123456"), "getal_te_lang"),
    Geval("een aantal van tien miljard", cel(W, 2, "aantal", "10000000000"), "getal_te_hoog"),
    Geval("nan", cel(W, 2, "x", "nan"), "getal_onleesbaar"),
    Geval("inf", cel("gemeenten.csv", 2, "aandeel", "inf"), "getal_onleesbaar"),
    Geval("1_000", cel("wijken.csv", 2, "inwoners", "1_000"), "getal_geen_geheel"),
    Geval("cijfers van volle breedte", cel("wijken.csv", 2, "inwoners", "\uff11\uff12"), "getal_geen_geheel"),
    Geval("een euroteken", cel(W, 2, "huur", "€ 612,50"), "getal_onleesbaar"),
    Geval("een prikkelniveau van 6", cel(W, 2, "prikkelniveau", "6"), "getal_te_hoog"),
    Geval("een leeftijd van 130", cel(U, 2, "leeftijd", "130"), "getal_te_hoog"),
    Geval("leeftijd_max 999 bij een plek zonder grens (mag)", cel(W, 2, "leeftijd_max", "999")),
    Geval("een leeftijd_max van 1000", cel(W, 2, "leeftijd_max", "1000"), "getal_te_hoog"),
    Geval("een groot huishouden (mag)", samen(cel(U, 2, "volwassenen", "99"), cel(U, 2, "kinderen", "99"), cel(U, 2, "personen_verwacht", "198"))),
    Geval("honderd volwassenen", cel(U, 2, "volwassenen", "100"), "getal_te_hoog"),
    Geval("een huishouden van 199 mensen", cel(U, 2, "personen_verwacht", "199"), "getal_te_hoog"),
    Geval("een woord buiten de lijst", cel(U, 2, "zorgzwaarte", "hoog"), "keuze_onbekend"),
    Geval("een woord met een tikfout, over een persoon", cel(U, 2, "zorgzwaarte", "ligt"), "keuze_onbekend"),
    Geval("een woord met een tikfout, niet over een persoon", cel(W, 2, "zorgzwaarte_max", "miden"), "keuze_bijna"),
    Geval("een woord met hoofdletters", cel(W, 2, "zorgzwaarte_max", "Midden"), "keuze_bijna"),
    Geval("misschien in plaats van ja of nee", cel(U, 2, "huisdier", "misschien"), "janee"),
    Geval("een lege plek in een lijst", cel(U, 2, "doelgroepen", "jongeren||vrouwen"), "lijst_leeg_deel"),
    Geval("doelgroepen in gewone woorden (mag)", samen(cel(W, 2, "doelgroepen", "LVB/ggz | cliënt"), cel(W, 3, "doelgroepen_vereist", "jongeren 18-23"), cel(U, 2, "doelgroepen", "LVB/ggz|jongeren 18-23"))),
    Geval("een doelgroep van 65 tekens", cel(W, 2, "doelgroepen", "jongeren|" + "a" * 65), "tekst_lang"),
    Geval("een BSN bij de doelgroepen van iemand", cel(U, 2, "doelgroepen", "jongeren|111222333"), "bsn_in_cel"),
    Geval("een te vermijden bron zonder afstand", cel(U, 2, "vermijden", "horeca"), "vermijding_vorm"),
    Geval("een verboden cirkel zonder straal", cel(U, 2, "uitsluiting_punten", "84500 447500"), "cirkel_vorm"),
    Geval("coördinaten in graden", samen(cel(W, 2, "x", "4,3571"), cel(W, 2, "y", "52,0116")), "punt_graden"),
    Geval("x zonder y", cel(W, 2, "y", ""), "punt_half"),
    Geval("anker_y zonder anker_x", cel(U, 2, "anker_x", ""), "punt_half"),
    Geval("min_personen boven max_personen", cel(W, 2, "min_personen", "3"), "minimum_boven_maximum"),
    Geval("leeftijd_min boven leeftijd_max", cel(W, 2, "leeftijd_min", "28"), "minimum_boven_maximum"),
    Geval("niemand om te huisvesten", samen(cel(U, 3, "volwassenen", "0"), cel(U, 3, "kinderen", "0")), "personen_nul"),
    Geval("leeftijd en geboortemaand", cel(U, 2, "geboortemaand", "05-1992"), "een_van_twee_beide"),
    Geval("geen leeftijd en geen geboortemaand", cel(U, 2, "leeftijd", ""), "een_van_twee_geen"),
    Geval("aandeel bij één gemeente", cel("gemeenten.csv", 3, "aandeel", ""), "verdeling_deels"),
    Geval("opgave bij één gemeente", cel("gemeenten.csv", 3, "opgave", "60"), "verdeling_deels"),
    Geval("jaaropgave zonder aandelen", samen(cel("gemeenten.csv", 2, "aandeel", ""), cel("gemeenten.csv", 3, "aandeel", "")), "jaaropgave_zonder_aandeel"),
    Geval("aandelen die samen 0 zijn", samen(cel("gemeenten.csv", 2, "aandeel", "0"), cel("gemeenten.csv", 3, "aandeel", "0")), "aandeel_nul"),
)  # fmt: skip

DATUM = (
    Geval("31 februari", cel(W, 2, "beschikbaar_vanaf", "31-02-2026"), "datum_bestaat_niet"),
    Geval("03/04/2026", cel(W, 2, "beschikbaar_vanaf", "03/04/2026"), "datum_vorm"),
    Geval("1 dec 2026", cel(W, 2, "beschikbaar_vanaf", "1 dec 2026"), "datum_vorm"),
    Geval("01-12-26", cel(W, 2, "beschikbaar_vanaf", "01-12-26"), "datum_vorm"),
    Geval("het jaar 9999", cel(W, 2, "beschikbaar_vanaf", "31-12-9999"), "datum_jaar"),
    Geval("een maand die niet bestaat", cel(U, 3, "geboortemaand", "13-1992"), "maand_vorm"),
    Geval("een dag als geboortemaand", cel(U, 3, "geboortemaand", "01-05-1992"), "maand_vorm"),
    Geval("einde voor begin", cel(P, 2, "datum_uit", "31-03-2025"), "einde_voor_begin"),
    Geval("verwacht einde voor begin", cel(P, 2, "einde_verwacht", "31-03-2025"), "einde_voor_begin"),
    Geval(
        "uiterste datum voor beschikbaar (mag, komt terug in de controle)", cel(U, 2, "uiterste_datum", "01-11-2026")
    ),
)

BESLUIT = (
    Geval("een contactverbod met zichzelf", cel(V, 2, "uitstromer_b", "U-2026-014"), "verbod_zelf"),
    Geval("een contactverbod zonder niveau of afstand", cel(V, 2, "niveau", ""), "een_van_twee_geen"),
    Geval("een contactverbod met niveau en afstand", cel(V, 2, "afstand_m", "100"), "een_van_twee_beide"),
    Geval("twee verboden die elkaar tegenspreken", erbij(V, "U-2026-027;U-2026-014;gemeente;;"), "verbod_strijdig"),
    Geval("hetzelfde verbod twee keer", erbij(V, "U-2026-027;U-2026-014;wijk;;"), code_let_op="verbod_dubbel"),
    Geval("een verbod met een latere einddatum ernaast (mag)", erbij(V, "U-2026-027;U-2026-014;gemeente;;01-06-2027")),
    Geval("een paar is vast en verboden", erbij(A, "U-2026-014;A-0123;;verbod;toch niet;;;"), "afspraak_strijdig"),
    Geval("een afspraak met woning en contingent", cel(A, 2, "contingent_id", "CT-2026-A"), "een_van_twee_beide"),
    Geval("een afspraak zonder reden", cel(A, 2, "reden", ""), "verplicht"),
    Geval("een onbekende regel bij ondanks", cel(A, 2, "ondanks", "R14|R16"), "keuze_onbekend"),
)

FORMULE = (
    *(
        Geval(
            f"een tekst die met {begin} begint (mag; krijgt bij het schrijven een ')", cel(A, 2, "reden", f"{begin}1+1")
        )
        for begin in "=+-@"
    ),
    Geval("een tekst met de ' van een eerdere uitvoer (mag)", cel(A, 2, "reden", "'=1+1")),
    Geval("een formule als kenmerk", cel(W, 2, "complex_id", "=A1"), "id_vorm"),
    Geval("een formule als getal", cel(W, 2, "aantal", "=1+1"), "getal_geen_geheel"),
)

REGELS = (
    Geval("regels.toml ontbreekt (mag)", weg("regels.toml")),
    Geval("regels.toml is leeg (mag)", maak("regels.toml", b"")),
    Geval("geen geldig TOML", maak("regels.toml", b"[batch]\nhorizon_dagen = \n"), "toml_onleesbaar"),
    Geval("een komma in een getal", vervang("regels.toml", "1.25", "1,25"), "toml_onleesbaar"),
    Geval("een sleutel met een tikfout", vervang("regels.toml", "horizon_dagen", "horizon"), "regel_onbekend"),
    Geval("een tabel met een tikfout", vervang("regels.toml", "[spreiding]", "[spreidng]"), "regel_onbekend"),
    Geval("een dubbele sleutel", vervang("regels.toml", "jaaropgave = 120", "jaaropgave = 120\njaaropgave = 1"), "toml_onleesbaar"),
    Geval("tekst waar een getal moet staan", vervang("regels.toml", "= 28", '= "28 dagen"'), "regel_geheel"),
    Geval("een negatief aantal dagen", vervang("regels.toml", "= 28", "= -28"), "regel_te_laag"),
    Geval("een omweg van 0", vervang("regels.toml", "1.25", "0"), "regel_te_klein"),
    Geval("nan als omweg", vervang("regels.toml", "1.25", "nan"), "regel_getal"),
    Geval('"ja" in plaats van true', vervang("regels.toml", "vangnet = true", 'vangnet = "ja"'), "regel_janee"),
    Geval("een datum tussen aanhalingstekens (mag)", vervang("regels.toml", "datum = 2026-01-01", 'datum = "01-03-2026"')),
    Geval("een datum tussen aanhalingstekens die niet bestaat", vervang("regels.toml", "datum = 2026-01-01", 'datum = "31-02-2026"'), "regel_datum"),
    Geval("een datum zonder aanhalingstekens die geen datum is", vervang("regels.toml", "datum = 2026-01-01", "datum = 20260101"), "regel_datum"),
    Geval("een gewicht met decimalen", vervang("regels.toml", "zwaar = 2", "zwaar = 1.5"), "regel_geheel"),
    Geval("een band_pct met drie decimalen", vervang("regels.toml", "jaaropgave = 120", "jaaropgave = 120\nband_pct = 2.125"), "regel_decimalen"),
    Geval("andere gewichten zonder bron", vervang("regels.toml", "bron =", "# bron ="), "regel_gewicht_zonder_bron"),
    Geval("jong_tot zonder jong_max", vervang("regels.toml", "jong_max", "# jong_max"), "regel_jong_samen"),
    Geval("kosten van een onbekende woonvorm", vervang("regels.toml", "housing_first = 1250", "huis = 1250"), "regel_kosten"),
    Geval("een woonvorm met een spatie", vervang("regels.toml", "eigen_vorm", '"eigen vorm"'), "regel_woonvorm_naam"),
    Geval("een woonvorm met andere hoofdletters", vervang("regels.toml", "eigen_vorm", "Convenant"), "regel_woonvorm_dubbel"),
    Geval("een doel dat niet bestaat", erbij("regels.toml", '[doelen]\nvolgorde = ["geplaatst", "eerlijk"]'), "regel_keuze"),
    Geval("doelen zonder geplaatst", erbij("regels.toml", '[doelen]\nvolgorde = ["crisis"]'), "regel_doel_geplaatst"),
    Geval("duizenden haakjes", maak("regels.toml", b"a = " + b"[" * 9999), "toml_diep"),
)  # fmt: skip

CATALOGUS: dict[str, tuple[Geval, ...]] = {
    "Het bestand": BESTAND,
    "Tekens en scheidingstekens": TEKENS,
    "Rijen en kolommen": VORM,
    "Kenmerken en verwijzingen": KENMERK,
    "Wat Excel ervan maakt": EXCEL,
    "Getallen en keuzes": GETAL,
    "Datums": DATUM,
    "Verboden en afspraken": BESLUIT,
    "Formules": FORMULE,
    "regels.toml": REGELS,
}


def bederf(map_: Path, geval: Geval) -> Path:
    """The good region with this one thing done to it."""
    geval.daad(schrijf(map_))
    return map_
