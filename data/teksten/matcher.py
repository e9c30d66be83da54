"""Sentences of the part ``matcher``."""

from __future__ import annotations

TEKSTEN: dict[str, str] = {
    "vast_loopt_al": "deze vaste koppeling loopt al; de persoon doet niet meer mee",
    "vast_en_verbod": "deze combinatie is tegelijk vast en verboden; haal een van de twee weg",
    "vast_uitgesloten": "een vaste koppeling voor iemand die niet meedoet ({regel}); haal de afspraak weg of kijk "
    "waarom de persoon niet meedoet",
    "vast_geen_aanbod": "{plek} zit niet in het aanbod van deze batch (vol, of niet los toe te wijzen); "
    "kies een andere plek of haal de afspraak weg",
    "vast_zonder_ondanks": "deze vaste koppeling gaat in tegen bescherming {regel}; is dat een bewust besluit, "
    "zet {regel} dan bij ondanks",
}
