"""``show`` and ``history``: one cooperation, now, on another day, or as it was known then."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from cli.terminal.framework import Command
from cli.terminal.options import As, AsOf, Json, KnownOn, Organisation
from language import t

_ENTRY = t("ENTRÉE", "ENTRY")
File = Annotated[
    str, Argument(metavar=t("DOSSIER", "FILE"), help=t("Le nom court du dossier.", "The file’s id."))
]
Since = Annotated[
    str,
    Option("--since", metavar="DATE", help=t("Ce qui est arrivé depuis.", "What happened from then on.")),
]
Until = Annotated[
    str, Option("--until", metavar="DATE", help=t("Ce qui est arrivé jusque-là.", "What happened by then."))
]
By = Annotated[
    str,
    Option(
        "--by",
        metavar=t("PERSONNE", "PERSON"),
        help=t("Ce qu’une personne a fait, par son nom.", "What somebody did, by the name."),
    ),
]
Kinds = Annotated[
    str,
    Option(
        "--type",
        metavar=t("GENRE,…", "KIND,…"),
        help=t(
            "Des genres d’entrées ou leurs familles (argent), par leurs noms.",
            "Kinds of entries or families of them (money), by their names.",
        ),
    ),
]
Between = Annotated[
    tuple[str, str] | None,
    Option(
        "--between",
        metavar=t("DATE DATE", "DATE DATE"),
        help=t(
            "Ce qui a changé sur la fiche du soir d’un jour au soir d’un autre.",
            "What changed on the sheet from the evening of one day to that of another.",
        ),
    ),
]
Why = Annotated[
    str, Option("--why", metavar=_ENTRY, help=t("Ce qui a mené à cette entrée.", "What led to this entry."))
]
SetOff = Annotated[
    str,
    Option("--then", metavar=_ENTRY, help=t("Ce que cette entrée a entraîné.", "What this entry set off.")),
]
JournalFile = Annotated[
    Path | None,
    Option(
        "--journal",
        metavar=t("FICHIER.xlsx", "FILE.xlsx"),
        help=t("Écrire un classeur : une ligne par entrée.", "Write a workbook: a row for each entry."),
    ),
]
commands = Typer()


@commands.command(
    cls=Command,
    help=t(
        "Montrer une coopération : sa phase, ce qui manque, ses échéances, son collectif.",
        "Show a cooperation: its phase, what is missing, its deadlines, its collective.",
    ),
)
def show(
    file: File,
    *,
    as_of: AsOf = "",
    known_on: KnownOn = "",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> None:
    """Show one file."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.cooperations import views  # noqa: PLC0415
    from queries.as_of import Then  # noqa: PLC0415

    asyncio.run(views.show(file, Then(as_of, known_on), person, organisation, as_json=as_json))


@commands.command(
    cls=Command, help=t("Raconter un dossier, entrée par entrée.", "Tell a file, entry by entry.")
)
def history(  # noqa: PLR0913 - each is an option of the command
    file: File,
    *,
    as_of: AsOf = "",
    known_on: KnownOn = "",
    refused: Annotated[
        bool,
        Option(
            "--refused", help=t("Avec ce qui a été refusé, et pourquoi.", "With what was refused, and why.")
        ),
    ] = False,
    since: Since = "",
    until: Until = "",
    by: By = "",
    kinds: Kinds = "",
    between: Between = None,
    journal: JournalFile = None,
    why: Why = "",
    set_off: SetOff = "",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> None:
    """Tell one file's history."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.cooperations import views  # noqa: PLC0415
    from cli.cooperations.journal import write_journal  # noqa: PLC0415
    from queries.as_of import Then  # noqa: PLC0415
    from queries.history_narrowed import Narrowing  # noqa: PLC0415

    if between:
        asyncio.run(views.changes(file, between, known_on, person, organisation, as_json=as_json))
        return
    then = Then(as_of, known_on)
    if why or set_off:
        asyncio.run(views.explain(file, why, set_off, then, person, organisation, as_json=as_json))
        return
    asked = Narrowing(since, until, by, (kinds,) if kinds else ())
    if journal:
        asyncio.run(write_journal(file, then, asked, person, organisation, journal))
        return
    asyncio.run(views.history(file, then, asked, person, organisation, refused=refused, as_json=as_json))
