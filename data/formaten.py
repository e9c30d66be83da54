"""The page of file formats, ``docs/bestanden.md``: made from the column definitions, so that it cannot lag behind."""

from __future__ import annotations

from pydantic import BaseModel

from data.instellingen import Instellingen
from data.kolom import Kolom, Record, Soort, kolommen
from data.lezen.bestand import MEESTE_BYTES
from data.lezen.cel import EERSTE_JAAR, LAATSTE_JAAR, LANGSTE_TEKST
from data.lezen.getal import GROOTSTE_GEHEEL, MEESTE_CIJFERS
from data.lezen.ruw import MEESTE_RIJEN
from data.lezen.tabel import UITLEG
from data.records import (
    TABELLEN,
    Aanbieder,
    Afspraak,
    Complex,
    Contactverbod,
    Contingent,
    Gemeente,
    Plaatsing,
    Reistijd,
    Team,
    Uitstromer,
    Wijk,
    Woning,
)
from data.sjabloon import toegestaan

_INLEIDING = f"""\
# De bestanden van een regio

Deze bladzijde is gemaakt uit de kolommen in de code (`data/formaten.py`). Verander haar niet met de hand.

Een regio is een map met CSV-bestanden. In plaats daarvan mag er één werkboek `regio.xlsx` staan, met een blad per
tabel (de naam van het blad is de naam van het bestand zonder `.csv`). Een tabel mag niet op beide plaatsen staan.
Lege voorbeelden met uitleg maakt u met `landing sjabloon MAP` of `landing sjabloon MAP --xlsx`.

## Hoe u een bestand schrijft

- **Opslaan** als "CSV UTF-8". Gewone Windows-tekst (cp1252) wordt ook gelezen, met een waarschuwing.
- **Scheidingsteken**: een puntkomma. Een komma of tab mag ook, als de kop die gebruikt. Een eerste regel `sep=;` mag.
- **Kop**: de kolomnamen, in elke volgorde; hoofdletters maken niet uit. Een kolom die niet verplicht is mag ontbreken.
- **Eigen kolommen**: een kolom met een naam die begint met `x_` is voor uzelf. Die wordt nergens bewaard of getoond.
  Elke andere onbekende kolom is een fout.
- **Uitleg**: de rij direct onder de kop wordt overgeslagen als de eerste cel begint met `{UITLEG}`
  (zo staat het in de sjablonen).
- **Lege cel**: niet ingevuld. Lege rijen mogen alleen onderaan staan, lege cellen extra aan het eind van elke rij.
- **Getallen**: met een komma of een punt voor de decimalen, hoogstens {MEESTE_CIJFERS} cijfers, hoogstens
  {GROOTSTE_GEHEEL}. Geen duizendteken: twee scheidingstekens, of precies drie cijfers achter een komma of punt,
  is een fout (ook bij coördinaten: schrijf `84512,1250` of `84512`). Geen `1E5`.
- **Datums**: `d-m-jjjj` of `jjjj-mm-dd`, van {EERSTE_JAAR} tot en met {LAATSTE_JAAR}.
- **Ja of nee**: `ja` en `nee` (ook `j`/`n`, `true`/`false`, `1`/`0`).
- **Keuzes**: precies zoals in de tabel hieronder, met kleine letters.
- **Kenmerken**: 1 tot 32 tekens uit `A-Z a-z 0-9 . _ -`, te beginnen met een letter of cijfer. Elk kenmerk komt in zijn
  bestand één keer voor; hoofdletters tellen daarbij niet mee. Verwijs wel met dezelfde hoofdletters.
- **Codes**: gemeente `GM` en vier cijfers, wijk `WK` en zes, buurt `BU` en acht.
- **Lijsten**: met een rechte streep ertussen: `jongeren|vrouwen`.
- **Tekst**: één regel, hoogstens {LANGSTE_TEKST} tekens. Een cel die met `=`, `+`, `-` of `@` begint krijgt bij het
  schrijven een `'` ervoor, zodat Excel er geen formule van maakt; bij het lezen gaat die er weer af.
- **Grootte**: hoogstens {MEESTE_BYTES // 2**20} MiB en {MEESTE_RIJEN} rijen per bestand.
- **In het werkboek**: geen formules. Zet kolommen met kenmerken en codes op "Tekst", dan blijven nullen staan
  (de sjablonen doen dat al).
- **Nooit** een BSN of e-mailadres: een `uitstromer_id` die een BSN kan zijn wordt geweigerd, en een nummer of adres in
  een tekst over mensen ook.

Alle fouten van alle bestanden staan in één keer in de uitvoer, met bestand, rij (zoals Excel telt), kolom en wat wel
mag. Waarden over mensen worden daarbij niet herhaald. Zolang er een fout is wordt er niets geschreven.
Welke fouten er zijn staat in [foute-invoer.md](foute-invoer.md).
"""

_OVER = {
    Gemeente: "De gemeenten van de regio, met hun aandeel of afgesproken aantal.",
    Wijk: "De wijken en wat ze kunnen dragen.",
    Aanbieder: "De zorgaanbieders.",
    Team: "Andere plaatsen van waaruit een aanbieder werkt.",
    Woning: "De woningen. Een rij kan meer plaatsen hebben (`aantal`).",
    Contingent: "Aantallen gewone woningen die een corporatie heeft toegezegd.",
    Complex: "Gebouwen met een eigen grens.",
    Uitstromer: "De mensen die wachten. Vul leeftijd of geboortemaand in, een van de twee.",
    Contactverbod: "Mensen die niet bij elkaar in de buurt mogen wonen. Vul niveau of afstand_m in, een van de twee.",
    Plaatsing: "Plaatsingen van voor het grootboek. Lege `wijkcode`, `complex_id`, `x` en `y` komen van de woning.",
    Afspraak: "Besluiten van medewerkers: een paar vastzetten of verbieden. "
    "Vul woning_id of contingent_id in, een van de twee.",
    Reistijd: "Eigen reistijden. Ze gaan voor de kaart. Wat er niet in staat is niet bekend.",
}

_SOORTEN = {
    Soort.ID: "kenmerk",
    Soort.TEKST: "tekst",
    Soort.KEUZE: "keuze",
    Soort.JANEE: "ja/nee",
    Soort.GEHEEL: "heel getal",
    Soort.BEDRAG: "bedrag",
    Soort.UREN: "uren",
    Soort.GETAL: "getal",
    Soort.DATUM: "datum",
    Soort.MAAND: "maand",
    Soort.GEMEENTE: "gemeentecode",
    Soort.WIJK: "wijkcode",
    Soort.GEBIED: "gebiedscode",
    Soort.VERMIJDING: "soort en meters",
    Soort.CIRKEL: "x y straal",
}


_REGELS = """\
## `regels.toml`

Wat er niet in staat houdt de waarde hieronder; tabellen worden sleutel voor sleutel aangevuld. Een regio mag eigen
woonvormen toevoegen met een tabel `[woonvormen.NAAM]`. Achter een `#` staat een sleutel zonder standaardwaarde.
Getallen krijgen hier een punt voor de decimalen. Een sleutel die niet bestaat is een fout.
"""

_SLOT = """\
## Andere bestanden

| bestand | wat |
|---|---|
| `wijken.gpkg` of `wijken.geojson` | grenzen van de wijken (kolom `wijkcode`), voor woningen zonder wijkcode |
| `geo/` met `geluid`, `prikkelbronnen`, `wegen`, `buurten`, `voorzieningen` | kaartlagen, als `.gpkg` of `.geojson` |
"""


def bladzijde() -> str:
    """The whole page, as it stands in ``docs/bestanden.md``."""
    delen = [
        _INLEIDING,
        *(_tabel(tabel) for tabel in (*TABELLEN, Reistijd)),
        _REGELS,
        f"```toml\n{regels_toml()}```\n",
        _SLOT,
    ]
    return "\n".join(delen)


def regels_toml() -> str:
    """The default settings as the text of a ``regels.toml``; keys without a default as a remark."""
    standaard = Instellingen()
    delen: list[str] = []
    for naam in Instellingen.model_fields:
        waarde = getattr(standaard, naam)
        if isinstance(waarde, BaseModel):
            delen.append(_toml_tabel(naam, waarde))
        elif not waarde:
            delen.append(f"[{naam}]\n# NAAM =\n")
        else:
            delen += [
                _toml_tabel(f"{naam}.{vorm}", deel, alles=not nummer)
                for nummer, (vorm, deel) in enumerate(waarde.items())
            ]
    return "\n".join(delen)


def _toml_tabel(naam: str, deel: BaseModel, *, alles: bool = True) -> str:
    """One table; without ``alles`` only what differs from the default of the key."""
    regels = [f"[{naam}]"]
    for sleutel, veld in type(deel).model_fields.items():
        waarde = getattr(deel, sleutel)
        if waarde is None:
            regels += [f"# {sleutel} ="] if alles else []
        elif alles or waarde != veld.get_default(call_default_factory=True):
            regels.append(f"{sleutel} = {_toml(waarde)}")
    return "\n".join(regels) + "\n"


def _toml(waarde: object) -> str:
    match waarde:
        case bool():
            return str(waarde).lower()
        case str():
            return f'"{waarde}"'
        case tuple():
            return f"[{', '.join(map(_toml, waarde))}]"
        case dict():
            return f"{{ {', '.join(f'{sleutel} = {_toml(deel)}' for sleutel, deel in waarde.items())} }}"
        case _:
            return str(waarde)


def _tabel(tabel: type[Record]) -> str:
    nodig = "Verplicht." if tabel.verplichte_tabel else "Mag ontbreken."
    leeg = "" if tabel.leeg_mag else " Er moet ten minste één rij in staan."
    regels = [
        f"## `{tabel.tabel}.csv`",
        "",
        f"{_OVER[tabel]} {nodig}{leeg}",
        "",
        "| kolom | soort | betekenis | wat mag | leeg | voorbeeld |",
        "|---|---|---|---|---|---|",
        *(_kolom(naam, kolom) for naam, kolom in kolommen(tabel).items()),
        "",
    ]
    return "\n".join(regels)


def _kolom(naam: str, kolom: Kolom) -> str:
    soort = _SOORTEN[kolom.soort] + (" (lijst)" if kolom.lijst else "")
    betekenis = kolom.betekenis + (f" ({kolom.eenheid})" if kolom.eenheid else "")
    begrensd = any(grens is not None for grens in (kolom.keuze, kolom.laagst, kolom.hoogst, kolom.langst))
    mag = toegestaan(kolom) if begrensd else ""
    leeg = "**verplicht**" if kolom.verplicht else _code(kolom.standaard)
    cellen = (_code(naam), soort, betekenis, mag, leeg, _code(kolom.voorbeeld))
    return "| " + " | ".join(cel.replace("|", "\\|") for cel in cellen) + " |"


def _code(tekst: str) -> str:
    return f"`{tekst}`" if tekst else ""
