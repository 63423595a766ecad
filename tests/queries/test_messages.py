"""Messages are told to those who may read the file that they are about."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, cast

import pytest

from mail.messages import Letter, LetterCursor
from queries import messages
from queries.lists import Part
from queries.messages import LetterFilter, list_messages, message_in_full
from queries.refused import Failure
from queries.visit import Visit
from tests.application.house import House
from tests.queries.house import look_into
from tests.support.imported import person_of

NOUR, SWANN = person_of("nour"), person_of("swann")
"""In charge of ``noailles``, and of ``filature``, in another region."""
SENT = datetime(2027, 2, 1, 8, 0, tzinfo=UTC)


def letter(number: int, file: str, recipient: str = NOUR) -> Letter:
    """A message that went out, an hour after the one before."""
    at = SENT + timedelta(hours=number)
    return Letter(f"m-{number:02}", "reminder", file, "x", recipient, "Rappel", at, "sent", 1, None, at, None)


class Outbox:
    """Twelve messages, every third about ``noailles``; it notes how often it is asked."""

    def __init__(self) -> None:
        self.all = [letter(number, "filature" if number % 3 else "noailles") for number in range(12)]
        self.asked = 0

    async def letters(
        self, organisation: str, *, file: str | None, after: LetterCursor | None, limit: int, **_any: object
    ) -> Sequence[Letter]:
        """The newest first."""
        self.asked += 1
        found = [one for one in reversed(self.all) if file in (None, one.file)]
        return [one for one in found if after is None or one.created_at < after.created_at][:limit]

    async def letter(self, organisation: str, message: str) -> Letter | None:
        """One of them."""
        return next((one for one in self.all if one.id == message), None)

    async def content(self, organisation: str, message: str) -> bytes:
        """Its text."""
        return b"Content-Type: text/plain\n\nBonjour\n  https://escale.example.org/l/aB3_-x\n"


async def knows_none(*_: Any) -> Mapping[str, bool]:
    """Read models that have folded nothing yet: each file is judged by the rules."""
    return {}


async def look(told: House, person: str, monkeypatch: pytest.MonkeyPatch) -> tuple[Visit, Outbox]:
    """A visit with messages."""
    visit, _ = await look_into(told, person)
    outbox, service = Outbox(), cast("Any", visit.service)
    monkeypatch.setattr(service, "outbox", outbox, raising=False)
    monkeypatch.setattr(service.read_models, "readable", knows_none, raising=False)
    return visit, outbox


async def test_messages_about_other_files_are_not_told(told: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in the list, nor by their id, nor by the name of the file."""
    visit, _ = await look(told, NOUR, monkeypatch)
    assert [one.id for one in (await list_messages(visit)).rows] == ["m-09", "m-06", "m-03", "m-00"]
    assert not (await list_messages(visit, LetterFilter("filature"))).rows
    for message, file in (("m-01", ""), ("m-00", "filature"), ("m-99", "")):
        with pytest.raises(Failure, match="unknown-message"):
            await message_in_full(visit, message, file)
    found = await message_in_full(visit, "m-00", "noailles")
    assert found.as_json()["text"].split() == ["Bonjour", "https://escale.example.org/l/…"]


async def test_pages_hold_what_may_be_read_however_much_of_others_lies_between(
    told: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is read on until there are as many as were asked for."""
    monkeypatch.setattr(messages, "MESSAGES", 3)
    visit, outbox = await look(told, NOUR, monkeypatch)
    first = await list_messages(visit, part=Part(limit=3))
    assert [one.id for one in first.rows] == ["m-09", "m-06", "m-03"]
    rest = await list_messages(visit, part=Part(first.after, limit=3))
    assert ([one.id for one in rest.rows], rest.after) == (["m-00"], None)
    outbox.asked = 0
    assert len((await list_messages(visit, LetterFilter("noailles"), Part(limit=2))).rows) == 2
    assert outbox.asked == 1


async def test_recipients_are_named_as_long_as_they_are_not_forgotten(
    told: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And nobody else is."""
    visit, _ = await look(told, SWANN, monkeypatch)
    assert set((await list_messages(visit)).names) == {NOUR}
    monkeypatch.delitem(told.book.secrets, visit.people.people[NOUR].name.vault or "")
    visit.look_again()
    assert not (await list_messages(visit)).names
