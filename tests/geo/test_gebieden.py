"""Where a woning lies: what its row says, what the map says, and what happens when they differ."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import shapely
from shapely import Polygon

from data.meldingen import Ernst
from geo.gebieden import Aangevuld, vul_gebieden_aan
from geo.lagen import BUURTEN, WIJKEN, lees_laag
from tests.geo.kaartwerk import contingent, regio, vak, wijk, woning

Schrijver = Callable[..., Path]

A, B, C = wijk("WK000100"), wijk("WK000101"), wijk("WK000200", "GM0002")
"""Side by side from west to east, a square kilometre each; C is in another gemeente."""


@pytest.fixture
def kaart(regiomap: Path, teken: Schrijver) -> Path:
    vakken = [(vak(1000 * k, 0), {"wijkcode": gebied.wijkcode}) for k, gebied in enumerate((A, B, C))]
    teken("wijken.gpkg", vakken)
    return regiomap


def _gebied(uit: Aangevuld) -> tuple[str | None, str | None]:
    (een,) = uit.regio.woningen
    return een.wijkcode, een.gemeentecode


@pytest.mark.parametrize(
    ("x", "y", "velden", "verwacht"),
    [
        ("500", "500", {}, ("WK000100", "GM0001")),
        ("1500", "500", {}, ("WK000101", "GM0001")),
        # On the border of A and B: in both, the lower code.
        ("1000", "500", {}, ("WK000100", "GM0001")),
        # On the border of B and C, and the row says the gemeente of C: that goes before the lower code.
        ("2000", "500", {"gemeentecode": "GM0002"}, ("WK000200", "GM0002")),
        # 60 m inside B, but the row says the gemeente of C: the nearest wijk of that gemeente.
        ("1940", "500", {"gemeentecode": "GM0002"}, ("WK000200", "GM0002")),
        # The wijk is given, and the point is 99 m over the border: the row is believed.
        ("1099", "500", {"wijkcode": "WK000100"}, ("WK000100", "GM0001")),
        ("1100", "500", {"wijkcode": "WK000100"}, ("WK000100", "GM0001")),
        # Exactly 100 m outside every wijk still is the nearest.
        ("500", "-100", {}, ("WK000100", "GM0001")),
        # Without coordinates the row is all there is.
        (None, None, {"wijkcode": "WK000200"}, ("WK000200", "GM0002")),
    ],
)
def test_wat_de_rij_zegt_gaat_voor_wat_de_kaart_zegt(
    x: str | None, y: str | None, velden: dict[str, str], verwacht: tuple[str, str], kaart: Path
) -> None:
    uit = vul_gebieden_aan(regio([woning("W1", x, y, **velden)], [A, B, C]), kaart)
    assert _gebied(uit) == verwacht
    assert {melding.ernst for melding in uit.meldingen} <= {Ernst.LET_OP}


@pytest.mark.parametrize(
    ("x", "y", "velden", "melding"),
    [
        (
            None,
            None,
            {"gemeentecode": "GM0001"},
            "Woning W1 heeft geen wijkcode, en ook geen x en y. Vul de wijkcode in, of x en y.",
        ),
        (
            "500",
            "-101",
            {},
            (
                "Woning W1 ligt in geen enkele wijk van de kaart, ook niet op hoogstens 100 meter. "
                "Controleer x en y, of vul de wijkcode in."
            ),
        ),
        (
            "1500",
            "500",
            {"gemeentecode": "GM0002"},
            (
                "Woning W1 ligt volgens de kaart in WK000101, en die hoort bij GM0001; in de rij staat GM0002. "
                "Controleer x, y en de gemeentecode."
            ),
        ),
        (
            "1101",
            "500",
            {"wijkcode": "WK000100"},
            (
                "Woning W1 ligt volgens x en y 101 meter buiten WK000100; hoogstens 100 meter mag. "
                "Controleer x en y, of de wijkcode."
            ),
        ),
        (
            "1100.001",
            "500",
            {"wijkcode": "WK000100"},
            (
                "Woning W1 ligt volgens x en y 101 meter buiten WK000100; hoogstens 100 meter mag. "
                "Controleer x en y, of de wijkcode."
            ),
        ),
    ],
)
def test_wat_niet_kan_is_een_fout(
    x: str | None, y: str | None, velden: dict[str, str], melding: str, kaart: Path
) -> None:
    (een,) = vul_gebieden_aan(regio([woning("W1", x, y, **velden)], [A, B, C]), kaart).meldingen
    assert str(een) == f"woningen.csv, rij 2, kolom wijkcode: {melding}"
    assert een.ernst is Ernst.FOUT


def test_een_wijk_hoort_bij_een_gemeente(regiomap: Path) -> None:
    """Also without a map: the table wijken says to which."""
    uit = vul_gebieden_aan(regio([woning("W1", wijkcode="WK000100", gemeentecode="GM0002")], [A]), regiomap)
    assert [str(melding) for melding in uit.meldingen] == [
        (
            "woningen.csv, rij 2, kolom gemeentecode: Woning W1 staat in WK000100, en die hoort volgens de tabel "
            "wijken bij GM0001; in de rij staat GM0002."
        )
    ]
    uit = vul_gebieden_aan(regio([woning("W1", wijkcode="WK000100")], [A]), regiomap)
    assert (_gebied(uit), uit.meldingen) == (("WK000100", "GM0001"), ())


def test_het_contingent_ligt_in_dezelfde_gemeente(kaart: Path) -> None:
    """The reader compares what rows say; what only the map says is compared here. W1 lies in C, in GM0002."""
    eigen, vreemd = contingent("CT2", "GM0002"), contingent("CT1", "GM0001")
    woningen = [woning("W1", "2500", "500", contingent_id="CT1"), woning("W2", "2500", "500", contingent_id="CT2")]
    uit = vul_gebieden_aan(regio(woningen, [A, B, C], contingenten=(vreemd, eigen)), kaart)
    assert [str(melding) for melding in uit.meldingen] == [
        "woningen.csv, rij 2, kolom gemeentecode: “GM0002” is anders dan bij het contingent van deze woning (“GM0001”)."
    ]


def test_in_een_werkboek_heet_de_tabel_een_blad(regiomap: Path) -> None:
    reg = regio([woning("W1", "500", "500")], [A], invoer={"regio.xlsx": "0"})
    (een,) = vul_gebieden_aan(reg, regiomap).meldingen
    assert een.plaats == "regio.xlsx, blad woningen, rij 2, kolom wijkcode"


def test_zonder_kaart_is_een_wijk_niet_te_vinden(regiomap: Path) -> None:
    (een,) = vul_gebieden_aan(regio([woning("W1", "500", "500")], [A]), regiomap).meldingen
    assert een.tekst == (
        "Woning W1 heeft geen wijkcode, en er is geen kaart van de wijken (wijken.gpkg of wijken.geojson). "
        "Vul de wijkcode in."
    )


def test_een_woning_naast_de_kaart_wordt_gemeld(kaart: Path) -> None:
    (een,) = vul_gebieden_aan(regio([woning("W1", "500", "-33.2")], [A, B, C]), kaart).meldingen
    assert een.ernst is Ernst.LET_OP
    assert (
        een.tekst == "Woning W1 ligt 34 meter buiten WK000100; dat is de dichtstbijzijnde wijk en telt als haar wijk."
    )


def test_een_wijk_die_niet_in_de_tabel_staat(kaart: Path) -> None:
    """The map knows C and the table does not: a note; but a woning in it has no wijk that counts."""
    uit = vul_gebieden_aan(regio([woning("W1", "2500", "500")], [A, B]), kaart)
    assert [str(melding) for melding in uit.meldingen] == [
        "wijken.gpkg: Wel op de kaart, niet in de tabel wijken: WK000200.",
        (
            "woningen.csv, rij 2, kolom wijkcode: Woning W1 ligt volgens de kaart in WK000200, en die staat niet in de "
            "tabel wijken. Controleer x en y, of zet de wijk in die tabel."
        ),
    ]
    # Just over the border the nearest wijk that does count takes it.
    assert _gebied(vul_gebieden_aan(regio([woning("W1", "2040", "500")], [A, B]), kaart)) == ("WK000101", "GM0001")


def test_een_wijk_zonder_grens(kaart: Path) -> None:
    uit = vul_gebieden_aan(regio([woning("W1", "500", "500", wijkcode="WK000300")], [A, B, C, wijk("WK000300")]), kaart)
    assert [melding.code for melding in uit.meldingen] == ["wijken_zonder_grens"]
    assert _gebied(uit) == ("WK000300", "GM0001")


def test_een_wijk_van_twee_stukken(regiomap: Path, teken: Schrijver) -> None:
    """Land and water of one wijk are often two features; the nearer one counts."""
    stukken = [(vak(0, 0), {"wijkcode": "WK000100"}), (vak(5000, 0), {"wijkcode": "WK000100"})]
    teken("wijken.geojson", stukken)
    woningen = [woning("W1", "5500", "500", wijkcode="WK000100"), woning("W2", "5500", "500")]
    uit = vul_gebieden_aan(regio(woningen, [A]), regiomap)
    assert uit.meldingen == ()
    assert {w.wijkcode for w in uit.regio.woningen} == {"WK000100"}


def test_buurten(regiomap: Path, teken: Schrijver) -> None:
    """Inside; 40 m outside the nearest; too far; no place; and inside an area whose buurt has no code."""
    vakken = [(vak(0, 0), {"buurtcode": "BU00010001"}), (vak(1000, 0), {"buurtcode": None})]
    teken("geo/buurten.gpkg", vakken)
    plaatsen = {"W1": ("10", "10"), "W2": ("-40", "10"), "W3": ("-400", "10"), "W4": (None, None), "W5": ("1001", "10")}
    woningen = [woning(naam, *plaats, wijkcode="WK000100") for naam, plaats in plaatsen.items()]
    uit = vul_gebieden_aan(regio(woningen, [A]), regiomap)
    assert uit.buurtcode == {"W1": "BU00010001", "W2": "BU00010001"}
    assert [melding.code for melding in uit.meldingen] == ["buurten_zonder_code"]


def test_overlappende_buurten_waar_een_woning_staat(regiomap: Path, teken: Schrijver) -> None:
    vakken = [(vak(0, 0), {"buurtcode": "BU00010001"}), (vak(500, 0), {"buurtcode": "BU00010002"})]
    teken("geo/buurten.gpkg", vakken)
    uit = vul_gebieden_aan(regio([woning("W1", "700", "500", wijkcode="WK000100")], [A]), regiomap)
    assert [melding.code for melding in uit.meldingen] == ["laag_overlap"]


def test_een_slechte_kaart_geeft_geen_lawine(regiomap: Path, teken: Schrijver) -> None:
    """When the map cannot be read, the woningen that need it are not faults of their own."""
    vlinder = Polygon([(84000, 446000), (85000, 447000), (85000, 446000), (84000, 447000)])
    teken("wijken.gpkg", [(vlinder, {"wijkcode": "WK000100"})])
    uit = vul_gebieden_aan(regio([woning("W1", "500", "500"), woning("W2", "500", "500")], [A]), regiomap)
    assert [melding.code for melding in uit.meldingen] == ["laag_kruist"]


@pytest.mark.parametrize("suffix", [".gpkg", ".geojson"])
def test_echte_wijken(suffix: str, geodata: Path, regiomap: Path) -> None:
    """A point inside each real wijk of Delft comes out in that wijk, from either kind of file."""
    bron = "gebieden_2022.gpkg" if suffix == ".gpkg" else "wijken_DWO_2022.geojson"
    shutil.copy(geodata / bron, regiomap / f"wijken{suffix}")
    laag, _ = lees_laag(regiomap, WIJKEN)
    assert laag is not None
    delft = {c: v for c, v in zip(laag.kolommen["wijkcode"], laag.vormen, strict=True) if c.startswith("WK0503")}
    midden = {code: shapely.point_on_surface(vorm) for code, vorm in delft.items()}
    woningen = [woning(code, str(p.x - 84_000), str(p.y - 446_000)) for code, p in midden.items()]
    uit = vul_gebieden_aan(regio(woningen, [wijk(code, "GM0503") for code in delft]), regiomap)
    assert {w.woning_id: w.wijkcode for w in uit.regio.woningen} == {code: code for code in delft}
    assert len(delft) > 10
    assert [melding.code for melding in uit.meldingen] == ["wijken_niet_in_lijst"]


def test_zonder_lagen_wordt_geen_kaartprogramma_geladen(regiomap: Path) -> None:
    """A region without a map must not wait for the libraries that read one."""
    code = (
        "import sys, pathlib\n"
        "from data.regio import Regio\n"
        "from geo import afstand, gebieden, lagen, prikkelbronnen, reistijd, stelsel, wegennet\n"
        f"map_ = pathlib.Path({str(regiomap)!r})\n"
        "gebieden.vul_gebieden_aan(Regio(), map_)\n"
        "prikkelbronnen.lees_prikkelbronnen(map_)\n"
        "reistijd.reistijden(Regio(), (), map_)\n"
        "zwaar = {'geopandas', 'pandas', 'shapely', 'pyproj', 'pyogrio', 'networkx', 'scipy'}\n"
        "print(sorted(zwaar & set(sys.modules)))\n"
    )
    wortel = Path(__file__).resolve().parents[2]
    klaar = subprocess.run([sys.executable, "-c", code], cwd=wortel, capture_output=True, text=True, check=True)
    assert klaar.stdout.strip() == "[]"


def test_echte_buurten_waarvan_de_meeste_geen_code_hebben(geodata: Path, regiomap: Path) -> None:
    """The file has three layers; ``buurten_delft_2023`` is the one meant. 5 of its 91 buurten have a code."""
    shutil.copy(geodata / "gebieden_2022.gpkg", regiomap / "geo" / "buurten.gpkg")
    laag, _ = lees_laag(regiomap, BUURTEN)
    assert laag is not None
    midden = [shapely.point_on_surface(vorm) for vorm in laag.vormen]
    plaatsen = [(str(p.x - 84_000), str(p.y - 446_000)) for p in midden]
    woningen = [woning(f"W{k}", *plaats, wijkcode="WK000100") for k, plaats in enumerate(plaatsen)]
    uit = vul_gebieden_aan(regio(woningen, [A]), regiomap)
    assert uit.buurtcode == {f"W{k}": code for k, code in enumerate(laag.kolommen["buurtcode"]) if code}
    assert (len(woningen), len(uit.buurtcode)) == (91, 5)
    assert [melding.code for melding in uit.meldingen] == ["buurten_zonder_code"]
