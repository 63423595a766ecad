"""The code with which the first organisation is founded in the pages."""

from access.first_run import FirstRun
from access.secret import read_secret
from cli.terminal.session import opened
from queries.visit import reached


async def new_first_run_code() -> str | None:
    """A new code, good once, in the place of any before; None where there is an organisation. Raises Failure."""
    async with opened() as service, reached():
        if await service.ledger.organisations():
            return None
        return await FirstRun(service.pool, read_secret(service.settings.secret_path)).new_code()
