"""Region folders with layers, drawn in a few lines."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import geopandas
import pytest
from shapely.geometry.base import BaseGeometry

Schrijver = Callable[..., Path]


@pytest.fixture
def regiomap(tmp_path: Path) -> Path:
    """An empty region folder with a folder for layers."""
    (tmp_path / "geo").mkdir()
    return tmp_path


@pytest.fixture
def teken(regiomap: Path) -> Schrijver:
    """Write a layer: ``teken("geo/wegen.gpkg", [(shape, {"minuten": 3})], crs=28992)``."""

    def schrijf(
        bestand: str,
        objecten: Iterable[tuple[BaseGeometry | None, dict[str, Any]]],
        crs: Any = 28992,
        laag: str | None = None,
    ) -> Path:
        vormen, rijen = zip(*objecten, strict=True)
        kaart = geopandas.GeoDataFrame(list(rijen), geometry=list(vormen), crs=crs)
        pad = regiomap / bestand
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # a layer without a system is what some tests are about
            if pad.suffix == ".gpkg":
                kaart.to_file(pad, driver="GPKG", layer=laag or pad.stem)
            else:
                kaart.to_file(pad, driver="GeoJSON")
        return pad

    return schrijf
