"""Sentences of the command ``landing`` itself: its help, its steps and how a run ended."""

from __future__ import annotations

HULP: dict[str, str] = {
    "landing": """Zoekt voor mensen die een instelling verlaten de plek die het beste past.

    Het programma stelt voor; mensen besluiten. Begin met 'landing demo'.
    """,
    "voorstel": """Maakt het weekvoorstel van een of meer regio's.

    Leest de map van de regio, zoekt de beste uitkomst volgens de volgorde die de regio heeft
    vastgesteld, controleert die en schrijft een nieuwe map in REGIO/batches.

    Meer regio's mag ook: die draaien naast elkaar, en wat bij de ene misgaat, houdt de andere
    niet op. De ernstigste afloop telt dan voor het geheel, in deze volgorde: 70 fout van het
    programma, 2 fout in de bestanden, 3 vaste koppelingen botsen, 5 batch in gebruik,
    4 tijd op, 0 klaar.

    \b
    Voorbeelden:
      landing voorstel regio
      landing voorstel regio --datum 23-11-2026
      landing voorstel noord zuid west --werkers 2
      landing voorstel regio --zaad overleg --reden "loting opnieuw gedaan in het overleg"
    """,
    "vrijgeven": """Geeft een voorstel vrij: schrijft de vellen voor corporaties en aanbieders.

    Dit is het besluit van een mens. Laat met --zonder een voorstel weg, met een reden.

    \b
    Voorbeelden:
      landing vrijgeven regio 2026-W48-1
      landing vrijgeven regio 2026-W48-1 --zonder 2026-W48-1-004 --reden "nog in gesprek"
    """,
    "controle": """Kijkt een map na, zonder iets te schrijven.

    Met alleen REGIO: staan er fouten in de bestanden, en waar moet iemand naar kijken?
    Met REGIO en BATCH: klopt elk voorstel nog met elke regel, en is er echt niets beters? Dat rekent een los programma
    na. Per niveau staat er hoe dat is bewezen.

    \b
    Voorbeelden:
      landing controle regio
      landing controle regio 2026-W48-1
    """,
    "sjabloon": """Schrijft lege bestanden om mee te beginnen, met uitleg per kolom.

    \b
    Voorbeelden:
      landing sjabloon mijn-regio
      landing sjabloon mijn-regio --xlsx
    """,
    "demo": """Schrijft een verzonnen regio, draait er een week op en laat zien wat eruit komt.

    \b
    Voorbeelden:
      landing demo
      landing demo /tmp/proefregio
    """,
    "regio_map": "de map met de bestanden van de regio",
    "regio_mappen": "een of meer mappen met de bestanden van een regio",
    "batch": "de naam van de batch, bijvoorbeeld 2026-W48-1",
    "batch_mag": "de naam van een batch om na te rekenen (mag leeg)",
    "datum": "de dag van de batch, dd-mm-jjjj (leeg: vandaag)",
    "datum_vrijgave": "de dag van vrijgave, dd-mm-jjjj (leeg: vandaag)",
    "datum_controle": "de dag waarvoor de map wordt bekeken, dd-mm-jjjj (leeg: vandaag)",
    "zaad": "een ander woord voor de loting (leeg: de week); vraagt om --reden",
    "reden_zaad": "waarom de loting een ander woord krijgt",
    "tijd": "hoogste aantal seconden voor het zoeken (leeg: tot het bewezen is)",
    "werkers": "hoeveel regio's tegelijk (leeg: zoveel als de computer kernen heeft)",
    "proef": "schrijf naast de batches, in REGIO/proef",
    "zonder": "laat dit voorstel weg (mag vaker)",
    "reden_zonder": "waarom, in dezelfde volgorde als --zonder",
    "wie": "wie het voorstel vrijgeeft (leeg: de gebruiker van deze computer)",
    "sjabloon_map": "de map voor de lege bestanden",
    "xlsx": "schrijf één werkboek regio.xlsx in plaats van losse bestanden",
    "demo_map": "waar de demoregio komt (leeg: de map demo-regio)",
    "json": "schrijf de uitkomst als JSON, voor een ander programma",
    "stil": "zeg alleen wat fout gaat",
    "uitgebreid": "zeg ook hoe lang elke stap duurde",
    "versie": "zeg welke versie dit is",
    "help": "laat deze uitleg zien",
}
"""Help of commands and options."""

KORT: dict[str, str] = {
    "voorstel": "maakt het weekvoorstel van een of meer regio's",
    "vrijgeven": "schrijft de vellen voor corporaties en aanbieders",
    "controle": "kijkt een regio of een batch na",
    "sjabloon": "schrijft lege bestanden om mee te beginnen",
    "demo": "laat een week zien met een verzonnen regio",
}
"""Help of commands in one line."""

KOPPEN: dict[str, str] = {"opgave": "Wat u opgeeft", "keuzes": "Keuzes", "opdrachten": "Opdrachten"}
"""Headings of the help pages."""

STAPPEN: dict[str, str] = {
    "lezen": "bestanden lezen",
    "kaart": "op de kaart kijken",
    "vergelijken": "kijken wie waar kan wonen",
    "opstellen": "regels opstellen",
    "oplossen": "de beste uitkomst zoeken en bewijzen",
    "uitleggen": "uitleg maken",
    "schrijven": "schrijven en nakijken",
}
"""Steps of a run, as the progress line names them."""

TEKSTEN: dict[str, str] = {
    "gebruik_onbekende_opdracht": "de opdracht '{naam}' bestaat niet{bijna}; kijk bij 'landing --help'",
    "gebruik_geen_opdracht": "zeg welke opdracht u wilt, bijvoorbeeld 'landing demo'; kijk bij 'landing --help'",
    "gebruik_onbekende_keuze": "de keuze {naam} bestaat niet bij '{opdracht}'; kijk bij '{opdracht} --help'",
    "gebruik_zonder_waarde": "bij {naam} ontbreekt een waarde, of er hoort er geen; kijk bij '{opdracht} --help'",
    "gebruik_ontbreekt": "bij '{opdracht}' ontbreekt {naam}; kijk bij '{opdracht} --help'",
    "gebruik_waarde": "wat bij {naam} staat, kan niet; kijk bij '{opdracht} --help'",
    "gebruik_anders": "zo werkt '{opdracht}' niet; kijk bij '{opdracht} --help'",
    "gebruik_datum": "{waarde} is geen datum; schrijf bijvoorbeeld 23-11-2026",
    "gebruik_tijd": "--tijd is een aantal seconden boven nul, bijvoorbeeld 60",
    "gebruik_werkers": "--werkers is een heel getal vanaf 1, bijvoorbeeld 2",
    "gebruik_zaad_zonder_reden": "bij --zaad hoort een --reden: een andere loting moet uit te leggen zijn",
    "gebruik_zaad_leeg": "--zaad mag niet leeg zijn",
    "gebruik_redenen": "geef bij elke --zonder één --reden, in dezelfde volgorde",
    "gebruik_zonder_dubbel": "--zonder noemt {voorstel} twee keer",
    "gebruik_regio_dubbel": "deze regio staat er twee keer: {map}",
    "regio_geen_map": "'{map}' is geen map; geef de map met de bestanden van de regio",
    "demo_bestaat": "'{map}' is geen lege map; kies een andere map of haal hem weg",
    "onderbroken": "onderbroken; er is niets half geschreven",
    "onverwacht": "er ging iets mis in het programma ({wat}); er is niets half geschreven. "
    "Geef dit door aan wie het programma onderhoudt",
    "geheugen": "het geheugen van de computer was vol; er is niets half geschreven. "
    "Sluit andere programma's af en draai opnieuw, bij meer regio's met --werkers 1",
    "weggevallen": "het programma viel weg bij deze regio (code {einde}), vaak omdat het geheugen vol is; "
    "er is niets half geschreven. Draai deze regio opnieuw",
    "veranderd_tijdens_run": "dit bestand veranderde tijdens het rekenen; er is niets geschreven. Draai opnieuw",
    "eigen_fout": "het voorstel kwam niet door de eigen controle ({regel}, {waar}: {tekst}); er is niets geschreven. "
    "Geef dit door aan wie het programma onderhoudt",
    "batch_in_gebruik": "een ander is net klaar met batch {batch}; draai opnieuw voor een nieuw nummer",
    "niet_geschreven": "de map {map} kon niet worden geschreven ({reden}); er is niets veranderd",
    "geen_antwoord_op_tijd": "er was te weinig tijd om een goede uitkomst te vinden; er is niets geschreven. "
    "Geef meer tijd met --tijd, of laat --tijd weg",
    "tijdslimiet": "de tijd was op: dit is de beste uitkomst tot nu toe, niet bewezen de beste; zie certificaat.json",
    "klaar": "{voorstellen}; {meedoen}, {zonder} nog geen plek",
    "klaar_proef": "Dit is een proef: er kan niets van worden vrijgegeven",
    "klaar_aandacht": "{aantal} om naar te kijken: landing controle {regio}",
    "klaar_map": "Alles staat in {map}",
    "klaar_open": "Open rapport.html in een browser, en voorstellen.csv in Excel",
    "klaar_velen": "Voorstel gemaakt voor {aantal} van {alle} regio's",
    "klaar_velen_vrijgeven": "Akkoord? Geef elke regio apart vrij met: landing vrijgeven REGIO BATCH",
    "klaar_vrijgeven": "Akkoord? Geef vrij met: landing vrijgeven {regio} {batch}",
    "botst": "Deze vaste koppelingen kunnen niet samen met de regels hieronder. Haal er een weg in afspraken.csv:",
    "botst_vast": "vaste koppeling van {uitstromer} met {plek}",
    "botst_regel": "regel {regel} ({naam}), bij {waar}",
    "meldingen_fout": "Er is niets geschreven. Dit moet eerst anders:",
    "meldingen_let_op": "Let op:",
    "meldingen_meer": "en nog {aantal} meldingen over {bestand}",
    "controle_goed": "Geen fouten gevonden in {map}",
    "controle_paren": "{mensen} mensen doen mee, {plekken} plekken in het aanbod, {paren} mogelijke combinaties",
    "controle_batch_goed": "Batch {batch} klopt: elk voorstel, elke grens en elk cijfer is opnieuw uitgerekend",
    "controle_batch_fout": "Batch {batch} klopt niet:",
    "controle_geen_batch": "er is geen batch {batch} in {map}",
    "sjabloon_klaar": "De lege bestanden staan in {map}",
    "sjabloon_bestaat": "'{map}' is geen lege map; kies een andere map",
    "schijf": "er kon niet worden geschreven ({reden}); er is niets veranderd",
    "vrijgeven_klaar": "Vrijgegeven: {aantal} vellen in {map}; reageren kan tot en met {datum}",
    "demo_geschreven": "De demoregio staat in {map}. Alles daarin is verzonnen.",
}
