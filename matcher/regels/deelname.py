"""U rules: who takes part (contract par. 2). U4 comes with the ledger, which knows what was proposed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.instellingen import Instellingen
from data.records import Uitstromer
from matcher.regels.regel import KEUZE_VAN_DE_REGIO, DeelnameRegel, RegelSoort
from matcher.tijd import Peil, leeftijd
from matcher.verblijf import Verblijf

VOLWASSEN = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Deelneembaar:
    """What the U rules look at. ``blijvend``: placements that stay, by person; ``vervuld``: people whose
    fixed pair runs already (K10)."""

    instellingen: Instellingen
    peil: Peil
    blijvend: Mapping[str, tuple[Verblijf, ...]]
    vervuld: frozenset[str]


def _andere_wet(gegevens: Deelneembaar, u: Uitstromer) -> bool:
    return u.wet in gegevens.instellingen.deelname.uitgesloten_wet


def _minderjarig(gegevens: Deelneembaar, u: Uitstromer) -> bool:
    return leeftijd(u, gegevens.peil.horizon) < VOLWASSEN


def _nog_niet_vrij(gegevens: Deelneembaar, u: Uitstromer) -> bool:
    return u.beschikbaar_vanaf is not None and u.beschikbaar_vanaf > gegevens.peil.horizon


def _woont_al(gegevens: Deelneembaar, u: Uitstromer) -> bool:
    if u.uitstromer_id in gegevens.vervuld:
        return True
    vormen = gegevens.instellingen.woonvormen
    return any(
        not (u.doorstroom if u.doorstroom is not None else vormen[v.woonvorm].max_verblijf_maanden is not None)
        for v in gegevens.blijvend.get(u.uitstromer_id, ())
    )


DEELNAMEREGELS = (
    DeelnameRegel(
        code="U1",
        soort=RegelSoort.DEELNAME,
        naam="Andere wet",
        zin="De ondersteuning valt onder een wet die de regio niet meeneemt.",
        bron="000, Openstelling Wlz; 004, wettelijk kader",
        sluit_uit=_andere_wet,
    ),
    DeelnameRegel(
        code="U2",
        soort=RegelSoort.DEELNAME,
        naam="Jonger dan 18",
        zin="Iemand jonger dan 18 valt onder de Jeugdwet.",
        bron="004, wettelijk kader (Jeugdwet)",
        sluit_uit=_minderjarig,
    ),
    DeelnameRegel(
        code="U3",
        soort=RegelSoort.DEELNAME,
        naam="Nog niet klaar om te verhuizen",
        zin="De persoon kan pas na de periode van deze batch verhuizen.",
        bron=KEUZE_VAN_DE_REGIO,
        sluit_uit=_nog_niet_vrij,
    ),
    DeelnameRegel(
        code="U5",
        soort=RegelSoort.DEELNAME,
        naam="Woont al",
        zin="De persoon heeft al een plek en stroomt niet door.",
        bron=KEUZE_VAN_DE_REGIO,
        sluit_uit=_woont_al,
    ),
)
