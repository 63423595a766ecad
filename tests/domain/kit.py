"""Given these events, when this command comes, then these events, or this refusal: rules as rows of a table."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, get_args

from domain.cooperations.evolve.file import fold
from domain.cooperations.state import Cooperation
from domain.decide.decide import decide
from domain.files.setting import Happening, Setting, State
from domain.kernel.event import Event
from domain.kernel.ids import cooperation_stream
from domain.kernel.recorded import Recorded
from domain.kernel.refusal import Refusal
from domain.organisation.commands import OrganisationCommand
from domain.people.state import Organisation
from domain.registry.commands import COMMAND_TYPES, COMMANDS, AnyCommand
from domain.registry.folding import beginning, next_state
from domain.reminders.commands import KeptCommand
from domain.rulebook import Rulebook
from tests.domain.rules import RULES
from tests.domain.sample_people import FOUNDED, MANAGER, organisation

NOW = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
"""A Monday, 10:00 in Paris."""

FILE = "rives"
STREAM = cooperation_stream(FILE)
STARTED = "2026-01-05"
"""When what is given took effect, unless ``on`` says otherwise: a Monday."""

ORGANISATION_COMMANDS = get_args(OrganisationCommand)


@dataclass(frozen=True)
class On:
    """An event and when it took effect."""

    moment: str
    event: Event
    actor: str = MANAGER


def on(moment: str, event: Event, actor: str = MANAGER) -> On:
    """The event took effect then."""
    return On(moment, event, actor)


Given = tuple[Event | On, ...]


def history(*events: Event | On, first: int = 1, stream: str = STREAM) -> list[Recorded]:
    """The events as a file's history, entries from ``first`` on."""
    return [
        Recorded(
            event=one.event,
            stream=stream,
            entry=entry,
            effective_at=one.moment,
            actor=one.actor,
            command_id=f"g/{entry}",
            cause=f"g/{entry}",
            correlation=f"g/{entry}",
            rulebook=RULES.id,
        )
        for entry, one in enumerate(
            (each if isinstance(each, On) else On(STARTED, each) for each in events), start=first
        )
    ]


def file_of(*events: Event | On) -> Cooperation:
    """The file that these events make."""
    file = fold(None, history(*events))
    assert file is not None
    return file


def state_of(stream: str, *events: Event | On) -> State:
    """What these events make of a stream."""
    return next_state(stream, beginning(stream), history(*events, stream=stream))


def other(key: str, *events: Event | On) -> Cooperation:
    """Another file, which these events make."""
    return file_of(*events).changed(id=key)


def do(kind: str, /, **fields: Any) -> AnyCommand:
    """A command in its JSON form, with an id, an actor, the file and a reason where it asks for one."""
    model = COMMAND_TYPES[kind]
    given: dict[str, Any] = {
        "command_id": f"c/{kind}",
        "actor": MANAGER,
        "cooperation": FILE,
        "reason": "Parce que.",
    }
    if issubclass(model, KeptCommand) and fields.keys() & {"review", "funding"}:
        del given["cooperation"]
    known = {key: value for key, value in given.items() if key in model.model_fields}
    if not model.model_fields.get("reason") or not model.model_fields["reason"].is_required():
        known.pop("reason", None)
    return COMMANDS.validate_json(json.dumps({"type": kind, **known, **fields}))


@dataclass(frozen=True)
class Row:
    """One rule: what was, what is asked, what follows (events, or the code of a refusal and what it names)."""

    rule: str
    given: Given
    when: AnyCommand
    then: tuple[Event, ...] | str
    naming: Mapping[str, str] = field(default_factory=dict)
    now: datetime = NOW
    rulebook: Rulebook | None = RULES
    people: Given = FOUNDED
    others: tuple[Cooperation, ...] = ()
    """Other files that were read: those of whom hands all over, those that wait or are waited for."""
    beside: Mapping[str, Given] = field(default_factory=dict)
    """What was before in other streams that were read: a review's cooperation, a funding's envelope."""
    targets: tuple[Rulebook, ...] = ()
    """Rulebooks that the command names."""
    holder: str | None = None
    """Who has the address that the command brings."""
    twins: Mapping[str, str] = field(default_factory=dict)
    """The ids that are another id's person."""

    def decided(self) -> tuple[Happening, ...] | Refusal:
        """What the rules say."""
        setting = self.setting()
        return decide(self.when, setting.beside[self.when.stream], setting)

    def setting(self) -> Setting:
        """What it is decided on."""
        targets = {one.id: one for one in self.targets}
        subject = state_of(self.when.stream, *self.given)
        states: dict[str, State] = {cooperation_stream(one.id): one for one in self.others}
        states |= {stream: state_of(stream, *given) for stream, given in self.beside.items()}
        states |= {self.when.stream: subject}
        people = replace(self._organisation(), twins=self.twins)
        return Setting(people, self.rulebook, self.now, states, targets, holder=self.holder)

    def holds(self) -> None:
        """Fail unless the rules say what the row says."""
        found = self.decided()
        if isinstance(self.then, str):
            assert isinstance(found, Refusal), f"{self.rule}: {found}"
            assert found.code == self.then, self.rule
            assert {key: found.params[key] for key in self.naming} == self.naming
        else:
            assert not isinstance(found, Refusal), f"{self.rule}: {found}"
            assert tuple(one.event for one in found) == self.then, self.rule

    def _organisation(self) -> Organisation:
        return organisation(*(one.event if isinstance(one, On) else one for one in self.people))
