"""All files of a batch, as bytes by name: who writes them decides where, and writes all or none."""

from __future__ import annotations

from data.regio import Regio
from matcher.rapport.pagina import overleg_html, rapport_html
from matcher.schrijven.certificaat import bewijs_json, certificaat_json
from matcher.schrijven.tabellen import niet_geplaatst_csv, plekken_csv, reistijden_csv, voorstellen_csv
from matcher.uitkomst import BatchUitkomst


def bestanden(uitkomst: BatchUitkomst, regio: Regio) -> dict[str, bytes]:
    """The files of a batch by name (contract par. 6).

    The same outcome of the same region gives the same bytes; only ``duur_s`` in ``certificaat.json`` is a measurement.
    """
    return {
        "voorstellen.csv": voorstellen_csv(uitkomst),
        "niet_geplaatst.csv": niet_geplaatst_csv(uitkomst),
        "plekken.csv": plekken_csv(uitkomst),
        "reistijden.csv": reistijden_csv(uitkomst),
        "certificaat.json": certificaat_json(uitkomst),
        "bewijs.json": bewijs_json(uitkomst),
        "rapport.html": rapport_html(uitkomst, regio),
        "rapport_overleg.html": overleg_html(uitkomst, regio),
    }
