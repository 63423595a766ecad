"""Lets members of panels in by their letters: a letter about a review is sent with a door that is its reader's alone.

The door's address holds a secret. It is made for the very attempt to send a letter, and stands in that letter alone:
neither in the outbox, where the letter leads to the page of the review, nor in the ledger, nor in a log.
"""

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import message_from_bytes
from email.policy import SMTP
from html import escape
from typing import Protocol

import links
from domain.files.file import KeptFile
from domain.kernel.ids import review_stream
from domain.people.state import Organisation
from domain.reviews.invitation import invited_until
from domain.reviews.state import Review
from domain.rulebook import Rulebook
from mail.messages import Queued

_AS_IT_STANDS = SMTP.clone(cte_type="7bit", refold_source="none")
_REVIEW = review_stream("")


class Ruled(Protocol):
    """A file with its rules, and the people of its organisation."""

    @property
    def file(self) -> KeptFile:
        """The file."""

    @property
    def organisation(self) -> Organisation:
        """The people."""

    @property
    def rulebook(self) -> Rulebook:
        """The rules."""


@dataclass(frozen=True, slots=True)
class Invited:
    """Who is let in to which review, by its key, for how long; ``place`` is where in the vault their address lies."""

    organisation: str
    person: str
    review: str
    place: str | None
    lasts: timedelta


class Invitations:
    """Completes letters. ``ruled`` finds a file, ``now`` an organisation's instant; ``made`` draws a secret."""

    def __init__(
        self,
        ruled: Callable[[str, str], Awaitable[Ruled | None]],
        now: Callable[[str], Awaitable[datetime]],
        made: Callable[[Invited], Awaitable[str]],
        public_url: str,
    ) -> None:
        self._ruled = ruled
        self._now = now
        self._made = made
        self._public_url = public_url

    async def complete(self, message: Queued) -> bytes:
        """The letter as it is to be sent. Raises LedgerUnavailable, and KeyError where nobody has the rules."""
        if not self._public_url or not message.file.startswith(_REVIEW):
            return message.content
        invited = await self._invited(message)
        if invited is None:
            return message.content
        page = links.absolute(self._public_url, links.file(message.organisation, message.file))
        door = links.absolute(self._public_url, links.door(await self._made(invited)))
        return in_place_of(page, door, message.content)

    async def _invited(self, message: Queued) -> Invited | None:
        ruled = await self._ruled(message.organisation, message.file)
        if ruled is None or not isinstance(ruled.file, Review):
            return None
        claimed = ruled.file.messages.get(message.id)
        if claimed is None:
            return None
        now, person = await self._now(message.organisation), claimed.recipient
        until = invited_until(ruled.file, ruled.rulebook, person, claimed.occurrence, now)
        known = ruled.organisation.people.get(person)
        if until is None or known is None:
            return None
        return Invited(message.organisation, person, ruled.file.key, known.email.vault, until - now)


def in_place_of(page: str, door: str, content: bytes) -> bytes:
    """A message (RFC 5322) that leads to the door wherever it led to the very page; its head stays as it is."""
    led = {"plain": _led, "html": _led_in_html}
    return rewritten(content, lambda kind, text: led[kind](text, page, door))


def rewritten(content: bytes, change: Callable[[str, str], str]) -> bytes:
    """A message whose texts, *plain* and *html*, say something else; its head stays as it is."""
    message = message_from_bytes(content, policy=_AS_IT_STANDS)
    for part in message.walk():
        kind = part.get_content_subtype()
        if part.get_content_maintype() == "text":
            part.set_content(change(kind, part.get_content()), subtype=kind)
    return bytes(message)


def _led(text: str, page: str, door: str) -> str:
    """An address that goes on after the page's is another one."""
    return re.sub(rf"{re.escape(page)}(?=\r?$)", lambda _: door, text, flags=re.MULTILINE)


def _led_in_html(text: str, page: str, door: str) -> str:
    return text.replace(f'href="{escape(page)}"', f'href="{escape(door)}"')
