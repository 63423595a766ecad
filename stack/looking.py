"""What runs of a stack, told from its processes: what was written may be old, or never have been written."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict

from config import Settings
from stack.disk import free_bytes, is_full
from stack.home import Home
from stack.processes import services_alive
from stack.state import Addresses, ServiceState, read_state, written_state


class SeenStack(BaseModel):
    """A stack of which something runs.

    `pid` is its supervisor, None when that was killed: then nobody starts again what dies. `pid` of a service is
    None while nothing of it runs. `addresses` are None while the stack is starting. `free` is in bytes.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    pid: int | None
    since: datetime | None
    addresses: Addresses | None
    services: tuple[ServiceState, ...]
    free: int
    disk_full: bool


def look(settings: Settings) -> SeenStack | None:
    """Return what runs in the data directory, supervised or not; None if nothing does."""
    home = Home(settings.home)
    if not home.path.exists():
        return None
    alive, holder = services_alive(home), home.holder()
    if holder is None and not alive:
        return None
    # What a killed supervisor wrote holds as long as nobody has taken over.
    state = written_state(home) if holder is None else read_state(home)
    written = {one.name: one for one in state.services} if state else {}
    names = [*written, *(name for name in alive if name not in written)]
    return SeenStack(
        pid=holder,
        since=state.since if state else None,
        addresses=state.addresses if state else None,
        services=tuple(
            ServiceState(
                name=name, pid=alive.get(name), restarts=written[name].restarts if name in written else 0
            )
            for name in names
        ),
        free=free_bytes(home.path),
        disk_full=is_full(home.path),
    )
