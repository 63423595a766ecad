"""One address, one person: whatever the way to write it, however many ask at once, until it is erased."""

import asyncio
from collections import Counter
from dataclasses import replace

import pytest

import application.addresses
from application.commands.answer import Answer
from application.mailboxes import Mailboxes
from domain.kernel.address import mailbox_of
from domain.kernel.ids import ORGANISATION_STREAM, person_id
from domain.kernel.ledger import Append, Appended
from domain.kernel.prose import Prose
from domain.kernel.recorded import Recorded
from domain.kernel.values import Language
from domain.people.events import PersonRegistered
from domain.registry.codec import encode
from eventstore.memory import MemoryLedger
from tests.application.house import FOUNDER, HOUSE, MANAGER, SECOND, House, command
from vault.memory import MemoryVault

SAME = ("MANAGER@example.org", "\u00a0manager@EXAMPLE.org ", "manager@example\u3002org")


@pytest.fixture
async def house() -> House:
    """Founded, with two managers."""
    made = House()
    await made.found()
    return made


async def register(house: House, name: str, email: str) -> Answer:
    """Somebody is registered by the administrator."""
    return await house.do(command("RegisterPerson", f"person/{name}", FOUNDER, name=name, email=email))


async def change(house: House, number: int, who: str, **said: str) -> Answer:
    """Somebody is changed by the administrator."""
    return await house.do(command("ChangePerson", f"change/{number}", FOUNDER, person=who, **said))


def refused(answer: Answer) -> str | None:
    """The code of a refusal."""
    return answer.refusal.code if answer.refusal else None


@pytest.mark.parametrize("email", SAME)
async def test_a_known_address_is_refused_and_names_the_first(house: House, email: str) -> None:
    """In whatever form it is written."""
    answer = await register(house, "again", email)
    assert refused(answer) == "address_known"
    assert answer.refusal is not None
    assert answer.refusal.message.fr == "Cette adresse est déjà celle de Manager."


async def test_the_same_registration_again_is_answered_as_the_first_time(house: House) -> None:
    """It is known by its id, not by its address."""
    again = await house.do(
        command("RegisterPerson", "person/manager", FOUNDER, name="Manager", email="manager@example.org")
    )
    assert (again.outcome, again.repeated) == ("recorded", True)


async def test_two_at_once_end_in_one_person(house: House) -> None:
    """In one batch of a process, and from two processes."""
    names = ("a", "b", "c", "d")
    answers = await asyncio.gather(*(register(house, one, "lou@Example.org") for one in names))
    assert sorted(one.outcome for one in answers) == ["recorded", "refused", "refused", "refused"]
    other = house.beside()
    pair = await asyncio.gather(
        register(house, "e", "zoe@straße.example"), register(other, "f", "zoe@xn--strae-oqa.example")
    )
    assert sorted(one.outcome for one in pair) == ["recorded", "refused"]
    assert {refused(one) for one in pair} == {None, "address_known"}


async def test_a_change_keeps_the_id_and_frees_the_old_address(house: House) -> None:
    """Another may have it then, and nobody the new one."""
    assert refused(await change(house, 1, MANAGER, email="second@example.org")) == "address_known"
    assert (await change(house, 2, MANAGER, email="new@example.org")).outcome == "recorded"
    assert refused(await register(house, "x", "NEW@example.org")) == "address_known"
    assert (await register(house, "y", "manager@example.org")).outcome == "recorded"
    assert (await change(house, 3, MANAGER, email="New@Example.org")).outcome == "recorded"
    people = await house.files.organisation(HOUSE)
    assert await house.addresses.whose(HOUSE, people, "new@example.org") == (MANAGER,)
    assert people.people[MANAGER].language is Language.FRENCH


async def test_the_address_of_an_erased_person_is_free(house: House) -> None:
    """At once, in a process that knew it."""
    assert refused(await register(house, "x", "manager@example.org")) == "address_known"
    await MemoryVault(house.memory).erase(HOUSE, MANAGER)
    assert (await register(house, "y", "manager@example.org")).outcome == "recorded"


async def test_an_altered_address_is_nobodys(house: House) -> None:
    """And stops nothing else."""
    people = await house.files.organisation(HOUSE)
    place = people.people[MANAGER].email.vault or ""
    secret, command_id = house.book.secrets[place]
    house.book.secrets[place] = (replace(secret, value="second@example.org"), command_id)
    beside = house.beside()
    assert (await register(beside, "x", "manager@example.org")).outcome == "recorded"
    assert refused(await register(beside, "y", "second@example.org")) == "address_known"


async def _twin(ledger: MemoryLedger, house: House, name: str, email: str) -> str:
    """Somebody is registered as it was done before addresses were compared."""
    who = person_id(name)
    people = await house.files.organisation(HOUSE)
    registered = PersonRegistered(
        person=who, name=Prose(text=name), email=Prose(text=email), language=Language.FRENCH
    )
    recorded = Recorded(
        event=registered,
        stream=ORGANISATION_STREAM,
        entry=people.entry + 1,
        effective_at="2026-11-23T09:00:00Z",
        actor=FOUNDER,
        command_id=name,
        cause=name,
        correlation=name,
        rulebook=None,
    )
    written = encode(recorded, 0, lambda: name.encode().ljust(32, b"k"))
    append = Append(
        name,
        FOUNDER,
        b"digest",
        None,
        {ORGANISATION_STREAM: people.entry},
        events=(written.new,),
        secrets=written.secrets,
    )
    [result] = await ledger.append(HOUSE, [append], house.clock.time)
    assert isinstance(result, Appended)
    return who


async def test_twins_of_an_older_ledger_count_as_one(house: House) -> None:
    """Known as soon as they are there; two until one of them has an address of their own."""
    twin = await _twin(house.memory, house, "twin", "Manager@EXAMPLE.org")
    role = {"person": twin, "role": "programme-manager", "region": "occitanie"}
    await house.recorded(command("GrantRole", "role/twin", FOUNDER, **role))
    acquainted = await house.addresses.acquainted(HOUSE, await house.files.organisation(HOUSE))
    assert acquainted.twins == {twin: MANAGER}
    bank = {"account": "paying", "holder": "Ville", "iban": "FR7630006000011234567890189", "bic": None}
    for who in (MANAGER, twin, SECOND):
        given = {"person": who, "role": "finance-officer", "region": "occitanie"}
        await house.recorded(command("GrantRole", f"finance/{who}", FOUNDER, **given))
    await house.recorded(command("ProposeBankDetails", "bank", MANAGER, **bank))
    confirm = {"account": "paying", "version": 1}
    assert refused(await house.do(command("ConfirmBankDetails", "own", twin, **confirm))) == "own_proposal"
    assert (await house.do(command("ConfirmBankDetails", "other", SECOND, **confirm))).outcome == "recorded"
    assert (await change(house, 1, twin, email="twin@example.org")).outcome == "recorded"
    acquainted = await house.addresses.acquainted(HOUSE, await house.files.organisation(HOUSE))
    assert acquainted.twins == {}


async def test_an_address_of_a_dry_run_is_read_as_often_as_it_is_given(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not once more for every row that comes after: a sheet has five thousand. What was tried is nobody's address."""
    asked: list[str | None] = []

    def counted(text: str | None) -> str | None:
        asked.append(text)
        return mailbox_of(text)

    monkeypatch.setattr(application.addresses, "mailbox_of", counted)
    rows = [
        command("RegisterPerson", f"row/{one}", FOUNDER, name=f"P{one}", email=f"p{one}@example.org")
        for one in range(30)
    ]
    twice = command("RegisterPerson", "row/again", FOUNDER, name="P0", email="P0@example.org")
    trial = await house.way.dry_run(HOUSE, rows)
    answers = [await trial.foretell(one) for one in rows]
    assert {one.outcome for one in answers} == {"recorded"}
    assert refused(await trial.foretell(twice)) == "address_known"
    assert max(Counter(asked).values()) <= 3
    assert (await register(house, "p0", "p0@example.org")).outcome == "recorded"


async def test_who_comes_after_others_is_added_to_them(house: House) -> None:
    """A sheet of five thousand is not looked through five thousand times; whom somebody changes, all are."""
    looked_at: list[int] = []
    known = Mailboxes()
    for number in range(30):
        people = (await house.files.organisation(HOUSE)).people
        known = known.before(people)
        added = known.places_beyond(people)
        looked_at.append(len(added))
        known.reach(people, ((one, f"{one}@example.org") for one in added))
        assert refused(await register(house, f"n{number}", f"n{number}@example.org")) is None
    assert looked_at == [3, *[1] * 29]
    assert (await change(house, 1, MANAGER, name="Autre")).outcome == "recorded"
    assert known.before((await house.files.organisation(HOUSE)).people) == Mailboxes()


async def test_holders_of_many_addresses_are_found_by_one_question(house: House) -> None:
    """The first of each; neither those of nobody, nor those who were erased."""
    twin = await _twin(house.memory, house, "twin", "Manager@EXAMPLE.org")
    people = await house.files.organisation(HOUSE)
    asked = ("MANAGER@example.org", "second@example.org", "nobody@example.org", "")
    found = await house.addresses.first_holders(HOUSE, people, asked)
    assert found == {"manager@example.org": MANAGER, "second@example.org": SECOND}
    await MemoryVault(house.memory).erase(HOUSE, MANAGER)
    found = await house.addresses.first_holders(HOUSE, people, asked)
    assert found == {"manager@example.org": twin, "second@example.org": SECOND}
