"""A simulation to learn by: an organisation's rulebooks, invented people for every role, invented cooperations.

Its mail never leaves, for it is a simulation; nothing in it is of anybody but whoever had it made, who administers it.
"""

import asyncio
import json
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from uuid import uuid4

from application.commands.import_files import person_of
from application.rehearsal.cast import REGION, default_cast, grant_id, sheet
from application.rehearsal.scenario import Player
from domain.kernel.moments import day_of
from domain.kernel.values import Role
from domain.registry.commands import COMMANDS, AnyCommand
from domain.rulebook import Rulebook
from language import locale, say, text_of
from queries.founding import Founder, administrator_of, founded, short_name_of
from queries.refused import Failure, FailureKind
from queries.reserved import needs_one_of
from queries.visit import Visit, reached
from wording.training import FILES, MAKER, PEOPLE, name_of

TRAINED_BY = (Role.ADMINISTRATOR, Role.PROGRAMME_MANAGER)
"""Who may have one made."""
MOST_PROGRAMMES = 6
_FILES_EACH = 3
_SHIPPED = 3
"""So many of the programmes that ship are shown to an organisation without any."""


def new_name(visit: Visit) -> str:
    """A short name that no simulation had before. Raises Failure for want of a role."""
    needs_one_of(visit, TRAINED_BY)
    return f"essai-{short_name_of(visit.organisation)[:30]}-{uuid4().hex[:8]}"


async def make(visit: Visit, organisation: str) -> None:
    """Make one of that name from the visited organisation; what is there of it already stays as it is.

    Raises Failure for want of a role.
    """
    needs_one_of(visit, TRAINED_BY)
    rulebooks = _rulebooks(visit)
    async with reached():
        founder = await _founder(visit)
    answer = await founded(
        visit.service,
        organisation,
        name_of(visit.people.name),
        "simulation",
        founder,
        visit.now,
        zone=visit.zone.key,
    )
    if answer.refusal:
        raise Failure(
            FailureKind.REFUSED,
            answer.refusal.code,
            text_of(answer.refusal.message),
            text_of(answer.refusal.remedy),
        )
    administrator = administrator_of(organisation)
    region = next(iter(sorted(visit.people.regions)), REGION)
    cast = _cast(rulebooks, region)
    for together in (
        _rules(visit, rulebooks, administrator),
        _people(cast, administrator),
        _roles(cast, administrator, day_of(visit.now, visit.zone)),
        _files(visit, rulebooks, cast, region),
    ):
        await _recorded(visit, organisation, list(together))


def _rulebooks(visit: Visit) -> Sequence[Rulebook]:
    """Those in force of the programmes that the organisation published, or has decided under; else some that ship."""
    known = sorted({one.partition("@")[0] for one in (*visit.people.rulebooks, *visit.people.adopted)})
    ships = sorted(visit.service.rulebooks.programmes(visit.people))[:_SHIPPED]
    wanted = known[:MOST_PROGRAMMES] or ships
    found = (visit.service.rulebooks.current(visit.people, one) for one in wanted)
    return [one for one in found if one]


async def _founder(visit: Visit) -> Founder:
    """Whoever has it made, by their own name and address, so that they sign in as themselves."""
    person = visit.people.people[visit.person]
    texts = await visit.texts([one for one in (person.name.vault, person.email.vault) if one])
    name, address = texts.get(person.name.vault or ""), texts.get(person.email.vault or "")
    return Founder(
        name if isinstance(name, str) else say(MAKER),
        address if isinstance(address, str) else f"{visit.person}@example.org",
        locale(),
    )


def _cast(rulebooks: Sequence[Rulebook], region: str) -> Sequence[Player]:
    """Everybody whom any of the programmes may address, each once."""
    everybody = {player.alias: player for one in rulebooks for player in default_cast(one, region)}
    return [player for player in everybody.values() if player.roles]


def _rules(visit: Visit, rulebooks: Sequence[Rulebook], administrator: str) -> Iterator[AnyCommand]:
    """What the organisation published itself, and what it calls its regions; what ships is there already."""
    for one in rulebooks:
        if one.id in visit.people.rulebooks:
            yield _command("PublishRulebook", f"rules/{one.id}", administrator, rulebook=one.written())
    for region, (fr, en) in visit.people.regions.items():
        yield _command("NameRegion", f"region/{region}", administrator, region=region, name_fr=fr, name_en=en)


def _people(cast: Sequence[Player], administrator: str) -> Iterator[AnyCommand]:
    for player in cast:
        named = {"name": _called(player.alias), "email": f"{player.alias}@example.org"}
        yield _command("RegisterPerson", f"import/person/{player.alias}", administrator, **named)


def _called(alias: str) -> str:
    """An invented name; further people of one role are numbered."""
    base, _, number = alias.rpartition("-")
    if alias in PEOPLE or not number.isdigit():
        return PEOPLE.get(alias, alias)
    return f"{PEOPLE.get(base, base)} {number}"


def _roles(cast: Sequence[Player], administrator: str, since: date) -> Iterator[AnyCommand]:
    for player in cast:
        for role in player.roles:
            held = {"since": since, **role.model_dump(exclude_none=True)}
            command_id = grant_id(player.alias, role)
            yield _command("GrantRole", command_id, administrator, person=person_of(player.alias), **held)


def _files(
    visit: Visit, rulebooks: Sequence[Rulebook], cast: Sequence[Player], region: str
) -> Iterator[AnyCommand]:
    """Invented cooperations of each programme, of which somebody was just met."""
    names = iter(FILES)
    for rulebook in rulebooks:
        people = tuple(cast)
        common = dict(sheet(rulebook, people, region, visit.now))
        managers = [person_of(one) for one in common["managers"]]
        for _, (file, name, territory, about) in zip(range(_FILES_EACH), names, strict=False):
            told = common | {"name": name, "object": about, "cooperation": file}
            told |= {"territory": {"name": territory}, "managers": managers}
            yield _command(told.pop("type"), f"training/{file}", managers[0], **told)


async def _recorded(visit: Visit, organisation: str, commands: Sequence[AnyCommand]) -> None:
    """All of them at once; what the rules refuse, such as a programme that takes no files now, is left out."""
    async with reached():
        door = visit.service.one_way_in
        await asyncio.gather(*(door.handle(organisation, one) for one in commands))


def _command(kind: str, command_id: str, actor: str, **fields: Any) -> AnyCommand:
    told = {"type": kind, "command_id": command_id, "actor": actor, **fields}
    return COMMANDS.validate_json(json.dumps(told, default=str))
