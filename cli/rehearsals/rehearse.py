"""``rehearse``: live a programme's rules years ahead, in memory, before anybody has to."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Option, Typer

from cli.terminal.framework import Command
from cli.terminal.options import Json, Organisation
from language import t

Rules = Annotated[
    str,
    Argument(
        metavar=t("FICHIER|ID", "FILE|ID"),
        help=t(
            "Le fichier d’un programme, ou son nom : programme ou programme@1.",
            "A programme’s file, or its name: programme or programme@1.",
        ),
    ),
]
With = Annotated[
    str,
    Option(
        "--with",
        metavar=t("SCÉNARIO", "SCENARIO"),
        help=t(
            "nominal, forgotten, pause, back, handover, ou un fichier.",
            "nominal, forgotten, pause, back, handover, or a file.",
        ),
    ),
]
Years = Annotated[
    int, Option("--years", min=1, max=30, help=t("Combien d’années au plus.", "How many years at most."))
]
From = Annotated[
    str,
    Option(
        "--from", metavar="DATE", help=t("Le premier jour ; sinon aujourd’hui.", "The first day; else today.")
    ),
]
Region = Annotated[
    str, Option("--region", help=t("La région où elle a lieu.", "The region where it takes place."))
]
Ics = Annotated[
    Path | None,
    Option(
        "--ics", metavar=t("FICHIER", "FILE"), help=t("Écrire aussi un calendrier.", "Also write a calendar.")
    ),
]
Xlsx = Annotated[
    Path | None,
    Option(
        "--xlsx",
        metavar=t("FICHIER", "FILE"),
        help=t("Écrire aussi un classeur.", "Also write a spreadsheet."),
    ),
]

commands = Typer()


@commands.command(
    cls=Command,
    help=t(
        "Répéter la vie d’une coopération sous un programme : chaque rappel, relance, échéance, avis, versement.",
        "Rehearse a cooperation’s life under a programme: every reminder, escalation, due date, review, payment.",
    ),
)
def rehearse(  # noqa: PLR0913 - one for each option
    rules: Rules,
    *,
    years: Years = 4,
    scenario: With = "nominal",
    since: From = "",
    region: Region = "",
    organisation: Organisation = "",
    ics: Ics = None,
    xlsx: Xlsx = None,
    as_json: Json = False,
) -> None:
    """Rehearse one life; nothing is recorded. No service need run, unless an organisation published the rules."""
    from cli.rehearsals import rehearsing  # noqa: PLC0415 - loaded by the command that needs it

    wanted = rehearsing.Wanted(rules, scenario, years, since, region, organisation)
    rehearsing.rehearse_and_show(wanted, ics=ics, xlsx=xlsx, as_json=as_json)
