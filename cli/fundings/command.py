"""``fundings``: what money is asked for, granted and paid."""

from typing import Annotated

from typer import Argument, Typer

from cli.terminal.framework import Command
from cli.terminal.options import As, AsOf, Json, KnownOn, Organisation
from language import t

commands = Typer()


@commands.command(
    cls=Command,
    help=t(
        "Les financements, de la demande au solde ; l’un d’eux en entier.",
        "The fundings, from request to closing; one in full.",
    ),
)
def fundings(
    funding: Annotated[
        str,
        Argument(
            metavar=t("FINANCEMENT", "FUNDING"),
            help=t("Le nom court d’un financement.", "The id of a funding."),
        ),
    ] = "",
    *,
    as_of: AsOf = "",
    known_on: KnownOn = "",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> None:
    """List fundings, or show one."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from queries.as_of import Then  # noqa: PLC0415

    then = Then(as_of, known_on)
    if funding:
        from cli.fundings.views import one  # noqa: PLC0415

        asyncio.run(one(funding, then, person, organisation, as_json=as_json))
    else:
        from cli.fundings.list_drawing import many  # noqa: PLC0415

        asyncio.run(many(then, person, organisation, as_json=as_json))
