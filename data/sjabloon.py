"""Empty files to begin a region with: a header, a row of explanation, and drop-downs in the workbook."""

from __future__ import annotations

from pathlib import Path

from data.kolom import Kolom, Record, Soort, kolommen
from data.lezen.tabel import UITLEG
from data.records import TABELLEN
from data.schrijven.atomair import vervang_bestand
from data.schrijven.csvtekst import csv_tekst
from data.schrijven.werkboek import Blad, BladKolom, Opmaak, werkboek_bytes

_OPMAAK = {
    Soort.GEHEEL: Opmaak.GEHEEL,
    Soort.GETAL: Opmaak.GETAL,
    Soort.UREN: Opmaak.BEDRAG,
    Soort.BEDRAG: Opmaak.BEDRAG,
    Soort.DATUM: Opmaak.DATUM,
}
_BREEDTE = (10, 28)


def schrijf_sjablonen(map_: Path, *, xlsx: bool) -> None:
    """Write empty templates into ``map_``: a CSV file per table, or one workbook with a sheet per table.

    The row of explanation below the header begins with ``uitleg:``; reading passes it over. Raises
    ``OSError`` (no rights, disk full). Files that are there are replaced.
    """
    map_.mkdir(mode=0o700, parents=True, exist_ok=True)
    if xlsx:
        vervang_bestand(map_ / "regio.xlsx", werkboek_bytes(*(sjabloonblad(tabel) for tabel in TABELLEN)))
        return
    for tabel in TABELLEN:
        vervang_bestand(map_ / f"{tabel.tabel}.csv", csv_tekst(list(kolommen(tabel)), [uitleg(tabel)]))


def sjabloonblad(tabel: type[Record]) -> Blad:
    """The empty sheet of a table: text where zeros must stay, dates as dates, drop-downs for closed lists."""
    teksten = dict(zip(kolommen(tabel), uitleg(tabel), strict=True))
    bladkolommen = tuple(
        BladKolom(
            naam=naam,
            breedte=min(max(_BREEDTE[0], len(naam) + 2), _BREEDTE[1]),
            opmaak=Opmaak.TEKST if kolom.lijst else _OPMAAK.get(kolom.soort, Opmaak.TEKST),
            keuzes=keuzes(kolom),
            uitleg=teksten[naam],
        )
        for naam, kolom in kolommen(tabel).items()
    )
    return Blad(naam=tabel.tabel, kolommen=bladkolommen)


def uitleg(tabel: type[Record]) -> tuple[str, ...]:
    """The explanation of each column, in the order of the columns."""
    teksten = [kolomuitleg(kolom) for kolom in kolommen(tabel).values()]
    teksten[0] = f"{UITLEG} {teksten[0]}"
    return tuple(teksten)


def kolomuitleg(kolom: Kolom) -> str:
    """One line about a column: what it means, what may stand there, and an example."""
    delen = [kolom.betekenis + (f" ({kolom.eenheid})" if kolom.eenheid else "")]
    if kolom.verplicht:
        delen.append("verplicht")
    if mogelijk := toegestaan(kolom):
        delen.append(mogelijk)
    if kolom.lijst:
        delen.append("meer waarden met | ertussen")
    if kolom.standaard:
        delen.append(f"leeg = {kolom.standaard}")
    if kolom.voorbeeld:
        delen.append(f"bijvoorbeeld {kolom.voorbeeld}")
    return ". ".join(deel[0].upper() + deel[1:] for deel in delen)


def toegestaan(kolom: Kolom) -> str:
    """What may stand in a cell of the column, in words; empty where anything may."""
    if kolom.keuze is not None:
        return "een van: " + ", ".join(lid.value for lid in kolom.keuze)
    grenzen = {
        (True, True): f"van {kolom.laagst} tot en met {kolom.hoogst}",
        (True, False): f"{kolom.laagst} of hoger",
        (False, True): f"hoogstens {kolom.hoogst}",
        (False, False): "",
    }[kolom.laagst is not None, kolom.hoogst is not None]
    vorm = {
        Soort.JANEE: "ja of nee",
        Soort.DATUM: "datum",
        Soort.MAAND: "maand-jaar",
        Soort.GEHEEL: "heel getal",
        Soort.GETAL: "getal",
        Soort.BEDRAG: "bedrag",
        Soort.UREN: "uren",
        Soort.GEMEENTE: "GM en vier cijfers",
        Soort.WIJK: "WK en zes cijfers",
        Soort.GEBIED: "GM, WK of BU met cijfers",
        Soort.VERMIJDING: "soort en meters",
        Soort.CIRKEL: "x y straal",
    }.get(kolom.soort, "")
    lengte = f"hoogstens {kolom.langst} tekens" if kolom.langst is not None else ""
    return " ".join(deel for deel in (vorm, grenzen, lengte) if deel)


def keuzes(kolom: Kolom) -> tuple[str, ...]:
    """The values of a drop-down; none for a column that may hold several of them."""
    if kolom.lijst:
        return ()
    if kolom.soort is Soort.JANEE:
        return ("ja", "nee")
    return () if kolom.keuze is None else tuple(lid.value for lid in kolom.keuze)
