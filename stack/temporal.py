"""The embedded Temporal: its development server, with everything in one file."""

import asyncio
import subprocess
from dataclasses import dataclass
from pathlib import Path

from language import Text
from search_attributes import SEARCH_ATTRIBUTES
from stack.ports import LOOPBACK
from stack.texts import StackError

NAMESPACE = "default"


@dataclass(frozen=True)
class TemporalServer:
    """The server that `program` serves from `file` on `port`; `ui_port` None means without its pages."""

    program: Path
    file: Path
    port: int
    ui_port: int | None

    @property
    def address(self) -> str:
        """Where clients connect."""
        return f"{LOOPBACK}:{self.port}"

    def command(self) -> list[str]:
        """Build the server's command line: eager activities, SQLite in write-ahead mode, search attributes."""
        listed = [f"{name}={kind}" for name, kind in SEARCH_ATTRIBUTES.items()]
        pages = ["--headless"] if self.ui_port is None else ["--ui-port", str(self.ui_port)]
        return [
            *(str(self.program), "server", "start-dev", "--ip", LOOPBACK, "--port", str(self.port), *pages),
            *("--db-filename", str(self.file), "--log-level", "warn"),
            *("--dynamic-config-value", "system.enableActivityEagerExecution=true"),
            *("--sqlite-pragma", "journal_mode=wal", "--sqlite-pragma", "synchronous=1"),
            *(part for one in listed for part in ("--search-attribute", one)),
        ]

    async def ready(self) -> bool:
        """Whether its namespace answers."""
        return await namespace_answers(self.program, self.address)


async def namespace_answers(program: Path, address: str) -> bool:
    """Whether the server at `address` answers for its namespace; asked by the `temporal` program."""
    asked = await asyncio.create_subprocess_exec(
        *(program, "operator", "namespace", "describe", "--namespace", NAMESPACE, "--address", address),
        *("--command-timeout", "3s", "--disable-config-file", "--disable-config-env"),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    return await asked.wait() == 0


def given_address() -> str | None:
    """Return the address that TEMPORAL_ADDRESS or a profile names; None: the embedded server is wanted.

    Raises StackError when TEMPORAL_PROFILE names a profile that is not there or cannot be read.
    """
    from temporalio.envconfig import ClientConfigProfile  # noqa: PLC0415 - slow to import, seldom needed

    try:
        return ClientConfigProfile.load().address or None
    except RuntimeError as error:
        raise StackError(
            "temporal-profile",
            Text(f"Le profil Temporal est illisible : {error}", f"Temporal's profile is unreadable: {error}"),
        ) from error
