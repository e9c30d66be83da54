"""The sheets: exactly the columns of the contract, and nothing about a person beside them."""

from __future__ import annotations

import csv
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from data.instellingen import Huur
from data.keuzes import (
    Prikkelarm,
    Prikkelsoort,
    Toegankelijkheid,
    UitstroomUit,
    Urgentie,
    Wet,
    Woonomgeving,
    Zorgzwaarte,
)
from data.kolom import kolommen
from data.records import Cirkel, Uitstromer, Vermijding
from data.regio import Regio
from matcher.uitkomst import BatchUitkomst, PlekSoort
from matcher.vrijgave.batchmap import Batch, Regel
from matcher.vrijgave.vellen import vellen

CORPORATIE = (
    "voorstel_id;soort;woning_id;contingent_id;gemeentecode;woonvorm;personen;huur_max;toegankelijkheid;rustig;"
    "huisdier;ingangsdatum;reageer_voor;besluit;reden;weigering_door;opmerking"
)
AANBIEDER = (
    "voorstel_id;uitstromer_id;soort;woning_id;gemeentecode;wijkcode;woonvorm;ingangsdatum;reageer_voor;"
    "kandidaat_akkoord;reden;opmerking"
)
REAGEER = date(2026, 12, 7)


@pytest.fixture(scope="module")
def batch(uitkomst: BatchUitkomst) -> Batch:
    velden = [naam for naam in Regel.__slots__ if naam != "rij"]
    regels = tuple(Regel(**{naam: getattr(voorstel, naam) for naam in velden}) for voorstel in uitkomst.voorstellen)
    return Batch(batch_id=uitkomst.batch_id, map=Path(), datum=uitkomst.datum, invoer={}, regels=regels)


@pytest.fixture(scope="module")
def alle(batch: Batch, regio: Regio) -> dict[str, bytes]:
    return vellen(batch, regio, zonder=(), reageer_voor=REAGEER)


def _rijen(inhoud: Mapping[str, bytes], pad: str) -> list[dict[str, str]]:
    tekst = inhoud[pad].decode("utf-8-sig")
    return list(csv.DictReader(StringIO(tekst, newline=""), delimiter=";", strict=True))


def _corporaties(inhoud: Mapping[str, bytes]) -> dict[str, bytes]:
    return {pad: vel for pad, vel in inhoud.items() if pad.startswith("corporaties/")}


def test_a_sheet_for_each_who_is_concerned(alle: dict[str, bytes], batch: Batch, regio: Regio) -> None:
    aanbieder = {persoon.uitstromer_id: persoon.aanbieder for persoon in regio.uitstromers}
    namen = {f"corporaties/{regel.corporatie}" for regel in batch.regels}
    namen |= {f"aanbieders/{a}" for regel in batch.regels if (a := aanbieder[regel.uitstromer_id])}
    assert set(alle) == {f"{naam}{soort}" for naam in namen for soort in (".csv", ".xlsx")}


def test_the_columns_of_the_contract(alle: dict[str, bytes]) -> None:
    for pad, inhoud in alle.items():
        kop = CORPORATIE if pad.startswith("corporaties/") else AANBIEDER
        if pad.endswith(".csv"):
            assert inhoud.decode("utf-8-sig").split("\r\n")[0] == kop
        else:
            vel = load_workbook(BytesIO(inhoud)).worksheets[0]
            assert ";".join(str(cel.value) for cel in vel[1]) == kop


def test_every_proposal_goes_to_its_own_corporation_and_provider(
    alle: dict[str, bytes], batch: Batch, regio: Regio
) -> None:
    aanbieder = {persoon.uitstromer_id: persoon.aanbieder for persoon in regio.uitstromers}
    for regel in batch.regels:
        waar = {
            pad
            for pad in alle
            if pad.endswith(".csv") and regel.voorstel_id in {rij["voorstel_id"] for rij in _rijen(alle, pad)}
        }
        eigen = aanbieder[regel.uitstromer_id]
        verwacht = {f"corporaties/{regel.corporatie}.csv"} | ({f"aanbieders/{eigen}.csv"} if eigen else set())
        assert waar == verwacht


def test_a_woning_says_nothing_about_demands(alle: dict[str, bytes]) -> None:
    rijen = [rij for rij in _rijen(alle, "corporaties/delftwonen.csv") if rij["soort"] == "woning"]
    assert rijen
    for rij in rijen:
        assert [rij[k] for k in ("huur_max", "toegankelijkheid", "rustig", "huisdier")] == ["", "", "", ""]
        assert rij["personen"] == "1"


def test_a_place_of_a_contingent_says_what_the_dwelling_must_be(batch: Batch, regio: Regio) -> None:
    """Someone with a top rent of 650,12, a rollator, a need for calm and a pet; and the calm is not explained."""
    regel = next(regel for regel in batch.regels if regel.soort is PlekSoort.CONTINGENT)
    rijk = _met(
        regio,
        regel,
        huur_max=65_012,
        toegankelijkheid=Toegankelijkheid.ROLLATOR,
        prikkelarm=Prikkelarm.VEREIST,
        huisdier=True,
    )
    kaal = _met(regio, regel, huur_max=None, prikkelarm=Prikkelarm.GEWENST, huisdier=False)
    velden = ("huur_max", "toegankelijkheid", "rustig", "huisdier", "woning_id", "reageer_voor")
    een, twee = (
        next(
            rij
            for rij in _rijen(vellen(batch, r, zonder=(), reageer_voor=REAGEER), f"corporaties/{regel.corporatie}.csv")
            if rij["voorstel_id"] == regel.voorstel_id
        )
        for r in (rijk, kaal)
    )
    assert [een[k] for k in velden] == ["650,12", "rollator", "ja", "ja", "", "07-12-2026"]
    assert [twee[k] for k in ("huur_max", "rustig", "huisdier")] == ["", "nee", "nee"]


@pytest.mark.parametrize(("leeftijd", "huur"), [(22, "477,20"), (23, "650,12")])
def test_the_lower_rent_of_the_young_is_the_demand(batch: Batch, regio: Regio, leeftijd: int, huur: str) -> None:
    """R07 holds a dwelling of 500 against someone of 22: the sheet must not ask for one."""
    regel = next(regel for regel in batch.regels if regel.soort is PlekSoort.CONTINGENT)
    jong = Huur(jong_tot=23, jong_max=Decimal("477.20"))
    regio = replace(regio, instellingen=regio.instellingen.model_copy(update={"huur": jong}))
    regio = _met(regio, regel, leeftijd=leeftijd, huur_max=65_012)
    rijen = _rijen(vellen(batch, regio, zonder=(), reageer_voor=REAGEER), f"corporaties/{regel.corporatie}.csv")
    assert next(rij for rij in rijen if rij["voorstel_id"] == regel.voorstel_id)["huur_max"] == huur


def _met(regio: Regio, regel: Regel, **waarden: Any) -> Regio:
    mensen = (replace(p, **waarden) if p.uitstromer_id == regel.uitstromer_id else p for p in regio.uitstromers)
    return replace(regio, uitstromers=tuple(mensen))


def test_what_is_held_back_is_on_no_sheet(batch: Batch, regio: Regio) -> None:
    weg = batch.regels[0].voorstel_id
    inhoud = vellen(batch, regio, zonder=[weg], reageer_voor=REAGEER)
    assert not any(weg in vel.decode("utf-8") for pad, vel in inhoud.items() if pad.endswith(".csv"))


ANDERS: dict[str, Any] = {
    "leeftijd": 117,
    "geboortemaand": date(1931, 7, 1),
    "herkomst_gemeente": "GM9876",
    "voorkeur_gemeenten": ("GM9875", "GM9874"),
    "woonvormen": ("kanarie-vorm",),
    "doelgroepen": ("kanarie-doelgroep",),
    "zorgzwaarte": Zorgzwaarte.ZWAAR,
    "uren": 7_777,
    "prikkelniveau_max": 5,
    "vermijden": (Vermijding(Prikkelsoort.COFFEESHOP, Decimal(7_771)),),
    "overlastrisico": True,
    "overlast_tot": date(2071, 7, 1),
    "woonomgeving": Woonomgeving.LANDELIJK,
    "anker_x": Decimal(77_712),
    "anker_y": Decimal(477_713),
    "uitsluiting_gebieden": ("WK987654",),
    "uitsluiting_punten": (Cirkel(Decimal(77_714), Decimal(477_715), Decimal(7_716)),),
    "uitsluiting_tot": date(2072, 7, 1),
    "duur_maanden": 777,
    "wet": Wet.FORENSISCH,
    "zorgplan": True,
    "urgentie": Urgentie.CRISIS,
    "urgentie_door": "kanarie-arts",
    "urgentie_datum": date(2073, 7, 1),
    "wachtend_sinds": date(1974, 7, 1),
    "beschikbaar_vanaf": date(2075, 7, 1),
    "uiterste_datum": date(2076, 7, 1),
    "doorstroom": True,
    "eerder_bekend": True,
    "uitstroom_uit": UitstroomUit.DETENTIE,
}
"""Another value for every column about a person that must leave no trace on any sheet."""

VAN_HET_VEL = {"uitstromer_id", "aanbieder", "personen_verwacht", "volwassenen", "kinderen"}
EISEN = {"huur_max", "toegankelijkheid", "prikkelarm", "huisdier"}


def test_every_column_about_a_person_is_thought_of() -> None:
    """A new column of uitstromers.csv lands in one of the three lists here, or this fails."""
    assert set(ANDERS) | VAN_HET_VEL | EISEN == set(kolommen(Uitstromer))


@pytest.mark.parametrize("kolom", sorted(ANDERS))
def test_a_sensitive_column_changes_no_byte_of_any_sheet(
    kolom: str, alle: dict[str, bytes], batch: Batch, regio: Regio
) -> None:
    """The strongest canary: not "this word is absent", but "this value makes no difference at all"."""
    anders = replace(regio, uitstromers=tuple(replace(p, **{kolom: ANDERS[kolom]}) for p in regio.uitstromers))
    assert vellen(batch, anders, zonder=(), reageer_voor=REAGEER) == alle


def test_all_canaries_at_once(alle: dict[str, bytes], batch: Batch, regio: Regio) -> None:
    vol = replace(regio, uitstromers=tuple(replace(p, **ANDERS) for p in regio.uitstromers))
    assert vellen(batch, vol, zonder=(), reageer_voor=REAGEER) == alle


def test_a_corporation_never_sees_who_it_is(alle: dict[str, bytes], regio: Regio) -> None:
    for pad, inhoud in _corporaties(alle).items():
        cellen = _cellen(pad, inhoud)
        assert not cellen & {persoon.uitstromer_id for persoon in regio.uitstromers}
        assert not cellen & {aanbieder.aanbieder for aanbieder in regio.aanbieders}
        assert not cellen & {wijk.wijkcode for wijk in regio.wijken}


def _cellen(pad: str, inhoud: bytes) -> set[str]:
    if pad.endswith(".csv"):
        return set(inhoud.decode("utf-8-sig").replace("\r\n", ";").split(";"))
    boek = load_workbook(BytesIO(inhoud))
    return {str(cel.value) for vel in boek.worksheets for rij in vel.iter_rows() for cel in rij}


def test_the_demands_change_only_rows_of_contingents(alle: dict[str, bytes], batch: Batch, regio: Regio) -> None:
    anders = replace(regio, uitstromers=tuple(replace(p, huur_max=12_345) for p in regio.uitstromers))
    nieuw = vellen(batch, anders, zonder=(), reageer_voor=REAGEER)
    soorten = {
        oud["soort"]
        for pad in alle
        if pad.endswith(".csv")
        for oud, erna in zip(_rijen(alle, pad), _rijen(nieuw, pad), strict=True)
        if oud != erna
    }
    assert soorten == {"contingent"}


def test_excel_helps_to_fill_in_and_keeps_the_keys(alle: dict[str, bytes]) -> None:
    vel = load_workbook(BytesIO(alle["corporaties/delftwonen.xlsx"])).worksheets[0]
    kop = {str(cel.value): get_column_letter(plek) for plek, cel in enumerate(vel[1], start=1)}
    keuzes = {str(v.sqref).split(":")[0].rstrip("0123456789"): v.formula1 for v in vel.data_validations.dataValidation}
    assert keuzes[kop["besluit"]] == '"akkoord,weiger"'
    assert keuzes[kop["weigering_door"]] == '"corporatie,kandidaat,aanbieder"'
    assert keuzes[kop["reden"]] == '"huur,woning,omgeving,ongeschikt,anders_verhuurd,termijn,persoon,anders"'
    assert vel.protection.sheet
    assert vel.protection.password is None
    open_ = {naam for naam, letter in kop.items() if not vel[f"{letter}2"].protection.locked}
    assert open_ == {"besluit", "reden", "weigering_door", "opmerking"}
    assert vel.freeze_panes == "A2"
    assert vel[f"{kop['voorstel_id']}2"].number_format == "@"
    assert vel[f"{kop['ingangsdatum']}2"].number_format == "dd\\-mm\\-yyyy"
    assert vel[f"{kop['ingangsdatum']}2"].is_date


def test_a_provider_answers_yes_or_no(alle: dict[str, bytes]) -> None:
    vel = load_workbook(BytesIO(alle["aanbieders/zorg-noord.xlsx"])).worksheets[0]
    kop = {str(cel.value): get_column_letter(plek) for plek, cel in enumerate(vel[1], start=1)}
    keuzes = {str(v.sqref).split(":")[0].rstrip("0123456789"): v.formula1 for v in vel.data_validations.dataValidation}
    assert keuzes[kop["kandidaat_akkoord"]] == '"ja,nee"'
    open_ = {naam for naam, letter in kop.items() if not vel[f"{letter}2"].protection.locked}
    assert open_ == {"kandidaat_akkoord", "reden", "opmerking"}


def test_the_order_of_people_and_proposals_does_not_matter(alle: dict[str, bytes], batch: Batch, regio: Regio) -> None:
    om = replace(regio, uitstromers=regio.uitstromers[::-1])
    nieuw = vellen(replace(batch, regels=batch.regels[::-1]), om, zonder=(), reageer_voor=REAGEER)
    assert nieuw == alle
    assert list(nieuw) == list(alle)


def test_another_last_day_is_on_every_sheet(alle: dict[str, bytes], batch: Batch, regio: Regio) -> None:
    later = vellen(batch, regio, zonder=(), reageer_voor=REAGEER + timedelta(days=1))
    assert all(later[pad] != alle[pad] for pad in alle)


def test_a_household_counts_its_people(batch: Batch, regio: Regio, maak_record: Callable[..., Any]) -> None:
    """Two adults and three children expected as four at the move: four is what the landlord needs to know."""
    regel = batch.regels[0]
    gezin = maak_record(
        Uitstromer,
        uitstromer_id=regel.uitstromer_id,
        volwassenen=2,
        kinderen=3,
        personen_verwacht=4,
        zorgzwaarte=Zorgzwaarte.LICHT,
    )
    inhoud = vellen(
        replace(batch, regels=(regel,)), replace(regio, uitstromers=(gezin,)), zonder=(), reageer_voor=REAGEER
    )
    assert [rij["personen"] for rij in _rijen(inhoud, f"corporaties/{regel.corporatie}.csv")] == ["4"]
    assert set(inhoud) == {f"corporaties/{regel.corporatie}.csv", f"corporaties/{regel.corporatie}.xlsx"}
