"""All the commands, put together."""

from typer import Typer

from cli.cooperations import document, file
from cli.demo import demo
from cli.fundings import command as fundings
from cli.giving import do
from cli.lists import lists
from cli.money import envelopes, payments
from cli.programmes import programme
from cli.rehearsals import rehearse
from cli.reviews import command as reviews
from cli.terminal.framework import Group
from cli.upkeep import clock, operations, stack
from cli.what_if import what_if
from language import t

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
        "Codes de sortie : 0 enregistré, 1 refusé, 2 saisie non valable, 3 inconnu (base hors d’atteinte),"
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
    reviews.commands,
    fundings.commands,
    envelopes.commands,
    payments.commands,
    clock.commands,
    programme.commands,
    rehearse.commands,
    what_if.commands,
    demo.commands,
):
    app.add_typer(group)
