"""The limits of a region by name, as the checker reads the contract: each rule by hand, and against the program's."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest

from matcher.controle.batchregels import Paar
from matcher.controle.gegevens import Aanbieder, Complex, Contactverbod, Gemeente
from matcher.controle.grenzen import Opties, grenzen
from matcher.controle.nabijheid import Nabijheid
from matcher.controle.opgave import opgave
from tests.controle.bewijsmaker import vraag_van
from tests.controle.test_voorbeelden import opgezet
from tests.controle.waarden import (
    BASIS,
    BINNENSTAD,
    DELFT,
    EERST,
    KAMER,
    RIJSWIJK,
    VOORHOF,
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
from tests.orakel.generator import ZAAD, D, maak_regio

Plat = dict[str, tuple[dict[int, int], int]]


def limieten(streek: Streek, *paren: Paar, code: str) -> Plat:
    """The limits of one rule over these pairs: weights by option, and the most."""
    gevonden = grenzen(Opties(streek.toestand, paren))
    return {
        naam: (dict(zip(g.opties, g.gewichten, strict=True)), g.hoogst if g.hoogst is not None else -1)
        for naam, g in gevonden.items()
        if naam.partition(":")[0] == code
    }


def streek(*paren: Paar, **anders: Any) -> Streek:
    """The region that these pairs come from."""
    mensen = tuple({m.id: m for m, _ in paren}.values())
    return Streek(mensen=mensen, plekken=tuple({p.plek: p for _, p in paren}.values()), **anders)


U1, U2, U3 = mens("U1"), mens("U2"), mens("U3")
W1, W2, C1 = woning("W1"), woning("W2", aantal=3), contingent("C1", aantal=2)


def test_k1_k2_k3() -> None:
    """One for a person, what is free of a row, what is left of a contingent with its woningen."""
    w3 = woning("W3", contingent="C1")
    paren = ((U1, C1), (U1, W1), (U2, W2), (U2, w3))
    hier = streek(*paren, plaatsingen=(plaatsing("U9", "W2"),))
    assert limieten(hier, *paren, code="K1") == {"K1:U1": ({0: 1, 1: 1}, 1), "K1:U2": ({2: 1, 3: 1}, 1)}
    assert limieten(hier, *paren, code="K2") == {"K2:W1": ({1: 1}, 1), "K2:W2": ({2: 1}, 2), "K2:W3": ({3: 1}, 1)}
    assert limieten(hier, *paren, code="K3") == {"K3:C1": ({0: 1, 3: 1}, 2)}


def test_k4() -> None:
    """What is owed minus what counts this year; not counted: who ``vrij`` names, and woonvormen that never count."""
    vreemd, crisis, thuis = mens("U1", herkomst=None), mens("U2", urgentie="crisis"), mens("U3", herkomst=RIJSWIJK)
    elders = woning("W4", waar=plaats(RIJSWIJK, None))
    tussen = woning("W5", woonvorm="tussenvoorziening")
    paren = ((vreemd, W1), (crisis, W1), (thuis, W1), (thuis, elders), (vreemd, tussen))
    gemeenten = (Gemeente(DELFT, None, 3), Gemeente(RIJSWIJK, None, 0))
    regels = instellingen(speling=1, vrij=("crisis", "herkomst"))
    hier = streek(*paren, gemeenten=gemeenten, plaatsingen=(plaatsing(), plaatsing("U8", "W8")), regels=regels)
    assert limieten(hier, *paren, code="K4") == {f"K4:{DELFT}": ({0: 1, 2: 1}, 2)}
    vol = streek(*paren, gemeenten=gemeenten, plaatsingen=tuple(plaatsing(f"P{k}", f"X{k}") for k in range(9)))
    assert limieten(vol, *paren, code="K4")[f"K4:{DELFT}"] == ({0: 1, 1: 1, 2: 1}, 0)
    assert limieten(streek(*paren), *paren, code="K4") == {}


def test_k5_with_movers() -> None:
    """A mover gives back the points of the old place; the inflow of the year is not given back."""
    zwaar, verhuist = mens("U1", zwaarte=2), mens("U2")
    w2 = woning("W2", waar=plaats(wijk=VOORHOF))
    paren = ((zwaar, W1), (verhuist, W1), (verhuist, w2))
    wijken = (wijk(BINNENSTAD, draagkracht=9, voorbelasting=2, instroom_max=4), wijk(VOORHOF, draagkracht=5))
    hier = streek(
        *paren,
        wijken=wijken,
        plaatsingen=(plaatsing("U2", "W9", zwaarte=1),),
        regels=instellingen(gewicht=(1, 2, 4)),
    )
    assert limieten(hier, *paren, code="K5") == {
        f"K5:{BINNENSTAD}": ({0: 4, 1: -1, 2: -2}, 5),
        f"K5:{BINNENSTAD}:instroom": ({0: 1, 1: 1}, 3),
        f"K5:{VOORHOF}": ({2: 1}, 5),
    }


def test_k6_and_k9() -> None:
    """Places of a complex; hours in hundredths, of which a mover gives back the old ones."""
    hof = plaats(complex_=("complex", "C-1"))
    in_hof = woning("W3", waar=hof)
    krap, ruim = Aanbieder("a", (), Fraction(21, 2), frozenset()), Aanbieder("b", (), None, frozenset())
    een, ander = mens("U1", aanbieder="a", uren=Fraction(5, 2)), mens("U2", aanbieder="b", uren=9)
    paren = ((een, in_hof), (een, W1), (ander, in_hof))
    woonde = plaatsing("U1", "W9", aanbieder="a", uren=4)
    bij = plaatsing("U8", "W8", waar=hof, aanbieder="a", uren=1)
    hier = streek(
        *paren,
        complexen=(Complex("C-1", 2, overlastbestendig=False),),
        aanbieders=(krap, ruim),
        plaatsingen=(woonde, bij),
    )
    assert limieten(hier, *paren, code="K6") == {"K6:C-1": ({0: 1, 2: 1}, 1)}
    assert limieten(hier, *paren, code="K9") == {"K9:a": ({0: -150, 1: -150}, 550)}
    # a third of an hour is no hundredths: no file can hold it, and no limit is made of it
    raar = streek(*paren, aanbieders=(Aanbieder("a", (), Fraction(1, 3), frozenset()),))
    assert limieten(raar, *paren, code="K9") == {}


DRUK, RUST = mens("D1", overlastrisico=True), mens("R1", prikkelarm="vereist")
HOF = plaats(complex_=("complex", "C-1"))


def test_k7_between_new_ones() -> None:
    """The smaller side (one of overlast) against the larger: weighs as many as can be there beside."""
    w5, w6 = woning("W5", waar=HOF, aantal=2), woning("W6", waar=HOF)
    r2, r3, r4 = (mens(f"R{k}", prikkelarm="vereist") for k in (2, 3, 4))
    paren = ((DRUK, w5), (DRUK, w6), (RUST, w5), (r2, w6), (r3, w5), (r4, w6), (U1, w5))
    rest = {2: 1, 3: 1, 4: 1, 5: 1}
    assert limieten(streek(*paren), *paren, code="K7") == {"K7:complex C-1:D1": ({0: 3, 1: 3, **rest}, 3)}
    ruim = tuple((m, p if p is w6 else woning("W5", waar=HOF, aantal=9)) for m, p in paren)
    assert limieten(streek(*ruim), *ruim, code="K7")["K7:complex C-1:D1"][1] == 4
    bestendig = streek(*paren, complexen=(Complex("C-1", None, overlastbestendig=True),))
    assert limieten(bestendig, *paren, code="K7") == {}
    assert limieten(streek(*paren), *((m, W1 if p is w5 else W2) for m, p in paren if m is not DRUK), code="K7") == {}


def test_k7_of_someone_who_is_both() -> None:
    """Does not bother themselves; the smaller side at a tie is that of overlast; a woning is a complex of its own."""
    beide = mens("B1", overlastrisico=True, prikkelarm="vereist")
    paren = ((beide, W2), (RUST, W2), (DRUK, W2))
    assert limieten(streek(*paren), *paren, code="K7") == {
        "K7:woning W2:B1": ({0: 1, 1: 1}, 1),
        "K7:woning W2:D1": ({0: 1, 1: 1, 2: 2}, 2),
    }
    assert limieten(streek(*paren[:1]), *paren[:1], code="K7") == {}


def test_k7_beside_who_is_there() -> None:
    """Also beside someone who leaves later; never because of oneself."""
    w5 = woning("W5", waar=HOF, aantal=9)
    paren = ((DRUK, w5), (RUST, w5))
    rustig = plaatsing("U9", "W8", waar=HOF, prikkelarm="vereist")
    assert "K7:complex C-1:D1:al aanwezig" in limieten(streek(*paren, plaatsingen=(rustig,)), *paren, code="K7")
    luid = plaatsing("U9", "W8", waar=HOF, overlastrisico=True)
    gevonden = limieten(streek(*paren, plaatsingen=(luid,)), *paren, code="K7")
    assert gevonden["K7:complex C-1:R1:al aanwezig"] == ({1: 1}, 0)
    zelf = plaatsing("R1", "W8", waar=HOF, overlastrisico=True)
    assert set(limieten(streek(*paren, plaatsingen=(zelf,)), *paren, code="K7")) == {"K7:complex C-1:D1"}
    elders = plaatsing("U9", "W8", overlastrisico=True)
    assert set(limieten(streek(*paren, plaatsingen=(elders,)), *paren, code="K7")) == {"K7:complex C-1:D1"}


def test_k8() -> None:
    """One for a row, none where somebody stays; two rows nearer than the larger distance share one."""
    w = [
        woning(f"W{k}", woonvorm=BASIS if k < 3 else EERST, waar=plaats(punt=(x, 0)), aantal=2)
        for k, x in ((1, 0), (2, 70), (3, 149), (4, 500))
    ]
    paren = ((U1, w[0]), (U1, w[1]), (U2, w[1]), (U2, w[2]), (U3, w[3]), (U3, woning("W7")))
    regels = instellingen(woonvormen=vorm(EERST, min_afstand=80))
    hier = streek(*paren, plaatsingen=(plaatsing("U9", "W4", woonvorm=EERST, waar=w[3].plaats),), regels=regels)
    assert limieten(hier, *paren, code="K8") == {
        "K8:W1": ({0: 1}, 1),
        "K8:W2": ({1: 1, 2: 1}, 1),
        "K8:W3": ({3: 1}, 1),
        "K8:W4": ({4: 1}, 0),
        "K8:W1:W2": ({0: 1, 1: 1, 2: 1}, 1),
        "K8:W2:W3": ({1: 1, 2: 1, 3: 1}, 1),
    }
    naast = plaatsing("U9", "W9", woonvorm=BASIS, waar=plaats(punt=(-60, 0)))
    elders = streek(*paren, plaatsingen=(naast,), regels=regels)
    assert limieten(elders, *paren, code="K8")["K8:W1:al aanwezig"] == ({0: 1}, 0)


def verbod(niveau: str | None = None, afstand: int | None = None, **anders: Any) -> Contactverbod:
    """A ban between U1 and U2."""
    return Contactverbod(**({"a": "U2", "b": "U1", "niveau": niveau, "afstand": afstand, "tot": None} | anders))


def test_k11_between_new_ones() -> None:
    """Options of the first near the same of the second share a limit; what is unknown is near within a gemeente."""
    w = {
        naam: woning(naam, waar=plaats(gemeente, wijk_))
        for naam, gemeente, wijk_ in (("A", DELFT, BINNENSTAD), ("B", DELFT, BINNENSTAD), ("C", DELFT, VOORHOF))
    }
    los, ver = contingent("D"), woning("E", waar=plaats(RIJSWIJK, "WK060300"))
    paren = tuple((wie, p) for wie in (U1, U2) for p in (*w.values(), los, ver))
    hier = streek(*paren, verboden=(verbod("wijk"),))
    assert limieten(hier, *paren, code="K11") == {
        "K11:U1:U2#0": (dict.fromkeys((0, 1, 5, 6, 8), 1), 1),
        "K11:U1:U2#1": (dict.fromkeys((2, 7, 8), 1), 1),
        "K11:U1:U2#2": (dict.fromkeys((3, 5, 6, 7, 8), 1), 1),
        "K11:U1:U2#3": (dict.fromkeys((4, 9), 1), 1),
    }
    voorbij = streek(*paren, verboden=(verbod("wijk", tot=D.replace(year=2025)),))
    assert limieten(voorbij, *paren, code="K11") == {}
    assert limieten(streek(*paren, verboden=(verbod("wijk", b="U7"),)), *paren, code="K11") == {}


def test_k11_beside_who_is_there() -> None:
    paren = ((U1, W1), (U1, woning("W4", waar=plaats(wijk=VOORHOF))))
    hier = streek(*paren, verboden=(verbod("wijk"),), plaatsingen=(plaatsing("U2", "W9"),))
    assert limieten(hier, *paren, code="K11") == {"K11:U1:U2:al aanwezig": ({0: 1}, 0)}


def test_how_near_is_too_near() -> None:
    """A 3-4-5 triangle: 5 metres is not nearer than 5. Decimals, and places that are far off, count exactly."""
    hier = [plaats(punt=(0, 0)), plaats(punt=None)]
    daar = [plaats(punt=(3, 4)), plaats(RIJSWIJK, None, None, (0, 1)), plaats(punt=None)]
    assert Nabijheid(hier, daar).te_nabij([verbod(afstand=5)]).tolist() == [[False, True, True], [True, False, True]]
    assert Nabijheid(hier, daar).te_nabij([verbod(None, 5), verbod("gemeente")]).tolist()[0] == [True, True, True]
    fijn = [plaats(punt=(Fraction(1, 3), 10**12))]
    nabij = [plaats(punt=(Fraction(1, 3), 10**12 + Fraction(1, 7)))]
    assert Nabijheid(fijn, nabij).te_nabij([Contactverbod("a", "b", None, Fraction(1, 7), None)]).tolist() == [[False]]
    assert Nabijheid(fijn, nabij).te_nabij([Contactverbod("a", "b", None, Fraction(2, 7), None)]).tolist() == [[True]]
    half = Contactverbod("a", "b", None, Fraction(5, 2), None)
    punten = [plaats(punt=(0, 0)), plaats(punt=(2, 1)), plaats(punt=(Fraction(5, 2), 0))]
    assert Nabijheid(punten[:1], punten[1:]).te_nabij([half]).tolist() == [[True, False]]
    assert Nabijheid([], daar).te_nabij([half]).shape == (0, 3)


def test_complexes() -> None:
    """The same complex; a place without one is near within the gemeente."""
    hier = [plaats(complex_=("complex", "C-1")), plaats(complex_=None)]
    daar = [plaats(complex_=("complex", "C-1")), plaats(complex_=("woning", "C-1")), plaats(RIJSWIJK, None)]
    assert Nabijheid(hier, daar).te_nabij([verbod("complex")]).tolist() == [[True, False, False], [True, True, False]]


@pytest.mark.parametrize("deel", range(2))
def test_the_program_names_and_writes_the_same_limits(tmp_path: Path, deel: int, *, proof: bool) -> None:
    """Random regions, each rule told twice: every limit that the kernel gets, the checker has, equal to the letter.

    And the same levels, option by option, term by term; else a proof could speak of another question.
    """
    regels: set[str] = set()
    for nummer in range(200 if proof else 12):
        zaad = 2 * nummer + deel
        map_ = tmp_path / str(zaad)
        maat = {"mensen": 20, "plekken": 20} if nummer % 2 else {}
        maak_regio(map_, zaad, **maat)
        try:
            echt = vraag_van(map_, D, ZAAD)
        except AssertionError:
            continue
        eigen = opgave(opgezet(map_, D), ZAAD)
        assert (eigen.opties, tuple(eigen.vast)) == (echt.instance.options, echt.instance.fixed)
        for groep in echt.instance.groups:
            grens = eigen.grenzen[groep.name]
            leden = {o: w for o, w in zip(groep.option, groep.weight, strict=True) if w}
            assert {o: w for o, w in zip(grens.opties, grens.gewichten, strict=True) if w} == leden, groep.name
            assert (grens.laagst, grens.hoogst) == (groep.min, groep.max)
            regels.add(groep.name.partition(":")[0])
        assert [doel.naam for doel in eigen.doelen] == [niveau.name for niveau in echt.instance.levels]
        for doel, niveau in zip(eigen.doelen, echt.instance.levels, strict=True):
            assert doel.richting == niveau.sense
            assert (None if doel.waarden is None else tuple(doel.waarden)) == niveau.value
            termen = [[dict(zip(f.opties, f.gewichten, strict=True)) for f in term] for term in doel.termen or ()]
            assert termen == [[dict(zip(f.option, f.weight, strict=True)) for f in t] for t in niveau.terms or ()]
            los = [[f.constante for f in term] for term in doel.termen or ()]
            assert los == [[f.constant for f in term] for term in niveau.terms or ()]
    assert regels >= {"K1", "K2", "K3", "K7", "K8", "K11"}, regels


def test_the_woonvorm_of_the_quiet_people_has_no_distance() -> None:
    """What the tests above lean on."""
    assert instellingen().woonvormen[KAMER].min_afstand is None
