"""Imports go on knowing who was registered first with an address."""

import json

from application.commands.answer import Answer
from application.commands.import_files import Item, person_of, read_import
from application.commands.import_people import Aliases, known_already
from application.commands.parsing import read_command
from tests.application.house import FOUNDER, HOUSE, MANAGER, House

PEOPLE = b"""
people:
  - {alias: zoe, name: Zo\xc3\xa9 Exemple, email: Manager@Example.org, roles: [{role: jury, region: occitanie}]}
  - {alias: lou, name: Lou Exemple, email: lou@example.org, roles: [{role: jury, region: occitanie}]}
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
    aliases = Aliases(house.ledger, HOUSE)
    found = []
    for item in read_import(content, FOUNDER):
        meant = await aliases.in_place(item)
        command = read_command(json.dumps(meant.command), FOUNDER)
        assert not isinstance(command, Answer), command
        found.append((item, await house.do(command)))
    return found


async def test_an_alias_whose_address_is_known_means_who_has_it() -> None:
    """For roles, for files of later imports, and the second time as the first."""
    house = House()
    await house.found()
    for times in (1, 2):
        brought = await bring(house, PEOPLE)
        assert [known_already(*one) for one in brought] == [True, False, False, False]
        assert [answer.outcome for _, answer in brought[1:]] == ["recorded"] * 3, times
    people = await house.files.organisation(HOUSE)
    assert person_of("zoe") not in people.people
    jurors = {one.person for one in people.grants.values() if one.role == "jury"}
    assert jurors == {MANAGER, person_of("lou")}
    [(_, answer)] = await bring(house, FILE)
    assert answer.outcome == "recorded", answer
    assert (await house.file("noailles")).managers == (MANAGER,)
