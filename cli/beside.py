"""``reviews``, ``fundings`` and ``envelopes``: what panels are asked, what money is asked for, what there is of it."""

from typing import Annotated

from typer import Argument, Option, Typer

from cli.framework import Command
from cli.language import t
from cli.options import As, AsOf, Json, KnownOn, Organisation

commands = Typer()


@commands.command(
    cls=Command,
    help=t(
        "Les avis et décisions demandés aux instances ; l’un d’eux en entier.",
        "What panels were asked; one review in full.",
    ),
)
def reviews(
    review: Annotated[
        str,
        Argument(metavar=t("AVIS", "REVIEW"), help=t("Le nom court d’un avis.", "The id of a review.")),
    ] = "",
    *,
    only_open: Annotated[
        bool, Option("--open/--all", help=t("Ceux en cours, ou tous.", "Those that are open, or all."))
    ] = True,
    as_of: AsOf = "",
    known_on: KnownOn = "",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> None:
    """List reviews, or show one."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli import review_views  # noqa: PLC0415
    from cli.then import Then  # noqa: PLC0415

    then = Then(as_of, known_on)
    if review:
        asyncio.run(review_views.one(review, then, person, organisation, as_json=as_json))
    else:
        asyncio.run(review_views.many(then, person, organisation, only_open=only_open, as_json=as_json))


@commands.command(
    cls=Command,
    help=t(
        "Les financements, de la demande au solde ; l’un d’eux en entier.",
        "The fundings, from request to closing; one in full.",
    ),
)
def fundings(
    funding: Annotated[
        str,
        Argument(
            metavar=t("FINANCEMENT", "FUNDING"),
            help=t("Le nom court d’un financement.", "The id of a funding."),
        ),
    ] = "",
    *,
    as_of: AsOf = "",
    known_on: KnownOn = "",
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> None:
    """List fundings, or show one."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli import funding_views  # noqa: PLC0415
    from cli.then import Then  # noqa: PLC0415

    then = Then(as_of, known_on)
    if funding:
        asyncio.run(funding_views.one(funding, then, person, organisation, as_json=as_json))
    else:
        asyncio.run(funding_views.many(then, person, organisation, as_json=as_json))


@commands.command(
    cls=Command,
    help=t(
        "Les enveloppes par année : doté, réservé, payé, disponible ; l’une d’elles en entier.",
        "The envelopes by year: allotted, set aside, paid, free; one in full.",
    ),
)
def envelopes(
    envelope: Annotated[
        str,
        Argument(
            metavar=t("ENVELOPPE", "ENVELOPE"),
            help=t("Une enveloppe : acte/acte_grant/2026.", "An envelope: acte/acte_grant/2026."),
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

    from cli import envelope_views  # noqa: PLC0415
    from cli.then import Then  # noqa: PLC0415

    then = Then(as_of, known_on)
    if envelope:
        asyncio.run(envelope_views.one(envelope, then, person, organisation, as_json=as_json))
    else:
        asyncio.run(envelope_views.many(then, person, organisation, as_json=as_json))
