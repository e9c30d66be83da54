"""The sheets: for each corporation its proposals, for each care provider its clients (contract par. 6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from data.keuzes import Prikkelarm
from data.records import Uitstromer
from data.regio import Regio
from data.schrijven import Blad, BladKolom, Waarde, csv_tekst, werkboek_bytes
from matcher.tijd import leeftijd, peil
from matcher.uitkomst import PlekSoort
from matcher.vrijgave.batchmap import Batch, Regel
from matcher.vrijgave.kolommen import AANBIEDER, CORPORATIE, EISEN_AAN_WONING

MAP_CORPORATIES = "corporaties"
MAP_AANBIEDERS = "aanbieders"
BLAD = "voorstellen"


@dataclass(frozen=True, slots=True)
class _Zending:
    """A proposal on its way out, with the person it is for."""

    regel: Regel
    persoon: Uitstromer


def vellen(batch: Batch, regio: Regio, *, zonder: Iterable[str], reageer_voor: date) -> dict[str, bytes]:
    """The sheets of a release by path in the batch folder, each as ``.csv`` and ``.xlsx``.

    ``zonder`` names the proposals that are held back. Raises ``KeyError`` for a person that the region does not know.
    """
    weg = frozenset(zonder)
    personen = {persoon.uitstromer_id: persoon for persoon in regio.uitstromers}
    regels = sorted(batch.regels, key=lambda regel: regel.voorstel_id)
    mee = [_Zending(regel, personen[regel.uitstromer_id]) for regel in regels if regel.voorstel_id not in weg]
    per_corporatie = _groepen((zending.regel.corporatie, zending) for zending in mee)
    per_aanbieder = _groepen((zending.persoon.aanbieder, zending) for zending in mee if zending.persoon.aanbieder)
    uit: dict[str, bytes] = {}
    for naam, zendingen in per_corporatie.items():
        rijen = [_voor_corporatie(zending, batch, regio, reageer_voor) for zending in zendingen]
        uit |= _vel(f"{MAP_CORPORATIES}/{naam}", CORPORATIE, rijen)
    for naam, zendingen in per_aanbieder.items():
        rijen = [_voor_aanbieder(zending, reageer_voor) for zending in zendingen]
        uit |= _vel(f"{MAP_AANBIEDERS}/{naam}", AANBIEDER, rijen)
    return uit


def _groepen(paren: Iterable[tuple[str | None, _Zending]]) -> dict[str, list[_Zending]]:
    groepen: dict[str, list[_Zending]] = {}
    for naam, zending in paren:
        if naam is not None:
            groepen.setdefault(naam, []).append(zending)
    return dict(sorted(groepen.items()))


def _voor_corporatie(zending: _Zending, batch: Batch, regio: Regio, reageer_voor: date) -> dict[str, Waarde]:
    regel = zending.regel
    waarden: dict[str, Waarde] = {
        "voorstel_id": regel.voorstel_id,
        "soort": regel.soort,
        "woning_id": regel.woning_id,
        "contingent_id": regel.contingent_id,
        "gemeentecode": regel.gemeentecode,
        "woonvorm": regel.woonvorm,
        "personen": zending.persoon.personen,
        "ingangsdatum": regel.ingangsdatum,
        "reageer_voor": reageer_voor,
    }
    if regel.soort is PlekSoort.CONTINGENT:
        waarden |= dict(zip(EISEN_AAN_WONING, _eisen(zending.persoon, batch, regio), strict=True))
    return waarden


def _eisen(persoon: Uitstromer, batch: Batch, regio: Regio) -> tuple[Waarde, ...]:
    """What the dwelling must be, never why."""
    huur = _huur_max(persoon, batch, regio)
    return (huur, persoon.toegankelijkheid, persoon.prikkelarm is Prikkelarm.VEREIST, persoon.huisdier)


def _huur_max(persoon: Uitstromer, batch: Batch, regio: Regio) -> Decimal | None:
    """The highest rent that R07 allows, in euros a month."""
    huur = regio.instellingen.huur
    grenzen = [] if persoon.huur_max is None else [Decimal(persoon.huur_max).scaleb(-2)]
    horizon = peil(batch.datum, regio.instellingen.batch).horizon
    if huur.jong_tot is not None and huur.jong_max is not None and leeftijd(persoon, horizon) < huur.jong_tot:
        grenzen.append(huur.jong_max)
    return min(grenzen, default=None)


def _voor_aanbieder(zending: _Zending, reageer_voor: date) -> dict[str, Waarde]:
    regel = zending.regel
    return {
        "voorstel_id": regel.voorstel_id,
        "uitstromer_id": regel.uitstromer_id,
        "soort": regel.soort,
        "woning_id": regel.woning_id,
        "gemeentecode": regel.gemeentecode,
        "wijkcode": regel.wijkcode,
        "woonvorm": regel.woonvorm,
        "ingangsdatum": regel.ingangsdatum,
        "reageer_voor": reageer_voor,
    }


def _vel(pad: str, kolommen: tuple[BladKolom, ...], rijen: Sequence[Mapping[str, Waarde]]) -> dict[str, bytes]:
    """A sheet with exactly these columns: what is not among them cannot get out, what is not filled stays empty."""
    cellen = tuple(tuple(rij.get(kolom.naam) for kolom in kolommen) for rij in rijen)
    return {
        f"{pad}.csv": csv_tekst([kolom.naam for kolom in kolommen], cellen),
        f"{pad}.xlsx": werkboek_bytes(Blad(naam=BLAD, kolommen=kolommen, rijen=cellen)),
    }
