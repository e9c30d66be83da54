"""What every test can lean on: the size of the programmes, programs of the system, the worked cases.

With ``CI=true`` a skipped test is a failure, so that nothing is passed over unseen. The one exception is material
that lies beside the repository and may not be copied into it (the worked cases, the geodata).
"""

from __future__ import annotations

import os
import shutil
import signal
from collections.abc import Generator
from pathlib import Path

import pytest

BUITEN = next(
    (map_ / "shared" for map_ in Path(__file__).resolve().parents if (map_ / "shared" / "spec").is_dir()),
    Path(__file__).resolve().parents[2] / "shared",
)
"""Where the material beside the repository lies; a reason to skip that names this folder is allowed."""

PROGRAMMAS = {
    "chromium": ("chromium", "chromium-browser", "google-chrome"),
    "libreoffice": ("soffice", "libreoffice"),
}
"""By marker: the commands of which one must be there."""


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave whole programmes to ``make proof``, and say which program a test misses."""
    if not _proof():
        weg = [item for item in items if item.get_closest_marker("proof")]
        if weg:
            config.hook.pytest_deselected(items=weg)
            items[:] = [item for item in items if not item.get_closest_marker("proof")]
    for item in items:
        for merk, namen in PROGRAMMAS.items():
            if item.get_closest_marker(merk) and not _vind(namen):
                item.add_marker(pytest.mark.skip(reason=f"{merk} is niet gevonden (make test installeert het)"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Under CI a test that was skipped has failed."""
    verslag = yield
    _streng(verslag)
    return verslag


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Under CI a module that was skipped has failed."""
    verslag = yield
    _streng(verslag)
    return verslag


def _streng(verslag: pytest.TestReport | pytest.CollectReport) -> None:
    if os.environ.get("CI") != "true" or verslag.outcome != "skipped" or hasattr(verslag, "wasxfail"):
        return
    reden = verslag.longrepr[2] if isinstance(verslag.longrepr, tuple) else str(verslag.longrepr)
    if BUITEN.name not in reden:
        verslag.outcome = "failed"
        verslag.longrepr = f"overgeslagen, en dat mag niet als CI=true: {reden}"


def _proof() -> bool:
    return os.environ.get("ZL_PROOF") == "1"


def _vind(namen: tuple[str, ...]) -> str | None:
    return next((pad for naam in namen if (pad := shutil.which(naam))), None)


@pytest.fixture(autouse=True)
def _ctrl_c() -> Generator[None]:
    """Whatever a test does to Ctrl-C (the program ignores it once it is done), the next one finds it as it was."""
    voor = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, voor)


@pytest.fixture(scope="session")
def proof() -> bool:
    """Whether the whole programme runs (``ZL_PROOF=1``) or only its slice."""
    return _proof()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of Chromium; for tests with the marker ``chromium``."""
    pad = _vind(PROGRAMMAS["chromium"])
    assert pad is not None
    return pad


@pytest.fixture(scope="session")
def soffice() -> str:
    """Path of LibreOffice; for tests with the marker ``libreoffice``."""
    pad = _vind(PROGRAMMAS["libreoffice"])
    assert pad is not None
    return pad


@pytest.fixture(scope="session")
def voorbeelden() -> Path:
    """Folder of the worked cases of the contract."""
    map_ = BUITEN / "spec" / "voorbeelden"
    if not map_.is_dir():
        pytest.skip(f"de voorbeelden staan niet in ../{BUITEN.name}/spec/voorbeelden")
    return map_


@pytest.fixture(scope="session")
def geodata() -> Path:
    """Folder of real boundaries beside the repository."""
    map_ = BUITEN / "data" / "geo"
    if not map_.is_dir():
        pytest.skip(f"de kaartlagen staan niet in ../{BUITEN.name}/data/geo")
    return map_
