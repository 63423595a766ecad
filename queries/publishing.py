"""Publishing a rulebook that somebody wrote: what is wrong in it and where, what it changes, what keeps it back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from application.commands.answer import Answer, RefusalAnswer
from application.commands.parsing import read_command
from application.commands.refusals import answered
from application.rulebooks.parsing import PlacedFinding, RulebookInvalid, check_rulebook, read_rulebook
from application.rulebooks.writing import rulebook_text
from domain.registry.commands import AnyCommand
from domain.rulebook import Rulebook
from queries.programmes import version_of
from queries.visit import Visit, reached
from wording.naming import Naming
from wording.rulebook.difference import Change, differences

LONGEST_LINE = 120
"""Characters of a line that are shown beside what is wrong in it."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong or strange at a place in the file, with the line that it stands in."""

    found: PlacedFinding
    line: str


@dataclass(frozen=True, slots=True)
class Publishing:
    """A rulebook as it was read; without one there is nothing to publish, and ``faults`` say why."""

    faults: Sequence[Fault]
    rulebook: Rulebook | None = None
    in_force: Rulebook | None = None
    """The version that it would replace."""
    changes: Sequence[Change] = ()
    command: AnyCommand | None = None
    refusal: RefusalAnswer | None = None
    """Why it could not be published now, or not by whoever asks."""


async def publishing(visit: Visit, text: str, reason: str, command_id: str) -> Publishing:
    """What publishing a rulebook of this text would bring; nothing is recorded. Raises Failure."""
    content = text.encode()
    faults = _faults(text, check_rulebook(content))
    try:
        rulebook = read_rulebook(content)
    except RulebookInvalid:
        return Publishing(faults)
    in_force = visit.service.rulebooks.current(visit.people, rulebook.programme)
    changes = differences(in_force, rulebook) if in_force else ()
    read = _command(visit, rulebook, reason, command_id)
    if isinstance(read, Answer):
        return Publishing(faults, rulebook, in_force, changes, refusal=read.refusal)
    async with reached():
        refused = await visit.service.one_way_in.judge(visit.organisation, read)
    refusal = answered(command_id, refused, "refused", Naming(rulebook)).refusal if refused else None
    return Publishing(faults, rulebook, in_force, changes, read, refusal)


def next_version_text(visit: Visit, rulebook: str) -> str | None:
    """The text of a version, numbered as the next of its programme; None if there is no such version."""
    found = version_of(visit, rulebook)
    if found is None:
        return None
    in_force = visit.service.rulebooks.current(visit.people, found.programme) or found
    return rulebook_text(found, in_force.version + 1)


def _command(visit: Visit, rulebook: Rulebook, reason: str, command_id: str) -> AnyCommand | Answer:
    form = {"type": "PublishRulebook", "command_id": command_id, "rulebook": rulebook.written()}
    return read_command(json.dumps(form | ({"reason": reason} if reason else {})), visit.person)


def _faults(text: str, found: Sequence[PlacedFinding]) -> Sequence[Fault]:
    lines = text.splitlines()
    return [
        Fault(one, lines[one.line - 1].strip()[:LONGEST_LINE] if one.line <= len(lines) else "")
        for one in found
    ]
