"""``up`` and ``down``: the embedded stack."""

from typer import Typer

import links
from cli.terminal.framework import Command
from cli.terminal.options import Json
from cli.terminal.output import tell, write_json
from cli.terminal.settings import settings
from language import Text, say, t

commands = Typer()

_SHOWN = {"web", "temporal", "temporal_ui"}
"""Addresses for people; those of the database hold passwords."""


@commands.command(
    cls=Command,
    help=t(
        "Démarrer PostgreSQL, Temporal, le courrier, l’ouvrier et les pages, et les laisser tourner.",
        "Start PostgreSQL, Temporal, the mail catcher, the worker and the pages, and leave them running.",
    ),
)
def up(*, as_json: Json = False) -> None:
    """Start the embedded stack in the background."""
    import asyncio  # noqa: PLC0415 - loaded by the commands that need it

    from cli.upkeep.first_run import new_first_run_code  # noqa: PLC0415
    from stack import control  # noqa: PLC0415

    def progress(step: Text) -> None:
        if not as_json:
            tell(say(step))

    state = control.up(settings(), progress)
    code = asyncio.run(new_first_run_code())
    if as_json:
        shown = state.addresses.model_dump(include=_SHOWN)
        write_json({"up": True, "pid": state.pid, "addresses": shown, "first_run_code": code})
        return
    tell(t(f"Tout tourne (processus {state.pid}).", f"All is up (process {state.pid})."))
    tell(t(f"Les pages sont à {state.addresses.web}", f"Pages are at {state.addresses.web}"))
    if code:
        page = links.absolute(state.addresses.web, links.first_run())
        tell(
            t(
                f"Aucune organisation encore : fondez-la à {page} avec ce code, bon une fois : {code}",
                f"No organisation yet: found one at {page} with this code, good once: {code}",
            )
        )


@commands.command(cls=Command, help=t("Tout arrêter.", "Stop everything."))
def down(*, as_json: Json = False) -> None:
    """Stop the embedded stack."""
    from stack import control  # noqa: PLC0415 - loaded by the commands that need it

    stopped = control.down(settings())
    if as_json:
        write_json({"stopped": stopped})
    else:
        tell(
            t("Tout est arrêté.", "All stopped.")
            if stopped
            else t("Rien ne tournait.", "Nothing was running.")
        )
