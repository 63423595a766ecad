"""Stock taken of a review: what is due, when it is to be concluded, and that an outage is known before anything."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from application.lives.assessment import LOOK_AGAIN_SECONDS
from application.rulebooks.shelf import YamlRulebooks
from domain.kernel.ids import person_id
from domain.reminders.standing import LONGEST_WAIT_SECONDS, DueReminder
from tests.application.house import FOUNDER, HOUSE, MANAGER, SHEET, House, command

RULEBOOKS = YamlRulebooks(Path(__file__).parents[1] / "life" / "rulebooks")
JURORS = [person_id(f"person/{one}") for one in ("ada", "ben")]
KEY = "review:avis"
SATURDAY = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
MONDAY_AT_EIGHT = datetime(2026, 11, 30, 7, 0, tzinfo=UTC)


@pytest.fixture
async def house() -> House:
    """A house in which two jurors were asked on Monday 23 November 2026, at ten in Paris."""
    found = House(rulebooks=RULEBOOKS)
    await found.found()
    for name, person in zip(("ada", "ben"), JURORS, strict=True):
        about = {"name": name.title(), "email": f"{name}.stock@example.org"}
        await found.recorded(command("RegisterPerson", f"person/{name}", FOUNDER, **about))
        await found.recorded(command("GrantRole", f"role/{name}", FOUNDER, person=person, role="jury"))
    sheet: dict[str, Any] = {**SHEET, "programme": "advice"}
    await found.recorded(command("OpenCooperation", "open", cooperation="rives", **sheet))
    asked = {"cooperation": "rives", "question": "project"}
    await found.recorded(command("OpenReview", "ask", MANAGER, review="avis", **asked))
    return found


async def answered(house: House) -> None:
    """Both give their opinion."""
    for number, juror in enumerate(JURORS):
        declared = {"review": "avis", "conflict": False}
        await house.recorded(command("DeclareInterests", f"declare/{number}", juror, **declared))
        given = {"review": "avis", "opinion": "favourable", "dossier": 1}
        await house.recorded(command("GiveOpinion", f"give/{number}", juror, **given))


async def test_members_are_invited_at_once(house: House) -> None:
    """It is the first rung of their deadline."""
    standing = await house.stock(KEY)
    assert (standing.step, standing.status, standing.awaits) == ("opinions", "open", "opinions")
    assert standing.due == (DueReminder(occurrence="opinions/e1", rung="invitation"),)


async def test_what_is_ready_is_due_to_be_concluded_by_an_id_of_its_last_entry(house: House) -> None:
    """And nobody is reminded of it any more."""
    await house.signs.leave(HOUSE, house.clock.time)
    await answered(house)
    standing = await house.stock(KEY)
    due = DueReminder(occurrence="conclusion/e5", rung="majority", kind="conclusion")
    assert (standing.step, standing.due) == ("conclusion", (due,))


async def test_what_is_ready_on_a_day_off_waits_for_the_next_working_day(house: House) -> None:
    """The workflow sleeps until people work again, not for thirty days."""
    house.clock.time = SATURDAY
    await house.signs.leave(HOUSE, SATURDAY)
    await answered(house)
    standing = await house.stock(KEY)
    assert standing.due == ()
    assert standing.wait_seconds == (MONDAY_AT_EIGHT - SATURDAY).total_seconds()


async def test_nothing_is_concluded_before_the_service_knows_whether_it_was_away(house: House) -> None:
    """Its last sign of life is old: it looks again within a minute."""
    await answered(house)
    standing = await house.stock(KEY)
    assert [one.kind for one in standing.due] == []
    assert standing.wait_seconds == LOOK_AGAIN_SECONDS


async def test_a_review_of_a_paused_cooperation_waits_for_it(house: House) -> None:
    """Nothing is due, and nothing will be by itself."""
    await house.signs.leave(HOUSE, house.clock.time)
    await answered(house)
    await house.recorded(command("PauseCooperation", "pause", cooperation="rives", reason="Été."))
    standing = await house.stock(KEY)
    assert (standing.status, standing.due, standing.wait_seconds) == ("paused", (), LONGEST_WAIT_SECONDS)


async def test_a_review_that_has_ended_needs_no_workflow(house: House) -> None:
    """Its step is none."""
    cancelling = {"review": "avis", "reason": "Trop tôt."}
    await house.recorded(command("CancelReview", "cancel", MANAGER, **cancelling))
    standing = await house.stock(KEY)
    assert (standing.ended, standing.step, standing.status) == (True, None, "cancelled")
