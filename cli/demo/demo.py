"""``demo``: the example cooperations, told over two years of a simulated clock."""

from typer import Exit, Typer

from cli.terminal.framework import Command
from language import t

commands = Typer()


@commands.command(
    cls=Command,
    help=t(
        "Raconter deux ans des coopérations d’exemple en moins d’une minute ; une seconde fois n’ajoute rien.",
        "Tell two years of the example cooperations in under a minute; a second time adds nothing.",
    ),
)
def demo() -> None:
    """Run the demonstration."""
    from cli.demo import demonstration  # noqa: PLC0415 - loaded by the commands that need it

    raise Exit(demonstration.run())
