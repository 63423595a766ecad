"""What every page may use: the services over the store, who is signed in, the settings."""

from dataclasses import dataclass
from functools import cached_property
from typing import cast

from starlette.requests import HTTPConnection

from access.sessions import Sessions
from bootstrap import Service
from config import Settings


@dataclass(frozen=True)
class Site:
    """One site over one database. What only some pages need is made when it is first asked for."""

    settings: Settings
    service: Service

    @cached_property
    def sessions(self) -> Sessions:
        """Who is signed in."""
        return Sessions(self.service.pool)

    @property
    def secure(self) -> bool:
        """Whether people reach it by TLS: then cookies travel by TLS only."""
        return self.settings.public_url.startswith("https://")


def open_site(settings: Settings, service: Service) -> Site:
    """The site of a service."""
    return Site(settings, service)


def site_of(request: HTTPConnection) -> Site:
    """The site that a request came to."""
    return cast("Site", request.app.state.site)
