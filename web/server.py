"""The web process: one service, one application, one server that stops in order."""

import structlog
import uvicorn
from fastapi import FastAPI

from bootstrap import open_service
from config import Settings, SettingsContradict
from domain.kernel.ledger import LedgerUnavailable
from web.app import make_app
from web.site import open_site

log = structlog.get_logger("web")

STOPS_WITHIN = 10
"""Seconds that requests in progress have to end."""


async def serve(settings: Settings) -> int:
    """Serve pages until SIGTERM or SIGINT; the exit code."""
    try:
        async with open_service(settings) as service:
            await _server(settings, make_app(open_site(settings, service))).serve()
    except LedgerUnavailable as away:
        log.error("no database to serve pages from", reason=str(away))  # noqa: TRY400 - no fault of ours
        return 3
    except SettingsContradict as unclear:
        log.error("settings contradict", reason=str(unclear))  # noqa: TRY400 - as above
        return 2
    return 0


def _server(settings: Settings, app: FastAPI) -> uvicorn.Server:
    return uvicorn.Server(
        uvicorn.Config(
            app,
            host=settings.web_host,
            port=settings.web_port,
            log_config=None,
            access_log=False,  # addresses of links hold what grants access
            server_header=False,
            date_header=True,
            timeout_graceful_shutdown=STOPS_WITHIN,
            forwarded_allow_ips=settings.trusted_proxies or "127.0.0.1",
        )
    )
