# ruff: noqa: E501
"""A small region without faults, as the text of its files: what the tests damage, one thing at a time."""

from __future__ import annotations

from pathlib import Path

BESTANDEN: dict[str, str] = {
    "gemeenten.csv": """\
gemeentecode;naam;aandeel;opgave
GM0503;Delft;48,21;
GM1783;Westland;51,79;
""",
    "wijken.csv": """\
wijkcode;naam;gemeentecode;draagkracht;voorbelasting;draagkracht_bron;draagkracht_datum;instroom_max;kwetsbaar;woonomgeving;inwoners;vangnet
WK050311;Binnenstad;GM0503;12;2;wijkteam Centrum;01-03-2026;6;nee;stad;12500;ja
WK050312;Hof van Delft;GM0503;;;;;;ja;stad;9800;nee
WK178301;Naaldwijk;GM1783;8;0;;;;nee;dorp;;
""",
    "aanbieders.csv": """\
aanbieder;naam;x;y;capaciteit_uren;corporaties;geheim
zorg-noord;Zorg Noord;84500;447500;120;corp-a|corp-b;nee
zorg-zuid;'s Heeren Zorg;;;;;ja
""",
    "aanbieder_teams.csv": """\
aanbieder;x;y
zorg-noord;79200,5;450100
""",
    "woningen.csv": """\
woning_id;corporatie;gemeentecode;wijkcode;x;y;complex_id;woonvorm;contingent_id;kamers;min_personen;max_personen;huur;toegankelijkheid;prikkelniveau;doelgroepen;doelgroepen_vereist;leeftijd_min;leeftijd_max;zorgzwaarte_max;overlast;huisdier;zorg24;beschikbaar_vanaf;max_verblijf_maanden;aantal;geheim
A-0123;corp-a;GM0503;WK050311;84512;447310;C-12;flex_doorstroom;;2;1;2;612,50;geen;2;jongeren|vrouwen;;18;27;midden;ja;nee;nee;01-12-2026;18;2;nee
0012;corp-b;GM0503;WK050312;84900,25;447000;;convenant;CT-2026-A;3;;4;702;rolstoel;;;;;;;;;;2026-11-27;;;
W3;corp-b;GM1783;WK178301;;;;housing_first;;1;;1;;;1;;;;;;nee;ja;nee;1-1-2027;;1;ja
""",
    "contingenten.csv": """\
contingent_id;corporatie;gemeentecode;jaar;aantal;woonvorm;los_toewijsbaar;min_personen;max_personen;huur
CT-2026-A;corp-b;GM0503;2026;8;convenant;ja;1;3;710,00
CT-2026-B;corp-a;GM1783;2026;0;;nee;;;
""",
    "complexen.csv": """\
complex_id;max_plaatsingen;overlastbestendig
C-12;4;nee
""",
    "uitstromers.csv": """\
uitstromer_id;leeftijd;geboortemaand;herkomst_gemeente;voorkeur_gemeenten;woonvormen;volwassenen;kinderen;personen_verwacht;doelgroepen;zorgzwaarte;aanbieder;uren;prikkelarm;prikkelniveau_max;vermijden;overlastrisico;overlast_tot;toegankelijkheid;huur_max;huisdier;woonomgeving;anker_x;anker_y;uitsluiting_gebieden;uitsluiting_punten;uitsluiting_tot;duur_maanden;wet;zorgplan;urgentie;urgentie_door;urgentie_datum;wachtend_sinds;beschikbaar_vanaf;uiterste_datum;doorstroom;eerder_bekend;uitstroom_uit
U-2026-014;34;;GM0503;GM0503|GM1783;flex_doorstroom|convenant;1;0;1;jongeren;licht;zorg-noord;3,5;vereist;2;horeca 200|spoor 150;ja;01-06-2027;rollator;650;nee;dorp;84900;446800;WK050312|BU17830101;84500 447500 1500;01-06-2027;12;wmo;ja;hoog;toegang;15-10-2026;03-02-2026;01-12-2026;31-12-2026;nee;nee;bw
U-2026-027;;05-1992;GM9999;;housing_first;1;2;;;zwaar;;;;;;;;;;;;;;;;;;;;;;;2026-03-01;;;;;
U-2026-030;19;;;;convenant;;;;;midden;zorg-zuid;2;gewenst;;;;;;520,5;ja;;;;;;;;jeugdwet;ja;normaal;;;11-11-2025;;;;ja;jeugdzorg
""",
    "contactverboden.csv": """\
uitstromer_a;uitstromer_b;niveau;afstand_m;tot
U-2026-014;U-2026-027;wijk;;
U-2026-027;P-2025-003;;900;01-06-2027
""",
    "plaatsingen.csv": """\
uitstromer_id;woning_id;contingent_id;gemeentecode;wijkcode;complex_id;x;y;woonvorm;zorgzwaarte;prikkelarm;overlastrisico;aanbieder;uren;datum_in;datum_uit;einde_verwacht;herkomst_gemeente;uitstroom_uit;wachtend_sinds
P-2025-003;A-0123;;GM0503;;;;;flex_doorstroom;midden;nee;nee;zorg-noord;2;01-04-2025;;01-10-2026;GM0503;mo;01-01-2025
P-2025-004;;CT-2026-A;GM0503;;;;;convenant;licht;;;zorg-zuid;1,5;15-02-2026;01-02-2027;;;;
""",
    "afspraken.csv": """\
uitstromer_id;woning_id;contingent_id;soort;reden;ondanks;door;tot
U-2026-014;A-0123;;vast;afgesproken in het overleg;R15|R19;coordinatiepunt;
U-2026-030;;CT-2026-A;verbod;eerder niet gelukt;;;01-06-2027
""",
    "regels.toml": """\
[batch]
horizon_dagen = 28

[woonvormen.flex_doorstroom]
max_verblijf_maanden = 24

[woonvormen.eigen_vorm]
vangnet = true

[spreiding]
jaaropgave = 120

[draagkracht]
gewicht = { zwaar = 2 }
bron = "keuze van de regio"
datum = 2026-01-01

[reistijd]
omweg = 1.25

[huur]
jong_tot = 23
jong_max = 477.20

[kosten]
housing_first = 1250.50
""",
    "geo/reistijden.csv": """\
aanbieder;woning_id;minuten
zorg-noord;A-0123;12,5
zorg-noord;W3;
""",
}
"""Text by path in the region folder."""


def schrijf(map_: Path, **anders: str) -> Path:
    """Write the good region into ``map_`` and return it."""
    for naam, tekst in (BESTANDEN | anders).items():
        pad = map_ / naam
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_bytes(tekst.encode("utf-8"))
    return map_
