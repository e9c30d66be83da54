"""Corruptions of U and R rules: the input changes under a proposal, so that just this rule is broken for the pair.

The certificate gets the new sums, as if the program had read the changed input and missed the rule.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import timedelta

from tests.controle.bederf import Slachtoffer, Verwacht, kies, soort
from tests.controle.kopie import Kopie

Greep = Callable[[Kopie, Slachtoffer], None]


def regel(
    code: str, naam: str = "", *, past: Callable[[Slachtoffer], bool] = lambda _: True
) -> Callable[[Greep], Greep]:
    """Register a corruption that breaks ``code`` for one proposal that fits."""

    def registreer(greep: Greep) -> Greep:
        @soort(f"{code} {naam}".strip())
        def bederf(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
            slachtoffer = kies(kopie, toeval, past)
            if slachtoffer is None:
                return None
            greep(kopie, slachtoffer)
            return Verwacht(code, slachtoffer.wie)

        return greep

    return registreer


def benoemd(slachtoffer: Slachtoffer) -> bool:
    """The plek is a woning."""
    return slachtoffer.benoemd


def met_vorm(*vormen: str) -> Callable[[Slachtoffer], bool]:
    """The plek has one of these woonvormen."""
    return lambda slachtoffer: slachtoffer.voorstel["woonvorm"] in vormen


def ver_weg(kopie: Kopie) -> str:
    """A day far past H."""
    return (kopie.datum + timedelta(days=400)).strftime("%d-%m-%Y")


def vorm_eis(kopie: Kopie, vorm: str, **eisen: object) -> None:
    """Give a woonvorm a demand in ``regels.toml``."""
    kopie.regels(lambda ruw: ruw.setdefault("woonvormen", {}).setdefault(vorm, {}).update(eisen))


@regel("U1")
def _u1(kopie: Kopie, s: Slachtoffer) -> None:
    kopie.regels(lambda ruw: ruw.setdefault("deelname", {}).update(uitgesloten_wet=["wlz"]))
    s.wijzig_mens(kopie, wet="wlz")


@regel("U2")
def _u2(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, leeftijd="17", geboortemaand="")


@regel("U2", "geboortemaand")
def _u2_maand(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, leeftijd="", geboortemaand=f"12-{kopie.datum.year - 17}")


@regel("U3")
def _u3(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, beschikbaar_vanaf=ver_weg(kopie))


@regel("U5")
def _u5(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, doorstroom="nee")
    kopie.erbij(
        "plaatsingen.csv",
        uitstromer_id=s.wie,
        gemeentecode=s.voorstel["gemeentecode"],
        woonvorm="bt_plus",
        zorgzwaarte="licht",
        datum_in=f"01-01-{kopie.datum.year - 1}",
    )


@regel("R01")
def _r01(kopie: Kopie, s: Slachtoffer) -> None:
    over = [vorm for vorm in s.mens["woonvormen"].split("|") if vorm != s.voorstel["woonvorm"]]
    anders = "gezinswoning" if s.voorstel["woonvorm"] != "gezinswoning" else "bt_plus"
    s.wijzig_mens(kopie, woonvormen="|".join(over) or anders)


@regel("R01", "eigen woning", past=benoemd)
def _r01_eigen(kopie: Kopie, s: Slachtoffer) -> None:
    plaats = {sleutel: s.voorstel[sleutel] for sleutel in ("woning_id", "gemeentecode", "woonvorm")}
    s.wijzig_mens(kopie, doorstroom="ja")
    s.wijzig_plek(kopie, aantal="9")
    begin = f"01-01-{kopie.datum.year - 1}"
    kopie.erbij("plaatsingen.csv", uitstromer_id=s.wie, zorgzwaarte="licht", datum_in=begin, **plaats)


@regel("R02", "een van")
def _r02(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, doelgroepen="")
    s.wijzig_plek(kopie, doelgroepen="ouderen|jongeren")


@regel("R02", "alle")
def _r02_alle(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, doelgroepen="ouderen")
    s.wijzig_plek(kopie, doelgroepen="", doelgroepen_vereist="ouderen|jongeren")


@regel("R03", "te jong")
def _r03(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, leeftijd="22", geboortemaand="")
    s.wijzig_plek(kopie, leeftijd_min="23", leeftijd_max="")


@regel("R03", "te oud")
def _r03_oud(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, leeftijd="28", geboortemaand="")
    s.wijzig_plek(kopie, leeftijd_min="", leeftijd_max="27")


@regel("R04", "te veel")
def _r04(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, personen_verwacht="4")
    s.wijzig_plek(kopie, min_personen="1", max_personen="3")


@regel("R04", "te weinig")
def _r04_min(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, personen_verwacht="", volwassenen="1", kinderen="1")
    s.wijzig_plek(kopie, min_personen="3", max_personen="5")


@regel("R05")
def _r05(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, toegankelijkheid="rolstoel")
    s.wijzig_plek(kopie, toegankelijkheid="rollator")


@regel("R06", "te druk")
def _r06(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, prikkelarm="vereist", prikkelniveau_max="")
    s.wijzig_plek(kopie, prikkelniveau="3")


@regel("R06", "onbekend")
def _r06_onbekend(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, prikkelarm="vereist", prikkelniveau_max="5")
    s.wijzig_plek(kopie, prikkelniveau="")
    kopie.regels(lambda ruw: ruw.setdefault("prikkel", {}).update(afleiden=False))
    kopie.wijzig("plekken.csv", lambda rij: rij["plek"] == s.naam, prikkelniveau="", prikkel_bron="onbekend")


@regel("R07")
def _r07(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, huur_max="499,99")
    s.wijzig_plek(kopie, huur="500")


@regel("R07", "onbekend")
def _r07_onbekend(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, huur_max="900")
    s.wijzig_plek(kopie, huur="")


@regel("R07", "jong")
def _r07_jong(kopie: Kopie, s: Slachtoffer) -> None:
    kopie.regels(lambda ruw: ruw.setdefault("huur", {}).update(jong_tot=23, jong_max=450))
    s.wijzig_mens(kopie, leeftijd="22", geboortemaand="", huur_max="")
    s.wijzig_plek(kopie, huur="450,01")


@regel("R08", past=benoemd)
def _r08(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_plek(kopie, beschikbaar_vanaf=ver_weg(kopie))


@regel("R09", "plek")
def _r09(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, duur_maanden="10")
    s.wijzig_plek(kopie, max_verblijf_maanden="9")


@regel("R09", "woonvorm")
def _r09_vorm(kopie: Kopie, s: Slachtoffer) -> None:
    vorm_eis(kopie, s.voorstel["woonvorm"], max_verblijf_maanden=11)
    s.wijzig_mens(kopie, duur_maanden="12")
    s.wijzig_plek(kopie, max_verblijf_maanden="24")


@regel("R10")
def _r10(kopie: Kopie, s: Slachtoffer) -> None:
    vorm_eis(kopie, s.voorstel["woonvorm"], zorgplan=True)
    s.wijzig_mens(kopie, zorgplan="")


@regel("R11", "geen aanbieder")
def _r11(kopie: Kopie, s: Slachtoffer) -> None:
    vorm_eis(kopie, s.voorstel["woonvorm"], convenantpartner=True)
    s.wijzig_mens(kopie, aanbieder="", uren="")


@regel("R11", "andere corporatie", past=lambda s: bool(s.mens["aanbieder"]))
def _r11_andere(kopie: Kopie, s: Slachtoffer) -> None:
    vorm_eis(kopie, s.voorstel["woonvorm"], convenantpartner=True)
    wie = s.mens["aanbieder"]
    kopie.wijzig("aanbieders.csv", lambda rij: rij["aanbieder"] == wie, corporaties="een-heel-andere")


@regel("R12", "geen aanbieder")
def _r12(kopie: Kopie, s: Slachtoffer) -> None:
    vorm_eis(kopie, s.voorstel["woonvorm"], reactietijd_min=30)
    s.wijzig_mens(kopie, aanbieder="", uren="")


@regel("R12", "te ver", past=lambda s: benoemd(s) and bool(s.mens["aanbieder"]))
def _r12_ver(kopie: Kopie, s: Slachtoffer) -> None:
    for laag in ("geo/wegen.gpkg", "geo/wegen.geojson", "geo/reistijden.csv"):
        kopie.zonder(laag)
    vorm_eis(kopie, s.voorstel["woonvorm"], reactietijd_min=29.99)
    # 30 minutes: 30 * 500 / 1.25 = 12,000 metres from the only base
    kopie.regels(lambda ruw: ruw.setdefault("reistijd", {}).update(omweg=1.25, m_per_min=500))
    kopie.wijzig("aanbieders.csv", lambda rij: rij["aanbieder"] == s.mens["aanbieder"], x="80000", y="450000")
    kopie.schrijf("aanbieder_teams.csv", [{"aanbieder": s.mens["aanbieder"], "x": "80000", "y": "480000"}])
    s.wijzig_plek(kopie, x="92000", y="450000")


@regel("R12", "contingent", past=lambda s: not s.benoemd)
def _r12_contingent(kopie: Kopie, s: Slachtoffer) -> None:
    vorm_eis(kopie, s.voorstel["woonvorm"], reactietijd_min=9999)


@regel("R13")
def _r13(kopie: Kopie, s: Slachtoffer) -> None:
    vorm_eis(kopie, s.voorstel["woonvorm"], zorg24=True)
    s.wijzig_plek(kopie, zorg24="")


@regel("R14", "gemeente")
def _r14(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, uitsluiting_gebieden=f"GM9998|{s.voorstel['gemeentecode']}", uitsluiting_tot="")


@regel("R14", "wijk", past=benoemd)
def _r14_wijk(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, uitsluiting_gebieden=s.voorstel["wijkcode"], uitsluiting_tot="")


@regel("R14", "alle wijken", past=lambda s: not s.benoemd)
def _r14_alle(kopie: Kopie, s: Slachtoffer) -> None:
    gemeente = s.voorstel["gemeentecode"]
    wijken = [rij["wijkcode"] for rij in kopie.lees("wijken.csv") if rij["gemeentecode"] == gemeente]
    s.wijzig_mens(kopie, uitsluiting_gebieden="|".join(wijken), uitsluiting_tot="")


@regel("R15", past=benoemd)
def _r15(kopie: Kopie, s: Slachtoffer) -> None:
    x, y = s.xy
    s.wijzig_plek(kopie, x=str(x), y=str(y))
    # a 3-4-5 triangle: exactly 50 metres, just within 50,01
    s.wijzig_mens(kopie, uitsluiting_punten=f"{x + 30} {y + 40} 50,01", uitsluiting_tot="")


@regel("R15", "plaats onbekend", past=lambda s: benoemd(s) and bool(s.plek["wijkcode"]))
def _r15_onbekend(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_plek(kopie, x="", y="")
    s.wijzig_mens(kopie, uitsluiting_punten="1000 1000 1", uitsluiting_tot="")


@regel("R16")
def _r16(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, huisdier="ja")
    s.wijzig_plek(kopie, huisdier="nee")


@regel("R17")
def _r17(kopie: Kopie, s: Slachtoffer) -> None:
    plek = {"woning_id" if s.benoemd else "contingent_id": s.naam}
    tot = kopie.datum.strftime("%d-%m-%Y")
    kopie.erbij("afspraken.csv", uitstromer_id=s.wie, soort="verbod", reden="afspraak", tot=tot, **plek)


@regel("R18", past=benoemd)
def _r18(kopie: Kopie, s: Slachtoffer) -> None:
    vorm_eis(kopie, s.voorstel["woonvorm"], vangnet=True)
    kopie.wijzig("wijken.csv", lambda rij: rij["wijkcode"] == s.voorstel["wijkcode"], vangnet="nee")


@regel("R18", "contingent", past=lambda s: not s.benoemd)
def _r18_contingent(kopie: Kopie, s: Slachtoffer) -> None:
    vorm_eis(kopie, s.voorstel["woonvorm"], vangnet=True)


@regel("R19", past=lambda s: benoemd(s) and bool(s.plek["wijkcode"]))
def _r19(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_plek(kopie, x="", y="")
    s.wijzig_mens(kopie, vermijden="horeca 200")


@regel("R20")
def _r20(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, zorgzwaarte="zwaar")
    s.wijzig_plek(kopie, zorgzwaarte_max="midden")


@regel("R21")
def _r21(kopie: Kopie, s: Slachtoffer) -> None:
    s.wijzig_mens(kopie, overlastrisico="ja", overlast_tot=kopie.datum.strftime("%d-%m-%Y"))
    s.wijzig_plek(kopie, overlast="nee")


@regel("R22")
def _r22(kopie: Kopie, s: Slachtoffer) -> None:
    kopie.regels(lambda ruw: ruw.setdefault("passend", {}).update(minimum=int(s.voorstel["passend"]) + 1))
