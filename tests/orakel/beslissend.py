"""Which rules decided something: leave the rule out of the book, solve again, and see another answer."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from tests.orakel.orakel import Uitkomst, Voorbereid, bereid_voor, los_wereld_op
from tests.orakel.paar import R_CODES
from tests.orakel.samen import K_CODES, Paar, overtredingen
from tests.orakel.waarde import MIN, niveaus
from tests.orakel.wereld import Wereld

U_CODES = ("U1", "U2", "U3", "U5")
CODES = (*U_CODES, *R_CODES, *K_CODES)


def beslissend(wereld: Wereld, codes: Iterable[str] = CODES) -> frozenset[str]:
    """The rules without which exit code, levels or assignment of a tiny region differ.

    K1 is a lower bound: counted when a second plek for someone who has one makes the levels better.
    """
    met = los_wereld_op(wereld)
    voor = bereid_voor(wereld)
    return frozenset(code for code in codes if kan_beslissen(voor, code) and _beslist(voor, met, code))


def kan_beslissen(voor: Voorbereid, code: str) -> bool:
    """A cheap test that no deciding rule fails: leaving it out changes who or what may be combined at all."""
    if code in U_CODES:
        return code in voor.uitgesloten.values()
    if code in R_CODES:
        return any(codes == {code} for codes in voor.gebroken.values())
    return code != "K10" or bool(voor.vast)


def _beslist(voor: Voorbereid, met: Uitkomst, code: str) -> bool:
    if code == "K1":
        return met.exit == 0 and _tweede_plek_helpt(voor, met)
    zonder = los_wereld_op(voor.wereld, frozenset({code}))
    return (met.exit, met.niveaus, met.toewijzing) != (zonder.exit, zonder.niveaus, zonder.toewijzing)


def _tweede_plek_helpt(voor: Voorbereid, met: Uitkomst) -> bool:
    wereld = voor.wereld
    paren = [(wereld.personen[persoon], voor.plekken[plek]) for persoon, plek in met.toewijzing]
    for persoon, plek in paren:
        if not wereld.blijvers(persoon.id):
            for ander in voor.mogelijk(persoon.id):
                meer = [*paren, (persoon, ander)]
                if ander.id != plek.id and overtredingen(wereld, meer) == {"K1"} and _beter(wereld, meer, paren):
                    return True
    return False


def _beter(wereld: Wereld, een: Sequence[Paar], ander: Sequence[Paar]) -> bool:
    return _vector(wereld, een) > _vector(wereld, ander)


def _vector(wereld: Wereld, paren: Sequence[Paar]) -> tuple[int, ...]:
    return tuple(-waarde if naam in MIN else waarde for naam, waarde in niveaus(wereld, paren).items())


def tabel(gevonden: Sequence[frozenset[str]]) -> str:
    """How often each rule decided something, as a page of markdown."""
    kop = [
        "# How often each rule decides",
        "",
        f"Random tiny regions of the test programme: {len(gevonden)}. A rule decides in a region when the exit code,",
        "the levels or the assignment differ once the rule is left out (K1: a lower bound). Made by",
        "`ZL_PROOF=1 ZL_SCHRIJF=1 pytest tests/property/test_beslissend.py`.",
        "",
        "| rule | regions | rule | regions | rule | regions |",
        "|---|---|---|---|---|---|",
    ]
    cellen = [f"{code} | {sum(code in codes for codes in gevonden)}" for code in CODES]
    rijen = [cellen[k : k + 3] for k in range(0, len(cellen), 3)]
    regels = ["| " + " | ".join(chain(rij, [" | "] * (3 - len(rij)))) + " |" for rij in rijen]
    return "\n".join([*kop, *regels]) + "\n"
