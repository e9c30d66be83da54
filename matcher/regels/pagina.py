"""The page of rules in ``docs/``: every rule with its words and its source, from the registry itself."""

from __future__ import annotations

from matcher.regels import REGELS
from matcher.regels.regel import PaarRegel, Regel, RegelSoort

SOORTEN = {
    RegelSoort.WENS: "wens",
    RegelSoort.EIS: "eis",
    RegelSoort.BESCHERMING: "bescherming",
    RegelSoort.DEELNAME: "deelname",
    RegelSoort.BATCH: "hele batch",
}

KOP = """# De regels

Gemaakt uit `matcher/regels/`. Een bescherming, en wat de toegang passend vond, wordt nooit genoemd als iets om op te
geven. Getallen na `000` tot en met `004` wijzen naar de bronnen; "keuze van de regio" is een regel die geen document
noemt.

| code | soort | naam | regel | bron | mag een advies zijn |
|---|---|---|---|---|---|
"""


def regelpagina() -> str:
    """The page as Markdown."""
    return KOP + "".join(_rij(regel) for regel in REGELS.values())


def _rij(regel: Regel) -> str:
    advies = "ja" if isinstance(regel, PaarRegel) and regel.advies else "nee"
    return f"| {regel.code} | {SOORTEN[regel.soort]} | {regel.naam} | {regel.zin} | {regel.bron} | {advies} |\n"
