"""The value of each level, from a handful of proposals."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from hashlib import sha256

import pytest

from matcher.controle.batchregels import Paar
from matcher.controle.cellen import Getal
from matcher.controle.gegevens import Gemeente, Uitstromer
from matcher.controle.instellingen import NIVEAUS
from matcher.controle.niveaus import RICHTING, niveaus
from matcher.controle.passend import passend
from tests.controle.waarden import (
    DELFT,
    KAMER,
    RIJSWIJK,
    D,
    Streek,
    contingent,
    instellingen,
    mens,
    plaats,
    plaatsing,
    woning,
)


def waarden(*paren: Paar, streek: Streek | None = None) -> dict[str, Getal]:
    """All levels of these proposals."""
    return dict(niveaus((streek or Streek()).toestand, paren, "zaad"))


def dagen(aantal: int) -> timedelta:
    """Days, short."""
    return timedelta(days=aantal)


def test_the_levels_of_the_region_in_its_order() -> None:
    assert list(waarden()) == list(NIVEAUS)
    assert dict.fromkeys(NIVEAUS, 0) == waarden()
    streek = Streek(regels=instellingen(volgorde=("passend", "crisis")))
    assert list(waarden(streek=streek)) == ["passend", "crisis"]
    assert RICHTING == {"spreiding": "min", "schaarste": "min"}


def test_who_is_placed() -> None:
    """Unnamed places count for ``geplaatst`` only: nobody has a key yet."""
    crisis, hoog, laatste = mens("U1", urgentie="crisis"), mens("U2", urgentie="hoog"), D + dagen(42)
    gevonden = waarden(
        (crisis, woning("W1")),
        (mens("U3", urgentie="crisis"), contingent()),
        (hoog, woning("W2")),
        (mens("U4", urgentie="hoog"), woning("W3")),
        (mens("U5", urgentie="hoog"), contingent()),
        (mens("U6", uiterste_datum=laatste), woning("W4")),
        (mens("U7", uiterste_datum=laatste + dagen(1)), woning("W5")),
        (mens("U8", uiterste_datum=laatste), contingent()),
    )
    namen = ("crisis", "op_tijd", "hoog", "geplaatst")
    assert [gevonden[naam] for naam in namen] == [1, 1, 2, 8]


def test_waiting() -> None:
    """At most ten years, at least nothing; unnamed places count."""
    wachten = (3650, 3651, 4000, 12, -1)
    paren = [
        (mens(f"U{nr}", wachtend_sinds=D - dagen(aantal)), contingent() if nr else woning())
        for nr, aantal in enumerate(wachten)
    ]
    assert [waarden(paar)["wachttijd"] for paar in paren] == [3650, 3650, 3650, 12, 0]
    assert waarden(*paren)["wachttijd"] == 3 * 3650 + 12


def test_scarcity() -> None:
    """A calm woning for who asks no calm, room and access beyond need; each counts, and none below nought."""

    def een(wie: Uitstromer, **wat: object) -> Getal:
        return waarden((wie, woning(**wat)))["schaarste"]  # type: ignore[arg-type]

    assert een(mens()) == 0
    assert [een(mens(), prikkelniveau=niveau) for niveau in (1, 2, 3, None)] == [1, 1, 0, 0]
    assert [een(mens(prikkelarm=prikkel), prikkelniveau=1) for prikkel in ("gewenst", "vereist")] == [0, 0]
    assert een(mens(toegankelijkheid=1), toegankelijkheid=2) == 1
    assert een(mens(), toegankelijkheid=2) == 2
    assert een(mens(toegankelijkheid=2), toegankelijkheid=1) == 0
    assert een(mens(personen=2), max_personen=5) == 3
    assert een(mens(personen=5), max_personen=2) == 0
    assert een(mens(), max_personen=None) == 0
    assert een(mens(), prikkelniveau=2, toegankelijkheid=2, max_personen=4) == 6


def test_the_draw_and_the_fit() -> None:
    """Two bytes of a digest for each pair, and the sum of the fits."""
    paren = (mens("U1"), woning("W1")), (mens("U2", woonvormen=(KAMER,)), woning("W2"))
    loten = [sha256(tekst).digest() for tekst in (b"zaad|U1|W1", b"zaad|U2|W2")]
    gevonden = waarden(*paren)
    assert gevonden["loting"] == sum(lot[0] * 256 + lot[1] for lot in loten)
    assert gevonden["passend"] == sum(passend(Streek().regio, *paar) for paar in paren)


GELIJK = (Gemeente(DELFT, 1, None), Gemeente(RIJSWIJK, 1, None))
HIER, DAAR = woning("W1"), woning("W2", waar=plaats(RIJSWIJK, None))


@pytest.mark.parametrize(
    ("paren", "band", "verwacht"),
    [
        # half each was agreed: one in Delft, none in Rijswijk, both 5000 ten-thousandths off
        (((mens(), HIER),), 0, 10_000),
        (((mens(), HIER), (mens("U2"), DAAR)), 0, 0),
        (((mens(), HIER),), 5, 9_000),
        (((mens(), HIER),), 50, 0),
        (((mens(), HIER),), 60, 0),
        (((mens(), HIER),), Fraction(1, 2), 9_900),
        # two to one: 10000 - 1,5 times ... 5000 off on each side, less three times the band of 500
        (((mens(), HIER), (mens("U2"), HIER), (mens("U3"), DAAR)), 5, 2 * (5_000 - 1_500)),
        # a tussenvoorziening, and a gemeente outside the list, do not count
        (((mens(), woning(woonvorm="tussenvoorziening")),), 0, 0),
        (((mens(), woning(waar=plaats("GM1842"))),), 0, 0),
    ],
)
def test_spreading(paren: tuple[Paar, ...], band: Getal, verwacht: int) -> None:
    streek = Streek(gemeenten=GELIJK, regels=instellingen(band_pct=band))
    assert waarden(*paren, streek=streek)["spreiding"] == verwacht


def test_spreading_counts_what_began_this_year() -> None:
    streek = Streek(
        gemeenten=GELIJK,
        regels=instellingen(band_pct=0),
        plaatsingen=(plaatsing("U8", "W8"), plaatsing("U9", "W9", woonvorm="tussenvoorziening")),
    )
    assert waarden(streek=streek)["spreiding"] == 10_000
    assert waarden((mens(), DAAR), streek=streek)["spreiding"] == 0


def test_spreading_without_shares_is_nought() -> None:
    assert waarden((mens(), HIER))["spreiding"] == 0
