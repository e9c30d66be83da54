"""The limits that K1..K9 and K11 put on the pairs of a region, by name (docs/bewijs.md, "The limits by name").

Options are the pairs that may be chosen, in the order of uitstromer_id and plek. From the contract (par. 4) alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from matcher.controle.batchregels import Batchregels, Buurschap, Paar
from matcher.controle.batchregels import Grens as Boekgrens
from matcher.controle.bewijsvraag import Grens
from matcher.controle.cellen import Getal
from matcher.controle.gegevens import Complexsleutel, Plaats, Plek, Uitstromer
from matcher.controle.nabijheid import Nabijheid
from matcher.controle.toestand import Toestand

AANWEZIG = "al aanwezig"
"""What a limit is named after that looks at who is there already. No id holds a space."""

UUR = 100
"""Hours are counted in hundredths."""


@dataclass(frozen=True)
class Opties:
    """The pairs that may be chosen, by person and by plek."""

    toestand: Toestand
    paren: Sequence[Paar]

    @cached_property
    def van_mens(self) -> Mapping[str, list[int]]:
        """The options of each person who has any."""
        return _groepen([mens.id for mens, _ in self.paren])

    @cached_property
    def van_plek(self) -> Mapping[str, list[int]]:
        """The options of each plek that has any."""
        return _groepen([plek.plek for _, plek in self.paren])

    @cached_property
    def mensen(self) -> Mapping[str, Uitstromer]:
        """Who has options."""
        return {mens.id: mens for mens, _ in self.paren}

    @cached_property
    def plekken(self) -> Mapping[str, Plek]:
        """Which plekken have options."""
        return {plek.plek: plek for _, plek in self.paren}


def _groepen(namen: Sequence[str]) -> dict[str, list[int]]:
    groepen: dict[str, list[int]] = defaultdict(list)
    for optie, naam in enumerate(namen):
        groepen[naam].append(optie)
    return groepen


def grenzen(opties: Opties) -> dict[str, Grens]:
    """All limits over the options."""
    alle: dict[str, Grens] = {f"K1:{mens}": _hoogstens(1, leden) for mens, leden in opties.van_mens.items()}
    alle.update(_optellend(opties))
    alle.update(_k7(opties))
    alle.update(_k8(opties))
    alle.update(_k11(opties))
    return alle


def _hoogstens(hoogst: int, leden: Sequence[int]) -> Grens:
    return Grens(leden, (1,) * len(leden), hoogst)


# -- what adds up: K2..K6, K9 and the row limit of K8 -----------------------------------------------------------------


def _optellend(opties: Opties) -> Iterator[tuple[str, Grens]]:
    boek = Batchregels(opties.toestand, ())
    leden: dict[Boekgrens, dict[int, Getal]] = defaultdict(dict)
    for optie, (mens, plek) in enumerate(opties.paren):
        for grens, deel in boek.bijdragen(mens, plek):
            leden[grens][optie] = deel
    for grens, delen in leden.items():
        maat = UUR if grens[0] == "K9" else 1
        getallen = [getal * maat for getal in (boek.ruimte[grens], *delen.values())]
        if all(getal.denominator == 1 for getal in getallen):  # smaller parts are a fault of the region
            hoogst, *gewichten = (getal.numerator for getal in getallen)
            yield _naam(grens), Grens(list(delen), gewichten, hoogst)


def _naam(grens: Boekgrens) -> str:
    code, wat = grens
    soort, _, wijk = wat.partition(" ")
    if code == "K5":
        return f"K5:{wijk}:instroom" if soort == "instroom" else f"K5:{wijk}"
    return f"{code}:{wat}"


# -- K7 ---------------------------------------------------------------------------------------------------------------


def _k7(opties: Opties) -> Iterator[tuple[str, Grens]]:
    toestand = opties.toestand
    druk = {mens.id for mens in opties.mensen.values() if toestand.overlast(mens)}
    rust = {mens.id for mens in opties.mensen.values() if mens.prikkelarm == "vereist"}
    hier: dict[Complexsleutel, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for optie, (mens, plek) in enumerate(opties.paren):
        if plek.plaats.complex is not None and (mens.id in druk or mens.id in rust):
            hier[plek.plaats.complex][mens.id].append(optie)
    plaatsen: dict[Complexsleutel | None, int] = defaultdict(int)
    for plek in opties.plekken.values():
        plaatsen[plek.plaats.complex] += toestand.vrij(plek)
    for sleutel, mensen in hier.items():
        if not _bestendig(opties, sleutel):
            naam = f"K7:{' '.join(sleutel)}"
            yield from _naast_bewoners(opties, naam, sleutel, mensen, druk, rust)
            yield from _naast_nieuwen(naam, mensen, druk, rust, plaatsen[sleutel])


def _bestendig(opties: Opties, sleutel: Complexsleutel) -> bool:
    complex_ = opties.toestand.regio.complexen.get(sleutel[1]) if sleutel[0] == "complex" else None
    return complex_ is not None and complex_.overlastbestendig


def _naast_bewoners(
    opties: Opties,
    naam: str,
    sleutel: Complexsleutel,
    mensen: Mapping[str, list[int]],
    druk: set[str],
    rust: set[str],
) -> Iterator[tuple[str, Grens]]:
    """Nobody new beside somebody else who is there and with whom it does not go together."""
    aanwezig = [p for p in opties.toestand.aanwezig if p.plaats.complex == sleutel]
    met_rust = {p.uitstromer for p in aanwezig if p.prikkelarm == "vereist"}
    met_overlast = {p.uitstromer for p in aanwezig if p.overlastrisico}
    for mens, leden in mensen.items():
        if (mens in druk and met_rust - {mens}) or (mens in rust and met_overlast - {mens}):
            yield f"{naam}:{mens}:{AANWEZIG}", _hoogstens(0, leden)


def _naast_nieuwen(
    naam: str, mensen: Mapping[str, list[int]], druk: set[str], rust: set[str], plaatsen: int
) -> Iterator[tuple[str, Grens]]:
    """Someone of the smaller side, or others of the other side.

    Those others are at most as many as there are (K1) and as the rows give (K2): so many does that person weigh.
    """
    kanten = [[mens for mens in mensen if mens in druk], [mens for mens in mensen if mens in rust]]
    kant, overkant = sorted(kanten, key=len)
    for mens in kant:
        anderen = [ander for ander in overkant if ander != mens]
        if anderen:
            maat = min(len(anderen), plaatsen)
            weegt = dict.fromkeys(mensen[mens], maat)
            weegt.update((optie, 1) for ander in anderen for optie in mensen[ander])
            leden = sorted(weegt)
            yield f"{naam}:{mens}", Grens(leden, [weegt[optie] for optie in leden], maat)


# -- K8: distance; its row limit adds up ------------------------------------------------------------------------------


def _k8(opties: Opties) -> Iterator[tuple[str, Grens]]:
    buurschap = Buurschap(opties.toestand)
    for naam, plek in opties.plekken.items():
        if not plek.benoemd:
            continue
        if buurschap.bewoond(plek):
            yield f"K8:{naam}:{AANWEZIG}", _hoogstens(0, opties.van_plek[naam])
        for ander in buurschap.rijen(plek):
            if naam < ander and ander in opties.plekken:
                leden = sorted([*opties.van_plek[naam], *opties.van_plek[ander]])
                yield f"K8:{naam}:{ander}", _hoogstens(1, leden)


# -- K11 --------------------------------------------------------------------------------------------------------------


def _k11(opties: Opties) -> Iterator[tuple[str, Grens]]:
    toestand = opties.toestand
    verboden = defaultdict(list)
    for verbod in toestand.regio.contactverboden:
        if verbod.tot is None or verbod.tot >= toestand.datum:
            een, ander = sorted((verbod.a, verbod.b))
            verboden[een, ander].append(verbod)
    if not verboden:
        return
    aanwezig: dict[str, list[Plaats]] = defaultdict(list)
    for plaatsing in toestand.aanwezig:
        aanwezig[plaatsing.uitstromer].append(plaatsing.plaats)
    for (een, ander), regels in verboden.items():
        van_een, van_ander = opties.van_mens.get(een, []), opties.van_mens.get(ander, [])
        plaatsen_een, plaatsen_ander = _plaatsen(opties, van_een), _plaatsen(opties, van_ander)
        dicht = Nabijheid(plaatsen_een, plaatsen_ander).te_nabij(regels)
        gelijken: dict[bytes, list[int]] = defaultdict(list)
        for nummer in np.flatnonzero(dicht.any(axis=1)).tolist():
            gelijken[dicht[nummer].tobytes()].append(nummer)
        for volgnummer, nummers in enumerate(gelijken.values()):
            leden = [van_een[nummer] for nummer in nummers]
            leden += [van_ander[nummer] for nummer in np.flatnonzero(dicht[nummers[0]]).tolist()]
            yield f"K11:{een}:{ander}#{volgnummer}", _hoogstens(1, sorted(leden))
        for ik, mijn, mijn_plaatsen, wie in (
            (een, van_een, plaatsen_een, ander),
            (ander, van_ander, plaatsen_ander, een),
        ):
            te_dicht = np.flatnonzero(Nabijheid(mijn_plaatsen, aanwezig[wie]).te_nabij(regels).any(axis=1)).tolist()
            if te_dicht:
                yield f"K11:{ik}:{wie}:{AANWEZIG}", _hoogstens(0, [mijn[nummer] for nummer in te_dicht])


def _plaatsen(opties: Opties, leden: Sequence[int]) -> list[Plaats]:
    return [opties.paren[optie][1].plaats for optie in leden]
