"""Sentences of the part ``lezen``: what is wrong or odd in the files of a region, and what to do about it."""

from __future__ import annotations

_BESTAND = {
    "map_ontbreekt": "De map {naam} bestaat niet.",
    "map_geen_map": "{naam} is geen map. Geef de map waarin de bestanden van de regio staan.",
    "map_rechten": "De map {naam} mag niet gelezen worden. Vraag de beheerder om leesrechten.",
    "tabel_ontbreekt": "Dit bestand ontbreekt, maar is nodig. Een leeg voorbeeld maakt u met 'landing sjabloon'.",
    "tabel_leeg": "Hier staat alleen een kop. Er moet ten minste één rij onder staan.",
    "tabel_tweemaal": "Deze tabel staat ook als blad in {werkboek}. Haal een van de twee weg.",
    "tabel_te_veel_fouten": "Er zijn te veel fouten; vanaf deze rij is niet verder gelezen.",
    "bestand_leeg": "Hier staat niets in, ook geen kop met kolomnamen.",
    "bestand_ontbreekt": "Dit bestand is er niet, of verwijst naar een bestand dat er niet is.",
    "bestand_is_map": "Dit is een map. Hier hoort een bestand te staan.",
    "bestand_bijzonder": "Dit is geen gewoon bestand en wordt niet gelezen.",
    "bestand_koppeling": "Dit verwijst naar een plek buiten de map van de regio. Zet het bestand zelf in de map.",
    "bestand_kring": "Dit verwijst naar zichzelf. Zet het bestand zelf in de map.",
    "bestand_groot": "Dit bestand is te groot: meer dan {mib} MiB.",
    "bestand_rijen": "Dit bestand heeft te veel rijen: meer dan {rijen}.",
    "bestand_gewijzigd": "Dit bestand veranderde terwijl het gelezen werd. Sla het op, sluit het en probeer opnieuw.",
    "bestand_rechten": "Dit bestand mag niet gelezen worden. Sluit het in Excel of vraag om leesrechten.",
    "bestand_onleesbaar": "Dit bestand kan niet gelezen worden ({reden}).",
    "bestand_is_zip": "Dit is een Excel- of zip-bestand met de naam van een tekstbestand. "
    "Sla het in Excel op als 'CSV UTF-8 (gescheiden door lijstscheidingsteken)'.",
    "bestand_is_xls": "Dit is een oud Excel-bestand met de naam van een tekstbestand. "
    "Sla het in Excel op als 'CSV UTF-8 (gescheiden door lijstscheidingsteken)'.",
    "bestand_utf16": "Dit bestand staat in UTF-16 ('Unicode-tekst'). Sla het op als 'CSV UTF-8'.",
    "bestand_nul": "Hier staan tekens die in een tekstbestand niet voorkomen. Sla het bestand op als 'CSV UTF-8'.",
    "bestand_tekens": "Hier staan tekens die niet te lezen zijn. Sla het bestand op als 'CSV UTF-8'.",
    "bestand_cp1252": "Dit bestand is niet opgeslagen als UTF-8 en is gelezen als Windows-tekst (cp1252). "
    "Kijk of letters als é en ë goed zijn, en sla het voortaan op als 'CSV UTF-8'.",
    "bestand_vreemd": "Het bestand {naam} wordt niet gelezen.",
    "bestand_vreemd_bijna": "Het bestand {naam} wordt niet gelezen. Bedoelt u {bijna}?",
    "werkboek_onleesbaar": "Dit is geen werkboek dat te lezen is. Open het in Excel en sla het op als .xlsx.",
    "blad_dubbel": "Dit blad staat er twee keer in.",
    "blad_vreemd": "Dit blad wordt niet gelezen.",
    "blad_vreemd_bijna": "Dit blad wordt niet gelezen. Bedoelt u {bijna}?",
    "blad_kop": "De kolomnamen moeten op rij 1 staan.",
}

_KOP = {
    "sep_onbekend": "Na 'sep=' hoort een puntkomma, een komma of een tab te staan.",
    "kop_breed": "Deze rij heeft te veel kolommen: meer dan {kolommen}.",
    "kop_onleesbaar": "De eerste rij is geen kop met kolomnamen. Die begint zo: {kolommen}. "
    "Gebruik een puntkomma tussen de kolommen.",
    "kolom_dubbel": "Deze kolom staat er twee keer in. Haal er een weg.",
    "kolom_naamloos": "Deze kolom heeft geen naam. Geef een naam, of haal de kolom weg.",
    "kolom_onbekend": "Er is geen kolom {naam}. Bedoelt u {bijna}? "
    "Een kolom voor uzelf moet een naam hebben die begint met x_.",
    "kolom_ontbreekt": "Deze kolom ontbreekt, maar is nodig ({betekenis}).",
    "rij_leeg": "Deze rij is leeg. Haal de rij weg.",
    "rij_kort": "Het aantal cellen in deze rij is {cellen}; de kop heeft er {kolommen}. "
    "Er ontbreekt een scheidingsteken.",
    "rij_lang": "Het aantal cellen in deze rij is {cellen}; de kop heeft er {kolommen}. "
    "Zet een tekst met een scheidingsteken erin tussen aanhalingstekens.",
    "cel_lang": "Hier staat een cel met te veel tekens: meer dan {tekens}.",
    "aanhaling_open": "Vanaf deze rij begint een aanhalingsteken dat niet wordt gesloten. "
    "De rijen hieronder zijn niet gelezen.",
    "aanhaling_fout": "Hier staat tekst direct na een sluitend aanhalingsteken. De rijen hieronder zijn niet gelezen.",
}

_CEL = {
    "verplicht": "Vul deze cel in.",
    "cel_excelfout": "{waarde} is een foutwaarde van Excel. Vul een waarde in, of maak de cel leeg.",
    "cel_regels": "{waarde} staat op meer dan één regel. Zet alles op één regel.",
    "cel_teken": "{waarde} bevat een teken dat niet te zien is. Typ de tekst opnieuw.",
    "cel_mojibake": "{waarde} bevat verhaspelde letters (zoals Ã« in plaats van ë). "
    "Het bestand is ooit met de verkeerde tekenset geopend; verbeter de tekst en sla op als 'CSV UTF-8'.",
    "cel_formule": "Hier staat een formule. Vervang die door de uitkomst (plakken als waarden).",
    "cel_tijd": "{waarde} is een tijd of een datum met tijd. Vul alleen een datum in.",
    "cel_datum": "Excel heeft van {waarde} een datum gemaakt. Zet de kolom op 'Tekst' en typ de waarde opnieuw.",
    "cel_getal_als_id": "Excel heeft van {waarde} een getal met decimalen gemaakt. "
    "Zet de kolom op 'Tekst' en typ het kenmerk opnieuw.",
    "cel_nullen": "Excel toont hier nullen voor het getal {waarde} die er niet staan. "
    "Zet de kolom op 'Tekst' en typ het kenmerk opnieuw.",
    "lijst_leeg_deel": "In {waarde} staat niets voor of na een |. Haal de overbodige | weg.",
    "tekst_lang": "{waarde} is te lang: hoogstens {tekens} tekens.",
    "id_vorm": "{waarde} is geen geldig kenmerk. Gebruik 1 tot 32 tekens: letters zonder accent, cijfers, "
    "punt, streepje of laag streepje, en begin met een letter of cijfer.",
    "id_macht": "Excel heeft van {waarde} een macht van tien gemaakt. "
    "Zet de kolom op 'Tekst' en typ het kenmerk opnieuw.",
    "keuze_onbekend": "{waarde} kan hier niet. Kies uit: {toegestaan}.",
    "keuze_bijna": "{waarde} kan hier niet; bedoelt u {bijna}? Kies uit: {toegestaan}.",
    "janee": "{waarde} kan hier niet. Vul ja of nee in.",
    "getal_niet_geheel": "{waarde} is geen heel getal. Vul een getal zonder decimalen in.",
    "getal_geen_geheel": "{waarde} is geen heel getal. Gebruik alleen cijfers.",
    "getal_onleesbaar": "{waarde} is geen getal. Gebruik alleen cijfers en één komma of punt.",
    "getal_duizendtal": "In {waarde} staat een duizendteken, of wat daarop lijkt. Schrijf 1250 of 1250,00 in plaats "
    "van 1.250; zet achter drie decimalen een 0 (84512,1250).",
    "getal_macht": "{waarde} is een macht van tien. Schrijf het getal voluit, zoals 100000.",
    "getal_te_lang": "{waarde} heeft te veel cijfers: hoogstens {cijfers}.",
    "getal_decimalen": "{waarde} heeft te veel decimalen: hoogstens twee.",
    "getal_te_laag": "{waarde} is te laag: minstens {laagst}.",
    "getal_te_hoog": "{waarde} is te hoog: hoogstens {hoogst}.",
    "datum_vorm": "{waarde} is geen datum. Schrijf dag-maand-jaar met streepjes, zoals 01-12-2026.",
    "datum_volgnummer": "{waarde} is het volgnummer dat Excel voor een datum gebruikt. "
    "Zet de kolom op 'Datum' en schrijf dag-maand-jaar, zoals 01-12-2026.",
    "datum_jaar": "{waarde} heeft een jaar dat niet kan. Gebruik een jaar van {eerste} tot en met {laatste}.",
    "datum_bestaat_niet": "{waarde} bestaat niet op de kalender. Schrijf dag-maand-jaar, zoals 01-12-2026.",
    "maand_vorm": "{waarde} is geen maand. Schrijf maand-jaar, zoals 05-1992.",
    "code_gemeente": "{waarde} is geen gemeentecode. Die bestaat uit GM en vier cijfers, zoals GM0503.",
    "code_wijk": "{waarde} is geen wijkcode. Die bestaat uit WK en zes cijfers, zoals WK050311.",
    "code_gebied": "{waarde} is geen code van een gebied. Gebruik GM en vier, WK en zes of BU en acht cijfers.",
    "vermijding_vorm": "{waarde} kan hier niet. Schrijf een soort en een afstand in meter, zoals 'horeca 200'. "
    "Soorten: {soorten}.",
    "cirkel_vorm": "{waarde} kan hier niet. Schrijf x, y en straal in meter met spaties ertussen, "
    "zoals 84500 447500 1500.",
}

_RIJ = {
    "sleutel_dubbel": "{waarde} staat ook in rij {eerder} (hoofdletters tellen niet mee). "
    "Elk kenmerk mag één keer voorkomen.",
    "een_van_twee_geen": "Vul {een} of {ander} in.",
    "een_van_twee_beide": "Vul {een} of {ander} in, niet allebei.",
    "punt_half": "Deze cel is leeg, maar {ander} is ingevuld. Vul ze allebei in of geen van beide.",
    "punt_graden": "Deze plaats lijkt in graden te staan. Gebruik meters van het RD-stelsel (x zoals 84512, y 447310).",
    "minimum_boven_maximum": "{laagst} is hoger dan {hoogst}.",
    "einde_voor_begin": "Deze dag ligt voor {begin}.",
    "personen_nul": "Er is niemand: volwassenen en kinderen zijn samen 0. Vul het aantal bewoners in.",
    "naam_gereserveerd": "De naam {waarde} houdt Windows voor zichzelf; er kan geen bestand zo heten. "
    "Kies een andere naam.",
    "verbod_zelf": "De twee personen zijn dezelfde.",
    "bsn_id": "Dit kan een burgerservicenummer zijn. Gebruik een eigen kenmerk, nooit een BSN.",
    "bsn_in_cel": "In deze tekst staat een nummer dat een BSN kan zijn. Haal het weg.",
    "email_in_cel": "In deze tekst staat een e-mailadres. Haal het weg.",
}

_LINK = {
    "link_onbekend": "{waarde} komt niet voor in {waar}.",
    "link_bijna": "{waarde} komt niet voor in {waar}. Bedoelt u {bijna}?",
    "link_hoofdletters": "{waarde} staat in {waar} met andere hoofdletters. Schrijf het precies zo.",
    "reistijd_woning_onbekend": "Rijen over een woning die niet in woningen.csv staat: {aantal}. Ze tellen niet mee.",
    "afspraak_vroeger": "Dit kenmerk staat niet meer in {waar}, maar wel in een plaatsing. De afspraak doet nu niets.",
    "verbod_onbekend": "Deze persoon staat niet in uitstromers.csv en niet in plaatsingen.csv. "
    "Het contactverbod doet nu niets.",
    "plaatsing_woning_onbekend": "Deze woning staat niet in woningen.csv. De plaatsing telt wel mee.",
    "id_twee_soorten": "{waarde} is ook het kenmerk van een contingent. Geef een van de twee een ander kenmerk.",
    "corporatie_spelling": "{waarde} staat elders als {ander}. Schrijf een naam overal met dezelfde hoofdletters.",
    "contingent_anders": "{waarde} is anders dan bij het contingent van deze woning ({ander}).",
    "verdeling_deels": "Deze cel is leeg, maar bij andere gemeenten is de kolom ingevuld. "
    "Vul de kolom bij alle gemeenten in of bij geen.",
    "jaaropgave_zonder_aandeel": "In regels.toml staat een jaaropgave. Vul dan bij alle gemeenten het aandeel in.",
    "aandeel_nul": "De aandelen van alle gemeenten zijn samen 0.",
    "verbod_dubbel": "Hetzelfde contactverbod staat al in rij {eerder}.",
    "verbod_strijdig": "Voor deze twee personen staat in rij {eerder} een ander verbod met dezelfde einddatum. "
    "Laat het verbod staan dat geldt.",
    "afspraak_strijdig": "Deze persoon en deze plek staan in rij {eerder} met de andere soort. "
    "Een paar kan niet vast en verbod tegelijk zijn.",
}

_REGEL = {
    "toml_onleesbaar": "Dit bestand is geen geldig TOML. Kijk op deze regel naar aanhalingstekens, haakjes en het "
    "=-teken; gebruik een punt in getallen met decimalen.",
    "toml_tekens": "Dit bestand is niet opgeslagen als UTF-8. Sla het in Kladblok op met codering UTF-8.",
    "toml_diep": "Dit bestand heeft te veel haakjes in elkaar.",
    "regel_onbekend": "De sleutel {sleutel} bestaat niet. Bedoelt u {bijna}?",
    "regel_geheel": "{sleutel} moet een heel getal zijn, niet {waarde}.",
    "regel_janee": "{sleutel} moet true of false zijn (zonder aanhalingstekens), niet {waarde}.",
    "regel_getal": "{sleutel} moet een getal zijn (met een punt voor decimalen), niet {waarde}.",
    "regel_te_laag": "{sleutel} is {waarde}, maar moet minstens {ge} zijn.",
    "regel_te_klein": "{sleutel} is {waarde}, maar moet groter zijn dan {gt}.",
    "regel_te_hoog": "{sleutel} is {waarde}, maar mag hoogstens {le} zijn.",
    "regel_decimalen": "{sleutel} heeft te veel decimalen ({waarde}): hoogstens {decimal_places}.",
    "regel_cijfers": "{sleutel} heeft te veel cijfers ({waarde}).",
    "regel_keuze": "{sleutel} kan niet {waarde} zijn. Kies uit: {toegestaan}.",
    "regel_tekst": "{sleutel} moet een tekst zijn tussen aanhalingstekens, niet leeg en niet te lang.",
    "regel_lijst": "{sleutel} moet een lijst zijn tussen rechte haken.",
    "regel_tabel": "{sleutel} moet een tabel zijn, zoals [{sleutel}] met daaronder de sleutels.",
    "regel_datum": '{sleutel} moet een datum zijn, zoals 2026-01-31 of "31-01-2026", niet {waarde}.',
    "regel_ontbreekt": "{sleutel} ontbreekt.",
    "regel_ongeldig": "{sleutel} kan niet {waarde} zijn.",
    "regel_kosten": "[kosten] noemt {naam}, maar die woonvorm bestaat niet. Bekend zijn: {bekend}.",
    "regel_woonvorm_naam": "{naam} kan geen woonvorm heten. Gebruik 1 tot 32 tekens: letters zonder accent, cijfers, "
    "punt, streepje of laag streepje.",
    "regel_woonvorm_dubbel": "De woonvormen {naam} en {ander} verschillen alleen in hoofdletters.",
    "regel_gewicht_onvolledig": "{sleutel}: geef bij gewicht licht, midden en zwaar een getal.",
    "regel_gewicht_zonder_bron": '{sleutel}: bij andere gewichten dan 1 horen bron = "..." en datum = 2026-01-31. '
    "Zo is te zien wie dat heeft besloten.",
    "regel_jong_samen": "{sleutel}: jong_tot en jong_max horen bij elkaar. Vul ze allebei in of geen van beide.",
    "regel_doel_dubbel": "{sleutel}: een doel staat er twee keer in.",
    "regel_doel_geplaatst": '{sleutel}: "geplaatst" mag niet ontbreken.',
}

_OPMERKING = {
    "leeftijd_oud": "Deze persoon wacht al meer dan een jaar en heeft alleen een leeftijd. Klopt die nog? "
    "Met geboortemaand telt de leeftijd vanzelf door.",
    "urgentie_zonder_datum": "Deze persoon heeft urgentie, maar de datum daarvan ontbreekt.",
    "jong_zonder_huur_max": "Deze persoon is jonger dan {jong_tot} en heeft geen huur_max. "
    "Voor jongeren geldt vaak een lagere huurgrens.",
    "draagkracht_zonder_bron": "Deze wijk heeft een draagkracht zonder bron. Noteer wie die heeft bepaald en waarop.",
    "wachtend_toekomst": "wachtend_sinds ligt in de toekomst. De wachttijd telt als 0 dagen.",
    "uiterste_voor_beschikbaar": "uiterste_datum ligt voor beschikbaar_vanaf.",
    "uiterste_voorbij": "uiterste_datum is voorbij.",
    "einddatum_voorbij": "De einddatum is voorbij. Wat deze regel beschermt of afspreekt, geldt niet meer.",
    "overlast_voorbij": "overlast_tot is voorbij. overlastrisico telt niet meer mee.",
    "buurt_onbekend": "Er is een gebiedsverbod voor een buurt, maar geen kaartlaag met buurten. "
    "Dit verbod kan niet worden gecontroleerd. Gebruik de code van de wijk, of voeg geo/buurten toe.",
    "plaatsing_buiten_regio": "De gemeente van deze plaatsing staat niet in gemeenten.csv. "
    "De plaatsing telt bij geen gemeente mee.",
    "plaatsing_gemeente_anders": "De gemeente van deze plaatsing is een andere dan die van de woning.",
    "plaatsing_contingent_anders": "Het contingent van deze plaatsing is een ander dan dat van de woning.",
    "plaatsingen_tegelijk": "Deze persoon heeft twee plaatsingen tegelijk; de andere staat in rij {ander}.",
    "aantal_vol": "Hier wonen {bezet} mensen die blijven, op {aantal} plaatsen.",
    "contingent_vol": "Van dit contingent zijn {bezet} woningen gebruikt; er zijn er {aantal} beloofd.",
    "draagkracht_vol": "De draagkracht van deze wijk is {grens}; er is nu al {belast} belast.",
    "instroom_vol": "Deze wijk mag dit jaar {grens} plaatsingen krijgen; het zijn er al {geteld}.",
    "complex_vol": "Dit complex mag {grens} plaatsingen hebben; het zijn er al {geteld}.",
    "capaciteit_vol": "Deze aanbieder heeft {grens} uur per week; er is al {geteld} uur in gebruik.",
    "quotum_vol": "Deze gemeente mag dit jaar {grens} plaatsingen krijgen; het zijn er al {geteld}.",
}

TEKSTEN: dict[str, str] = {**_BESTAND, **_KOP, **_CEL, **_RIJ, **_LINK, **_REGEL, **_OPMERKING}
