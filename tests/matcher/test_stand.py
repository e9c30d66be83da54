"""The options of a batch by person and by plek; levels are whole numbers, each with the right end up."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest

from data.keuzes import Urgentie
from data.records import Gemeente
from data.regio import Regio
from solver.instance import Sense
from tests.matcher.mensen import D, H, mens, plaatsing, woning
from tests.matcher.regio import opgave


def test_options_of_a_group_keep_their_order_however_many_there_are() -> None:
    """Everybody fits everywhere: option ``p * 7 + q`` is person p on plek q. A quick sort would mix so many up."""
    mensen = tuple(mens(uitstromer_id=f"U{p:03}") for p in range(300))
    stand = opgave(Regio(uitstromers=mensen, woningen=tuple(woning(woning_id=f"W{q}") for q in range(7)))).stand
    assert stand.per_plek == {q: tuple(range(q, 2100, 7)) for q in range(7)}
    assert stand.per_persoon == {p: tuple(range(p * 7, p * 7 + 7)) for p in range(300)}


def test_every_level_is_whole_numbers() -> None:
    """What the kernel gets and the certificate adds up: no floats (12.0), no yes and no (True)."""
    regio = Regio(
        gemeenten=(Gemeente(gemeentecode="GM0001", naam="Een", aandeel=Decimal("0.5"), opgave=None),),
        uitstromers=(mens(urgentie=Urgentie.CRISIS, uiterste_datum=date(2026, 12, 1)),),
        woningen=(woning(),),
    )
    niveaus = opgave(regio).instance.levels
    assert {str(niveau.name) for niveau in niveaus} >= {"crisis", "hoog", "op_tijd", "spreiding", "passend"}
    for niveau in niveaus:
        vormen = [vorm for term in niveau.terms or () for vorm in term]
        getallen = [*(niveau.value or ()), *(g for vorm in vormen for g in (vorm.constant, *vorm.weight))]
        assert getallen, niveau.name
        assert {type(getal) for getal in getallen} == {int}, niveau.name


def test_only_what_is_lost_is_to_be_little() -> None:
    """Contract par. 5: deviation from the shares and scarcity spent are as low as can be, all else as high."""
    niveaus = opgave(Regio(uitstromers=(mens(),), woningen=(woning(),))).instance.levels
    assert {str(niveau.name) for niveau in niveaus if niveau.sense is Sense.MIN} == {"spreiding", "schaarste"}
    assert {niveau.sense for niveau in niveaus} == {Sense.MIN, Sense.MAX}


@pytest.mark.parametrize(
    ("in_", "uit", "vertrekt"),
    [
        (date(2026, 6, 1), D, False),
        (date(2026, 6, 1), D + timedelta(days=1), True),
        (date(2026, 6, 1), H, True),
        (date(2026, 6, 1), H + timedelta(days=1), False),
        (date(2026, 6, 1), None, False),
        (H, H, True),
        (H + timedelta(days=1), H + timedelta(days=9), False),
    ],
)
def test_leaving_is_being_there_on_d_but_not_on_h(in_: date, uit: date | None, *, vertrekt: bool) -> None:
    """In a woning for three: only someone who makes room makes a newcomer wait (par. 6, ingangsdatum).

    Who stays beyond H has a bed of their own, and who comes after H has not come yet.
    """
    regio = Regio(
        uitstromers=(mens(),),
        woningen=(woning(aantal=3),),
        plaatsingen=(
            plaatsing(datum_in=in_, datum_uit=uit),
            plaatsing(uitstromer_id="P2", woning_id=None, contingent_id="C9", datum_uit=H),
        ),
    )
    wie = {waar: [v.uitstromer_id for v in rij] for waar, rij in opgave(regio).stand.vertrekkers.items()}
    assert wie == ({"W1": ["P1"]} if vertrekt else {})
