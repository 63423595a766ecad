"""Imports go on knowing who was registered first with an address."""

import json

from application.commands.answer import Answer
from application.commands.import_files import Item, person_of, read_import
from application.commands.import_people import Aliases, concealed, known_already
from application.commands.parsing import read_command
from domain.kernel.ids import person_id
from tests.application.house import FOUNDER, HOUSE, MANAGER, House

PEOPLE = b"""
people:
  - {alias: zoe, name: Zo\xc3\xa9 Exemple, email: Manager@Example.org, roles: [{role: jury, region: occitanie}]}
  - {alias: lou, name: Lou Exemple, email: lou@example.org, roles: [{role: jury, region: occitanie}]}
"""
ALONE = b"""
people:
  - {alias: mireille, name: Mireille Exemple, email: m@example.org, roles: [{role: jury, region: occitanie}]}
"""
FILE = b"""
cooperations:
  - cooperation: noailles
    acts:
      - type: OpenCooperation
        effective_at: 2026
        name: Noailles
        territory: {name: Noailles}
        region: occitanie
        object: Une menuiserie
        cooperation_type: non-modelled
        economic_model: hybrid
        origin: residents-call
        programme: tec
        managers: [zoe]
"""


async def bring(house: House, content: bytes) -> list[tuple[Item, Answer]]:
    """Every item with its answer."""
    aliases = Aliases(house.ledger, house.vault, HOUSE)
    found = []
    for item in read_import(content, FOUNDER):
        meant = await aliases.in_place(item)
        command = read_command(json.dumps(meant.command), FOUNDER)
        assert not isinstance(command, Answer), command
        found.append((item, await house.do(command)))
    return found


async def read_as_before(house: House, content: bytes) -> list[Answer]:
    """Every item under the ids that versions before ADR 70 gave."""
    commands = [read_command(json.dumps(one.command), FOUNDER) for one in read_import(content, FOUNDER)]
    return [await house.do(one) for one in commands if not isinstance(one, Answer)]


async def test_no_alias_stands_in_the_ledger_and_no_id_can_be_had_from_one() -> None:
    """Neither in events nor in outcomes; who has the secret finds the same person again."""
    house = House()
    await house.found()
    await bring(house, ALONE)
    kept = [event.body.decode() for event in house.book.events]
    kept += [f"{one} {outcome.refusal}" for one, (outcome, _) in house.book.outcomes.items()]
    assert not [one for one in kept if "mireille" in one]
    people = (await house.files.organisation(HOUSE)).people
    secret = await house.vault.import_secret(HOUSE)
    expected = person_id(f"import/person/{concealed(secret, 'mireille')}")
    assert (expected in people, person_of("mireille") in people) == (True, False)
    assert await Aliases(house.ledger, house.vault, HOUSE).person("mireille") == expected


async def test_each_organisation_conceals_an_alias_otherwise() -> None:
    """Who has the secret of one cannot find anybody of another."""
    house = House()
    one, other = [await Aliases(house.ledger, house.vault, it).person("mireille") for it in (HOUSE, "other")]
    assert one != other


async def test_what_was_imported_before_goes_on_under_its_ids() -> None:
    """Imported again nothing is done twice; a role that was added later is of the same person."""
    house = House()
    await house.found()
    before = await read_as_before(house, ALONE)
    assert [answer.outcome for answer in before] == ["recorded", "recorded"]
    position = house.book.head.position
    assert all(answer.repeated for _, answer in await bring(house, ALONE))
    assert house.book.head.position == position
    [*_, (_, added)] = await bring(house, ALONE.replace(b"]}", b", {role: board, region: occitanie}]}"))
    assert (added.outcome, added.repeated) == ("recorded", False)
    grants = (await house.files.organisation(HOUSE)).grants.values()
    assert {one.person for one in grants if one.role == "board"} == {person_of("mireille")}


async def test_an_import_that_began_before_is_ended_after() -> None:
    """The person was registered under the alias, the role was not given yet."""
    house = House()
    await house.found()
    [registration, _] = read_import(ALONE, FOUNDER)
    command = read_command(json.dumps(registration.command), FOUNDER)
    assert not isinstance(command, Answer)
    await house.recorded(command)
    [(_, again), (_, role)] = await bring(house, ALONE)
    assert (again.repeated, role.outcome) == (True, "recorded")


async def test_an_alias_whose_address_is_known_means_who_has_it() -> None:
    """For roles, for files of later imports, and the second time as the first."""
    house = House()
    await house.found()
    for times in (1, 2):
        brought = await bring(house, PEOPLE)
        assert [known_already(*one) for one in brought] == [True, False, False, False]
        assert [answer.outcome for _, answer in brought[1:]] == ["recorded"] * 3, times
    people = await house.files.organisation(HOUSE)
    jurors = {one.person for one in people.grants.values() if one.role == "jury"}
    assert jurors == {MANAGER, await Aliases(house.ledger, house.vault, HOUSE).person("lou")}
    [(_, answer)] = await bring(house, FILE)
    assert answer.outcome == "recorded", answer
    assert (await house.file("noailles")).managers == (MANAGER,)
