"""What the system says of a file: parts of sentences, for the gap ``{reden}``."""

from __future__ import annotations

TEKSTEN: dict[str, str] = {
    "systeem_vol": "de schijf is vol",
    "systeem_quotum": "de ruimte die u op de schijf mag gebruiken is op",
    "systeem_alleen_lezen": "de schijf is alleen-lezen",
    "systeem_rechten": "geen rechten",
    "systeem_weg": "bestand of map bestaat niet",
    "systeem_bestaat": "er is al een bestand of map met die naam",
    "systeem_geen_map": "een deel van het pad is geen map",
    "systeem_is_map": "dit is een map",
    "systeem_open": "er staan te veel bestanden open",
    "systeem_schijf": "de schijf geeft een fout",
    "systeem_naam": "de naam is te lang",
    "systeem_bezet": "het bestand is in gebruik",
    "systeem_anders": "fout {nummer} van het systeem",
}
