"""Help pages of the command in Dutch: what the library says in English of itself."""

from __future__ import annotations

from typing import Any

import typer
import typer.core

from data.teksten import TEKSTEN
from data.teksten.opdracht import HULP, KOPPEN, KORT

FOUT_GEBRUIK = 2
"""Exit code of a command that does not exist."""


class _Hulp:
    """Help pages in Dutch, for a command and for the group of them: headings and usage are English by default."""

    def format_usage(self, ctx: Any, formatter: Any) -> None:
        """The first line."""
        stukken = [stuk.removesuffix("...").strip("{}") for stuk in self.collect_usage_pieces(ctx)]  # type: ignore[attr-defined]
        formatter.write_usage(ctx.command_path, " ".join(stukken), "Gebruik: ")

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """What can be given, the commands included."""
        for soort, kop in (("argument", KOPPEN["opgave"]), ("option", KOPPEN["keuzes"])):
            params = [param for param in self.get_params(ctx) if param.param_type_name == soort]  # type: ignore[attr-defined]
            self._schrijf(formatter, kop, [param.get_help_record(ctx) for param in params])
        opdrachten = getattr(self, "commands", {})
        self._schrijf(formatter, KOPPEN["opdrachten"], [(naam, KORT[naam]) for naam in opdrachten])

    def get_help_option(self, ctx: Any) -> Any:
        """The option ``--help`` itself."""
        optie = super().get_help_option(ctx)  # type: ignore[misc]
        optie.help = HULP["help"]
        return optie

    @staticmethod
    def _schrijf(formatter: Any, kop: str, regels: list[tuple[str, str]]) -> None:
        """A section, without the English marks of the library: types and ``[required]``."""
        if regels:
            with formatter.section(kop):
                formatter.write_dl(
                    [(naam.partition(" <")[0], uitleg.removesuffix("[required]").strip()) for naam, uitleg in regels]
                )


class Opdrachtpagina(_Hulp, typer.core.TyperCommand):
    """One command."""


class Opdrachtgroep(_Hulp, typer.core.TyperGroup):
    """The group of commands."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Finds the command, or says which one was probably meant."""
        if args[0] not in self.commands:
            from difflib import get_close_matches

            bijna = get_close_matches(args[0], self.commands, n=1)
            bedoeld = f" (bedoelt u '{bijna[0]}'?)" if bijna else ""
            typer.echo(TEKSTEN["gebruik_onbekende_opdracht"].format(naam=args[0], bijna=bedoeld), err=True)
            raise typer.Exit(FOUT_GEBRUIK)
        return super().resolve_command(ctx, args)
