"""``what-if``: which decisions of the past would have come out differently under other rules."""

from typing import Annotated

from typer import Argument, Exit, Option, Typer

from cli.terminal.framework import Command
from cli.terminal.options import As, Json, Organisation
from language import t

Rules = Annotated[
    str,
    Argument(
        metavar=t("FICHIER|RÈGLEMENT", "FILE|RULEBOOK"),
        help=t(
            "L’autre règlement : un fichier YAML, ou un règlement connu (programme@1).",
            "The other rulebook: a YAML file, or one that is known (programme@1).",
        ),
    ),
]
Over = Annotated[
    str,
    Option(
        "--over",
        metavar=t("DÉBUT/FIN", "START/END"),
        help=t(
            "Période où les décisions ont pris effet : 2024/2026, 2024-01-01/2024-06-30.",
            "Period in which the decisions took effect: 2024/2026, 2024-01-01/2024-06-30.",
        ),
    ),
]
Programme = Annotated[
    str,
    Option(
        "--programme",
        metavar="PROGRAMME",
        help=t(
            "Le programme dont on rejoue les dossiers ; celui du règlement, sinon.",
            "Whose files are replayed; the rulebook’s own programme otherwise.",
        ),
    ),
]

commands = Typer()


@commands.command(
    "what-if",
    cls=Command,
    help=t(
        "Rejouer les décisions passées sous un autre règlement : lesquelles auraient été autres, et pourquoi. "
        "Lit seulement.",
        "Replay past decisions under another rulebook: which would have been others, and why. Reads only.",
    ),
)
def what_if(
    rules: Rules,
    *,
    over: Over,
    programme: Programme = "",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> None:
    """List the decisions that would have come out differently."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.what_if import question as what_if_asking  # noqa: PLC0415

    asked = what_if_asking.Asked(rules, over, programme)
    raise Exit(asyncio.run(what_if_asking.what_if(asked, person, organisation, as_json=as_json)))
