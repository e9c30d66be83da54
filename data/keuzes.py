"""The closed lists of the contract. Members stand in the order of the contract, lightest first."""

from __future__ import annotations

from enum import StrEnum


class Keuze(StrEnum):
    """A closed list whose order means something: ``rang`` is the place in it, from 0."""

    @property
    def rang(self) -> int:
        """Place in the list, from 0."""
        return list(type(self)).index(self)


class Zorgzwaarte(Keuze):
    """How heavy the care is."""

    LICHT = "licht"
    MIDDEN = "midden"
    ZWAAR = "zwaar"


class Toegankelijkheid(Keuze):
    """What aid someone can move about with in the dwelling."""

    GEEN = "geen"
    ROLLATOR = "rollator"
    ROLSTOEL = "rolstoel"


class Prikkelarm(Keuze):
    """Whether someone needs surroundings with few stimuli."""

    NEE = "nee"
    GEWENST = "gewenst"
    VEREIST = "vereist"


class Urgentie(Keuze):
    """How urgent the move is."""

    NORMAAL = "normaal"
    HOOG = "hoog"
    CRISIS = "crisis"


class Wet(Keuze):
    """The law under which someone gets support."""

    WMO = "wmo"
    FORENSISCH = "forensisch"
    WLZ = "wlz"
    JEUGDWET = "jeugdwet"


class Woonomgeving(Keuze):
    """Kind of surroundings of a wijk."""

    STAD = "stad"
    DORP = "dorp"
    LANDELIJK = "landelijk"


class UitstroomUit(Keuze):
    """The institution that someone leaves; for the fairness monitor and nothing else."""

    BW = "bw"
    BT = "bt"
    MO = "mo"
    GGZ = "ggz"
    VERSLAVINGSZORG = "verslavingszorg"
    DETENTIE = "detentie"
    JEUGDZORG = "jeugdzorg"
    VROUWENOPVANG = "vrouwenopvang"
    GEZINSOPVANG = "gezinsopvang"
    ANDERS = "anders"


class VerbodNiveau(Keuze):
    """The area within which two people must not both live."""

    COMPLEX = "complex"
    WIJK = "wijk"
    GEMEENTE = "gemeente"


class AfspraakSoort(Keuze):
    """What staff decided about a pair."""

    VAST = "vast"
    VERBOD = "verbod"


class Ondanks(Keuze):
    """Protections that a fixed pair may pass over when staff name them."""

    R14 = "R14"
    R15 = "R15"
    R17 = "R17"
    R19 = "R19"


class Prikkelsoort(Keuze):
    """Kinds of sources of stimuli in the layer ``prikkelbronnen``."""

    SPOOR = "spoor"
    SNELWEG = "snelweg"
    UITGAAN = "uitgaan"
    HORECA = "horeca"
    SCHOOL = "school"
    EVENEMENT = "evenement"
    COFFEESHOP = "coffeeshop"
    SPEELPLEK = "speelplek"


class Doel(Keuze):
    """The levels of the objective."""

    CRISIS = "crisis"
    OP_TIJD = "op_tijd"
    HOOG = "hoog"
    GEPLAATST = "geplaatst"
    WACHTTIJD = "wachttijd"
    SPREIDING = "spreiding"
    PASSEND = "passend"
    SCHAARSTE = "schaarste"
    LOTING = "loting"


class Vrij(Keuze):
    """Who may exceed the quota of a gemeente."""

    CRISIS = "crisis"
    HERKOMST = "herkomst"


class Besluit(Keuze):
    """What a corporation answers on a sheet; an empty cell is "not decided"."""

    AKKOORD = "akkoord"
    WEIGER = "weiger"


class JaNee(Keuze):
    """An answer on a sheet; an empty cell is "not decided"."""

    JA = "ja"
    NEE = "nee"


class Weigerreden(Keuze):
    """Why a proposal is refused."""

    HUUR = "huur"
    WONING = "woning"
    OMGEVING = "omgeving"
    ONGESCHIKT = "ongeschikt"
    ANDERS_VERHUURD = "anders_verhuurd"
    TERMIJN = "termijn"
    PERSOON = "persoon"
    ANDERS = "anders"


class WeigeringDoor(Keuze):
    """Who refuses a proposal."""

    CORPORATIE = "corporatie"
    KANDIDAAT = "kandidaat"
    AANBIEDER = "aanbieder"
