"""``do``, ``open``, ``outcome`` and ``commands``: any command, by name, by prompts or as JSON."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Context, Exit, Option, Typer

from cli.terminal.framework import Command, FreeCommand
from cli.terminal.options import As, Json, Organisation
from language import Text, say, t
from queries.refused import invalid, not_readable
from wording import remedies

FREE = {"allow_extra_args": True}
"""Fields are options of their own, which only the command's model knows."""

commands = Typer()


def _names(incomplete: str) -> list[str]:
    from wording.commands import COMMANDS  # noqa: PLC0415 - only a shell that completes needs it

    return [name for name in COMMANDS if name.casefold().startswith(incomplete.casefold())]


CommandId = Annotated[
    str,
    Option("--id", help=say(remedies.COMMAND_ID)),
]


@commands.command(
    cls=FreeCommand,
    context_settings=FREE,
    help=t(
        "Donner une commande : par son nom et ses champs (--champ valeur, le reste est demandé), ou en JSON (--file).",
        "Give a command: by its name and fields (--field value, the rest is asked for), or as JSON (--file).",
    ),
)
def do(
    context: Context,
    name: Annotated[
        str,
        Argument(
            autocompletion=_names,
            metavar=t("COMMANDE", "COMMAND"),
            help=t("Par exemple RecordContact ; escale commands les montre.", "For example RecordContact."),
        ),
    ] = "",
    *,
    file: Annotated[
        str,
        Option(
            "--file",
            help=t(
                "Un objet JSON, ou un par ligne ; - lit l’entrée standard.",
                "One JSON object, or one per line.",
            ),
        ),
    ] = "",
    command_id: CommandId = "",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,  # noqa: ARG001 - the answer is JSON whether asked or not
) -> None:
    """Send commands in; the answer is JSON, one object per command."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.giving import by_name as doing  # noqa: PLC0415

    if file and (name or context.args):
        raise invalid(
            "file-or-name",
            Text("--file remplace le nom et les champs.", "--file stands instead of the name and fields."),
            remedies.GIVE_ONE_OR_THE_OTHER,
        )
    if file:
        code = asyncio.run(doing.from_content(_content(file), person, organisation))
    else:
        chosen = name or doing.ask_for_name()
        code = asyncio.run(doing.by_name(chosen, context.args, command_id, person, organisation))
    raise Exit(code)


@commands.command(
    "open",
    cls=FreeCommand,
    context_settings=FREE,
    help=t(
        "Ouvrir le dossier d’une coopération ; ce qui n’est pas donné (--name, --programme…) est demandé.",
        "Open a cooperation’s file; what is not given (--name, --programme…) is asked for.",
    ),
)
def open_(
    context: Context,
    cooperation: Annotated[str, Argument(metavar=t("DOSSIER", "FILE"))],
    *,
    command_id: CommandId = "",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,  # noqa: ARG001 - the answer is JSON whether asked or not
) -> None:
    """Open a cooperation."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.giving import by_name as doing  # noqa: PLC0415

    words = [f"--cooperation={cooperation}", *context.args]
    raise Exit(asyncio.run(doing.by_name("OpenCooperation", words, command_id, person, organisation)))


@commands.command(
    cls=Command, help=t("Dire ce qu’une commande est devenue.", "Tell what became of a command.")
)
def outcome(
    command_id: Annotated[str, Argument(metavar="ID", help="command_id")],
    *,
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,  # noqa: ARG001 - the answer is JSON whether asked or not
) -> None:
    """Look a command up by its id."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.giving import by_name as doing  # noqa: PLC0415

    raise Exit(asyncio.run(doing.look_up(command_id, person, organisation)))


@commands.command(
    "commands",
    cls=Command,
    help=t(
        "Montrer toutes les commandes, ou les champs d’une seule.", "Show all commands, or the fields of one."
    ),
)
def commands_(
    name: Annotated[
        str,
        Argument(
            autocompletion=_names,
            metavar=t("COMMANDE", "COMMAND"),
            help=t("Une commande, par son nom.", "One command, by its name."),
        ),
    ] = "",
    *,
    as_json: Json = False,
) -> None:
    """List the commands, or one command's fields; as JSON, their schema."""
    from cli.giving import help as describing  # noqa: PLC0415 - loaded by the commands that need it

    if name:
        describing.show_command(name, as_json=as_json)
    else:
        describing.show_commands(as_json=as_json)


def _content(file: str) -> bytes:
    import sys  # noqa: PLC0415 - next to its only use

    try:
        return sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as error:
        raise not_readable(file, error, standard_input=True) from None
