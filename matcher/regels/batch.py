"""K rules: what holds over the whole batch (contract par. 4)."""

from __future__ import annotations

from collections.abc import Iterator

from matcher.regels.aantal import k1, k2, k3, k4, k5, k6, k9
from matcher.regels.afstand import k7, k8
from matcher.regels.contact import k11
from matcher.regels.regel import KEUZE_VAN_DE_REGIO, BatchRegel, RegelSoort
from matcher.stand import Grens, Stand


def _k10(_: Stand) -> Iterator[Grens]:
    """A fixed pair is no limit over options: the kernel takes ``Stand.vast`` as it is."""
    return iter(())


BATCHREGELS = (
    BatchRegel(
        code="K1",
        soort=RegelSoort.BATCH,
        naam="Een plek per persoon",
        zin="Iedereen krijgt hoogstens één plek.",
        bron=KEUZE_VAN_DE_REGIO,
        grenzen=k1,
    ),
    BatchRegel(
        code="K2",
        soort=RegelSoort.BATCH,
        naam="Vrije plaatsen van de woning",
        zin="Een woning krijgt niet meer mensen dan er plaatsen vrij zijn.",
        bron=KEUZE_VAN_DE_REGIO,
        grenzen=k2,
    ),
    BatchRegel(
        code="K3",
        soort=RegelSoort.BATCH,
        naam="Contingent",
        zin="Een contingent krijgt niet meer mensen dan de corporatie heeft beloofd.",
        bron="003, Convenant Huisvesting Zorgafhankelijke Groepen; 003, Wonen Midden-Delfland",
        grenzen=k3,
    ),
    BatchRegel(
        code="K4",
        soort=RegelSoort.BATCH,
        naam="Quotum van de gemeente",
        zin="Een gemeente krijgt in een jaar niet meer plaatsingen dan is afgesproken.",
        bron="003, spreiding volgens het objectief verdeelmodel",
        grenzen=k4,
    ),
    BatchRegel(
        code="K5",
        soort=RegelSoort.BATCH,
        naam="Draagkracht van de wijk",
        zin="Een wijk krijgt niet meer dan zij kan dragen.",
        bron="000, sterke en draagkrachtige wijken; 003, draagkracht van een buurt of wijk",
        grenzen=k5,
    ),
    BatchRegel(
        code="K6",
        soort=RegelSoort.BATCH,
        naam="Grens van het complex",
        zin="Een complex krijgt niet meer plaatsingen dan is afgesproken.",
        bron="003, spreiding over diverse woonlocaties",
        grenzen=k6,
    ),
    BatchRegel(
        code="K7",
        soort=RegelSoort.BATCH,
        naam="Rust en overlast in één complex",
        zin="Iemand met kans op overlast en iemand die rust nodig heeft, wonen niet in één complex.",
        bron="002 par. 6.4 (prikkel- en overlastarme woonunits)",
        grenzen=k7,
    ),
    BatchRegel(
        code="K8",
        soort=RegelSoort.BATCH,
        naam="Afstand tussen woningen",
        zin="Woningen van deze woonvorm liggen verspreid (gespikkeld).",
        bron="000, BT basis verspreid in de wijk; 003, Housing First gespreid over locaties",
        grenzen=k8,
    ),
    BatchRegel(
        code="K9",
        soort=RegelSoort.BATCH,
        naam="Uren van de aanbieder",
        zin="Een aanbieder krijgt niet meer werk dan er uren zijn.",
        bron=KEUZE_VAN_DE_REGIO,
        grenzen=k9,
    ),
    BatchRegel(
        code="K10",
        soort=RegelSoort.BATCH,
        naam="Vaste koppeling",
        zin="Wat medewerkers hebben vastgezet, gaat door.",
        bron=KEUZE_VAN_DE_REGIO,
        grenzen=_k10,
    ),
    BatchRegel(
        code="K11",
        soort=RegelSoort.BATCH,
        naam="Contactverbod",
        zin="Twee mensen met een contactverbod wonen niet te dicht bij elkaar.",
        bron=KEUZE_VAN_DE_REGIO,
        grenzen=k11,
    ),
)
