"""The certificate: its form field by field, what it says of itself, of the levels and of the input."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from matcher.controle.bevinding import Bevinding
from matcher.controle.certificaat import (
    INVOER,
    Certificaat,
    Niveau,
    keur_certificaat,
    keur_invoer,
    keur_niveaus,
    lees_certificaat,
)

GOED: dict[str, Any] = {
    "batch_id": "2026-W47-1",
    "datum": "2026-11-20",
    "versie": "1.0",
    "seed": "zaad",
    "status": "optimaal",
    "niveaus": [
        {"naam": "crisis", "richting": "max", "waarde": 2, "grens": 2, "bewezen": True},
        {"naam": "spreiding", "richting": "min", "waarde": 0, "grens": None, "bewezen": False},
    ],
    "invoer": {"gemeenten.csv": "ab"},
    "grootboek": None,
    "duur_s": {"totaal": 0.1},
}
CRISIS, SPREIDING = Niveau("crisis", "max", 2, 2, bewezen=True), Niveau("spreiding", "min", 0, None, bewezen=False)
CERTIFICAAT = Certificaat(
    "2026-W47-1", date(2026, 11, 20), "zaad", "optimaal", (CRISIS, SPREIDING), {"gemeenten.csv": "ab"}
)
VELD = "Dit onderdeel van het certificaat ontbreekt of heeft niet de goede vorm."


def lees(map_: Path, ruw: object) -> tuple[Certificaat | None, list[str]]:
    """The certificate, and the fields that are wrong."""
    (map_ / "certificaat.json").write_text(json.dumps(ruw), encoding="utf-8")
    certificaat, gevonden = lees_certificaat(map_)
    assert all((b.code, b.tekst) == ("certificaat", VELD) for b in gevonden)
    return certificaat, [b.onderwerp for b in gevonden]


def test_a_sound_one(tmp_path: Path) -> None:
    assert lees(tmp_path, GOED) == (CERTIFICAAT, [])
    assert lees(tmp_path, {**GOED, "grootboek": "ab", "status": "tijdslimiet", "extra": 1})[1] == []
    (tmp_path / "certificaat.json").write_bytes(b"\xef\xbb\xbf" + json.dumps(GOED).encode())
    assert lees_certificaat(tmp_path) == (CERTIFICAAT, ())


def test_none(tmp_path: Path) -> None:
    tekst = "Dit bestand ontbreekt of is niet te lezen."
    assert lees_certificaat(tmp_path) == (None, (Bevinding("bestand", "certificaat.json", tekst),))


@pytest.mark.parametrize("inhoud", [b"", b"{", b"[]", b'"a"', b"{\xff}", b"[" * 100_000])
def test_no_object(tmp_path: Path, inhoud: bytes) -> None:
    (tmp_path / "certificaat.json").write_bytes(inhoud)
    tekst = "Dit bestand is geen leesbare JSON met een object erin."
    assert lees_certificaat(tmp_path) == (None, (Bevinding("bestand", "certificaat.json", tekst),))


@pytest.mark.parametrize("veld", sorted(GOED))
def test_every_field_must_be_there(tmp_path: Path, veld: str) -> None:
    zonder = {naam: waarde for naam, waarde in GOED.items() if naam != veld}
    assert lees(tmp_path, zonder) == (None, [veld])


def test_all_that_is_wrong_is_named(tmp_path: Path) -> None:
    assert lees(tmp_path, {}) == (None, list(GOED))


@pytest.mark.parametrize(
    ("veld", "waarde"),
    [
        ("batch_id", 1),
        ("datum", 20261120),
        ("datum", "2026-11-31"),
        ("datum", "1949-12-31"),
        ("datum", "2200-01-01"),
        ("versie", ""),
        ("versie", 1),
        ("seed", ""),
        ("seed", 1),
        ("seed", "\ud800"),
        ("status", "klaar"),
        ("status", None),
        ("niveaus", {}),
        ("niveaus", [1]),
        ("invoer", []),
        ("invoer", {"a": 1}),
        ("grootboek", ""),
        ("grootboek", 1),
        ("duur_s", 1),
    ],
)
def test_a_field_of_the_wrong_form(tmp_path: Path, veld: str, waarde: object) -> None:
    assert lees(tmp_path, {**GOED, veld: waarde}) == (None, [veld])


@pytest.mark.parametrize("dag", ["1950-01-01", "2199-12-31", "20-11-2026"])
def test_days_that_can_be(tmp_path: Path, dag: str) -> None:
    assert lees(tmp_path, {**GOED, "datum": dag})[1] == []


@pytest.mark.parametrize(
    "anders",
    [
        {"naam": ""},
        {"naam": 1},
        {"richting": "op"},
        {"waarde": 1.0},
        {"waarde": True},
        {"waarde": None},
        {"grens": "2"},
        {"grens": False},
        {"bewezen": 1},
        {"bewezen": None},
        {"extra": 1},
    ],
)
def test_a_level_of_the_wrong_form(tmp_path: Path, anders: dict[str, Any]) -> None:
    """Also when it is the second that is wrong."""
    een, twee = GOED["niveaus"]
    assert lees(tmp_path, {**GOED, "niveaus": [{**een, **anders}]}) == (None, ["niveaus"])
    assert lees(tmp_path, {**GOED, "niveaus": [een, {**twee, **anders}]}) == (None, ["niveaus"])


@pytest.mark.parametrize("veld", ["naam", "richting", "waarde", "grens", "bewezen"])
def test_a_level_has_every_field(tmp_path: Path, veld: str) -> None:
    niveau = {naam: waarde for naam, waarde in GOED["niveaus"][0].items() if naam != veld}
    assert lees(tmp_path, {**GOED, "niveaus": [niveau]}) == (None, ["niveaus"])


# -- held against itself -----------------------------------------------------------------------------------------

BEWEZEN = replace(CERTIFICAAT, niveaus=(CRISIS,))


def keur(certificaat: Certificaat, map_: str = "batch") -> list[tuple[str, str]]:
    """What is found: subject, and the first words."""
    gevonden = keur_certificaat(certificaat, Path(map_))
    assert all(b.code == "certificaat" for b in gevonden)
    return [(b.onderwerp, " ".join(b.tekst.split()[:3])) for b in gevonden]


def test_a_sound_one_agrees_with_itself() -> None:
    assert keur(BEWEZEN) == keur(BEWEZEN, "2026-W47-1") == []
    assert keur(replace(CERTIFICAAT, status="tijdslimiet")) == []
    assert keur(replace(BEWEZEN, niveaus=())) == []


NAAM = [("batch_id", "De naam van")]


@pytest.mark.parametrize(
    ("batch_id", "map_", "gevonden"),
    [
        ("2026-W47-12", "batch", []),
        ("2026-W46-1", "batch", NAAM),
        ("2025-W47-1", "batch", NAAM),
        ("2026-W47-0", "batch", NAAM),
        ("2026-W47-1x", "batch", NAAM),
        ("x", "x", NAAM),
        ("2026-W47-1", "2026-W47-2", NAAM),
        ("2026-W47-1", "2026-W47-0", []),
    ],
)
def test_the_name_of_the_batch(batch_id: str, map_: str, gevonden: list[tuple[str, str]]) -> None:
    """The week is that of D; a folder with the name of another batch holds another batch."""
    assert keur(replace(BEWEZEN, batch_id=batch_id), map_) == gevonden


def test_the_week_is_that_of_the_calendar_of_weeks() -> None:
    """1 January 2027 is a Friday of the last week of 2026."""
    nieuwjaar = replace(BEWEZEN, datum=date(2027, 1, 1))
    assert keur(replace(nieuwjaar, batch_id="2026-W53-1")) == []
    assert keur(replace(nieuwjaar, batch_id="2027-W53-1")) == NAAM


@pytest.mark.parametrize(
    ("niveau", "gevonden"),
    [
        (Niveau("crisis", "min", 2, 2, bewezen=True), ["De richting van"]),
        (Niveau("schaarste", "max", 2, 2, bewezen=True), ["De richting van"]),
        (Niveau("schaarste", "min", 2, 2, bewezen=True), []),
        (Niveau("crisis", "max", 2, 3, bewezen=False), []),
        (Niveau("crisis", "max", 2, 1, bewezen=False), ["De grens ligt"]),
        (Niveau("spreiding", "min", 2, 1, bewezen=False), []),
        (Niveau("spreiding", "min", 2, 3, bewezen=False), ["De grens ligt"]),
        (Niveau("crisis", "max", 2, 2, bewezen=False), []),
        (Niveau("crisis", "max", 2, None, bewezen=False), []),
        (Niveau("crisis", "max", 2, None, bewezen=True), ["Dit niveau heet"]),
        (Niveau("crisis", "max", 2, 3, bewezen=True), ["Dit niveau heet"]),
        (Niveau("crisis", "max", 2, 1, bewezen=True), ["De grens ligt", "Dit niveau heet"]),
    ],
)
def test_one_level(niveau: Niveau, gevonden: list[str]) -> None:
    status = "optimaal" if niveau.bewezen else "tijdslimiet"
    assert keur(replace(CERTIFICAAT, niveaus=(niveau,), status=status)) == [(niveau.naam, wat) for wat in gevonden]


def test_all_proven_is_what_optimaal_means() -> None:
    status = [("status", "De status past")]
    assert keur(CERTIFICAAT) == status
    assert keur(replace(BEWEZEN, status="tijdslimiet")) == status


# -- held against the proposals ----------------------------------------------------------------------------------


def test_levels() -> None:
    """The names in their order, and the values; a level that the region does not use has no value to compare."""
    volgorde = Bevinding("certificaat", "niveaus", "De niveaus staan niet in de volgorde van de regels van de regio.")
    assert keur_niveaus(CERTIFICAAT, {"crisis": 2, "spreiding": 0}) == []
    assert keur_niveaus(CERTIFICAAT, {"spreiding": 0, "crisis": 2}) == [volgorde]
    assert keur_niveaus(CERTIFICAAT, {"crisis": 2}) == [volgorde]
    assert keur_niveaus(CERTIFICAAT, {"crisis": 2, "spreiding": 0, "loting": 5}) == [volgorde]
    anders = Bevinding("niveau:spreiding", "spreiding", "Het certificaat noemt 0, nagerekend is het 7.")
    assert keur_niveaus(CERTIFICAAT, {"crisis": 2, "spreiding": 7}) == [anders]
    een = Bevinding("niveau:crisis", "crisis", "Het certificaat noemt 2, nagerekend is het 0.")
    assert keur_niveaus(CERTIFICAAT, {"spreiding": 7, "crisis": 0}) == [volgorde, een, anders]


# -- held against the bytes of the input -------------------------------------------------------------------------

ANDERS = "Dit bestand is veranderd nadat de batch is gemaakt."
WEG = "Dit bestand staat in het certificaat, maar is er niet."
EXTRA = "Dit bestand hoort bij de invoer, maar staat niet in het certificaat."
SOM = sha256(b"a").hexdigest()


def invoer(map_: Path, sommen: dict[str, str]) -> tuple[bool, list[tuple[str, str]]]:
    """Whether the input changed, and what is found."""
    gevonden = keur_invoer(map_, replace(CERTIFICAAT, invoer=sommen))
    assert all(b.code == "invoer" for b in gevonden.bevindingen)
    return gevonden.veranderd, [(b.onderwerp, b.tekst) for b in gevonden.bevindingen]


def test_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "geo").mkdir()
    for naam in ("gemeenten.csv", "geo/wegen.gpkg"):
        (tmp_path / naam).write_bytes(b"a")
    assert invoer(tmp_path, {"gemeenten.csv": SOM, "geo/wegen.gpkg": SOM}) == (False, [])
    assert invoer(tmp_path, {"geo/wegen.gpkg": SOM, "gemeenten.csv": "ab"}) == (True, [("gemeenten.csv", ANDERS)])
    assert invoer(tmp_path, {"geo/wegen.gpkg": SOM}) == (False, [("gemeenten.csv", EXTRA)])
    weg = {"geo/wegen.gpkg": SOM, "gemeenten.csv": SOM, "zz.csv": SOM, "aa.csv": SOM}
    assert invoer(tmp_path, weg) == (True, [("aa.csv", WEG), ("zz.csv", WEG)])


@pytest.mark.parametrize("naam", ["../a.csv", "geo/../../a.csv", "{map}/a.csv", "..\\a.csv", "a\0.csv", "geo\\a.csv"])
def test_a_name_that_leaves_the_folder_is_not_followed(tmp_path: Path, naam: str) -> None:
    """Though the file is there, with just these bytes."""
    regio = tmp_path / "regio"
    (regio / "geo").mkdir(parents=True)
    for bestand in (tmp_path / "a.csv", regio / "..\\a.csv", regio / "geo\\a.csv"):
        bestand.write_bytes(b"a")
    naam = naam.replace("{map}", str(tmp_path))
    assert invoer(regio, {naam: SOM}) == (True, [(naam, WEG)])


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """Neither one that the certificate names, nor one that bears the name of an input file."""
    (tmp_path / "gemeenten.csv").mkdir()
    (tmp_path / "regels.toml").mkdir()
    assert invoer(tmp_path, {"gemeenten.csv": SOM}) == (True, [("gemeenten.csv", WEG)])


def test_every_file_that_a_rule_may_use_must_be_named(tmp_path: Path) -> None:
    (tmp_path / "geo").mkdir()
    for naam in INVOER:
        (tmp_path / naam).write_bytes(b"a")
    assert invoer(tmp_path, dict.fromkeys(INVOER, SOM)) == (False, [])
    veranderd, gevonden = invoer(tmp_path, {})
    assert not veranderd
    assert sorted(gevonden) == sorted((naam, EXTRA) for naam in INVOER)
    assert {"regels.toml", "regio.xlsx", "plaatsingen.csv", "geo/buurten.geojson", "wijken.gpkg"} <= set(INVOER)
