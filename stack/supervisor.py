"""The process that keeps a stack up: ``python -m stack.supervisor``, started by `stack.control`.

Until the stack is ready it writes one JSON object per line to standard output: ``{"step": [fr, en]}``, then
``{"ready": true}`` or ``{"error": {"code", "fr", "en"}}``. SIGTERM or SIGINT stops everything, last started
first.
"""

import argparse
import asyncio
import json
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

import structlog

from config import Settings
from language import Text
from logs import configure_logging
from stack.child import Child
from stack.disk import disk_full, is_full, says_full, told_if_full
from stack.home import Home
from stack.processes import remove_orphans
from stack.services import SERVICES
from stack.site import Site
from stack.state import StackState
from stack.texts import StackError

_log = structlog.get_logger("stack")

REWRITE_SECONDS = 2.0
"""How soon the state that could not be written is written again."""


SYMPTOMS = frozenset({"postgres-not-created", "postgres-refused"})
"""What a part may complain of where the disk is full."""


class Supervisor:
    """Starts the named services of one home in order, keeps them up, stops them in reverse order."""

    def __init__(self, settings: Settings, home: Home, names: list[str]) -> None:
        self._settings = settings
        self._home = home
        self._names = names
        self._children: list[Child] = []
        self._state: StackState | None = None
        self._changed = asyncio.Event()

    async def run(self, leaving: asyncio.Event) -> None:
        """Keep the stack up until `leaving` is set; raises StackError when it cannot be started."""
        starting = asyncio.create_task(self._start())
        left = asyncio.create_task(leaving.wait())
        writing = asyncio.create_task(self._keep_state())
        try:
            await asyncio.wait({starting, left}, return_when=asyncio.FIRST_COMPLETED)
            if starting.done():
                starting.result()
                tell({"ready": True})
                await left
        finally:
            starting.cancel()
            with suppress(asyncio.CancelledError, StackError):
                await starting
            writing.cancel()
            await self._stop()

    async def _start(self) -> None:
        site = Site.survey(self._settings, self._home, self._names)
        for name in self._names:
            service = SERVICES[name](site)
            if service is None:
                continue
            tell({"step": Text(f"Démarrage : {name}", f"Starting {name}")})
            child = Child(service, self._home.log(name), self._changed.set)
            self._children.append(child)
            await child.prepared()
        self._state = StackState(pid=os.getpid(), addresses=site.addresses, services=())
        with told_if_full(self._home.path):
            self._write_state()

    async def _keep_state(self) -> None:
        """Write what changes; what cannot be written now is written later, and holds up nobody."""
        while True:
            await self._changed.wait()
            self._changed.clear()
            try:
                self._write_state()
            except OSError as error:
                _log.warning("state not written", reason=str(error))
                await asyncio.sleep(REWRITE_SECONDS)
                self._changed.set()

    def _write_state(self) -> None:
        if self._state:
            services = tuple(child.state for child in self._children)
            self._state.model_copy(update={"services": services}).write(self._home)

    async def _stop(self) -> None:
        self._state = None
        with suppress(OSError):
            self._home.state.unlink(missing_ok=True)
        for child in reversed(self._children):
            await child.stop()


def tell(message: dict[str, Any]) -> None:
    """Report to whoever started us. Raises StackError when they have gone: then nobody wants the stack."""
    try:
        sys.stdout.write(json.dumps(message) + "\n")
        sys.stdout.flush()
    except BrokenPipeError as error:
        raise StackError(
            "starter-gone",
            Text(
                "Le processus qui démarrait la pile s’est arrêté avant la fin.",
                "The process that was starting the stack ended before it was up.",
            ),
        ) from error


async def supervise(settings: Settings, names: list[str], *, attached: bool) -> None:
    """Hold the home and keep the stack up until a signal or, when `attached`, until standard input ends."""
    loop = asyncio.get_running_loop()
    leaving = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, leaving.set)
    if attached:
        loop.add_reader(sys.stdin.fileno(), leaving.set)
    home = Home(settings.home)
    with home.held():
        home.state.unlink(missing_ok=True)
        removed = remove_orphans(home)
        if removed:
            _log.warning("processes of a killed supervisor ended", count=removed)
        await Supervisor(settings, home, names).run(leaving)


def main() -> int:
    """Run a supervisor; the exit code is 0 after an orderly stop and 1 when the stack could not start."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--services", nargs="+", required=True)
    parser.add_argument("--attached", action="store_true", help="stop when standard input ends")
    arguments = parser.parse_args()
    # A detached supervisor leaves its starter: the child goes on, nobody has to wait for it.
    if not arguments.attached and os.fork():
        os._exit(0)
    os.umask(0o077)  # whatever the services write is for us only
    settings = Settings()
    configure_logging(settings.log_format)
    try:
        asyncio.run(supervise(settings, arguments.services, attached=arguments.attached))
    except Exception as error:  # noqa: BLE001 - whatever it is, whoever started us must hear of it
        reason = _reason(error, settings.home)
        _log.error("stack not started", code=reason.code, reason=str(error))
        with suppress(StackError):
            tell({"error": {"code": reason.code, **reason.text._asdict()}})
        return 1
    return 0


def _reason(error: Exception, home: Path) -> StackError:
    """Return why the stack did not start; whatever a part said of it, a full disk is called a full disk."""
    if isinstance(error, StackError) and error.code not in SYMPTOMS:
        return error
    if is_full(home) or (isinstance(error, OSError) and says_full(error)):
        return disk_full(home)
    if isinstance(error, StackError):
        return error
    said = f"{type(error).__name__}: {error}"
    return StackError("not-started", Text(f"La pile n’a pas démarré : {said}", f"It did not start: {said}"))


if __name__ == "__main__":
    os._exit(main())  # whoever read our output may be gone: nothing is left to flush
