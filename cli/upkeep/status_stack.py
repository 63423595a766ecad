"""What runs, for `escale status`: the embedded stack's processes, not what was once written of them, and Temporal."""

import asyncio
from typing import TYPE_CHECKING, Any

from bootstrap import temporal_address
from cli.terminal.settings import settings
from config import SettingsContradict
from domain.kernel.ledger import LedgerUnavailable
from language import say, t
from stack.looking import look
from stack.temporal import given_address
from wording import headings

if TYPE_CHECKING:
    from rich.console import Console

_SECRET = {"addresses": {"database_url", "database_owner_url"}}
_MEBIBYTE = 1024 * 1024

CONNECT_SECONDS = 1.0
"""How long Temporal may take to accept a connection."""


def seen_stack() -> dict[str, Any] | None:
    """What runs in the data directory; its database's addresses hold passwords and stay out of this."""
    seen = look(settings())
    return seen.model_dump(mode="json", exclude=_SECRET) if seen else None


async def seen_temporal() -> dict[str, Any]:
    """Where Temporal is, embedded or not, and whether it accepts a connection."""
    try:
        address = temporal_address(settings(), given_address())
    except (LedgerUnavailable, SettingsContradict):
        address = ""
    return {"address": address or None, "reachable": await _answers(address) if address else False}


async def _answers(address: str) -> bool:
    host, _, port = address.rpartition(":")
    try:
        async with asyncio.timeout(CONNECT_SECONDS):
            _, writer = await asyncio.open_connection(host, int(port))
    except (OSError, ValueError):
        return False
    writer.close()
    return True


def draw_stack(out: "Console", stack: dict[str, Any] | None) -> None:
    """Which services run, who starts them again, and whether there is room to write."""
    if stack is None:
        out.print(t("Pile : rien ne tourne ici (escale up).", "Stack: nothing runs here (escale up)."))
        return
    supervised = stack["pid"] is not None
    gone = t("redémarre", "restarting") if supervised else t("arrêté", "ended")
    services = ", ".join(f"{one['name']} ({one['pid'] or gone})" for one in stack["services"])
    out.print(t(f"Pile : {services}", f"Stack: {services}"), markup=False)
    if not supervised:
        out.print(
            t(
                "⚠ Plus aucun superviseur : ce qui s’arrête ne redémarre pas. `escale up` reprend tout, "
                "`escale down` arrête tout.",
                "⚠ No supervisor any more: what ends is not started again. `escale up` takes all over, "
                "`escale down` stops all.",
            )
        )
    if stack["disk_full"]:
        room = stack["free"] // _MEBIBYTE
        out.print(
            t(
                f"⚠ Le disque de {settings().home} est plein (reste {room} Mio) : libérez de la place.",
                f"⚠ The disk of {settings().home} is full ({room} MiB left): make room.",
            ),
            markup=False,
        )
    addresses = stack["addresses"] or {}
    if pages := addresses.get("web"):
        out.print(t(f"Pages : {pages}", f"Pages: {pages}"), markup=False)
    if pages := addresses.get("temporal_ui"):
        out.print(t(f"Pages de Temporal : {pages}", f"Temporal’s pages: {pages}"), markup=False)


def draw_temporal(out: "Console", temporal: dict[str, Any]) -> None:
    """Where Temporal is and whether it answers."""
    answers = say(headings.ANSWERS) if temporal["reachable"] else say(headings.DOES_NOT_ANSWER)
    where = f"{temporal['address'] or '–'} {answers}"
    out.print(t(f"Temporal : {where}", f"Temporal: {where}"), markup=False)
