"""What a command asks and gives with: the services over the store, a visit of an organisation as somebody."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from application.ports import RulebookDiffers
from bootstrap import Service, open_service
from cli.terminal.settings import settings
from queries.refused import STORE_UNREACHABLE, Failure, no_room
from queries.visit import Visit, introduced, of_other_rules, reached
from stack.disk import is_full


@asynccontextmanager
async def opened() -> AsyncIterator[Service]:
    """The services over the store of the running stack. Raises Failure when it is out of reach."""
    try:
        async with AsyncExitStack() as stack:
            async with reached():
                service = await stack.enter_async_context(open_service(settings()))
            yield service
    except RulebookDiffers as differs:
        raise of_other_rules(differs) from None
    except Failure as failure:
        if failure.code == STORE_UNREACHABLE and _own_disk_is_full():
            raise no_room(failure.command_id) from None
        raise


def _own_disk_is_full() -> bool:
    """Whether the database is the embedded one and has no room: it may have stopped because of that."""
    own = settings()
    return own.embedded_database and own.home.exists() and is_full(own.home)


@asynccontextmanager
async def visiting(organisation: str, person: str, *, anybody: bool = False) -> AsyncIterator[Visit]:
    """Visit an organisation as somebody, as ``introduced`` says. Raises Failure."""
    async with opened() as service:
        async with reached():
            visit = await introduced(service, organisation, person, anybody=anybody)
        yield visit
