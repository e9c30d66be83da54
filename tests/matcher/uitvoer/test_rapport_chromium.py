"""The pages in a browser: they fit a desk and a phone, and say nothing on the console."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from data.regio import Regio
from matcher.rapport.pagina import overleg_html, rapport_html
from matcher.uitkomst import BatchUitkomst

pytestmark = pytest.mark.chromium

VLAGGEN = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--hide-scrollbars"),
)
METING = """<script>
var breed = document.documentElement.clientWidth;
var buiten = [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > breed + 1
  && getComputedStyle(e).position != "absolute" && !e.closest("thead"));
document.title = breed + " " + document.documentElement.scrollWidth + " " + buiten.length
  + " " + document.body.getBoundingClientRect().height;
</script></body>"""


def _meet(chromium: str, html: bytes, breedte: int, werk: Path) -> tuple[int, int, int, float]:
    """Width of the window, width that the page needs, elements that stick out, and height; measured inside the page.

    The page forbids scripts, so for the measurement that line is taken out.
    """
    tekst = re.sub(r"<meta http-equiv[^>]*>", "", html.decode("utf-8")).replace("</body>", METING)
    pagina = werk / f"{breedte}.html"
    pagina.write_text(tekst, encoding="utf-8")
    opdracht = [chromium, *VLAGGEN, f"--user-data-dir={werk / 'profiel'}", f"--window-size={breedte},900", "--dump-dom"]
    uit = subprocess.run([*opdracht, pagina.as_uri()], capture_output=True, text=True, timeout=120, check=True).stdout
    gevonden = re.search(r"<title>(\d+) (\d+) (\d+) ([\d.]+)</title>", uit)
    assert gevonden
    return int(gevonden[1]), int(gevonden[2]), int(gevonden[3]), float(gevonden[4])


@pytest.mark.parametrize("breedte", [1280, 375])
@pytest.mark.parametrize("maak", [rapport_html, overleg_html])
def test_nothing_sticks_out(
    chromium: str, maak: type, uitkomst: BatchUitkomst, regio: Regio, breedte: int, tmp_path: Path
) -> None:
    venster, nodig, buiten, hoogte = _meet(chromium, maak(uitkomst, regio), breedte, tmp_path)
    assert venster <= max(breedte, 500)
    assert (nodig, buiten) == (venster, 0)
    assert hoogte > 1500


def test_a_page_wider_than_the_window_would_be_seen(chromium: str, tmp_path: Path) -> None:
    """The measurement is no formality: a box of 3000 pixels sticks out."""
    _, nodig, buiten, _ = _meet(chromium, b'<body><div style="width:3000px">x</div></body>', 375, tmp_path)
    assert nodig >= 3000
    assert buiten == 1


def test_the_page_forbids_scripts(chromium: str, uitkomst: BatchUitkomst, regio: Regio, tmp_path: Path) -> None:
    """Should one ever slip in, the browser does not run it."""
    pagina = tmp_path / "p.html"
    pagina.write_bytes(
        rapport_html(uitkomst, regio).replace(b"</body>", b'<script>document.title = "x"</script></body>')
    )
    opdracht = [chromium, *VLAGGEN, f"--user-data-dir={tmp_path / 'profiel'}", "--dump-dom", pagina.as_uri()]
    uit = subprocess.run(opdracht, capture_output=True, text=True, timeout=120, check=True).stdout
    assert "<title>Voorstel week 48 van 2026</title>" in uit
