"""The independent check of a batch, from the contract alone: read, recompute, compare."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from matcher.controle.batchmap import Batchmap, Cellen, lees_batchmap
from matcher.controle.batchregels import Batchregels, Paar
from matcher.controle.bevinding import Bevinding
from matcher.controle.cellen import TwijfelError
from matcher.controle.certificaat import (
    Certificaat,
    keur_certificaat,
    keur_invoer,
    keur_niveaus,
    lees_certificaat,
)
from matcher.controle.feiten import feiten, keur_plekken, keur_reistijden, reistijden_van
from matcher.controle.gegevens import Plek, Regio, Uitstromer
from matcher.controle.keuring import Niveaubewijs, Stuk, keur_bewijs
from matcher.controle.niveaus import niveaus
from matcher.controle.omgeving import Omgeving, lees_omgeving
from matcher.controle.paar import Paarregels
from matcher.controle.regio import Herkenning, lees_regio
from matcher.controle.reistijd import Reistijden, Wegennet, lees_wegennet
from matcher.controle.teksten import bevinding, regel
from matcher.controle.toestand import Toestand
from matcher.controle.velden import keur_velden, keur_voorstelnummers

_ALTIJD = frozenset({"R14", "R15", "R17", "R19"})
"""Rules that a fixed pair breaks only when ``ondanks`` names them (K10)."""


@dataclass(frozen=True, slots=True)
class Voorstel:
    """A row of ``voorstellen.csv`` with the person and the plek that it names, as far as they exist."""

    cellen: Cellen
    mens: Uitstromer | None
    plek: Plek | None

    @property
    def paar(self) -> Paar | None:
        """The pair, where both sides are known."""
        return None if self.mens is None or self.plek is None else (self.mens, self.plek)

    @property
    def onderwerp(self) -> str:
        """The pair, by its ids."""
        return f"{self.cellen['uitstromer_id']} / {self.cellen['woning_id'] or self.cellen['contingent_id']}"


@dataclass(frozen=True, slots=True)
class Onderzoek:
    """What the checker found, in a fixed order, and how each level was shown to be the best (none with findings)."""

    bevindingen: tuple[Bevinding, ...]
    niveaus: tuple[Niveaubewijs, ...] = ()

    def als_gegevens(self) -> dict[str, object]:
        """Give the same for another program (``--json``)."""
        return {
            "goed": not self.bevindingen,
            "bevindingen": [{"code": b.code, "onderwerp": b.onderwerp, "tekst": b.tekst} for b in self.bevindingen],
            "niveaus": [{"naam": n.naam, "hoe": n.hoe, "gevallen": n.gevallen, "tekst": n.tekst} for n in self.niveaus],
        }


def controleer(regio_map: Path, batch_map: Path) -> tuple[Bevinding, ...]:
    """Check a batch folder against the region folder that it was made from; none means that the batch is sound."""
    return onderzoek_batch(regio_map, batch_map).bevindingen


def onderzoek_batch(regio_map: Path, batch_map: Path) -> Onderzoek:
    """Check a batch folder, and verify its proof when all else is sound.

    Raises nothing for bad content: whatever cannot be read or recomputed is a finding as well.
    """
    batch = lees_batchmap(batch_map)
    certificaat, gevonden = lees_certificaat(batch_map)
    bevindingen = [*batch.bevindingen, *gevonden]
    stuk: Stuk | None = None
    if certificaat is not None:
        bevindingen += keur_certificaat(certificaat, batch_map)
        invoer = keur_invoer(regio_map, certificaat)
        bevindingen += invoer.bevindingen
        if not invoer.veranderd:  # against other input than the batch was made from, all else would be noise
            verder, stuk = _nagerekend(regio_map, batch, certificaat)
            bevindingen += verder
    if bevindingen or stuk is None:
        return Onderzoek(tuple(sorted(set(bevindingen))))
    tekorten, niveaus = keur_bewijs(batch_map, stuk)
    return Onderzoek(tuple(tekorten), () if tekorten else niveaus)


def _nagerekend(regio_map: Path, batch: Batchmap, certificaat: Certificaat) -> tuple[list[Bevinding], Stuk | None]:
    """Read the region and recompute everything that the batch says."""
    omgeving = lees_omgeving(regio_map)
    plekfeiten = feiten(batch.tabellen["plekken.csv"] or ())
    regio, twijfels = lees_regio(regio_map, Herkenning(plekfeiten, omgeving.wijk_van))
    wegennet = None
    try:
        wegennet = lees_wegennet(regio_map)
    except TwijfelError as twijfel:
        twijfels = (*twijfels, twijfel.plaats)
    if regio is None or wegennet is None:
        return [bevinding("invoer", plaats, "invoer_twijfel") for plaats in twijfels], None
    return _vergeleken(Toestand(regio, certificaat.datum), omgeving, wegennet, batch, certificaat)


def _vergeleken(
    toestand: Toestand, omgeving: Omgeving, wegennet: Wegennet, batch: Batchmap, certificaat: Certificaat
) -> tuple[list[Bevinding], Stuk | None]:
    regio, tabellen = toestand.regio, batch.tabellen
    reistijden = Reistijden(regio, wegennet, reistijden_van(tabellen["reistijden.csv"] or ()))
    paarregels = Paarregels(toestand, reistijden, omgeving)
    plekken = tabellen["plekken.csv"]
    bevindingen = [] if plekken is None else keur_plekken(toestand, plekken, omgeving)
    if tabellen["voorstellen.csv"] is None:
        return bevindingen, None
    voorstellen = [_voorstel(regio, cellen) for cellen in tabellen["voorstellen.csv"]]
    heel = tuple(voorstel.paar for voorstel in voorstellen if voorstel.paar is not None)
    batchregels = Batchregels(toestand, heel)
    for voorstel in voorstellen:
        bevindingen += _keur_voorstel(voorstel, paarregels)
        bevindingen += keur_velden(toestand, voorstel.cellen, voorstel.mens, voorstel.plek, certificaat.batch_id)
    bevindingen += keur_voorstelnummers(tabellen["voorstellen.csv"])
    bevindingen += _keur_samen(voorstellen, batchregels)
    waarden = niveaus(toestand, heel, certificaat.seed)
    bevindingen += keur_niveaus(certificaat, waarden)
    if tabellen["reistijden.csv"] is not None:
        bevindingen += keur_reistijden(toestand, tabellen["reistijden.csv"], reistijden, heel)
    if tabellen["niet_geplaatst.csv"] is not None:
        bevindingen += _keur_telling(regio, voorstellen, tabellen["niet_geplaatst.csv"])
        bevindingen += _keur_redenen(tabellen["niet_geplaatst.csv"], voorstellen, paarregels, batchregels)
    return bevindingen, Stuk(paarregels, certificaat, waarden)


def _voorstel(regio: Regio, cellen: Cellen) -> Voorstel:
    naam = cellen["contingent_id"] if cellen["soort"] == "contingent" else cellen["woning_id"]
    plek = regio.plekken.get(naam)
    hoort = plek is not None and plek.benoemd == (cellen["soort"] == "woning")
    return Voorstel(cellen, regio.uitstromers.get(cellen["uitstromer_id"]), plek if hoort else None)


def _keur_voorstel(voorstel: Voorstel, paarregels: Paarregels) -> list[Bevinding]:
    """Hold one proposal against U and R; a fixed pair skips what K10 says."""
    toestand, onderwerp = paarregels.toestand, voorstel.onderwerp
    mens, plek = voorstel.mens, voorstel.plek
    bevindingen = []
    uitsluiting = toestand.uitsluiting(mens) if mens is not None else None
    if uitsluiting is not None:
        bevindingen.append(regel(uitsluiting, onderwerp))
    kolom = "contingent_id" if voorstel.cellen["soort"] == "contingent" else "woning_id"
    if plek is None or (plek.plek not in paarregels.nummer and toestand.vrij(plek) > 0):
        bevindingen.append(bevinding(f"veld:{kolom}", onderwerp, "veld_plek"))
    elif mens is not None and plek.plek in paarregels.nummer:
        ondanks = toestand.vast.get((mens.id, plek.plek))
        gebroken = paarregels.gebroken(mens, plek)
        telt = gebroken if ondanks is None else [code for code in gebroken if code in _ALTIJD - ondanks]
        bevindingen += [regel(code, onderwerp) for code in telt]
    return bevindingen


def _keur_samen(voorstellen: list[Voorstel], batchregels: Batchregels) -> list[Bevinding]:
    """Hold all proposals together against K1..K11."""
    aantallen = Counter(voorstel.cellen["uitstromer_id"] for voorstel in voorstellen)
    bevindingen = [regel("K1", mens) for mens, aantal in aantallen.items() if aantal > 1]
    bevindingen += [regel(code, wat) for code, wat in batchregels.overschreden()]
    bevindingen += [regel(code, f"{mens.id} / {plek.plek}") for code, mens, plek in batchregels.botsingen()]
    toestand = batchregels.toestand
    gekozen = {(mens.id, plek.plek) for mens, plek in batchregels.voorstellen}
    for mens, plek in sorted(toestand.vast):
        staat_op_de_lijst = mens in toestand.regio.uitstromers  # else a plaatsing knows them, which is a note (par. 1)
        if staat_op_de_lijst and (mens, plek) not in gekozen and not toestand.vervuld(mens, plek):
            bevindingen.append(regel("K10", f"{mens} / {plek}"))
    return bevindingen


def _keur_telling(regio: Regio, voorstellen: list[Voorstel], niet_geplaatst: tuple[Cellen, ...]) -> list[Bevinding]:
    """See that everyone is accounted for exactly once."""
    telling = Counter(voorstel.cellen["uitstromer_id"] for voorstel in voorstellen)
    telling.update(cellen["uitstromer_id"] for cellen in niet_geplaatst)
    namen = {mens: "telling_niet" for mens in regio.uitstromers if not telling[mens]}
    namen |= {mens: "telling_dubbel" for mens, aantal in telling.items() if aantal > 1}
    namen |= {mens: "telling_onbekend" for mens in telling if mens not in regio.uitstromers}
    return [bevinding("telling", mens, tekst) for mens, tekst in namen.items()]


def _keur_redenen(
    niet_geplaatst: tuple[Cellen, ...],
    voorstellen: list[Voorstel],
    paarregels: Paarregels,
    batchregels: Batchregels,
) -> list[Bevinding]:
    """Recompute the status and the code of everyone without a place."""
    bevindingen = []
    geplaatst = {voorstel.cellen["uitstromer_id"] for voorstel in voorstellen}
    for cellen in niet_geplaatst:
        mens = paarregels.regio.uitstromers.get(cellen["uitstromer_id"])
        if not cellen["toelichting"]:
            bevindingen.append(bevinding("veld:toelichting", cellen["uitstromer_id"], "veld", kolom="toelichting"))
        if mens is None or mens.id in geplaatst:
            continue
        status, code = reden(mens, paarregels, batchregels)
        if mens.id in paarregels.onzeker:
            continue
        if cellen["status"] != status:
            bevindingen.append(bevinding("status", mens.id, "status", nagerekend=status))
        elif cellen["code"] != code:
            bevindingen.append(bevinding("code", mens.id, "code", nagerekend=code))
    return bevindingen


def reden(mens: Uitstromer, paarregels: Paarregels, batchregels: Batchregels) -> tuple[str, str]:
    """Give the status and the code of someone without a place."""
    uitsluiting = paarregels.toestand.uitsluiting(mens)
    if uitsluiting is not None:
        return "uitgesloten", uitsluiting
    oordeel = paarregels.oordeel(mens)
    if not oordeel.mogelijk:
        return "geen_passend_aanbod", oordeel.code
    return "verdrongen", "|".join(batchregels.minste(mens, oordeel.mogelijk)) or "-"
