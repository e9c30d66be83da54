"""Rooms and who may import whom: a walk over every import statement, lazy ones inside functions included."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

WORTEL = Path(__file__).resolve().parents[2]

KAMERS: dict[str, frozenset[str]] = {
    "cli": frozenset({"web", "matcher", "solver", "geo", "data"}),
    "web": frozenset({"matcher", "data"}),
    "matcher": frozenset({"solver", "geo", "data"}),
    "solver": frozenset(),
    "geo": frozenset({"data"}),
    "data": frozenset(),
}
"""By room: the other rooms that it may import."""

VREEMD: dict[str, frozenset[str]] = {
    "ortools": frozenset({"solver"}),
    "geopandas": frozenset({"geo"}),
    "shapely": frozenset({"geo"}),
    "pyproj": frozenset({"geo"}),
    "pyogrio": frozenset({"geo"}),
    "networkx": frozenset({"solver", "geo"}),
}
"""By library: the only rooms that may import it."""

VERBODEN: dict[str, frozenset[str]] = {
    "matcher/controle": frozenset({"cli", "web", "matcher", "solver", "geo", "data", "ortools", "pandas", "networkx"}),
}
"""By module or package: what it may not import at all. The checker shares no line with what it checks."""

NIET_SAMEN = frozenset({"highspy"})
"""Libraries that nobody may import: highspy and ortools in one process clash."""


@dataclass(frozen=True, slots=True, order=True)
class Import:
    """One import statement: the file, the line, and the dotted name that it asks for."""

    bestand: str
    regel: int
    naam: str

    @property
    def top(self) -> str:
        return self.naam.split(".")[0]


def importen(bestand: str, bron: str) -> Iterator[Import]:
    """Every import of a file; relative ones are turned into full names, and ``import_module("x")`` counts."""
    pakket = bestand.removesuffix(".py").split("/")[:-1]
    for knoop in ast.walk(ast.parse(bron, bestand)):
        match knoop:
            case ast.Import(names=namen):
                yield from (Import(bestand, knoop.lineno, naam.name) for naam in namen)
            case ast.ImportFrom(module=module, names=namen, level=niveau):
                basis = pakket[: max(0, len(pakket) - niveau + 1)] if niveau else []
                stam = [*basis, *([module] if module else [])]
                yield from (Import(bestand, knoop.lineno, ".".join([*stam, naam.name])) for naam in namen)
            case ast.Call(func=ast.Name(id="import_module" | "__import__"), args=[ast.Constant(value=str(naam)), *_]):
                yield Import(bestand, knoop.lineno, naam)
            case ast.Call(func=ast.Attribute(attr="import_module"), args=[ast.Constant(value=str(naam)), *_]):
                yield Import(bestand, knoop.lineno, naam)


def overtredingen(bestand: str, bron: str) -> list[Import]:
    """The imports of a file that the rooms do not allow."""
    kamer = bestand.removesuffix(".py").split("/")[0]
    return sorted({regel for regel in importen(bestand, bron) if not _mag(kamer, bestand, regel)})


def _mag(kamer: str, bestand: str, regel: Import) -> bool:
    for deel, namen in VERBODEN.items():
        if bestand == f"{deel}.py" or bestand.startswith(f"{deel}/"):
            zelf = deel.replace("/", ".")
            if not (regel.naam == zelf or regel.naam.startswith(f"{zelf}.")) and regel.top in namen:
                return False
    if regel.top in KAMERS:
        return regel.top == kamer or regel.top in KAMERS[kamer]
    return regel.top not in NIET_SAMEN and kamer in VREEMD.get(regel.top, {kamer})


def _bestanden() -> list[str]:
    paden = [WORTEL / "cli.py", *(pad for kamer in KAMERS for pad in (WORTEL / kamer).rglob("*.py"))]
    return sorted(pad.relative_to(WORTEL).as_posix() for pad in paden if pad.exists())


def test_geen_kamer_importeert_wat_niet_mag() -> None:
    breuken = [breuk for naam in _bestanden() for breuk in overtredingen(naam, (WORTEL / naam).read_text("utf-8"))]
    assert breuken == []


def test_elke_kamer_is_bekeken() -> None:
    gezien = {naam.removesuffix(".py").split("/")[0] for naam in _bestanden()}
    assert gezien >= {"matcher", "solver", "geo", "data"}


@pytest.mark.parametrize(
    ("bestand", "bron", "verwacht"),
    [
        pytest.param("solver/kern.py", "from data.regio import Regio", "data.regio.Regio", id="kern kent geen data"),
        pytest.param("geo/kaart.py", "import solver.kern", "solver.kern", id="geo en solver zijn vreemden"),
        pytest.param("data/lezen.py", "def f():\n    import geopandas", "geopandas", id="ook binnen een functie"),
        pytest.param("matcher/batch.py", "from ortools.sat import x", "ortools.sat.x", id="ortools alleen in solver"),
        pytest.param("data/a.py", "if TYPE_CHECKING:\n    import matcher", "matcher", id="ook alleen voor typen"),
        pytest.param("data/a/b.py", "from ... import geo", "geo", id="relatief, tot boven de kamer"),
        pytest.param("web/app.py", "from geo import kaart", "geo.kaart", id="web gaat niet om matcher heen"),
        pytest.param("geo/a.py", "import importlib\nimportlib.import_module('matcher')", "matcher", id="import_module"),
        pytest.param("data/a.py", "__import__('solver')", "solver", id="__import__"),
        pytest.param("matcher/controle.py", "from data.regio import Regio", "data.regio.Regio", id="controle alleen"),
        pytest.param("matcher/controle/lezen.py", "import pandas as pd", "pandas", id="controle zonder pandas"),
        pytest.param("matcher/controle/k.py", "from matcher.quota import h", "matcher.quota.h", id="controle rekent"),
        pytest.param("solver/a.py", "import highspy", "highspy", id="highspy botst met ortools"),
    ],
)
def test_een_geplante_breuk_wordt_gevonden(bestand: str, bron: str, verwacht: str) -> None:
    assert [breuk.naam for breuk in overtredingen(bestand, bron)] == [verwacht]


@pytest.mark.parametrize(
    ("bestand", "bron"),
    [
        ("cli.py", "import matcher\nfrom solver import kern\nimport rich"),
        ("matcher/batch.py", "from geo import kaart\nfrom data.regio import Regio\nfrom solver import kern"),
        ("matcher/controle/k.py", "from matcher.controle.lees import x\nfrom . import lees\nimport csv"),
        ("solver/model.py", "from ortools.sat.python import cp_model\nfrom . import kern\nimport networkx"),
        ("data/teksten/__init__.py", "from data.teksten import lezen\nfrom .lezen import TEKSTEN"),
    ],
)
def test_wat_mag_wordt_niet_gemeld(bestand: str, bron: str) -> None:
    assert overtredingen(bestand, bron) == []
