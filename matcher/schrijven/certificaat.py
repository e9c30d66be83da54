"""``certificaat.json``: what was reached, what was proven, from which input (contract par. 6); ``bewijs.json``: why."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from data.versie import __version__
from matcher.uitkomst import BatchUitkomst


def certificaat_json(uitkomst: BatchUitkomst) -> bytes:
    """The bytes of the certificate. Only ``duur_s`` may differ between two runs on the same input."""
    inhoud: dict[str, Any] = {
        "batch_id": uitkomst.batch_id,
        "datum": uitkomst.datum.isoformat(),
        "versie": __version__,
        "seed": uitkomst.seed,
        "status": str(uitkomst.status),
        "niveaus": [
            {
                "naam": niveau.naam,
                "richting": niveau.richting,
                "waarde": niveau.waarde,
                "grens": niveau.grens,
                "bewezen": niveau.bewezen,
            }
            for niveau in uitkomst.niveaus
        ],
        "invoer": dict(sorted(uitkomst.invoer.items())),
        "grootboek": None,
        "duur_s": {naam: round(duur, 3) for naam, duur in sorted(uitkomst.duur_s.items())},
    }
    return (json.dumps(inhoud, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def bewijs_json(uitkomst: BatchUitkomst) -> bytes:
    """The bytes of the proof (``docs/bewijs.md``); it names people in the names of limits."""
    return bewijs_bytes(uitkomst.bewijs)


def bewijs_bytes(bewijs: Mapping[str, Any] | None) -> bytes:
    """A proof as the kernel gives it, as bytes."""
    return (json.dumps(bewijs, ensure_ascii=False, separators=(",", ":")) + "\n").encode("utf-8")
