"""``reviews``: what panels are asked, how far it is, what they answered."""

from typing import Annotated

from typer import Argument, Option, Typer

from cli.terminal.framework import Command
from cli.terminal.options import As, AsOf, Json, KnownOn, Organisation
from language import t

commands = Typer()


@commands.command(
    cls=Command,
    help=t(
        "Les avis et décisions demandés aux instances ; l’un d’eux en entier.",
        "What panels were asked; one review in full.",
    ),
)
def reviews(
    review: Annotated[
        str,
        Argument(metavar=t("AVIS", "REVIEW"), help=t("Le nom court d’un avis.", "The id of a review.")),
    ] = "",
    *,
    only_open: Annotated[
        bool, Option("--open/--all", help=t("Ceux en cours, ou tous.", "Those that are open, or all."))
    ] = True,
    as_of: AsOf = "",
    known_on: KnownOn = "",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> None:
    """List reviews, or show one."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from queries.as_of import Then  # noqa: PLC0415

    then = Then(as_of, known_on)
    if review:
        from cli.reviews.views import one  # noqa: PLC0415

        asyncio.run(one(review, then, person, organisation, as_json=as_json))
    else:
        from cli.reviews.list_drawing import many  # noqa: PLC0415

        asyncio.run(many(then, person, organisation, only_open=only_open, as_json=as_json))
