"""What a simulation of the stack is told before a story begins: in this process, for programs take long to start."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any
from uuid import uuid4

from application.commands.answer import Answer
from application.commands.import_files import read_import
from application.commands.import_people import Aliases, known_already
from application.commands.parsing import read_command
from bootstrap import Service, open_service
from config import Settings
from domain.kernel.moments import PARIS
from domain.registry.commands import AnyCommand
from queries.founding import Founder, administrator_of, founded
from queries.typed import morning_of
from queries.visit import person_id_of
from tests.cli.house import ADMINISTRATOR
from tests.support.imported import know_import_secret

FOUNDER = Founder("Ada Exemple", ADMINISTRATOR, "fr")


async def found(settings: Settings, organisation: str, clock: str, files: Iterable[Path]) -> None:
    """Found a simulation whose clock begins on a day, and bring files of import in, as its administrator would."""
    async with open_service(settings) as service:
        now = morning_of(clock, PARIS)
        answer = await founded(service, organisation, "Essai", "simulation", FOUNDER, now)
        assert answer.outcome == "recorded", answer.refusal
        await know_import_secret(service.pool, organisation)
        actor = administrator_of(organisation)
        aliases = Aliases(service.ledger, service.vault, organisation)
        for file in files:
            for item in read_import(file.read_bytes(), actor):
                meant = await aliases.in_place(item)
                answer = await service.one_way_in.handle(organisation, _read(meant.command, actor))
                assert answer.outcome == "recorded" or known_already(item, answer), answer.refusal


async def record(
    settings: Settings, organisation: str, person: str, commands: Iterable[Mapping[str, Any]]
) -> None:
    """Record commands as somebody, whom an id or an address names."""
    async with open_service(settings) as service:
        actor = await _named(service, organisation, person)
        for fields in commands:
            command = _read({"command_id": uuid4().hex} | dict(fields), actor)
            answer = await service.one_way_in.handle(organisation, command)
            assert answer.outcome == "recorded", (command, answer.refusal)


async def _named(service: Service, organisation: str, person: str) -> str:
    people = await service.files.organisation(organisation)
    return await person_id_of(service, organisation, people, person)


def _read(fields: Mapping[str, Any], actor: str) -> AnyCommand:
    command = read_command(json.dumps(fields), actor)
    assert not isinstance(command, Answer), command.refusal
    return command
