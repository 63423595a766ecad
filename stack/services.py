"""The services of a stack, in order of start; a part that is given from outside has none."""

import sys
from collections.abc import Callable

from eventstore.migrate import MigrationRefused, migrate
from language import Text
from stack.child import Service
from stack.ports import LOOPBACK, answers, listens
from stack.postgres import OWNER, STOP_SIGNAL
from stack.processes import mark
from stack.site import Site
from stack.texts import StackError

READY_FILE = "ESCALE_READY_FILE"
"""Names the file that the worker touches once it polls."""


def postgres(site: Site) -> Service | None:
    """PostgreSQL, then its owner role, its database and the migrations."""
    server = site.postgres
    if server is None:
        return None

    async def prepare() -> None:
        await server.ensure_database()
        try:
            await migrate(server.dsn(OWNER), server.credentials.service)
        except MigrationRefused as refused:
            raise StackError(
                "migration-refused",
                Text(f"La base n’est pas de cette version : {refused}.", f"The database differs: {refused}."),
            ) from refused

    return Service(
        name="postgres",
        command=server.command(),
        ready=server.ready,
        prepare=prepare,
        environment=mark(site.home, "postgres"),
        identity=server.account.identity(),
        stop_signal=STOP_SIGNAL,
    )


def temporal(site: Site) -> Service | None:
    """Temporal's development server."""
    server = site.temporal
    if server is None:
        return None
    return Service("temporal", server.command(), server.ready, environment=mark(site.home, "temporal"))


def catcher(site: Site) -> Service | None:
    """The mail catcher."""
    port = site.catcher_port
    if port is None:
        return None

    async def ready() -> bool:
        return listens(port)

    command = [*_python("stack.catcher"), "--maildir", str(site.home.mail), "--port", str(port)]
    return Service("catcher", command, ready, environment=mark(site.home, "catcher"))


def worker(site: Site) -> Service:
    """Escale's worker, told where everything is."""
    ready_file = site.home.ready_file("worker")
    ready_file.unlink(missing_ok=True)
    environment = {
        **site.addresses.completing(site.settings).as_environment(),
        **({"TEMPORAL_ADDRESS": site.temporal.address} if site.temporal else {}),
        READY_FILE: str(ready_file),
        **mark(site.home, "worker"),
    }

    async def ready() -> bool:
        return ready_file.exists()

    return Service("worker", _python("worker"), ready, environment=environment)


def web(site: Site) -> Service | None:
    """The process that serves pages on the loopback interface; ready once it answers that it reaches its database."""
    port = site.web_port
    if port is None:
        return None
    settings = site.addresses.completing(site.settings)
    served = settings.model_copy(update={"web_host": LOOPBACK, "web_port": port})

    async def ready() -> bool:
        return await answers(port, "/readyz")

    environment = {**served.as_environment(), **mark(site.home, "web")}
    return Service("web", _python("web"), ready, environment=environment)


SERVICES: dict[str, Callable[[Site], Service | None]] = {
    "postgres": postgres,
    "temporal": temporal,
    "catcher": catcher,
    "worker": worker,
    "web": web,
}


def _python(module: str) -> list[str]:
    return [sys.executable, "-P", "-m", module]
