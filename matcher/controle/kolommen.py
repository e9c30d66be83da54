"""The columns of the region files (contract par. 1), by which the reader tells what delimiter a header uses."""

from __future__ import annotations

_NAMEN = """
    gemeentecode naam aandeel opgave wijkcode draagkracht voorbelasting draagkracht_bron draagkracht_datum
    instroom_max kwetsbaar woonomgeving inwoners vangnet aanbieder x y capaciteit_uren corporaties geheim woning_id
    corporatie complex_id woonvorm contingent_id kamers min_personen max_personen huur toegankelijkheid
    prikkelniveau doelgroepen doelgroepen_vereist leeftijd_min leeftijd_max zorgzwaarte_max overlast huisdier zorg24
    beschikbaar_vanaf max_verblijf_maanden aantal jaar los_toewijsbaar max_plaatsingen overlastbestendig
    uitstromer_id leeftijd geboortemaand herkomst_gemeente voorkeur_gemeenten woonvormen volwassenen kinderen
    personen_verwacht zorgzwaarte uren prikkelarm prikkelniveau_max vermijden overlastrisico overlast_tot huur_max
    anker_x anker_y uitsluiting_gebieden uitsluiting_punten uitsluiting_tot duur_maanden wet zorgplan urgentie
    urgentie_door urgentie_datum wachtend_sinds uiterste_datum doorstroom eerder_bekend uitstroom_uit uitstromer_a
    uitstromer_b niveau afstand_m tot datum_in datum_uit einde_verwacht soort reden ondanks door minuten
"""

KOLOMMEN = frozenset(_NAMEN.split())
