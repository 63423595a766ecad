"""``clock``: the simulated clock of an organisation that only rehearses."""

from typing import Annotated

from typer import Option, Typer

from cli.terminal.framework import Command, Group
from cli.terminal.options import As, Json, Organisation
from language import t

commands = Typer(
    cls=Group,
    name="clock",
    no_args_is_help=True,
    help=t("L’horloge d’une simulation : la lire, l’avancer.", "A simulation’s clock: read it, advance it."),
)


@commands.command(cls=Command, help=t("Lire l’horloge.", "Read the clock."))
def show(*, organisation: Organisation = "", as_json: Json = False) -> None:
    """Show what the clock shows and where it is being taken."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.upkeep import clock_work  # noqa: PLC0415

    asyncio.run(clock_work.show(organisation, as_json=as_json))


@commands.command(
    cls=Command,
    help=t(
        "Avancer l’horloge, d’échéance en échéance ; Ctrl-C la laisse continuer.",
        "Advance the clock, from due instant to due instant; Ctrl-C lets it go on.",
    ),
)
def advance(
    *,
    to: Annotated[
        str,
        Option(
            "--to",
            metavar="DATE",
            help=t("Jusqu’au matin de ce jour, ou cet instant.", "To that morning or instant."),
        ),
    ] = "",
    by: Annotated[
        str, Option("--by", metavar="DURATION", help=t("De tant : P1M, P2Y.", "By that much: P1M, P2Y."))
    ] = "",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> None:
    """Advance the clock and wait until it is there."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.upkeep import clock_work  # noqa: PLC0415

    asyncio.run(clock_work.advance(to, by, person, organisation, as_json=as_json))
