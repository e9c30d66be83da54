"""Writing: CSV and workbooks as the contract asks, and folders that appear whole or not at all."""

from __future__ import annotations

from data.schrijven.atomair import (
    DoelBestaatError,
    nieuwe_map,
    ruim_resten,
    sigterm_als_onderbreking,
    vervang_bestand,
)
from data.schrijven.csvtekst import Waarde, csv_tekst
from data.schrijven.tabel import tabel_csv, tabel_rijen
from data.schrijven.werkboek import Blad, BladKolom, Opmaak, werkboek_bytes

__all__ = [
    "Blad",
    "BladKolom",
    "DoelBestaatError",
    "Opmaak",
    "Waarde",
    "csv_tekst",
    "nieuwe_map",
    "ruim_resten",
    "sigterm_als_onderbreking",
    "tabel_csv",
    "tabel_rijen",
    "vervang_bestand",
    "werkboek_bytes",
]
