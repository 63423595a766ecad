"""Whom the examples name by alias: where tests import them, the secret of the organisation is one that tests know."""

import asyncpg

from application.commands.import_files import person_command
from application.commands.import_people import concealed
from domain.kernel.ids import person_id
from vault.memory import MemoryVault

IMPORT_SECRET = b"a secret of an import, in tests."


def person_of(alias: str) -> str:
    """The id of the person whom import files call ``alias``, in organisations whose secret tests know."""
    return person_id(person_command(concealed(IMPORT_SECRET, alias)))


async def know_import_secret(pool: asyncpg.Pool, organisation: str) -> None:
    """Have an organisation's secret be the one that tests know, before anything is imported."""
    statement = (
        "INSERT INTO vault.import_secrets (organisation, secret) VALUES ($1, $2) ON CONFLICT DO NOTHING"
    )
    await pool.execute(statement, organisation, IMPORT_SECRET)


class KnownSecret(MemoryVault):
    """A vault in memory whose import secret tests know."""

    async def import_secret(self, organisation: str) -> bytes:
        """The same for everybody."""
        return IMPORT_SECRET
