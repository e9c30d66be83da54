"""A second formulation of the batch, solved by another algorithm: pairs that clash as edges, levels by SCIP.

It shares nothing with ``solver/`` or ``matcher/``: the limits are those of the oracle, clashes are pairwise edges
where the program has sums, and spreading is a variable per gemeente above both of its sides. SCIP works in floats,
so values are recomputed in whole numbers from the pairs that it chose.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ortools.linear_solver import pywraplp  # type: ignore[import-untyped,attr-defined,unused-ignore]

from tests.orakel.orakel import GEEN, bereid_voor
from tests.orakel.samen import aandelen, hamilton
from tests.orakel.waarde import MIN, getelde_gemeenten, niveaus
from tests.orakel.wereld import Wereld
from tests.orakel.zoek import Optie, Zoeker, maak_zoeker

Keuzes = Mapping[tuple[str, str], Any]


def beste_niveaus(wereld: Wereld) -> dict[str, int] | None:
    """The levels of the best result; None when the fixed pairs clash."""
    voor = bereid_voor(wereld)
    mag = {
        wie: [p for p in voor.plekken.values() if not voor.gebroken[wie, p.id] or (wie, p.id) in voor.vast]
        for wie in voor.deelnemers
    }
    zoeker = maak_zoeker(wereld, mag, voor.vast, GEEN)
    model = pywraplp.Solver.CreateSolver("SCIP")
    keuzes = _keuzes(model, zoeker)
    _grenzen(model, zoeker, keuzes)
    bereikt = niveaus(wereld, [])
    for naam in zoeker.namen:
        doel = _doel(model, wereld, zoeker, keuzes, naam)
        (model.Minimize if naam in MIN else model.Maximize)(doel)
        if model.Solve() != pywraplp.Solver.OPTIMAL:
            return None
        gekozen = [paar for paar, keuze in keuzes.items() if keuze.solution_value() > 0.5]
        bereikt = niveaus(wereld, [(wereld.personen[wie], voor.plekken[plek]) for wie, plek in gekozen])
        model.Add(doel <= bereikt[naam] if naam in MIN else doel >= bereikt[naam])
    return bereikt


def _opties(zoeker: Zoeker) -> list[Optie]:
    return [optie for opties, _ in zoeker.mensen for optie in opties]


def _keuzes(model: pywraplp.Solver, zoeker: Zoeker) -> Keuzes:
    return {optie.paar: model.BoolVar("|".join(optie.paar)) for optie in _opties(zoeker)}


def _grenzen(model: pywraplp.Solver, zoeker: Zoeker, keuzes: Keuzes) -> None:
    for opties, mag_zonder in zoeker.mensen:
        som = sum(keuzes[optie.paar] for optie in opties)
        model.Add(som <= 1 if mag_zonder else som == 1)
    for k, ruimte in enumerate(zoeker.ruimte):
        model.Add(sum(dict(o.erbij)[k] * keuzes[o.paar] for o in _opties(zoeker) if k in dict(o.erbij)) <= ruimte)
    for botsing in zoeker.botsingen:
        model.Add(sum(keuzes[paar] for paar in botsing) <= 1)


def _doel(model: pywraplp.Solver, wereld: Wereld, zoeker: Zoeker, keuzes: Keuzes, naam: str) -> Any:
    if naam == "spreiding":
        return _spreiding(model, wereld, zoeker, keuzes)
    k = zoeker.namen.index(naam)
    teken = -1 if naam in MIN else 1
    return sum(teken * optie.waarde[k] * keuzes[optie.paar] for optie in _opties(zoeker)) + 0 * model.NumVar(0, 0, "")


def _spreiding(model: pywraplp.Solver, wereld: Wereld, zoeker: Zoeker, keuzes: Keuzes) -> Any:
    delen = aandelen(wereld)
    geteld = getelde_gemeenten(wereld)
    n = {
        code: geteld[code] + sum(keuzes[o.paar] for o in _opties(zoeker) if o.telt and o.gemeente == code)
        for code in geteld
    }
    totaal = sum(n.values()) + 0 * model.NumVar(0, 0, "")
    band = float(wereld.regels["spreiding"]["band_pct"]) * 100
    te_veel = []
    for code, aandeel in hamilton(10000, delen).items() if delen else []:
        over = model.NumVar(0, model.infinity(), f"spreiding {code}")
        model.Add(over >= 10000 * n[code] - aandeel * totaal - band * totaal)
        model.Add(over >= aandeel * totaal - 10000 * n[code] - band * totaal)
        te_veel.append(over)
    return sum(te_veel) + 0 * model.NumVar(0, 0, "")
