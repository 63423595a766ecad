"""What every page may use: the services over the store, who is signed in, the settings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from starlette.requests import HTTPConnection

import links
from access.access import Access, make_access
from access.deposits import Deposits
from access.secret import Secret, read_secret
from access.sessions import Sessions
from bootstrap import Service
from config import Settings
from workspace.mail_preferences import MailPreferences

if TYPE_CHECKING:
    from access.provider import Provider
    from web.feeds.pace import FeedPace
    from web.verifying import Verifying
    from webhooks.posting import Posting
    from webhooks.subscriptions import Subscriptions


@dataclass(frozen=True)
class Site:
    """One site over one database. What only some pages need is made when it is first asked for."""

    settings: Settings
    service: Service

    @cached_property
    def secret(self) -> Secret:
        """What seals of forms and digests of addresses are made with."""
        return read_secret(self.settings.secret_path)

    @cached_property
    def access(self) -> Access:
        """Who may sign in."""
        return make_access(
            self.service.pool, self.secret, self.service.ledger.organisations, self._places, self._texts
        )

    @cached_property
    def deposits(self) -> Deposits:
        """What people outside hand in by a link."""
        return Deposits(self.service.pool)

    @cached_property
    def verifications(self) -> "Verifying":
        """What is verified beside the pages."""
        from web.verifying import Verifying  # noqa: PLC0415 - loads what verifies, seldom needed

        return Verifying(self.settings, self.service.verifications)

    @cached_property
    def provider(self) -> "Provider | None":
        """The organisation's own sign-in; None where there is none. Raises OSError without the file of its secret."""
        if not self.settings.oidc_issuer:
            return None
        from access.provider import Provider  # noqa: PLC0415 - loads Authlib

        secret = Path(self.settings.oidc_client_secret_file).expanduser().read_text(encoding="utf-8").strip()
        returns = links.absolute(self.address, links.provider_returns())
        return Provider(self.settings.oidc_issuer, self.settings.oidc_client_id, secret, returns)

    @cached_property
    def webhooks(self) -> "Subscriptions":
        """Other systems that are told what happens."""
        from webhooks.subscriptions import Subscriptions  # noqa: PLC0415 - few pages need it

        return Subscriptions(self.service.pool)

    @cached_property
    def webhook_posting(self) -> "Posting":
        """The way to them."""
        from webhooks.posting import Posting  # noqa: PLC0415 - loads httpx

        return Posting(
            loopback=self.settings.webhooks_to_this_machine,
            named=self.settings.named_receivers,
            ca_file=self.settings.webhooks_ca_file,
        )

    @cached_property
    def feed_pace(self) -> "FeedPace":
        """How often addresses of calendars are asked."""
        from web.feeds.pace import FeedPace  # noqa: PLC0415 - only feeds need it

        return FeedPace()

    @cached_property
    def mail_preferences(self) -> MailPreferences:
        """What people want to be mailed beside what is asked of them."""
        return MailPreferences(self.service.pool)

    @property
    def sessions(self) -> Sessions:
        """Who is signed in."""
        return self.access.sessions

    @property
    def address(self) -> str:
        """Where it is reached, for links in letters."""
        return self.settings.public_url or f"http://{self.settings.web_host}:{self.settings.web_port}"

    async def _places(self, organisation: str) -> Mapping[str, str]:
        """Where the address of each person lies."""
        people = (await self.service.files.organisation(organisation)).people
        return {one.id: one.email.vault for one in people.values() if one.email.vault}

    async def _texts(self, organisation: str, places: Iterable[str]) -> Mapping[str, str]:
        """Texts of the vault that are there and as they were written."""
        texts = await self.service.vault.reveal(organisation, places)
        return {place: text for place, text in texts.items() if isinstance(text, str)}

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
