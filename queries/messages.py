"""Messages about the files that somebody may read: what went out to whom, what is in doubt, and the text of one."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from email import message_from_bytes, policy
from typing import Any

from language import Text
from mail.messages import Letter, LetterCursor
from queries.lists import Part, theirs
from queries.readable import readable
from queries.refused import Failure, FailureKind
from queries.visit import Visit, reached
from wording.codes import CODES

_LINK = re.compile(r"/([ld])/[\w~%-]+")
"""The way in of a mailed link (``links.door``, ``links.deposits.by_link``)."""
TO_SETTLE = ("unknown", "failed")
"""States in which somebody says what becomes of a message."""
MESSAGES = 1_000
"""Messages of a list, if nothing else is asked for."""


@dataclass(frozen=True, slots=True)
class Messages:
    """Messages, the newest first; ``names`` are those of their recipients, by id. ``after``: as of other lists."""

    rows: Sequence[Letter]
    after: LetterCursor | None
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class MessageInFull:
    """A message and its text, None where that was erased."""

    letter: Letter
    text: str | None

    def as_json(self) -> dict[str, Any]:
        """All of it."""
        return asdict(self.letter) | {"text": self.text}


@dataclass(frozen=True, slots=True)
class LetterFilter:
    """Which messages are wanted: about a file by its key, in one of some states, to a person; empty wants any."""

    file: str = ""
    states: Sequence[str] = ()
    recipient: str = ""


_ANY = LetterFilter()


def letters_asked(asked: Mapping[str, str]) -> LetterFilter:
    """Which messages an address asks for: ``dossier``, ``etat``, ``personne``; what is no state is dropped."""
    said = {name: asked.get(name, "").replace("\0", "") for name in ("dossier", "etat", "personne")}
    states = (said["etat"],) if said["etat"] in CODES["delivery"] else ()
    return LetterFilter(said["dossier"], states, said["personne"])


async def list_messages(
    visit: Visit, where: LetterFilter = _ANY, part: Part[LetterCursor] | None = None
) -> Messages:
    """The messages about files that the person may read. Raises Failure."""
    wanted: Part[LetterCursor] = part or Part(limit=MESSAGES)
    async with reached():
        rows = await _readable(visit, where, wanted)
        shown = rows[: wanted.limit]
        names = await visit.names({one.recipient for one in shown})
    return Messages(shown, shown[-1].cursor if len(rows) > wanted.limit else None, names)


async def count_to_settle(visit: Visit) -> Mapping[str, int]:
    """How many messages are in doubt, and how many failed, of those that the person may read. Raises Failure."""
    async with reached():
        rows = await _readable(visit, LetterFilter(states=TO_SETTLE), Part(limit=MESSAGES))
    return Counter(one.state for one in rows)


async def _readable(visit: Visit, where: LetterFilter, wanted: Part[LetterCursor]) -> Sequence[Letter]:
    """One more than is wanted, if there are so many: read on until then, for others' messages are left out."""
    found: list[Letter] = []
    after = wanted.after
    while len(found) <= wanted.limit:
        letters = await visit.service.outbox.letters(
            visit.organisation,
            file=where.file or None,
            states=where.states or None,
            recipient=where.recipient or None,
            after=after,
            limit=MESSAGES,
        )
        found += await theirs(visit, letters)
        if len(letters) < MESSAGES:
            break
        after = letters[-1].cursor
    return found


async def message_in_full(visit: Visit, message: str, file: str = "") -> MessageInFull:
    """A message about a file that the person may read; if one is named, about that one. Raises Failure."""
    async with reached():
        letter = await visit.service.outbox.letter(visit.organisation, message)
        if letter is None or file not in ("", letter.file) or not await readable(visit, {letter.file}):
            raise _unknown()
        content = await visit.service.outbox.content(visit.organisation, message)
    body = message_from_bytes(content or b"", policy=policy.default).get_body(("plain",))
    return MessageInFull(letter, _masked(body.get_content()) if body else None)


def _masked(text: str) -> str:
    """A letter without what would open its link: whoever reads it here is not whom it was sent to."""
    return _LINK.sub(r"/\1/…", text)


def _unknown() -> Failure:
    return Failure(
        FailureKind.REFUSED,
        "unknown-message",
        Text(
            "Aucun message de cet identifiant que vous puissiez lire.",
            "No message of that id for you to read.",
        ),
        Text("`escale mail` montre les messages.", "`escale mail` shows the messages."),
    )
