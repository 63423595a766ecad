"""``envelopes``: what there is of money, set aside, paid and free."""

from typing import Annotated

from typer import Argument, Typer

from cli.terminal.framework import Command
from cli.terminal.options import As, AsOf, Json, KnownOn, Organisation
from language import t

commands = Typer()


@commands.command(
    cls=Command,
    help=t(
        "Les enveloppes par année : doté, réservé, payé, disponible ; l’une d’elles en entier.",
        "The envelopes by year: allotted, set aside, paid, free; one in full.",
    ),
)
def envelopes(
    envelope: Annotated[
        str,
        Argument(
            metavar=t("ENVELOPPE", "ENVELOPE"),
            help=t("Une enveloppe : acte/acte_grant/2026.", "An envelope: acte/acte_grant/2026."),
        ),
    ] = "",
    *,
    as_of: AsOf = "",
    known_on: KnownOn = "",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> None:
    """List envelopes, or show one."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.money import envelope_views  # noqa: PLC0415
    from queries.as_of import Then  # noqa: PLC0415

    then = Then(as_of, known_on)
    if envelope:
        asyncio.run(envelope_views.one(envelope, then, person, organisation, as_json=as_json))
    else:
        asyncio.run(envelope_views.many(then, person, organisation, as_json=as_json))
