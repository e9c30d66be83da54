"""A made-up week: 60 people, 45 rows of woningen, 4 gemeenten. Nobody real."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, TypeVar

import pytest

from data.instellingen import Instellingen, Spreiding
from data.keuzes import Prikkelarm, Toegankelijkheid, Urgentie, Zorgzwaarte
from data.kolom import Record, Soort, kolommen
from data.records import Aanbieder, Complex, Contingent, Gemeente, Uitstromer, Wijk, Woning
from data.regio import Regio
from matcher.schrijven.verhaal import toelichting
from matcher.uitkomst import (
    BatchStatus,
    BatchUitkomst,
    Gebruik,
    LegePlek,
    NietGeplaatst,
    Niveau,
    Overzicht,
    PlekFeit,
    PlekSoort,
    ReistijdFeit,
    Status,
    Voorstel,
)

R = TypeVar("R", bound=Record)

DATUM = date(2026, 11, 23)
GEMEENTEN = {"GM0503": "Delft", "GM1783": "Westland", "GM1926": "Pijnacker-Nootdorp", "GM1842": "Midden-Delfland"}
WIJKEN = {
    "WK050311": "Binnenstad",
    "WK050324": "Voorhof",
    "WK050325": "Buitenhof",
    "WK178301": "Naaldwijk",
    "WK178305": "Monster",
    "WK192601": "Pijnacker",
    "WK192602": "Nootdorp",
    "WK184201": "Den Hoorn",
}
WOONVORMEN = ("flex_doorstroom", "housing_first", "flex_shortstay", "convenant")


def maak(record: type[R], **waarden: Any) -> R:
    """A record whose other columns are empty: their default, or nothing."""
    leeg: dict[str, Any] = {"rij": 0}
    for naam, kolom in kolommen(record).items():
        standaard: Any = () if kolom.lijst else None
        if kolom.standaard and not kolom.lijst:
            match kolom.soort:
                case Soort.KEUZE if kolom.keuze:
                    standaard = kolom.keuze(kolom.standaard)
                case Soort.JANEE:
                    standaard = kolom.standaard == "ja"
                case Soort.GEHEEL | Soort.UREN | Soort.BEDRAG:
                    standaard = int(kolom.standaard)
                case _:
                    standaard = kolom.standaard
        leeg[naam] = standaard
    assert set(leeg) == {veld.name for veld in fields(record)}
    return record(**{**leeg, **waarden})


@pytest.fixture(scope="session")
def maak_record() -> Callable[..., Any]:
    return maak


@pytest.fixture(scope="session")
def regio() -> Regio:
    kans = random.Random(2026)
    return Regio(
        instellingen=Instellingen(spreiding=Spreiding(jaaropgave=120, speling=1)),
        gemeenten=tuple(
            maak(Gemeente, gemeentecode=code, naam=naam, aandeel=Decimal(25))
            for code, naam in sorted(GEMEENTEN.items())
        ),
        wijken=tuple(
            maak(
                Wijk,
                wijkcode=code,
                naam=naam,
                gemeentecode=f"GM{code[2:6]}",
                draagkracht=None if code == "WK184201" else 12,
                draagkracht_bron="wijkteam, op grond van het aantal meldingen" if nummer % 2 else None,
                draagkracht_datum=date(2026, 3, 1) if nummer % 2 else None,
                instroom_max=8 if nummer % 3 else None,
            )
            for nummer, (code, naam) in enumerate(sorted(WIJKEN.items()))
        ),
        aanbieders=tuple(
            maak(
                Aanbieder,
                aanbieder=f"zorg-{naam.split()[-1].lower()}",
                naam=naam,
                capaciteit_uren=12_000,
                geheim=geheim,
            )
            for naam, geheim in (("Zorg Noord", False), ("Zorg Zuid", False), ("Stichting Veilig", True))
        ),
        woningen=tuple(_woning(nummer, kans) for nummer in range(45)),
        contingenten=tuple(
            maak(
                Contingent,
                contingent_id=f"CT-2026-{letter}",
                corporatie=corporatie,
                gemeentecode=gemeente,
                jaar=2026,
                aantal=8,
                woonvorm="convenant",
                los_toewijsbaar=True,
            )
            for letter, corporatie, gemeente in (
                ("A", "delftwonen", "GM0503"),
                ("B", "arcade", "GM1783"),
                ("C", "wonen-midden", "GM1842"),
            )
        ),
        complexen=(
            maak(Complex, complex_id="CX-01", max_plaatsingen=4),
            maak(Complex, complex_id="CX-GEHEIM", max_plaatsingen=3),
        ),
        uitstromers=tuple(_uitstromer(nummer, kans) for nummer in range(60)),
        invoer={"uitstromers.csv": "aa" * 32, "gemeenten.csv": "bb" * 32},
    )


def _woning(nummer: int, kans: random.Random) -> Woning:
    wijk = sorted(WIJKEN)[nummer % len(WIJKEN)]
    geheim = nummer == 7
    return maak(
        Woning,
        woning_id=f"W-{nummer:04d}",
        corporatie=("delftwonen", "arcade", "rondom")[nummer % 3],
        gemeentecode=f"GM{wijk[2:6]}",
        wijkcode=wijk,
        x=None,
        y=None,
        complex_id="CX-GEHEIM" if geheim else "CX-01" if nummer % 9 == 0 else None,
        woonvorm=WOONVORMEN[nummer % 3],
        max_personen=kans.choice((1, 2)),
        prikkelniveau=kans.choice((1, 2, 3, 4, None)),
        beschikbaar_vanaf=DATUM + timedelta(days=kans.randrange(28)),
        aantal=3 if nummer % 9 == 0 else 1,
        geheim=geheim,
    )


def _uitstromer(nummer: int, kans: random.Random) -> Uitstromer:
    gemeenten = sorted(GEMEENTEN)
    return maak(
        Uitstromer,
        uitstromer_id=f"U-2026-{nummer:03d}",
        leeftijd=kans.randrange(18, 70),
        herkomst_gemeente=kans.choice(gemeenten),
        woonvormen=tuple(kans.sample(WOONVORMEN, 2)),
        zorgzwaarte=kans.choice(list(Zorgzwaarte)),
        aanbieder=kans.choice(("zorg-noord", "zorg-zuid", "zorg-veilig", None)),
        uren=250,
        prikkelarm=kans.choice(list(Prikkelarm)),
        toegankelijkheid=kans.choice(list(Toegankelijkheid)),
        huur_max=kans.choice((65_012, 70_000, None)),
        huisdier=kans.random() < 0.3,
        urgentie=Urgentie.CRISIS if nummer % 20 == 19 else Urgentie.HOOG if nummer % 7 == 0 else Urgentie.NORMAAL,
        wachtend_sinds=DATUM - timedelta(days=kans.randrange(20, 1300)),
        uiterste_datum=DATUM + timedelta(days=20) if nummer % 13 == 12 else None,
    )


@pytest.fixture(scope="session")
def uitkomst(regio: Regio) -> BatchUitkomst:
    plekken: list[Woning | Contingent] = [*regio.woningen[:34], *regio.contingenten[:2], *regio.contingenten[:2]]
    voorstellen = tuple(_voorstel(nummer, regio.uitstromers[nummer], plek) for nummer, plek in enumerate(plekken))
    return BatchUitkomst(
        batch_id="2026-W48-1",
        datum=DATUM,
        horizon=DATUM + timedelta(days=28),
        seed="2026-W48",
        status=BatchStatus.OPTIMAAL,
        niveaus=_niveaus(),
        voorstellen=voorstellen,
        niet_geplaatst=tuple(_niet(regio.uitstromers[nummer], nummer) for nummer in range(len(plekken), 60)),
        plekken=(
            *(
                _feit(w.woning_id, PlekSoort.WONING, w.gemeentecode or "", w.wijkcode, w.prikkelniveau, w.aantal)
                for w in regio.woningen
            ),
            *(_feit(c.contingent_id, PlekSoort.CONTINGENT, c.gemeentecode, None, None, 5) for c in regio.contingenten),
        ),
        reistijden=(
            ReistijdFeit(aanbieder="zorg-noord", woning_id="W-0001", minuten=1250, bron="hemelsbreed"),
            ReistijdFeit(aanbieder="zorg-noord", woning_id="W-0002", minuten=2000, bron="hemelsbreed"),
            ReistijdFeit(aanbieder="zorg-veilig", woning_id="W-0003", minuten=None, bron="onbekend"),
        ),
        overzicht=_overzicht(regio),
        invoer=regio.invoer,
        duur_s={"lezen": 0.1234567},
    )


def _voorstel(nummer: int, persoon: Uitstromer, plek: Woning | Contingent) -> Voorstel:
    woning = plek if isinstance(plek, Woning) else None
    return Voorstel(
        voorstel_id=f"2026-W48-1-{nummer + 1:03d}",
        uitstromer_id=persoon.uitstromer_id,
        soort=PlekSoort.WONING if woning else PlekSoort.CONTINGENT,
        woning_id=woning.woning_id if woning else None,
        contingent_id=plek.contingent_id,
        corporatie=plek.corporatie,
        gemeentecode=plek.gemeentecode or "",
        wijkcode=woning.wijkcode if woning else None,
        complex_id=woning.complex_id if woning else None,
        woonvorm=plek.woonvorm,
        urgentie=persoon.urgentie,
        wachtdagen=(DATUM - persoon.wachtend_sinds).days,
        passend=75,
        ingangsdatum=DATUM + timedelta(days=nummer % 28),
        komt_vrij="W-0099" if nummer == 3 else None,
        motivering="De woonvorm (flexwoning doorstroom) is de eerste keus. Delft is de tweede voorkeur en de gemeente "
        "van herkomst. De plek is rustig (prikkelniveau 2), en dat is nodig.",
        vast=nummer in (4, 17),
    )


def _niet(persoon: Uitstromer, nummer: int) -> NietGeplaatst:
    status, code, vol = (
        (Status.VERDRONGEN, "K4", frozenset({"K4"})),
        (Status.VERDRONGEN, "K2", frozenset[str]()),
        (Status.GEEN_PASSEND_AANBOD, "R05", frozenset[str]()),
        (Status.VERDRONGEN, "K4|K5", frozenset({"K5"})),
        (Status.UITGESLOTEN, "U3", frozenset[str]()),
        (Status.GEEN_PASSEND_AANBOD, "-", frozenset[str]()),
        (Status.GEEN_PASSEND_AANBOD, "R06", frozenset[str]()),
    )[nummer % 7]
    zin = toelichting(status, code, vol=vol)
    return NietGeplaatst(uitstromer_id=persoon.uitstromer_id, status=status, code=code, toelichting=zin)


def _feit(plek: str, soort: PlekSoort, gemeente: str, wijk: str | None, niveau: int | None, vrij: int) -> PlekFeit:
    return PlekFeit(
        plek=plek,
        soort=soort,
        gemeentecode=gemeente,
        wijkcode=wijk,
        prikkelniveau=niveau,
        prikkel_bron="onbekend" if niveau is None else "corporatie",
        vrij=vrij,
    )


def _niveaus() -> tuple[Niveau, ...]:
    waarden = {"crisis": 1, "op_tijd": 2, "hoog": 5, "geplaatst": 38, "wachttijd": 24_310, "spreiding": 52_580}
    waarden |= {"passend": 2814, "schaarste": 28, "loting": 1_399_981}
    return tuple(
        Niveau(
            naam=naam, richting="min" if naam in ("spreiding", "schaarste") else "max", waarde=w, grens=w, bewezen=True
        )
        for naam, w in waarden.items()
    )


def _overzicht(regio: Regio) -> Overzicht:
    def deel(codes: list[str], rijen: list[tuple[int, int, int | None]]) -> tuple[Gebruik, ...]:
        return tuple(
            Gebruik(code=code, naam=code, geteld=geteld, nieuw=nieuw, grens=grens)
            for code, (geteld, nieuw, grens) in zip(codes, rijen, strict=True)
        )

    return Overzicht(
        quota=deel(sorted(GEMEENTEN), [(41, 16, 58), (25, 12, 40), (7, 4, 7), (9, 6, 15)]),
        draagkracht=deel(
            sorted(WIJKEN)[:7], [(6, 4, 12), (14, -2, 12), (9, 3, 12), (3, 5, 12), (12, 0, 12), (2, 1, 12), (0, 0, 12)]
        ),
        instroom=deel(
            [w.wijkcode for w in regio.wijken if w.instroom_max],
            [(4, 4, 8), (5, 2, 8), (0, 5, 8), (2, 1, 8), (6, 2, 8)],
        ),
        contingenten=deel([c.contingent_id for c in regio.contingenten], [(3, 2, 8), (3, 2, 8), (8, 0, 8)]),
        complexen=deel(["CX-01", "CX-GEHEIM"], [(2, 2, 4), (1, 1, 3)]),
        uren=deel(
            ["zorg-noord", "zorg-zuid", "zorg-veilig"],
            [(8_050, 2_500, 12_000), (11_900, -250, 12_000), (250, 500, None)],
        ),
        leeg=(
            _leeg("W-0040", 1, [("U-2026-045", ("K4",)), ("U-2026-049", ("K4", "K5"))]),
            _leeg("W-0041", 1, [(f"U-2026-{n:03d}", ("K4",)) for n in (42, 45, 49, 52, 56, 59)]),
            _leeg("W-0045", 3, [("U-2026-038", ("K7",)), ("U-2026-059", ("K11",))], "GM1783"),
        ),
    )


def _leeg(plek: str, vrij: int, wachtenden: list[tuple[str, tuple[str, ...]]], gemeente: str = "GM1842") -> LegePlek:
    return LegePlek(
        plek=plek,
        soort=PlekSoort.WONING,
        corporatie="rondom",
        gemeentecode=gemeente,
        vrij=vrij,
        wachtenden=tuple(wachtenden),
    )
