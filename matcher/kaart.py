"""What the layers say about a region: woningen put on the map, and the facts that the rules need from it."""

from __future__ import annotations

from pathlib import Path

from data.lezen import lees_reistijden
from data.meldingen import Ernst, Melding
from data.regio import Regio
from geo.gebieden import vul_gebieden_aan
from geo.prikkelbronnen import lees_prikkelbronnen
from geo.reistijd import reistijden
from matcher.ligging import Ligging


def bekijk_kaart(regio: Regio, map_: Path) -> tuple[Regio, Ligging | None, tuple[Melding, ...]]:
    """The region with every woning in its wijk, and what the layers say; no facts when there is any fault."""
    aangevuld = vul_gebieden_aan(regio, map_)
    bronnen, over_bronnen = lees_prikkelbronnen(map_, regio.invoer)
    matrix, over_matrix = lees_reistijden(map_, regio)
    vormen = regio.instellingen.woonvormen
    gevraagd = [
        w for w in aangevuld.regio.woningen if w.woonvorm in vormen and vormen[w.woonvorm].reactietijd_min is not None
    ]
    tijden, over_wegen = reistijden(aangevuld.regio, gevraagd, map_, matrix)
    meldingen = (*aangevuld.meldingen, *over_bronnen, *over_matrix, *over_wegen)
    if any(melding.ernst is Ernst.FOUT for melding in meldingen):
        return aangevuld.regio, None, meldingen
    ligging = Ligging(reistijden=tijden, buurtcode=aangevuld.buurtcode, prikkelbronnen=bronnen)
    return aangevuld.regio, ligging, meldingen
