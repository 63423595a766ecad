"""``programme``: what people do with the rules of a programme."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from cli.terminal.framework import Command, Group
from cli.terminal.options import As, Json, Organisation
from language import say, t
from wording import remedies

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
        "Les règles d’un programme : les vérifier, comparer, publier, y faire passer des dossiers.",
        "A programme’s rules: check, compare, publish them, move files to them.",
    ),
)
commands = Typer()
commands.add_typer(programme, name="programme")


@programme.command(
    cls=Command,
    help=t(
        "Vérifier un programme : chaque erreur à sa ligne et colonne, ce qui était attendu, une suggestion.",
        "Check a programme: every mistake at its line and column, what was expected, a suggestion.",
    ),
)
def check(file: RulebookFile, *, as_json: Json = False) -> int:
    """Check one rulebook. No service need run."""
    from cli.programmes.check import check_file  # noqa: PLC0415 - loaded by the command that needs it

    return check_file(file, as_json=as_json)


@programme.command(
    "list",
    cls=Command,
    help=t(
        "Montrer les programmes, leurs versions, et combien de dossiers ouverts suivent chacune.",
        "Show the programmes, their versions, and how many open files run under each.",
    ),
)
def list_(*, person: As = "", organisation: Organisation = "", as_json: Json = False) -> None:
    """List the rulebooks."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.programmes.list import show_list  # noqa: PLC0415

    asyncio.run(show_list(person, organisation, as_json=as_json))


@programme.command(
    cls=Command,
    help=t(
        "Dire un règlement en toutes lettres, un fichier ou un identifiant (mon-programme@1).",
        "Tell a rulebook in plain words, a file or an id (my-programme@1).",
    ),
)
def show(
    rulebook: Annotated[str, Argument(metavar=t("RÈGLEMENT", "RULEBOOK"))],
    *,
    organisation: Organisation = "",
    as_json: Json = False,
) -> int:
    """Tell one rulebook. No service need run, unless an organisation published it."""
    from cli.programmes import show as programme_show  # noqa: PLC0415 - loaded by the command that needs it

    return programme_show.show(rulebook, organisation, as_json=as_json)


@programme.command(
    cls=Command,
    help=t(
        "Dire ce qui change d’un règlement à l’autre, chacun un fichier ou un identifiant (mon-programme@1).",
        "Say what changes from one rulebook to another, each a file or an id (my-programme@1).",
    ),
)
def diff(
    old: Annotated[str, Argument(metavar=t("ANCIEN", "OLD"))],
    new: Annotated[str, Argument(metavar=t("NOUVEAU", "NEW"))],
    *,
    organisation: Organisation = "",
    as_json: Json = False,
) -> int:
    """Compare two rulebooks."""
    from cli.programmes import diff as programme_diff  # noqa: PLC0415 - loaded by the command that needs it

    return programme_diff.diff(old, new, organisation, as_json=as_json)


@programme.command(
    cls=Command,
    help=t(
        "Publier une version : vérifiée d’abord, elle vaut pour les dossiers ouverts ensuite.",
        "Publish a version: checked first, it holds for files opened from then on.",
    ),
)
def publish(
    file: RulebookFile,
    *,
    reason: Annotated[str, Option("--reason", help=t("Pourquoi cette version.", "Why this version."))] = "",
    command_id: Annotated[
        str,
        Option(
            "--id",
            help=say(remedies.COMMAND_ID),
        ),
    ] = "",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> int:
    """Publish a rulebook."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.programmes import publish as programme_publish  # noqa: PLC0415

    return asyncio.run(
        programme_publish.publish(file, reason, command_id, person, organisation, as_json=as_json)
    )


@programme.command(
    cls=Command,
    help=t(
        "Faire passer des dossiers à un autre règlement, après avoir montré ce qui change pour chacun.",
        "Move files to another rulebook, after showing what changes for each.",
    ),
)
def migrate(  # noqa: PLR0913 - each is an option of the command
    cooperations: Annotated[list[str] | None, Argument(metavar=t("[DOSSIER]...", "[FILE]..."))] = None,
    *,
    to: Annotated[
        str,
        Option(
            "--to", metavar="ID", help=t("Le règlement : mon-programme@2.", "The rulebook: my-programme@2.")
        ),
    ],
    every: Annotated[
        bool, Option("--all", help=t("Tous les dossiers ouverts du programme.", "Every open file."))
    ] = False,
    of: Annotated[
        str,
        Option(
            "--programme", help=t("Le programme quitté, pour un relais.", "The programme left, for a relay.")
        ),
    ] = "",
    phase: Annotated[
        str,
        Option(
            "--phase",
            help=t("Où continuer, si la phase n’existe plus.", "Where to go on, if the phase is no more."),
        ),
    ] = "",
    reason: Annotated[str, Option("--reason", help=t("Pourquoi.", "Why."))] = "",
    only_preview: Annotated[
        bool, Option("--preview", help=t("Montrer seulement.", "Only show what would change."))
    ] = False,
    yes: Annotated[bool, Option("--yes", help=say(remedies.WITHOUT_ASKING))] = False,
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> int:
    """Move files to another rulebook."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.programmes.migrate import migrate  # noqa: PLC0415
    from queries.migration import Wish  # noqa: PLC0415

    wish = Wish(tuple(cooperations or ()), every, of, to, phase, reason)
    return asyncio.run(
        migrate(wish, person, organisation, only_preview=only_preview, yes=yes, as_json=as_json)
    )
