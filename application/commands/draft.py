"""From a command to what the ledger is asked to append: decided, worded for the outbox, sealed, digested."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial

from application.commands.decider import Decider, organisation_in
from application.commands.digests import digest, draw_digest_key
from application.files import entry_of
from application.ports import Composer
from domain.cooperations.events.file import CooperationOpened, RulebookChanged
from domain.decide.causes import cause_of
from domain.envelopes.events import EnvelopeOpened
from domain.files.file import KeptFile
from domain.files.setting import Happening, State
from domain.fundings.events.requests import FundingRequested
from domain.kernel.canonical import canonical
from domain.kernel.ids import FILE_KINDS, ORGANISATION_STREAM
from domain.kernel.ledger import Append, OutgoingMessage
from domain.kernel.recorded import Recorded, cause_at
from domain.kernel.refusal import Refusal
from domain.organisation.commands import HandOverAllFiles, HandOverOpinions
from domain.registry.codec import Encoded, encode
from domain.registry.commands import AnyCommand
from domain.registry.folding import next_state
from domain.reminders.commands import ReportDelivery, SettleDelivery
from domain.reviews.events import ReviewOpened

_draw_key: Callable[[], bytes] = partial(secrets.token_bytes, 32)


@dataclass(frozen=True, slots=True)
class Draft:
    """A command decided on certain states: what to append, what to answer, the states that would follow."""

    append: Append
    refusal: Refusal | None
    recorded: tuple[Recorded, ...]
    """The events that it gives."""
    after: Mapping[str, State]
    rulebook: str | None = None
    """The rulebook under which it was refused: it names what the refusal speaks of."""

    @property
    def events(self) -> tuple[str, ...]:
        """Their types."""
        return tuple(one.event.type for one in self.recorded)


def streams_of(command: AnyCommand) -> tuple[str, ...]:
    """The streams that are read to decide any command, its own first; ``Decider.beside`` says which more."""
    return tuple(dict.fromkeys((command.stream, ORGANISATION_STREAM)))


class Drafter:
    """Decides commands on given states; everything but the append itself."""

    def __init__(self, decider: Decider, composer: Composer) -> None:
        self._decider = decider
        self._composer = composer

    async def draft(
        self,
        organisation_id: str,
        command: AnyCommand,
        states: Mapping[str, State],
        now: datetime,
        holder: str | None = None,
    ) -> Draft:
        """Decide a command. ``states`` holds the streams read, which are expected not to have moved.

        ``holder``: who has the address already that the command brings.
        """
        decision = self._decided(command, states, now, holder)
        expected = {stream: entry_of(state) for stream, state in states.items()}
        key = draw_digest_key(command)
        append = Append(command.command_id, command.actor, digest(command, key), key, expected)
        if isinstance(decision, Refusal):
            under = self._decider.worded_by(command, states)
            kept = {"code": decision.code, "params": dict(decision.params), "type": command.type}
            written = canonical(kept | ({"rulebook": under} if under else {})).decode()
            return Draft(replace(append, refusal=written), decision, (), {}, under)
        encoded = self._encode(command, decision, states, now)
        after = _after(states, encoded)
        messages = await self._messages(organisation_id, states, after, encoded, now)
        append = replace(
            append,
            events=tuple(one.new for one in encoded),
            secrets=tuple(secret for one in encoded for secret in one.secrets),
            messages=messages,
        )
        return Draft(append, None, tuple(one.recorded for one in encoded), after)

    def _decided(
        self, command: AnyCommand, states: Mapping[str, State], now: datetime, holder: str | None
    ) -> tuple[Happening, ...] | Refusal:
        """What the command gives, and before it the rulebooks that it is the first to be decided under."""
        decision = self._decider.decide(command, states, now, holder)
        if isinstance(decision, Refusal):
            return decision
        adopted = self._decider.adopted(decision, states, now)
        return adopted if isinstance(adopted, Refusal) else (*adopted, *decision)

    def _encode(
        self,
        command: AnyCommand,
        decision: tuple[Happening, ...],
        states: Mapping[str, State],
        now: datetime,
    ) -> list[Encoded]:
        entries = {stream: entry_of(state) for stream, state in states.items()}
        under = {stream: one.rulebook for stream, one in states.items() if isinstance(one, KeptFile)}
        subject = states.get(command.stream)
        file = subject if isinstance(subject, KeptFile) else None
        due = cause_of(command, file, self._decider.rulebook(command, states), now)
        told, correlation = due, _correlation(command, file)
        encoded = []
        for index, happening in enumerate(decision):
            stream, event = happening.stream, happening.event
            entries[stream] = entries.get(stream, 0) + 1
            if isinstance(event, CooperationOpened | ReviewOpened | FundingRequested | EnvelopeOpened):
                under[stream] = event.rulebook
            recorded = Recorded(
                event=event,
                stream=stream,
                entry=entries[stream],
                effective_at=happening.effective_at,
                actor=command.actor,
                command_id=command.command_id,
                cause=due if stream == command.stream else told,
                correlation=correlation,
                rulebook=under.get(stream),
                recorded_at=now,
            )
            encoded.append(encode(recorded, index, _draw_key))
            if stream == command.stream:  # what other files hear of it follows from it
                told = cause_at(stream, entries[stream])
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
        if not isinstance(file, KeptFile):
            return ()
        return tuple(
            await self._composer.compose(organisation_in(states), organisation_id, file, claims, now)
        )


def _after(states: Mapping[str, State], encoded: list[Encoded]) -> Mapping[str, State]:
    after = dict(states)
    for one in encoded:
        stream = one.recorded.stream
        after[stream] = next_state(stream, after.get(stream), [one.recorded])
    return {stream: state for stream, state in after.items() if state is not states.get(stream)}


def _correlation(command: AnyCommand, file: KeptFile | None) -> str:
    """The command that all belongs to: itself, or the claim whose message it speaks of."""
    if isinstance(command, ReportDelivery | SettleDelivery) and file and command.message in file.messages:
        return file.messages[command.message].claim
    return command.command_id


def files_looked_for(command: AnyCommand) -> tuple[str, ...]:
    """The kinds of files that must be looked for, all of them: somebody hands over everything of theirs."""
    match command:
        case HandOverAllFiles():
            return FILE_KINDS
        case HandOverOpinions():
            return ("review",)
    return ()
