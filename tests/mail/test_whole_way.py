"""From the rules to the mail server and back into the ledger, with nothing in between replaced."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

import asyncpg
import pytest

from application.commands.answer import Answer
from application.commands.founding import found
from bootstrap import Service, wire
from config import Settings
from domain.kernel.ids import SERVICE, person_id, reminder_command_id
from domain.kernel.ledger import LedgerKind
from domain.kernel.moments import PARIS
from domain.kernel.prose import Prose
from domain.kernel.values import Language
from domain.organisation.commands import FoundOrganisation
from domain.registry.commands import COMMANDS
from domain.reminders.commands import ReportDelivery
from eventstore.hint import Hinter
from eventstore.migrate import MIGRATIONS
from mail.courier import Courier
from mail.messages import Letter
from mail.sender import Report, Sender
from mail.settlements import Settlements
from tests.mail.making import IMPATIENT, SENDER
from tests.mail.occasions import RULEBOOKS
from tests.mail.relay import Relay
from tests.support.postgres import Database
from tests.support.waiting import LONG_ENOUGH, wait_until

EXERCISE, FILE = "exercice", "noailles"
ADMINISTRATOR, ZOE = person_id("found"), person_id("zoe")
OPENED = datetime(2026, 3, 2, 9, 30, tzinfo=PARIS)
SILENT = datetime(2026, 9, 2, 8, 0, tzinfo=PARIS)
OCCURRENCE = "inactivity/e2"


async def _do(service: Service, type_: str, command_id: str, actor: str, **fields: Any) -> None:
    command = COMMANDS.validate_python(
        {"type": type_, "command_id": command_id, "actor": actor, **fields}, strict=False
    )
    door = service.one_way_in.act if actor == SERVICE else service.one_way_in.handle
    answer = await door(EXERCISE, command)
    assert answer.outcome == "recorded", answer


@pytest.fixture
async def service(pool: asyncpg.Pool) -> AsyncIterator[Service]:
    """A simulation with one file that has been silent for six months, and its reminder just issued."""
    async with Hinter(pool) as hinter:
        made = wire(Settings(mail_sender=SENDER), pool, RULEBOOKS, hinter)
        founding = FoundOrganisation(
            type="FoundOrganisation",
            command_id="found",
            actor=ADMINISTRATOR,
            name="Fondation d’exercice",
            kind=LedgerKind.SIMULATION,
            administrator_name=Prose("Ada Admin"),
            administrator_email=Prose("ada@exemple.fr"),
            language=Language.FRENCH,
        )
        await found(EXERCISE, founding, made.ledger, made.clock_store, made.one_way_in, OPENED)
        await _do(made, "RegisterPerson", "zoe", ADMINISTRATOR, name="Zoé Müller", email="zoe@exemple.fr")
        await _do(made, "GrantRole", "role", ADMINISTRATOR, person=ZOE, role="programme-manager")
        await _do(
            made,
            "OpenCooperation",
            "open",
            ZOE,
            cooperation=FILE,
            name="Noailles",
            territory={"name": "Marseille 1er"},
            region="paca-corse",
            object="Habitat digne",
            cooperation_type="non-modelled",
            economic_model="hybrid",
            origin="residents-call",
            programme="tec",
            managers=(ZOE,),
        )
        await made.clock_store.show(EXERCISE, SILENT)
        reminder = {"cooperation": FILE, "occurrence": OCCURRENCE, "rung": "due"}
        await _do(made, "IssueReminder", reminder_command_id(FILE, OCCURRENCE, "due"), SERVICE, **reminder)
        yield made


@asynccontextmanager
async def _sending(service: Service, catcher: Relay, report: Report | None = None) -> AsyncIterator[None]:
    stop = asyncio.Event()
    sender = Sender(
        service.outbox,
        Courier(lambda _: SENDER, catcher.server, catcher.server, IMPATIENT),
        Settlements(service.outbox, service.ledger),
        withheld=service.message_withheld,
        report=report or service.one_way_in.act,
        pause=0.02,
    )
    running = asyncio.create_task(sender.run(stop))
    yield
    stop.set()
    await asyncio.wait_for(running, LONG_ENOUGH)


async def _ledger_says(service: Service, delivery: str) -> None:
    async def said() -> bool:
        file = await service.files.cooperation(EXERCISE, FILE)
        return file is not None and [one.delivery for one in file.messages.values()] == [delivery]

    await wait_until(said, "said")


async def _letter(service: Service) -> Letter:
    [letter] = await service.outbox.letters(EXERCISE)
    return letter


async def test_a_reminder_is_stored_with_its_claim_sent_and_reported(service: Service, relay: Relay) -> None:
    """The letter is queued by the very append of the claim; its dates are the simulation's."""
    letter = await _letter(service)
    assert (letter.state, letter.recipient, letter.created_at) == ("queued", ZOE, SILENT)
    async with _sending(service, relay):
        await _ledger_says(service, "sent")
    assert relay.recipients == ["zoe@exemple.fr"]
    [message] = relay.taken
    assert message["Date"] == "Wed, 02 Sep 2026 08:00:00 +0200"
    assert str(message["Subject"]).startswith("[SIMULATION] Noailles – Sans nouvelles")


async def test_a_reminder_of_a_file_that_fell_asleep_meanwhile_is_withdrawn(
    service: Service, relay: Relay
) -> None:
    """A paused file is not reminded of, not even by what was already queued."""
    await _do(service, "PauseCooperation", "pause", ZOE, cooperation=FILE, reason="essoufflement")
    async with _sending(service, relay):
        await _ledger_says(service, "withdrawn")
    assert relay.taken == []


async def test_a_person_decides_about_a_message_in_doubt(service: Service, relay: Relay) -> None:
    """In doubt, resent by command, sent: the same message, and the ledger knows each step."""
    relay.data.append("drop")
    async with _sending(service, relay):
        await _ledger_says(service, "unknown")
        message = (await _letter(service)).id
        await _do(
            service,
            "SettleDelivery",
            "settle",
            ZOE,
            cooperation=FILE,
            message=message,
            decision="resend",
            reason="rien reçu",
        )
        await _ledger_says(service, "sent")
    assert relay.ids == [f"<{message}@exemple.fr>"] * 2
    assert bytes(relay.taken[0]) == bytes(relay.taken[1])


async def test_erasing_a_person_empties_their_letters(service: Service, relay: Relay) -> None:
    """Name and address go from the outbox with the vault's; what was queued has failed."""
    assert b"zoe@exemple.fr" in (await service.outbox.content(EXERCISE, (await _letter(service)).id) or b"")
    assert await service.vault.erase(EXERCISE, ZOE) > 0
    async with _sending(service, relay):
        await _ledger_says(service, "failed")
    letter = await _letter(service)
    assert (letter.reason, await service.outbox.content(EXERCISE, letter.id)) == ("erased", b"")
    assert relay.taken == []


async def test_what_the_ledger_was_never_told_is_told_after_an_upgrade(
    service: Service, relay: Relay, database: Database
) -> None:
    """Somebody else's command had the id of the report, which an earlier release then gave up."""

    async def in_the_way(_organisation: str, command: ReportDelivery) -> Answer:
        return Answer(command_id=command.command_id, outcome="invalid")

    async def given_up() -> bool:
        return bool(await service.pool.fetchval("SELECT reported FROM mail.outbox"))

    async with _sending(service, relay, in_the_way):
        await wait_until(given_up, "given up")
    owner = await asyncpg.connect(database.owner_dsn)
    await owner.execute((MIGRATIONS / "0016_mail_reports_again.sql").read_text())
    async with _sending(service, relay):
        await _ledger_says(service, "sent")
    await wait_until(given_up, "told")
    await owner.execute((MIGRATIONS / "0016_mail_reports_again.sql").read_text())
    assert await given_up()
    await owner.close()
