"""Sentences and names of the part ``rapport``: what comes out of a batch."""

from __future__ import annotations

from types import MappingProxyType

from data.keuzes import Doel

TEKSTEN: dict[str, str] = {
    "vrijgave_geen_batch": "er is geen batch {batch} in de map “batches” van deze regio",
    "vrijgave_batch_naam": "een batch heet zoals 2026-W48-1 (jaar, week, volgnummer)",
    "vrijgave_batch_kapot": "dit bestand van de batch is veranderd of niet heel; maak een nieuw voorstel",
    "vrijgave_bestand_weg": "dit bestand van de batch is er niet; maak een nieuw voorstel",
    "vrijgave_akte_kapot": "dit bestand is niet te lezen; zet het terug uit een reservekopie",
    "vrijgave_afgekeurd": "de batch klopt niet ({regel}, {waar}: {tekst}); maak een nieuw voorstel",
    "vrijgave_invoer_anders": "dit bestand is veranderd sinds de batch; maak een nieuw voorstel",
    "vrijgave_invoer_weg": "dit bestand hoort bij de batch, maar is er niet meer; maak een nieuw voorstel",
    "vrijgave_invoer_nieuw": "dit bestand is er bijgekomen sinds de batch; maak een nieuw voorstel",
    "vrijgave_ingehaald": "batch {batch} is ingehaald door {nieuwer}; geef die vrij, of maak een nieuw voorstel",
    "vrijgave_bezet": "iemand anders geeft deze batch nu vrij; kijk zo opnieuw",
    "vrijgave_onbekend_voorstel": (
        "--zonder noemt {voorstel}, maar dat voorstel staat niet in deze batch; kijk in voorstellen.csv"
    ),
    "vrijgave_zonder_reden": "bij --zonder {voorstel} hoort een --reden",
    "vrijgave_anders": "deze batch is al vrijgegeven op {datum}, met andere keuzes bij --zonder; er is niets veranderd",
    "vrijgave_al": "deze batch is al vrijgegeven op {datum}; er is niets veranderd",
    "vrijgave_niet_heel": "dit vel van de vrijgave van {datum} is er niet meer of is veranderd",
    "vrijgave_vanaf_batch": "de batch is van {datum}; de termijn om te reageren begint op die dag",
    "vrijgave_zelfde_naam": "{een} en {ander} verschillen alleen in hoofdletters; geef ze verschillende namen",
    "vrijgave_eerder": (
        "batch {batch} is ook vrijgegeven en de termijn loopt nog; mensen die in allebei staan: {aantal}; "
        "kijk welk voorstel telt"
    ),
}
"""Messages, by code; gaps as in ``str.format``."""

WOONVORMEN: MappingProxyType[str, str] = MappingProxyType(
    {
        "flex_shortstay": "flexwoning short stay",
        "flex_doorstroom": "flexwoning doorstroom",
        "housing_first": "Housing First",
        "convenant": "convenantwoning",
        "bt_basis": "Beschermd Thuis basis",
        "bt_plus": "Beschermd Thuis plus",
        "tussenvoorziening": "tussenvoorziening",
        "kamer_met_aandacht": "Kamer met Aandacht",
        "gezinswoning": "gezinswoning",
    }
)
"""Names of the woonvormen of the contract; a woonvorm of a region's own shows its id."""

DOELEN: MappingProxyType[Doel, tuple[str, str]] = MappingProxyType(
    {
        Doel.CRISIS: ("Mensen in crisis met een woning", "mensen met urgentie crisis die een echte woning krijgen"),
        Doel.OP_TIJD: ("Mensen die snel weg moeten, met een woning", "hun uiterste datum komt binnenkort"),
        Doel.HOOG: ("Mensen met hoge urgentie met een woning", "mensen met urgentie hoog die een echte woning krijgen"),
        Doel.GEPLAATST: ("Mensen met een plek", "alle mensen met een voorstel"),
        Doel.WACHTTIJD: ("Wachtdagen", "alle wachtdagen van mensen met een voorstel bij elkaar"),
        Doel.SPREIDING: ("Scheefheid van de spreiding", "0 = elke gemeente krijgt haar deel, binnen de marge"),
        Doel.PASSEND: ("Punten voor wensen", "hoe goed de plekken bij de wensen passen"),
        Doel.SCHAARSTE: ("Schaarse plekken", "rustige, toegankelijke of grote plekken voor wie die niet nodig heeft"),
        Doel.LOTING: ("Loting", "beslist alleen als al het andere gelijk is"),
    }
)
"""Name and meaning of the levels of the objective."""

BATCHREGELS: MappingProxyType[str, str] = MappingProxyType(
    {
        "K1": "één plek per persoon",
        "K2": "de plaatsen in de woning",
        "K3": "het contingent",
        "K4": "het quotum van de gemeente",
        "K5": "wat de wijk kan dragen",
        "K6": "de grens van het complex",
        "K7": "de regel dat overlast en prikkelarm niet in één complex gaan",
        "K8": "de afstand tussen gespikkelde woningen",
        "K9": "de uren van de aanbieder",
        "K10": "een vaste afspraak",
        "K11": "mensen die niet bij elkaar in de buurt mogen wonen",
    }
)
"""What each rule over the whole batch is about, to be put inside a sentence."""

LEEG_ANDERS: MappingProxyType[str, str] = MappingProxyType(
    {
        "samen": "meer dan één regel tegelijk",
        "-": "een doel dat de regio hoger heeft gezet",
    }
)
"""What keeps a plek empty when that is no single rule."""

BESCHERMD = "regels die mensen beschermen"
"""What a page for others says instead of K7 and K11: that such a rule exists for someone is nobody's business."""

BESTE = "de beste uitkomst volgens de volgorde die de regio heeft vastgesteld"

UITSLAG: MappingProxyType[str, str] = MappingProxyType(
    {
        "beste": f"Dit is {BESTE}.",
        "tijd_op": f"De rekentijd was op. Het is niet zeker dat dit {BESTE} is.",
        "niets_bewezen": "Vanaf het doel “{doel}” is nog niets bewezen.",
        "hoger": "Bij het doel “{doel}” staat nu {waarde}; dat kan hoogstens {verschil} hoger worden.",
        "lager": "Bij het doel “{doel}” staat nu {waarde}; dat kan hoogstens {verschil} lager worden.",
        "bewezen": "bewezen: beter kan niet",
        "open": "niet aan toegekomen",
        "grens_max": "kan nooit boven {grens} komen",
        "grens_min": "kan nooit onder {grens} komen",
    }
)
"""How good the outcome is: of the whole, and of one level."""

RANGTELWOORD = ("eerste", "tweede", "derde", "vierde", "vijfde")

MOTIVERING: MappingProxyType[str, str] = MappingProxyType(
    {
        "vast": "Vast door een medewerker.",
        "woonvorm": "De woonvorm ({woonvorm}) is de {rang} keus.",
        "woonvorm_anders": "De woonvorm ({woonvorm}) is door een medewerker gekozen.",
        "voorkeur": "{gemeente} is de {rang} voorkeur.",
        "voorkeur_herkomst": "{gemeente} is de {rang} voorkeur en de gemeente van herkomst.",
        "herkomst": "{gemeente} is de gemeente van herkomst.",
        "geen_voorkeur": "Er is geen voorkeur voor een gemeente.",
        "andere_gemeente": "{gemeente} staat niet bij de voorkeuren.",
        "omgeving": "De omgeving ({omgeving}) is zoals gewenst.",
        "rustig": "De plek is rustig (prikkelniveau {niveau}), en dat is nodig.",
        "rustig_gewenst": "De plek is rustig (prikkelniveau {niveau}), zoals gewenst.",
        "druk": "De plek is drukker dan gewenst (prikkelniveau {niveau}).",
        "toegankelijk": "De plek is geschikt voor een {hulpmiddel}.",
        "doorstroom": "Bij de verhuizing komt de woning van nu vrij.",
        "op_tijd": "Dit is op tijd: de uiterste datum is {datum}.",
        "te_laat": "Let op: de uiterste datum is {datum}, dat wordt niet gehaald.",
        "contingent": "De corporatie noemt de woning later.",
    }
)
"""Sentences of the reason for a proposal."""

TOELICHTING: MappingProxyType[str, str] = MappingProxyType(
    {
        "U1": "De ondersteuning valt onder een wet waarvoor deze regio geen plek toewijst.",
        "U2": "De persoon is jonger dan 18 jaar.",
        "U3": "De persoon kan pas na de periode van deze batch verhuizen.",
        "U4": "Er loopt al een voorstel: het is geaccepteerd of wacht op antwoord.",
        "U5": "De persoon heeft al een plek en stroomt nu niet door.",
        "R01": "Geen enkele plek in het aanbod heeft een passende woonvorm.",
        "R02": "de doelgroepen van die plekken passen niet",
        "R03": "de leeftijd past niet bij die plekken",
        "R04": "het aantal bewoners past niet bij die plekken",
        "R05": "die plekken zijn niet toegankelijk genoeg",
        "R06": "er is een rustige woning nodig, en die plekken zijn te druk of het prikkelniveau is niet bekend",
        "R07": "de huur is te hoog of niet bekend",
        "R08": "die woningen komen later vrij dan de periode van deze batch",
        "R09": "het verblijf duurt naar verwachting langer dan daar mag",
        "R10": "daarvoor is een zorgplan nodig, en dat is er niet",
        "R11": "de aanbieder en de corporatie zijn geen convenantpartners, of er is geen aanbieder bekend",
        "R12": "het zorgteam kan er niet op tijd zijn, of de reistijd is niet bekend",
        "R13": "daar is geen zorg dag en nacht",
        "R14": "die plekken liggen in een gebied dat voor deze persoon niet kan",
        "R15": "die plekken liggen te dicht bij een punt dat voor deze persoon niet kan, of de ligging is niet bekend",
        "R16": "een huisdier mag daar niet",
        "R17": "die plekken zijn eerder geweigerd, of een medewerker heeft ze voor deze persoon uitgesloten",
        "R18": "de wijk heeft geen vangnet",
        "R19": "die plekken liggen te dicht bij iets wat deze persoon moet vermijden, of dat is niet na te gaan",
        "R20": "de zorg is zwaarder dan daar kan",
        "R21": "daar kan niemand wonen met kans op overlast",
        "R22": "die plekken passen te weinig bij de wensen (minder punten dan het minimum)",
        "geen_passend": "Er is aanbod met een passende woonvorm, maar {reden}.",
        "geen_passend_meer": "Er is aanbod met een passende woonvorm, maar bij elke plek is er meer dan één reden "
        "waarom die niet past.",
        "verdrongen": "Er was een passende plek, maar anderen gingen voor: {anderen}.",
        "verdrongen_vol": "Er was een passende plek, maar {vol}.",
        "verdrongen_beide": "Er was een passende plek, maar {vol}. Ook gingen anderen voor: {anderen}.",
        "verdrongen_doel": "Er was een passende plek, maar dan werd de uitkomst slechter voor een doel dat hoger "
        "staat: anderen gingen voor.",
    }
)
"""Why someone has no proposal; R02 and later are put inside ``geen_passend``."""

VOL: MappingProxyType[str, str] = MappingProxyType(
    {
        "K2": "de woning was al vol",
        "K3": "het contingent was al vol",
        "K4": "het quotum van de gemeente was al vol",
        "K5": "de wijk was al vol",
        "K6": "het complex was al vol",
        "K7": "het complex was al vol voor deze persoon (overlast en prikkelarm gaan daar niet samen)",
        "K8": "de omgeving was al vol (te dichtbij is al een gespikkelde woning)",
        "K9": "de zorg van de aanbieder was al vol (uren per week)",
        "K11": "de omgeving was al vol (te dichtbij woont iemand met een contactverbod)",
    }
)
"""What was full before the batch."""

ANDEREN: MappingProxyType[str, str] = MappingProxyType(
    {
        "K2": "zij krijgen die plek",
        "K3": "het contingent is nu op",
        "K4": "het quotum van de gemeente is nu vol",
        "K5": "de wijk is nu vol",
        "K6": "het complex is nu vol",
        "K7": "in het complex gaan overlast en prikkelarm niet samen",
        "K8": "zij krijgen een gespikkelde woning die daar te dichtbij ligt",
        "K9": "de aanbieder heeft geen uren meer over",
        "K11": "iemand met een contactverbod komt daar te dichtbij wonen",
    }
)
"""What is full since the batch, for "anderen gingen voor: ..."."""
