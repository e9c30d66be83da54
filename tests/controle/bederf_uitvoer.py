"""Corruptions of the batch folder itself: rows, cells, figures, sums and the form of the files."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from tests.controle.bederf import Verwacht, soort
from tests.controle.bederf_samen import _VAN_PLEK
from tests.controle.kopie import BOM, Kopie, Rij

VOORSTELLEN, NIET, PLEKKEN, TIJDEN = "voorstellen.csv", "niet_geplaatst.csv", "plekken.csv", "reistijden.csv"
NIVEAUS = ("crisis", "op_tijd", "hoog", "geplaatst", "wachttijd", "spreiding", "passend", "schaarste", "loting")


def in_rij(naam: str, tabel: str, code: str, sleutel: str, **past: str) -> Callable[[Callable[[Rij], object]], object]:
    """Register a corruption of the cells of one row of a table; ``past`` picks rows by a cell."""

    def registreer(wijzig: Callable[[Rij], object]) -> object:
        @soort(naam)
        def bederf(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
            rijen = kopie.lees(tabel)
            keuzes = [rij for rij in rijen if all(rij[kolom] == waarde for kolom, waarde in past.items())]
            if not keuzes:
                return None
            rij = toeval.choice(keuzes)
            onderwerp = rij[sleutel]
            wijzig(rij)
            kopie.schrijf(tabel, rijen)
            return Verwacht(code, onderwerp)

        return bederf

    return registreer


def _veld(kolom: str, nieuw: Callable[[str], str]) -> None:
    @in_rij(f"veld {kolom}", VOORSTELLEN, f"veld:{kolom}", "voorstel_id")
    def _(rij: Rij) -> None:
        rij[kolom] = nieuw(rij[kolom])


_veld("batch_id", lambda oud: oud + "0")
_veld("corporatie", lambda oud: oud + "x")
_veld("gemeentecode", lambda _: "GM9998")
_veld("wijkcode", lambda oud: "" if oud else "WK999999")
_veld("complex_id", lambda oud: "" if oud else "CX-verzonnen")
_veld("woonvorm", lambda oud: "gezinswoning" if oud != "gezinswoning" else "bt_plus")
_veld("urgentie", lambda oud: "normaal" if oud != "normaal" else "crisis")
_veld("wachtdagen", lambda oud: str(int(oud) + 1))
_veld("passend", lambda oud: str(int(oud) - 1))
_veld("ingangsdatum", lambda oud: oud[:-1] + str((int(oud[-1]) + 1) % 10))
_veld("komt_vrij", lambda oud: "" if oud else "W-verzonnen")
_veld("motivering", lambda _: "")


@in_rij("veld voorstel_id vorm", VOORSTELLEN, "veld:voorstel_id", "voorstel_id")
def _vorm(rij: Rij) -> None:
    rij["voorstel_id"] += "/.."


@soort("veld voorstel_id dubbel")
def _dubbel_nummer(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    rijen = kopie.lees(VOORSTELLEN)
    if len(rijen) <= 1:
        return None
    a, b = toeval.sample(rijen, 2)
    b["voorstel_id"] = a["voorstel_id"].upper()
    kopie.schrijf(VOORSTELLEN, rijen)
    return Verwacht("veld:voorstel_id")


@in_rij("veld woning_id onbekend", VOORSTELLEN, "veld:woning_id", "uitstromer_id", soort="woning")
def _onbekend(rij: Rij) -> None:
    rij["woning_id"] += "-weg"


@in_rij("veld soort", VOORSTELLEN, "veld:soort", "voorstel_id")
def _soort(rij: Rij) -> None:
    rij["soort"] = "flat"


@in_rij("veld contingent_id niet los", VOORSTELLEN, "veld:contingent_id", "uitstromer_id", soort="contingent")
def _soort_anders(rij: Rij) -> None:
    rij["contingent_id"] += "-weg"


@soort("voorstellen verwisseld")
def _verwisseld(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    """Two people swap plekken, with every column of the plek: the draw no longer adds up."""
    rijen = kopie.lees(VOORSTELLEN)
    paren = [(a, b) for a in rijen for b in rijen if _plek(a) < _plek(b)]
    if not paren or "loting" not in [deel["naam"] for deel in kopie.ruw["niveaus"]]:
        return None
    a, b = toeval.choice(paren)
    van_a, van_b = ({kolom: rij[kolom] for kolom in _VAN_PLEK} for rij in (a, b))
    a.update(van_b)
    b.update(van_a)
    kopie.schrijf(VOORSTELLEN, rijen)
    return Verwacht("niveau:loting")


def _plek(rij: Rij) -> str:
    return rij["woning_id"] or rij["contingent_id"]


def _telling(naam: str, tabel: str, verander: Callable[[list[Rij], Rij], Sequence[Mapping[str, str]]]) -> None:
    @soort(naam)
    def _(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
        rijen = kopie.lees(tabel)
        if not rijen:
            return None
        rij = toeval.choice(rijen)
        kopie.schrijf(tabel, verander(rijen, rij))
        return Verwacht("telling", rij["uitstromer_id"])


_telling("telling voorstel weg", VOORSTELLEN, lambda rijen, rij: [ander for ander in rijen if ander != rij])
_telling("telling reden weg", NIET, lambda rijen, rij: [ander for ander in rijen if ander != rij])
_telling("telling voorstel dubbel", VOORSTELLEN, lambda rijen, rij: [*rijen, rij])
_telling("telling reden dubbel", NIET, lambda rijen, rij: [*rijen, rij])
_telling("telling onbekend", NIET, lambda rijen, rij: [*rijen, rij | {"uitstromer_id": rij["uitstromer_id"] + "-x"}])


@soort("telling in beide lijsten")
def _beide(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    rijen = kopie.lees(VOORSTELLEN)
    if not rijen:
        return None
    wie = toeval.choice(rijen)["uitstromer_id"]
    kopie.erbij(NIET, uitstromer_id=wie, status="verdrongen", code="K2", toelichting="Was al vol.")
    return Verwacht("telling", wie)


@in_rij("status", NIET, "status", "uitstromer_id")
def _status(rij: Rij) -> None:
    rij["status"] = "verdrongen" if rij["status"] != "verdrongen" else "geen_passend_aanbod"


@in_rij("code uitgesloten", NIET, "code", "uitstromer_id", status="uitgesloten")
def _code_u(rij: Rij) -> None:
    rij["code"] = "U1" if rij["code"] != "U1" else "U2"


@in_rij("code geen aanbod", NIET, "code", "uitstromer_id", status="geen_passend_aanbod")
def _code_r(rij: Rij) -> None:
    rij["code"] = "R02" if rij["code"] != "R02" else "R03"


@in_rij("code verdrongen", NIET, "code", "uitstromer_id", status="verdrongen")
def _code_k(rij: Rij) -> None:
    rij["code"] = "'-" if rij["code"] not in ("-", "'-") else "K2"


@in_rij("veld toelichting", NIET, "veld:toelichting", "uitstromer_id")
def _toelichting(rij: Rij) -> None:
    rij["toelichting"] = ""


def _plekfeit(kolom: str, nieuw: Callable[[str], str]) -> None:
    @in_rij(f"plekken {kolom}", PLEKKEN, "plekken", "plek")
    def _(rij: Rij) -> None:
        rij[kolom] = nieuw(rij[kolom])


_plekfeit("soort", lambda oud: "contingent" if oud == "woning" else "woning")
_plekfeit("gemeentecode", lambda _: "GM9998")
_plekfeit("wijkcode", lambda oud: "" if oud else "WK999999")
_plekfeit("prikkelniveau", lambda _: "7")
_plekfeit("prikkel_bron", lambda oud: "" if oud == "onbekend" else "onbekend")
_plekfeit("vrij", lambda oud: str(int(oud) + 1))


@soort("plekken rij weg")
def _plek_weg(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    rijen = kopie.lees(PLEKKEN)
    if not rijen:
        return None
    weg = toeval.choice(rijen)
    kopie.schrijf(PLEKKEN, [rij for rij in rijen if rij is not weg])
    return Verwacht("plekken", weg["plek"])


@soort("plekken rij dubbel")
def _plek_dubbel(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    rijen = kopie.lees(PLEKKEN)
    if not rijen:
        return None
    rij = toeval.choice(rijen)
    kopie.erbij(PLEKKEN, **rij)
    return Verwacht("plekken", rij["plek"])


@in_rij("reistijden korter", TIJDEN, "reistijden", "woning_id", bron="hemelsbreed")
def _korter(rij: Rij) -> None:
    heel, _, deel = rij["minuten"].partition(",")
    rij["minuten"] = f"{int(heel or '0')},{(int(deel.ljust(2, '0') or '0') + 99) % 100:02d}"


@in_rij("reistijden bron", TIJDEN, "reistijden", "woning_id")
def _bron(rij: Rij) -> None:
    rij["bron"] = "matrix" if rij["bron"] != "matrix" else "hemelsbreed"


@in_rij("reistijden aanbieder", TIJDEN, "reistijden", "woning_id")
def _aanbieder(rij: Rij) -> None:
    rij["aanbieder"] = "onbekend-x"


@soort("reistijden dubbel")
def _tijd_dubbel(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    rijen = kopie.lees(TIJDEN)
    if not rijen:
        return None
    rij = toeval.choice(rijen)
    kopie.erbij(TIJDEN, **rij)
    return Verwacht("reistijden", rij["woning_id"])


@soort("reistijden bij voorstel weg")
def _tijd_weg(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    mensen = {rij["uitstromer_id"]: rij["aanbieder"] for rij in kopie.lees("uitstromers.csv")}
    vast = {rij["uitstromer_id"] for rij in kopie.lees("afspraken.csv") if rij["soort"] == "vast"}
    nodig = {
        (mensen[rij["uitstromer_id"]], rij["woning_id"])
        for rij in kopie.lees(VOORSTELLEN)
        if rij["uitstromer_id"] not in vast
    }
    rijen = kopie.lees(TIJDEN)
    raak = sorted({(rij["aanbieder"], rij["woning_id"]) for rij in rijen} & nodig)
    vorm = {rij["woning_id"]: rij["woonvorm"] for rij in kopie.lees("woningen.csv")}
    raak = [paar for paar in raak if vorm[paar[1]] == "bt_basis"]
    if not raak:
        return None
    weg = toeval.choice(raak)
    kopie.schrijf(TIJDEN, [rij for rij in rijen if (rij["aanbieder"], rij["woning_id"]) != weg])
    return Verwacht("reistijden", " / ".join(weg))


# -- certificate ---------------------------------------------------------------------------------------------------


def _niveau(naam: str) -> None:
    @soort(f"niveau {naam}")
    def _(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
        if naam not in [deel["naam"] for deel in kopie.ruw["niveaus"]]:
            return None
        stap = toeval.choice((-1, 1, 1000))

        def schuif(ruw: dict[str, Any]) -> None:
            for deel in ruw["niveaus"]:
                if deel["naam"] == naam:
                    deel["waarde"] += stap
                    deel["grens"] = deel["waarde"] if deel["grens"] is not None else None

        kopie.certificaat(schuif)
        return Verwacht(f"niveau:{naam}")


for _naam in NIVEAUS:
    _niveau(_naam)


def _certificaat(naam: str, onderwerp: str, wijzig: Callable[[dict[str, Any], random.Random], str | None]) -> None:
    """Register a corruption of the certificate; ``wijzig`` may name the subject itself."""

    @soort(f"certificaat {naam}")
    def _(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
        gevonden: list[str] = []
        kopie.certificaat(lambda ruw: gevonden.append(wijzig(ruw, toeval) or onderwerp))
        return Verwacht("certificaat", gevonden[0])


def _kies_niveau(ruw: dict[str, Any], toeval: random.Random) -> dict[str, Any]:
    gekozen: dict[str, Any] = toeval.choice(ruw["niveaus"])
    return gekozen


def _grens(ruw: dict[str, Any], toeval: random.Random) -> str:
    deel = _kies_niveau(ruw, toeval)
    deel["grens"] = deel["waarde"] + (-1 if deel["richting"] == "max" else 1)
    deel["bewezen"] = False
    return str(deel["naam"])


def _grens_open(ruw: dict[str, Any], toeval: random.Random) -> str:
    deel = _kies_niveau(ruw, toeval)
    deel["grens"], deel["bewezen"] = (
        toeval.choice((deel["waarde"] + (1 if deel["richting"] == "max" else -1), None)),
        True,
    )
    return str(deel["naam"])


def _onbewezen(ruw: dict[str, Any], toeval: random.Random) -> None:
    if ruw["status"] == "optimaal":
        _kies_niveau(ruw, toeval)["bewezen"] = False
    else:
        ruw["status"] = "optimaal"


def _richting(ruw: dict[str, Any], toeval: random.Random) -> str:
    deel = _kies_niveau(ruw, toeval)
    deel["richting"] = "min" if deel["richting"] == "max" else "max"
    return str(deel["naam"])


def _niveau_weg(ruw: dict[str, Any], toeval: random.Random) -> None:
    ruw["niveaus"].remove(_kies_niveau(ruw, toeval))


def _zet(**waarden: object) -> Callable[[dict[str, Any], random.Random], None]:
    return lambda ruw, _: ruw.update(waarden)


def _weg(ruw: dict[str, Any], toeval: random.Random) -> str:
    veld = toeval.choice(("batch_id", "datum", "versie", "seed", "status", "niveaus", "invoer", "grootboek", "duur_s"))
    del ruw[veld]
    return veld


_certificaat("grens verkeerd", "", _grens)
_certificaat("bewezen zonder grens", "", _grens_open)
_certificaat("bewezen weg", "status", _onbewezen)
_certificaat(
    "status", "status", lambda ruw, _: ruw.update(status="tijdslimiet" if ruw["status"] == "optimaal" else "optimaal")
)
_certificaat("richting", "", _richting)
_certificaat("niveau weg", "niveaus", _niveau_weg)
_certificaat("volgorde", "niveaus", lambda ruw, _: ruw["niveaus"].reverse())
_certificaat("andere week", "batch_id", _zet(batch_id="2020-W01-1"))
_certificaat("veld weg", "", _weg)
_certificaat("datum", "datum", _zet(datum="30-02-2026"))
_certificaat("waarde als tekst", "niveaus", lambda ruw, toeval: _kies_niveau(ruw, toeval).update(waarde="3"))


@soort("zaad verwisseld")
def _zaad(kopie: Kopie, _: random.Random) -> Verwacht | None:
    ruw = kopie.ruw
    if "loting" not in [deel["naam"] for deel in ruw["niveaus"]] or not kopie.lees(VOORSTELLEN):
        return None
    kopie.certificaat(lambda ruw: ruw.update(seed=ruw["seed"] + "!"))
    return Verwacht("niveau:loting")


# -- input and files -----------------------------------------------------------------------------------------------


def _ingelezen(kopie: Kopie, toeval: random.Random) -> str:
    namen: list[str] = sorted(kopie.ruw["invoer"])
    return toeval.choice(namen)


@soort("invoer byte veranderd")
def _byte(kopie: Kopie, toeval: random.Random) -> Verwacht:
    naam = _ingelezen(kopie, toeval)
    bestand = kopie.regio / naam
    inhoud = bytearray(bestand.read_bytes())
    plaats = toeval.randrange(len(inhoud))
    inhoud[plaats] ^= 1 << toeval.randrange(8)
    bestand.write_bytes(bytes(inhoud))
    return Verwacht("invoer", naam)


@soort("invoer bestand weg")
def _invoer_weg(kopie: Kopie, toeval: random.Random) -> Verwacht:
    naam = _ingelezen(kopie, toeval)
    (kopie.regio / naam).unlink()
    return Verwacht("invoer", naam)


@soort("invoer niet genoemd")
def _invoer_extra(kopie: Kopie, toeval: random.Random) -> Verwacht | None:
    genoemd = [naam for naam in kopie.ruw["invoer"] if naam.endswith((".csv", ".toml"))]
    if not genoemd:
        return None
    naam = toeval.choice(sorted(genoemd))
    kopie.certificaat(lambda ruw: ruw["invoer"].pop(naam))
    return Verwacht("invoer", naam)


@soort("invoer som veranderd")
def _som(kopie: Kopie, toeval: random.Random) -> Verwacht:
    naam = _ingelezen(kopie, toeval)
    kopie.certificaat(lambda ruw: ruw["invoer"].update({naam: ruw["invoer"][naam][::-1]}))
    return Verwacht("invoer", naam)


def _bestand(naam: str, verander: Callable[[bytes, random.Random], bytes | None]) -> None:
    """Register a corruption of the bytes of one table of the batch; None removes the file."""

    @soort(f"bestand {naam}")
    def _(kopie: Kopie, toeval: random.Random) -> Verwacht:
        tabel = toeval.choice((VOORSTELLEN, NIET, PLEKKEN, TIJDEN))
        bestand = kopie.batch / tabel
        nieuw = verander(bestand.read_bytes(), toeval)
        if nieuw is None:
            bestand.unlink()
        else:
            bestand.write_bytes(nieuw)
        return Verwacht("bestand", tabel)


def _kolom_erbij(inhoud: bytes, _: random.Random) -> bytes:
    return inhoud.replace(b"\r\n", b";extra\r\n")


def _cel_erbij(inhoud: bytes, _: random.Random) -> bytes:
    return inhoud + b";".join([b"x"] * 40) + b"\r\n"


def _formule(inhoud: bytes, _: random.Random) -> bytes:
    kop = inhoud.decode("utf-8-sig").partition("\r\n")[0]
    return inhoud + (";".join(["=1+1"] * len(kop.split(";"))) + "\r\n").encode()


_bestand("weg", lambda _, __: None)
_bestand("leeg", lambda _, __: b"")
_bestand("zonder BOM", lambda inhoud, _: inhoud.removeprefix(BOM.encode()))
_bestand("regeleinden", lambda inhoud, _: inhoud.replace(b"\r\n", b"\n"))
_bestand("scheidingsteken", lambda inhoud, _: inhoud.replace(b";", b","))
_bestand("kolom erbij", _kolom_erbij)
_bestand("rij te lang", _cel_erbij)
_bestand("formule", _formule)
_bestand("geen UTF-8", lambda inhoud, _: inhoud + b"\xff\xfe\r\n")
_bestand("open aanhaling", lambda inhoud, _: inhoud + b'"open\r\n')


@soort("bestand certificaat kapot")
def _kapot(kopie: Kopie, toeval: random.Random) -> Verwacht:
    (kopie.batch / "certificaat.json").write_bytes(toeval.choice((b"", b"[]", b"{", b"\xff", b"null")))
    return Verwacht("bestand", "certificaat.json")


@soort("bestand rapport weg")
def _rapport(kopie: Kopie, toeval: random.Random) -> Verwacht:
    naam = toeval.choice(("rapport.html", "rapport_overleg.html"))
    (kopie.batch / naam).unlink()
    return Verwacht("bestand", naam)
