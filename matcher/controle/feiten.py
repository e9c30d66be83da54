"""``plekken.csv`` and ``reistijden.csv``: the facts that a batch was made with (contract par. 6 and 7)."""

from __future__ import annotations

import re
from collections.abc import Mapping

from matcher.controle.batchmap import Cellen
from matcher.controle.batchregels import Paar
from matcher.controle.bevinding import Bevinding
from matcher.controle.gegevens import Plek
from matcher.controle.omgeving import Omgeving
from matcher.controle.regio import Feit, keuze_wijken
from matcher.controle.reistijd import Reistijd, Reistijden, Sleutel
from matcher.controle.teksten import bevinding
from matcher.controle.toestand import Toestand

NIVEAUS = ("1", "2", "3", "4", "5")
GESTELD, ONBEKEND = "corporatie", "onbekend"
_MINUTEN = re.compile(r"([0-9]{1,9})(?:,([0-9]{1,2}))?")


def feiten(rijen: tuple[Cellen, ...]) -> Mapping[str, Feit]:
    """Take the facts that the input may leave to the maps."""
    return {
        cellen["plek"]: Feit(
            cellen["gemeentecode"],
            cellen["wijkcode"],
            int(cellen["prikkelniveau"]) if cellen["prikkelniveau"] in NIVEAUS else None,
        )
        for cellen in rijen
    }


def keur_plekken(toestand: Toestand, rijen: tuple[Cellen, ...], omgeving: Omgeving) -> list[Bevinding]:
    """See that the file holds the whole supply once, with the facts of the input."""
    bevindingen: list[Bevinding] = []
    gezien: set[str] = set()
    for cellen in rijen:
        plek = toestand.aanbod.get(cellen["plek"])
        if plek is None or plek.plek in gezien:
            bevindingen.append(bevinding("plekken", cellen["plek"], "plekken_extra"))
            continue
        gezien.add(plek.plek)
        mis = [kolom for kolom, goed in _plekfeiten(toestand, plek, cellen, omgeving).items() if not goed]
        bevindingen += [bevinding("plekken", plek.plek, "plekken_feit", kolom=kolom) for kolom in mis]
    mist = [naam for naam in toestand.aanbod if naam not in gezien]
    return bevindingen + [bevinding("plekken", naam, "plekken_mist") for naam in mist]


def _plekfeiten(toestand: Toestand, plek: Plek, cellen: Cellen, omgeving: Omgeving) -> Mapping[str, bool]:
    regio, (gemeente_gegeven, wijk_gegeven, niveau_gegeven) = toestand.regio, plek.gegeven
    wijk = regio.wijken.get(cellen["wijkcode"])
    if plek.benoemd:
        keuze = keuze_wijken(regio.wijken, gemeente_gegeven)
        volgens_kaart = omgeving.wijk_van(plek.plaats.punt, keuze) if plek.plaats.punt and not wijk_gegeven else None
        wijk_goed = wijk is not None and cellen["wijkcode"] == (volgens_kaart or plek.plaats.wijk)
    else:
        wijk_goed = cellen["wijkcode"] == ""
    gemeente_goed = cellen["gemeentecode"] == plek.plaats.gemeente and plek.plaats.gemeente in regio.gemeenten
    return {
        "soort": cellen["soort"] == ("woning" if plek.benoemd else "contingent"),
        "gemeentecode": gemeente_goed and (wijk is None or wijk.gemeente == cellen["gemeentecode"]),
        "wijkcode": wijk_goed,
        "prikkelniveau": _niveau_goed(toestand, plek, cellen["prikkelniveau"]),
        "prikkel_bron": _bron_goed(niveau_gegeven, cellen["prikkelniveau"], cellen["prikkel_bron"]),
        "vrij": cellen["vrij"] == str(toestand.vrij(plek)),
    }


def _niveau_goed(toestand: Toestand, plek: Plek, niveau: str) -> bool:
    if plek.gegeven[2]:
        return niveau == str(plek.prikkelniveau)
    afgeleid = toestand.regio.instellingen.afleiden and plek.benoemd
    return niveau == "" or (afgeleid and niveau in NIVEAUS)


def _bron_goed(gegeven: str, niveau: str, bron: str) -> bool:
    if gegeven:
        return bron == GESTELD
    return (bron == ONBEKEND) == (niveau == "") and bron not in ("", GESTELD)


def reistijden_van(rijen: tuple[Cellen, ...]) -> Mapping[Sleutel, Reistijd]:
    """Read the travel times of the batch; a row that cannot be read counts as unknown."""
    return {
        (cellen["aanbieder"], cellen["woning_id"]): Reistijd(_minuten(cellen["minuten"]), cellen["bron"])
        for cellen in rijen
    }


def _minuten(tekst: str) -> int | None:
    """Read minutes with a decimal comma as hundredths."""
    gevonden = _MINUTEN.fullmatch(tekst)
    return None if gevonden is None else int(gevonden[1]) * 100 + int((gevonden[2] or "").ljust(2, "0"))


def keur_reistijden(
    toestand: Toestand, rijen: tuple[Cellen, ...], reistijden: Reistijden, voorstellen: tuple[Paar, ...]
) -> list[Bevinding]:
    """Recompute what can be, and see that the time behind every proposal that needs one is there."""
    bevindingen: list[Bevinding] = []
    gezien: set[Sleutel] = set()
    for cellen in rijen:
        sleutel = (cellen["aanbieder"], cellen["woning_id"])
        onderwerp = " / ".join(sleutel)
        if sleutel in gezien:
            bevindingen.append(bevinding("reistijden", onderwerp, "reistijden_dubbel"))
        gezien.add(sleutel)
        leesbaar = cellen["minuten"] == "" or _minuten(cellen["minuten"]) is not None
        if not leesbaar or not reistijden.klopt(sleutel, Reistijd(_minuten(cellen["minuten"]), cellen["bron"])):
            bevindingen.append(bevinding("reistijden", onderwerp, "reistijden_rij"))
    vormen = toestand.regio.instellingen.woonvormen
    for mens, plek in voorstellen:
        nodig = plek.benoemd and vormen[plek.woonvorm].reactietijd is not None
        vast = (mens.id, plek.plek) in toestand.vast
        if nodig and not vast and mens.aanbieder and (mens.aanbieder, plek.plek) not in gezien:
            bevindingen.append(bevinding("reistijden", f"{mens.aanbieder} / {plek.plek}", "reistijden_mist"))
    return bevindingen
