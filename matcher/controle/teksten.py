"""The sentences of the checker, in plain Dutch. Its own, because it shares nothing with what it checks."""

from __future__ import annotations

from collections.abc import Mapping

from matcher.controle.bevinding import Bevinding

REGELS: Mapping[str, str] = {
    "U1": "Deze persoon doet niet mee: de wet die voor deze persoon geldt, valt buiten de batch.",
    "U2": "Deze persoon doet niet mee: jonger dan 18 jaar.",
    "U3": "Deze persoon doet niet mee: nog niet beschikbaar binnen de horizon.",
    "U4": "Deze persoon doet niet mee: er loopt al een voorstel.",
    "U5": "Deze persoon doet niet mee: woont al op een plek en stroomt niet door.",
    "R01": "De woonvorm van deze plek past niet bij deze persoon, of het is de eigen woning.",
    "R02": "De doelgroep van deze plek past niet bij deze persoon.",
    "R03": "De leeftijd past niet bij deze plek.",
    "R04": "Het aantal personen past niet bij deze plek.",
    "R05": "Deze plek is niet toegankelijk genoeg.",
    "R06": "Deze persoon heeft een prikkelarme plek nodig, en dat is deze plek niet (of het is niet bekend).",
    "R07": "De huur is te hoog of niet bekend.",
    "R08": "De woning komt pas na de horizon beschikbaar.",
    "R09": "De verwachte duur is langer dan het verblijf op deze plek mag zijn.",
    "R10": "Deze woonvorm vraagt een zorgplan, en dat is er niet.",
    "R11": "De aanbieder en de corporatie zijn geen convenantpartners.",
    "R12": "De aanbieder kan niet op tijd bij de woning zijn, of de reistijd is niet bekend.",
    "R13": "Deze woonvorm vraagt 24-uurszorg, en die is er niet op deze plek.",
    "R14": "Deze plek ligt in een uitgesloten gebied.",
    "R15": "Deze plek ligt te dicht bij een plaats waar deze persoon niet mag wonen.",
    "R16": "Huisdieren zijn op deze plek niet toegestaan.",
    "R17": "Dit paar is verboden of eerder geweigerd.",
    "R18": "Deze woonvorm vraagt een vangnet in de wijk, en dat is er niet.",
    "R19": "Deze plek ligt te dicht bij iets dat deze persoon moet vermijden, of dat is niet na te gaan.",
    "R20": "De zorg voor deze persoon is te zwaar voor deze plek.",
    "R21": "Op deze plek kan niemand met risico op overlast wonen.",
    "R22": "De plek past te weinig: het aantal punten ligt onder het minimum.",
    "K1": "Deze persoon heeft meer dan één voorstel.",
    "K2": "In deze woning worden meer mensen voorgesteld dan er plaatsen vrij zijn.",
    "K3": "Dit contingent heeft niet zoveel plaatsen over.",
    "K4": "In deze gemeente komen er meer plaatsingen dan is afgesproken.",
    "K5": "De wijk krijgt meer dan de draagkracht of de instroom toelaat.",
    "K6": "Het complex krijgt meer plaatsingen dan mag.",
    "K7": "In dit complex komen overlastrisico en prikkelarm samen.",
    "K8": "Deze woonvorm moet verspreid liggen, en deze plek ligt te dicht bij een andere (of is er al een).",
    "K9": "De aanbieder krijgt meer uren dan de capaciteit.",
    "K10": "Deze vaste afspraak zit niet in de voorstellen.",
    "K11": "Twee mensen met een contactverbod komen te dicht bij elkaar.",
}

_TEKSTEN: Mapping[str, str] = {
    "bestand_mist": "Dit bestand ontbreekt of is niet te lezen.",
    "bestand_leeg": "Dit bestand is leeg.",
    "bestand_bom": "Dit bestand begint niet met het teken voor UTF-8 (BOM) of is geen UTF-8.",
    "bestand_regeleinde": "Niet elke regel eindigt op CRLF.",
    "bestand_kop": "De kop van dit bestand klopt niet: kolommen of scheidingsteken zijn anders dan afgesproken.",
    "bestand_rij": "Rij {rij} heeft niet evenveel cellen als de kop, of is niet te lezen.",
    "bestand_formule": "Rij {rij}, kolom {kolom}: een cel begint met een formuleteken zonder ' ervoor.",
    "bestand_json": "Dit bestand is geen leesbare JSON met een object erin.",
    "invoer_anders": "Dit bestand is veranderd nadat de batch is gemaakt.",
    "invoer_mist": "Dit bestand staat in het certificaat, maar is er niet.",
    "invoer_extra": "Dit bestand hoort bij de invoer, maar staat niet in het certificaat.",
    "invoer_twijfel": "De controle kan dit niet met zekerheid lezen.",
    "certificaat_veld": "Dit onderdeel van het certificaat ontbreekt of heeft niet de goede vorm.",
    "certificaat_batch": "De naam van de batch past niet bij de datum of bij de map.",
    "certificaat_volgorde": "De niveaus staan niet in de volgorde van de regels van de regio.",
    "certificaat_richting": "De richting van dit niveau klopt niet.",
    "certificaat_grens": "De grens ligt aan de verkeerde kant van de waarde.",
    "certificaat_bewezen": "Dit niveau heet bewezen, maar de grens is niet gelijk aan de waarde.",
    "certificaat_status": "De status past niet bij wat er bewezen is.",
    "niveau": "Het certificaat noemt {genoemd}, nagerekend is het {nagerekend}.",
    "telling_niet": "Deze persoon staat in geen van beide lijsten.",
    "telling_dubbel": "Deze persoon staat meer dan één keer in de lijsten.",
    "telling_onbekend": "Deze persoon staat in de batch, maar niet in de invoer.",
    "status": "De status klopt niet; nagerekend is het: {nagerekend}.",
    "code": "De code klopt niet; nagerekend is het: {nagerekend}.",
    "veld": "De waarde in kolom {kolom} klopt niet.",
    "veld_plek": "Deze plek bestaat niet of hoort niet bij het aanbod.",
    "plekken_mist": "Deze plek hoort bij het aanbod, maar staat er niet in.",
    "plekken_extra": "Deze plek hoort niet bij het aanbod, of staat er dubbel in.",
    "plekken_feit": "De waarde in kolom {kolom} klopt niet met de invoer.",
    "reistijden_rij": "Deze reistijd klopt niet met de invoer.",
    "reistijden_dubbel": "Deze reistijd staat er dubbel in.",
    "reistijden_mist": "De reistijd die bij dit voorstel hoort, staat er niet in.",
    "bewijs_vorm": "Het bewijs heeft niet de afgesproken vorm.",
    "bewijs_leeg": "Het bewijs is leeg, terwijl er bij deze regio wel een te geven is.",
    "bewijs_delen": "De delen van het bewijs gaan samen niet over precies alle mogelijke paren.",
    "bewijs_mist": "Voor dit niveau is er geen bewijs.",
    "bewijs_volgorde": "Het bewijs volgt niet de niveaus van deze regio.",
    "bewijs_niveau": "Het bewijs gaat niet over dit niveau zoals het is afgesproken.",
    "bewijs_waarde": "Het bewijs gaat over een andere waarde dan die van de voorstellen.",
    "bewijs_grens": "Het bewijs noemt een grens die er niet is.",
    "bewijs_rij": "Het bewijs leunt op iets dat niet volgt uit wat ervoor is bewezen.",
    "bewijs_niet": "Het bewijs laat niet zien dat er bij dit niveau niets beters bestaat.",
}

_HOE: Mapping[str, str] = {
    "prijzen": "bewezen, nagerekend in hele getallen",
    "gevallen": "bewezen, in {gevallen} gevallen nagerekend in hele getallen",
    "zoekers": "twee zoekmethoden vonden niets beters; dat is niet na te rekenen",
    "niet": "niet nagerekend: het bewijs klopt niet",
    "onzeker": "niet nagerekend: de kaartlagen of de getallen van deze regio laten dat niet toe",
    "onbewezen": "niet bewezen; de grens in het certificaat is niet nagerekend",
}
"""How a level was shown; follows its name."""


def bevinding(code: str, onderwerp: str, tekst: str, **waarden: object) -> Bevinding:
    """Make a finding with a sentence of this catalogue; ``tekst`` is its name."""
    return Bevinding(code, onderwerp, _TEKSTEN[tekst].format(**waarden))


def regel(code: str, onderwerp: str) -> Bevinding:
    """Make a finding about a rule that is broken."""
    return Bevinding(code, onderwerp, REGELS[code])


def hoe_bewezen(hoe: str, gevallen: int) -> str:
    """Say how a level was shown."""
    return _HOE["prijzen" if hoe == "gevallen" and gevallen == 1 else hoe].format(gevallen=gevallen)
