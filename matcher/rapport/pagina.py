"""From what a page shows to its HTML: one file that opens without a network and without JavaScript."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from data.regio import Regio
from matcher.rapport.overleg import Overleg, overleg
from matcher.rapport.werkrapport import Werkrapport, werkrapport
from matcher.uitkomst import BatchUitkomst

if TYPE_CHECKING:
    from jinja2 import Environment

SJABLONEN = Path(__file__).parent / "sjablonen"


def rapport_html(uitkomst: BatchUitkomst, regio: Regio) -> bytes:
    """``rapport.html``: the page for the desk, with people in it (pseudonyms)."""
    return _pagina("rapport.html.j2", werkrapport(uitkomst, regio))


def overleg_html(uitkomst: BatchUitkomst, regio: Regio) -> bytes:
    """``rapport_overleg.html``: the page for a meeting with others, without people."""
    return _pagina("rapport_overleg.html.j2", overleg(uitkomst, regio))


def _pagina(sjabloon: str, rapport: Werkrapport | Overleg) -> bytes:
    html = _omgeving().get_template(sjabloon).render(rapport=rapport, kop=rapport.kop)
    return html.encode("utf-8")


@cache
def _omgeving() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(SJABLONEN),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
