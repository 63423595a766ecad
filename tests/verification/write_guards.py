"""Write ``verification/guards.json`` anew: ``python -m tests.verification.write_guards``, after adding a migration."""

import asyncio
import json
import tempfile
from pathlib import Path

import asyncpg

from tests.support.postgres import TEMPLATE, serve_postgres
from verification.guards import LAID, Guards, standing
from verification.store import Store


def written(guards: Guards) -> str:
    """One guard a line, so that two who add some can merge."""
    lines = [f"{json.dumps(name)}: {json.dumps(guards[name], sort_keys=True)}" for name in sorted(guards)]
    return "{\n" + ",\n".join(lines) + "\n}\n"


async def laid_in(dsn: str) -> Guards:
    """The guards of a database."""
    connection = await asyncpg.connect(dsn)
    try:
        return await standing(Store(connection))
    finally:
        await connection.close()


def main() -> None:
    """Migrate an empty database and write down what stands in it."""
    with (
        tempfile.TemporaryDirectory(prefix="escale-guards-") as directory,
        serve_postgres(Path(directory)) as server,
    ):
        server.make_template()
        LAID.write_text(written(asyncio.run(laid_in(server.service_dsn(TEMPLATE)))), encoding="utf-8")


if __name__ == "__main__":
    main()
