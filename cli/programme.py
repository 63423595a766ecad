"""``programme``: what people do with the rules of a programme."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Typer

from cli.framework import Command, Group
from cli.language import t
from cli.options import Json

RulebookFile = Annotated[
    Path,
    Argument(
        metavar=t("FICHIER", "FILE"),
        help=t("Le fichier YAML d’un programme.", "A programme’s YAML file."),
    ),
]

programme = Typer(
    cls=Group,
    no_args_is_help=True,
    help=t(
        "Les règles d’un programme : les vérifier, les publier, les comparer.",
        "A programme’s rules: check, publish, compare them.",
    ),
)
commands = Typer()
commands.add_typer(programme, name="programme")


@programme.command(
    cls=Command,
    help=t(
        "Vérifier un programme : chaque erreur à sa ligne et colonne, ce qui était attendu, une suggestion.",
        "Check a programme: every mistake at its line and column, what was expected, a suggestion.",
    ),
)
def check(file: RulebookFile, *, as_json: Json = False) -> int:
    """Check one rulebook. No service need run."""
    from cli.programme_check import check_file  # noqa: PLC0415 - loaded by the command that needs it

    return check_file(file, as_json=as_json)
