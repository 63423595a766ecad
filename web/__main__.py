"""``python -m web``: serve pages until SIGTERM or SIGINT."""

import asyncio
from typing import NoReturn

from config import Settings
from leaving import leave
from logs import configure_logging
from web.server import serve


def main() -> NoReturn:
    """Be the web process."""
    settings = Settings()
    configure_logging(settings.log_format)
    leave(asyncio.run(serve(settings)))


if __name__ == "__main__":
    main()
