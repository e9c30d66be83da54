"""What the independent checker has to say: a finding is a value, never an exception."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Bevinding:
    """One thing that is not right about a batch.

    ``code`` is a rule (``U1``, ``R07``, ``K5``), ``niveau:<name>``, ``veld:<column>``, or one of ``status``,
    ``code``, ``telling``, ``plekken``, ``reistijden``, ``invoer``, ``certificaat`` and ``bestand``.
    ``onderwerp`` names ids, files or limits; ``tekst`` is a Dutch sentence without personal values.
    """

    code: str
    onderwerp: str
    tekst: str
