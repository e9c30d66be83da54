from __future__ import annotations

from contextlib import suppress
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.keuzes import Toegankelijkheid, Urgentie
from data.kolom import Kolom, Soort
from data.lezen.cel import lezer, schoon
from data.lezen.fout import CelError, citaat
from data.lezen.getal import decimaal, geheel, honderdsten
from data.schrijven.csvtekst import cel_tekst, getal_tekst


def kolom(soort: Soort, **meer: object) -> Kolom:
    return Kolom(soort, "betekenis", **meer)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("soort", "tekst", "waarde"),
    [
        (Soort.ID, "0503", "0503"),
        (Soort.ID, "A.b_c-9", "A.b_c-9"),
        (Soort.TEKST, "NA", "NA"),
        (Soort.TEKST, "Café 't Hoekje", "Café 't Hoekje"),
        (Soort.JANEE, "Ja", True),
        (Soort.JANEE, "N", False),
        (Soort.JANEE, "TRUE", True),
        (Soort.JANEE, "0", False),
        (Soort.GEHEEL, "007", 7),
        (Soort.BEDRAG, "612,5", 61250),
        (Soort.BEDRAG, "612.50", 61250),
        (Soort.BEDRAG, "0,10", 10),
        (Soort.BEDRAG, "-0,5", -50),
        (Soort.UREN, "3", 300),
        (Soort.GETAL, "84512,1250", Decimal("84512.1250")),
        (Soort.GETAL, "-3,5", Decimal("-3.5")),
        (Soort.DATUM, "1-2-2026", date(2026, 2, 1)),
        (Soort.DATUM, "2026-02-01", date(2026, 2, 1)),
        (Soort.DATUM, "29-02-2028", date(2028, 2, 29)),
        (Soort.MAAND, "05-1992", date(1992, 5, 1)),
        (Soort.GEBIED, "BU05031107", "BU05031107"),
    ],
)
def test_what_a_cell_means(soort: Soort, tekst: str, waarde: object) -> None:
    assert lezer(kolom(soort))(tekst) == waarde


@pytest.mark.parametrize(
    ("soort", "tekst", "code"),
    [
        (Soort.ID, "-A", "id_vorm"),
        (Soort.ID, "é", "id_vorm"),
        (Soort.ID, "a\n", "cel_regels"),
        (Soort.JANEE, "x", "janee"),
        (Soort.GEHEEL, "1e5", "getal_macht"),
        (Soort.GEHEEL, "3,0", "getal_niet_geheel"),
        (Soort.GEHEEL, "+3", "getal_geen_geheel"),
        (Soort.GEHEEL, "1.250", "getal_duizendtal"),
        (Soort.BEDRAG, "612,505", "getal_duizendtal"),
        (Soort.BEDRAG, "612,5051", "getal_decimalen"),
        (Soort.BEDRAG, "612,5000", "getal_decimalen"),
        (Soort.BEDRAG, "1.250,00", "getal_duizendtal"),
        (Soort.BEDRAG, "1,250.00", "getal_duizendtal"),
        (Soort.BEDRAG, "1.250.000", "getal_duizendtal"),
        (Soort.BEDRAG, "1'250", "getal_duizendtal"),
        (Soort.BEDRAG, ",5", "getal_onleesbaar"),
        (Soort.BEDRAG, "5,", "getal_onleesbaar"),
        (Soort.GETAL, "0,125", "getal_duizendtal"),
        (Soort.GETAL, "1_000", "getal_onleesbaar"),
        (Soort.GETAL, "١٢", "getal_onleesbaar"),
        (Soort.DATUM, "2026-2-1", "datum_vorm"),
        (Soort.DATUM, "29-02-2026", "datum_bestaat_niet"),
        (Soort.DATUM, "01-01-0026", "datum_jaar"),
        (Soort.MAAND, "00-1992", "maand_vorm"),
        (Soort.GEMEENTE, "gm0503", "code_gemeente"),
        (Soort.WIJK, "WK0503", "code_wijk"),
        (Soort.CIRKEL, "1 2 -3", "getal_te_laag"),
        (Soort.VERMIJDING, "kermis 100", "keuze_onbekend"),
        (Soort.TEKST, "#VERW!", "cel_excelfout"),
        (Soort.TEKST, "a\u202eb", "cel_teken"),
        (Soort.TEKST, "CaffÃ¨", "cel_mojibake"),
    ],
)
def test_what_a_cell_may_not_say(soort: Soort, tekst: str, code: str) -> None:
    with pytest.raises(CelError) as mis:
        lezer(kolom(soort))(tekst)
    assert mis.value.code == code


def test_an_empty_cell_is_the_default_or_not_given() -> None:
    assert lezer(kolom(Soort.GEHEEL, standaard="2"))("") == 2
    assert lezer(kolom(Soort.GEHEEL))("") is None
    assert lezer(kolom(Soort.ID, lijst=True))("") == ()
    for lijst in (False, True):
        with pytest.raises(CelError, match="verplicht"):
            lezer(kolom(Soort.ID, verplicht=True, lijst=lijst))("")


def test_a_text_has_the_length_of_its_column() -> None:
    """In a list each text has it; what is written is what is kept."""
    lees = lezer(kolom(Soort.TEKST, lijst=True, langst=8))
    assert lees("LVB/ggz| cliënten |18-23") == ("LVB/ggz", "cliënten", "18-23")
    with pytest.raises(CelError) as mis:
        lees("LVB/ggz|cliëntenx")
    assert (mis.value.code, mis.value.velden["tekens"]) == ("tekst_lang", 8)


def test_a_closed_list_names_the_nearest() -> None:
    lees = lezer(kolom(Soort.KEUZE, keuze=Toegankelijkheid, standaard="geen"))
    assert lees("rolstoel") is Toegankelijkheid.ROLSTOEL
    assert lees("") is Toegankelijkheid.GEEN
    with pytest.raises(CelError) as mis:
        lees("Rolator")
    assert mis.value.velden["bijna"] == "rollator"
    assert mis.value.velden["toegestaan"] == "geen, rollator, rolstoel"


def test_limits_are_in_the_unit_that_people_type() -> None:
    """A limit of 0 to 120 hours is one of 0 to 12000 hundredths."""
    lees = lezer(kolom(Soort.UREN, laagst=0, hoogst=120))
    assert lees("120") == 12000
    with pytest.raises(CelError) as mis:
        lees("120,01")
    assert (mis.value.code, mis.value.velden) == ("getal_te_hoog", {"hoogst": 120})


def test_lists_keep_their_order_and_take_spaces() -> None:
    assert lezer(kolom(Soort.ID, lijst=True))("b | a|c") == ("b", "a", "c")


@pytest.mark.parametrize("ruw", ["'=1+1", "  '=1+1 ", "=1+1"])
def test_the_apostrophe_of_our_own_output_is_taken_off(ruw: str) -> None:
    assert schoon(ruw) == "=1+1"


def test_another_apostrophe_stays() -> None:
    """'s-Gravenhage is a place, not a formula."""
    assert schoon("'s-Gravenhage") == "'s-Gravenhage"
    assert schoon("'") == "'"


def test_a_quoted_value_is_short_and_shows_no_tricks() -> None:
    assert citaat("a\x1b[31mb") == "“a?[31mb”"
    assert len(citaat("x" * 1000)) == 42


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4).filter(lambda d: len(d.as_tuple().digits) <= 15))
def test_a_number_that_was_written_reads_back_the_same(waarde: Decimal) -> None:
    for plaatsen in range(5):
        kort = waarde.quantize(Decimal(1).scaleb(-plaatsen))
        assert decimaal(getal_tekst(kort)) == kort


@given(st.integers(min_value=-(10**9), max_value=10**9))
def test_whole_numbers_and_amounts_are_exact(waarde: int) -> None:
    assert geheel(str(waarde)) == waarde
    assert honderdsten(getal_tekst(Decimal(waarde).scaleb(-2))) == waarde


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_a_date_that_was_written_reads_back_the_same(dag: date) -> None:
    lees = lezer(kolom(Soort.DATUM))
    assert lees(cel_tekst(dag)) == lees(dag.isoformat()) == dag


@given(st.text(max_size=60))
def test_no_text_can_make_a_reader_stumble(tekst: str) -> None:
    """Whatever stands in a cell: a value or a named fault, for every kind of column."""
    for soort in Soort:
        lees = lezer(kolom(soort, lijst=True, keuze=Urgentie))
        with suppress(CelError):
            assert isinstance(lees(schoon(tekst)), tuple)
