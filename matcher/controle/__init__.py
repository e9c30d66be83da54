"""The independent checker: written from the contract alone, it shares no code with what it checks.

It imports nothing of the other rooms. What it cannot recompute without a map library it takes from the batch, and only
that: see ``docs/controle.md``.
"""

from matcher.controle.bevinding import Bevinding
from matcher.controle.onderzoek import Onderzoek, controleer, onderzoek_batch

__all__ = ["Bevinding", "Onderzoek", "controleer", "onderzoek_batch"]
