"""Sentences of the part ``geo``."""

from __future__ import annotations

TEKSTEN: dict[str, str] = {
    "laag_dubbel": "Deze laag staat er twee keer: als {een} en als {ander}. Laat er één staan.",
    "laag_onleesbaar": "Dit is geen leesbaar {formaat}-bestand. Sla de laag opnieuw op vanuit het kaartprogramma.",
    "laag_open": "Dit bestand staat nog open in een ander programma. Sluit het daar en probeer het opnieuw.",
    "laag_keuze": (
        "In dit bestand heet geen laag {naam}; er staan: {lagen}. Geef de laag die bedoeld is de naam {naam}."
    ),
    "laag_leeg": "Deze laag heeft geen objecten. Vul de laag, of haal het bestand weg.",
    "laag_kolom_mist": "Deze kolom ontbreekt. De laag heeft: {kolommen}.",
    "laag_waarde": "{objecten}: {waarde} kan hier niet. Toegestaan: {toegestaan}.",
    "laag_waarde_leeg": "{objecten}: hier moet iets staan. Toegestaan: {toegestaan}.",
    "laag_zonder_crs": (
        "Er staat niet bij in welk coördinatenstelsel deze kaart is. Sla de laag op in EPSG:28992 (RD, meters)."
    ),
    "laag_crs_onbekend": (
        "Het coördinatenstelsel van deze kaart is niet bekend. Sla de laag op in EPSG:28992 (RD, meters)."
    ),
    "laag_graden_als_meters": (
        "De kaart zegt in meters te zijn ({crs}), maar de coördinaten zijn graden, zoals {punt}. "
        "Geef de laag het stelsel dat erbij hoort (meestal EPSG:4326) en sla haar op in EPSG:28992."
    ),
    "laag_meters_als_graden": (
        "De kaart telt als graden ({crs}), maar de coördinaten zijn meters, zoals {punt}. "
        "Sla de laag op met het stelsel erbij: EPSG:28992 (RD)."
    ),
    "laag_verwisseld": (
        "De twee coördinaten zijn verwisseld, zoals bij {punt}. In {crs} hoort eerst {eerst} en dan {daarna}."
    ),
    "laag_buiten_nederland": (
        "{objecten}: dit ligt buiten Nederland (RD: x van 0 tot 300000, y van 300000 tot 625000). "
        "Controleer het coördinatenstelsel van de kaart ({crs})."
    ),
    "laag_zonder_vorm": "{objecten}: er is geen vorm getekend.",
    "laag_verkeerde_vorm": "{objecten}: dit zijn geen {vormen}.",
    "laag_kruist": (
        "{objecten}: de grens kruist zichzelf bij {punt}. Herstel de tekening (in QGIS: «Geometrie repareren»)."
    ),
    "laag_vorm_fout": "{objecten}: de tekening klopt niet bij {punt}. Herstel haar (in QGIS: «Geometrie repareren»).",
    "laag_overlap": (
        "{een} en {ander} overlappen elkaar: {hectare} hectare. Meer dan 1 hectare mag niet, "
        "want dan is niet duidelijk waar een woning ligt."
    ),
    "laag_weg_zonder_tijd": "{objecten}: bij een weg moet minuten of snelheid (km per uur) staan.",
    "laag_onbekend_bestand": (
        "Dit bestand wordt niet gelezen: de naam is niet bekend. Bedoeld is misschien een van: {namen}."
    ),
    "wijken_niet_in_lijst": "Wel op de kaart, niet in de tabel wijken: {wijken}.",
    "wijken_zonder_grens": "Wel in de tabel wijken, niet op de kaart: {wijken}.",
    "buurten_zonder_code": (
        "{objecten}: hier staat geen buurtcode. Of iemand in die buurt mag wonen, is niet na te gaan."
    ),
    "woning_zonder_kaart": (
        "Woning {woning} heeft geen wijkcode, en er is geen kaart van de wijken (wijken.gpkg of wijken.geojson). "
        "Vul de wijkcode in."
    ),
    "woning_zonder_plaats": "Woning {woning} heeft geen wijkcode, en ook geen x en y. Vul de wijkcode in, of x en y.",
    "woning_in_geen_wijk": (
        "Woning {woning} ligt in geen enkele wijk van de kaart, ook niet op hoogstens 100 meter. "
        "Controleer x en y, of vul de wijkcode in."
    ),
    "woning_in_vreemde_wijk": (
        "Woning {woning} ligt volgens de kaart in {wijk}, en die staat niet in de tabel wijken. "
        "Controleer x en y, of zet de wijk in die tabel."
    ),
    "woning_andere_gemeente": (
        "Woning {woning} ligt volgens de kaart in {wijk}, en die hoort bij {gemeente}; in de rij staat {gegeven}. "
        "Controleer x, y en de gemeentecode."
    ),
    "woning_wijk_en_gemeente": (
        "Woning {woning} staat in {wijk}, en die hoort volgens de tabel wijken bij {gemeente}; "
        "in de rij staat {gegeven}."
    ),
    "woning_buiten_wijk": (
        "Woning {woning} ligt volgens x en y {meter} meter buiten {wijk}; hoogstens 100 meter mag. "
        "Controleer x en y, of de wijkcode."
    ),
    "woning_naast_wijk": (
        "Woning {woning} ligt {meter} meter buiten {wijk}; dat is de dichtstbijzijnde wijk en telt als haar wijk."
    ),
    "team_ver_van_weg": (
        "Een team van {aanbieder} ligt meer dan 500 meter van een weg op de kaart en telt niet mee voor de reistijd."
    ),
    "woningen_ver_van_weg": (
        "Meer dan 500 meter van een weg op de kaart: woning {woningen}. De reistijd daarheen is niet bekend."
    ),
}
