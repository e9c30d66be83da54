from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from data.lezen import lees_regio
from data.meldingen import Ernst
from matcher.opmerkingen import opmerkingen
from tests.data.goede_regio import BESTANDEN, schrijf

D = date(2026, 11, 23)


def codes(map_: Path, **anders: str) -> dict[tuple[str, int], str]:
    """Code by file and row of the notes about the good region with other files in it."""
    lezing = lees_regio(schrijf(map_, **anders))
    assert lezing.fouten == ()
    notities = opmerkingen(lezing.regio, D)
    assert all(melding.ernst is Ernst.LET_OP and "{" not in melding.tekst for melding in notities)
    return {(melding.bestand, melding.rij): melding.code for melding in notities}


def anders(bestand: str, oud: str, nieuw: str) -> dict[str, str]:
    assert oud in BESTANDEN[bestand]
    return {bestand: BESTANDEN[bestand].replace(oud, nieuw)}


def test_what_stands_out_in_the_good_region(tmp_path: Path) -> None:
    """Row 2 has a ban for a buurt that no layer shows; row 3 of wijken has no draagkracht, row 4 one without a source.

    Row 4 of uitstromers is 19, waits for a year and twelve days, and has a limit for the rent.
    """
    assert codes(tmp_path) == {
        ("uitstromers.csv", 2): "buurt_onbekend",
        ("uitstromers.csv", 4): "leeftijd_oud",
        ("wijken.csv", 4): "draagkracht_zonder_bron",
    }


def test_a_layer_of_buurten_makes_the_ban_checkable(tmp_path: Path) -> None:
    (tmp_path / "geo").mkdir()
    (tmp_path / "geo" / "buurten.geojson").write_text("{}")
    assert ("uitstromers.csv", 2) not in codes(tmp_path)


@pytest.mark.parametrize(
    ("bestand", "oud", "nieuw", "rij", "code"),
    [
        ("uitstromers.csv", "2026-03-01", "2026-11-24", 3, "wachtend_toekomst"),
        ("uitstromers.csv", "toegang;15-10-2026;03-02-2026", "toegang;;03-02-2026", 2, "urgentie_zonder_datum"),
        ("uitstromers.csv", "05-1992", "12-2003", 3, "jong_zonder_huur_max"),
        ("uitstromers.csv", "01-12-2026;31-12-2026", "01-12-2026;30-11-2026", 2, "uiterste_voor_beschikbaar"),
        ("uitstromers.csv", "01-12-2026;31-12-2026", ";22-11-2026", 2, "uiterste_voorbij"),
        ("uitstromers.csv", "1500;01-06-2027", "1500;22-11-2026", 2, "einddatum_voorbij"),
        ("uitstromers.csv", "ja;01-06-2027;rollator", "ja;22-11-2026;rollator", 2, "overlast_voorbij"),
        ("contactverboden.csv", "01-06-2027", "22-11-2026", 3, "einddatum_voorbij"),
        ("afspraken.csv", "01-06-2027", "22-11-2026", 3, "einddatum_voorbij"),
        ("plaatsingen.csv", "A-0123;;GM0503", "A-0123;;GM9999", 2, "plaatsing_buiten_regio"),
        ("plaatsingen.csv", "A-0123;;GM0503", "A-0123;;GM1783", 2, "plaatsing_gemeente_anders"),
        ("plaatsingen.csv", "A-0123;;GM0503", "0012;CT-2026-B;GM0503", 2, "plaatsing_contingent_anders"),
        ("plaatsingen.csv", "P-2025-004", "P-2025-003", 3, "plaatsingen_tegelijk"),
        ("woningen.csv", "18;2;nee", "18;0;nee", 2, "aantal_vol"),
        ("contingenten.csv", "2026;8;", "2026;0;", 2, "contingent_vol"),
        ("wijken.csv", "12;2;wijkteam", "2;2;wijkteam", 2, "draagkracht_vol"),
        ("complexen.csv", "C-12;4", "C-12;0", 2, "complex_vol"),
        ("aanbieders.csv", "447500;120", "447500;1,5", 2, "capaciteit_vol"),
    ],
)
def test_one_thing_that_somebody_should_look_at(
    tmp_path: Path, bestand: str, oud: str, nieuw: str, rij: int, code: str
) -> None:
    lezing = lees_regio(schrijf(tmp_path, **anders(bestand, oud, nieuw)))
    notities = {(m.bestand, m.rij, m.code) for m in opmerkingen(lezing.regio, D)}
    assert (bestand, rij, code) in notities


def test_the_last_day_of_a_ban_still_counts(tmp_path: Path) -> None:
    assert ("contactverboden.csv", 3) not in codes(
        tmp_path, **anders("contactverboden.csv", "01-06-2027", "23-11-2026")
    )


def test_a_gemeente_over_its_quota_and_a_wijk_over_its_instroom(tmp_path: Path) -> None:
    """One placement began in 2026, in Delft: with an opgave of 0 that is one too many; that of 2025 does not count."""
    gemeenten = "gemeentecode;naam;aandeel;opgave\nGM0503;Delft;1;0\nGM1783;Westland;1;5\n"
    regio = lees_regio(schrijf(tmp_path / "a", **{"gemeenten.csv": gemeenten})).regio
    assert [(m.bestand, m.rij, dict(m.velden)) for m in opmerkingen(regio, D) if m.code == "quotum_vol"] == [
        ("gemeenten.csv", 2, {"grens": "0", "geteld": "1"})
    ]
    ingestroomd = {
        **anders("plaatsingen.csv", "01-04-2025", "01-04-2026"),
        **anders("wijken.csv", "01-03-2026;6", "01-03-2026;0"),
    }
    regio = lees_regio(schrijf(tmp_path / "b", **ingestroomd)).regio
    assert ("wijken.csv", 2, "instroom_vol") in {(m.bestand, m.rij, m.code) for m in opmerkingen(regio, D)}


def test_a_mover_between_two_places_is_not_in_two_places_at_a_time(tmp_path: Path) -> None:
    """The old placement ends on the day that the new one begins: the first day that it no longer counts."""
    kop, een, _ = BESTANDEN["plaatsingen.csv"].splitlines()
    oud = een.replace("01-04-2025;;", "01-04-2025;01-12-2026;")
    nieuw = een.replace("A-0123", "0012").replace("01-04-2025;;01-10-2026", "01-12-2026;;")
    assert "plaatsingen_tegelijk" not in codes(tmp_path, **{"plaatsingen.csv": f"{kop}\n{oud}\n{nieuw}\n"}).values()
