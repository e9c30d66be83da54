"""The files of a batch: the columns and forms of contract par. 6, and the same bytes every time."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from dataclasses import replace
from io import StringIO

import pytest

from data.regio import Regio
from data.versie import __version__
from matcher.schrijven import bestanden
from matcher.uitkomst import BatchStatus, BatchUitkomst, Niveau

NAMEN = [
    *("voorstellen.csv", "niet_geplaatst.csv", "plekken.csv", "reistijden.csv"),
    *("certificaat.json", "bewijs.json", "rapport.html", "rapport_overleg.html"),
]


@pytest.fixture(scope="module")
def inhoud(uitkomst: BatchUitkomst, regio: Regio) -> dict[str, bytes]:
    return bestanden(uitkomst, regio)


def _rijen(inhoud: Mapping[str, bytes], naam: str) -> list[dict[str, str]]:
    ruw = inhoud[naam]
    assert ruw.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in ruw
    assert b"\n" not in ruw.replace(b"\r\n", b"")
    return list(csv.DictReader(StringIO(ruw.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))


def test_all_files_are_there(inhoud: dict[str, bytes]) -> None:
    assert list(inhoud) == NAMEN


def test_the_proof_is_written_as_the_kernel_gives_it(uitkomst: BatchUitkomst, regio: Regio) -> None:
    """Compact, and the same bytes every time; without a proof that can be told the file says so."""
    bewijs = {"parts": [{"options": [0, 1], "rows": [["max", "K1:é"]]}]}
    stuk = replace(uitkomst, bewijs=bewijs)
    assert bestanden(stuk, regio)["bewijs.json"].decode() == '{"parts":[{"options":[0,1],"rows":[["max","K1:é"]]}]}\n'
    assert bestanden(replace(uitkomst, bewijs=None), regio)["bewijs.json"] == b"null\n"


@pytest.mark.parametrize(
    ("naam", "kop"),
    [
        (
            "voorstellen.csv",
            (
                "batch_id;voorstel_id;uitstromer_id;soort;woning_id;contingent_id;corporatie;gemeentecode;wijkcode;"
                "complex_id;woonvorm;urgentie;wachtdagen;passend;ingangsdatum;komt_vrij;motivering"
            ),
        ),
        ("niet_geplaatst.csv", "uitstromer_id;status;code;toelichting"),
        ("plekken.csv", "plek;soort;gemeentecode;wijkcode;prikkelniveau;prikkel_bron;vrij"),
        ("reistijden.csv", "aanbieder;woning_id;minuten;bron"),
    ],
)
def test_columns_stand_in_the_order_of_the_contract(inhoud: dict[str, bytes], naam: str, kop: str) -> None:
    assert inhoud[naam].decode("utf-8-sig").split("\r\n")[0] == kop


def test_a_proposal_for_a_woning_and_one_for_a_contingent(inhoud: dict[str, bytes]) -> None:
    rijen = _rijen(inhoud, "voorstellen.csv")
    woning, los = rijen[3], rijen[34]
    assert (woning["soort"], woning["woning_id"], woning["contingent_id"]) == ("woning", "W-0003", "")
    assert (woning["ingangsdatum"], woning["komt_vrij"]) == ("26-11-2026", "W-0099")
    assert (los["soort"], los["woning_id"], los["contingent_id"]) == ("contingent", "", "CT-2026-A")
    assert (los["wijkcode"], los["complex_id"]) == ("", "")
    assert {rij["batch_id"] for rij in rijen} == {"2026-W48-1"}


def test_what_is_not_known_stays_empty(inhoud: dict[str, bytes], regio: Regio) -> None:
    niveaus = {rij["plek"]: rij["prikkelniveau"] for rij in _rijen(inhoud, "plekken.csv")}
    bekend = {w.woning_id: "" if w.prikkelniveau is None else str(w.prikkelniveau) for w in regio.woningen}
    assert {plek: niveaus[plek] for plek in bekend} == bekend
    assert "" in bekend.values()


def test_minutes_have_a_decimal_comma_and_no_needless_zeros(inhoud: dict[str, bytes]) -> None:
    assert [rij["minuten"] for rij in _rijen(inhoud, "reistijden.csv")] == ["12,5", "20", ""]


def test_the_certificate(inhoud: dict[str, bytes]) -> None:
    tekst = inhoud["certificaat.json"].decode("utf-8")
    certificaat = json.loads(tekst)
    assert list(certificaat) == [
        *("batch_id", "datum", "versie", "seed", "status", "niveaus", "invoer", "grootboek", "duur_s")
    ]
    assert certificaat["niveaus"][0] == {
        "naam": "crisis",
        "richting": "max",
        "waarde": 1,
        "grens": 1,
        "bewezen": True,
    }
    assert (certificaat["datum"], certificaat["versie"]) == ("2026-11-23", __version__)
    assert certificaat["grootboek"] is None
    assert list(certificaat["invoer"]) == ["gemeenten.csv", "uitstromers.csv"]
    assert certificaat["duur_s"] == {"lezen": 0.123}


def test_a_level_that_was_not_reached_has_no_bound(uitkomst: BatchUitkomst, regio: Regio) -> None:
    open_ = Niveau(naam="loting", richting="max", waarde=7, grens=None, bewezen=False)
    stuk = replace(uitkomst, status=BatchStatus.TIJDSLIMIET, niveaus=(open_,))
    certificaat = json.loads(bestanden(stuk, regio)["certificaat.json"])
    assert (certificaat["status"], certificaat["niveaus"][0]["grens"]) == ("tijdslimiet", None)


def test_only_the_seconds_differ_between_two_runs(uitkomst: BatchUitkomst, regio: Regio) -> None:
    een, twee = (bestanden(replace(uitkomst, duur_s={"lezen": duur}), regio) for duur in (0.1, 0.2))
    assert {naam for naam in een if een[naam] != twee[naam]} == {"certificaat.json"}
    assert een["certificaat.json"].replace(b"0.1\n", b"0.2\n") == twee["certificaat.json"]


def test_a_text_that_looks_like_a_formula_is_written_as_text(uitkomst: BatchUitkomst, regio: Regio) -> None:
    eng = replace(uitkomst.voorstellen[0], motivering="=HYPERLINK(0)")
    rijen = _rijen(bestanden(replace(uitkomst, voorstellen=(eng,)), regio), "voorstellen.csv")
    assert rijen[0]["motivering"] == "'=HYPERLINK(0)"


def test_an_empty_week_gives_headers_and_pages(uitkomst: BatchUitkomst, regio: Regio) -> None:
    leeg = replace(
        uitkomst,
        voorstellen=(),
        niet_geplaatst=(),
        plekken=(),
        reistijden=(),
        overzicht=replace(uitkomst.overzicht, **dict.fromkeys(uitkomst.overzicht.__slots__, ())),
    )
    inhoud = bestanden(leeg, regio)
    assert _rijen(inhoud, "voorstellen.csv") == []
    assert "Er zijn deze week geen voorstellen" in inhoud["rapport.html"].decode()
    assert "de beste uitkomst volgens de volgorde" in inhoud["rapport_overleg.html"].decode()
