"""Each batch rule at its limit: one that still fits, and one more; and what a mover gives back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest

from matcher.controle.batchregels import Batchregels, te_nabij
from matcher.controle.gegevens import Aanbieder, Complex, Contactverbod, Gemeente, Plaats, Plek, Uitstromer
from tests.controle.waarden import (
    BASIS,
    BINNENSTAD,
    DELFT,
    EERST,
    KAMER,
    RIJSWIJK,
    VOORHOF,
    D,
    Streek,
    contingent,
    instellingen,
    mens,
    plaats,
    plaatsing,
    vorm,
    wijk,
    woning,
)

VORIG_JAAR = date(2025, 3, 3)
FLAT = ("complex", "F1")
ELDERS = plaats(RIJSWIJK, "WK060301")


def samen(streek: Streek, *paren: tuple[Uitstromer, Plek]) -> Batchregels:
    """A batch of these proposals."""
    return Batchregels(streek.toestand, paren)


def overschreden(streek: Streek, *paren: tuple[Uitstromer, Plek]) -> list[tuple[str, str]]:
    """The limits that these proposals exceed."""
    return list(samen(streek, *paren).overschreden())


def botsingen(streek: Streek, *paren: tuple[Uitstromer, Plek]) -> list[tuple[str, str, str]]:
    """The proposals that do not go with others."""
    return [(code, wie.id, plek.plek) for code, wie, plek in samen(streek, *paren).botsingen()]


MENSEN = tuple(mens(f"U{nr}") for nr in range(1, 5))
EEN, TWEE, DRIE, VIER = MENSEN


def test_k2() -> None:
    """Three places of which one is taken by someone who stays."""
    plek = woning("W1", aantal=3)
    streek = Streek(plekken=(plek,), plaatsingen=(plaatsing("U9", "W1"),))
    assert overschreden(streek, (EEN, plek), (TWEE, plek)) == []
    assert overschreden(streek, (EEN, plek), (TWEE, plek), (DRIE, plek)) == [("K2", "W1")]
    assert samen(streek, (EEN, plek)).erbij(TWEE, plek) == ()
    assert samen(streek, (EEN, plek), (TWEE, plek)).erbij(DRIE, plek) == ("K2",)


def test_k2_a_mover_gives_no_room_in_the_old_woning() -> None:
    oud, nieuw = woning("W1"), woning("W2")
    streek = Streek(mensen=MENSEN, plekken=(oud, nieuw), plaatsingen=(plaatsing("U1", "W1"),))
    assert overschreden(streek, (EEN, nieuw), (TWEE, oud)) == [("K2", "W1")]


def test_k3() -> None:
    """Unnamed places and named woningen of one contingent together; a third of four is in use."""
    groep, los = contingent("C1", aantal=3), woning("W1", contingent="C1")
    streek = Streek(plekken=(groep, los), plaatsingen=(plaatsing("U9", None, contingent="C1"),))
    assert overschreden(streek, (EEN, groep), (TWEE, los)) == []
    assert overschreden(streek, (EEN, groep), (TWEE, los), (DRIE, groep)) == [("K3", "C1")]
    assert samen(streek, (EEN, groep), (TWEE, groep)).erbij(DRIE, los) == ("K3",)
    assert samen(streek, (EEN, groep), (TWEE, los)).erbij(DRIE, groep) == ("K3",)
    assert samen(streek, (EEN, groep)).erbij(DRIE, los) == ()


def test_k4() -> None:
    """Three this year and one of leeway; one began this year, one the year before."""
    streek = Streek(
        gemeenten=(Gemeente(DELFT, None, 3), Gemeente(RIJSWIJK, None, None)),
        plekken=tuple(woning(f"W{nr}") for nr in range(1, 5)),
        plaatsingen=(plaatsing("U8", "W8"), plaatsing("U9", "W9", datum_in=VORIG_JAAR)),
        regels=instellingen(speling=1),
    )
    paren = list(zip(MENSEN, streek.plekken, strict=True))
    assert overschreden(streek, *paren[:3]) == []
    assert overschreden(streek, *paren) == [("K4", DELFT)]
    assert samen(streek, *paren[:3]).erbij(*paren[3]) == ("K4",)
    # elsewhere there is no limit, and a tussenvoorziening does not count
    elders = [(wie, replace(plek, plaats=replace(plek.plaats, gemeente=RIJSWIJK))) for wie, plek in paren]
    assert overschreden(replace(streek, plekken=tuple(plek for _, plek in elders)), *elders) == []
    telt_niet = [(wie, replace(plek, woonvorm="tussenvoorziening")) for wie, plek in paren]
    assert overschreden(replace(streek, plekken=tuple(plek for _, plek in telt_niet)), *telt_niet) == []


def test_k4_a_placement_of_a_woonvorm_that_does_not_count() -> None:
    plek = woning("W1")
    streek = Streek(
        gemeenten=(Gemeente(DELFT, None, 1),),
        plekken=(plek,),
        plaatsingen=(plaatsing("U8", "W8", woonvorm="tussenvoorziening"),),
    )
    assert overschreden(streek, (EEN, plek)) == []
    assert overschreden(replace(streek, plaatsingen=(plaatsing("U8", "W8"),)), (EEN, plek)) == [("K4", DELFT)]


def test_k4_what_runs_beyond_the_limit_leaves_nothing_but_no_debt() -> None:
    """Two run where one was agreed. Nothing new fits; but a batch without new ones is sound."""
    plek = woning("W1")
    streek = Streek(
        gemeenten=(Gemeente(DELFT, None, 1),),
        plekken=(plek,),
        plaatsingen=(plaatsing("U8", "W8"), plaatsing("U9", "W9")),
    )
    assert overschreden(streek) == []
    assert samen(streek).ruimte["K4", DELFT] == 0
    assert overschreden(streek, (EEN, plek)) == [("K4", DELFT)]


@pytest.mark.parametrize(
    ("vrij", "wie", "telt"),
    [
        ((), mens(urgentie="crisis"), True),
        (("crisis",), mens(urgentie="crisis"), False),
        (("crisis",), mens(urgentie="hoog"), True),
        (("herkomst",), mens(), False),
        (("herkomst",), mens(herkomst=RIJSWIJK), True),
        (("herkomst",), mens(herkomst=RIJSWIJK, urgentie="crisis"), True),
        (("crisis", "herkomst"), mens(herkomst=RIJSWIJK, urgentie="crisis"), False),
        (("crisis",), mens(urgentie="normaal"), True),
    ],
)
def test_k4_whom_vrij_names(vrij: tuple[str, ...], wie: Uitstromer, *, telt: bool) -> None:
    plek = woning("W1")
    streek = Streek(gemeenten=(Gemeente(DELFT, None, 0),), plekken=(plek,), regels=instellingen(vrij=vrij))
    assert overschreden(streek, (wie, plek)) == ([("K4", DELFT)] if telt else [])
    assert samen(streek).erbij(wie, plek) == (("K4",) if telt else ())


def test_k5_draagkracht() -> None:
    """Ten, of which four are taken beforehand and two by someone heavy who stays: two light and one heavy fit."""
    streek = Streek(
        wijken=(wijk(draagkracht=10, voorbelasting=4), wijk(VOORHOF)),
        plekken=tuple(woning(f"W{nr}") for nr in range(1, 5)),
        plaatsingen=(plaatsing("U9", "W9", zwaarte=2), plaatsing("U8", "W8", datum_uit=D + timedelta(days=1))),
        regels=instellingen(gewicht=(1, Fraction(3, 2), 2)),
    )
    licht, midden, zwaar = mens("U1"), mens("U2", zwaarte=1), mens("U3", zwaarte=2)
    een, twee, drie, vier = streek.plekken
    assert overschreden(streek, (licht, een), (TWEE, twee), (zwaar, drie)) == []
    assert overschreden(streek, (licht, een), (midden, twee), (zwaar, drie)) == [("K5", f"draagkracht {BINNENSTAD}")]
    half = samen(streek, (licht, een), (zwaar, drie))
    assert half.erbij(DRIE, vier) == ()
    assert half.erbij(midden, vier) == ("K5",)
    # the answer for a light one is kept, and must not be given to a heavy one
    assert half.erbij(DRIE, vier) == ()


def test_k5_instroom() -> None:
    """Two a year; one began this year in the wijk, one the year before, one elsewhere; unnamed places have no wijk."""
    plekken = tuple(woning(f"W{nr}") for nr in range(1, 4))
    streek = Streek(
        wijken=(wijk(instroom_max=2), wijk(VOORHOF)),
        plekken=(*plekken, contingent("C1", aantal=9)),
        plaatsingen=(
            plaatsing("U7", "W7", datum_uit=date(2026, 5, 5)),
            plaatsing("U8", "W8", datum_in=VORIG_JAAR),
            plaatsing("U9", "W9", waar=plaats(wijk=VOORHOF)),
        ),
    )
    assert overschreden(streek, (EEN, plekken[0]), (DRIE, streek.plekken[3])) == []
    assert overschreden(streek, (EEN, plekken[0]), (TWEE, plekken[1])) == [("K5", f"instroom {BINNENSTAD}")]
    assert samen(streek, (EEN, plekken[0])).erbij(TWEE, plekken[1]) == ("K5",)


def test_k5_a_mover_within_a_wijk_that_is_full() -> None:
    """The place left behind comes back for draagkracht, not for instroom: that counts who came this year."""
    plek = woning("W1")
    streek = Streek(
        mensen=MENSEN,
        wijken=(wijk(draagkracht=1, instroom_max=1),),
        plekken=(plek,),
        plaatsingen=(plaatsing("U1", "W9", datum_in=VORIG_JAAR),),
    )
    assert overschreden(streek, (EEN, plek)) == []
    assert samen(streek).erbij(EEN, plek) == ()
    assert overschreden(streek, (TWEE, plek)) == [("K5", f"draagkracht {BINNENSTAD}")]
    dit_jaar = replace(streek, plaatsingen=(plaatsing("U1", "W9"),))
    assert overschreden(dit_jaar, (EEN, plek)) == [("K5", f"instroom {BINNENSTAD}")]
    assert samen(dit_jaar).erbij(EEN, plek) == ("K5",)


def test_k5_who_leaves_makes_room_for_another() -> None:
    hier, daar = woning("W1"), woning("W2", waar=ELDERS)
    streek = Streek(
        mensen=MENSEN,
        wijken=(wijk(draagkracht=1), wijk("WK060301", RIJSWIJK)),
        plekken=(hier, daar),
        plaatsingen=(plaatsing("U1", "W9"),),
    )
    assert overschreden(streek, (TWEE, hier)) == [("K5", f"draagkracht {BINNENSTAD}")]
    assert overschreden(streek, (TWEE, hier), (EEN, daar)) == []
    assert samen(streek, (EEN, daar)).erbij(TWEE, hier) == ()


def test_an_overfull_wijk_may_get_back_what_leaves_it() -> None:
    """Three where one fits: the room is nought, not minus two."""
    plek = woning("W1")
    streek = Streek(
        mensen=MENSEN,
        wijken=(wijk(draagkracht=3, voorbelasting=4),),
        plekken=(plek,),
        plaatsingen=(plaatsing("U1", "W9", zwaarte=1), plaatsing("U8", "W8")),
    )
    assert overschreden(streek, (EEN, plek)) == []
    assert samen(streek).ruimte["K5", f"draagkracht {BINNENSTAD}"] == 0


def test_a_mover_who_takes_no_more_than_before_breaks_nothing_in_a_broken_batch() -> None:
    """Adding a pair breaks a limit only when it takes something from it."""
    een, twee = woning("W1"), woning("W2")
    streek = Streek(
        mensen=MENSEN, wijken=(wijk(draagkracht=1),), plekken=(een, twee), plaatsingen=(plaatsing("U1", "W9"),)
    )
    assert samen(streek, (TWEE, een)).erbij(EEN, twee) == ()


def test_k6() -> None:
    """Two in the flat, one of whom stays; the same name as a woning is another complex."""
    plekken = tuple(woning(f"W{nr}", waar=plaats(complex_=FLAT)) for nr in (1, 2))
    los = woning("F1")
    streek = Streek(
        mensen=MENSEN,
        complexen=(Complex("F1", 2, overlastbestendig=False), Complex("F2", None, overlastbestendig=False)),
        plekken=(*plekken, los),
        plaatsingen=(plaatsing("U4", "W9", waar=plaats(complex_=FLAT)), plaatsing("U8", "F1", datum_uit=D)),
    )
    assert overschreden(streek, (EEN, plekken[0]), (DRIE, los)) == []
    assert overschreden(streek, (EEN, plekken[0]), (TWEE, plekken[1])) == [("K6", "F1")]
    assert samen(streek, (EEN, plekken[0])).erbij(TWEE, plekken[1]) == ("K6",)
    # a mover within the flat takes nothing more
    assert overschreden(streek, (EEN, plekken[0]), (VIER, plekken[1])) == []


def test_k9() -> None:
    """Ten hours a week, of which a half is in use by someone who stays."""
    plekken = tuple(woning(f"W{nr}") for nr in (1, 2, 3))
    streek = Streek(
        mensen=MENSEN,
        aanbieders=(Aanbieder("zorg-a", (), 10, frozenset()), Aanbieder("zorg-b", (), None, frozenset())),
        plekken=plekken,
        plaatsingen=(plaatsing("U4", "W9", aanbieder="zorg-a", uren=Fraction(1, 2)),),
    )
    klein, groot = mens("U1", aanbieder="zorg-a", uren=Fraction(1, 2)), mens("U2", aanbieder="zorg-a", uren=9)
    ander, mover = mens("U3", aanbieder="zorg-b", uren=99), mens("U4", aanbieder="zorg-a", uren=1)
    assert overschreden(streek, (klein, plekken[0]), (groot, plekken[1]), (ander, plekken[2])) == []
    vol = samen(streek, (klein, plekken[0]), (groot, plekken[1]))
    assert vol.erbij(replace(klein, id="U5"), plekken[2]) == ("K9",)
    assert vol.erbij(replace(klein, id="U5", uren=0), plekken[2]) == ()
    assert vol.erbij(ander, plekken[2]) == ()
    assert vol.erbij(mens("U6"), plekken[2]) == ()
    # the mover takes half an hour more than was in use
    assert vol.erbij(mover, plekken[2]) == ("K9",)
    assert samen(streek, (groot, plekken[1])).erbij(mover, plekken[2]) == ()
    assert overschreden(streek, (klein, plekken[0]), (groot, plekken[1]), (mover, plekken[2])) == [("K9", "zorg-a")]


# -- two that do not go together ---------------------------------------------------------------------------------


def flat(nr: int) -> Plek:
    """A woning in the flat."""
    return woning(f"W{nr}", waar=plaats(complex_=FLAT))


RUMOER, RUST, GEWOON = mens("U1", overlastrisico=True), mens("U2", prikkelarm="vereist"), mens("U3")


def test_k7_among_new_ones() -> None:
    streek = Streek(plekken=tuple(flat(nr) for nr in range(1, 5)))
    beide = [("K7", "U1", "W1"), ("K7", "U2", "W2")]
    assert botsingen(streek, (RUMOER, flat(1)), (RUST, flat(2)), (GEWOON, flat(3))) == beide
    assert botsingen(streek, (RUMOER, flat(1)), (GEWOON, flat(2))) == []
    assert botsingen(streek, (RUST, flat(1)), (replace(RUST, id="U3"), flat(2))) == []
    assert botsingen(streek, (RUMOER, flat(1)), (replace(RUMOER, id="U3"), flat(2))) == []
    assert botsingen(streek, (RUMOER, flat(1)), (replace(RUST, prikkelarm="gewenst"), flat(2))) == []
    voorbij = replace(RUMOER, overlast_tot=D - timedelta(days=1))
    assert botsingen(streek, (voorbij, flat(1)), (RUST, flat(2))) == []
    # someone who is both does not disturb oneself
    allebei = replace(RUMOER, prikkelarm="vereist")
    assert botsingen(streek, (allebei, flat(1))) == []
    assert botsingen(streek, (allebei, flat(1)), (GEWOON, flat(2))) == []
    assert samen(streek, (RUMOER, flat(1))).erbij(RUST, flat(2)) == ("K7",)
    assert samen(streek, (RUMOER, flat(1))).erbij(GEWOON, flat(2)) == ()


def test_k7_who_is_there_counts_until_leaving() -> None:
    """Present until the day itself; leaving after D but before H is still present."""
    plek = flat(1)
    for bewoner, wie in (({"overlastrisico": True}, RUST), ({"prikkelarm": "vereist"}, RUMOER)):
        for weg, botst in ((None, True), (D + timedelta(days=1), True), (D, False)):
            er = plaatsing("U9", "W9", waar=plaats(complex_=FLAT), datum_uit=weg, **bewoner)
            streek = Streek(plekken=(plek,), plaatsingen=(er,))
            assert botsingen(streek, (wie, plek)) == ([("K7", wie.id, "W1")] if botst else [])
    stil = plaatsing("U9", "W9", waar=plaats(complex_=FLAT), prikkelarm="gewenst")
    assert botsingen(Streek(plekken=(plek,), plaatsingen=(stil,)), (RUMOER, plek)) == []


def test_k7_not_where_the_complex_can_bear_it() -> None:
    paren = (RUMOER, flat(1)), (RUST, flat(2))
    streek = Streek(plekken=(flat(1), flat(2)), complexen=(Complex("F1", None, overlastbestendig=True),))
    assert botsingen(streek, *paren) == []
    zwak = replace(streek, complexen=(Complex("F1", None, overlastbestendig=False),))
    assert len(botsingen(zwak, *paren)) == 2
    # a woning that happens to carry the name of that complex is no complex that can bear it
    huis = woning("F1", aantal=2)
    assert len(botsingen(replace(streek, plekken=(huis,)), (RUMOER, huis), (RUST, huis))) == 2


def test_k7_unnamed_places_have_no_complex() -> None:
    plek = contingent("C1", aantal=2)
    assert botsingen(Streek(plekken=(plek,)), (RUMOER, plek), (RUST, plek)) == []


def op(nr: int, x: int, y: int = 0, woonvorm: str = EERST, **anders: Any) -> Plek:
    """A woning of a woonvorm that is spread out, at a place."""
    return woning(f"W{nr}", woonvorm=woonvorm, waar=plaats(complex_=("woning", f"W{nr}"), punt=(x, y)), **anders)


@pytest.mark.parametrize(
    ("een", "twee", "botst"),
    [
        ((0, 0), (75, 0), False),
        ((0, 0), (74, 0), True),
        ((0, 0), (0, 74), True),
        ((0, 0), (-74, 0), True),
        ((0, 0), (0, -74), True),
        ((10, 10), (-43, -43), True),
        ((-10, 10), (43, -43), True),
        # 45-60-75: exactly as far as asked
        ((70, 70), (115, 130), False),
        ((70, 70), (114, 130), True),
        ((1000, 1000), (1074, 1000), True),
    ],
)
def test_k8_the_distance(een: tuple[int, int], twee: tuple[int, int], *, botst: bool) -> None:
    plekken = op(1, *een), op(2, *twee)
    beide = [("K8", "U1", "W1"), ("K8", "U2", "W2")]
    assert botsingen(Streek(plekken=plekken), (EEN, plekken[0]), (TWEE, plekken[1])) == (beide if botst else [])
    assert samen(Streek(plekken=plekken), (EEN, plekken[0])).erbij(TWEE, plekken[1]) == (("K8",) if botst else ())


def test_k8_the_larger_distance_holds() -> None:
    """Housing first asks 75 metres, bt_basis here 150: at 100 metres the two do not go together, at 150 they do."""
    regels = instellingen(woonvormen=vorm(BASIS, min_afstand=150))
    for x, botst in ((100, True), (149, True), (150, False), (-149, True)):
        plekken = op(1, 0), op(2, x, woonvorm=BASIS)
        streek = Streek(plekken=plekken, regels=regels)
        assert len(botsingen(streek, (EEN, plekken[0]), (TWEE, plekken[1]))) == (2 if botst else 0)
        zelfde = op(1, 0), op(2, x)
        assert botsingen(replace(streek, plekken=zelfde), (EEN, zelfde[0]), (TWEE, zelfde[1])) == []


def test_k8_only_woonvormen_that_are_spread_out_with_an_address() -> None:
    gewoon = op(1, 0, woonvorm=KAMER), op(2, 0)
    assert botsingen(Streek(plekken=gewoon), (EEN, gewoon[0]), (TWEE, gewoon[1])) == []
    zonder = woning("W1", woonvorm=EERST), woning("W2", woonvorm=EERST)
    assert botsingen(Streek(plekken=zonder), (EEN, zonder[0]), (TWEE, zonder[1])) == []
    # in the supply, but not proposed
    vrij = op(1, 0), op(2, 0)
    assert botsingen(Streek(plekken=vrij), (EEN, vrij[0])) == []


def test_k8_a_distance_of_nought_asks_only_for_one_at_a_time() -> None:
    regels = instellingen(woonvormen=vorm(EERST, min_afstand=0))
    regels = replace(regels, woonvormen={KAMER: regels.woonvormen[KAMER], EERST: regels.woonvormen[EERST]})
    plekken = op(1, 5, aantal=2), op(2, 5)
    streek = Streek(plekken=plekken, regels=regels)
    assert botsingen(streek, (EEN, plekken[0]), (TWEE, plekken[1])) == []
    assert overschreden(streek, (EEN, plekken[0]), (TWEE, plekken[0])) == [("K8", "W1")]


def test_k8_a_small_distance_beside_none() -> None:
    """One woonvorm asks nothing at all of distance, the other a single metre."""
    vormen = {EERST: replace(instellingen().woonvormen[EERST], min_afstand=1), KAMER: instellingen().woonvormen[KAMER]}
    plekken = op(1, 5), op(2, 5)
    streek = Streek(plekken=plekken, regels=instellingen(woonvormen=vormen))
    assert len(botsingen(streek, (EEN, plekken[0]), (TWEE, plekken[1]))) == 2


def test_k8_who_stays_elsewhere() -> None:
    """A running placement of such a woonvorm, elsewhere, with an address, that stays."""
    plek = op(1, 0)
    daar = plaats(punt=(74, 0))
    raakt = [("K8", "U1", "W1")]
    for er, gevonden in (
        (plaatsing("U9", "W9", waar=daar, woonvorm=EERST), raakt),
        (plaatsing("U9", None, waar=daar, woonvorm=EERST), raakt),
        (plaatsing("U9", "W9", waar=plaats(punt=(75, 0)), woonvorm=EERST), []),
        (plaatsing("U9", "W9", waar=daar, woonvorm=KAMER), []),
        (plaatsing("U9", "W9", woonvorm=EERST), []),
        (plaatsing("U9", "W9", waar=daar, woonvorm=EERST, datum_uit=D + timedelta(days=3)), []),
        (plaatsing("U9", "W1", waar=daar, woonvorm=EERST, datum_uit=D + timedelta(days=3)), []),
    ):
        streek = Streek(plekken=(plek,), plaatsingen=(er,))
        assert botsingen(streek, (EEN, plek)) == gevonden, er
        assert samen(streek).erbij(EEN, plek) == (("K8",) if gevonden else ()), er


def test_k8_one_at_a_time_in_a_row() -> None:
    """Two places, one new one; and none where someone stays. Other woonvormen know no such limit."""
    leeg, gewoon = op(1, 0, aantal=3), op(2, 0, woonvorm=KAMER, aantal=2)
    streek = Streek(plekken=(leeg, gewoon))
    assert overschreden(streek, (EEN, leeg), (TWEE, gewoon), (DRIE, gewoon)) == []
    assert overschreden(streek, (EEN, leeg), (TWEE, leeg)) == [("K8", "W1")]
    assert samen(streek, (EEN, leeg)).erbij(TWEE, leeg) == ("K8",)
    bewoond = replace(streek, plaatsingen=(plaatsing("U9", "W1", waar=leeg.plaats, woonvorm=EERST),))
    assert overschreden(bewoond, (EEN, leeg)) == [("K8", "W1")]
    # living in the row itself is no neighbour of the row
    assert botsingen(bewoond, (EEN, leeg)) == []
    los = contingent("C1", aantal=2, woonvorm=EERST)
    assert overschreden(Streek(plekken=(los,)), (EEN, los), (TWEE, los)) == []


def verbod(niveau: str | None = None, afstand: int | None = None, tot: date | None = None) -> Contactverbod:
    """Between the first two people."""
    return Contactverbod("U1", "U2", niveau, afstand, tot)


def test_k11_new_and_present() -> None:
    een, twee = woning("W1"), woning("W2")
    streek = Streek(plekken=(een, twee), verboden=(verbod("wijk"),))
    assert botsingen(streek, (EEN, een), (TWEE, twee)) == [("K11", "U1", "W1"), ("K11", "U2", "W2")]
    assert botsingen(streek, (EEN, een), (DRIE, twee)) == []
    assert samen(streek, (TWEE, twee)).erbij(EEN, een) == ("K11",)
    assert samen(streek, (EEN, een)).erbij(TWEE, twee) == ("K11",)
    for weg, gevonden in ((None, [("K11", "U1", "W1")]), (D, []), (D + timedelta(days=1), [("K11", "U1", "W1")])):
        er = replace(streek, plaatsingen=(plaatsing("U2", "W9", datum_uit=weg),))
        assert botsingen(er, (EEN, een)) == gevonden


def test_k11_one_far_and_one_near() -> None:
    """The other has a new place far off and an old one next door; both count."""
    een, ver = woning("W1"), woning("W2", waar=ELDERS)
    streek = Streek(mensen=MENSEN, plekken=(een, ver), verboden=(verbod("wijk"),), plaatsingen=(plaatsing("U2", "W9"),))
    assert botsingen(streek, (EEN, een), (TWEE, ver)) == [("K11", "U1", "W1")]


def test_k11_until_the_last_day() -> None:
    een, twee = woning("W1"), woning("W2")
    for tot, aantal in ((D, 2), (D - timedelta(days=1), 0)):
        assert (
            len(botsingen(Streek(plekken=(een, twee), verboden=(verbod("wijk", tot=tot),)), (EEN, een), (TWEE, twee)))
            == aantal
        )


HIER = plaats(complex_=FLAT, punt=(0, 0))


@pytest.mark.parametrize(
    ("ban", "daar", "te_dicht"),
    [
        (verbod("complex"), plaats(complex_=FLAT), True),
        (verbod("complex"), plaats(complex_=("woning", "F1")), False),
        (verbod("complex"), plaats(wijk=None), True),
        (verbod("complex"), plaats(RIJSWIJK, None), False),
        (verbod("wijk"), plaats(complex_=("complex", "F2")), True),
        (verbod("wijk"), plaats(wijk=VOORHOF, complex_=FLAT), False),
        (verbod("wijk"), plaats(wijk=None, complex_=("complex", "F2")), True),
        (verbod("wijk"), plaats(RIJSWIJK, None), False),
        (verbod("gemeente"), plaats(wijk=VOORHOF), True),
        (verbod("gemeente"), plaats(RIJSWIJK, BINNENSTAD, FLAT), False),
        (verbod(afstand=5), plaats(RIJSWIJK, punt=(3, 3)), True),
        (verbod(afstand=5), plaats(punt=(3, 4)), False),
        (verbod(afstand=5), plaats(punt=None), True),
        (verbod(afstand=5), plaats(RIJSWIJK, punt=None), False),
        (verbod(afstand=0), plaats(punt=(0, 0)), False),
    ],
)
def test_k11_how_near(ban: Contactverbod, daar: Plaats, *, te_dicht: bool) -> None:
    """What is unknown counts as near within one gemeente only; both ways round."""
    assert te_nabij(ban, HIER, daar) is te_dicht
    assert te_nabij(ban, daar, HIER) is te_dicht


# -- which rules stand in the way ---------------------------------------------------------------------------------


def test_all_rules_of_one_pair_in_their_order() -> None:
    """The flat is full in every way, and the neighbour must not be met: K11 comes last, not before K2."""
    plek, ander = flat(1), flat(2)
    streek = Streek(
        gemeenten=(Gemeente(DELFT, None, 0),),
        wijken=(wijk(draagkracht=0),),
        complexen=(Complex("F1", 0, overlastbestendig=False),),
        plekken=(plek, ander),
        verboden=(Contactverbod("U2", "U1", "gemeente", None, None),),
    )
    alle = samen(streek, (RUMOER, plek)).erbij(RUST, plek)
    assert alle == ("K2", "K4", "K5", "K6", "K7", "K11")


def test_the_plek_that_breaks_fewest() -> None:
    """W1 breaks two, W3 and W2 one each: the lower id of those."""
    streek = Streek(
        wijken=(wijk(draagkracht=1), wijk(VOORHOF, draagkracht=0)),
        plekken=(woning("W1"), woning("W2", waar=plaats(wijk=VOORHOF)), woning("W3")),
    )
    een, twee, drie = streek.plekken
    regels = samen(streek, (EEN, een))
    assert regels.erbij(TWEE, een) == ("K2", "K5")
    assert regels.minste(TWEE, (een, drie, twee)) == ("K5",)
    assert regels.minste(TWEE, (een,)) == ("K2", "K5")
    met_k2 = Streek(plekken=(woning("W1", aantal=1), woning("W2")), wijken=(wijk(), wijk(VOORHOF)))
    vol = samen(met_k2, (EEN, met_k2.plekken[0]))
    assert vol.minste(TWEE, met_k2.plekken) == ()


def test_a_tie_between_plekken_goes_to_the_lowest_id() -> None:
    streek = Streek(
        wijken=(wijk(), wijk(VOORHOF, draagkracht=0)),
        plekken=(woning("W1", waar=plaats(wijk=VOORHOF)), woning("W2")),
    )
    regels = samen(streek, (EEN, streek.plekken[1]))
    assert regels.minste(TWEE, streek.plekken[::-1]) == ("K5",)
    assert regels.minste(TWEE, streek.plekken) == ("K5",)


# -- what runs already adds up ------------------------------------------------------------------------------------


def test_every_placement_counts() -> None:
    """Two who stay, began this year and use hours: of three of everything one is left, and of three places one."""
    er = tuple(
        plaatsing(f"U{nr}", f"W{nr}", waar=plaats(complex_=FLAT), aanbieder="zorg-a", uren=1, contingent="C1")
        for nr in (8, 9)
    )
    streek = Streek(
        gemeenten=(Gemeente(DELFT, None, 3),),
        wijken=(wijk(draagkracht=3, instroom_max=3),),
        aanbieders=(Aanbieder("zorg-a", (), 3, frozenset()),),
        complexen=(Complex("F1", 3, overlastbestendig=False),),
        plekken=(contingent("C1", aantal=3),),
        plaatsingen=er,
    )
    grenzen = {
        ("K3", "C1"),
        ("K4", DELFT),
        ("K5", f"draagkracht {BINNENSTAD}"),
        ("K5", f"instroom {BINNENSTAD}"),
        ("K6", "F1"),
        ("K9", "zorg-a"),
    }
    assert samen(streek).ruimte == dict.fromkeys(grenzen, 1)


def test_k7_someone_does_not_disturb_who_one_was() -> None:
    """The placement of years ago speaks of overlastrisico, the person now asks for calm: it is one and the same."""
    wie, plek = mens("U1", prikkelarm="vereist"), flat(1)
    er = plaatsing("U1", "W9", waar=plaats(complex_=FLAT), overlastrisico=True)
    assert botsingen(Streek(plekken=(plek,), plaatsingen=(er,)), (wie, plek)) == []
    assert botsingen(Streek(plekken=(plek,), plaatsingen=(replace(er, uitstromer="U2"),)), (wie, plek)) != []
