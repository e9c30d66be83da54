"""The columns of ``voorstellen.csv`` that can be recomputed (contract par. 6)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from matcher.controle.batchmap import Cellen
from matcher.controle.bevinding import Bevinding
from matcher.controle.gegevens import Plek, Uitstromer
from matcher.controle.passend import passend
from matcher.controle.teksten import bevinding
from matcher.controle.toestand import Toestand

_VOORSTEL_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,79}")


def keur_velden(
    toestand: Toestand, cellen: Cellen, mens: Uitstromer | None, plek: Plek | None, batch_id: str
) -> list[Bevinding]:
    """Compare the cells of one proposal with what they must be."""
    onderwerp = cellen["voorstel_id"] or cellen["uitstromer_id"]
    mis = [kolom for kolom, goed in _los(cellen, batch_id).items() if not goed]
    if plek is not None:
        mis += [kolom for kolom, goed in _van_plek(plek).items() if cellen[kolom] != goed]
    if mens is not None:
        mis += [kolom for kolom, goed in _van_mens(toestand, mens).items() if cellen[kolom] != goed]
    if mens is not None and plek is not None:
        goed = {
            "passend": str(passend(toestand.regio, mens, plek)),
            "ingangsdatum": _nl(ingangsdatum(toestand, mens, plek)),
        }
        mis += [kolom for kolom, waarde in goed.items() if cellen[kolom] != waarde]
    return [bevinding(f"veld:{kolom}", onderwerp, "veld", kolom=kolom) for kolom in mis]


def keur_voorstelnummers(rijen: tuple[Cellen, ...]) -> list[Bevinding]:
    """See that no two proposals carry one number, whatever the case."""
    gezien: set[str] = set()
    dubbel = []
    for cellen in rijen:
        nummer = cellen["voorstel_id"].casefold()
        if nummer in gezien:
            dubbel.append(bevinding("veld:voorstel_id", cellen["voorstel_id"], "veld", kolom="voorstel_id"))
        gezien.add(nummer)
    return dubbel


def _los(cellen: Cellen, batch_id: str) -> Mapping[str, bool]:
    return {
        "batch_id": cellen["batch_id"] == batch_id,
        "voorstel_id": _VOORSTEL_ID.fullmatch(cellen["voorstel_id"]) is not None,
        "soort": cellen["soort"] in ("woning", "contingent"),
        "motivering": bool(cellen["motivering"].strip()),
    }


def _van_plek(plek: Plek) -> Mapping[str, str]:
    return {
        "woning_id": plek.plek if plek.benoemd else "",
        "contingent_id": plek.contingent or "",
        "corporatie": plek.corporatie,
        "gemeentecode": plek.plaats.gemeente,
        "wijkcode": plek.plaats.wijk or "",
        "complex_id": plek.complex_id or "",
        "woonvorm": plek.woonvorm,
    }


def _van_mens(toestand: Toestand, mens: Uitstromer) -> Mapping[str, str]:
    wacht = (toestand.datum - mens.wachtend_sinds).days
    return {
        "urgentie": mens.urgentie,
        "wachtdagen": str(max(0, wacht)),
        "komt_vrij": "|".join(sorted(toestand.eigen(mens.id))),
    }


def ingangsdatum(toestand: Toestand, mens: Uitstromer, plek: Plek) -> date:
    """Give the day that the proposal takes effect."""
    dagen = [toestand.datum, mens.beschikbaar or toestand.datum]
    if plek.benoemd:
        dagen.append(plek.beschikbaar or toestand.datum)
        dagen += toestand.vertrek.get(plek.plek, ())
    return max(dagen)


def _nl(dag: date) -> str:
    return f"{dag.day:02d}-{dag.month:02d}-{dag.year:04d}"
