"""Nobody takes the service's words out of its mouth: its ids are its own, and a ledger where they were not heals."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from application.commands.answer import Answer
from application.commands.digests import digest
from application.commands.one_way_in import OneWayIn
from application.files import entry_of
from application.lives.heartbeat import outage
from application.lives.service_acts import act_on
from domain.kernel.canonical import canonical
from domain.kernel.ids import RESERVED, SERVICE, delivery_command_id, is_reserved, message_id
from domain.kernel.ledger import Append, Appended
from domain.registry.commands import AnyCommand
from domain.reminders.commands import ReportDelivery
from domain.reminders.standing import DueReminder
from tests.application.house import FOUNDER, HOUSE, MANAGER, SHEET, START, House, PlainComposer, command
from tests.application.test_assessment_of_reviews import JURORS, RULEBOOKS

DUE_DAY = datetime(2027, 5, 24, 6, 0, tzinfo=UTC)
"""Six months from 23 November 2026 are over on Sunday: due on Monday at eight in Paris."""
STRANGER = "p-ffffffffffff"


class EarlierRelease(OneWayIn):
    """As it was when all ids were free to all."""

    async def handle(self, organisation: str, command: AnyCommand) -> Answer:
        """Whatever the id, whoever the actor."""
        return await self._handled(organisation, command)


async def before(house: House, asked: AnyCommand) -> Answer:
    """Hand a command in to an earlier release."""
    way = EarlierRelease(house.ledger, house.files, RULEBOOKS, house.clock, PlainComposer(), house.addresses)
    return await way.handle(HOUSE, asked)


async def _silent(house: House) -> None:
    await house.recorded(
        command("OpenCooperation", "open", cooperation="rives", **SHEET | {"programme": "opinion"})
    )


async def _reminder_due(house: House) -> AnyCommand:
    await _silent(house)
    house.clock.time = datetime(2027, 4, 23, 6, 0, tzinfo=UTC)
    return act_on("rives", DueReminder(occurrence="opinion/p1", rung="before"))


async def _delivery_known(house: House) -> AnyCommand:
    await house.recorded(await _reminder_due(house))
    message = message_id("rives", "opinion/p1", "before", MANAGER)
    return ReportDelivery(
        type="ReportDelivery",
        command_id=delivery_command_id(message, "sent", 1),
        actor=SERVICE,
        cooperation="rives",
        message=message,
        delivery="sent",
        code="250",
    )


async def _silence_due(house: House) -> AnyCommand:
    await house.recorded(await _delivery_known(house))
    house.clock.time = DUE_DAY
    await house.signs.leave(HOUSE, DUE_DAY)
    return act_on("rives", DueReminder(occurrence="opinion/p1", rung="met", kind="silence"))


async def _conclusion_due(house: House) -> AnyCommand:
    await house.recorded(
        command("OpenCooperation", "open", cooperation="rives", **SHEET | {"programme": "advice"})
    )
    await house.recorded(
        command("OpenReview", "ask", MANAGER, review="avis", cooperation="rives", question="project")
    )
    for number, juror in enumerate(JURORS):
        await house.recorded(
            command("DeclareInterests", f"declare/{number}", juror, review="avis", conflict=False)
        )
        given = {"review": "avis", "opinion": "favourable", "dossier": 1}
        await house.recorded(command("GiveOpinion", f"give/{number}", juror, **given))
    return act_on("review:avis", DueReminder(occurrence="conclusion/e5", rung="majority", kind="conclusion"))


async def _outage_over(house: House) -> AnyCommand:
    await _silent(house)
    house.wait(hours=3)
    return outage(START, house.clock.time)


@dataclass(frozen=True)
class Kind:
    """A kind of command that the service gives: how it comes to be due, what it records, in which file."""

    due: Callable[[House], Awaitable[AnyCommand]]
    records: str


KINDS = {
    "reminder": Kind(_reminder_due, "ReminderIssued"),
    "delivery": Kind(_delivery_known, "DeliveryReported"),
    "silence": Kind(_silence_due, "SilenceCounted"),
    "conclusion": Kind(_conclusion_due, "ReviewConcluded"),
    "outage": Kind(_outage_over, "OutageRecorded"),
}

kinds = pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)


@pytest.fixture
async def house() -> House:
    """A house with two jurors, and programmes in which silence and a majority count."""
    made = House(rulebooks=RULEBOOKS)
    await made.found()
    for name, person in zip(("ada", "ben"), JURORS, strict=True):
        about = {"name": name.title(), "email": f"juror-{name}@example.org"}
        await made.recorded(command("RegisterPerson", f"person/{name}", FOUNDER, **about))
        await made.recorded(command("GrantRole", f"role/{name}", FOUNDER, person=person, role="jury"))
    return made


def lesson(command_id: str, actor: str) -> AnyCommand:
    """Somebody records something under an id that they foresaw."""
    return command("RecordLesson", command_id, actor, cooperation="rives", title="Tuilage")


def recorded(house: House, kind: str) -> int:
    """How many events of a type the ledger holds."""
    return sum(f'"type":"{kind}"' in one.body.decode() for one in house.book.events)


async def refused_as(house: House, asked: AnyCommand) -> str:
    """The code of an answer that records nothing at all."""
    outcomes = dict(house.book.outcomes)
    answer = await house.way.handle(HOUSE, asked)
    assert answer.outcome == "invalid"
    assert house.book.outcomes == outcomes
    return answer.refusal.code if answer.refusal else ""


@kinds
@pytest.mark.parametrize("actor", [STRANGER, MANAGER, FOUNDER])
async def test_nobody_else_gives_an_id_of_the_service(house: House, kind: Kind, actor: str) -> None:
    """Nothing is kept of it, and what is due is done."""
    own = await kind.due(house)
    assert is_reserved(own.command_id)
    assert await refused_as(house, lesson(own.command_id, actor)) == "id_reserved"
    assert kind.records in (await house.way.act(HOUSE, own)).events
    assert await refused_as(house, lesson(own.command_id, actor)) == "id_reserved"


@kinds
async def test_nobody_else_acts_as_the_service(house: House, kind: Kind) -> None:
    """Whatever their command, whatever its id."""
    own = await kind.due(house)
    assert await refused_as(house, own) == "actor_reserved"
    assert await refused_as(house, own.model_copy(update={"command_id": "mine"})) == "actor_reserved"
    assert kind.records in (await house.way.act(HOUSE, own)).events


@pytest.mark.parametrize(
    ("act", "code"),
    [({"actor": SERVICE}, "actor_reserved"), ({"command_id": f"{RESERVED}remind/x"}, "id_reserved")],
)
async def test_no_import_brings_in_what_is_the_service_s(
    house: House, act: dict[str, str], code: str
) -> None:
    """An act within another command is given by somebody too."""
    opening = {"type": "OpenCooperation", "command_id": "a", "actor": FOUNDER, "cooperation": "rives"}
    whole = opening | SHEET | {"programme": "opinion", "effective_at": "2026-01-05"} | act
    asked = command("ImportCooperation", "bring", FOUNDER, cooperation="rives", acts=[whole])
    assert await refused_as(house, asked) == code


async def test_the_service_acts_under_its_own_name_and_ids_alone(house: House) -> None:
    """Anything else is a fault in the program."""
    for one in (lesson("escale:lesson", MANAGER), lesson("lesson", SERVICE)):
        with pytest.raises(ValueError, match="not a command of the service"):
            await house.way.act(HOUSE, one)


@kinds
@pytest.mark.parametrize("actor", [STRANGER, MANAGER], ids=["refused", "recorded"])
async def test_a_ledger_in_which_somebody_was_there_first_heals(house: House, kind: Kind, actor: str) -> None:
    """Under the ids of earlier releases, or under those of today: what is due is done once, at once."""
    own = await kind.due(house)
    for taken in (own.command_id.removeprefix(RESERVED), own.command_id):
        there = await before(house, lesson(taken, actor))
        assert there.outcome == ("refused" if actor == STRANGER else "recorded")
    assert kind.records in (await house.way.act(HOUSE, own)).events
    again = await house.way.act(HOUSE, own)
    assert (again.outcome, recorded(house, kind.records)) == ("refused", 1)


@kinds
async def test_what_was_claimed_under_an_id_of_an_earlier_release_is_done_once(
    house: House, kind: Kind
) -> None:
    """The claim is in the state, not in the id."""
    own = await kind.due(house)
    earlier = own.model_copy(update={"command_id": own.command_id.removeprefix(RESERVED)})
    assert kind.records in (await before(house, earlier)).events
    messages = len(house.book.messages)
    assert (await house.way.act(HOUSE, own)).outcome == "refused"
    assert (recorded(house, kind.records), len(house.book.messages)) == (1, messages)


@kinds
async def test_what_was_refused_for_a_reason_that_went_is_done_later(house: House, kind: Kind) -> None:
    """Its id never changes and a refusal stands for ever: the file may have slept just then."""
    own = await kind.due(house)
    refusal = canonical({"code": "nothing_due", "params": {"occurrence": "x", "rung": "y"}}).decode()
    expected = {own.stream: entry_of((await house.files.fresh(HOUSE, [own.stream]))[own.stream])}
    once = Append(own.command_id, SERVICE, digest(own, None), None, expected, refusal=refusal)
    [kept] = await house.ledger.append(HOUSE, [once], house.clock.time)
    assert isinstance(kept, Appended)
    assert kind.records in (await house.way.act(HOUSE, own)).events
    assert recorded(house, kind.records) == 1
