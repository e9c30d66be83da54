"""The proof that the program gives for a region: its own question, its own kernel; nothing of the checker."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from matcher.assemble import Opgave, maak_opgave, maak_stand
from matcher.batch import los_op
from matcher.run import Klok
from matcher.schrijven.certificaat import bewijs_bytes
from matcher.voorbereiding import voorbereiden
from solver.solution import Solution


def vraag_van(regio: Path, datum: date, zaad: str) -> Opgave:
    """What the program asks its kernel about a region."""
    klaar, meldingen = voorbereiden(regio, datum, Klok(lambda _: None))
    assert klaar is not None, meldingen
    stand = maak_stand(klaar.regio, klaar.peil, klaar.velden, klaar.paren, klaar.afspraken, klaar.verblijf)
    return maak_opgave(stand, klaar.velden, zaad)


@cache
def antwoord(regio: Path, datum: date, zaad: str) -> Solution:
    """What the kernel answers."""
    return los_op(vraag_van(regio, datum, zaad), None)


def bewijs(regio: Path, datum: date, zaad: str) -> bytes:
    """``bewijs.json`` of the best batch of a region."""
    return bewijs_bytes(antwoord(regio, datum, zaad).proof)
