"""From a command to what the ledger is asked to append: decided, worded for the outbox, sealed, digested."""

import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

import rfc8785

from application.digests import digest, draw_digest_key
from application.files import State, entry_of, next_state
from application.ports import Composer, Rulebooks
from domain.access import may
from domain.codec import Encoded, encode
from domain.commands import (
    AnyCommand,
    Command,
    FileCommand,
    HandOverAllFiles,
    ImportCooperation,
    MigrateCooperation,
    OpenCooperation,
    PublishRulebook,
    ReportDelivery,
    SettleDelivery,
)
from domain.decide import Happening, Setting, beside, decide, decide_organisation
from domain.events import CooperationOpened, RulebookChanged
from domain.events.recorded import Recorded
from domain.ids import ORGANISATION_STREAM, cooperation_stream, reminder_command_id
from domain.ledger import Append, OutgoingMessage
from domain.refusals import Refusal
from domain.rulebook import Rulebook
from domain.state import Cooperation, Organisation

_draw_key: Callable[[], bytes] = partial(secrets.token_bytes, 32)


@dataclass(frozen=True, slots=True)
class Draft:
    """A command decided on certain states: what to append, what to answer, the states that would follow."""

    append: Append
    refusal: Refusal | None
    events: tuple[str, ...]
    after: Mapping[str, State]


def streams_of(command: AnyCommand) -> tuple[str, ...]:
    """The streams that are read to decide any command, its own first; ``streams_beside`` says which more."""
    if isinstance(command, FileCommand):
        return (cooperation_stream(command.cooperation), ORGANISATION_STREAM)
    return (ORGANISATION_STREAM,)


def streams_beside(command: AnyCommand, states: Mapping[str, State]) -> tuple[str, ...]:
    """The streams of other files on which the decision rests, as far as the states read so far tell."""
    file, others = _file(command, states), _others(command, states)
    return tuple(cooperation_stream(one) for one in beside(command, file, others))


class Drafter:
    """Decides commands on given states; everything but the append itself."""

    def __init__(self, rulebooks: Rulebooks, composer: Composer) -> None:
        self._rulebooks = rulebooks
        self._composer = composer

    async def draft(
        self, organisation_id: str, command: AnyCommand, states: Mapping[str, State], now: datetime
    ) -> Draft:
        """Decide a command. ``states`` holds the streams read, which are expected not to have moved."""
        decision = self._decide(command, states, now)
        expected = {stream: entry_of(state) for stream, state in states.items()}
        key = draw_digest_key(command)
        append = Append(command.command_id, command.actor, digest(command, key), key, expected)
        if isinstance(decision, Refusal):
            written = rfc8785.dumps({"code": decision.code, "params": dict(decision.params)}).decode()
            return Draft(replace(append, refusal=written), decision, (), {})
        encoded = self._encode(command, decision, states)
        after = _after(states, encoded)
        messages = await self._messages(organisation_id, states, after, encoded, now)
        append = replace(
            append,
            events=tuple(one.new for one in encoded),
            secrets=tuple(secret for one in encoded for secret in one.secrets),
            messages=messages,
        )
        return Draft(append, None, tuple(one.recorded.event.type for one in encoded), after)

    def _decide(
        self, command: AnyCommand, states: Mapping[str, State], now: datetime
    ) -> tuple[Happening, ...] | Refusal:
        organisation, file = _organisation(states), _file(command, states)
        rulebook = self._rulebook(command, states)
        if refusal := may(organisation, command, file, rulebook, now):
            return refusal
        targets = {one: known for one in _named(command) if (known := self.known(organisation, one))}
        setting = Setting(organisation, rulebook, now, _others(command, states), targets)
        if isinstance(command, FileCommand):
            return decide(command, file, setting)
        files = [state for state in states.values() if isinstance(state, Cooperation)]
        return decide_organisation(command, files, setting)

    def _rulebook(self, command: Command, states: Mapping[str, State]) -> Rulebook | None:
        """The file's rulebook, the one that it would open under, or the one in force where one is published."""
        organisation, file = _organisation(states), _file(command, states)
        if file is not None:
            return self.known(organisation, file.rulebook)
        opening = command.acts[0] if isinstance(command, ImportCooperation) else command
        match opening:
            case OpenCooperation(programme=programme):
                return self._rulebooks.current(organisation, programme)
            case PublishRulebook(rulebook=published):
                return self._rulebooks.current(organisation, published.programme)
        return None

    def known(self, organisation: Organisation, rulebook: str) -> Rulebook | None:
        """The rulebook of an id; None if nobody has it."""
        try:
            return self._rulebooks.get(organisation, rulebook)
        except KeyError:
            return None

    def _encode(
        self, command: AnyCommand, decision: tuple[Happening, ...], states: Mapping[str, State]
    ) -> list[Encoded]:
        entries = {stream: entry_of(state) for stream, state in states.items()}
        under = {stream: one.rulebook for stream, one in states.items() if isinstance(one, Cooperation)}
        cause, correlation = _origin(command, _file(command, states))
        encoded = []
        for index, happening in enumerate(decision):
            stream, event = happening.stream, happening.event
            entries[stream] = entries.get(stream, 0) + 1
            if isinstance(event, CooperationOpened):
                under[stream] = event.rulebook
            recorded = Recorded(
                event=event,
                stream=stream,
                entry=entries[stream],
                effective_at=happening.effective_at,
                actor=command.actor,
                command_id=command.command_id,
                cause=cause,
                correlation=correlation,
                rulebook=under.get(stream),
            )
            encoded.append(encode(recorded, index, _draw_key))
            if isinstance(event, RulebookChanged):  # itself decided under the rules that it leaves
                under[stream] = event.rulebook
        return encoded

    async def _messages(
        self,
        organisation_id: str,
        states: Mapping[str, State],
        after: Mapping[str, State],
        encoded: list[Encoded],
        now: datetime,
    ) -> tuple[OutgoingMessage, ...]:
        claims = [one.recorded for one in encoded if one.recorded.event.type == "ReminderIssued"]
        file = after.get(claims[0].stream) if claims else None
        if not isinstance(file, Cooperation):
            return ()
        return tuple(await self._composer.compose(_organisation(states), organisation_id, file, claims, now))


def _after(states: Mapping[str, State], encoded: list[Encoded]) -> Mapping[str, State]:
    after = dict(states)
    for one in encoded:
        stream = one.recorded.stream
        after[stream] = next_state(stream, after.get(stream), [one.recorded])
    return {stream: state for stream, state in after.items() if state is not states.get(stream)}


def _organisation(states: Mapping[str, State]) -> Organisation:
    state = states.get(ORGANISATION_STREAM)
    return state if isinstance(state, Organisation) else Organisation()


def _file(command: Command, states: Mapping[str, State]) -> Cooperation | None:
    if not isinstance(command, FileCommand):
        return None
    state = states.get(cooperation_stream(command.cooperation))
    return state if isinstance(state, Cooperation) else None


def _others(command: Command, states: Mapping[str, State]) -> Mapping[str, Cooperation]:
    """The files that were read, by id, but for the command's own."""
    own = command.cooperation if isinstance(command, FileCommand) else None
    files = (state for state in states.values() if isinstance(state, Cooperation))
    return {file.id: file for file in files if file.id != own}


def _named(command: Command) -> Iterator[str]:
    """The rulebooks that a command names: where a file goes, or what is published."""
    if isinstance(command, PublishRulebook):
        yield command.rulebook.id
    for act in command.acts if isinstance(command, ImportCooperation) else (command,):
        if isinstance(act, MigrateCooperation):
            yield act.to


def _origin(command: AnyCommand, file: Cooperation | None) -> tuple[str, str]:
    """What a command follows from: itself, or the claim whose message it speaks of."""
    if isinstance(command, ReportDelivery | SettleDelivery) and file and command.message in file.messages:
        message = file.messages[command.message]
        claim = reminder_command_id(file.id, message.occurrence, message.rung)
        return claim, claim
    return command.command_id, command.command_id


def reads_all_files(command: AnyCommand) -> bool:
    """Whether the files themselves must be looked for: somebody hands over all of theirs."""
    return isinstance(command, HandOverAllFiles)
