"""The web process: one service, one application, one server that stops in order."""

import asyncio

import structlog
import uvicorn
from fastapi import FastAPI

from bootstrap import open_service
from config import Settings, SettingsContradict
from domain.kernel.ledger import LedgerUnavailable
from web.app import make_app
from web.site import Site, open_site

log = structlog.get_logger("web")

SWEEPS_EVERY = 3600
"""Seconds from one deletion of what is over to the next."""
STOPS_WITHIN = 10
"""Seconds that requests in progress have to end."""


async def serve(settings: Settings) -> int:
    """Serve pages until SIGTERM or SIGINT; the exit code."""
    try:
        async with open_service(settings) as service:
            site = open_site(settings, service)
            sweeping = asyncio.create_task(_sweep(site))
            try:
                await _server(settings, make_app(site)).serve()
            finally:
                sweeping.cancel()
    except LedgerUnavailable as away:
        log.error("no database to serve pages from", reason=str(away))  # noqa: TRY400 - no fault of ours
        return 3
    except SettingsContradict as unclear:
        log.error("settings contradict", reason=str(unclear))  # noqa: TRY400 - as above
        return 2
    return 0


async def _sweep(site: Site) -> None:
    """Delete sessions, links, tries and lines of the log of sign-ins that are over, every hour."""
    while True:
        try:
            await site.access.sweep()
        except LedgerUnavailable as away:
            log.warning("access_not_swept", reason=str(away))
        await asyncio.sleep(SWEEPS_EVERY)


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
