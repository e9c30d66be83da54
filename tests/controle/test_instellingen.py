"""The settings as the checker reads them: the defaults of contract par. 1, every key, and what is refused."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from matcher.controle.cellen import TwijfelError
from matcher.controle.instellingen import (
    DAGEN_HOOGST,
    NIVEAUS,
    Instellingen,
    Punten,
    Woonvorm,
    _samengevoegd,
    lees_instellingen,
)


def lees(map_: Path, tekst: str) -> Instellingen:
    (map_ / "regels.toml").write_text(tekst, encoding="utf-8")
    return lees_instellingen(map_)


def vorm(**anders: object) -> Woonvorm:
    """A woonvorm that demands nothing, but for what is said."""
    niets: dict[str, object] = {
        "max_verblijf": None,
        "zorgplan": False,
        "convenantpartner": False,
        "zorg24": False,
        "vangnet": False,
        "telt_mee": True,
        "min_afstand": None,
        "reactietijd": None,
    }
    return Woonvorm(**(niets | anders))  # type: ignore[arg-type]


STANDAARD_VORMEN = {
    "flex_shortstay": vorm(max_verblijf=18),
    "flex_doorstroom": vorm(max_verblijf=18, zorgplan=True),
    "housing_first": vorm(min_afstand=75),
    "convenant": vorm(zorgplan=True, convenantpartner=True),
    "bt_basis": vorm(zorgplan=True, min_afstand=75, reactietijd=3000),
    "bt_plus": vorm(zorgplan=True, zorg24=True),
    "tussenvoorziening": vorm(max_verblijf=12, telt_mee=False),
    "kamer_met_aandacht": vorm(),
    "gezinswoning": vorm(max_verblijf=12),
}
STANDAARD = Instellingen(
    horizon_dagen=28,
    op_tijd_dagen=42,
    uitgesloten_wet=("wlz",),
    woonvormen=STANDAARD_VORMEN,
    jaaropgave=None,
    speling=0,
    vrij=(),
    band_pct=5,
    gewicht=(1, 1, 1),
    omweg=Fraction(13, 10),
    m_per_min=500,
    afleiden=False,
    jong_tot=None,
    jong_max=None,
    punten=Punten((30, 20, 10), 20, (15, 8, 4), 15, 10, 10, 10, 10, 0),
    volgorde=NIVEAUS,
)
ALLES = """
[batch]
horizon_dagen = 11
op_tijd_dagen = 12
[deelname]
uitgesloten_wet = ["jeugdwet", "zvw"]
[woonvormen.nieuw]
max_verblijf_maanden = 13
zorgplan = true
convenantpartner = true
zorg24 = true
vangnet = true
telt_mee = false
min_afstand_m = 14.5
reactietijd_min = 15.25
[woonvormen.housing_first]
zorg24 = true
[spreiding]
jaaropgave = 16
speling = 17
vrij = ["GM0503"]
band_pct = 18.5
[draagkracht.gewicht]
licht = 0.1
midden = 0.2
zwaar = 0.3
[reistijd]
omweg = 1.01
m_per_min = 500.5
[prikkel]
afleiden = true
[huur]
jong_tot = 23
jong_max = 477.2
[passend]
gemeente = [31, 21]
herkomst = 22
woonvorm = [16]
woonomgeving = 23
prikkel = 24
anker = 25
anker_km = 2.5
ontlasten = 26
minimum = 27
[doelen]
volgorde = ["loting", "crisis"]
"""
NIEUW = vorm(
    max_verblijf=13,
    zorgplan=True,
    convenantpartner=True,
    zorg24=True,
    vangnet=True,
    telt_mee=False,
    min_afstand=Fraction(29, 2),
    reactietijd=1525,
)
GELEZEN = Instellingen(
    horizon_dagen=11,
    op_tijd_dagen=12,
    uitgesloten_wet=("jeugdwet", "zvw"),
    woonvormen=STANDAARD_VORMEN | {"nieuw": NIEUW, "housing_first": vorm(min_afstand=75, zorg24=True)},
    jaaropgave=16,
    speling=17,
    vrij=("GM0503",),
    band_pct=Fraction(37, 2),
    gewicht=(Fraction(1, 10), Fraction(1, 5), Fraction(3, 10)),
    omweg=Fraction(101, 100),
    m_per_min=Fraction(1001, 2),
    afleiden=True,
    jong_tot=23,
    jong_max=47720,
    punten=Punten((31, 21), 22, (16,), 23, 24, 25, Fraction(5, 2), 26, 27),
    volgorde=("loting", "crisis"),
)


def test_defaults(tmp_path: Path) -> None:
    assert lees_instellingen(tmp_path) == lees(tmp_path, "") == STANDAARD


def test_every_key(tmp_path: Path) -> None:
    """Own tables go into the defaults key by key; numbers are exact (0.1 is a tenth)."""
    assert lees(tmp_path, ALLES) == GELEZEN
    assert lees_instellingen(tmp_path / "elders") == STANDAARD  # the defaults stay whole


def test_byte_order_mark(tmp_path: Path) -> None:
    assert lees(tmp_path, "\ufeff[batch]\nhorizon_dagen = 0\n").horizon_dagen == 0


def test_merge() -> None:
    """A table goes into a table; anything else replaces, also a table by a value and a value by a table."""
    standaard = {"a": {"b": 1, "c": 2}, "d": 3}
    assert _samengevoegd(standaard, {"a": {"b": 4}}) == {"a": {"b": 4, "c": 2}, "d": 3}
    assert _samengevoegd(standaard, {"a": 5, "d": {"e": 6}, "f": 7}) == {"a": 5, "d": {"e": 6}, "f": 7}
    assert standaard == {"a": {"b": 1, "c": 2}, "d": 3}


@pytest.mark.parametrize("huur", ["jong_tot = 23", "jong_max = 477.2"])
def test_rent_of_the_young_needs_both(tmp_path: Path, huur: str) -> None:
    gelezen = lees(tmp_path, f"[huur]\n{huur}\n")
    assert (gelezen.jong_tot, gelezen.jong_max) == (None, None)


def test_edges(tmp_path: Path) -> None:
    gelezen = lees(tmp_path, f"[batch]\nhorizon_dagen = {DAGEN_HOOGST}\n[reistijd]\nm_per_min = 0.5\nomweg = 1\n")
    assert (gelezen.horizon_dagen, gelezen.m_per_min, gelezen.omweg) == (DAGEN_HOOGST, Fraction(1, 2), 1)


FOUT = [
    "[batch",
    "[batch]\nhorizon_dagen = -1",
    f"[batch]\nop_tijd_dagen = {DAGEN_HOOGST + 1}",
    "[batch]\nhorizon_dagen = true",
    '[batch]\nhorizon_dagen = "28"',
    "[batch]\nhorizon_dagen = 1.5",
    "[reistijd]\nomweg = 0",
    "[reistijd]\nm_per_min = -1",
    "[passend]\nanker_km = 0.0",
    "[passend]\ngemeente = [1.5]",
    "[prikkel]\nafleiden = 1",
    "[woonvormen.nieuw]\nzorgplan = 1",
    "[woonvormen]\nnieuw = 1",
    '[doelen]\nvolgorde = ["crisis", "geluk"]',
    '[doelen]\nvolgorde = ["crisis", "crisis"]',
    "spreiding = 1",
]


@pytest.mark.parametrize("tekst", FOUT)
def test_refused(tmp_path: Path, tekst: str) -> None:
    with pytest.raises(TwijfelError) as twijfel:
        lees(tmp_path, tekst)
    assert twijfel.value.plaats == "regels.toml"


def test_unreadable(tmp_path: Path) -> None:
    (tmp_path / "regels.toml").mkdir()
    with pytest.raises(TwijfelError, match=r"^regels\.toml$"):
        lees_instellingen(tmp_path)
