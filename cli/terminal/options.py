"""Options that many commands share."""

from typing import Annotated

from typer import Option

from language import t

Json = Annotated[
    bool, Option("--json", help=t("Répondre en JSON, pour un programme.", "Answer in JSON, for a program."))
]
As = Annotated[
    str,
    Option(
        "--as",
        envvar="ESCALE_AS",
        metavar=t("PERSONNE", "PERSON"),
        help=t("Qui agit ou lit : identifiant ou adresse.", "Who acts or reads: an id or an e-mail address."),
    ),
]
Organisation = Annotated[
    str,
    Option(
        "--organisation",
        "-o",
        envvar="ESCALE_ORGANISATION",
        metavar=t("NOM", "NAME"),
        help=t("L’organisation ; la seule, s’il n’y en a qu’une.", "The organisation; the only one, if one."),
    ),
]
AsOf = Annotated[
    str,
    Option(
        "--as-of", metavar="DATE", help=t("Ce qui était arrivé à cette date.", "What had happened by then.")
    ),
]
KnownOn = Annotated[
    str,
    Option("--known-on", metavar="DATE", help=t("Ce qu’on savait à cette date.", "What was known by then.")),
]
