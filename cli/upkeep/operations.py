"""Keeping the house: founding, importing, looking after ledger, read models, workflows and workers."""

from pathlib import Path
from typing import Annotated

from typer import Argument, Exit, Option, Typer

from cli.terminal.framework import Command
from cli.terminal.options import As, Json, Organisation
from language import say, t
from wording import remedies

commands = Typer()


@commands.command(
    cls=Command,
    help=t("Dire ce qui tourne, où, et ce qui est en retard.", "Say what runs, where, and what is behind."),
)
def status(*, as_json: Json = False) -> None:
    """Report on the stack and on every ledger."""
    from cli.upkeep import status as status_view  # noqa: PLC0415 - loaded by the commands that need it

    status_view.status(as_json=as_json)


@commands.command(
    cls=Command,
    help=t(
        "Fonder une organisation : son registre et sa première administratrice ou son premier administrateur.",
        "Found an organisation: its ledger and its first administrator.",
    ),
)
def found(  # noqa: PLR0913 - each is an option of the command
    organisation: Annotated[str, Argument(metavar=t("ORGANISATION", "ORGANISATION"))],
    *,
    name: Annotated[str, Option("--name", help=t("Son nom.", "Its name."))],
    kind: Annotated[
        str,
        Option(
            "--kind",
            metavar="[real|simulation]",
            help=t("Pour de vrai, ou pour s’exercer.", "Real, or a rehearsal."),
        ),
    ],
    administrator_name: Annotated[
        str, Option("--administrator-name", help=t("Qui administre.", "Who administers."))
    ],
    email: Annotated[str, Option("--email", help=t("Son adresse.", "Their address."))],
    language: Annotated[
        str, Option("--language", metavar="[fr|en]", help=t("Sa langue.", "Their language."))
    ] = "fr",
    clock: Annotated[
        str,
        Option(
            "--clock",
            metavar="DATE",
            help=t("Où commence l’horloge d’une simulation.", "A simulation’s first day."),
        ),
    ] = "",
    zone: Annotated[
        str,
        Option(
            "--zone",
            metavar="ZONE",
            help=t(
                "Où elle vit : Europe/Paris, Pacific/Tahiti ; par défaut, le fuseau de ses règlements.",
                "Where it lives: Europe/Paris, Pacific/Tahiti; by default the zone of its rulebooks.",
            ),
        ),
    ] = "",
    as_json: Json = False,  # noqa: ARG001 - the answer is JSON whether asked or not
) -> None:
    """Found an organisation."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.upkeep import founding  # noqa: PLC0415
    from queries.founding import Founder  # noqa: PLC0415 - as above

    founder = Founder(administrator_name, email, language)
    raise Exit(asyncio.run(founding.found(organisation, name, kind, founder, founding.Home(zone, clock))))


@commands.command(
    "import",
    cls=Command,
    help=t(
        "Importer des personnes et le passé de coopérations (YAML ou JSON) ; deux fois n’ajoute rien.",
        "Import people and the past of cooperations (YAML or JSON); twice adds nothing.",
    ),
)
def import_(
    files: Annotated[list[Path], Argument(metavar=t("FICHIER...", "FILE..."))],
    *,
    person: As = "",
    organisation: Organisation = "",
    as_json: Json = False,
) -> None:
    """Import files."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.giving import imports as bringing  # noqa: PLC0415

    raise Exit(asyncio.run(bringing.bring(files, person, organisation, as_json=as_json)))


@commands.command(
    cls=Command,
    help=t(
        "Vérifier tout ce que la base promet : chaîne, issues, textes, courrier, gardes.",
        "Check all that the database promises: chain, outcomes, texts, mail, guards.",
    ),
)
def verify(
    *,
    against: Annotated[
        str,
        Option(
            "--against",
            metavar=t("POSITION:EMPREINTE", "POSITION:HASH"),
            help=t(
                "Comparer avec une tête notée ailleurs.", "Hold the ledger against a head noted elsewhere."
            ),
        ),
    ] = "",
    read_models: Annotated[
        str,
        Option(
            "--read-models",
            metavar="[sample|all]",
            help=t("Replier aussi quelques dossiers, ou tous, et comparer.", "Fold some files too, or all."),
        ),
    ] = "",
    organisation: Annotated[
        str,
        Option(
            "--organisation",
            "-o",
            envvar="ESCALE_ORGANISATION",
            metavar=t("NOM", "NAME"),
            help=t("Une organisation seulement.", "One organisation only."),
        ),
    ] = "",
    as_json: Json = False,
) -> None:
    """Check every ledger; the exit code is 1 when anything was found."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.upkeep import verify as verifying  # noqa: PLC0415

    raise Exit(asyncio.run(verifying.verify(organisation, against, read_models, as_json=as_json)))


@commands.command(
    cls=Command,
    help=t(
        "Refaire les vues depuis le registre, sans arrêt.",
        "Rebuild the read models from the ledger, without a stop.",
    ),
)
def rebuild(*, as_json: Json = False) -> None:
    """Rebuild all read models."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.upkeep import rebuild as mending  # noqa: PLC0415

    raise Exit(asyncio.run(mending.rebuild_all(as_json=as_json)))


@commands.command(
    cls=Command, help=t("Réparer Temporal d’après le registre.", "Mend Temporal from the ledger.")
)
def recover(
    *,
    organisation: Organisation = "",
    after_restore: Annotated[
        bool,
        Option(
            "--after-restore",
            help=t(
                "Le registre est revenu en arrière : clore ce qui en sait plus, tout reprendre d’après lui.",
                "The ledger went back: end what knows more, take all up again from what it holds.",
            ),
        ),
    ] = False,
    yes: Annotated[bool, Option("--yes", help=say(remedies.WITHOUT_ASKING))] = False,
    only_list: Annotated[
        str,
        Option(
            "--list",
            metavar="[trouble|due]",
            help=t(
                "Ne rien réparer ; dire ce qui n’avance pas, ou ce qui échoit sous sept jours.",
                "Mend nothing; tell what does not go on, or what falls due within seven days.",
            ),
        ),
    ] = "",
    as_json: Json = False,
) -> None:
    """Start or wake the workflow of every open file."""
    if only_list:
        from cli.upkeep import lives  # noqa: PLC0415 - loaded by the commands that need it

        lives.list_lives(only_list, organisation, as_json=as_json)
    from cli.upkeep import recover as recovering  # noqa: PLC0415 - loaded by the commands that need it

    recovering.recover(organisation, after_restore=after_restore, sure=yes, as_json=as_json)


@commands.command(
    "prepare-temporal",
    cls=Command,
    help=t(
        "Préparer un Temporal : enregistrer les attributs de recherche de ses listes ; deux fois n’ajoute rien.",
        "Prepare a Temporal: register the search attributes of its lists; twice adds nothing.",
    ),
)
def prepare_temporal(*, as_json: Json = False) -> None:
    """Register search attributes."""
    from cli.upkeep import prepare_temporal as preparing  # noqa: PLC0415 - loaded by the commands that need it

    preparing.prepare(as_json=as_json)


@commands.command(
    cls=Command,
    help=t(
        "Faire continuer les vies avec une version des ouvriers ; sans version, montrer celles qu’il y a.",
        "Have lives go on with a build of the workers; without one, show those there are.",
    ),
)
def release(
    build: Annotated[str | None, Argument(metavar=t("VERSION", "BUILD"))] = None, *, as_json: Json = False
) -> None:
    """Release a build."""
    from cli.upkeep import release as releasing  # noqa: PLC0415 - loaded by the commands that need it

    releasing.release(build, as_json=as_json)


@commands.command(
    cls=Command,
    help=t(
        "Lire un avis de non-remise que le serveur de courrier donne sur l’entrée standard.",
        "Read a notice of non-delivery that the mail server gives on standard input.",
    ),
    epilog=t(
        "Codes de sortie (sysexits.h)\u00a0: 0 lu, 65 pas un avis, 75 à redonner plus tard.",
        "Exit codes (sysexits.h): 0 taken, 65 no notice, 75 hand it over again later.",
    ),
)
def bounce() -> int:
    """Take in a letter that came back."""
    from cli.upkeep import bounce as bounced  # noqa: PLC0415 - loaded by the commands that need it

    return bounced.bounce()
