from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from data.keuzes import Ondanks, Prikkelsoort, Zorgzwaarte
from data.lezen import lees_regio, lees_reistijden
from data.meldingen import Ernst
from data.records import TABELLEN, Cirkel, Vermijding
from data.schrijven import tabel_csv
from tests.data.goede_regio import BESTANDEN, schrijf

VOORBEELDEN = Path(__file__).parents[3] / "shared" / "spec" / "voorbeelden"


def test_the_good_region_reads_without_a_word(tmp_path: Path) -> None:
    lezing = lees_regio(schrijf(tmp_path))
    assert [str(melding) for melding in lezing.meldingen] == []
    regio = lezing.regio
    assert [len(getattr(regio, tabel.tabel)) for tabel in TABELLEN] == [2, 3, 2, 1, 3, 2, 1, 3, 2, 2, 2]


def test_values_are_exact_and_defaults_are_filled_in(tmp_path: Path) -> None:
    regio = lees_regio(schrijf(tmp_path)).regio
    nul12, a0123, w3 = regio.woningen
    assert (nul12.woning_id, nul12.x, nul12.huur, nul12.min_personen) == ("0012", Decimal("84900.25"), 70200, 1)
    assert (nul12.overlast, nul12.zorg24, nul12.aantal, nul12.prikkelniveau) == (True, False, 1, None)
    assert nul12.beschikbaar_vanaf == date(2026, 11, 27)
    assert (a0123.huur, a0123.doelgroepen, a0123.zorgzwaarte_max) == (
        61250,
        ("jongeren", "vrouwen"),
        Zorgzwaarte.MIDDEN,
    )
    assert (w3.x, w3.huur, w3.beschikbaar_vanaf) == (None, None, date(2027, 1, 1))
    eerste, tweede, derde = regio.uitstromers
    assert eerste.vermijden == (
        Vermijding(Prikkelsoort.HORECA, Decimal(200)),
        Vermijding(Prikkelsoort.SPOOR, Decimal(150)),
    )
    assert eerste.uitsluiting_punten == (Cirkel(Decimal(84500), Decimal(447500), Decimal(1500)),)
    assert (eerste.uren, eerste.personen, eerste.doorstroom) == (350, 1, False)
    assert (tweede.geboortemaand, tweede.personen, tweede.doorstroom) == (date(1992, 5, 1), 3, None)
    assert (derde.huur_max, derde.eerder_bekend, derde.prikkelniveau_max) == (52050, True, 2)
    assert regio.afspraken[0].ondanks == (Ondanks.R15, Ondanks.R19)
    assert regio.contingenten[1].woonvorm == "convenant"
    assert regio.aanbieders[1].naam == "'s Heeren Zorg"


@pytest.mark.parametrize("dag", ["2026-03-01", '"2026-03-01"', '"01-03-2026"', '"1-3-2026"'])
def test_a_date_of_the_settings_is_written_as_in_a_file_or_as_in_toml(tmp_path: Path, dag: str) -> None:
    regels = BESTANDEN["regels.toml"].replace("datum = 2026-01-01", f"datum = {dag}")
    lezing = lees_regio(schrijf(tmp_path, **{"regels.toml": regels}))
    assert lezing.meldingen == ()
    assert lezing.regio.instellingen.draagkracht.datum == date(2026, 3, 1)


@pytest.mark.parametrize("dag", ['"3"', '"20260301"', "1000000000", "2026-03-01T00:00:00", '"2026-03-01T00:00:00"'])
def test_no_number_or_time_is_taken_for_a_date(tmp_path: Path, dag: str) -> None:
    """A number would be seconds since 1970."""
    regels = BESTANDEN["regels.toml"].replace("datum = 2026-01-01", f"datum = {dag}")
    lezing = lees_regio(schrijf(tmp_path, **{"regels.toml": regels}))
    assert [fout.code for fout in lezing.fouten] == ["regel_datum"]


def test_doelgroepen_are_kept_as_they_are_written(tmp_path: Path) -> None:
    """Only the blanks around them go: R02 compares them as they stand."""
    woningen = BESTANDEN["woningen.csv"].replace("jongeren|vrouwen", "LVB/ggz | cliënt|Jongeren 18-23")
    regio = lees_regio(schrijf(tmp_path, **{"woningen.csv": woningen})).regio
    assert regio.woningen[1].doelgroepen == ("LVB/ggz", "cliënt", "Jongeren 18-23")


@pytest.mark.parametrize(
    ("naam", "bijna"),
    [
        ("Woning.csv", "woningen.csv"),
        ("uitstromers (2).csv", "uitstromers.csv"),
        ("regio-oud.xlsx", "regio.xlsx"),
        ("regel.toml", "regels.toml"),
        ("wijk.gpkg", "wijken.gpkg"),
        ("wegen.geojson", "geo/wegen.geojson"),
        ("mensen.csv", ""),
        ("notities.xlsx", ""),
        ("begroting.csv", ""),
        ("pyproject.toml", ""),
    ],
)
def test_a_file_that_nobody_reads_is_named_with_what_it_may_have_to_be(tmp_path: Path, naam: str, bijna: str) -> None:
    """That both end in .csv makes no two names alike."""
    (schrijf(tmp_path) / naam).touch()
    (melding,) = lees_regio(tmp_path).meldingen
    assert melding.velden == ((("bijna", bijna),) if bijna else ()) + (("naam", f"“{naam}”"),)


def test_settings_go_key_by_key_over_the_defaults(tmp_path: Path) -> None:
    instellingen = lees_regio(schrijf(tmp_path)).regio.instellingen
    assert (instellingen.batch.horizon_dagen, instellingen.batch.op_tijd_dagen) == (28, 42)
    doorstroom = instellingen.woonvormen["flex_doorstroom"]
    assert (doorstroom.max_verblijf_maanden, doorstroom.zorgplan) == (24, True)
    assert instellingen.woonvormen["eigen_vorm"].vangnet
    assert instellingen.woonvormen["housing_first"].min_afstand_m == 75
    gewicht = instellingen.draagkracht.gewicht
    assert gewicht == {Zorgzwaarte.LICHT: 1, Zorgzwaarte.MIDDEN: 1, Zorgzwaarte.ZWAAR: 2}
    assert instellingen.huur.jong_max == Decimal("477.20")
    assert instellingen.reistijd.omweg == Decimal("1.25")


def test_the_hash_of_every_file_that_counts_is_kept(tmp_path: Path) -> None:
    schrijf(tmp_path)
    (tmp_path / "geo" / "geluid.geojson").write_bytes(b"{}")
    (tmp_path / "wijken.gpkg").write_bytes(b"gpkg")
    (tmp_path / "geo" / "kladje.txt").write_bytes(b"")
    invoer = lees_regio(tmp_path).regio.invoer
    assert set(invoer) == set(BESTANDEN) | {"geo/geluid.geojson", "wijken.gpkg"}
    assert list(invoer) == sorted(invoer)
    assert all(som == sha256((tmp_path / naam).read_bytes()).hexdigest() for naam, som in invoer.items())


def test_the_order_of_rows_and_columns_never_matters(tmp_path: Path) -> None:
    """Everything but the row numbers is equal when rows and columns are turned around."""

    def omgekeerd(tekst: str) -> str:
        kop, *rijen = (regel.split(";")[::-1] for regel in tekst.splitlines())
        return "".join(";".join(rij) + "\n" for rij in (kop, *reversed(rijen)))

    gewoon = lees_regio(schrijf(tmp_path / "a")).regio
    anders = {naam: omgekeerd(tekst) for naam, tekst in BESTANDEN.items() if naam.endswith(".csv")}
    gedraaid = lees_regio(schrijf(tmp_path / "b", **anders)).regio
    for tabel in TABELLEN:
        een, ander = (tabel_csv(tabel, getattr(regio, tabel.tabel)) for regio in (gewoon, gedraaid))
        assert een == ander


def test_what_was_read_can_be_written_and_read_again(tmp_path: Path) -> None:
    """Amounts, lists, dates and three decimals survive: 84512.125 is written so that it is no thousands mark."""
    woningen = BESTANDEN["woningen.csv"].replace("84512", "84512,1250")
    regio = lees_regio(schrijf(tmp_path / "a", **{"woningen.csv": woningen})).regio
    (tmp_path / "b").mkdir()
    for tabel in TABELLEN:
        (tmp_path / "b" / f"{tabel.tabel}.csv").write_bytes(tabel_csv(tabel, getattr(regio, tabel.tabel)))
    (tmp_path / "b" / "regels.toml").write_text(BESTANDEN["regels.toml"])
    weer = lees_regio(tmp_path / "b")
    assert weer.meldingen == ()
    for tabel in TABELLEN:
        een, ander = (tabel_csv(tabel, getattr(r, tabel.tabel)) for r in (regio, weer.regio))
        assert een == ander


def test_rows_with_a_fault_are_left_out_and_the_rest_is_there(tmp_path: Path) -> None:
    """Later stages read on, so a woning with a wrong date must not make the others disappear."""
    lezing = lees_regio(
        schrijf(tmp_path, **{"woningen.csv": BESTANDEN["woningen.csv"].replace("1-1-2027", "31-2-2027")})
    )
    assert [woning.woning_id for woning in lezing.regio.woningen] == ["0012", "A-0123"]
    assert [str(fout) for fout in lezing.fouten] == [
        (
            "woningen.csv, rij 4, kolom beschikbaar_vanaf: “31-2-2027” bestaat niet op de kalender. "
            "Schrijf dag-maand-jaar, zoals 01-12-2026."
        )
    ]


def test_every_fault_of_every_file_in_one_run(tmp_path: Path) -> None:
    """Also those of one row: a wrong cell does not hide a wrong link, a wrong minimum or a double key beside it."""
    rij = "A-0123;corp-a;GM9999;WK050311;1;;;onbekend;;x;5;2;1.250;;9;;;;;;misschien;;;morgen;;;"
    lezing = lees_regio(
        schrijf(tmp_path, **{"woningen.csv": BESTANDEN["woningen.csv"] + rij + "\n", "regels.toml": "[x]"})
    )
    plekken = {(fout.bestand, fout.rij, fout.kolom, fout.code) for fout in lezing.fouten if fout.rij != 0}
    assert {(kolom, code) for bestand, rij_, kolom, code in plekken if (bestand, rij_) == ("woningen.csv", 5)} == {
        ("woning_id", "sleutel_dubbel"),
        ("gemeentecode", "link_onbekend"),
        ("y", "punt_half"),
        ("woonvorm", "link_onbekend"),
        ("kamers", "getal_geen_geheel"),
        ("min_personen", "minimum_boven_maximum"),
        ("huur", "getal_duizendtal"),
        ("prikkelniveau", "getal_te_hoog"),
        ("overlast", "janee"),
        ("beschikbaar_vanaf", "datum_vorm"),
    }
    assert "regel_onbekend" in {fout.code for fout in lezing.fouten}


def test_who_read_before_makes_no_difference(tmp_path: Path) -> None:
    """The limit of the csv module belongs to the process; the checker sets a wider one for itself."""
    wijken = BESTANDEN["wijken.csv"].replace("Hof van Delft", "a" * 1_000_000)
    map_ = schrijf(tmp_path, **{"wijken.csv": wijken})
    eerst = lees_regio(map_).meldingen
    oud = csv.field_size_limit(10_000_000)
    try:
        assert lees_regio(map_).meldingen == eerst
    finally:
        csv.field_size_limit(oud)


def test_a_file_that_cannot_be_read_gives_no_faults_elsewhere(tmp_path: Path) -> None:
    """Without wijken.csv nobody can say that a wijk does not exist: one fault, not one for every woning."""
    schrijf(tmp_path)
    (tmp_path / "wijken.csv").unlink()
    assert [fout.code for fout in lees_regio(tmp_path).fouten] == ["tabel_ontbreekt"]


def test_messages_about_people_never_repeat_what_stands_there(tmp_path: Path) -> None:
    """Every cell of the personal tables gets a value that cannot be right; none comes back."""
    kanarie = "Kanarie Geel;99"
    anders = {}
    for naam in ("uitstromers.csv", "contactverboden.csv", "plaatsingen.csv", "afspraken.csv"):
        kop = BESTANDEN[naam].splitlines()[0]
        cel = '"' + kanarie + '"'
        anders[naam] = kop + "\n" + ";".join([cel] * len(kop.split(";"))) + "\n"
    lezing = lees_regio(schrijf(tmp_path, **anders))
    assert len(lezing.fouten) > 60
    assert not any("Kanarie" in str(melding) or "Kanarie" in str(melding.velden) for melding in lezing.meldingen)


def test_travel_times_are_read_with_their_gaps(tmp_path: Path) -> None:
    regio = lees_regio(schrijf(tmp_path)).regio
    rijen, meldingen = lees_reistijden(tmp_path, regio)
    assert [(rij.aanbieder, rij.woning_id, rij.minuten) for rij in rijen] == [
        ("zorg-noord", "A-0123", Decimal("12.5")),
        ("zorg-noord", "W3", None),
    ]
    assert meldingen == ()


def test_travel_times_of_unknown_providers_are_a_fault_and_of_unknown_woningen_a_note(tmp_path: Path) -> None:
    matrix = "aanbieder;woning_id;minuten\nzorg-nord;A-0123;1\nzorg-noord;weg;2\nzorg-nord;0012;x\n"
    lezing = lees_regio(schrijf(tmp_path, **{"geo/reistijden.csv": matrix}))
    assert [(m.ernst, m.code, m.rij) for m in lezing.meldingen] == [
        (Ernst.LET_OP, "reistijd_woning_onbekend", 0),
        (Ernst.FOUT, "link_bijna", 2),
        (Ernst.FOUT, "getal_onleesbaar", 4),
    ]
    rijen, meldingen = lees_reistijden(tmp_path, lezing.regio)
    assert [rij.woning_id for rij in rijen] == ["weg", "A-0123"]  # a row about no woning is a row of the matrix
    assert set(meldingen) <= set(lezing.meldingen)


def test_travel_times_that_changed_after_the_region_was_read_are_a_fault(tmp_path: Path) -> None:
    """The certificate would name the hash of other times than were used."""
    regio = lees_regio(schrijf(tmp_path)).regio
    (tmp_path / "geo" / "reistijden.csv").write_text("aanbieder;woning_id;minuten\n")
    assert [m.code for m in lees_reistijden(tmp_path, regio)[1]] == ["bestand_gewijzigd"]


@pytest.mark.skipif(not VOORBEELDEN.is_dir(), reason="de voorbeelden staan niet in ../shared/spec/voorbeelden")
@pytest.mark.parametrize("naam", ["botsing", *(f"geval{nummer}" for nummer in range(1, 8))])
def test_the_worked_cases_read_without_a_fault(naam: str) -> None:
    lezing = lees_regio(VOORBEELDEN / naam)
    assert lezing.meldingen == ()
    assert lezing.regio.uitstromers
