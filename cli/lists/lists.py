"""``portfolio``, ``tasks``, ``agenda``, ``mail`` and ``people``: what several files have to tell."""

from typing import Annotated

from typer import Argument, Option, Typer

from cli.terminal.framework import Command
from cli.terminal.options import As, Json, Organisation
from language import t

Region = Annotated[str, Option("--region", help=t("Une région seulement.", "One region only."))]

Phase = Annotated[
    str,
    Option(
        "--phase",
        metavar="PHASE",
        help=t(
            "Une phase seulement, par son nom commun à tous les programmes : « diagnostic ».",
            "One phase only, by the name that all programmes share: “diagnosis”.",
        ),
    ),
]
Status = Annotated[
    str,
    Option(
        "--status",
        metavar=t("ÉTAT", "STATUS"),
        help=t("Un état seulement : « en pause ».", "One status only: “paused”."),
    ),
]

commands = Typer()


@commands.command(
    cls=Command, help=t("Montrer les coopérations, d’un coup d’œil.", "Show the cooperations at a glance.")
)
def portfolio(
    *,
    region: Region = "",
    phase: Phase = "",
    status: Status = "",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> None:
    """List the files that the person may read."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.lists import list_drawing as list_views  # noqa: PLC0415

    wanted = list_views.Wanted(region, phase, status)
    asyncio.run(list_views.portfolio(wanted, person, organisation, as_json=as_json))


@commands.command(
    cls=Command, help=t("Ce qui m’attend, et depuis quand.", "What waits for me, and since when.")
)
def tasks(
    *,
    everybody: Annotated[
        bool, Option("--everybody", help=t("Ce qui attend chacun.", "What waits for anybody."))
    ] = False,
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> None:
    """List the tasks of a person."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.lists import list_drawing as list_views  # noqa: PLC0415

    asyncio.run(list_views.tasks(person, organisation, everybody=everybody, as_json=as_json))


@commands.command(cls=Command, help=t("Ce qui échoit, et quand.", "What falls due, and when."))
def agenda(
    *,
    within: Annotated[
        str, Option("--within", metavar="DURATION", help=t("Jusqu’à quand : P6M, P2Y.", "How far: P6M, P2Y."))
    ] = "P1Y",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> None:
    """List the open deadlines."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.lists import list_drawing as list_views  # noqa: PLC0415

    asyncio.run(list_views.agenda(within, person, organisation, as_json=as_json))


@commands.command(
    cls=Command,
    help=t(
        "Montrer les rappels partis, en doute ou refusés.", "Show the reminders sent, in doubt or failed."
    ),
)
def mail(
    message: Annotated[
        str,
        Argument(
            metavar="MESSAGE", help=t("L’identifiant d’un message, pour le lire.", "A message to read.")
        ),
    ] = "",
    *,
    file: Annotated[str, Option("--file", help=t("Un dossier seulement.", "One file only."))] = "",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> None:
    """List messages, or show one."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.lists import mail as mail_views  # noqa: PLC0415

    if message:
        asyncio.run(mail_views.show(message, file, person, organisation, as_json=as_json))
    else:
        asyncio.run(mail_views.mail(file, person, organisation, as_json=as_json))


@commands.command(
    cls=Command, help=t("Montrer les personnes et leurs rôles.", "Show the people and their roles.")
)
def people(*, person: As = "", organisation: Organisation = "", as_json: Json = False) -> None:
    """List people with their roles in force."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.lists import people as people_views  # noqa: PLC0415

    asyncio.run(people_views.people(person, organisation, as_json=as_json))
