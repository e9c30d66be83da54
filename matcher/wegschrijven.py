"""The batch folder: there whole, and accepted by the independent checker, or not there."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from pathlib import Path

from data.meldingen import Melding, fout, systeemfout
from data.regio import Regio
from data.schrijven import DoelBestaatError, nieuwe_map, ruim_resten
from matcher.controle import Bevinding, controleer
from matcher.run import Afloop, Run
from matcher.schrijven import bestanden
from matcher.tijd import isoweek
from matcher.uitkomst import BatchStatus, BatchUitkomst

MAP_BATCHES = "batches"
MAP_PROEF = "proef"


class _AfgekeurdError(Exception):
    """The checker found something; leaving the folder's block this way takes the folder away."""

    def __init__(self, bevindingen: tuple[Bevinding, ...]) -> None:
        super().__init__()
        self.bevindingen = bevindingen


def nieuw_batch_id(regio_map: Path, datum: date) -> str:
    """``jjjj-Www-n`` with the next n of that ISO week, over batches and trials together: an id means one thing."""
    week = isoweek(datum)
    vorm = re.compile(re.escape(week) + r"-([1-9][0-9]*)")
    mappen = [regio_map / MAP_BATCHES, regio_map / MAP_PROEF]
    namen = [pad.name for map_ in mappen if map_.is_dir() for pad in map_.iterdir()]
    return f"{week}-{max((int(gevonden[1]) for naam in namen if (gevonden := vorm.fullmatch(naam))), default=0) + 1}"


def batchmap(map_: Path, batch: str) -> Path | None:
    """The folder of this batch, released or tried; None when the region has no such batch."""
    if re.fullmatch(r"[0-9]{4}-W[0-9]{2}-[1-9][0-9]*", batch) is None:
        return None
    return next((pad for naam in (MAP_BATCHES, MAP_PROEF) if (pad := map_ / naam / batch).is_dir()), None)


def schrijf_batch(map_: Path, doel: Path, uitkomst: BatchUitkomst, regio: Regio) -> Run:
    """Writes ``doel`` for the region in ``map_``, checks it as an outsider would, and only then lets it be seen."""
    try:
        return _probeer(map_, doel, uitkomst, regio)
    finally:
        _ruim_leeg(doel.parent)


def ruim_op(map_: Path) -> None:
    """Takes away what a process that was killed left half made in the region in ``map_``. Raises nothing."""
    for naam in (MAP_BATCHES, MAP_PROEF):
        ruim_resten(map_ / naam)
        _ruim_leeg(map_ / naam)


def _ruim_leeg(map_: Path) -> None:
    with suppress(OSError):
        map_.rmdir()  # only when nothing is in it


def _probeer(map_: Path, doel: Path, uitkomst: BatchUitkomst, regio: Regio) -> Run:
    try:
        with nieuwe_map(doel) as tijdelijk:
            for naam, inhoud in bestanden(uitkomst, regio).items():
                (tijdelijk / naam).write_bytes(inhoud)
            if bevindingen := controleer(map_, tijdelijk):
                raise _AfgekeurdError(bevindingen)
    except _AfgekeurdError as afgekeurd:
        return _afgekeurd(afgekeurd.bevindingen)
    except DoelBestaatError:
        return Run(afloop=Afloop.IN_GEBRUIK, meldingen=(fout("batch_in_gebruik", batch=doel.name),))
    except OSError as fout_:
        return Run(afloop=Afloop.FOUTE_INVOER, meldingen=(niet_geschreven(doel, fout_),))
    afloop = Afloop.KLAAR if uitkomst.status is BatchStatus.OPTIMAAL else Afloop.TIJDSLIMIET
    return Run(afloop=afloop, uitkomst=uitkomst, map=doel)


def niet_geschreven(doel: Path, reden: OSError) -> Melding:
    """Why nothing could be written at ``doel``: full disk, no rights."""
    return fout("niet_geschreven", map=doel.name, reden=systeemfout(reden))


def _afgekeurd(bevindingen: tuple[Bevinding, ...]) -> Run:
    """A file that changed during the run is the user's to mend; anything else is a fault of ours."""
    if all(bevinding.code == "invoer" for bevinding in bevindingen):
        return Run(
            afloop=Afloop.FOUTE_INVOER,
            meldingen=tuple(fout("veranderd_tijdens_run", b.onderwerp) for b in bevindingen),
        )
    return Run(
        afloop=Afloop.EIGEN_FOUT,
        meldingen=tuple(fout("eigen_fout", regel=b.code, waar=b.onderwerp, tekst=b.tekst) for b in bevindingen),
    )
