"""Corruptions of the K rules: a limit shrinks under the proposals, or someone new stands in the way."""

from __future__ import annotations

import random
from datetime import date, timedelta

from tests.controle.bederf import Slachtoffer, Verwacht, kies, slachtoffers, soort
from tests.controle.bederf_paar import benoemd, vorm_eis
from tests.controle.kopie import Kopie, Rij


def nl(dag: date) -> str:
    """A day as a Dutch office writes it."""
    return dag.strftime("%d-%m-%Y")


def tijdelijk(kopie: Kopie, s: Slachtoffer, **cellen: str) -> None:
    """A stranger who is present at the plek, but leaves before H: seen by K7 and K11 alone."""
    kopie.erbij(
        "plaatsingen.csv",
        **{
            "uitstromer_id": "Z-vreemd",
            "gemeentecode": s.voorstel["gemeentecode"],
            "woonvorm": "tussenvoorziening",
            "zorgzwaarte": "licht",
            "datum_in": f"01-01-{kopie.datum.year - 1}",
            "datum_uit": nl(kopie.datum + timedelta(days=1)),
            **cellen,
        },
    )


def zonder_verhuizers(kopie: Kopie) -> None:
    """Make every placement someone else's, so that nothing is given back; levels and codes may shift, limits not."""
    voorgesteld = {rij["uitstromer_id"] for rij in kopie.lees("voorstellen.csv")}
    rijen = kopie.lees("plaatsingen.csv")
    for nummer, rij in enumerate(rijen):
        if rij["uitstromer_id"] in voorgesteld:
            rij["uitstromer_id"] = f"Z-ander{nummer}"
    if rijen:
        kopie.schrijf("plaatsingen.csv", rijen)


@soort("K1")
def _k1(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval)
    if s is None:
        return None
    kopie.erbij("voorstellen.csv", **(s.voorstel | {"voorstel_id": "nog-een-keer"}))
    return Verwacht("K1", s.wie)


@soort("K2 aantal omlaag")
def _k2(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, benoemd)
    if s is None:
        return None
    zonder_verhuizers(kopie)
    s.wijzig_plek(kopie, aantal="0")
    return Verwacht("K2", s.naam)


@soort("K2 twee op een plaats")
def _k2_erbij(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    vrij = {rij["plek"]: int(rij["vrij"]) for rij in kopie.lees("plekken.csv")}
    s = kies(kopie, toeval, lambda s: benoemd(s) and vrij[s.naam] == 1)
    ander = kies(kopie, toeval, lambda a: s is not None and a.wie != s.wie and a.naam != s.naam)
    if s is None or ander is None:
        return None
    plek = {kolom: s.voorstel[kolom] for kolom in _VAN_PLEK}
    kopie.wijzig("voorstellen.csv", lambda rij: rij["uitstromer_id"] == ander.wie, **plek)
    return Verwacht("K2", s.naam)


_VAN_PLEK = (
    "soort",
    "woning_id",
    "contingent_id",
    "corporatie",
    "gemeentecode",
    "wijkcode",
    "complex_id",
    "woonvorm",
)


@soort("K3")
def _k3(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, lambda s: bool(s.voorstel["contingent_id"]))
    if s is None:
        return None
    contingent = s.voorstel["contingent_id"]
    kopie.wijzig("contingenten.csv", lambda rij: rij["contingent_id"] == contingent, aantal="0")
    return Verwacht("K3", contingent)


@soort("K4 opgave")
def _k4(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, lambda s: s.voorstel["woonvorm"] != "tussenvoorziening")
    if s is None:
        return None
    kopie.regels(lambda ruw: ruw.setdefault("spreiding", {}).update(vrij=[], speling=0))
    vorm_eis(kopie, s.voorstel["woonvorm"], telt_mee=True)
    rijen = kopie.lees("gemeenten.csv")
    gemeente = s.voorstel["gemeentecode"]
    kopie.schrijf(
        "gemeenten.csv", [rij | {"opgave": "0" if rij["gemeentecode"] == gemeente else "999"} for rij in rijen]
    )
    return Verwacht("K4", gemeente)


@soort("K4 jaaropgave")
def _k4_jaar(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, lambda s: s.voorstel["woonvorm"] != "tussenvoorziening")
    gemeenten = kopie.lees("gemeenten.csv")
    if s is None or not gemeenten[0].get("aandeel"):
        return None
    vorm_eis(kopie, s.voorstel["woonvorm"], telt_mee=True)
    kopie.regels(lambda ruw: ruw.setdefault("spreiding", {}).update(vrij=[], speling=0, jaaropgave=0))
    kopie.schrijf("gemeenten.csv", [rij | {"opgave": ""} for rij in gemeenten])
    return Verwacht("K4", s.voorstel["gemeentecode"])


@soort("K5 draagkracht")
def _k5(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, benoemd)
    if s is None:
        return None
    zonder_verhuizers(kopie)
    wijk = s.voorstel["wijkcode"]
    kopie.wijzig("wijken.csv", lambda rij: rij["wijkcode"] == wijk, draagkracht="3", voorbelasting="3")
    return Verwacht("K5", f"draagkracht {wijk}")


@soort("K5 instroom")
def _k5_instroom(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, benoemd)
    if s is None:
        return None
    kopie.wijzig("wijken.csv", lambda rij: rij["wijkcode"] == s.voorstel["wijkcode"], instroom_max="0")
    return Verwacht("K5", f"instroom {s.voorstel['wijkcode']}")


@soort("K6")
def _k6(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, benoemd)
    if s is None:
        return None
    zonder_verhuizers(kopie)
    complex_id = s.voorstel["complex_id"] or "CX-nieuw"
    s.wijzig_plek(kopie, complex_id=complex_id)
    over = [rij for rij in kopie.lees("complexen.csv") if rij["complex_id"] != complex_id]
    kopie.schrijf("complexen.csv", [*over, {"complex_id": complex_id, "max_plaatsingen": "0"}])
    return Verwacht("K6", complex_id)


def _niet_bestendig(kopie: Kopie) -> None:
    kopie.wijzig("complexen.csv", lambda _: True, overlastbestendig="nee")


@soort("K7 met wie er woont")
def _k7(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, benoemd)
    if s is None:
        return None
    _niet_bestendig(kopie)
    ik, ander = toeval.choice([("ja", "vereist"), ("nee", "nee")]), {}
    s.wijzig_mens(kopie, overlastrisico=ik[0], overlast_tot="", prikkelarm="vereist" if ik[0] == "nee" else "nee")
    ander = {"prikkelarm": ik[1], "overlastrisico": "nee" if ik[0] == "ja" else "ja"}
    tijdelijk(kopie, s, woning_id=s.naam, **ander)
    return Verwacht("K7", s.wie)


@soort("K7 met een ander voorstel")
def _k7_nieuw(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, benoemd)
    ander = kies(kopie, toeval, lambda a: s is not None and benoemd(a) and a.wie != s.wie)
    if s is None or ander is None:
        return None
    _niet_bestendig(kopie)
    for wie in (s, ander):
        wie.wijzig_plek(kopie, complex_id="CX-samen")
    s.wijzig_mens(kopie, overlastrisico="ja", overlast_tot="", prikkelarm="nee")
    ander.wijzig_mens(kopie, overlastrisico="nee", prikkelarm="vereist")
    return Verwacht("K7", s.wie)


@soort("K8 rij bewoond")
def _k8_rij(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, benoemd)
    if s is None:
        return None
    vorm_eis(kopie, s.voorstel["woonvorm"], min_afstand_m=75)
    s.wijzig_plek(kopie, aantal="50")
    tijdelijk(kopie, s, woning_id=s.naam, datum_uit="")
    return Verwacht("K8", s.naam)


@soort("K8 te dicht bij wie er woont")
def _k8(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, lambda s: benoemd(s) and bool(s.plek["x"]))
    if s is None:
        return None
    vorm, (x, y) = s.voorstel["woonvorm"], s.xy
    vorm_eis(kopie, vorm, min_afstand_m=75)
    s.wijzig_plek(kopie, x=str(x), y=str(y))
    # a 3-4-5 triangle of 50 metres; the larger of the two distances counts
    andere = "gezinswoning" if vorm != "gezinswoning" else "bt_plus"
    vorm_eis(kopie, andere, min_afstand_m=10)
    tijdelijk(kopie, s, x=str(x + 30), y=str(y - 40), datum_uit="", woonvorm=andere)
    return Verwacht("K8", s.naam)


@soort("K8 te dicht bij een ander voorstel")
def _k8_nieuw(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, lambda s: benoemd(s) and bool(s.plek["x"]))
    ander = kies(kopie, toeval, lambda a: s is not None and benoemd(a) and a.naam != s.naam)
    if s is None or ander is None:
        return None
    x, y = s.xy
    for wie in (s, ander):
        vorm_eis(kopie, wie.voorstel["woonvorm"], min_afstand_m=75)
    s.wijzig_plek(kopie, x=str(x), y=str(y))
    ander.wijzig_plek(kopie, x=f"{x + 74},99", y=str(y))
    return Verwacht("K8", ander.naam)


@soort("K9")
def _k9(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, lambda s: bool(s.mens["aanbieder"]))
    if s is None:
        return None
    wie = s.mens["aanbieder"]
    zonder_verhuizers(kopie)
    s.wijzig_mens(kopie, uren="0,25")
    kopie.wijzig("uitstromers.csv", lambda rij: rij["aanbieder"] == wie and rij["uitstromer_id"] != s.wie, uren="0")
    kopie.wijzig("plaatsingen.csv", lambda rij: rij["aanbieder"] == wie, uren="0")
    kopie.wijzig("aanbieders.csv", lambda rij: rij["aanbieder"] == wie, capaciteit_uren="0,24")
    return Verwacht("K9", wie)


@soort("K10 vast ontbreekt")
def _k10(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    wie = [rij["uitstromer_id"] for rij in kopie.lees("niet_geplaatst.csv") if rij["status"] != "uitgesloten"]
    plekken = [rij for rij in kopie.lees("plekken.csv") if rij["soort"] == "woning"]
    if not wie or not plekken:
        return None
    paar = {"uitstromer_id": toeval.choice(wie), "woning_id": toeval.choice(plekken)["plek"]}
    kopie.erbij("afspraken.csv", soort="vast", reden="afspraak", **paar)
    return Verwacht("K10", f"{paar['uitstromer_id']} / {paar['woning_id']}")


@soort("K10 vast maakt geen bescherming los")
def _k10_bescherming(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, benoemd)
    if s is None:
        return None
    kopie.erbij("afspraken.csv", uitstromer_id=s.wie, woning_id=s.naam, soort="vast", reden="x", ondanks="R15|R17")
    s.wijzig_mens(kopie, uitsluiting_gebieden=s.voorstel["gemeentecode"], uitsluiting_tot="")
    return Verwacht("R14", s.wie)


def _verbod(kopie: Kopie, a: str, b: str, **cellen: str) -> None:
    kopie.erbij("contactverboden.csv", uitstromer_a=a, uitstromer_b=b, tot=nl(kopie.datum), **cellen)


def _twee_in_gemeente(kopie: Kopie, toeval: random.Random) -> tuple[Rij, Rij] | None:
    s = kies(kopie, toeval)
    alle = slachtoffers(kopie)
    buren = [a for a in alle if s and a.wie != s.wie and a.voorstel["gemeentecode"] == s.voorstel["gemeentecode"]]
    return (s.voorstel, toeval.choice(buren).voorstel) if s and buren else None


@soort("K11 gemeente")
def _k11(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    twee = _twee_in_gemeente(kopie, toeval)
    if twee is None:
        return None
    _verbod(kopie, twee[0]["uitstromer_id"], twee[1]["uitstromer_id"], niveau="gemeente")
    return Verwacht("K11", twee[1]["uitstromer_id"])


@soort("K11 afstand onbekend")
def _k11_afstand(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    twee = _twee_in_gemeente(kopie, toeval)
    if twee is None:
        return None
    rij = twee[0]
    kopie.wijzig("woningen.csv", lambda w: w["woning_id"] == rij["woning_id"] and bool(w["wijkcode"]), x="", y="")
    zonder = [w for w in kopie.lees("woningen.csv") if w["woning_id"] == rij["woning_id"] and w["x"]]
    if zonder:
        return None
    _verbod(kopie, twee[1]["uitstromer_id"], rij["uitstromer_id"], afstand_m="1")
    return Verwacht("K11", rij["uitstromer_id"])


@soort("K11 wijk, met wie er woont")
def _k11_wijk(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, benoemd)
    if s is None:
        return None
    tijdelijk(kopie, s, wijkcode=s.voorstel["wijkcode"])
    _verbod(kopie, s.wie, "Z-vreemd", niveau="wijk")
    return Verwacht("K11", s.wie)


@soort("K11 complex, met wie er woont")
def _k11_complex(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    s = kies(kopie, toeval, benoemd)
    if s is None:
        return None
    tijdelijk(kopie, s, woning_id=s.naam)
    _verbod(kopie, "Z-vreemd", s.wie, niveau="complex")
    return Verwacht("K11", s.wie)
