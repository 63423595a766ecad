"""The ledger knows the rules that it was kept under: adopted at their first use, and no others taken for them."""

import asyncio
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from application.commands.decider import Decider
from application.lives.service_acts import act_on
from application.ports import RulebookDiffers
from application.rulebooks.shelf import YamlRulebooks
from domain.people.events import RulebookAdopted
from domain.people.state import Organisation
from domain.registry.codec import decode
from domain.registry.commands import AnyCommand
from domain.reminders.standing import DueReminder
from tests.application.house import FOUNDER, HOUSE, SHEET, START, House, command, lesson
from tests.application.test_assessment_of_reviews import RULEBOOKS
from tests.application.test_publishing import publishing

FOLDER = Path(__file__).parents[1] / "life" / "rulebooks"
OPENED = ("RulebookAdopted", "CooperationOpened", "PhaseEntered")


def opening(file: str, programme: str = "opinion") -> AnyCommand:
    """Opens a file of a programme."""
    sheet: dict[str, Any] = {**SHEET, "programme": programme}
    return command("OpenCooperation", f"open/{file}", cooperation=file, **sheet)


@pytest.fixture
async def house() -> House:
    """A house with the rules of two programmes, and no file."""
    made = House(rulebooks=RULEBOOKS)
    await made.found()
    return made


@pytest.fixture
def other_rules(tmp_path: Path) -> YamlRulebooks:
    """The same ids with other content in one of them."""
    for path in FOLDER.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        (tmp_path / path.name).write_text(text.replace("within: P6M", "within: P7M"), encoding="utf-8")
    other = YamlRulebooks(tmp_path)
    nobody = Organisation()
    assert other.get(nobody, "opinion@1").digest != RULEBOOKS.get(nobody, "opinion@1").digest
    return other


def adoptions(house: House) -> list[RulebookAdopted]:
    """What was adopted, in order."""
    events = [decode(one).event for one in house.book.streams["organisation"]]
    return [one for one in events if isinstance(one, RulebookAdopted)]


async def test_a_version_is_adopted_by_the_first_decision_under_it(house: House) -> None:
    """In its own append, before it, with the digest of what was written; the next decision finds it known."""
    known = RULEBOOKS.get(await house.files.organisation(HOUSE), "opinion@1")
    assert (await house.recorded(opening("rives"))).events == OPENED
    assert adoptions(house) == [RulebookAdopted(rulebook="opinion@1", digest=known.digest)]
    assert (await house.recorded(opening("autre"))).events == OPENED[1:]
    assert (await house.recorded(lesson(1))).events == ("LessonRecorded",)
    assert (await house.recorded(opening("tiers", "advice"))).events == OPENED
    assert [one.rulebook for one in adoptions(house)] == ["opinion@1", "advice@1"]


async def test_it_is_adopted_once_whoever_is_first(house: House) -> None:
    """In one batch, and from two processes at once."""
    beside = House(house.ledger, house.memory, RULEBOOKS)
    await asyncio.gather(
        *(
            one.recorded(opening(f"{name}-{number}"))
            for number in range(5)
            for name, one in (("a", house), ("b", beside))
        )
    )
    assert len(adoptions(house)) == 1


async def test_what_an_organisation_published_needs_no_adoption(house: House) -> None:
    """Its ledger holds all of it."""
    shipped = RULEBOOKS.get(await house.files.organisation(HOUSE), "opinion@1")
    following = shipped.model_copy(update={"version": 2})
    await house.recorded(publishing(following))
    assert (await house.recorded(opening("rives"))).events == OPENED[1:]
    assert adoptions(house) == []


async def test_a_version_that_shipped_once_is_not_published_with_other_content(house: House) -> None:
    """Though it ships no more: files run under it."""
    await house.recorded(opening("rives"))
    bare = House(house.ledger, house.memory, YamlRulebooks(Path(__file__).parent))
    shipped = RULEBOOKS.get(await house.files.organisation(HOUSE), "opinion@1")
    changed = shipped.model_copy(update={"source": "ailleurs"})
    answer = await bare.do(publishing(changed))
    assert answer.refusal is not None
    assert answer.refusal.code == "version_taken"
    assert (await bare.recorded(publishing(shipped, command_id="again"))).events == ("RulebookPublished",)


async def test_a_ledger_of_an_earlier_release_adopts_at_the_next_use(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What it was kept under until then is what ships when it is next used."""
    with monkeypatch.context() as earlier:
        earlier.setattr(Decider, "adopted", lambda *_: ())
        await house.recorded(opening("rives"))
    assert adoptions(house) == []
    assert (await house.recorded(lesson(1))).events == ("RulebookAdopted", "LessonRecorded")


async def test_other_content_under_the_same_id_is_refused_and_never_used(
    house: House, other_rules: YamlRulebooks
) -> None:
    """By commands of people and of the service, and by all that takes stock; what rests on no rules goes on."""
    await house.recorded(opening("rives"))
    other = House(house.ledger, house.memory, other_rules)
    other.clock.time = datetime(2027, 4, 23, 6, 0, tzinfo=UTC)
    due = act_on("rives", DueReminder(occurrence="opinion/p1", rung="before"))
    for asked in (lesson(1), opening("autre"), due):
        answer = await other.do(asked)
        assert answer.refusal is not None
        assert (answer.outcome, answer.refusal.code) == ("refused", "rulebook_differs")
        assert "«\xa0opinion\xa0», version 1" in answer.refusal.message.fr
    for reading in (other.stock(), other.files.ruled(HOUSE, "rives")):
        with pytest.raises(RulebookDiffers):
            await reading
    person = {"name": "Zoé", "email": "zoe@example.org"}
    await other.recorded(command("RegisterPerson", "zoe", FOUNDER, **person))
    await other.recorded(opening("tiers", "advice"))
    house.clock.time = other.clock.time
    assert (await house.do(due)).events == ("ReminderIssued",)
    report = {"cooperation": "rives", "message": next(iter(house.book.messages)), "delivery": "sent"}
    told = await other.recorded(command("ReportDelivery", "escale:sent", "escale", **report))
    assert told.events == ("DeliveryReported",)
    assert [one.rulebook for one in adoptions(house)] == ["opinion@1", "advice@1"]
    assert house.clock.time > START
