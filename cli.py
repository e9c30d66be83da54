"""The command ``landing``: its options, progress and exit codes. The work is done elsewhere, loaded when needed."""

from __future__ import annotations

import gc
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from typer.exceptions import TyperException

from data.teksten.hulppagina import Opdrachtgroep, Opdrachtpagina
from data.teksten.opdracht import HULP, KORT, STAPPEN
from solver.loading import one_thread, room, seldom

if TYPE_CHECKING:
    from data.meldingen import Melding
    from matcher.run import Run, Voortgang
    from matcher.velen import Opdracht
    from matcher.verslag import Regel

FOUTE_INVOER = 2
NIET_IN_ORDE = 70
ONDERBROKEN = 130


app = typer.Typer(
    name="landing",
    cls=Opdrachtgroep,
    help=HULP["landing"],
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    options_metavar="[KEUZES]",
    subcommand_metavar="OPDRACHT",
)


def _opdracht(naam: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Registers a command under its name, with the help of the catalogue."""
    return app.command(naam, cls=Opdrachtpagina, help=HULP[naam], short_help=KORT[naam], options_metavar="[KEUZES]")


Stil = Annotated[bool, typer.Option("--stil", "-q", help=HULP["stil"])]
Uitgebreid = Annotated[bool, typer.Option("--uitgebreid", "-v", help=HULP["uitgebreid"])]
AlsJson = Annotated[bool, typer.Option("--json", help=HULP["json"])]
Regiomap = Annotated[str, typer.Argument(metavar="REGIO", help=HULP["regio_map"], show_default=False)]


@app.callback(invoke_without_command=True)
def _landing(
    ctx: typer.Context, *, versie: Annotated[bool, typer.Option("--version", help=HULP["versie"])] = False
) -> None:
    if versie:
        from data.versie import __version__

        typer.echo(f"landing {__version__}")
    elif ctx.invoked_subcommand is None:
        _stop("gebruik_geen_opdracht")
    else:
        room()


@_opdracht("voorstel")
def _voorstel(
    regios: Annotated[list[str], typer.Argument(metavar="REGIO...", help=HULP["regio_mappen"], show_default=False)],
    *,
    datum: Annotated[str, typer.Option(help=HULP["datum"], metavar="D", show_default=False)] = "",
    zaad: Annotated[str | None, typer.Option(help=HULP["zaad"], metavar="Z", show_default=False)] = None,
    reden: Annotated[str | None, typer.Option(help=HULP["reden_zaad"], metavar="R", show_default=False)] = None,
    tijd: Annotated[str | None, typer.Option(help=HULP["tijd"], metavar="S", show_default=False)] = None,
    proef: Annotated[bool, typer.Option("--proef", help=HULP["proef"])] = False,
    werkers: Annotated[str | None, typer.Option(help=HULP["werkers"], metavar="N", show_default=False)] = None,
    als_json: AlsJson = False,
    stil: Stil = False,
    uitgebreid: Uitgebreid = False,
) -> None:
    if zaad is not None and not zaad.strip():
        _stop("gebruik_zaad_leeg")
    if zaad is not None and not (reden or "").strip():
        _stop("gebruik_zaad_zonder_reden")
    dag, seconden, hoogst = _dag(datum), _seconden(tijd), _werkers(werkers)
    if len(regios) > 1:
        from matcher.velen import Opdracht

        opdracht = Opdracht(datum=dag, zaad=zaad, reden=reden, seconden=seconden, proef=proef)
        _voorstellen([Path(r) for r in regios], opdracht, hoogst, als_json=als_json, stil=stil, uitgebreid=uitgebreid)
    map_ = Path(regios[0])
    run = _maak_voorstel(map_, dag, zaad, reden, seconden, proef=proef, stil=stil or als_json)
    if als_json:
        from matcher.run import als_gegevens

        _zeg_json([als_gegevens(map_, run)])
    else:
        _zeg_run(map_, run, stil=stil, uitgebreid=uitgebreid)
    raise typer.Exit(run.afloop)


def _maak_voorstel(
    map_: Path,
    dag: date,
    zaad: str | None = None,
    reden: str | None = None,
    seconden: float | None = None,
    *,
    proef: bool = False,
    stil: bool = False,
) -> Run:
    """One region's batch, solved in a process of its own, which loads while this one does."""
    from solver.apart import Workshop
    from solver.native import undisturbed

    with Workshop() as werkplaats, _stappen(stil=stil) as voortgang:
        with undisturbed():  # Ctrl-C in the middle of loading numpy comes out as a fault of numpy
            from matcher.batch import maak_voorstel

        return maak_voorstel(
            map_,
            dag,
            zaad=zaad,
            reden=reden,
            seconden=seconden,
            proef=proef,
            spread=werkplaats.spread,
            voortgang=voortgang,
        )


def _voorstellen(
    mappen: Sequence[Path], opdracht: Opdracht, werkers: int | None, *, als_json: bool, stil: bool, uitgebreid: bool
) -> NoReturn:
    """Several regions, told in the order in which they were given, also when the run is interrupted."""
    from matcher.run import als_gegevens, ergste
    from matcher.velen import dubbel, maak_voorstellen
    from matcher.verslag import velenregels
    from solver.apart import cores

    if nogmaals := dubbel(mappen):
        _stop("gebruik_regio_dubbel", map=nogmaals)
    runs: dict[int, Run] = {}
    try:
        with (
            _balk(len(mappen), stil=stil or als_json) as vooruit,
            closing(maak_voorstellen(mappen, opdracht, werkers or cores())) as uitslagen,
        ):
            for nummer, run in uitslagen:
                runs[nummer] = run
                vooruit()
    finally:
        if not als_json:
            _zeg_regels(velenregels(mappen, runs, stil=stil, uitgebreid=uitgebreid))
    if als_json:
        _zeg_json([als_gegevens(map_, runs[nummer]) for nummer, map_ in enumerate(mappen)])
    raise typer.Exit(ergste(run.afloop for run in runs.values()))


@_opdracht("vrijgeven")
def _vrijgeven(
    regio: Regiomap,
    batch: Annotated[str, typer.Argument(metavar="BATCH", help=HULP["batch"], show_default=False)],
    *,
    zonder: Annotated[
        list[str] | None, typer.Option(help=HULP["zonder"], metavar="VOORSTEL", show_default=False)
    ] = None,
    reden: Annotated[list[str] | None, typer.Option(help=HULP["reden_zonder"], metavar="R", show_default=False)] = None,
    wie: Annotated[str | None, typer.Option(help=HULP["wie"], metavar="NAAM", show_default=False)] = None,
    datum: Annotated[str, typer.Option(help=HULP["datum_vrijgave"], metavar="D", show_default=False)] = "",
    als_json: AlsJson = False,
    stil: Stil = False,
) -> None:
    weg, redenen = zonder or [], reden or []
    if len(weg) != len(redenen) or not all(r.strip() for r in redenen):
        _stop("gebruik_redenen")
    if dubbel := [v for nummer, v in enumerate(weg) if v in weg[:nummer]]:
        _stop("gebruik_zonder_dubbel", voorstel=dubbel[0])
    from matcher.vrijgave import vrijgeven

    uitslag = vrijgeven(Path(regio), batch, zonder=dict(zip(weg, redenen, strict=True)), wie=wie, datum=_dag(datum))
    if als_json:
        _zeg_json(uitslag.als_gegevens())
    else:
        _zeg_meldingen(uitslag.meldingen, stil=stil)
        if uitslag.map is not None and not stil:
            _zeg("vrijgeven_klaar", aantal=len(uitslag.vellen), map=uitslag.map, datum=uitslag.reageer_voor)
    raise typer.Exit(uitslag.exitcode)


@_opdracht("controle")
def _controle(
    regio: Regiomap,
    batch: Annotated[str | None, typer.Argument(metavar="BATCH", help=HULP["batch_mag"], show_default=False)] = None,
    *,
    datum: Annotated[str, typer.Option(help=HULP["datum_controle"], metavar="D", show_default=False)] = "",
    als_json: AlsJson = False,
    stil: Stil = False,
) -> None:
    if batch is None:
        _controle_regio(Path(regio), _dag(datum), als_json=als_json, stil=stil)
    _controle_batch(Path(regio), batch or "", als_json=als_json, stil=stil)


def _controle_regio(map_: Path, dag: date, *, als_json: bool, stil: bool) -> NoReturn:
    from matcher.nakijken import kijk_na

    nagekeken = kijk_na(map_, dag)
    if als_json:
        _zeg_json(nagekeken.als_gegevens())
    else:
        _zeg_meldingen(nagekeken.meldingen, stil=stil)
        if nagekeken.goed and not stil:
            _zeg("controle_goed", map=map_)
            _zeg("controle_paren", mensen=nagekeken.mensen, plekken=nagekeken.plekken, paren=nagekeken.paren)
    raise typer.Exit(0 if nagekeken.goed else FOUTE_INVOER)


def _controle_batch(map_: Path, batch: str, *, als_json: bool, stil: bool) -> NoReturn:
    from matcher.wegschrijven import batchmap

    batch_map = batchmap(map_, batch)
    if batch_map is None:
        _stop("controle_geen_batch", batch=batch, map=map_)
    from matcher.controle import onderzoek_batch

    gevonden = onderzoek_batch(map_, batch_map)
    if als_json:
        _zeg_json(gevonden.als_gegevens())
    elif gevonden.bevindingen:
        _zeg("controle_batch_fout", fout=True, batch=batch)
        for bevinding in gevonden.bevindingen:
            typer.echo(f"  {bevinding.code}, {bevinding.onderwerp}: {bevinding.tekst}", err=True)
    elif not stil:
        _zeg("controle_batch_goed", batch=batch)
        for niveau in gevonden.niveaus:
            typer.echo(f"  {niveau.naam}: {niveau.tekst}")
    raise typer.Exit(NIET_IN_ORDE if gevonden.bevindingen else 0)


@_opdracht("sjabloon")
def _sjabloon(
    naam: Annotated[str, typer.Argument(metavar="MAP", help=HULP["sjabloon_map"], show_default=False)],
    *,
    xlsx: Annotated[bool, typer.Option("--xlsx", help=HULP["xlsx"])] = False,
    stil: Stil = False,
) -> None:
    map_ = _lege_map(naam, "sjabloon_bestaat")
    from data.sjabloon import schrijf_sjablonen

    schrijf_sjablonen(map_, xlsx=xlsx)
    if not stil:
        _zeg("sjabloon_klaar", map=map_)


@_opdracht("demo")
def _demo(
    naam: Annotated[str, typer.Argument(metavar="MAP", help=HULP["demo_map"], show_default=False)] = "demo-regio",
    *,
    stil: Stil = False,
    uitgebreid: Uitgebreid = False,
) -> None:
    map_ = _lege_map(naam, "demo_bestaat")
    from data.demo import DATUM, schrijf_demo

    schrijf_demo(map_)
    run = _maak_voorstel(map_, DATUM, stil=stil)
    if run.uitkomst is not None and not stil:
        from rich.console import Console

        from data.lezen import lees_regio
        from matcher.rapport.scherm import schermtabellen

        Console().print(schermtabellen(run.uitkomst, lees_regio(map_).regio))
        _zeg("demo_geschreven", map=map_)
    _zeg_run(map_, run, stil=stil, uitgebreid=uitgebreid)
    raise typer.Exit(run.afloop)


def _dag(tekst: str) -> date:
    """The day as typed, in either of the ways that the files allow; today when empty."""
    if not tekst:
        return date.today()  # noqa: DTZ011  (the desk's own calendar day)
    from data.lezen.cel import datum
    from data.lezen.fout import CelError, citaat

    try:
        return datum(tekst.strip())
    except CelError:
        _stop("gebruik_datum", waarde=citaat(tekst))


def _seconden(tekst: str | None) -> float | None:
    if tekst is None:
        return None
    try:
        seconden = float(tekst.replace(",", "."))
    except ValueError:
        _stop("gebruik_tijd")
    if not 0 < seconden < float("inf"):
        _stop("gebruik_tijd")
    return seconden


def _werkers(tekst: str | None) -> int | None:
    if tekst is None:
        return None
    if not (tekst.isascii() and tekst.isdecimal() and int(tekst) > 0):
        _stop("gebruik_werkers")
    return int(tekst)


def _lege_map(naam: str, code: str) -> Path:
    """A folder that is not there yet, or holds nothing."""
    map_ = Path(naam)
    if map_.exists() and (not map_.is_dir() or any(map_.iterdir())):
        _stop(code, map=map_)
    return map_


@contextmanager
def _stappen(*, stil: bool) -> Iterator[Voortgang]:
    """Says on a terminal which step is going on; silent anywhere else."""
    if stil or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("") as regel:
        yield lambda stap: regel.update(f"{STAPPEN[stap]} ...")


@contextmanager
def _balk(alle: int, *, stil: bool) -> Iterator[Callable[[], None]]:
    """Counts on a terminal how many regions are done; silent anywhere else."""
    if stil or not sys.stderr.isatty():
        yield lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeElapsedColumn

    kolommen = ("regio's klaar", BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*kolommen, console=Console(stderr=True)) as balk:
        taak = balk.add_task("", total=alle)
        yield lambda: balk.advance(taak)


def _zeg(code: str, *, fout: bool = False, **velden: object) -> None:
    from data.teksten import TEKSTEN

    typer.echo(TEKSTEN[code].format_map(velden), err=fout)


def _zeg_json(gegevens: object) -> None:
    import json

    typer.echo(json.dumps(gegevens, ensure_ascii=False, indent=1))


def _stop(code: str, **velden: object) -> NoReturn:
    """A fault in what was asked: one sentence, and the exit code of bad usage."""
    _zeg(code, fout=True, **velden)
    raise typer.Exit(FOUTE_INVOER)


def _zeg_run(map_: Path, run: Run, *, stil: bool, uitgebreid: bool) -> None:
    from matcher.verslag import runregels

    _zeg_regels(runregels(map_, run, stil=stil, uitgebreid=uitgebreid))


def _zeg_meldingen(meldingen: Sequence[Melding], *, stil: bool = False) -> None:
    from matcher.verslag import meldingregels

    _zeg_regels(meldingregels(meldingen, stil=stil))


def _zeg_regels(regels: Iterable[Regel]) -> None:
    for regel in regels:
        typer.echo(regel.tekst, err=regel.fout)


def _verkeerd_gebruik(fout: TyperException) -> int:
    """What was wrong with the words of the command, in Dutch."""
    opdracht = getattr(getattr(fout, "ctx", None), "command_path", "landing")
    param = getattr(fout, "param", None)
    naam = getattr(param, "metavar", None) or (param.opts[-1] if param is not None else "")
    match type(fout).__name__:
        case "BadOptionUsage":
            _zeg("gebruik_zonder_waarde", fout=True, naam=getattr(fout, "option_name", ""), opdracht=opdracht)
        case "NoSuchOption":
            _zeg("gebruik_onbekende_keuze", fout=True, naam=getattr(fout, "option_name", ""), opdracht=opdracht)
        case "MissingParameter":
            _zeg("gebruik_ontbreekt", fout=True, naam=naam, opdracht=opdracht)
        case "BadParameter" if naam:
            _zeg("gebruik_waarde", fout=True, naam=naam, opdracht=opdracht)
        case _:
            _zeg("gebruik_anders", fout=True, opdracht=opdracht)
    return FOUTE_INVOER


def main(argv: Sequence[str] | None = None) -> NoReturn:
    """Runs the command and leaves with its exit code; nothing that goes wrong shows more than one sentence."""
    seldom()
    try:
        with one_thread():
            code = app(args=None if argv is None else list(argv), prog_name="landing", standalone_mode=False)
    except TyperException as fout:
        code = _verkeerd_gebruik(fout)
    except (KeyboardInterrupt, typer.Abort):
        code = ONDERBROKEN
    except MemoryError:  # told without loading anything
        _zeg("geheugen", fout=True)
        code = NIET_IN_ORDE
    except Exception as fout:  # noqa: BLE001  (the edge: a fault of ours must not show what is in the files)
        from matcher.run import mislukt

        run = mislukt(fout)
        typer.echo(run.meldingen[0], err=True)
        code = run.afloop
    if code == ONDERBROKEN:  # typer makes this of Ctrl-C, and says nothing
        _zeg("onderbroken", fout=True)
    gc.freeze()  # nor is there anything to look for at the end
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # it is done: Ctrl-C while Python ends must not make it look undone
    sys.exit(code or 0)


if __name__ == "__main__":
    main()
