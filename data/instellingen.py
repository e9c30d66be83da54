"""The settings of a region: ``regels.toml`` merged key by key over the defaults of the contract."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from data.keuzes import Doel, Vrij, Wet, Zorgzwaarte

Geheel = Annotated[int, Field(strict=True, ge=-1_000_000, le=1_000_000)]
Vlag = Annotated[bool, Field(strict=True)]
Aantal = Annotated[int, Field(strict=True, ge=0, le=1_000_000)]
Maat = Annotated[Decimal, Field(ge=0, max_digits=15, allow_inf_nan=False)]


class _Deel(BaseModel):
    """A table of the settings: frozen, and without keys that nobody reads."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Batch(_Deel):
    """``[batch]``; all in days but the last."""

    horizon_dagen: Aantal = 28
    op_tijd_dagen: Aantal = 42
    reactietermijn_dagen: Aantal = 14
    toewijs_termijn_dagen: Aantal = 60
    kandidaat_akkoord: Vlag = False


class Deelname(_Deel):
    """``[deelname]``."""

    uitgesloten_wet: tuple[Wet, ...] = (Wet.WLZ,)


class Woonvorm(_Deel):
    """``[woonvormen.NAAM]``; months, metres, minutes."""

    max_verblijf_maanden: Annotated[int, Field(strict=True, ge=1, le=1200)] | None = None
    zorgplan: Vlag = False
    min_afstand_m: Maat | None = None
    convenantpartner: Vlag = False
    huurtermijn_maanden: Aantal | None = None
    nazorg_maanden: Aantal | None = None
    reactietijd_min: Annotated[Decimal, Field(ge=0, le=10_000, decimal_places=2)] | None = None
    zorg24: Vlag = False
    vangnet: Vlag = False
    telt_mee: Vlag = True


class Spreiding(_Deel):
    """``[spreiding]``; places, and ``band_pct`` in percent with at most two decimals."""

    jaaropgave: Aantal | None = None
    speling: Aantal = 0
    vrij: tuple[Vrij, ...] = ()
    band_pct: Annotated[Decimal, Field(ge=0, le=1000, decimal_places=2)] = Decimal(5)


class Draagkracht(_Deel):
    """``[draagkracht]``: points a placement takes, by how heavy the care is."""

    gewicht: dict[Zorgzwaarte, Aantal] = Field(default_factory=lambda: dict.fromkeys(Zorgzwaarte, 1))
    bron: Annotated[str, Field(min_length=1, max_length=500)] | None = None
    datum: Annotated[date, Field(strict=True)] | None = None

    @model_validator(mode="after")
    def _verantwoord(self) -> Draagkracht:
        if len(self.gewicht) != len(Zorgzwaarte):
            raise ValueError("gewicht_onvolledig")
        if set(self.gewicht.values()) != {1} and (self.bron is None or self.datum is None):
            raise ValueError("gewicht_zonder_bron")
        return self


class Reistijd(_Deel):
    """``[reistijd]``: how a straight line becomes minutes."""

    omweg: Annotated[Decimal, Field(gt=0, max_digits=15)] = Decimal("1.3")
    m_per_min: Annotated[Decimal, Field(gt=0, max_digits=15)] = Decimal(500)


class Prikkel(_Deel):
    """``[prikkel]``."""

    afleiden: Vlag = False


class Huur(_Deel):
    """``[huur]``: a lower limit for the young; ``jong_max`` in euros a month."""

    jong_tot: Aantal | None = None
    jong_max: Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2)] | None = None

    @model_validator(mode="after")
    def _samen(self) -> Huur:
        if (self.jong_tot is None) != (self.jong_max is None):
            raise ValueError("jong_samen")
        return self


class Passend(_Deel):
    """``[passend]``: points of the fit of a pair; ``anker_km`` in kilometres."""

    gemeente: tuple[Aantal, ...] = (30, 20, 10)
    herkomst: Aantal = 20
    woonvorm: tuple[Aantal, ...] = (15, 8, 4)
    woonomgeving: Aantal = 15
    prikkel: Aantal = 10
    anker: Aantal = 10
    anker_km: Annotated[Decimal, Field(gt=0, max_digits=15)] = Decimal(10)
    ontlasten: Aantal = 10
    minimum: Geheel = 0


class Doelen(_Deel):
    """``[doelen]``: the levels of the objective, the most important first."""

    volgorde: tuple[Doel, ...] = tuple(Doel)

    @model_validator(mode="after")
    def _volgorde(self) -> Doelen:
        if len(set(self.volgorde)) != len(self.volgorde):
            raise ValueError("doel_dubbel")
        if Doel.GEPLAATST not in self.volgorde:
            raise ValueError("doel_geplaatst")
        return self


STANDAARD_WOONVORMEN: MappingProxyType[str, dict[str, Any]] = MappingProxyType(
    {
        "flex_shortstay": {"max_verblijf_maanden": 18},
        "flex_doorstroom": {"max_verblijf_maanden": 18, "zorgplan": True},
        "housing_first": {"min_afstand_m": Decimal(75)},
        "convenant": {
            "zorgplan": True,
            "convenantpartner": True,
            "huurtermijn_maanden": 24,
            "nazorg_maanden": 12,
        },
        "bt_basis": {"zorgplan": True, "min_afstand_m": Decimal(75), "reactietijd_min": Decimal(30)},
        "bt_plus": {"zorgplan": True, "zorg24": True},
        "tussenvoorziening": {"max_verblijf_maanden": 12, "telt_mee": False},
        "kamer_met_aandacht": {},
        "gezinswoning": {"max_verblijf_maanden": 12},
    }
)
"""The woonvormen of the contract with their settings."""


class Instellingen(_Deel):
    """All settings of a region."""

    batch: Batch = Batch()
    deelname: Deelname = Deelname()
    woonvormen: dict[str, Woonvorm] = Field(
        default_factory=lambda: {naam: Woonvorm(**deel) for naam, deel in STANDAARD_WOONVORMEN.items()}
    )
    spreiding: Spreiding = Spreiding()
    draagkracht: Draagkracht = Draagkracht()
    reistijd: Reistijd = Reistijd()
    prikkel: Prikkel = Prikkel()
    huur: Huur = Huur()
    passend: Passend = Passend()
    kosten: dict[str, Annotated[Decimal, Field(ge=0, max_digits=12, decimal_places=2)]] = Field(default_factory=dict)
    doelen: Doelen = Doelen()
