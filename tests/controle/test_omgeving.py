"""What lies around a place, and how the margin of a layer turns an answer near the edge into a doubt.

The layers are made here: shapes that can be done by head, with a margin of our choice.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from matcher.controle import omgeving as kern
from matcher.controle.kaartlaag import Kenmerk, Laag
from matcher.controle.omgeving import Omgeving, _gebied, _nabij, lees_omgeving
from matcher.controle.vormen import Vorm

VIERKANT = ((0, 0), (100, 0), (100, 100), (0, 100), (0, 0))
STOMP = Vorm(lijnen=(((0, 0),),))
"""A line of one point: it has a box, but nothing to measure to."""


def kenmerk(vorm: Vorm, **eigen: str) -> Kenmerk:
    return Kenmerk(eigen, vorm, vorm.doos())


def bron(vorm: Vorm, soort: str = "horeca") -> Kenmerk:
    return kenmerk(vorm, soort=soort)


def punt(x: int, y: int = 0) -> Vorm:
    return Vorm(punten=((x, y),))


def vak(x: int = 0) -> Vorm:
    """A square of a hundred metres with its lower left corner at (x, 0)."""
    return Vorm(vlakken=((tuple((a + x, b) for a, b in VIERKANT),),))


def nabij(marge: int, afstand: int, *bronnen: Kenmerk, plaats: tuple[int, int] = (0, 0)) -> bool | None:
    return _nabij(Laag(bronnen, marge), plaats, "horeca", afstand)


@pytest.mark.parametrize(("x", "antwoord"), [(9, True), (10, False), (11, False)])
def test_exact_layer_decides_at_the_edge(x: int, antwoord: bool) -> None:  # noqa: FBT001
    """R19 asks for nearer than the distance; a distance of nothing is never broken, one of a metre is."""
    assert nabij(0, 10, bron(punt(x))) is antwoord
    assert nabij(0, 0, bron(punt(0))) is False
    assert nabij(0, 1, bron(punt(0))) is True


@pytest.mark.parametrize(("x", "antwoord"), [(6, True), (7, None), (10, None), (12, None), (13, False), (14, False)])
def test_doubt_around_the_edge(x: int, antwoord: bool | None) -> None:  # noqa: FBT001
    """With a margin of 3 around 10: sure below 7, out from 13."""
    assert nabij(3, 10, bron(punt(x))) is antwoord


def test_a_margin_of_one_is_doubt_too() -> None:
    assert nabij(1, 10, bron(punt(10))) is None
    assert nabij(1, 10, bron(punt(11))) is False


def test_within_a_source() -> None:
    """Well inside is sure, whatever the distance; nearer the border than the margin is not."""
    assert [nabij(3, 1, bron(vak()), plaats=(x, 50)) for x in (50, 4, 3, 2)] == [True, True, None, None]
    assert nabij(0, 1, bron(vak()), plaats=(50, 50)) is True
    assert nabij(0, 1, bron(vak()), plaats=(100, 50)) is True
    # nothing lies nearer than nothing, in an exact layer; with a margin the place itself may be off
    assert nabij(0, 0, bron(vak()), plaats=(50, 50)) is False
    assert nabij(3, 0, bron(vak()), plaats=(50, 50)) is None
    # outside, just beyond the margin: no certainty comes from "not inside and far enough from the border"
    assert nabij(3, 2, bron(vak()), plaats=(104, 50)) is None
    # a margin beyond the distance leaves no place that is surely nearer
    assert nabij(3, 1, bron(punt(0))) is None


def test_every_source_is_looked_at() -> None:
    """One of another kind, one far off, one without a shape: the next may still be near. A doubt is kept."""
    ver, stomp, andere, dichtbij = bron(punt(500)), bron(STOMP), bron(punt(0), "spoor"), bron(punt(1))
    assert nabij(0, 10, ver, stomp, andere, dichtbij) is True
    assert nabij(0, 10, bron(Vorm()), dichtbij) is True
    assert nabij(0, 10, ver, stomp, andere, bron(Vorm())) is False
    # (11, 11) lies within the box around the place, and 15.6 metres off
    assert nabij(3, 10, bron(punt(10)), bron(punt(11, 11))) is None
    assert nabij(3, 10, bron(punt(11, 11))) is False
    assert nabij(3, 10, bron(punt(10)), bron(punt(1))) is True


def gebied(marge: int, *delen: Kenmerk, plaats: tuple[int, int], keuze: set[str] | None = None) -> str | None:
    return _gebied(Laag(delen, marge), plaats, "code", keuze)


def deel(code: str, x: int = 0) -> Kenmerk:
    return kenmerk(vak(x), code=code)


@pytest.mark.parametrize(
    ("plaats", "code"),
    [
        ((50, 50), "A"),
        ((100, 50), "A"),
        ((-100, 50), "A"),
        ((-101, 50), ""),
        ((150, 50), "A"),
        # a hundred along and one up from the corner: within the box, a hair further than a hundred metres
        ((-100, -1), ""),
        ((400, 50), "B"),
        ((500, 50), "B"),
        ((501, 50), ""),
    ],
)
def test_exact_area(plaats: tuple[int, int], code: str) -> None:
    """Two squares, A at 0 to 100 and B at 300 to 400."""
    assert gebied(0, deel("A"), deel("B", 300), plaats=plaats) == code
    assert gebied(0, deel("B", 300), deel("A"), plaats=plaats) == code


def test_nearest_area_then_lowest_code() -> None:
    """Halfway a gap the lowest code; a metre to one side that side; on a shared border the lowest code."""
    links, rechts = deel("B"), deel("A", 200)
    assert [gebied(0, links, rechts, plaats=(x, 50)) for x in (149, 150, 151)] == ["B", "A", "A"]
    assert gebied(0, deel("B"), deel("A", 100), plaats=(100, 50)) == "A"
    # inside counts as no distance, however near the border of another
    assert gebied(0, deel("B"), deel("A", 100), plaats=(99, 50)) == "B"


def test_area_among_the_choice() -> None:
    delen = (deel("A"), kenmerk(STOMP, code="A"), kenmerk(Vorm(), code="A"), deel("B", 110))
    assert gebied(0, *delen, plaats=(50, 50), keuze={"A", "B"}) == "A"
    assert gebied(0, *delen, plaats=(50, 50), keuze={"B"}) == "B"
    assert gebied(0, *delen, plaats=(50, 50), keuze={"C"}) == ""
    assert gebied(0, kenmerk(STOMP, code="A"), plaats=(0, 0)) == ""
    # the one that is too far, without a shape or without a code does not hide the next
    assert gebied(0, deel("A", 900), kenmerk(STOMP, code="A"), deel("B"), plaats=(50, 50)) == "B"
    assert gebied(0, kenmerk(vak()), plaats=(50, 50)) == ""


@pytest.mark.parametrize(
    ("x", "code"), [(96, "A"), (97, None), (100, None), (104, None), (199, None), (203, None), (204, "")]
)
def test_area_with_a_margin(x: int, code: str | None) -> None:
    """With a margin of 3 only what lies more than that inside is sure, and what no border comes near."""
    assert gebied(3, deel("A"), plaats=(x, 50)) == code


def test_margin_of_one() -> None:
    assert [gebied(1, deel("A"), plaats=(x, 50)) for x in (98, 99, 150)] == ["A", None, None]


# -- the layers of a folder ----------------------------------------------------------------------------------------


def schrijf(map_: Path, naam: str, *kenmerken: tuple[dict[str, object], dict[str, str]]) -> None:
    delen = [{"type": "Feature", "geometry": vorm, "properties": eigen} for vorm, eigen in kenmerken]
    crs = {"type": "name", "properties": {"name": "EPSG:28992"}}
    bestand = map_ / f"{naam}.geojson"
    bestand.parent.mkdir(exist_ok=True)
    bestand.write_text(json.dumps({"crs": crs, "features": delen}), encoding="utf-8")


def vlak(eigenschap: str, code: str) -> tuple[dict[str, object], dict[str, str]]:
    return {"type": "Polygon", "coordinates": [VIERKANT]}, {eigenschap: code}


def test_sources_of_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    schrijf(tmp_path, "geo/prikkelbronnen", ({"type": "Point", "coordinates": [5, 0]}, {"soort": "horeca"}))
    geteld = []

    def tel(laag: Laag, *rest: object) -> bool | None:
        geteld.append(rest)
        return _nabij(laag, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(kern, "_nabij", tel)
    omgeving = lees_omgeving(tmp_path)
    for _ in range(2):
        assert omgeving.bron_nabij((0, 0), "horeca", 6) is True
        assert omgeving.bron_nabij((0, 0), "horeca", 5) is False
        assert omgeving.bron_nabij((0, 0), "spoor", 6) is False
        assert omgeving.bron_nabij((90, 0), "horeca", 6) is False
    assert len(geteld) == 4  # each question is worked out once
    assert omgeving.bron_nabij(None, "horeca", 6) is True
    assert omgeving.in_buurt((0, 0), frozenset({"BU1"})) is False  # no layer of buurten here


def test_areas_of_a_folder(tmp_path: Path) -> None:
    """Buurten and wijken each from their own layer and by their own column."""
    schrijf(tmp_path, "geo/buurten", vlak("buurtcode", "BU1"))
    schrijf(tmp_path, "wijken", vlak("wijkcode", "WK1"))
    omgeving = lees_omgeving(tmp_path)
    assert omgeving.in_buurt((50, 50), frozenset({"BU1", "BU2"})) is True
    assert omgeving.in_buurt((50, 50), frozenset({"BU2"})) is False
    assert omgeving.in_buurt(None, frozenset({"BU1"})) is False
    assert omgeving.wijk_van((50, 50), {"WK1"}) == "WK1"
    assert omgeving.wijk_van((50, 50), {"WK2"}) is None
    assert omgeving.bron_nabij((50, 50), "horeca", 1) is True  # no layer of sources here


def test_broken_layers_leave_it_open(tmp_path: Path) -> None:
    (tmp_path / "geo").mkdir()
    for naam in ("geo/prikkelbronnen.geojson", "geo/buurten.gpkg", "wijken.geojson"):
        (tmp_path / naam).write_text("geen kaart", encoding="utf-8")
    omgeving = Omgeving(tmp_path)
    assert omgeving.bron_nabij((0, 0), "horeca", 1) is None
    assert omgeving.in_buurt((0, 0), frozenset({"BU1"})) is None
    assert omgeving.wijk_van((0, 0), {"WK1"}) is None


def test_too_near_a_border_leaves_it_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A layer from degrees: on the border of the buurt nobody can say."""
    (tmp_path / "geo").mkdir()
    (tmp_path / "geo/buurten.gpkg").touch()
    laag = Laag((kenmerk(vak(), buurtcode="BU1"),), 2)
    monkeypatch.setattr(
        kern, "lees_laag", lambda map_, naam: laag if (map_, naam) == (tmp_path, "geo/buurten") else None
    )
    omgeving = Omgeving(tmp_path)
    assert omgeving.in_buurt((100, 50), frozenset({"BU1"})) is None
    assert omgeving.in_buurt((50, 50), frozenset({"BU1"})) is True
