"""``payments``: what was ordered, sent to the bank, paid or failed; the files that leave for the bank."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Context, Exit, Option, Typer

from cli.terminal.framework import Command, Group
from cli.terminal.options import As, Json, Organisation
from language import t

Name = Annotated[
    str,
    Argument(
        metavar="ID",
        help=t("Un nom court pour le fichier : 2026-03-acte.", "A short name for the file: 2026-03-acte."),
    ),
]
Out = Annotated[
    Path,
    Option(
        "--out",
        metavar=t("DOSSIER", "FOLDER"),
        help=t("Où écrire ID.xml et ID.xlsx.", "Where ID.xml and ID.xlsx are written."),
    ),
]

payments = Typer(
    cls=Group,
    invoke_without_command=True,
    help=t(
        "Les paiements : ordonnés, remis à la banque, payés, échoués ; les fichiers pour la banque.",
        "Payments: ordered, sent to the bank, paid, failed; the files for the bank.",
    ),
)
commands = Typer()
commands.add_typer(payments, name="payments")


@payments.callback()
def list_(
    context: Context, *, person: As = "", organisation: Organisation = "", as_json: Json = False
) -> None:
    """List the payments of the fundings that the person may read."""
    if context.invoked_subcommand:
        return
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.money import payment_list  # noqa: PLC0415

    asyncio.run(payment_list.show(person, organisation, as_json=as_json))


@payments.command(
    cls=Command,
    help=t(
        "Réunir les paiements ordonnés dans un fichier pour la banque (ISO 20022) et un tableur.",
        "Put ordered payments into a file for the bank (ISO 20022) and a spreadsheet.",
    ),
)
def file(  # noqa: PLR0913 - each is an option of the command
    name: Name,
    *,
    date: Annotated[
        str,
        Option(
            "--date",
            metavar=t("JOUR", "DAY"),
            help=t("Le jour où la banque doit payer : 2026-03-05.", "When the bank is to pay: 2026-03-05."),
        ),
    ],
    payment: Annotated[
        list[str] | None,
        Option(
            "--payment",
            metavar=t("FINANCEMENT/N", "FUNDING/N"),
            help=t(
                "Un paiement ; tous ceux ordonnés, si rien.", "One payment; all that are ordered, if none."
            ),
        ),
    ] = None,
    out: Out = Path(),
    command_id: Annotated[
        str,
        Option("--id", help=t("Le command_id, pour ne pas faire deux fois.", "The command_id to repeat.")),
    ] = "",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> None:
    """Issue a file and write it."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.money.payment_file import Wanted, issue  # noqa: PLC0415

    wanted = Wanted(name, date, tuple(payment or ()), out, command_id)
    raise Exit(asyncio.run(issue(wanted, person, organisation, as_json=as_json)))


@payments.command(
    cls=Command,
    help=t(
        "Écrire de nouveau un fichier déjà émis, octet pour octet.",
        "Write a file that was issued again, the same byte by byte.",
    ),
)
def export(
    name: Name, *, out: Out = Path(), person: As = "", organisation: Organisation = "", as_json: Json = False
) -> None:
    """Write an issued file again."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.money.payment_file import export_again  # noqa: PLC0415

    asyncio.run(export_again(name, out, person, organisation, as_json=as_json))
