"""All the commands, put together."""

from typer import Typer

from cli import (
    beside,
    clock,
    demo,
    do,
    document,
    file,
    lists,
    operations,
    payments,
    programme,
    rehearse,
    stack,
    what_if,
)
from cli.framework import Group
from cli.language import t

app = Typer(
    cls=Group,
    name="escale",
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    help=t(
        "Escale accompagne des coopérations territoriales pendant des années, sans rien perdre, répéter ni cacher.",
        "Escale carries territorial cooperations for years without losing, repeating or hiding anything.",
    ),
    epilog=t(
        "Codes de sortie : 0 enregistré, 1 refusé, 2 saisie non valable, 3 inconnu (base hors d’atteinte),"
        " 4 erreur imprévue, 5 fait, mais la sortie n’a pas pu être écrite.",
        "Exit codes: 0 recorded, 1 refused, 2 invalid input, 3 unknown (store out of reach),"
        " 4 unforeseen error, 5 done, but the output could not be written.",
    ),
)
for group in (
    stack.commands,
    operations.commands,
    do.commands,
    file.commands,
    document.commands,
    lists.commands,
    beside.commands,
    payments.commands,
    clock.commands,
    programme.commands,
    rehearse.commands,
    what_if.commands,
    demo.commands,
):
    app.add_typer(group)
