"""The options of a batch by person and by plek, and that levels are whole numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from data.keuzes import Urgentie
from data.records import Gemeente
from data.regio import Regio
from tests.matcher.mensen import mens, woning
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
