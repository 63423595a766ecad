"""A browser that is signed in: as whom, until when, and how it forges no request by mistake."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, NamedTuple

from language import Locale


class Lasting(NamedTuple):
    """How long a session lasts without a request, and in all."""

    idle_for: timedelta
    lasts: timedelta


USUAL = Lasting(timedelta(hours=12), timedelta(days=7))
STRICT = Lasting(timedelta(hours=2), timedelta(hours=12))
"""For whoever pays or administers."""

SessionKind = Literal["account", "link", "demonstration"]
"""Signed in with an account; let in by a mailed link, to one subject; looking around in a simulation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSession:
    """What a session is opened for. Each kind has its own fields; the others are None."""

    kind: SessionKind
    account: str | None = None
    organisation: str | None = None
    person: str | None = None
    subject: str | None = None
    """The key of the only file that a link leads to."""
    language: Locale | None = None
    """The language that the person chose; None: what the browser prefers."""
    idle_for: timedelta
    """After so long without a request it has ended."""
    lasts: timedelta
    """After so long it has ended, used or not."""
    proved: bool = False
    """Whether a password or the like was given for it."""
    agent: str = ""
    """What the browser calls itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """A session that holds at this moment. ``id`` is the digest of what the cookie holds; times are the database's.

    It says who somebody is, and no more: what they may do is judged at each request by the roles of that moment.
    """

    id: bytes
    kind: SessionKind
    account: str | None
    organisation: str | None
    person: str | None
    subject: str | None
    language: Locale | None
    csrf_secret: bytes
    signed_in_at: datetime
    seen_at: datetime
    """When it was last used, to the minute."""
    proved_at: datetime | None
    """When they last gave a password or the like; None: never in this session."""
    ends_at: datetime
    """When it ends, used or not."""
    agent: str
    """What the browser called itself."""
