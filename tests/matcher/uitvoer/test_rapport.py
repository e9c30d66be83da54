"""The two pages: what they say, and what the one for others must not."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser

import pytest

from data.instellingen import Draagkracht
from data.keuzes import Vrij, Zorgzwaarte
from data.regio import Regio
from matcher.rapport.kop import kop
from matcher.rapport.leeg import leeg_door, lege_plaatsen
from matcher.rapport.onderdrukking import KLEIN, NIET_GETOOND, klein, verdeling
from matcher.rapport.pagina import overleg_html, rapport_html
from matcher.rapport.staaf import BREEDTE, Vulling, staaf, vulling
from matcher.uitkomst import BatchStatus, BatchUitkomst, Gebruik, PlekSoort

LOS = frozenset({"meta", "link", "br", "img", "rect", "hr", "input"})
BESTE = "de beste uitkomst volgens de volgorde die de regio heeft vastgesteld"


class _Lezer(HTMLParser):
    """Checks that elements nest, and keeps the words, the tags and the attributes."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributen: list[tuple[str, str | None]] = []
        self.woorden: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributen += attrs
        if tag not in LOS:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in LOS:
            assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] != "style":
            self.woorden.append(data)


def _lees(html: bytes) -> _Lezer:
    lezer = _Lezer()
    lezer.feed(html.decode("utf-8"))
    lezer.close()
    assert lezer.open == []
    return lezer


def _tekst(html: bytes) -> str:
    return re.sub(r"\s+", " ", " ".join(_lees(html).woorden))


@pytest.fixture(scope="module")
def rapport(uitkomst: BatchUitkomst, regio: Regio) -> bytes:
    return rapport_html(uitkomst, regio)


@pytest.fixture(scope="module")
def overleg(uitkomst: BatchUitkomst, regio: Regio) -> bytes:
    return overleg_html(uitkomst, regio)


@pytest.mark.parametrize("welk", ["rapport", "overleg"])
def test_a_page_stands_on_its_own(welk: str, request: pytest.FixtureRequest) -> None:
    """Nothing is fetched, nothing runs; it can be read aloud in Dutch, and headings go down one by one."""
    html: bytes = request.getfixturevalue(welk)
    lezer = _lees(html)
    assert html.startswith(b'<!DOCTYPE html>\n<html lang="nl">')
    assert b"default-src 'none'; style-src 'unsafe-inline'; img-src data:" in html
    assert not {"script", "link", "img", "iframe", "object", "form"} & set(lezer.tags)
    assert not any(naam.startswith("on") or naam in ("src", "srcset") for naam, _ in lezer.attributen)
    for naam, waarde in lezer.attributen:
        if naam == "href":
            assert waarde is not None
            assert re.fullmatch(r"#[a-z]+|[a-z_]+\.(csv|html|json)", waarde)
    assert b"://" not in html
    assert b"url(" not in html
    koppen = [int(tag[1]) for tag in lezer.tags if re.fullmatch("h[1-6]", tag)]
    assert koppen[0] == 1
    assert koppen.count(1) == 1
    assert all(later - eerder <= 1 for eerder, later in itertools.pairwise(koppen))


@pytest.mark.parametrize("welk", ["rapport", "overleg"])
def test_it_never_says_just_optimaal(welk: str, request: pytest.FixtureRequest) -> None:
    tekst = _tekst(request.getfixturevalue(welk))
    assert BESTE in tekst
    assert "optimaal" not in tekst.lower()


def test_the_desk_sees_everyone_and_why(rapport: bytes, uitkomst: BatchUitkomst) -> None:
    tekst = _tekst(rapport)
    for voorstel in uitkomst.voorstellen:
        assert voorstel.uitstromer_id in tekst
        assert voorstel.plek in tekst
    for rij in uitkomst.niet_geplaatst:
        assert rij.uitstromer_id in tekst
        assert rij.toelichting in tekst
    assert tekst.count("vast door medewerker") == 2
    assert "Er zijn deze week geen voorstellen" not in tekst


def test_the_longest_waiting_stands_first(rapport: bytes, uitkomst: BatchUitkomst, regio: Regio) -> None:
    deel = rapport.decode().split('id="zonder"')[1].split("</section>")[0]
    gezien = re.findall(r'class="id">(U-2026-\d+)<', deel)
    sinds = {persoon.uitstromer_id: persoon.wachtend_sinds for persoon in regio.uitstromers}
    assert gezien == sorted(gezien, key=lambda wie: (sinds[wie], wie))
    assert len(gezien) == kop(uitkomst, regio).zonder_plek


def test_what_stays_empty_by_which_rule(rapport: bytes) -> None:
    """W-0040 is kept from one person by K4 alone, and another by K4 and K5: more quotum would not help that one."""
    tekst = _tekst(rapport)
    assert "2 plekken blijven leeg door het quotum van de gemeente (K4), terwijl 6 mensen wachten" in tekst
    assert "1 plek blijft leeg door meer dan één regel tegelijk, terwijl 1 persoon wacht" in tekst
    assert "U-2026-049 (K4, K5)" in tekst
    assert "door wat de wijk kan dragen" not in tekst


def test_every_pair_stands_in_one_block(uitkomst: BatchUitkomst) -> None:
    leeg = uitkomst.overzicht.leeg
    blokken = leeg_door(leeg)
    assert [blok.regel for blok in blokken] == ["K4", "K7", "K11", "samen"]
    paren = [(plek.plek, wie) for blok in blokken for plek in blok.plekken for wie, _ in plek.wachtenden]
    assert sorted(paren) == sorted((plek.plek, wie) for plek in leeg for wie, _ in plek.wachtenden)


def test_a_place_that_breaks_nothing_is_empty_for_a_higher_goal(uitkomst: BatchUitkomst, regio: Regio) -> None:
    """With spreiding above geplaatst someone can be left out though no rule K stands in the way."""
    plek = replace(uitkomst.overzicht.leeg[0], wachtenden=(("U-2026-045", ()),))
    anders = replace(uitkomst, overzicht=replace(uitkomst.overzicht, leeg=(plek,)))
    zin = "1 plek blijft leeg door een doel dat de regio hoger heeft gezet, terwijl 1 persoon wacht"
    assert zin in _tekst(rapport_html(anders, regio))
    assert "een doel dat de regio hoger heeft gezet Midden-Delfland 1" in _tekst(overleg_html(anders, regio))


def test_who_is_in_a_hurry_stands_on_top(rapport: bytes) -> None:
    """U-2026-059 is in crisis and U-2026-038 must have left within 42 days; both are without a place."""
    deel = rapport.decode().split('id="aandacht"')[1].split("</section>")[0]
    assert "U-2026-059" in deel
    assert "urgentie crisis" in deel
    assert "moet weg zijn op 13-12-2026" in deel


def test_what_each_gemeente_still_owes(rapport: bytes) -> None:
    """Quota 58, 41 delivered, 16 in this batch: 1 left. Westland 40 - 25 - 12 = 3. Midden-Delfland gave 4 too many."""
    rijen = rapport.decode().split("nog te leveren</th>")[1].split("</table>")[0]
    owed = re.findall(r'<th scope="row">([^<]+)</th>.*?<strong>(\d+)</strong>(<small>[^<]+)?', rijen)
    assert owed == [
        ("Delft", "1", ""),
        ("Westland", "3", ""),
        ("Midden-Delfland", "0", "<small>4 meer dan afgesproken"),
        ("Pijnacker-Nootdorp", "0", ""),
    ]


def test_a_protected_address_shows_its_wijk_and_no_more(rapport: bytes) -> None:
    assert b"CX-GEHEIM" not in rapport
    assert "geheim adres" in _tekst(rapport)
    assert b"CX-01" in rapport


def test_a_time_limit_is_told_honestly(uitkomst: BatchUitkomst, regio: Regio) -> None:
    """Level four stands at 38 and cannot pass 41: at most 3 more. Later levels were not looked at."""
    niveaus = tuple(
        replace(niveau, bewezen=False, grens=41 if nummer == 3 else None) if nummer >= 3 else niveau
        for nummer, niveau in enumerate(uitkomst.niveaus)
    )
    stuk = replace(uitkomst, status=BatchStatus.TIJDSLIMIET, niveaus=niveaus)
    tekst = _tekst(rapport_html(stuk, regio))
    assert f"Het is niet zeker dat dit {BESTE} is." in tekst
    assert "Bij het doel “Mensen met een plek” staat nu 38; dat kan hoogstens 3 hoger worden." in tekst
    assert "kan nooit boven 41 komen" in tekst
    assert "niet aan toegekomen" in tekst
    assert "hoogstens 3 hoger" not in _tekst(overleg_html(stuk, regio))


def test_nasty_strings_stay_text(uitkomst: BatchUitkomst, regio: Regio) -> None:
    eng = "<script>alert(1)</script>\"'&</style>{{ 7*7 }}"
    voorstel = replace(uitkomst.voorstellen[0], motivering=eng, corporatie=eng)
    vreemd = replace(
        regio,
        gemeenten=tuple(replace(g, naam=eng) for g in regio.gemeenten),
        wijken=tuple(replace(w, naam=eng, draagkracht_bron=eng) for w in regio.wijken),
        aanbieders=tuple(replace(a, naam=eng) for a in regio.aanbieders),
    )
    for maak in (rapport_html, overleg_html):
        html = maak(replace(uitkomst, voorstellen=(voorstel,)), vreemd)
        assert "script" not in _lees(html).tags
        assert eng in " ".join(_lees(html).woorden)
        assert html.count(b"</style>") == 1


def test_the_meeting_page_has_no_people_and_nothing_below_a_wijk(
    overleg: bytes, uitkomst: BatchUitkomst, regio: Regio
) -> None:
    html = overleg.decode()
    weg = [persoon.uitstromer_id for persoon in regio.uitstromers]
    weg += [woning.woning_id for woning in regio.woningen]
    weg += [c.complex_id for c in regio.complexen]
    weg += [v.voorstel_id for v in uitkomst.voorstellen] + [v.motivering for v in uitkomst.voorstellen]
    weg += [a.naam for a in regio.aanbieders]
    assert [tekst for tekst in weg if tekst in html] == []


def test_the_meeting_page_does_not_tell_that_someone_has_a_ban(overleg: bytes) -> None:
    tekst = _tekst(overleg)
    assert "regels die mensen beschermen" in tekst
    for woord in ("K7", "K11", "verbod", "overlast", "bij elkaar in de buurt", "crisis:"):
        assert woord not in tekst


def test_the_meeting_page_counts_proposals_along_one_dimension(overleg: bytes) -> None:
    tekst = _tekst(overleg)
    assert "Delft, wijk nog niet bekend 2" in tekst
    assert "Housing First 11" in tekst


def test_small_counts_of_waiting_people_are_hidden(overleg: bytes) -> None:
    tekst = _tekst(overleg)
    assert "er is nog geen passend aanbod niet getoond" in tekst
    assert "maar daar was geen ruimte meer niet getoond" in tekst
    assert "samen 19" in tekst
    assert f"Midden-Delfland 2 {KLEIN}" in tekst


def test_points_that_tell_how_heavy_care_is_are_shown_together(uitkomst: BatchUitkomst, regio: Regio) -> None:
    """One newcomer of 3 points would be someone with heavy care; with equal weights points only count people."""
    gewicht = {Zorgzwaarte.LICHT: 1, Zorgzwaarte.MIDDEN: 2, Zorgzwaarte.ZWAAR: 3}
    zwaar = Draagkracht(gewicht=gewicht, bron="raad", datum=uitkomst.datum)
    anders = replace(regio, instellingen=regio.instellingen.model_copy(update={"draagkracht": zwaar}))
    assert "6 + 4 = 10 van 12" in _tekst(overleg_html(uitkomst, regio))
    assert "6 + 4 = 10 van 12" not in _tekst(overleg_html(uitkomst, anders))
    assert " 10 van 12" in _tekst(overleg_html(uitkomst, anders))
    assert "6 + 4 = 10 van 12" in _tekst(rapport_html(uitkomst, anders))


def test_who_may_exceed_a_quotum_is_told(uitkomst: BatchUitkomst, regio: Regio) -> None:
    """Without this nobody understands why a bar goes past its limit."""
    spreiding = regio.instellingen.spreiding.model_copy(update={"vrij": (Vrij.CRISIS, Vrij.HERKOMST)})
    ruim = replace(regio, instellingen=regio.instellingen.model_copy(update={"spreiding": spreiding}))
    for zin in (
        "Wie urgentie crisis heeft, mag er altijd bij.",
        "gemeente van herkomst gaat wonen, mag er altijd bij.",
    ):
        assert zin in _tekst(overleg_html(uitkomst, ruim))
        assert zin not in _tekst(overleg_html(uitkomst, regio))


@pytest.mark.parametrize(
    ("tellingen", "getoond"),
    [
        ((12, 30), ("12", "30")),
        ((4, 15), (NIET_GETOOND, NIET_GETOOND)),
        ((4, 0), (NIET_GETOOND, NIET_GETOOND)),
        ((0, 12), ("0", "12")),
        ((4, 15, 20), (NIET_GETOOND, NIET_GETOOND, "20")),
        ((4, 5, 20), (NIET_GETOOND, NIET_GETOOND, "20")),
        ((9, 9), (NIET_GETOOND, NIET_GETOOND)),
    ],
)
def test_a_hidden_count_cannot_be_worked_out_from_the_sum(tellingen: tuple[int, ...], getoond: tuple[str, ...]) -> None:
    assert verdeling(tellingen) == getoond


def test_no_small_count_follows_from_what_is_shown() -> None:
    """Everything up to 24 in three cells: never is a single cell hidden, and none below ten is shown but zero."""
    for som in range(25):
        for een in range(som + 1):
            for twee in range(som - een + 1):
                getoond = verdeling((een, twee, som - een - twee))
                assert getoond.count(NIET_GETOOND) != 1
                assert all(deel == NIET_GETOOND or deel == "0" or int(deel) >= 10 for deel in getoond)


def test_one_count_alone() -> None:
    assert [klein(telling) for telling in (0, 1, 9, 10)] == ["0", KLEIN, KLEIN, "10"]


@pytest.mark.parametrize(
    ("geteld", "nieuw", "grens", "vol", "delen"),
    [
        (6, 4, 20, Vulling.RUIMTE, (300, 200, 0, 1000, None)),
        (6, 4, 10, Vulling.VOL, (600, 400, 0, 1000, None)),
        (7, 4, 8, Vulling.OVER, (636, 364, 0, 727, 727)),
        (14, -2, 12, Vulling.VOL, (857, 0, 143, 857, None)),
        (10, -4, 20, Vulling.RUIMTE, (300, 0, 200, 1000, None)),
        (0, 0, 0, Vulling.VOL, (0, 0, 0, 0, None)),
        (3, 1, None, Vulling.GEEN_GRENS, (750, 250, 0, None, None)),
        (2, -5, 4, Vulling.RUIMTE, (0, 0, 500, 1000, None)),
    ],
)
def test_the_shape_of_a_bar(
    geteld: int, nieuw: int, grens: int | None, vol: Vulling, delen: tuple[int, int, int, int | None, int | None]
) -> None:
    gebruik = Gebruik(code="x", naam="x", geteld=geteld, nieuw=nieuw, grens=grens)
    s = staaf(gebruik)
    assert (s.blijft, s.nieuw, s.weg, s.grens, s.over) == delen
    assert s.blijft + s.nieuw + s.weg <= BREEDTE
    assert vulling(gebruik) is vol


def test_a_contingent_and_its_woningen_are_the_same_places(uitkomst: BatchUitkomst, regio: Regio) -> None:
    """Two empty woningen of contingent A (3 left, places unnamed too) and nothing else: 3 places are empty, not 5."""
    woningen = tuple(replace(w, contingent_id="CT-2026-A") for w in regio.woningen[40:42])
    ids = {w.woning_id for w in woningen}
    feiten = [feit for feit in uitkomst.plekken if feit.plek in ids or feit.plek == "CT-2026-A"]
    gebruik = replace(uitkomst.overzicht.contingenten[0], geteld=3, nieuw=2, grens=8)
    deel = replace(
        uitkomst,
        voorstellen=(),
        plekken=tuple(feiten),
        overzicht=replace(uitkomst.overzicht, contingenten=(gebruik,)),
    )
    klein_regio = replace(regio, woningen=woningen)
    assert lege_plaatsen(deel, klein_regio) == 3
    zonder_los = replace(deel, plekken=tuple(feit for feit in feiten if feit.soort is PlekSoort.WONING))
    assert lege_plaatsen(zonder_los, klein_regio) == 2
    bijna_op = replace(zonder_los, overzicht=replace(deel.overzicht, contingenten=(replace(gebruik, geteld=5),)))
    assert lege_plaatsen(bijna_op, klein_regio) == 1


def test_the_order_of_the_rows_does_not_matter_to_the_pages(uitkomst: BatchUitkomst, regio: Regio) -> None:
    """A shuffled reading order is put in the canonical order before; people sort by waiting time and id here."""
    om = replace(uitkomst, niet_geplaatst=uitkomst.niet_geplaatst[::-1], voorstellen=uitkomst.voorstellen[::-1])
    assert rapport_html(om, regio) == rapport_html(uitkomst, regio)
    assert overleg_html(om, regio) == overleg_html(uitkomst, regio)


def test_a_last_day_long_gone_is_worded_as_past(uitkomst: BatchUitkomst, regio: Regio) -> None:
    verstreken = uitkomst.datum - timedelta(days=3)
    anders = replace(regio, uitstromers=tuple(replace(p, uiterste_datum=verstreken) for p in regio.uitstromers))
    assert "moest weg zijn op 20-11-2026" in _tekst(rapport_html(uitkomst, anders))
