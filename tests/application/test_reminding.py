"""The service's own work goes the same way in: claims with their messages, stock taken of a file."""

from datetime import UTC, datetime

import pytest

from application.lives.assessment import UnknownFile
from domain.kernel.ids import message_id, reminder_command_id
from domain.kernel.recorded import cause_at
from domain.registry.commands import AnyCommand
from domain.reminders.standing import LONGEST_WAIT_SECONDS, DueReminder
from tests.application.house import MANAGER, House, command

OCCURRENCE = "inactivity/e2"
"""Six months without news, from 23 November 2026: due on Sunday 23 May 2027, so on Monday."""


def rung(name: str, more: str = "") -> AnyCommand:
    """The service issues a rung."""
    command_id = reminder_command_id("rives", OCCURRENCE, name) + more
    issue = {"cooperation": "rives", "occurrence": OCCURRENCE, "rung": name}
    return command("IssueReminder", command_id, "escale", **issue)


async def test_a_claim_and_its_message_are_one(house: House) -> None:
    """Stored together; a repeat stores neither again."""
    house.clock.time = datetime(2027, 5, 24, 6, 0, tzinfo=UTC)
    first = await house.recorded(rung("due"))
    assert first.events == ("ReminderIssued",)
    message = message_id("rives", OCCURRENCE, "due", MANAGER)
    assert {key: one.recipient for key, one in house.book.messages.items()} == {message: MANAGER}
    assert (await house.do(rung("due"))).repeated
    again = await house.do(rung("due", "/2"))
    assert again.refusal is not None
    assert again.refusal.code == "nothing_due"
    assert len(house.book.messages) == 1


async def test_a_report_follows_from_its_claim(house: House) -> None:
    """Its entry is the cause; the claim's command is what it belongs to."""
    house.clock.time = datetime(2027, 5, 24, 6, 0, tzinfo=UTC)
    await house.recorded(rung("due"))
    message = message_id("rives", OCCURRENCE, "due", MANAGER)
    report = {"cooperation": "rives", "message": message, "delivery": "unknown"}
    await house.recorded(command("ReportDelivery", "escale:report", "escale", **report))
    body = house.book.events[-1].body.decode()
    assert f'"cause":"{cause_at("cooperation:rives", 3)}"' in body
    assert f'"correlation":"escale:remind/rives/{OCCURRENCE}/due"' in body


async def test_stock_says_what_is_due_and_how_long_nothing_will_be(house: House) -> None:
    """Ids, dates and positions only."""
    standing = await house.stock()
    assert standing.model_dump(exclude={"wait_seconds", "hash", "behind"}) == {
        "position": house.book.head.position,
        "phase": "exploration",
        "step": None,
        "over": False,
        "pass_number": 1,
        "status": "active",
        "due": (),
        "awaits": "inactivity",
        "until": datetime(2027, 5, 23, tzinfo=UTC).date(),
        "programme": "tec",
        "listed": False,
        "untold": False,
    }
    assert standing.wait_seconds == LONGEST_WAIT_SECONDS
    house.clock.time = datetime(2027, 5, 24, 5, 59, 57, tzinfo=UTC)
    assert (await house.stock()).wait_seconds == 3.0
    house.clock.time = datetime(2027, 5, 24, 6, 0, tzinfo=UTC)
    standing = await house.stock()
    assert standing.due == (DueReminder(occurrence=OCCURRENCE, rung="due"),)
    assert standing.wait_seconds == 0.0


async def test_stock_sees_what_another_process_recorded(house: House) -> None:
    """It reads the ledger, not what is kept."""
    await house.beside().recorded(command("PauseCooperation", "pause", cooperation="rives", reason="Été."))
    standing = await house.stock()
    assert (standing.status, standing.ended, standing.wait_seconds) == ("paused", False, LONGEST_WAIT_SECONDS)
    closing = {"outcome": "handed-over", "handed_to": "La ville", "reason": "Relais."}
    await house.beside().recorded(command("CloseCooperation", "close", cooperation="rives", **closing))
    standing = await house.stock()
    assert (standing.ended, standing.awaits) == (True, None)


async def test_no_stock_is_taken_of_nothing(house: House) -> None:
    """A ledger restored to before the opening does not have the file."""
    with pytest.raises(UnknownFile, match="ville-de-demain/nulle-part"):
        await house.stock("nulle-part")
