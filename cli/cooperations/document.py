"""``document``: a file written out as its programme's templates say, for those who follow it or for the public."""

from typing import Annotated

from typer import Argument, Option, Typer

from cli.cooperations.file import File
from cli.terminal.framework import Command
from cli.terminal.options import As, AsOf, Organisation
from language import t

Template = Annotated[
    str,
    Argument(
        metavar=t("MODÈLE", "TEMPLATE"),
        help=t(
            "Un modèle du règlement ; sans lui, tout le dossier.", "A template of the rulebook; else all."
        ),
    ),
]
Public = Annotated[
    bool,
    Option("--public", help=t("Seulement ce que le règlement publie.", "Only what the rulebook publishes.")),
]

commands = Typer()


@commands.command(
    cls=Command,
    help=t(
        "Écrire un dossier en Markdown, d’après un modèle du programme.",
        "Write a file as Markdown, by a template of its programme.",
    ),
)
def document(
    file: File,
    template: Template = "",
    *,
    public: Public = False,
    as_of: AsOf = "",
    person: As = "",
    organisation: Organisation = "",
) -> None:
    """Write one document to standard output."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.cooperations.views import document as write  # noqa: PLC0415

    asyncio.run(write(file, template, as_of, person, organisation, public=public))
