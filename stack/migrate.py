"""Bringing a given database to this release: ``python -m stack.migrate``, before a worker is started on it."""

import asyncio
import sys
from urllib.parse import unquote, urlsplit

from config import Settings
from eventstore.migrate import MigrationRefused, migrate


def main() -> int:
    """Migrate ESCALE_DATABASE_OWNER_URL and let the role of ESCALE_DATABASE_URL log in; 1 when refused."""
    settings = Settings()
    owner, service = (url.get_secret_value() for url in (settings.database_owner_url, settings.database_url))
    if not owner or not service:
        sys.stderr.write("ESCALE_DATABASE_OWNER_URL and ESCALE_DATABASE_URL must both be set.\n")
        return 1
    password = unquote(urlsplit(service).password or "")
    try:
        applied = asyncio.run(migrate(owner, password or None))
    except (MigrationRefused, OSError) as refused:
        sys.stderr.write(f"Not migrated: {refused}.\n")
        return 1
    sys.stdout.write(f"Migrations applied: {', '.join(map(str, applied)) or 'none, it was up to date'}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
